"""Broken lines back to sentences: whether two lines of a cell join inside a word or between words, by the words of the text itself."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from uigwe.documents.lines import Line

_CLOSING = "),.]」』｣”’%"
_OPENING = "([「『｢“‘"
# Signs that begin something new.
_STARTING = "▪*※<ㅇ○◦•→‘’“⁕"
# Signs that stand between the parts of one word.
_JOINING = "·‧․･ㆍ/"
# A figure that goes on in the next line, where it has its unit: `2` and `750개소`.
_FIGURE_WHOLE = re.compile(r"\d+\.\d+")
_FIGURE_BEGUN, _FIGURE_ENDED = (
    re.compile(r"\d{1,3}(?:,\d{0,2})?"),
    re.compile(r"\d{1,4}(?:,\d{3})*(?:\.\d+)?[가-힣%].*"),
)


class Words:
    """Which words, and which pairs of words, the text prints inside its lines. Ends of lines are not trusted: they may be broken."""

    def __init__(self, lines: Iterable[Line], particles: Sequence[str] = ()) -> None:
        self._particles = (*particles, ",")
        self.single: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        for line in lines:
            words = line.text.split()
            self.single.update(words[1:-1])
            self.pairs.update(pairwise(words))

    def belong_together(self, left: str, right: str) -> bool:
        """Whether `left` at the end of a line and `right` at the beginning of the next are two halves of one word."""
        if not left or not right or right[0] in _STARTING:
            return False
        if right[0] in _CLOSING or left[-1] in _OPENING or left[-1] in _JOINING or right[0] in _JOINING:
            return True
        joined = max(self.single[left + right], self.single[left + right.rstrip(_CLOSING)])
        apart = self.pairs[(left, right)]
        if joined or apart:
            return joined >= apart
        if _FIGURE_ENDED.fullmatch(right) and (_FIGURE_BEGUN.fullmatch(left) or _FIGURE_WHOLE.fullmatch(left)):
            return bool(_FIGURE_BEGUN.fullmatch(left))
        if right[0] in _OPENING or left[-1] in _CLOSING:
            return right[0] == "(" and left[-1] not in ",."
        if len(left) > 1 and left.endswith(self._particles):  # a word with its particle is whole
            return False
        stem = right.rstrip(_CLOSING).split("(")[0]
        return not self.single[stem] if self.single[left] else self._is_fragment(left, stem)

    def _is_fragment(self, left: str, right: str) -> bool:
        """Neither whole word nor beginning of a known one: two unknown words are taken apart only when both look like words."""
        return not self.single[right] or len(left) == 1


def heal(lines: Sequence[Line], words: Words) -> str:
    """The lines of one cell as one text."""
    return heal_texts([(line.text, line.open_end) for line in lines], words)


def heal_texts(pieces: Sequence[tuple[str, bool]], words: Words) -> str:
    """Pieces of text with whether white space stood at their end, as one text."""
    healed = ""
    open_end = True
    for text, opens in pieces:
        text = " ".join(text.split())
        if not text:
            continue
        if not healed:
            healed = text
        elif open_end or not words.belong_together(healed.rsplit(" ", 1)[-1], text.split(" ", 1)[0]):
            healed += " " + text
        else:
            healed += text
        open_end = opens
    return healed
