"""Changes of a fixed plan: the list, one of them, asking for one, and carrying it on."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.plan.agenda import FIELD as LINKS
from uigwe.plan.agenda import NONE as NO_LINKS
from uigwe.plan.part import Cell
from uigwe.plan.rows import new_row
from uigwe.review import AmendmentStage, Thing, Verb, YearStage, why_not
from uigwe.web.approving import amending
from uigwe.web.approving.amending import Wanted
from uigwe.web.approving.forms import day_of, only_once, proof, short
from uigwe.web.approving.models import Amendment
from uigwe.web.approving.presenters import agenda_cells, cells_of, money_of
from uigwe.web.approving.views.approval import book_of, is_kept
from uigwe.web.approving.views.asked import told
from uigwe.web.plans.presenters.codes import address, node_at
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened

# In the place of a code: the links of all tasks to the national agenda.
AGENDA = "agenda"
# What the buttons of an amendment's page ask for.
STEPS = {
    "review": Verb.REVIEW_AMENDMENT,
    "deliberate": Verb.DELIBERATE_AMENDMENT,
    "approve": Verb.APPROVE_AMENDMENT,
    "refuse": Verb.REFUSE_AMENDMENT,
}


def amendments(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Those in force for everybody; those on their way for the people who work on them."""
    frame = opened(request, agency, year)
    book = book_of(agency, year)
    fixed = book is not None and book.stage == YearStage.FIXED
    return frame.page(
        "approving/amendments.html",
        "amendments",
        book=book,
        rows=_seen(frame),
        may_request=fixed
        and book is not None
        and why_not(Verb.REQUEST_AMENDMENT, book.thing(), frame.shown.actor) is None,
    )


def _seen(frame: Opened) -> list[Amendment]:
    revision = frame.shown.revision
    rows = Amendment.objects.filter(agency_id=revision.agency_id, year=revision.year).select_related(
        "by", "base", "result"
    )
    if why_not(Verb.SEE_APPROVAL, Thing(revision.agency_id, revision.year), frame.shown.actor) is not None:
        rows = rows.filter(stage=AmendmentStage.IN_FORCE)
    return list(rows.order_by("-number"))


