"""The counts that the document states about itself: of goals, tasks and indicators, and of the kinds of indicators."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line
from uigwe.documents.structure import tally_row
from uigwe.plan import Level

_COUNT = re.compile(r"^\d{1,4}$")
_SHARE = re.compile(r"^\((\d{1,3}(?:\.\d+)?)\s*%\)$")
_LEVELS = (Level.STRATEGIC, Level.GOAL, Level.TASK)


@dataclass(frozen=True, slots=True)
class Counted:
    """One stated count or share."""

    level: Level
    what: str
    written: str
    value: Decimal
    is_share: bool
    line: int


def read_counts(lines: Sequence[Line], layout: Layout) -> list[Counted]:
    """The six counts of a table of goals, tasks and indicators."""
    row = tally_row(lines, layout)
    if not row:
        return []
    line, numbers = row
    cells = [(level, what) for level in _LEVELS for what in ("items", "indicators")]
    return [
        Counted(level, what, str(number), Decimal(number), False, line.number)
        for (level, what), number in zip(cells, numbers, strict=True)
    ]


def read_kinds(lines: Sequence[Line], layout: Layout) -> list[Counted]:
    """The table of kinds: for each level the two counts, then a count and a share for each kind."""
    names = [(level, bare(word)) for level in _LEVELS for word in layout.levels[level.value]]
    stops = {bare(word) for name in ("strategic", "goal", "task") for word in layout.annex_tables[name]}
    level: Level | None = None
    seen: list[tuple[str, int]] = []
    rows: list[tuple[Level, list[tuple[str, int]]]] = []
    for line in lines:
        plain = bare(line.text)
        if re.sub(r"^\d", "", plain) in stops:
            break
        words = line.text.split()
        named = next((one for one, name in names if words and bare(words[0]) == name), None)
        if named and all(_COUNT.match(word) for word in words[1:]) and (len(words) > 1 or level is not named):
            level, seen = named, []
            rows.append((level, seen))
            words = words[1:]
        if level:
            seen += [(word, line.number) for word in words if _COUNT.match(word) or _SHARE.match(word)]
    return [counted for level, cells in rows for counted in _kinds(level, cells, layout)]


def _kinds(level: Level, cells: Sequence[tuple[str, int]], layout: Layout) -> Iterator[Counted]:
    """The counts of one level. A row that is not two counts and then count, share, count, share … is not taken apart."""
    if len(cells) < 2 or not all(_COUNT.match(written) for written, _ in cells[:2]):
        return
    for what, (written, line) in zip(("items", "indicators"), cells, strict=False):
        yield Counted(level, what, written, Decimal(written), False, line)
    shares = [_SHARE.match(written) for written, _ in cells[2:]]
    if [bool(share) for share in shares] != [False, True] * len(layout.kind_columns):
        return
    for index, ((written, line), share) in enumerate(zip(cells[2:], shares, strict=True)):
        what = layout.kind_columns[index // 2]
        yield Counted(level, what, written, Decimal(share[1] if share else written), bool(share), line)


def expected_kinds(layout: Layout) -> int:
    """How many counts and shares the table of kinds prints."""
    return len(_LEVELS) * (2 + 2 * len(layout.kind_columns))
