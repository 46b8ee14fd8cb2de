"""Reasons whose figures have each one role: every combination comes to what was put in, and what has a figure too many to nothing."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons.roles import by_money, parted, risen, selected, shown, stocked
from tests.reasons.values import values
from uigwe.reasons.grounded.roles import by_roles
from uigwe.reasons.known import Known
from uigwe.reasons.laid import lay_out
from uigwe.reasons.normal.shown import without_shown
from uigwe.reasons.read import known_cells

YEAR = 2024
FAMILIES = (selected, stocked, risen, by_money, parted, shown)
DAILY = 24  # lines of each family
READ = 0.98


value = values(year=YEAR)


def unread(cases):
    """What is not read of these; none of them is read wrong."""
    read = [(case, value(case.text, case.history)) for case in cases]
    assert [(case.text, str(got)) for case, got in read if got is not None and got != case.worth] == []
    return [case.text for case, got in read if got is None]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_some_of_each_family_come_to_what_was_put_in(family):
    cases = list(family())
    some = cases[:: max(1, len(cases) // DAILY)]
    assert len(left := unread(some)) <= 1, left


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_all_combinations_of_a_family_do(family):
    cases = list(family())
    assert len(left := unread(cases)) <= len(cases) * (1 - READ), left


def read_by_roles(text, history=None):
    known = Known(YEAR, "", known_cells(history or {}, None), {}, None)
    return [known.value(node) for node in by_roles(lay_out(text), known)]


HELD = {2020: "2100", 2021: "2400", 2022: "2700", 2023: "3000"}
NOTHING = [
    # a figure that has no role
    ("매출 20% 이상 증가 기업을 선정하나 작년 증가율은 32%임. 여기에 5%p를 더함", {}),
    ("선정요건(매출 20% 이상 증가)에 10%p를 더한 35%를 목표로 설정", {}),
    ("전년 누적 3,000명에 신규 330명을 더한 3,500명을 목표로 함", HELD),
    ("대상 200개 기관 중 20개 기관이 참여하고 있어 기존 대비 150% 상향한 60개 기관을 목표로 함", {}),
    ("대상 200개 기관 중 20개 기관(15%)이 참여하고 있어 기존 대비 150% 상향한 50개 기관을 목표로 함", {}),
    ("억원당 고용 0.500명에서 3% 높인 0.530명에 융자예산 8,000억원을 곱함", {2023: "4060"}),
    ("5년간 매출액 증가율 평균을 반영하여 목표값 14%로 설정 * (19)12.4→(20)△6.2→(21)8.8→(22)20.0→(23)15.5", {}),
    # what is added is added to a mean of the table
    ("최근 2년 평균에 15건을 더하여 산정 [3년 누계]", HELD),
    # what is on top is on top of something else
    ("매출 20% 이상 증가한 기업을 선정하여 보조율을 10%p 추가 지원함", {}),
    # it does not go up, or not all of it counts
    ("선정요건(매출 20% 이상 증가)을 10%p 완화한 증가율을 목표로 설정", {}),
    ("대상 200개 기관 중 20개 기관이 참여하고 있어 150% 상향한 50개 기관 달성을 검토", {}),
    # what is to be there in a later year is not what there is
    ("’27년까지 누적 100건에 신규 20건을 추가", {}),
    # results that hold what was done so far, of a plan that holds all of it
    ("국정과제(’27년까지 누적 100건)에 따라 매년 20건 추진", {2021: "20", 2022: "40", 2023: "60"}),
    ("국정과제(’27년까지 총 100건)에 따라 매년 30건 추진, 조기 달성", {2022: "20", 2023: "20"}),
]


@every(NOTHING)
def test_a_figure_without_a_role_leaves_no_value(text, history):
    assert value(text, history) is None


@pytest.mark.parametrize(
    ("text", "history", "worth"),
    [
        # more than half as much again as what there is in a year, and what there is does not grow
        ("전년 누적 3,000명에 신규 {}명을 더함", {2022: "2700", 2023: "3000"}, {"330": "3330", "2,500": None}),
        ("누적 3,000명에 신규 {}명을 더함", {2022: "3100", 2023: "3000"}, {"330": None}),
        # taken off, so many a month, and what is added without its figure
        ("전년 누적에서 해제 {}명을 제외하고 신규 지정", {2022: "2700", 2023: "3000"}, {"30": None}),
        ("전년 누적 인원에 월 {}명×12개월을 합산", {2022: "2700", 2023: "3000"}, {"60": None}),
        ("전년 누적에 {}명을 더하고 신규 물량을 반영", {2022: "2700", 2023: "3000"}, {"330": None}),
        # the rise belongs to what stands before it
        ("억원당 고용 0.500명을 {} 상향하고 융자예산 8,000억원을 곱함", {}, {"3%": "4120"}),
        ("억원당 고용 0.500명, 융자예산 8,000억원({} 증가)을 곱함", {}, {"3%": None}),
        # a mean that is itself added is nothing that the other figure is held against
        ("누적 3,000명에 3년 평균 300명을 더하고 {}명을 목표로 함", {2022: "2700", 2023: "3000"}, {"350": None}),
    ],
)
def test_what_each_figure_is_asked(text, history, worth):
    for figure, value_of in worth.items():
        assert read_by_roles(text.format(figure), history) == ([Decimal(value_of)] if value_of else [])


def test_a_list_goes_only_when_its_mean_is_printed():
    known = Known(YEAR, "", known_cells({}, None), {}, None)
    said = (
        "일반 사업장 고용유지율의 5년 평균({}%)의 200%를 목표로 함 * (’18)41.0→(’19)42.0→(’20)42.5→(’21)43.0→(’22)44.0"
    )
    assert "→" not in without_shown(lay_out(said.format("42.5")), known).text
    assert "→" in without_shown(lay_out(said.format("43.5")), known).text
