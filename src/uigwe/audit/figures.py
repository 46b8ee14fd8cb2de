"""Claims as figures: which belong together, what each printed one may have been before it was rounded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from uigwe.plan import Claim, Indicator, Place, Plan, Use
from uigwe.values import EXACT, Interval, is_counted, rounded
from uigwe.values.written import read_number

ONE = Decimal(1)
HUNDRED = Decimal(100)


def statements(plan: Plan) -> Iterator[list[Claim]]:
    """The claims of each statement, in the order in which they are printed."""
    yield from together(plan.claims)


def together(claims: Iterable[Claim]) -> Iterator[list[Claim]]:
    """Claims by the statement they belong to."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.statement].append(claim)
    yield from found.values()


def row_of(indicator: Indicator, use: Use, *fields: str) -> tuple[Place, ...]:
    """Where an indicator's row stands: its name, its figures, which a narrow table prints lower down, and the cells that it is about."""
    target = indicator.target(use)
    found = [use.place, *([target.place] if target else []), *map(use.place_of, fields)]
    return tuple(dict.fromkeys(found))


def step_of(claim: Claim) -> Decimal:
    """One unit of the last printed digit, at the scale of the claim's unit."""
    read = read_number(claim.written)
    if read.value is not None and read.step is not None and read.value == claim.value:
        return read.step
    return Decimal(1).scaleb(int(claim.value.as_tuple().exponent))


def step_of_written(written: str) -> Decimal:
    """One unit of the last printed digit of a bare number; one when it cannot be read."""
    read = read_number(written)
    return read.step if read.step is not None else ONE


def interval_of(claim: Claim) -> Interval:
    """What the printed figure may have been. A whole number of counted things is exact."""
    if is_counted(claim.unit) and claim.value == claim.value.to_integral_value():
        return Interval.exactly(claim.value)
    return Interval.around(claim.value, step_of(claim))


def decimals_of(value: Decimal) -> int:
    """How many digits stand after the point."""
    return max(0, -int(value.as_tuple().exponent))


def says_the_same(computed: Decimal, stated: Decimal) -> bool:
    """Whether a computed number, rounded as the stated one is printed, is that number."""
    return rounded(computed, decimals_of(stated)) == stated


def shows_sign(written: str) -> bool:
    """Whether a figure is printed with a sign of its own: `△4.0%`, `+4.0%`. A black triangle may mean either."""
    return written.lstrip("( ").startswith(("+", "△", "-", "−", "–"))


def sum_of(intervals: Iterable[Interval]) -> Interval:
    """All sums that the parts may have."""
    total = Interval.exactly(Decimal(0))
    for one in intervals:
        total = total + one
    return total


def total_of(numbers: Iterable[Decimal]) -> Decimal:
    """The exact sum."""
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    return total


def mean_of(numbers: list[Decimal]) -> Decimal:
    """The arithmetic mean of at least one number."""
    return EXACT.divide(total_of(numbers), Decimal(len(numbers)))


def object_of(claim: Claim) -> str:
    """What a finding about a claim is about: its section and its subject, never its line."""
    return f"claim:{claim.place.code or claim.place.heading}:{claim.subject}"


def years_of(period: str) -> range | None:
    """The years of a period `2018..2022` or `2022`; None for months, quarters and nothing."""
    first, _, last = period.partition("..")
    if not (first.isdecimal() and len(first) == 4 and (not last or (last.isdecimal() and len(last) == 4))):
        return None
    return range(int(first), int(last or first) + 1)
