"""Arithmetic told in words, step by step: `8,600건에 승인율 75%를 곱한 건수에 이월분 150건을 합산`.

A second way through a reason, beside the one that looks for a start and a change. Values wait with the particle they carry until a
verb takes them; what the verb makes waits in turn. Nothing may be left over: each figure is taken by a verb, each word that
calculates is one of these verbs, and everything else is the name of something.
"""

from uigwe.reasons.account import bent
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.pieces import pieces_of
from uigwe.reasons.reckoning.outcome import Reckoner
from uigwe.reasons.terms import Stuck
from uigwe.reasons.tokens import Token


def reckoned(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """What the words come to when every figure and every verb of them has its part in it."""
    try:
        found = Reckoner(tokens, pieces_of(tokens, known), known).run()
    except Stuck:
        return None
    return None if bent(_unspent(laid, tokens)) else Made(found.node)


def _unspent(laid: Laid, tokens: list[Token]) -> str:
    """The words of a reason without those that the calculation told in it takes."""
    spent = {at for token in tokens if token.kind in _SPENT for at in range(token.start, token.end)}
    return _TOLD_ANYWAY.sub("", "".join(" " if at in spent else sign for at, sign in enumerate(laid.text)))


# In which unit it is printed, and what was planned at first, when that is what is calculated with.
_TOLD_ANYWAY = pattern_of(
    r"(?:억원|만원|백만원|백분율|퍼센트|인원수?|건수|만명|초|분|명|건|개|가구수?)(?:단위)?(?:으로|로)환산(?:한|하여|함)?"
    r"|당초(?=[^ ]{0,8} )|한도(?= )|중?(?:더|가장)?(?:큰|작은|높은|낮은)(?:값|쪽|것)"
)


_SPENT = frozenset(
    ["number", "times", "fraction", "ALONE", "UP", "DOWN", "APPLY", "EVENLY", "ROUND", "EACH", "TOTAL", "WEIGHTED", "per", "ASMUCH"]
)  # fmt: skip
