"""Figures of a reason that follow from others: they need not be used once more to prove what it comes to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from uigwe.values import rounded

_HUNDRED = Decimal(100)
_FINEST = 12  # places: a mean that does not come to an end is no printed figure
_FEW = 4  # times a deviation


def in_an_equation(value: Decimal, others: Sequence[Decimal]) -> bool:
    """Whether a figure is told elsewhere, or follows from two others: then it need not be used once more."""
    rest = list(others)
    rest.remove(value)
    if value in rest:
        return True
    places = min(_FINEST, max(0, -int(value.as_tuple().exponent)))
    value = rounded(value, places)
    return any(rounded(one, places) == value for one in _following(rest)) or (
        value < _FEW and any(one - other == value * third for one, other, third in permutations(rest, 3))
    )


def _following(rest: Sequence[Decimal]) -> Iterator[Decimal]:
    """What follows from one or two figures: the one, twice and half of each, sums, differences, means, parts, ratios."""
    yield Decimal(1)
    for one in rest:
        yield from (one * 2, one / 2)
    for one, other in permutations(rest, 2):
        yield from (one + other, one - other, (one + other) / 2, one * other, one * (1 + other), one * (1 - other))
        if other:
            yield from (one / other, one / other * _HUNDRED, one / other - 1, 1 - one / other)
        if abs(other) < 1:
            yield from (one / (1 + other), one / (1 - other))
