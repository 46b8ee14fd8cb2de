"""Reading a form that came back: its number, the rows of its tables by their keys, and everything that could not be placed.

Nothing is guessed and nothing is dropped: a text is the value of a cell, or it is among `loose` or `notes` with its place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from uigwe.documents.grids import Grid, GridCell, Loose, Part, Where, parts_of_document, parts_of_workbook
from uigwe.documents.hwpx import blocks_of
from uigwe.files.office import open_office
from uigwe.files.remarks import Beside, remarks_of_document, remarks_of_workbook
from uigwe.files.sheets import read_sheets
from uigwe.plan.mark import KEY, NEW_KEY, Mark, marks_in
from uigwe.plan.part import settled
from uigwe.texts.forms import section_of

_SAID = ("computed", "hidden-row", "hidden-column")
_BROKEN = ("not-computed", "cell-error")
# With what the keys of the rows of a section begin.
_KEYS = {
    "node": "t",
    "indicator": "i",
    "results": "i",
    "milestones": "m+",
    "progress": "m",
    "budget": "b",
    "spending": "b",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person has to know of a file: a reason, the place, the text that stands there, and more facts."""

    reason: str
    where: Where = field(default_factory=Where)
    text: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    def all_facts(self) -> dict[str, str]:
        """The facts of its sentence."""
        return {**self.where.facts(), "text": self.text, **self.facts}


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """A row of a table: its section, its key (empty when it was lost), the cells of the columns that were recognised.

    `shared` names the columns whose cell was merged with another: their text is nobody's until a person says whose.
    """

    section: str
    key: str
    columns: tuple[str, ...]
    cells: Mapping[str, GridCell]
    where: Where
    shared: frozenset[str] = frozenset()

    def text(self, column: str) -> str:
        """What stands in a column of its table."""
        cell = self.cells.get(column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class ReturnedHead:
    """The head of a table that was recognised: its section, and which columns it has."""

    section: str
    columns: tuple[str, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned form as it was read; what was printed is not known here."""

    marks: tuple[Mark, ...]
    rows: tuple[ReturnedRow, ...]
    heads: tuple[ReturnedHead, ...]
    loose: tuple[Loose, ...]
    notes: tuple[Note, ...]

    @property
    def mark(self) -> Mark | None:
        """The number of the form; None when it is not there, or there is more than one."""
        return self.marks[0] if len(self.marks) == 1 else None

    @property
    def cells(self) -> dict[tuple[str, str], str]:
        """The text of each cell by the key of its row and its column."""
        return {(row.key, column): row.text(column) for row in self.rows if row.key for column in row.columns}

    @property
    def added(self) -> tuple[ReturnedRow, ...]:
        """The rows without a key of their own."""
        return tuple(row for row in self.rows if row.key in ("", NEW_KEY))


def read_returned(data: bytes, kind: str = "hwpx") -> Returned:
    """The form in these bytes; `kind` as preflight told it: `hwpx`, `hwp` or `xlsx`. To be called in a child. Raises `Refused`."""
    if kind == "xlsx":
        return read_parts(parts_of_workbook(read_sheets(data)), remarks_of_workbook(data))
    opened = open_office(data)
    return read_parts(parts_of_document(blocks_of(opened)), remarks_of_document(opened))


def read_forms(data: bytes, kind: str = "hwpx") -> tuple[Returned, ...]:
    """The forms in these bytes: as a rule one; several, each with its own number, where somebody put them into one file."""
    if kind == "xlsx":
        parts, beside = list(parts_of_workbook(read_sheets(data))), remarks_of_workbook(data)
    else:
        opened = open_office(data)
        parts, beside = list(parts_of_document(blocks_of(opened))), remarks_of_document(opened)
    return tuple(read_parts(own, beside) for own in taken_apart(parts))


def taken_apart(parts: Sequence[Part]) -> list[list[Part]]:
    """Lines and grids by the form that they belong to: one begins where another number stands, or with a sheet that bears one.

    Where one sheet bears several numbers nothing is taken apart.
    """
    forms: list[list[Part]] = [[]]
    last: Mark | None = None
    for part in parts:
        found = dict.fromkeys(_marks_of(part))
        if len(found) > 1:
            return [list(parts)]
        mark = next(iter(found), None)
        if mark is not None and last not in (None, mark):
            forms.append([])
        last = mark or last
        forms[-1].append(part)
    return forms


def _marks_of(part: Part) -> Iterator[Mark]:
    if isinstance(part, Loose):
        yield from marks_in(part.text)
    elif part.sheet and not part.hidden:
        for cell in part.cells:
            yield from marks_in(cell.text)


def read_parts(parts: Iterable[Part], beside: Beside | None = None) -> Returned:
    """The form in these lines and grids, and what was left beside them."""
    reader = _Reader()
    for part in parts:
        if isinstance(part, Loose):
            reader.line(part)
        else:
            reader.grid(part)
    if beside is not None:
        reader.notes += [Note("remark", text=one.text, facts={"at": one.at}) for one in beside.remarks]
        reader.notes += [Note("struck-through", text=one.text, facts={"at": one.at}) for one in beside.struck]
        if beside.pictures:  # a form has none of its own
            reader.notes.append(Note("pictures", facts={"count": str(beside.pictures)}))
    marks = tuple(dict.fromkeys(reader.marks))
    return Returned(marks, tuple(reader.rows), tuple(reader.heads), tuple(reader.loose), tuple(reader.notes))


@dataclass
class _Head:
    """A head that is in force: which column of the grid belongs to which of ours, and what stands over the others."""

    section: str
    columns: dict[int, str]
    unknown: dict[int, str]
    twice: dict[int, str]
    wide: int

    def key_column(self) -> int | None:
        return next((at for at, name in self.columns.items() if name == "key"), None)

    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for name in self.columns.values() if name != "key"))


class _Reader:
    """Goes through a form from above to below, with the head that was seen last."""

    def __init__(self) -> None:
        self.head: _Head | None = None
        self.marks: list[Mark] = []
        self.rows: list[ReturnedRow] = []
        self.heads: list[ReturnedHead] = []
        self.loose: list[Loose] = []
        self.notes: list[Note] = []

    def line(self, part: Loose) -> None:
        """A line outside tables: the number of the form, or words."""
        found = list(marks_in(part.text))
        self.marks += found
        if part.text.strip() and not found:
            self.loose.append(replace(part, front=not self.heads))

    def grid(self, grid: Grid) -> None:
        """A table, or a sheet with several."""
        if not self._goes_on(grid):
            self.head = None
        for number in range(grid.rows):
            cells = grid.row(number)
            if any(cell.text.strip() or cell.odd for cell in cells.values()):
                self.row(grid, number, cells)

    def _goes_on(self, grid: Grid) -> bool:
        """Whether a table without a head goes on with the one before, as when somebody cut a table in two."""
        if self.head is None or grid.sheet or grid.columns != self.head.wide:
            return False
        at = self.head.key_column()
        keys = [cells[at].text for number in range(grid.rows) if at is not None and at in (cells := grid.row(number))]
        return any(_key(text) for text in keys)

    def row(self, grid: Grid, number: int, cells: Mapping[int, GridCell]) -> None:
        """A row: a head, a row of a table, or words around the tables."""
        own = _distinct(cells.values())
        if grid.hidden:
            self.notes += [
                Note("hidden-sheet", cell.where, cell.text) for cell in own if cell.row == number and cell.text
            ]
            return
        if self._is_head(grid, number, cells):
            return
        if self.head is None or _is_line(cells, own, self.head):
            for cell in own:
                if cell.row == number:
                    self.line(Loose(cell.text, cell.where))
                    self._say(cell)
            return
        key = self._key_of(number, cells, self.head)
        if key and key[0] not in _KEYS[self.head.section]:
            self.head = None  # the head of this table is gone, and that of another table says nothing about it
            self.row(grid, number, cells)
            return
        self._data(number, cells, self.head)

    @staticmethod
    def _key_of(number: int, cells: Mapping[int, GridCell], head: _Head) -> str:
        at = head.key_column()
        cell = cells.get(at) if at is not None else None
        return _key(cell.text) if cell is not None and cell.row == number else ""

    def _is_head(self, grid: Grid, number: int, cells: Mapping[int, GridCell]) -> bool:
        if any(_key(cell.text) for cell in cells.values()):
            return False
        last = max(cells) + 1
        starting = {at: cell for at, cell in cells.items() if cell.column == at and cell.row == number}
        heads = tuple(starting[at].text if at in starting else "" for at in range(last))
        section, found = section_of(heads)
        if not section:
            return False
        columns: dict[int, str] = {}
        twice: dict[int, str] = {}
        for at, name in found.items():
            where = twice if name in columns.values() else columns
            for covered in range(at, at + starting[at].across):
                where[covered] = name
        known = columns.keys() | twice.keys()
        unknown = {at: cell.text for at, cell in cells.items() if at not in known}
        self.head = _Head(section, columns, unknown, twice, grid.columns)
        self.heads.append(ReturnedHead(section, self.head.names(), cells[min(cells)].where))
        return True

    def _data(self, number: int, cells: Mapping[int, GridCell], head: _Head) -> None:
        found: dict[str, GridCell] = {}
        shared: set[str] = set()
        key = ""
        for at, cell in cells.items():
            name = head.columns.get(at)
            if name is None:
                self._outside(number, at, cell, head)
            elif name == "key":
                key = _key(cell.text) if cell.row == number else ""
                if not key and cell.text.strip() and cell.row == number and not _is_shared(cell, head):
                    self.notes.append(Note("left-over", cell.where, cell.text))
            else:
                # One cell for the rows of a quarter is as it was printed; any other that reaches over rows is not.
                if _is_shared(cell, head) or (cell.down > 1 and name != "quarter"):
                    shared.add(name)
                found[name] = _joined(found[name], cell) if name in found else cell
        for cell in _distinct(found.values()):
            if cell.row == number:
                self._say(cell)
        told = any(
            cell.text.strip() or cell.odd for name, cell in found.items() if name != "quarter" and cell.row == number
        )
        if told or key not in ("", NEW_KEY):
            where = _row_place(number, cells)
            self.rows.append(ReturnedRow(head.section, key, head.names(), found, where, frozenset(shared)))

    def _outside(self, number: int, at: int, cell: GridCell, head: _Head) -> None:
        """A text under a head that is not ours, or under none, or in a second column of the same name."""
        if cell.row != number or cell.column != at or not cell.text.strip():
            return
        if at in head.twice:
            self.notes.append(
                Note("columns-swapped", cell.where, cell.text, {"section": head.section, "name": head.twice[at]})
            )
        else:
            self.notes.append(Note("column-unknown", cell.where, cell.text, {"head": head.unknown.get(at, "")}))

    def _say(self, cell: GridCell) -> None:
        for odd in cell.odd:
            if odd in _SAID or odd in _BROKEN:
                self.notes.append(Note(odd, cell.where, cell.text))


def _row_place(number: int, cells: Mapping[int, GridCell]) -> Where:
    """The place of a row: that of its first cell, were it to begin there."""
    cell = cells[min(cells)]
    where = cell.where
    return Where(where.sheet, where.table, where.row + number - cell.row, where.column)


def _distinct(cells: Iterable[GridCell]) -> list[GridCell]:
    """Each cell once, in their order."""
    return list({(cell.row, cell.column): cell for cell in cells}.values())


def _key(text: str) -> str:
    """The key in a cell; empty when it is none."""
    plain = settled(text, "number").replace(" ", "").lower()
    return plain if KEY.fullmatch(plain) else ""


def _is_shared(cell: GridCell, head: _Head) -> bool:
    """Whether a cell was merged over columns that have different heads."""
    names = {head.columns.get(at, "") for at in range(cell.column, cell.column + cell.across)}
    return cell.across > 1 and len(names - {""}) > 1


def _is_line(cells: Mapping[int, GridCell], own: list[GridCell], head: _Head) -> bool:
    """Whether a row of a sheet is a line of words between two tables: one text, and none under a column that asks for something."""
    written = [cell for cell in own if cell.text.strip()]
    if len(written) != 1:
        return False
    [cell] = written
    at = head.key_column()
    if at is None or cell.column > at or _key(cell.text):
        return False
    return cell.across > 1 or not re.fullmatch(r"\s*\S{1,6}\s*", cell.text)


def _joined(one: GridCell, other: GridCell) -> GridCell:
    """Two cells under one head: what both say."""
    if other is one or not other.text.strip():
        return one
    return GridCell(
        f"{one.text}\n{other.text}", one.where, one.row, one.column, one.down, one.across, (*one.odd, *other.odd)
    )


def notes_of(returned: Returned) -> Iterator[Note]:
    """What has to be said of a form whatever was printed on it."""
    if not returned.marks:
        yield Note("no-mark")
    elif len(returned.marks) > 1:
        yield Note("two-marks", facts={"marks": ", ".join(map(str, returned.marks))})
    if not returned.heads:
        yield Note("not-a-form")
    yield from returned.notes
