"""Who is concerned by a task, as far as the goal above it speaks of interests."""

from collections import defaultdict
from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.words.formulas import interests_named
from uigwe.plan import Task
from uigwe.plan.place import parent_of


def nobody_concerned(case: Case) -> Iterator[Remark]:
    """A goal says that those concerned must be heard or disagree, and none of its tasks names anybody who is concerned."""
    tasks: dict[str, list[Task]] = defaultdict(list)
    for task in case.plan.tasks():
        if task.people:
            tasks[parent_of(task.code)].append(task)
    told: set[str] = set()
    for passage in case.prose.lines():
        place = passage.places[0]
        below = tasks.get(place.code, [])
        match = interests_named(passage.text) if below and place.code not in told else None
        if match and not any(person.role == "stakeholder" for task in below for person in task.people):
            told.add(place.code)
            here = passage.place_at(match.start())
            facts = {"code": place.code, "words": match[0].strip(), "tasks": ", ".join(task.code for task in below)}
            places = (here, *(task.people[0].place for task in below))
            yield Remark(Level.NOTICE, place.code, here, facts, places, (facts["words"],))
