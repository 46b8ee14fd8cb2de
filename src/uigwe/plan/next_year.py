"""Next year's plan as it is before anybody wrote a word of it: last year's, moved on by one year, with what is asked for left empty.

What carries over as it is: the tree, names, units, formulas, sources, kinds, links to the agenda, people, laws. What moves on: the
columns of results and of money, the days of milestones. What is asked for: every target of the year and every amount. Reasons,
bases and milestones are last year's words and bear its mark, `〔2023〕`, until somebody writes them anew. What only a printed document
has (places of lines, counts of itself, figures of its prose, other printings of a figure) does not carry over.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from uigwe.plan.carried import carried, carried_from
from uigwe.plan.indicator import Indicator, Kind, Printing, Use
from uigwe.plan.place import Part, Place
from uigwe.plan.records import Amount, BudgetLine, Milestone
from uigwe.plan.tree import NO_DOCUMENT, PerformanceGoal, Plan, StrategicGoal, Task
from uigwe.values import State, moved_on, read_number

UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Achieved:
    """What an indicator came to in the year that is over, as it will be printed; `provisional` while it may still move."""

    written: str
    provisional: bool = False


def next_year(plan: Plan, achieved: Mapping[str, Achieved] | None = None) -> Plan:
    """The draft of the year after this plan's. `achieved`: results of this plan's year by use (`id@code`), where they are known."""
    year = plan.year + 1
    return replace(
        plan,
        year=year,
        title=re.sub(rf"(?<!\d){plan.year}(?!\d)", str(year), plan.title),
        mission=replace(plan.mission, place=_unprinted(plan.mission.place)),
        vision=replace(plan.vision, place=_unprinted(plan.vision.place)),
        goals=tuple(_strategic(goal, plan.year) for goal in plan.goals),
        indicators=tuple(_indicator(one, plan.year, achieved or {}) for one in plan.indicators),
        document=NO_DOCUMENT,
        references=tuple(replace(one, place=_unprinted(one.place)) for one in plan.references),
        names=(),
        tallies=(),
        claims=(),
    )


# ── the tree ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _unprinted(place: Place) -> Place:
    """The same place of a document that is not printed yet."""
    return replace(place, line=None, page=None)


def _strategic(goal: StrategicGoal, year: int) -> StrategicGoal:
    return replace(goal, place=_unprinted(goal.place), goals=tuple(_performance(one, year) for one in goal.goals))


def _performance(goal: PerformanceGoal, year: int) -> PerformanceGoal:
    return replace(goal, place=_unprinted(goal.place), tasks=tuple(_task(one, year) for one in goal.tasks))


def _task(task: Task, year: int) -> Task:
    return replace(
        task,
        place=_unprinted(task.place),
        milestones=tuple(_milestone(one, year) for one in task.milestones),
        budget=tuple(_line(one, year + 1) for one in task.budget),
        links=tuple(replace(one, place=_unprinted(one.place)) for one in task.links),
        people=tuple(replace(one, place=_unprinted(one.place)) for one in task.people),
        struck=(),
    )


def _milestone(one: Milestone, year: int) -> Milestone:
    return replace(
        one,
        when=moved_on(one.when),
        start=one.start and a_year_later(one.start),
        end=one.end and a_year_later(one.end),
        note=one.note if carried_from(one.note) else f"〔{year}〕 {one.note}".strip(),
        place=_unprinted(one.place),
    )


def a_year_later(day: date) -> date:
    """The same day of the next year; the last of February stays the last of February."""
    if day.month == 2 and (day + timedelta(days=1)).month == 3:
        return date(day.year + 1, 3, 1) - timedelta(days=1)
    return day.replace(year=day.year + 1)


def _line(line: BudgetLine, year: int) -> BudgetLine:
    """The columns end with the new year, whose amount is asked for; a line that is only a heading stays one."""
    heading = all(not one.written for one in line.amounts)
    columns = range(year - max(len(line.amounts), 1 if heading else 2) + 1, year + 1)
    known = {one.year: one for one in line.amounts}
    nothing = "" if heading else UNKNOWN
    past = (known.get(column) or Amount(column, nothing, None) for column in columns if column != year)
    return replace(line, amounts=(*past, Amount(year, "", None)), place=_unprinted(line.place))


# ── what is measured ─────────────────────────────────────────────────────────────────────────────────────────────────


def _indicator(indicator: Indicator, year: int, achieved: Mapping[str, Achieved]) -> Indicator:
    printings: list[Printing] = []
    for use in indicator.uses:
        printings += _results(indicator, use, year, achieved.get(f"{indicator.id}@{use.code}"))
        printings += _targets(indicator, use, year)
    uses = tuple(_use(use, year) for use in indicator.uses)
    return replace(indicator, uses=uses, printings=tuple(printings), continues=indicator.id, bounds=None)


def _use(use: Use, year: int) -> Use:
    return replace(
        use,
        basis=carried(use.basis, year),
        reason=carried(use.reason, year),
        place=_unprinted(use.place),
        annexed_formula="",
        standings=(),
    )


def _own(indicator: Indicator, use: Use, kind: Kind) -> Iterable[Printing]:
    """The columns of one kind in the table of the use, by year, without their lines."""
    columns = sorted((one for one in indicator.own(use) if one.kind is kind), key=lambda one: one.year)
    return [replace(one, place=_unprinted(one.place)) for one in columns]


def _results(indicator: Indicator, use: Use, year: int, known: Achieved | None) -> list[Printing]:
    """The columns moved on: the oldest goes, the year that is over comes, with its result where that is known."""
    past = list(_own(indicator, use, Kind.ACTUAL))
    last = next((one for one in past if one.year == year), None)
    older = [one for one in past if one.year < year]
    kept = older if last else older[1:]
    place = Place(Part.BODY, use.code)
    if known is not None:
        read = read_number(known.written, indicator.unit)
        state = State.PROVISIONAL if known.provisional and read.value is not None else read.state
        last = Printing(Kind.ACTUAL, year, known.written, read.value, state, place)
    return [*kept, last or Printing(Kind.ACTUAL, year, UNKNOWN, None, State.NONE, place)]


def _targets(indicator: Indicator, use: Use, year: int) -> list[Printing]:
    """The new year's target is asked for. One of a farther year, as of a plan for five years, stands for that year as before."""
    farther = [one for one in _own(indicator, use, Kind.TARGET) if one.year > year]
    annual = not farther or any(one.kind is Kind.TARGET and one.year <= year for one in indicator.own(use))
    if not annual:
        return farther
    asked = Printing(Kind.TARGET, year + 1, "", None, State.NONE, Place(Part.BODY, use.code))
    return [asked, *(one for one in farther if one.year > year + 1)]
