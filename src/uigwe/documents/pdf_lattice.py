"""The ruled lines of a page as tables: lines that touch are one table; outer borders that are not drawn are closed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from uigwe.documents.blocks import Box
from uigwe.documents.pdf_lines import Letter

# Lines nearer than this are the same line; lines that miss each other by no more still touch. In points.
_SAME = 1.6
_TOUCH = 2.2
# What is thinner is a line, however it was drawn.
_THIN = 1.8
_SHORT = 3.0
_MOST_LINES = 6_000
# A row has less space above and below its text, by the size of its letters, than a caption between two tables.
_ROOMY = 1.4


@dataclass(frozen=True, slots=True)
class Ruled:
    """A straight line: where it stands across its direction, and from where to where it runs."""

    at: float
    low: float
    high: float


_Group = tuple[list[Ruled], list[Ruled]]


@dataclass(frozen=True)
class Lattice:
    """A table as drawn: the places of its columns and rows, and the cells as rows and columns they take."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[int, int, int, int], ...]  # row, column, down, across

    @property
    def box(self) -> Box:
        """Left, top, right, bottom."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def cell_at(self, x: float, y: float) -> int | None:
        """The index of the cell in which a point lies."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1):
            return None
        return self.by_place.get((row, column))

    @property
    def by_place(self) -> dict[tuple[int, int], int]:
        """The index of the cell at each row and column."""
        found: dict[tuple[int, int], int] = self.__dict__.get("_by_place", {})
        if not found:
            for index, (row, column, down, across) in enumerate(self.cells):
                for at in range(row, row + down):
                    for beside in range(column, column + across):
                        found[(at, beside)] = index
            self.__dict__["_by_place"] = found
        return found


def lattices(page: Any, letters: Sequence[Letter]) -> list[Lattice]:
    """The tables that are drawn on a page among its letters, from top to bottom."""
    across, down = _ruled(page)
    if len(across) + len(down) > _MOST_LINES:
        return []
    groups = _stacked(_groups(_merged(across), _merged(down)), letters)
    made = [_lattice(*group) for group in groups if len(group[0]) >= 2]
    return sorted((one for one in made if one), key=lambda one: one.rows[0])


def _ruled(page: Any) -> tuple[list[Ruled], list[Ruled]]:
    """All straight lines of a page: those across and those down."""
    across: list[Ruled] = []
    down: list[Ruled] = []

    def add(x0: float, top: float, x1: float, bottom: float) -> None:
        if bottom - top <= _THIN and x1 - x0 > _SHORT:
            across.append(Ruled((top + bottom) / 2, x0, x1))
        elif x1 - x0 <= _THIN and bottom - top > _SHORT:
            down.append(Ruled((x0 + x1) / 2, top, bottom))

    for line in page.lines:
        add(line["x0"], line["top"], line["x1"], line["bottom"])
    for box in page.rects:
        x0, top, x1, bottom = box["x0"], box["top"], box["x1"], box["bottom"]
        if x1 - x0 <= _THIN or bottom - top <= _THIN:
            add(x0, top, x1, bottom)
        elif box.get("stroke"):  # a fill alone is no border
            for edge in ((x0, top, x1, top), (x0, bottom, x1, bottom), (x0, top, x0, bottom), (x1, top, x1, bottom)):
                add(*edge)
    for curve in page.curves:
        if curve.get("stroke"):
            for edge in _straight(curve["pts"]):
                add(*edge)
    return across, down


def _straight(points: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float, float, float]]:
    for (ax, ay), (bx, by) in pairwise(points):
        if abs(ax - bx) < _SAME or abs(ay - by) < _SAME:
            yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _merged(lines: Iterable[Ruled]) -> list[Ruled]:
    """Lines on the same place as one place; pieces that touch as one line."""
    ordered = sorted(lines, key=lambda line: line.at)
    groups: list[list[Ruled]] = []
    for line in ordered:
        if not groups or line.at - groups[-1][0].at > _SAME:
            groups.append([])
        groups[-1].append(line)
    merged: list[Ruled] = []
    for group in groups:
        at = sum(line.at for line in group) / len(group)
        low = high = None
        for line in sorted(group, key=lambda line: line.low):
            if low is None or high is None:
                low, high = line.low, line.high
            elif line.low <= high + _TOUCH:
                high = max(high, line.high)
            else:
                merged.append(Ruled(at, low, high))
                low, high = line.low, line.high
        if low is not None and high is not None:
            merged.append(Ruled(at, low, high))
    return merged


def _groups(across: Sequence[Ruled], down: Sequence[Ruled]) -> list[_Group]:
    """Lines that touch each other, table by table."""
    parent = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    heights = [line.at for line in across]  # in order: they were merged from top to bottom
    for index, line in enumerate(down):
        first = bisect_left(heights, line.low - _TOUCH)
        last = bisect_right(heights, line.high + _TOUCH)
        for at in range(first, last):
            if across[at].low - _TOUCH <= line.at <= across[at].high + _TOUCH:
                parent[root(len(across) + index)] = root(at)
    groups: dict[int, tuple[list[Ruled], list[Ruled]]] = {}
    for at, line in enumerate(across):
        groups.setdefault(root(at), ([], []))[0].append(line)
    for index, line in enumerate(down):
        groups.setdefault(root(len(across) + index), ([], []))[1].append(line)
    return [group for group in groups.values() if group[0]]


