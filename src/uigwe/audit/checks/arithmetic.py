"""The arithmetic of prose, footnotes and tables: sums, changes, shares, recomputed with what rounding allows."""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.figures import (
    HUNDRED,
    ONE,
    decimals_of,
    interval_of,
    object_of,
    says_the_same,
    shows_sign,
    sum_of,
    total_of,
    years_of,
)
from uigwe.audit.finding import Level, Remark
from uigwe.plan import Claim
from uigwe.values import EXACT, Interval, plain, rounded

_HUNDRED = Interval.exactly(HUNDRED)
_ONE = Interval.exactly(ONE)


def sums(case: Case) -> Iterator[Remark]:
    """The parts do not add up to the total."""
    for claims in case.statements():
        parts = [claim for claim in claims if claim.role == "part"]
        totals = [claim for claim in claims if claim.role == "total"]
        shares = any(claim.role == "share" for claim in claims)
        if (
            len(totals) != 1
            or len(parts) < 2
            or (shares and len(parts) < 3)
            or len({claim.unit for claim in (*parts, *totals)}) != 1
        ):
            continue
        [total] = totals
        if not sum_of(interval_of(part) for part in parts).meets(interval_of(total)):
            added = plain(total_of(part.value for part in parts))
            facts = {"subject": total.subject, "total": total.written, "added": added, "unit": total.unit}
            steps = (f"{' + '.join(plain(part.value) for part in parts)} = {added}",)
            places = tuple(part.place for part in parts)
            yield Remark(Level.ERROR, object_of(total), total.place, facts, places, (total.written, added), steps)


def changes(case: Case) -> Iterator[Remark]:
    """A rate of change or a difference is not that of the two values before it. What rounding explains is a notice."""
    for claims in case.statements():
        for index, claim in enumerate(claims):
            if claim.role not in ("change", "difference"):
                continue
            before = [one for one in claims[:index] if one.role in ("value", "total", "part") and one.unit][-2:]
            if len(before) == 2 and before[0].unit == before[1].unit:
                yield from _change(claim, *before)


def shares(case: Case) -> Iterator[Remark]:
    """A percentage is not the share of its part in the total. What rounding explains is a notice."""
    for claims in case.statements():
        totals = [claim for claim in claims if claim.role == "total"]
        for index, claim in enumerate(claims):
            parts = [one for one in claims[:index] if one.role == "part"]
            if claim.role == "share" and parts and len(totals) == 1 and parts[-1].unit == totals[0].unit:
                yield from _share(claim, parts[-1], totals[0])


def _change(claim: Claim, old: Claim, new: Claim) -> Iterator[Remark]:
    try:
        years = _years_between(claim, old, new)
        if claim.role == "change" and years > 1:
            ratio = interval_of(new) / interval_of(old)
            low, high = (_yearly(end, years) for end in ratio.ends)
            allowed, middle = Interval(low, high), _yearly(EXACT.divide(new.value, old.value), years)
            step = (
                f"(({plain(new.value)} / {plain(old.value)}) ^ (1 / {years}) - 1) * 100 = {plain(rounded(middle, 2))}"
            )
        elif claim.role == "change":
            allowed = (interval_of(new) / interval_of(old) - _ONE) * _HUNDRED
            middle = EXACT.multiply(EXACT.subtract(EXACT.divide(new.value, old.value), ONE), HUNDRED)
            step = f"({plain(new.value)} / {plain(old.value)} - 1) * 100 = {plain(rounded(middle, 2))}"
        else:
            allowed = interval_of(new) - interval_of(old)
            middle = EXACT.subtract(new.value, old.value)
            step = f"{plain(new.value)} - {plain(old.value)} = {plain(middle)}"
    except (ZeroDivisionError, ArithmeticError):
        return
    printed = interval_of(claim)
    level = Level.ERROR
    unsigned = not shows_sign(claim.written)
    if allowed.meets(printed) or (unsigned and allowed.meets(_mirrored(printed))):
        if says_the_same(middle, claim.value) or (unsigned and says_the_same(-middle, claim.value)):
            return
        level = Level.NOTICE
    computed = plain(rounded(middle, max(1, decimals_of(claim.value) + (level is Level.NOTICE))))
    facts = {
        "subject": claim.subject,
        "stated": f"{claim.written}",
        "computed": computed,
        "unit": "%" if claim.role == "change" else claim.unit,
        "old": old.written,
        "new": new.written,
        "case": "rounding" if level is Level.NOTICE else "differs",
    }
    places = (old.place, new.place)
    yield Remark(level, object_of(claim), claim.place, facts, places, (claim.written, computed), (step,))


def _share(claim: Claim, part: Claim, total: Claim) -> Iterator[Remark]:
    try:
        allowed = interval_of(part) / interval_of(total) * _HUNDRED
        middle = EXACT.multiply(EXACT.divide(part.value, total.value), HUNDRED)
    except (ZeroDivisionError, ArithmeticError):
        return
    level = Level.ERROR
    if allowed.meets(interval_of(claim)):
        if says_the_same(middle, claim.value):
            return
        level = Level.NOTICE
    computed = plain(rounded(middle, max(1, decimals_of(claim.value) + (level is Level.NOTICE))))
    facts = {
        "subject": claim.subject,
        "stated": claim.written,
        "computed": computed,
        "part": part.written,
        "total": total.written,
        "case": "rounding" if level is Level.NOTICE else "differs",
    }
    step = f"{plain(part.value)} / {plain(total.value)} * 100 = {computed}"
    places = (part.place, total.place)
    yield Remark(level, object_of(claim), claim.place, facts, places, (claim.written, computed), (step,))


def _years_between(change: Claim, old: Claim, new: Claim) -> int:
    """The years of a yearly rate: its period runs from the one value to the other. One for a plain change."""
    years, first, last = years_of(change.period), years_of(old.period), years_of(new.period)
    if not (years and first and last) or (years[0], years[-1]) != (first[0], last[-1]):
        return 1
    return max(1, years[-1] - years[0])


def _yearly(ratio: Decimal, years: int) -> Decimal:
    """The average yearly growth, in per cent, behind a growth over several years."""
    if ratio <= 0:
        raise ArithmeticError("no root of a ratio that is not positive")
    root = EXACT.power(ratio, EXACT.divide(ONE, Decimal(years)))
    return EXACT.multiply(EXACT.subtract(root, ONE), HUNDRED)


def _mirrored(interval: Interval) -> Interval:
    """`4.5%↓` may be written down as 4.5 or as -4.5; both readings are allowed."""
    return Interval(-interval.high, -interval.low)
