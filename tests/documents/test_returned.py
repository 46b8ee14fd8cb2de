"""Forms come back as people fill them in: every answer is taken rightly or asked, and nothing is lost without a word."""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import budget_line, indicator, milestone, plan, task
from tests.documents.filling import C, Filling, filling
from tests.every import examples
from tests.reports.test_form import sheet
from tests.shipped import pack
from uigwe.documents.answers import Answered, answers_of
from uigwe.documents.returned import read_returned
from uigwe.plan.mark import key_of
from uigwe.reports.form import form_hwpx, form_xlsx, texts_around
from uigwe.texts.forms import tell_note

CODE = "Ⅰ-1-①"
RATE, JOBS = f"satisfaction@{CODE}", f"jobs-gained@{CODE}"
KINDS = {"hwpx": form_hwpx, "xlsx": form_xlsx}


@cache
def sample():
    of = plan(
        indicator("만족도", past={2020: "88.0", 2021: 90, 2022: 92}, target=93),
        indicator("고용증가량", past={2021: 9, 2022: 10}, target=12, unit="명", line=20, formula="늘어난 일자리 수"),
        task(
            CODE,
            milestone("착수 회의를 연다", "’23.1월", 1),
            milestone("현장을 살핀다", "’23.5월", 2),
            milestone("중간 결과를 알린다", "’23.6월", 2),
            milestone("둑을 고친다", "’23.9월", 3),
            milestone("물길을 넓힌다", "’23.10~11월", 4),
            milestone("결과를 보고한다", "’23.12월", 4),
            budget_line({2022: "200", 2023: "224"}),
            budget_line({2022: "10", 2023: "-"}, name="둑 보수", code="302"),
        ),
    )
    return sheet(of, CODE)


@cache
def printed(kind: str, language: str = "ko") -> bytes:
    return KINDS[kind](sample(), language)


def answered(data: bytes, kind: str, of=None) -> Answered:
    of = of or sample()
    around = [text for language in ("ko", "en") for text in texts_around(of, language)]
    return answers_of(read_returned(data, kind), of.form, around)


@dataclass
class Told:
    """What a filled form is expected to say."""

    answers: dict[tuple[str, str], str]
    added: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


def m(row: int) -> str:
    return f"{CODE}/m{row}"


RATE_KEY, JOBS_KEY = key_of(RATE), key_of(JOBS)
TARGET = {(RATE, "target"): "95"}


def _target(of: Filling) -> None:
    of.set(RATE_KEY, "목표치", "95")


# ── what people do to a form ─────────────────────────────────────────────────────────────────────────────────────────

ALTERATIONS: dict[str, Callable[[Filling], Told]] = {}


def alteration(do: Callable[[Filling], Told]) -> Callable[[Filling], Told]:
    ALTERATIONS[do.__name__] = do
    return do


@alteration
def nothing_at_all(of):
    return Told({})


@alteration
def cells_of_every_kind(of):
    _target(of)
    of.set("t", "목표·과제명", "둑을 쌓는다")
    of.set(JOBS_KEY, "측정산식(또는 측정방법)", "올해 말 인원 - 지난해 말 인원")
    of.set(JOBS_KEY, "지표 성격", "산출")
    of.set("m2", "추진계획", "현장을 두 번 살핀다")
    of.set("m2", "세부일정", "’23.4~5월")
    of.set("m4", "비고", "수해 뒤")
    of.set("m6", "삭제 사유", "내년으로 미룸")
    of.set("b2", "’23 예산", "1,500.5")
    return Told(
        {
            **TARGET, (CODE, "title"): "둑을 쌓는다", (JOBS, "formula"): "올해 말 인원 - 지난해 말 인원",
            (JOBS, "nature"): "산출", (m(2), "text"): "현장을 두 번 살핀다", (m(2), "when"): "’23.4~5월",
            (m(4), "note"): "수해 뒤", (m(6), "struck"): "내년으로 미룸", (f"{CODE}/b2", "amount"): "1,500.5",
        }
    )  # fmt: skip


