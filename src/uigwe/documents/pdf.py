"""PDF to blocks: letters and ruled lines of each page → lines and tables → paragraphs and tables over page breaks."""

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from uigwe.documents.blocks import Block, Cell, End, Paragraph, Piece, Table
from uigwe.documents.pdf_lattice import Lattice, lattices
from uigwe.documents.pdf_lines import UNREAD, Breaks, Letter, Run, end_of, letters, pieces, runs, words
from uigwe.files import Refused
from uigwe.files.telling import Progress

_MOST_PAGES = 1_500
# A page of a plan has hundreds of letters; fewer than this on average, and the pages are pictures.
_LETTERS = 20
_STARTS = re.compile(
    r"^(?:[□■◇◆○◦ㅇ●※*▪•·▶➡⇨]|[-–]\s|<|〈|【|\[|\(\s*\d{1,2}\s*\)|\d{1,2}\s*\.\s|[Ⅰ-Ⅻ]\s*[.\s]|[①-⑳➀-➉❶-❿]|[가-하]\.\s)"
)
_MARGIN = 60.0
_REPEATED = 0.5
# No more space than this stands before the text of a cell that begins at its left edge.
_INSET = 6.0
# Letters of one word stand nearer than this share of their size.
_APART = 0.06


@dataclass
class _Grid:
    """A table on a page: the lines in each of its cells."""

    lattice: Lattice
    cells: list[list[Run]]
    inset: float
    page: int

    def room(self, index: int) -> float:
        """How wide the lines of a cell may be."""
        _, column, _, across = self.lattice.cells[index]
        return self.lattice.columns[column + across] - self.lattice.columns[column] - 2 * self.inset


@dataclass
class _Page:
    """What stands on a page, from top to bottom."""

    number: int
    height: float
    things: list[Run | _Grid] = field(default_factory=list)


def read_pdf(data: bytes, progress: Progress | None = None) -> list[Block]:
    """The blocks of a PDF document. Raises `Refused`: `pdf-not-read`, `too-many-pages`, `scan`."""
    pages = _pages(data, progress)
    _without_running_heads(pages)
    return _Blocks(pages).made()


def _pages(data: bytes, progress: Progress | None) -> list[_Page]:
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            count = len(document.pages)
            if count > _MOST_PAGES:
                raise Refused("too-many-pages", {"pages": count, "limit": _MOST_PAGES})
            found, seen, pictures = [], 0, 0
            for number, page in enumerate(document.pages, 1):
                one, counted = _page(page, number)
                found.append(one)
                seen += counted
                pictures += bool(page.images)
                page.close()
                if progress:
                    progress(number, count)
    except (Refused, MemoryError):
        raise
    except (PDFException, PdfminerException, PSException):
        raise Refused("pdf-not-read") from None
    if seen < _LETTERS * max(1, count):
        raise Refused("scan", {"pages": count, "letters": seen, "pictures": pictures})
    return found


def _page(page: Any, number: int) -> tuple[_Page, int]:
    """Tables with what is in them, and the lines around them."""
    left = letters(page)
    counted = sum(one.text != UNREAD for one in left)
    made = _Page(number, float(page.height))
    for lattice in lattices(page, left):
        inside: list[list[Letter]] = [[] for _ in lattice.cells]
        rest: list[Letter] = []
        for word in _bordered(words(left), lattice):
            index = _cell_of(word, lattice)
            if index is None:
                rest += word
            else:
                inside[index] += word
        if len(rest) < len(left):
            made.things.append(_grid(lattice, inside, number))
            left = rest
    made.things += runs(left)
    made.things.sort(key=_top)
    return made, counted


def _bordered(found: Iterable[Sequence[Letter]], lattice: Lattice) -> Iterator[Sequence[Letter]]:
    """Words cut where a border stands in a gap between two letters: two cells nearly touch. A word that runs over stays whole."""
    for word in found:
        begin = 0
        for at in range(1, len(word)):
            gap = abs(word[at].left - word[at - 1].right)
            if gap > _APART * word[at].size and _middle(word[at - 1], lattice) != _middle(word[at], lattice):
                yield word[begin:at]
                begin = at
        yield word[begin:]


def _middle(letter: Letter, lattice: Lattice) -> int | None:
    return lattice.cell_at((letter.left + letter.right) / 2, (letter.top + letter.bottom) / 2)


