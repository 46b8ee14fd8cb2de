"""Somebody who wants to do something: roles, and how far each of them reaches."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Role(StrEnum):
    """What a person is in the yearly cycle. Everybody is also `public`."""

    PERFORMANCE_OFFICE = "performance_office"
    TASK_OWNER = "task_owner"
    DIVISION_HEAD = "division_head"
    AGENCY_STAFF = "agency_staff"
    EVALUATOR = "evaluator"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    PUBLIC = "public"


class Reach(IntEnum):
    """How far a role reaches: what was delegated to me, my own tasks, my division's, my agency's, everything."""

    DELEGATED = 0
    MINE = 1
    DIVISION = 2
    AGENCY = 3
    ANYTHING = 4


@dataclass(frozen=True, slots=True)
class Actor:
    """A person as far as rights go. `mine` and `division` are the codes that were assigned, `delegated` those whose results the
    person hands in; each with agency and year."""

    name: str
    roles: frozenset[Role] = frozenset({Role.PUBLIC})
    agency: str = ""
    mine: frozenset[tuple[str, int, str]] = frozenset()
    division: frozenset[tuple[str, int, str]] = frozenset()
    delegated: frozenset[tuple[str, int, str]] = frozenset()

    @property
    def signed_in(self) -> bool:
        """Whether we know who it is."""
        return bool(self.name)


NOBODY = Actor("")
