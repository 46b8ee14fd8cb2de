"""The plan of 2023 against what a careful reader found in it by hand."""

import pytest

from tests.every import every
from tests.shipped import pack, report
from uigwe.audit import Finding, Level
from uigwe.plan import Level as PlanLevel


def only(check: str, *values: str) -> Finding:
    """The one finding of a check that is about these printed values."""
    found = [one for one in report().findings if one.check == check and set(values) <= set(one.values)]
    assert len(found) == 1, [(one.code, one.values) for one in report().findings if one.check == check]
    return found[0]


def test_the_plan_has_4_goals_17_goals_46_tasks_and_71_indicator_rows_of_67_indicators():
    plan = pack().plan

    assert len(plan.goals) == 4
    assert len(list(plan.performance_goals())) == 17
    assert len(list(plan.tasks())) == 46
    assert len(list(plan.uses())) == 71
    assert len(plan.indicators) == 67


def test_the_indicator_rows_are_4_17_and_50():
    levels = [use.level for _, use in pack().plan.uses()]

    assert [levels.count(level) for level in PlanLevel] == [4, 17, 50]


def test_the_head_counts_add_up_to_947_and_not_945():
    finding = only("sum", "945", "947")

    assert finding.level is Level.ERROR
    assert finding.facts["added"] == "947"


def test_one_gain_in_employment_is_3749_and_3794():
    finding = only("quoted-differs", "3,749", "3,794명")

    assert finding.code == "Ⅲ-3"
    assert {place.code for place in finding.places} == {"Ⅲ-3", "Ⅲ-3-②"}


def test_one_target_is_89_in_the_body_and_88_4_in_the_annex():
    finding = only("values-differ", "89", "88.4")

    assert (finding.code, finding.level) == ("Ⅳ-3-③", Level.ERROR)
    assert [place.part for place in finding.places] == ["body", "annex"]


def test_twelve_points_above_the_mean_are_40_1_and_not_40_0():
    finding = only("target-basis", "40.0%", "40.1")

    assert (finding.code, finding.level) == ("Ⅱ-1-②", Level.ERROR)


def test_forty_five_of_fifty_are_not_95_percent():
    finding = only("tally-shares", "(95%)")

    assert finding.facts["share"] == "90"


def test_points_called_percent_are_found_where_the_plan_adds_them():
    found = {one.code for one in report().findings if one.check == "percent-or-points"}

    assert {"Ⅰ-1", "Ⅰ-1-①", "Ⅱ-1-②"} <= found


@pytest.mark.parametrize("check", ["target-basis", "target-retreats", "target-stands-still", "values-differ"])
def test_nothing_says_that_the_92_of_the_first_task_is_wrong(check):
    assert [one for one in report().findings if one.check == check and one.code in ("Ⅰ-1", "Ⅰ-1-①")] == []


def test_no_finding_is_about_counts_that_are_right():
    assert [one for one in report().findings if one.check in ("count-stated", "tally-classes")] == []


@every(
    [
        ("deviation", "Ⅱ-4-④", ("1.78", "4.57")),
        ("series-differs", "Ⅱ-4-②", ("92,549", "92,578")),
        ("series-differs", "Ⅱ-4-②", ("23,165", "23,110")),
        ("percent-for-points", "Ⅳ-1-②", ("13.4%", "13.4%p")),
        ("budget-magnitude", "Ⅲ-2-②", ("225,599 억원", "58,984 억원")),
        ("reference-forms", "Ⅳ-3-①", ("대·중소기업 상생협력추진에 관한 법률",)),
        ("reason-window", "Ⅳ-1-①", ("최근 3개년도(‘21년~’22년)",)),
        ("claim-differs", "Ⅱ-4-①", ("41,769억원", "41889 억원")),
        ("parts-target", "Ⅱ-3-④", ("14,500", "14200")),
        ("number-malformed", "Ⅳ", ("0.37.5",)),
    ],
)
def test_what_the_reader_found_by_hand(check, code, values):
    assert only(check, *values).code == code
