"""Text to numbered lines: noise dropped, private signs dropped, pages and gaps remembered."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from uigwe.documents.layout import Layout

# Signs of a font's own (bullets, pieces of equations), replacement signs, invisible joiners.
_STRANGE = re.compile("[\ue000-\uf8ff\ufffd\u200b-\u200f\u2060\ufeff\x00-\x08\x0b\x0e-\x1f]+")


# Hard, wide and narrow spaces.
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something. `number` counts from 1 in the source; `gap`: an empty line stands before it.

    `page`: it is the first of its page; `open_end`: white space stands at its end, so the next line begins a new word.
    """

    number: int
    text: str
    gap: bool = False
    page: bool = False
    open_end: bool = False
    indent: int = 0


def plain(text: str) -> str:
    """A text without the signs of a font's own and without invisible ones, in whole syllables, with plain spaces."""
    return _STRANGE.sub("", unicodedata.normalize("NFC", text)).translate(_SPACES)


def read_lines(text: str, layout: Layout) -> tuple[Line, ...]:
    """All lines that say something, in order.

    A page begins where a line starts with a space and no empty line stands before it, at a form feed, or after a page number.
    """
    lines: list[Line] = []
    gap, turned, number, last = True, False, 0, ""
    for raw in text.split("\n"):
        number += 1
        fed = "\f" in raw
        shown = plain(raw.replace("\f", " "))
        words = " ".join(shown.split())
        if layout.page_number.fullmatch(shown):
            turned = True
            continue
        if not words:
            gap = True
            turned = turned or fed
            continue
        page = not lines or fed or turned or (not gap and shown.startswith(" ") and _begins_page(words, last))
        indent = len(shown) - len(shown.lstrip())
        lines.append(Line(number, words, gap or page, page, shown.endswith((" ", "\t")), indent))
        gap, turned, last = False, False, words
    return tuple(lines)


_HEADED = re.compile(r"[□■◦ㅇ○●◇◆<(\d①-⑳➀-➉Ⅰ-Ⅻ*※\-–·•▪【가-힣A-Za-z‘’'“｢「『]")


def _begins_page(words: str, last: str) -> bool:
    return bool(last) and bool(_HEADED.match(words))


def pages(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines cut at the beginnings of pages."""
    cut: list[list[Line]] = []
    for line in lines:
        if line.page or not cut:
            cut.append([])
        cut[-1].append(line)
    return cut


def blocks(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines cut at empty lines."""
    cut: list[list[Line]] = [[lines[0]]] if lines else []
    for _, line in pairwise(lines):
        if line.gap:
            cut.append([])
        cut[-1].append(line)
    return cut
