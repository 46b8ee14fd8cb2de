"""Exact decimals: rounding half up, plain writing, and intervals that hold what they must."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from uigwe.values import Interval, half_up, plain, rounded

decimals = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
shares = st.decimals(min_value=0, max_value=1, places=6)


@st.composite
def intervals(draw):
    """An interval and a number inside."""
    low, high = sorted((draw(decimals), draw(decimals)))
    inside = low + (high - low) * draw(shares)
    return Interval(low, high), inside


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [("0.5", 0, "1"), ("1.5", 0, "2"), ("2.5", 0, "3"), ("-0.5", 0, "-1"), ("90.05", 1, "90.1"), ("1250", -2, "1300")],
)
def test_a_half_goes_up_and_away_from_zero(value, decimals, shown):
    assert plain(half_up(Decimal(value), decimals)) == shown


@given(decimals, st.integers(0, 3))
def test_rounding_moves_by_half_a_step_at_most(value, places):
    step = Decimal(1).scaleb(-places)

    assert abs(half_up(value, places) - value) <= step / 2
    assert rounded(value, places, "floor") <= value <= rounded(value, places, "ceil")


@given(decimals)
def test_rounding_minus_is_minus_rounding(value):
    assert half_up(-value, 1) == -half_up(value, 1)


@given(decimals)
def test_a_plain_number_is_the_same_number_without_idle_signs(value):
    text = plain(value)

    assert Decimal(text) == value
    assert "E" not in text and text != "-0"
    assert "." not in text or not text.endswith(("0", "."))


@pytest.mark.parametrize("text", ["NaN", "Infinity"])
def test_what_is_no_number_is_not_written_as_one(text):
    with pytest.raises(ValueError, match="finite"):
        plain(Decimal(text))


@given(intervals(), intervals())
def test_sums_differences_and_products_hold_the_true_result(one, other):
    (first, a), (second, b) = one, other

    assert (first + second).holds(a + b)
    assert (first - second).holds(a - b)
    assert (first * second).holds(a * b)


@given(intervals(), intervals())
def test_a_quotient_holds_the_true_result_where_it_cannot_be_zero_below(one, other):
    (first, a), (second, b) = one, other
    assume(not second.holds(Decimal(0)))

    quotient = first / second

    assert quotient.low <= a / b + Decimal("1e-15") and a / b - Decimal("1e-15") <= quotient.high


@given(intervals(), intervals())
def test_where_zero_may_stand_below_there_is_no_quotient(one, other):
    (first, _), (second, _) = one, other
    assume(second.holds(Decimal(0)))

    with pytest.raises(ZeroDivisionError):
        first / second


@given(decimals, st.sampled_from(["0.1", "1", "10000"]))
def test_what_is_printed_lies_around_what_was_printed_from(value, step):
    shown = rounded(value, {"0.1": 1, "1": 0, "10000": -4}[step])

    assert Interval.around(shown, Decimal(step)).holds(value)


@given(intervals(), intervals())
def test_meeting_is_mutual(one, other):
    assert one[0].meets(other[0]) == other[0].meets(one[0])


def test_touching_at_an_end_is_not_meeting_but_a_number_at_the_end_is():
    around_40 = Interval.around(Decimal("40.0"), Decimal("0.1"))

    assert not around_40.meets(Interval.around(Decimal("40.1"), Decimal("0.1")))
    assert around_40.meets(Interval.exactly(Decimal("40.05")))


def test_an_interval_runs_upwards():
    with pytest.raises(ValueError, match="upwards"):
        Interval(Decimal(2), Decimal(1))
