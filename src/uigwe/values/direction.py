"""Which way is good."""

from decimal import Decimal
from enum import StrEnum


class Direction(StrEnum):
    """Whether more (`up`) or less (`down`) of an indicator is better."""

    UP = "up"
    DOWN = "down"

    def is_better(self, one: Decimal, other: Decimal) -> bool:
        """Whether `one` is strictly better than `other`."""
        return one > other if self is Direction.UP else one < other
