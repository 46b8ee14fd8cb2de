"""Figures in words are figures, where they count something and nowhere else; a base may stand behind its step, a limit beside it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every import every
from tests.reasons.values import values
from uigwe.reasons.laid import lay_out
from uigwe.reasons.numerals import in_digits

RESULTS = {2019: "2,600", 2020: "2,700", 2021: "2,900", 2022: "3,000"}
_ONES = ("", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")


value = values(RESULTS)


def spoken(number):
    """A number up to 9,999 as it is said."""
    said = ""
    for place, name in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
        digit = number // place % 10
        said += "" if not digit else (_ONES[digit] if digit > 1 or place == 1 else "") + name
    return said


@given(st.integers(11, 9999).filter(lambda number: number % 10 or len(spoken(number)) > 2))
def test_what_is_said_is_the_number(number):
    assert in_digits(lay_out(f"전년 실적에 {spoken(number)} 건을 더함")).text == f"전년실적에{number}건을더함"


@every(
    [
        ("전년 실적에서 이백 건을 더 늘림", "3200"),
        ("전년 실적 대비 십오 퍼센트 증가", "3450"),
        ("전년도 집행액에 1백억원을 증액", "3100"),
        ("전년 실적의 9할 5푼", "2850"),
        ("최근 3년 평균을 1백건 단위로 올림하여 설정", "2900"),
        ("N-1년 실적 × 1.03", "3090"),
        ("2% 상향(기준: ’22년 실적)", "3060"),
        ("2% 상향: 최근 2년(’21~’22) 평균 기준", "3009"),
        ("전년 실적보다 5% 줄이되 최소 2,900건 보장", "2900"),
        ("전년 실적에 60건을 더하되 상한은 3,040건", "3040"),
        ("최근 3년(’20~’22) 1차 추세식의 ’23년 예측값", "3166.6666666666666667"),
        ("엑셀 FORECAST 함수(’20~’22)로 추정한 값", "3166.6666666666666667"),
    ],
)
def test_other_notations(text, worth):
    assert abs(value(text) - Decimal(worth)) < Decimal("1e-9")


@pytest.mark.parametrize(
    "text",
    ["이천 시장 상담 실적", "삼백초 재배 농가", "단가 35천원", "백 명 단위 절사", "일 건 처리", "오십견 예방 교육"],
)
def test_words_that_look_like_numerals_stay(text):
    laid = lay_out(text)
    assert in_digits(laid).text == laid.text


@pytest.mark.parametrize(
    "text", ["2% 상향(전년 실적 감소를 고려)", "전년 실적보다 5% 높이되 최대 3,100건까지 조정 가능"]
)
def test_what_stands_behind_and_is_no_base_gives_no_value(text):
    assert value(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "경쟁국의 전년 실적 대비 2% 높게 설정",
        "최근 3년 평균(유사 기관) 대비 2% 상향",
        "최근 3년 업계 연평균증가율을 전년 실적에 적용",
        "다른 시도 평균의 105%를 목표로 함",
    ],
)
def test_results_of_other_bodies_are_not_ours(text):
    assert value(text) is None


def test_other_bodies_told_of_beside_take_nothing_away():
    assert value("최근 5년 업계 연평균증가율(3.2%)을 전년 실적에 적용") == Decimal("3096")
    assert value("업계 평균보다 낮으므로 전년 실적 대비 3% 상향") == Decimal("3090")


def test_a_gap_made_less_step_by_step_has_no_figure():
    assert value("4,000건까지의 격차를 단계적으로 축소") is None
