"""What a reason quotes of its own indicator, and what it does not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every import every
from uigwe.reasons.quoted import quoted

KNOWN = {2021: Decimal(84), 2022: Decimal(88), 2023: Decimal(92)}


def told(reason, unit="%", year=2023, known=None):
    return [
        (one.year, "target" if one.target else "actual", one.written)
        for one in quoted(reason, unit, year, known or KNOWN)
    ]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        (
            "’22년 말 기준 이행률인 88%보다 4% 상향 조정한 92%로 목표치 설정",
            [(2022, "actual", "88%"), (2023, "target", "92%")],
        ),
        ("‘22년 실적치(88.1%) 등을 고려하여 92%로목표치설정", [(2022, "actual", "88.1%"), (2023, "target", "92%")]),
        ("전년도 실적 88% 대비 상향", [(2022, "actual", "88%")]),
        (
            "* 연도별 : (20) 80.5→(21)84.0→ (22) 88",
            [(2020, "actual", "80.5"), (2021, "actual", "84.0"), (2022, "actual", "88")],
        ),
        ("’22년 목표 90 → ’23년 목표 92", [(2022, "target", "90"), (2023, "target", "92")]),
        ("전년도 목표 90에 2%p 증가한 92%로 성과목표 설정", [(2022, "target", "90"), (2023, "target", "92%")]),
        ("’22년도 88%*1.05 = 92.4%", [(2022, "actual", "88%")]),
        ("3% 상향한 91.5로 설정", [(2023, "target", "91.5")]),
    ],
)
def test_results_and_targets_with_their_years_are_quotes(reason, expected):
    assert told(reason) == expected


@every(
    [
        "최근 3년 평균 대비 3% 상향",
        "’22년 5% 증가한 점을 감안",
        "’23년은 3% 증가한 목표 설정",
        "경제성장률(’22년 기준 90%)을 고려",
        "‘다른 사업 만족도’의 ’23년 목표치(90%)를 기준으로 설정",
        "(’21) 300→(’22) 310명",
        "(’20)41.5→(’21)42.5→(’22)44.7",
        "평균(45%)의 200%로 목표치 설정",
        "’22년 예산 90억원을 고려하여 설정",
        "",
    ],
)
def test_changes_other_things_and_calculations_are_not(reason):
    assert told(reason) == []


def test_a_quote_says_where_it_stands():
    reason = "전년도 실적 88% 대비"
    [one] = quoted(reason, "%", 2023, KNOWN)

    assert reason[slice(*one.span)] == "88%"


def test_without_values_of_its_own_only_a_series_is_taken():
    assert told("(’21) 397 (’22) 546, 목표 600을 설정", "억원", known={2023: Decimal(0)}) == [
        (2021, "actual", "397"),
        (2022, "actual", "546"),
    ]


@given(st.text(alphabet="’’‘(){}0123456789.,%년도실적목표치로설정전평균상향→ 개건명조억", max_size=60))
def test_nothing_makes_it_stumble(text):
    for one in quoted(text, "%", 2023, KNOWN):
        assert one.written and 1900 < one.year < 2100
