"""Separation of duties over a result: who enters, who confirms and who accepts are three people; and who could do the next step."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from uigwe.review import ResultStage, Role, Verb
from uigwe.web.people.models import Division, Responsibility, User
from uigwe.web.results.models import Result

NEXT = {ResultStage.ENTERED: Verb.CONFIRM_RESULT, ResultStage.CONFIRMED: Verb.ACCEPT_RESULT}


def office_of(agency: str) -> list[User]:
    """The performance office of an agency, as far as it is still there."""
    return _holding(agency, Role.PERFORMANCE_OFFICE)


def barred(verb: Verb, row: Result, person: int, office: Collection[int]) -> str:
    """Why somebody who has the right may not pass this result all the same; empty when they may.

    Nobody passes what they entered or confirmed; nobody of the office stands in for the division where nobody else of the
    office could accept it afterwards. `office`: whoever has the right to accept.
    """
    if verb not in NEXT.values():
        return ""
    hands = {row.by_id}
    if verb is Verb.ACCEPT_RESULT:
        hands |= {move.by_id for move in row.moves.all() if move.stage == ResultStage.CONFIRMED}
    if person in hands:
        return "own-entry"
    stands_in = verb is Verb.CONFIRM_RESULT and person in office
    return "nobody-to-accept" if stands_in and not set(office) - {person, row.by_id} else ""


@dataclass(frozen=True)
class Duties:
    """Who confirms and who accepts the results of a goal or task."""

    agency: str
    year: int
    code: str

    @cached_property
    def office(self) -> list[User]:
        """Whoever accepts, and stands in where the division has nobody who confirms."""
        return office_of(self.agency)

    @cached_property
    def heads(self) -> list[User]:
        """Whoever confirms for the division: heads of it and of what is above it."""
        row = Responsibility.objects.filter(agency_id=self.agency, year=self.year, code=self.code).first()
        if row is None:
            return []
        parents = dict(Division.objects.filter(agency_id=self.agency).values_list("pk", "parent_id"))
        above: set[int] = set()
        at: int | None = row.division_id
        while at is not None and at not in above:
            above.add(at)
            at = parents.get(at)
        heads = _holding(self.agency, Role.DIVISION_HEAD)
        return [one for one in heads if one.division_id in above or one.pk == row.owner_id]

    def barred(self, verb: Verb, row: Result, person: int) -> str:
        """Why this person may not pass the row although their role allows it; empty when they may."""
        return barred(verb, row, person, {one.pk for one in self.office})

    def who(self, row: Result) -> list[User]:
        """Who can do the next step: the heads before the office. Nobody: the office or the heads lack somebody."""
        verb = NEXT.get(row.stage)
        if verb is None:
            return []
        heads = self._able(verb, row, self.heads) if verb is Verb.CONFIRM_RESULT else []
        return heads or self._able(verb, row, self.office)

    def _able(self, verb: Verb, row: Result, people: Iterable[User]) -> list[User]:
        return [one for one in people if not self.barred(verb, row, one.pk)]


def _holding(agency: str, role: Role) -> list[User]:
    people = User.objects.filter(agency_id=agency, is_active=True, grants__role=role)
    return list(people.select_related("division").order_by("name", "pk"))
