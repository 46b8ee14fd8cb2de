"""HWPX, HWP and XLSX as one thing to a reader of forms: lines of text and grids of cells, each cell with its place and what is odd about it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from uigwe.documents.blocks import Block, Table
from uigwe.files.sheets import Sheet, SheetRow


@dataclass(frozen=True, slots=True)
class Where:
    """Where a text stands: in a sheet, in the n-th table of a document, or as the n-th line between the tables."""

    sheet: str = ""
    table: int = 0
    row: int = 0
    column: int = 0

    def facts(self) -> dict[str, str]:
        """The place as facts of a sentence."""
        if self.sheet:
            return {"sheet": self.sheet, "row": str(self.row), "column": _letters(self.column)}
        if self.table:
            return {"table": str(self.table), "row": str(self.row), "column": str(self.column + 1)}
        return {"line": str(self.row)}


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell, told once at the row and column in which it begins, with the rows and columns that it covers.

    `odd` says what a person should know: `computed`, `not-computed`, `cell-error`, `hidden-row`, `hidden-column`; `day` is
    the day of a cell that is kept as one.
    """

    text: str
    where: Where
    row: int
    column: int
    down: int = 1
    across: int = 1
    odd: tuple[str, ...] = ()
    day: str = ""


@dataclass(frozen=True, slots=True)
class Loose:
    """A line of text outside tables; `front`: it stands before the first of them."""

    text: str
    where: Where
    front: bool = False


@dataclass(frozen=True)
class Grid:
    """Rows and columns of cells; `sheet` of a workbook, or a table of a document."""

    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    sheet: bool = False
    hidden: bool = False
    _at: dict[tuple[int, int], GridCell] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.down):
                for column in range(cell.column, cell.column + cell.across):
                    self._at.setdefault((row, column), cell)

    def row(self, number: int) -> Mapping[int, GridCell]:
        """The cells that cover a row, by the columns that they cover in it."""
        found = {column: self._at.get((number, column)) for column in range(self.columns)}
        return {column: cell for column, cell in found.items() if cell is not None}


Part = Loose | Grid


def parts_of_document(blocks: list[Block]) -> Iterator[Part]:
    """The lines and tables of a document in reading order."""
    line = table = 0
    for block in blocks:
        if isinstance(block, Table):
            table += 1
            cells = tuple(
                GridCell(
                    cell.text,
                    Where("", table, cell.row + 1, cell.column),
                    cell.row,
                    cell.column,
                    cell.down,
                    cell.across,
                )
                for cell in block.cells
            )
            yield Grid(block.rows, block.columns, cells)
        else:
            for piece in block.pieces:
                line += 1
                yield Loose(piece.text, Where(row=line))


def parts_of_workbook(sheets: tuple[Sheet, ...]) -> Iterator[Part]:
    """The sheets of a workbook, each as one grid."""
    for sheet in sheets:
        if sheet.rows:
            columns = 1 + max(max((*row.cells, *row.broken), default=0) for row in sheet.rows)
            cells = tuple(_cells(sheet))
            yield Grid(max(row.number for row in sheet.rows) + 1, columns, cells, sheet=True, hidden=sheet.hidden)


def _cells(sheet: Sheet) -> Iterator[GridCell]:
    covered: dict[tuple[int, int], tuple[int, int]] = {}  # where a merged cell begins: its last row and column
    for row in sheet.rows:
        for column in row.cells.keys() | row.broken.keys() | row.below.keys() | row.across.keys():
            start = row.below.get(column, row.number), row.across.get(column, column)
            last = covered.get(start, start)
            covered[start] = max(last[0], row.number), max(last[1], column)
    rows = {row.number: row for row in sheet.rows}
    for (number, column), (last_row, last_column) in sorted(covered.items()):
        if number not in rows:  # a merged cell that begins in a row which holds nothing
            continue
        row = rows[number]
        text = row.cells.get(column, "")
        odd = _odd(sheet, row, column) if text or column in row.broken else ()
        yield GridCell(
            text,
            Where(sheet.name, 0, number, column),
            number,
            column,
            last_row - number + 1,
            last_column - column + 1,
            odd,
            row.days.get(column, ""),
        )


def _odd(sheet: Sheet, row: SheetRow, column: int) -> tuple[str, ...]:
    odd = [row.broken[column]] if column in row.broken else []
    if column in row.computed:
        odd.append("computed")
    if row.hidden:
        odd.append("hidden-row")
    if column in sheet.hidden_columns:
        odd.append("hidden-column")
    return tuple(odd)


def _letters(column: int) -> str:
    """The letters over a column of a sheet: `A`, `Z`, `AA`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
