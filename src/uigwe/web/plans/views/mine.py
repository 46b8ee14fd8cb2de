"""A person's own page: what they answer for, and what needs a look there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from uigwe.plan import order_of_code
from uigwe.review import Role
from uigwe.web.people.actors import request_actor
from uigwe.web.people.roles import ROLES
from uigwe.web.plans.presenters.mine import Own, work_of
from uigwe.web.plans.shelf import today
from uigwe.web.plans.views.frame import around, opened


def me(request: HttpRequest) -> HttpResponse:
    """My tasks, my division's, and my roles in words."""
    actor = request_actor(request)
    plans: dict[tuple[str, int], set[str]] = {}
    for agency, year, code in actor.mine | actor.division:
        plans.setdefault((agency, year), set()).add(code)
    sections = []
    for (agency, year), codes in sorted(plans.items()):
        try:
            frame = opened(request, agency, year)
        except Http404:
            continue
        owns = [
            Own.of(frame.desk, code, (agency, year, code) in actor.mine) for code in sorted(codes, key=order_of_code)
        ]
        sections.append({"shown": frame.shown, "desk": frame.desk, "owns": [own for own in owns if own]})
    roles = [role for role in ROLES if role.role in actor.roles and role.role is not Role.PUBLIC]
    work = work_of(request.user, actor, today())
    page = {"sections": sections, "roles": roles, "work": work, "nav": "me"}
    return render(request, "plans/me.html", {**around(request), **page})
