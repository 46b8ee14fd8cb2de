"""The milestones of a task as bars over the twelve months of its year: coordinates for an SVG drawn in the template."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from uigwe.plan import Milestone
from uigwe.values import EXACT, rounded

WIDTH, ROW = 960, 14


@dataclass(frozen=True, slots=True)
class Bar:
    """One milestone: from where, how long, on which row; `open` where an end of it is not printed."""

    row: int
    x: str
    width: str
    y: int
    open: bool


@dataclass(frozen=True, slots=True)
class Gantt:
    """Bars, month lines, and where the as-of date stands (None outside the year)."""

    bars: tuple[Bar, ...]
    months: tuple[tuple[int, int, int], ...]
    today: str | None
    height: int


def gantt(milestones: Sequence[Milestone], year: int, as_of: date) -> Gantt | None:
    """The year of a task; None when no milestone has a date."""
    dated = [one for one in milestones if one.start or one.end]
    if not dated:
        return None
    bars = []
    for index, one in enumerate(dated):
        left = max(one.start or date(year, 1, 1), date(year, 1, 1))
        right = min(one.end or date(year, 12, 31), date(year, 12, 31))
        if right < left:
            continue
        x, end = _across(left, year), _across(right, year, after=True)
        bars.append(
            Bar(
                one.row,
                str(x),
                str(max(EXACT.subtract(end, x), Decimal(3))),
                22 + index * ROW,
                one.start is None or one.end is None,
            )
        )
    months = tuple(
        (month, (month - 1) * WIDTH // 12, (month - 1) * WIDTH // 12 + WIDTH // 24) for month in range(1, 13)
    )
    return Gantt(tuple(bars), months, str(_across(as_of, year)) if as_of.year == year else None, 26 + len(dated) * ROW)


def _across(day: date, year: int, after: bool = False) -> Decimal:
    """Where a day stands: months are equally wide, so that the lines fall on their first days."""
    length = (date(year + day.month // 12, day.month % 12 + 1, 1) - date(year, day.month, 1)).days
    within = EXACT.divide(Decimal(day.day - 1 + int(after)), Decimal(length))
    return rounded(
        EXACT.divide(EXACT.multiply(EXACT.add(Decimal(day.month - 1), within), Decimal(WIDTH)), Decimal(12)), 1
    )
