"""The tree of a plan: mission and vision, strategic goals, performance goals, management tasks."""

from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.plan.indicator import Indicator, Use
from uigwe.plan.place import NOWHERE, Level, Place, order_of_code
from uigwe.plan.records import AgendaLink, BudgetLine, Claim, Milestone, Name, Person, Reference, Tally


@dataclass(frozen=True, slots=True)
class Document:
    """The source a plan was read from."""

    name: str = ""
    sha256: str = ""
    lines: int = 0


NO_DOCUMENT = Document()


@dataclass(frozen=True, slots=True)
class Statement:
    """The mission or the vision."""

    text: str = ""
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Task:
    """A management task (관리과제): the smallest promise that has an owner, money and days. `struck`: milestones that it gave up, kept."""

    code: str
    title: str
    place: Place
    milestones: tuple[Milestone, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    links: tuple[AgendaLink, ...] = ()
    people: tuple[Person, ...] = ()
    struck: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class PerformanceGoal:
    """A performance goal (성과목표) and its tasks."""

    code: str
    title: str
    place: Place
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class StrategicGoal:
    """A strategic goal (전략목표) and its performance goals."""

    code: str
    title: str
    place: Place
    goals: tuple[PerformanceGoal, ...] = ()


Node = StrategicGoal | PerformanceGoal | Task


@dataclass(frozen=True, slots=True)
class Plan:
    """The performance plan (성과관리 시행계획) of one body for one year."""

    agency: str
    year: int
    title: str
    mission: Statement
    vision: Statement
    goals: tuple[StrategicGoal, ...]
    indicators: tuple[Indicator, ...]
    document: Document = NO_DOCUMENT
    references: tuple[Reference, ...] = ()
    names: tuple[Name, ...] = ()
    tallies: tuple[Tally, ...] = ()
    claims: tuple[Claim, ...] = ()

    def performance_goals(self) -> Iterator[PerformanceGoal]:
        """All performance goals in reading order."""
        for strategic in self.goals:
            yield from strategic.goals

    def tasks(self) -> Iterator[Task]:
        """All management tasks in reading order."""
        for goal in self.performance_goals():
            yield from goal.tasks

    def nodes(self) -> Iterator[Node]:
        """Every goal and task, each before what is below it."""
        for strategic in self.goals:
            yield strategic
            for goal in strategic.goals:
                yield goal
                yield from goal.tasks

    def node(self, code: str) -> Node | None:
        """The goal or task with this code."""
        return next((node for node in self.nodes() if node.code == code), None)

    def task(self, code: str) -> Task | None:
        """The management task with this code."""
        return next((task for task in self.tasks() if task.code == code), None)

    def indicator(self, id: str) -> Indicator | None:
        """The indicator with this id."""
        return next((indicator for indicator in self.indicators if indicator.id == id), None)

    def uses(self, code: str | None = None) -> Iterator[tuple[Indicator, Use]]:
        """Each use of each indicator, in reading order of level and code; only those of one goal or task when `code` is given."""
        levels = list(Level)
        found = [
            (indicator, use) for indicator in self.indicators for use in indicator.uses if code in (None, use.code)
        ]
        yield from sorted(
            found, key=lambda pair: (levels.index(pair[1].level), order_of_code(pair[1].code), pair[1].place.line or 0)
        )