@alteration
def a_new_row_in_the_empty_one(of):
    of.set("+", "추진계획", "주민 설명회를 연다", nth=0)
    of.set("+", "세부일정", "’23.3월", nth=0)
    return Told({}, added=("주민 설명회를 연다",))


@alteration
def a_row_put_in_between(of):
    texts = {"추진계획": "주민 설명회를 연다", "세부일정": "’23.6월"}
    of.insert("m2", {**texts, "구분": "2/4분기"} if of.kind == "xlsx" else texts)
    return Told({}, added=("주민 설명회를 연다",))


@alteration
def a_remark_in_a_row_of_its_own(of):
    of.insert("m2", {"추진계획": "※ 일정은 바뀔 수 있음"})
    return Told({}, notes=("row-without-key",), says=("※ 일정은 바뀔 수 있음",), doubtful=("※ 일정은 바뀔 수 있음",))


@alteration
def a_row_deleted(of):
    of.delete("m3")
    _target(of)
    return Told(TARGET, missing=(m(3),), notes=("row-missing",), says=("중간 결과를 알린다",))


@alteration
def rows_in_another_order(of):
    of.move("m5", "m6")
    of.move("b2", "b1")
    of.set("m5", "비고", "먼저 함")
    return Told({(m(5), "note"): "먼저 함"})


@alteration
def indicators_in_another_order(of):
    of.move(RATE_KEY, JOBS_KEY)
    _target(of)
    return Told(TARGET)


@alteration
def columns_moved(of):
    of.swap("단위", "목표치")
    of.swap("세부일정", "비고")
    _target(of)
    of.set("m2", "비고", "봄")
    return Told({**TARGET, (m(2), "note"): "봄"})


@alteration
def the_keys_moved(of):
    of.swap("추진계획", "번호")
    return Told({})


@alteration
def a_column_of_their_own(of):
    of.add_column("비고", "담당자", {"m2": "김가람"})
    of.set("m2", "비고", "봄")
    return Told({(m(2), "note"): "봄"}, notes=("column-unknown",), says=("김가람", "담당자"))


@alteration
def a_column_without_a_name(of):
    of.add_column("비고", "", {"m4": "김가람"})
    return Told({}, notes=("column-unknown",), says=("김가람",))


@alteration
def a_column_dropped(of):
    of.drop_column("비고")
    _target(of)
    return Told(TARGET, notes=("column-missing",), says=("비고",))


@alteration
def heads_rewritten_a_little(of):
    for old, new in (
        ("목표치 산출근거", "목표치 산출 근거"), ("목표치", "’23년 목표치"), ("세부일정", "세부 일정"),
        ("측정산식(또는 측정방법)", "측정산식"), ("’22 실적", "2022년 실적"), ("삭제 사유", "삭제사유(간단히)"),
    ):  # fmt: skip
        of.rename(old, new)
    of.set(RATE_KEY, "’23년 목표치", "95")
    of.set("m1", "세부 일정", "’23.2월")
    return Told({**TARGET, (m(1), "when"): "’23.2월"})


@alteration
def spaces_of_every_kind(of):
    of.set("t", "목표·과제명", "  하천을 \u00a0정비한다\u3000")
    of.set(RATE_KEY, "목표치", "\u00a095 ")
    of.set("m2", "추진계획", "현장을  살핀다\t")
    return Told(TARGET)


@alteration
def wide_digits(of):
    of.set(RATE_KEY, "목표치", "９５")
    of.set("b1", "’23 예산", "２，２５０")
    return Told({**TARGET, (f"{CODE}/b1", "amount"): "2,250"})


@alteration
def two_texts_merged_downwards(of):
    of.merge([of.cell("m2", "추진계획"), of.cell("m3", "추진계획")], "현장을 살피고 중간 결과를 알린다")
    _target(of)
    return Told(TARGET, notes=("merged-cells",), says=("현장을 살피고 중간 결과를 알린다",))


@alteration
def two_cells_merged_sideways(of):
    of.merge([of.cell("m2", "비고"), of.cell("m2", "삭제 사유")], "하지 않기로 함")
    return Told({}, notes=("merged-cells",), says=("하지 않기로 함",))


