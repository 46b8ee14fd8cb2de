"""Constructs that are put into one form before they are read: own rates, growth taken up, sums of increases, rates compared."""

from decimal import Decimal

import pytest

from tests.every import every, in_two, part
from tests.reasons.normal import FAMILIES, OPEN, SINGLE, YEAR
from uigwe.operations.explaining import explain_reason

ONE_IN = 6  # of the combinations, every day


def given(text, past, year=YEAR):
    explained = explain_reason(text, year=year, unit=None, history=past)
    return explained.value if explained.settled else None


def near(one, other):
    return abs(one - other) <= abs(other) * Decimal("1e-6")


@in_two
@pytest.mark.parametrize("family", FAMILIES)
def test_any_combination_of_a_family_is_read_and_none_is_wrong(family, share):
    unread, wrong = [], []
    asked = part(share, family(), ONE_IN)
    for text, past, year, truth in asked:
        value = given(text, past, year)
        if value is None:
            unread.append(text)
        elif not near(value, truth):
            wrong.append((text, value, truth))

    assert not wrong
    assert len(unread) <= 0.03 * len(asked), unread


@pytest.mark.parametrize(("text", "past", "value"), SINGLE)
def test_each_further_form_is_read(text, past, value):
    found = given(text, past)

    assert found is not None
    assert value is None or near(found, Decimal(value))


@pytest.mark.parametrize(("text", "past"), OPEN)
def test_what_does_not_come_into_such_a_form_has_no_value(text, past):
    assert given(text, past) is None


AIMED = [
    ("전년 실적 84.6점 대비 4% 높은 점수를 {}목표로 함", Decimal("84.6") * Decimal("1.04")),
    ("최근 3년 평균의 105%를 {}목표치로 설정하였음", Decimal("81.7") * Decimal("1.05")),
    ("직전 3개년 평균을 {}목표로 정하였음", Decimal("81.7")),
]
NAMES = ["", "올해 상담 서비스의 ", "센터의 연간 만족도 ", "중앙과 지방의 공동 ", "도전적인 "]


@every(AIMED, [(name,) for name in NAMES])
def test_what_the_target_is_called_takes_nothing_away(text, value, name):
    found = explain_reason(text.format(name), year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == value


@every(
    [
        (f"전년 실적 84.6점 대비 4% 늘어난 점수를 {name} 목표로 함",)
        for name in ("센터의 하반기", "센터의 잠정", "3개 지사의")
    ]
)
def test_another_target_than_the_year_s_is_none(text):
    found = explain_reason(text, year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert not found.settled


COMPARED = [
    ("전년 대비 3.0%의 증가율을 적용(’22년 증가율은 2.5%)하여 설정", Decimal("84.6") * Decimal("1.03")),
    ("전년도 실적(84.6점)을 경제성장률 2.6%보다 높은 3% 상향하여 설정", Decimal("84.6") * Decimal("1.03")),
    ("금융권의 완치율 52.0%에 5%p를 가산하여 도전적인 목표치(57%)를 설정", Decimal(57)),
    ("협회 조사의 종결률이 48.5%이므로 이보다 4.5%p 높은 53.0%를 목표로 함", Decimal(53)),
]


@every(COMPARED)
def test_what_is_compared_with_or_comes_out_takes_its_place(text, value):
    found = explain_reason(text, year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert found.settled and found.value == value, found.value


@every(
    [
        ("금융권의 완치율 52.0%에 5%p를 가산하여 도전적인 목표치(58%)를 설정",),
        ("전년 대비 3.0%와 ’22년 증가율 2.5%를 설정",),
    ]
)
def test_what_does_not_come_out_gives_no_value(text):
    found = explain_reason(text, year=2023, history={2020: "78.0", 2021: "82.5", 2022: "84.6"})
    assert not found.settled, found.value
