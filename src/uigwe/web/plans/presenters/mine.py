"""What somebody answers for: a task with its mark, its findings and what is due next."""

from dataclasses import dataclass

from uigwe.plan import Milestone, Task
from uigwe.plan.tree import Node
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.desk import Desk, Told
from uigwe.web.plans.presenters.marks import Mark


@dataclass(frozen=True, slots=True)
class Own:
    """A goal or task that the person (`mine`) or the person's division answers for."""

    node: Node
    address: str
    mine: bool
    mark: Mark
    findings: tuple[Told, ...]
    due: tuple[Milestone, ...]

    @classmethod
    def of(cls, desk: Desk, code: str, mine: bool) -> "Own | None":
        """None when the plan has no such goal or task (any more)."""
        node = desk.plan.node(code)
        if node is None:
            return None
        milestones = node.milestones if isinstance(node, Task) else ()
        ahead = sorted((m for m in milestones if m.end and m.end >= desk.as_of), key=lambda m: m.end or desk.as_of)
        told = tuple(one for one in desk.about(code, below=True) if not one.accepted)
        return cls(node, address(code), mine, desk.marks.under(code), told, tuple(ahead[:3]))