@alteration
def empty_cells_merged(of):
    of.merge([of.cell("m2", "비고"), of.cell("m2", "삭제 사유")], "")
    return Told({})


@alteration
def a_key_deleted(of):
    of.drop_key("m2")
    _target(of)
    return Told(TARGET)


@alteration
def a_key_deleted_and_the_row_changed(of):
    of.drop_key("m3")
    of.set("", "추진계획", "중간 결과를 널리 알린다") if of.kind == "hwpx" else None
    if of.kind == "xlsx":
        matrix, number = of.row("m2")
        matrix.rows[number + 1][1].text = "중간 결과를 널리 알린다"
    return Told({(m(3), "text"): "중간 결과를 널리 알린다"})


@alteration
def a_key_deleted_and_the_row_written_anew(of):
    of.drop_key("m4")
    for matrix in of.matrices:
        for row in matrix.rows:
            for cell in row:
                if cell.text == "둑을 고친다":
                    cell.text = "전혀 다른 일을 벌인다"
                elif cell.text == "’23.9월":
                    cell.text = ""
    return Told(
        {}, missing=(m(4),), notes=("row-without-key", "row-missing"), says=("전혀 다른 일을 벌인다", "둑을 고친다"),
        doubtful=("전혀 다른 일을 벌인다",),
    )  # fmt: skip


@alteration
def the_key_of_an_indicator_deleted(of):
    of.drop_key(RATE_KEY, 1)
    of.drop_key(RATE_KEY, 0)
    matrix, _, column = of.head("목표치")
    row = matrix.at("만족도")[0]
    matrix.rows[row][column].text = "95"
    return Told(TARGET)


@alteration
def a_row_copied_to_make_a_new_one(of):
    nth = of.copy("m2")
    of.set("m2", "추진계획", "현장을 다시 살핀다", nth=nth)
    of.set("m2", "세부일정", "’23.6월", nth=nth)
    return Told({}, notes=("key-twice",), says=("현장을 다시 살핀다",), doubtful=("현장을 다시 살핀다",))


@alteration
def a_row_copied_and_left(of):
    of.copy("m2")
    return Told({})


@alteration
def a_row_of_another_form(of):
    matrix, number = of.row("m6")
    matrix.rows[number][of.key_column(matrix, number)].text = "m77"
    return Told(
        {},
        missing=(m(6),),
        notes=("key-unknown", "row-missing"),
        says=("결과를 보고한다",),
        doubtful=("결과를 보고한다",),
    )


@alteration
def a_table_cut_in_two(of):
    of.set("m5", "비고", "먼저 함")
    of.split("m4", repeat_head=False)
    return Told({(m(5), "note"): "먼저 함"})


@alteration
def a_table_cut_in_two_with_its_head_again(of):
    of.split("m4", repeat_head=True)
    of.set("m5", "비고", "먼저 함")
    return Told({(m(5), "note"): "먼저 함"})


@alteration
def the_head_of_a_table_deleted(of):
    of.drop_head("세부일정")
    _target(of)
    return Told(TARGET, notes=("table-missing",))


@alteration
def the_head_of_a_table_deleted_after_a_change(of):
    of.set("m2", "추진계획", "현장을 두 번 살핀다")
    of.drop_head("세부일정")
    return Told({}, notes=("table-missing", "left-over"), says=("현장을 두 번 살핀다",))


@alteration
def the_mark_deleted(of):
    of.replace_everywhere(f"서식 번호: {sample().mark}", "")
    _target(of)
    return Told(TARGET, notes=("no-mark",))


@alteration
def a_remark_below_all(of):
    of.write_below("담당자가 바뀌었습니다.")
    _target(of)
    return Told(TARGET, notes=("left-over",), says=("담당자가 바뀌었습니다.",))


@alteration
def what_is_locked_was_changed(of):
    of.set(RATE_KEY, "’22 실적", "99")
    of.set("b1", "’22 예산", "201")
    return Told({(RATE, "actual.2022"): "99", (f"{CODE}/b1", "amount.2022"): "201"})


