"""Parts of a calculation that are calculations themselves, put together before the whole is read.

`평균의 103%와 전년 실적`, `전년 실적에 6개 × 12건을`, `전년 60%, 전전년 40%`: each such run of pieces becomes one starting point.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import infix, number, over_years
from uigwe.reasons.known import Known
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.state import Alternative, State
from uigwe.reasons.tokens import MONEY, Amount
from uigwe.reasons.weights import weighted

JOINING = ("와", "과", "및", "·")
_GOES_ON = ("에", "에다", "에다가", "에서", "보다", "대비", *JOINING)
_DIFFERENCE = frozenset(["GROWN", "grown", "SD", "difference"])

Rule = Callable[[list[Piece], int, Known], "tuple[int, Piece] | None"]


def compose(pieces: list[Piece], known: Known) -> list[Piece]:
    """The pieces, with every part that is a calculation of its own put together."""
    found = list(pieces)
    for rule in (by_months, monthly, by_order, weighted, difference, divided, share):
        at = 0
        while at < len(found):
            whole = rule(found, at, known)
            if whole is not None:
                length, piece = whole
                found[at : at + length] = [piece]
            at += 1
    return found


def values_of(piece: Piece, known: Known) -> list[Alternative]:
    """What a starting point or a plain amount stands for."""
    state = State(known)
    found = state.base(piece) if piece.kind == "operand" else []
    if piece.kind == "amount" and piece.amount is not None:
        found = state.constant(piece.amount)
    doubts = tuple(note for note in state.out.doubts if note not in piece.notes)
    return [replace(one, notes=(*one.notes, *doubts)) for one in found]


def whole(parts: Sequence[Piece], alternatives: list[Alternative], link: str, flags: frozenset[str]) -> Piece:
    """One starting point in place of several pieces."""
    notes: list[Note] = []
    for one in alternatives:
        notes += [note for note in one.notes if note not in notes]
    return Piece(
        "operand", parts[0].start, parts[-1].end, link, tuple(one.node for one in alternatives), notes=tuple(notes),
        rate=all(part.rate for part in parts[:1]), flags=flags, text=parts[-1].text,
    )  # fmt: skip


def multiple(piece: Piece) -> Callable[[Node], Node] | None:
    """What `의 30%`, `의 1/2`, `의 2배` and `의 절반` do to what stands before."""
    if piece.kind == "fraction" and piece.years:
        above, below = (number(Decimal(part)) for part in piece.years)
        return lambda node: infix(node if above.value == 1 else infix(node, "*", above), "/", below)
    if piece.kind != "amount" or piece.amount is None or piece.amount.unit not in ("%", "배"):
        return None
    factor = number(piece.amount.number, Suffix.RATIO if piece.amount.unit == "%" else Suffix.NONE)
    return lambda node: infix(node, "*", factor)


def share(pieces: list[Piece], at: int, known: Known) -> "tuple[int, Piece] | None":
    """`평균의 103%와`, `1,000명의 105% +`, `증가율의 절반`, `증가폭의 30%`: a part of what stands before, where more follows."""
    if at + 1 >= len(pieces):
        return None
    base, part = pieces[at], pieces[at + 1]
    if (
        base.kind not in ("operand", "amount")
        or "change" in base.flags
        or not (base.nodes or base.named or base.amount)
    ):
        return None
    change = multiple(part)
    difference = bool(base.flags & _DIFFERENCE) or base.rate
    halves = part.amount is not None and part.amount.unit == "배"
    if change is None or (base.link != "의" and not (difference and halves)):
        return None
    if base.kind == "amount" and (base.amount is None or base.amount.unit in ("%", "%p", "배")):
        return None
    after = pieces[at + 2] if at + 2 < len(pieces) else None
    before = pieces[at - 1] if at else None
    joined = before is not None and before.kind in ("operand", "amount") and before.link in (*JOINING, "에", "에서")
    added = any(one is not None and one.kind == "op" and one.label in ("+", "-") for one in (before, after))
    if "change" in part.flags and not difference and not (joined and before.link in ("에", "에서")):  # type: ignore[union-attr]
        return None
    if not (difference or added or part.link in _GOES_ON or joined or (after is not None and after.kind == "choose")):
        return None
    found = [replace(one, node=change(one.node)) for one in values_of(base, known)]
    flags = (base.flags & _DIFFERENCE) | (
        frozenset(["difference"]) if joined and part.link in ("을", "를") else frozenset()
    )
    return (2, whole((base, part), found, part.link, flags | {"composed"})) if found else None


def monthly(pieces: list[Piece], at: int, known: Known) -> "tuple[int, Piece] | None":
    """`월 60명 × 12개월`: how often is written out, so that the word before the amount adds nothing."""
    if at + 3 >= len(pieces) or pieces[at].kind != "per":
        return None
    amount, sign, times = pieces[at + 1 : at + 4]
    written_out = amount.kind == times.kind == "amount" and (sign.kind, sign.label) == ("op", "*")
    return (2, replace(amount, start=pieces[at].start)) if written_out else None


def by_months(pieces: list[Piece], at: int, known: Known) -> "tuple[int, Piece] | None":
    """`2023년 월평균 128건 × 12개월`, `전년 월평균의 10개월분`, `최근 2년 월평균 × 12개월`: so many months of a mean month."""
    if known.percent or at + 2 >= len(pieces) or pieces[at].kind not in ("operand", "span", "years"):
        return None
    base = pieces[at]
    rest = [piece for piece in pieces[at + 1 : at + 7] if piece.kind not in ("aside", "same")]
    if base.kind == "span" and rest and rest[0].kind == "amount" and _months(rest[0]) == 12 * base.count:
        # `최근 2년(24개월)`
        rest = rest[1:]
    if len(rest) < 2 or rest[0].kind != "per" or "평균" not in rest[0].text or base.rate:
        return None
    every, one, *more = rest
    if one.kind == "amount" and len(more) > 1 and (more[0].kind, more[0].label) == ("op", "*") and _months(more[1]):
        return pieces.index(one) - at + 1, replace(one, start=base.start)
    times = more[0] if (one.kind, one.label) == ("op", "*") and more else one
    months = _months(times)
    if not months or months > every.count:
        return None
    node = over_years("MEAN", base.years, trim="", known=known)[0][0] if not base.nodes and base.years else None
    starts = [Alternative(node)] if node else values_of(base, known) if base.nodes else []
    found = [
        replace(start, node=infix(infix(start.node, "/", number(Decimal(every.count))), "*", number(months)))
        for start in starts
    ]
    length = pieces.index(times) - at + 1
    return (length, whole((base, times), found, times.link, frozenset(["composed", "weighted"]))) if found else None


def _months(piece: Piece) -> Decimal:
    return (
        piece.amount.number if piece.kind == "amount" and piece.amount and piece.amount.unit == "개월" else Decimal(0)
    )


def by_order(pieces: list[Piece], at: int, known: Known) -> "tuple[int, Piece] | None":
    """`최근 3년 실적을 최근연도 순으로 5:3:2로 가중평균`: a window, its weights, and the word for it."""
    count = pieces[at].count
    run = pieces[at + 1 : at + count + 2]
    if (
        pieces[at].kind not in ("span", "years")
        or count < 2
        or len(run) != count + 1
        or run[-1].kind != "weights"
        or run[-1].years
    ):
        return None
    if any(piece.kind != "amount" or not piece.amount or piece.amount.unit for piece in run[:-1]):
        return None
    found = weighted([*run[:-1], replace(run[-1], years=pieces[at].years)], 0, known)
    return (count + 2, replace(found[1], start=pieces[at].start, link=run[-1].link)) if found else None


NARROWING = ("축소", "줄", "감축", "감소", "완화", "단축", "좁")


def _narrowed(after: list[Piece]) -> bool:
    """`격차를 절반으로 축소`: a gap is made smaller, so that one end moves towards the other."""
    verb = next((piece for piece in after if piece.kind == "verb"), None)
    return verb is not None and verb.sign < 0 and verb.text.startswith(NARROWING)


def divided(pieces: list[Piece], at: int, known: Known) -> "tuple[int, Piece] | None":
    """`186억원을 85백만원으로 나눈`: money by money, brought to one scale."""
    run = [piece for piece in pieces[at : at + 4] if piece.kind != "each"][:3]
    if len(run) < 3 or (run[2].kind, run[2].label) != ("evenly", "over"):
        return None
    one, other, last = run
    if one.kind != "amount" or other.kind != "amount" or other.link not in ("로", "으로"):
        return None
    found = _money(one.amount, other.amount)
    if found is None:
        return None
    return pieces.index(last, at) + 1 - at, whole((one, last), [Alternative(found)], last.link, frozenset(["composed"]))


def _money(one: Amount | None, other: Amount | None) -> Node | None:
    if one is None or other is None or one.scale == other.scale:
        return None
    if not (one.unit.endswith(MONEY) and other.unit.endswith(MONEY) and one.unit[-1] == other.unit[-1]):
        return None
    low = min(one.scale, other.scale)
    above, below = (number(part.number.scaleb(part.scale - low).normalize() + 0) for part in (one, other))
    return infix(above, "/", below)


def difference(pieces: list[Piece], at: int, known: Known) -> "tuple[int, Piece] | None":
    """`3년 평균과 5년 평균의 차이`, `최고-최저 차이`: how far two values lie apart, the larger less the smaller."""
    if at + 2 >= len(pieces) or pieces[at + 2].kind != "gap":
        return None
    one, other, gap = pieces[at : at + 3]
    if one.kind != "operand" or other.kind != "operand" or one.rate or other.rate or one.link not in ("와", "과", "및"):
        return None
    if _narrowed(pieces[at + 3 : at + 6]):
        return None
    left, right = values_of(one, known)[:1], values_of(other, known)[:1]
    if not left or not right:
        return None
    values = known.value(left[0].node), known.value(right[0].node)
    if values[0] is None or values[1] is None:
        return None
    if values[0] < values[1]:
        left, right = right, left
    piece = Piece(
        "operand", one.start, gap.end, gap.link, (infix(left[0].node, "-", right[0].node),),
        notes=(*left[0].notes, *right[0].notes), flags=frozenset(["difference", "composed"]), text=gap.text,
    )  # fmt: skip
    return 3, piece
