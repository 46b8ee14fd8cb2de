"""What a calculation may start from: statistics and results of the table, printed figures, and what two or more of them make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import pairwise

from uigwe.formulas import Node
from uigwe.formulas.tree import Past
from uigwe.reasons.build import call, grown, infix, number, years_node
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.ranked.line import Line

STATISTICS = {"MEAN": "mean", "GEOMEAN": "geomean", "MEDIAN": "median", "MAX": "max", "MIN": "min"}
HUNDRED = Decimal(100)
_DIVIDES = pattern_of(r"[÷/]|나눈|나누|나눠")
_GROWS = pattern_of(r"증가|성장|신장|상승|증감|늘|추세|감소|복리|CAGR|폭|추이|속도|빠르기")
_CHOOSES = pattern_of(r"쪽|중간|가운데|높은값|큰값|낮은값|작은값|두수치|두값|한가운데|둘중|MAX|max|MIN|min|나은|정중앙")
_LONGEST = 5  # figures in a run
_APART = 4  # figures between two that are multiplied

ADDED = "added"  # an increase that is put on the latest result

Mark = tuple[int, int, str]  # where in the text, and the sign that stands for it


@dataclass(frozen=True, slots=True)
class Start:
    """What a calculation starts from. `takes`: the figures that it takes in, by their place among the entries."""

    kind: str
    value: Decimal
    node: Node
    takes: frozenset[int] = frozenset()
    marks: tuple[Mark, ...] = ()


def starts_of(line: Line) -> Iterator[Start]:
    """Every start that the figures and the table allow."""
    yield from _statistics(line)
    yield from _results(line)
    for at, entry in enumerate(line.entries):
        yield _figure(line, at, entry)
    yield from _runs(line)
    yield from _pairs(line)
    if line.last and _GROWS.search(line.text):
        yield from _grown(line)
    yield from _shares(line)
    if _CHOOSES.search(line.text):
        yield from _chosen(line)


def _statistics(line: Line) -> Iterator[Start]:
    said = {STATISTICS[token.kind]: token for token in line.tokens if token.kind in STATISTICS}
    for name, token in said.items():
        for years, how in line.windows.items():
            value = _statistic(name, [line.past[year] for year in years])
            if value is not None:
                yield Start(
                    f"{name}:{how}", value, call(name, years_node(years)), marks=((token.start, token.end, "S"),)
                )
    if "mean" not in said and _DIVIDES.search(line.text):
        for years, how in line.windows.items():
            value = _statistic("mean", [line.past[year] for year in years])
            if value is not None:
                yield Start(f"divided:{how}", value, call("mean", years_node(years)))


def _statistic(name: str, values: Sequence[Decimal]) -> Decimal | None:
    match name:
        case "mean":
            return sum(values, Decimal(0)) / len(values)
        case "geomean":
            product = reduce(lambda one, other: one * other, values)
            return product ** (Decimal(1) / len(values)) if min(values) > 0 else None
        case "median":
            middle = sorted(values)[(len(values) - 1) // 2 : len(values) // 2 + 1]
            return sum(middle, Decimal(0)) / len(middle)
    return max(values) if name == "max" else min(values)


def _results(line: Line) -> Iterator[Start]:
    for year, value in line.past.items():
        node = Past(kind="actual", year=year)
        latest = year == max(line.past)
        if token := line.named.get(year):
            yield Start("last" if latest else "result", value, node, marks=((token.start, token.end, "Y"),))
        elif latest:
            yield Start("unsaid", value, node)


def _figure(line: Line, at: int, entry: Entry) -> Start:
    kind = "printed-result" if entry.value in line.results else "printed"
    return Start(
        kind + _unit(entry), entry.value, number(entry.value), frozenset([at]), ((entry.start, entry.end, "B"),)
    )


def _unit(entry: Entry) -> str:
    return entry.unit if entry.unit in ("%", "%p", "배") else ""


def _runs(line: Line) -> Iterator[Start]:
    """Figures that stand one behind the other: their mean, their sum, their product."""
    kinds = {token.kind for token in line.tokens}
    divides = bool(_DIVIDES.search(line.text))
    for first in range(len(line.entries)):
        for end in range(first + 2, min(len(line.entries), first + _LONGEST) + 1):
            run = line.entries[first:end]
            if len({_unit(one) for one in run}) > 1:
                continue
            takes, marks = frozenset(range(first, end)), tuple((one.start, one.end, "B") for one in run)
            values = [one.signed for one in run]
            nodes = [number(value) for value in values]
            if "MEAN" in kinds or divides:
                yield Start("run-mean", _statistic("mean", values) or Decimal(0), call("mean", *nodes), takes, marks)
            if "GEOMEAN" in kinds and (value := _statistic("geomean", values)):
                yield Start("run-geomean", value, call("geomean", *nodes), takes, marks)
            plain = [number(abs(value)) for value in values]
            yield Start("sum", sum(map(abs, values), Decimal(0)), _chained("+", plain), takes, marks)
            if len(run) == 3:
                yield Start("product-3", _product(values), _chained("*", nodes), takes, marks)


def _chained(operator: str, nodes: Sequence[Node]) -> Node:
    return reduce(lambda one, other: infix(one, operator, other), nodes)


def _product(values: Sequence[Decimal]) -> Decimal:
    return reduce(lambda one, other: one * other, values)


def _pairs(line: Line) -> Iterator[Start]:
    """Two figures: their product, their ratio, their difference; parts of a year of them."""
    for first, one in enumerate(line.entries):
        for second in range(first + 1, min(len(line.entries), first + _APART + 1)):
            other = line.entries[second]
            if "%p" in (one.unit, other.unit):
                continue
            takes = frozenset([first, second])
            marks = ((one.start, one.end, "B"), (other.start, other.end, "C"))
            for kind, value, node in _made(one, other, line.parts):
                yield Start(kind, value, node, takes, marks)


def _made(one: Entry, other: Entry, parts: tuple[int, ...]) -> Iterator[tuple[str, Decimal, Node]]:
    left, right = number(one.value), number(other.value)
    product, share = infix(left, "*", right), one.value * other.value / HUNDRED
    if one.percent != other.percent:
        yield ("share-of" if other.percent else "of-share"), share, infix(product, "/", number(HUNDRED))
    elif not one.percent:
        yield "product", one.value * other.value, product
        for many in parts:
            yield "product-parts", one.value * other.value * many, infix(product, "*", number(Decimal(many)))
    for kind, above, below in (("ratio", one, other), ("ratio-back", other, one)):
        if below.value:
            ratio = infix(number(above.value), "/", number(below.value))
            yield kind, above.value / below.value, ratio
            yield f"{kind}-100", above.value / below.value * HUNDRED, infix(ratio, "*", number(HUNDRED))
    yield "less", one.value - other.value, infix(left, "-", right)
    yield "less-back", other.value - one.value, infix(right, "-", left)


def _chosen(line: Line) -> Iterator[Start]:
    """The higher or the lower of the latest result and a mean."""
    if not line.past:
        return
    latest = max(line.past)
    last = Past(kind="actual", year=latest)
    for years, how in line.windows.items():
        mean = _statistic("mean", [line.past[year] for year in years]) or Decimal(0)
        node = call("mean", years_node(years))
        both = [line.past[latest], mean]
        yield Start(f"higher:{how}", max(both), call("max", last, node))
        yield Start(f"lower:{how}", min(both), call("min", last, node))
        yield Start(f"middle:{how}", sum(both, Decimal(0)) / 2, call("mean", last, node))


def _grown(line: Line) -> Iterator[Start]:
    """The latest result a year on, as results grew; and the mean growth itself."""
    latest = max(line.past)
    last = Past(kind="actual", year=latest)
    for years, how in line.windows.items():
        values = [line.past[year] for year in years]
        if years[-1] != latest or min(values) <= 0:
            continue
        span = years[-1] - years[0]
        yearly = (values[-1] / values[0]) ** (Decimal(1) / span)
        rate = call("cagr", years_node(years))
        yield Start(f"cagr:{how}", values[-1] * yearly, grown(last, 1, rate))
        increase = (values[-1] - values[0]) / span
        more = infix(infix(last, "-", Past(kind="actual", year=years[0])), "/", number(Decimal(span)))
        yield Start(f"increase:{how}", values[-1] + increase, infix(last, "+", more))
        yield Start(f"{ADDED}:{how}", increase, more)
        if years == tuple(range(years[0], latest + 1)):
            growth = sum((after / before for before, after in pairwise(values)), Decimal(0)) / span - 1
            mean = call("growth", years_node(years))
            yield Start(f"growth:{how}", values[-1] * (1 + growth), grown(last, 1, mean))
            yield Start(f"rate:{how}", growth * HUNDRED, infix(mean, "*", number(HUNDRED)))


def _shares(line: Line) -> Iterator[Start]:
    """A figure that is shared over years, or done in every part of the year."""
    for at, entry in enumerate(line.entries):
        if _unit(entry):
            continue
        takes, marks = frozenset([at]), ((entry.start, entry.end, "B"),)
        for many in line.counts:
            count = number(Decimal(many))
            yield Start("shared", entry.value / many, infix(number(entry.value), "/", count), takes, marks)
        for many in line.parts:
            count = number(Decimal(many))
            yield Start("each-part", entry.value * many, infix(number(entry.value), "*", count), takes, marks)
