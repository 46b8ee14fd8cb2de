"""What still says last year's words in a plan that was started from last year's."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.plan.carried import carried_from
from uigwe.values import State


def words_of_last_year(case: Case) -> Iterator[Remark]:
    """The reason of a target, or a task's schedule, was carried over and waits to be written anew: one finding each."""
    for indicator, use in case.plan.uses():
        object = f"{indicator.id}@{use.code}"
        left = case.carried.get(object)
        if left is None:
            continue
        target = indicator.target(use)
        asked = target is None or target.state is State.NONE
        facts = {"name": use.name, "year": str(left.year), "case": "target" if asked else "words"}
        yield Remark(Level.NOTICE, object, use.place, facts, values=left.words)
    for task in case.plan.tasks():
        years = [year for one in task.milestones if (year := carried_from(one.note))]
        if years:
            facts = {"name": task.title, "year": str(min(years)), "count": str(len(years)), "case": "schedule"}
            values = tuple(f"{one.when} {one.text}" for one in task.milestones if carried_from(one.note))
            yield Remark(Level.NOTICE, task.code, task.place, facts, values=values)