@alteration
def the_name_that_is_printed_twice(of):
    of.set(RATE_KEY, "성과지표명", "이용자 만족도", nth=1)
    return Told({(RATE, "name"): "이용자 만족도"})


@alteration
def the_name_that_is_printed_twice_changed_twice(of):
    of.set(RATE_KEY, "성과지표명", "이용자 만족도", nth=0)
    of.set(RATE_KEY, "성과지표명", "주민 만족도", nth=1)
    return Told(
        {}, notes=("two-values",), says=("이용자 만족도", "주민 만족도"), doubtful=("이용자 만족도", "주민 만족도")
    )


@alteration
def lines_within_a_cell(of):
    of.set(RATE_KEY, "목표치 산출근거", "전년 실적 92\n 여기에 3을 더함 \n")
    return Told({(RATE, "reason"): "전년 실적 92\n여기에 3을 더함"})


@alteration
def cells_emptied(of):
    of.set(RATE_KEY, "자료수집 방법(또는 자료출처)", "")
    of.set("m2", "추진계획", "")
    return Told({(RATE, "source"): "", (m(2), "text"): ""})


@alteration
def dashes_of_the_mark_rewritten(of):
    of.replace_everywhere(sample().mark, sample().mark.replace("-", " – "))
    _target(of)
    return Told(TARGET)


# Every day each alteration in one format, the next one in another; with the slow tests in all.
IN_TURN = [
    pytest.param(kind, name, id=f"{kind}-{name}", marks=pytest.mark.slow if (at + turn) % len(KINDS) else ())
    for at, name in enumerate(ALTERATIONS)
    for turn, kind in enumerate(KINDS)
]


@pytest.mark.parametrize(("kind", "name"), IN_TURN)
def test_every_answer_is_right_or_asked(kind, name):
    of = filling(printed(kind))
    told = ALTERATIONS[name](of)

    found = answered(of.bytes(), kind)

    assert {(one.object, one.field): one.returned for one in found.answers} == told.answers
    assert tuple(json.loads(one.returned)["text"] for one in found.added) == told.added
    assert found.missing == told.missing
    reasons = {note.reason for note in found.notes}
    assert set(told.notes) <= reasons and bool(reasons) == bool(told.notes), found.notes
    sentences = " ".join(tell_note(note.reason, note.all_facts()) for note in found.notes)
    assert all(one in sentences for one in told.says), sentences
    values = [json.loads(one.returned)["text"] if one.field == "row" else one.returned for one in found.doubtful]
    assert tuple(values) == told.doubtful


def test_there_are_enough_kinds_of_alterations():
    assert len(ALTERATIONS) >= 25


# ── what only spreadsheets do ────────────────────────────────────────────────────────────────────────────────────────


def workbook():
    return filling(printed("xlsx"))


def reasons(found: Answered) -> set[str]:
    return {note.reason for note in found.notes}


def values(found: Answered) -> dict[tuple[str, str], str]:
    return {(one.object, one.field): one.returned for one in found.answers}


def test_a_number_typed_as_a_number_is_read_as_it_is_shown():
    of = workbook()
    of.cell(RATE_KEY, "목표치").value, of.cell(RATE_KEY, "목표치").form = 0.955, "0.0%"
    of.cell("b1", "’23 예산").value, of.cell("b1", "’23 예산").form = 2250.5, "#,##0.0"
    of.cell(JOBS_KEY, "목표치").value, of.cell(JOBS_KEY, "목표치").form = 14, "General"

    found = answered(of.bytes(), "xlsx")

    assert values(found) == {
        (RATE, "target"): "95.5%", (f"{CODE}/b1", "amount"): "2,250.5", (JOBS, "target"): "14",
    }  # fmt: skip


def test_a_day_beside_a_milestone_is_read_as_that_day_and_said():
    of = workbook()
    of.cell("m2", "세부일정").value, of.cell("m2", "세부일정").form = datetime.date(2023, 5, 31), "m/d"

    found = answered(of.bytes(), "xlsx")

    assert values(found) == {(m(2), "when"): "’23.5.31"}
    assert reasons(found) == {"date-cell"}


