"""Arithmetic that a reason writes out in signs alone, at its end: `… 추진((180+32)×2)`, `… = 0.4×85+0.6×75`."""

from decimal import Decimal

from uigwe.formulas import FormulaProblem, Node, read_basis
from uigwe.formulas.tree import Infix, Number, walk
from uigwe.reasons.tokens import Token
from uigwe.values import plain

# How far a sum of rounded figures may lie from the words beside it.
CLOSE = Decimal("0.005")

_SIGNS = {"×": "*", "x": "*", "X": "*", "÷": "/", "*": "*", "/": "/", "+": "+", "-": "-"}


def written_out(tokens: list[Token]) -> tuple[Node, int, int] | None:
    """The sum at the end of a reason, with where it begins and ends; None when there is none, or more than one figure is missing."""
    end = len(tokens)
    while end and tokens[end - 1].kind in ("comma", "blank"):
        end -= 1
    tokens = _without_outcome(tokens[:end])
    at = end = len(tokens)
    while at and _sign(tokens[at - 1]):
        at -= 1
    run = tokens[at:end]
    bracketed = bool(run) and run[0].kind == "open" and run[-1].kind == "close"
    equals = at > 0 and tokens[at - 1].kind == "op" and tokens[at - 1].text == "="
    if not (bracketed or equals) or sum(one.kind == "number" for one in run) < 2:
        return None
    try:
        node = read_basis(" ".join(_sign(one) for one in run))
    except FormulaProblem:
        return None
    operators = {part.operator for part in walk(node) if isinstance(part, Infix)}
    figures = [part for part in walk(node) if isinstance(part, Number)]
    if not operators & {"*", "/", "+"} or len(figures) < 2:
        return None
    return node, run[0].start, run[-1].end


def _without_outcome(tokens: list[Token]) -> list[Token]:
    """`(846×1.03=871)` without what comes out."""
    if len(tokens) > 4 and tokens[-1].kind == "close" and tokens[-2].kind == "number" and tokens[-3].text == "=":
        return [*tokens[:-3], tokens[-1]]
    return tokens


def _sign(token: Token) -> str:
    """What a token is in the basis language; empty when it is more than a sign or a figure."""
    if token.kind in ("open", "close"):
        return "(" if token.kind == "open" else ")"
    if token.kind == "op":
        return _SIGNS.get(token.text, "")
    if token.kind == "number" and token.amount is not None and token.amount.unit != "%p":
        return f"{plain(token.amount.scaled)} %" if token.unit == "%" else plain(token.amount.scaled)
    return ""
