"""Values that wait while a reason about past results is taken step by step, and what comes of putting two of them together."""

from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.build import WHOLE, grown, infix, number, signed
from uigwe.reasons.known import Known
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import Amount

LISTING = (",", "와", "과", "및", "·", "이고", "이며")
BASES = ("에", "에다", "에다가", "에는", "에서", "보다", "보다는", "대비", "으로부터", "로부터")
OBJECTS = ("", "을", "를", "만큼", "이", "가", "씩", ",")
RESULTS = ("로", "으로", "까지", "로까지", "으로까지")
_ONE = Decimal(1)


class StuckError(Exception):
    """The words are no calculation of this kind."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that waits.

    `kind`: `years` of which nothing was taken yet, a `level` (so much of the indicator), a `rate` of growth or a `change`, many
    of either (`rates`, `changes`), or a printed `per_cent`, `points`, `amount`, `factor`. `nodes`: what it can be, more than one
    where a window may be counted in two ways; of the many, one for each. `part`: the particle it carries. `made`: a step made it.
    """

    kind: str
    start: int
    end: int
    part: str = ""
    nodes: tuple[Node, ...] = ()
    lists: tuple[tuple[Node, ...], ...] = ()
    years: tuple[int, ...] = ()
    amount: Amount | None = None
    made: bool = False
    result: bool = False  # said to be the results of its years
    last: bool = False  # the year before, in words that may be about another year than ours
    fewer: bool = False
    share: tuple[Node, Node] | None = None  # of what it is which part, while nothing was done with it
    weights: tuple[Decimal, ...] = ()
    label: str = ""  # under which name it may be taken up again

    @property
    def single(self) -> bool:
        """One year."""
        return self.kind == "years" and len(self.years) == 1


def level_of(value: Value, known: Known) -> Value:
    """The result of one year, or the value as it is."""
    if not value.single:
        return value
    [year] = value.years
    node = Past(kind="last") if year == known.year - 1 else Past(kind="actual", year=year)
    return replace(value, kind="level", nodes=(node,))


def one_node(value: Value, known: Known) -> Node:
    """The expression of a value; where it may be two, both must come to the same."""
    if not value.nodes:
        raise StuckError
    if len(value.nodes) > 1 and len({worth(value.kind, node, known) for node in value.nodes}) > 1:
        raise StuckError
    return value.nodes[0]


def worth(kind: str, node: Node, known: Known) -> Decimal | None:
    """What an expression comes to; a rate by itself is no value of an indicator, so it is taken of a hundred."""
    if kind not in ("rate", "rates"):
        return known.value(node)
    found = known.value(infix(number(WHOLE.value), "*", node))
    return None if found is None else found / WHOLE.value


def years_used(value: Value, known: Known) -> frozenset[int]:
    """The years whose results a value is made of."""
    found: set[int] = set(value.years)
    for node in (*value.nodes, *(node for many in value.lists for node in many)):
        for part in walk(node):
            if isinstance(part, Years):
                found |= set(part.listed())
            elif isinstance(part, Past):
                found.add(part.year or known.year - 1)
    return frozenset(found)


def scaled(value: Value, by: Value, known: Known) -> Value:
    """A part or a multiple of a value."""
    value = level_of(value, known)
    if value.kind not in ("level", "rate", "change"):
        raise StuckError
    factor = one_node(by, known)
    nodes = tuple(infix(node, "*", factor) for node in value.nodes)
    share = (value.nodes[0], factor) if len(nodes) == 1 and value.kind == "level" else None
    return replace(value, nodes=nodes, part=by.part, end=by.end, made=True, share=share)


def put_together(base: Value, by: Value, sign: int, known: Known) -> Node:
    """`base` raised (1) or lowered (-1) by a value."""
    start, step = one_node(base, known), one_node(by, known)
    if base.kind == "rate":
        return _rate_moved(start, by, sign, step)
    if base.kind != "level":
        raise StuckError
    if by.kind == "per_cent":
        if known.percent:
            raise StuckError
        return grown(start, sign, step)
    if by.kind == "rate":
        _directed(by, step, sign, known)
        return grown(start, sign, step)
    if by.kind == "change":
        _directed(by, step, sign, known)
        return signed(start, sign, step)
    if by.kind == "level":
        return signed(start, sign, step)
    if by.kind == "factor" and by.amount is None:
        return infix(start, "*", signed(number(_ONE), sign, step))
    if by.kind == "points" and known.percent:
        return signed(start, sign, step)
    if by.kind == "amount" and by.amount is not None:
        return signed(start, sign, _counted(by.amount, known))
    raise StuckError


def put_negative(base: Value, by: Value, known: Known) -> Node:
    """`연평균감소율을 적용`: a computed rate of change that fell carries its sign."""
    return infix(one_node(base, known), "*", signed(WHOLE, 1, one_node(by, known)))


def _rate_moved(start: Node, by: Value, sign: int, step: Node) -> Node:
    """`연평균 증가율보다 1%p 높은 증가율`."""
    if by.kind not in ("points", "per_cent") or not isinstance(step, Number):
        raise StuckError
    return signed(start, sign, number(step.value, Suffix.RATIO))


def _directed(by: Value, step: Node, sign: int, known: Known) -> None:
    """A rate or a change said to be a fall must not raise, and one that fell cannot be said to rise."""
    value = worth(by.kind, step, known) if not isinstance(step, Number) else None
    if by.fewer and sign > 0:
        raise StuckError
    if value is not None and value < 0 and not by.fewer:
        raise StuckError


def _counted(amount: Amount, known: Known) -> Node:
    """A printed amount in the indicator's unit."""
    plain = amount.unit in ("", known.unit) or (known.unit and count_alike(amount.unit, known.unit))
    money = amount.scale and amount.unit.endswith("원") and known.unit.endswith("원")
    if known.scale_unclear(amount) or not (plain or money):
        raise StuckError
    suffix = Suffix.POINTS if known.percent else Suffix.NONE
    return number(known.amounts(amount)[0], suffix)


def weighed_sum(values: list[Node], weights: list[Number]) -> Node:
    """Each value with its weight; divided by the weights unless they make a whole."""
    node: Node | None = None
    for value, weight in zip(values, weights, strict=True):
        part = infix(value, "*", weight)
        node = part if node is None else infix(node, "+", part)
    if node is None:
        raise StuckError
    total = sum((weight.value for weight in weights), Decimal(0))
    per_cent = all(weight.suffix is Suffix.RATIO for weight in weights)
    if total == (WHOLE.value if per_cent else _ONE):
        return node
    if per_cent or any(weight.value < _ONE for weight in weights):
        raise StuckError
    return infix(node, "/", number(total))
