"""Results against what was promised: the value from its parts, and the share of a target that was reached.

Nothing out of nothing is "not measured" (None), never zero.
"""

import re
from decimal import Decimal
from enum import StrEnum

from uigwe.values import EXACT, Direction, rounded

_HUNDRED = Decimal(100)
_DIVISION = re.compile(r"[/÷]")
_TIMES_HUNDRED = re.compile(r"[×xX*∗✕]\s*100(?![\d.,])|(?<![\d.,])100\s*[×xX*∗✕]")


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
