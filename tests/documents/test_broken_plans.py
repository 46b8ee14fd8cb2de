"""Plans cut short, without annexes, with lines missing, and texts that are no plans: refused or asked, never a traceback."""

import random
import re

import pytest

from corpus.plans import Invented, invent_case
from corpus.text import printed
from tests.documents.forms import layout
from uigwe.documents import Draft, read_text
from uigwe.files import Refused


def plan_of(seed: int, strategic: int = 1, goals: int = 1, tasks: int = 1) -> tuple[Invented, str]:
    made = invent_case(seed, strategic=strategic, goals=goals, tasks=tasks, year=2024)
    return made, printed(made, seed).text


def whole() -> str:
    return plan_of(11, 2, 4, 8)[1]


def kinds(draft: Draft) -> set[str]:
    return {one.kind for one in draft.questions}


@pytest.mark.parametrize(
    "text", ["", "\n\n", "오늘은 맑음\n내일은 흐림\n", "가" * 50_000, "- 1 -\n" * 500, "전략목표 Ⅰ\n성과목표\n"]
)
def test_what_is_not_a_plan_is_refused_with_what_was_looked_for(text: str):
    with pytest.raises(Refused) as refused:
        read_text(text, layout(), "섬살림", 2024)

    assert refused.value.reason == "not-a-plan"
    assert "전략목표" in refused.value.facts["looked_for"]


def test_a_plan_of_another_form_is_refused_and_says_what_it_lacks():
    other = "주요업무 추진계획\n\n1. 추진과제\n가. 섬 교통 개선\n성과지표: 만족도 90점\n"

    with pytest.raises(Refused) as refused:
        read_text(other, layout(), "섬살림", 2024)

    assert "성과목표" in refused.value.facts["missing"]


def test_a_plan_without_annexes_is_read_and_says_so():
    text = whole()
    body = text[: text.index("붙임1-1")]

    draft = read_text(body, layout(), "섬살림", 2024)

    assert {"no-annex", "no-links-annex"} <= kinds(draft)
    assert len(list(draft.plan.uses())) >= len(list(draft.plan.nodes()))


def test_a_plan_that_ends_in_the_middle_of_a_task_counts_what_is_missing():
    text = whole()
    half = text[: len(text) // 3]

    draft = read_text(half, layout(), "섬살림", 2024)

    assert "count-differs" in kinds(draft)


def test_a_task_whose_head_is_lost_is_asked_about():
    made, text = plan_of(11, 2, 4, 12)
    lost = list(made.plan.tasks())[1]
    text = text.replace(f"({lost.code})", "")

    draft = read_text(text, layout(), "섬살림", 2024)

    assert {"number-missing", "count-differs"} & kinds(draft)


def test_a_strategic_goal_without_pages_of_its_own_is_taken_from_the_overview_and_asked_about():
    made, text = plan_of(5, 2, 2, 2)
    own, goal = text.index(" 전략목표 Ⅱ"), re.search(r" 성과목표\s?Ⅱ-1", text)
    cut = text[:own] + text[goal.start() :]

    draft = read_text(cut, layout(), "섬살림", 2024)

    [question] = [one for one in draft.questions if one.kind == "no-section"]
    assert (question.object, "".join(question.understood.split())) == ("Ⅱ", "".join(made.plan.goals[1].title.split()))


@pytest.mark.parametrize("seed", range(12))
def test_lost_and_torn_lines_never_break_the_reader(seed: int):
    dice = random.Random(seed)
    lines = whole().split("\n")
    kept = [line[: dice.randint(1, 40)] if dice.random() < 0.03 else line for line in lines if dice.random() > 0.04]
    if seed % 3 == 0:
        kept = [line for line in kept if line.strip()]
    if seed % 4 == 0:
        dice.shuffle(kept)

    try:
        draft = read_text("\n".join(kept), layout(), "섬살림", 2024)
    except Refused as refused:
        assert refused.reason == "not-a-plan"
    else:
        assert draft.questions


def with_a_lost_value() -> tuple[list[str], str]:
    """The values of a row that stands on one line, and a text that has lost the first of them."""
    made, text = plan_of(38)
    [task] = made.plan.tasks()
    [(indicator, use)] = made.plan.uses(task.code)
    written = [one.written for one in indicator.own(use)]
    assert text.count(" ".join(written)) == 1
    return written, text.replace(" ".join(written), " ".join(written[1:]))


def test_a_lost_value_is_asked_about_and_not_made_up():
    written, text = with_a_lost_value()

    draft = read_text(text, layout(), "섬살림", 2024)

    [question] = [one for one in draft.questions if one.kind == "indicator-empty-cells"]
    assert f"2023: {written[-2]}" in question.understood
    assert any(f"2022: {written[-2]}" in other for other in question.alternatives)
    assert written[-2] in question.excerpt


def test_questions_keep_their_ids_when_the_document_grows_above_them():
    _, text = with_a_lost_value()

    before = read_text(text, layout(), "섬살림", 2024)
    after = read_text("앞에 붙은 한 줄\n\n" + text, layout(), "섬살림", 2024)

    def indicators(draft: Draft) -> list[str]:
        return [one.id for one in draft.questions if one.kind.startswith("indicator")]

    assert indicators(before) == indicators(after) != []


def test_a_number_that_two_places_print_differently_stays_two_printings():
    made, text = plan_of(38)
    [(indicator, use)] = made.plan.uses("Ⅰ-1")
    target = indicator.target(use).written
    annex = text.rindex(f"{target} {use.quantification} {use.nature}")
    changed = text[:annex] + "77.7" + text[annex + len(target) :]

    draft = read_text(changed, layout(), "섬살림", 2024)

    printed_ones = {p.written for i in draft.plan.indicators for p in i.printings}
    assert {"77.7", target} <= printed_ones
