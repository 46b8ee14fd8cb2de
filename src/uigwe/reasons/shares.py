"""A share of counted things for an indicator in per cent: `전체 1,250개 중 875개소`."""

from uigwe.formulas.tree import Node
from uigwe.reasons.build import infix, number
from uigwe.reasons.known import Known
from uigwe.reasons.piece import Piece
from uigwe.reasons.state import HUNDRED, Alternative, Folded
from uigwe.reasons.tokens import Amount

# Units that count the same.
ALIKE = ({"개", "개사", "개소", "곳", "업체", "기업", "사"}, {"명", "인"}, {"건", "건수"}, {"가구", "세대"})
_BESIDE = frozenset(["amount", "comma", "verb", "same", "remark"])


def count_alike(one: str, other: str) -> bool:
    """Whether two units count the same things."""
    return one == other or any({one, other} <= alike for alike in ALIKE)


def of_them(pieces: list[Piece], known: Known) -> Folded | None:
    """`31개 중 28개`, `3만2천세대 중 2만1천세대와 5천세대를 합친`: the part of the whole, when nothing else is said."""
    if not known.percent or not {piece.kind for piece in pieces} <= _BESIDE:
        return None
    amounts = [piece for piece in pieces if piece.kind == "amount" and piece.amount is not None]
    if len(amounts) < 2 or amounts[0].link != "중":
        return None
    results = [piece.amount for piece in amounts if piece.amount and piece.amount.unit == "%"]
    counted = [piece for piece in amounts if piece.amount and piece.amount.unit != "%"]
    whole, *parts = [piece.amount for piece in counted if piece.amount]
    verbs = [piece for piece in pieces if piece.kind == "verb"]
    joined = len(verbs) == 1 and verbs[0].text.startswith("합") and len(parts) > 1
    if not parts or not (joined or (not verbs and len(parts) == 1)):
        return None
    if not whole.unit or not all(count_alike(whole.unit, part.unit) for part in parts):
        return None
    if sum(part.scaled for part in parts) > whole.scaled:
        return None
    return _share(whole, parts, counted, results)


def _share(whole: Amount, parts: list[Amount], used: list[Piece], results: list[Amount]) -> Folded:
    node: Node = number(parts[0].scaled)
    for part in parts[1:]:
        node = infix(node, "+", number(part.scaled))
    node = infix(infix(node, "/", number(whole.scaled)), "*", number(HUNDRED))
    return Folded([Alternative(node)], results, start=used[0].start, end=used[-1].end)