def amendment(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """One amendment: what changes and why, with its documents, and what comes next."""
    frame = opened(request, agency, year)
    row = next((one for one in _seen(frame) if one.number == number), None)
    if row is None:
        raise Http404
    may = {
        name: why_not(verb, Thing(agency, year, "", AmendmentStage(row.stage)), frame.shown.actor) is None
        for name, verb in (*STEPS.items(), ("withdraw", Verb.WITHDRAW_AMENDMENT), ("open", Verb.OPEN_AMENDMENT))
    }
    may["withdraw"] = may["withdraw"] and (row.by_id == request.user.pk or may["refuse"])
    may["open"] = may["open"] and row.result_id is None
    return frame.page(
        "approving/amendment.html",
        "amendments",
        amendment=row,
        items=list(row.items.all()),
        approvals=list(row.approvals.select_related("by", "file")),
        money=money_of(row, frame.desk),
        may=may,
        key=actions_key(),
    )


def request_amendment(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The form: a goal or task, its fields as they are now, what they shall be, and why."""
    frame = opened(request, agency, year)
    sent = request.POST if request.method == "POST" else request.GET
    everywhere = sent.get("code", "") == AGENDA
    node = None if everywhere else node_at(frame.desk.plan, sent.get("code", ""))
    cells = agenda_cells(frame.desk) if everywhere else cells_of(frame.desk, node.code) if node else []
    if request.method == "POST" and cells:
        with told(request, _("The amendment was asked for.")):
            reason = short(request, "reason")
            row = amending.request(
                agency=agency,
                year=year,
                kind=_kind(request),
                title=short(request, "title", 200),
                reason=reason,
                items=tuple(_wanted(request, cells, node.code if node else "", reason)),
                key=request.POST.get("key", ""),
                by=user_of(request),
            )
            return redirect("amendment", agency=agency, year=year, number=row.number)
    return frame.page(
        "approving/request.html",
        "amendments",
        node=node,
        everywhere=everywhere,
        address=AGENDA if everywhere else address(node.code) if node else "",
        groups=_grouped(request, cells, sent.get("object", "")),
        is_task=node is not None and frame.desk.plan.task(node.code) is not None,
        kinds=Amendment.Kind.values,
        sent=sent,
        chosen_kind=sent.get("kind") or (Amendment.Kind.AGENDA if everywhere else ""),
        wanted=(sent.get("object", ""), sent.get("field", "")),
        nodes=list(frame.desk.plan.nodes()),
        key=actions_key(),
    )


def _kind(request: HttpRequest) -> str:
    kind = request.POST.get("kind", "")
    return kind if kind in Amendment.Kind.values else Amendment.Kind.OTHER


def _grouped(request: HttpRequest, cells: list[Cell], wanted: str) -> list[tuple[str, dict[str, object]]]:
    """The fields by the thing they belong to; open are the indicators, what was asked for, and what was filled in."""
    found: dict[str, list[tuple[int, Cell, dict[str, str]]]] = {}
    for number, cell in enumerate(cells):
        typed = _sent(request, number)
        if cell.field == LINKS and typed["proposed"].replace("\r\n", "\n").strip() == cell.value:
            typed["proposed"] = ""
        found.setdefault(cell.object, []).append((number, cell, typed))
    return [
        (
            object,
            {
                "cells": rows,
                "open": "@" in object or object == wanted or any(any(typed.values()) for _, _, typed in rows),
            },
        )
        for object, rows in found.items()
    ]


def _sent(request: HttpRequest, number: int) -> dict[str, str]:
    """What was typed for a field, so that nothing is lost when the form comes back."""
    return {name: request.POST.get(f"{name}-{number}", "") for name in ("proposed", "why", "open")}


def _wanted(request: HttpRequest, cells: list[Cell], code: str, reason: str) -> Iterator[Wanted]:
    for number, cell in enumerate(cells):
        proposed, why = short(request, f"proposed-{number}"), short(request, f"why-{number}")
        if (
            cell.field == LINKS and f"proposed-{number}" in request.POST
        ):  # the list stands in its field, to be changed or emptied
            proposed = "" if proposed == cell.value else proposed or NO_LINKS
        if proposed or request.POST.get(f"open-{number}"):
            yield Wanted(cell.object, cell.field, proposed, why or reason)
    if code and (text := short(request, "new-text")):
        quarter = request.POST.get("new-quarter", "")
        row = new_row(when=short(request, "new-when", 100), quarter=quarter, text=text)
        yield Wanted(f"{code}/m+", "row", row, short(request, "new-why") or reason)


def move_amendment(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """One step on, or refused."""
    verb = STEPS.get(request.POST.get("step", ""))
    if verb is None:
        raise Http404
    _moved(request, agency, year, number, verb)
    return redirect("amendment", agency=agency, year=year, number=number)


def withdraw_amendment(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """Whoever asked does not ask any more."""
    _moved(request, agency, year, number, Verb.WITHDRAW_AMENDMENT)
    return redirect("amendment", agency=agency, year=year, number=number)


def _moved(request: HttpRequest, agency: str, year: int, number: int, verb: Verb) -> None:
    with told(request, _("Noted down.")), proof(request) as file:
        amending.move(
            agency=agency,
            year=year,
            number=number,
            verb=verb,
            document_number=short(request, "document_number", 100),
            day=day_of(request.POST.get("day", "")),
            file=file,
            words=short(request, "note"),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
        only_once(file, is_kept)


def open_amendment(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """The draft in which exactly its fields may be written."""
    with told(request, _("A draft is open for this amendment. Its fields, and no others, may be written in it.")):
        amending.open_draft(
            agency=agency, year=year, number=number, key=request.POST.get("key", ""), by=user_of(request)
        )
        return redirect("changes", agency=agency, year=year)
    return redirect("amendment", agency=agency, year=year, number=number)
