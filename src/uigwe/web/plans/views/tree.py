"""Pages of goals and tasks, and the page of an indicator."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from uigwe.plan import Level, Task
from uigwe.review import Verb
from uigwe.web.plans.presenters import indicator as presenter
from uigwe.web.plans.presenters.codes import lineage, neighbours, node_at
from uigwe.web.plans.presenters.gantt import gantt
from uigwe.web.plans.presenters.node import below_of, links_of, quarters_of, references_of
from uigwe.web.plans.presenters.tree import branch
from uigwe.web.plans.views.frame import Opened, opened


def node(request: HttpRequest, agency: str, year: int, code: str) -> HttpResponse:
    """A strategic goal, a performance goal or a management task."""
    frame = opened(request, agency, year)
    found = node_at(frame.desk.plan, code)
    if found is None:
        raise Http404
    before, after = neighbours(frame.desk.plan, found.code)
    context: dict[str, Any] = {
        "node": found,
        "level": Level.of(found.code).value,
        "lineage": lineage(frame.desk.plan, found.code),
        "before": before,
        "after": after,
        # These only when no such page is at hand.
        "readings": SimpleLazyObject(lambda: presenter.readings(frame.desk.plan, found.code)),
        "findings": SimpleLazyObject(lambda: frame.desk.about(found.code, below=True)),
        "references": SimpleLazyObject(lambda: references_of(frame.desk.plan, found.code)),
        "may_revise": frame.shown.may(Verb.REVISE, found.code),
    }
    return _task(frame, found, context) if isinstance(found, Task) else _goal(frame, found.code, context)


def _goal(frame: Opened, code: str, context: dict[str, Any]) -> HttpResponse:
    goal = frame.desk.plan.node(code)
    assert goal is not None  # noqa: S101 - the view found it
    return frame.page(
        "plans/goal.html",
        "plan",
        branch=SimpleLazyObject(lambda: branch(frame.desk, goal)),
        below=SimpleLazyObject(lambda: below_of(frame.desk, goal)),
        **context,
    )


def _task(frame: Opened, task: Task, context: dict[str, Any]) -> HttpResponse:
    plan, as_of = frame.desk.plan, frame.desk.as_of
    return frame.page(
        "plans/task.html",
        "plan",
        quarters=SimpleLazyObject(lambda: quarters_of(task, plan.year, as_of)),
        gantt=SimpleLazyObject(lambda: gantt(task.milestones, plan.year, as_of)),
        links=SimpleLazyObject(lambda: links_of(task)),
        levels_at=SimpleLazyObject(lambda: frame.desk.levels_at(task.code)),
        **context,
    )


def indicator(request: HttpRequest, agency: str, year: int, id: str) -> HttpResponse:
    """The heart: one indicator, its figures, how its target follows, where it is printed."""
    frame = opened(request, agency, year)
    found = frame.desk.plan.indicator(id)
    if found is None:
        raise Http404
    uses = [
        {
            "use": use,
            "reading": presenter.reading(found, use),
            "working": presenter.working(found, use, frame.desk.all),
            "goal": frame.desk.plan.node(use.code),
            "may_revise": frame.shown.may(Verb.REVISE, use.code),
        }
        for use in found.uses
    ]
    rows = presenter.place_rows(found)
    before = frame.shown.previous.indicator(id) if frame.shown.draft and frame.shown.previous else None
    columns = presenter.columns(found)
    return frame.page(
        "plans/indicator.html",
        "plan",
        indicator=found,
        uses=uses,
        lineage=lineage(frame.desk.plan, found.uses[0].code) if found.uses else [],
        years=presenter.year_rows(found),
        columns=columns,
        places=rows,
        unequal={index for index in range(len(columns)) if any(presenter.differs(row, rows, index) for row in rows)},
        findings=frame.desk.about_indicator(found.id),
        published=presenter.as_published(found, before),
        changes=presenter.changes_of(frame.shown.changes, found.id),
        chart=presenter.chart(found, {"actual": _("Result"), "target": _("Target")}),
    )
