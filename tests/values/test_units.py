"""Units. `%` is not `%p`."""

from decimal import Decimal

import pytest

from uigwe.values import Direction, is_counted, is_percentage, is_unit, percent_signs, split_unit, to_won


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("생존율(%)", ("생존율", "%")),
        ("종사자 수(단위: 명)", ("종사자 수", "명")),
        ("비율 차이(%p)", ("비율 차이", "%p")),
        ("만족도", ("만족도", "")),
    ],
)
def test_the_unit_stands_in_the_bracket_at_the_end(name, parts):
    assert split_unit(name) == parts


def test_a_remark_is_not_a_unit():
    assert is_unit("개 사") and not is_unit("공통")


def test_only_percentages_move_by_points():
    assert is_percentage("%") and is_percentage("%p") and not is_percentage("점")


def test_persons_are_counted_and_trillions_are_not():
    assert is_counted("명") and not is_counted("조원")


def test_a_hundred_million_won_are_a_hundred_million_won():
    assert to_won(Decimal("1417"), "억원") == to_won(Decimal("141700"), "백만원") == Decimal("141700000000")
    assert to_won(Decimal(1), "명") is None


def test_percent_and_points_are_told_apart_in_words():
    assert list(percent_signs("88%보다 4%p, 3% 포인트, 2퍼센트 상향")) == [
        (Decimal(88), "%"),
        (Decimal(4), "%p"),
        (Decimal(3), "%p"),
        (Decimal(2), "%"),
    ]


def test_better_depends_on_the_direction():
    assert Direction.UP.is_better(Decimal(2), Decimal(1))
    assert Direction.DOWN.is_better(Decimal(1), Decimal(2))
    assert not Direction.UP.is_better(Decimal(1), Decimal(1))
