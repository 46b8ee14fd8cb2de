"""What stands beside a calculation and says nothing of it: later years, what it is held against, signs of lists; and a base told first.

Each combination of a base, a step and a remark comes to what the base and the step come to; the controls bear on the calculation.
"""

from decimal import Decimal
from itertools import product

import pytest

from tests.every import every
from uigwe.operations.explaining import explain_reason

YEAR = 2023
COUNTS = {2020: "800", 2021: "810", 2022: "846"}
SCORES = {2020: "90.1", 2021: "90.8", 2022: "90.9"}
LAST, MEAN = Decimal(846), Decimal(2456) / 3


def given(text, past=COUNTS):
    found = explain_reason(text, year=YEAR, unit=None, history=past)
    return found.value if found.settled else None


def near(one, other):
    return one is not None and abs(one - other) <= abs(other) * Decimal("1e-6")


BASES = [("전년 실적 대비", LAST), ("’22년 실적(846건)보다", LAST), ("최근 3년 평균 대비", MEAN)]
STEPS = [
    ("5% 상향하여 설정", Decimal("1.05")),
    ("8% 늘린 값을 목표로 함", Decimal("1.08")),
    ("4% 하향 설정", Decimal("0.96")),
]
LATER = [
    "{}(추후 실적 누적 시 3년 평균 적용 예정)",
    "{}. 향후 3년치가 쌓이면 3년 평균을 기초로 다시 산정할 예정임",
    "{} - 향후 3개년 실적이 확보되면 3년 평균치의 105%로 변경 예정",
    "{}(2025년 이후에는 3개년 평균 기준으로 산정)",
    "{}. 실적이 3년간 축적된 이후에는 평균 방식으로 전환할 계획임",
]
HELD = [
    "{}. 최근 4년간 전체 신규업체 수 증가율(-3.2%)과 비교하면 도전적임",
    "{} / 동 업종 전체 증가율(0.9%) 대비 도전적",
    "{}(국내 경제성장률 전망치 1.4%의 3배 이상)",
    "{}. 이는 경제성장률 1.4%를 크게 웃도는 수준임",
    "전체 업체 수가 최근 4년간 연 2.4% 줄어드는 가운데, {}",
    "동종 업종의 평균 성장률(2.0%)보다 공격적으로 {}",
]
AROUND = [*LATER, *HELD]


@every(list(product(BASES, STEPS, AROUND)))
def test_what_is_said_of_later_years_or_held_against_takes_nothing_away(base, step, around):
    said = around.format(f"{base[0]} {step[0]}")
    assert near(given(said), base[1] * step[1]), said


OPEN = {
    "예산이 확보되면": "전년 실적 대비 5% 상향하되, 예산이 확보되면 추가 상향할 예정임",
    "this year's own": "전년 실적 대비 5% 상향하되, 2023년부터는 3년 평균을 적용함",
    "settled later": "전년 실적 대비 5% 상향하되 추후 협의를 거쳐 확정할 예정임",
    "a condition": "전년 실적을 5% 상향한 것으로, 예산 확보를 전제로 한 도전적인 목표임",
    "a second base": "전년 실적과 최근 3년 평균을 고려하여 5% 상향",
    "only in view": "과거 5개년 생산금액의 연평균 증가율과 코로나19로 인한 외식 수요 위축 등을 종합적으로 고려하여 목표치 설정",
    "a cut in view": "‘23년 모태펀드 예산이 ’22년 대비 약 28.3% 감액된 점, 민간 출자 위축 등을 종합적으로 고려하여 ‘23년 목표치 설정",
    "figures in view": "전국 6개 지역센터에서 매월 12건 안팎의 계약이 이루어지는 점을 감안하여 ’23년 목표 설정",
    "how it is counted": "보전협약 누계는 전년 말까지 체결된 건수에 당해 순증분을 합하여 집계함",
    "nobody takes it up": "예산이 25% 감액된 점을 고려하여 전년 실적보다 하향 설정",
    "two rates": "예산이 25% 감액되고 인력도 10% 줄었다. 전년 실적에서 같은 비율만큼 낮춘 값을 목표로 한다.",
}


