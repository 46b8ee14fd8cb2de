"""Plans of an invented ministry, with other counts, years, words and numbers, come back as they were made."""

import random
from collections import defaultdict

import pytest

from tests.documents.forms import layout, squeezed
from tests.documents.invented import Invented, invent, render
from uigwe.documents import Draft, read_text
from uigwe.plan import Part

SEEDS = range(8)


def drawn(seed: int) -> tuple[Invented, str]:
    dice = random.Random(seed)
    plan = invent(seed, dice.randint(1, 5), dice.randint(1, 4), dice.randint(1, 7), dice.choice((2022, 2024, 2025)))
    return plan, render(plan, seed, dice.choice(("목표치 산출근거", "산출 근거", "설정근거")))


@pytest.fixture(scope="module", params=SEEDS)
def made(request: pytest.FixtureRequest) -> tuple[Invented, Draft]:
    plan, text = drawn(request.param)
    return plan, read_text(text, layout(), "섬살림", plan.year)


def test_goals_and_tasks_have_their_codes_and_titles(made: tuple[Invented, Draft]):
    plan, draft = made
    told = {node.code: squeezed(node.title) for node in draft.plan.nodes()}

    wanted = [*plan.strategics, *plan.goals, *plan.tasks]
    assert told == {one.code: squeezed(one.title) for one in wanted}


def test_indicators_have_their_names_units_values_and_kinds(made: tuple[Invented, Draft]):
    plan, draft = made
    told = defaultdict(list)
    for indicator, use in draft.plan.uses():
        cells = [squeezed(printing.written) for printing in indicator.own(use)]
        years = [printing.year for printing in indicator.own(use)]
        told[use.code].append((squeezed(use.name), indicator.unit, years, cells, use.nature, use.quantification))

    for one in [*plan.strategics, *plan.goals, *plan.tasks]:
        years = list(plan.long_columns if "-" not in one.code else plan.columns)
        assert told[one.code] == [
            (
                squeezed(m.name),
                m.unit,
                years,
                [squeezed(cell) for cell in (*m.past, m.target)],
                m.nature,
                m.quantification,
            )
            for m in one.measures
        ]


def test_reason_formula_and_source_are_kept_apart(made: tuple[Invented, Draft]):
    plan, draft = made
    told = [
        (squeezed(use.reason), squeezed(use.formula), squeezed(use.source))
        for level in (plan.strategics, plan.goals, plan.tasks)
        for one in level
        for _, use in draft.plan.uses(one.code)
    ]

    assert told == [
        (squeezed(m.reason), squeezed(m.formula), squeezed(m.source))
        for level in (plan.strategics, plan.goals, plan.tasks)
        for one in level
        for m in one.measures
    ]


def test_milestones_have_their_quarters_texts_and_times(made: tuple[Invented, Draft]):
    plan, draft = made
    told = {t.code: [(m.quarter, squeezed(m.text), m.when) for m in t.milestones] for t in draft.plan.tasks()}

    assert told == {t.code: [(quarter, squeezed(text), when) for quarter, text, when in t.steps] for t in plan.tasks}


def test_budget_links_and_people_belong_to_their_task(made: tuple[Invented, Draft]):
    plan, draft = made
    for made_task, task in zip(plan.tasks, draft.plan.tasks(), strict=True):
        money = [(b.level, b.code, squeezed(b.name), b.account, *(a.written for a in b.amounts)) for b in task.budget]
        assert money == [(level, code, squeezed(name), *rest) for level, code, name, *rest in made_task.money]
        title, code = made_task.link
        assert [(k.register, k.code, squeezed(k.title), k.place.part) for k in task.links] == [
            ("국정", code, squeezed(title), Part.BODY),
            ("국정", code, squeezed(title), Part.ANNEX),
        ]
        assert [one.name for one in task.people if one.role == "beneficiary"] == made_task.served


def test_mission_vision_and_all_tallies_are_found(made: tuple[Invented, Draft]):
    plan, draft = made

    assert squeezed(draft.plan.mission.text) == squeezed(plan.mission)
    assert squeezed(draft.plan.vision.text) == squeezed(plan.vision)
    assert len(draft.plan.tallies) == 6 + 6 * len(plan.strategics) + 3 * 12


def test_a_clean_document_leaves_nothing_to_ask(made: tuple[Invented, Draft]):
    _, draft = made

    assert [(one.kind, one.object) for one in draft.questions] == []


def test_the_targets_in_the_annex_are_printings_of_the_same_indicator(made: tuple[Invented, Draft]):
    _, draft = made
    for indicator, use in draft.plan.uses():
        [annex] = [p for p in indicator.printings if p.place.part is Part.ANNEX and p.place.code == use.code]
        assert annex.value == indicator.target(use).value


def test_every_fact_says_where_it_stands(made: tuple[Invented, Draft]):
    _, draft = made
    places = [printing.place for indicator in draft.plan.indicators for printing in indicator.printings]
    places += [milestone.place for task in draft.plan.tasks() for milestone in task.milestones]

    assert all(place.line and place.code for place in places)


def test_two_readings_of_one_text_are_the_same():
    plan, text = drawn(3)

    assert read_text(text, layout(), "섬살림", plan.year) == read_text(text, layout(), "섬살림", plan.year)


def test_without_a_year_the_tables_tell_it_and_a_person_is_asked():
    plan, text = drawn(2)

    draft = read_text(text, layout(), "섬살림")

    assert draft.plan.year == plan.year
    assert "year-guessed" in {one.kind for one in draft.questions}
