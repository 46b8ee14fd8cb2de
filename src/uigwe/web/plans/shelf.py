"""What a person finds when they open a plan: the revision they may see, its findings, and what changed since the one before."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone

from uigwe.audit import Finding, Report
from uigwe.audit.fixes import Proposal
from uigwe.audit.progress import Progress, compare_reports
from uigwe.plan import Change, Plan, compare
from uigwe.review import Actor, Refusal, Stage, Verb, YearStage, why_not
from uigwe.web.people.actors import request_actor
from uigwe.web.plans.documents import KEPT_PLANS, plan_of
from uigwe.web.plans.lately import Lately, report_lately
from uigwe.web.plans.models import AcceptedFinding, Revision, YearBook
from uigwe.web.plans.reports import proposals_of, report_of


def today() -> date:
    """The as-of date: today in Seoul, or the day that a setting names (the demo's lies inside its plan's year)."""
    day: date | None = settings.TODAY
    return day or timezone.localdate()


def report_on(revision: Revision, last_year: Revision | None) -> Report:
    """The audit of a revision, beside last year's plan when there is one."""
    plan = plan_of(revision)  # first: a draft that was edited meanwhile gets its new hash here
    if last_year is None:
        return report_of(plan, revision.hash)
    return report_of(plan, revision.hash, plan_of(last_year), last_year.hash)


