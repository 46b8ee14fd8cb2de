"""What the figure of a period counts, and with that: what it may be laid beside, how far the year is, and what looks odd.

A sum since January is no year before December, and a quarter alone is none at all: neither is laid beside printed years as if
it were one. What looks odd is a question to whoever entered it, not a refusal.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from uigwe.review.results import Period, is_met
from uigwe.values import EXACT, Direction, is_rate

_TWO, _HUNDRED = Decimal(2), Decimal(100)
# More than so many times the spread of the past away from its middle, and the past must say at least so much.
SPREADS, LEAST_PAST = Decimal(4), 3
_QUARTERS: Mapping[Period, frozenset[int]] = MappingProxyType(
    {
        Period.Q1: frozenset({1}), Period.Q2: frozenset({2}), Period.Q3: frozenset({3}), Period.Q4: frozenset({4}),
        Period.H1: frozenset({1, 2}), Period.H2: frozenset({3, 4}), Period.YEAR: frozenset({1, 2, 3, 4}),
    }
)  # fmt: skip


class Counting(StrEnum):
    """What a figure counts: everything since January, everything since the programme began, that period alone, or how things
    stand at its end (a rate, a score, a stock)."""

    YEAR_TO_DATE = "year-to-date"
    RUNNING = "running"
    PERIOD = "period"
    POINT = "point"


SUMS = frozenset({Counting.YEAR_TO_DATE, Counting.RUNNING})


@dataclass(frozen=True, slots=True)
class Told:
    """What an indicator, its formula and its past say by themselves: whether they speak of a sum, of one that starts from
    nothing, or of a state; whether the value is a ratio; whether the past ever fell."""

    of_sum: bool = False
    from_nothing: bool = False
    of_state: bool = False
    ratio: bool = False
    unit: str = ""
    past: tuple[Decimal, ...] = ()


class Because(StrEnum):
    """Why a way of counting is proposed."""

    LAST_YEAR = "last-year"
    WORDS = "words"
    NEVER_FELL = "never-fell"
    RATE = "rate"
    COUNT = "count"


def proposed(told: Told, last_year: Counting | None = None) -> tuple[Counting, Because]:
    """The way of counting that is proposed for an indicator, and why. Somebody confirms it before figures are judged by it."""
    if last_year is not None:
        return last_year, Because.LAST_YEAR
    if told.from_nothing:
        return Counting.YEAR_TO_DATE, Because.WORDS
    if told.ratio or is_rate(told.unit):
        return Counting.POINT, Because.RATE
    if told.of_sum:
        rose = len(told.past) > 1 and list(told.past) == sorted(told.past)
        return (Counting.RUNNING, Because.NEVER_FELL) if rose else (Counting.YEAR_TO_DATE, Because.WORDS)
    if told.of_state:
        return Counting.POINT, Because.WORDS
    return Counting.YEAR_TO_DATE, Because.COUNT


def adds_up(counting: Counting | None, unit: str, ratio: bool) -> bool:
    """Whether the figures of the quarters make the year's by being added: of a period alone, and no rate."""
    return counting is Counting.PERIOD and not ratio and not is_rate(unit)


def is_whole(period: Period, counting: Counting, adds: bool) -> bool:
    """Whether the figure of this period may be laid beside figures of whole years, and beside the target of the year."""
    if period is Period.YEAR:
        return True
    if counting is Counting.YEAR_TO_DATE:
        return 4 in _QUARTERS[period]
    return not adds


# ── how far the year is ──────────────────────────────────────────────────────────────────────────────────────────────


class Standing(StrEnum):
    """Where a target stands. Before the year is over only what cannot change any more is called met or missed."""

    MET = "met"
    MISSED = "missed"
    UNDER_WAY = "under-way"
    NONE = "none"


def standing(
    value: Decimal | None, target: Decimal | None, direction: Direction, upto: int, counting: Counting | None
) -> Standing:
    """Where a target stands by what is known up to the end of this quarter."""
    met = is_met(value, target, direction)
    if met is None:
        return Standing.NONE
    # A sum does not become smaller again: a target that it passed is met, or missed, already.
    settled = counting in SUMS and met is (direction is Direction.UP)
    if upto < 4 and not settled:
        return Standing.UNDER_WAY
    return Standing.MET if met else Standing.MISSED