def _cell_of(word: Sequence[Letter], lattice: Lattice) -> int | None:
    """The cell that a word stands in: where its middle is, or where it begins when it only runs over the edge."""
    height = (word[0].top + word[0].bottom) / 2
    index = lattice.cell_at((word[0].left + word[-1].right) / 2, height)
    first = lattice.cell_at((word[0].left + word[0].right) / 2, height)
    if first is None or first == index:
        return index
    beside = word[0].left - lattice.columns[lattice.cells[first][1]]
    return first if index is None or beside < _INSET else index


def _top(thing: Run | _Grid) -> float:
    return thing.lattice.rows[0] if isinstance(thing, _Grid) else thing.box[1]


def _grid(lattice: Lattice, inside: Sequence[Sequence[Letter]], number: int) -> _Grid:
    cells = [runs(one) for one in inside]
    insets = []
    for (_, column, _, across), lines in zip(lattice.cells, cells, strict=True):
        width = lattice.columns[column + across] - lattice.columns[column]
        insets += [(width - line.width) / 2 for line in lines]
    inset = max(0.0, min(insets, default=0.0))
    return _Grid(lattice, cells, min(inset, 6.0), number)


def _without_running_heads(pages: Sequence[_Page]) -> None:
    """Takes away the lines that stand at the head or foot of most pages, their numbers aside."""
    if len(pages) < 4:
        return

    def key(page: _Page, run: Run) -> tuple[int, str] | None:
        near = run.box[1] < _MARGIN or run.box[3] > page.height - _MARGIN
        return (round(run.box[1] / 4), re.sub(r"\d+", "#", run.text)) if near else None

    seen: Counter[tuple[int, str]] = Counter()
    for page in pages:
        seen.update({found for one in page.things if isinstance(one, Run) and (found := key(page, one))})
    most = {found for found, count in seen.items() if count > _REPEATED * len(pages)}
    for page in pages:
        page.things = [one for one in page.things if not (isinstance(one, Run) and key(page, one) in most)]


@dataclass
class _Open:
    """A paragraph whose next line may still come."""

    lines: list[Run]
    ends: list[End]
    page: int
    turns: bool


class _Blocks:
    """Puts lines together to paragraphs and tables together over pages."""

    def __init__(self, pages: Sequence[_Page]) -> None:
        self.pages = pages
        self.breaks = Breaks()
        self.blocks: list[Block] = []
        self.open: _Open | None = None
        lines = [one for page in pages for one in page.things if isinstance(one, Run)]
        rights = sorted(line.box[2] for line in lines)
        self.right = rights[int(len(rights) * 0.98)] if rights else 0.0
        self.last: _Grid | None = None

    def made(self) -> list[Block]:
        """All blocks in order."""
        for page in self.pages:
            turns = True
            for thing in page.things:
                if isinstance(thing, Run):
                    self._line(thing, page.number, turns)
                    self.last = None
                else:
                    self._close()
                    self._table(thing, turns)
                turns = False
        self._close()
        return [_whole(block) for block in self.blocks] if self.breaks.whole_words else self.blocks

    def _line(self, line: Run, page: int, turns: bool) -> None:
        held = self.open
        if held is not None and self._goes_on(held.lines[-1], line, turns):
            room = self.right - held.lines[-1].box[2]
            held.ends.append(end_of(held.lines[-1], line, room, self.breaks))
            held.lines.append(line)
            return
        self._close()
        self.open = _Open([line], [], page, turns)

    def _goes_on(self, before: Run, line: Run, turns: bool) -> bool:
        """Whether a line continues the one before: that one was full, and this one begins nothing new."""
        if turns or _STARTS.match(line.text) or abs(before.size - line.size) > 0.6:
            return False
        beside = -2.5 * line.size <= line.box[0] - before.box[0] <= 4 * line.size
        near = line.box[1] - before.box[3] < 1.3 * line.size
        room = self.right - before.box[2]
        return beside and near and room < 0.25 * line.size + line.word + 0.5

    def _close(self) -> None:
        held, self.open = self.open, None
        if held is None:
            return
        ends = [*held.ends, End.BREAK]
        made = tuple(Piece(line.text, end) for line, end in zip(held.lines, ends, strict=True))
        self.blocks.append(Paragraph(made, held.page, held.lines[0].box, held.turns))

    def _table(self, grid: _Grid, turns: bool) -> None:
        """A table, a frame, or the rest of the table that the page before began."""
        if len(grid.cells) == 1:
            for group in _cut(grid.cells[0]):
                made = pieces(group, grid.room(0), self.breaks)
                self.blocks.append(Paragraph(made, grid.page, grid.lattice.box, turns))
                turns = False
            self.last = None
            return
        table = self._made(grid)
        before = self.blocks[-1] if self.blocks else None
        if turns and self.last is not None and isinstance(before, Table) and _same_columns(self.last, grid):
            self.blocks[-1] = self._continued(before, self.last, table, grid)
        else:
            self.blocks.append(table)
        self.last = grid

    def _made(self, grid: _Grid) -> Table:
        cells = tuple(
            Cell(row, column, pieces(lines, grid.room(index), self.breaks), down, across)
            for index, ((row, column, down, across), lines) in enumerate(
                zip(grid.lattice.cells, grid.cells, strict=True)
            )
        )
        rows = len(grid.lattice.rows) - 1
        return Table(rows, len(grid.lattice.columns) - 1, cells, (grid.page,) * rows, (grid.lattice.box,))

    def _continued(self, before: Table, last: _Grid, table: Table, grid: _Grid) -> Table:
        """The rows of the next page below those of this one: repeated heads go, a row that was cut in two is one again."""
        skip = 0
        while skip < min(before.rows, table.rows - 1) and _texts(before, skip) == _texts(table, skip):
            skip += 1
        pending = _cut_in_two(last, grid, skip, self.breaks.whole_words)
        rows = [cell for cell in before.cells if cell.row < before.rows]
        moved: list[Cell] = []
        for cell in table.cells:
            if cell.row < skip:
                continue
            if pending and cell.row == skip:
                index = next(at for at, one in enumerate(rows) if _covers(one, before.rows - 1, cell.column))
                rest = rows[index]
                ends = (*rest.pieces[:-1], *(replace(one, end=End.BROKEN) for one in rest.pieces[-1:]))
                rows[index] = replace(rest, pieces=(*ends, *cell.pieces) if cell.pieces else rest.pieces)
                continue
            moved.append(replace(cell, row=cell.row - skip - pending + before.rows))
        added = table.rows - skip - pending
        pages = (*before.pages, *table.pages[:added])
        return Table(before.rows + added, before.columns, (*rows, *moved), pages, (*before.boxes, *table.boxes))


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.down and cell.column <= column < cell.column + cell.across


