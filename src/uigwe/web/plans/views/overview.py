"""The shelf, a plan at a glance, and search."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from uigwe.audit import Level, Type
from uigwe.plan import Plan
from uigwe.review import Verb
from uigwe.web.plans import shelf as plans_shelf
from uigwe.web.plans.models import Revision
from uigwe.web.plans.presenters.money import money
from uigwe.web.plans.presenters.search import search as found_by
from uigwe.web.plans.presenters.search import things
from uigwe.web.plans.presenters.tree import tree
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, once_for, opened
from uigwe.web.plans.views.year import UNIT_CHECKS

ATTENTION = 7


def shelf(request: HttpRequest) -> HttpResponse:
    """The plans there are; when there is one only, that plan itself."""
    plans = plans_shelf.plans_on_shelf(request)
    if len(plans) == 1:
        return redirect("plan", agency=plans[0].agency_id, year=plans[0].year)
    return render(request, "plans/shelf.html", {"plans": plans, "nav": "home"})


def plan(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The plan at a glance."""
    frame = opened(request, agency, year)
    in_force = bool(frame.shown.others)  # nothing is carried over from what was never published
    may_next = in_force and frame.shown.may(Verb.START_NEXT_YEAR)
    may_next = may_next and not Revision.objects.of(agency, year + 1).exists()
    return frame.page(
        "plans/plan.html",
        "plan",
        glance=SimpleLazyObject(lambda: _glance(frame)),
        next_year=year + 1 if may_next else None,
        whole_forms=(("xlsx", "XLSX"), ("hwpx", "HWPX"), ("json", "JSON"), ("zip", _("Pack (ZIP)")))
        if in_force
        else (),
        key=actions_key(),
    )


def _glance(frame: Opened) -> dict[str, Any]:
    """What the page is made of, worked out when no such page is at hand."""
    types = Counter(finding.type for finding in frame.desk.open)
    found = once_for(frame.shown, money)
    mark = frame.desk.marks.whole()
    return dict(
        branches=tree(frame.desk),
        mark=mark,
        apart=frame.desk.marks.apart(),
        levels=[(level.value, mark.counts[level]) for level in Level if mark.counts.get(level)],
        attention=frame.desk.worst_first(ATTENTION),
        types=[(kind, types[kind]) for kind in Type if types[kind]],
        money=found,
        doubtful=sum(1 for finding in frame.desk.open if finding.check in UNIT_CHECKS),
        widest=max((purse.now for goal in found.whole.below for purse in goal.below), default=0),
        uses=sum(1 for _ in frame.desk.plan.uses()),
        counts=_counts(frame.desk.plan),
    )


def _counts(plan: Plan) -> dict[str, int]:
    tasks = list(plan.tasks())
    return {
        "goals": sum(1 for _ in plan.performance_goals()),
        "tasks": len(tasks),
        "indicators": len(plan.indicators),
        "milestones": sum(len(task.milestones) for task in tasks),
    }


def search(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Everything that holds the words; a part of the page while somebody is typing."""
    frame = opened(request, agency, year)
    words = request.GET.get("q", "").strip()[:60]
    groups = found_by(frame.desk, once_for(frame.shown, things), words) if words else []
    total = sum(group.total for group in groups)
    partial = getattr(request, "htmx", False) and request.GET.get("part")
    return frame.page(
        "plans/_hits.html" if partial else "plans/search.html", "search", words=words, groups=groups, total=total
    )
