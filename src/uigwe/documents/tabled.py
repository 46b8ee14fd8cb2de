"""A table of indicators read into a plan by its layout alone; every row is either in the plan or listed with its reason."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.documents.layout import LayoutProblem
from uigwe.documents.table import LeftOut, Note, Table, TableRow
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
    Task,
    Use,
    code_from,
    order_of_code,
)
from uigwe.values import Direction, State, read_number

_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,12})?")
# A goal or task; a bare number is no code of a strategic goal, it may be anything.
_CODE = re.compile(rf"[{_ROMAN}](?:-\d{{1,2}}(?:-[①-⑳])?)?")


@dataclass(frozen=True, slots=True)
class Tabled:
    """What a table gave: a plan, and the rows that are not in it. Together they are all rows."""

    plan: Plan
    left_out: tuple[LeftOut, ...]
    rows: int
    notes: tuple[Note, ...] = ()


class _Not(ValueError):
    """Why a row cannot be taken."""

    def __init__(self, reason: str, told: str = "") -> None:
        super().__init__(reason)
        self.reason, self.told = reason, told


def read_table(
    table: Table, layout: TableLayout, agency: str, year: int, groups: Sequence[Mapping[str, str]] = ()
) -> Tabled:
    """The plan of one body and year in this table."""
    for column in sorted(layout.columns() - set(table.head)):
        raise LayoutProblem(f"column {column}")
    tree = _Tree(layout, groups, _groups(table, layout))
    taken: dict[str, Indicator] = {}
    left_out = list(table.above)
    for row in table.rows:
        id = row.cells.get(layout.fields["id"].column, "") if "id" in layout.fields else ""
        try:
            _refuse_unseen(layout, row)
            indicator = _indicator(layout, row.cells, row.line, year, tree)
            if indicator.id in taken:
                raise _Not("id-twice", indicator.id)
            taken[indicator.id] = indicator
        except UnknownWord as unknown:
            left_out.append(LeftOut(row.line, id, "unknown-word", str(unknown)))
        except _Not as refused:
            left_out.append(LeftOut(row.line, id, refused.reason, refused.told))
    plan = Plan(
        agency,
        year,
        layout.title.format(year=year),
        Statement(),
        Statement(),
        tree.goals({use.code for one in taken.values() for use in one.uses}),
        tuple(sorted(taken.values(), key=_order) if tree.official else taken.values()),
        Document(),
    )
    return Tabled(plan, tuple(left_out), len(table.above) + len(table.rows), table.notes)


def _order(indicator: Indicator) -> tuple[int, ...]:
    """In reading order of the plan, whatever the order of the table."""
    return order_of_code(indicator.uses[0].code)


def _groups(table: Table, layout: TableLayout) -> Iterator[str]:
    """What the rows that may come in belong to."""
    for row in table.rows:
        try:
            _refuse_unseen(layout, row)
            yield layout.get("group", row.cells)
        except (_Not, UnknownWord):
            continue


def _refuse_unseen(layout: TableLayout, row: TableRow) -> None:
    """What a person does not see in the file, or sees as one with the row above, does not come in by itself."""
    name = row.cells.get(layout.fields["name"].column, "")
    if row.hidden and not layout.hidden_rows:
        raise _Not("hidden-row", name[:80])
    if layout.fields["name"].column in row.goes_on:
        rest = (cell for column, cell in row.cells.items() if cell and column not in row.goes_on)
        raise _Not("goes-on-from-above", " · ".join(rest)[:80])
    if "".join(name.split()) in layout.totals:
        raise _Not("total-row", name)
    for column in sorted(layout.columns() & row.broken.keys()):
        what, _, cell = row.broken[column].partition(" ")
        raise _Not(what, cell)


class _Tree:
    """The codes of what indicators belong to: those that stand in the column, where all of it are codes; otherwise the groups of
    the second table, or one goal for each word of the column."""

    def __init__(self, layout: TableLayout, groups: Sequence[Mapping[str, str]], words: Iterable[str]) -> None:
        self.layout = layout
        self.known: dict[str, Mapping[str, str]] = {}
        self.above: dict[str, int] = {}
        self.codes: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self.below: dict[int, int] = {}
        if layout.groups:
            self.known = {row.get(layout.groups.key, ""): row for row in groups}
        told = {word: _coded(word) for word in words if word.strip()}
        self.official = bool(told) and not layout.groups and all(code for code, _ in told.values())
        for code, title in told.values() if self.official else ():
            self.titles[code] = self.titles.get(code) or title

    def code(self, group: str) -> str:
        """The code of a group: its own, or one numbered as they come."""
        if self.official:
            code, _ = _coded(group)
            if not code:
                raise _Not("no-group", group)
            self.codes[group] = code
            return code
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
        if self.official:
            return self._official(sorted(used, key=order_of_code))
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

    def _official(self, codes: Sequence[str]) -> tuple[StrategicGoal, ...]:
        """The goals and tasks of these codes, with whatever stands above them."""
        tops: dict[str, dict[str, list[Task]]] = {}
        for code in codes:
            parts = code.split("-")
            goals = tops.setdefault(parts[0], {})
            if len(parts) > 1:
                tasks = goals.setdefault("-".join(parts[:2]), [])
                if len(parts) > 2:
                    tasks.append(Task(code, self._title(code), Place(code=code)))
        return tuple(
            StrategicGoal(
                top,
                self._title(top),
                Place(code=top),
                tuple(
                    PerformanceGoal(at, self._title(at), Place(code=at), tuple(tasks)) for at, tasks in goals.items()
                ),
            )
            for top, goals in tops.items()
        )

    def _title(self, code: str) -> str:
        return self.titles.get(code) or code


def _coded(word: str) -> tuple[str, str]:
    """The code that a cell begins with, and the title behind it; no code where there is none."""
    first, _, title = " ".join(word.split()).partition(" ")
    first = first.strip("().").replace("–", "-")
    code = "" if first.isdecimal() else code_from(first)
    return (code, title.strip()) if _CODE.fullmatch(code) else ("", "")


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
    id = _slug(layout.get("id", row)) or _named_id(code, name)
    return Indicator(id, name, unit, Direction(direction), (use,), tuple(printings), bounds=bounds)


def _named_id(code: str, name: str) -> str:
    """An id for an indicator that has none, by what it is and where: it stays when rows are put in above it."""
    return f"n-{hashlib.sha256(f'{code} {name}'.encode()).hexdigest()[:10]}"


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
