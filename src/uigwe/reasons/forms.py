"""Forms whose arithmetic stands in no sign: a share of a total, a gap closed step by step, a capacity, parts that make a sum."""

from decimal import Decimal
from itertools import pairwise

from uigwe.formulas.tree import Node, Past
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.complements import complement
from uigwe.reasons.compounds import compounded
from uigwe.reasons.gaps import gap_by_years, gap_in_part
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.piece import RESULT_LINKS, Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.shares import count_alike, of_them
from uigwe.reasons.state import Alternative, Folded
from uigwe.reasons.tokens import MONEY, Amount


def special(pieces: list[Piece], known: Known) -> Folded | None:
    """The first of these forms that fits the pieces."""
    for form in (
        compounded,
        gap_closed,
        gap_in_part,
        gap_by_years,
        complement,
        share_of_total,
        of_them,
        capacity,
        parts,
    ):
        found = form(pieces, known)
        if found is not None:
            found.worked = True
            return found
    return None


def _kinds(pieces: list[Piece]) -> set[str]:
    return {piece.kind for piece in pieces}


def _done(node: Node, pieces: list[Piece], used: list[Piece], results: list[Amount], doubts: list[Note]) -> Folded:
    spans = [piece for piece in used if piece.end]
    return Folded(
        alternatives=[Alternative(node)], results=results, doubts=doubts,
        start=min(piece.start for piece in spans), end=max(piece.end for piece in spans),
    )  # fmt: skip


def gap_closed(pieces: list[Piece], known: Known) -> Folded | None:
    """`’27년 목표 1,400까지 남은 5년간 균등하게 증가`: the base and an equal part of what is missing."""
    kinds = _kinds(pieces)
    goals = [piece for piece in pieces if piece.kind == "goal" and piece.goal > known.year]
    if not goals or not ("gap" in kinds or ("evenly" in kinds and kinds & {"verb", "left"})):
        return None
    amount = next((piece for piece in goals if piece.amount is not None), None)
    bases = [piece for piece in pieces if piece.kind == "operand" and piece.nodes and not piece.rate]
    loose = [
        piece
        for piece in pieces
        if piece.kind == "amount" and piece.link not in RESULT_LINKS and "change" not in piece.flags
    ]
    if amount is None and loose:
        amount = loose[0]
        loose = loose[1:]
    if amount is None or amount.amount is None or len(bases) > 1:
        return None
    goal = number(known.amounts(amount.amount)[0])
    base: Node = bases[0].nodes[0] if bases else Past(kind="last")
    doubts: list[Note] = [] if bases else [Note("implied-last", {})]
    if bases and bases[0].named is not None and known.value(base) != known.amounts(bases[0].named)[0]:
        base = number(known.amounts(bases[0].named)[0])
    begun = base.year if isinstance(base, Past) and base.kind == "actual" and base.year else known.year - 1
    years, passed = goals[0].goal - begun, known.year - begun
    said = [
        piece.count for piece in pieces if piece.kind == "span" and not piece.text.startswith(("최근", "직전", "과거"))
    ]
    if said and said[0] != years:
        doubts.append(Note("years-left", {"said": str(said[0]), "counted": str(years)}))
        years = said[0]
    step: Node = infix(infix(goal, "-", base), "/", number(Decimal(years)))
    node = infix(base, "+", infix(step, "*", number(Decimal(passed))) if passed > 1 else step)
    doubts.append(Note("gap-closed", {"years": str(years)}))
    results = [
        piece.amount
        for piece in pieces
        if piece.kind == "amount" and piece is not amount and piece.amount and piece.link in RESULT_LINKS
    ]
    steps = [piece for piece in pieces if piece.amount and _prints(piece, step, known)]
    return _done(node, pieces, [amount, *goals, *bases, *steps], results, doubts)


def _prints(piece: Piece, step: Node, known: Known) -> bool:
    """`매년 1%p씩 상향`: the step of each year, printed."""
    value = known.value(step)
    said = piece.amount
    return (
        "change" in piece.flags and said is not None and value is not None and agrees(value, said.number, said.decimals)
    )


