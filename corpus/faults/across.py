"""What went quietly missing or easier since last year's plan."""

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from corpus.faults.edits import decimals_of, objects, pick, shown, swapped
from corpus.faults.fault import Fault, Inject, Injected
from uigwe.audit import Case, Type
from uigwe.plan import Indicator, Kind, Level, Plan, Printing
from uigwe.values import half_up

_Change = Callable[[Plan, Indicator, random.Random], tuple[Plan, str] | None]


def _last_year(change: _Change) -> Inject:
    """Last year's plan said something else of one indicator."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        if case.last_year is None:
            return None
        indicator = pick(rng, case.last_year.indicators)
        made = change(case.last_year, indicator, rng) if indicator else None
        if indicator is None or made is None:
            return None
        plan, what = made
        where = (*objects(indicator), *(use.code for use in indicator.uses), "plan")
        return Injected(replace(case, last_year=plan), where, what)

    return inject


def _replaced(plan: Plan, indicator: Indicator, new: Indicator) -> Plan:
    return replace(plan, indicators=swapped(plan.indicators, indicator, new))


def _formula(plan: Plan, indicator: Indicator, rng: random.Random) -> tuple[Plan, str]:
    formula = "전체 신청 건수 대비 완료 건수의 비율"
    uses = tuple(replace(use, formula=formula) for use in indicator.uses)
    return _replaced(plan, indicator, replace(indicator, uses=uses)), f"{formula} → {indicator.uses[0].formula}"


def _target_was_higher(plan: Plan, indicator: Indicator, rng: random.Random) -> tuple[Plan, str]:
    up = indicator.direction.is_better(Decimal(2), Decimal(1))
    factor = Decimal("1.3") if up else Decimal("0.6")
    new = tuple(_scaled(one, factor) if one.kind is Kind.TARGET else one for one in indicator.printings)
    return _replaced(
        plan, indicator, replace(indicator, printings=new)
    ), f"{indicator.name}: target × {factor} last year"


def _past_was_other(plan: Plan, indicator: Indicator, rng: random.Random) -> tuple[Plan, str] | None:
    cells = [one for one in indicator.printings if one.kind is Kind.ACTUAL and one.value is not None]
    if not cells:
        return None
    new = tuple(_scaled(one, Decimal("0.8")) if one.kind is Kind.ACTUAL else one for one in indicator.printings)
    return _replaced(plan, indicator, replace(indicator, printings=new)), f"{indicator.name}: results × 0.8 last year"


def _promise_was_higher(plan: Plan, indicator: Indicator, rng: random.Random) -> tuple[Plan, str] | None:
    """Last year promised a little more than was reached, and less than is promised now."""
    if indicator.uses[0].level is Level.STRATEGIC:
        return None
    up = indicator.direction.is_better(Decimal(2), Decimal(1))
    factor = Decimal("1.03") if up else Decimal("0.97")
    new = tuple(_scaled(one, factor) if one.kind is Kind.TARGET else one for one in indicator.printings)
    return _replaced(
        plan, indicator, replace(indicator, printings=new)
    ), f"{indicator.name}: target × {factor} last year"


def _dropped(plan: Plan, indicator: Indicator, rng: random.Random) -> tuple[Plan, str]:
    name = f"{indicator.name.split()[0]} 재이용 비율"
    other = replace(
        indicator, id=f"{indicator.id}-gone", name=name, uses=tuple(replace(use, name=name) for use in indicator.uses)
    )
    return replace(plan, indicators=(*plan.indicators, other)), f"{name} is gone"


def _scaled(one: Printing, factor: Decimal) -> Printing:
    if one.value is None:
        return one
    value = half_up(one.value * factor, decimals_of(one.value))
    return replace(one, value=value, written=shown(value))


def _task_renamed(case: Case, rng: random.Random) -> Injected | None:
    if case.last_year is None:
        return None
    task = pick(rng, case.last_year.tasks())
    if task is None:
        return None
    title = f"{task.title.split()[0]} 보전 및 이용 협력사업 추진"
    goals = tuple(
        replace(
            strategic,
            goals=tuple(
                replace(goal, tasks=tuple(replace(t, title=title) if t.code == task.code else t for t in goal.tasks))
                for goal in strategic.goals
            ),
        )
        for strategic in case.last_year.goals
    )
    before = replace(case.last_year, goals=goals)
    return Injected(replace(case, last_year=before), (task.code,), f"{title} → {task.title}")


FAULTS = (
    Fault("formula-changed", Type.METHOD, _last_year(_formula), ("formula-changed",), needs_last_year=True),
    Fault("target-lowered", Type.METHOD, _last_year(_target_was_higher), ("target-lowered",), needs_last_year=True),
    Fault("promise-missed", Type.METHOD, _last_year(_promise_was_higher), ("promise-missed",), needs_last_year=True),
    Fault("base-moved", Type.CROSS_REFERENCE, _last_year(_past_was_other), ("base-moved",), needs_last_year=True),
    Fault("indicator-dropped", Type.METHOD, _last_year(_dropped), ("indicator-dropped",), needs_last_year=True),
    Fault("task-renamed", Type.LABEL, _task_renamed, ("task-renamed",), needs_last_year=True),
)
