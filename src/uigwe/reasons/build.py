"""Parts of expressions that readings are made of."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas.tree import Call, Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.known import Known
from uigwe.reasons.reading import Note

_NAMES = {
    "MEAN": "mean",
    "GEOMEAN": "geomean",
    "MAX": "max",
    "MIN": "min",
    "TOTAL": "sum",
    "TREND": "trend",
    "SD": "sd",
}
WHOLE = Number(value=Decimal(100), suffix=Suffix.RATIO)


def number(value: Decimal, suffix: Suffix = Suffix.NONE) -> Number:
    """A constant."""
    return Number(value=value, suffix=suffix)


def infix(left: Node, operator: str, right: Node) -> Infix:
    """`left operator right`."""
    return Infix(operator=operator, left=left, right=right)


def call(name: str, *arguments: Node) -> Call:
    """`name(arguments)`."""
    return Call(name=name, arguments=arguments)


def signed(left: Node, sign: int, right: Node) -> Infix:
    """`left + right`, or `left - right`."""
    return infix(left, "-" if sign < 0 else "+", right)


def grown(base: Node, sign: int, rate: Node) -> Node:
    """`base * (100 % + rate)`."""
    return infix(base, "*", signed(WHOLE, sign, rate))


def years_node(years: Sequence[int]) -> Years:
    """Years as an argument, runs put together."""
    spans: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if spans and spans[-1][1] == year - 1:
            spans[-1] = (spans[-1][0], year)
        else:
            spans.append((year, year))
    return Years(spans=tuple(spans))


def years_in(node: Node) -> Iterator[Years]:
    """The years that a statistic in the expression runs over."""
    return (part for part in walk(node) if isinstance(part, Years))


def is_run(years: Sequence[int]) -> bool:
    """Two or more years, one after the other."""
    return len(years) >= 2 and all(b == a + 1 for a, b in pairwise(sorted(years)))


def over_years(
    name: str, years: Sequence[int], *, trim: bool, known: Known
) -> tuple[tuple[Node, ...], tuple[Note, ...]]:
    """What a statistic of these years is as an expression; none when the language has no word for it."""
    if not years:
        return (), ()
    argument = years_node(years)
    if name == "MEDIAN" and len(years) in (2, 3):
        return (_middle(argument, len(years)),), ()
    if trim and name == "MEAN" and len(years) >= 3:
        return (infix(_inner_sum(argument), "/", number(Decimal(len(years) - 2))),), ()
    if name == "MIDDLE":
        return (_middle(argument, len(years)),) if len(years) == 3 else (), ()
    if name == "CAGR":
        return growth_of(years, known, name="cagr")
    if name in ("TREND",) and not is_run(years):
        return (), ()
    if name in _NAMES:
        return (call(_NAMES[name], argument),), ()
    return (), ()


def growth_of(years: Sequence[int], known: Known, name: str = "growth") -> tuple[tuple[Node, ...], tuple[Note, ...]]:
    """Yearly growth over a window. `3년` may mean three results or three steps; where the table allows both, that is a doubt."""
    if not is_run(years):
        return (), ()
    first = min(years)
    narrow = call(name, years_node(years))
    if not known.has(first - 1):
        return (narrow,), ()
    wide = call(name, years_node([first - 1, *years]))
    return (narrow, wide), (Note("growth-window", {}),)


def total_growth(years: Sequence[int], *, mean: bool) -> tuple[Node, ...]:
    """By how much the result grew from the first year to the last, or on average in a year."""
    if not is_run(years):
        return ()
    first, last = min(years), max(years)
    node: Node = infix(Past(kind="actual", year=last), "-", Past(kind="actual", year=first))
    return (infix(node, "/", number(Decimal(last - first))),) if mean else (node,)


def ratio_of_years(year: int, before: int) -> Node:
    """The growth rate of one year."""
    ratio = infix(Past(kind="actual", year=year), "/", Past(kind="actual", year=before))
    return infix(ratio, "-", number(Decimal(1)))


def _inner_sum(argument: Years) -> Node:
    return infix(infix(call("sum", argument), "-", call("max", argument)), "-", call("min", argument))


def _middle(argument: Years, count: int) -> Node:
    return call("mean", argument) if count == 2 else _inner_sum(argument)
