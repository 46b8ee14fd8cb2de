"""An edit changes one field of one thing, and nothing else."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import also_used, budget_line, indicator, milestone, plan, task
from tests.every import every, examples
from tests.shipped import pack
from tests.strategies import filled, plans
from uigwe.plan import EDITABLE, EditProblem, Patch, compare, edited, field_now
from uigwe.plan.edit import MAX_TEXT
from uigwe.plan.rows import new_row
from uigwe.plan.targets import along, is_words_for_a_number


def editable(of):
    """Each field of each thing that an officer may change."""
    objects = [("plan", "plan"), *(("node", node.code) for node in of.nodes())]
    objects += [("use", f"{indicator.id}@{use.code}") for indicator, use in of.uses()]
    objects += [("milestone", f"{one.code}/m{m.row}") for one in of.tasks() for m in one.milestones]
    objects += [("budget", f"{one.code}/b{b.row}") for one in of.tasks() for b in one.budget]
    return [(object, field) for kind, object in objects for field in EDITABLE[kind]]


def sample():
    return plan(
        indicator("만족도", past={2022: 92}, target=93, annex={2023: 93}, basis="last + 1"),
        task("Ⅰ-1-①", milestone("보고", "’23.5월", 2), budget_line()),
    )


VALUES = {"quarter": "4", "target": "95", "target.annex": "95", "when": "’23.11월", "amount": "230.5"}


@every(editable(sample()))
def test_an_edit_shows_as_exactly_that_change(object, field):
    before = sample()
    value = VALUES.get(field, "다른 내용")

    after = edited(before, Patch(object, field, value))

    changes = compare(before, after)
    told = {one.field for one in changes}
    shown = {"target": {"target.2023"}, "when": {"when", "start", "end"}, "struck": {""}, "amount": {"amount.2023"}}
    expected = shown.get(field, {field})
    assert told == expected
    assert field_now(after, object, field) == value


TYPED = {"quarter": ["0", "1", "2", "3"], "amount": ["1,500", "-", "(80)", "7.5"]}


@settings(max_examples=examples(40), deadline=None)
@given(plans(), st.data())
def test_an_edit_leaves_everything_else_and_the_original_alone(before, data):
    object, field = data.draw(st.sampled_from(editable(before)))
    value = data.draw(st.sampled_from(TYPED[field]) if field in TYPED else filled)
    kept = copy.deepcopy(before)
    try:
        after = edited(before, Patch(object, field, value))
    except EditProblem:
        assert before == kept
        return

    assert before == kept
    # A past result is given back as it was by every other field of every other thing.
    moved = {"when"} if field == "when" else {field}
    for other, name in editable(before):
        if (other, name) != (object, field) and not (other == object and name in moved):
            assert field_now(after, other, name) == field_now(before, other, name)


@settings(max_examples=examples(40), deadline=None)
@given(plans(), st.data())
def test_an_edit_can_be_taken_back(before, data):
    object, field = data.draw(st.sampled_from(editable(before)))
    was = field_now(before, object, field)
    value = data.draw(st.sampled_from(TYPED[field]) if field in TYPED else filled)
    try:
        again = edited(edited(before, Patch(object, field, value)), Patch(object, field, was))
    except EditProblem:
        return

    assert again == before


def test_edits_of_different_fields_merge_in_any_order():
    one = Patch("satisfaction@Ⅰ-1-①", "target", "95")
    other = Patch("satisfaction@Ⅰ-1-①", "source", "연보")

    assert edited(edited(sample(), one), other) == edited(edited(sample(), other), one)


def test_a_target_is_read_again_and_a_date_too():
    after = edited(edited(sample(), Patch("satisfaction@Ⅰ-1-①", "target", "7만")), Patch("Ⅰ-1-①/m1", "when", "’23.9월"))

    [(found, use)] = after.uses()
    target = found.target(use)
    assert target is not None and target.value == 70_000
    [changed] = after.task("Ⅰ-1-①").milestones
    assert changed.end.isoformat() == "2023-09-30"


def test_the_target_of_one_use_leaves_the_other_use_alone():
    goal = indicator("만족도", code="Ⅰ-1", past={2022: 92}, target=93, elsewhere={"Ⅰ-1-①": {2023: 93}})
    shared = plan(also_used(goal, "Ⅰ-1-①"))

    after = edited(shared, Patch("satisfaction@Ⅰ-1", "target", "95"))

    assert field_now(after, "satisfaction@Ⅰ-1", "target") == "95"
    assert field_now(after, "satisfaction@Ⅰ-1-①", "target") == "93"


@every(
    [
        ("Ⅸ-9-⑨", "title", "새 제목", "no-such-object"),
        ("nobody@Ⅰ-1-①", "target", "1", "no-such-object"),
        ("Ⅰ-1-①/m9", "text", "보고", "no-such-object"),
        ("Ⅰ-1-①", "budget", "1", "no-such-field"),
        ("satisfaction@Ⅰ-1-①", "actual.2022", "99", "no-such-field"),
        ("Ⅰ-1-①", "title", "  ", "empty"),
        ("satisfaction@Ⅰ-1-①", "target", "-", "empty"),
        ("satisfaction@Ⅰ-1-①", "name", "", "empty"),
        ("Ⅰ-1-①/m1", "text", "", "empty"),
        ("Ⅰ-1-①/m1", "quarter", "5", "not-a-quarter"),
        ("Ⅰ-1-①/m+", "text", "보고", "no-such-field"),
        ("Ⅰ-1-⑨/m+", "row", new_row(when="", quarter="1", text="보고"), "no-such-object"),
        ("Ⅰ-1-①/m+", "row", "보고", "not-a-row"),
        ("Ⅰ-1-①/m+", "row", '{"text": 3}', "not-a-row"),
        ("Ⅰ-1-①/m+", "row", '{"row": "7"}', "not-a-row"),
        ("Ⅰ-1-①/m+", "row", new_row(when="’23.5월", quarter="2", text=" "), "empty"),
        ("Ⅰ-1-①/m+", "row", new_row(when="’23.5월", quarter="봄", text="보고"), "not-a-quarter"),
        ("Ⅰ-1-①/b1", "amount", "많이", "not-an-amount"),
        ("Ⅰ-1-①/b1", "amount.2022", "1", "no-such-field"),
        ("Ⅰ-1-①/b9", "amount", "1", "no-such-object"),
        ("plan", "title", "가\ud800나", "control-character"),
        ("plan", "title", "가" * (MAX_TEXT + 1), "too-long"),
        ("plan", "title", "가\x00나", "control-character"),
    ],
)
def test_what_cannot_be_edited_is_refused_with_its_reason(object, field, value, reason):
    with pytest.raises(EditProblem) as problem:
        edited(sample(), Patch(object, field, value))

    assert problem.value.reason == reason


def test_every_field_of_the_2023_plan_can_be_asked_for():
    shipped = pack().plan

    assert all(isinstance(field_now(shipped, object, field), str) for object, field in editable(shipped)[:400])


# ── a target and the annex that prints it again ──────────────────────────────────────────────────────────────────────


TARGET = "satisfaction@Ⅰ-1-①"


def of_annex(said, unit="점", **words):
    return plan(indicator("만족도", past={2022: 92}, target=93, annex={2023: said}, unit=unit, **words))


@pytest.mark.parametrize("said", ["93", "93.0", "(93)"])
def test_a_new_target_goes_along_into_the_annex_that_prints_the_same_one(said):
    assert along(of_annex(said), Patch(TARGET, "target", "95")) == Patch(TARGET, "target.annex", "95")


@pytest.mark.parametrize(
    ("before", "patch"),
    [
        (of_annex("94"), Patch(TARGET, "target", "95")),  # they differ already: a person decides which one is right
        (plan(indicator("만족도", target=93)), Patch(TARGET, "target", "95")),
        (of_annex("93"), Patch(TARGET, "source", "95")),
        (of_annex("93"), Patch("satisfaction@Ⅰ-1-②", "target", "95")),
        (of_annex("93"), Patch("Ⅰ-1-①/m1", "text", "95")),
    ],
)
def test_nothing_goes_along_where_the_annex_does_not_print_the_same_target(before, patch):
    assert along(before, patch) is None


def test_a_plan_without_an_annex_has_no_target_to_be_changed_there():
    with pytest.raises(EditProblem) as problem:
        edited(plan(indicator("만족도", target=93)), Patch(TARGET, "target.annex", "95"))

    assert problem.value.reason == "no-such-object"


@pytest.mark.parametrize(
    ("value", "asks"), [("대폭 상향", True), ("95", False), ("95.5점", False), ("신규", False), ("(잠정) 95", False)]
)
def test_words_are_asked_about_where_the_unit_counts_numbers(value, asks):
    assert is_words_for_a_number(of_annex("93"), Patch(TARGET, "target", value)) is asks


def test_words_are_not_asked_about_where_the_target_says_words_or_where_it_is_no_target():
    in_words = plan(indicator("만족도", target="직전 3년 평균 이상"))

    assert not is_words_for_a_number(in_words, Patch(TARGET, "target", "지난해보다 높게"))
    assert not is_words_for_a_number(of_annex("93"), Patch(TARGET, "source", "연보"))


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def rows_of(of):
    [one] = of.tasks()
    return [(m.row, m.text) for m in one.milestones], [(m.row, m.struck) for m in one.struck]


def added(of, text):
    return edited(of, Patch("Ⅰ-1-①/m+", "row", new_row(when="’23.9월", quarter="3", text=text)))


def test_a_new_milestone_stands_last_with_its_date_understood():
    after = added(sample(), "중간 점검")

    [_, new] = next(after.tasks()).milestones
    assert (new.row, new.text, new.quarter, new.end.isoformat()) == (2, "중간 점검", 3, "2023-09-30")


def test_a_struck_milestone_is_kept_with_its_reason_and_its_number_is_never_given_again():
    struck = edited(added(sample(), "중간 점검"), Patch("Ⅰ-1-①/m2", "struck", "사업 중단"))

    after = added(struck, "결과 점검")

    assert rows_of(after) == ([(1, "보고"), (3, "결과 점검")], [(2, "사업 중단")])
    assert field_now(after, "Ⅰ-1-①/m2", "text") == "중간 점검"
    [change] = compare(added(sample(), "중간 점검"), struck)
    assert (change.object, change.before, change.after) == ("Ⅰ-1-①/m2", "중간 점검", None)


def test_a_struck_milestone_can_stand_again_where_it_stood():
    three = added(added(sample(), "중간 점검"), "결과 점검")
    struck = edited(three, Patch("Ⅰ-1-①/m2", "struck", "사업 중단"))

    assert edited(struck, Patch("Ⅰ-1-①/m2", "struck", "")) == three


def test_an_amount_is_read_in_the_unit_of_its_line_and_no_other_year_moves():
    after = edited(sample(), Patch("Ⅰ-1-①/b1", "amount", "1,230.5"))

    [line] = next(after.tasks()).budget
    assert [(one.year, one.written) for one in line.amounts] == [(2022, "200"), (2023, "1,230.5")]
    assert line.amount(2023).won == 123_050_000_000
    assert edited(sample(), Patch("Ⅰ-1-①/b1", "amount", "-")).task("Ⅰ-1-①").budget[0].amount(2023).won is None
