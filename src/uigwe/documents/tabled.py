"""A table of indicators read into a plan by its layout alone; every row is either in the plan or listed with its reason."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.documents.layout import LayoutProblem
from uigwe.documents.table_layout import TableLayout, UnknownWord
from uigwe.plan import (
    Bounds,
    Document,
    Indicator,
    Kind,
    Level,
    PerformanceGoal,
    Place,
    Plan,
    Printing,
    Seeks,
    Statement,
    StrategicGoal,
    TargetType,
    Use,
)
from uigwe.values import Direction, State, read_number

Rows = Sequence[Mapping[str, str]]
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,12})?")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not in the plan: its line, what it is called, and why."""

    line: int
    id: str
    reason: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Tabled:
    """What a table gave: a plan, and the rows that are not in it. Together they are all rows."""

    plan: Plan
    left_out: tuple[LeftOut, ...]
    rows: int


class _Not(ValueError):
    """Why a row cannot be taken."""

    def __init__(self, reason: str, told: str = "") -> None:
        super().__init__(reason)
        self.reason, self.told = reason, told


def read_rows(text: str) -> tuple[tuple[str, ...], Rows]:
    """The header and the rows of a CSV text, with the separator that its first line uses most."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        table = [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise LayoutProblem(f"CSV: {error}") from None
    if not table:
        raise LayoutProblem("header")
    head = tuple(cell.strip() for cell in table[0])
    return head, [dict(zip(head, row, strict=False)) for row in table[1:]]


def read_table(
    head: Sequence[str], rows: Rows, layout: TableLayout, agency: str, year: int, groups: Rows = ()
) -> Tabled:
    """The plan of one body and year in these rows."""
    for column in sorted(layout.columns() - set(head)):
        raise LayoutProblem(f"column {column}")
    tree = _Tree(layout, groups)
    taken: dict[str, Indicator] = {}
    left_out = []
    for line, row in enumerate(rows, 2):
        id = layout.get("id", row)
        try:
            indicator = _indicator(layout, row, line, year, tree)
            if indicator.id in taken:
                raise _Not("id-twice", indicator.id)
            taken[indicator.id] = indicator
        except UnknownWord as unknown:
            left_out.append(LeftOut(line, id, "unknown-word", str(unknown)))
        except _Not as refused:
            left_out.append(LeftOut(line, id, refused.reason, refused.told))
    plan = Plan(
        agency,
        year,
        layout.title.format(year=year),
        Statement(),
        Statement(),
        tree.goals({use.code for one in taken.values() for use in one.uses}),
        tuple(taken.values()),
        Document(),
    )
    return Tabled(plan, tuple(left_out), len(rows))


class _Tree:
    """The codes of what indicators belong to: the groups of the second table, or one goal for each word of the column."""

    def __init__(self, layout: TableLayout, groups: Rows) -> None:
        self.layout = layout
        self.known: dict[str, Mapping[str, str]] = {}
        self.above: dict[str, int] = {}
        self.codes: dict[str, str] = {}
        self.below: dict[int, int] = {}
        if layout.groups:
            self.known = {row.get(layout.groups.key, ""): row for row in groups}

    def code(self, group: str) -> str:
        """The code of a group; numbered as they come."""
        if self.layout.groups and group not in self.known:
            raise _Not("no-group", group)
        if group not in self.codes:
            above = self._above(group)
            number = self.above.setdefault(above, len(self.above) + 1)
            self.below[number] = self.below.get(number, 0) + 1
            self.codes[group] = f"{_counted(number)}-{self.below[number]}"
        return self.codes[group]

    def _above(self, group: str) -> str:
        return self.known[group].get(self.layout.groups.above, "") if self.layout.groups else ""

    def goals(self, used: set[str]) -> tuple[StrategicGoal, ...]:
        """The goals that have indicators, below what they belong to."""
        found: dict[str, list[PerformanceGoal]] = {}
        titles: dict[str, str] = {}
        for group, code in self.codes.items():
            if code not in used:
                continue
            top = code.rpartition("-")[0]
            title = self.known[group].get(self.layout.groups.title, "") if self.layout.groups else ""
            found.setdefault(top, []).append(PerformanceGoal(code, title or group or code, Place(code=code)))
            titles[top] = self._above(group) or top
        return tuple(StrategicGoal(top, titles[top], Place(code=top), tuple(below)) for top, below in found.items())


def _counted(number: int) -> str:
    return _ROMAN[number - 1] if number <= len(_ROMAN) else str(number)


def _indicator(layout: TableLayout, row: Mapping[str, str], line: int, year: int, tree: _Tree) -> Indicator:
    if layout.year:
        own = layout.year.of(row)
        if own != str(year):
            raise _Not("other-year", own)
    name = " ".join(layout.get("name", row).split())
    if not name:
        raise _Not("no-name")
    bounds = _bounds(layout, row)
    target = _target(layout, row, bounds)
    unit = layout.get("unit", row)
    code = tree.code(layout.get("group", row))
    place = Place(code=code, line=line)
    use = Use(
        code,
        Level.of(code),
        name,
        nature=layout.get("nature", row),
        reason=layout.get("reason", row),
        formula=layout.get("formula", row),
        source=layout.get("source", row),
        place=place,
    )
    printings = [_printing(Kind.ACTUAL, at, row.get(column, ""), unit, place) for at, column in layout.past.items()]
    printings.append(_printing(Kind.TARGET, _target_year(layout, row, year), target, unit, place, bounds))
    direction = layout.get("direction", row, Direction.UP)
    if direction not in list(Direction):
        raise _Not("unknown-word", direction)
    id = _slug(layout.get("id", row)) or f"row-{line}"
    return Indicator(id, name, unit, Direction(direction), (use,), tuple(printings), bounds=bounds)


def _slug(id: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-")


def _bounds(layout: TableLayout, row: Mapping[str, str]) -> Bounds | None:
    """What the columns of bounds say; None when the form has none."""
    if "type" not in layout.fields and "seeks" not in layout.fields:
        return None
    type, seeks = layout.get("type", row, TargetType.NUMBER), layout.get("seeks", row, Seeks.EXACTLY)
    if type not in list(TargetType) or seeks not in list(Seeks):
        raise _Not("unknown-word", f"{type}, {seeks}")
    low, high = (_end(layout.get(name, row)) for name in ("low", "high"))
    if low is not None and high is not None and low > high:
        raise _Not("low-above-high", f"{low} > {high}")
    return Bounds(TargetType(type), Seeks(seeks), low, high)


def _end(cell: str) -> Decimal | None:
    if not cell:
        return None
    if not _NUMBER.fullmatch(cell):
        raise _Not("not-a-number", cell)
    return Decimal(cell)


def _target(layout: TableLayout, row: Mapping[str, str], bounds: Bounds | None) -> str:
    """The target as one cell: its own column, its words, or its bounds."""
    told = layout.get("target", row) or layout.get("words", row)
    if told or bounds is None:
        return told
    ends = [f"{end:f}" for end in (bounds.low, bounds.high) if end is not None]
    return "~".join(dict.fromkeys(ends))


def _target_year(layout: TableLayout, row: Mapping[str, str], year: int) -> int:
    told = layout.get("target_year", row)
    return int(told) if re.fullmatch(r"(19|20)\d\d", told) else year


def _printing(kind: Kind, year: int, cell: str, unit: str, place: Place, bounds: Bounds | None = None) -> Printing:
    read = read_number(cell.strip(), unit)
    value, state = read.value, read.state
    several = bounds is not None and bounds.low is not None and bounds.high is not None and bounds.low != bounds.high
    if value is not None and (several or (bounds is not None and bounds.type is TargetType.WORDS)):
        value, state = None, State.TEXT
    return Printing(kind, year, "" if state is State.NONE else cell.strip(), value, state, place)
