"""What is missing to a hundred, made smaller: `미처리율(100%-전년 실적)을 10% 줄인 수준`."""

from collections.abc import Sequence
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.compose import values_of
from uigwe.reasons.known import Known
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.state import HUNDRED, Alternative, Folded
from uigwe.reasons.tokens import Amount

_SHAPE = ["open", "amount", "op", "operand", "close"]


def complement(pieces: list[Piece], known: Known) -> Folded | None:
    """The whole less what is missing after the change; the indicator is the part that is there."""
    found = [piece for piece in pieces if piece.kind not in ("comma", "upward", "downward", "about")]
    kinds = [piece.kind for piece in found[:5]]
    if [kinds[:3], kinds[4:]] != [_SHAPE[:3], _SHAPE[4:]] or kinds[3] not in ("operand", "amount") or len(found) < 7:
        return None
    _, hundred, minus, there, close = found[:5]
    change, verb, *rest = found[5:]
    if hundred.amount is None or hundred.amount.number != HUNDRED or minus.label != "-" or there.rate or rest:
        return None
    if (
        not (known.percent or known.unit == "점")
        or change.kind != "amount"
        or change.amount is None
        or verb.kind != "verb"
    ):
        return None
    if verb.sign > 0 or close.link not in ("을", "를", "의", "에서", "대비", "보다"):
        return None
    whole = number(HUNDRED)
    made = [
        Alternative(node, one.notes)
        for one in values_of(there, known)[:1]
        for node in _fewer(whole, one.node, change, of=close.link == "의")
    ]
    if not made:
        return None
    doubts = [Note("percent", {"number": str(change.amount.number)})] if len(made) > 1 else []
    past = {cell.value for cell in known.actuals.values() if cell.value is not None}
    if there.amount is not None and there.amount.number not in past:
        # What is there is no result of ours: whether it or what is missing is counted is not said.
        doubts.append(Note("two-bases"))
    return Folded(alternatives=made, doubts=doubts, start=found[0].start, end=verb.end)


def _fewer(whole: Node, there: Node, change: Piece, *, of: bool) -> Sequence[Node]:
    amount: Amount | None = change.amount
    if amount is None:
        return []
    missing = infix(whole, "-", there)
    if amount.unit == "배" and change.link in ("로", "으로") and amount.number < 1:
        return [infix(whole, "-", infix(missing, "*", number(amount.number)))]
    if amount.unit == "%p" and not of:
        return [signed(there, 1, number(amount.number, Suffix.POINTS))]
    if amount.unit != "%" or not Decimal(0) < amount.number < HUNDRED or change.link in ("로", "으로"):
        return []
    left = grown(missing, -1, number(amount.number, Suffix.RATIO))
    return [infix(whole, "-", left)] + ([] if of else [signed(there, 1, number(amount.number, Suffix.POINTS))])
