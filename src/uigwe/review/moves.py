"""The table of everything that can be done: who may, how far, in which stage, and the name it has in the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from uigwe.review.actor import Reach, Role


class Verb(StrEnum):
    """What somebody may want to do."""

    SEE = "see"
    SEE_DRAFT = "see-draft"
    START_DRAFT = "start-draft"
    REVISE = "revise"
    UNDO = "undo"
    PUBLISH = "publish"
    ACCEPT = "accept-finding"
    WITHDRAW = "withdraw-acceptance"
    IMPORT = "import"
    READ_OWN = "read-own"
    READ_LOG = "read-log"
    MANAGE_PEOPLE = "manage-people"
    ENTER = "enter"


class Stage(StrEnum):
    """Where a revision of a plan stands."""

    DRAFT = "draft"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Thing:
    """What it is to be done to: a plan (agency and year), within it a goal or task, in a stage. None of them means: in general.

    The stage is that of whatever the verb moves: of a revision (`Stage`), of a reply, of an amendment, of a result.
    """

    agency: str = ""
    year: int = 0
    code: str = ""
    stage: StrEnum | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """Who may do it and how far each role reaches; in which stages (None: in any); `log` is its entry in the audit chain, empty for reading."""

    by: Mapping[Role, Reach]
    stages: frozenset[StrEnum] | None = None
    log: str = ""


_office = {Role.PERFORMANCE_OFFICE: Reach.AGENCY}
_owners = {Role.TASK_OWNER: Reach.MINE, Role.DIVISION_HEAD: Reach.DIVISION}
_drafters = {
    **_office,
    Role.TASK_OWNER: Reach.AGENCY,
    Role.DIVISION_HEAD: Reach.AGENCY,
    Role.AUDITOR: Reach.ANYTHING,
}
_everyone_known: Mapping[Role, Reach] = {role: Reach.ANYTHING for role in Role if role is not Role.PUBLIC}
_draft: frozenset[StrEnum] = frozenset({Stage.DRAFT})
_published: frozenset[StrEnum] = frozenset({Stage.PUBLISHED})

MOVES: Mapping[Verb, Move] = MappingProxyType(
    {
        Verb.ENTER: Move({Role.PUBLIC: Reach.ANYTHING}),
        Verb.SEE: Move({Role.PUBLIC: Reach.ANYTHING}, _published),
        Verb.SEE_DRAFT: Move(_drafters, _draft),
        Verb.START_DRAFT: Move(_office, _published, log="draft started"),
        Verb.REVISE: Move({**_office, **_owners}, _draft, log="field revised"),
        Verb.UNDO: Move({**_office, **_owners}, _draft, log="revision undone"),
        Verb.PUBLISH: Move(_office, _draft, log="plan published"),
        # Whoever answers for a task does not excuse its findings: that is the office's.
        Verb.ACCEPT: Move(_office, log="finding accepted"),
        Verb.WITHDRAW: Move(_office, log="acceptance withdrawn"),
        Verb.IMPORT: Move(_office, log="plan imported"),
        Verb.READ_OWN: Move(_everyone_known),
        Verb.READ_LOG: Move({Role.AUDITOR: Reach.ANYTHING, Role.ADMINISTRATOR: Reach.ANYTHING}),
        Verb.MANAGE_PEOPLE: Move({Role.ADMINISTRATOR: Reach.ANYTHING}, log="person changed"),
    }
)
