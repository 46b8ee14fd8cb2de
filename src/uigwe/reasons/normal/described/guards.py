"""What a reading of results cannot be where the words say otherwise: a line read at another year, another number of results that are left,
a growth that is worked out and of which nothing is made."""

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Past, walk
from uigwe.reasons.normal.described.order import left_over
from uigwe.reasons.normal.described.saying import YEAR
from uigwe.reasons.patterns import pattern_of

_ELSEWHERE = pattern_of(
    rf"(?:추세|회귀|직선|최소제곱)[^.,]{{0,24}}?(?P<when>{YEAR})(?:까지|에|의|을|를)*(?:대입|연장|외삽|이은|이어|예측|추정|해당|전망|읽)"
)


# A growth that is worked out, of which something is to be made.
_WORKED_OUT = pattern_of(
    r"(?:증가율|성장률|상승률|CAGR|증가폭|상승폭|증가분)(?:\([^()]*\))?(?:을|를)(?:먼저|각각)?(?:구하|산출하|계산하|산정하|도출하|구한|산출한|계산한|구해)"
)


def disagrees(text: str, node: Node, year: int) -> str:
    """The words with which a reading does not agree."""
    lines = any(isinstance(part, Call) and part.name == "trend" for part in walk(node))
    for one in _ELSEWHERE.finditer(text) if lines else ():
        if int(one["when"].rstrip("년도")[-2:]) != year % 100:
            return one[0]
    if isinstance(node, Past) and (found := _WORKED_OUT.search(text)):
        return found[0]
    return left_over(text)
