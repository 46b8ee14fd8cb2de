"""Recompute a basis by hand, in exact decimals: this evaluator *is* the meaning of the language.

Beside the value it carries the interval that the printed (rounded) inputs allow, and every step taken.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from itertools import pairwise

from uigwe.formulas.tree import Call, Infix, Negative, Node, Number, Past, Suffix, Years
from uigwe.formulas.types import Kind, kind_of
from uigwe.formulas.write import written
from uigwe.values import EXACT, Interval, Written, is_percentage, rounded


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an indicator: results and targets by year as printed, the target's year, the unit."""

    year: int
    unit: str = ""
    actuals: Mapping[int, Written] = field(default_factory=dict)
    targets: Mapping[int, Written] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working: the part of the expression, its working with numbers put in, and what came out."""

    part: str
    working: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Derived:
    """What the basis yields: the value from the printed figures, everything that their rounding allows, and the steps."""

    value: Decimal
    interval: Interval
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class NotComputable:
    """The basis cannot be recomputed, and why: `missing` (a year's value is not there) or `undefined` (divides by zero …)."""

    reason: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Decimal
    interval: Interval

    @classmethod
    def exactly(cls, value: Decimal) -> "_Amount":
        return cls(value, Interval.exactly(value))


class _CannotError(Exception):
    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason)
        self.outcome = NotComputable(reason, facts)


def evaluate(node: Node, facts: Facts) -> Derived | NotComputable:
    """The target that the basis yields from what is known. The node must have been read for the same unit."""
    steps: list[Step] = []
    try:
        amount = _amount(node, facts, steps)
        kind = kind_of(node, facts.unit)
        if kind is Kind.RATIO and is_percentage(facts.unit):
            # A ratio given as the target of an indicator in % is that many per cent.
            amount = _times(amount, _Amount.exactly(Decimal(100)))
            steps.append(Step(written(node), f"{written(node)} × 100", amount.value))
    except _CannotError as cannot:
        return cannot.outcome
    except (ZeroDivisionError, ArithmeticError):
        # Nothing out of nothing is "not measured", never zero and never an error.
        return NotComputable("undefined", {})
    return Derived(amount.value, amount.interval, tuple(steps))


def _amount(node: Node, facts: Facts, steps: list[Step]) -> _Amount:
    match node:
        case Number(value=value, suffix=suffix):
            return _Amount.exactly(EXACT.divide(value, Decimal(100)) if suffix is Suffix.RATIO else value)
        case Past():
            return _past(node, facts)
        case Negative(operand=operand):
            inner = _amount(operand, facts, steps)
            return _minus(_Amount.exactly(Decimal(0)), inner)
        case Infix(operator=operator, left=left, right=right):
            one, other = _amount(left, facts, steps), _amount(right, facts, steps)
            result = _INFIX[operator](one, other)
            steps.append(Step(written(node), f"{_shown(left, one)} {operator} {_shown(right, other)}", result.value))
            return result
        case Call():
            return _call(node, facts, steps)
        case Years():
            raise _CannotError("undefined")


def _past(node: Past, facts: Facts) -> _Amount:
    year = node.year if node.year is not None else facts.year - 1
    known = facts.targets if node.kind == "target" else facts.actuals
    return _known(known, year, "target" if node.kind == "target" else "actual")


def _known(known: Mapping[int, Written], year: int, kind: str) -> _Amount:
    cell = known.get(year)
    if cell is None or cell.value is None or cell.interval is None:
        raise _CannotError("missing", year=str(year), kind=kind)
    return _Amount(cell.value, cell.interval)


def _call(node: Call, facts: Facts, steps: list[Step]) -> _Amount:
    if node.name in ("round", "ceil", "floor"):
        inner = _amount(node.arguments[0], facts, steps)
        places = node.arguments[1] if len(node.arguments) == 2 else None
        decimals = int(places.value) if isinstance(places, Number) else 0
        result = _each(inner, lambda value: rounded(_SNAP.plus(value), decimals, node.name))
        steps.append(Step(written(node), f"{node.name}({_digits(inner.value)}, {decimals})", result.value))
        return result
    first = node.arguments[0]
    if isinstance(first, Years):
        years = first.listed()
        amounts = [_known(facts.actuals, year, "actual") for year in years]
    else:
        years = ()
        amounts = [_amount(argument, facts, steps) for argument in node.arguments]
    result = _over_years(node.name, years, amounts, facts.year) if node.name in _OF_YEARS else _OVER[node.name](amounts)
    steps.append(
        Step(written(node), f"{node.name}({', '.join(_digits(amount.value) for amount in amounts)})", result.value)
    )
    return result


def _plus(one: _Amount, other: _Amount) -> _Amount:
    return _Amount(EXACT.add(one.value, other.value), one.interval + other.interval)


def _minus(one: _Amount, other: _Amount) -> _Amount:
    return _Amount(EXACT.subtract(one.value, other.value), one.interval - other.interval)


def _times(one: _Amount, other: _Amount) -> _Amount:
    return _Amount(EXACT.multiply(one.value, other.value), one.interval * other.interval)


def _over(one: _Amount, other: _Amount) -> _Amount:
    if other.value == 0:
        raise _CannotError("undefined")
    return _Amount(EXACT.divide(one.value, other.value), one.interval / other.interval)


# What division and roots leave in the last digits must not tip `ceil` and `floor`: the root of 8³ is 8, not 7.999…
_SNAP = Context(prec=40, rounding=ROUND_HALF_UP, traps=[InvalidOperation])

_INFIX: dict[str, Callable[[_Amount, _Amount], _Amount]] = {"+": _plus, "-": _minus, "*": _times, "/": _over}


