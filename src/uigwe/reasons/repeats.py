"""Brackets that say the same once more in signs: `4.5% 향상(평균×1.045)`, `8% 감소(전년 실적의 92%)`, `5%를 상향(25.0×1.05)`.

Such a bracket is left away, and what remains must come to just that: the base that it names, so many times or so much more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number, Past, walk
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.reasons.sums import CLOSE

_BASE = (
    r"(?P<base>(?:(?:최근|직전|과거)?\d개?년)?(?:산술|단순)?평균|기준|기존|(?:전년도?|작년|지난해|직전연도|직전년도|’?\d{2,4}년도?)"
    rf"|실적|{NUMERAL}[가-힣%]{{0,2}})(?:실적|값|치|건수|인원)*"
)
_TIMES = rf"(?:[×xX*]|곱하기)(?P<figure>{NUMERAL})(?P<share>%)?(?:배)?"
_PART = rf"의(?P<of>{NUMERAL})(?P<unit>%|배)(?:수준|에해당|달성)?"
_MORE = rf"(?P<sign>[+-])(?P<step>{NUMERAL})(?:%p|[가-힣]{{1,2}})?"
_WORKING = pattern_of(rf"\((?:즉,?|=)?{_BASE}(?:{_TIMES}|{_PART}|{_MORE})(?:임|수준)?\)")


# The same in a sentence of its own: `… 곱하여 늘려 잡음. 즉 전년 실적 × 1.08`.
_RESTATED = pattern_of(rf"[.,;](?:즉|곧|다시말해|결국),?{_BASE}(?:{_TIMES}|{_PART}|{_MORE})(?:임|수준임|으로함)?[.]?$")


@dataclass(frozen=True, slots=True)
class Repeat:
    """What such a bracket says: of which base, so many times it or so much more."""

    base: str
    times: Decimal | None
    more: Decimal | None

    def agrees(self, node: Node, known: Known) -> bool:
        """Whether a reading without the bracket comes to what it says."""
        if not isinstance(node, Infix):
            return False
        value, start = known.value(node), known.value(node.left)
        if value is None or start is None or not self.is_base(node.left, start, known):
            return False
        return abs(self.of(start) - value) <= abs(value) * CLOSE

    def of(self, start: Decimal) -> Decimal:
        """What it comes to from a start."""
        return start * self.times if self.times is not None else start + (self.more or Decimal(0))

    def is_base(self, node: Node, start: Decimal, known: Known) -> bool:
        """Whether this part is the base that it names."""
        if "평균" in self.base:
            return (isinstance(node, Call) and node.name in ("mean", "geomean", "hmean")) or isinstance(node, Number)
        if year := re.search(r"’?(\d{2}|\d{4})년", self.base):
            return isinstance(node, Past) and (node.year or known.year - 1) % 100 == int(year[1]) % 100
        if self.base.startswith(("전년", "작년", "지난해", "직전")):
            return isinstance(node, Past) and (node.year or known.year - 1) == known.year - 1
        if figure := re.match(r"[\d,.]+", self.base):
            return Decimal(figure[0].replace(",", "")) == start
        return True


def repeats(laid: Laid) -> Iterator[tuple[Laid, Repeat]]:
    """The reason without each bracket of this kind."""
    for found in [*_WORKING.finditer(laid.text), *_RESTATED.finditer(laid.text)]:
        yield replaced(laid, [(*found.span(), "")]), _said(found)


def contradicted(text: str, node: Node, known: Known) -> str:
    """A bracket of this kind that comes to what no part of a reading is: `8% 감소(전년 실적의 90%)`."""
    parts = [value for part in walk(node) if (value := known.value(part)) is not None]
    whole = known.value(node)
    if whole is None:
        return ""
    parts += [whole - value for value in parts]
    for found in _WORKING.finditer(text):
        if not _STEP.search(text[: found.start()]):
            continue
        said = _said(found)
        starts = [
            value
            for part in walk(node)
            if (value := known.value(part)) is not None and said.is_base(part, value, known)
        ]
        if starts and not any(abs(said.of(start) - value) <= abs(value) * NEAR for start in starts for value in parts):
            return found[0]
    return ""


# What such a bracket works out: a step, or what came out of it.
_STEP = pattern_of(
    r"(?:상향|하향|증가|향상|감소|축소|단축|감축|인상|인하|개선|가산|추가|확대|절감|차감|적용|높임|낮춤|올림|더함|[높낮늘줄올][은인린춘여려임]|값|수준|수치|설정|함|%|\d)\Z"
)
_LATER_STEP = pattern_of(
    rf"(?:(?<!\d)[.](?!\d)|,(?:실제|최종|이후|다만))[^.]{{0,40}}?(?<![\d.’])({NUMERAL})(?:%p?|건|명|점)(?:를|을|만큼|씩)?(?:추가|더|다시)?"
    r"(?:(?:하향|상향|감액|증액|차감|감축|축소|가산|인상|인하)(?:조정)?(?:하여(?:반영|확정|설정|산정|결정|정))?(?:함|하였음|할예정임|했음)?|(?:낮|높)(?:게|여|춰|추어)(?:설정|산정|확정|정|조정|잡)(?:함|하였음|음)?|낮춤|높임)[.]?$"
)


def step_behind(text: str, node: Node) -> str:
    """A sentence behind that moves the target once more: `… 103%로 설정함. 예산 감액이 예상되어 10% 하향 조정함`."""
    found = _LATER_STEP.search(text)
    if found is None:
        return ""
    figure = Decimal(found[1].replace(",", ""))
    taken = any(isinstance(part, Number) and part.value == figure for part in walk(node))
    return "" if taken else found[0]


NEAR = Decimal("0.001")  # what is printed may be rounded


def _said(found: re.Match[str]) -> Repeat:
    if found["step"]:
        step = Decimal(found["step"].replace(",", ""))
        return Repeat(found["base"], None, -step if found["sign"] == "-" else step)
    figure = Decimal((found["figure"] or found["of"]).replace(",", ""))
    return Repeat(found["base"], figure / 100 if found["share"] or found["unit"] == "%" else figure, None)
