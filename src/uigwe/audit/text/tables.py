"""Rows of numbers that the reader of the document left among the prose: totals over their columns, changes under their values.

A table says itself what it is: only where most of its columns add up is one that does not add up told of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from uigwe.audit.text.passages import Passage, cells_of
from uigwe.plan import Place
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT

# What stands above a table holds until rows are so many lines apart.
_FAR = 60
_CHANGE_ROW = pattern_of(r"증가율|증감률|증감율|신장률|성장률|전년\s*대비|전년比")
_TOTAL_ROW = pattern_of(r"(?:합\s*계|총\s*계|소\s*계|계|전\s*체|총\s*합)\s*")
_YEAR = pattern_of(r"(?:[‘’'`´′]\s?(\d{2})|((?:19|20)\d{2}))")
_HEAD = pattern_of(r"\s*【\s*([^【】]{2,40})\s*】\s*")
_UNIT = pattern_of(r"[(（\[<]\s?단위\s*[:：]?\s*([^()（）\]>]{1,12}?)\s*[)）\]>]")
_NUMBER = pattern_of(r"\(?([△▲▼▽+−-]?)(\d[\d,]*(?:\.\d+)?)(%?p?)\)?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label, its cells as printed, its values (None for a dash), the years above it, the head it stands under (`【기금】`)."""

    label: str
    cells: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    place: Place
    years: tuple[int, ...] = ()
    unit: str = ""
    under: str = ""

    @property
    def subject(self) -> str:
        """What it is about: its label, and the head it stands under."""
        return f"{self.under} {self.label}".strip()

    @property
    def is_change(self) -> bool:
        """Whether it tells how the row above it changed."""
        return bool(_CHANGE_ROW.search(self.label))


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a row."""

    row: Row
    column: int

    @property
    def value(self) -> Decimal:
        """Its value; nothing for a dash."""
        return self.row.values[self.column] or Decimal(0)

    @property
    def written(self) -> str:
        """As printed."""
        return self.row.cells[self.column]

    @property
    def name(self) -> str:
        """Its year, or which cell of its row it is."""
        return str(self.row.years[self.column]) if self.row.years else f"{self.column + 1}번째 칸"


@dataclass(frozen=True, slots=True)
class Added:
    """A cell that should be the sum of others, in a table where most such cells are."""

    total: Cell
    parts: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A cell that should be the change in % from one cell to the next, in a row or column where most are."""

    change: Cell
    old: Cell
    new: Cell


def rows(passages: Sequence[Passage]) -> Iterator[list[Row]]:
    """Rows that stand together: nothing but rows between them, in one section. The years above hold until others do."""
    block: list[Row] = []
    years: tuple[int, ...] = ()
    unit = under = ""
    section, last = ("", ""), 0
    for passage in passages:
        here, line = (passage.places[0].code, passage.places[0].heading), passage.places[0].line or 0
        if here != section or line - last > _FAR:
            years, unit, under, section = (), "", "", here
        if passage.row or _UNIT.search(passage.text):
            unit, last = _unit(passage.text, unit), line
        if not passage.row:
            under = _head(passage.text, under)
        found = _row(passage, years, unit, under) if passage.row else None
        if passage.row and found is None:
            years = _years(passage.text)
        elif found is not None:
            block.append(found)
        elif block:
            yield block
            block = []
    if block:
        yield block


def added(block: Sequence[Row]) -> Iterator[Added]:
    """Totals of columns and of rows, where most of them hold."""
    for index, total in enumerate(block):
        below = _alike(total, block[index + 1 :]) if _TOTAL_ROW.fullmatch(total.label) else []
        if len(below) >= 2:
            columns = range(len(total.cells))
            yield from _majority([Added(Cell(total, at), tuple(Cell(row, at) for row in below)) for at in columns])
    same: dict[int, list[Row]] = {}
    for row in block:
        if not row.is_change and len(row.cells) >= 4 and len(row.years) != len(row.cells) and row.label:
            same.setdefault(len(row.cells), []).append(row)
    for width, alike in same.items():
        for last in (0, width - 1):
            parts = [at for at in range(width) if at != last]
            yield from _majority([Added(Cell(row, last), tuple(Cell(row, at) for at in parts)) for row in alike])


