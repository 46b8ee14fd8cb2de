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
    "HMEAN": "hmean",
    "MEDIAN": "median",
    "SLOPE": "slope",
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


def rooted(node: Node) -> bool:
    """Whether an expression takes a root, so that what is printed for it is never all of it (a deviation is told to as many places as it needs)."""
    return isinstance(node, Call) and node.name == "geomean"


def is_run(years: Sequence[int]) -> bool:
    """Two or more years, one after the other."""
    return len(years) >= 2 and all(b == a + 1 for a, b in pairwise(sorted(years)))


def over_years(
    name: str, years: Sequence[int], *, trim: str, known: Known
) -> tuple[tuple[Node, ...], tuple[Note, ...]]:
    """What a statistic of these years is as an expression; none when the language has no word for it."""
    if not years:
        return (), ()
    argument = years_node(years)
    if name == "TRIMMEAN":
        name, trim = "MEAN", trim or "both"
    if trim and name == "MEAN":
        return trimmed(argument, len(years), trim), ()
    if trim:
        return (), ()
    if name == "MIDDLE":
        return (call("median", argument),), ()
    if name == "CAGR":
        return growth_of(years, known, name="cagr")
    if name in ("TREND", "SLOPE") and not is_run(years):
        return (), ()
    if name == "SPREAD":
        return (infix(call("max", argument), "-", call("min", argument)),), ()
    if name in _NAMES:
        return (call(_NAMES[name], argument),), ()
    return (), ()


def growth_of(
    years: Sequence[int], known: Known, name: str = "growth", *, listed: bool = False, yearly: bool = False
) -> tuple[tuple[Node, ...], tuple[Note, ...]]:
    """Yearly growth over a window. `3년` may mean three results or three steps; where the table allows both, that is a doubt.

    `listed`: the years are named one by one, so that they are the results. `yearly`: each year's growth on the year before.
    """
    if not is_run(years):
        return (), ()
    first = min(years)
    narrow = call(name, years_node(years))
    wide = call(name, years_node([first - 1, *years]))
    if yearly:
        return (wide,), ()
    if listed or not known.has(first - 1):
        return (narrow,), ()
    return (narrow, wide), (Note("growth-window", {}),)


def rates_of(
    years: Sequence[int], how: str, known: Known, *, listed: bool = False, yearly: bool = False
) -> tuple[tuple[Node, ...], tuple[Note, ...]]:
    """The largest, the smallest or the middle one of the yearly rates of growth; the window as in `growth_of`."""
    if not is_run(years):
        return (), ()
    first, last = min(years), max(years)
    wide = call(how, *[ratio_of_years(year, year - 1) for year in range(first, last + 1)])
    narrow = call(how, *[ratio_of_years(year, year - 1) for year in range(first + 1, last + 1)])
    if yearly:
        return (wide,), ()
    if listed or not known.has(first - 1) or known.value(wide) == known.value(narrow):
        return (narrow,), ()
    return (narrow, wide), (Note("growth-window", {}),)


def changes_of(years: Sequence[int], how: str, *, fewer: bool = False) -> tuple[Node, ...]:
    """By how much the result changed: from the first year to the last (`total`), in a year on average, at most, at least."""
    if not is_run(years):
        return ()
    first, last = min(years), max(years)

    def change(year: int, before: int) -> Node:
        # A fall is how much the earlier result was larger.
        return change_of_years(before, year) if fewer else change_of_years(year, before)

    whole = change(last, first)
    if how == "mean":
        return (infix(whole, "/", number(Decimal(last - first))),)
    if how in ("max", "min") and last - first > 1:
        return (call(how, *[change(year, year - 1) for year in range(first + 1, last + 1)]),)
    return (whole,)


def change_of_years(year: int, before: int) -> Node:
    """By how much the result of one year differs from that of another."""
    return infix(Past(kind="actual", year=year), "-", Past(kind="actual", year=before))


def ratio_of_years(year: int, before: int) -> Node:
    """The growth rate of one year."""
    ratio = infix(Past(kind="actual", year=year), "/", Past(kind="actual", year=before))
    return infix(ratio, "-", number(Decimal(1)))


def trimmed(argument: Years, count: int, trim: str) -> tuple[Node, ...]:
    """The mean without the highest (`max`), the lowest (`min`) or without either (`both`)."""
    left_out = ("max", "min") if trim == "both" else (trim,)
    if count <= len(left_out):
        return ()
    node: Node = call("sum", argument)
    for name in left_out:
        node = infix(node, "-", call(name, argument))
    rest = count - len(left_out)
    return (infix(node, "/", number(Decimal(rest))) if rest > 1 else node,)
