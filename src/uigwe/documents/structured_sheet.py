"""A document with a structure of its own as numbered lines and tables: each paragraph and each row of a table has a number."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uigwe.documents.blocks import Block, Cell, End, Paragraph, Piece, Table
from uigwe.documents.codes import ANY_CIRCLED, ANY_TASK_CODE, ROMAN, code_of, numeral
from uigwe.documents.healing import Words
from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line, plain
from uigwe.documents.structured_heads import Head, Heads

_CHAPTER = re.compile(rf"^([{ROMAN}])[.\s]\s*\S")
_UNREAD = "\ufffd"
_CLOSING = ")]」』｣”’%,."
# Tables as small as this are frames around headings.
_FRAME_ROWS, _FRAME_COLUMNS = 4, 3
_LONGEST_CHAPTER = 60


@dataclass(frozen=True)
class Standing:
    """A table of a known kind, where its first row stands, and its head."""

    number: int
    table: Table
    head: Head
    above: tuple[str, ...] = ()

    def line(self, row: int) -> int:
        """The number of a row."""
        return self.number + row

    @property
    def last(self) -> int:
        """The number of its last row."""
        return self.number + self.table.rows - 1


@dataclass
class Sheet:
    """The lines outside known tables, the known tables, and the pages by number."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Standing] = field(default_factory=list)
    pages: dict[int, int] = field(default_factory=dict)
    count: int = 0

    def between(self, first: int, last: int) -> list[Standing]:
        """The tables that stand from one number up to another."""
        return [one for one in self.tables if first <= one.number <= last]


class Joiner:
    """Puts the lines of a cell or paragraph together again."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.unread: dict[str, None] = {}  # texts with letters that could not be read

    def text(self, pieces: Sequence[Piece]) -> str:
        """The lines as one text."""
        if any(_UNREAD in piece.text for piece in pieces):
            self.unread["\n".join(piece.text for piece in pieces)] = None
        healed = ""
        end = End.SPACE
        for piece in pieces:
            text = " ".join(plain(piece.text).split())
            if not text:
                continue
            if not healed:
                healed = text
            else:
                healed += text if self._whole(healed, text, end) else f" {text}"
            end = piece.end
        return healed

    def _whole(self, healed: str, text: str, end: End) -> bool:
        """Whether the break stands inside a word."""
        left, right = healed.rsplit(" ", 1)[-1], text.split(" ", 1)[0]
        if end is End.SPACE:
            return False
        if end is End.BROKEN:
            return self.words.belong_together(left, right)
        if right[0] in _CLOSING:
            return True
        known = self.words.single[left + right]
        return (
            bool(known)
            and not self.words.pairs[(left, right)]
            and not (self.words.single[left] and self.words.single[right])
        )


def words_of(blocks: Sequence[Block], layout: Layout) -> Words:
    """The words of a whole document."""
    lines = [
        Line(1, " ".join(plain(piece.text).split()))
        for block in blocks
        for holder in ([block] if isinstance(block, Paragraph) else block.cells)
        for piece in holder.pieces
    ]
    return Words(lines, layout.particles)


class Sheets:
    """Makes a sheet of blocks."""

    def __init__(self, layout: Layout, joiner: Joiner) -> None:
        self.layout, self.joiner = layout, joiner
        self.heads = Heads(layout)
        self.sheet = Sheet()
        self.chapter = 0

    def make(self, blocks: Sequence[Block]) -> Sheet:
        """Numbers everything."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._line(self.joiner.text(block.pieces), block.page, block.turns)
            else:
                self._table(block)
        return self.sheet

    def _line(self, text: str, page: int | None, turns: bool = False) -> None:
        sheet = self.sheet
        if not text or self.layout.page_number.fullmatch(text):
            return
        sheet.count += 1
        if page is not None:
            sheet.pages[sheet.count] = page
        turned = turns or not sheet.lines or self._is_chapter(text)
        sheet.lines.append(Line(sheet.count, text, True, turned, True))

    def _is_chapter(self, text: str) -> bool:
        """Whether the next chapter begins here, as the numerals go on."""
        match = _CHAPTER.match(text)
        if not match or len(text) > _LONGEST_CHAPTER or numeral(match[1]) != self.chapter + 1:
            return False
        self.chapter += 1
        return True

    def _table(self, table: Table) -> None:
        while table.rows > 1 and table.columns > 1 and _is_caption(table):
            for cell in table.row(0):
                self._line(self.joiner.text(cell.pieces), table.page(0))
            table = _without_first(table)
        head = self.heads.of(table)
        if head is None:
            self._told(table)
            return
        sheet = self.sheet
        above = tuple(line.text for line in sheet.lines[-3:])
        sheet.tables.append(Standing(sheet.count + 1, table, head, above))
        for row in range(table.rows):
            sheet.count += 1
            page = table.page(row)
            if page is not None:
                sheet.pages[sheet.count] = page

    def _told(self, table: Table) -> None:
        """A table of no known kind, or a frame around a heading, as lines."""
        frame = table.rows <= _FRAME_ROWS and table.columns <= _FRAME_COLUMNS
        labelled = any(self._is_label(cell.text) for cell in table.cells)
        for row in range(table.rows):
            texts = [text for cell in table.starting(row) for text in self._texts(cell, frame or labelled) if text]
            if frame or labelled:
                texts = _coded_last(texts)
                for text in texts:
                    self._line(text, table.page(row))
            else:
                self._line(" ".join(texts), table.page(row))

    def _is_label(self, text: str) -> bool:
        layout = self.layout
        return bare(text) in {
            bare(word)
            for word in (*layout.mission, *layout.vision, *layout.levels["strategic"], *layout.levels["goal"])
        }

    def _texts(self, cell: Cell, apart: bool) -> Iterator[str]:
        """The text of a cell; cut where a new entry begins when it is a frame."""
        group: list[Piece] = []
        for piece in cell.pieces:
            if apart and group and _begins(plain(piece.text)):
                yield self.joiner.text(group)
                group = []
            group.append(piece)
        if group:
            yield self.joiner.text(group)


def _begins(text: str) -> bool:
    return bool(re.match(rf"^\s*(?:[□■◇◆○◦ㅇ※▪•]|[{ANY_CIRCLED}]|\(\d+\)|-\s)", text))


def _coded_last(texts: list[str]) -> list[str]:
    """A frame that prints the code of a task in a cell of its own: `title(Ⅰ-1-①)`."""
    for at, text in enumerate(texts):
        match = ANY_TASK_CODE.search(text)
        code = code_of(*match.groups()) if match else None
        rest = bare(ANY_TASK_CODE.sub("", text)) if code else "-"
        if code and len(rest) <= 4 and len(texts) > 1:
            others = " ".join(texts[:at] + texts[at + 1 :])
            return [f"{others}({code})"]
    return texts


def _is_caption(table: Table) -> bool:
    """Whether the first row is one cell over the whole width: a caption or a unit, not a head."""
    cells = list(table.row(0))
    return len(cells) == 1 and cells[0].down == 1 and cells[0].across == table.columns


def _without_first(table: Table) -> Table:
    moved = tuple(
        Cell(cell.row - 1, cell.column, cell.pieces, cell.down, cell.across) for cell in table.cells if cell.row
    )
    return Table(table.rows - 1, table.columns, moved, table.pages[1:], table.boxes)
