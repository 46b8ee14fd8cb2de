"""The small words: numbers as written, intervals, units, directions, dates as written. Decimal only, standard library only."""

from uigwe.values.direction import Direction
from uigwe.values.interval import Interval
from uigwe.values.number import EXACT, half_up, plain, rounded
from uigwe.values.unit import is_counted, is_percentage, is_rate, is_unit, percent_signs, split_unit, to_won
from uigwe.values.when import When, moved_on, read_when
from uigwe.values.written import State, Written, read_number

__all__ = [
    "EXACT",
    "Direction",
    "Interval",
    "State",
    "When",
    "Written",
    "half_up",
    "is_counted",
    "is_percentage",
    "is_rate",
    "is_unit",
    "moved_on",
    "percent_signs",
    "plain",
    "read_number",
    "read_when",
    "rounded",
    "split_unit",
    "to_won",
]
