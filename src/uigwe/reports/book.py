"""The findings as a workbook: one sheet of findings, one that sums them up, one of the checks that ran and could not.

No cell is ever a formula: what looks like one is text, and marked as text. Plain numbers are numbers, with their printed digits.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from uigwe.audit import CHECKS, Finding, Level, Type
from uigwe.reports.audited import Audited
from uigwe.reports.words import day, label, proposed, title_of
from uigwe.texts import page, say, word

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_NUMBER = re.compile(r"(?P<sign>[-−–△▲])?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?")
# A spreadsheet may take a text that starts so for a formula when somebody edits the cell or saves it as CSV.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_DIGITS = 15  # a spreadsheet keeps no more
_CELL = 32_000
_FILLS = {
    Level.ERROR: ("#F8D7DA", "#7A1420"),
    Level.DOUBT: ("#FFF1C9", "#6B4A00"),
    Level.NOTICE: ("#E3EEF9", "#1D3C5E"),
}
_COLUMNS = (
    ("number", 6), ("level", 11), ("type", 11), ("check", 24), ("code", 10), ("title", 26), ("page", 6), ("line", 8),
    ("finding", 58), ("value-one", 16), ("value-other", 16), ("value-more", 18), ("steps", 34), ("advice", 44),
    ("proposal", 40), ("state", 12), ("key", 18),
)  # fmt: skip


def findings_xlsx(audited: Audited, language: str = "ko") -> bytes:
    """The workbook."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        title = label("report-title", language, body=audited.body, title=audited.plan.title)
        made = datetime.combine(audited.day, time())
        book.set_properties({"title": title, "author": audited.body, "comments": "Uigwe", "created": made})
        sheets = _Sheets(book, audited, language)
        sheets.findings()
        sheets.overview(title)
        sheets.checks()
    return out.getvalue()


