"""One series, several places: the same thing in the same year with two values, in prose, tables and indicators.

Two series are one when they have one name, or when they agree to the digit where both are printed.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.figures import interval_of, statements, years_of
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.named import in_reasons
from uigwe.audit.words.names import TARGET_WORDS, is_about, is_rough, squeezed
from uigwe.plan import Claim, Indicator, Place, Plan, Use
from uigwe.values import Interval

_ROLES = ("value", "part", "total")
# A number of four digits is printed twice by chance only once in thousands of times; two of them never.
_TELLING = 4


@dataclass(frozen=True, slots=True)
class _Point:
    subject: str
    period: str
    unit: str
    written: str
    value: Decimal
    interval: Interval
    place: Place
    statement: int


def two_values(case: Case) -> Iterator[Remark]:
    """One series has two values for one year."""
    for names in _series(list(_points(case.plan))):
        by_period: dict[str, list[_Point]] = defaultdict(list)
        for points in names.values():
            for point in points:
                by_period[point.period].append(point)
        for period, points in sorted(by_period.items()):
            yield from _contradiction(period, points)


def odd_targets(case: Case) -> Iterator[Remark]:
    """Words name a target of another indicator of the plan that its own table does not have or has long passed."""
    told = set(map(_key, case.plan.claims))
    quoted = (one for one in in_reasons(case.plan) if _key(one) not in told)
    for claim in (*case.plan.claims, *quoted):
        if claim.role != "value" or not _is_target(claim.subject):
            continue
        for indicator, use in case.plan.uses():
            if use.code == claim.place.code or not is_about(claim.subject, indicator.name):
                continue
            yield from _odd_target(claim, indicator, use)


def _key(claim: Claim) -> tuple[str, str, str, Decimal]:
    return claim.place.code, squeezed(claim.subject), claim.period, claim.value


def _points(plan: Plan) -> Iterator[_Point]:
    for claims in statements(plan):
        for claim in claims:
            if claim.role in _ROLES and years_of(claim.period) and claim.unit:
                yield _Point(
                    _bare(claim.subject),
                    claim.period,
                    claim.unit,
                    claim.written,
                    claim.value,
                    interval_of(claim),
                    claim.place,
                    claim.statement,
                )


def _series(points: list[_Point]) -> Iterator[dict[tuple[str, str], list[_Point]]]:
    """Groups of names (subject and unit) that are one series."""
    names: dict[tuple[str, str], list[_Point]] = defaultdict(list)
    for point in points:
        names[(point.subject, point.unit)].append(point)
    group: dict[tuple[str, str], tuple[str, str]] = {name: name for name in names}
    cells: dict[tuple[str, str, Decimal], set[tuple[str, str]]] = defaultdict(set)
    for name, own in names.items():
        for point in own:
            if _digits(point.value) >= _TELLING:
                cells[(point.period, point.unit, point.value)].add(name)
    shared: dict[tuple[tuple[str, str], tuple[str, str]], int] = defaultdict(int)
    for together in cells.values():
        for one in together:
            for other in together:
                if one < other:
                    shared[(one, other)] += 1
    for (one, other), count in shared.items():
        if count >= 2 and not _parts_of_one(names[one], names[other]):
            old, new = group[other], group[one]
            group = {name: new if root == old else root for name, root in group.items()}
    roots: dict[tuple[str, str], dict[tuple[str, str], list[_Point]]] = defaultdict(dict)
    for name, root in group.items():
        roots[root][name] = names[name]
    yield from roots.values()


def _parts_of_one(one: list[_Point], other: list[_Point]) -> bool:
    """Whether both stand in one statement: then they are two rows of one table and not one series."""
    return bool({point.statement for point in one} & {point.statement for point in other})


def _digits(value: Decimal) -> int:
    return len(str(abs(value)).replace(".", "").strip("0"))


def _contradiction(period: str, points: list[_Point]) -> Iterator[Remark]:
    first = points[0]
    others = [one for one in points if not one.interval.meets(first.interval)]
    if not others:
        return
    shown: dict[Decimal, _Point] = {}
    for point in (first, *others):
        shown.setdefault(point.value, point)
    rough = any(is_rough(point.written) for point in shown.values())
    kept = list(shown.values())
    facts = {
        "subject": first.subject,
        "period": period,
        "values": " · ".join(f"{point.written}" for point in kept),
        "unit": first.unit,
    }
    yield Remark(
        Level.DOUBT if rough else Level.ERROR,
        f"series:{first.subject}:{period}",
        kept[-1].place,
        facts,
        tuple(point.place for point in points),
        tuple(point.written for point in kept),
    )


def _bare(subject: str) -> str:
    """A subject without spaces and dots; what stands in brackets still tells it from others."""
    return squeezed(subject)


def _is_target(subject: str) -> bool:
    return any(_bare(subject).endswith(word) for word in TARGET_WORDS)


def _odd_target(claim: Claim, indicator: Indicator, use: Use) -> Iterator[Remark]:
    years = years_of(claim.period)
    if not years or len(years) != 1 or claim.unit != indicator.unit:
        return
    own = indicator.target(use)
    if own is not None and own.year == years[0]:
        printed = own.as_written(indicator.unit).interval
        if printed is None or printed.meets(interval_of(claim)):
            return
    reached = [cell for cell in indicator.history(use).values() if cell.value is not None and cell.year < years[0]]
    latest = max(reached, key=lambda cell: cell.year, default=None)
    if own is not None and own.year == years[0]:
        other, kind = own, "target"
    elif latest is not None and latest.value is not None and indicator.direction.is_better(latest.value, claim.value):
        other, kind = latest, "passed"
    else:
        return
    facts = {
        "name": indicator.name,
        "year": claim.period,
        "stated": claim.written,
        "own": other.written,
        "own_year": str(other.year),
        "own_code": use.code,
        "case": kind,
    }
    object = f"{indicator.id}@{claim.place.code}"
    yield Remark(Level.DOUBT, object, claim.place, facts, (claim.place, other.place), (claim.written, other.written))
