"""Pure edits: a plan and a patch make another plan. A patch names one field of one object, so that edits of different fields merge."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from uigwe.plan import agenda, rows
from uigwe.plan.compare import use_fields
from uigwe.plan.indicator import Indicator, Printing, Use
from uigwe.plan.patch import EditProblem, Patch
from uigwe.plan.tree import Node, PerformanceGoal, Plan, StrategicGoal, Task
from uigwe.values import State
from uigwe.values.written import read_number

__all__ = ["EDITABLE", "MAX_TEXT", "EditProblem", "Patch", "edited", "field_now", "kind_of_object"]

# What an officer may change, by kind of object. Past results belong to the record and are not edited here.
EDITABLE: Mapping[str, tuple[str, ...]] = {
    "plan": ("title", "mission", "vision"),
    "node": ("title",),
    "use": (
        *("name", "target", "target.annex", "basis", "reason", "formula", "formula.annex"),
        *("source", "nature", "quantification"),
    ),
    "milestone": ("text", "when", "quarter", "note", "struck"),
    "new-milestone": ("row",),
    "budget": ("amount",),
    "agenda": (agenda.FIELD,),
}

# A target stands in the table of its own level and once more in the annex; each is a field of its own.
_TARGETS: Mapping[str, Callable[[Indicator, Use], Printing | None]] = {
    "target": Indicator.target,
    "target.annex": Indicator.annexed,
}

# Fields of a use that have another name in the plan.
_IN_ANNEX = {"formula.annex": "annexed_formula"}

MAX_TEXT = 2_000


def kind_of_object(object: str) -> str:
    """`plan`, `node`, `use`, `milestone`, `new-milestone`, `budget` or `agenda`."""
    if object == "plan":
        return "plan"
    if "@" in object:
        return "use"
    if object.endswith(agenda.OBJECT):
        return "agenda"
    if object.endswith("/m+"):
        return "new-milestone"
    if "/b" in object:
        return "budget"
    return "milestone" if "/m" in object else "node"


def field_now(plan: Plan, object: str, field: str) -> str:
    """What the field holds now, as text. Raises `EditProblem` when there is no such thing."""
    patch = Patch(object, field, "")
    kind = kind_of_object(object)
    if field not in EDITABLE[kind]:
        raise EditProblem("no-such-field", patch)
    if kind == "plan":
        return {"title": plan.title, "mission": plan.mission.text, "vision": plan.vision.text}[field]
    if kind == "node":
        return _node(plan, patch).title
    if kind == "milestone":
        return rows.milestone_now(plan, patch)
    if kind == "new-milestone":
        rows.task_of(plan, patch)
        return ""
    if kind == "budget":
        return rows.amount_now(plan, patch)
    if kind == "agenda":
        return agenda.links_now(plan, patch)
    indicator, use = _use(plan, patch)
    if field in _TARGETS:
        target = _TARGETS[field](indicator, use)
        return target.written if target else ""
    return {**use_fields(indicator, use), "reason": use.reason, "formula.annex": use.annexed_formula}[field]


def edited(plan: Plan, patch: Patch) -> Plan:
    """The plan with the patch applied; the original stays as it was. Raises `EditProblem`."""
    field_now(plan, patch.object, patch.field)
    if len(patch.value) > MAX_TEXT:
        raise EditProblem("too-long", patch)
    if any((sign < " " and sign not in "\t\n") or "\ud800" <= sign <= "\udfff" for sign in patch.value):
        raise EditProblem("control-character", patch)
    return _EDITS[kind_of_object(patch.object)](plan, patch)


def _edit_plan(plan: Plan, patch: Patch) -> Plan:
    if patch.field == "title":
        return replace(plan, title=patch.value)
    statement = plan.mission if patch.field == "mission" else plan.vision
    changed = replace(statement, text=patch.value)
    return replace(plan, mission=changed) if patch.field == "mission" else replace(plan, vision=changed)


def _edit_node(plan: Plan, patch: Patch) -> Plan:
    if not patch.value.strip():
        raise EditProblem("empty", patch)
    return _with_node(plan, patch.object, lambda node: replace(node, title=patch.value))


def _edit_use(plan: Plan, patch: Patch) -> Plan:
    indicator, use = _use(plan, patch)
    changed = _with_target(indicator, use, patch) if patch.field in _TARGETS else _with_use(indicator, use, patch)
    return replace(plan, indicators=tuple(changed if one.id == indicator.id else one for one in plan.indicators))


def _with_target(indicator: Indicator, use: Use, patch: Patch) -> Indicator:
    old = _TARGETS[patch.field](indicator, use)
    if old is None:
        raise EditProblem("no-such-object", patch)
    read = read_number(patch.value, indicator.unit)
    if read.state is State.NONE:
        raise EditProblem("empty", patch)
    new = replace(old, written=patch.value, value=read.value, state=read.state)
    return replace(indicator, printings=tuple(new if printing is old else printing for printing in indicator.printings))


def _with_use(indicator: Indicator, use: Use, patch: Patch) -> Indicator:
    changes: dict[str, str] = {_IN_ANNEX.get(patch.field, patch.field): patch.value}
    if patch.field == "name" and not patch.value.strip():
        raise EditProblem("empty", patch)
    new = replace(use, **changes)  # type: ignore[arg-type]
    uses = tuple(new if one is use else one for one in indicator.uses)
    name = patch.value if patch.field == "name" and use is indicator.uses[0] else indicator.name
    return replace(indicator, uses=uses, name=name)


def _edit_rows(rule: Callable[[Plan, Patch], tuple[str, Callable[[Task], Task]]]) -> Callable[[Plan, Patch], Plan]:
    """An edit of the rows of one task as an edit of the plan."""

    def edit(plan: Plan, patch: Patch) -> Plan:
        code, change = rule(plan, patch)
        return _with_node(plan, code, lambda node: change(node) if isinstance(node, Task) else node)

    return edit


_EDITS: Mapping[str, Callable[[Plan, Patch], Plan]] = {
    "plan": _edit_plan,
    "node": _edit_node,
    "use": _edit_use,
    "milestone": _edit_rows(rows.edit_milestone),
    "new-milestone": _edit_rows(rows.add_milestone),
    "budget": _edit_rows(rows.edit_amount),
    "agenda": _edit_rows(agenda.edit_links),
}


def _node(plan: Plan, patch: Patch) -> Node:
    node = plan.node(patch.object)
    if node is None:
        raise EditProblem("no-such-object", patch)
    return node


def _use(plan: Plan, patch: Patch) -> tuple[Indicator, Use]:
    id, _, code = patch.object.partition("@")
    indicator = plan.indicator(id)
    use = indicator.use(code) if indicator else None
    if indicator is None or use is None:
        raise EditProblem("no-such-object", patch)
    return indicator, use


def _with_node(plan: Plan, code: str, change: Callable[[Node], Node]) -> Plan:
    return replace(plan, goals=tuple(_strategic(goal, code, change) for goal in plan.goals))


def _strategic(goal: StrategicGoal, code: str, change: Callable[[Node], Node]) -> StrategicGoal:
    if goal.code == code:
        changed = change(goal)
        return changed if isinstance(changed, StrategicGoal) else goal
    return replace(goal, goals=tuple(_performance(one, code, change) for one in goal.goals))


def _performance(goal: PerformanceGoal, code: str, change: Callable[[Node], Node]) -> PerformanceGoal:
    if goal.code == code:
        changed = change(goal)
        return changed if isinstance(changed, PerformanceGoal) else goal
    tasks = tuple(change(task) if task.code == code else task for task in goal.tasks)
    return replace(goal, tasks=tuple(task for task in tasks if isinstance(task, Task)))
