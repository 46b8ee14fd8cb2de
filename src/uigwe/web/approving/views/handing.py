"""Who answers for what, who did before, and passing a task on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.plan import order_of_code
from uigwe.review import Verb
from uigwe.web.approving import handing
from uigwe.web.approving.forms import day_of, short
from uigwe.web.approving.models import Amendment, Tenure
from uigwe.web.approving.views.asked import told
from uigwe.web.people.models import Division, Responsibility, User
from uigwe.web.plans.presenters.codes import node_at
from uigwe.web.plans.shelf import today
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import opened


def responsibilities(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The table of who answers, and the history of each task that changed hands."""
    frame = opened(request, agency, year)
    rows = Responsibility.objects.filter(agency_id=agency, year=year).select_related("division", "owner")
    history: dict[str, list[Tenure]] = {}
    for one in Tenure.objects.filter(agency_id=agency, year=year).select_related(
        "division", "owner", "by", "amendment"
    ):
        history.setdefault(one.code, []).append(one)
    by_code = {row.code: row for row in rows}
    codes = sorted({node.code for node in frame.desk.plan.nodes()} | set(by_code), key=order_of_code)
    node = node_at(frame.desk.plan, request.GET.get("code", ""))
    chosen = node.code if node and node.code in by_code else ""
    return frame.page(
        "approving/responsibilities.html",
        "approval",
        rows=[(code, frame.desk.plan.node(code), by_code.get(code), history.get(code, [])) for code in codes],
        chosen=chosen,
        chosen_row=by_code.get(chosen),
        left=handing.open_items(agency, year, chosen, today()) if chosen else [],
        divisions=[one for one in Division.objects.filter(agency_id=agency) if one.exists_on(today())],
        people=User.objects.filter(agency_id=agency, is_active=True).order_by("name"),
        amendments=Amendment.objects.filter(agency_id=agency, year=year).order_by("-number"),
        may_transfer=frame.shown.may(Verb.TRANSFER_TASK, chosen),
        may_hand_over=bool(chosen) and frame.shown.may(Verb.HAND_OVER, chosen),
        as_of=today(),
        key=actions_key(),
    )


def transfer_task(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """To another division."""
    code = short(request, "code", 40)
    with told(request, _("The task was transferred. Who answered for it before is kept in its history.")):
        handing.transfer(
            agency=agency,
            year=year,
            code=code,
            division=_division(agency, request),
            owner=_person(agency, request),
            day=day_of(request.POST.get("day", "")),
            why=short(request, "why"),
            document_number=short(request, "document_number", 100),
            amendment=Amendment.objects.filter(
                agency_id=agency, year=year, number=_number(request.POST.get("amendment", ""))
            ).first(),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    return redirect("responsibilities", agency=agency, year=year)


def hand_over(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """To the next person."""
    owner = _person(agency, request)
    with told(request, _("The task was handed over.")):
        if owner is not None:
            handing.hand_over(
                agency=agency,
                year=year,
                code=short(request, "code", 40),
                owner=owner,
                day=day_of(request.POST.get("day", "")),
                why=short(request, "why"),
                note=short(request, "note", 5000),
                key=request.POST.get("key", ""),
                by=user_of(request),
            )
    return redirect("responsibilities", agency=agency, year=year)


def _division(agency: str, request: HttpRequest) -> Division | None:
    return Division.objects.filter(agency_id=agency, code=request.POST.get("division", "")).first()


def _person(agency: str, request: HttpRequest) -> User | None:
    return User.objects.filter(agency_id=agency, username=request.POST.get("owner", ""), is_active=True).first()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0
