"""Small edits of immutable plans, and the slips of the pen that make a wrong number of a right one."""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from uigwe.plan import BudgetLine, Claim, Indicator, Kind, Milestone, Name, Part, Plan, Printing, Task, Use
from uigwe.values import EXACT, State, half_up

T = TypeVar("T")


def pick(rng: random.Random, choices: Iterable[T]) -> T | None:
    """One of them; None when there is none."""
    listed: Sequence[T] = list(choices)
    return listed[rng.randrange(len(listed))] if listed else None


def swapped(sequence: tuple[T, ...], old: T, new: T) -> tuple[T, ...]:
    """The tuple with one member, found by identity, replaced."""
    return tuple(new if one is old else one for one in sequence)


def with_task(plan: Plan, code: str, change: Callable[[Task], Task]) -> Plan:
    """The plan with one task changed."""
    goals = tuple(
        replace(
            strategic,
            goals=tuple(
                replace(goal, tasks=tuple(change(task) if task.code == code else task for task in goal.tasks))
                for goal in strategic.goals
            ),
        )
        for strategic in plan.goals
    )
    return replace(plan, goals=goals)


def with_milestone(plan: Plan, task: Task, old: Milestone, **changes: Any) -> Plan:
    """The plan with one milestone changed."""
    rows = swapped(task.milestones, old, replace(old, **changes))
    return with_task(plan, task.code, lambda one: replace(one, milestones=rows))


def with_line(plan: Plan, task: Task, old: BudgetLine, **changes: Any) -> Plan:
    """The plan with one line of a budget table changed."""
    rows = swapped(task.budget, old, replace(old, **changes))
    return with_task(plan, task.code, lambda one: replace(one, budget=rows))


def with_indicator(plan: Plan, old: Indicator, new: Indicator) -> Plan:
    """The plan with one indicator replaced."""
    return replace(plan, indicators=swapped(plan.indicators, old, new))


def with_use(plan: Plan, indicator: Indicator, use: Use, **changes: Any) -> Plan:
    """The plan with one use of an indicator changed."""
    return with_indicator(
        plan, indicator, replace(indicator, uses=swapped(indicator.uses, use, replace(use, **changes)))
    )


def with_printing(plan: Plan, indicator: Indicator, old: Printing, **changes: Any) -> Plan:
    """The plan with one printed number of an indicator changed."""
    printings = swapped(indicator.printings, old, replace(old, **changes))
    return with_indicator(plan, indicator, replace(indicator, printings=printings))


def with_claim(plan: Plan, old: Claim, **changes: Any) -> Plan:
    """The plan with one claim changed."""
    return replace(plan, claims=swapped(plan.claims, old, replace(old, **changes)))


def with_name(plan: Plan, old: Name, written: str) -> Plan:
    """The plan with one printing of a name changed."""
    return replace(plan, names=swapped(plan.names, old, replace(old, written=written)))


def retargeted(indicator: Indicator, value: Decimal) -> Indicator:
    """The indicator with this target in every place where its target is printed."""
    new = tuple(
        replace(one, value=value, written=shown(value)) if one.kind is Kind.TARGET else one
        for one in indicator.printings
    )
    return replace(indicator, printings=new)


def shown(value: Decimal) -> str:
    """A value as printed, with the decimals it has."""
    return f"{value:,.{decimals_of(value)}f}"


def decimals_of(value: Decimal) -> int:
    """How many decimals are printed."""
    return max(0, -int(value.as_tuple().exponent))


def digits_swapped(value: Decimal, rng: random.Random) -> Decimal | None:
    """The value with two neighbouring digits in the wrong order, far enough from the right one to be seen."""
    digits = f"{abs(value)}"
    pairs = [at for at in range(len(digits) - 1) if digits[at : at + 2].isdigit() and digits[at] != digits[at + 1]]
    pairs = [at for at in pairs if not (at == 0 and digits[1] == "0")]
    rng.shuffle(pairs)
    for at in pairs:
        made = Decimal(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]).copy_sign(value)
        if abs(made - value) > abs(value) * Decimal("0.01"):
            return made
    return None


def nudged(value: Decimal, share: str) -> Decimal:
    """The value moved by a share of itself, printed with as many decimals."""
    moved = half_up(EXACT.multiply(value, Decimal(1) + Decimal(share)), decimals_of(value))
    return moved if moved != value else value + Decimal(1)


def own_table(indicator: Indicator, use: Use, kind: Kind) -> list[Printing]:
    """The cells of one kind in the table of the use's own level."""
    return [one for one in indicator.own(use) if one.kind is kind]


def in_annex(indicator: Indicator) -> list[Printing]:
    """The printings in the annex."""
    return [one for one in indicator.printings if one.place.part is Part.ANNEX]


def valued(printings: Iterable[Printing]) -> list[Printing]:
    """Those with a number in them."""
    return [one for one in printings if one.value is not None and one.state in (State.FINAL, State.PROVISIONAL)]


def objects(indicator: Indicator) -> tuple[str, ...]:
    """Everything by which a finding may call an indicator: its id, its id with each use, the codes it is used by."""
    return (indicator.id, *(f"{indicator.id}@{use.code}" for use in indicator.uses))


def object_of(claim: Claim) -> str:
    """How findings call a claim."""
    return f"claim:{claim.place.code or claim.place.heading}:{claim.subject}"
