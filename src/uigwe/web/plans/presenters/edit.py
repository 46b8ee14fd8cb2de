"""What words typed into a form would mean: shown while somebody is typing, before anything is kept."""

from dataclasses import dataclass, replace
from typing import Any

from uigwe.operations.reasoning import read_for
from uigwe.plan import EditProblem, Patch, Plan, Printing, edited
from uigwe.plan.targets import along
from uigwe.reasons import Reading, Unread
from uigwe.values import State, When, Written, read_when
from uigwe.values.written import read_number
from uigwe.web.plans.presenters.indicator import Working, tried


@dataclass(frozen=True, slots=True)
class Meaning:
    """A working (basis, target), a number as it would be read (target), a time as it would be read (when)."""

    working: Working | None = None
    reading: Reading | Unread | None = None  # of a reason typed as a sentence where a basis is asked for
    number: Written | None = None
    when: When | None = None
    unit: str = ""
    target: Any = None


def meaning_of(plan: Plan, object: str, field: str, value: str) -> Meaning | None:
    """The meaning of a value for this field; None for fields that are only words."""
    if field == "when" and "/m" in object:
        return Meaning(when=read_when(value, plan.year))
    id, _at, code = object.partition("@")
    indicator = plan.indicator(id)
    use = indicator.use(code) if indicator else None
    if indicator is None or use is None:
        return None
    if field == "basis":
        reading = read_for(indicator, use, value, plan.year) if _is_sentence(value) else None
        if isinstance(reading, Unread):
            return Meaning(reading=reading, unit=indicator.unit, target=indicator.target(use))
        found = tried(plan, indicator, replace(use, basis=reading.basis if reading else value))
        return Meaning(working=found, reading=reading, unit=indicator.unit, target=indicator.target(use))
    if field != "target":
        return None
    number = read_number(value, indicator.unit)
    try:
        after = edited(plan, Patch(object, field, value)).indicator(id)
    except EditProblem:
        after = None
    changed = after.use(code) if after else None
    if after is None or changed is None:
        return Meaning(number=number, unit=indicator.unit)
    judged = None if number.state in (State.NONE, State.TEXT) else tried(plan, after, changed)
    return Meaning(working=judged, number=number, unit=indicator.unit, target=after.target(changed))


def as_kept(plan: Plan, object: str, field: str, value: str) -> str:
    """The value as the plan would keep it: a sentence that settles a basis becomes the expression."""
    if field != "basis" or not _is_sentence(value):
        return value
    meaning = meaning_of(plan, object, field, value)
    reading = meaning.reading if meaning else None
    return reading.basis if isinstance(reading, Reading) and reading.confidence.settled else value


def annexed_with(plan: Plan, object: str, field: str) -> Printing | None:
    """The printing in the annex that a new target may be written into as well; None where the annex says something else."""
    if along(plan, Patch(object, field, "")) is None:
        return None
    id, _at, code = object.partition("@")
    indicator = plan.indicator(id)
    use = indicator.use(code) if indicator else None
    return indicator.annexed(use) if indicator and use else None


def _is_sentence(value: str) -> bool:
    """Whether somebody typed Korean where an expression is asked for."""
    return any("\uac00" <= sign <= "\ud7a3" for sign in value)
