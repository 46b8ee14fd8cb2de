"""Tables in and out, papers to download, papers side by side."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uigwe.files import Refused as RefusedFile
from uigwe.files.child import run
from uigwe.reports.paper import office_paper
from uigwe.review import Verb
from uigwe.web.approving.forms import short
from uigwe.web.approving.views.approval import MEGABYTES, SECONDS, attached, body_name
from uigwe.web.approving.views.asked import told
from uigwe.web.plans.presenters.codes import node_at
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import opened
from uigwe.web.results import books
from uigwe.web.results.books import Spent, Stated
from uigwe.web.results.models import PaperStatement
from uigwe.web.results.papers import PAPERS, Asked, reconciled
from uigwe.web.results.presenters import periods
from uigwe.web.results.tables import XLSX, take_in, template
from uigwe.web.uploads import forget, receive, sent
from uigwe.web.uploads import sentence as told_file

MEDIA = {
    "hwpx": "application/hwp+zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
KINDS = {"results": Verb.ENTER_RESULT, "spending": Verb.ENTER_SPENDING, "papers": Verb.STATE_PAPER}


def papers(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Which papers there are."""
    return opened(request, agency, year).page("results/papers.html", "results")


def paper(request: HttpRequest, agency: str, year: int, paper: str, form: str) -> HttpResponse:
    """One of them, as HWPX or XLSX."""
    if paper not in PAPERS or form not in MEDIA:
        raise Http404
    asked = _asked(request, agency, year)
    return _file(form, PAPERS[paper](asked), f"{paper}-{agency}-{year}")


def _asked(request: HttpRequest, agency: str, year: int) -> Asked:
    frame = opened(request, agency, year)
    period = request.GET.get("period", "")
    years = sorted({int(text) for text in request.GET.getlist("years") if text.isdecimal() and len(text) == 4})
    return Asked(
        frame.shown,
        frame.desk,
        body_name(frame),
        period if period in periods(year) else "",
        tuple(request.GET.getlist("indicators")),
        tuple(years),
    )


def _file(form: str, made: object, name: str) -> HttpResponse:
    data = run(office_paper, form, made, seconds=SECONDS, megabytes=MEGABYTES)
    return attached(data, f"{name}.{form}", MEDIA[form])


def table(request: HttpRequest, agency: str, year: int, kind: str) -> HttpResponse:
    """A table to fill in."""
    if kind not in KINDS:
        raise Http404
    return _file("xlsx", template(kind, _asked(request, agency, year)), f"{kind}-{agency}-{year}")


def take_table(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """A table that came back filled in."""
    kind = request.POST.get("kind", "")
    if kind not in KINDS:
        raise Http404
    back = {"results": "results", "spending": "results", "papers": "reconciliation"}[kind]
    try:
        file = receive(sent(request, "file"), XLSX)
        try:
            taken = take_in(
                kind, file, agency=agency, year=year, period=request.POST.get("period", ""), why=short(request, "why"),
                by=user_of(request),
            )  # fmt: skip
        finally:
            forget(file.stored)  # its rows are in the tables, each with who and when
    except RefusedFile as refused:
        messages.error(request, told_file(refused, language()))
        return redirect(back, agency=agency, year=year)
    if taken.rows or not taken.troubles:
        messages.success(
            request, ngettext("{n} row was taken in.", "{n} rows were taken in.", taken.rows).format(n=taken.rows)
        )
    for number, words in taken.troubles[:20]:
        messages.error(request, _("Row {number}: {words}").format(number=number, words=words) if number else words)
    return redirect(back, agency=agency, year=year)


def enter_spending(request: HttpRequest, agency: str, year: int, code: str) -> HttpResponse:
    """What was spent of one line up to a month, typed."""
    node = node_at(opened(request, agency, year).desk.plan, code)
    if node is None:
        raise Http404
    given = Spent(
        node.code,
        _whole(request.POST.get("row", "")),
        _whole(request.POST.get("month", "")),
        short(request, "amount", 40),
    )
    with told(request, _("Noted down.")):
        books.enter_spending(
            agency=agency, year=year, rows=[given], source=short(request, "source", 300), why=short(request, "why"),
            key=request.POST.get("key", ""), by=user_of(request),
        )  # fmt: skip
    return redirect("task_results", agency=agency, year=year, code=code)


def reconciliation(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Papers side by side, and the form of one statement."""
    frame = opened(request, agency, year)
    if request.method == "POST":
        words = {name: short(request, name, 2000) for name in ("name", "formula", "target", "result")}
        row = Stated(short(request, "indicator", 120), request.POST.get("paper", ""), **words)
        with told(request, _("Noted down.")):
            books.state_papers(
                agency=agency, year=year, rows=[row], key=request.POST.get("key", ""), by=user_of(request)
            )
        return redirect("reconciliation", agency=agency, year=year)
    rows = reconciled(frame.shown)
    return frame.page(
        "results/reconciliation.html",
        "results",
        rows=rows,
        alone=sum(row.moved_alone for row in rows),
        indicators=frame.desk.plan.indicators,
        kinds=PaperStatement.Paper.values,
        may_state=_may_state(frame),
        key=actions_key(),
    )


def _may_state(frame: object) -> bool:
    from uigwe.review import Thing, why_not

    revision = frame.shown.revision  # type: ignore[attr-defined]
    return why_not(Verb.STATE_PAPER, Thing(revision.agency_id, revision.year), frame.shown.actor) is None  # type: ignore[attr-defined]


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
