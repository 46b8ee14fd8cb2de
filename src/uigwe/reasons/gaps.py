"""A gap that is closed in part: `전국 평균(78%)과의 격차 중 50% 해소`, `100%까지 남은 차이의 20%만큼 상향`."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Past
from uigwe.reasons.build import call, infix, number, signed
from uigwe.reasons.compose import NARROWING, multiple, values_of
from uigwe.reasons.known import Known
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.state import HUNDRED, Alternative, Folded
from uigwe.reasons.tokens import Amount

_LAST = Past(kind="last")
_INERT = ("left", "comma", "yearly", "each", "about", "upward", "downward")


def gap_in_part(pieces: list[Piece], known: Known) -> Folded | None:
    """The base and the part of what is missing that the reason names."""
    gaps = [index for index, piece in enumerate(pieces) if piece.kind == "gap"]
    if len(gaps) != 1 or any(piece.kind in ("goal", "evenly", "lost", "choose", "op", "span") for piece in pieces):
        return None
    before = [piece for piece in pieces[: gaps[0]] if piece.kind not in _INERT]
    after = [piece for piece in pieces[gaps[0] + 1 :] if piece.kind not in _INERT]
    if pieces[gaps[0]].link in ("이", "가", "은", "는"):
        # `격차가 있어`: it is told, and nothing is done with it.
        return None
    ends = _ends(before) or _to_a_hundred(before, pieces[gaps[0]], known)
    if ends is None or not after:
        return None
    part = multiple(after[0])
    if part is not None and after[0].link in ("로", "으로"):
        part = _what_goes(after[0], after[1:])
        if part is None:
            return None
    rest = after[1:] if part is not None else after
    receiver = rest[0] if rest and rest[0].kind == "operand" and not rest[0].rate else None
    rest = rest[1:] if receiver is not None else rest
    rounding = [piece for piece in rest if piece.kind == "round"]
    rest = [piece for piece in rest if piece.kind != "round"]
    if part is None and receiver is not None and receiver.link in ("보다", "대비") and rest and multiple(rest[0]):
        # `미달분을 전년보다 절반으로 줄임`
        part, rest = _what_goes(rest[0], rest[1:]), rest[1:]
    closing = [piece for piece in rest if piece.kind in ("verb", "apply")]
    results = [
        piece
        for piece in rest
        if piece.kind == "amount" and piece.amount and piece.amount.unit != "배" and "change" not in piece.flags
    ]
    downward = [piece for piece in closing if piece.kind == "verb" and piece.sign < 0]
    if receiver is None and any(not piece.text.startswith(NARROWING) for piece in downward):
        return None
    if len(closing) + len(results) != len(rest) or (part is None and not closing):
        return None
    goal, start = ends
    base = receiver or start
    if start is None and receiver is None and goal.nodes and isinstance(goal.nodes[0], Past):
        return None
    found = _step(goal, start or receiver, base, known, part, closing)
    for piece in rounding:
        spoken = rounding_of(piece.text, None, known)
        if spoken is None or spoken[2]:
            return None
        places = number(Decimal(spoken[1]))
        found = [replace(one, node=call(spoken[0], one.node, places)) for one in found]
    used = [piece for piece in (goal, start, receiver, *after) if piece is not None]
    return Folded(
        alternatives=found, results=[piece.amount for piece in results if piece.amount], worked=True,
        start=min(piece.start for piece in used), end=max(piece.end for piece in used),
    ) if found else None  # fmt: skip


def _to_a_hundred(before: list[Piece], gap: Piece, known: Known) -> tuple[Piece, Piece | None] | None:
    """`미이행분을 반으로`: what a share has not reached is what is missing to a hundred."""
    sizes = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if before or not known.percent or not gap.text.startswith("미") or not sizes or max(sizes) > HUNDRED:
        return None
    return Piece("amount", gap.start, gap.end, amount=Amount(HUNDRED, 0, "%")), None


def gap_by_years(pieces: list[Piece], known: Known) -> Folded | None:
    """`85%까지 남은 차이를 4년간 균등 배분하여 1/4 반영`: the base and an equal part of what is missing, years without a date."""
    kinds = {piece.kind for piece in pieces}
    if "gap" not in kinds or kinds & {"goal", "op", "lost", "choose", "rate", "weights", "open", "round"}:
        return None
    if not kinds & {"evenly", "fraction"} or not kinds & {"verb", "apply", "evenly"}:
        return None
    goals = [piece for piece in pieces if piece.kind == "amount"]
    bases = [piece for piece in pieces if piece.kind == "operand"]
    if (
        len(goals) != 1
        or len(bases) > 1
        or "change" in goals[0].flags
        or any(piece.rate or not piece.nodes for piece in bases)
    ):
        return None
    goal = goals[0]
    if (
        goal.amount is None
        or goal.amount.unit in ("%p", "배")
        or goal.link not in ("까지", "로", "으로", "과", "와", "을", "를", "")
    ):
        return None
    ahead = [
        piece
        for piece in pieces
        if piece.kind == "span" and not piece.text.startswith(("최근", "직전", "과거", "지난"))
    ]
    counts = {piece.count for piece in ahead if piece.count > 1}
    counts |= {
        piece.years[1] if piece.years and piece.years[0] == 1 else 0 for piece in pieces if piece.kind == "fraction"
    }
    if len(counts) != 1 or not 1 < (years := counts.pop()) <= 30:
        return None
    doubts = [Note("gap-closed", {"years": str(years)})] + ([] if bases else [Note("implied-last")])
    base = values_of(bases[0], known)[0] if bases else Alternative(_LAST)
    missing = infix(values_of(goal, known)[0].node, "-", base.node)
    node = infix(base.node, "+", infix(missing, "/", number(Decimal(years))))
    used = [
        piece
        for piece in pieces
        if piece.kind in ("amount", "operand", "gap", "span", "fraction", "evenly", "verb", "apply")
    ]
    return Folded(
        alternatives=[replace(base, node=node)], doubts=doubts, worked=True,
        start=min(piece.start for piece in used), end=max(piece.end for piece in used),
    )  # fmt: skip


def _what_goes(share: Piece, after: list[Piece]) -> Callable[[Node], Node] | None:
    """`격차를 30% 수준으로 축소`: so much is left of it; a half goes and a half is left."""
    verb = next((piece for piece in after if piece.kind == "verb"), None)
    left = share.amount.number / (100 if share.amount.unit == "%" else 1) if share.amount else None
    if verb is None or verb.sign >= 0 or left is None or not 0 < left < 1:
        return None
    return lambda node: infix(node, "*", number(1 - left))


def _ends(before: list[Piece]) -> tuple[Piece, Piece | None] | None:
    """What is to be reached, and from where the gap is measured (None: from the base)."""
    verbs = [piece for piece in before if piece.kind == "verb"]
    ends = [piece for piece in before if piece.kind in ("operand", "amount") and "change" not in piece.flags]
    if len(ends) + len(verbs) != len(before) or not 1 <= len(ends) <= 2:
        return None
    if any(piece.kind == "operand" and piece.rate for piece in ends) or (verbs and len(ends) != 2):
        return None
    if len(ends) == 1:
        return (ends[0], None) if ends[0].link in ("와", "과", "까지", "대비", "") else None
    one, other = ends
    bases = [piece for piece in ends if piece.kind == "operand" and piece.nodes]
    if not verbs and one.link in ("와", "과") and other.link in ("와", "과", "의", "") and len(bases) == 1:
        # `전년 실적과 100%와의 격차`
        return (other, one) if bases[0] is one else (one, other)
    if verbs:
        # `100점에서 평균을 뺀 잔여분`
        return (one, other) if verbs[0].sign < 0 and other.link in ("을", "를") else None
    if other.link == "까지" and one.link in ("에서", "부터"):
        return other, one
    return (one, other) if one.link == "대비" else None


def _step(
    goal: Piece, start: Piece | None, base: Piece | None, known: Known, part: Callable[[Node], Node] | None, closing: list[Piece],
) -> list[Alternative]:  # fmt: skip
    first = [Alternative(_LAST)] if start is None else values_of(start, known)
    ground = first if base is start else [Alternative(_LAST)] if base is None else values_of(base, known)
    found: list[Alternative] = []
    for end in values_of(goal, known)[:1]:
        for one in first[:1]:
            missing: Node = infix(end.node, "-", one.node)
            step = missing if part is None else part(missing)
            sign = -1 if base is not start and closing and closing[0].sign < 0 and closing[0].label == "plain" else 1
            notes = (*end.notes, *one.notes)
            found += [replace(own, node=signed(own.node, sign, step), notes=(*own.notes, *notes)) for own in ground[:1]]
    return found
