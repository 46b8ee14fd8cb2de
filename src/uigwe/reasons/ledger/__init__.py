"""A reason as a ledger: every figure of it is entered once.

Whatever the words around them, the figures of a reason say what they are by what they come to: a start (a result or a mean of the
table, or a printed figure), a step or two (so many per cent or points more or less, so many times, so much beside it), and the rest,
which must be accounted for: a result, the mean printed, the outcome, the same step said again, a change that the table shows. A chain
counts when no figure is left, and no other chain does that comes to something else.
"""

from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.build import number
from uigwe.reasons.exclusions import without
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.chains import chains_of
from uigwe.reasons.ledger.choice import chosen
from uigwe.reasons.ledger.entries import entries_of
from uigwe.reasons.ledger.levels import level
from uigwe.reasons.ledger.open_words import KEPT, OPEN
from uigwe.reasons.ledger.plain import foreground, plainly
from uigwe.reasons.ledger.readable import answered, countable
from uigwe.reasons.sums import CLOSE
from uigwe.reasons.tokens import read_tokens
from uigwe.reasons.worded import worded

__all__ = ["KEPT", "OPEN", "Entered", "foreground", "in_ledger"]


@dataclass(frozen=True, slots=True)
class Entered:
    """What a reason comes to. `proven`: it prints the outcome; `level`: it is a number of acts."""

    node: Node
    proven: bool = False
    level: bool = False


def in_ledger(laid: Laid, known: Known) -> Entered | None:
    """What the figures of a reason come to when every one of them is entered; None when one is left, or two chains differ."""
    results = {when: cell.value for when, cell in known.actuals.items() if cell.value is not None}
    laid = plainly(worded(laid, known.year, results), known)
    told = read_tokens(laid)
    if not countable(laid, told, known):
        return None
    tokens = [token for token in without(told) if token.kind != "blank"]
    entries = entries_of(laid, tokens, known)
    if not answered(laid, tokens, entries, known):
        return None
    kept = chosen(laid, list(chains_of(laid, tokens, entries, known)))
    if not kept and not results:
        many = level(laid, entries)
        return None if many is None else Entered(number(many), level=True)
    return (
        Entered(kept[0].node, kept[0].proven) if kept and all(_same(one.value, kept[0].value) for one in kept) else None
    )


def _same(value: Decimal, other: Decimal) -> bool:
    """Whether two values differ by how roots are counted at most."""
    return abs(value - other) <= abs(value) * CLOSE
