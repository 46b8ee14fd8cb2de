"""The workbook of findings: filters, words, numbers that stay numbers, and no formula whatever a plan holds."""

from dataclasses import replace

import pytest

from tests.builders import indicator, plan
from tests.reports.audits import FAULTY, audited
from tests.reports.reading import sheets
from tests.shipped import pack, report
from uigwe.audit import Level
from uigwe.reports import findings_xlsx
from uigwe.texts import say, word


def rows(data):
    sheet = sheets(data).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_row_for_every_finding_in_its_words():
    about = audited()

    found = rows(findings_xlsx(about))

    assert [row["내용"].value for row in found] == [say(one).sentence for one in about.findings]
    assert [row["수준"].value for row in found] == [word("level", one.level) for one in about.findings]
    assert [row["식별 번호"].value for row in found] == [one.key for one in about.findings]


def test_levels_are_told_by_colour_and_by_word():
    about = replace(audited(), plan=pack().plan, report=report())
    fills = {row["수준"].value: row["수준"].fill.fgColor.rgb for row in rows(findings_xlsx(about))}

    assert len(set(fills.values())) == len(fills) == len(Level)


def test_the_head_stays_and_the_columns_can_be_filtered():
    book = sheets(findings_xlsx(audited()))

    assert book.sheetnames == ["확인 필요 사항", "요약", "점검 규칙"]
    first = book.worksheets[0]
    assert (first.freeze_panes, first.auto_filter.ref) == ("C2", f"A1:S{len(audited().findings) + 1}")
    assert first.column_dimensions["I"].width > 50


def test_the_summary_counts_by_goal_and_adds_up():
    about = audited()
    sheet = sheets(findings_xlsx(about)).worksheets[1]
    table = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    total = next(row for row in table if row[1] == "계")

    assert total[5] == len(about.findings)
    assert total[2] == about.report.count(Level.ERROR)
    assert next(row for row in table if row[0] == "Ⅰ-1-②")[1] == "물길을 잇는다"


def test_the_checks_are_listed_with_the_reason_why_they_could_not_run():
    table = [[cell.value for cell in row] for row in sheets(findings_xlsx(audited())).worksheets[2].iter_rows()]
    by_id = {row[0]: row for row in table}

    assert by_id["target-basis"][3:5] == ["적용", 1]
    assert by_id["sum"][3:] == ["적용하지 못함", None, "본문 수치가 있어야 합니다"]


@pytest.mark.parametrize(
    ("written", "value", "shape"),
    [
        ("-5", -5, "0"),
        ("△7.3", -7.3, '0.0;"△"0.0'),
        ("40.0", 40.0, "0.0"),
        ("1,130", 1130, "#,##0"),
        ("88.4%", "88.4%", None),
        ("=1+1", "=1+1", None),
        ("-5+3", "-5+3", None),
        ("12345678901234567", "12345678901234567", None),
        ("0.37.5", "0.37.5", None),
    ],
)
def test_a_printed_figure_stays_what_it_is(written, value, shape):
    about = audited()
    first = replace(about.findings[0], values=(written,))
    [row] = rows(findings_xlsx(replace(about, report=replace(about.report, findings=(first,)))))

    cell = row["적힌 값"]

    assert cell.value == value
    assert cell.data_type == ("n" if shape else "s")
    assert shape is None or cell.number_format == shape


@pytest.mark.parametrize("evil", ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "{=1}", "＝1+1"])
def test_no_cell_becomes_a_formula(evil):
    tampered = plan(indicator(evil, past={2022: 92}, target="90"), title=evil)
    book = sheets(findings_xlsx(audited(tampered)))

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]

    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    risky = [
        cell for cell in cells if cell.data_type == "s" and cell.value.startswith(("=", "+", "-", "@", "\t", "＝"))
    ]
    assert all(cell.quotePrefix for cell in risky)


def test_against_an_earlier_audit_each_finding_is_new_or_still_there():
    before = plan(indicator("만족도", past={2022: 80}, target="84", basis="last * 110 %", annex={2023: "85"}))

    states = {row["처리"].value for row in rows(findings_xlsx(audited(before=before)))}

    assert states == {"새로 생김", "그대로"}


def test_an_accepted_finding_says_so():
    about = audited()
    key = about.findings[0].key

    [told] = [
        row["처리"].value
        for row in rows(findings_xlsx(replace(about, accepted=frozenset([key]))))
        if row["식별 번호"].value == key
    ]

    assert told == "예외 인정"


def test_proposed_fixes_have_a_column_when_they_were_tried():
    told = " ".join(row["수정 제안"].value or "" for row in rows(findings_xlsx(audited(fixes=True))))

    assert "3분기 → 4분기" in told
    assert sheets(findings_xlsx(audited())).worksheets[0].column_dimensions["Q"].hidden


def test_the_same_audit_gives_the_same_bytes_in_both_languages():
    for language in ("ko", "en"):
        assert findings_xlsx(audited(), language) == findings_xlsx(audited(), language)
    assert sheets(findings_xlsx(audited(), "en")).sheetnames == ["Findings", "Summary", "Checks"]


def test_an_audit_without_findings_is_a_workbook_too():
    about = audited()
    empty = replace(about, report=replace(about.report, findings=()))

    assert sheets(findings_xlsx(empty)).worksheets[0].max_row == 1


def test_the_plan_of_2023_fits():
    about = replace(audited(FAULTY), plan=pack().plan, report=report())

    assert len(rows(findings_xlsx(about))) == len(report().findings)