def _each(amount: _Amount, change: Callable[[Decimal], Decimal]) -> _Amount:
    """Apply a change that keeps the order of numbers."""
    return _Amount(change(amount.value), Interval(change(amount.interval.low), change(amount.interval.high)))


def _together(amounts: Sequence[_Amount], combine: Callable[[Sequence[Decimal]], Decimal]) -> _Amount:
    """Apply a function that grows with each of its arguments: its interval runs from all lows to all highs."""
    low = combine([amount.interval.low for amount in amounts])
    high = combine([amount.interval.high for amount in amounts])
    return _Amount(combine([amount.value for amount in amounts]), Interval(low, high))


def _total(numbers: Sequence[Decimal]) -> Decimal:
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    return total


def _mean(numbers: Sequence[Decimal]) -> Decimal:
    return EXACT.divide(_total(numbers), Decimal(len(numbers)))


def _geomean(numbers: Sequence[Decimal]) -> Decimal:
    product = Decimal(1)
    for number in numbers:
        if number <= 0:
            raise _CannotError("undefined")
        product = EXACT.multiply(product, number)
    return _root(product, len(numbers))


def _hmean(numbers: Sequence[Decimal]) -> Decimal:
    if any(number <= 0 for number in numbers):
        raise _CannotError("undefined")
    return EXACT.divide(Decimal(len(numbers)), _total([EXACT.divide(Decimal(1), number) for number in numbers]))


def _median(numbers: Sequence[Decimal]) -> Decimal:
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(ordered) % 2 else _mean(ordered[half - 1 : half + 1])


def _root(number: Decimal, degree: int) -> Decimal:
    if number < 0:
        raise _CannotError("undefined")
    return EXACT.power(number, EXACT.divide(Decimal(1), Decimal(degree)))


def _sd(amounts: Sequence[_Amount], lost: int = 0) -> _Amount:
    """Standard deviation dividing by n - `lost`. What rounding can do to it is at most the root mean square of the half steps."""
    count = Decimal(len(amounts) - lost)
    value = _spread([amount.value for amount in amounts], count)
    halves = [EXACT.divide(EXACT.subtract(a.interval.high, a.interval.low), Decimal(2)) for a in amounts]
    slack = EXACT.sqrt(EXACT.divide(_total([EXACT.multiply(half, half) for half in halves]), count))
    return _Amount(value, Interval(max(Decimal(0), EXACT.subtract(value, slack)), EXACT.add(value, slack)))


def _ssd(amounts: Sequence[_Amount]) -> _Amount:
    """Standard deviation of a sample: dividing by n - 1."""
    if len(amounts) < 2:
        raise _CannotError("undefined")
    return _sd(amounts, lost=1)


def _spread(numbers: Sequence[Decimal], count: Decimal) -> Decimal:
    middle = _mean(numbers)
    gaps = [EXACT.subtract(number, middle) for number in numbers]
    return EXACT.sqrt(EXACT.divide(_total([EXACT.multiply(gap, gap) for gap in gaps]), count))


_OVER: dict[str, Callable[[Sequence[_Amount]], _Amount]] = {
    "mean": lambda amounts: _together(amounts, _mean),
    "geomean": lambda amounts: _together(amounts, _geomean),
    "hmean": lambda amounts: _together(amounts, _hmean),
    "median": lambda amounts: _together(amounts, _median),
    "sum": lambda amounts: _together(amounts, _total),
    "min": lambda amounts: _together(amounts, min),
    "max": lambda amounts: _together(amounts, max),
    "sd": _sd,
    "ssd": _ssd,
}

_OF_YEARS = ("cagr", "growth", "trend", "slope")


def _over_years(name: str, years: Sequence[int], amounts: Sequence[_Amount], target_year: int) -> _Amount:
    one = _Amount.exactly(Decimal(1))
    if name == "cagr":
        ratio = _over(amounts[-1], amounts[0])
        return _minus(_each(ratio, lambda value: _root(value, years[-1] - years[0])), one)
    if name == "growth":
        rates = [_minus(_over(later, earlier), one) for earlier, later in pairwise(amounts)]
        return _together(rates, _mean)
    return _slope(years, amounts) if name == "slope" else _trend(years, amounts, target_year)


def _trend(years: Sequence[int], amounts: Sequence[_Amount], target_year: int) -> _Amount:
    """Least squares on the year: the forecast is a weighted sum of the results, so its interval is exact."""
    ahead = EXACT.subtract(Decimal(target_year), _mean([Decimal(year) for year in years]))
    share = EXACT.divide(Decimal(1), Decimal(len(years)))
    return _weighted(amounts, [EXACT.add(share, EXACT.multiply(slope, ahead)) for slope in _slopes(years)])


def _slope(years: Sequence[int], amounts: Sequence[_Amount]) -> _Amount:
    """By how much the line of least squares rises in a year."""
    return _weighted(amounts, _slopes(years))


def _slopes(years: Sequence[int]) -> list[Decimal]:
    """The weight of each year in the slope of the line of least squares."""
    times = [Decimal(year) for year in years]
    middle = _mean(times)
    gaps = [EXACT.subtract(time, middle) for time in times]
    spread = _total([EXACT.multiply(gap, gap) for gap in gaps])
    return [EXACT.divide(gap, spread) for gap in gaps]


def _weighted(amounts: Sequence[_Amount], weights: Sequence[Decimal]) -> _Amount:
    result = _Amount.exactly(Decimal(0))
    for amount, weight in zip(amounts, weights, strict=True):
        result = _plus(result, _times(amount, _Amount.exactly(weight)))
    return result


def _shown(node: Node, amount: _Amount) -> str:
    return written(node) if isinstance(node, Number) else _digits(amount.value)


def _digits(value: Decimal) -> str:
    """A number short enough to read in a step: at most six places after the point."""
    text = f"{rounded(value, 6):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
