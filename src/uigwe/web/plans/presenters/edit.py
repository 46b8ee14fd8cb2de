"""What words typed into a form would mean: shown while somebody is typing, before anything is kept."""

from dataclasses import dataclass, replace
from typing import Any

from uigwe.plan import EditProblem, Patch, Plan, edited
from uigwe.values import State, When, Written, read_when
from uigwe.values.written import read_number
from uigwe.web.plans.presenters.indicator import Working, tried


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of: a working (basis, target), a number as it would be read (target), a time as it would be read (when)."""

    working: Working | None = None
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
        found = tried(plan, indicator, replace(use, basis=value))
        return Meaning(working=found, unit=indicator.unit, target=indicator.target(use))
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
