"""Plans of invented ministries printed with tables come back whole, whatever the habits of the office."""

import pytest

from corpus.facts import score, truth_of
from corpus.plans import Invented, invent_case
from corpus.print import Manner, as_hwpx, form
from corpus.print.form import draw
from tests.documents.forms import layout
from uigwe.documents import Draft
from uigwe.documents.hwpx import read_hwpx
from uigwe.documents.structured import read_blocks

SMALL = {"strategic": 2, "goals": 4, "tasks": 8}


def read(made: Invented, manner: Manner) -> Draft:
    return read_blocks(read_hwpx(as_hwpx(form(made, manner))), layout(), made.plan.agency, made.plan.year)


@pytest.mark.parametrize("seed", range(5000, 5006))
def test_every_fact_of_an_hwpx_document_comes_back(seed: int):
    made = invent_case(seed, **SMALL)

    draft = read(made, draw(seed))

    found = score(truth_of(made), draft.plan, [one.object for one in draft.questions])
    assert (found.missed, found.faults) == ([], [])
    assert draft.questions == ()


@pytest.mark.parametrize(
    "manner",
    [
        Manner(year="FY{yy}"),
        Manner(formula_first=True, name="지표명"),
        Manner(steps="lists", framed=False),
        Manner(goal_beside=True, names_together=True, broken=True),
        Manner(unit_in_table=True, money_lines=True, tally_heads=2),
    ],
)
def test_each_habit_of_an_office_is_understood(manner: Manner):
    made = invent_case(77, **SMALL)

    draft = read(made, manner)

    assert score(truth_of(made), draft.plan, []).missed == []


def test_every_fact_says_where_it_stands():
    draft = read(invent_case(3, **SMALL), Manner())

    places = [one.place for indicator in draft.plan.indicators for one in indicator.printings]
    places += [one.place for task in draft.plan.tasks() for one in (*task.milestones, *task.budget, *task.links)]
    assert all(place.line and place.code for place in places)


def test_the_prose_keeps_its_sections_and_leaves_the_tables_out():
    made = invent_case(3, **SMALL)

    draft = read(made, Manner())

    told = {(one.place.code, one.text.removeprefix("ㅇ ")) for one in draft.text}
    assert {(one.place.code, one.text) for one in made.text} <= told
    values = {one.written for indicator in made.plan.indicators for one in indicator.printings}
    assert not values & {one.text for one in draft.text}
