"""Procedures drawn in the prose of a task against its milestones."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.steps import Step, procedures
from uigwe.audit.words.names import squeezed
from uigwe.plan import Milestone, Task


def steps_dated_otherwise(case: Case) -> Iterator[Remark]:
    """A step of a procedure has one time in the drawing, and the milestone of the same name another."""
    tasks = {task.code: task for task in case.plan.tasks()}
    for steps in procedures(tuple(case.prose.passages)):
        task = tasks.get(steps[0].passage.places[0].code)
        if task is None:
            continue
        for step in steps:
            milestone = _milestone(step, steps, task)
            level = _apart(step, milestone) if milestone else None
            if milestone and level:
                facts = {
                    "step": step.text,
                    "when": step.when.text,
                    "text": milestone.text,
                    "planned": milestone.when,
                }
                places = (step.row.place_at(step.start), milestone.place)
                values = (step.when.text, milestone.when)
                yield Remark(level, f"{task.code}/m{milestone.row}", milestone.place, facts, places, values)


def _milestone(step: Step, steps: tuple[Step, ...], task: Task) -> Milestone | None:
    """The one milestone that has a word of this step which no other step has."""
    for word in step.words:
        if sum(word in squeezed(other.text) for other in steps) == 1:
            found = [milestone for milestone in task.milestones if word in squeezed(milestone.text)]
            if len(found) == 1:
                return found[0]
    return None


def _apart(step: Step, milestone: Milestone) -> Level | None:
    """A doubt where the two times do not meet, a notice where the milestone is only a part of the step's time."""
    begins, ends = step.when.start or step.when.end, step.when.end
    planned, done = milestone.start or milestone.end, milestone.end
    if begins is None or ends is None or planned is None or done is None:
        return None
    if planned <= begins and ends <= done:
        return None
    return Level.DOUBT if done < begins or ends < planned else Level.NOTICE
