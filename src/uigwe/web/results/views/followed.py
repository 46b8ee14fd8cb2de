"""Opinions from the field and conflicts: the list, adding one, carrying one on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.review import Thing, Verb, why_not
from uigwe.web.approving.forms import day_of, short
from uigwe.web.approving.views.asked import told
from uigwe.web.plans.presenters.codes import node_at
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import opened
from uigwe.web.results import following
from uigwe.web.results.models import Followed, FollowedStep


def followed(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The list, with filters; a POST adds one."""
    frame = opened(request, agency, year)
    if request.method == "POST":
        node = node_at(frame.desk.plan, request.POST.get("code", ""))
        with told(request, _("Noted down.")):
            following.add_item(
                agency=agency, year=year, kind=request.POST.get("kind", ""), code=node.code if node else "",
                source=short(request, "source", 300), day=day_of(request.POST.get("day", "")), text=short(request, "text"),
                key=request.POST.get("key", ""), by=user_of(request),
            )  # fmt: skip
        return redirect("followed", agency=agency, year=year)
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    items = Followed.objects.filter(agency_id=agency, year=year).select_related("by").prefetch_related("steps__by")
    rows = [
        (item, max(item.steps.all(), key=lambda step: step.pk, default=None))
        for item in items.order_by("-number")
        if kind in ("", item.kind) and state in ("", item.state)
    ]
    return frame.page(
        "results/followed.html",
        "results",
        rows=rows,
        kinds=Followed.Kind.values,
        states=FollowedStep.State.values,
        kind=kind,
        state=state,
        nodes=list(frame.desk.plan.nodes()),
        may_add=why_not(Verb.FOLLOW_UP, Thing(agency, year), frame.shown.actor) is None,
        as_of=frame.desk.as_of,
        key=actions_key(),
    )


def followed_item(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """One of them with its steps; a POST carries it on."""
    frame = opened(request, agency, year)
    rows = Followed.objects.filter(agency_id=agency, year=year, number=number).select_related("by")
    item = rows.prefetch_related("steps__by").first()
    if item is None:
        raise Http404
    if request.method == "POST":
        with told(request, _("Noted down.")):
            following.carry_on(
                agency=agency, year=year, number=number, state=request.POST.get("state", ""),
                decided=short(request, "decided"), changed=short(request, "changed"), key=request.POST.get("key", ""),
                by=user_of(request),
            )  # fmt: skip
        return redirect("followed_item", agency=agency, year=year, number=number)
    return frame.page(
        "results/followed_item.html",
        "results",
        item=item,
        node=frame.desk.plan.node(item.code),
        states=FollowedStep.State.values,
        may_carry=why_not(Verb.FOLLOW_UP, Thing(agency, year, item.code), frame.shown.actor) is None,
        key=actions_key(),
    )
