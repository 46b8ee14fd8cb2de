"""What a form holds before it is printed anywhere: paragraphs, frames and tables in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from uigwe.plan import Plan


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `turns`: it begins a page. `style`: chapter, head, note or plain."""

    text: str
    style: str = "plain"
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a table, its lines broken by hand where there are several."""

    row: int
    column: int
    lines: tuple[str, ...]
    down: int = 1
    across: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: shares of the width, cells, and how many rows are its head. `frame`: it is drawn around a heading."""

    widths: tuple[int, ...]
    spots: tuple[Spot, ...]
    heads: int = 0
    frame: bool = False

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max((spot.row + spot.down for spot in self.spots), default=0)


@dataclass
class Sheet:
    """A whole document."""

    parts: list[Para | Grid] = field(default_factory=list)
    plan: Plan | None = None  # what of the plan it prints

    def add(self, *texts: str, style: str = "plain") -> None:
        """Paragraphs."""
        self.parts += [Para(text, style) for text in texts]

    def page(self, text: str, style: str = "head") -> None:
        """A paragraph that begins a page."""
        self.parts.append(Para(text, style, True))

    def frame(self, *texts: str, turns: bool = False) -> None:
        """A heading in a frame, each of its texts in a cell."""
        if turns:
            self.parts.append(Para("", "plain", True))
        spots = tuple(Spot(0, at, (text,)) for at, text in enumerate(texts))
        widths = (1,) if len(texts) == 1 else (2, 7) + (1,) * (len(texts) - 2)
        self.parts.append(Grid(widths, spots, frame=True))

    def grid(self, builder: "Builder") -> None:
        """A table."""
        self.parts.append(Grid(tuple(builder.widths), tuple(builder.spots), builder.heads))


@dataclass
class Builder:
    """A table while it is filled from top to bottom."""

    widths: Sequence[int]
    spots: list[Spot] = field(default_factory=list)
    heads: int = 0
    row: int = 0

    def head(self, *rows: Iterable[tuple[int, str, int, int]]) -> None:
        """The rows of the head: column, text, rows down, columns across."""
        for cells in rows:
            for column, text, down, across in cells:
                self.put(column, text, down, across)
            self.row += 1
        self.heads = self.row

    def put(self, column: int, text: str | Sequence[str], down: int = 1, across: int = 1) -> None:
        """A cell in the row that is being filled."""
        lines = (text,) if isinstance(text, str) else tuple(text)
        self.spots.append(Spot(self.row, column, lines, down, across))

    def line(self, *texts: str | Sequence[str]) -> None:
        """A whole row, a cell for each column."""
        for column, text in enumerate(texts):
            self.put(column, text)
        self.row += 1
