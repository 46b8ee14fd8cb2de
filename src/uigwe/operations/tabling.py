"""A plain table as a workbook: one sheet, a head, rows of text. What a site runs in a child, since the writer is heavy."""

import io
from collections.abc import Sequence

_SHEET = 31  # a spreadsheet takes no longer name
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_WIDEST, _NARROWEST = 60, 6


def table_file(title: str, rows: Sequence[Sequence[str]]) -> bytes:
    """The first row is the head. No cell is a formula; whole numbers are numbers."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(title.translate(_FORBIDDEN).strip(" '")[:_SHEET] or None)
        head = book.add_format({"bold": True, "bg_color": "#E8EEF5", "border": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
        for row, line in enumerate(rows):
            for column, text in enumerate(line):
                if row and text.lstrip("-").isdecimal() and text.isascii() and len(text) < 15:
                    sheet.write_number(row, column, int(text), cell)
                else:
                    sheet.write_string(row, column, text, cell if row else head)
        for column in range(len(rows[0]) if rows else 0):
            longest = max(_width(line[column]) for line in rows if column < len(line))
            sheet.set_column(column, column, min(max(longest + 2, _NARROWEST), _WIDEST))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    return out.getvalue()


def _width(text: str) -> int:
    """How wide a text is: letters beyond Latin take two."""
    return max((sum(2 if sign > "\u2e7f" else 1 for sign in line) for line in text.split("\n")), default=0)
