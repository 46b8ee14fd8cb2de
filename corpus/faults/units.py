"""% and %p, 억원 and 백만원, 명 and 만명: the right digits of the wrong thing."""

import random
from dataclasses import replace
from decimal import Decimal

from corpus.faults.crossing import shared_lines
from corpus.faults.edits import object_of, objects, pick, shown, swapped, with_claim, with_name, with_task
from corpus.faults.fault import Fault, Inject, Injected, with_plan
from uigwe.audit import Case, Type
from uigwe.plan import BudgetLine, Part, Task
from uigwe.plan.records import Amount
from uigwe.values.unit import WON

_HUNDRED = Decimal(100)


def _slipped(line: BudgetLine) -> BudgetLine:
    """The line's amounts as 백만원 print them, under 억원."""
    amounts = tuple(_times_hundred(one) for one in line.amounts)
    return replace(line, unit="억원", amounts=amounts)


def _times_hundred(amount: Amount) -> Amount:
    if amount.won is None:
        return amount
    written = shown(amount.won / WON["백만원"])
    bracketed = amount.written.startswith("(")
    return Amount(amount.year, f"({written})" if bracketed else written, amount.won * _HUNDRED)


def _whole_table(case: Case, task: Task) -> Injected:
    rows = tuple(_slipped(line) for line in task.budget)
    plan = with_task(case.plan, task.code, lambda one: replace(one, budget=rows))
    return Injected(with_plan(case, plan), (task.code,), f"{task.code}: 백만원 under 억원")


def _shared_table(case: Case, rng: random.Random) -> Injected | None:
    """A whole table prints 백만원 under 억원; one of its lines stands in another table too."""
    tasks = {task.code: task for task, line in shared_lines(case.plan) if line.amounts[-1].won}
    task = pick(rng, tasks.values())
    return _whole_table(case, task) if task else None


def _lone_table(case: Case, rng: random.Random) -> Injected | None:
    """A whole table prints 백만원 under 억원; nothing in it stands anywhere else, only the size gives it away."""
    names: dict[str, set[str]] = {}
    for task in case.plan.tasks():
        for line in task.budget:
            names.setdefault(line.name, set()).add(task.code)
    lone = [
        task
        for task in case.plan.tasks()
        if task.budget
        and all(len(names[line.name]) == 1 for line in task.budget if line.level in ("unit", "detailed"))
        and any(_beyond_its_account(case, line) for line in task.budget if line.level == "detailed")
    ]
    chosen = pick(rng, lone)
    return _whole_table(case, chosen) if chosen else None


def _beyond_its_account(case: Case, line: BudgetLine) -> bool:
    """Whether a hundred times the line is more than its account may spend."""
    limits = {c.period: c.value * WON["억원"] for c in case.plan.claims if c.subject == f"{line.account} 지출"}
    return any((one.won or 0) * _HUNDRED > limits.get(str(one.year), Decimal(10) ** 20) for one in line.amounts)


def _unit_of_name(unit: str, wrong: str, part: Part) -> Inject:
    """One table prints the indicator with another unit in its bracket."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        known = {indicator.id: indicator for indicator in case.plan.indicators if indicator.unit == unit}
        name = pick(rng, [one for one in case.plan.names if one.object in known and one.place.part is part])
        if name is None:
            return None
        written = name.written.replace(f"({unit})", f"({wrong})")
        plan = with_name(case.plan, name, written)
        return Injected(with_plan(case, plan), objects(known[name.object]), f"{name.written} → {written}")

    return inject


def _budget_in_prose(case: Case, rng: random.Random) -> Injected | None:
    """The prose prints the 백만원 amount of a budget line as 억원."""
    claim = pick(
        rng,
        [
            claim
            for claim in case.plan.claims
            if claim.subject.endswith(" 예산") and claim.period == str(case.plan.year)
        ],
    )
    if claim is None:
        return None
    value = claim.value * _HUNDRED
    plan = with_claim(case.plan, claim, value=value, written=shown(value))
    return Injected(with_plan(case, plan), (object_of(claim), claim.place.code), f"{claim.written} → {shown(value)}")


def _mixed_units(case: Case, rng: random.Random) -> Injected | None:
    """The total of three parts is printed in another scale: 만건 for 건."""
    found = []
    for total in case.plan.claims:
        if total.role == "total":
            parts = [one for one in case.plan.claims if one.statement == total.statement and one.role == "part"]
            if len(parts) > 2:
                found.append(total)
    claim = pick(rng, found)
    if claim is None:
        return None
    value = claim.value * 10
    written = claim.written.replace(f"{claim.value:,}", f"{value:,}")
    plan = replace(case.plan, claims=swapped(case.plan.claims, claim, replace(claim, value=value, written=written)))
    return Injected(with_plan(case, plan), (object_of(claim),), f"{claim.written} → {written}")


def _points_called_share(case: Case, rng: random.Random) -> Injected | None:
    """Two percentages are said to differ by %, and differ by that many points."""
    claim = pick(
        rng, [one for one in case.plan.claims if one.role == "difference" and one.unit == "%p" and abs(one.value) > 2]
    )
    if claim is None:
        return None
    written = claim.written.replace("%p", "%")
    plan = with_claim(case.plan, claim, written=written, unit="%")
    where = tuple({object_of(one) for one in case.plan.claims if one.statement == claim.statement})
    return Injected(with_plan(case, plan), where, f"{claim.written} → {written}")


FAULTS = (
    Fault("table-in-millions-under-hundred-millions", Type.UNIT, _shared_table, ("budget-unit",)),
    Fault("lone-table-in-millions", Type.UNIT, _lone_table, ("budget-magnitude",)),
    Fault("points-for-share-in-a-name", Type.UNIT, _unit_of_name("%", "%p", Part.BODY), ("unit-differs",)),
    Fault("share-for-points-in-a-name", Type.UNIT, _unit_of_name("%p", "%", Part.BODY), ("unit-differs",)),
    Fault("another-unit-in-the-annex", Type.UNIT, _unit_of_name("명", "건", Part.ANNEX), ("unit-differs",)),
    Fault("places-for-pieces", Type.UNIT, _unit_of_name("개소", "개", Part.ANNEX), ("unit-differs",)),
    Fault("budget-of-prose-in-millions", Type.UNIT, _budget_in_prose, ("claim-differs",)),
    Fault("total-in-another-scale", Type.UNIT, _mixed_units, ("sum",)),
    Fault("points-called-share-in-prose", Type.UNIT, _points_called_share, ("percent-for-points",)),
)
