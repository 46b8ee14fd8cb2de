"""Cells of the workbooks that we write.

No cell is ever a formula: what looks like one is text, and marked as text. Plain numbers are numbers, with their printed digits.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_NUMBER = re.compile(r"(?P<sign>[-−–△▲])?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?")
# A spreadsheet may take a text that starts so for a formula when somebody edits the cell or saves it as CSV.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_DIGITS = 15  # a spreadsheet keeps no more
_CELL = 32_000


def workbook(fill: Callable[[Workbook], None], *, title: str, author: str, day: date, mark: str = "") -> bytes:
    """A workbook with what `fill` puts into it, made on this day; its mark is a property that nobody sees."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        made = datetime.combine(day, time())
        properties = {"title": title, "author": author, "comments": "Uigwe", "keywords": mark, "created": made}
        book.set_properties(properties)
        fill(book)
    return out.getvalue()


class Cells:
    """Puts texts and figures into the sheets of one workbook, and keeps the looks of its cells."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.looks: dict[tuple[tuple[str, object], ...], Format] = {}

    def look(self, **properties: object) -> Format:
        """A look of cells, made once."""
        key = tuple(sorted(properties.items()))
        if key not in self.looks:
            plain = {"font_name": "Malgun Gothic", "font_size": 10, "valign": "top"}
            self.looks[key] = self.book.add_format({**plain, "border": 1, "border_color": "#BFBFBF", **properties})
        return self.looks[key]

    def put(self, sheet: Worksheet, row: int, column: int, text: str | int, **properties: object) -> None:
        """A text or a count; a text is never taken for anything else."""
        if isinstance(text, int):
            sheet.write_number(row, column, text, self.look(num_format="#,##0", **properties))
            return
        if not text:
            sheet.write_blank(row, column, None, self.look(**properties))
            return
        risky = {"quote_prefix": True} if text.startswith(_RISKY) else {}
        sheet.write_string(row, column, text[:_CELL], self.look(text_wrap=True, **risky, **properties))

    def printed(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        """A printed figure: a number with its printed digits when it is one, otherwise text."""
        match = _NUMBER.fullmatch(text.strip())
        digits = (match["digits"] + (match["rest"] or "")).replace(",", "") if match else ""
        if not match or len(digits.replace(".", "").lstrip("0")) > _DIGITS:
            self.put(sheet, row, column, text)
            return
        whole = "#,##0" if "," in match["digits"] else "0"
        shape = whole + ("." + "0" * (len(match["rest"]) - 1) if match["rest"] else "")
        if match["sign"] in ("△", "▲"):
            shape = f'{shape};"{match["sign"]}"{shape}'
        value = -Decimal(digits) if match["sign"] else Decimal(digits)
        sheet.write_number(row, column, value, self.look(num_format=shape, align="right"))

    def heads(self, sheet: Worksheet, row: int, words: Iterable[str]) -> None:
        """A row of heads."""
        for column, text in enumerate(words):
            self.put(
                sheet, row, column, text, bold=True, bg_color="#1F3864", font_color="#FFFFFF", align="center",
                valign="vcenter",
            )  # fmt: skip


def for_paper(sheet: Worksheet, *, landscape: bool) -> None:
    """A4, as wide as the paper, numbered pages."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&P / &N")
