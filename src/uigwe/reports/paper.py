"""A paper that the office owes: facts on top, then sections of sentences and tables. One value, as a document and as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from uigwe.files.hwpx import Align, Look, Paper, Paragraph, Table, ems, paragraph, write_hwpx
from uigwe.reports.cells import Cells, for_paper, workbook
from uigwe.reports.dress import BODY, LABEL_FILL, SECTION, SMALL, banner, head, text_cell

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_WIDE = 174.0
_SHEET_NAME = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, its share of the width, and whether it holds figures."""

    title: str
    width: float = 1.0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A heading, sentences beneath it, and a table. `blank`: lines left free for somebody to write."""

    title: str
    lines: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    blank: int = 0


@dataclass(frozen=True, slots=True)
class OfficePaper:
    """A whole paper: title, the body whose it is, its day, facts on top, sections, what stands small at its end, and an unseen mark."""

    title: str
    body: str
    day: date
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[PaperSection, ...] = ()
    foot: tuple[str, ...] = ()
    mark: str = ""


def paper_hwpx(paper: OfficePaper) -> bytes:
    """The paper as a document."""
    parts: list[Paragraph | Table] = [banner(paper.title, size=17), paragraph("", Look(size=5))]
    if paper.facts:
        parts.append(_facts(paper.facts))
    for section in paper.sections:
        parts.append(paragraph(f"□ {section.title}", SECTION))
        parts += [paragraph(f"○ {line}", BODY) for line in section.lines]
        if section.columns:
            parts.append(_table(section))
        parts += [paragraph("○ ", BODY) for _ in range(section.blank)]
    small = replace(SMALL, color="#404040", before=3)
    parts += [paragraph(line, small if number else replace(small, before=10)) for number, line in enumerate(paper.foot)]
    return write_hwpx(parts, title=paper.title, author=paper.body, day=paper.day, paper=Paper(18, 18), mark=paper.mark)


def _facts(facts: Sequence[tuple[str, str]]) -> Table:
    label = max(24.0, min(44.0, max(ems(name) for name, _ in facts) * 4.0 + 6))
    rows = tuple(
        (text_cell(name, SMALL, bold=True, center=True, fill=LABEL_FILL), text_cell(text)) for name, text in facts
    )
    return Table((label, _WIDE - label), rows)


def _table(section: PaperSection) -> Table:
    whole = sum(column.width for column in section.columns)
    widths = tuple(_WIDE * column.width / whole for column in section.columns)
    heads = tuple(head(column.title) for column in section.columns)
    look = replace(SMALL, size=8.5, spacing=130)
    figures = replace(look, align=Align.RIGHT)
    rows = tuple(
        tuple(
            text_cell(text, figures if column.figures else look)
            for text, column in zip(row, section.columns, strict=True)
        )
        for row in section.rows
    )
    return Table(widths, (heads, *rows), heads=1)


def paper_xlsx(paper: OfficePaper) -> bytes:
    """The paper as a workbook: the facts and sentences on the first sheet, each table on one of its own."""

    def fill(book: Workbook) -> None:
        _Sheets(book, paper).fill()

    return workbook(fill, title=paper.title, author=paper.body, day=paper.day, mark=paper.mark)


class _Sheets(Cells):
    """The sheets of one paper."""

    def __init__(self, book: Workbook, paper: OfficePaper) -> None:
        super().__init__(book)
        self.paper = paper
        self.names: set[str] = set()

    def fill(self) -> None:
        self.front()
        for section in self.paper.sections:
            if section.columns:
                self.table(section)

    def name(self, title: str) -> str:
        """A name that a sheet may have and that no other has."""
        plain = title.translate(_SHEET_NAME)[:28].strip() or "-"
        found, number = plain, 1
        while found.lower() in self.names:
            number += 1
            found = f"{plain[:26]} {number}"
        self.names.add(found.lower())
        return found

    def front(self) -> None:
        sheet = self.book.add_worksheet(self.name(self.paper.title))
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 90)
        sheet.write_string(0, 0, self.paper.title, self.look(bold=True, font_size=14, border=0))
        row = 2
        for name, text in self.paper.facts:
            self.put(sheet, row, 0, name, bold=True, bg_color="#F0F3F8")
            self.put(sheet, row, 1, text)
            row += 1
        for section in self.paper.sections:
            for number, line in enumerate(section.lines):
                self.put(sheet, row + 1, 0, section.title if not number else "", bold=True)
                self.put(sheet, row + 1, 1, line)
                row += 1
        for line in self.paper.foot:
            self.put(sheet, row + 2, 1, line, border=0, font_color="#595959")
            row += 1
        for_paper(sheet, landscape=False)

    def table(self, section: PaperSection) -> None:
        sheet = self.book.add_worksheet(self.name(section.title))
        whole = sum(column.width for column in section.columns)
        self.heads(sheet, 0, [column.title for column in section.columns])
        for number, column in enumerate(section.columns):
            sheet.set_column(number, number, max(8, 130 * column.width / whole))
        for number, row in enumerate(section.rows, 1):
            for at, (text, column) in enumerate(zip(row, section.columns, strict=True)):
                (self.printed if column.figures else self.put)(sheet, number, at, text)
        sheet.freeze_panes(1, 0)
        if section.rows:
            sheet.autofilter(0, 0, len(section.rows), len(section.columns) - 1)
        for_paper(sheet, landscape=len(section.columns) > 5)
        sheet.repeat_rows(0)


def office_paper(form: str, paper: OfficePaper) -> bytes:
    """The paper as `hwpx` or `xlsx`."""
    return paper_xlsx(paper) if form == "xlsx" else paper_hwpx(paper)
