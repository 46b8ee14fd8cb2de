"""Reasons in near words of printed ones, and what stands close to them and gives no value."""

from decimal import Decimal

import pytest

from tests.reasons.near import YEAR, families
from tests.reasons.values import values

FAMILIES = families()
DAILY = 12  # lines of each family
READ = 0.97
CLOSE = Decimal("1e-9")


value = values(year=YEAR)


def unread(cases):
    """What is not read of these; none of them is read wrong."""
    read = [(case, value(case.text, case.history)) for case in cases]
    assert [(case.text, str(got)) for case, got in read if got is not None and abs(got - case.worth) > CLOSE] == []
    return [case.text for case, got in read if got is None]


@pytest.mark.parametrize("family", FAMILIES)
def test_some_of_each_family_come_to_what_was_put_in(family):
    cases = FAMILIES[family]
    some = cases[:: max(1, len(cases) // DAILY)]
    assert len(left := unread(some)) <= 1, left


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_each_word_of_a_family_is_read(family):
    cases = FAMILIES[family]
    assert len(left := unread(cases)) <= len(cases) * (1 - READ), left


CENTRES = {2021: "721", 2022: "841", 2023: "1005"}
MEANS = {2020: "78.4", 2021: "80.6", 2022: "81.0", 2023: "71.5"}
YEARS = {2019: "49", 2020: "44.8", 2021: "56", 2022: "70", 2023: "64"}
PARTS = {2023: "70000"}
NOTHING = {
    "so many each month in view": ("지식재산센터 8개소별 월 11건의 상담 건수를 감안하여 ’24년 목표 설정", CENTRES),
    "so many each month considered": ("8개 센터별 월 11건 안팎의 상담 건수를 고려해 목표를 정함", CENTRES),
    "working of other years than the table has": (
        "최근 3년간 발주액의 평균값에 5% 상향(∑’17~’19년 발주액/3×1.05)",
        MEANS,
    ),
    "a mean that is named otherwise": ("5년 평균 매출액보다 3% 상향한 목표(기하평균 56.0억원)", YEARS),
    "a part without its figure": ("- (정부지원) 교육 지원으로 7만 명 양성 - (민간협력) 수수료 감면 등으로 양성", PARTS),
    "parts far from what was": (
        "- (정부지원) 교육 지원으로 27만 명 양성 - (민간협력) 홍보 지원으로 3만 명 양성",
        PARTS,
    ),
    "raised, by how much nobody says": (
        "* 이수자 수 : (’21) 131 (’22) 66 (’23) 68, ’24년은 예년(’21년 제외시 평균 65명) 대비 상향 설정",
        {2021: "131", 2022: "66", 2023: "68"},
    ),
    "twice and more of the last": ("전년도 실적의 205% 상향", MEANS),
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_stands_close_to_them_gives_no_value(case):
    assert value(*NOTHING[case]) is None


def test_months_that_are_printed_multiply():
    assert value("8개 센터 × 월 11건 × 12개월 = 1,056건", CENTRES) == 1056


def test_a_list_of_growth_that_says_more_than_the_reason_stays():
    history = {2021: "7900", 2022: "8000", 2023: "8040"}
    text = "전년도 증가율(0.5%)보다 높은 증가율(2.0%)을 적용 * 증가율 : (’23) 0.5% → (’24 목표) {}"
    assert value(text.format("2.0%"), history) is not None
    assert value(text.format("3.0%"), history) is None
