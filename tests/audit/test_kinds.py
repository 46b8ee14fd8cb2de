"""Kinds of indicators."""

import pytest

from tests.builders import also_used, found_by, indicator, plan
from uigwe.audit import Level
from uigwe.texts import say


def counts(*kinds: str, unit: str = "명"):
    found = [
        indicator(f"지표 {n}", id=f"i{n}", code=f"Ⅰ-1-{'①②③④⑤'[n]}", unit=unit, quantification=kind, target=5)
        for n, kind in enumerate(kinds)
    ]
    return plan(*found)


def test_a_head_count_called_qualitative_beside_quantitative_ones_is_a_doubt():
    [finding] = found_by("kind-differs", counts("정량", "정성", "정량", "정량"))

    assert (finding.level, finding.object) == (Level.DOUBT, "i1@Ⅰ-1-②")
    assert say(finding).sentence == (
        "‘지표 1’은 정성 지표로 분류되어 있으나, 같은 방식으로 재는 지표 4개 가운데 3개(‘지표 0’ 등)는 정량 지표입니다."
    )


@pytest.mark.parametrize("kinds", [("정량", "정성"), ("정량", "정성", "정량", "정성"), ("정량", "정량", "정량")])
def test_few_or_divided_or_alike_are_no_findings(kinds):
    assert found_by("kind-differs", counts(*kinds)) == []


def test_a_satisfaction_called_output_beside_outcomes_is_a_doubt():
    marks = [
        indicator(f"시설 {n} 만족도", id=f"m{n}", code=f"Ⅰ-1-{'①②③④'[n]}", nature=nature, target=90)
        for n, nature in enumerate(("결과", "결과", "산출", "결과"))
    ]

    [finding] = found_by("kind-differs", plan(*marks))

    assert (finding.object, finding.facts["case"]) == ("m2@Ⅰ-1-③", "nature")


@pytest.mark.parametrize("name", ["제도개선 대책 마련 횟수", "지역특구법 개정안 발의", "기본계획 수립"])
def test_the_ministrys_own_acts_as_outcome_are_a_doubt(name):
    [finding] = found_by("own-acts", plan(indicator(name, id="acts", target=1)))

    assert finding.level is Level.DOUBT


def test_own_acts_as_output_and_what_others_do_are_no_findings():
    assert found_by("own-acts", plan(indicator("대책 마련 횟수", id="acts", nature="산출", target=1))) == []
    assert found_by("own-acts", plan(indicator("창업 기업 수", id="firms", target=1))) == []
    ratio = indicator("이행률", target=60, formula="정상 이행 기업 수 / 개선계획 수립 기업 수")
    assert found_by("own-acts", plan(ratio)) == []


def test_an_act_called_output_where_other_acts_are_outcomes_is_a_notice():
    acts = [
        indicator(f"{what} 마련", id=f"a{n}", code=f"Ⅰ-1-{'①②③④'[n]}", nature="산출" if n == 3 else "결과", target=1)
        for n, what in enumerate(("제도개선 대책", "하천 방안", "정비 전략", "하위법령"))
    ]

    [finding] = found_by("kind-differs", plan(*acts))

    assert (finding.level, finding.object, finding.facts["case"]) == (Level.NOTICE, "a3@Ⅰ-1-④", "acts")
    assert found_by("kind-differs", plan(*acts[1:])) == []


def test_a_quantitative_indicator_to_be_reached_in_words_is_a_doubt():
    [finding] = found_by("kind-differs", plan(indicator("하위법령 시행", id="law", target="시행령‧시행규칙 시행")))

    assert (finding.level, finding.facts["case"], finding.values) == (
        Level.DOUBT,
        "words",
        ("정량", "시행령‧시행규칙 시행"),
    )
    words = indicator("하위법령 시행", id="law", target="시행령‧시행규칙 시행", quantification="정성")
    assert found_by("kind-differs", plan(words)) == []
    assert found_by("kind-differs", plan(indicator("하위법령 시행", id="law", target="1건"))) == []


def test_one_indicator_of_a_goal_and_its_task_is_a_notice():
    [finding] = found_by("indicator-shared", plan(also_used(indicator("하천 정비율", code="Ⅰ-1", target=5), "Ⅰ-1-①")))

    assert finding.level is Level.NOTICE
    assert say(finding).sentence == "‘하천 정비율’은 Ⅰ-1의 성과지표이면서 그 아래 Ⅰ-1-①의 성과지표이기도 합니다."


@pytest.mark.parametrize("other", ["Ⅰ-2-①", "Ⅰ-1-②"])
def test_one_indicator_of_two_that_are_not_one_above_the_other_is_none(other):
    assert found_by("indicator-shared", plan(also_used(indicator("하천 정비율", target=5), other))) == []


def test_one_indicator_of_a_goal_and_its_task_is_told_once_with_both_places():
    acts = also_used(indicator("법 개정안 발의", id="acts", target=1), "Ⅰ-1-②")

    [finding] = found_by("own-acts", plan(acts))

    assert len(finding.places) == 2


def test_the_row_of_the_annex_that_prints_the_kind_is_a_place_too():
    found = [
        indicator(
            f"지표 {n}", id=f"i{n}", code=f"Ⅰ-1-{'①②③④'[n]}", unit="명", quantification=kind, target=5, annex={2023: 5}
        )
        for n, kind in enumerate(("정량", "정성", "정량", "정량"))
    ]

    [finding] = found_by("kind-differs", plan(*found))

    assert [place.part for place in finding.places] == ["body", "annex", "body"]


@pytest.mark.parametrize("name", ["청년 농가 지원 수", "교육 과정 수료 인원", "보상금 지급률", "분쟁조정 처리율"])
def test_what_was_done_or_served_is_no_outcome(name):
    [finding] = found_by("output-as-outcome", plan(indicator(name, target=90, nature="결과")))

    assert finding.level is Level.NOTICE
    assert found_by("output-as-outcome", plan(indicator(name, target=90, nature="산출"))) == []


@pytest.mark.parametrize(
    "name", ["지원 기업 매출증가율", "교육 만족도", "지원기업 생존율", "참여자 취업성공률", "하천 수질"]
)
def test_what_came_of_it_may_be_an_outcome(name):
    assert found_by("output-as-outcome", plan(indicator(name, target=90, nature="결과"))) == []


def test_own_acts_are_of_one_kind_in_whatever_unit():
    acts = [
        indicator(f"{what} 대책 마련", id=f"act-{at}", target=1, unit=unit, quantification=kind, line=10 + at)
        for at, (what, unit, kind) in enumerate(
            [("하천", "회", "정량"), ("숲", "건", "정량"), ("바다", "개", "정량"), ("섬", "", "정성")]
        )
    ]

    [finding] = found_by("kind-differs", plan(*acts))

    assert finding.values == ("정성", "정량")


@pytest.mark.parametrize(("unit", "count"), [("건", 1), ("점", 0)])
def test_things_found_or_held_so_many_times_are_outputs(unit, count):
    of = indicator("상생 모델 발굴", unit=unit, target=20, nature="결과")

    assert len(found_by("output-as-outcome", plan(of))) == count