def share_of_total(pieces: list[Piece], known: Known) -> Folded | None:
    """`5년간 총 100건을 균등 배분`: a total over the years of a plan."""
    kinds = _kinds(pieces)
    if "evenly" not in kinds and "yearly" not in kinds:
        return None
    if kinds & {"operand", "rate", "verb", "op", "gap", "choose", "apply", "lost"}:
        return None
    amounts = [
        piece for piece in pieces if piece.kind == "amount" and piece.amount and piece.amount.unit not in ("%p", "배")
    ]
    goals = [piece for piece in pieces if piece.kind == "goal"]
    total = next((piece for piece in goals if piece.amount is not None), None) or (amounts[0] if amounts else None)
    if total is None or total.amount is None:
        return None
    rest = [piece for piece in amounts if piece is not total]
    spans = [
        piece
        for piece in pieces
        if piece.kind in ("span", "years") and piece.count > 1 and not piece.text.startswith(("최근", "직전", "과거"))
    ]
    count = spans[0].count if spans else goals[0].goal - known.year + 1 if goals else 0
    if count < 2 or len(rest) > 1:
        return None
    doubts = [] if spans and "evenly" in kinds else [Note("years-counted", {"years": str(count)})]
    node = infix(number(known.amounts(total.amount)[0]), "/", number(Decimal(count)))
    # `5등분` only counts the years again.
    results = [piece.amount for piece in rest if piece.amount and piece.amount.number != count]
    if results and "evenly" not in kinds and not agrees(known.value(node), results[0].number, results[0].decimals):
        return None
    if not results and "evenly" not in kinds:
        return None
    return _done(node, pieces, [total, *spans, *goals], results, doubts)


def capacity(pieces: list[Piece], known: Known) -> Folded | None:
    """`8개 센터별 월 11건`: so many places, so much each, so often."""
    kinds = _kinds(pieces)
    if kinds & {"operand", "rate", "verb", "op", "gap", "choose", "lost", "goal", "evenly", "round"}:
        return None
    amounts = [
        piece
        for piece in pieces
        if piece.kind == "amount" and piece.amount and piece.amount.unit not in ("%", "%p", "배")
    ]
    if len(amounts) != len([piece for piece in pieces if piece.kind == "amount"]):
        return None
    each = [piece for piece in pieces if piece.kind == "per"]
    every = [piece for piece in pieces if piece.kind == "each"]
    times = [piece for piece in pieces if piece.kind == "apply" and piece.label]
    results = [piece for piece in amounts[1:] if piece.link in RESULT_LINKS]
    said = known.value(_product(amounts[:-1], each) or number(Decimal(-1)))
    if not results and len(amounts) > 1 and amounts[-1].amount and said == amounts[-1].amount.scaled:
        results = [amounts[-1]]
    factors = [piece for piece in amounts if piece not in results]
    product = _product(factors, each)
    units = [piece.amount.unit for piece in factors if piece.amount]
    if product is None or not (each or times or (every and len(factors) > 1)) or len(set(units)) < len(units):
        return None
    if len(factors) > 3 or (len(factors) == 1 and not each):
        return None
    if sum(unit.endswith(MONEY) for unit in units) > 1:
        # Money times money is nothing.
        return None
    doubts = [] if times else [Note("product", {})]
    return _done(product, pieces, factors, [piece.amount for piece in results if piece.amount], doubts)


def _product(factors: list[Piece], each: list[Piece]) -> Node | None:
    if not factors:
        return None
    node: Node | None = None
    for piece in factors:
        assert piece.amount is not None  # noqa: S101
        money = piece.amount.unit.endswith(MONEY)
        part = number(piece.amount.number if money else piece.amount.scaled)
        node = part if node is None else infix(node, "*", part)
    explicit = any(piece.amount and piece.amount.unit in ("개월",) for piece in factors)
    if each and not explicit and node is not None:
        node = infix(node, "*", number(Decimal(each[0].count)))
    return node


# With one of these the sentence is more than parts named one by one.
_NO_PARTS = frozenset(
    ["operand", "rate", "each", "op", "gap", "choose", "lost", "goal", "evenly", "per", "apply", "round", "span", "quoted",
     "keep", "weights", "fraction"]
)  # fmt: skip


