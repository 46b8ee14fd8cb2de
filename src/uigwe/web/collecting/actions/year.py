"""The days of a year: copied when it is opened, moved with a reason, done."""

import re
from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from uigwe.packs.year import Step, YearCalendar
from uigwe.plan.next_year import a_year_later
from uigwe.review import Thing, Verb
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.collecting.actions.common import ask_right, day, entered, in_transaction, refuse, words
from uigwe.web.collecting.days import DaysOff
from uigwe.web.collecting.models import DayOff, StepMove, YearStep
from uigwe.web.people.models import Agency, User
from uigwe.web.plans import frozen
from uigwe.web.plans.shelf import today


def row_of(step: Step, agency: str, year: int) -> YearStep:
    """A step of the file as a row that is not saved yet."""
    fields: dict[str, Any] = {**asdict(step), "owes": [role.value for role in step.owes], "planned": step.due}
    return YearStep(agency_id=agency, year=year, **fields)


@transaction.atomic
def copy_steps(*, agency: str, year: int, calendar: YearCalendar | None) -> int:
    """Give an agency that opens its year its own copy of the calendar; steps that are there stay. How many were new.

    Part of opening the year: the entry in the record is that one's.
    """
    if calendar is None:
        return 0
    there = set(YearStep.objects.of(agency, year).values_list("code", flat=True))
    fresh = [row_of(step, agency, year) for step in calendar.steps if step.code not in there]
    YearStep.objects.bulk_create(fresh)
    return len(fresh)


def copy_calendar(*, agency: str, year: int, key: str = "", by: User) -> int:
    """Give a year for which no calendar ships that of the year before, moved on by a year: proposed days, which the office moves as
    any other. How many steps. A day on which nobody works is put on the next one on which they do.
    """
    thing = Thing(agency, year)

    def do() -> dict[str, Any]:
        ask_right(Verb.COPY_CALENDAR, thing, by)
        Agency.objects.select_for_update().get(pk=agency)  # twice at once: the second finds the first one's steps
        frozen.refuse(frozen.why_closed(frozen.locked(agency, year)), Verb.COPY_CALENDAR, thing)
        if calendar_for(year) or YearStep.objects.of(agency, year).exists():
            raise refuse("calendar-there", Verb.COPY_CALENDAR, thing)
        steps = last_calendar(agency, year)
        if not steps:
            raise refuse("no-calendar", Verb.COPY_CALENDAR, thing)
        off = DaysOff(agency)
        YearStep.objects.bulk_create(_moved_on(step, year, off) for step in steps)
        entered(Verb.COPY_CALENDAR, by, f"year/{agency}/{year}", None, {"from": year - 1, "steps": len(steps)})
        return {"count": len(steps)}

    body = {"agency": agency, "year": year}
    return int(in_transaction(key, by, Verb.COPY_CALENDAR, body, do)["count"])


def last_calendar(agency: str, year: int) -> list[YearStep]:
    """The steps of the year before: the agency's own, otherwise those that ship."""
    rows = list(YearStep.objects.of(agency, year - 1))
    calendar = None if rows else calendar_for(year - 1)
    return [row_of(step, agency, year - 1) for step in calendar.steps] if calendar else rows


_KEPT = ("agency_id", "code", "owes", "basis", "ours", "round")
_TOLD = ("title", "title_en", "what", "what_en")
_A_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _moved_on(step: YearStep, year: int, off: DaysOff) -> YearStep:
    """The same step of the next year, not saved: its day as it was planned, and the years that its words name."""
    told = {name: _A_YEAR.sub(lambda found: str(int(found[0]) + 1), getattr(step, name)) for name in _TOLD}
    kept = {name: getattr(step, name) for name in _KEPT}
    due = off.next_working(a_year_later(step.planned))
    return YearStep(year=year, planned=due, due=due, **kept, **told)


def set_day_off(*, agency: str, year: int, day_off: date, name: str, key: str = "", by: User) -> None:
    """Nobody of the agency works on this day, which has this name; without a name, the office's own day off is taken back.

    Public holidays and weekends stay days off whatever is entered. Raises `Refused`: `no-day-off` when there is nothing to take back.
    """
    name, thing = words(name, 100), Thing(agency, year)

    def do() -> dict[str, Any]:
        ask_right(Verb.SET_DAY_OFF, thing, by)
        Agency.objects.select_for_update().get(pk=agency)  # two at once: the second finds the first one's day
        row = DayOff.objects.filter(agency_id=agency, day=day_off, withdrawn_at=None).first()
        if row is None and not name:
            raise refuse("no-day-off", Verb.SET_DAY_OFF, thing)
        if row is not None and row.name == name:
            return {}
        if row is not None:
            row.withdrawn_by, row.withdrawn_at = by, timezone.now()
            row.save(update_fields=["withdrawn_by", "withdrawn_at"])
        if name:
            DayOff.objects.create(agency_id=agency, day=day_off, name=name, by=by)
        entered(Verb.SET_DAY_OFF, by, f"year/{agency} {day(day_off)}", row and row.name, name or None)
        return {}

    body = {"agency": agency, "day": day(day_off), "name": name}
    in_transaction(key, by, Verb.SET_DAY_OFF, body, do)


def move_deadline(*, agency: str, year: int, step: str, due: date, why: str, key: str = "", by: User) -> None:
    """A step is due on another day, for a reason that stays beside it."""
    why = words(why)
    body = {"agency": agency, "year": year, "step": step, "due": day(due), "why": why}

    def do() -> dict[str, Any]:
        row = _held(agency, year, step, by)
        if not why:
            raise refuse("no-reason", Verb.MOVE_DEADLINE, Thing(agency, year))
        if due == row.due:
            raise refuse("same-day", Verb.MOVE_DEADLINE, Thing(agency, year))
        StepMove.objects.create(step=row, before=row.due, after=due, why=why, by=by)
        before, row.due = row.due, due
        row.save(update_fields=["due"])
        entered(Verb.MOVE_DEADLINE, by, f"plan/{row}", day(before), day(due), why)
        return {}

    in_transaction(key, by, Verb.MOVE_DEADLINE, body, do)


def finish_step(*, agency: str, year: int, step: str, done: bool, key: str = "", by: User) -> None:
    """Mark a step as done, or take the mark away."""

    def do() -> dict[str, Any]:
        row = _held(agency, year, step, by, Verb.FINISH_STEP)
        before = row.done
        row.done, row.done_by = (today(), by) if done else (None, None)
        if bool(before) != done:
            row.save(update_fields=["done", "done_by"])
            entered(Verb.FINISH_STEP, by, f"plan/{row}", before and day(before), row.done and day(row.done))
        return {}

    in_transaction(key, by, Verb.FINISH_STEP, {"agency": agency, "year": year, "step": step, "done": done}, do)


def _held(agency: str, year: int, step: str, by: User, verb: Verb = Verb.MOVE_DEADLINE) -> YearStep:
    ask_right(verb, Thing(agency, year), by)
    row = YearStep.objects.of(agency, year).select_for_update(of=("self",)).filter(code=step).first()
    if row is None:
        raise refuse("no-such-day", verb, Thing(agency, year))
    return row
