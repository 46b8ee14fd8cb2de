"""What a document with a structure of its own is made of: paragraphs and tables in reading order, each with its page and box."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

Box = tuple[float, float, float, float]


class End(StrEnum):
    """How a piece of text ends."""

    SPACE = "space"  # a word ends here
    BREAK = "break"  # somebody broke the line on purpose: mostly between words
    BROKEN = "broken"  # the line was full: inside a word or between two


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text as the document holds it."""

    text: str
    end: End = End.BREAK


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables. `turns`: a page begins with it."""

    pieces: tuple[Piece, ...]
    page: int | None = None
    box: Box | None = None
    turns: bool = False

    @property
    def text(self) -> str:
        """Its lines, each as the document has it."""
        return "\n".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at a row and a column, with how many rows and columns it takes, and the lines in it."""

    row: int
    column: int
    pieces: tuple[Piece, ...] = ()
    down: int = 1
    across: int = 1

    @property
    def text(self) -> str:
        """Its lines, each as the document has it."""
        return "\n".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Table:
    """Cells in rows and columns. `pages`: the page of each row, where the format knows pages."""

    rows: int
    columns: int
    cells: tuple[Cell, ...]
    pages: tuple[int, ...] = ()
    boxes: tuple[Box, ...] = ()
    _at: dict[tuple[int, int], Cell] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.down):
                for column in range(cell.column, cell.column + cell.across):
                    self._at.setdefault((row, column), cell)

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers this place, merged ones wherever they reach."""
        return self._at.get((row, column))

    def row(self, row: int) -> Iterator[Cell]:
        """The cells that cover a row, from left to right, each once."""
        last: Cell | None = None
        for column in range(self.columns):
            cell = self.at(row, column)
            if cell is not None and cell is not last:
                yield cell
            last = cell

    def starting(self, row: int) -> Iterator[Cell]:
        """The cells that begin in a row."""
        return (cell for cell in self.row(row) if cell.row == row)

    def page(self, row: int) -> int | None:
        """The page on which a row stands."""
        return self.pages[row] if row < len(self.pages) else None


Block = Paragraph | Table


def joined(first: Table, second: Table, skip: int) -> Table:
    """Two tables of the same columns as one; the first `skip` rows of the second repeat the head and go."""
    moved = [
        Cell(cell.row - skip + first.rows, cell.column, cell.pieces, cell.down, cell.across)
        for cell in second.cells
        if cell.row >= skip
    ]
    return Table(
        first.rows + second.rows - skip,
        first.columns,
        (*first.cells, *moved),
        (*first.pages, *second.pages[skip:]),
        (*first.boxes, *second.boxes),
    )


def pieces(texts: Sequence[str], end: End = End.BREAK) -> tuple[Piece, ...]:
    """Lines as pieces that all end the same way."""
    return tuple(Piece(text, end) for text in texts)
