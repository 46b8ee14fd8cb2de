"""Words that stand for a figure: a reading that has no part for them is none."""

from decimal import Decimal

import pytest

from tests.reasons.values import values

# A word for a figure that is missing, or stands in the reason but not in what is calculated.
OPEN = [
    "유형별 선발인원(50명, 70명, 특별전형 별도)의 합계",
    "정규과정 300명, 단기과정 150명, 위탁과정 미정의 합계",
    "국내 20건과 해외 15건, 공동연구 추후 확정",
    "전년 누계에서 해제 3개소를 제외하고 신규 지정 물량 반영",
    "전년 누적 실적에서 폐지 4개를 빼고 신규 물량을 더함",
    "전년 회원수에서 탈퇴 20명을 제외하고 추가 가입 인원을 합산",
]
# What counts nothing: years, values, lists of as many.
WHOLE = [
    ("세 개 연도의 실적 평균에서 5건 상향", Decimal(151) / 3 + 5),
    ("두 기관의 실적 120건과 80건을 합산", 200),
    ("전년 누계에서 해제 3개소를 제외하고 신규 지정 10개소를 더함", 64),
]


value = values({2020: "44", 2021: "50", 2022: "57"})


@pytest.mark.parametrize("text", OPEN)
def test_a_part_without_its_figure_gives_no_value(text):
    assert value(text) is None


@pytest.mark.parametrize(("text", "truth"), WHOLE)
def test_what_counts_nothing_takes_nothing_away(text, truth):
    assert abs(value(text) - truth) < Decimal("1e-9")


def test_how_often_must_be_counted():
    for often in ["세 개", "다섯 개", "열두 개"]:
        assert value(f"{often} 지사에서 각각 월 2건씩 1년간 처리") != 24
    for word in ["격월 ", "격주 ", "반기마다 "]:
        assert value(f"{word}1회씩 9개 지사에서 각각 개최") != 9
