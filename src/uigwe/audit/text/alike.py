"""Whether two printings of one formula say the same: by their figures, their signs, the halves of a fraction, and their words."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from uigwe.audit.words.names import squeezed

_FIGURE = re.compile(r"(?<![\d.,A-Za-z])(?P<number>\d+(?:[.,]\d+)*)\s*(?P<unit>[가-힣%]?)")
_MARK_OF_YEAR = re.compile(r"[‘’'`´′]\s*$")
_DIVIDED = re.compile(r"(?<=[가-힣)\]}⎬\s])[/÷](?=[\s가-힣(\[{⎨])")
_SIGNS = re.compile(r"[+÷×]|(?<=[가-힣)\]}])\s*[–−-]\s*(?=[가-힣(\[{])|" + _DIVIDED.pattern)
_HUNDRED = re.compile(r"[×xX*ⅹ]\s*100(?:\s*\(?%\)?)?")
_NOTE = re.compile(r"(?:^|\s)[*※⁕].*$", re.DOTALL)
# Words of measuring that say nothing of what is measured.
_METHOD = re.compile(
    r"(?:설문|실태|전수|표본|만족도|직접)?조사|설문|측정|집계|산출|합산|합계|결과|실적|통계|누적|건수|연간|해당연도|당해연도|당해"
)
_RECKONED = re.compile(r"[/÷×∑Σ+=*]|[가-힣)]\s*[-–−]\s*[가-힣(]|\s중\s|대비|나눈|설문|조사|환산|척도")
# Per cent of pairs of signs: below the one nothing is told twice, above the other it is the same words.
_NOTHING, _SAME = 30, 75
_LEAST = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """How two formulas differ: `figures`, `signs`, `turned`, `halves` or `words`; and the parts that do."""

    how: str
    one: str
    other: str


def repeats(name: str, formula: str) -> bool:
    """Whether a formula does no more than say the name again: no sign of reckoning, and nearly all pairs of signs of the name."""
    return not _RECKONED.search(formula) and _share(name, formula) >= _SAME


_TWO_RATIOS = re.compile(
    r"(?P<top>[가-힣\s]{2,30}?)\s*[/÷]\s*(?P<below>[가-힣\s]{2,30}?)\s*[)\]}]?\s*[-–−]\s*[({\[]?\s*(?P<other>[가-힣\s]{2,30}?)\s*[/÷]\s*(?P<under>[가-힣\s]{2,30})"
)


def one_numerator(formula: str) -> tuple[str, str, str] | None:
    """The numerator that two ratios share of which one is taken from the other, and what each divides it by.

    `(증가업체 / 지원업체) - (증가업체 / 비지원업체)`: the same firms cannot be a part of both.
    """
    for match in _TWO_RATIOS.finditer(formula):
        top, below, other, under = (squeezed(match[name]) for name in ("top", "below", "other", "under"))
        if top == other and below != under:
            return match["top"].strip(), match["below"].strip(), match["under"].strip()
    return None


def difference(one: str, other: str, beside: str = "") -> Difference | None:
    """What is said otherwise by the second; None where they may mean the same. `beside`: what else the first place says of it."""
    one, other = (_HUNDRED.sub(" ", text) for text in (one, other))
    return _figures(one, other) or _signs(one, other) or _fractions(one, other) or _words(one, other, beside)


def _figures(one: str, other: str) -> Difference | None:
    """A figure in the place of another one of the same unit: `최근 3년`, `최근 5년`. One that only one of them prints is no contradiction."""
    here, there = (Counter(_told(text)) for text in (one, other))
    left, right = here - there, there - here
    for number, unit in left:
        swapped = [figure for figure in right if figure[1] == unit and unit]
        if len(swapped) == 1 and sum(figure[1] == unit for figure in left) == 1:
            return Difference("figures", f"{number}{unit}", f"{swapped[0][0]}{unit}")
    return None


def _told(text: str) -> list[tuple[str, str]]:
    return [
        (match["number"].replace(",", ""), match["unit"])
        for match in _FIGURE.finditer(text)
        if not _MARK_OF_YEAR.search(text[: match.start()])
    ]


def _signs(one: str, other: str) -> Difference | None:
    """As many signs of reckoning in both, and not the same ones."""
    here, there = ([_sign(match[0]) for match in _SIGNS.finditer(_NOTE.sub("", text))] for text in (one, other))
    if here and len(here) == len(there) and here != there and sorted(here) != sorted(there):
        at = next(at for at, (left, right) in enumerate(zip(here, there, strict=True)) if left != right)
        return Difference("signs", here[at], there[at])
    return None


def _sign(text: str) -> str:
    plain = text.strip()
    return "÷" if plain == "/" else "−" if plain in "–−-" else plain


def _fractions(one: str, other: str) -> Difference | None:
    """Numerator and denominator changed places, or one of them is something else."""
    halves = [_DIVIDED.split(_NOTE.sub("", text)) for text in (one, other)]
    if any(len(parts) != 2 or min(len(squeezed(part)) for part in parts) < _LEAST for parts in halves):
        return None
    (top, below), (other_top, other_below) = halves
    crossed = (squeezed(top), squeezed(below)) == (squeezed(other_below), squeezed(other_top)) and top != other_top
    if crossed or min(_alike(top, other_below), _alike(below, other_top)) >= _SAME > _alike(top, other_top):
        return Difference("turned", top.strip(), other_top.strip())
    for kept, (left, right) in (((top, other_top), (below, other_below)), ((below, other_below), (top, other_top))):
        if _alike(*kept) >= _SAME and _held(left, right) < _NOTHING:
            return Difference("halves", left.strip(" ()"), right.strip(" ()"))
    return None


def _words(one: str, other: str, beside: str) -> Difference | None:
    """Hardly anything that the shorter says stands in the longer, however loosely they are worded."""
    here, there = (_METHOD.sub("", squeezed(_NOTE.sub("", text))) for text in (one, other))
    if min(len(here), len(there)) < _LEAST:
        return None
    held = _share(there, f"{one} {beside}")
    if len(here) < len(there):
        held = max(held, _share(here, f"{other} {beside}"))
    return Difference("words", one.strip(), other.strip()) if held < _NOTHING else None


def _pairs(text: str) -> Counter[str]:
    return Counter(map("".join, pairwise(squeezed(text))))


def _alike(one: str, other: str) -> int:
    here, there = _pairs(one), _pairs(other)
    return 200 * (here & there).total() // max(1, here.total() + there.total())


def _share(part: str, whole: str) -> int:
    found = _pairs(part)
    return 100 * (found & _pairs(whole)).total() // max(1, found.total())


def _held(one: str, other: str) -> int:
    """How much of the shorter stands in the longer."""
    short, long = sorted((one, other), key=lambda text: len(squeezed(text)))
    return _share(short, long)
