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
    START_NEXT_YEAR = "start-next-year"
    REVISE = "revise"
    UNDO = "undo"
    PUBLISH = "publish"
    SEE_WHY_OPEN = "see-why-open"
    ACCEPT = "accept-finding"
    WITHDRAW = "withdraw-acceptance"
    IMPORT = "import"
    ANSWER = "answer-question"
    READ_OWN = "read-own"
    READ_LOG = "read-log"
    MANAGE_PEOPLE = "manage-people"
    ENTER = "enter"
    # the calendar of the year, and rounds of collection
    SEE_YEAR = "see-year"
    MOVE_DEADLINE = "move-deadline"
    COPY_CALENDAR = "copy-calendar"
    SET_DAY_OFF = "set-day-off"
    FINISH_STEP = "finish-step"
    OPEN_ROUND = "open-round"
    CLOSE_ROUND = "close-round"
    SEE_BOARD = "see-board"
    SEE_ASK = "see-ask"
    REMIND = "remind"
    EXTEND = "extend"
    SAVE_PART = "save-part"
    COMMENT = "comment"
    TAKE_FILE = "take-file"
    MERGE_FILE = "merge-file"
    SET_ASIDE = "set-aside"
    SETTLE_QUESTION = "settle-question"
    REPLY = "reply"
    REFUSE_REPLY = "refuse-to-reply"
    REQUIRE_SUPPLEMENT = "require-supplement"
    ACCEPT_REPLY = "accept-reply"
    # opening, approving and fixing a year; amendments; hand-over
    OPEN_YEAR = "open-year"
    SIGN_STEP = "sign-step"
    FIX_YEAR = "fix-year"
    CLOSE_YEAR = "close-year"
    ASK_REOPENING = "ask-reopening"
    DECIDE_REOPENING = "decide-reopening"
    SEE_APPROVAL = "see-approval"
    REQUEST_AMENDMENT = "request-amendment"
    REVIEW_AMENDMENT = "review-amendment"
    DELIBERATE_AMENDMENT = "deliberate-amendment"
    APPROVE_AMENDMENT = "approve-amendment"
    REFUSE_AMENDMENT = "refuse-amendment"
    WITHDRAW_AMENDMENT = "withdraw-amendment"
    OPEN_AMENDMENT = "open-amendment"
    TRANSFER_TASK = "transfer-task"
    HAND_OVER = "hand-over"
    # results, evidence, money spent, papers, what is followed up
    SEE_RESULTS = "see-results"
    DELEGATE = "delegate"
    ENTER_RESULT = "enter-result"
    CONFIRM_RESULT = "confirm-result"
    ACCEPT_RESULT = "accept-result"
    RETURN_RESULT = "return-result"
    REPORT_MILESTONE = "report-milestone"
    ADD_EVIDENCE = "add-evidence"
    ENTER_SPENDING = "enter-spending"
    STATE_PAPER = "state-paper"
    FOLLOW_UP = "follow-up"
    DECLARE_COUNTING = "declare-counting"
    ANSWER_ASSEMBLY = "answer-assembly"


class Stage(StrEnum):
    """Where a revision of a plan stands."""

    DRAFT = "draft"
    PUBLISHED = "published"


class RoundStage(StrEnum):
    """Whether a round of collection still takes replies."""

    OPEN = "open"
    CLOSED = "closed"


class ReplyStage(StrEnum):
    """Where one ask of a round stands: asked → begun → replied → (supplement → replied)* → accepted.

    Refused is no end: whoever asked reads the reason and may require a supplement.
    """

    ASKED = "asked"
    BEGUN = "begun"
    REPLIED = "replied"
    SUPPLEMENT = "supplement"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class YearStage(StrEnum):
    """How far an opened year is: its plan is prepared, fixed (changed by amendment only), or closed for good."""

    PREPARING = "preparing"
    FIXED = "fixed"
    CLOSED = "closed"


class AmendmentStage(StrEnum):
    """Where a request to change a fixed plan stands: requested → reviewed → deliberated → approved → in force.

    Refused and withdrawn are ends; what was approved is put into a draft by the office and is in force once published.
    """

    REQUESTED = "requested"
    REVIEWED = "reviewed"
    DELIBERATED = "deliberated"
    APPROVED = "approved"
    IN_FORCE = "in-force"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class ResultStage(StrEnum):
    """Where a result stands: entered by whoever has the figures → confirmed by the division → accepted by the office.

    Sent back with words it is entered anew, as a row of its own.
    """

    ENTERED = "entered"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    RETURNED = "returned"


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

