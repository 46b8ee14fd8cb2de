"""The links of a task to the national agenda are one field, a line for each, and an edit of it keeps what is not touched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.shipped import pack
from tests.web import builders
from tests.web.builders import OTHER_TASK, TASK
from uigwe.audit import Case, audit
from uigwe.plan import AgendaLink, EditProblem, Part, Patch, Place, Plan, compare, edited, field_now
from uigwe.plan.agenda import object_of

OBJECT = object_of(TASK)
NATIONAL, WORK = "국정", "업무보고"


def link(register: str, code: str, title: str, part: Part = Part.BODY, task: str = TASK) -> AgendaLink:
    return AgendaLink(register, code, title, f"{register} {code}".strip(), Place(part, task))


def plan() -> Plan:
    """One task linked in body and annex, the other in the body alone."""
    this = builders.plan()
    links = {
        TASK: (
            link(NATIONAL, "1-1", "온전한 보상"),
            link(NATIONAL, "1-1", "온전한  보상", Part.ANNEX),
            link(WORK, "", "현장 방문", Part.ANNEX),
        ),
        OTHER_TASK: (link(NATIONAL, "1-2", "금융 지원", task=OTHER_TASK),),
    }
    goals = tuple(
        replace(strategic, goals=tuple(
            replace(goal, tasks=tuple(replace(task, links=links[task.code]) for task in goal.tasks))
            for goal in strategic.goals
        ))
        for strategic in this.goals
    )  # fmt: skip
    return replace(this, goals=goals)


def after(value: str) -> Plan:
    return edited(plan(), Patch(OBJECT, "links", value))


def links(of: Plan) -> list[tuple[str, str, str, str]]:
    return [(one.register, one.code, one.title, one.place.part.value) for one in of.task(TASK).links]


def test_body_and_annex_of_one_item_are_one_line():
    assert field_now(plan(), OBJECT, "links") == "국정 1-1 온전한 보상\n업무보고 - 현장 방문"


def test_writing_the_same_changes_nothing():
    assert after(field_now(plan(), OBJECT, "links")) == plan()


def test_a_new_item_stands_where_the_plan_prints_its_register():
    new = after("국정 31-5 새 과제\n업무보고 - 현장 방문\n정책방향 2 새 방향")
    assert links(new) == [
        ("국정", "31-5", "새 과제", "body"), ("정책방향", "2", "새 방향", "body"),
        ("국정", "31-5", "새 과제", "annex"), ("업무보고", "", "현장 방문", "annex"),
    ]  # fmt: skip
    assert set(field_now(new, OBJECT, "links").split("\n")) == {
        "국정 31-5 새 과제",
        "업무보고 - 현장 방문",
        "정책방향 2 새 방향",
    }
    assert {(one.kind, one.code) for one in compare(plan(), new)} == {("link", TASK)}
    assert new.task(OTHER_TASK) == plan().task(OTHER_TASK)


def test_a_new_title_goes_into_every_printing():
    assert links(after("국정 1-1 더 온전한 보상"))[:2] == [
        ("국정", "1-1", "더 온전한 보상", "body"), ("국정", "1-1", "더 온전한 보상", "annex"),
    ]  # fmt: skip


def test_all_links_can_go():
    assert after("").task(TASK).links == ()


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("31-5 새 과제", "not-a-link"),
        ("국정", "not-a-link"),
        ("국정 과제", "not-a-link"),
        ("국정 1-1 하나\n국정 1-1 둘", "twice"),
        ("업무보고 - 하나\n업무보고 - 하나", "twice"),
    ],
)
def test_what_is_no_list_of_links_is_not_taken(value, reason):
    with pytest.raises(EditProblem) as caught:
        after(value)
    assert caught.value.reason == reason


def test_only_tasks_have_links():
    for object in ("Ⅰ/agenda", "Ⅰ-9-①/agenda"):
        with pytest.raises(EditProblem):
            field_now(plan(), object, "links")


def test_every_task_of_the_shipped_plan_says_its_links_and_takes_them_back():
    shipped = pack().plan
    for task in shipped.tasks():
        object = object_of(task.code)
        assert edited(shipped, Patch(object, "links", field_now(shipped, object, "links"))) == shipped, task.code


def test_a_new_agenda_raises_no_new_finding_about_body_and_annex():
    shipped = pack().plan
    task = next(task for task in shipped.tasks() if len({one.place.part for one in task.links}) == 2)
    object = object_of(task.code)
    lines = field_now(shipped, object, "links").split("\n")
    new = edited(shipped, Patch(object, "links", "\n".join(["국정 120-9 새로 정한 과제", *lines[1:]])))
    about = {f.key for f in audit(Case(new)).findings if f.object == task.code} - {
        f.key for f in audit(Case(shipped)).findings
    }
    assert not about
