"""What the reason of a target says in words: a raise, a window of years, what was only considered, how a result is told to have changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.words.names import QUOTE, squeezed
from uigwe.reasons.patterns import pattern_of

_RAISED = pattern_of(
    r"(?P<number>\d+(?:\.\d+)?)\s*%\s*(?:를|을|만큼|이상|대폭|로)?\s*"
    r"(?P<word>상향|증가|인상|향상|증대|확대|개선|제고|상승|높은|높여)"
)
_WINDOW = pattern_of(
    rf"(?:최근|직전|과거|지난)?\s*(?P<count>\d{{1,2}})\s*(?:개년도|개년|년간|년도|년|연도)\s*(?:간|치)?\s*"
    rf"\(\s*(?:{QUOTE}\s*)?(?P<first>\d{{2,4}})\s*년?도?\s*[~∼～\-–]\s*(?:{QUOTE}\s*)?(?P<last>\d{{2,4}})\s*년?도?[^()]{{0,12}}\)"
)
_COUNT = pattern_of(r"(?:최근|직전|과거|지난)\s*(?P<count>\d{1,2})\s*(?:개년도|개년|년간|년도|년)")
_CONSIDERED = pattern_of(r"고려|감안|참고|종합|반영|도전적|적극적|추세|여건")


def raised_by(reason: str) -> Iterator[tuple[Decimal, str]]:
    """Each `103% 상향` of a reason: the number, and the words as printed."""
    for match in _RAISED.finditer(reason):
        yield Decimal(match["number"]), match[0]


def numbers_in(text: str) -> list[Decimal]:
    """Every number in a text, as it is printed."""
    return [Decimal(match[0].replace(",", "")) for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", text)]


@dataclass(frozen=True, slots=True)
class Window:
    """Years that a reason names twice: `최근 3개년(’21~’22)` is three years by its words and two by its dates."""

    text: str
    count: int
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many years the dates hold."""
        return self.last - self.first + 1


def windows(reason: str) -> Iterator[Window]:
    """Each number of years with its dates beside it."""
    for match in _WINDOW.finditer(reason):
        first, last = (_year(match[part]) for part in ("first", "last"))
        if first and last and first <= last:
            yield Window(match[0], int(match["count"]), first, last)


def years_counted(reason: str) -> tuple[int, ...]:
    """The numbers of years that a reason looks back: `최근 3년` is 3."""
    return tuple(int(match["count"]) for match in _COUNT.finditer(reason))


def only_considers(reason: str) -> bool:
    """Whether a reason names what was considered rather than how the target follows."""
    return bool(_CONSIDERED.search(reason)) or not re.search(r"\d", reason)


_CHANGED_BY = pattern_of(
    r"(?:대비|보다|실적|평균|점|%|건|명|개)\s*(?:의|에|에서)?\s*(?:약\s*)?\d+(?:\.\d+)?\s*%\s?[pP]?\s*(?:를|을|만큼)?\s*(?:대폭\s*)?(?:상향한|상향된|증가한|인상한|가산|높인|높은|더하여|더한)"
)


def tells_change(reason: str) -> bool:
    """Whether a reason says from what and by how much, whatever else was considered: `기존 대비 112% 상향한 70개사`."""
    return bool(_CHANGED_BY.search(reason))


def holds_formula(reason: str, formula: str) -> bool:
    """Whether the cell of the reason holds the formula again: no figure of its own, an equals sign or the same words."""
    figures = re.sub(rf"{QUOTE}?\d{{2,4}}\s*년(?:도)?", "", reason)
    if re.search(r"\d", figures):
        return False
    one, other = squeezed(reason), squeezed(formula)
    return "=" in reason or (len(other) >= 6 and other in one)


def _year(digits: str) -> int | None:
    if len(digits) == 2:
        return 2000 + int(digits)
    return int(digits) if len(digits) == 4 else None
