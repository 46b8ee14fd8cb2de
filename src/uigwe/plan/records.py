"""The smaller facts of a plan: milestones, budget lines, links, people, references, names, tallies, claims."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from uigwe.plan.place import Level, Place


@dataclass(frozen=True, slots=True)
class Milestone:
    """What a task promises for a quarter. `row` counts within the task; `when` is as printed, `start` and `end` as understood.

    `struck` is the reason why it was struck from the plan; a struck one stands in `Task.struck` and nowhere else.
    """

    row: int
    quarter: int
    text: str
    when: str
    start: date | None
    end: date | None
    note: str
    place: Place
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of a budget line: the year of its column, as printed, in won (None for `-`)."""

    year: int
    written: str
    won: Decimal | None


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One printed line of a budget table. `level`: programme, unit (단위사업), detailed (세부사업), sub (내역사업), total.

    `mark`: the circled number printed before it, `②`; empty where there is none.
    """

    row: int
    level: str
    code: str
    name: str
    account: str
    unit: str
    amounts: tuple[Amount, ...]
    bracketed: bool
    place: Place
    mark: str = ""

    def amount(self, year: int) -> Amount | None:
        """The amount of one year's column."""
        return next((amount for amount in self.amounts if amount.year == year), None)


@dataclass(frozen=True, slots=True)
class AgendaLink:
    """A task's link to an item of the national agenda; `register` is 국정, 업무보고, 핵심정책, 정책방향 or 기타."""

    register: str
    code: str
    title: str
    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Person:
    """A group or body that a task serves (`beneficiary`) or concerns (`stakeholder`)."""

    role: str
    name: str
    note: str
    place: Place


@dataclass(frozen=True, slots=True)
class Reference:
    """A body, site or law that a section names."""

    kind: str
    name: str
    detail: str
    place: Place


@dataclass(frozen=True, slots=True)
class Name:
    """A title or an indicator's name as one place prints it. `object` is a code or an indicator's id."""

    object: str
    written: str
    place: Place


@dataclass(frozen=True, slots=True)
class Tally:
    """A count that the document states about itself; `scope` is empty for the whole plan or a strategic goal's code."""

    scope: str
    level: Level
    what: str
    written: str
    value: Decimal
    unit: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of prose of an imported document; it lives in the user's own folder and is never part of a plan that ships."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that prose, a footnote or another table states; rows of one `statement` belong together."""

    statement: int
    subject: str
    role: str
    period: str
    written: str
    value: Decimal
    unit: str
    place: Place
