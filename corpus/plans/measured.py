"""The indicators to be: what is measured, by whom it is used, its past, its target. Nothing has a place yet."""

from dataclasses import dataclass, field
from typing import Any

from corpus.plans.bases import Promise, promise
from corpus.plans.ground import Ground, fill
from corpus.plans.tree import Branch
from uigwe.plan import Level


@dataclass(slots=True)
class Measured:
    """An indicator before it is printed anywhere. `codes`: the goals and tasks that use it, the highest first."""

    id: str
    name: str
    measure: dict[str, Any]
    formula: str
    source: str
    promise: Promise
    codes: list[str] = field(default_factory=list)

    @property
    def unit(self) -> str:
        """The unit in the bracket of its name."""
        return str(self.measure["unit"])

    @property
    def printed_name(self) -> str:
        """The name with its unit, as tables print it."""
        return f"{self.name}({self.unit})"


def measure_all(ground: Ground, roots: list[Branch], more: int, shared: int) -> list[Measured]:
    """One indicator for each goal and task, `more` of a hundred tasks have a second; `shared` of a hundred goals share a task's."""
    found: list[Measured] = []
    for branch in (branch for root in roots for branch in root.walk()):
        level = Level.of(branch.code)
        if level is Level.TASK:
            parent = next((one for one in found if branch.code.startswith(f"{one.codes[0]}-") and _is_goal(one)), None)
            if parent and len(parent.codes) == 1 and ground.chance(shared):
                parent.codes.append(branch.code)
                continue
        for _ in range(2 if level is Level.TASK and ground.chance(more) else 1):
            found.append(_measured(ground, branch, level, len(found) + 1))
    return found


def _is_goal(one: Measured) -> bool:
    return Level.of(one.codes[0]) is Level.GOAL


def _measured(ground: Ground, branch: Branch, level: Level, number: int) -> Measured:
    measures = ground.common["measures"]
    if level is not Level.TASK:
        measures = [one for one in measures if one["nature"] == ground.common["outcome"]]

    measure, thing = measures[0], branch.thing

    def name() -> str:
        nonlocal measure, thing
        measure = ground.one(measures)
        thing = branch.thing if ground.chance(60) else ground.thing()
        return fill(measure["name"], a=thing)

    written = ground.fresh("indicator", name)
    facts = {"a": thing, "n": f"{ground.between(3, 40) * 50:,}", "body": ground.one(ground.words["bodies"])}
    facts["next"] = str(ground.year + 1)[2:]
    up = measure["direction"] == "up"
    strategic = level is Level.STRATEGIC
    columns = 5 if strategic else ground.one((3, 3, 3, 3, 5))
    return Measured(
        id=f"{measure['slug']}-{number:03d}",
        name=written,
        measure=measure,
        formula=fill(measure["formula"], **facts),
        source=fill(measure["source"], **facts),
        promise=promise(ground, measure["kind"], measure["unit"], up, columns, 4 if strategic else 0),
        codes=[branch.code],
    )
