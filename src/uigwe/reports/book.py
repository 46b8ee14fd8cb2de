"""The findings as a workbook: one sheet of findings, one that sums them up, one of the checks that ran and could not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from uigwe.audit import CHECKS, Finding, Level, Type
from uigwe.reports.audited import Audited
from uigwe.reports.cells import Cells, for_paper, workbook
from uigwe.reports.words import day, label, proposed, read_as, title_of
from uigwe.texts import grounds, page, say, word

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FILLS = {
    Level.ERROR: ("#F8D7DA", "#7A1420"),
    Level.DOUBT: ("#FFF1C9", "#6B4A00"),
    Level.NOTICE: ("#E3EEF9", "#1D3C5E"),
}
_COLUMNS = (
    ("number", 6), ("level", 11), ("type", 11), ("check", 24), ("code", 10), ("title", 26), ("page", 6), ("line", 8),
    ("finding", 58), ("value-one", 16), ("value-other", 16), ("value-more", 18), ("reason", 40), ("reading", 34), ("steps", 34), ("advice", 44),
    ("proposal", 40), ("state", 12), ("key", 18),
)  # fmt: skip


def findings_xlsx(audited: Audited, language: str = "ko") -> bytes:
    """The workbook."""
    title = label("report-title", language, body=audited.body, title=audited.plan.title)

    def fill(book: Workbook) -> None:
        sheets = _Sheets(book, audited, language)
        sheets.findings()
        sheets.overview(title)
        sheets.checks()

    return workbook(fill, title=title, author=audited.body, day=audited.day)


class _Sheets(Cells):
    """The sheets of one workbook."""

    def __init__(self, book: Workbook, audited: Audited, language: str) -> None:
        super().__init__(book)
        self.audited, self.language = audited, language

    def word(self, key: str, **facts: object) -> str:
        return label(key, self.language, **facts)

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
        for_paper(sheet, landscape=True)
        sheet.repeat_rows(0)

    def finding(self, sheet: Worksheet, row: int, finding: Finding) -> None:
        """The cells of one finding."""
        said, language = say(finding, self.language), self.language
        fill, ink = _FILLS[finding.level]
        values = finding.values
        behind = grounds(finding, self.audited.plan, language)
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
            behind.words if behind else "",
            read_as(behind) if behind else "",
            "\n".join(finding.steps or (behind.steps if behind else ())),
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
        for_paper(sheet, landscape=False)

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
        for_paper(sheet, landscape=True)
