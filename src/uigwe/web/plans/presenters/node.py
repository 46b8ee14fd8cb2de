"""What the pages of goals and tasks need beside the tree: quarters, links side by side, references by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from uigwe.plan import AgendaLink, Milestone, Part, PerformanceGoal, Plan, Reference, StrategicGoal, Task
from uigwe.plan.tree import Node
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.presenters.indicator import Reading, readings
from uigwe.web.plans.presenters.tree import Branch, branch


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of the year with its milestones, each with its name in findings and patches; 0 holds those of a table without quarters."""

    number: int
    milestones: tuple[tuple[str, Milestone], ...]
    now: bool


def quarters_of(task: Task, year: int, as_of: date) -> list[Quarter]:
    """The four quarters, and one more for milestones that stand in none."""
    current = (as_of.month + 2) // 3 if as_of.year == year else 0
    numbers = [1, 2, 3, 4] if any(m.quarter for m in task.milestones) else []
    if any(m.quarter == 0 for m in task.milestones):
        numbers.append(0)
    named = [(f"{task.code}/m{m.row}", m) for m in task.milestones]
    return [
        Quarter(number, tuple(one for one in named if one[1].quarter == number), number == current != 0)
        for number in numbers
    ]


@dataclass(frozen=True, slots=True)
class LinkPair:
    """One agenda item as the body and as the annex print it; either may be missing."""

    register: str
    body: AgendaLink | None
    annex: AgendaLink | None

    @property
    def same(self) -> bool:
        """Whether both print it, with the same title."""
        return bool(self.body and self.annex and "".join(self.body.title.split()) == "".join(self.annex.title.split()))


def links_of(task: Task) -> list[LinkPair]:
    """A task's links to the national agenda, paired by register and code."""
    keys: dict[tuple[str, str], dict[Part, AgendaLink]] = {}
    for link in task.links:
        keys.setdefault((link.register, link.code or "".join(link.title.split())), {}).setdefault(link.place.part, link)
    return [LinkPair(register, pair.get(Part.BODY), pair.get(Part.ANNEX)) for (register, _), pair in keys.items()]


def references_of(plan: Plan, code: str) -> Mapping[str, list[Reference]]:
    """Bodies, sites and laws that the section of a goal or task names, by kind."""
    found: dict[str, list[Reference]] = {}
    for reference in plan.references:
        if reference.place.code == code:
            found.setdefault(reference.kind, []).append(reference)
    return found


def below_of(desk: Desk, node: Node) -> list[tuple[Branch, list[Reading]]]:
    """What stands below a goal, each with its indicators."""
    below: tuple[Node, ...] = ()
    if isinstance(node, StrategicGoal):
        below = node.goals
    elif isinstance(node, PerformanceGoal):
        below = node.tasks
    return [(branch(desk, one), readings(desk.plan, one.code)) for one in below]