class Shown:
    """One revision of a plan as this person sees it. What costs something is worked out when it is first asked for."""

    def __init__(
        self,
        revision: Revision,
        others: Sequence[Revision],
        last_year: Revision | None,
        actor: Actor,
        lately: bool = False,
        years: Sequence[int] = (),
    ) -> None:
        self.revision = revision
        self._lately = lately and revision.is_draft
        self.actor = actor
        self.draft = revision.is_draft
        self.as_of = today()
        self.last_year = last_year
        self.others = others
        self.years = years  # those of this agency with a plan that this person may see

    @cached_property
    def plan(self) -> Plan:
        """The plan itself."""
        return plan_of(self.revision)

    @cached_property
    def report(self) -> Report:
        """The audit of exactly this plan; for a page that asked for no more, that of a moment ago (`lately`)."""
        return self.lately.report if self._lately else report_on(self.revision, self.last_year)

    @cached_property
    def lately(self) -> Lately:
        """The newest audit that there is without making everybody wait, and the plan it is about."""
        return report_lately(self.revision, self.last_year)

    @cached_property
    def accepted(self) -> Mapping[str, AcceptedFinding]:
        """Findings accepted as exceptions that still count on the as-of date, by the finding's key."""
        rows = AcceptedFinding.objects.of(self.revision.agency_id, self.revision.year).holding_on(self.as_of)
        return {row.key: row for row in rows.select_related("by")}

    @cached_property
    def open_findings(self) -> tuple[Finding, ...]:
        """Findings that nobody accepted."""
        return tuple(finding for finding in self.report.findings if finding.key not in self.accepted)

    @cached_property
    def previous_revision(self) -> Revision | None:
        """The published revision before this one."""
        return next(iter(self.earlier), None)

    @cached_property
    def previous(self) -> Plan | None:
        """The plan as it was published before."""
        return plan_of(self.previous_revision) if self.previous_revision else None

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed since then, by meaning."""
        before = self.previous_revision
        if before is None or before.hash == self.revision.hash:
            return ()
        assert self.previous is not None  # noqa: S101 - there is a revision, so there is a plan
        KEPT_PLANS.put(before.hash, self.previous)
        KEPT_PLANS.put(self.revision.hash, self.plan)
        return _changes(before.hash, self.revision.hash)

    @cached_property
    def book(self) -> YearBook | None:
        """How far the year is; None when nobody opened it."""
        return YearBook.objects.filter(agency_id=self.revision.agency_id, year=self.revision.year).first()

    @property
    def is_fixed(self) -> bool:
        """Whether the plan changes by amendment only, or not at all."""
        return self.book is not None and self.book.stage != YearStage.PREPARING

    @cached_property
    def originals(self) -> Mapping[tuple[str, str], str | None]:
        """What fields said when the plan was fixed, where they say something else now: (object, field) → the original."""
        first = self.original_revision
        if first is None:
            return {}
        KEPT_PLANS.put(first.hash, plan_of(first))
        KEPT_PLANS.put(self.revision.hash, self.plan)
        return {(one.object, one.field): one.before for one in _changes(first.hash, self.revision.hash)}

    @cached_property
    def edits(self) -> Mapping[tuple[str, str], str | None]:
        """What fields of a draft say in the published plan, where the draft says something else: (object, field) → as published."""
        return {(one.object, one.field): one.before for one in self.changes} if self.draft else {}

    @cached_property
    def original_revision(self) -> Revision | None:
        """The revision that was fixed, when this one came after it."""
        fixed = self.book.fixed_at_id if self.book and self.is_fixed else None
        first = next((one for one in self.others if one.pk == fixed), None)
        later = first is not None and first.number < self.revision.number and first.hash != self.revision.hash
        return first if later else None

    def proposals(self, finding: Finding) -> tuple[Proposal, ...]:
        """The edits that would repair a finding of this plan."""
        plan, last = self.plan, self.last_year
        if last is None:
            return proposals_of(finding, plan, self.revision.hash)
        return proposals_of(finding, plan, self.revision.hash, plan_of(last), last.hash)

    @cached_property
    def progress(self) -> Progress | None:
        """What became of the findings since the revision published before; None when there is none."""
        return self.progress_since(self.previous_revision)

    def progress_since(self, before: Revision | None) -> Progress | None:
        """The same since any earlier revision."""
        return compare_reports(report_on(before, self.last_year), self.report) if before else None

    @cached_property
    def earlier(self) -> list[Revision]:
        """The published revisions before this one, the newest first."""
        found = (one for one in self.others if not one.is_draft and one.number < self.revision.number)
        return sorted(found, key=lambda one: -one.number)

    def beside(self, number: str) -> Revision | None:
        """The earlier revision of this number; the one published before where there is none such."""
        return next((one for one in self.earlier if str(one.number) == number), self.previous_revision)

    def why_not(self, verb: Verb, code: str = "") -> Refusal | None:
        """Why this person may not do this to this revision, or to one goal or task in it; None when they may."""
        return why_not(verb, self.revision.thing(code), self.actor)

    def may(self, verb: Verb, code: str = "") -> bool:
        """The same as yes or no, for templates that grey a button."""
        return self.why_not(verb, code) is None


@lru_cache(maxsize=32)
def _changes(before: str, after: str) -> tuple[Change, ...]:
    """Kept by the two hashes; the plans were put at hand by the caller."""
    old, new = KEPT_PLANS.get(before), KEPT_PLANS.get(after)
    assert old is not None and new is not None  # noqa: S101
    return compare(old, new)


def shown(request: HttpRequest, agency: str, year: int, *, lately: bool = False) -> Shown:
    """The plan of this agency and year: the draft for those who may see it, otherwise the newest published revision.

    `lately`: for a page that many open while a draft is written, its audit may be one of a moment ago.

    `?revision=3` asks for one revision, `?as_of=2023-07-01` for the plan as it was in force on that day. What does not exist and
    what the person may not see get the same answer, `Http404`.
    """
    actor = request_actor(request)
    rows = list(Revision.objects.light().filter(agency_id=agency))
    years = sorted({row.year for row in rows if may_see(row, actor)})
    mine = [row for row in rows if row.year == int(year) and may_see(row, actor)]
    wanted = request.GET.get("revision", "")
    if wanted:
        mine = [row for row in mine if str(row.number) == wanted]
    elif request.GET.get("as_of"):
        mine = _in_force(mine, request.GET["as_of"])
    if not mine:
        raise Http404
    published = [row for row in rows if not row.is_draft]
    last_year = max((row for row in published if row.year == int(year) - 1), key=lambda row: row.number, default=None)
    revision = max(mine, key=lambda row: row.number)
    return Shown(revision, [row for row in published if row.year == int(year)], last_year, actor, lately, years)


def _in_force(rows: list[Revision], day: str) -> list[Revision]:
    """What was published by the end of that day, in the site's own time; nothing for what is no day."""
    try:
        end = date.fromisoformat(day)
    except ValueError:
        return []
    return [row for row in rows if row.published and timezone.localdate(row.published) <= end]


def may_see(revision: Revision, actor: Actor) -> bool:
    """Everybody sees what was published; a draft only those who work on it or audit it."""
    verb = Verb.SEE_DRAFT if revision.stage == Stage.DRAFT else Verb.SEE
    return why_not(verb, revision.thing(), actor) is None


def plans_on_shelf(request: HttpRequest) -> list[Revision]:
    """The newest revision of each plan that this person may see; agencies by name, the newest year first."""
    actor = request_actor(request)
    newest: dict[tuple[Any, ...], Revision] = {}
    for row in Revision.objects.light().order_by("agency__name", "-year", "number"):
        if may_see(row, actor):
            newest[(row.agency_id, row.year)] = row
    return list(newest.values())
