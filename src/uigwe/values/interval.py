"""A printed number stands for every number that would be printed so: 88 is anything from 87.5 to 88.5."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.values.number import EXACT


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an interval runs upwards: {self.low} > {self.high}")

    @classmethod
    def exactly(cls, value: Decimal) -> "Interval":
        """The interval that holds one number."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Decimal, step: Decimal) -> "Interval":
        """What a number printed to the nearest `step` may have been before it was rounded."""
        half = EXACT.divide(step, Decimal(2))
        return cls(EXACT.subtract(value, half), EXACT.add(value, half))

    def meets(self, other: "Interval") -> bool:
        """Whether one number may lie in both. Touching at an end is not meeting: 40.05 is printed 40.1, never 40.0."""
        if self.low == self.high or other.low == other.high:
            return self.low <= other.high and other.low <= self.high
        return self.low < other.high and other.low < self.high

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies inside."""
        return self.low <= value <= self.high

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(EXACT.add(self.low, other.low), EXACT.add(self.high, other.high))

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(EXACT.subtract(self.low, other.high), EXACT.subtract(self.high, other.low))

    def __mul__(self, other: "Interval") -> "Interval":
        return _hull([EXACT.multiply(a, b) for a in self.ends for b in other.ends])

    def __truediv__(self, other: "Interval") -> "Interval":
        """Raises ZeroDivisionError when zero may lie below: nothing out of nothing is not a number."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        return _hull([EXACT.divide(a, b) for a in self.ends for b in other.ends])

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """Both ends, the lower first."""
        return self.low, self.high


def _hull(numbers: Sequence[Decimal]) -> Interval:
    return Interval(min(numbers), max(numbers))
