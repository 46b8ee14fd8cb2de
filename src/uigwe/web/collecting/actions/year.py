"""The days of a year: copied when it is opened, moved with a reason, done."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from uigwe.packs.year import Step, YearCalendar
from uigwe.review import Thing, Verb
from uigwe.web.collecting.actions.common import ask_right, day, entered, in_transaction, refuse, words
from uigwe.web.collecting.models import StepMove, YearStep
from uigwe.web.people.models import User
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
