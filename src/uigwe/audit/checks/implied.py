"""What the figures of a reason imply for a year that is not printed, against what the reason says of it."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.figures import decimals_of, row_of, sum_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.words.equations import Equation, mean_with_growth
from uigwe.plan import Indicator, Use
from uigwe.values import EXACT, Interval, plain, rounded

_HUNDRED = Decimal(100)


def growth_of_the_unprinted(case: Case) -> Iterator[Remark]:
    """The mean that a reason prints leaves one value for the year that the table lacks, and with it the growth is not the one told."""
    for indicator, use in case.plan.uses():
        told = mean_with_growth(use.reason)
        found = _implied(indicator, use, told) if told else None
        if told is None or found is None:
            continue
        value, growth = found
        if growth.meets(Interval.around(told.rate, Decimal(1).scaleb(-decimals_of(told.rate)))):
            continue
        digits = decimals_of(told.rate) + 1
        facts = {
            "name": use.name,
            "year": str(told.first),
            "value": plain(rounded(value, decimals_of(told.yields))),
            "last_year": str(told.last),
            "stated": f"{plain(told.rate)}%",
            "computed": f"{plain(rounded(_middle(growth), digits))}%",
        }
        places, values = row_of(indicator, use, "reason"), (told.written, facts["stated"], facts["computed"])
        yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, values)


def _implied(indicator: Indicator, use: Use, told: Equation) -> tuple[Decimal, Interval] | None:
    """The value of the first year that the equation leaves, and all yearly growth (in per cent) that the printed figures allow."""
    history = indicator.history(use)
    cells = [history.get(year) for year in range(told.first + 1, told.last + 1)]
    first = history.get(told.first)
    known = [cell.value for cell in cells if cell is not None and cell.value is not None]
    if len(known) < len(cells) or (first is not None and first.value is not None) or not told.factor:
        return None
    count = Decimal(len(cells) + 1)
    printed = [Interval.around(one, Decimal(1).scaleb(-decimals_of(one))) for one in known]
    whole = Interval.around(told.yields, Decimal(1).scaleb(-decimals_of(told.yields)))
    left = whole * Interval.exactly(EXACT.divide(count, told.factor)) - sum_of(printed)
    if left.low <= 0:
        return None
    slow, fast = (
        _yearly(last, first, len(cells)) for last, first in zip(printed[-1].ends, reversed(left.ends), strict=True)
    )
    return _middle(left), Interval(slow, fast)


def _middle(interval: Interval) -> Decimal:
    return EXACT.divide(EXACT.add(interval.low, interval.high), Decimal(2))


def _yearly(last: Decimal, first: Decimal, steps: int) -> Decimal:
    ratio = EXACT.power(EXACT.divide(last, first), EXACT.divide(Decimal(1), Decimal(steps)))
    return EXACT.multiply(EXACT.subtract(ratio, Decimal(1)), _HUNDRED)
