"""What pages of collecting have around them: the plan where there is one, and the round or the ask that they are about."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from uigwe.plan import code_from
from uigwe.review import Thing, Verb
from uigwe.web.collecting.models import Ask, Round
from uigwe.web.collecting.people import why_not_ask
from uigwe.web.people.actors import request_actor
from uigwe.web.people.gate import answer
from uigwe.web.plans.views.frame import opened


def framed(
    request: HttpRequest, agency: str, year: int, template: str, status: int = 200, nav: str = "rounds", **context: Any
) -> HttpResponse:
    """A page of this agency's year; with the plan's menu as soon as the plan is there."""
    known = {"agency": agency, "year": year, **context}
    try:
        frame = opened(request, agency, year)
    except Http404:
        return render(request, template, {**known, "nav": nav}, status=status)
    return frame.page(template, nav, status=status, **known)


def round_at(agency: str, year: int, number: int) -> Round:
    """The round; Http404 when there is none."""
    row = Round.objects.of(agency, year).select_related("step", "opened_by", "closed_by").filter(number=number).first()
    if row is None:
        raise Http404
    return row


@dataclass(frozen=True, slots=True)
class Asked:
    """The ask that an address is about, and the refusal when this person may not see it."""

    ask: Ask
    refusal: HttpResponse | None


def ask_at(request: HttpRequest, agency: str, year: int, number: int, slug: str) -> Asked:
    """The ask at this address; Http404 when there is none."""
    rows = Ask.objects.at(agency, year, int(number)).filter(code=code_from(slug))
    ask = rows.select_related("round", "division", "owner").first()
    if ask is None:
        raise Http404
    refusal = why_not_ask(Verb.SEE_ASK, ask, Thing(agency, int(year), ask.code), request_actor(request))
    return Asked(ask, answer(request, refusal) if refusal else None)
