"""What a reading of results cannot be where the words say otherwise: a line read at another year, another number of results that are left,
a growth that is worked out and of which nothing is made, a gap that only gets less."""

import re
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Infix, Number, Past, walk
from uigwe.reasons.normal.described.order import left_over
from uigwe.reasons.normal.described.saying import YEAR
from uigwe.reasons.patterns import pattern_of

_ELSEWHERE = pattern_of(
    rf"(?:추세|회귀|직선|최소제곱)[^.,]{{0,24}}?(?P<when>{YEAR})(?:까지|에|의|을|를)*(?:값|치|수치|실적)?(?:을|를)?(?:대입|연장|외삽|이은|이어|예측|추정|해당|전망|읽)"
)


# A growth that is worked out, of which something is to be made.
_WORKED_OUT = pattern_of(
    r"(?:증가율|성장률|상승률|CAGR|증가폭|상승폭|증가분)(?:\([^()]*\))?(?:을|를)(?:먼저|각각)?(?:구하|산출하|계산하|산정하|도출하|구한|산출한|계산한|구해)"
)


# A gap that gets less, where nobody says by how much.
_LESSENED = pattern_of(
    r"(?:격차|차이|간격|간극|거리|갭|부족분|미달분)(?:를|을)(?:점진적으로|점차|순차적으로|단계적으로|지속적으로|최대한|조금씩|더|꾸준히)?(?:줄이|줄여|줄임|좁히|좁혀|좁힘|축소|완화|감축)"
)


# Somewhere between two values; several rates of which nobody says what is made.
_SOMEWHERE = pattern_of(
    r"(?:중간|사이|가운데)(?:의)?(?:어딘가|어느(?:지점|수준|값)|적당한|적절한|적정한|적정수준|알맞은)"
)
_SEVERAL = pattern_of(
    r"(?:증가|성장|상승|증감|감소|신장)(?:율|률)\((?P<rates>-?\d+(?:\.\d+)?%(?:[,·/] ?-?\d+(?:\.\d+)?%)+)\)(?:을|를)(?:반영|적용|고려|감안)"
)


def _one_of_several(text: str, node: Node) -> str:
    """`증감률(2.0%, 5.0%, 6.0%)을 반영`, of which a reading takes the one."""
    found = _SEVERAL.search(text)
    rates = [Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", found["rates"])] if found else []
    taken = {part.value for part in walk(node) if isinstance(part, Number)}
    return found[0] if found and taken & set(rates) else ""


def _whole_gap(node: Node) -> bool:
    """Whether a reading closes a gap as a whole: `last + (100 - last)`."""
    return (
        isinstance(node, Infix)
        and node.operator == "+"
        and isinstance(node.right, Infix)
        and node.right.operator == "-"
        and node.right.right == node.left
    )


def disagrees(text: str, node: Node, year: int) -> str:
    """The words with which a reading does not agree."""
    lines = any(isinstance(part, Call) and part.name == "trend" for part in walk(node))
    for one in _ELSEWHERE.finditer(text) if lines else ():
        if int(one["when"].rstrip("년도")[-2:]) != year % 100:
            return one[0]
    if isinstance(node, Past) and (found := _WORKED_OUT.search(text)):
        return found[0]
    if _whole_gap(node) and (found := _LESSENED.search(text)):
        return found[0]
    if found := _SOMEWHERE.search(text):
        return found[0]
    return _one_of_several(text, node) or left_over(text)
