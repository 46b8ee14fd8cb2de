"""Who answers for what, and what has nobody: said before a round is opened, not when it is late. And who supplies figures."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from uigwe.review import Actor, Refusal, Role, Thing, Verb, why_not
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.models import Ask
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Delegation, Division, Responsibility, User
from uigwe.web.plans.shelf import today


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who answers for a code. `gap` says what is missing: `no-division`, `division-ended`, `no-owner`, `owner-left`."""

    code: str
    division: Division | None = None
    owner: User | None = None

    @property
    def gap(self) -> str:
        """Why nobody would answer; empty when somebody will."""
        if self.division is None:
            return "no-division"
        if not self.division.exists_on(today()):
            return "division-ended"
        if self.owner is None:
            return "no-owner"
        return "" if self.owner.is_active else "owner-left"


def answerable(agency: str, year: int) -> Mapping[str, Answerable]:
    """Whoever answers for each code of the plan today."""
    rows = Responsibility.objects.filter(agency_id=agency, year=year).select_related("division", "owner")
    return {row.code: Answerable(row.code, row.division, row.owner) for row in rows}


def why_not_ask(verb: Verb, ask: Ask, thing: Thing, actor: Actor) -> Refusal | None:
    """The reason this person may not do this to an ask. Whoever only supplies figures is asked in rounds that collect figures."""
    refusal = why_not(verb, thing, actor)
    if refusal is None and collected_by(ask.round) is None and supplies(verb, thing, actor):
        return Refusal("not-asked-of-you", verb, thing)
    return refusal


def supplies(verb: Verb, thing: Thing, actor: Actor) -> bool:
    """Whether the person may do this only because results were delegated to them."""
    if Role.AGENCY_STAFF not in actor.roles:
        return False
    return why_not(verb, thing, replace(actor, roles=actor.roles - {Role.AGENCY_STAFF})) is not None


def suppliers(ask: Ask) -> list[User]:
    """Those of affiliated bodies who supply figures of an ask."""
    if collected_by(ask.round) is None:
        return []
    row = ask.round
    rows = Delegation.objects.filter(agency_id=row.agency_id, year=row.year, code=ask.code, ended=None)
    return [one.person for one in rows.select_related("person") if one.person.is_active]


def still_supplying(ask: Ask) -> list[User]:
    """Those of them whose figures are not there yet."""
    other = collected_by(ask.round)
    return [person for person in suppliers(ask) if other is not None and other.owes(ask, actor_of(person))]
