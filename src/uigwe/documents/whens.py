"""The end of a milestone's line: its time (`‘23.4~6월`, `~’23.7월`, `상시`) and its remark (`완료`, `-`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.documents.layout import Layout, squeeze

_QUOTE = r"[‘’'`´′]"
_YEAR = rf"(?:{_QUOTE}\d{{2}}|20\d{{2}}|2\d)(?:[.,]|년)"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_THIRD = r"(?:초순|상순|중순|하순|초|말|중)?"
_HALF = r"(?:上|下|상반기|하반기|상|하)"
# Written without spaces: the words of the line are joined before they are compared.
_DAY = r"(?:\.?월|\.\d{1,2}\.?|월\d{1,2}일)"
_POINT = (
    rf"(?:{_YEAR}(?:{_MONTH}{_DAY}?|{_HALF}|[1-4](?:/4)?분기)"
    rf"|{_MONTH}월(?:\d{{1,2}}일)?|[1-4](?:/4)?분기|{_HALF}){_THIRD}"
)
_TILDE = r"[~∼～]"
_TO = r"[~∼～–\-]"
_WHEN = re.compile(rf"(?:{_TILDE}{_POINT}|{_POINT}(?:{_TILDE}|{_TO}(?:{_POINT}|{_MONTH}월?))?)")
_LISTED = re.compile(rf"(?:{_YEAR})?{_MONTH}월?(?:[·,‧･ㆍ]{_MONTH}월?)+월?")
_MONTHS = re.compile(rf"(?:{_YEAR}|(?=.*월)){_LISTED.pattern}")
_DATED = re.compile(r"월|분기|반기|[‘’'`´′]\d{2}|20\d{2}|\d{2}\.\d")
_MAX_WORDS = 7


@dataclass(frozen=True, slots=True)
class Ending:
    """A line taken apart: the text, the time and the remark, each as printed."""

    text: str
    when: str
    note: str


class Endings:
    """Takes the time and the remark off the end of a line."""

    def __init__(self, layout: Layout) -> None:
        self._words = {squeeze(word) for word in layout.when_words}
        self._notes = tuple(squeeze(word) for word in layout.note_words)

    def take(self, line: str) -> Ending:
        """The longest time at the end of the line, with a remark behind it; `when` is empty when there is none."""
        words = line.split()
        best: Ending | None = None
        for size in range(1, min(_MAX_WORDS, len(words)) + 1):
            for noted in range(min(size, 4)):
                when = words[len(words) - size : len(words) - noted]
                note = words[len(words) - noted :] if noted else []
                text = words[: len(words) - size]
                if self._is_when("".join(when), text) and self._is_note(" ".join(note)):
                    found = Ending(" ".join(text), " ".join(when), " ".join(note))
                    best = _better(best, found)
        return best or Ending(line, "", "")

    def is_dated(self, line: str) -> bool:
        """Whether the line ends in a time that names a month, a quarter or a year, and not only in a word."""
        return bool(_DATED.search(self.take(line).when))

    def _is_when(self, joined: str, before: Sequence[str]) -> bool:
        if joined in self._words or _WHEN.fullmatch(joined):
            return True
        # `분기별 4·8·12월`: the months explain the word before them.
        return bool(_MONTHS.fullmatch(joined)) and not (before and squeeze(before[-1]) in self._words)

    def _is_note(self, note: str) -> bool:
        joined = squeeze(note)
        if joined in ("", "-", "–", "—"):
            return True
        return joined.endswith(self._notes) or bool(_LISTED.fullmatch(joined))


def _better(best: Ending | None, found: Ending) -> Ending:
    """A time with a date beats a word: `’23. 1월 ~ 계속` is a date with a remark. Then the longer beats the shorter."""
    if best is None:
        return found
    dated = bool(_DATED.search(found.when)), bool(_DATED.search(best.when))
    if dated[0] != dated[1]:
        return found if dated[0] else best
    return found if len(found.when) >= len(best.when) else best
