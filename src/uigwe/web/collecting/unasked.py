"""Which goals and tasks a round asks unless the office chooses otherwise, and the indicators that nobody is asked for then."""

from collections.abc import Collection
from dataclasses import dataclass

from uigwe.plan import Level, Plan
from uigwe.plan.tree import Node
from uigwe.web.collecting.people import Answerable, answerable
from uigwe.web.plans.presenters.codes import address


@dataclass(frozen=True, slots=True)
class Carrier:
    """A goal or task with the names of its own indicators. `lead`: the body that answers for it today, empty when nobody was named;
    `gap`: why nobody would get its form, empty when somebody would.
    """

    node: Node
    indicators: tuple[str, ...]
    lead: str
    gap: str = ""

    @property
    def is_task(self) -> bool:
        """A task is asked for its milestones and money too; a goal only for its indicators."""
        return Level.of(self.node.code) is Level.TASK

    @property
    def address(self) -> str:
        """Of its page."""
        return address(self.node.code)

    @property
    def asked_first(self) -> bool:
        """Whether it is asked unless the office chooses otherwise: a task always, a goal where it has indicators and a lead body."""
        return self.is_task or bool(self.indicators and self.lead)

    def reaches_nobody(self, is_asked: bool) -> bool:
        """Whether its form reaches nobody though it is asked, or nobody is asked for its indicators because it is not."""
        return bool(self.gap if is_asked else self.indicators)


def carriers(plan: Plan, agency: str, year: int) -> list[Carrier]:
    """Every goal and task of the plan in reading order."""
    who, names = answerable(agency, year), dict[str, list[str]]()
    for _indicator, use in plan.uses():
        names.setdefault(use.code, []).append(use.name)
    found = []
    for node in plan.nodes():
        one = who.get(node.code)
        named = one.division if one and one.gap not in ("no-division", "division-ended") else None
        gap = (one or Answerable(node.code)).gap
        found.append(Carrier(node, tuple(names.get(node.code, ())), named.name if named else "", gap))
    return found


def asked_first(plan: Plan, agency: str, year: int) -> list[str]:
    """The codes of a round for which the office chose none."""
    return [one.node.code for one in carriers(plan, agency, year) if one.asked_first]


def unasked(found: Collection[Carrier], codes: Collection[str]) -> list[Carrier]:
    """Those that have indicators and are not among the codes: nobody is asked for these."""
    return [one for one in found if one.indicators and one.node.code not in codes]
