"""Bringing a file in: choosing it, watching it being read, seeing what it would change, confirming."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from uigwe.files import Refused as FileRefused
from uigwe.review import Refusal, Thing, Verb, why_not
from uigwe.web import uploads
from uigwe.web.people.actors import request_actor
from uigwe.web.people.models import Agency
from uigwe.web.people.refused import Refused
from uigwe.web.plans.shelf import today
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.asking import told_refusal, user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.reading import actions, work
from uigwe.web.reading.models import Intake, State
from uigwe.web.reading.presenters.review import problem_of, review

_LISTED = 20
_YEARS = range(1990, 2100)
# Refusals of a confirmation that the page of the file can say: all else is the gate's.
_SAID_HERE = frozenset({"plan-moved", "intake-is-over", "nothing-read", "year-fixed", "year-closed"})


def bring_in(request: HttpRequest) -> HttpResponse:
    """The form, and the files brought in so far."""
    if request.method != "POST":
        return _form(request)
    told = request.POST.get("year", "").strip()
    if not told.isdecimal() or len(told) != 4 or int(told) not in _YEARS:
        return _form(request, 422, problem=_("Give the year of the plan in four digits."), year=told[:10])
    agency = request_actor(request).agency
    try:
        row = actions.bring_in(upload=uploads.sent(request, "file"), agency=agency, year=int(told), by=user_of(request))
    except FileRefused as refused:
        return _form(request, 422, problem=uploads.sentence(refused, language()), year=told)
    return redirect("intake", intake=row.pk)


def _form(request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
    agency = request_actor(request).agency
    frame = {
        "agency": Agency.objects.filter(pk=agency).first(),
        "intakes": Intake.objects.filter(agency_id=agency).select_related("by", "revision").defer("found")[:_LISTED],
        "year": today().year,
        "megabytes": uploads.LIMITS.size // 1_000_000,
        "nav": "bring_in",
    }
    return render(request, "reading/bring_in.html", {**frame, **context}, status=status)


def opened(request: HttpRequest, intake: int) -> Intake:
    """The file, for somebody who may bring files in for its agency; to everybody else it is not there."""
    row = Intake.objects.select_related("agency", "by", "revision").filter(pk=intake).first()
    thing = row.thing() if row else Thing("-")
    refusal = why_not(Verb.IMPORT, thing, request_actor(request))
    if row is None or refusal:
        raise Refused(refusal or Refusal("not-your-agency", Verb.IMPORT, thing))
    return row


def intake(request: HttpRequest, intake: int) -> HttpResponse:
    """One file: being read, read and waiting for a decision, refused, or done with."""
    return _page(request, opened(request, intake))


def _page(request: HttpRequest, row: Intake, status: int = 200, **context: Any) -> HttpResponse:
    frame: dict[str, Any] = {"intake": row, "nav": "bring_in", "key": actions_key()}
    if row.state == State.READ:
        frame["review"] = review(row, request_actor(request), language())
    elif row.state == State.FAILED:
        frame["sentences"] = problem_of(row, language())
    elif row.state in (State.WAITING, State.READING):
        frame["told"] = uploads.told(row.stored)
    return render(request, "reading/intake.html", {**frame, **context}, status=status)


def read(request: HttpRequest, intake: int) -> HttpResponse:
    """Read the file now, for as long as that takes; the page that asked follows the progress meanwhile."""
    row = opened(request, intake)
    work.read(row.pk)
    return redirect("intake", intake=intake)


def progress(request: HttpRequest, intake: int) -> HttpResponse:
    """How far the reading has come: a part of the page, asked for again and again."""
    row = opened(request, intake)
    return render(request, "reading/_progress.html", {"intake": row, "told": uploads.told(row.stored)})


def confirm(request: HttpRequest, intake: int) -> HttpResponse:
    """What was read becomes the draft."""
    row = opened(request, intake)
    sent = request.POST
    try:
        revision = actions.confirm(
            intake=intake,
            seen=sent.get("seen", ""),
            undo=sent.get("undo") == "1",
            key=sent.get("key", ""),
            by=user_of(request),
        )
    except Refused as refused:
        if refused.refusal.reason not in _SAID_HERE:
            raise
        row.refresh_from_db()
        return _page(request, row, 409, problem=told_refusal(refused.refusal))
    page = "questions" if _open_questions(intake) else "changes"
    return redirect(page, agency=revision.agency_id, year=revision.year)


def _open_questions(intake: int) -> int:
    from uigwe.web.reading.presenters.asked import open_questions

    return open_questions(Intake.objects.get(pk=intake))


def drop(request: HttpRequest, intake: int) -> HttpResponse:
    """Throw the file away."""
    opened(request, intake)
    actions.drop(intake=intake, by=user_of(request))
    return redirect("bring_in")
