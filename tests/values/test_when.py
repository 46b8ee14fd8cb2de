"""Dates as milestones print them."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every import every
from uigwe.values import read_when

YEAR = 2023


@every(
    [
        ("’23.3월", "2023-03-01", "2023-03-31"),
        ("’23.4~6월", "2023-04-01", "2023-06-30"),
        ("’23.1월~", "2023-01-01", None),
        ("~’23.12월", None, "2023-12-31"),
        ("’23.1.15", "2023-01-15", "2023-01-15"),
        ("’23.上", "2023-01-01", "2023-06-30"),
        ("하반기", "2023-07-01", "2023-12-31"),
        ("1분기", "2023-01-01", "2023-03-31"),
        ("’22.12월~’23.2월", "2022-12-01", "2023-02-28"),
        ("4·8·12월", "2023-04-01", "2023-12-31"),
        ("5월 초순", "2023-05-01", "2023-05-10"),
        ("연말", "2023-12-01", "2023-12-31"),
        ("2024.2월", "2024-02-01", "2024-02-29"),
    ],
)
def test_a_time_is_read_as_its_first_and_last_day(text, start, end):
    when = read_when(text, YEAR)

    assert (when.start and when.start.isoformat(), when.end and when.end.isoformat()) == (start, end)


@pytest.mark.parametrize("text", ["상시", "연중", "수시", "매월", "분기별 1회", "4·8·12월", "’23.1~12월(매월)"])
def test_what_stands_or_recurs_is_marked(text):
    assert read_when(text, YEAR).recurring


@pytest.mark.parametrize("text", ["분기", "추후", "’23.13월", "12월~2월", "협의 후", ""])
def test_what_is_no_time_comes_back_without_days(text):
    assert not read_when(text, YEAR).understood


@given(
    st.integers(1, 12), st.integers(1, 12), st.sampled_from(["’23.{}월", "{}월", "2023.{}월", "‘23.{}", "’23년 {}월"])
)
def test_a_range_of_months_runs_from_the_first_day_to_the_last(one, other, form):
    first, last = sorted((one, other))

    when = read_when(f"{form.format(first)}~{last}월", YEAR)

    assert when.start == date(YEAR, first, 1)
    assert when.end == date(YEAR, last, calendar.monthrange(YEAR, last)[1])


@given(st.dates(date(2020, 1, 1), date(2029, 12, 31)))
def test_a_day_is_that_day(day):
    when = read_when(f"’{day:%y}.{day.month}.{day.day}", YEAR)

    assert (when.start, when.end) == (day, day)


@given(
    st.text(alphabet="’'‘0123456789.~-월일년분기상하반 초중말순연시매·,/()上下", max_size=24), st.integers(2000, 2099)
)
def test_any_words_are_read_without_error_and_in_order(text, year):
    when = read_when(text, year)

    assert when.text == text
    assert not (when.start and when.end) or when.start <= when.end
