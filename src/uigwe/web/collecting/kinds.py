"""Rounds that collect something else than the draft of the plan: what their forms are filled with and where answers go, by kind.

A room above registers what it collects (`REGISTERED`); a kind that nobody registered writes to the draft, as ever.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from uigwe.plan import Plan
from uigwe.plan.merge import Answer, Judged
from uigwe.plan.part import Form
from uigwe.review import Actor
from uigwe.web.collecting.models import Ask, Round
from uigwe.web.people.models import User

if TYPE_CHECKING:
    from uigwe.web.collecting.actions.replies import Saved


class Collected(Protocol):
    """What a room does with the asks of its kind of round."""

    template: str  # a part of the page of an ask, with `collected` in its context

    def why_not(self, agency: str, year: int, period: str) -> str:
        """The reason why no such round can be opened; empty when it can."""

    def plan(self, agency: str, year: int) -> Plan:
        """The plan whose goals and tasks are asked about. Raises `Refused`."""

    def form(self, ask: Ask) -> Form:
        """The form of an ask, filled with what is known now. Raises `Refused`."""

    def narrowed(self, form: Form, ask: Ask, actor: Actor) -> Form:
        """What of a form this person fills in: whoever supplies figures sees theirs."""

    def owes(self, ask: Ask, actor: Actor) -> int:
        """How many things of an ask this person has still to supply."""

    def judged(self, ask: Ask, answers: Iterable[Answer]) -> tuple[Judged, ...]:
        """The fate of each answer by what is known now."""

    def taken(self, ask: Ask, answers: Iterable[Answer], by: User) -> "Saved":
        """Write the answers, in the caller's transaction. Raises `Refused` when the person may not at all."""

    def settled(self, ask: Ask, object: str, field: str, now: str, value: str, by: User) -> None:
        """Write one cell that was chosen. Raises `Conflict`, `EditProblem`, `Refused`."""

    def now(self, ask: Ask, object: str, field: str) -> str:
        """What is known of a cell now."""

    def shown(self, ask: Ask, shown: Any) -> Any:
        """What the page of an ask shows of it: the `collected` of its template."""

    def states(self, round: Round) -> Mapping[str, Mapping[str, int]]:
        """How far each code of the round is: how many of its things stand in which state."""


REGISTERED: dict[str, Collected] = {}


def collected_by(round: Round) -> Collected | None:
    """What is collected by this round, when it is something else than the plan."""
    return REGISTERED.get(round.kind)
