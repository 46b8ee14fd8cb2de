"""What a reason says of itself."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import found_by, indicator, plan
from uigwe.audit import Level
from uigwe.plan import Kind, Printing
from uigwe.texts import say
from uigwe.values import State

PAST = {2020: 70, 2021: 75, 2022: 80}


def because(reason: str, basis: str = "", target: float = 78, **more):
    return plan(indicator(past=PAST, target=target, reason=reason, basis=basis, **more))


def test_three_years_in_words_and_two_in_dates_are_an_error():
    [finding] = found_by("reason-window", because("최근 3개년도(‘21년~’22년) 평균"))

    assert finding.level is Level.ERROR
    assert say(finding).sentence == (
        "‘만족도’의 산출근거 ‘최근 3개년도(‘21년~’22년)’은 말로는 3년이나 적힌 연도로는 2년입니다."
    )


def test_years_that_end_before_last_year_are_a_notice():
    [finding] = found_by("reason-window", because("최근 3년간(’19~’21년) 평균"))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "early")


@pytest.mark.parametrize("reason", ["최근 3개년(’20~’22년) 평균", "최근 3년 평균", "’20~’22년 평균"])
def test_years_that_fit_are_no_finding(reason):
    assert found_by("reason-window", because(reason)) == []


def test_a_mean_of_other_years_than_the_words_is_a_doubt():
    [finding] = found_by("basis-years", because("최근 3년 평균", "mean(2021..2022)"))

    assert (finding.level, finding.values) == (Level.DOUBT, ("3", "2"))


def test_a_mean_of_the_years_of_the_words_is_no_finding():
    assert found_by("basis-years", because("최근 3년 평균", "mean(2020..2022)")) == []


def test_raised_by_103_percent_is_a_doubt_when_103_percent_of_it_is_meant():
    [finding] = found_by("raised-by-all", because("전년 실적의 103% 상향", "last * 103 %", target=82.4))

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == (
        "‘만족도’의 산출근거 ‘103% 상향’을 글자대로 읽으면 목표치는 162.4가 됩니다. 실제 목표치는 82.4로, 3% 올린 것입니다."
    )


def test_of_another_target_nothing_is_said_that_is_not_so():
    [finding] = found_by("raised-by-all", because("전년 실적의 103% 상향", "last * 103 %", target=90))

    assert "90" not in say(finding).sentence


@pytest.mark.parametrize(
    ("reason", "basis"),
    [
        ("전년 실적의 103% 수준", "last * 103 %"),
        ("전년 실적 대비 3% 상향", "last * 103 %"),
        ("기존 대비 112% 대폭 상향", "last * (100 % + 112 %)"),
    ],
)
def test_to_103_percent_by_3_and_really_doubled_are_no_findings(reason, basis):
    assert found_by("raised-by-all", because(reason, basis)) == []


@pytest.mark.parametrize("reason", ["누계 = 전년도 건수 + 당해연도 건수", "이용자가 준 점수의 평균임"])
def test_a_formula_where_the_reason_should_stand_is_a_doubt(reason):
    [finding] = found_by("reason-formula", because(reason, formula="이용자가 준 점수의 평균"))

    assert finding.level is Level.DOUBT


@pytest.mark.parametrize("reason", ["전년 실적 + 2점 = 82점", "시설 확충을 고려하여 설정"])
def test_a_reason_with_figures_or_of_other_words_is_no_formula(reason):
    assert found_by("reason-formula", because(reason)) == []


def test_what_was_considered_is_no_reason():
    [finding] = found_by("reason-none", because("과거 실적과 여건을 고려하여 설정"))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "considered")
    assert [one.facts["case"] for one in found_by("reason-none", because(""))] == ["none"]


def test_a_basis_or_a_computation_is_a_reason():
    assert found_by("reason-none", because("추세를 고려", "last * 97.5 %")) == []
    assert found_by("reason-none", because("전년 실적 80점에서 2점을 뺌")) == []


def based(result: str, promised: str, target: str):
    made = indicator(past={2022: result}, target=target, basis="target(2022) + 0.5 %p", unit="%")
    words = Printing(Kind.QUOTED_TARGET, 2022, promised, Decimal(promised), State.FINAL, made.uses[0].place)
    return plan(replace(made, printings=(*made.printings, words)))


def test_a_target_set_from_a_target_below_the_result_is_a_doubt():
    [finding] = found_by("basis-on-target", based("18.3", "3.0", "3.5"))

    assert (finding.level, finding.values) == (Level.DOUBT, ("3.0", "18.3"))


def test_a_target_set_from_a_target_and_above_the_result_is_a_notice():
    [finding] = found_by("basis-on-target", based("3.0", "3.0", "3.5"))

    assert (finding.level, finding.facts["case"]) == (Level.NOTICE, "same")


def test_a_target_set_from_a_result_is_no_finding():
    assert found_by("basis-on-target", because("전년 + 1", "last + 1")) == []


@pytest.mark.parametrize("past", [{2022: "신규"}, {2021: 40, 2022: 45}])
def test_raised_by_a_little_more_than_all_is_a_doubt_without_a_basis(past):
    of = indicator("성공률", unit="%", past=past, target=50, reason="최근 3년 평균의 105% 상향")

    [finding] = found_by("raised-by-all", plan(of))

    assert finding.values == ("105% 상향",)


def test_raised_by_more_than_all_and_meant_so_is_none():
    of = indicator(
        "참여 기업",
        unit="개사",
        past={2022: "신규"},
        target=70,
        reason="기존 33개사 대비 112% 대폭 상향한 70개사로 설정",
    )

    assert found_by("raised-by-all", plan(of)) == []


@pytest.mark.parametrize(
    "reason",
    [
        "현재 참여기업이 33개사인 점을 고려할 때 기존 대비 112% 대폭 상향한 70개사로 설정",
        "은행 성공률 54.4%에 약 5%p를 가산하여 도전적으로 설정",
    ],
)
def test_what_says_from_what_and_by_how_much_is_a_reason(reason):
    assert found_by("reason-none", plan(indicator(unit="%", past={2022: 33}, target=70, reason=reason))) == []
