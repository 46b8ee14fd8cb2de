"""What a figure counts decides what it is laid beside: a quarter is not a year."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every import every
from uigwe.review.counting import (
    Because,
    Counting,
    Figure,
    Odd,
    Standing,
    Told,
    oddities,
    proposed,
    so_far,
    standing,
    upto,
)
from uigwe.review.results import Period
from uigwe.values import Direction

UP, DOWN = Direction.UP, Direction.DOWN
YTD, RUNNING, PERIOD, POINT = Counting
Q1, Q2, Q3, Q4, H1, H2, YEAR = Period
PAST = {2020: D(80), 2021: D(84), 2022: D(88)}
COUNTS = {2020: D(800), 2021: D(840), 2022: D(880)}


def odd(value: str, counting: Counting | None = POINT, **words: object) -> list[Odd]:
    return [one.why for one in oddities(Figure(D(value), **{"past": PAST, **words}), counting)]


# ── the whole year, and a state ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("counting", [None, *Counting])
def test_a_year_like_the_past_is_not_asked_about_whatever_it_counts(counting):
    past = {2020: D(80), 2021: D(88), 2022: D(79)}  # what runs on would be asked about where it fell
    assert odd("91", counting, past=past) == odd("79", counting, past=past) == odd("96", counting, past=past) == []


@every(
    [
        ("-91", Odd.SIGN),
        ("0.91", Odd.HUNDREDFOLD),
        ("9100", Odd.HUNDREDFOLD),
        ("20", Odd.OUTSIDE_PAST),
        ("300", Odd.OUTSIDE_PAST),
    ],
    [None, *Counting],
)
def test_a_year_unlike_the_past_is_asked_about_whatever_it_counts(value, why, counting):
    assert why in odd(value, counting)


def test_a_state_is_laid_beside_the_past_in_every_quarter():
    assert odd("0.91", period=Q1) == [Odd.HUNDREDFOLD]
    assert odd("91", period=Q1) == []


def test_a_short_past_says_little():
    assert odd("20", past={2022: D(88)}) == []


def test_a_part_above_its_whole_is_asked_about():
    assert odd("90", unit="%", numerator=D(12), denominator=D(10)) == [Odd.PART_ABOVE_WHOLE]
    assert odd("90", unit="점", numerator=D(12), denominator=D(10)) == []


def test_nothing_is_nothing_to_ask_about():
    assert oddities(Figure(None, past=PAST)) == ()


# ── sums and single periods ──────────────────────────────────────────────────────────────────────────────────────────


@every([(Q1, "8"), (Q1, "200"), (H1, "430"), (Q2, "90"), (Q3, "610"), (Q1, "0")], [YTD, PERIOD, None])
def test_part_of_a_year_is_not_laid_beside_years_as_if_it_were_one(period, value, counting):
    assert odd(value, counting, period=period, past=COUNTS, unit="건") == []


@pytest.mark.parametrize("period", [Q4, H2])
def test_a_sum_at_the_end_of_the_year_is_the_year(period):
    assert odd("150", YTD, period=period, past=COUNTS) == [Odd.OUTSIDE_PAST]
    assert odd("150", PERIOD, period=period, past=COUNTS, unit="건") == []


def test_part_of_a_year_above_what_years_brought_is_asked_about():
    assert odd("2000", YTD, period=Q2, past=COUNTS) == [Odd.ABOVE_YEAR]
    assert odd("21000", YTD, period=Q1, past=COUNTS) == [Odd.HUNDREDFOLD]
    assert odd("21000", PERIOD, period=Q1, past=COUNTS, unit="건") == [Odd.HUNDREDFOLD]
    assert odd("21000", None, period=Q1, past=COUNTS, unit="건"), "whatever it counts, it is too much"


def test_the_same_quarter_of_earlier_years_is_what_a_quarter_is_laid_beside():
    same = {2020: D(200), 2021: D(210), 2022: D(220)}
    assert odd("215", YTD, period=Q1, past=COUNTS, same=same) == []
    assert odd("2.15", YTD, period=Q1, past=COUNTS, same=same) == [Odd.HUNDREDFOLD]
    assert odd("20", YTD, period=Q1, past=COUNTS, same=same) == [Odd.OUTSIDE_PAST]


def test_a_rate_of_one_quarter_is_a_rate():
    assert odd("0.91", PERIOD, period=Q1, unit="%") == [Odd.HUNDREDFOLD]
    assert odd("0.91", PERIOD, period=Q1, unit="명", ratio=True) == [Odd.HUNDREDFOLD]


def test_a_sum_does_not_fall():
    assert odd("35", YTD, period=Q3, past={}, others={Q1: D(20), Q2: D(40)}) == [Odd.FALLS]
    assert odd("45", YTD, period=Q2, past={}, others={Q1: D(20), Q3: D(40)}) == [Odd.FALLS]
    assert odd("45", YTD, period=Q3, past={}, others={Q1: D(20), Q2: D(40)}) == []
    for counting in (PERIOD, POINT, None):
        assert odd("35", counting, period=Q3, past={}, unit="건", others={Q1: D(20), Q2: D(40)}) == []


def test_a_sum_says_one_thing_of_one_day():
    assert odd("41", YTD, period=H1, past={}, others={Q2: D(40)}) == [Odd.TWO_FIGURES]
    assert odd("40", YTD, period=H1, past={}, others={Q2: D(40)}) == []
    assert odd("41", POINT, period=H1, past={}, others={Q2: D(40)}) == []


def test_what_runs_on_does_not_fall_below_last_year():
    assert odd("86", RUNNING, period=Q1) == [Odd.FALLS]
    assert odd("89", RUNNING, period=Q1) == []


def test_quarters_make_up_the_half_and_the_year():
    def of(value: str, period: Period, **others: str) -> list[Odd]:
        return odd(
            value, PERIOD, period=period, past={}, unit="건", others={Period[k]: D(v) for k, v in others.items()}
        )

    assert of("55", H1, Q1="20", Q2="40") == [Odd.NOT_THE_SUM]
    assert of("60", H1, Q1="20", Q2="40") == []
    assert of("100", YEAR, H1="60", H2="41") == [Odd.NOT_THE_SUM]
    assert of("40", Q2, Q1="20", H1="61") == [Odd.NOT_THE_SUM], "whichever of them comes last"
    assert of("60.1", H1, Q1="20.0", Q2="40.0") == [], "rounded figures may miss by their last digits"
    assert of("60.3", H1, Q1="20.0", Q2="40.0") == [Odd.NOT_THE_SUM]


# ── how far the year is ──────────────────────────────────────────────────────────────────────────────────────────────


@every(
    [
        (None, 4, UP, YTD, Standing.NONE),
        (D(30), 1, UP, YTD, Standing.UNDER_WAY),
        (D(30), 1, UP, POINT, Standing.UNDER_WAY),
        (D(30), 1, UP, None, Standing.UNDER_WAY),
        (D(120), 2, UP, YTD, Standing.MET),
        (D(120), 2, UP, RUNNING, Standing.MET),
        (D(120), 2, UP, POINT, Standing.UNDER_WAY),
        (D(120), 2, DOWN, YTD, Standing.MISSED),
        (D(30), 2, DOWN, YTD, Standing.UNDER_WAY),
        (D(30), 4, DOWN, YTD, Standing.MET),
        (D(30), 4, UP, None, Standing.MISSED),
        (D(120), 4, UP, None, Standing.MET),
    ],
)
def test_before_the_year_is_over_only_what_cannot_change_is_met_or_missed(value, quarter, direction, counting, found):
    assert standing(value, D(100), direction, quarter, counting) is found


@every(
    [
        ({}, None),
        ({Q1: 5}, (5, 1)),
        ({Q1: 5, Q2: 6}, (11, 2)),
        ({H1: 12}, (12, 2)),
        ({H1: 12, Q3: 3}, (15, 3)),
        ({Q1: 5, Q3: 3}, (5, 1)),
        ({Q2: 5}, None),
        ({Q1: 5, Q2: 6, H2: 10}, (21, 4)),
        ({H1: 12, Q4: 9}, (12, 2)),
        ({Q1: 5, YEAR: 40}, (40, 4)),
    ],
)
def test_the_year_as_far_as_single_periods_make_it_up(figures, found):
    assert so_far({period: D(one) for period, one in figures.items()}) == found


def test_periods_end_with_a_quarter():
    assert [upto(one) for one in Period] == [1, 2, 3, 4, 2, 4, 4]


# ── what is proposed ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("told", "last_year", "found"),
    [
        (Told(unit="건"), None, (YTD, Because.COUNT)),
        (Told(unit="%"), None, (POINT, Because.RATE)),
        (Told(unit="명", ratio=True), None, (POINT, Because.RATE)),
        (Told(unit="%", from_nothing=True), None, (YTD, Because.WORDS)),
        (Told(unit="개사", of_state=True), None, (POINT, Because.WORDS)),
        (Told(unit="건", of_sum=True, past=(D(5), D(9))), None, (RUNNING, Because.NEVER_FELL)),
        (Told(unit="건", of_sum=True, past=(D(9), D(5))), None, (YTD, Because.WORDS)),
        (Told(unit="건", of_sum=True), None, (YTD, Because.WORDS)),
        (Told(unit="건"), PERIOD, (PERIOD, Because.LAST_YEAR)),
    ],
)
def test_a_way_of_counting_is_proposed_with_its_reason(told, last_year, found):
    assert proposed(told, last_year) == found


NUMBERS = st.decimals(min_value=-(10**14), max_value=10**14, places=4)
YEARS = st.dictionaries(st.integers(2015, 2023), NUMBERS, max_size=5)


@given(NUMBERS, st.sampled_from(Period), YEARS, YEARS, st.dictionaries(st.sampled_from(Period), NUMBERS), NUMBERS)
def test_no_figures_break_it_and_undeclared_asks_no_more_than_any_declaration(value, period, past, same, others, part):
    others.pop(period, None)
    figure = Figure(value, period, "건", False, part, part, past, same, others)
    asked = {counting: oddities(figure, counting) for counting in Counting}
    assert all(asked.values()) or not oddities(figure)
    so_far(others)
