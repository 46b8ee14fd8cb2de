"""What changed since the published revision, who changed it, undoing it, and publishing the whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from uigwe.review import Verb, YearStage
from uigwe.web.people.sessions import is_proved
from uigwe.web.people.signing import locked_out, proves
from uigwe.web.plans import actions
from uigwe.web.plans.openends import open_ends
from uigwe.web.plans.presenters.changes import by_place
from uigwe.web.plans.views.asking import told_refusal, user_of, when_refused
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened


def changes(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The draft against the published plan, or a published revision against the one before."""
    return _page(opened(request, agency, year))


def _page(frame: Opened, status: int = 200, **context: object) -> HttpResponse:
    revision = frame.shown.revision
    patches = revision.patches.select_related("by", "undone_by").order_by("-id") if frame.shown.draft else ()
    progress = frame.shown.progress
    told = frame.desk.told
    return frame.page(
        "plans/changes.html",
        "changes",
        status=status,
        groups=by_place(frame.desk.plan, frame.shown.changes),
        gone=[told(finding) for finding in progress.repaired] if progress else [],
        come=[told(finding) for finding in progress.arisen] if progress else [],
        other=[told(finding) for finding in progress.changed] if progress else [],
        patches=[(patch, frame.shown.may(Verb.UNDO, actions.code_of(patch.object))) for patch in patches],
        revisions=sorted(frame.shown.others, key=lambda one: -one.number),
        may_publish=_may_publish(frame),
        waits_for_approval=frame.shown.draft and _stage(frame) == YearStage.PREPARING and not _approved(frame),
        may_start=not frame.shown.draft
        and not request_names_a_revision(frame.request)
        and not frame.shown.is_fixed
        and frame.shown.may(Verb.START_DRAFT),
        fixed_number=_fixed_number(frame),
        may_see_why=frame.shown.may(Verb.SEE_WHY_OPEN),
        key=actions_key(),
        **context,
    )


def _stage(frame: Opened) -> str | None:
    return frame.shown.book.stage if frame.shown.book else None


def _approved(frame: Opened) -> bool:
    """Whether every step of the approval holds for the plan as it is now."""
    book = frame.shown.book
    return book is not None and book.stage == YearStage.PREPARING and book.cleared == frame.shown.revision.hash


def _may_publish(frame: Opened) -> bool:
    """Whether this is a draft that this person may publish now."""
    shown, approved = frame.shown, _approved(frame)
    anything = shown.previous_revision is None or bool(shown.changes) or approved
    free = approved or _stage(frame) in (None, YearStage.FIXED)
    return shown.draft and shown.may(Verb.PUBLISH) and anything and free


def _fixed_number(frame: Opened) -> int | None:
    """The number of the revision that was fixed."""
    fixed = frame.shown.book.fixed_at_id if frame.shown.book else None
    return next((one.number for one in frame.shown.others if one.pk == fixed), None)


def request_names_a_revision(request: HttpRequest) -> bool:
    """Whether an older revision is being read on purpose."""
    return bool(request.GET.get("revision"))


def start_draft(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Open a draft on top of the published plan."""
    with when_refused(request) as asked:
        actions.start_draft(agency=agency, year=year, key=request.POST.get("key", ""), by=user_of(request))
    asked.say(_("A draft is open. Changes in it are seen only inside the ministry until it is published."))
    return redirect("plan", agency=agency, year=year)


def undo(request: HttpRequest, agency: str, year: int, patch: int) -> HttpResponse:
    """Take one edit back."""
    try:
        with when_refused(request) as asked:
            actions.undo(agency=agency, year=year, patch=patch, key=request.POST.get("key", ""), by=user_of(request))
    except actions.Conflict as conflict:
        return _page(opened(request, agency, year), status=409, conflict=conflict)
    asked.say(_("The change was undone."))
    back = request.POST.get("back", "")
    return redirect(back) if back.startswith(f"/p/{agency}/{year}/") else redirect("changes", agency=agency, year=year)


def _to_publish(frame: Opened, status: int = 200, **context: object) -> HttpResponse:
    """The page before the publishing."""
    ends = open_ends(frame.shown.revision, frame.shown.last_year)
    proved, key = is_proved(frame.request), actions_key()
    return frame.page(
        "plans/publish.html", "changes", status=status, ends=ends, asks_password=not proved, key=key, **context
    )


@sensitive_post_parameters("password")
def publish(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """What is still open, and a button; sent, the draft becomes the published plan."""
    if request.method != "POST":
        frame = opened(request, agency, year)
        return _to_publish(frame) if _may_publish(frame) else redirect("changes", agency=agency, year=year)
    note = request.POST.get("note", "")[:2000]
    if not is_proved(request) and not proves(request, request.POST.get("password", "")):
        if getattr(request, "axes_locked_out", False):
            return locked_out(request)
        wrong = _("Please give your password again: publishing cannot be taken back.")
        return _to_publish(opened(request, agency, year), status=422, problem=wrong, note=note)
    with when_refused(request) as asked:
        actions.publish(agency=agency, year=year, note=note, key=request.POST.get("key", ""), by=user_of(request))
    if asked.refusal:
        why = {"problem": told_refusal(asked.refusal), "lacks_reason": asked.refusal.reason == "no-reason"}
        return _to_publish(opened(request, agency, year), status=422, note=note, **why)
    asked.say(_("Published. Everybody sees this revision now."))
    return redirect("plan", agency=agency, year=year)
