"""Answers of a person put into a plan that was read: each kind of question that names a figure, a time or words has its way."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from uigwe.packs import Question
from uigwe.plan import EditProblem, Indicator, Kind, Part, Patch, Place, Plan, Printing, edited
from uigwe.plan.records import Amount, BudgetLine
from uigwe.plan.tree import PerformanceGoal, StrategicGoal, Task
from uigwe.values import State, read_number, to_won

# The answer that keeps what was understood.
AS_UNDERSTOOD = "="
_YEARS = re.compile(r"(?:^|,)\s*((?:19|20)\d\d)\s*:")


class Unfit(ValueError):
    """An answer that cannot be put in: its words do not have the form the question asks for."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The plan with the answers in it, and the questions whose answers did not fit."""

    plan: Plan
    unfit: tuple[Question, ...] = ()


def answered(plan: Plan, questions: Iterable[Question]) -> Answered:
    """The plan after all answers. Questions that only want to be seen change nothing; what does not fit changes nothing either."""
    unfit = []
    for question in questions:
        if not question.answer or question.kind not in _WAYS:
            continue
        try:
            meant = chosen(question)
            if meant:
                plan = _WAYS[question.kind](plan, question.object, meant)
        except (Unfit, EditProblem):
            unfit.append(question)
    return Answered(plan, tuple(unfit))


def chosen(question: Question) -> str:
    """What an answer says: words of its own, the alternative with its number, or nothing new."""
    answer = question.answer.strip()
    if answer == AS_UNDERSTOOD:
        return ""
    if answer.isdecimal() and 1 <= int(answer) <= len(question.alternatives):
        return question.alternatives[int(answer) - 1]
    return answer


def by_year(answer: str) -> Mapping[int, str]:
    """`2021: new, 2022: 1,041, 2023:` as cells by year; raises `Unfit` when it is not of that form."""
    found = list(_YEARS.finditer(answer))
    if not found or answer[: found[0].start()].strip():
        raise Unfit(answer)
    ends = [*(one.start() for one in found[1:]), len(answer)]
    cells = {int(one[1]): answer[one.end() : end].strip() for one, end in zip(found, ends, strict=True)}
    if len(cells) != len(found):
        raise Unfit(answer)
    return cells


def _values(plan: Plan, object: str, answer: str) -> Plan:
    """The cells of an indicator in the table of its own goal or task."""
    id, _, code = object.partition("@")
    indicator = plan.indicator(id)
    use = indicator.use(code) if indicator else None
    if indicator is None or use is None:
        raise Unfit(object)
    own = indicator.own(use)
    kinds = {one.year: one.kind for one in own}
    place = own[0].place if own else Place(Part.BODY, code, line=use.place.line)
    made = []
    for year, written in by_year(answer).items():
        read = read_number(written, indicator.unit)
        kind = kinds.get(year, Kind.TARGET if year >= plan.year else Kind.ACTUAL)
        made.append(Printing(kind, year, written, read.value, read.state, place))
    kept = tuple(one for one in indicator.printings if one not in own)
    years = {one.year for one in made}
    rest = tuple(one for one in own if one.year not in years)
    changed = replace(indicator, printings=(*sorted((*rest, *made), key=lambda one: one.year), *kept))
    return replace(plan, indicators=tuple(changed if one.id == id else one for one in plan.indicators))


def _words(plan: Plan, object: str, answer: str) -> Plan:
    """Reason, formula and source of an indicator, with `|` between them."""
    id, _, code = object.partition("@")
    told = [part.strip() for part in answer.split("|")]
    if len(told) != 3 or plan.indicator(id) is None:
        raise Unfit(answer)
    reason, formula, source = told

    def changed(one: Indicator) -> Indicator:
        uses = (
            replace(use, reason=reason, formula=formula, source=source) if use.code == code else use for use in one.uses
        )
        return replace(one, uses=tuple(uses)) if one.id == id else one

    return replace(plan, indicators=tuple(map(changed, plan.indicators)))


def _amounts(plan: Plan, object: str, answer: str) -> Plan:
    """The amounts of a budget line."""
    code, _, row = object.rpartition("/b")
    cells = by_year(answer)

    def line(old: BudgetLine) -> BudgetLine:
        if str(old.row) != row:
            return old
        years = {one.year for one in old.amounts}
        if not years >= cells.keys():
            raise Unfit(answer)
        # A year that is not named has no amount: "it belongs to the other year" is one year's cell.
        return replace(old, amounts=tuple(_amount(old, one, cells.get(one.year, "")) for one in old.amounts))

    task = plan.task(code)
    if task is None or not any(str(one.row) == row for one in task.budget):
        raise Unfit(object)
    return _with_task(plan, replace(task, budget=tuple(line(one) for one in task.budget)))


def _amount(line: BudgetLine, old: Amount, written: str) -> Amount:
    read = read_number(written)
    if read.state is State.TEXT:
        raise Unfit(written)
    return replace(old, written=written, won=None if read.value is None else to_won(read.value, line.unit))


def _with_task(plan: Plan, task: Task) -> Plan:
    def goal(one: PerformanceGoal) -> PerformanceGoal:
        return replace(one, tasks=tuple(task if old.code == task.code else old for old in one.tasks))

    def strategic(one: StrategicGoal) -> StrategicGoal:
        return replace(one, goals=tuple(goal(old) for old in one.goals))

    return replace(plan, goals=tuple(strategic(one) for one in plan.goals))


def _field(field: str) -> Callable[[Plan, str, str], Plan]:
    return lambda plan, object, answer: edited(plan, Patch(object, field, answer))


_WAYS: Mapping[str, Callable[[Plan, str, str], Plan]] = {
    "indicator-values": _values,
    "indicator-empty-cells": _values,
    "indicator-target-words": _field("target"),
    "indicator-words-uncut": _words,
    "milestone-no-when": _field("when"),
    "milestone-when-not-understood": _field("when"),
    "milestone-no-text": _field("text"),
    "budget-amount-column": _amounts,
    "budget-amounts-unplaced": _amounts,
}
