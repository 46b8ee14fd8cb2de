"""Results: computed from their parts, held against targets, asked about when they look odd."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every import every
from uigwe.review.results import Period, computed, is_met, is_ratio, period_name, period_of, reached
from uigwe.values import Direction

UP, DOWN = Direction.UP, Direction.DOWN
RATIO = "지급액 ÷ 사업규모 × 100"


@pytest.mark.parametrize(
    ("formula", "unit", "value"),
    [
        (RATIO, "%", D("88.3")),
        ("지급액 / 사업규모", "%", D("88.3")),
        ("지급액 / 사업규모 × 100", "점", D("88.3")),
        ("지급액 / 기업수", "백만원", D("0.9")),
        ("만족도 조사 점수", "점", None),
        ("A/B×0.5 + C/D×0.5", "%", None),
    ],
)
def test_a_value_comes_from_its_parts_where_the_formula_is_one_division(formula, unit, value):
    assert computed(D(883), D(1000), formula, unit, 1) == value


def test_nothing_below_is_not_measured_and_neither_is_a_missing_part():
    assert computed(D(1), D(0), RATIO, "%", 1) is None
    assert computed(None, D(1), RATIO, "%", 1) is None
    assert computed(D(1), None, RATIO, "%", 1) is None


def test_a_half_is_rounded_up():
    assert computed(D(8855), D(10000), RATIO, "%", 1) == D("88.6")


def test_years_and_quarters_have_names():
    assert [period_name(2023, one) for one in (Period.Q1, Period.H2, Period.YEAR)] == ["2023-Q1", "2023-H2", "2023"]
    assert period_of("2023-Q3", 2023) is Period.Q3
    assert period_of("2024-Q3", 2023) is None
    assert is_ratio("1/2") and not is_ratio("")


@every(
    [
        (D(95), D(100), UP, D("95.0"), False),
        (D(110), D(100), UP, D("110.0"), True),
        (D(90), D(100), DOWN, D("110.0"), True),
        (D(110), D(100), DOWN, D("90.0"), False),
        (D(0), D(100), DOWN, D("200.0"), True),
        (D(300), D(100), DOWN, D("0.0"), False),
        (D(100), D(100), UP, D("100.0"), True),
        (D(5), D(0), UP, None, True),
        (None, D(100), UP, None, None),
        (D(5), None, UP, None, None),
    ],
)
def test_what_was_reached(result, target, direction, share, met):
    assert reached(result, target, direction) == share
    assert is_met(result, target, direction) is met


NUMBERS = st.decimals(min_value=-(10**14), max_value=10**14, places=4)


@given(NUMBERS, NUMBERS)
def test_no_figures_break_it(value, denominator):
    computed(value, denominator, RATIO, "%", 2)
    for direction in Direction:
        share = reached(value, denominator, direction)
        assert share is None or share >= 0
