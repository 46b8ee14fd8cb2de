"""From what the tables print to the records of a plan: milestones, budget lines, links, people, references, tallies."""

from collections.abc import Iterator, Sequence

from uigwe.documents.budget import BudgetTable
from uigwe.documents.lines import Line
from uigwe.documents.links import Link
from uigwe.documents.milestones import MilestoneTable
from uigwe.documents.people import Concerned
from uigwe.documents.questions import Question, ask
from uigwe.documents.references import Mention
from uigwe.documents.tallies import Counted
from uigwe.plan import AgendaLink, BudgetLine, Milestone, Part, Person, Place, Reference, Tally


def milestones(code: str, table: MilestoneTable) -> tuple[Milestone, ...]:
    """The milestones of a task, counted from 1."""
    return tuple(
        Milestone(
            row=row,
            quarter=step.quarter,
            text=step.text,
            when=step.when,
            start=step.time.start,
            end=step.time.end,
            note=step.note,
            place=Place(Part.BODY, code, line=step.line),
        )
        for row, step in enumerate(table.steps, 1)
    )


def budget(code: str, table: BudgetTable) -> tuple[BudgetLine, ...]:
    """The budget lines of a task, counted from 1."""
    return tuple(
        BudgetLine(
            row=row,
            level=line.level,
            code=line.code,
            name=line.name,
            account=line.account,
            unit=line.unit,
            amounts=line.amounts,
            bracketed=line.bracketed,
            place=Place(Part.BODY, code, line=line.line),
            mark=line.mark,
        )
        for row, line in enumerate(table.rows, 1)
    )


def links(code: str, body: Sequence[Link], annex: Sequence[Link]) -> tuple[AgendaLink, ...]:
    """The links of a task in both tables."""
    return tuple(
        AgendaLink(link.register, link.code, link.title, link.written, Place(part, code, line=link.line))
        for part, table in ((Part.BODY, body), (Part.ANNEX, annex))
        for link in table
        if link.task == code
    )


def people(code: str, found: Sequence[Concerned]) -> tuple[Person, ...]:
    """Beneficiaries and stakeholders of a task."""
    return tuple(Person(one.role, one.name, one.note, Place(Part.BODY, code, line=one.line)) for one in found)


def references(code: str, found: Sequence[Mention]) -> Iterator[Reference]:
    """Bodies, sites and laws of a section."""
    for one in found:
        yield Reference(one.kind, one.name, one.detail, Place(Part.BODY, code, line=one.line))


def tallies(scope: str, found: Sequence[Counted], part: Part, heading: str) -> Iterator[Tally]:
    """Counts of one table."""
    for one in found:
        unit = "%" if one.is_share else "개"
        yield Tally(
            scope, one.level, one.what, one.written, one.value, unit, Place(part, heading=heading, line=one.line)
        )


def milestone_questions(code: str, table: MilestoneTable, lines: Sequence[Line]) -> Iterator[Question]:
    """Rows whose time or text was not understood, and a table that is not there."""
    for row, step in enumerate(table.steps, 1):
        if step.doubt:
            around = [line for line in lines if abs(line.number - step.line) <= 3]
            told = f"{step.quarter}/4: {step.text} — {step.when}"
            yield ask(f"milestone-{step.doubt}", f"{code}/m{row}", around, told, line=step.line)


def budget_questions(code: str, table: BudgetTable, lines: Sequence[Line]) -> Iterator[Question]:
    """Lines with fewer amounts than columns, or with amounts that fit no line."""
    for row, line in enumerate(table.rows, 1):
        if line.doubt:
            around = [one for one in lines if abs(one.number - line.line) <= 3]
            told = ", ".join(f"{amount.year}: {amount.written}".strip() for amount in line.amounts)
            written = next((amount.written for amount in line.amounts if amount.written), "")
            others = [f"{amount.year}: {written}" for amount in line.amounts if not amount.written and written]
            yield ask(f"budget-{line.doubt}", f"{code}/b{row}", around, f"{line.name} {told}", others, line.line)
