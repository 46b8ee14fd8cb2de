"""Arithmetic told in words, step by step: `8,600건에 승인율 75%를 곱한 건수에 이월분 150건을 합산`.

A second way through a reason, beside the one that looks for a start and a change. Values wait with the particle they carry until a
verb takes them; what the verb makes waits in turn. Nothing may be left over: each figure is taken by a verb, each word that
calculates is one of these verbs, and everything else is the name of something.
"""

from collections.abc import Sequence

from uigwe.reasons.known import Known
from uigwe.reasons.piece import Piece
from uigwe.reasons.reckoning.outcome import Reckoner
from uigwe.reasons.terms import Stuck, Term
from uigwe.reasons.tokens import Token


def reckoned(tokens: Sequence[Token], pieces: Sequence[Piece], known: Known) -> Term | None:
    """What the words come to when every figure and every verb of them has its part in it."""
    try:
        return Reckoner(tokens, pieces, known).run()
    except Stuck:
        return None
