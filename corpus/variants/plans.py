"""A plan with every wording changed in the same way as its text: what a reader of the changed text should find."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, TypeVar

from uigwe.documents.budget import in_won
from uigwe.plan import (
    AgendaLink,
    BudgetLine,
    Indicator,
    Milestone,
    Part,
    PerformanceGoal,
    Plan,
    Statement,
    StrategicGoal,
    Task,
    Use,
)
from uigwe.values import read_number, read_when

T = TypeVar("T")
Words = Callable[[str], str]
Codes = Callable[[str], str]

NOTHING = Statement()
# Fields that hold no words of the document.
_OURS = {"agency", "basis", "continues", "document", "heading", "id", "kind", "level", "object", "role", "scope"}


def same(text: str) -> str:
    """No change."""
    return text


def reworded(
    plan: Plan, words: Words = same, codes: Codes = same, years: int = 0, numbers: Words | None = None
) -> Plan:
    """The plan in other words, with other codes, some years later. `numbers`: how the numbers of agenda items change, if not as words do."""
    return _Changed(plan.year + years, words, codes, years, numbers or words).of(plan)


class _Changed:
    """Walks through the records of a plan."""

    def __init__(self, year: int, words: Words, codes: Codes, years: int, numbers: Words) -> None:
        self.year, self.words, self.codes, self.years, self.numbers = year, words, codes, years, numbers

    def of(self, value: T, unit: str = "") -> T:
        """A record and all below it."""
        if isinstance(value, tuple):
            return tuple(self.of(one, unit) for one in value)  # type: ignore[return-value]
        if not is_dataclass(value) or isinstance(value, type):
            return value
        unit = getattr(value, "unit", unit)
        changed = replace(value, **{one.name: self._field(value, one.name, unit) for one in fields(value)})
        return self._understood(changed, unit)

    def _field(self, owner: object, name: str, unit: str) -> Any:
        value: Any = getattr(owner, name)
        if name == "code" and isinstance(owner, AgendaLink):
            return self.numbers(value)
        if name == "code" and isinstance(owner, BudgetLine):
            return self.words(value)
        if name in ("code", "object", "scope"):
            return self.codes(value) if _is_code(value) else value
        if name == "year" and isinstance(value, int):
            return value + self.years
        if isinstance(value, str) and not isinstance(value, Enum) and name not in _OURS:
            return self.words(value)
        if isinstance(value, Enum | date):
            return value
        return self.of(value, unit)

    def _understood(self, record: Any, unit: str) -> Any:
        """What follows from the words follows from the new ones."""
        if hasattr(record, "written") and hasattr(record, "won"):
            return replace(record, won=in_won(record.written, unit) if record.written else None)
        if hasattr(record, "written") and hasattr(record, "state"):
            return replace(record, value=read_number(record.written, unit).value)
        if isinstance(record, Milestone):
            time = read_when(record.when, self.year)
            return replace(record, start=time.start, end=time.end)
        return record


def _is_code(text: str) -> bool:
    return bool(text) and text[0] in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"


def without(plan: Plan, code: str) -> Plan:
    """The plan without one task."""
    gone = {one.id for one in plan.indicators if {use.code for use in one.uses} == {code}}
    return replace(
        plan,
        goals=tuple(_strategic_without(one, code) for one in plan.goals),
        indicators=tuple(_indicator_without(one, code) for one in plan.indicators if one.id not in gone),
        references=_elsewhere(plan.references, code),
        names=tuple(one for one in _elsewhere(plan.names, code) if one.object not in (code, *gone)),
        claims=_elsewhere(plan.claims, code),
    )


def _strategic_without(strategic: StrategicGoal, code: str) -> StrategicGoal:
    goals: Iterable[PerformanceGoal] = strategic.goals
    return replace(
        strategic,
        goals=tuple(replace(goal, tasks=tuple(_tasks_without(goal.tasks, code))) for goal in goals),
    )


def _tasks_without(tasks: Iterable[Task], code: str) -> Iterable[Task]:
    return (task for task in tasks if task.code != code)


def _indicator_without(indicator: Indicator, code: str) -> Indicator:
    return replace(
        indicator,
        uses=tuple(use for use in indicator.uses if use.code != code),
        printings=_elsewhere(indicator.printings, code),
    )


def _elsewhere(records: tuple[T, ...], code: str) -> tuple[T, ...]:
    return tuple(one for one in records if one.place.code != code)  # type: ignore[attr-defined]


def without_lines(plan: Plan, gone: set[int]) -> Plan:
    """The plan without what these lines print; the kind of an indicator stands in the annex alone, beside its target."""

    def kept(records: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(one for one in records if one.place.line not in gone)  # type: ignore[attr-defined]

    def use(one: Use, indicator: Indicator) -> Use:
        annexed = [printing for printing in indicator.printings if printing.place.part is Part.ANNEX]
        lost = any(printing.place.code == one.code and printing.place.line in gone for printing in annexed)
        return replace(one, nature="", quantification="") if lost else one

    goals = tuple(
        replace(
            strategic,
            goals=tuple(
                replace(goal, tasks=tuple(replace(task, links=kept(task.links)) for task in goal.tasks))
                for goal in strategic.goals
            ),
        )
        for strategic in plan.goals
    )
    indicators = tuple(
        replace(one, uses=tuple(use(each, one) for each in one.uses), printings=kept(one.printings))
        for one in plan.indicators
    )
    return replace(
        plan,
        mission=NOTHING if plan.mission.place.line in gone else plan.mission,
        vision=NOTHING if plan.vision.place.line in gone else plan.vision,
        goals=goals,
        indicators=indicators,
        references=kept(plan.references),
        names=kept(plan.names),
        tallies=kept(plan.tallies),
    )
