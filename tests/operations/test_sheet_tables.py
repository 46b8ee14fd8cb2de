"""Workbooks of indicators: read like CSV, nothing hidden or computed taken in silence, every row accounted for."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from corpus.hostile import packed
from tests.files.books import book, saved, sheet
from uigwe import packs
from uigwe.cli import main
from uigwe.files import Refused
from uigwe.operations.tables import ImportedTable, import_table, layout_text, proposed_layout

HEAD = ("과제", "성과지표명", "단위", "2021", "2022", "2023 목표", "측정산식")
ROW = ("Ⅰ-1", "수질 만족도", "점", 82.5, "(잠정) 84.6", 86, "설문")


def read(path: Path, tmp_path: Path, **changes: object) -> ImportedTable:
    """By the layout that the table itself proposes, with changes."""
    layout = tmp_path / "layout.yaml"
    layout.write_text(layout_text({**proposed_layout(path, 2023).layout, **changes}), encoding="utf-8")
    return import_table(path, layout, "garam", 2023)


def left(imported: ImportedTable) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in imported.left_out]


def notes(imported: ImportedTable) -> list[str]:
    return [note.reason for note in imported.notes]


def test_a_workbook_is_read_like_a_csv(tmp_path):
    path = saved(tmp_path / "a.xlsx", sheet(HEAD, ROW))

    imported = read(path, tmp_path)

    [one] = imported.pack.plan.indicators
    use = one.uses[0]
    assert (one.name, one.unit, use.formula) == ("수질 만족도", "점", "설문")
    assert {year: cell.written for year, cell in one.history(use).items()} == {2021: "82.5", 2022: "(잠정) 84.6"}
    assert one.target(use).written == "86"
    assert (imported.rows, imported.left_out, imported.notes, imported.encoding) == (1, (), (), "XLSX")


def test_numbers_are_what_the_screen_shows(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write_number(1, 3, 0.825, made.add_format({"num_format": "0.0%"}))
        page.write_number(1, 4, 1558, made.add_format({"num_format": "#,##0"}))
        page.write_string(1, 5, "92.0")

    [one] = read(saved(tmp_path / "a.xlsx", fill), tmp_path).pack.plan.indicators

    assert [cell.written for cell in one.printings] == ["82.5%", "1,558", "92.0"]


def test_values_of_formulas_are_those_saved_last(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write_formula(1, 5, "=D2+4", None, 86.5)

    imported = read(saved(tmp_path / "a.xlsx", fill), tmp_path)

    assert imported.pack.plan.indicators[0].printings[-1].written == "86.5"
    assert [(note.reason, note.facts) for note in imported.notes] == [("computed-cells", {"count": "1"})]


def test_a_formula_without_its_value_leaves_the_row_out(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write_row(2, 0, ROW)
        page.write_formula(2, 5, "=D2+4", None, "")
        page.write_row(3, 0, ROW)
        page.write_formula(3, 5, "=1/0", None, "#DIV/0!")

    imported = read(saved(tmp_path / "a.xlsx", fill), tmp_path)

    assert left(imported) == [(3, "not-computed"), (4, "cell-error")]
    assert [one.told for one in imported.left_out] == ["F3", "F4"]
    assert imported.rows == 3


def test_titles_above_the_head_are_found_and_listed(tmp_path):
    path = saved(tmp_path / "a.xlsx", sheet(("가람처 성과지표 현황",), (), ("(단위: 점)", "", "작성: 기획"), HEAD, ROW))

    imported = read(path, tmp_path)

    assert left(imported) == [(1, "above-head"), (3, "above-head")]
    assert (imported.rows, len(imported.pack.plan.indicators)) == (3, 1)


def test_a_head_of_two_rows_with_merged_cells_is_one(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        for column, word in enumerate(("과제", "성과지표명", "단위")):
            page.merge_range(0, column, 1, column, word)
        page.merge_range(0, 3, 0, 4, "실적")
        page.write_row(1, 3, ("'21", "'22"))
        page.merge_range(0, 5, 1, 5, "2023년 목표치")
        page.write_row(2, 0, ROW)

    proposed = proposed_layout(saved(tmp_path / "a.xlsx", fill), 2023)

    assert proposed.head == ("과제", "성과지표명", "단위", "실적 '21", "실적 '22", "2023년 목표치", "[G]")
    assert proposed.layout["past"] == {2021: "실적 '21", 2022: "실적 '22"}
    assert proposed.layout["fields"]["target"] == "2023년 목표치"
    assert proposed.first[0][0] == 3


def test_years_below_a_word_over_several_columns_belong_to_the_head(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, ("과제", "지표명", "단위"))
        page.merge_range(0, 3, 0, 4, "실적")
        page.write(0, 5, "목표")
        page.write_row(1, 3, (2021, 2022))
        page.write_row(2, 0, ROW)

    proposed = proposed_layout(saved(tmp_path / "a.xlsx", fill), 2023)

    assert proposed.layout["past"] == {2021: "실적 2021", 2022: "실적 2022"}


def test_a_merged_goal_holds_for_all_its_rows(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write_row(2, 0, ("", "이용자 수", "명", 1, 2, 3, "집계"))
        page.merge_range(1, 0, 2, 0, "맑은 물")

    imported = read(saved(tmp_path / "a.xlsx", fill), tmp_path)

    assert {use.code for one in imported.pack.plan.indicators for use in one.uses} == {"Ⅰ-1"}
    assert imported.left_out == ()


def test_a_row_whose_name_is_merged_with_the_one_above_is_listed(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write_row(2, 0, ("Ⅰ-1", "", "", "", "", "", "둘째 식"))
        page.merge_range(1, 1, 2, 1, "수질 만족도")

    imported = read(saved(tmp_path / "a.xlsx", fill), tmp_path)

    assert left(imported) == [(3, "goes-on-from-above")]
    assert "둘째 식" in imported.left_out[0].told


def hidden(made: Any) -> None:
    page = made.add_worksheet("지표")
    page.write_row(0, 0, HEAD)
    page.write_row(1, 0, ROW)
    page.write_row(2, 0, ("Ⅰ-1", "숨은 지표", "점", 1, 2, 3, "식"))
    page.set_row(2, None, None, {"hidden": True})
    page.set_column(6, 6, None, None, {"hidden": True})
    other = made.add_worksheet("지난 것")
    other.write_row(0, 0, HEAD)
    other.hide()


def test_what_is_hidden_is_said_and_not_taken(tmp_path):
    path = saved(tmp_path / "a.xlsx", hidden)

    imported = read(path, tmp_path)

    assert left(imported) == [(3, "hidden-row")]
    assert notes(imported) == ["hidden-sheets", "hidden-columns"]
    assert imported.pack.plan.indicators[0].uses[0].formula == ""


def test_what_is_hidden_comes_in_where_the_layout_says_so(tmp_path):
    path = saved(tmp_path / "a.xlsx", hidden)

    imported = read(path, tmp_path, hidden_rows=True)
    assert len(imported.pack.plan.indicators) == 2

    named = read(path, tmp_path, sheet="지난 것")
    assert notes(named)[1] == "sheet-is-hidden"


def test_rows_that_only_add_up_are_listed(tmp_path):
    imported = read(saved(tmp_path / "a.xlsx", sheet(HEAD, ROW, ("", "합 계", "", 1, 2, 3, ""))), tmp_path)

    assert left(imported) == [(3, "total-row")]


def test_of_several_sheets_one_has_to_be_named(tmp_path):
    def fill(made: Any) -> None:
        sheet(("안내",), ("이 파일은", "지표 현황"), name="안내")(made)
        sheet(HEAD, ROW, name="지표")(made)

    path = saved(tmp_path / "a.xlsx", fill)
    proposed = proposed_layout(path, 2023)

    assert (proposed.layout["sheet"], proposed.sheets) == ("지표", ("안내", "지표"))
    assert len(read(path, tmp_path).pack.plan.indicators) == 1
    with pytest.raises(Refused) as caught:
        read(path, tmp_path, sheet="")
    assert (caught.value.reason, caught.value.facts["sheets"]) == ("which-sheet", "안내 · 지표")
    with pytest.raises(Refused, match="no-such-sheet"):
        read(path, tmp_path, sheet="없는 것")


def test_columns_of_the_same_words_are_told_apart(tmp_path):
    path = saved(tmp_path / "a.xlsx", sheet((*HEAD, "비고", "비고"), (*ROW, "a", "b")))

    assert proposed_layout(path, 2023).head[-2:] == ("비고", "비고 (2)")


def test_a_cell_far_away_costs_nothing(tmp_path):
    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write(1_048_575, 16_383, "x")

    imported = read(saved(tmp_path / "a.xlsx", fill), tmp_path)

    assert left(imported) == [(1_048_576, "no-name")]


def test_days_are_shown_as_days_and_said(tmp_path):
    from datetime import date

    def fill(made: Any) -> None:
        page = made.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ROW)
        page.write_datetime(1, 5, date(2023, 1, 2), made.add_format({"num_format": "m-d"}))

    imported = read(saved(tmp_path / "a.xlsx", fill), tmp_path)

    assert imported.pack.plan.indicators[0].printings[-1].written == "1-2"
    assert [(note.reason, note.facts["cells"]) for note in imported.notes] == [("cells-are-days", "F2")]


def test_a_column_of_codes_says_where_indicators_belong(tmp_path):
    head = ("과제번호", "지표명", "2023")
    rows = (("Ⅱ-1-② 둘째 과제", "가", 1), ("2-1-1", "나", 2), ("Ⅰ-1", "다", 3), ("합계", "합계", 6), ("Ⅱ-1-②", "라", 4))
    imported = read(saved(tmp_path / "a.xlsx", sheet(head, *rows)), tmp_path)
    plan = imported.pack.plan

    assert [use.code for one in plan.indicators for use in one.uses] == ["Ⅰ-1", "Ⅱ-1-①", "Ⅱ-1-②", "Ⅱ-1-②"]
    assert [(goal.code, goal.title) for goal in plan.performance_goals()] == [("Ⅰ-1", "Ⅰ-1"), ("Ⅱ-1", "Ⅱ-1")]
    assert [(task.code, task.title) for task in plan.tasks()] == [("Ⅱ-1-①", "Ⅱ-1-①"), ("Ⅱ-1-②", "둘째 과제")]
    assert left(imported) == [(5, "total-row")]
    packs.write(imported.pack, tmp_path / "pack")
    assert packs.read(tmp_path / "pack").plan == plan


@pytest.mark.parametrize("words", [("1", "2"), ("Ⅰ-1", "맑은 물"), ("5개 목표", "Ⅰ-1")])
def test_words_that_are_not_all_codes_are_goals_in_their_order(tmp_path, words):
    rows = [(word, f"지표 {at}", at) for at, word in enumerate(words)]
    plan = read(saved(tmp_path / "a.xlsx", sheet(("성과목표", "지표명", "2023"), *rows)), tmp_path).pack.plan

    assert [(goal.code, goal.title) for goal in plan.performance_goals()] == [("Ⅰ-1", words[0]), ("Ⅰ-2", words[1])]


def test_usual_words_of_directions_are_known(tmp_path):
    rows = (("수질", "상향", 1), ("산불", "하향", 2), ("숲", "옆으로", 3))
    imported = read(saved(tmp_path / "a.xlsx", sheet(("지표명", "지표방향", "2023"), *rows)), tmp_path)

    assert [one.direction for one in imported.pack.plan.indicators] == ["up", "down"]
    assert left(imported) == [(4, "unknown-word")]


def test_the_id_of_an_indicator_stays_when_a_row_comes_before_it(tmp_path):
    one = read(saved(tmp_path / "a.xlsx", sheet(HEAD, ROW)), tmp_path).pack.plan
    two = read(saved(tmp_path / "b.xlsx", sheet(HEAD, ("Ⅰ-1", "새 지표", "", 1, 2, 3, ""), ROW)), tmp_path).pack.plan

    assert one.indicators[0].id in {each.id for each in two.indicators}


# ── broken files ─────────────────────────────────────────────────────────────────────────────────────────────────────


def changed(data: bytes, member: str, change: Any) -> bytes:
    """The workbook with one member changed."""
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = change(parts[member])
    return packed(parts)


SHEET = "xl/worksheets/sheet1.xml"
BROKEN = {
    "sheet-of-nothing": (
        SHEET,
        lambda _: b'<?xml version="1.0"?><nothing/>',
        ("no-table-in-sheet", "not-opened-sheets"),
    ),
    "string-that-is-not-there": (SHEET, lambda xml: xml.replace(b"<v>0</v>", b"<v>99999</v>"), ("not-opened-sheets",)),
    "style-that-is-not-there": (
        SHEET,
        lambda xml: xml.replace(b'<c r="A1"', b'<c r="A1" s="999"'),
        ("not-opened-sheets",),
    ),
    "merged-over-everything": (
        SHEET,
        lambda xml: xml.replace(
            b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
        ("too-many-cells",),
    ),
    "a-book-without-sheets": (
        "xl/workbook.xml",
        lambda xml: xml[: xml.index(b"<sheets>")] + b"</workbook>",
        ("no-table-in-sheet", "not-opened-sheets"),
    ),
    "a-number-that-is-none": (SHEET, lambda xml: xml.replace(b"<v>82.5</v>", b"<v>many</v>"), ("not-opened-sheets",)),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_workbook_is_refused_with_a_sentence(kind, tmp_path, capsys):
    member, change, reasons = BROKEN[kind]
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(book(sheet(HEAD, ROW)), member, change))

    with pytest.raises(Refused) as caught:
        proposed_layout(path, 2023)

    assert caught.value.reason in reasons
    assert main(["import", str(path), "--agency", "garam", "--year", "2023", "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Traceback" not in told


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
def test_half_a_workbook_is_refused(cut, tmp_path):
    data = book(sheet(HEAD, ROW))
    path = tmp_path / "a.xlsx"
    path.write_bytes(data[: int(len(data) * cut)])

    with pytest.raises(Refused):
        proposed_layout(path, 2023)


def test_too_many_cells_are_refused(tmp_path, monkeypatch):
    from uigwe.files import sheets

    monkeypatch.setattr(sheets, "CELLS", 10)
    with pytest.raises(Refused, match="too-many-cells"):
        sheets.read_sheets(book(sheet(HEAD, ROW)))


def test_the_terminal_proposes_reads_and_accounts(tmp_path, capsys):
    path = saved(tmp_path / "지표.xlsx", hidden)
    words = ["import", str(path), "--agency", "garam", "--year", "2023", "--out", str(tmp_path / "pack")]

    assert main(words) == 0
    told = capsys.readouterr()
    tree = yaml.safe_load(told.out)
    assert tree["fields"]["name"] == "성과지표명"
    assert "지난 것" in told.err

    (tmp_path / "layout.yaml").write_text(told.out, encoding="utf-8")
    assert main([*words, "--layout", str(tmp_path / "layout.yaml"), "--questions"]) == 0
    told = capsys.readouterr()
    assert "2행 가운데 1행을 담고 1행을 담지 않았습니다." in told.out
    assert "숨긴 행" in told.out
    assert len(packs.read(tmp_path / "pack").plan.indicators) == 1
