"""A procedure as the prose draws it: numbered steps, and below them a row with a time for each.

This module is the grammar of such drawings, whose lines an extraction gives one behind the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.audit.text.passages import Passage
from uigwe.reasons.patterns import pattern_of
from uigwe.values import When, read_when

_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"
_QUOTE = r"[‘’'`´′]"
_TIME = rf"{_QUOTE}\s?\d{{2}}\s?\.\s?\d{{1,2}}(?:\s?[~∼]\s?(?:{_QUOTE}?\s?\d{{2}}\s?\.\s?)?\d{{1,2}})?\s?월?"
_ROW = pattern_of(rf"(?:일정|시기|기간)\s+(?P<times>{_TIME}(?:\s+{_TIME})+)")
_TIMES = pattern_of(_TIME)
_WORD = pattern_of(r"[가-힣]{4,}")
_LEAST, _LONGEST = 3, 40
# The row of times stands no more passages below the last step than this.
_NEAR = 20


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a procedure: its words of some length, its time, and where both stand."""

    text: str
    words: tuple[str, ...]
    when: When
    passage: Passage
    row: Passage
    start: int


def procedures(read: Sequence[Passage]) -> Iterator[tuple[Step, ...]]:
    """Every procedure of three steps or more that has exactly as many times in one row below it."""
    for at, passage in enumerate(read):
        if passage.mark != _CIRCLES[0] or len(passage.text) > _LONGEST:
            continue
        steps = _numbered(read[at:])
        below = read[at + len(steps) : at + len(steps) + _NEAR]
        row = next(((one, match) for one in below if (match := _ROW.search(one.text))), None)
        if len(steps) < _LEAST or row is None:
            continue
        one, match = row
        if (one.places[0].code, one.places[0].heading) != (passage.places[0].code, passage.places[0].heading):
            continue
        times = [(found[0], match.start("times") + found.start()) for found in _TIMES.finditer(match["times"])]
        if len(times) == len(steps):
            yield tuple(_step(step, one, *time) for step, time in zip(steps, times, strict=True))


def _numbered(read: Sequence[Passage]) -> list[Passage]:
    """The passages at the beginning that are numbered on from the first."""
    found: list[Passage] = []
    for sign, passage in zip(_CIRCLES, read, strict=False):
        if passage.mark != sign:
            break
        found.append(passage)
    return found


def _step(passage: Passage, row: Passage, time: str, start: int) -> Step:
    # The year of a step is printed with it, so that of the plan does not matter.
    text = passage.text.lstrip(_CIRCLES + " ")
    return Step(text, tuple(_WORD.findall(text)), read_when(time, 0), passage, row, start)