def test_a_quarter_that_a_program_took_for_a_day_is_asked():
    of = workbook()
    of.cell("m2", "구분").value, of.cell("m2", "구분").form = datetime.date(2023, 3, 4), "m/d"

    found = answered(of.bytes(), "xlsx")

    assert values(found) == {}
    assert reasons(found) == {"not-a-date-there"}


def test_a_formula_without_a_value_is_no_answer_and_said():
    of = workbook()
    of.cell(RATE_KEY, "목표치").value = "=92+3"
    of.cell("b1", "’23 예산").value = "=1/0"

    found = answered(of.bytes(), "xlsx")

    assert values(found) == {}
    assert reasons(found) == {"not-computed"}


def test_the_computed_value_of_a_formula_is_taken_and_said():
    import io
    import zipfile

    data = printed("xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        shared = old.read("xl/sharedStrings.xml").decode()
        at = shared[: shared.index("<t>93</t>")].count("<si>") - 1
        for item in old.infolist():
            content = old.read(item.filename)
            if item.filename == "xl/worksheets/sheet1.xml":
                import re

                content = re.sub(
                    rf'(<c r="[A-Z]+\d+" s="\d+") t="s"><v>{at}</v>', r"\1><f>92+3</f><v>95</v>", content.decode()
                ).encode()
            new.writestr(item, content)

    found = answered(out.getvalue(), "xlsx")

    assert values(found) == TARGET
    assert reasons(found) == {"computed"}


def test_a_hidden_row_and_a_hidden_column_are_read_and_said():
    of = workbook()
    matrix, number = of.row("m2")
    matrix.hidden_rows.add(number)
    of.set("m2", "비고", "숨김")
    _target(of)
    matrix.hidden_columns.add(of.column(*of.row(RATE_KEY), "목표치"))

    found = answered(of.bytes(), "xlsx")

    assert values(found) == {(m(2), "note"): "숨김", **TARGET}
    assert {"hidden-row", "hidden-column"} <= reasons(found)


def test_a_hidden_sheet_and_a_sheet_of_their_own_are_told_text_by_text():
    from tests.documents.filling import Matrix

    of = workbook()
    of.matrices.append(Matrix([[C("참고"), C("몰래 적음")]], "비밀", hidden=True))
    of.matrices.append(Matrix([[C("담당자 연락처")]], "메모"))
    _target(of)

    found = answered(of.bytes(), "xlsx")

    assert values(found) == TARGET
    told = {(note.reason, note.text) for note in found.notes}
    assert told == {("hidden-sheet", "참고"), ("hidden-sheet", "몰래 적음"), ("left-over", "담당자 연락처")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_form_in_either_language_comes_back_without_a_word(kind, language):
    found = answered(printed(kind, language), kind)

    assert (found.answers, found.added, found.doubtful, found.missing, found.notes) == ((), (), (), (), ())


@pytest.mark.parametrize("kind", KINDS)
def test_a_plain_document_is_no_form(kind):
    import io

    import openpyxl

    from tests.reports.audits import audited
    from uigwe.reports import memo_hwpx

    if kind == "hwpx":
        data = memo_hwpx(audited())
    else:
        book = openpyxl.Workbook()
        book.worksheets[0].append(["이름", "나이"])
        out = io.BytesIO()
        book.save(out)
        data = out.getvalue()

    found = answered(data, kind)

    assert {"no-mark", "not-a-form"} <= reasons(found)
    assert found.answers == found.added == ()


def test_a_workbook_that_a_program_saved_again_says_the_same():
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(printed("xlsx")))
    page = book.worksheets[0]
    cell = next(cell for row in page.iter_rows() for cell in row if cell.value == "93")
    cell.value = 95
    page.insert_rows(next(c.row for row in page.iter_rows() for c in row if c.value == "m2") + 1)
    out = io.BytesIO()
    book.save(out)

    assert values(answered(out.getvalue(), "xlsx")) == TARGET


def test_remarks_and_lines_of_the_page_are_told():
    import io

    import openpyxl
    from openpyxl.comments import Comment

    book = openpyxl.load_workbook(io.BytesIO(printed("xlsx")))
    page = book.worksheets[0]
    cell = next(cell for row in page.iter_rows() for cell in row if cell.value == "93")
    cell.comment = Comment("95로 올릴 예정", "김가람")
    page.oddHeader.center.text = "대외비"
    out = io.BytesIO()
    book.save(out)

    found = answered(out.getvalue(), "xlsx")

    assert {(note.reason, note.text) for note in found.notes} == {("remark", "95로 올릴 예정"), ("remark", "대외비")}
    assert cell.coordinate in " ".join(tell_note(note.reason, note.all_facts()) for note in found.notes)


def test_hidden_comments_lines_of_the_page_and_pictures_of_a_document_are_told():
    from lxml import etree

    from tests.documents.filling import HP, Document

    of = Document(printed("hwpx"))
    run = of.root.find(f".//{HP}run")
    said = "<hp:subList><hp:p><hp:run><hp:t>{}</hp:t></hp:run></hp:p></hp:subList>"
    space = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph"'
    for name, text in (("hiddenComment", "95로 올릴 예정"), ("header", "대외비")):
        run.append(etree.fromstring(f"<hp:ctrl {space}><hp:{name}>{said.format(text)}</hp:{name}></hp:ctrl>"))
    memo = f'<hp:ctrl {space}><hp:fieldBegin type="MEMO">{said.format("이 칸은 확인 중")}</hp:fieldBegin></hp:ctrl>'
    run.append(etree.fromstring(memo))
    run.append(etree.fromstring(f"<hp:pic {space}/>"))

    found = answered(of.bytes(), "hwpx")

    told = {note.text for note in found.notes if note.reason == "remark"}
    assert told == {"95로 올릴 예정", "대외비", "이 칸은 확인 중"}
    assert "pictures" in reasons(found)


def test_what_is_struck_through_in_a_cell_is_asked_and_never_merged():
    import io

    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    book = openpyxl.load_workbook(io.BytesIO(printed("xlsx")))
    cells = {str(cell.value): cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value}
    cells["93"].value = CellRichText(TextBlock(InlineFont(strike=True), "93"), " 95")
    cells["둑을 고친다"].font = Font(strike=True)
    cells["물길을 넓힌다"].value = "물길을 두 배로 넓힌다"
    out = io.BytesIO()
    book.save(out)

    found = answered(out.getvalue(), "xlsx")

    assert values(found) == {(m(5), "text"): "물길을 두 배로 넓힌다"}
    assert [(one.field, one.returned) for one in found.doubtful] == [("target", "93 95")]
    assert {note.text for note in found.notes if note.reason == "struck-through"} == {"93", "둑을 고친다"}


def test_what_is_struck_through_in_a_document_is_asked_and_never_merged():
    import io
    import re
    import zipfile

    from lxml import etree

    from tests.documents.filling import HP, Document

    of = Document(printed("hwpx"))
    run = next(t.getparent() for t in of.root.iter(f"{HP}t") if t.text == "둑을 고친다")
    after = etree.SubElement(run.getparent(), f"{HP}run", charPrIDRef=run.get("charPrIDRef"))
    etree.SubElement(after, f"{HP}t").text = " 둑을 새로 쌓는다"
    run.set("charPrIDRef", "9999")
    of.matrices.clear()  # the cells as they are in the tree
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(of.bytes())) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = old.read(item.filename)
            if item.filename == "Contents/header.xml":
                made = re.search(rb"<hh:charPr .*?</hh:charPr>", content, re.S)[0]
                struck = re.sub(rb'id="\d+"', b'id="9999"', made, count=1)
                struck = re.sub(rb'<hh:strikeout shape="\w+"', b'<hh:strikeout shape="SOLID"', struck)
                content = content.replace(made, made + struck, 1)
            new.writestr(item, content)

    found = answered(out.getvalue(), "hwpx")

    assert values(found) == {}
    assert [(one.field, one.returned) for one in found.doubtful] == [("text", "둑을 고친다 둑을 새로 쌓는다")]
    assert [note.text for note in found.notes if note.reason == "struck-through"] == ["둑을 고친다"]


