"""Texts of plans of invented ministries, with other counts, years, words and numbers, come back as they were made."""

import random
from dataclasses import replace

import pytest

from corpus.facts import IN_TABLES, score, truth_of
from corpus.plans import invent_case
from corpus.text import printed
from tests.documents.forms import layout
from uigwe.documents import Draft, read_text
from uigwe.plan import Part, Plan

SEEDS = range(7000, 7008)


def drawn(seed: int) -> tuple[Plan, str]:
    """What the text says, and the text."""
    dice = random.Random(seed)
    strategic = dice.randint(1, 4)
    goals = strategic * dice.randint(1, 3)
    counts = {"strategic": strategic, "goals": goals, "tasks": goals * dice.randint(1, 3)}
    made = invent_case(seed, year=dice.choice((2022, 2024, 2025)), **counts)
    text = printed(made, seed)
    return truth_of(replace(made, plan=text.plan)), text.text


@pytest.fixture(scope="module", params=SEEDS)
def made(request: pytest.FixtureRequest) -> tuple[Plan, Draft]:
    plan, text = drawn(request.param)
    return plan, read_text(text, layout(), plan.agency, plan.year)


def test_every_fact_comes_back_and_nothing_is_left_to_ask(made: tuple[Plan, Draft]):
    plan, draft = made

    found = score(plan, draft.plan, [])
    assert (found.missed, found.faults, draft.questions) == ([], [], ())


def test_every_value_says_on_which_line_it_stands(made: tuple[Plan, Draft]):
    plan, draft = made

    def lines(of: Plan) -> dict[tuple[object, ...], int | None]:
        return {
            (one.place.code, at, one.kind, one.year): one.place.line
            for code in (node.code for node in of.nodes())
            for at, (indicator, _) in enumerate(of.uses(code))
            for one in indicator.printings
            if one.kind in IN_TABLES and (one.place.code, one.place.part) == (code, Part.BODY)
        }

    assert lines(draft.plan) == lines(plan)


def test_every_step_says_on_which_line_it_stands(made: tuple[Plan, Draft]):
    plan, draft = made

    def lines(of: Plan) -> list[int | None]:
        return [step.place.line for task in of.tasks() for step in task.milestones]

    assert lines(draft.plan) == lines(plan)


def test_the_targets_in_the_annex_are_printings_of_the_same_indicator(made: tuple[Plan, Draft]):
    _, draft = made
    for indicator, use in draft.plan.uses():
        [annex] = [p for p in indicator.printings if p.place.part is Part.ANNEX and p.place.code == use.code]
        assert annex.value == indicator.target(use).value


def test_two_readings_of_one_text_are_the_same():
    plan, text = drawn(7003)

    assert read_text(text, layout(), "섬살림", plan.year) == read_text(text, layout(), "섬살림", plan.year)


def test_without_a_year_the_tables_tell_it_and_a_person_is_asked():
    plan, text = drawn(7002)

    draft = read_text(text, layout(), "섬살림")

    assert draft.plan.year == plan.year
    assert "year-guessed" in {one.kind for one in draft.questions}
