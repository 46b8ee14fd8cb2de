"""What the document counts of itself, miscounted."""

import random
from collections.abc import Callable
from dataclasses import replace

from corpus.faults.edits import pick, swapped
from corpus.faults.fault import Fault, Inject, Injected, with_plan
from uigwe.audit import Case, Type
from uigwe.plan import Part, Tally


def _miscounted(which: Callable[[Tally], bool]) -> Inject:
    """One of these counts is one off."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        tally = pick(rng, [one for one in case.plan.tallies if which(one) and one.unit != "%"])
        if tally is None:
            return None
        value = tally.value + 1 if tally.value < 2 else tally.value + rng.choice((-1, 1))
        wrong = replace(tally, value=value, written=str(value))
        plan = replace(case.plan, tallies=swapped(case.plan.tallies, tally, wrong))
        where = f"tally:{tally.scope}:{tally.level}:{tally.what}"
        return Injected(with_plan(case, plan), (where,), f"{tally.what} {tally.written} → {wrong.written}")

    return inject


def _share_wrong(case: Case, rng: random.Random) -> Injected | None:
    """The percentage beside a class is another."""
    tally = pick(rng, [one for one in case.plan.tallies if one.unit == "%"])
    if tally is None:
        return None
    value = tally.value + 5 if tally.value < 50 else tally.value - 5
    wrong = replace(tally, value=value, written=f"({value}%)")
    plan = replace(case.plan, tallies=swapped(case.plan.tallies, tally, wrong))
    return Injected(
        with_plan(case, plan),
        (f"tally:{tally.scope}:{tally.level}:{tally.what}",),
        f"{tally.written} → {wrong.written}",
    )


def _indicator_left_out(case: Case, rng: random.Random) -> Injected | None:
    """An indicator is gone from the plan, whose counts still have it."""
    single = [one for one in case.plan.indicators if len(one.uses) == 1]
    indicator = pick(rng, single)
    if indicator is None:
        return None
    plan = replace(
        case.plan,
        indicators=tuple(one for one in case.plan.indicators if one is not indicator),
        names=tuple(name for name in case.plan.names if name.object != indicator.id),
    )
    use = indicator.uses[0]
    where = tuple(f"tally:{scope}:{use.level}:indicators" for scope in ("", use.code.partition("-")[0]))
    return Injected(with_plan(case, plan), where, f"without {indicator.name}")


def _task_left_out(case: Case, rng: random.Random) -> Injected | None:
    """A task is gone from the plan, whose counts still have it."""
    counted = [goal for goal in case.plan.performance_goals() if len(goal.tasks) > 1]
    goal = pick(rng, counted)
    if goal is None:
        return None
    code = goal.tasks[-1].code
    goals = tuple(
        replace(
            strategic,
            goals=tuple(replace(one, tasks=tuple(t for t in one.tasks if t.code != code)) for one in strategic.goals),
        )
        for strategic in case.plan.goals
    )
    indicators = tuple(
        replace(
            one,
            uses=tuple(use for use in one.uses if use.code != code),
            printings=tuple(p for p in one.printings if p.place.code != code),
        )
        for one in case.plan.indicators
    )
    plan = replace(case.plan, goals=goals, indicators=tuple(one for one in indicators if one.uses))
    where = tuple(f"tally:{scope}:task:items" for scope in ("", code.partition("-")[0]))
    return Injected(with_plan(case, plan), where, f"without {code}")


def _goal(tally: Tally) -> bool:
    return tally.what == "items" and tally.level == "goal"


FAULTS = (
    Fault(
        "tasks-miscounted",
        Type.COUNT,
        _miscounted(lambda t: t.what == "items" and t.level == "task"),
        ("count-stated",),
    ),
    Fault("goals-miscounted", Type.COUNT, _miscounted(_goal), ("count-stated",)),
    Fault("indicators-miscounted", Type.COUNT, _miscounted(lambda t: t.what == "indicators"), ("count-stated",)),
    Fault(
        "annex-miscounted",
        Type.COUNT,
        _miscounted(lambda t: t.place.part is Part.ANNEX and t.what in ("items", "indicators")),
        ("count-stated",),
    ),
    Fault(
        "class-miscounted", Type.COUNT, _miscounted(lambda t: t.what not in ("items", "indicators")), ("tally-classes",)
    ),
    Fault("class-share-wrong", Type.ARITHMETIC, _share_wrong, ("tally-shares",)),
    Fault("indicator-left-out", Type.COUNT, _indicator_left_out, ("count-stated",)),
    Fault("task-left-out", Type.COUNT, _task_left_out, ("count-stated",)),
)
