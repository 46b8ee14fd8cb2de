"""Changing one field of the draft: the form, what the person's words would mean while they are typed, and conflicts."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from uigwe.plan import EDITABLE, EditProblem, field_now
from uigwe.plan.edit import kind_of_object
from uigwe.review import Verb
from uigwe.texts import tell
from uigwe.web.plans import actions
from uigwe.web.plans.presenters.edit import annexed_with, as_kept, meaning_of
from uigwe.web.plans.presenters.findings import Filter
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened

LONG = ("mission", "vision", "reason", "formula", "source", "text", "title", "name", "links")
CHOICES = {"quarter": ("1", "2", "3", "4", "0")}


def revise(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The form of one field, and its answer."""
    frame = opened(request, agency, year)
    sent = request.POST if request.method == "POST" else request.GET
    object, field = sent.get("object", ""), sent.get("field", "")
    now = _now(frame, object, field)
    if request.method != "POST":
        return _form(frame, object, field, value=now, before=now)
    value, before = sent.get("value", "").strip(), sent.get("before", "")
    try:
        done = actions.revise(
            agency=agency,
            year=year,
            object=object,
            field=field,
            before=before,
            value=as_kept(frame.desk.plan, object, field, value),
            also="also" in sent,
            sure="sure" in sent,
            key=sent.get("key", ""),
            by=user_of(request),
        )
    except actions.Conflict as conflict:
        return _form(frame, object, field, value=value, before=conflict.theirs, status=409, conflict=conflict)
    except EditProblem as problem:
        return _form(
            frame,
            object,
            field,
            value=value,
            before=before,
            status=422,
            problem=tell(
                "edits", problem.reason, {"object": object, "field": field, "value": value}, frame.desk.language
            ),
            asks_sure=problem.reason == "words-for-a-number",
        )
    if not done.row:
        return redirect(_back(frame, object))
    # An edit that was proposed for a finding: the next page says what became of it.
    repaired = frame.desk.find(sent.get("finding", ""))
    about = {"finding": repaired.key, "check": repaired.check} if repaired else {}
    if repaired and "list" in sent:  # and leads on in the list that it was opened from
        about |= {"list": Filter.of(QueryDict(sent["list"].lstrip("?"))).tail, "next": sent.get("next", "")}
    return redirect(f"{_back(frame, object)}?{urlencode({'changed': str(done.row), **about})}")


def _now(frame: Opened, object: str, field: str) -> str:
    """What the field holds; Http404 for what cannot be edited."""
    try:
        known = field in EDITABLE[kind_of_object(object)]
        return field_now(frame.desk.plan, object, field) if known else ""
    except EditProblem as problem:
        raise Http404 from problem


def _form(
    frame: Opened, object: str, field: str, *, value: str, before: str, status: int = 200, **context: Any
) -> HttpResponse:
    if field not in EDITABLE[kind_of_object(object)]:
        raise Http404
    return frame.page(
        "plans/revise.html",
        "plan",
        status=status,
        object=object,
        field=field,
        value=value,
        before=before,
        long=field in LONG,
        options=CHOICES.get(field),
        back=_back(frame, object),
        key=actions_key(),
        may=frame.shown.why_not(Verb.REVISE, actions.code_of(object)) is None,
        meaning=meaning_of(frame.desk.plan, object, field, value),
        annexed=annexed_with(frame.desk.plan, object, field),
        also=frame.request.method != "POST" or "also" in frame.request.POST,
        **context,
    )


def _back(frame: Opened, object: str) -> str:
    page, argument = frame.desk.way_to(object)
    where = {"agency": frame.desk.plan.agency, "year": frame.desk.plan.year}
    if page == "indicator":
        return reverse("indicator", kwargs={**where, "id": argument})
    return reverse("node", kwargs={**where, "code": argument}) if page == "node" else reverse("plan", kwargs=where)


def try_basis(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """What the words in the form would mean: a basis recomputed, a target or a date as it would be understood."""
    frame = opened(request, agency, year)
    sent = request.POST if request.method == "POST" else request.GET
    object, field = sent.get("object", ""), sent.get("field", "")
    _now(frame, object, field)
    meaning = meaning_of(frame.desk.plan, object, field, sent.get("value", "")[:2000])
    return render(
        request,
        "plans/_meaning.html",
        {"shown": frame.shown, "desk": frame.desk, "meaning": meaning},
    )
