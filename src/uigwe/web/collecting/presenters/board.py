"""The board of a round: every ask with its state, age, findings and questions; by division or by goal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.http import QueryDict
from django.utils import timezone

from uigwe.audit import Level
from uigwe.plan import order_of_code
from uigwe.plan.part import form_of
from uigwe.review import Actor, ReplyStage, Thing, Verb, why_not
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.models import Ask, Round
from uigwe.web.collecting.querysets import OWED
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.desk import Desk

GROUPS = ("division", "goal")


@dataclass(frozen=True, slots=True)
class Line:
    """A round in the list: how many asks it has, by stage."""

    round: Round
    stages: Mapping[str, int]
    total: int
    answered: int
    left: int


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One ask on the board. `left` counts days to its due day; `age` days since it stands where it stands."""

    ask: Ask
    address: str
    title: str
    left: int
    age: int
    counts: Mapping[Level, int]
    questions: int
    waiting: int
    changed: bool
    states: Mapping[str, int] | None = None  # of rounds that collect something else than the plan

    @property
    def days(self) -> int:
        """How many days ahead or late."""
        return abs(self.left)

    @property
    def owed(self) -> bool:
        """Whether it waits for its division."""
        return self.ask.stage in OWED

    @property
    def late(self) -> bool:
        """Whether it is owed and its day is over."""
        return self.owed and self.left < 0

    @property
    def levels(self) -> list[tuple[str, int]]:
        """Open findings by level, errors first."""
        return [(level.value, self.counts[level]) for level in Level if self.counts.get(level)]

    @property
    def errors(self) -> int:
        """How many of them are errors."""
        return self.counts.get(Level.ERROR, 0)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one division or one goal."""

    name: str
    code: str
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to see of a board: a stage, a division, only what is late, only what has open errors, the grouping."""

    stage: str = ""
    division: str = ""
    late: bool = False
    errors: bool = False
    by: str = "division"

    @classmethod
    def of(cls, query: QueryDict) -> "Wish":
        """From an address."""
        by = query.get("by", "")
        return cls(
            query.get("stage", "")[:20],
            query.get("division", "")[:60],
            bool(query.get("late")),
            bool(query.get("errors")),
            by if by in GROUPS else "division",
        )

    @property
    def active(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.stage or self.division or self.late or self.errors)

    def takes(self, row: BoardRow) -> bool:
        """Whether this row is wanted."""
        division = row.ask.division.code if row.ask.division else "-"
        return (
            self.stage in ("", row.ask.stage)
            and self.division in ("", division)
            and (row.late or not self.late)
            and (row.errors > 0 or not self.errors)
        )


def lines(rounds: Sequence[Round], as_of: date) -> list[Line]:
    """The rounds as a list."""
    counted = Ask.objects.filter(round__in=rounds).values_list("round_id", "stage").annotate(n=Count("pk"))
    stages: dict[int, dict[str, int]] = {}
    for round_id, stage, count in counted:
        stages.setdefault(round_id, {})[stage] = count
    found = []
    for one in rounds:
        mine = stages.get(one.pk, {})
        total = sum(mine.values())
        owed = sum(mine.get(stage, 0) for stage in OWED)
        found.append(Line(one, mine, total, total - owed, (one.due - as_of).days))
    return found


def board_rows(round: Round, desk: Desk, actor: Actor, as_of: date) -> list[BoardRow]:
    """Every ask of the round that this person may see, in the order of the plan."""
    rows = Ask.objects.filter(round=round).select_related("division", "owner", "round")
    counted = rows.annotate(
        questions_open=Count("questions", filter=Q(questions__choice=""), distinct=True),
        files_waiting=Count("files", filter=Q(files__stage="read"), distinct=True),
    )
    levels: dict[str, Counter[Level]] = {}
    for finding in desk.open:
        levels.setdefault(finding.code, Counter())[finding.level] += 1
    seen = [
        ask for ask in counted if why_not(Verb.SEE_ASK, Thing(round.agency_id, round.year, ask.code), actor) is None
    ]
    other = collected_by(round)
    states = other.states(round) if other else {}
    return [
        _row(
            ask,
            desk,
            Counter() if other else levels.get(ask.code, Counter()),
            as_of,
            states.get(ask.code, {}) if other else None,
        )
        for ask in sorted(seen, key=lambda ask: order_of_code(ask.code))
    ]


def _row(
    ask: Any, desk: Desk, counts: Counter[Level], as_of: date, states: Mapping[str, int] | None = None
) -> BoardRow:
    node = desk.plan.node(ask.code)
    return BoardRow(
        ask=ask,
        address=address(ask.code),
        title=node.title if node else "",
        left=(ask.due - as_of).days,
        age=max(0, (as_of - timezone.localdate(ask.since)).days),
        counts=counts,
        questions=ask.questions_open,
        waiting=ask.files_waiting,
        changed=states is None
        and bool(ask.seal and ask.stage in _HANDED_IN and node and form_of(desk.plan, ask.code).seal != ask.seal),
        states=states,
    )


_HANDED_IN = (ReplyStage.REPLIED, ReplyStage.ACCEPTED)


def groups(rows: Iterable[BoardRow], desk: Desk, by: str) -> list[Group]:
    """By division, those without one first; or by performance goal."""
    found: dict[tuple[str, str], list[BoardRow]] = {}
    for row in rows:
        if by == "division":
            key = (row.ask.division.name, row.ask.division.code) if row.ask.division else ("", "")
        else:
            goal = "-".join(row.ask.code.split("-")[:2])
            node = desk.plan.node(goal)
            key = (node.title if node else "", goal)
        found.setdefault(key, []).append(row)
    order = sorted(found) if by == "division" else sorted(found, key=lambda key: order_of_code(key[1]))
    return [Group(name, code, tuple(found[name, code])) for name, code in order]


def stages(rows: Iterable[BoardRow]) -> list[tuple[str, int]]:
    """How many stand in each stage, in the order of the way."""
    counted = Counter(row.ask.stage for row in rows)
    return [(stage.value, counted[stage.value]) for stage in ReplyStage if counted[stage.value]]
