"""Times as documents misprint them."""

from datetime import date

import pytest

from uigwe.values import read_when


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("’22.12.월", date(2022, 12, 1), date(2022, 12, 31)),
        ("‘23,9월", date(2023, 9, 1), date(2023, 9, 30)),
        ("23.4~5월", date(2023, 4, 1), date(2023, 5, 31)),
    ],
)
def test_a_slip_of_the_pen_is_still_a_month(printed: str, start: date, end: date):
    when = read_when(printed, 2023)

    assert (when.start, when.end) == (start, end)