def upto(period: Period) -> int:
    """The quarter with which a period ends."""
    return max(_QUARTERS[period])


def so_far(figures: Mapping[Period, Decimal]) -> tuple[Decimal, int] | None:
    """The year as far as figures of single periods make it up, without a gap from January on, and up to which quarter."""
    if Period.YEAR in figures:
        return figures[Period.YEAR], 4
    total, quarter = Decimal(0), 0
    for half, first, second in ((Period.H1, Period.Q1, Period.Q2), (Period.H2, Period.Q3, Period.Q4)):
        if first in figures and second in figures:
            total = EXACT.add(total, EXACT.add(figures[first], figures[second]))
        elif half in figures:
            total = EXACT.add(total, figures[half])
        elif first in figures:
            return EXACT.add(total, figures[first]), quarter + 1
        else:
            break
        quarter += 2
    return (total, quarter) if quarter else None


# ── what looks odd ───────────────────────────────────────────────────────────────────────────────────────────────────


class Odd(StrEnum):
    """Why a result is asked about."""

    OUTSIDE_PAST = "outside-past"
    ABOVE_YEAR = "above-year"
    SIGN = "sign"
    HUNDREDFOLD = "hundredfold"
    FALLS = "falls"
    TWO_FIGURES = "two-figures"
    NOT_THE_SUM = "not-the-sum"
    PART_ABOVE_WHOLE = "part-above-whole"


_BESIDE_PAST = frozenset({Odd.OUTSIDE_PAST, Odd.ABOVE_YEAR, Odd.HUNDREDFOLD})


