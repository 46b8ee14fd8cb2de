"""A form is a part of the plan as cells; what comes back in it is merged, asked or refused, and never lost."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.builders import budget_line, indicator, milestone, plan, task
from tests.every import examples
from tests.shipped import pack
from tests.strategies import filled, plans
from uigwe.plan import Patch, edited, field_now
from uigwe.plan.merge import Answer, Fate, judge, merged
from uigwe.plan.part import form_of, settled
from uigwe.plan.rows import new_row

CODE = "Ⅰ-1-①"


def sample():
    return plan(
        indicator("만족도", past={2021: 90, 2022: 92}, target=93),
        task(CODE, milestone("보고", "’23.5월", 2), budget_line({2022: "200", 2023: "224"})),
    )


def printed(of, code=CODE):
    """Every cell that may be filled in, as an answer that changes nothing."""
    return [
        Answer(cell.object, cell.field, cell.value, cell.value) for cell in form_of(of, code).cells() if not cell.locked
    ]


def answer(of, object, field, returned):
    return Answer(object, field, field_now(of, object, field), returned)


# ── the form ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_form_holds_the_head_the_indicators_the_milestones_and_the_money_of_one_task():
    form = form_of(sample(), CODE)

    assert [(one.kind, len(one.rows), one.may_add) for one in form.sections] == [
        ("node", 1, False), ("indicator", 1, False), ("milestones", 1, True), ("budget", 1, False),
    ]  # fmt: skip
    shown = {(cell.field, cell.value) for cell in form.cells() if cell.locked}
    assert {("actual.2021", "90"), ("actual.2022", "92"), ("amount.2022", "200"), ("unit", "점")} <= shown
    assert form.cell(f"satisfaction@{CODE}", "target").value == "93"
    assert form.cell(f"{CODE}/b1", "amount").value == "224"


def test_a_goal_has_no_milestones_and_nothing_of_what_is_below_it():
    assert [one.kind for one in form_of(sample(), "Ⅰ-1").sections] == ["node"]


def test_a_line_without_any_amount_is_a_heading_and_asks_for_nothing():
    heading = plan(task(CODE, budget_line({2022: "", 2023: ""}, level="programme")))

    assert form_of(heading, CODE).cell(f"{CODE}/b1", "amount").locked


def test_the_seal_changes_with_any_cell_and_with_nothing_else():
    form = form_of(sample(), CODE)
    seals = {form.seal}
    for one in printed(sample()):
        value = {"quarter": "3", "target": "95", "amount": "1"}.get(one.field, "다른 내용")
        seals.add(form_of(edited(sample(), Patch(one.object, one.field, value)), CODE).seal)

    assert len(seals) == 1 + len(printed(sample()))
    assert form_of(edited(sample(), Patch("Ⅰ-1", "title", "다른 목표")), CODE).seal == form.seal
    assert replace(form, code="Ⅰ-1-②").seal != form.seal


def test_every_unlocked_cell_of_the_2023_plan_says_what_can_be_edited_there():
    shipped = pack().plan

    for node in shipped.nodes():
        for cell in form_of(shipped, node.code).cells():
            if not cell.locked:
                assert field_now(shipped, cell.object, cell.field) == cell.value


def test_there_is_no_form_of_what_is_not_in_the_plan():
    with pytest.raises(KeyError):
        form_of(sample(), "Ⅸ")


# ── judging ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=examples(40), deadline=None)
@given(plans())
def test_a_form_given_back_as_it_was_asks_for_nothing(of):
    for node in of.nodes():
        judged = judge(of, printed(of, node.code))

        assert {one.fate for one in judged} <= {Fate.SAME}
        assert merged(of, judged) == of


def test_what_nobody_else_touched_is_merged():
    [one] = judge(sample(), [answer(sample(), CODE, "title", "둑을 쌓는다")])

    assert one.fate is Fate.MERGE
    assert merged(sample(), [one]).task(CODE).title == "둑을 쌓는다"


def test_what_somebody_else_changed_meanwhile_is_asked():
    back = answer(sample(), CODE, "title", "둑을 쌓는다")
    now = edited(sample(), Patch(CODE, "title", "보를 쌓는다"))

    [one] = judge(now, [back])

    assert (one.fate, one.now) == (Fate.ASK, "보를 쌓는다")
    assert merged(now, [one]) == now


def test_what_the_draft_says_already_is_the_same():
    back = answer(sample(), CODE, "title", "둑을 쌓는다")

    [one] = judge(edited(sample(), Patch(CODE, "title", "둑을  쌓는다 ")), [back])

    assert one.fate is Fate.SAME


def test_spacing_that_a_word_processor_makes_is_no_answer_but_spacing_between_words_is():
    first, second = judge(
        sample(),
        [answer(sample(), CODE, "title", " 하천을\u00a0 정비한다 "), answer(sample(), CODE, "title", "하천을정비한다")],
    )

    assert (first.fate, second.fate) == (Fate.SAME, Fate.MERGE)


def test_two_answers_to_one_cell_in_one_file_are_not_both_taken():
    first, second = judge(
        sample(), [answer(sample(), CODE, "title", "둑을 쌓는다"), answer(sample(), CODE, "title", "보를 쌓는다")]
    )

    assert (first.fate, second.fate) == (Fate.MERGE, Fate.ASK)


@pytest.mark.parametrize(
    ("object", "field", "printed", "returned", "reason"),
    [
        (CODE, "title", "하천을 정비한다", "", "empty"),
        (f"{CODE}/m1", "quarter", "2", "봄", "not-a-quarter"),
        (f"{CODE}/b1", "amount", "224", "많이", "not-an-amount"),
        (f"satisfaction@{CODE}", "actual.2022", "92", "99", "no-such-field"),
        (f"{CODE}/m9", "text", "보고", "점검", "no-such-object"),
        (f"{CODE}/m+", "row", "", "[]", "not-a-row"),
        (f"satisfaction@{CODE}", "reason", "전년 실적 + 1", "가" * 2001, "too-long"),
        (f"satisfaction@{CODE}", "reason", "전년 실적 + 1", "가\x01", "control-character"),
    ],
)
def test_what_the_plan_cannot_take_is_refused_with_its_reason(object, field, printed, returned, reason):
    [one] = judge(sample(), [Answer(object, field, printed, returned)])

    assert (one.fate, one.problem) == (Fate.REFUSED, reason)


def test_what_was_left_as_printed_is_no_refusal_even_where_it_could_not_be_typed():
    [one] = judge(sample(), [Answer(f"satisfaction@{CODE}", "actual.2022", "92", "92")])

    assert one.fate is Fate.SAME


def test_a_row_handed_in_twice_is_added_once_and_one_that_was_struck_is_asked():
    row = Answer(f"{CODE}/m+", "row", "", new_row(when="’23.9월", quarter="3", text="중간 점검"))
    [first] = judge(sample(), [row])
    once = merged(sample(), [first])

    [again] = judge(once, [row])
    [after_striking] = judge(edited(once, Patch(f"{CODE}/m2", "struck", "중단")), [row])

    assert (first.fate, again.fate, after_striking.fate) == (Fate.MERGE, Fate.SAME, Fate.ASK)


def test_an_answer_to_a_row_that_was_struck_meanwhile_is_asked():
    back = answer(sample(), f"{CODE}/m1", "text", "결과 보고")

    [one] = judge(edited(sample(), Patch(f"{CODE}/m1", "struck", "중단")), [back])

    assert one.fate is Fate.ASK


VALUES = {"quarter": ["0", "1", "2", "3", "4"], "amount": ["-", "1,500", "(80)"], "target": ["95", "0.5", "7만"]}


@settings(max_examples=examples(60), deadline=None)
@given(plans(), st.data())
def test_two_people_who_fill_in_different_cells_merge_to_one_plan_in_either_order(of, data):
    parts = [[one for one in printed(of, node.code) if one.field != "struck"] for node in of.nodes()]
    enough = [cells for cells in parts if len(cells) > 1]
    assume(enough)
    cells = data.draw(st.sampled_from(enough))
    chosen = data.draw(st.lists(st.sampled_from(cells), min_size=2, max_size=6, unique=True))

    def drawn(one):
        value = data.draw(st.sampled_from(VALUES[one.field]) if one.field in VALUES else filled)
        return replace(one, returned=value)

    back = [drawn(one) for one in chosen]
    half = len(back) // 2
    mine, yours = back[:half], back[half:]

    def both(first, second):
        plan = merged(of, judge(of, first))
        judged = judge(plan, second)
        assert not any(one.fate is Fate.ASK for one in judged)
        return merged(plan, judged)

    assert both(mine, yours) == both(yours, mine)


@settings(max_examples=examples(60), deadline=None)
@given(plans(), st.data())
def test_two_people_who_fill_in_the_same_cell_differently_are_asked(of, data):
    code = data.draw(st.sampled_from([node.code for node in of.nodes()]))
    cell = data.draw(st.sampled_from(printed(of, code)))
    values = st.sampled_from(VALUES[cell.field]) if cell.field in VALUES else filled
    others = values.filter(lambda value: settled(value) != settled(cell.printed))
    said = data.draw(st.lists(others, min_size=2, max_size=2, unique_by=settled))
    mine, yours = (replace(cell, returned=value) for value in said)

    [first] = judge(of, [mine])
    assume(first.fate is Fate.MERGE)
    [second] = judge(merged(of, [first]), [yours])

    assert second.fate in (Fate.ASK, Fate.REFUSED)


HOSTILE = st.text(max_size=30) | st.sampled_from(
    [
        "\ud800",
        "\x00",
        "{" * 5000,
        "[" * 100_000,
        "9" * 1990,
        "1e999",
        "NaN",
        "=cmd|' /C calc'!A0",
        "/m",
        "@",
        "/b",
        "/m+",
        "²",
    ]
)


@settings(max_examples=examples(200), deadline=None)
@given(HOSTILE | st.sampled_from([CODE, f"{CODE}/m1", f"{CODE}/m+", f"{CODE}/b1", f"satisfaction@{CODE}"]), st.data())
def test_no_text_makes_judging_raise(object, data):
    fields = HOSTILE | st.sampled_from(["title", "target", "row", "struck", "amount", "when", "quarter"])
    field, one, other = data.draw(fields), data.draw(HOSTILE), data.draw(HOSTILE)

    [judged] = judge(sample(), [Answer(object, field, one, other)])

    assert judged.fate in Fate
    assert (judged.fate is Fate.REFUSED) == bool(judged.problem)
