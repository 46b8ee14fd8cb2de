"""The letters of a page as lines: put together by their places, with how wide they are and how much room was left behind them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from uigwe.documents.blocks import Box, End, Piece

# A gap wider than this share of the size of the letters is a space.
_GAP = 0.24
# A letter whose font does not say which it is.
UNREAD = "\ufffd"
_CLOSING = "),.]」』｣”’%·,;:!?~"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its place."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class Run:
    """A line of letters: its text, its box, the size of its letters, and the widths of its first word and first unit.

    A unit is what no typesetter breaks: a syllable with what clings to it, a number, a Latin word.
    """

    text: str
    box: Box
    size: float
    word: float
    unit: float
    spaced: bool  # a space stands at its end

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.box[2] - self.box[0]


def letters(page: Any) -> list[Letter]:
    """The upright letters of a page."""
    found = []
    for one in page.chars:
        if one.get("upright", True) and one["text"]:
            text = UNREAD if one["text"].startswith("(cid:") else one["text"]
            found.append(Letter(text, one["x0"], one["top"], one["x1"], one["bottom"], one["size"]))
    return found


def words(given: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters as words, in the order in which the document draws them: a word too wide for its cell stays one."""
    word: list[Letter] = []
    for one in given:
        last = word[-1] if word else None
        if last and (one.text.isspace() or abs(one.top - last.top) > 1 or abs(one.left - last.right) > 0.3 * one.size):
            yield word
            word = []
        if one.text.isspace():
            yield [one]
        else:
            word.append(one)
    if word:
        yield word


def runs(given: Iterable[Letter]) -> list[Run]:
    """Letters as lines from top to bottom."""
    ordered = sorted(given, key=lambda one: ((one.top + one.bottom) / 2, one.left))
    lines: list[list[Letter]] = []
    middle = 0.0
    for one in ordered:
        own = (one.top + one.bottom) / 2
        if lines and abs(own - middle) <= 0.45 * max(one.size, lines[-1][0].size):
            lines[-1].append(one)
        else:
            lines.append([one])
            middle = own
    return [run for line in lines for run in _run(sorted(line, key=lambda one: one.left))]


def _run(line: Sequence[Letter]) -> Iterator[Run]:
    """One line; nothing when it is only space."""
    text = ""
    last: Letter | None = None
    kept: list[Letter] = []
    for one in line:
        if one.text.isspace():
            if text and not text.endswith(" "):
                text += " "
            continue
        if last is not None:
            if one.text == last.text and one.left - last.left < 0.25 * (last.right - last.left):
                continue  # printed twice to look bold
            if one.left - last.right > _GAP * one.size and not text.endswith(" "):
                text += " "
        text += one.text
        kept.append(one)
        last = one
    if not kept:
        return
    box = kept[0].left, min(one.top for one in kept), kept[-1].right, max(one.bottom for one in kept)
    words = text.split(" ")
    count = sum(1 for _ in words[0])
    word = _width(kept, count)
    yield Run(text.strip(), box, max(one.size for one in kept), word, _width(kept, _unit(words[0])), text.endswith(" "))


def _width(kept: Sequence[Letter], count: int) -> float:
    """How wide the first letters are; a letter may stand for several signs."""
    seen = 0
    for one in kept:
        seen += len(one.text)
        if seen >= count:
            return one.right - kept[0].left
    return kept[-1].right - kept[0].left


def _unit(word: str) -> int:
    """How many signs at the beginning of a word stay together on a line."""
    at = 0
    while at < len(word) and word[at] in "([「『｢“‘<'\"":
        at += 1
    if at < len(word) and _is_syllable(word[at]):
        at += 1
    else:
        while at < len(word) and not _is_syllable(word[at]):
            at += 1
    while at < len(word) and word[at] in _CLOSING:
        at += 1
    return max(1, at)


def _is_syllable(sign: str) -> bool:
    return "가" <= sign <= "힣" or "一" <= sign <= "鿿"


@dataclass
class Breaks:
    """What kind of breaks a document has, counted over all of it."""

    early: int = 0  # there was room for more of the next word
    full: int = 0

    @property
    def whole_words(self) -> bool:
        """Whether its typesetter never breaks inside words."""
        return self.early * 3 > self.early + self.full and self.early > 8


def end_of(line: Run, following: Run, room: float, breaks: Breaks | None = None) -> End:
    """How a line ends, from the room that was left behind it and what came next."""
    space = 0.25 * line.size
    if room >= space + following.word + 0.5:
        return End.BREAK
    early = room >= following.unit + 0.35 * line.size
    if breaks is not None:
        breaks.early += early
        breaks.full += not early
    return End.SPACE if line.spaced or early else End.BROKEN


def pieces(lines: Sequence[Run], width: float, breaks: Breaks | None = None) -> tuple[Piece, ...]:
    """The lines of a cell that is so wide, with how each ends."""
    made = []
    for at, line in enumerate(lines):
        end = End.BREAK
        if at + 1 < len(lines):
            end = end_of(line, lines[at + 1], width - line.width, breaks)
        made.append(Piece(line.text, end))
    return tuple(made)
