"""What is missing to the whole, turned round: every way of naming it with every way of closing a part of it."""

from decimal import Decimal

from tests.every import every
from uigwe.operations.explaining import explain_reason

PAST = {
    "%": {2018: "61.2", 2019: "63.0", 2020: "66.1", 2021: "68.3", 2022: "71.1"},
    "점": {2018: "78.2", 2019: "79.5", 2020: "80.1", 2021: "82.5", 2022: "84.6"},
}
LAST = Decimal("71.1")
MISSING = LAST - 100
PARTS = {"20%": Decimal("0.2"), "4분의 1": Decimal("0.25"), "절반": Decimal("0.5")}
# What is missing, and how the part of it is said to fall away; {} is the part.
NAMED = [
    "이행률은 전년 미이행률(28.9%)의 {}을 줄이는 것으로 산정",
    "전년 미이행률 28.9%의 {}을 줄여 얻은 이행률",
    "전년 불만족 비율(100%-만족도)의 {}을 줄인 만족도를 목표로 산정",
    "안전교육 이수율 71.1%에서 미이수자 비율을 {}만큼 줄여 얻은 이수율",
    "전년도 미달성분(100%-전년 실적)의 {}을 추가로 달성하는 것으로 설정",
    "전년 탐지율(71.1%)의 미탐지분 28.9%p의 {}을 줄이는 것",
    "완전 달성(100%)까지 남은 간격을 전년 말 기준으로 {}만큼 좁히는 것을 목표로 함",
    "100%까지의 격차 28.9%p 중 {}을 올해 해소",
    "100%에서 전년 실적을 뺀 나머지의 {}을 전년 실적에 가산",
]
SINGLE = """
미이행률을 전년의 절반으로 줄이는 것을 가정한 이행률로 목표를 설정 | % | 85.55
이행률은 미이행률 28.9%를 3%p 줄이는 것을 기준으로 환산 | % | 74.1
납기 준수율은 미준수율 28.9%를 25.9%로 낮추는 것을 전제로 산정 | % | 74.1
최근 3년 평균에, 그 평균과 100점의 차이 중 5%를 더한 값으로 산출 | 점 | 83.28
100점에서 전년 점수를 뺀 잔여 점수의 15%만큼 개선하여 전년 점수에 더함 | 점 | 86.91
OECD 평균인 81.1%에 이르도록 전년 실적과의 격차의 30%를 줄임 | % | 74.1
선진국 평균(OECD 81.1%)에 도달하는 것을 목표로 하되 현 수준(71.1%)을 고려하여 그 격차의 30%를 해소 | % | 74.1
""".strip().splitlines()
# Where it may be what is missing that is counted, or what is printed is not so.
OPEN = """
미이수율을 10% 줄임 | %
전년 미이수율 대비 10% 감축 | %
전년 미이행률(30.5%)의 20%를 줄여 얻은 이행률 | %
이수율 70.0%에서 미이수자 비율을 4분의 1만큼 줄여 얻은 이수율 | %
100%까지의 격차 25.0%p 중 절반을 올해 해소 | %
미이행률을 20%로 줄이지 못한 이행률 | %
전년 미이행분 28.9%를 절반으로 줄이는 것 | %
""".strip().splitlines()


def given(text, unit, said):
    explained = explain_reason(text, year=2023, unit=unit if said else None, history=PAST[unit])
    return explained.value if explained.settled else None


@every(NAMED, PARTS, [True, False])
def test_any_part_of_what_is_missing_is_turned_round(form, part, said):
    value = given(form.format(part), "%", said)

    assert value is not None
    assert abs(value - (LAST - MISSING * PARTS[part])) < Decimal("1e-9")


@every([tuple(line.split(" | ")) for line in SINGLE], [True, False])
def test_what_is_missing_is_turned_round(text, unit, truth, said):
    value = given(text, unit, said)

    assert value is not None
    assert abs(value - Decimal(truth)) < Decimal("1e-9")


@every([tuple(line.split(" | ")) for line in OPEN], [True, False])
def test_where_what_is_missing_may_be_counted_there_is_no_value(text, unit, said):
    assert given(text, unit, said) is None
