"""What `uigwe remind` does, once a day however often it is called: reminders, the digest, and sending what is owed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from uigwe.packs.year import Reminders
from uigwe.review import MOVES, ReplyStage, Role, Verb
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.collecting.letters import left, letter_addressees, link, office_of, said, way_to, write
from uigwe.web.collecting.models import Ask, Note, YearStep
from uigwe.web.collecting.people import still_supplying
from uigwe.web.collecting.posting import deliver
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import User
from uigwe.web.plans.shelf import today
from uigwe.web.records.chain import record

SOON = 7


@dataclass(frozen=True, slots=True)
class Told:
    """How it went: reminders and digests written, letters sent, letters without an address, letters that could not be sent and why."""

    reminders: int
    digests: int
    sent: int
    nowhere: int
    failed: int
    problem: str = ""


def remind(day: date | None = None) -> Told:
    """Write what is due on this day and send everything that is owed."""
    day = day or today()
    reminders = _reminders(day)
    digests = sum(_digest(person, day) for person in _readers())
    posted = deliver()
    return Told(reminders, digests, posted.sent, posted.nowhere, posted.failed, posted.problem)


def _reminders(day: date) -> int:
    """One letter to each person about everything they owe that falls on a day for reminding; a line in each thread."""
    owed: dict[int, list[Ask]] = defaultdict(list)
    people: dict[int, User] = {}
    for ask in Ask.objects.owed().select_related("round", "owner", "division"):
        if not _rules(ask.round.year).is_day(ask.due, day):
            continue
        for person in (*letter_addressees(ask), *still_supplying(ask)):
            people[person.pk] = person
            owed[person.pk].append(ask)
    return sum(_reminded(people[pk], asks, day) for pk, asks in sorted(owed.items()))


def _rules(year: int) -> Reminders:
    calendar = calendar_for(year)
    return calendar.reminders if calendar else Reminders()


@transaction.atomic
def _reminded(person: User, asks: Iterable[Ask], day: date) -> int:
    asks = list(asks)
    subject, first = said("due-soon", {"name": person.name, "count": str(len(asks))})
    lines = [f"{_line('line-owed', ask, day)}\n  {link(way_to(ask))}" for ask in asks]
    if not write(person, f"due-{day.isoformat()}", subject, "\n\n".join([first, "\n".join(lines)])):
        return 0
    for ask in asks:
        Note.objects.create(ask=ask, kind="reminder", text="")
        object = f"plan/{ask.round.agency_id}/{ask.round.year} round {ask.round.number} {ask.code}"
        record(verb=MOVES[Verb.REMIND].log, by="system", object=object, after={"to": person.username})
    return 1


def _readers() -> list[User]:
    roles = (Role.PERFORMANCE_OFFICE, Role.TASK_OWNER, Role.DIVISION_HEAD, Role.AGENCY_STAFF)
    rows = User.objects.filter(is_active=True, grants__role__in=[role.value for role in roles])
    return list(rows.distinct().order_by("pk"))


@transaction.atomic
def _digest(person: User, day: date) -> int:
    """One letter a day with all that waits for this person; nothing waits, no letter."""
    lines = [*_own(person, day), *_steps(person, day)]
    if person in office_of(person.agency_id or ""):
        lines += _of_office(person.agency_id or "", day)
    if not lines:
        return 0
    subject, first = said("digest", {"name": person.name, "day": day.isoformat()})
    return int(write(person, f"digest-{day.isoformat()}", subject, "\n\n".join([first, "\n".join(lines)])))


def _own(person: User, day: date) -> list[str]:
    rows = Ask.objects.owed().select_related("round").order_by("due", "pk")
    own = rows.filter(owner=person)
    supplied = Q()
    for agency, year, code in actor_of(person).delegated:
        supplied |= Q(round__agency_id=agency, round__year=year, code=code)
    theirs = [ask for ask in rows.filter(supplied) if person in still_supplying(ask)] if supplied else []
    return [_line("line-owed", ask, day) for ask in (*own, *theirs)]


def _steps(person: User, day: date) -> list[str]:
    roles = set(person.grants.values_list("role", flat=True))
    rows = YearStep.objects.filter(agency_id=person.agency_id, done=None, due__lte=day + timedelta(days=SOON))
    return [
        said("line-step", {"title": step.title, "due": step.due.isoformat(), "left": left(step.due, day)})[0]
        for step in rows
        if roles & set(step.owes)
    ]


def _of_office(agency: str, day: date) -> list[str]:
    rows = Ask.objects.in_open_rounds().filter(round__agency_id=agency).select_related("round", "owner", "division")
    counted = rows.annotate(questions_open=Count("questions", filter=Q(questions__choice="")))
    lines = []
    for ask in counted:
        if ask.stage == ReplyStage.REPLIED:
            lines.append(_line("line-accept", ask, day))
        elif ask.stage == ReplyStage.REFUSED:
            lines.append(_line("line-refused", ask, day))
        elif ask.owner is None:
            lines.append(_line("line-nobody", ask, day))
        elif ask.stage != ReplyStage.ACCEPTED and ask.due < day:
            lines.append(_line("line-owed", ask, day))
        if ask.questions_open:
            lines.append(_line("line-question", ask, day, count=str(ask.questions_open)))
    return lines


def _line(kind: str, ask: Ask, day: date, **more: str) -> str:
    facts = {
        "title": ask.round.title,
        "code": ask.code,
        "due": ask.due.isoformat(),
        "left": left(ask.due, day),
        "since": timezone.localdate(ask.since).isoformat(),
    }
    return said(kind, {**facts, **more})[0]
