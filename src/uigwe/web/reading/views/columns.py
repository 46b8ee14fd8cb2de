"""The mapping screen of a table: which column means what, which sheet it is, where its head stands."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from uigwe.files import Refused as FileRefused
from uigwe.operations.tables import READ, layout_text, proposal
from uigwe.packs import PackProblem
from uigwe.texts import word
from uigwe.web import uploads
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.asking import user_of
from uigwe.web.reading import actions
from uigwe.web.reading.found import found_in, layout_in
from uigwe.web.reading.models import Intake, State
from uigwe.web.reading.presenters.columns import MEANINGS, Form, form_of, layout_of
from uigwe.web.reading.views.bringing import opened

_HIGHEST = 10_000


def columns(request: HttpRequest, intake: int) -> HttpResponse:
    """The form; sent, the table is read again as it says."""
    row = opened(request, intake)
    proposed = _proposed(row)
    if request.method != "POST":
        return _page(request, row, form_of(proposed, row.year))
    if request.POST.get("act") == "look":
        return _elsewhere(request, row, proposed)
    name = row.agency.name.replace("{", "").replace("}", "")
    form = layout_of(proposed, request.POST, row.year, f"{name} {{year}}")
    if form.problem:
        return _page(request, row, form, 422, problem=_problem(form))
    actions.map_columns(intake=row.pk, layout=form.layout, by=user_of(request))
    return redirect("intake", intake=row.pk)


def _proposed(row: Intake) -> dict[str, Any]:
    if row.state != State.READ or not (proposed := dict(found_in(row.found).proposed)):
        raise Http404
    return proposed


def _elsewhere(request: HttpRequest, row: Intake, proposed: dict[str, Any]) -> HttpResponse:
    """Look at another sheet or another row for the head: what is there is proposed anew."""
    sheet, told = request.POST.get("sheet", ""), request.POST.get("head", "").strip()
    head = int(told) if told.isdecimal() and int(told) <= _HIGHEST else 0
    try:
        found = proposal(uploads.look_at(row.kept, READ), row.year, sheet or str(proposed["sheet"]), head)
    except FileRefused as refused:
        return _page(request, row, form_of(proposed, row.year), 422, problem=uploads.sentence(refused, language()))
    except PackProblem:
        wrong = _("There is no table to be read there.")
        return _page(request, row, form_of(proposed, row.year), 422, problem=wrong)
    actions.map_columns(intake=row.pk, layout=found.layout, by=user_of(request))
    return redirect("intake", intake=row.pk)


def _problem(form: Form) -> str:
    if form.problem == "no-name":
        return _("Say which column holds the names of the indicators.")
    kind, _colon, year = form.twice.partition(":")
    told = word("column", kind, language()) if kind != "past" else year
    return _("Two columns cannot both be {meaning}.").format(meaning=told)


def _page(request: HttpRequest, row: Intake, form: Form, status: int = 200, **context: Any) -> HttpResponse:
    frame = {"intake": row, "form": form, "meanings": MEANINGS, "nav": "bring_in"}
    return render(request, "reading/columns.html", {**frame, **context}, status=status)


def layout(request: HttpRequest, intake: int) -> HttpResponse:
    """The layout by which the table was read, as a file for the command line."""
    row = opened(request, intake)
    tree = layout_in(row.found)
    if not tree:
        raise Http404
    response = HttpResponse(layout_text(tree), content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="layout-{row.agency_id}-{row.year}.yaml"'
    return response
