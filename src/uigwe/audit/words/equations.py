"""Equations that a reason prints of a mean over years: `∑(’19~’21년도)구매액/3 * 1.05 = 118.3조원`, and the yearly growth beside them."""

from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.words.names import QUOTE
from uigwe.reasons.patterns import pattern_of

_MEAN = pattern_of(
    rf"[∑Σ]\s?\(?\s?{QUOTE}?\s?(?P<first>\d{{2}}|20\d{{2}})\s?년?도?\s?[~∼～–-]\s?{QUOTE}?\s?(?P<last>\d{{2}}|20\d{{2}})\s?년?도?\s?\)?"
    r"[가-힣 ]{0,14}\s?[/÷]\s?(?P<count>\d)\s?[*×xX]\s?(?P<factor>\d(?:\.\d+)?|\d{2,3}(?:\.\d+)?\s?%)\s?=\s?(?P<yields>\d[\d,]*(?:\.\d+)?)"
)
_YEARLY = pattern_of(
    r"연평균\s?(?:증가율|성장률|증가|성장)\s?[(은는이:]?\s?약?\s?(?P<rate>\d+(?:\.\d+)?)\s?%(?!\s?[pP])"
)


@dataclass(frozen=True, slots=True)
class Equation:
    """The mean over these years, times a factor, yields so much; `rate` is the yearly growth that is told beside it, in per cent."""

    first: int
    last: int
    factor: Decimal
    yields: Decimal
    written: str
    rate: Decimal


def mean_with_growth(reason: str) -> Equation | None:
    """Such an equation with a yearly growth in the same reason."""
    match, told = _MEAN.search(reason), _YEARLY.search(reason)
    if match is None or told is None:
        return None
    first, last = (int(match[part]) + (2000 if len(match[part]) == 2 else 0) for part in ("first", "last"))
    if last - first + 1 != int(match["count"]) or last <= first:
        return None
    factor = match["factor"]
    times = Decimal(factor.rstrip("% ")) / (100 if factor.endswith("%") else 1)
    return Equation(
        first, last, times, Decimal(match["yields"].replace(",", "")), match["yields"], Decimal(told["rate"])
    )
