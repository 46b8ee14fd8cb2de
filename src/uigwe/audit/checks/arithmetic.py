"""The arithmetic of prose, footnotes and tables: sums, changes, shares, recomputed with what rounding allows."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.plan import Claim, Plan
from uigwe.values import EXACT, Interval, is_counted, plain, rounded
from uigwe.values.written import read_number

_HUNDRED = Interval.exactly(Decimal(100))
_ONE = Interval.exactly(Decimal(1))


def sums(case: Case) -> Iterator[Remark]:
    """The parts do not add up to the total."""
    for claims in _statements(case.plan):
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
        allowed = _sum([_interval(part) for part in parts])
        if not allowed.meets(_interval(total)):
            added = plain(_total([part.value for part in parts]))
            facts = {"subject": total.subject, "total": total.written, "added": added, "unit": total.unit}
            steps = (f"{' + '.join(plain(part.value) for part in parts)} = {added}",)
            yield Remark(
                Level.ERROR,
                _object(total),
                total.place,
                facts,
                tuple(p.place for p in parts),
                (total.written, added),
                steps,
            )


def changes(case: Case) -> Iterator[Remark]:
    """A rate of change or a difference is not that of the two values before it."""
    for claims in _statements(case.plan):
        for index, claim in enumerate(claims):
            if claim.role not in ("change", "difference"):
                continue
            before = [one for one in claims[:index] if one.role in ("value", "total", "part") and one.unit][-2:]
            if len(before) == 2 and before[0].unit == before[1].unit:
                yield from _change(claim, *before)


def shares(case: Case) -> Iterator[Remark]:
    """A percentage is not the share of its part in the total."""
    for claims in _statements(case.plan):
        totals = [claim for claim in claims if claim.role == "total"]
        for index, claim in enumerate(claims):
            parts = [one for one in claims[:index] if one.role == "part"]
            if claim.role == "share" and parts and len(totals) == 1 and parts[-1].unit == totals[0].unit:
                yield from _share(claim, parts[-1], totals[0])


def _change(claim: Claim, old: Claim, new: Claim) -> Iterator[Remark]:
    try:
        if claim.role == "change":
            allowed = (_interval(new) / _interval(old) - _ONE) * _HUNDRED
            middle = EXACT.multiply(EXACT.subtract(EXACT.divide(new.value, old.value), Decimal(1)), Decimal(100))
            step = f"({plain(new.value)} / {plain(old.value)} - 1) * 100 = {plain(rounded(middle, 2))}"
        else:
            allowed = _interval(new) - _interval(old)
            middle = EXACT.subtract(new.value, old.value)
            step = f"{plain(new.value)} - {plain(old.value)} = {plain(middle)}"
    except (ZeroDivisionError, ArithmeticError):
        return
    if allowed.meets(_interval(claim)) or allowed.meets(_mirrored(_interval(claim))):
        return
    facts = {
        "subject": claim.subject,
        "stated": f"{claim.written}",
        "computed": plain(rounded(middle, 1)),
        "unit": "%" if claim.role == "change" else claim.unit,
        "old": old.written,
        "new": new.written,
    }
    yield Remark(
        Level.ERROR,
        _object(claim),
        claim.place,
        facts,
        (old.place, new.place),
        (claim.written, facts["computed"]),
        (step,),
    )


def _share(claim: Claim, part: Claim, total: Claim) -> Iterator[Remark]:
    try:
        allowed = _interval(part) / _interval(total) * _HUNDRED
        middle = EXACT.multiply(EXACT.divide(part.value, total.value), Decimal(100))
    except (ZeroDivisionError, ArithmeticError):
        return
    if allowed.meets(_interval(claim)):
        return
    computed = plain(rounded(middle, 1))
    facts = {
        "subject": claim.subject,
        "stated": claim.written,
        "computed": computed,
        "part": part.written,
        "total": total.written,
    }
    step = f"{plain(part.value)} / {plain(total.value)} * 100 = {computed}"
    yield Remark(
        Level.ERROR, _object(claim), claim.place, facts, (part.place, total.place), (claim.written, computed), (step,)
    )


def _statements(plan: Plan) -> Iterator[list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in plan.claims:
        found[claim.statement].append(claim)
    yield from found.values()


def _interval(claim: Claim) -> Interval:
    """What the printed figure may have been. The precision is that of the digits printed, at the scale of the claim's unit."""
    if is_counted(claim.unit) and claim.value == claim.value.to_integral_value():
        return Interval.exactly(claim.value)
    read = read_number(claim.written)
    digits = claim.value.as_tuple().exponent
    step = Decimal(1).scaleb(int(digits))
    if read.value is not None and read.step is not None and read.value == claim.value:
        step = read.step
    return Interval.around(claim.value, step)


def _mirrored(interval: Interval) -> Interval:
    """`4.5%↓` may be written down as 4.5 or as -4.5; both readings are allowed."""
    return Interval(-interval.high, -interval.low)


def _sum(intervals: list[Interval]) -> Interval:
    total = Interval.exactly(Decimal(0))
    for one in intervals:
        total = total + one
    return total


def _total(numbers: list[Decimal]) -> Decimal:
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    return total


def _object(claim: Claim) -> str:
    return f"claim:{claim.place.code or claim.place.heading}:{claim.subject}"
