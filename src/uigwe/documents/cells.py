"""The cells of an indicator table as words on a page: which words may be a value, and which pieces make one value together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.documents.layout import Layout
from uigwe.documents.lines import Line
from uigwe.values import State, read_number

_SIGN = r"[△▲▽▼−–\-+]?"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:십만|백만|천만|천|만|억|조)?"
_FRAGMENT = re.compile(r"^[\d,.]+$")
_WELL_FORMED = re.compile(rf"^{_DIGITS}$")
_DASH = frozenset("-–―‐－ㅡ")
_MONTH = r"\s*\.\s*(?:1[0-2]|0?[1-9])"
_DAY_OF = r"\s*(?:월말|월|말)?\s*(?:기준|현재)?\s*\)$"
_AS_OF = re.compile(rf"^\(\s*(?:[‘’'`´′]?(?:20)?[12]\d){_MONTH}{_DAY_OF}")
_MAX_PIECES = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the page: where it stands, whether it begins its line, and whether a gap stands before that line."""

    text: str
    line: int
    row: int
    first: bool
    gap: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What may be one cell: the words from `start` up to `end`, as printed with line breaks healed."""

    start: int
    end: int
    written: str
    state: State
    doubt: float = 0.0


def words_of(lines: Sequence[Line]) -> list[Word]:
    """All words of the lines, in reading order."""
    found: list[Word] = []
    for row, line in enumerate(lines):
        pieces = line.text.split()
        last = len(pieces) - 1
        for at, piece in enumerate(pieces):
            found.append(Word(piece, line.number, row, at == 0, at == 0 and line.gap, at == last))
    return found


class Cells:
    """Reads cells out of words, knowing the words of the layout: units, 신규, 잠정."""

    def __init__(self, layout: Layout) -> None:
        units = "|".join(sorted((re.escape(unit) for unit in layout.units), key=len, reverse=True))
        number = rf"{_SIGN}{_DIGITS}{_SCALE}(?:{units})?"
        self._value = re.compile(rf"^(?:\({number}\)|\[{number}\]|{number})$")
        news = "|".join(map(re.escape, layout.new))
        self._new = re.compile(rf"^\(?(?:{news})\)?$")
        marks = "|".join(map(re.escape, (*layout.provisional, *layout.new)))
        self._mark = re.compile(rf"^\((?:{marks})(?:치|값)?\)$")
        self._marked = re.compile(rf"^(?:\((?:{marks})(?:치|값)?\))?{number}(?:\((?:{marks})(?:치|값)?\))?$")
        self._before = re.compile(rf"^(?:{marks})$|^\((?:{marks})\)$")
        self.new = layout.new

    def at(self, words: Sequence[Word], start: int) -> Iterator[Cell]:
        """The cells that may begin at this word, the likeliest first."""
        text = words[start].text
        if text in _DASH:
            yield Cell(start, start + 1, text, State.NONE)
            return
        glued = self._glued(words, start)
        if glued:
            yield from self._with_mark(words, glued)
            return
        if self._value.match(text) or self._marked.match(text):
            yield from self._with_mark(words, _cell(start, start + 1, text))
            return
        if self._new.match(text):
            yield Cell(start, start + 1, text, State.NEW)
            if start + 1 < len(words) and self._value.match(words[start + 1].text):
                yield _cell(start, start + 2, f"{text} {words[start + 1].text}", 0.2)
            return
        yield from self._broken_new(words, start)

    def _with_mark(self, words: Sequence[Word], cell: Cell) -> Iterator[Cell]:
        """A number takes the mark behind it along: `716 (잠정)`, `103.9 (’22.11)`, `78.5 (신규)`; `103.9 (22.11)` may be two."""
        following = words[cell.end].text if cell.end < len(words) else ""
        marked = self._mark.match(following) or _AS_OF.match(following)
        if marked:
            yield _cell(cell.start, cell.end + 1, f"{cell.written} {following}", cell.doubt)
        if not marked or self._value.match(following):
            yield cell

    def _glued(self, words: Sequence[Word], start: int) -> Cell | None:
        """Pieces of one number: `6 ,98 2`, `167 . 8`, `152. 5`. Only where a piece is no number by itself."""
        joined, broken = "", False
        best: Cell | None = None
        for at in range(start, min(start + _MAX_PIECES, len(words))):
            piece = words[at].text
            if not _FRAGMENT.match(piece):
                break
            if at > start and not self._continues(joined, piece):
                break
            joined += piece
            broken = broken or not _WELL_FORMED.match(piece)
            if at > start and broken and _WELL_FORMED.match(joined):
                best = _cell(start, at + 1, joined, 0.1)
        return best

    @staticmethod
    def _continues(joined: str, piece: str) -> bool:
        """Whether the number so far is unfinished or the piece cannot begin one."""
        return not _WELL_FORMED.match(joined) or piece[0] in ",."

    def _broken_new(self, words: Sequence[Word], start: int) -> Iterator[Cell]:
        """`신` and `규` on two lines."""
        for new in self.new:
            joined = words[start].text
            for at in range(start + 1, min(start + len(new) + 2, len(words))):
                joined += words[at].text
                if joined in (new, f"({new})"):
                    yield Cell(start, at + 1, joined, State.NEW)


def _cell(start: int, end: int, written: str, doubt: float = 0.0) -> Cell:
    return Cell(start, end, written, read_number(written).state, doubt)
