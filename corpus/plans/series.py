"""The past of an indicator: values of so many years, printed, with the states that cells have."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from corpus.plans.ground import Ground, comma
from uigwe.values import EXACT, State, half_up

DECIMALS = {"percent": 1, "score": 1, "points": 1, "tenths": 1, "count": 0, "money": 0}
_LEVELS = {
    "percent": (300, 820),
    "score": (650, 850),
    "points": (60, 240),
    "tenths": (80, 2500),
    "count": (120, 24000),
    "money": (60, 9000),
}
# Nothing in per cent or in points of a hundred may be promised above this.
CEILING = {"percent": Decimal("96"), "score": Decimal("95")}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table of results or its target."""

    year: int
    written: str
    value: Decimal | None
    state: State


def a_level(ground: Ground, kind: str) -> Decimal:
    """A value such as this kind of indicator has."""
    low, high = _LEVELS[kind]
    if kind in ("count", "money"):  # small and large plans alike: even over the digits, not over the numbers
        high = min(high, low * 10 ** ground.between(1, 3))
    value = Decimal(ground.between(low, high))
    return value if DECIMALS[kind] == 0 else value.scaleb(-1)


def walk(ground: Ground, kind: str, up: bool, years: int, last: Decimal | None = None) -> list[Decimal]:
    """Values of so many years, the latest last: they mostly get better, with the ups and downs of life."""
    values = [last if last is not None else a_level(ground, kind)]
    while len(values) < years:
        step = Decimal(ground.one((-8, 4, 9, 14, 21, 28, 35, 44))).scaleb(-3)
        # Backwards in time: what gets better was worse before.
        factor = Decimal(1) - step if up else Decimal(1) + step
        before = half_up(EXACT.multiply(values[-1], factor), DECIMALS[kind])
        values.append(before if before > 0 else values[-1])
    return values[::-1]


def cells_of(ground: Ground, kind: str, values: list[Decimal], last_year: int, columns: int) -> list[Cell]:
    """The printed cells of the columns up to `last_year`; years before the first value say 신규 or nothing."""
    first = last_year - columns + 1
    cells = []
    empty = columns - len(values)
    for index in range(empty):
        newly = index == empty - 1 and ground.chance(50)
        word = ground.common["new"] if newly else "-"
        cells.append(Cell(first + index, word, None, State.NEW if newly else State.NONE))
    for index, value in enumerate(values):
        year = first + empty + index
        tentative = year == last_year and ground.chance(12)
        written = comma(value, DECIMALS[kind])
        if tentative:
            written = f"{written}({ground.common['tentative']})"
        cells.append(Cell(year, written, value, State.PROVISIONAL if tentative else State.FINAL))
    return cells


def known(cells: list[Cell]) -> Mapping[int, Decimal]:
    """The values by year."""
    return {cell.year: cell.value for cell in cells if cell.value is not None}
