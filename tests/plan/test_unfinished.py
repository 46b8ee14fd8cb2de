"""What a plan still lacks is counted: targets, last year's words, empty cells."""

from dataclasses import replace

from tests.web import builders
from uigwe.plan import Patch, edited
from uigwe.plan.next_year import next_year
from uigwe.plan.unfinished import Unfinished, unfinished


def whole():
    plan = builders.plan()
    for id, code in (("survival", builders.TASK), ("satisfaction", builders.OTHER_TASK)):
        plan = edited(plan, Patch(f"{id}@{code}", "reason", "최근 실적을 고려하여 정하였다"))
    return plan


def test_a_plan_with_every_cell_filled_lacks_nothing():
    assert unfinished(whole()) == Unfinished(targets=0, carried=0, empty=0)


def test_a_new_year_lacks_its_targets_and_says_last_years_words():
    found = unfinished(next_year(whole()))

    assert found.targets == 2
    assert found.carried == 4  # two reasons, two milestones
    assert found.empty == 0


def test_a_cell_that_is_asked_for_and_empty_counts_and_a_note_does_not():
    plan = whole()
    [use] = plan.indicators[0].uses
    indicator = replace(plan.indicators[0], uses=(replace(use, source=" "),))

    assert unfinished(replace(plan, indicators=(indicator, *plan.indicators[1:]))).empty == 1