def _stacked(groups: list[_Group], letters: Sequence[Letter]) -> list[_Group]:
    """Groups put together over rows that are one cell from edge to edge, where the edges themselves are not drawn."""
    ordered = sorted(groups, key=lambda group: group[0][0].at)
    stacked: list[_Group] = []
    for group in ordered:
        if stacked and _is_row_between(stacked[-1], group, letters):
            stacked[-1] = [*stacked[-1][0], *group[0]], [*stacked[-1][1], *group[1]]
        else:
            stacked.append(group)
    return stacked


def _is_row_between(above: _Group, below: _Group, letters: Sequence[Letter]) -> bool:
    """Whether what stands between two groups is a row: as wide as both, and filled by its text, which a caption is not."""
    one, other = _extent(above[0]), _extent(below[0])
    if abs(one[0] - other[0]) > _TOUCH or abs(one[1] - other[1]) > _TOUCH:
        return False
    top, bottom = above[0][-1].at, below[0][0].at
    inside = [
        letter
        for letter in letters
        if top < (letter.top + letter.bottom) / 2 < bottom and one[0] < (letter.left + letter.right) / 2 < one[1]
    ]
    if not inside or (above[1] and below[1] and not _fit(above[1], below[1])):
        return False
    size = max(letter.size for letter in inside)
    filled = max(letter.bottom for letter in inside) - min(letter.top for letter in inside)
    return bottom - top - filled <= _ROOMY * size


def _extent(lines: Sequence[Ruled]) -> tuple[float, float]:
    return min(line.low for line in lines), max(line.high for line in lines)


def _fit(one: Sequence[Ruled], other: Sequence[Ruled]) -> bool:
    """Whether the columns of one group are those of the other."""
    first, second = _places(line.at for line in one), _places(line.at for line in other)
    few, many = sorted((first, second), key=len)
    return all(any(abs(place - beside) <= _TOUCH for beside in many) for place in few)


def _lattice(across: list[Ruled], down: list[Ruled]) -> Lattice | None:
    """Rows and columns of one table, its outer borders closed where they are not drawn."""
    left, right = min(line.low for line in across), max(line.high for line in across)
    top = min([line.at for line in across] + [line.low for line in down])
    bottom = max([line.at for line in across] + [line.high for line in down])
    down = [*down, *(Ruled(x, top, bottom) for x in (left, right) if not _is_drawn(down, x, bottom - top))]
    across = [*across, *(Ruled(y, left, right) for y in (top, bottom) if not _is_drawn(across, y, right - left))]
    columns, rows = _places(line.at for line in down), _places(line.at for line in across)
    if len(columns) < 2 or len(rows) < 2:
        return None
    return Lattice(tuple(columns), tuple(rows), tuple(_cells(columns, rows, across, down)))


def _is_drawn(lines: Sequence[Ruled], at: float, length: float) -> bool:
    return sum(line.high - line.low for line in lines if abs(line.at - at) <= _TOUCH) >= 0.9 * length


def _places(values: Iterable[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _TOUCH:
            places.append(value)
    return places


def _cells(
    columns: Sequence[float], rows: Sequence[float], across: Sequence[Ruled], down: Sequence[Ruled]
) -> Iterator[tuple[int, int, int, int]]:
    """The smallest places, put together where no line stands between them."""
    wide, high = len(columns) - 1, len(rows) - 1
    parent = list(range(wide * high))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    by_column = _by_place(down, columns)
    by_row = _by_place(across, rows)
    for row in range(high):
        for column in range(wide):
            here = row * wide + column
            if column + 1 < wide and not _between(by_column[column + 1], rows[row], rows[row + 1]):
                parent[root(here)] = root(here + 1)
            if row + 1 < high and not _between(by_row[row + 1], columns[column], columns[column + 1]):
                parent[root(here)] = root(here + wide)
    groups: dict[int, list[int]] = {}
    for place in range(wide * high):
        groups.setdefault(root(place), []).append(place)
    for group in groups.values():
        at, beside = [place // wide for place in group], [place % wide for place in group]
        yield min(at), min(beside), max(at) - min(at) + 1, max(beside) - min(beside) + 1


def _by_place(lines: Sequence[Ruled], places: Sequence[float]) -> list[list[Ruled]]:
    found: list[list[Ruled]] = [[] for _ in places]
    for line in lines:
        nearest = min(range(len(places)), key=lambda at: abs(places[at] - line.at))
        found[nearest].append(line)
    return found


def _between(lines: Sequence[Ruled], low: float, high: float) -> bool:
    """Whether a line stands along most of a side."""
    covered = sum(max(0.0, min(line.high, high) - max(line.low, low)) for line in lines)
    return covered >= 0.6 * (high - low)
