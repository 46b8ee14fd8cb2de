"""Who answers for what, and what has nobody: said before a round is opened, not when it is late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from uigwe.plan import order_of_code
from uigwe.web.people.models import Division, Responsibility, User
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


def gaps(agency: str, year: int, codes: Iterable[str]) -> list[Answerable]:
    """Codes that nobody would answer for, in the order of the plan."""
    known = answerable(agency, year)
    found = [known.get(code, Answerable(code)) for code in sorted(set(codes), key=order_of_code)]
    return [one for one in found if one.gap]
