"""The smaller tables of a pack: milestones, budget, links, people, references, names, tallies, claims."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from uigwe.packs.problem import Trouble
from uigwe.packs.tables import Row, rows
from uigwe.plan import (
    AgendaLink,
    BudgetLine,
    Claim,
    Level,
    Milestone,
    Name,
    Part,
    Person,
    Place,
    Plan,
    Reference,
    Tally,
    Task,
)
from uigwe.plan.records import Amount


class BudgetLevel(StrEnum):
    """What a line of a budget table is."""

    PROGRAMME = "programme"
    UNIT = "unit"
    DETAILED = "detailed"
    SUB = "sub"
    TOTAL = "total"


class Role(StrEnum):
    """Why a group stands with a task."""

    BENEFICIARY = "beneficiary"
    STAKEHOLDER = "stakeholder"


@dataclass
class Records:
    """What the tables hold; tasks carry only their records, titles come from the tree."""

    tasks: dict[str, Task] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    names: tuple[Name, ...] = ()
    tallies: tuple[Tally, ...] = ()
    claims: tuple[Claim, ...] = ()

    def task(self, code: str) -> Task:
        """The record holder of a task."""
        return self.tasks.setdefault(code, Task(code, "", Place(code=code)))


def read_records(folder: Path, troubles: list[Trouble]) -> Records:
    """All small tables of the folder."""
    records = Records()
    for row in rows(folder, "milestones.csv", troubles):
        task = records.task(row["task"])
        records.tasks[task.code] = replace(task, milestones=(*task.milestones, _milestone(row)))
    for row in rows(folder, "struck.csv", troubles):
        task = records.task(row["task"])
        struck = replace(_milestone(row), struck=row["why"])
        records.tasks[task.code] = replace(task, struck=(*task.struck, struck))
    for row in rows(folder, "budget.csv", troubles):
        task = records.task(row["task"])
        records.tasks[task.code] = replace(task, budget=(*task.budget, _budget_line(row)))
    for row in rows(folder, "links.csv", troubles):
        task = records.task(row["task"])
        place = Place(row.one_of("part", Part), task.code, line=row.line())
        link = AgendaLink(row["register"], row["code"], row["title"], row["written"], place)
        records.tasks[task.code] = replace(task, links=(*task.links, link))
    for row in rows(folder, "people.csv", troubles):
        task = records.task(row["task"])
        person = Person(
            row.one_of("role", Role).value, row["name"], row["note"], Place(code=task.code, line=row.line())
        )
        records.tasks[task.code] = replace(task, people=(*task.people, person))
    records.references = tuple(
        Reference(row["kind"], row["name"], row["detail"], Place(code=row["code"], line=row.line()))
        for row in rows(folder, "references.csv", troubles)
    )
    records.names = tuple(
        Name(row["object"], row["written"], _place(row, row["code"])) for row in rows(folder, "names.csv", troubles)
    )
    records.tallies = tuple(_tally(row) for row in rows(folder, "tallies.csv", troubles))
    records.claims = tuple(_claim(row) for row in rows(folder, "claims.csv", troubles))
    return records


def _place(row: Row, code: str) -> Place:
    return Place(row.one_of("part", Part), code, row["heading"], row.line())


def _milestone(row: Row) -> Milestone:
    start, end = row.day("start"), row.day("end")
    if start and end and end < start:
        row.trouble("ends-before-it-starts", "end")
    place = Place(code=row["task"], line=row.line())
    return Milestone(
        row.integer("row"), row.integer("quarter"), row["text"], row["when"], start, end, row["note"], place
    )


def _budget_line(row: Row) -> BudgetLine:
    amounts = tuple(
        Amount(row.integer(f"year_{side}"), row[f"written_{side}"], row.decimal(f"won_{side}"))
        for side in "ab"
        if row[f"year_{side}"]
    )
    return BudgetLine(
        row=row.integer("row"),
        level=row.one_of("level", BudgetLevel).value,
        code=row["code"],
        name=row["name"],
        account=row["account"],
        unit=row["unit"],
        amounts=amounts,
        bracketed=row["bracketed"] == "yes",
        place=Place(code=row["task"], line=row.line()),
        mark=row["mark"],
    )


def _tally(row: Row) -> Tally:
    value = row.decimal("value") or Decimal(0)
    return Tally(
        row["scope"],
        row.one_of("level", Level),
        row["what"],
        row["written"],
        value,
        row["unit"],
        _place(row, row["scope"]),
    )


def _claim(row: Row) -> Claim:
    value = row.decimal("value")
    if value is None:
        row.trouble("not-a-decimal", "value")
    place = _place(row, row["code"])
    return Claim(
        row.integer("statement"),
        row["subject"],
        row["role"],
        row["period"],
        row["written"],
        value or Decimal(0),
        row["unit"],
        place,
    )


Lines = Iterable[Sequence[object]]


def record_rows(plan: Plan) -> Iterator[tuple[str, Lines]]:
    """Each small table of the plan with its rows, in the order of `docs/pack.md`."""
    tasks = list(plan.tasks())
    yield (
        "names.csv",
        ((n.object, n.written, n.place.part.value, n.place.code, n.place.heading, n.place.line) for n in plan.names),
    )
    yield "milestones.csv", (_milestone_row(t.code, m) for t in tasks for m in t.milestones)
    struck = [(*_milestone_row(t.code, m), m.struck) for t in tasks for m in t.struck]
    if struck:  # most plans never give a milestone up
        yield "struck.csv", struck
    yield "budget.csv", (_budget_row(t.code, b) for t in tasks for b in t.budget)
    yield (
        "links.csv",
        (
            (t.code, k.register, k.code, k.title, k.written, k.place.part.value, k.place.line)
            for t in tasks
            for k in t.links
        ),
    )
    yield "people.csv", ((t.code, p.role, p.name, p.note, p.place.line) for t in tasks for p in t.people)
    yield "references.csv", ((r.place.code, r.kind, r.name, r.detail, r.place.line) for r in plan.references)
    yield "tallies.csv", (_tally_row(tally) for tally in plan.tallies)
    yield "claims.csv", (_claim_row(claim) for claim in plan.claims)


def _milestone_row(task: str, one: Milestone) -> tuple[object, ...]:
    return task, one.row, one.quarter, one.text, one.when, one.start, one.end, one.note, one.place.line


def _budget_row(task: str, line: BudgetLine) -> Sequence[object]:
    amounts: Mapping[int, Amount] = dict(enumerate(line.amounts))
    cells: list[object] = []
    for index in (0, 1):
        amount = amounts.get(index)
        cells += [amount.year, amount.written, amount.won] if amount else ["", "", ""]
    return (
        task,
        line.row,
        line.level,
        line.code,
        line.name,
        line.account,
        line.unit,
        *cells,
        line.bracketed,
        line.place.line,
        line.mark,
    )


def _tally_row(tally: Tally) -> Sequence[object]:
    place = tally.place
    return (
        tally.scope,
        tally.level.value,
        tally.what,
        tally.written,
        tally.value,
        tally.unit,
        place.part.value,
        place.heading,
        place.line,
    )


def _claim_row(claim: Claim) -> Sequence[object]:
    place = claim.place
    where = (place.part.value, place.code, place.heading, place.line)
    return claim.statement, claim.subject, claim.role, claim.period, claim.written, claim.value, claim.unit, *where
