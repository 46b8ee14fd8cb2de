"""Forms to be filled in: the same cells in a document and in a workbook, what may not be changed locked, and nothing a formula."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from tests.builders import budget_line, indicator, milestone, plan, task
from tests.reports.reading import SPACE, drawn, lines, section, tables
from tests.shipped import pack
from uigwe.plan.mark import Mark, key_of, marks_in
from uigwe.plan.part import form_of
from uigwe.plan.results_form import results_form
from uigwe.reports.form import FormSheet, form_hwpx, form_xlsx, texts_around
from uigwe.reports.form_sheet import help_lines, tables_of
from uigwe.texts import LANGUAGES

CODE = "Ⅰ-1-①"


def plan_of_sample():
    return plan(
        indicator("만족도", past={2021: 90, 2022: 92}, target=93),
        task(CODE, milestone("보고", "’23.5월", 2), milestone("점검", "’23.9월", 3), budget_line()),
    )


def sample(**changes):
    return sheet(plan_of_sample(), CODE, **changes)


def sheet(of, code, **changes):
    made = FormSheet(
        form_of(of, code), of.title, "가람부", 3, "보완", "바뀐 곳만 고치십시오.", date(2023, 3, 31), date(2023, 3, 10), "물길과",
        ("[의문] 목표치를 살펴 주십시오.",),
    )  # fmt: skip
    return replace(made, **changes)


def filled_in(page):
    return {cell.coordinate: cell.value for row in page.iter_rows() for cell in row if cell.value is not None}


def test_a_document_and_a_workbook_show_every_cell_of_the_form():
    told = sample()
    shown = {one for cell in told.form.cells() if cell.field not in ("quarter", "level") for one in [cell.value] if one}

    document = {text for table in tables(form_hwpx(told)) for row in table for text in row}
    workbook = set(filled_in(openpyxl.load_workbook(io.BytesIO(form_xlsx(told))).worksheets[0]).values())

    assert shown <= document and shown <= workbook


def test_the_number_of_the_form_stands_at_its_head_and_at_its_end():
    told = sample()

    assert [line for line in lines(form_hwpx(told)) if told.mark in line] == [f"서식 번호: {told.mark}"] * 2
    page = openpyxl.load_workbook(io.BytesIO(form_xlsx(told))).worksheets[0]
    assert list(filled_in(page).values()).count(f"서식 번호: {told.mark}") == 2


@pytest.mark.parametrize("text", ["mss-2023-R3-Ⅰ-1-①-0a1b2c3d4e", " MSS – 2023 – R3 – Ⅰ – 1 – ① – 0A1B2C3D4E "])
def test_a_mark_is_read_however_its_dashes_were_changed(text):
    assert list(marks_in(f"서식 번호: {text}")) == [Mark("mss", 2023, 3, CODE, "0a1b2c3d4e")]


def test_rows_have_keys_and_each_quarter_has_an_empty_row():
    rows = next(one for one in tables_of(sample().form, "ko") if one.section == "milestones").rows

    assert [(row.key, row.group) for row in rows] == [
        ("+", "1"), ("m1", "2"), ("+", "2"), ("m2", "3"), ("+", "3"), ("+", "4"),
    ]  # fmt: skip
    assert key_of(CODE) == "t" and key_of(f"{CODE}/b2") == "b2"
    assert key_of(f"satisfaction@{CODE}") != key_of(f"other@{CODE}")


def test_past_results_are_locked_and_what_is_asked_for_is_open():
    page = openpyxl.load_workbook(io.BytesIO(form_xlsx(sample()))).worksheets[0]
    locked = {str(cell.value): cell.protection.locked for row in page.iter_rows() for cell in row if cell.value}

    assert locked["92"] and locked["200"] and locked["m1"]
    assert not locked["93"] and not locked["224"] and not locked["보고"]
    assert page.protection.sheet and not page.protection.password
    assert {cell.get("protect") for cell in section(form_hwpx(sample())).iter(f"{SPACE}tc")} == {"0", "1"}


def test_quarters_stand_beside_their_rows_as_one_cell():
    spans = [
        int(cell.find(f"{SPACE}cellSpan").get("rowSpan")) for cell in section(form_hwpx(sample())).iter(f"{SPACE}tc")
    ]

    assert sorted(spans)[-2:] == [2, 2]


def test_no_cell_of_a_workbook_is_ever_a_formula():
    risky = plan(
        indicator("=1+1", past={2022: 92}, target=93, reason="+cmd|' /C calc'!A0"), task(CODE, title="@SUM(A1)")
    )

    book = openpyxl.load_workbook(io.BytesIO(form_xlsx(sheet(risky, CODE, guideline="=2+2", to="-3"))))

    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert {"=1+1", "@SUM(A1)", "=2+2", "-3"} <= {cell.value for cell in cells}
    assert not any(row.hidden for row in book.worksheets[0].row_dimensions.values())
    assert {page.sheet_state for page in book} == {"visible"}


def test_there_are_lists_to_choose_from_and_a_sheet_that_says_how():
    book = openpyxl.load_workbook(io.BytesIO(form_xlsx(sample())))

    assert book.sheetnames == ["작성", "작성 방법"]
    rules = [one.formula1 for one in book.worksheets[0].data_validations.dataValidation]
    assert any("1/4분기" in one for one in rules) and any("결과" in one for one in rules)
    page = book.worksheets[0]
    assert (page.page_setup.orientation, page.page_setup.paperSize, page.freeze_panes) == ("landscape", 9, "A4")


def test_forms_are_the_same_bytes_every_time():
    assert form_hwpx(sample()) == form_hwpx(sample())
    assert form_xlsx(sample()) == form_xlsx(sample())


def test_a_goal_has_a_form_of_its_own():
    data = form_xlsx(sheet(plan(task(CODE)), "Ⅰ-1"))

    assert "성과목표 Ⅰ-1" in filled_in(openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]).values()


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_library_opens_and_draws_every_page(language):
    told = sheet(pack().plan, CODE)
    document = drawn(form_hwpx(told, language))

    assert 2 <= document.page_count <= 4
    assert told.title in document.to_ir_json()


def test_everything_around_the_cells_is_known():
    told = sample()
    known = set(texts_around(told, "ko")) | {cell.value for cell in told.form.cells()}
    heads = {text for table in tables_of(told.form, "ko") for text in table.heads}
    extra = {"번호", "+", "m1", "m2", "b1", "t", key_of(f"satisfaction@{CODE}")}
    words = {f"{one}/4분기" for one in range(1, 5)} | {"세부사업"}

    assert set(lines(form_hwpx(told))) <= known | heads | extra | words


def test_a_workbook_has_no_link_to_anything_outside():
    with zipfile.ZipFile(io.BytesIO(form_xlsx(sample()))) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower() or "vba" in name.lower()]


@pytest.mark.parametrize(
    ("language", "lines_of_rows"), [("ko", ("삭제 사유", "새 세부일정")), ("en", ("Struck", "New milestones"))]
)
def test_a_form_of_results_does_not_tell_of_rows_that_come_and_go(language, lines_of_rows):
    of_plan, of_results = sample(), sample(form=results_form(plan_of_sample(), CODE, "2023-H1"))

    for write in (form_hwpx, form_xlsx):
        told = "\n".join(printed(write(of_plan, language)))
        assert all(line in told for line in lines_of_rows)
        told = "\n".join(printed(write(of_results, language)))
        assert not any(line in told for line in lines_of_rows)
    helped = list(help_lines(of_results, language))
    assert [line[:3] for line in helped] == [f"{number}. " for number in range(1, 7)]
    assert set(helped) | set(help_lines(of_plan, language)) <= set(texts_around(of_results, language))


def printed(data):
    if data.startswith(b"PK") and b"xl/" in data:
        book = openpyxl.load_workbook(io.BytesIO(data))
        return [str(value) for page in book for value in filled_in(page).values()]
    return lines(data)
