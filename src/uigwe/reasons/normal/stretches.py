"""Where a reason may be parted: its sentences, its brackets, what stands behind a connective and what stands before one.

A verb that a connective leaves open is closed when what follows goes: `상향하되, …` becomes `상향함`, `삼고 …` `삼음`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.remarked import brackets, within
from uigwe.reasons.setting import sentences

_GA, _FINALS, _M = ord("가"), 28, 16
_TAIL = pattern_of(r"(?<=[가-힣])(?P<ending>으며|이며|이고|되|고|며),?(?=[가-힣’\d(])")
_COMMA = pattern_of(r"(?<=[가-힣%)])[,/](?!\d)")
_LEAD = pattern_of(r"(?:하되|되|이나|으나|하나|지만|며|고|므로),?(?=[가-힣’\d(])")
_SHORTEST = 6  # signs of a reason that is left


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a reason, what it says, and what takes its place when it goes."""

    start: int
    end: int
    said: str
    kind: str  # sentence, bracket, tail, lead
    word: str = ""

    @property
    def change(self) -> tuple[int, int, str]:
        """The part as it gives way."""
        return (self.start, self.end, self.word)


def stretches(laid: Laid) -> Iterator[Stretch]:
    """The parts of a reason, whole sentences first; what is left without one is no shorter than a reason can be."""
    for one in _all(laid):
        if len(laid.text) - (one.end - one.start) >= _SHORTEST:
            yield one


def _all(laid: Laid) -> Iterator[Stretch]:
    text = laid.text
    spans = sentences(laid)
    for at, (start, end) in enumerate(spans if len(spans) > 1 else ()):
        cut = (start - 1, end) if at else (start, min(end + 1, len(text)))
        yield Stretch(*cut, text[start:end], "sentence")
    for start, end in brackets(text):
        if start:
            yield Stretch(start, end, text[start + 1 : end - 1], "bracket")
    for start, end in spans:
        for found in (*_TAIL.finditer(text, start, end), *_COMMA.finditer(text, start, end)):
            if laid.gap[found.end() : found.end() + 1] == (True,) and not within(text, found.start()):
                begin, word = closed(text, found.start(), found.groupdict().get("ending") or "")
                yield Stretch(begin, end, text[found.end() : end], "tail", word)
        for found in _LEAD.finditer(text, start, end):
            if laid.gap[found.end() : found.end() + 1] == (True,) and not within(text, found.start()):
                yield Stretch(start, found.end(), text[start : found.end()], "lead")


def closed(text: str, at: int, ending: str) -> tuple[int, str]:
    """Where a verb that goes on with `ending` begins to change when it ends there, and how it then ends."""
    if not ending:
        return at, ""
    if ending.startswith("이"):
        return at, "임"
    before = text[at - 1]
    final = (ord(before) - _GA) % _FINALS
    return (at - 1, chr(ord(before) + _M)) if not final else (at, "음")
