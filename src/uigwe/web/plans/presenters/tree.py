"""The goal tree with its marks: 4 → 17 → 46 as the home page shows it."""

from dataclasses import dataclass

from uigwe.plan.tree import Node
from uigwe.web.plans.presenters.codes import address, own_number
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.presenters.marks import Mark


@dataclass(frozen=True, slots=True)
class Branch:
    """One goal or task: its number as the tree prints it, its address, its mark, and what is below."""

    code: str
    number: str
    address: str
    title: str
    mark: Mark
    indicators: int
    below: tuple["Branch", ...] = ()


def tree(desk: Desk) -> list[Branch]:
    """The whole tree."""
    return [branch(desk, goal) for goal in desk.plan.goals]


def branch(desk: Desk, node: Node) -> Branch:
    """A node and everything below it."""
    below = getattr(node, "goals", None) or getattr(node, "tasks", None) or ()
    return Branch(
        code=node.code,
        number=own_number(node.code) if node.code.count("-") == 2 else node.code,
        address=address(node.code),
        title=node.title,
        mark=desk.marks.under(node.code),
        indicators=sum(1 for indicator in desk.plan.indicators for use in indicator.uses if use.code == node.code),
        below=tuple(branch(desk, one) for one in below),
    )
