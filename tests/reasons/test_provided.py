"""A condition, a part of the year or a rate without a figure around a reason takes its value away, whatever form it is read in."""

from itertools import product

from tests.reasons.values import values

PAST = {2020: "80", 2021: "82", 2022: "84"}
STRAIGHT = [
    "전년 실적 대비 5% 상향",
    "다른 부처 유사사업은 매년 5% 이상 증가하고 있으나, 본 사업은 정체기임을 고려하여 전년 대비 1% 상향",
    "최근 3년 평균의 103%",
]
BEFORE = [
    "추경 편성을 전제로 ",
    "예산이 확보되면 ",
    "신규 인력이 배정되는 기관에 한하여 ",
    "법 개정안이 통과될 경우 ",
    "상반기 목표: ",
    "1분기 목표: ",
]
BEHIND = ["(단, 예산 확보 시)", "(다만 인력이 배정되는 경우에 한함)"]


value = values(PAST)


def test_the_straight_reasons_have_a_value():
    assert [text for text in STRAIGHT if value(text) is None] == []


def test_what_a_reason_hangs_on_takes_its_value_away():
    hung = [before + text for before, text in product(BEFORE, STRAIGHT)] + [
        text + behind for text, behind in product(STRAIGHT, BEHIND)
    ]
    assert [text for text in hung if value(text) is not None] == []


def test_a_rate_that_nobody_names_in_a_bracket():
    straight = "- 전년도 실적(84) + 최근 3년 평균 증가폭(2) + 도전적 가산(1.5)"
    assert value(straight.replace("(2)", "(일정률)")) is None