def parts(pieces: list[Piece], known: Known) -> Folded | None:
    """`정부 7만, 민간 3만`: parts that are named one by one and together make the target."""
    pieces = _without_total_sign(pieces)
    kinds = _kinds(pieces)
    if kinds & _NO_PARTS:
        return None
    amounts = [piece for piece in pieces if piece.kind == "amount" and piece.amount]
    if len(amounts) < 2 or any("change" in piece.flags and not _adds(piece, pieces) for piece in amounts):
        return None
    if any(piece.amount and piece.amount.unit in ("%p", "배") for piece in amounts):
        return None
    units = {piece.amount.unit for piece in amounts if piece.amount and (piece.amount.unit or not piece.amount.scale)}
    if len(units) > 1 or (units == {"%"} and not known.percent):
        return None
    if any(piece.link in ("보다", "에서", "대비", "중", "이", "가") for piece in amounts) or _names_outcome(pieces):
        return None
    values = [known.amounts(piece.amount)[0] * _taken(piece, pieces) for piece in amounts if piece.amount]
    less = [piece for piece in pieces if piece.kind == "verb" and piece.label == "plain" and piece.sign < 0]
    if len(less) != sum(value < 0 for value in values) or values[0] < 0:
        return None
    if len(values) > 2 and sum(values[:-1]) == values[-1]:
        return _sum(values[:-1], amounts, pieces, [amounts[-1].amount], [])
    if len(values) > 2 and sum(values[1:]) == values[0]:
        if "whole" not in amounts[0].flags:
            # Nobody says that the first is the whole of the others.
            return None
        return _sum(values[1:], amounts, pieces, [amounts[0].amount], [])
    said = any(
        (piece.kind == "verb" and piece.label == "plain" and piece.sign > 0)
        or (piece.kind == "combine" and piece.label == "sum")
        for piece in pieces
    )
    if any(piece.kind == "combine" and piece.label != "sum" for piece in pieces):
        return None
    if not said and any(_at_an_amount(piece, amounts) for piece in pieces if piece.kind == "verb"):
        return None
    labelled = all(piece.amount and (piece.amount.scale or piece.amount.unit) for piece in amounts)
    if not said and not labelled:
        return None
    if not said and known.unit and not _own(units, known):
        # `조사 3회와 토론 2회를 거쳐` of an indicator in points.
        return None
    doubt = [] if said else [Note("parts", {})]
    return _sum(values, amounts, pieces, [], doubt)


def _own(units: set[str], known: Known) -> bool:
    """Whether parts of these units can be the indicator's."""
    own = known.unit
    alike = all(not unit or count_alike(unit, own) or own.endswith(unit) or unit.endswith(own) for unit in units)
    return alike or (own.endswith(MONEY) and all(unit.endswith(MONEY) and unit[-1] == own[-1] for unit in units))


def _names_outcome(pieces: list[Piece]) -> bool:
    """`5회를 추가한 415회`: what came out stands behind the verb, and is no part."""
    return any(
        one.kind == "verb"
        and one.label == "plain"
        and after.kind == "amount"
        and 0 < after.start - one.end <= _ADNOMINAL
        for one, after in pairwise(pieces)
    ) or any(
        one.kind == "verb"
        and one.text.endswith(("한", "친", "탠", "얹은", "뺀"))
        and after.kind == "amount"
        and after.start == one.end
        for one, after in pairwise(pieces)
    )


_ADNOMINAL = 1  # `한` stands between


def _at_an_amount(verb: Piece, amounts: list[Piece]) -> bool:
    """Whether a verb stands right behind an amount and so belongs to it."""
    return any(0 <= verb.start - amount.end <= 4 for amount in amounts)


def _without_total_sign(pieces: list[Piece]) -> list[Piece]:
    """`상반기 1,250명, 하반기 1,480명 = 총 2,730명` without the sign before what the parts come to."""
    if len(pieces) > 3 and (pieces[-2].kind, pieces[-2].label) == ("op", "=") and pieces[-1].kind == "amount":
        values = [piece.amount.scaled for piece in pieces if piece.kind == "amount" and piece.amount]
        if sum(values[:-1]) == values[-1]:
            return [*pieces[:-2], pieces[-1]]
    return pieces


def _taken(piece: Piece, pieces: list[Piece]) -> int:
    """-1 for what is taken off: `중복 5개사를 차감`."""
    at = pieces.index(piece) + 1
    verb = pieces[at] if "change" in piece.flags and at < len(pieces) else None
    return -1 if verb is not None and verb.kind == "verb" and verb.label == "plain" and verb.sign < 0 else 1


def _adds(piece: Piece, pieces: list[Piece]) -> bool:
    after = [one for one in pieces if one.start >= piece.end]
    return bool(after) and any(one.kind == "verb" and one.label == "plain" for one in after)


def _sum(
    values: list[Decimal], used: list[Piece], pieces: list[Piece], results: list[Amount | None], doubts: list[Note]
) -> Folded:
    node: Node = number(values[0])
    for value in values[1:]:
        node = signed(node, -1 if value < 0 else 1, number(abs(value)))
    return _done(node, pieces, used, [result for result in results if result], doubts)
