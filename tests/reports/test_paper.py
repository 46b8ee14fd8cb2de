"""A paper as a document and as a workbook: the same facts in both, nothing a formula."""

from __future__ import annotations

from datetime import date

from tests.reports.reading import drawn, lines, sheets
from uigwe.reports.paper import Column, OfficePaper, PaperSection, office_paper, paper_hwpx, paper_xlsx

PAPER = OfficePaper(
    "성과관리 점검회의 자료",
    "가나부",
    date(2023, 7, 3),
    (("기준일", "2023. 6. 30."), ("계획", "시행계획")),
    (
        PaperSection("요약", ("달성 3건, 미달 1건",), blank=1),
        PaperSection(
            "지표별 실적",
            columns=(Column("코드", 1), Column("지표", 4), Column("실적", 1, figures=True)),
            rows=(("Ⅰ-1-①", "=생존율", "1,234.50"), ("Ⅰ-1-②", "만족도", "측정 안 됨")),
        ),
        PaperSection("지표별 실적", columns=(Column("코드"),), rows=(("Ⅰ",),)),
    ),
    ("기록의 끝: 12 abc",),
)


WORDS = ("성과관리 점검회의 자료", "2023. 6. 30.", "달성 3건, 미달 1건", "=생존율", "측정 안 됨", "기록의 끝: 12 abc")


def test_the_workbook_holds_every_word():
    words = [str(cell.value) for sheet in sheets(paper_xlsx(PAPER)) for row in sheet.iter_rows() for cell in row]
    assert [word for word in WORDS if word not in words] == []


def test_the_document_holds_every_word():
    text = "\n".join(lines(office_paper("hwpx", PAPER)))
    assert [word for word in WORDS if word not in text] == []
    assert drawn(paper_hwpx(PAPER)).page_count == 1


def test_a_figure_is_a_number_and_a_text_is_never_a_formula():
    sheet = sheets(paper_xlsx(PAPER)).worksheets[1]
    assert (sheet["C2"].value, sheet["C2"].number_format) == (1234.5, "#,##0.00")
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=생존율", "s")


def test_two_tables_of_one_name_are_two_sheets():
    assert len(sheets(paper_xlsx(PAPER)).sheetnames) == 3


def test_the_same_paper_gives_the_same_bytes():
    assert paper_hwpx(PAPER) == paper_hwpx(PAPER)
    assert paper_xlsx(PAPER) == paper_xlsx(PAPER)
