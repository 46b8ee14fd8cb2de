"""Answers of a person go into the plan; what only wanted to be seen, and what does not fit, changes nothing."""

import pytest

from tests.builders import CODE, budget_line, indicator, milestone, plan, task
from uigwe.operations.answering import answered, by_year
from uigwe.packs import Question
from uigwe.values import State


def question(kind: str, object: str, answer: str, alternatives: tuple[str, ...] = ()) -> Question:
    return Question(f"{kind}-0", kind, object, 1, "", "", alternatives, answer)


MEASURED = plan(
    indicator(past={2021: 41, 2022: 43}, target=45, annex={2023: 45}), task(CODE, milestone(), budget_line())
)
HERE = f"satisfaction@{CODE}"


def cells(answered_plan) -> dict[int, str]:
    [one] = answered_plan.indicators
    return {printing.year: printing.written for printing in one.own(one.uses[0])}


def test_values_by_year_take_the_place_of_what_was_read():
    told = answered(MEASURED, [question("indicator-values", HERE, "2021: 신규, 2022: 1,041, 2023: 45")])

    assert cells(told.plan) == {2021: "신규", 2022: "1,041", 2023: "45"}
    [one] = told.plan.indicators
    assert [printing.state for printing in one.own(one.uses[0])] == [State.NEW, State.FINAL, State.FINAL]
    assert len(one.printings) == 4  # the annex still prints its own
    assert told.unfit == ()


def test_an_alternative_is_taken_by_its_number():
    told = answered(
        MEASURED,
        [question("indicator-empty-cells", HERE, "1", ("2021:, 2022: 41, 2023: 45", "2021: 41, 2022:, 2023: 45"))],
    )

    assert cells(told.plan) == {2021: "", 2022: "41", 2023: "45"}


def test_words_of_a_target_are_taken_as_they_are():
    told = answered(MEASURED, [question("indicator-target-words", HERE, "시행령 시행", ("시행규칙 시행",))])

    assert cells(told.plan)[2023] == "시행령 시행"


def test_words_of_three_cells_are_cut_where_the_answer_cuts_them():
    told = answered(MEASURED, [question("indicator-words-uncut", HERE, "전년 대비 | 점수의 평균 | 조사 결과")])

    [one] = told.plan.indicators
    assert (one.uses[0].reason, one.uses[0].formula, one.uses[0].source) == ("전년 대비", "점수의 평균", "조사 결과")


def test_words_that_are_not_three_cells_do_not_fit():
    told = answered(MEASURED, [question("indicator-words-uncut", HERE, "전년 대비, 점수의 평균")])

    assert (told.plan, len(told.unfit)) == (MEASURED, 1)


def test_a_time_becomes_days():
    told = answered(MEASURED, [question("milestone-no-when", f"{CODE}/m1", "’23.4~6월")])

    [step] = told.plan.task(CODE).milestones
    assert (step.when, str(step.start), str(step.end)) == ("’23.4~6월", "2023-04-01", "2023-06-30")


def test_an_amount_goes_to_the_year_that_is_named():
    told = answered(MEASURED, [question("budget-amount-column", f"{CODE}/b1", "2022: 1,200")])

    [line] = told.plan.task(CODE).budget
    assert [(one.year, one.written, one.won) for one in line.amounts] == [
        (2022, "1,200", 120_000_000_000),
        (2023, "", None),
    ]


@pytest.mark.parametrize("kind", ["count-differs", "no-annex", "indicator-values", "milestone-no-when"])
def test_as_understood_changes_nothing(kind):
    object = f"{CODE}/m1" if kind.startswith("milestone") else HERE

    assert answered(MEASURED, [question(kind, object, "=")]).plan == MEASURED


@pytest.mark.parametrize(
    ("kind", "object", "answer"),
    [
        ("indicator-values", HERE, "41 and 43"),
        ("indicator-values", HERE, "2021: 1, 2021: 2"),
        ("indicator-values", "nobody@Ⅰ-1-①", "2021: 41"),
        ("budget-amount-column", f"{CODE}/b1", "2031: 5"),
        ("budget-amount-column", f"{CODE}/b1", "2022: much"),
        ("budget-amount-column", f"{CODE}/b9", "2022: 5"),
        ("milestone-no-when", f"{CODE}/m9", "’23.4월"),
    ],
)
def test_an_answer_that_does_not_fit_is_told_and_changes_nothing(kind, object, answer):
    asked = question(kind, object, answer)

    told = answered(MEASURED, [asked])

    assert told.plan == MEASURED
    assert told.unfit == (asked,)


def test_commas_inside_figures_part_no_years():
    assert by_year("2021: 1,041 (잠정), 2022:, 2023: 2,023") == {2021: "1,041 (잠정)", 2022: "", 2023: "2,023"}
