"""A form as a workbook that opens in Excel and in Hancom Cell: one sheet to fill in, one that says how.

Every cell is text, marked as text, so that `1/4` and `=1` stay what was typed. Cells that are only shown are grey and locked,
without a password; rows may be inserted and sorted, columns made wider.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from math import ceil
from typing import TYPE_CHECKING

from uigwe.files.hwpx import ems
from uigwe.reports.form_sheet import (
    Box,
    FormRow,
    FormSheet,
    FormTable,
    banner_of,
    facts_of,
    help_lines,
    mark_line,
    numbered,
    tables_of,
)
from uigwe.texts import glossary
from uigwe.texts.forms import WORDED, form_label, words_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

# A spreadsheet may take a text that starts so for a formula when somebody edits the cell or saves it as CSV.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LONGEST = 32_000
_KEY_WIDTH = 9.0
# How wide a column wants to be, in letters.
_WISHES: Mapping[str, float] = {
    "title": 40, "name": 40, "text": 46, "reason": 40, "source": 40, "done": 40, "account": 14, "when": 12, "note": 12,
    "struck": 12, "code": 11, "amount": 11, "spent": 12, "target": 11, "as_of": 12, "done_on": 12, "state": 10, "counting": 14, "why": 24,
}  # fmt: skip
_NARROW = 10.0
_STRETCHED = (
    "title",
    "formula",
    "evidence",
)  # of a table with fewer columns than the sheet, the one that takes the rest
_CENTRED = {
    "unit",
    "actual",
    "target",
    "nature",
    "quantification",
    "quarter",
    "level",
    "finality",
    "state",
    "n",
    "when",
    "counting",
}
_RIGHT = {"amount", "spent", "numerator", "denominator", "value"}
_SHUT, _OPEN, _HEAD, _LABEL = "#EDEDED", "#FFFEF2", "#DCE4F0", "#F0F3F8"
_HEAD_ROWS = 3  # title, number of the form, what it is about
_ENTERABLE = 1_000  # rows below the form that can be written in


def form_xlsx(sheet: FormSheet, language: str = "ko") -> bytes:
    """The workbook to be filled in and sent back."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        made = datetime.combine(sheet.day, time())
        title = f"{banner_of(sheet, language)} ({sheet.form.code})"
        book.set_properties({"title": title, "author": sheet.body, "comments": "Uigwe", "created": made})
        filler = _Filler(book, sheet, language)
        filler.form()
        filler.help()
    return out.getvalue()


