"""Milestones against their quarter and their year."""

import pytest

from tests.builders import CODE, found_by, milestone, plan, task
from uigwe.audit import Level
from uigwe.texts import say


def of(when: str, quarter: int):
    return plan(task(CODE, milestone("결과 보고", when, quarter)))


def test_november_under_the_third_quarter_is_an_error():
    [finding] = found_by("milestone-outside", of("’23.11월", 3))

    assert finding.level is Level.ERROR
    assert finding.object == "Ⅰ-1-①/m1"
    assert say(finding).sentence == "세부일정 ‘결과 보고’의 자리는 3분기이나 적힌 시기는 ’23.11월입니다."


@pytest.mark.parametrize("when", ["’23.8월", "’23.7~9월", "’23.4~9월", "’23.7월~", "~’23.9월"])
def test_a_range_belongs_to_the_quarter_in_which_it_ends(when):
    assert found_by("milestone-outside", of(when, 3)) == []


@pytest.mark.parametrize("when", ["상시", "연중", "매월", "분기별 1회", "’23.1월~12월(매월)", "4·8·12월"])
def test_what_recurs_is_free(when):
    assert found_by("milestone-outside", of(when, 1)) == []


def test_a_range_that_runs_on_after_its_quarter_is_no_error():
    [finding] = found_by("milestone-outside", of("’23.2~12월", 1))

    assert finding.level is not Level.ERROR
    assert (
        say(finding).sentence
        == "세부일정 ‘결과 보고’의 자리는 1분기이나 적힌 시기 ’23.2~12월은 그 분기가 끝난 뒤까지 이어집니다."
    )


def test_after_the_year_of_the_plan_is_a_doubt():
    [finding] = found_by("milestone-outside", of("’24.12월", 4))

    assert finding.level is Level.DOUBT
    assert say(finding).sentence == "세부일정 ‘결과 보고’에 적힌 시기 ’24.12월은 계획연도가 끝난 뒤입니다."


def test_before_the_year_of_the_plan_is_an_error_under_a_quarter_and_a_notice_without_one():
    assert [finding.level for finding in found_by("milestone-outside", of("’22.12월", 1))] == [Level.ERROR]

    [finding] = found_by("milestone-outside", of("’22.12월", 0))

    assert finding.level is Level.NOTICE
    assert say(finding).sentence == "세부일정 ‘결과 보고’에 적힌 시기 ’22.12월은 계획연도가 시작되기 전입니다."


def test_words_that_are_no_time_are_a_notice():
    [finding] = found_by("milestone-unread", of("분기", 1))

    assert finding.level is Level.NOTICE
    assert say(finding).sentence == "세부일정 ‘결과 보고’(1분기)의 시기 ‘분기’에서 때를 알 수 없습니다."


@pytest.mark.parametrize("when", ["", "’23.3월", "상시"])
def test_a_time_or_nothing_at_all_is_no_notice(when):
    assert found_by("milestone-unread", of(when, 1)) == []


def test_a_range_that_is_printed_in_each_of_its_quarters_is_no_finding():
    rows = [milestone("상시 모집", "’23.2~12월", quarter) for quarter in (1, 2, 3, 4)]

    assert found_by("milestone-outside", plan(task(CODE, *rows))) == []