class _Sheets:
    """The sheets of one workbook and the looks of their cells."""

    def __init__(self, book: Workbook, audited: Audited, language: str) -> None:
        self.book, self.audited, self.language = book, audited, language
        self.looks: dict[tuple[tuple[str, object], ...], Format] = {}

    def word(self, key: str, **facts: object) -> str:
        return label(key, self.language, **facts)

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

    def findings(self) -> None:
        """One row per finding, with filters and a head that stays."""
        sheet = self.book.add_worksheet(self.word("findings"))
        found = self.audited.findings
        self.heads(sheet, 0, (self.word(name) for name, _ in _COLUMNS))
        for column, (name, width) in enumerate(_COLUMNS):
            hidden = {"hidden": True} if name == "proposal" and not self.audited.proposals else {}
            sheet.set_column(column, column, width, None, hidden)
        sheet.set_row(0, 24)
        for row, finding in enumerate(found, 1):
            self.finding(sheet, row, finding)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(1, len(found)), len(_COLUMNS) - 1)
        _for_paper(sheet, landscape=True)
        sheet.repeat_rows(0)

    def finding(self, sheet: Worksheet, row: int, finding: Finding) -> None:
        """The cells of one finding."""
        said, language = say(finding, self.language), self.language
        fill, ink = _FILLS[finding.level]
        values = finding.values
        cells: Sequence[str | int] = (
            row,
            word("level", finding.level, language),
            word("type", finding.type, language),
            said.title,
            finding.code,
            title_of(self.audited.plan, finding.code, language) if finding.code else finding.place.heading,
            finding.place.page or "",
            finding.place.line or "",
            said.sentence,
            "",
            "",
            " / ".join(values[2:]),
            "\n".join(finding.steps),
            said.advice,
            "\n".join(proposed(self.audited.proposals.get(finding.key, ()), language)),
            self.state(finding),
            finding.key,
        )
        for column, cell in enumerate(cells):
            if column == 1:
                self.put(sheet, row, column, str(cell), bg_color=fill, font_color=ink, bold=True, align="center")
            else:
                self.put(sheet, row, column, cell)
        for column, value in enumerate(values[:2], 9):
            self.printed(sheet, row, column, value)

    def state(self, finding: Finding) -> str:
        """Accepted or open; and against an earlier audit, new or still there."""
        if finding.key in self.audited.accepted:
            return self.word("accepted")
        if self.audited.progress is None:
            return self.word("open")
        return self.word("new" if self.audited.is_new(finding) else "still")

    def overview(self, title: str) -> None:
        """How many there are: by goal and level, by type, by check."""
        sheet = self.book.add_worksheet(self.word("overview"))
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 52)
        sheet.set_column(2, 5, 12)
        sheet.write_string(0, 0, title, self.book.add_format({"bold": True, "font_size": 14}))
        report = self.audited.report
        told = self.word("checks-line", ran=len(report.ran), skipped=len(report.skipped))
        sheet.write_string(1, 0, f"{self.word('as-of', day=day(self.audited.day, self.language))} · {told}")
        row = self.counted(sheet, 3, "by-goal", self.goals())
        types = [(kind.value, word("type", kind, self.language), kind) for kind in Type]
        found = self.audited.findings
        row = self.counted(
            sheet,
            row + 1,
            "by-type",
            [("", told, [one for one in found if one.type is kind]) for _, told, kind in types],
        )
        checks = [(id, page(id, self.language).title) for id in report.ran]
        by_check = [("", told, [one for one in found if one.check == id]) for id, told in checks]
        self.counted(sheet, row + 1, "by-check", [one for one in by_check if one[2]])
        _for_paper(sheet, landscape=False)

    def goals(self) -> list[tuple[str, str, list[Finding]]]:
        """The findings of each goal and task, and those of the plan as a whole."""
        plan, found = self.audited.plan, self.audited.findings
        rows = [("", self.word("whole-plan"), [one for one in found if not one.code])]
        rows += [(node.code, node.title, [one for one in found if one.code == node.code]) for node in plan.nodes()]
        return [row for row in rows if row[2]]

    def counted(self, sheet: Worksheet, row: int, head: str, rows: Sequence[tuple[str, str, Sequence[Finding]]]) -> int:
        """A table of counts by level; the row after it comes back."""
        self.heads(
            sheet,
            row,
            (self.word(head), "", *(word("level", level, self.language) for level in Level), self.word("total")),
        )
        everything = [one for _, _, found in rows for one in found]
        for code, title, found in (*rows, ("", self.word("total"), everything)):
            row += 1
            last = found is everything
            by_level = Counter(one.level for one in found)
            self.put(sheet, row, 0, code, bold=last)
            self.put(sheet, row, 1, title, bold=last)
            for column, level in enumerate(Level, 2):
                fill = {"bg_color": _FILLS[level][0]} if by_level[level] and not last else {}
                self.put(sheet, row, column, by_level[level], bold=last, **fill)
            self.put(sheet, row, 5, len(found), bold=True)
        return row + 1

    def checks(self) -> None:
        """Every check: whether it ran, what it found, or why it could not."""
        sheet = self.book.add_worksheet(self.word("checks"))
        for column, width in enumerate((24, 44, 14, 14, 10, 40)):
            sheet.set_column(column, column, width)
        self.heads(sheet, 0, (self.word(key) for key in ("key", "check", "type", "state", "count", "why-skipped")))
        skipped = dict(self.audited.report.skipped)
        ran = set(self.audited.report.ran)
        row = 0
        for check in CHECKS:
            if check.id not in ran and check.id not in skipped:
                continue
            row += 1
            count = sum(one.check == check.id for one in self.audited.findings)
            self.put(sheet, row, 0, check.id)
            self.put(sheet, row, 1, page(check.id, self.language).title)
            self.put(sheet, row, 2, word("type", check.type, self.language))
            self.put(sheet, row, 3, self.word("skipped" if check.id in skipped else "ran"))
            self.put(sheet, row, 4, "" if check.id in skipped else count)
            self.put(sheet, row, 5, word("need", skipped[check.id], self.language) if check.id in skipped else "")
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, row), 5)
        _for_paper(sheet, landscape=True)


def _for_paper(sheet: Worksheet, *, landscape: bool) -> None:
    """A4, as wide as the paper, numbered pages."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&P / &N")
