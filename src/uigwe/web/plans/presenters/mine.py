"""What somebody answers for: a task with its mark, its findings and what is due next. And what they have to do, in one list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from uigwe.plan import Milestone, Plan, Task
from uigwe.plan.tree import Node
from uigwe.review import Actor
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
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


@dataclass(frozen=True, slots=True)
class Due:
    """Something that waits for a person: what is to be done, about what, where, and by when (None: no day is set)."""

    what: str
    about: str
    address: str
    due: date | None = None
    as_of: date | None = None
    node: tuple[str, int, str] | None = None  # agency, year and code of the goal or task that it is about
    title: str = ""

    @property
    def left(self) -> int | None:
        """How many days are left, negative when it is late."""
        return (self.due - self.as_of).days if self.due and self.as_of else None

    @property
    def days(self) -> int:
        """How many days ahead or late."""
        return abs(self.left or 0)

    @property
    def late(self) -> bool:
        """Whether its day is over."""
        return self.left is not None and self.left < 0


# Who knows what waits for a person: functions of the account, its actor and the as-of date. Apps above this one add theirs.
WORK: list[Callable[[Any, Actor, date], Iterable[Due]]] = []


def work_of(person: Any, actor: Actor, as_of: date) -> list[Due]:
    """Everything that waits for this person, the most urgent first; what has no day comes last."""
    found = [one for source in WORK for one in source(person, actor, as_of)]
    return _titled(sorted(found, key=lambda one: (one.due or date.max, one.about)))


def _titled(found: list[Due]) -> list[Due]:
    """Codes with their titles beside them, as the plan in force has them: people know their work by its name."""
    plans: dict[tuple[str, int], Plan | None] = {}
    made = []
    for one in found:
        if one.node is not None:
            agency, year, code = one.node
            if (agency, year) not in plans:
                row = Revision.objects.of(agency, year).published().defer("document").last()
                plans[agency, year] = plan_of(row) if row is not None else None
            plan = plans[agency, year]
            node = plan.node(code) if plan is not None else None
            one = replace(one, title=node.title if node is not None else "")
        made.append(one)
    return made
