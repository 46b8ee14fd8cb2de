"""An invented plan as text says everything that the plan says, each thing on the line where the truth has it."""

from collections import Counter

import pytest

from corpus.plans import invent_case
from corpus.text import Printed, printed
from tests.documents.forms import layout, squeezed
from uigwe.documents import Draft, read_text


@pytest.fixture(scope="module", params=range(3))
def told(request: pytest.FixtureRequest) -> tuple[Printed, Draft]:
    made = invent_case(request.param, tasks=18, goals=9, strategic=3)
    document = printed(made, request.param)
    return document, read_text(document.text, layout(), made.plan.agency, made.plan.year)


def share(wanted: list[object], got: list[object]) -> float:
    """How many of the facts wanted were got, of all facts on either side."""
    both = Counter(wanted) & Counter(got)
    return sum(both.values()) / max(len(wanted), len(got))


def values(plan):
    return [(use.code, one.kind, one.year, squeezed(one.written)) for i, use in plan.uses() for one in i.own(use)]


def places(plan):
    return [(use.code, one.kind, one.year, one.place.line) for i, use in plan.uses() for one in i.own(use)]


def milestones(plan):
    return [(t.code, m.quarter, squeezed(m.text), squeezed(m.when)) for t in plan.tasks() for m in t.milestones]


def money(plan):
    return [
        (t.code, b.level, b.code, squeezed(b.name), *(a.won for a in b.amounts)) for t in plan.tasks() for b in t.budget
    ]


def links(plan):
    return [(t.code, k.register, k.code, squeezed(k.title), k.place.part) for t in plan.tasks() for k in t.links]


def test_the_reader_finds_goals_tasks_and_links(told):
    document, draft = told

    assert [(n.code, squeezed(n.title)) for n in draft.plan.nodes()] == [
        (n.code, squeezed(n.title)) for n in document.plan.nodes()
    ]
    assert share(links(document.plan), links(draft.plan)) == 1


def test_the_reader_finds_values_reasons_and_formulas(told):
    document, draft = told

    assert share(values(document.plan), values(draft.plan)) >= 0.95
    for field in ("reason", "formula", "source"):
        wanted, got = (
            [squeezed(getattr(use, field)) for _, use in plan.uses()] for plan in (document.plan, draft.plan)
        )
        assert share(wanted, got) >= 0.9, field


def test_the_reader_finds_milestones_and_money(told):
    document, draft = told

    assert share(milestones(document.plan), milestones(draft.plan)) >= 0.95
    assert share(money(document.plan), money(draft.plan)) >= 0.95


def test_the_truth_knows_the_line_of_every_cell(told):
    document, draft = told

    assert share(places(document.plan), places(draft.plan)) >= 0.95


def test_every_line_of_the_truth_shows_what_it_is_said_to_show(told):
    document, _ = told
    lines = document.text.split("\n")

    for indicator in document.plan.indicators:
        for one in indicator.printings:
            if one.kind in ("actual", "target") and one.place.part == "body" and one.value is not None:
                assert one.written in lines[one.place.line - 1]
    for claim in document.plan.claims:
        assert claim.place.line


def test_another_seed_lays_the_same_plan_out_in_another_way():
    made = invent_case(4, tasks=16, goals=8, strategic=3)

    assert printed(made, 1).text != printed(made, 2).text
    assert printed(made, 1) == printed(made, 1)
