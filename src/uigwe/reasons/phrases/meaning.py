"""What a phrase means: years, so much of the indicator, a rate or a change, or a printed figure; and what two of them make."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Number, Past, Suffix
from uigwe.reasons.build import WHOLE, infix, number, rooted, signed
from uigwe.reasons.known import Known, agrees, near
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.table.taken import StuckError, Value, put_together, worth
from uigwe.reasons.tokens import Amount


class NoSenseError(Exception):
    """These two phrases do not go together."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """`kind`: `years`, a `level`, a `rate`, a `change`, many of either (`rates`, `changes`), a printed `amount`, a `factor`,
    a `list` of these, a `name`. `nodes`: what it may be as an expression, more than one where a window may be counted in two ways.

    `made`: it was worked out, not only named. `gap`: the result from which a change leads to a goal.
    """

    kind: str
    nodes: tuple[Node, ...] = ()
    many: tuple[tuple[Node, ...], ...] = ()
    years: tuple[int, ...] = ()
    amount: Amount | None = None
    parts: tuple["Meaning", ...] = ()
    made: bool = False
    fewer: bool = False
    spoken: bool = False  # a window said by its length, not by its years
    result: bool = False  # said to be the results of its years
    gap: Node | None = None
    said: Node | None = None  # the printed figure that stands for it
    name: str = ""

    @property
    def single(self) -> bool:
        """One year."""
        return self.kind == "years" and len(self.years) == 1


def level(one: Meaning, known: Known) -> Meaning:
    """So much of the indicator: the result of one year, a printed amount, or what is one already."""
    if one.kind == "level":
        return one
    if one.single:
        [year] = one.years
        node: Node = Past(kind="last") if year == known.year - 1 else Past(kind="actual", year=year)
        return replace(one, kind="level", nodes=(node,), years=())
    if one.kind == "amount" and one.amount is not None and one.amount.unit not in ("%p", "배"):
        return replace(one, kind="level", nodes=(number(counted(one.amount, known)),))
    raise NoSenseError


def counted(amount: Amount, known: Known) -> Decimal:
    """A printed amount in the unit of the indicator."""
    if known.scale_unclear(amount):
        raise NoSenseError
    return known.amounts(amount)[0]


def node_of(one: Meaning, known: Known) -> Node:
    """The expression; where it may be two, both must come to the same."""
    if not one.nodes:
        raise NoSenseError
    kind = "rate" if one.kind == "rate" else "level"
    if len(one.nodes) > 1 and len({worth(kind, node, known) for node in one.nodes}) > 1:
        raise NoSenseError
    return one.nodes[0]


def scaled(one: Meaning, factor: Node, known: Known) -> Meaning:
    """A part or a multiple."""
    if one.kind not in ("level", "rate", "change"):
        one = level(one, known)
    said = infix(one.said, "*", factor) if one.said is not None else None
    return replace(one, nodes=tuple(infix(node, "*", factor) for node in one.nodes), made=True, amount=None, said=said)


def factor_of(one: Meaning) -> Node:
    """By which a part or a multiple is taken: `절반`, `3분의 1`, `1.5배`, `70%`."""
    if one.kind == "factor":
        return one.nodes[0]
    if one.kind == "amount" and one.amount is not None and one.amount.unit == "%":
        return number(one.amount.number, Suffix.RATIO)
    raise NoSenseError


def near_any(one: Meaning, amount: Amount, known: Known) -> bool:
    """Whether what is printed is one of what it may be, or the table says nothing of it."""
    percent = amount.unit == "%"
    if (one.kind == "rate") != percent and not (
        one.kind == "change" and amount.unit != "배" and (not percent or known.percent)
    ):
        return False
    printed = amount.number / HUNDRED if one.kind == "rate" else counted(amount, known)
    if one.said is not None:
        # What was printed before leads to it exactly.
        return worth(one.kind, one.said, known) == printed
    values = [worth(one.kind, node, known) for node in one.nodes]
    there = [abs(value) for value in values if value is not None]
    places = amount.decimals + (2 if one.kind == "rate" else 0)
    return not there or any(near(value, printed, places) for value in there)


def named(one: Meaning, amount: Amount, known: Known) -> Meaning:
    """`평균인 817건`, `증가폭(21건)`: what is printed must be so, and counts where the table does not reach."""
    if one.kind == "rate":
        if amount.unit != "%":
            raise NoSenseError
        printed, places = amount.number / HUNDRED, amount.decimals + 2
    elif one.kind in ("level", "change"):
        if amount.unit in ("%p", "배") and one.kind == "level":
            raise NoSenseError
        printed, places = counted(amount, known), amount.decimals
    else:
        raise NoSenseError
    points = known.percent and one.kind == "change"
    figure: Node = (
        number(amount.number, Suffix.RATIO)
        if one.kind == "rate"
        else number(printed, Suffix.POINTS if points else Suffix.NONE)
    )
    values = [(node, worth(one.kind, node, known)) for node in one.nodes]
    if all(value is None for _, value in values):
        return replace(one, nodes=(figure,), made=True)
    exact = [node for node, value in values if value is not None and abs(value) == printed]
    fitting = [node for node, value in values if value is not None and agrees(abs(value), printed, places)]
    if exact:
        return replace(one, nodes=(exact[0],), made=True, said=figure)
    if fitting and (one.kind == "rate" or rooted(fitting[0])):
        # A rate and a root count as they are printed.
        return replace(one, nodes=(figure,), made=True, said=figure)
    if len(fitting) == 1:
        return replace(one, nodes=(fitting[0],), made=True, said=figure)
    raise NoSenseError


def as_printed(one: Meaning, amount: Amount, known: Known) -> Meaning:
    """The figure itself, when what it names comes near it."""
    kind = one.kind
    if kind == "rate" and amount.unit == "%":
        figure: Node = number(amount.number, Suffix.RATIO)
    elif kind == "change":
        figure = number(counted(amount, known), Suffix.POINTS if known.percent else Suffix.NONE)
    elif kind == "level":
        figure = number(counted(amount, known))
    else:
        raise NoSenseError
    return replace(one, nodes=(figure,), made=True, name="", said=figure)


def moved(base: Meaning, by: Meaning, sign: int, known: Known) -> Meaning:
    """`base` raised (1) or lowered (-1) by something."""
    if base.kind == "change" and by.kind in ("amount", "change"):
        if by.amount is not None and by.amount.unit in ("%", "배"):
            raise NoSenseError
        step = number(counted(by.amount, known)) if by.amount is not None else node_of(by, known)
        said = signed(base.said, sign, step) if base.said is not None else None
        return Meaning("change", (signed(node_of(base, known), sign, step),), made=True, said=said)
    if base.kind not in ("rate", "level"):
        base = level(base, known)
    kind = (
        {"%": "per_cent", "%p": "points"}.get(by.amount.unit, "amount")
        if by.kind == "amount" and by.amount
        else by.kind
    )
    if kind == "years":
        by, kind = level(by, known), "level"
    if kind == "amount" and by.amount is not None:
        by, kind = replace(by, nodes=(number(counted(by.amount, known)),)), "level"
    elif by.amount is not None and kind in ("per_cent", "points"):
        suffix = Suffix.RATIO if kind == "per_cent" else Suffix.POINTS
        by = replace(by, nodes=(number(by.amount.number, suffix),))
    try:
        node = put_together(
            Value(base.kind, 0, 0, nodes=(node_of(base, known),)),
            Value(kind, 0, 0, nodes=(node_of(by, known),), fewer=by.fewer, amount=None),
            sign,
            known,
        )
    except StuckError as stuck:
        raise NoSenseError from stuck
    return Meaning(base.kind, (node,), made=True)


def applied(base: Meaning, by: Meaning, known: Known) -> Meaning:
    """`증가율을 실적에 적용`: up, or down where it is a fall; a factor multiplies."""
    base = level(base, known)
    if by.kind == "factor":
        return replace(scaled(base, by.nodes[0], known), made=True)
    if by.kind not in ("rate", "change"):
        raise NoSenseError
    node = node_of(by, known)
    if not by.fewer:
        value = worth(by.kind, node, known)
        if value is not None and value < 0:
            raise NoSenseError
        return moved(base, by, 1, known)
    value = worth(by.kind, node, known)
    if value is not None and value < 0:
        # A computed rate of change that fell carries its sign.
        return Meaning("level", (infix(node_of(base, known), "*", signed(WHOLE, 1, node)),), made=True)
    return moved(base, by, -1, known)


def together(parts: Sequence[Meaning], known: Known) -> list[Node]:
    """The levels of a list."""
    return [node_of(level(part, known), known) for part in parts]


def is_number(node: Node) -> bool:
    """Whether an expression is a printed figure."""
    return isinstance(node, Number)
