"""Reasons that begin from a printed figure: every combination of a base, what links it, a step, an end and a remark comes to what was put in."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.grounded import criteria, cumulated, results_and_targets, shares_and_steps, sums
from tests.reasons.values import values
from uigwe.reasons.grounded import grounded
from uigwe.reasons.known import Known
from uigwe.reasons.laid import lay_out
from uigwe.reasons.read import known_cells

YEAR = 2024


value = values(year=YEAR)
FAMILIES = {shares_and_steps: 23, results_and_targets: 1, criteria: 1, cumulated: 1, sums: 1}  # one line of so many
READ = 0.98
DAILY = 20  # lines of each family


def unread(cases):
    """What is not read of these; none of them is read wrong."""
    read = [(case, value(case.text, getattr(case, "history", None))) for case in cases]
    assert [(case.text, str(got)) for case, got in read if got is not None and got != case.worth] == []
    return [case.text for case, got in read if got is None]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_some_of_each_family_come_to_what_was_put_in(family):
    cases = list(family())
    assert unread(cases[:: max(1, len(cases) // DAILY)]) == []


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_all_combinations_of_a_family_do(family):
    cases = list(family())[:: FAMILIES[family]]
    assert len(left := unread(cases)) <= len(cases) * (1 - READ), left


NOTHING = [
    # nobody says how much of it
    "통계청 5년 평균 생존율 41.5%를 상회하는 수준으로 목표를 설정함",
    "통계청 5년 평균 생존율 41.5%를 기준으로 도전적으로 설정함",
    "전국 평균 생존율 41.5%의 150%를 넘지 않는 수준으로 설정",
    "전국 평균 생존율 41.5%의 150%를 달성하기 어려움",
    "전국 평균 생존율 41.5%를 기준으로 그 150%를 검토하여 목표로 설정할 예정임",
    # by so much or to so much
    "전국 평균 생존율 41.5%를 기준으로 그 120%를 상향하여 설정",
    # what is printed does not come out
    "전국 평균 생존율 41.5%를 기준으로 그 150%인 70%를 목표로 설정",
    "전국 평균 이용률 24.0%보다 0.8%p 높은 25.6%를 목표로 함",
    "이력조사에서 나온 증가율 10.0%보다 4.0%(0.5%p) 높게 설정",
    # of whom no figure is printed, or of what
    "타 기관의 전년 실적을 기준으로 그 110%를 목표로 설정",
    "전년도 목표의 105%를 목표로 함",
    "전년도 예산을 기준으로 그 105%를 목표로 함",
    # a criterion, and nothing on top of it
    "매출이 15% 이상 늘어난 기업을 선정하며, 추가로 사업비를 10% 지원함",
    "선정 요건인 매출증가율 20% 이상을 감안하여 목표를 설정",
    "매출이 15% 이상 늘어난 기업을 뽑고 있으므로 10% 높게 설정",
    "매출이 15% 이상 늘어난 기업을 뽑고 있으므로 여기에 10%p를 더한 30%를 목표로 함",
    # not everything that is added has a figure, or it does not come out
    "전년도 누적 2,600명에 신규 참여자를 더하여 설정",
    "’23년까지의 누적 보증액 420조원에 45조원을 더한 480조원으로 설정",
    "’23년까지의 누적 보증액 420조원에서 45조원을 차감하여 설정",
    "’23년까지의 누적 보증액 420조원에 올해 목표 45조원(최근 3개년 평균 40조원 대비 20% 상향)을 더하여 설정",
    "정부 3만 명, 민간 2만 명 중 여성 1만 명",
    "정부 교육으로 3만 명, 민간 협력으로 2만 명을 양성하여 모두 6만 명을 목표로 함",
    "통계청 정착률은 ’16년 35.2%, ’17년 36.1%, ’18년 36.4%임. 이 5개년 평균의 200%를 목표치로 설정",
]


@every(NOTHING)
def test_what_does_not_follow_has_no_value(text):
    assert value(text) is None


@pytest.mark.parametrize(
    ("text", "history"),
    [
        # the table says otherwise of the very year
        ("’23년 실적 72.0%를 기준으로 그 103% 수준을 목표로 함", {2022: "70.4", 2023: "71.0"}),
        # far from every result
        ("전국 평균 생존율 41.2%를 기준으로 그 150%를 목표로 설정", {2022: "12.1", 2023: "12.4"}),
        # what else was taken into account
        (
            "올해 소관 기금의 출자 예산이 지난해보다 약 35.2% 줄어든 점을 반영하여 목표치를 설정",
            {2022: "3.6", 2023: "2.9"},
        ),
        ("’24년 예산이 전년보다 15.0% 감액된 점을 감안하여 목표를 하향 설정함", {2022: "1650", 2023: "1700"}),
        ("인력이 10% 감축된 여건을 고려하여 목표를 조정하였음", {2022: "1650", 2023: "1700"}),
        # no base of its own
        ("경쟁국의 전년 실적을 기준으로 그 105%를 목표로 설정", {2022: "80", 2023: "82"}),
        ("최근 3년 평균(유사 기관)의 105%로 도전적으로 설정", {2021: "80", 2022: "80", 2023: "82"}),
        (
            "업계의 최근 3년 취업률 평균을 구하고, 그 105% 수준으로 목표를 올려 잡음",
            {2021: "47.2", 2022: "48.9", 2023: "50.3"},
        ),
    ],
)
def test_what_the_table_gainsays_or_does_not_have_has_no_value(text, history):
    assert value(text, history) is None


def test_what_lies_far_from_every_result_is_no_target_of_ours():
    known = Known(YEAR, "", known_cells({2022: "12.1", 2023: "12.4"}, None), {}, None)
    assert grounded(lay_out("국가통계상 정착률 41.2%를 기준으로 그 150%를 목표로 설정"), known) is None
    assert grounded(lay_out("국가통계상 정착률 8.0%를 기준으로 그 150%를 목표로 설정"), known)


@pytest.mark.parametrize(
    ("text", "history", "worth"),
    [
        (
            "직업교육 수료자의 최근 3년 취업률 평균을 구하고, 그 105% 수준으로 목표를 올려 잡음",
            {2021: "47.2", 2022: "48.9", 2023: "50.3"},
            "51.24",
        ),
        ("기관당 후원금 수입(’22년 320백만원, ’23년 340백만원)을 평균하고 그 105%를 목표로 하였음", {}, "346.5"),
        ("고용증가율 목표를 10.4%로 설정. 이력조사에서 나온 증가율 10.0%보다 4.0%(0.4%p) 높음", {2023: "10.8"}, "10.4"),
        (
            "평가 대상 220개 기관 중 참여 기관은 현재 40개임. 이를 150% 대폭 상향한 100개를 도전적 목표로 설정",
            {},
            "100",
        ),
        (
            "사업예산 15% 삭감에 맞추어 ’23년 지원실적을 15% 축소한 값을 목표로 제시함",
            {2022: "1640", 2023: "1700"},
            "1445",
        ),
        (
            "문화계정 예산의 전년 대비 감액률 30%를 전년 실적에 그대로 적용하여 30% 감소한 값으로 함",
            {2022: "3.2", 2023: "2.0"},
            "1.4",
        ),
        ("국정과제(75-2) 목표(~’28년 누적 150건)의 일환으로 연도별 30건을 목표로 설정", {}, "30"),
        (
            "’23년 실적(1,200개사)보다 3% 증가: 1,200 × 1.03 = 1,236개사  * 전체 수출기업 최근 5년 감소세(△2.1%)",
            {2023: "1200"},
            "1236",
        ),
        (
            "누적 고용인원으로서 ’23년 누적 1,150명에 350명을 추가하는 것을 목표로 함 * 지정 후 6개월 미만 지구 제외",
            {2022: "810", 2023: "1150"},
            "1500",
        ),
    ],
)
def test_further_forms(text, history, worth):
    assert value(text, history) == Decimal(worth)
