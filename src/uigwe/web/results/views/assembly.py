"""Answers to requests of the National Assembly: the list, making one, one with its files."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.files.child import run
from uigwe.reports.paper import office_paper
from uigwe.review import Thing, Verb, why_not
from uigwe.web.approving.forms import PROOFS, day_of, short
from uigwe.web.approving.views.approval import MEGABYTES, SECONDS, body_name
from uigwe.web.approving.views.asked import told
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.shelf import Shown
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened
from uigwe.web.records import chain
from uigwe.web.results.assembly import Wanted, add_sent, keep_answer, told_kind, unchanged, why_not_wanted
from uigwe.web.results.common import ask, no
from uigwe.web.results.models import AssemblyAnswer
from uigwe.web.results.papers import Asked
from uigwe.web.results.papers import assembly as table_of
from uigwe.web.uploads import Kept, forget, path_of, receive, sent

FORMS = ("hwpx", "xlsx")


def assembly(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Every answer that was given; a POST makes one and keeps it."""
    frame = opened(request, agency, year)
    wanted = _wanted(request)
    if request.method == "POST":
        with told(request, _("The answer is kept, with its files.")):
            row = _answered(frame, wanted)
            return redirect("assembly_answer", agency=agency, year=year, number=row.number)
    indicators = frame.desk.plan.indicators
    years = sorted({printing.year for one in indicators for printing in one.printings} | {year}, reverse=True)
    return frame.page(
        "results/assembly.html",
        "results",
        rows=AssemblyAnswer.objects.filter(agency_id=agency, year=year).select_related("by").order_by("-number"),
        indicators=indicators,
        years=years,
        wanted=wanted,
        may=why_not(Verb.ANSWER_ASSEMBLY, Thing(agency, year), frame.shown.actor) is None,
        key=request.POST.get("key", "") or actions_key(),
    )


def _wanted(request: HttpRequest) -> Wanted:
    years = sorted({int(text) for text in request.POST.getlist("years") if text.isdecimal() and len(text) == 4})
    chosen = tuple(dict.fromkeys(request.POST.getlist("indicators")))[:500]
    return Wanted(
        short(request, "requester", 200), day_of(request.POST.get("asked_on", "")), short(request, "request"), chosen, years,
        short(request, "document_number", 100),
    )  # fmt: skip


def _answered(frame: Opened, wanted: Wanted) -> AssemblyAnswer:
    """From the plan in force, whatever draft is open; the files are made before anything is held."""
    there = frame.shown.revision
    agency, year, by = there.agency_id, there.year, user_of(frame.request)
    thing = Thing(agency, year)
    ask(Verb.ANSWER_ASSEMBLY, thing, by)
    revision = Revision.objects.of(agency, year).published().last()
    known = {one.id for one in plan_of(revision).indicators} if revision is not None else set()
    problem = why_not_wanted(wanted, revision, known)
    if problem or revision is None:
        raise no(problem, Verb.ANSWER_ASSEMBLY, thing)
    shown = Shown(revision, [revision], None, frame.shown.actor)
    desk = Desk(shown.plan, (), {}, language(), shown.as_of)
    head = chain.head()
    asked = Asked(
        shown, desk, body_name(frame), indicators=tuple(wanted.indicators), years=tuple(wanted.years), head=head,
        asked_by=f"{wanted.requester} ({wanted.asked_on.isoformat()})",
    )  # fmt: skip
    paper = table_of(asked)
    files = {form: run(office_paper, form, paper, seconds=SECONDS, megabytes=MEGABYTES) for form in FORMS}
    return keep_answer(
        agency=agency, year=year, wanted=wanted, revision=revision, head=head, files=files,
        key=frame.request.POST.get("key", ""), by=by,
    )  # fmt: skip


def assembly_answer(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """One answer: who asked for what, what was chosen, its files with their hashes."""
    frame = opened(request, agency, year)
    row = _at(agency, year, number)
    names = {one.id: one.name for one in plan_of(row.revision).indicators}
    return frame.page(
        "results/assembly_answer.html",
        "results",
        row=row,
        names=[names.get(id, id) for id in row.indicators],
        files=[(one, told_kind(one.kind)) for one in row.files.select_related("by").defer("data")],
        may=why_not(Verb.ANSWER_ASSEMBLY, Thing(agency, year), frame.shown.actor) is None,
    )


def assembly_file(request: HttpRequest, agency: str, year: int, number: int, file: int) -> HttpResponse:
    """A file as it was kept, byte for byte."""
    row = _at(agency, year, number).files.select_related("answer").filter(pk=file).first()
    if row is None:
        raise Http404
    response = HttpResponse(unchanged(row), content_type="application/octet-stream")
    ending = row.name.rpartition(".")[2] if row.name.rpartition(".")[2].isascii() else "bin"
    response["Content-Disposition"] = f'attachment; filename="answer-{agency}-{year}-{number}-{row.pk}.{ending}"'
    return response


def add_sent_file(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """The file as it was sent in the end, after it was edited elsewhere."""
    with told(request, _("The file is kept.")), _received(request) as kept:
        data = path_of(kept.stored).read_bytes()
        add_sent(agency=agency, year=year, number=number, name=kept.name, data=data, by=user_of(request))
    return redirect("assembly_answer", agency=agency, year=year, number=number)


@contextmanager
def _received(request: HttpRequest) -> Iterator[Kept]:
    """The file that was sent, looked at; its copy among the uploads goes again."""
    kept = receive(sent(request, "file"), PROOFS)
    try:
        yield kept
    finally:
        forget(kept.stored)


def _at(agency: str, year: int, number: int) -> AssemblyAnswer:
    rows = AssemblyAnswer.objects.filter(agency_id=agency, year=year, number=number)
    row = rows.select_related("by", "revision").first()
    if row is None:
        raise Http404
    return row
