"""Edits of the rows of a task: milestones changed, added and struck, amounts of budget lines. Rows keep their numbers for ever."""

import json
from collections.abc import Callable
from dataclasses import replace

from uigwe.plan.compare import milestone_fields
from uigwe.plan.patch import EditProblem, Patch
from uigwe.plan.records import Amount, BudgetLine, Milestone
from uigwe.plan.tree import Plan, Task
from uigwe.values import State, read_number, read_when, to_won

QUARTERS = ("0", "1", "2", "3", "4")
# What a new milestone is told by, in the order in which it is written down.
NEW_ROW = ("when", "quarter", "text", "note")


def new_row(*, when: str, quarter: str, text: str, note: str = "") -> str:
    """The value of a patch that adds a milestone."""
    return json.dumps({"when": when, "quarter": quarter, "text": text, "note": note}, ensure_ascii=False)


def told_row(value: str) -> dict[str, str] | None:
    """The fields of a new milestone from the value of a patch; None when it is not one."""
    try:
        told = json.loads(value)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not set(told) <= set(NEW_ROW):
        return None
    if not all(isinstance(one, str) for one in told.values()):
        return None
    return {name: told.get(name, "") for name in NEW_ROW}


def every_row(task: Task) -> tuple[Milestone, ...]:
    """The milestones that stand and those that were struck, by row."""
    return tuple(sorted((*task.milestones, *task.struck), key=lambda one: one.row))


def milestone_of(plan: Plan, patch: Patch) -> tuple[Task, Milestone]:
    """The task and the milestone that a patch names, standing or struck."""
    code, _, row = patch.object.partition("/m")
    task = plan.task(code)
    found = next((one for one in every_row(task) if str(one.row) == row), None) if task else None
    if task is None or found is None:
        raise EditProblem("no-such-object", patch)
    return task, found


def budget_line_of(plan: Plan, patch: Patch) -> tuple[Task, BudgetLine]:
    """The task and the budget line that a patch names."""
    code, _, row = patch.object.partition("/b")
    task = plan.task(code)
    found = next((one for one in task.budget if str(one.row) == row), None) if task else None
    if task is None or found is None:
        raise EditProblem("no-such-object", patch)
    return task, found


def milestone_now(plan: Plan, patch: Patch) -> str:
    """What a field of a milestone says now; `struck` is the reason why it was struck, empty while it stands."""
    _, milestone = milestone_of(plan, patch)
    return milestone.struck if patch.field == "struck" else milestone_fields(milestone)[patch.field]


def amount_now(plan: Plan, patch: Patch) -> str:
    """The amount of the plan's own year as a budget line prints it."""
    _, line = budget_line_of(plan, patch)
    amount = line.amount(plan.year)
    if amount is None:
        raise EditProblem("no-such-field", patch)
    return amount.written


def edit_milestone(plan: Plan, patch: Patch) -> tuple[str, Callable[[Task], Task]]:
    """The task that changes, and how."""
    task, old = milestone_of(plan, patch)
    if patch.field == "struck":
        return task.code, lambda held: _moved(held, old, replace(old, struck=patch.value.strip() and patch.value))
    new = _changed(old, patch, plan.year)

    def change(held: Task) -> Task:
        milestones = tuple(new if one is old else one for one in held.milestones)
        return replace(held, milestones=milestones, struck=tuple(new if one is old else one for one in held.struck))

    return task.code, change


def _moved(task: Task, old: Milestone, new: Milestone) -> Task:
    """The task with one milestone struck, or standing again in its old place."""
    standing = [one for one in task.milestones if one is not old]
    struck = [one for one in task.struck if one is not old]
    into = struck if new.struck else standing
    into.insert(next((at for at, one in enumerate(into) if one.row > new.row), len(into)), new)
    return replace(task, milestones=tuple(standing), struck=tuple(struck))


def _changed(old: Milestone, patch: Patch, year: int) -> Milestone:
    if patch.field == "when":
        when = read_when(patch.value, year)
        return replace(old, when=patch.value, start=when.start, end=when.end)
    if patch.field == "quarter":
        if patch.value not in QUARTERS:
            raise EditProblem("not-a-quarter", patch)
        return replace(old, quarter=int(patch.value))
    if patch.field == "text":
        if not patch.value.strip():
            raise EditProblem("empty", patch)
        return replace(old, text=patch.value)
    return replace(old, note=patch.value)


def add_milestone(plan: Plan, patch: Patch) -> tuple[str, Callable[[Task], Task]]:
    """A new milestone after the last; its number is one more than any that was ever given in this task."""
    task = task_of(plan, patch)
    told = told_row(patch.value)
    if told is None:
        raise EditProblem("not-a-row", patch)
    if not told["text"].strip():
        raise EditProblem("empty", patch)
    if told["quarter"] not in QUARTERS:
        raise EditProblem("not-a-quarter", patch)
    when = read_when(told["when"], plan.year)
    place = replace(task.place, line=None, page=None)
    quarter = int(told["quarter"])

    def change(held: Task) -> Task:
        row = max((one.row for one in every_row(held)), default=0) + 1
        new = Milestone(row, quarter, told["text"], told["when"], when.start, when.end, told["note"], place)
        return replace(held, milestones=(*held.milestones, new))

    return task.code, change


def task_of(plan: Plan, patch: Patch) -> Task:
    """The task to which a row shall be added."""
    task = plan.task(patch.object.removesuffix("/m+"))
    if task is None:
        raise EditProblem("no-such-object", patch)
    return task


def edit_amount(plan: Plan, patch: Patch) -> tuple[str, Callable[[Task], Task]]:
    """Another amount in the column of the plan's year: a number, or a dash for none."""
    amount_now(plan, patch)
    task, old = budget_line_of(plan, patch)
    read = read_number(patch.value.strip("() "))
    if read.state not in (State.FINAL, State.PROVISIONAL, State.NONE):
        raise EditProblem("not-an-amount", patch)
    won = None if read.value is None else to_won(read.value, old.unit)
    if read.value is not None and won is None:
        raise EditProblem("not-an-amount", patch)
    new = Amount(plan.year, patch.value, won)
    line = replace(old, amounts=tuple(new if one.year == plan.year else one for one in old.amounts))
    return task.code, lambda held: replace(held, budget=tuple(line if one is old else one for one in held.budget))