@every(OPEN.values())
def test_what_bears_on_the_target_leaves_it_open(text):
    assert given(text) is None


FEW = [
    "최근 2년 평균 대비 5% 상향(3년치 실적이 없어 2년 평균을 적용)",
    "최근 2년 실적을 평균한 값의 105%로 설정. 3년 이상의 자료가 없어 2년치를 기준으로 하였음",
]


@pytest.mark.parametrize("text", FEW)
def test_why_only_so_many_years_were_taken(text):
    assert near(given(text), Decimal(828) * Decimal("1.05"))


LEVELS = [
    "최근 3년(’20~’22) 설문조사 평균(90.6점) ※ 90점 초과 시 ‘매우 우수’ 구간",
    "최근 3년 고객만족도 평균치* 적용 * 90점은 매우 높은 점수로 추가 상향 여력이 제한적",
    "만족도 90점은 이미 상당히 높은 것이라 무리한 상향보다는 최근 3년 평균 점수를 그대로 목표로 정함",
    "현재 90점대의 점수는 공공기관 중 최상위권에 해당하여 추가 상향보다는 직전 3개년 평균을 목표로 설정",
    "최근 3년 평균을 목표로 하되, 90점은 타 기관 대비 매우 높은 수준임",
]


@pytest.mark.parametrize("text", LEVELS)
def test_how_high_a_level_is_takes_nothing_away(text):
    assert near(given(text, SCORES), Decimal("90.6"))


TOLD = [
    "전년 실적 846건은 역대 최고치이나 이보다 5% 높은 목표를 설정",
    "전년 실적이 역대 최고치(846건)였음에도 이를 5% 상회하는 수준으로 설정",
    "전년도에 846개의 일자리가 만들어진 점을 감안하여 올해는 그보다 5% 많게 목표를 잡았음",
    "’22년도 실적과 국가 경제성장률(’22년 기준 2.6%)을 고려하여 5% 상향",
    "경제성장률 2.6%와 전년 실적을 감안, 5% 상향",
    "전년 실적과 인력 여건 등을 감안하여 5% 상향한 목표를 설정",
    "(목표) 전년 실적의 105% (사유) 인력 감소에도 도전적 설정",
    "1) 전년 실적 846건 2) 목표 증가율 5%를 적용하여 산정",
    "작년 실적보다 5% 커진 수치를 목표로 함",
    "전년 실적을 5% 능가하는 수준",
    "전년 실적 5% 증가치를 목표로 부여",
    "목표 증가율: 전년 실적 대비 5%",
]


@every(TOLD)
def test_a_base_told_first_and_rare_words_for_a_step(text):
    assert near(given(text), LAST * Decimal("1.05"))


def test_a_number_of_times_in_rare_words():
    assert given("전년 실적의 곱절을 목표로 함") == LAST * 2
    assert given("전년 실적을 갑절로 늘림") == LAST * 2


MEANS = ["예산", "국비", "지역혁신펀드 출자예산"]
CUTS = [
    "{0}이 25% 줄었다. 전년 실적에서 같은 비율만큼 낮춘 값을 목표로 한다.",
    "전년도 실적 × (1-25%)\n* {0}이 25% 삭감된 비율을 그대로 적용",
    "목표는 {0} 감액률(△25%)과 같은 비율로 전년도 실적을 줄여 산정",
    "{0}: (’22) 1,000억원 → (’23) 750억원, 25% 감액. ’22년 실적에 동 감액률을 적용하여 ’23년 목표를 산출함",
    "{0} 감액(△25%)을 감안, 전년 실적을 같은 폭으로 하향 조정",
    "{0} 25% 삭감에 맞추어 전년 실적의 75%로 설정",
    "전년 실적 × (1 - {0} 감액률 25%)",
]


@every(list(product(CUTS, MEANS)))
def test_a_result_goes_with_its_means(text, means):
    said = text.format(means).replace("국비이", "국비가")
    assert near(given(said), LAST * Decimal("0.75")), said