def changed(block: Sequence[Row]) -> Iterator[Changed]:
    """Changes under their values, and changes in brackets behind them, where most of them hold."""
    found: list[Changed] = []
    for above, below in pairwise(block):
        if below.is_change and not above.is_change and len(above.cells) >= len(below.cells) >= 2:
            shift = len(above.cells) - len(below.cells)
            found += [
                Changed(Cell(below, at), Cell(above, at + shift - 1), Cell(above, at + shift))
                for at, value in enumerate(below.values)
                if value is not None and at + shift >= 1
            ]
        elif _is_year_row(above) and _is_year_row(below) and (below.values[0] or 0) - (above.values[0] or 0) == 1:
            found += [
                Changed(Cell(below, at + 1), Cell(above, at), Cell(below, at))
                for at in range(1, len(below.cells) - 1)
                if below.cells[at + 1].startswith("(")
                and not below.cells[at].startswith("(")
                and len(above.cells) == len(below.cells)
            ]
    held = [one for one in found if _holds(one)]
    if len(held) >= 3 and len(held) * 3 >= len(found) * 2:
        yield from found


def _head(text: str, under: str) -> str:
    """The head under which rows stand from here on: `【일반회계】` begins one, any other heading with a square ends it."""
    match = _HEAD.fullmatch(text)
    return match[1].strip() if match else "" if text.lstrip().startswith(("□", "■")) else under


def _row(passage: Passage, years: tuple[int, ...], unit: str, under: str) -> Row | None:
    label, cells = cells_of(passage.text)
    if len(cells) < 2:
        return None
    values = tuple(_value(cell) for cell in cells)
    if not label.strip("구분 ") and all(value is not None and 1990 <= value <= 2100 for value in values):
        return None
    own = years if len(years) == len(cells) else ()
    return Row(label.lstrip("□ㅇ◦-·○ "), cells, values, passage.places[0], own, unit, under)


def _unit(text: str, unit: str) -> str:
    """The unit that the line above a table gives to all its numbers; none when it gives several."""
    for match in _UNIT.finditer(text):
        unit = match[1].replace(" ", "") if not re.search(r"[,，/·]", match[1]) else ""
    return unit


def _value(cell: str) -> Decimal | None:
    match = _NUMBER.fullmatch(cell)
    if not match:
        return None
    value = Decimal(match[2].replace(",", ""))
    return -value if match[1] and match[1] != "+" else value


def _years(text: str) -> tuple[int, ...]:
    return tuple(2000 + int(short) if short else int(long) for short, long in _YEAR.findall(text))


def _is_year_row(row: Row) -> bool:
    return not row.label and len(row.cells) >= 3 and row.values[0] is not None and 1990 <= row.values[0] <= 2100


def _alike(total: Row, below: Sequence[Row]) -> list[Row]:
    """The rows under a total: as wide as it, until another total."""
    found = []
    for row in below:
        if len(row.cells) != len(total.cells) or _TOTAL_ROW.fullmatch(row.label):
            break
        if not row.is_change:
            found.append(row)
    return found


def _majority(found: list[Added]) -> Iterator[Added]:
    counted = [one for one in found if one.total.value and sum(1 for part in one.parts if part.value) >= 2]
    held = [one for one in counted if _adds_up(one)]
    if len(held) >= 2 and len(held) * 3 >= len(counted) * 2:
        yield from counted


def _adds_up(one: Added) -> bool:
    total = Decimal(0)
    for part in one.parts:
        total = EXACT.add(total, part.value)
    return abs(EXACT.subtract(total, one.total.value)) <= _slack(one)


def _slack(one: Added) -> Decimal:
    """Rounded money may be off by a unit of its last digit; so small a slip is no sign that a table is none."""
    digits = max(-int(cell.value.as_tuple().exponent) for cell in (one.total, *one.parts))
    return Decimal(1).scaleb(-max(0, digits))


def _holds(one: Changed) -> bool:
    if not one.old.value:
        return False
    rate = EXACT.multiply(EXACT.subtract(EXACT.divide(one.new.value, one.old.value), Decimal(1)), Decimal(100))
    return abs(EXACT.subtract(rate, one.change.value)) <= Decimal("0.1")
