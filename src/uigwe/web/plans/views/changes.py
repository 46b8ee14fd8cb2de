"""What changed since the published revision, who changed it, undoing it, and publishing the whole."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from uigwe.review import Verb, YearStage
from uigwe.web.people.sessions import is_proved
from uigwe.web.people.signing import locked_out, proves
from uigwe.web.plans import actions
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
    stage = frame.shown.book.stage if frame.shown.book else None
    approved = stage == YearStage.PREPARING and frame.shown.book.cleared == revision.hash
    anything = frame.shown.previous_revision is None or bool(frame.shown.changes) or approved
    free = stage is None or approved or stage == YearStage.FIXED
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
        may_publish=frame.shown.draft and frame.shown.may(Verb.PUBLISH) and anything and free,
        waits_for_approval=frame.shown.draft and stage == YearStage.PREPARING and not approved,
        asks_password=not is_proved(frame.request),
        may_start=not frame.shown.draft
        and not request_names_a_revision(frame.request)
        and not frame.shown.is_fixed
        and frame.shown.may(Verb.START_DRAFT),
        fixed_number=_fixed_number(frame),
        key=actions_key(),
        **context,
    )


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


@sensitive_post_parameters("password")
def publish(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The draft becomes the published plan."""
    if request.method != "POST":
        return redirect("changes", agency=agency, year=year)
    note = request.POST.get("note", "")[:2000]
    if not is_proved(request) and not proves(request, request.POST.get("password", "")):
        if getattr(request, "axes_locked_out", False):
            return locked_out(request)
        wrong = _("Please give your password again: publishing cannot be taken back.")
        return _page(opened(request, agency, year), status=422, problem=wrong, note=note)
    with when_refused(request) as asked:
        actions.publish(agency=agency, year=year, note=note, key=request.POST.get("key", ""), by=user_of(request))
    if asked.refusal:
        return _page(opened(request, agency, year), status=422, problem=told_refusal(asked.refusal), note=note)
    asked.say(_("Published. Everybody sees this revision now."))
    return redirect("plan", agency=agency, year=year)
