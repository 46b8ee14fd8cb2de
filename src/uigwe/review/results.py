"""Results against what was promised: the value from its parts, the share of a target that was reached, and what looks odd.

Nothing out of nothing is "not measured" (None), never zero. What looks odd is a question to whoever entered it, not a refusal.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from uigwe.values import EXACT, Direction, rounded

_HUNDRED = Decimal(100)
_DIVISION = re.compile(r"[/÷]")
_TIMES_HUNDRED = re.compile(r"[×xX*∗✕]\s*100(?![\d.,])|(?<![\d.,])100\s*[×xX*∗✕]")
# More than so many times the spread of the past away from its middle, and the past must say at least so much.
SPREADS, LEAST_PAST = Decimal(4), 3


class Period(StrEnum):
    """What a result is of: a quarter, a half, the whole year."""

    Q1 = "Q1"
    Q2 = "Q2"
    Q3 = "Q3"
    Q4 = "Q4"
    H1 = "H1"
    H2 = "H2"
    YEAR = "YEAR"


def period_name(year: int, period: Period) -> str:
    """`2023-Q1`, `2023-H1`, `2023`."""
    return str(year) if period is Period.YEAR else f"{year}-{period}"


def period_of(text: str, year: int) -> Period | None:
    """The period of a name, when it is one of that year."""
    return next((one for one in Period if period_name(year, one) == text.strip()), None)


class Odd(StrEnum):
    """Why a result is asked about."""

    OUTSIDE_PAST = "outside-past"
    SIGN = "sign"
    HUNDREDFOLD = "hundredfold"
    FALLS = "falls"
    PART_ABOVE_WHOLE = "part-above-whole"


def is_ratio(formula: str) -> bool:
    """Whether a printed formula is one thing divided by another, so that both parts give the value."""
    return len(_DIVISION.findall(formula)) == 1


def computed(
    numerator: Decimal | None, denominator: Decimal | None, formula: str, unit: str, decimals: int
) -> Decimal | None:
    """The value from its parts; None when the formula is no plain ratio, a part is missing, or nothing stands below."""
    if numerator is None or denominator is None or denominator == 0 or not is_ratio(formula):
        return None
    ratio = EXACT.divide(numerator, denominator)
    whole = unit in ("%", "%p") or bool(_TIMES_HUNDRED.search(formula))
    return rounded(EXACT.multiply(ratio, _HUNDRED) if whole else ratio, decimals)


def reached(result: Decimal | None, target: Decimal | None, direction: Direction) -> Decimal | None:
    """How much of the target was reached, in per cent, to one place; None when that cannot be said.

    Where more is better: result ÷ target. Where less is better: 1 + (target − result) ÷ target, so that a result of nothing
    is twice the target and one of twice the target is nothing.
    """
    if result is None or target is None or target <= 0:
        return None
    share = EXACT.divide(result, target)
    if direction is Direction.DOWN:
        share = EXACT.subtract(Decimal(2), share)
    return rounded(EXACT.multiply(max(share, Decimal(0)), _HUNDRED), 1)


def is_met(result: Decimal | None, target: Decimal | None, direction: Direction) -> bool | None:
    """Whether the target was met; None when nothing was measured."""
    return None if result is None or target is None else not direction.is_better(target, result)


@dataclass(frozen=True, slots=True)
class Oddity:
    """One question about a result, with the figure it rests on."""

    why: Odd
    beside: Decimal | None = None


def oddities(
    value: Decimal | None,
    *,
    past: Mapping[int, Decimal],
    unit: str = "",
    earlier: Decimal | None = None,
    cumulative: bool = False,
    numerator: Decimal | None = None,
    denominator: Decimal | None = None,
) -> tuple[Oddity, ...]:
    """What looks odd about a result beside the printed past, what was reported earlier in the year, and its own parts."""
    if value is None:
        return ()
    found: list[Oddity] = []
    known = [past[year] for year in sorted(past)]
    if known and all(one > 0 for one in known) and value < 0:
        found.append(Oddity(Odd.SIGN, known[-1]))
    scale = _hundredfold(value, known)
    if scale is not None:
        found.append(Oddity(Odd.HUNDREDFOLD, scale))
    elif _far_from(value, known):
        found.append(Oddity(Odd.OUTSIDE_PAST, known[-1]))
    if cumulative and earlier is not None and value < earlier:
        found.append(Oddity(Odd.FALLS, earlier))
    if unit == "%" and numerator is not None and denominator is not None and 0 < denominator < numerator:
        found.append(Oddity(Odd.PART_ABOVE_WHOLE, denominator))
    return tuple(found)


def _hundredfold(value: Decimal, known: Sequence[Decimal]) -> Decimal | None:
    """The last past value when a hundred times the result, or a hundredth of it, would lie beside the past and it itself does not."""
    if not known or value == 0 or known[-1] == 0:
        return None
    low, high = min(known), max(known)
    half, double = EXACT.divide(low, Decimal(2)), EXACT.multiply(high, Decimal(2))
    if half <= value <= double:
        return None
    moved = (EXACT.multiply(value, _HUNDRED), EXACT.divide(value, _HUNDRED))
    return known[-1] if any(half <= one <= double for one in moved) else None


def _far_from(value: Decimal, known: Sequence[Decimal]) -> bool:
    """Whether a value lies more spreads from the middle of the past than the past gives reason to expect."""
    if len(known) < LEAST_PAST:
        return False
    middle = EXACT.divide(sum(known, Decimal(0)), Decimal(len(known)))
    # The widest step of the past: with three or four values it says more than a deviation does. Never less than a tenth.
    spread = max(
        max(known) - min(known), EXACT.divide(abs(middle), Decimal(10)), key=lambda one: one
    )  # a past that never moved has no spread of its own
    return spread > 0 and abs(EXACT.subtract(value, middle)) > EXACT.divide(EXACT.multiply(SPREADS, spread), Decimal(2))
