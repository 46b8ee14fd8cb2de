"""Milestones against their quarter and their year. A range belongs to the quarter in which it ends."""

from collections.abc import Iterator
from datetime import date

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.plan import Milestone, Task
from uigwe.values import read_when


def outside(case: Case) -> Iterator[Remark]:
    """The milestone ends outside its quarter or outside the year of the plan. Standing and recurring ones are free."""
    for task in case.plan.tasks():
        for milestone in task.milestones:
            if read_when(milestone.when, case.plan.year).recurring:
                continue
            fault = _fault(milestone, case.plan.year)
            if fault and not (fault[1] == "runs-over" and _printed_again(task, milestone)):
                yield _remark(*fault, task, milestone)


def unread(case: Case) -> Iterator[Remark]:
    """The words of the date cannot be understood as a time."""
    for task in case.plan.tasks():
        for milestone in task.milestones:
            if (
                milestone.when
                and not (milestone.start or milestone.end)
                and not read_when(milestone.when, case.plan.year).understood
            ):
                yield _remark(Level.NOTICE, "unread", task, milestone)


def _fault(milestone: Milestone, year: int) -> tuple[Level, str] | None:
    start, end = milestone.start, milestone.end
    counts = end or start
    if counts is None:
        return None
    if counts.year != year:
        if counts.year > year:
            return Level.DOUBT, "after-year"
        return (Level.ERROR if milestone.quarter else Level.NOTICE), "before-year"
    if milestone.quarter == 0:
        return None
    first, last = _quarter(year, milestone.quarter)
    if end is None:
        return (Level.ERROR, "outside-quarter") if counts > last else None
    if end < first or (start and start > last):
        return Level.ERROR, "outside-quarter"
    return (Level.NOTICE, "runs-over") if end > last else None


def _printed_again(task: Task, milestone: Milestone) -> bool:
    """Whether the same words stand again in the quarter in which the range ends: then it is printed in each of its quarters."""
    end = milestone.end
    return end is not None and any(
        other.text == milestone.text and other.when == milestone.when and other.quarter == (end.month + 2) // 3
        for other in task.milestones
    )


def _quarter(year: int, quarter: int) -> tuple[date, date]:
    first = date(year, 3 * quarter - 2, 1)
    return first, date(year, 3 * quarter, 30 if quarter in (2, 3) else 31)


def _remark(level: Level, fault: str, task: Task, milestone: Milestone) -> Remark:
    facts = {"text": milestone.text, "when": milestone.when, "quarter": str(milestone.quarter), "case": fault}
    return Remark(level, f"{task.code}/m{milestone.row}", milestone.place, facts, (milestone.place,), (milestone.when,))
