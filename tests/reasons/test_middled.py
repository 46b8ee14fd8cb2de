"""The middle of two aims, a mean written out as a formula, what is only expected: forms that stand for all that is told before."""

from decimal import Decimal
from itertools import product

import pytest

from tests.reasons.values import values

PAST = {2020: "62.1", 2021: "64.8", 2022: "66.6", 2023: "58.0"}
MEAN = (Decimal("62.1") + Decimal("64.8") + Decimal("66.6")) / 3


value = values(year=2024)
BEFORE = [
    "평가편람을 준용하여 5개년 평균에 표준편차를 더한 값과 2배를 뺀 값의 구간에서 정함 - ",
    "표준편차는 1.60이며, 최고목표 14.04(≒12.44+1*1.60) 및 최저목표 9.24(≒12.44-2*1.60) 산출 - 여건의 악화가 예상되므로 ",
    "* 연도별 증가율 : (’21년)11.64%, (’22년)14.84%, (’23년)12.44% - ",
]
MIDDLES = [
    "최고목표(14.04)와 최저목표(9.24)의 평균값",
    "최고목표(14.04)와 최저목표(9.24)의 평균값(11.64)",
    "최저목표(9.24)와 최고목표(14.04)의 중간값(11.64)",
    "최고목표(14.04)와 최저목표(9.24)를 평균한 11.64",
    "최고목표 14.04, 최저목표 9.24를 산출하고, 두 값의 평균",
]
ROUNDED = [
    ("을 소수점 둘째 자리에서 반올림하여 설정", "11.6"),
    ("을 소수 둘째 자리에서 반올림해 정하였음", "11.6"),
    ("을 소수 첫째 자리에서 반올림한 값으로 하였음", "12"),
    ("을 목표로 설정", "11.64"),
]


@pytest.mark.parametrize("before", BEFORE)
def test_the_middle_of_two_aims_whatever_is_told_before(before):
    for middle, (end, worth) in product(MIDDLES, ROUNDED):
        assert value(before + middle + end) == Decimal(worth), before + middle + end


@pytest.mark.parametrize(
    "text",
    [
        # Another mean than theirs is printed; the higher one is the lower; one of them is taken; nobody says which.
        BEFORE[2] + "최고목표(14.04)와 최저목표(9.24)의 평균값(12.64)을 소수점 둘째 자리에서 반올림하여 설정",
        BEFORE[2] + "최고목표(9.24)와 최저목표(14.04)의 평균값을 소수점 둘째 자리에서 반올림하여 설정",
        BEFORE[2] + "최고목표(14.04)와 최저목표(9.24) 사이에서 여건을 보아 설정",
        BEFORE[2] + "최고목표(14.04)와 최저목표(9.24)의 평균값을 참고하여 다소 높게 설정",
    ],
)
def test_a_middle_that_is_not_theirs_stands_for_nothing(text):
    assert value(text) is None


FORMULAS = [
    "Σ(’20~’22년도)구매액/3 × 1.04 = 67.1억원",
    "∑('20~'22년도)구매액/3 * 1.04 = 67.1억원",
    "∑(’20~’22년)계약액 ÷ 3 × 1.04 = 67.08",
]
SAID = [
    "직전 3년간 구매액을 산술평균한 값에서 4%** 높여 잡은 목표치를 정함 * {} ** 계약실적 연평균 증가율(5%)을 감안하여 4% 적용",
    "최근 3개년 구매실적의 산술평균보다 4%** 올린 적극적 목표를 설정함 * {} **(’20~’22년도) 제품 계약액의 연평균 신장률(7%)을 고려하여 4%로 함",
    "3년간 구매액 산술평균 대비 4% 상향 * {}",
]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("said", SAID)
def test_a_formula_says_which_years_a_mean_is_of(said, formula):
    found = value(said.format(formula), PAST)
    assert found is not None
    assert abs(found - MEAN * Decimal("1.04")) < Decimal("1e-9")


@pytest.mark.parametrize(
    "formula",
    [
        "Σ(’20~’22년도)구매액/3 × 1.04 = 69.1억원",  # comes to something else
        "Σ(’20~’22년도)구매액/4 × 1.04 = 67.1억원",  # four of three years
        "Σ(’17~’19년도)구매액/3 × 1.04 = 67.1억원",  # the table lacks them
    ],
)
def test_a_formula_that_does_not_come_out_stands_for_nothing(formula):
    found = value(SAID[0].format(formula), PAST)
    assert found is None


@pytest.mark.parametrize(
    "text",
    [
        SAID[0].format(FORMULAS[0]).replace("4% 적용", "6% 적용"),  # the note tells of another step
        SAID[0].format(FORMULAS[0]).replace("을 감안하여 4% 적용", "이 높아 4% 적용 여부를 검토"),
        SAID[2].format(FORMULAS[0]).replace("4% 상향", "5% 상향"),
    ],
)
def test_a_formula_that_words_gainsay_stands_for_nothing(text):
    assert value(text, PAST) is None


def test_a_mark_on_the_step_parts_nothing():
    for mark in ("", "*"):
        text = SAID[1].replace("산술평균보다", f"산술평균값{mark}에서").replace("올린", "올려 잡은").format(FORMULAS[0])
        assert abs(value(text, PAST) - MEAN * Decimal("1.04")) < Decimal("1e-9"), text


@pytest.mark.parametrize(
    "rest",
    [
        "다만 코로나19 이전 수준의 회복에는 시일이 걸릴 것으로 예상",
        "단, 경기 둔화가 이어질 것으로 전망됨",
        "다만 수출여건의 악화가 우려됨",
    ],
)
def test_what_is_only_expected_behind_a_calculation_goes(rest):
    assert value(f"전년 실적에서 5% 증가, {rest}", {2023: "200"}) == Decimal(210)


@pytest.mark.parametrize(
    "rest",
    [
        "다만 예산이 줄 것으로 전망되어 하향 조정",
        "다만 하반기에 목표 변경이 예상됨",
        "단, 사업 협의 결과에 따라 조정될 것으로 예상",
    ],
)
def test_what_is_expected_of_the_target_stays(rest):
    assert value(f"전년 실적에서 5% 증가, {rest}", {2023: "200"}) is None


@pytest.mark.parametrize(
    "text",
    [
        "최근(’21~’23)의 증가폭(0.2~0.7점) 추세와 ’23년도 실적인 72.8점을 감안하여 목표를 73.5점으로 설정",
        "연도별 수료자는 (’20) 45 (’21) 12 (’22) 46이며, 예년 추세(’21년 제외 시 평균 45명)와 수요를 감안하여 ’24년은 52명으로 정함",
    ],
)
def test_figures_that_are_only_looked_at_prove_no_level(text):
    assert value(text, {2021: "71.2", 2022: "72.3", 2023: "72.8"}) is None
    assert value(text, {2020: "45", 2021: "12", 2022: "46", 2023: "46"}) is None


def test_so_many_per_cent_of_a_base_upward_is_to_so_many():
    assert value("전년 실적의 105% 상향", {2023: "200"}) == Decimal(210)
    assert value("최근 3년 평균의 110% 상향", {2021: "100", 2022: "100", 2023: "100"}) == Decimal(110)
    assert value("전년 실적 대비 105% 상향", {2023: "200"}) != Decimal(210)
