"""What was carried over from last year's plan and waits to be written: one finding each, and no others about the same words."""

from dataclasses import replace

from tests.builders import case, found_by, indicator, milestone, plan, task
from uigwe.audit import audit
from uigwe.plan import Kind
from uigwe.plan.next_year import next_year
from uigwe.texts import say

ABOUT_WHAT_IS_EMPTY = {"missing-part", "basis-unreadable", "target-basis", "promise-missed", "reason-none"}


def before():
    return plan(
        indicator("만족도", past={2021: 91, 2022: 92}, target=93, basis="last + 1"),
        task("Ⅰ-1-①", milestone("현장 점검"), milestone("안전 점검", "’23.9월", 3)),
    )


def test_what_is_to_be_written_is_one_finding_for_an_indicator_and_one_for_a_schedule():
    found = {one.facts["case"]: one for one in found_by("carried-over", next_year(before()), before())}

    assert set(found) == {"target", "schedule"}
    assert say(found["target"]).sentence == (
        "‘만족도’의 목표치와 산출근거를 새로 적어야 합니다. 지금 있는 산출근거는 2023년 계획의 것입니다."
    )
    assert found["schedule"].facts["count"] == "2"


def test_nothing_else_is_said_of_what_nobody_has_written_yet():
    found = audit(case(next_year(before()), before())).findings

    assert ABOUT_WHAT_IS_EMPTY & {one.check for one in found} == set()


def test_a_new_target_with_the_old_reason_is_still_said():
    moved = next_year(before())
    [old] = moved.indicators
    target = tuple(
        replace(one, written="94", value=one.value, state="final") if one.kind is Kind.TARGET else one
        for one in old.printings
    )
    told = found_by("carried-over", replace(moved, indicators=(replace(old, printings=target),)))

    assert "words" in {one.facts["case"] for one in told}


def test_a_plan_in_its_own_words_is_left_alone():
    assert found_by("carried-over", before()) == []


def test_a_target_that_is_empty_without_such_words_is_still_missing():
    assert [one.facts["part"] for one in found_by("missing-part", plan(indicator("만족도", target="", reason="")))] == [
        "target"
    ]