# Rounds of collection: what is still owed may be written; the office judges what was handed in.
_part = {**_office, **_owners}
# Of a round of results whoever supplies figures sees the part and fills its form; the division hands the reply in.
_supplied = {**_part, Role.AGENCY_STAFF: Reach.DELEGATED}
_owed: frozenset[StrEnum] = frozenset({ReplyStage.ASKED, ReplyStage.BEGUN, ReplyStage.SUPPLEMENT})
_handed_in: frozenset[StrEnum] = frozenset({ReplyStage.REPLIED})
_open_round: frozenset[StrEnum] = frozenset({RoundStage.OPEN})

# Approval and amendments. Who writes a step of the approval down is narrowed by the year's own table (year.yaml).
_preparing: frozenset[StrEnum] = frozenset({YearStage.PREPARING})
_fixed: frozenset[StrEnum] = frozenset({YearStage.FIXED})
_closed: frozenset[StrEnum] = frozenset({YearStage.CLOSED})
_undecided: frozenset[StrEnum] = frozenset(
    {AmendmentStage.REQUESTED, AmendmentStage.REVIEWED, AmendmentStage.DELIBERATED}
)
_may_sign = {**_office, Role.DIVISION_HEAD: Reach.AGENCY}

# Results: an agency's clerk or the owner enters, the division confirms, the office accepts; nobody passes their own.
_hands_in = {Role.AGENCY_STAFF: Reach.DELEGATED, **_owners, **_office}
_to_judge: frozenset[StrEnum] = frozenset({ResultStage.ENTERED, ResultStage.CONFIRMED})

