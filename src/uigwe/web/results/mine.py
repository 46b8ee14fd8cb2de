"""What results and amendments want of a person: figures sent back, to confirm, to accept; amendments that wait for a decision."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from uigwe.review import Actor, AmendmentStage, ResultStage, Role, Verb, YearStage, why_not
from uigwe.web.approving.models import Amendment, Reopening
from uigwe.web.collecting.models import Ask, YearStep
from uigwe.web.plans.models import YearBook
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.mine import Due
from uigwe.web.plans.templatetags.uigwe import period_word
from uigwe.web.results.delegating import limits
from uigwe.web.results.duties import barred, office_of
from uigwe.web.results.models import Result


def work(person: Any, actor: Actor, as_of: date) -> Iterator[Due]:
    """Nothing of a year that is closed."""
    if not actor.agency:
        return
    closed = set(YearBook.objects.filter(agency_id=actor.agency, stage=YearStage.CLOSED).values_list("year", flat=True))
    yield from _results(person, actor, closed, as_of)
    if actor.roles & {Role.PERFORMANCE_OFFICE, Role.AUDITOR}:
        for asked in Reopening.objects.filter(agency_id=actor.agency, decided_at=None).exclude(by=person):
            page = reverse("approval", kwargs={"agency": asked.agency_id, "year": asked.year})
            yield Due(
                _("Opening of a closed year to decide"), f"{asked.year} · {asked.document_number}", f"{page}#reopening"
            )
    for agency, year, code in sorted(actor.delegated):
        if year not in closed:
            page = reverse("task_results", kwargs={"agency": agency, "year": year, "code": address(code)})
            due = _due_of(agency, year, code)
            yield Due(_("Results you hand in"), code, page, due, as_of if due else None, node=(agency, year, code))
    if Role.PERFORMANCE_OFFICE in actor.roles:
        rows = Amendment.objects.filter(agency_id=actor.agency).exclude(year__in=closed)
        for row in rows.exclude(stage__in=(AmendmentStage.IN_FORCE, AmendmentStage.REFUSED, AmendmentStage.WITHDRAWN)):
            page = reverse("amendment", kwargs={"agency": row.agency_id, "year": row.year, "number": row.number})
            yield Due(_("Amendment to carry on"), row.title, page)


def _due_of(agency: str, year: int, code: str) -> date | None:
    """By when results of a goal or task are wanted: that of the round that asks for them, otherwise the next step of the year."""
    asks = Ask.objects.in_open_rounds().filter(
        round__agency_id=agency, round__year=year, round__kind="results", code=code
    )
    asked = asks.order_by("due").values_list("due", flat=True).first()
    steps = YearStep.objects.of(agency, year).filter(round="results", done=None)
    return asked or steps.order_by("due").values_list("due", flat=True).first()


def _days(agency: str) -> dict[tuple[int, str, str], date]:
    """By when open rounds want results, by year, code and period; of two days the earlier."""
    asks = Ask.objects.in_open_rounds().filter(round__agency_id=agency, round__kind="results")
    known = asks.order_by("-due").values_list("round__year", "code", "round__period", "due")
    return {(year, code, period): due for year, code, period, due in known}


def _results(person: Any, actor: Actor, closed: set[int], as_of: date) -> Iterator[Due]:
    rows = Result.objects.filter(agency_id=actor.agency, superseded_by=None).exclude(year__in=closed)
    asked = {
        ResultStage.ENTERED: (Verb.CONFIRM_RESULT, _("Result to confirm")),
        ResultStage.CONFIRMED: (Verb.ACCEPT_RESULT, _("Result to accept")),
        ResultStage.RETURNED: (Verb.ENTER_RESULT, _("Result sent back")),
    }
    office = {one.pk for one in office_of(actor.agency)}
    days = _days(actor.agency)
    for row in rows.prefetch_related("moves"):
        verb, what = asked.get(row.stage, (None, ""))
        if verb is None or why_not(verb, row.thing(), actor) is not None:
            continue
        sent_back = verb is Verb.ENTER_RESULT
        # Sent back: to whoever entered it, as long as they enter it; to be passed on: to whoever no duty of theirs bars.
        if sent_back and (row.by_id != person.pk or _outside(row, actor)):
            continue
        if barred(verb, row, person.pk, office):
            continue
        # The office steps in for a head of division, and is not asked first.
        if verb is Verb.CONFIRM_RESULT and Role.DIVISION_HEAD not in actor.roles:
            continue
        there = {"agency": row.agency_id, "year": row.year, "id": row.indicator, "code": address(row.code)}
        node = (row.agency_id, row.year, row.code)
        page = f"{reverse('result', kwargs=there)}?{urlencode({'period': row.period})}"
        due = days.get((row.year, row.code, row.period))
        yield Due(what, f"{row.code} · {period_word(row.period)}", page, due, as_of if due else None, node=node)


def _outside(row: Result, actor: Actor) -> bool:
    """Whether the person enters other indicators of the task, and no longer this one."""
    limited = limits(actor, row.thing())
    return limited is not None and row.indicator not in limited
