"""The approval of a year's plan: opening the year, the steps with their documents, fixing, closing, and the paper for it."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.files.child import run
from uigwe.reports.paper import paper_hwpx
from uigwe.review import Verb, YearStage
from uigwe.web.approving import actions, reopening
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.approving.forms import day_of, only_once, proof, short
from uigwe.web.approving.models import KeptFile
from uigwe.web.approving.presenters import Approved, approved, attachment, sign_rows
from uigwe.web.approving.views.asked import told
from uigwe.web.invented import body_of
from uigwe.web.plans.models import YearBook
from uigwe.web.plans.openends import OpenEnds, open_ends
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.shelf import Shown, may_see
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened
from uigwe.web.uploads import path_of

SECONDS, MEGABYTES = 60, 1024


def approval(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Where the year stands."""
    frame = opened(request, agency, year)
    book = book_of(agency, year)
    rows = sign_rows(book, frame.shown, frame.desk.language) if book else []
    about = approved(book) if book else None
    subject = about.revision if about else None
    return frame.page(
        "approving/approval.html",
        "approval",
        book=book,
        rows=rows,
        subject=subject,
        about=about,
        whole=bool(rows) and all(row.state == "holds" for row in rows),
        outdated=any(row.state == "outdated" for row in rows),
        ends=_ends(frame, book),
        may_open=book is None and frame.shown.may(Verb.OPEN_YEAR),
        may_fix=_may(frame, book, Verb.FIX_YEAR) and bool(subject and not subject.is_draft),
        may_close=_may(frame, book, Verb.CLOSE_YEAR) and not _draft_open(book),
        again=_reopening(frame, book, frame.shown.actor.name),
        key=actions_key(),
    )


def _ends(frame: Opened, book: YearBook | None) -> OpenEnds | None:
    """What is still open in the plan while its approval is under way."""
    preparing = book is not None and book.stage == YearStage.PREPARING
    return open_ends(frame.shown.revision, frame.shown.last_year) if preparing else None


def _may(frame: Opened, book: YearBook | None, verb: Verb) -> bool:
    from uigwe.review import why_not

    return book is not None and why_not(verb, book.thing(), frame.shown.actor) is None


def _draft_open(book: YearBook | None) -> bool:
    newest = actions.subject_of(book) if book else None
    return newest is None or newest.is_draft


def book_of(agency: str, year: int) -> YearBook | None:
    """The year's row, when it was opened."""
    rows = YearBook.objects.filter(agency_id=agency, year=year)
    return rows.select_related("agency", "by", "fixed_at").first()


def open_year(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """From now on step by step."""
    with told(request, _("The year is open: its plan is approved step by step.")):
        key = request.POST.get("key", "")
        actions.open_year(agency=agency, year=year, calendar=calendar_for(year), key=key, by=user_of(request))
    return redirect("approval", agency=agency, year=year)


def sign_step(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """A step was signed in the other system; here its number, day and file are noted down."""
    with told(request, _("The step is noted down.")), proof(request) as file:
        actions.sign(
            agency=agency,
            year=year,
            step=short(request, "step", 60),
            hash=short(request, "hash", 64),
            document_number=short(request, "document_number", 100),
            day=day_of(request.POST.get("day", "")),
            file=file,
            words=short(request, "note"),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
        only_once(file, is_kept)
    return redirect("approval", agency=agency, year=year)


def is_kept(stored: str) -> bool:
    """Whether a file has a row."""
    return KeptFile.objects.filter(stored=stored).exists()


def fix_year(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The published plan is fixed."""
    with told(request, _("The plan is fixed. From here on it changes by amendment only.")):
        actions.fix(agency=agency, year=year, key=request.POST.get("key", ""), by=user_of(request))
    return redirect("approval", agency=agency, year=year)


def close_year(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Nothing more is written."""
    with told(request, _("The year is closed.")):
        words, key = short(request, "note"), request.POST.get("key", "")
        actions.close(agency=agency, year=year, words=words, key=key, by=user_of(request))
    return redirect("approval", agency=agency, year=year)


def ask_reopening(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Somebody asks that a closed year be opened again."""
    with told(request, _("It is asked for. Somebody else allows or refuses it.")):
        reopening.request(
            agency=agency,
            year=year,
            reason=short(request, "reason"),
            document_number=short(request, "document_number", 100),
            day=day_of(request.POST.get("day", "")),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    return redirect("approval", agency=agency, year=year)


def decide_reopening(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Somebody else allows or refuses it."""
    allow = request.POST.get("verb") == "allow"
    done = _("The year is open again: fixed, as it was before it was closed.") if allow else _("It is refused.")
    with told(request, done):
        words, key = short(request, "words"), request.POST.get("key", "")
        reopening.decide(agency=agency, year=year, allow=allow, words=words, key=key, by=user_of(request))
    return redirect("approval", agency=agency, year=year)


def _reopening(frame: Opened, book: YearBook | None, username: str) -> dict[str, object]:
    """What was asked for and decided, and which of both this person could do now."""
    if book is None:
        return {}
    rows = reopening.reopenings(book.agency_id, book.year)
    waits = next((row for row in rows if row.decided_at is None), None)
    own = waits is not None and waits.by.username == username
    return {
        "reopenings": rows,
        "may_ask": waits is None and _may(frame, book, Verb.ASK_REOPENING),
        "may_decide": waits is not None and not own and _may(frame, book, Verb.DECIDE_REOPENING),
        "own": own,
    }


def approval_attachment(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The paper that goes with the plan to whoever signs."""
    frame = opened(request, agency, year)
    book = book_of(agency, year)
    rows = sign_rows(book, frame.shown, frame.desk.language) if book else []
    about = approved(book) if book else None
    shown = _as_approved(frame.shown, about)
    desk = Desk(shown.plan, shown.report.findings, shown.accepted, frame.desk.language, shown.as_of)
    made = attachment(shown, desk, body_name(frame), rows, about)
    data = run(paper_hwpx, made, seconds=SECONDS, megabytes=MEGABYTES)
    return attached(data, f"approval-{agency}-{year}-r{shown.revision.number}.hwpx", "application/hwp+zip")


def _as_approved(shown: Shown, about: Approved | None) -> Shown:
    """The plan that was approved, where the page shows a later one; what this person may not see stays out."""
    if about is None or about.revision.pk == shown.revision.pk or not may_see(about.revision, shown.actor):
        return shown
    return Shown(about.revision, shown.others, shown.last_year, shown.actor)


def body_name(frame: Opened) -> str:
    """What the agency is called in the reader's language."""
    return body_of(frame.shown.revision.agency, frame.desk.language)


def attached(data: bytes, name: str, media: str) -> HttpResponse:
    """A file to be saved."""
    return HttpResponse(data, content_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def kept_file(request: HttpRequest, agency: str, year: int, file: int) -> FileResponse:
    """A file as it was handed in; always saved, never shown inside a page."""
    row = KeptFile.objects.filter(pk=file, agency_id=agency, year=year).first()
    if row is None:
        raise Http404
    path = path_of(row.stored)
    if not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=row.name, content_type="application/octet-stream")
