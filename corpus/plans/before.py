"""The plan of the year before: what this plan prints of the past, last year's plan printed too."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from uigwe.plan import Indicator, Kind, Level, Plan, Printing
from uigwe.values import EXACT, Direction, State, half_up


def year_before(plan: Plan) -> Plan:
    """A plan of the year before that this one may follow: same promises, same past, last year's targets reached.

    Indicators that are new this year are not in it; it states no claims and no counts.
    """
    known = [one for one in plan.indicators if any(cell.value is not None for cell in _results(one))]
    kept = {one.id for one in known} | {node.code for node in plan.nodes()}
    return replace(
        plan,
        year=plan.year - 1,
        title=plan.title.replace(str(plan.year), str(plan.year - 1)),
        indicators=tuple(_a_year_back(one, plan.year) for one in known),
        names=tuple(name for name in plan.names if name.object in kept),
        claims=(),
        tallies=(),
    )


def _results(indicator: Indicator) -> list[Printing]:
    return [one for one in indicator.printings if one.kind is Kind.ACTUAL]


def _a_year_back(indicator: Indicator, year: int) -> Indicator:
    uses = tuple(replace(use, basis="", reason="") for use in indicator.uses)
    return replace(indicator, uses=uses, printings=tuple(_moved(indicator, year)))


def _moved(indicator: Indicator, year: int) -> Iterator[Printing]:
    """The columns move back by a year; the oldest is new, the latest was still to come."""
    results = {one.year: one for one in _results(indicator)}
    first = min(results)
    for one in indicator.printings:
        if one.kind is Kind.ACTUAL:
            if one.year == first:
                yield _older(one, indicator.direction)
            if one.year < year - 1:
                yield one
        elif one.kind is Kind.TARGET:
            strategic = Level.of(one.place.code) is Level.STRATEGIC
            yield one if strategic else _last_target(one, indicator, results[year - 1])


def _older(one: Printing, direction: Direction) -> Printing:
    """The result of the year before the first column: a little worse, or not there either."""
    if one.value is None:
        return replace(one, year=one.year - 1, written="-", state=State.NONE)
    return _with_value(replace(one, year=one.year - 1), one.value, "0.97" if direction is Direction.UP else "1.03")


def _last_target(one: Printing, indicator: Indicator, result: Printing) -> Printing:
    """What last year's plan promised for that year: the target this plan quotes, or a little less than was reached."""
    quoted = [p for p in indicator.printings if p.kind is Kind.QUOTED_TARGET and p.year == one.year - 1]
    if quoted:
        return replace(one, year=one.year - 1, written=quoted[0].written, value=quoted[0].value)
    if result.value is None:
        return replace(one, year=one.year - 1, written="-", value=None, state=State.NONE)
    return _with_value(
        replace(one, year=one.year - 1), result.value, "0.99" if indicator.direction is Direction.UP else "1.01"
    )


def _with_value(one: Printing, value: Decimal, factor: str) -> Printing:
    decimals = max(0, -int(value.as_tuple().exponent))
    moved = half_up(EXACT.multiply(value, Decimal(factor)), decimals)
    return replace(one, written=f"{moved:,.{decimals}f}", value=moved, state=State.FINAL)
