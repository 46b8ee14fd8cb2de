"""The lines of a document's prose as what they were before they were printed: bullets, footnotes and rows of tables.

An extraction gives lines; a sentence runs over several of them. This module is the grammar of the marks that begin one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from uigwe.audit.text.figures import Figure, Token, tokens
from uigwe.plan import Paragraph, Place
from uigwe.reasons.patterns import pattern_of

_BULLETS = "□■◇◆○●◦ㅇ◎▪▫▸▶►￭∙•◈⇨⇒☞※★☆√✓"
_MARK = pattern_of(
    rf"\s*(?P<mark>\*{{1,4}}(?!\d)|[{_BULLETS}]|[-–―‒](?=\s|[^\s\d.,%)])|[<【《]|[①-⑳➊-➓❶-❿⓵-⓾➀-➉]|\d{{1,2}}\.\s|\(\d{{1,2}}\)\s|[가-하]\.\s)"
)
_CELL = pattern_of(r"\(?[△▲▼▽+−-]?\d[\d,]*(?:\.\d+)?(?:%|%p)?\)?|\(?[-–―－]\)?")
_EMPTY_CELL = pattern_of(r"\(\s*([-–―－])\s*\)")
_SIGN_APART = pattern_of(r"([△▲▼▽])\s+(?=\d)")
_YEARS = pattern_of(r"(?:(?:[‘’'`´′]\s?\d{2}|(?:19|20)\d{2})(?:\s?년도?)?(?:\s+|$)){2,}")
# A row of a table is no longer than this, its label no longer than that; a passage has no more lines.
_WIDEST, _LONGEST = 200, 40
_MOST = 60
_MARKED = 10


@dataclass(frozen=True)
class Passage:
    """What stands behind one mark: its lines joined by spaces, and where each of them began."""

    text: str
    mark: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]
    row: bool = False

    @property
    def is_note(self) -> bool:
        """Whether it is a footnote to the passage before it."""
        return self.mark.startswith("*") or self.mark == "※"

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The figures, times and arrows in it; none in a row of a table."""
        return () if self.row or not any(sign.isdigit() for sign in self.text) else tuple(tokens(self.text))

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in it."""
        return tuple(token for token in self.tokens if isinstance(token, Figure))

    def place_at(self, offset: int) -> Place:
        """The place of the line that holds a sign of the text."""
        return self.places[max(0, bisect_right(self.starts, offset) - 1)]

    def breaks_between(self, start: int, end: int) -> bool:
        """Whether a line ends between two signs."""
        return any(start < begin <= end for begin in self.starts)

    def is_edge(self, start: int, end: int) -> bool:
        """Whether a word touches the end of a line that runs on: it may be half a word."""
        return any(start == begin or end == begin - 1 for begin in self.starts[1:])


def passages(text: Iterable[Paragraph]) -> tuple[Passage, ...]:
    """All passages in reading order."""
    return tuple(_joined(text))


def notes(read: Iterable[Passage]) -> Iterator[tuple[Passage, tuple[Passage, ...]]]:
    """Each passage that is no footnote, with the footnotes that follow it."""
    main: Passage | None = None
    below: list[Passage] = []
    for passage in read:
        if passage.is_note and main is not None:
            below.append(passage)
            continue
        if main is not None:
            yield main, tuple(below)
        main, below = passage, []
    if main is not None:
        yield main, tuple(below)


def body_of(passage: Passage, offset: int, length: int = 24) -> str:
    """The first words from a place on, for the eye."""
    return passage.text[offset : offset + length].strip()


def cells_of(text: str) -> tuple[str, tuple[str, ...]]:
    """The label and the cells of a row of a table: the numbers and dashes at its end."""
    words = _SIGN_APART.sub(r"\1", _EMPTY_CELL.sub(r"(\1)", text)).split()
    first = len(words)
    while first and _CELL.fullmatch(words[first - 1]):
        first -= 1
    return " ".join(words[:first]), tuple(words[first:])


def _joined(text: Iterable[Paragraph]) -> Iterator[Passage]:
    printed = [line for line in text if line.text.strip()]
    # Where hardly a line begins with a mark, the lines are paragraphs already and not the broken lines of a page.
    broken = sum(1 for line in printed if _MARK.match(line.text)) * _MARKED >= len(printed)
    lines: list[Paragraph] = []
    for line in printed:
        if lines and not (broken and _runs_on(lines, line)):
            yield _passage(lines)
            lines = []
        lines.append(line)
    if lines:
        yield _passage(lines)


def _runs_on(lines: list[Paragraph], line: Paragraph) -> bool:
    before = lines[-1]
    if _section(before.place) != _section(line.place) or len(lines) >= _MOST:
        return False
    if before.place.line is None or line.place.line is None or line.place.line - before.place.line > 3:
        return False
    return not (_MARK.match(line.text) or is_row(line.text) or is_row(before.text))


def _section(place: Place) -> tuple[str, str, str]:
    return place.part, place.code, place.heading


def _passage(lines: list[Paragraph]) -> Passage:
    match = _MARK.match(lines[0].text)
    starts, text = [], ""
    for line in lines:
        starts.append(len(text))
        text += line.text.strip() + " "
    row = len(lines) == 1 and is_row(lines[0].text)
    mark = match["mark"].strip() if match else ""
    return Passage(text[:-1], mark, tuple(starts), tuple(line.place for line in lines), row)


def is_row(text: str) -> bool:
    """Whether a line is a row of a table: a label and numbers without units, or the years above its columns."""
    if len(text) > _WIDEST:
        return False
    if _YEARS.search(text):
        return len(_YEARS.sub("", text)) <= _LONGEST
    label, cells = cells_of(text)
    return len(cells) >= 2 and any(sign.isdigit() for cell in cells for sign in cell) and len(label) <= _LONGEST
