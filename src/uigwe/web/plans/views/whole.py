"""The whole plan as a file, for everybody: what is published, never a draft."""

import io
import json
import tempfile
import zipfile
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from uigwe.files.child import run
from uigwe.packs import Pack, write
from uigwe.packs.contract import contract
from uigwe.plan import Plan
from uigwe.reports.paper import office_paper
from uigwe.web.invented import body_of
from uigwe.web.plans import shelf
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.presenters.whole import whole_paper
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.files import MEGABYTES, SECONDS, BusyError, in_turn

MEDIA = {
    "hwpx": "application/hwp+zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "zip": "application/zip",
}


def whole(request: HttpRequest, agency: str, year: int, form: str) -> HttpResponse:
    """The published plan that is shown, or the newest where a draft is, in one of its forms; written once, then kept a while."""
    if form not in MEDIA:
        raise Http404
    shown = shelf.shown(request, agency, year)
    published = [shown.revision] if not shown.draft else sorted(shown.others, key=lambda one: -one.number)[:1]
    if not published:
        raise Http404
    [revision] = published
    try:
        data = _made(form, revision)
    except BusyError:
        return HttpResponse(_("Too many files are being made. Try again in a moment."), status=503)
    name = f"plan-{agency}-{year}-r{revision.number}.{form}"
    return HttpResponse(
        data, content_type=MEDIA[form], headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _made(form: str, revision: Revision) -> bytes:
    plan = plan_of(revision)
    if form == "json":
        about = {"revision": revision.number, "published": _day(revision), "seal": revision.hash}
        if settings.DEMO:
            about = {"demonstration": _("holds invented data"), **about}
        return json.dumps({**about, **contract(plan)}, ensure_ascii=False, indent=1).encode()
    if form == "zip":
        return _zipped(plan)
    # Writing a thousand rows takes seconds, anybody may ask, and what is published stays as it is.
    # The name of the body belongs to the key: in the demonstration it bears the mark of invented data.
    body = body_of(revision.agency, language())
    named = " ".join((form, revision.hash, str(revision.number), language(), shelf.today().isoformat(), body))
    key = f"whole-{sha256(named.encode()).hexdigest()}"
    made: bytes | None = cache.get(key)
    if made is None:
        made = _paper(form, revision, plan, body)
        cache.set(key, made, 24 * 3600)
    return made


def _paper(form: str, revision: Revision, plan: Plan, body: str) -> bytes:
    facts = (
        (_("Body"), body),
        (_("Year"), str(plan.year)),
        (_("Revision"), _("{number}, published on {day}").format(number=revision.number, day=_day(revision))),
        (_("Seal of the plan"), revision.hash),
    )
    paper = whole_paper(plan, body, shelf.today(), facts, language())
    with in_turn():
        made: bytes = run(office_paper, form, paper, seconds=SECONDS, megabytes=MEGABYTES)
        return made


def _day(revision: Revision) -> str:
    assert revision.published is not None  # noqa: S101 - only what is published gets here
    return timezone.localdate(revision.published).isoformat()


def _zipped(plan: Plan) -> bytes:
    """The pack, as another Uigwe brings it in."""
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / f"{plan.agency}-{plan.year}"
        write(Pack(plan), top)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted(top.rglob("*")):
                if file.is_file():
                    archive.write(file, file.relative_to(top.parent))
    return out.getvalue()
