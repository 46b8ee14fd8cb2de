"""What a reason says itself against a reading of it takes the value away; what only looks like it does not."""

from decimal import Decimal

import pytest

from tests.every import every
from uigwe.operations.explaining import explain_reason

PAST = {2019: "40", 2020: "44", 2021: "50", 2022: "60"}


def value(text, history=PAST, year=2023):
    explained = explain_reason(text, year=year, history=history)
    return explained.value if explained.settled else None


LEFT_OUT = [
    "’22년은 제외하고 최근 3년 실적 평균의 103%",
    "최근 3년 평균에 5%를 더하되 코로나의 영향이 남은 2021년 실적은 배제하고 산정",
]
REFUSED = [
    "최근 3년 평균을 목표로 설정함. 최근 3년 평균은 도전성이 없어 적용하지 않음",
    "전년 실적 대비 5% 상향. 다만 전년 실적은 이례적이어서 활용하지 않음",
]
KEPT = ["전년 실적 대비 3% 상향하되, ’23년 목표는 전년 실적과 동일하게 유지", "3년 평균에 2를 더하나 올해 목표는 동결"]
LOWERED = [
    "전년 실적에 단가 상승률(3.5%)을 반영하여 목표를 축소 조정",
    "전년 실적에 물가상승률 2.0%를 적용하여 목표치를 다소 하향함",
]
TWO = [
    "’23년 목표를 65건으로 설정하였으며, 이에 따라 ’23년 목표치는 70건임",
    "목표는 62건으로, 분기 점검을 거쳐 목표를 64건으로 정함",
]
GAP = ["수도권 평균과의 격차를 전년 대비 10% 축소하는 것을 목표로 설정", "선도기업과의 차이를 지난해보다 20% 줄임"]
OTHERS = [
    "신규 지표로, 유사지표인 ‘컨설팅 건수’의 전년 실적 대비 5% 상향하여 설정",
    "유사 통계인 ‘창업기업 생존율’의 최근 3년 평균에 2를 더하여 설정",
    "전년도 전 부처 우수등급 기관의 평균 점수에서 0.5점을 차감하여 설정",
]
SCALES = ["전년 실적의 1.5배(160%)를 목표로 설정", "최근 3년 평균의 2배(250% 수준)로 설정"]
TOLD = [
    "집계는 매년 1월 말 기준으로 확정하며, 지난해 집계는 60건",
    "’23년 예산은 120억원으로 전년(100억원) 대비 20% 증액되었음",
]
ALLOTTED = ["2026년까지 누적 1만명 양성 계획에 따른 2023년도 배정 물량을 목표로 설정"]
GIVEN_UP = ["지난해까지는 전년 실적에 5건을 더하는 방식이었으나, 올해부터 폐지하고 수요조사 결과를 기초로 산정"]
TWICE = ["전년도 이용자 수의 3%를 신규 이용자로 추가 확보하는 것을 전제로, 전년도 실적에 이를 합산하여 설정"]
IN_VIEW = [
    "최근 5개년 연평균증가율(2.7%)과 유가 상승 등 업황을 두루 고려하여 목표를 정함",
    "’22년 기금 재원이 ’21년에 비해 약 31.5% 줄어든 사정을 반영해 ’23년 목표값을 정함",
    "5년간의 연평균 증감률을 참고하되 학령인구가 해마다 2.1%씩 감소하는 추세와 물가상승률 5.1%를 반영하여 목표 수준을 결정",
    "가입자가 매년 1.4%씩 줄어드는 흐름과 임금상승률 3.7%를 반영하여 목표를 정함",
]
IN_A_RANGE = [
    "최근 3년 평균과 표준편차(2.1)로 최고목표 53.4와 최저목표 47.1을 산출한 후 구간 내에서 목표 책정",
    "’25년 목표(75)와 최근 실적(60)의 격차를 감안하여 도전적으로 설정",
]
MEMBERS = ["당해 연도에 지원한 대학 32개교와 특성화고 110개교의 참여 학생 수를 합산하여 집계"]
QUOTIENT = [
    "대상 시설(300개소) 중 시범운영에 참여한 시설이 50개소임을 감안하면 기존보다 130% 높인 115개소를 목표로 정함"
]
COMPARED = ["과거 3년 평균(51.3점)과 비교하여 도전적인 수준임", "전년 실적(60)에 비해 다소 높은 수준임"]


@every(
    [
        *LEFT_OUT,
        *REFUSED,
        *KEPT,
        *LOWERED,
        *TWO,
        *GAP,
        *OTHERS,
        *SCALES,
        *TOLD,
        *ALLOTTED,
        *GIVEN_UP,
        *TWICE,
        *COMPARED,
        *IN_VIEW,
        *IN_A_RANGE,
        *MEMBERS,
    ],
)
def test_what_a_reason_says_against_a_reading_takes_its_value_away(text):
    assert value(text) is None


@pytest.mark.parametrize("text", QUOTIENT)
def test_figures_that_come_to_what_is_printed_by_chance_prove_nothing(text):
    assert value(text) in (None, Decimal(115))


@every(
    [
        ("코로나의 영향이 큰 ’20년은 제외하고 2019년과 2021년 두 해 평균의 110%", "49.5"),
        ("2022년 실적에서 2021년 실적을 뺀 증가분을 2022년 실적에 더하여 산출", "70"),
        ("3년 평균은 도전성이 없어 적용하지 않고 전년 실적 대비 5% 상향", "63"),
        ("전년 실적 대비 7% 상향하는 방안은 채택하지 않고 최근 3년 평균의 105%로 설정", "53.9"),
        ("전년도 실적의 4분의 1을 추가로 확보하여 목표를 설정", "75"),
        ("예산이 10% 감액되었으나 전년 실적 대비 5% 상향", "63"),
        ("전년 실적 대비 10% 하향 조정", "54"),
        ("’22년 목표를 58건으로 설정하였으며, ’23년 목표는 62건임", "62"),
        ("2026년까지 누적 200건을 4년간 균등 배분하여 설정", "50"),
        ("최근 3년 평균과 경기 전망을 두루 고려하여 전년 실적 대비 5% 상향", "63"),
        ("최근 3년 평균의 90%에 해당하는 범위 내로 관리", "46.2"),
        ("전년 실적의 1.5배(150%)를 목표로 설정", "90"),
        ("전년 실적을 두 배, 즉 200%로 잡아 목표로 설정", "120"),
        ("대학 32개교와 특성화고 110개교의 수를 합산", "142"),
        ("최근 3년 평균과 비교하여 5% 높은 수준으로 설정", "53.9"),
    ],
)
def test_what_only_looks_like_it_takes_nothing_away(text, expected):
    found = value(text)
    assert found is not None
    assert abs(found - Decimal(expected)) < Decimal("1e-6")