def test_what_was_deleted_while_changes_were_tracked_is_asked():
    from lxml import etree

    from tests.documents.filling import HP, Document

    of = Document(printed("hwpx"))
    text = next(t for t in of.root.iter(f"{HP}t") if t.text == "둑을 고친다")
    text.text = ""
    begin, end = etree.SubElement(text, f"{HP}deleteBegin"), etree.SubElement(text, f"{HP}deleteEnd")
    begin.tail, end.tail = "둑을 고친다", "둑을 새로 쌓는다"
    of.matrices.clear()

    found = answered(of.bytes(), "hwpx")

    assert values(found) == {}
    assert [one.returned for one in found.doubtful] == ["둑을 고친다둑을 새로 쌓는다"]
    assert [note.text for note in found.notes] == ["둑을 고친다"]


def test_a_row_put_in_without_its_quarter_is_asked_with_the_quarter_of_its_time():
    of = workbook()
    of.insert("m4", {"추진계획": "주민 설명회를 연다", "세부일정": "’23.8월"})

    found = answered(of.bytes(), "xlsx")

    [asked] = found.doubtful
    assert json.loads(asked.returned)["quarter"] == "3"
    assert not found.added and reasons(found) == {"row-without-key"}


# ── many things at once ──────────────────────────────────────────────────────────────────────────────────────────────

