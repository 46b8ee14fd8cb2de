"""The heads of indicator tables: which years the columns stand for, and where the body of the table begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line
from uigwe.documents.years import YEAR, only_years, years_in

_YEARS = re.compile(rf"(?:{YEAR}\s*){{2,}}$")
_HEAD_LINES = 20


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of an indicator table: the years of its columns, the last of which is the target's; lines `first` to `body`."""

    first: int
    body: int
    years: tuple[int, ...]
    targets: int

    @property
    def past(self) -> tuple[int, ...]:
        """The years of the columns of results."""
        return self.years[: len(self.years) - self.targets]


def table_heads(lines: Sequence[Line], layout: Layout) -> Iterator[TableHead]:
    """The heads of the indicator tables among these lines, in order."""
    names = {bare(word) for word in layout.tables["indicator"]["name"]}
    at = 0
    while at < len(lines):
        if bare(lines[at].text) in names:
            head = _head(lines, at, layout)
            if head:
                yield head
                at = head.body
                continue
        at += 1


def _head(lines: Sequence[Line], first: int, layout: Layout) -> TableHead | None:
    cells = layout.tables["indicator"]
    seen_target = seen_past = False
    run: list[int] = []
    for at in range(first, min(first + _HEAD_LINES, len(lines))):
        text = lines[at].text
        seen_past = seen_past or layout.has(cells["past"], text)
        seen_target = seen_target or layout.has(cells["target"], text) or bare(text) == cells["target"][-1]
        years = _years(text)
        if len(years) >= 2 or (run and years and only_years(text)):
            run += years
            following = lines[at + 1].text if at + 1 < len(lines) else ""
            if not (_years(following) and only_years(following)):
                return _made(first, at + 1, run) if seen_past or seen_target else None
        elif years and only_years(text):
            run += years
        elif text[0] in "□<":
            return None
    return None


def _made(first: int, body: int, run: Sequence[int]) -> TableHead | None:
    if list(run) != sorted(set(run)) or len(run) < 2:
        return None
    # A jump of years, as from ’22 to ’27, or the last column: what stands behind it is promised, not achieved.
    return TableHead(first, body, tuple(run), 1)


def _years(text: str) -> list[int]:
    match = _YEARS.search(text)
    return years_in(match.group()) if match else years_in(text) if only_years(text) else []