@dataclass(frozen=True, slots=True)
class Oddity:
    """One question about a result, with the figure it rests on."""

    why: Odd
    beside: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A result with what it may be laid beside: printed years, the same period of earlier years, other periods of its year."""

    value: Decimal | None
    period: Period = Period.YEAR
    unit: str = ""
    ratio: bool = False
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    past: Mapping[int, Decimal] = field(default_factory=dict)
    same: Mapping[int, Decimal] = field(default_factory=dict)
    others: Mapping[Period, Decimal] = field(default_factory=dict)


def oddities(figure: Figure, counting: Counting | None = None) -> tuple[Oddity, ...]:
    """What looks odd about a result. While nobody said what it counts: only what would be odd whatever it counted."""
    if figure.value is None:
        return ()
    if counting is not None:
        return tuple(_of_counting(figure, figure.value, counting))
    every = [_of_counting(figure, figure.value, one) for one in Counting]
    return tuple(one for one in every[-1] if all(any(_alike(one, other) for other in found) for found in every))


def _alike(one: Oddity, other: Oddity) -> bool:
    return one.why is other.why or {one.why, other.why} <= _BESIDE_PAST


def _of_counting(figure: Figure, value: Decimal, counting: Counting) -> list[Oddity]:
    found: list[Oddity] = []
    adds = adds_up(counting, figure.unit, figure.ratio)
    whole = is_whole(figure.period, counting, adds)
    years = [figure.past[year] for year in sorted(figure.past)]
    same = [figure.same[year] for year in sorted(figure.same)]
    if years and all(one > 0 for one in years) and value < 0:
        found.append(Oddity(Odd.SIGN, years[-1]))
    odd = _beside_like(value, years if whole else same)
    if odd is None and not whole:
        odd = _above_the_year(value, years, _share(figure.period, counting))
    if odd is not None:
        found.append(odd)
    if counting in SUMS:
        found += _of_a_sum(figure, value, years if counting is Counting.RUNNING else [])
    if adds:
        found += _of_parts(figure, value)
    up, down = figure.numerator, figure.denominator
    if figure.unit == "%" and up is not None and down is not None and 0 < down < up:
        found.append(Oddity(Odd.PART_ABOVE_WHOLE, down))
    return found


def _beside_like(value: Decimal, known: Sequence[Decimal]) -> Oddity | None:
    """Beside figures of the same kind: a hundred times as much or as little, or far from all of them."""
    scale = _hundredfold(value, known)
    if scale is not None:
        return Oddity(Odd.HUNDREDFOLD, scale)
    return Oddity(Odd.OUTSIDE_PAST, known[-1]) if _far_from(value, known) else None


def _share(period: Period, counting: Counting) -> Decimal:
    """How much of the year lies in the figure of a period when things go evenly."""
    quarters = max(_QUARTERS[period]) if counting in SUMS else len(_QUARTERS[period])
    return EXACT.divide(Decimal(quarters), Decimal(4))


def _above_the_year(value: Decimal, years: Sequence[Decimal], share: Decimal) -> Oddity | None:
    """Part of a year beside whole years: little of it says nothing, more than a year ever brought is asked about."""
    if not years or min(years) <= 0 or value <= EXACT.multiply(max(years), _TWO):
        return None
    hundredth = EXACT.divide(value, _HUNDRED)
    low, high = EXACT.multiply(share, min(years)), max(years)
    if EXACT.divide(low, _TWO) <= hundredth <= EXACT.multiply(high, _TWO):
        return Oddity(Odd.HUNDREDFOLD, years[-1])
    return Oddity(Odd.ABOVE_YEAR, max(years)) if len(years) >= LEAST_PAST else None


def _of_a_sum(figure: Figure, value: Decimal, years: Sequence[Decimal]) -> list[Oddity]:
    """A sum does not fall from one period to the next, and says one thing of one day."""
    here = upto(figure.period)
    before = [one for period, one in figure.others.items() if upto(period) < here]
    after = [one for period, one in figure.others.items() if upto(period) > here]
    twice = [one for period, one in figure.others.items() if upto(period) == here and one != value]
    found = []
    if before and value < max(before):
        found.append(Oddity(Odd.FALLS, max(before)))
    elif after and value > min(after):
        found.append(Oddity(Odd.FALLS, min(after)))
    elif years and value < years[-1]:
        found.append(Oddity(Odd.FALLS, years[-1]))
    if twice:
        found.append(Oddity(Odd.TWO_FIGURES, twice[0]))
    return found


def _of_parts(figure: Figure, value: Decimal) -> list[Oddity]:
    """The quarters make up the half, the halves the year."""
    known = {**figure.others, figure.period: value}
    for whole, parts in (
        (Period.H1, (Period.Q1, Period.Q2)),
        (Period.H2, (Period.Q3, Period.Q4)),
        (Period.YEAR, (Period.H1, Period.H2)),
        (Period.YEAR, (Period.Q1, Period.Q2, Period.Q3, Period.Q4)),
    ):
        if whole not in known or figure.period not in (whole, *parts) or any(one not in known for one in parts):
            continue
        total = sum((known[one] for one in parts), Decimal(0))
        if abs(EXACT.subtract(total, known[whole])) > _slack([known[whole], *(known[one] for one in parts)]):
            return [Oddity(Odd.NOT_THE_SUM, total)]
    return []


def _slack(figures: Collection[Decimal]) -> Decimal:
    """By how much rounded figures may miss their sum: half of the coarsest last digit for each; nothing where all are whole."""
    places = max(int(one.as_tuple().exponent) for one in figures)
    return Decimal(0) if places >= 0 else EXACT.divide(Decimal(len(figures)).scaleb(places), _TWO)


def _hundredfold(value: Decimal, known: Sequence[Decimal]) -> Decimal | None:
    """The last past value when a hundred times the result, or a hundredth of it, would lie beside the past and it itself does not."""
    if not known or value == 0 or known[-1] == 0:
        return None
    half, double = EXACT.divide(min(known), _TWO), EXACT.multiply(max(known), _TWO)
    if half <= value <= double:
        return None
    moved = (EXACT.multiply(value, _HUNDRED), EXACT.divide(value, _HUNDRED))
    return known[-1] if any(half <= one <= double for one in moved) else None


def _far_from(value: Decimal, known: Sequence[Decimal]) -> bool:
    """Whether a value lies more spreads from the middle of the past than the past gives reason to expect."""
    if len(known) < LEAST_PAST:
        return False
    middle = EXACT.divide(sum(known, Decimal(0)), Decimal(len(known)))
    # The widest step of the past: with three or four values it says more than a deviation does. Never less than a tenth,
    # for a past that never moved has no spread of its own.
    spread = max(max(known) - min(known), EXACT.divide(abs(middle), Decimal(10)))
    return spread > 0 and abs(EXACT.subtract(value, middle)) > EXACT.divide(EXACT.multiply(SPREADS, spread), _TWO)
