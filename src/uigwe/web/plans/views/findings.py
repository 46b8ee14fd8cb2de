"""Findings: the list with its filters, the explanation of one, accepting it as an exception, and taking it away as a file."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from uigwe.audit.progress import Progress
from uigwe.plan import code_from
from uigwe.review import Verb
from uigwe.texts import grounds
from uigwe.web.plans import actions
from uigwe.web.plans.presenters.desk import Desk, Told
from uigwe.web.plans.presenters.findings import Filter, as_record, choices, chosen, fitting
from uigwe.web.plans.presenters.fixes import fixes as fixes_of
from uigwe.web.plans.presenters.handbook import render_markdown
from uigwe.web.plans.presenters.listing import Neighbours, neighbours, paged
from uigwe.web.plans.views.asking import told_refusal, user_of, when_refused
from uigwe.web.plans.views.files import FORMS, BusyError, report_file
from uigwe.web.plans.views.frame import Opened, opened

# A spreadsheet runs a cell that starts so; a leading apostrophe makes it text again. Numbers stay numbers.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class AcceptForm(forms.Form):
    """Why a finding is accepted as an exception, and until when."""

    why = forms.CharField(label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    until = forms.DateField(
        label=gettext_lazy("Until"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


def findings(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """All findings that fit the filter."""
    frame = opened(request, agency, year)
    wanted = Filter.of(request.GET)
    beside = frame.shown.beside(wanted.against)
    progress = SimpleLazyObject(lambda: frame.shown.progress_since(beside))  # only when no page is at hand
    asked = progress if wanted.since else None
    node = frame.desk.plan.node(code_from(wanted.goal))
    answer = frame.page(
        "plans/findings.html",
        "findings",
        wanted=wanted,
        list=SimpleLazyObject(lambda: paged(frame.desk, fitting(frame.desk, wanted, asked), wanted)),
        beside=beside,
        earlier=[one.number for one in frame.shown.earlier],
        progress=progress,
        total=len(frame.desk.all),
        choices=SimpleLazyObject(lambda: choices(frame.desk, wanted, asked)),
        memo_code=node.code if node else "",
        skipped=frame.shown.report.skipped,
    )
    answer["HX-Push-Url"] = request.path + wanted.tail  # the address of what is shown, without what was not chosen
    return answer


def _progress(frame: Opened, wanted: Filter) -> Progress | None:
    """What became of the findings since the revision that the filter names; None where it asks for no comparison."""
    return frame.shown.progress_since(frame.shown.beside(wanted.against)) if wanted.since else None


def _found(frame: Opened, key: str) -> Told:
    finding = frame.desk.find(key)
    if finding is None:
        raise Http404
    return frame.desk.told(finding)


def finding(request: HttpRequest, agency: str, year: int, finding: str) -> HttpResponse:
    """One finding with its explanation: the page of its check, the working, the values and where they stand."""
    frame = opened(request, agency, year)
    return _explained(frame, _found(frame, finding), None)


def _explained(frame: Opened, told: Told, form: AcceptForm | None, status: int = 200) -> HttpResponse:
    wanted = Filter.of(frame.request.GET)
    until = min(frame.desk.as_of + timedelta(days=180), date(frame.desk.plan.year, 12, 31))
    empty = AcceptForm(initial={"until": max(until, frame.desk.as_of), "key": actions_key()})
    related = [
        frame.desk.told(one) for one in frame.desk.all if one.object == told.finding.object and one is not told.finding
    ]
    return frame.page(
        "plans/finding.html",
        "findings",
        status=status,
        told=told,
        wanted=wanted,
        near=_near(frame, told, wanted),
        related=related[:8],
        grounds=grounds(told.finding, frame.desk.plan, frame.desk.language),
        page=render_markdown(told.finding.check, frame.desk.language),
        form=form or empty,
        may_accept=frame.shown.may(Verb.ACCEPT),
        may_withdraw=frame.shown.may(Verb.WITHDRAW),
        may_revise=frame.shown.may(Verb.REVISE, told.code) if told.code else False,
    )


def _near(frame: Opened, told: Told, wanted: Filter) -> Neighbours | None:
    """Where the finding stands in the list that it was opened from. One that was just accepted keeps its place."""
    everything = fitting(frame.desk, replace(wanted, state="all"), _progress(frame, wanted))
    rows = [one for one in everything if one is told.finding or wanted.takes(one, frame.desk.is_accepted(one))]
    return neighbours(frame.desk, told.finding, rows, wanted)


def fixes(request: HttpRequest, agency: str, year: int, finding: str) -> HttpResponse:
    """What would repair a finding, each with its button; the pages of findings and indicators ask for it when it is wanted."""
    frame = opened(request, agency, year)
    told = _found(frame, finding)
    found = fixes_of(frame.shown.proposals(told.finding), frame.desk.plan, frame.desk.language)
    offered = [(fix, frame.shown.may(Verb.REVISE, actions.code_of(fix.object)), actions_key()) for fix in found]
    wanted = Filter.of(request.GET)
    return frame.page(
        "plans/fixes.html",
        "findings",
        told=told,
        fixes=offered,
        may_any=any(may for _, may, _ in offered),
        from_list="list" in request.GET,
        wanted=wanted,
        near=_near(frame, told, wanted),
    )


def actions_key() -> str:
    """A fresh key, so that a form sent twice works once."""
    from secrets import token_hex

    return token_hex(16)


def accept(request: HttpRequest, agency: str, year: int, finding: str) -> HttpResponse:
    """Accept the finding as an exception."""
    if request.method != "POST":
        return redirect("finding", agency=agency, year=year, finding=finding)
    frame = opened(request, agency, year)
    told = _found(frame, finding)
    form = AcceptForm(request.POST)
    if not form.is_valid():
        return _explained(frame, told, form, status=422)
    data = form.cleaned_data
    with when_refused(request) as asked:
        actions.accept_finding(
            agency=agency,
            year=year,
            finding=finding,
            why=data["why"],
            until=data["until"],
            key=data["key"],
            by=user_of(request),
        )
    if asked.refusal:
        form.add_error(None, told_refusal(asked.refusal))
        return _explained(frame, told, form, status=422)
    asked.say(_("Accepted as an exception."))
    return _to_finding(request, agency, year, finding)


def withdraw(request: HttpRequest, agency: str, year: int, finding: str) -> HttpResponse:
    """Let the finding count again."""
    with when_refused(request) as asked:
        actions.withdraw_acceptance(
            agency=agency,
            year=year,
            finding=finding,
            why=request.POST.get("why", ""),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    asked.say(_("The finding counts again."))
    return _to_finding(request, agency, year, finding)


def _to_finding(request: HttpRequest, agency: str, year: int, finding: str) -> HttpResponse:
    """Back to the finding, which still knows the list that it was opened from."""
    there = reverse("finding", kwargs={"agency": agency, "year": year, "finding": finding})
    return redirect(there + Filter.of(request.GET).tail)


def export(request: HttpRequest, agency: str, year: int, form: str) -> HttpResponse:
    """The findings that fit the filter, as CSV, JSON or one of the files of the office."""
    frame = opened(request, agency, year)
    if form in FORMS:
        return _office_file(frame, form, Filter.of(request.GET))
    makers = {"csv": (_csv, "text/csv; charset=utf-8"), "json": (_json, "application/json")}
    if form not in makers:
        raise Http404
    make, kind = makers[form]
    response = HttpResponse(
        make(frame.desk, chosen(frame.desk, Filter.of(request.GET), _progress(frame, Filter.of(request.GET)))),
        content_type=kind,
    )
    response["Content-Disposition"] = f'attachment; filename="findings-{agency}-{year}.{form}"'
    return response


def _office_file(frame: Opened, form: str, wanted: Filter) -> HttpResponse:
    kind = FORMS[form]
    revision = frame.shown.revision
    try:
        data = report_file(frame, form, chosen(frame.desk, wanted, _progress(frame, wanted)), wanted)
    except BusyError:
        return HttpResponse(_("Too many files are being made. Try again in a moment."), status=503)
    response = HttpResponse(data, content_type=kind.media)
    name = f"{kind.name}-{revision.agency_id}-{revision.year}.{kind.ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _json(desk: Desk, rows: Iterable[Told]) -> bytes:
    document = {
        "agency": desk.plan.agency,
        "year": desk.plan.year,
        "as_of": desk.as_of.isoformat(),
        "findings": [as_record(row) for row in rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _csv(desk: Desk, rows: Iterable[Told]) -> bytes:
    out = io.StringIO()
    names = (
        "level",
        "type",
        "check",
        "code",
        "object",
        "title",
        "sentence",
        "advice",
        "reason",
        "values",
        "part",
        "line",
        "state",
        "exception",
        "key",
    )
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        record = as_record(row)
        place = record["place"]
        exception = " | ".join((record["exception"] or {}).values())
        flat = {
            **record,
            "exception": exception,
            "values": " | ".join(record["values"]),
            "part": place["part"],
            "line": place["line"],
        }
        writer.writerow([tame(str(flat.get(name) or "")) for name in names])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def tame(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    risky = cell.startswith(_RISKY) and not cell.lstrip("-+").replace(",", "").replace(".", "", 1).isdigit()
    return f"'{cell}" if risky else cell