FIELDS = [
    ("t", "목표·과제명", (CODE, "title")), (RATE_KEY, "목표치", (RATE, "target")), (JOBS_KEY, "목표치", (JOBS, "target")),
    (RATE_KEY, "목표치 산출근거", (RATE, "reason")), (JOBS_KEY, "지표 성격", (JOBS, "nature")),
    *((f"m{row}", "추진계획", (m(row), "text")) for row in range(1, 7)),
    *((f"m{row}", "비고", (m(row), "note")) for row in range(1, 7)), ("b1", "’23 예산", (f"{CODE}/b1", "amount")),
]  # fmt: skip
MOVES = [
    lambda of: of.swap("세부일정", "비고"), lambda of: of.move("m5", "m6"), lambda of: of.copy("m1"),
    lambda of: of.rename("목표치 산출근거", "산출 근거"), lambda of: of.add_column("비고", "담당", {}),
    lambda of: of.write_below("드림"), lambda of: of.split("m4", repeat_head=True), lambda of: of.move("b2", "b1"),
    lambda of: of.delete("m3"),
]  # fmt: skip


@settings(max_examples=examples(25), deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.data())
def test_answers_survive_whatever_else_was_done(kind, data):
    of = filling(printed(kind))
    chosen = data.draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=5, unique=True))
    expected = {}
    for number, (key, head, cell) in enumerate(chosen):
        value = f"새로 적은 값 {number}"
        of.set(key, head, value)
        expected[cell] = value
    moves = data.draw(st.lists(st.sampled_from(range(len(MOVES))), max_size=4, unique=True))
    for number in moves:
        MOVES[number](of)

    found = answered(of.bytes(), kind)

    told = " ".join(tell_note(note.reason, note.all_facts()) for note in found.notes)
    doubtful = " ".join(one.returned for one in found.doubtful)
    for cell, value in expected.items():
        row = cell[0].rpartition("/")[2]
        if row == "m3" and 8 in moves:  # its row was deleted, text and all
            assert cell not in values(found) and m(3) in found.missing
            continue
        assert values(found).get(cell) == value or value in told or value in doubtful, (cell, found)
    assert set(values(found)) <= set(expected)
    assert not found.added


def test_every_form_of_the_2023_plan_comes_back_without_a_word():
    shipped = pack().plan
    for code in ("Ⅰ", "Ⅰ-1", "Ⅰ-1-①", "Ⅱ-1-③", "Ⅱ-4-④", "Ⅲ-2-①"):
        if shipped.node(code) is None:
            continue
        of = sheet(shipped, code)
        for kind, write in KINDS.items():
            found = answered(write(of), kind, of)
            assert found == replace(found, answers=(), added=(), doubtful=(), missing=(), notes=()), (code, kind, found)