def _cut(lines: Sequence[Run]) -> Iterator[list[Run]]:
    """The lines of a frame, cut where something new begins."""
    group: list[Run] = []
    for line in lines:
        if group and (_STARTS.match(line.text) or abs(line.size - group[-1].size) > 1.5):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _same_columns(one: _Grid, other: _Grid) -> bool:
    first, second = one.lattice.columns, other.lattice.columns
    return len(first) == len(second) and all(abs(a - b) < 3 for a, b in zip(first, second, strict=True))


def _texts(table: Table, row: int) -> list[tuple[int, str]]:
    return [(cell.column, "".join(cell.text.split())) for cell in table.row(row)]


def _cut_in_two(last: _Grid, grid: _Grid, row: int, whole_words: bool) -> int:
    """1 when the first row below the head on the next page goes on with the last row of this one, else 0.

    It does when each of its cells goes on with a line that was full, and some cell has nothing more to say.
    """
    final = len(last.lattice.rows) - 2
    above, below = last.lattice.by_place, grid.lattice.by_place
    silent = said = 0
    for column in range(len(grid.lattice.columns) - 1):
        one, other = above[(final, column)], below.get((row, column))
        if (
            other is None
            or grid.lattice.cells[other][2] != 1
            or last.lattice.cells[one][1:][0] != grid.lattice.cells[other][1]
        ):
            return 0
        before, after = last.cells[one], grid.cells[other]
        if not after:
            silent += bool(before)
            continue
        if not before or not _is_full(before[-1], after[0], last.room(one), whole_words):
            return 0
        said += 1
    return int(bool(said and silent))


def _is_full(line: Run, following: Run, room: float, whole_words: bool) -> bool:
    """Whether a line had no room for what follows, and does not end as whole entries do."""
    needed = 0.25 * line.size + (following.word if whole_words else following.unit)
    return line.text[-1] not in ").」" and room - line.width < needed + 0.5


def _whole(block: Block) -> Block:
    """The same block in a document that never breaks inside words."""
    if isinstance(block, Paragraph):
        return replace(block, pieces=_spaced(block.pieces))
    cells = tuple(replace(cell, pieces=_spaced(cell.pieces)) for cell in block.cells)
    return Table(block.rows, block.columns, cells, block.pages, block.boxes)


def _spaced(given: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(replace(one, end=End.SPACE) if one.end is End.BROKEN else one for one in given)
