"""Weighted means and sums: `가중평균(5:3:2)`, `전년 60%, 전전년 40% 가중치`, `전년 실적 70%와 최근 3년 평균 30%를 반영`."""

from decimal import Decimal

from uigwe.formulas.tree import Node, Number, Past, Suffix
from uigwe.reasons.build import infix, number
from uigwe.reasons.known import Known
from uigwe.reasons.piece import Piece
from uigwe.reasons.tokens import Amount

_ONE, _HUNDRED = Decimal(1), Decimal(100)


def weighted(pieces: list[Piece], at: int, known: Known) -> "tuple[int, Piece] | None":
    """The weighted mean that begins here, as one starting point; weights must come to one or to a hundred per cent."""
    end = _end(pieces, at)
    run = pieces[at:end]
    marked = any(piece.kind == "weights" for piece in run)
    terms = _of_window(run) or _shared(run) or _pairs(run, known, marked=marked)
    if not terms:
        return None
    if not marked and not (end < len(pieces) and _applied(pieces[end])):
        return None
    last = run[-1]
    node = _sum(terms)
    return len(run), Piece(
        "operand",
        run[0].start,
        last.end,
        _link(run),
        (node,),
        flags=frozenset(["composed", "weighted"]),
        text=last.text,
    )


def _link(run: list[Piece]) -> str:
    if run[-1].kind == "weights" and len(run) > 1:
        return run[-1].link
    return run[-1].link if run[-1].link not in ("로", "으로") else ""


def _applied(piece: Piece) -> bool:
    return piece.kind in ("apply", "combine", "weights") or (piece.kind == "verb" and piece.label == "plain")


def _end(pieces: list[Piece], at: int) -> int:
    """Where the run of starting points, amounts and marks that begins here ends."""
    end, marked = at, False
    while end < len(pieces):
        piece = pieces[end]
        if piece.kind == "weights":
            if marked and any(one.kind == "weights" and one.years for one in pieces[at:end]):
                break
            if end > at and piece.years and any(one.kind == "weights" for one in pieces[at:end]):
                # `가중치(3:2:1)를 부여한 3년 가중평균`
                return end + 1
            marked = True
            behind = pieces[end + 1] if end + 1 < len(pieces) else None
            if end > at and not (behind is not None and behind.kind in ("quoted",)) and _has_amounts(pieces[at:end]):
                return end + 1
        elif (marked and piece.kind in ("amount", "operand") and _window_is_full(pieces[at:end])) or (
            piece.kind not in ("operand", "amount", "comma", "quoted", "same", "fraction")
            or (piece.kind == "amount" and piece.amount is not None and piece.amount.unit in ("%p", "배"))
            or (marked and piece.kind in ("operand", "amount") and _complete(pieces[at:end]))
        ):
            break
        end += 1
    while end > at and pieces[end - 1].kind == "comma":
        end -= 1
    return end


def _window_is_full(run: list[Piece]) -> bool:
    """Whether every year of `3년 가중평균(5:3:2)` has its weight."""
    mark = next((piece for piece in run if piece.kind == "weights" and piece.years), None)
    plain = [piece for piece in run if piece.kind == "amount" and piece.amount and not piece.amount.unit]
    return mark is not None and len(plain) == len(mark.years) == len(run) - 1


def _has_amounts(run: list[Piece]) -> bool:
    return sum(piece.amount is not None or piece.named is not None for piece in run) > 1


def _complete(run: list[Piece]) -> bool:
    """Whether the weights read so far come to a whole."""
    weights = [found for piece in run for found in [_weight(piece.named or piece.amount)] if found is not None]
    return len(weights) > 1 and _whole(weights)


def _whole(weights: list[Number]) -> bool:
    total = sum((one.value for one in weights), Decimal(0))
    per_cent = [one for one in weights if one.suffix is Suffix.RATIO]
    return total == (_HUNDRED if len(per_cent) == len(weights) else _ONE) and len(per_cent) in (0, len(weights))


def _weight(amount: Amount | None) -> Number | None:
    if amount is None or amount.number <= 0 or amount.scale:
        return None
    if amount.unit == "%" and amount.number < _HUNDRED:
        return number(amount.number, Suffix.RATIO)
    return number(amount.number) if not amount.unit and amount.number < _ONE else None