MOVES: Mapping[Verb, Move] = MappingProxyType(
    {
        Verb.ENTER: Move({Role.PUBLIC: Reach.ANYTHING}),
        Verb.SEE: Move({Role.PUBLIC: Reach.ANYTHING}, _published),
        Verb.SEE_DRAFT: Move(_drafters, _draft),
        Verb.START_DRAFT: Move(_office, _published, log="draft started"),
        Verb.START_NEXT_YEAR: Move(_office, log="next year started"),
        Verb.REVISE: Move({**_office, **_owners}, _draft, log="field revised"),
        Verb.UNDO: Move({**_office, **_owners}, _draft, log="revision undone"),
        Verb.PUBLISH: Move(_office, _draft, log="plan published"),
        # Why a plan was published with open points is said to colleagues, and to whoever audits them.
        Verb.SEE_WHY_OPEN: Move({**_office, Role.AUDITOR: Reach.ANYTHING}),
        # Whoever answers for a task does not excuse its findings: that is the office's.
        Verb.ACCEPT: Move(_office, log="finding accepted"),
        Verb.WITHDRAW: Move(_office, log="acceptance withdrawn"),
        Verb.IMPORT: Move(_office, log="plan imported"),
        Verb.ANSWER: Move(_office, log="question answered"),
        Verb.READ_OWN: Move(_everyone_known),
        Verb.READ_LOG: Move({Role.AUDITOR: Reach.ANYTHING, Role.ADMINISTRATOR: Reach.ANYTHING}),
        Verb.MANAGE_PEOPLE: Move({Role.ADMINISTRATOR: Reach.ANYTHING}, log="person changed"),
        Verb.SEE_YEAR: Move({**_drafters, Role.AGENCY_STAFF: Reach.AGENCY, Role.EVALUATOR: Reach.AGENCY}),
        Verb.MOVE_DEADLINE: Move(_office, log="deadline moved"),
        Verb.COPY_CALENDAR: Move(_office, log="calendar taken over"),
        Verb.SET_DAY_OFF: Move(_office, log="day off set"),
        Verb.FINISH_STEP: Move(_office, log="step marked"),
        Verb.OPEN_ROUND: Move(_office, log="round opened"),
        Verb.CLOSE_ROUND: Move(_office, _open_round, log="round closed"),
        Verb.SEE_BOARD: Move(_drafters),
        Verb.SEE_ASK: Move({**_supplied, Role.AUDITOR: Reach.ANYTHING}),
        Verb.REMIND: Move(_office, _owed, log="reminder sent"),
        Verb.EXTEND: Move(_office, _owed, log="due day moved"),
        Verb.SAVE_PART: Move(_part, _owed, log="reply begun"),
        Verb.COMMENT: Move(_supplied, log="note written"),
        Verb.TAKE_FILE: Move(_supplied, log="file taken in"),
        Verb.MERGE_FILE: Move(_supplied, _owed, log="file merged"),
        Verb.SET_ASIDE: Move(_supplied, log="file put aside"),
        Verb.SETTLE_QUESTION: Move(_supplied, _owed, log="question settled"),
        Verb.REPLY: Move(_part, _owed, log="reply handed in"),
        Verb.REFUSE_REPLY: Move(_owners, _owed, log="reply refused"),
        Verb.REQUIRE_SUPPLEMENT: Move(
            _office,
            frozenset({ReplyStage.REPLIED, ReplyStage.ACCEPTED, ReplyStage.REFUSED}),
            log="supplement required",
        ),
        Verb.ACCEPT_REPLY: Move(_office, _handed_in, log="reply accepted"),
        Verb.OPEN_YEAR: Move(_office, log="year opened"),
        Verb.SIGN_STEP: Move(_may_sign, _preparing, log="approval step signed"),
        Verb.FIX_YEAR: Move(_office, _preparing, log="plan fixed"),
        Verb.CLOSE_YEAR: Move(_office, _fixed, log="year closed"),
        # A closed year is opened again by two people: one asks, another one allows.
        Verb.ASK_REOPENING: Move(_office, _closed, log="reopening asked for"),
        Verb.DECIDE_REOPENING: Move({**_office, Role.AUDITOR: Reach.ANYTHING}, _closed, log="reopening decided"),
        Verb.SEE_APPROVAL: Move({**_drafters, Role.AGENCY_STAFF: Reach.AGENCY, Role.EVALUATOR: Reach.AGENCY}),
        Verb.REQUEST_AMENDMENT: Move({**_office, **_owners}, _fixed, log="amendment requested"),
        Verb.REVIEW_AMENDMENT: Move(_office, frozenset({AmendmentStage.REQUESTED}), log="amendment reviewed"),
        Verb.DELIBERATE_AMENDMENT: Move(_office, frozenset({AmendmentStage.REVIEWED}), log="amendment deliberated"),
        Verb.APPROVE_AMENDMENT: Move(_office, frozenset({AmendmentStage.DELIBERATED}), log="amendment approved"),
        Verb.REFUSE_AMENDMENT: Move(_office, _undecided, log="amendment refused"),
        Verb.WITHDRAW_AMENDMENT: Move({**_office, **_owners}, _undecided, log="amendment withdrawn"),
        Verb.OPEN_AMENDMENT: Move(_office, frozenset({AmendmentStage.APPROVED}), log="amendment opened"),
        Verb.TRANSFER_TASK: Move(_office, log="task transferred"),
        Verb.HAND_OVER: Move({**_office, **_owners}, log="task handed over"),
        Verb.SEE_RESULTS: Move({**_drafters, Role.AGENCY_STAFF: Reach.AGENCY, Role.EVALUATOR: Reach.AGENCY}),
        Verb.DELEGATE: Move({**_office, **_owners}, log="results delegated"),
        Verb.ENTER_RESULT: Move(_hands_in, log="result entered"),
        Verb.CONFIRM_RESULT: Move(
            {Role.DIVISION_HEAD: Reach.DIVISION, **_office}, frozenset({ResultStage.ENTERED}), log="result confirmed"
        ),
        Verb.ACCEPT_RESULT: Move(_office, frozenset({ResultStage.CONFIRMED}), log="result accepted"),
        Verb.RETURN_RESULT: Move({Role.DIVISION_HEAD: Reach.DIVISION, **_office}, _to_judge, log="result returned"),
        Verb.REPORT_MILESTONE: Move(_hands_in, log="milestone reported"),
        Verb.ADD_EVIDENCE: Move(_hands_in, log="evidence added"),
        Verb.ENTER_SPENDING: Move({**_office, **_owners}, log="spending entered"),
        Verb.STATE_PAPER: Move(_office, log="paper stated"),
        Verb.FOLLOW_UP: Move({**_office, **_owners}, log="item followed up"),
        Verb.DECLARE_COUNTING: Move(_office, log="counting declared"),
        Verb.ANSWER_ASSEMBLY: Move(_office, log="assembly answer kept"),
    }
)