class _Filler:
    """The sheets of one workbook, written from above to below; looks are made once and used again."""

    def __init__(self, book: Workbook, sheet: FormSheet, language: str) -> None:
        self.book, self.sheet, self.language = book, sheet, language
        self.tables = tables_of(sheet.form, language, wide=True)
        self.last = max(4, *(len(table.columns) for table in self.tables))  # the last column, after that of the keys
        self.looks: dict[tuple[tuple[str, object], ...], Format] = {}
        self.wide: dict[int, float] = {}
        self.row = 0

    def look(self, **properties: object) -> Format:
        """A look of cells. Numbers are never made of what is typed: every cell is text."""
        key = tuple(sorted(properties.items()))
        if key not in self.looks:
            plain = {"font_name": "Malgun Gothic", "font_size": 10, "valign": "vcenter", "text_wrap": True}
            self.looks[key] = self.book.add_format({**plain, "num_format": "@", "locked": True, **properties})
        return self.looks[key]

    def put(self, page: Worksheet, column: int, text: str, **properties: object) -> None:
        """A text in the row that is being written."""
        risky = {"quote_prefix": True} if text.startswith(_RISKY) else {}
        if text:
            page.write_string(self.row, column, text[:_LONGEST], self.look(**properties, **risky))
        else:
            page.write_blank(self.row, column, None, self.look(**properties))

    def across(self, page: Worksheet, first: int, last: int, text: str, **properties: object) -> None:
        """A text over several columns."""
        if first == last:
            self.put(page, first, text, **properties)
        else:
            page.merge_range(self.row, first, self.row, last, "", self.look(**properties))
            self.put(page, first, text, **properties)

    def form(self) -> None:
        """The sheet to fill in."""
        page = self.book.add_worksheet(form_label("sheet-form", self.language))
        self.widths(page)
        self.head(page)
        page.freeze_panes(_HEAD_ROWS, 0)
        for number, table in enumerate(self.tables, 1):
            self.table(page, number, table)
        self.row += 1
        self.across(page, 0, self.last, form_label("mark-note", self.language), font_size=9, font_color="#595959")
        self.row += 1
        self.across(page, 0, self.last, mark_line(self.sheet, self.language), font_size=9, font_color="#595959")
        self.protected(page)
        page.ignore_errors({"number_stored_as_text": f"A1:Z{self.row + _ENTERABLE}"})
        self.for_paper(page)

    def widths(self, page: Worksheet) -> None:
        """Columns as wide as the widest wish of the tables that share them."""
        for table in self.tables:
            for name, first, last in self.spread(table):
                if first == last:
                    self.wide[first] = max(self.wide.get(first, _NARROW), _WISHES.get(name.partition(".")[0], _NARROW))
        typed = self.look(locked=False)
        page.set_column(0, 0, _KEY_WIDTH)
        for at in range(1, self.last + 1):
            page.set_column(at, at, self.wide.setdefault(at, _NARROW), typed)

    def spread(self, table: FormTable) -> Iterator[tuple[str, int, int]]:
        """Each column of a table with the first and the last column of the sheet that it takes."""
        spare = self.last - len(table.columns)
        stretched = next((one for one in _STRETCHED if one in table.columns), "")
        at = 1
        for name in table.columns:
            end = at + (spare if name == stretched else 0)
            yield name, at, end
            at = end + 1

    def head(self, page: Worksheet) -> None:
        """Title, number of the form, and what it is about; it stays in sight."""
        self.across(
            page, 0, self.last, banner_of(self.sheet, self.language), bold=True, font_size=16, align="center",
            font_color="#1F3864", bottom=2, bottom_color="#1F3864",
        )  # fmt: skip
        page.set_row(self.row, 30)
        self.row += 1
        grey = {"font_size": 9, "font_color": "#595959", "align": "right"}
        self.across(page, 0, self.last, mark_line(self.sheet, self.language), **grey)
        facts = facts_of(self.sheet, self.language)
        edge = {"border": 1, "border_color": "#A6A6A6"}
        for pair in (facts[2:3], facts[0:2], facts[3:5], facts[5:6]):
            self.row += 1
            ends = [(0, 1, self.last)] if len(pair) == 1 else [(0, 1, 1), (2, 3, self.last)]
            for (name, value), (label, first, last) in zip(pair, ends, strict=True):
                self.put(page, label, name, bold=True, align="center", bg_color=_LABEL, font_size=9, **edge)
                self.across(page, first, last, value, **edge)
            page.set_row(self.row, 18 if len(pair) == 1 or max(len(value) for _, value in pair) < 24 else 32)
        self.row += 1
        self.framed(page, "guideline", self.sheet.guideline.split("\n") if self.sheet.guideline.strip() else ())
        self.framed(page, "findings", self.sheet.findings)

    def framed(self, page: Worksheet, key: str, lines: Sequence[str]) -> None:
        """Lines in a frame under their name; nothing where there are none."""
        if not lines:
            return
        self.across(page, 0, self.last, form_label(key, self.language), bold=True, font_color="#1F3864", font_size=11)
        self.row += 1
        for line in lines:
            self.across(page, 0, self.last, line, bg_color="#FAFAFA", border=1, border_color="#D9D9D9")
            page.set_row(self.row, 16 * (1 + len(line) // 110))
            self.row += 1

    def table(self, page: Worksheet, number: int, table: FormTable) -> None:
        """Name, hint, heads and rows of one table."""
        self.row += 1
        title = numbered(number, table)
        self.across(page, 0, self.last, title, bold=True, font_size=12, font_color="#1F3864")
        page.set_row(self.row, 20)
        self.row += 1
        self.across(page, 0, self.last, table.hint, font_size=9, font_color="#404040")
        self.row += 1
        page.set_row(self.row, 30)
        edge = {"border": 1, "border_color": "#7F7F7F"}
        dress = {"bold": True, "bg_color": _HEAD, "align": "center", **edge}
        self.put(page, 0, form_label("col-key", self.language), **{**dress, "font_size": 8})
        spread = list(self.spread(table))
        for (_, first, last), text in zip(spread, table.heads, strict=True):
            self.across(page, first, last, text, **dress)
        top = self.row + 1
        for row in table.rows:
            self.row += 1
            self.line(page, row, spread)
        self.choices(page, table, spread, top)
        self.row += 1

    def line(self, page: Worksheet, row: FormRow, spread: Sequence[tuple[str, int, int]]) -> None:
        """One row of a table, as high as the fullest of its cells needs, with room for a little more."""
        edge = {"border": 1, "border_color": "#A6A6A6"}
        tiny = {"font_size": 7, "font_color": "#8C8C8C", "align": "center", "bg_color": "#F7F7F7"}
        self.put(page, 0, row.key, **tiny, **edge)
        lines = 1
        for (_, first, last), box in zip(spread, row.boxes, strict=True):
            self.across(page, first, last, box.text, **_dress(box), **edge)
            room = sum(self.wide[at] for at in range(first, last + 1))
            lines = max(lines, sum(ceil(2.15 * ems(line) / room) or 1 for line in box.text.split("\n")))
        page.set_row(self.row, min(400, 8 + 14 * lines))

    def choices(self, page: Worksheet, table: FormTable, spread: Sequence[tuple[str, int, int]], top: int) -> None:
        """Lists to choose from, for columns of words of ours; other words may be typed all the same."""
        known = glossary()
        for at, (name, column, _) in enumerate(spread):
            if name in WORDED:
                words = list(words_of(name, self.language))
            elif name in ("nature", "quantification"):
                words = list(known[name])
            else:
                continue
            if any(not row.boxes[at].locked for row in table.rows):
                rule = {"validate": "list", "source": words, "error_type": "warning", "ignore_blank": True}
                page.data_validation(top, column, max(top, self.row), column, rule)

    def protected(self, page: Worksheet) -> None:
        """Locked without a password: against slips, not against people."""
        may = (
            "insert_rows", "delete_rows", "format_cells", "format_columns", "format_rows", "sort", "autofilter",
            "insert_columns", "objects",
        )  # fmt: skip
        page.protect("", dict.fromkeys(may, True))

    def help(self) -> None:
        """The sheet that says how to fill the form in."""
        page = self.book.add_worksheet(form_label("sheet-help", self.language))
        page.set_column(0, 0, 110)
        self.row = 0
        self.put(page, 0, form_label("sheet-help", self.language), bold=True, font_size=14, font_color="#1F3864")
        for line in help_lines(self.sheet, self.language):
            self.row += 1
            self.put(page, 0, line, font_size=11)
            page.set_row(self.row, 34)
        page.protect("")
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)

    def for_paper(self, page: Worksheet) -> None:
        """A4 across, as wide as the paper, numbered pages."""
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.set_footer("&C&P / &N")
        page.print_area(0, 0, self.row, self.last)


def _dress(box: Box) -> dict[str, object]:
    """How the cell of a box looks: white to be filled in, grey and locked to be read."""
    name = box.column.partition(".")[0]
    align = "center" if name in _CENTRED else "right" if name in _RIGHT else "left"
    return {"align": align, "bg_color": _SHUT if box.locked else _OPEN, "locked": box.locked}
