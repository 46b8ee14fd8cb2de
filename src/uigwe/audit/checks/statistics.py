"""Means and standard deviations that the document states, recomputed from the values it prints."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.figures import (
    decimals_of,
    interval_of,
    mean_of,
    object_of,
    says_the_same,
    step_of,
    sum_of,
    total_of,
    years_of,
)
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.growth import told_growth
from uigwe.audit.text.means import increase_quoted
from uigwe.plan import Claim
from uigwe.values import EXACT, Interval, is_percentage, plain, rounded

_HALF = Decimal("0.5")


def means(case: Case) -> Iterator[Remark]:
    """A mean is not that of the values beside it: an error, or a notice when the inputs were rounded or it was cut."""
    for claims in case.statements():
        for mean in (claim for claim in claims if claim.role == "mean"):
            values = _values_of(mean, claims)
            if len(values) < 2:
                continue
            if _years_missing(mean, values):
                yield _missing(mean, values)
            else:
                yield from _mean(mean, values)
    yield from _increases(case)


def _increases(case: Case) -> Iterator[Remark]:
    """So many years have one increase less between them: the mean increase of three years is that of two."""
    for indicator, use in case.plan.uses():
        found, target = increase_quoted(use.reason, indicator.unit), indicator.target(use)
        if found is None or target is None:
            continue
        count, written, stated = found
        history = indicator.history(use)
        years = range(target.year - count, target.year)
        known = [cell.value for year in years if (cell := history.get(year)) and cell.value is not None]
        before = history.get(years[0] - 1)
        if len(known) != count or (before is not None and before.value is not None):
            continue
        mean = EXACT.divide(EXACT.subtract(known[-1], known[0]), Decimal(count - 1))
        if stated in (rounded(mean, decimals_of(stated)), rounded(mean, decimals_of(stated), "floor")):
            facts = {"subject": use.name, "stated": written, "computed": plain(rounded(mean, decimals_of(stated) + 1))}
            facts |= {"years": str(count), "printed": str(count - 1), "case": "increases"}
            place = use.place_of("reason", use.reason.find(written))
            step = f"({plain(known[-1])} - {plain(known[0])}) / {count - 1} = {facts['computed']}"
            object = f"{indicator.id}@{use.code}"
            places = tuple(history[year].place for year in years)
            yield Remark(Level.NOTICE, object, place, facts, places, (written, facts["computed"]), (step,))


def deviations(case: Case) -> Iterator[Remark]:
    """A standard deviation is not that of the printed values, or smaller than they allow whatever the other ones are."""
    for claims in case.statements():
        for deviation in (claim for claim in claims if claim.role == "sd"):
            values = _values_of(deviation, claims)
            years = years_of(deviation.period)
            count = max(len(values), len(years) if years else 0)
            mean = next((one for one in claims if one.role == "mean" and one.period == deviation.period), None)
            if len(values) >= 2:
                yield from _deviation(deviation, values, count, mean)


def yearly_as_whole(case: Case) -> Iterator[Remark]:
    """What is called the growth over several years is the yearly mean of it: over these years the series grew by something else."""
    for told in told_growth(tuple(case.prose.lines())):
        first, last = told.values
        ratio = EXACT.divide(last, first)
        root = EXACT.divide(Decimal(1), Decimal(told.years[1] - told.years[0]))
        yearly = EXACT.power(ratio, root) if ratio > 0 else ratio
        whole, mean = (EXACT.multiply(EXACT.subtract(one, Decimal(1)), Decimal(100)) for one in (ratio, yearly))
        if says_the_same(whole, told.rate) or not says_the_same(mean, told.rate):
            continue
        digits = decimals_of(told.rate)
        shown = f"{plain(rounded(whole, digits))}%"
        facts = {"words": told.words, "stated": told.written, "computed": shown}
        facts |= {"first_year": str(told.years[0]), "last_year": str(told.years[1])}
        place = told.passage.place_at(told.start)
        steps = (
            f"{plain(last)} / {plain(first)} - 1 = {shown}",
            f"({plain(last)} / {plain(first)}) ^ (1/{told.years[1] - told.years[0]}) - 1 = {plain(rounded(mean, digits))}%",
        )
        object = f"growth:{place.code or place.heading}:{told.years[0]}..{told.years[1]}"
        yield Remark(Level.DOUBT, object, place, facts, (place,), (told.written, shown), steps)


def _values_of(statistic: Claim, claims: list[Claim]) -> list[Claim]:
    years = years_of(statistic.period)
    found = [one for one in claims if one.role == "value" and _same_unit(one.unit, statistic.unit)]
    if years is None:
        return found
    return [one for one in found if (own := years_of(one.period)) is None or own[0] in years]


def _same_unit(one: str, other: str) -> bool:
    return one == other or (is_percentage(one) and is_percentage(other)) or not (one and other)


def _years_missing(mean: Claim, values: list[Claim]) -> bool:
    """Whether the period names more years than values are printed, each with its year."""
    years = years_of(mean.period)
    dated = [years_of(one.period) for one in values]
    return bool(years) and all(dated) and len(values) < len(years or ()) and "(" not in mean.subject


def _missing(mean: Claim, values: list[Claim]) -> Remark:
    years = years_of(mean.period) or ()
    facts = {
        "subject": mean.subject,
        "stated": mean.written,
        "years": str(len(years)),
        "printed": str(len(values)),
        "case": "missing",
    }
    places = tuple(one.place for one in values)
    shown = (mean.written, facts["years"], facts["printed"])
    return Remark(Level.NOTICE, object_of(mean), mean.place, facts, places, shown)


def _mean(mean: Claim, values: list[Claim]) -> Iterator[Remark]:
    numbers = [one.value for one in values]
    middle = mean_of(numbers)
    if says_the_same(middle, mean.value):
        return
    count = Interval.exactly(Decimal(len(values)))
    allowed = sum_of(interval_of(one) for one in values) / count
    decimals = decimals_of(mean.value)
    cut = rounded(middle, decimals, "floor") == mean.value
    rounding = cut or allowed.meets(Interval.around(mean.value, step_of(mean)))
    computed = plain(rounded(middle, decimals + 1))
    facts = {
        "subject": mean.subject,
        "stated": mean.written,
        "computed": computed,
        "case": ("cut" if cut else "rounding") if rounding else "differs",
    }
    step = f"({' + '.join(plain(number) for number in numbers)}) / {len(numbers)} = {computed}"
    level = Level.NOTICE if rounding else Level.ERROR
    places = tuple(one.place for one in values)
    yield Remark(level, object_of(mean), mean.place, facts, places, (mean.written, computed), (step,))


def _deviation(stated: Claim, values: list[Claim], count: int, mean: Claim | None) -> Iterator[Remark]:
    numbers = [one.value for one in values]
    unknown = count - len(numbers)
    slack = max(_half_step(one) for one in values)
    if unknown and mean is None:
        # The values that are not printed may be anything; all vary least when those stand at the mean of the others.
        numbers += [mean_of(numbers)] * unknown
    if unknown and mean is not None:
        # The values that are not printed must add up to what the mean leaves; they vary least when they are equal.
        rest = EXACT.subtract(EXACT.multiply(mean.value, Decimal(count)), total_of(numbers))
        numbers += [EXACT.divide(rest, Decimal(unknown))] * unknown
        play = total_of([EXACT.multiply(_half_step(mean), Decimal(count)), *(_half_step(one) for one in values)])
        slack = max(slack, EXACT.divide(play, Decimal(unknown)))
    least = _sd(numbers)
    most = None if unknown else EXACT.multiply(least, _of_sample(len(numbers)))
    play = EXACT.add(_half_step(stated), slack)
    if EXACT.add(stated.value, play) >= least and (most is None or EXACT.subtract(stated.value, play) <= most):
        return
    computed = plain(rounded(least, max(2, decimals_of(stated.value))))
    shown = ", ".join(plain(rounded(number, 2)) for number in numbers)
    facts = {
        "subject": stated.subject,
        "stated": stated.written,
        "least": computed,
        "years": str(count),
        "case": "known" if not unknown else "unknown" if mean else "values",
    }
    places = tuple(one.place for one in (*values, *([mean] if mean else [])))
    yield Remark(
        Level.ERROR,
        object_of(stated),
        stated.place,
        facts,
        places,
        (stated.written, computed),
        (f"sd({shown}) = {computed}",),
    )


def _of_sample(count: int) -> Decimal:
    """What turns a deviation divided by n into one divided by n - 1: both are in use."""
    return EXACT.sqrt(EXACT.divide(Decimal(count), Decimal(count - 1)))


def _half_step(claim: Claim) -> Decimal:
    return EXACT.multiply(step_of(claim), _HALF)


def _sd(numbers: list[Decimal]) -> Decimal:
    """The standard deviation, divided by n."""
    mean = mean_of(numbers)
    squares = [EXACT.power(EXACT.subtract(number, mean), Decimal(2)) for number in numbers]
    return EXACT.sqrt(mean_of(squares))
