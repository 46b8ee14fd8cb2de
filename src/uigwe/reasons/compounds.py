"""So much every year for so many years: `’22년 실적을 매년 3%씩 2년간 증가시킨 값을 ’24년 목표로`."""

from collections.abc import Sequence
from decimal import Decimal

from uigwe.formulas.tree import Node, Past, Suffix
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.compose import values_of
from uigwe.reasons.known import Known
from uigwe.reasons.piece import Piece
from uigwe.reasons.state import Alternative, Folded

MAX_YEARS = 10
_BESIDE = frozenset(
    ["operand", "amount", "rate", "span", "yearly", "each", "verb", "apply", "goal", "comma", "said", "same"]
)
_PAST = ("최근", "직전", "과거", "지난", "이전", "앞선")


def compounded(pieces: Sequence[Piece], known: Known) -> Folded | None:
    """The base grown once for each year, when the years said lead from the base to the target."""
    if not {piece.kind for piece in pieces} <= _BESIDE or not any(
        piece.kind == "yearly" or _yearly(piece) for piece in pieces
    ):
        return None
    spans = [piece for piece in pieces if piece.kind == "span"]
    behind = [*pieces[1:], None]
    steps = [piece for piece, after in zip(pieces, behind, strict=True) if _changes(piece, after)]
    bases = [piece for piece in pieces if piece.kind in ("operand", "amount") and piece not in steps]
    verbs = [piece for piece in pieces if piece.kind in ("verb", "apply")]
    if not (len(spans) == len(steps) == len(bases) == 1 and verbs) or spans[0].text.startswith(_PAST):
        return None
    count = spans[0].count
    if not 1 < count <= MAX_YEARS or not _leads(bases[0], known, count) or bases[0].start > steps[0].start:
        return None
    if any(piece.kind == "goal" and (piece.amount is not None or piece.goal != known.year) for piece in pieces):
        return None
    sign = next((piece.sign for piece in verbs if piece.kind == "verb"), 1) or (-1 if known.downward else 1)
    starts = values_of(bases[0], known)[:1]
    found = [
        Alternative(node, one.notes) for one in starts for node in _stepped(one.node, steps[0], sign, count, known)
    ]
    used = [bases[0], steps[0], *verbs]
    return Folded(
        alternatives=found, worked=True, start=min(piece.start for piece in used), end=max(piece.end for piece in used)
    ) if found else None  # fmt: skip


def _changes(piece: Piece, after: Piece | None) -> bool:
    """`3%씩`, or an amount by which something changes."""
    each = after is not None and after.kind == "each"
    return piece.kind == "rate" or (piece.kind == "amount" and (each or "change" in piece.flags))


def _yearly(piece: Piece) -> bool:
    return piece.kind == "rate" and piece.label == "CAGR"


def _leads(base: Piece, known: Known, count: int) -> bool:
    """Whether so many years lie between the result that is the base and the target."""
    begun = known.year - count
    node = base.nodes[0] if base.nodes else None
    if isinstance(node, Past):
        return (node.year or known.year - 1) == begun and node.kind != "target"
    cell = known.actuals.get(begun)
    return base.amount is not None and cell is not None and cell.value in known.amounts(base.amount)


def _stepped(base: Node, step: Piece, sign: int, count: int, known: Known) -> list[Node]:
    amount = step.amount
    if amount is None:
        return []
    if amount.unit == "%":
        node = base
        for _ in range(count):
            node = grown(node, sign, number(amount.number, Suffix.RATIO))
        return [node]
    suffix = Suffix.POINTS if amount.unit == "%p" else Suffix.NONE
    each = number(amount.number if suffix else known.amounts(amount)[0], suffix)
    return [signed(base, sign, infix(each, "*", number(Decimal(count))))]
