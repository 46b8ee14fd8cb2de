"""Findings as files of the office: a workbook, a memo to the owner of a task, one page for the head of the office."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from threading import BoundedSemaphore

from uigwe.files.child import run
from uigwe.operations.reporting import office_file
from uigwe.plan import code_from
from uigwe.reports import Audited
from uigwe.review import Verb
from uigwe.web.invented import body_of
from uigwe.web.people.models import Responsibility
from uigwe.web.plans.presenters.desk import Told
from uigwe.web.plans.presenters.findings import Filter
from uigwe.web.plans.presenters.fixes import may_have_fixes
from uigwe.web.plans.views.frame import Opened

SECONDS, MEGABYTES = 60, 1024
MOST_TRIED = 8  # findings whose fixes are tried for one memo, more than half a second each: those of a task, not of the whole plan
# Anybody may ask, and each answer is a second of work: so many at a time, the others wait a little.
_AT_ONCE, _PATIENCE = 2, 20
_turn = BoundedSemaphore(_AT_ONCE)


class BusyError(Exception):
    """Too many files are being made; ask again in a moment."""


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of file: its ending, its media type, and whether it holds only the findings that the filter takes."""

    name: str
    ending: str
    media: str
    filtered: bool


_HWPX = "application/hwp+zip"
FORMS = {
    "xlsx": Form("findings", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", True),
    # A memo names all that is open below its goal: one made through a filter would tell an owner that all is well.
    "memo": Form("memo", "hwpx", _HWPX, False),
    "summary": Form("summary", "hwpx", _HWPX, False),
}


def report_file(frame: Opened, form: str, rows: Iterable[Told], wanted: Filter) -> bytes:
    """The file, made in a child so that the libraries that write it never enter this process. Raises `BusyError`."""
    desk, report = frame.desk, frame.shown.report
    if FORMS[form].filtered:
        taken = {row.key: row.finding for row in rows}
        # Those that are gone stand in the report before this one.
        among = taken.values() if wanted.since == "gone" else report.findings
        report = replace(report, findings=tuple(one for one in among if desk.key(one) in taken))
    name = body_of(frame.shown.revision.agency, desk.language)
    goal = code_from(wanted.goal)
    code = goal if desk.plan.node(goal) else ""
    progress = frame.shown.progress_since(frame.shown.beside(wanted.against))
    audited = Audited(desk.plan, report, name, desk.as_of, frozenset(desk.accepted), code, progress)
    to, reply_by = "", None
    if form == "memo":
        audited = _with_fixes(frame, audited)
        to, reply_by = _answerable(frame, code), _day(frame.request.GET.get("reply_by", ""))
    with in_turn():
        return run(office_file, form, audited, desk.language, to, reply_by, seconds=SECONDS, megabytes=MEGABYTES)


def _with_fixes(frame: Opened, audited: Audited) -> Audited:
    """The same with what would repair its findings, where they are few enough to try it for each."""
    tried = [one for one in audited.open if may_have_fixes(one.check)]
    if len(tried) > MOST_TRIED:
        return audited
    found = {one.key: proposals for one in tried if (proposals := frame.shown.proposals(one))}
    return replace(audited, proposals=found)


def _answerable(frame: Opened, code: str) -> str:
    """Who answers for a goal or task today, for the office that sends the memo; nobody else is told names."""
    if not code or not frame.shown.may(Verb.ACCEPT):
        return ""
    revision = frame.shown.revision
    rows = Responsibility.objects.filter(agency_id=revision.agency_id, year=revision.year, code=code)
    row = rows.select_related("division", "owner").first()
    return f"{row.division.name} {row.owner.name if row.owner else ''}".strip() if row else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


@contextmanager
def in_turn() -> Iterator[None]:
    """Wait for one of the few places where files are made. Raises `BusyError` when none gets free."""
    if not _turn.acquire(timeout=_PATIENCE):
        raise BusyError
    try:
        yield
    finally:
        _turn.release()