def _of_window(run: list[Piece]) -> list[tuple[Node, Number]]:
    """`최근 3년 가중평균(5:3:2)`: without another word the heavier weight is the later year's."""
    marks = [piece for piece in run if piece.kind == "weights"]
    mark = next((piece for piece in marks if piece.years), marks[0] if marks else None)
    if mark is None or any(piece.kind == "operand" for piece in run):
        return []
    amounts = [piece for piece in run if piece.kind in ("amount", "quoted") and piece.amount]
    listed = [piece for piece in amounts if piece.kind == "quoted"]
    if listed and len(listed) == len(amounts):
        weights = [_weight(piece.amount) for piece in listed]
        known = [one for one in weights if one is not None]
        if len(known) != len(listed) or not _whole(known):
            return []
        return [(_actual(piece.years[0]), one) for piece, one in zip(listed, known, strict=True)]
    values = [piece.amount.number for piece in amounts if piece.amount and piece.amount.unit in ("", "%")]
    if len(values) != len(amounts) or len(values) != len(mark.years) or len(values) < 2:
        return []
    if values not in (sorted(values), sorted(values, reverse=True)):
        return []
    per_cent = sum(values, Decimal(0)) == _HUNDRED and all(
        piece.amount and piece.amount.unit == "%" for piece in amounts
    )
    suffix = Suffix.RATIO if per_cent else Suffix.NONE
    weights_by_year = zip(sorted(mark.years), sorted(values), strict=True)
    return [(_actual(year), number(value, suffix)) for year, value in weights_by_year][::-1]


def _shared(run: list[Piece]) -> list[tuple[Node, Number]]:
    """`전년 실적과 3년 평균을 7:3으로`: as many plain numbers as starting points before them."""
    rest = [piece for piece in run if piece.kind not in ("comma", "weights")]
    half = len(rest) // 2
    bases, amounts = rest[:half], rest[half:]
    if half < 2 or len(rest) != 2 * half:
        return []
    if not all(piece.kind == "operand" and len(piece.nodes) == 1 and piece.named is None for piece in bases):
        return []
    weights = [piece.amount for piece in amounts if piece.kind == "amount" and piece.amount and not piece.amount.unit]
    if len(weights) != half or sum((one.number for one in weights), Decimal(0)) not in (_ONE, Decimal(10), _HUNDRED):
        return []
    return [(base.nodes[0], number(weight.number)) for base, weight in zip(bases, weights, strict=True)]


def _pairs(run: list[Piece], known: Known, *, marked: bool) -> list[tuple[Node, Number]]:
    """A weight behind each starting point, or in the bracket of each amount; nothing else in between."""
    terms: list[tuple[Node, Number]] = []
    rest = [piece for piece in run if piece.kind not in ("comma", "weights")]
    at = 0
    while at < len(rest):
        one, after = rest[at], rest[at + 1] if at + 1 < len(rest) else None
        inner = _weight(one.named) if one.kind == "operand" and one.nodes else None
        if inner is not None and len(one.nodes) == 1:
            terms.append((one.nodes[0], inner))
            at += 1
            continue
        behind = _weight(after.amount) if after is not None and after.kind in ("amount", "same") else None
        value = _value(one, known, marked=marked)
        if behind is None or value is None:
            return []
        terms.append((value, behind))
        at += 2
    return list(terms) if len(terms) > 1 and _whole([weight for _, weight in terms]) else []


def _value(piece: Piece, known: Known, *, marked: bool) -> Node | None:
    if piece.kind == "operand" and len(piece.nodes) == 1 and not piece.rate:
        return number(known.amounts(piece.named)[0]) if piece.named is not None else piece.nodes[0]
    if piece.kind == "amount" and piece.amount is not None and marked:
        return number(known.amounts(piece.amount)[0])
    return None


def _actual(year: int) -> Node:
    return Past(kind="actual", year=year)


def _sum(terms: list[tuple[Node, Number]]) -> Node:
    """The sum of the weighted values; divided by the weights where they are parts of more than one."""
    node: Node | None = None
    for value, weight in terms:
        part = infix(value, "*", weight)
        node = part if node is None else infix(node, "+", part)
    assert node is not None  # noqa: S101
    total = sum((weight.value for _, weight in terms), Decimal(0))
    return node if _whole([weight for _, weight in terms]) else infix(node, "/", number(total))
