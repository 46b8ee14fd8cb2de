"""Wrong sums, rates, shares, means: the arithmetic of prose and tables."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from corpus.faults.edits import (
    decimals_of,
    digits_swapped,
    nudged,
    object_of,
    pick,
    shown,
    with_claim,
    with_line,
    with_task,
)
from corpus.faults.fault import Fault, Inject, Injected, with_plan
from uigwe.audit import Case, Type
from uigwe.plan import Claim, Plan
from uigwe.plan.records import Amount
from uigwe.values import EXACT, half_up, is_counted
from uigwe.values.unit import WON


def _statements(plan: Plan) -> Iterator[list[Claim]]:
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in plan.claims:
        found[claim.statement].append(claim)
    yield from found.values()


def _of_role(case: Case, rng: random.Random, role: str, counted: bool = False) -> tuple[list[Claim], Claim] | None:
    """A statement and its claim of this role."""
    pairs = [
        (statement, claim)
        for statement in _statements(case.plan)
        for claim in statement
        if claim.role == role and (not counted or is_counted(claim.unit))
    ]
    return pick(rng, pairs)


def _restated(case: Case, statement: list[Claim], claim: Claim, value: Decimal) -> Injected:
    written = claim.written.replace(f"{abs(claim.value):,}", f"{abs(value):,}")
    if written == claim.written:
        written = f"{value:,}"
    plan = with_claim(case.plan, claim, value=value, written=written)
    where = tuple({object_of(one) for one in statement})
    return Injected(with_plan(case, plan), where, f"{claim.subject} {claim.written} → {written}")


def _total_off_by_one(case: Case, rng: random.Random) -> Injected | None:
    found = [
        (statement, claim)
        for statement in _statements(case.plan)
        for claim in statement
        if claim.role == "total" and is_counted(claim.unit) and sum(one.role == "part" for one in statement) > 2
    ]
    chosen = pick(rng, found)
    return _restated(case, *chosen, chosen[1].value + rng.choice((-1, 1))) if chosen else None


def _part_swapped(case: Case, rng: random.Random) -> Injected | None:
    found = [
        (statement, claim, wrong)
        for statement in _statements(case.plan)
        for claim in statement
        if claim.role == "part"
        and any(one.role == "total" for one in statement)
        and sum(one.role == "part" for one in statement) > 2
        and (wrong := digits_swapped(claim.value, rng)) is not None
    ]
    chosen = pick(rng, found)
    return _restated(case, *chosen) if chosen else None


def _total_swapped(case: Case, rng: random.Random) -> Injected | None:
    found = [
        (statement, claim, wrong)
        for statement in _statements(case.plan)
        for claim in statement
        if claim.role == "total"
        and sum(one.role == "part" for one in statement) > 2
        and (wrong := digits_swapped(claim.value, rng)) is not None
    ]
    chosen = pick(rng, found)
    return _restated(case, *chosen) if chosen else None


def _moved(role: str, low: int, high: int) -> Inject:
    """The claim of this role is off by so many tenths."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        chosen = _of_role(case, rng, role)
        if not chosen:
            return None
        step = Decimal(rng.randint(low, high)).scaleb(-1) * rng.choice((-1, 1))
        value = chosen[1].value + step
        if role == "share" and not 0 <= value <= 100:
            value = chosen[1].value - step
        return _restated(case, *chosen, value)

    return inject


def _rate_of_new(case: Case, rng: random.Random) -> Injected | None:
    """The growth divided by the new value and not by the old."""
    found = []
    for statement in _statements(case.plan):
        values = [claim for claim in statement if claim.role == "value"]
        for claim in statement:
            if claim.role == "change" and len(values) == 2:
                old, new = values[0].value, values[1].value
                wrong = half_up(EXACT.divide(EXACT.multiply(EXACT.subtract(new, old), Decimal(100)), new), 1)
                if abs(abs(wrong) - abs(claim.value)) > 1:
                    found.append((statement, claim, wrong))
    chosen = pick(rng, found)
    return _restated(case, *chosen) if chosen else None


def _sign_of_change(case: Case, rng: random.Random) -> Injected | None:
    """A growth printed as a loss."""
    chosen = _of_role(case, rng, "change")
    if not chosen or abs(chosen[1].value) < 2:
        return None
    statement, claim = chosen
    sign = "△" if claim.value > 0 else "+"
    written = f"{sign}{abs(claim.value)}%"
    plan = with_claim(case.plan, claim, value=-claim.value, written=written)
    return Injected(with_plan(case, plan), tuple({object_of(one) for one in statement}), f"{claim.written} → {written}")


def _difference_wrong(case: Case, rng: random.Random) -> Injected | None:
    chosen = _of_role(case, rng, "difference")
    return _restated(case, *chosen, nudged(chosen[1].value, "0.3")) if chosen else None


def _mean_wrong(case: Case, rng: random.Random) -> Injected | None:
    chosen = _of_role(case, rng, "mean")
    return _restated(case, *chosen, nudged(chosen[1].value, rng.choice(("0.05", "-0.07")))) if chosen else None


def _mean_of_two(case: Case, rng: random.Random) -> Injected | None:
    """The mean leaves out the first year."""
    chosen = _of_role(case, rng, "mean")
    if not chosen:
        return None
    values = [claim.value for claim in chosen[0] if claim.role == "value"]
    wrong = half_up(EXACT.divide(values[-1] + values[-2], Decimal(2)), decimals_of(chosen[1].value))
    return None if abs(wrong - chosen[1].value) < 2 else _restated(case, *chosen, wrong)


def _sd_wrong(case: Case, rng: random.Random) -> Injected | None:
    chosen = _of_role(case, rng, "sd")
    return _restated(case, *chosen, nudged(chosen[1].value, "0.6")) if chosen and chosen[1].value > 1 else None


def _sd_impossible(case: Case, rng: random.Random) -> Injected | None:
    """A spread smaller than the printed values allow."""
    chosen = _of_role(case, rng, "sd")
    return _restated(case, *chosen, nudged(chosen[1].value, "-0.8")) if chosen and chosen[1].value > 5 else None


def _unit_total(case: Case, rng: random.Random) -> Injected | None:
    """The total of a unit programme is not the sum of its detailed lines, which stand right below it."""
    found = []
    for task in case.plan.tasks():
        for line, below in pairwise(task.budget):
            if line.level == "unit" and below.level == "detailed" and line.amounts[-1].won:
                found.append((task, line))
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, line = chosen
    amount = line.amounts[-1]
    won = (amount.won or Decimal(0)) + WON["억원"] * max(Decimal(3), half_up((amount.won or 0) / WON["억원"] / 20))
    wrong = Amount(amount.year, shown(won / WON[line.unit]), won)
    plan = with_line(case.plan, task, line, amounts=(*line.amounts[:-1], wrong))
    where = (task.code, f"{task.code}/b{line.row}")
    return Injected(with_plan(case, plan), where, f"{amount.written} → {wrong.written}")


def _line_left_out(case: Case, rng: random.Random) -> Injected | None:
    """A detailed line is missing from its table, whose unit still counts it."""
    found = []
    for task in case.plan.tasks():
        for one, other in zip(task.budget, task.budget[1:], strict=False):
            if one.level == other.level == "detailed" and other.amounts[-1].won and not _named(case.plan, other.name):
                found.append((task, other))
    chosen = pick(rng, found)
    if not chosen:
        return None
    task, line = chosen
    rows = tuple(one for one in task.budget if one is not line)
    plan = with_task(case.plan, task.code, lambda one: replace(one, budget=rows))
    where = (task.code, *(f"{task.code}/b{one.row}" for one in task.budget))
    return Injected(with_plan(case, plan), where, f"without {line.name}")


def _named(plan: Plan, name: str) -> bool:
    return any(name in claim.subject for claim in plan.claims)


def _bracket_above_unit(case: Case, rng: random.Random) -> Injected | None:
    """The bracketed part of a unit is larger than the unit, in a plan whose brackets are parts."""
    found = []
    for task in case.plan.tasks():
        for unit, line in pairwise(task.budget):
            part, whole = line.amounts[-1].won, unit.amounts[-1].won
            if line.level == "total" and unit.level == "unit" and part and whole:
                found.append((task, line, part < whole))
    chosen = pick(rng, found) if all(is_part for _, _, is_part in found) else None
    if not chosen:
        return None
    task, line, _ = chosen
    amount = line.amounts[-1]
    won = (amount.won or Decimal(0)) * 3
    wrong = Amount(amount.year, f"({shown(won / WON[line.unit])})", won)
    plan = with_line(case.plan, task, line, amounts=(*line.amounts[:-1], wrong))
    where = (task.code, f"{task.code}/b{line.row}", f"{task.code}/b{line.row - 1}")
    return Injected(with_plan(case, plan), where, f"{amount.written} → {wrong.written}")


def _parts_of_a_target(case: Case, rng: random.Random) -> Injected | None:
    """The regions do not make the target that the prose breaks down."""
    found = [
        (statement, claim)
        for statement in _statements(case.plan)
        if all(one.role == "part" and one.period == str(case.plan.year) for one in statement) and len(statement) > 2
        for claim in statement
    ]
    chosen = pick(rng, found)
    if not chosen:
        return None
    statement, claim = chosen
    made = _restated(case, statement, claim, nudged(claim.value, "0.09"))
    return replace(made, where=(*made.where, claim.place.code))


FAULTS = (
    Fault("total-off-by-one", Type.ARITHMETIC, _total_off_by_one, ("sum",)),
    Fault("total-digits-swapped", Type.ARITHMETIC, _total_swapped, ("sum",)),
    Fault("part-digits-swapped", Type.ARITHMETIC, _part_swapped, ("sum",)),
    Fault("growth-rate-wrong", Type.ARITHMETIC, _moved("change", 15, 90), ("change",)),
    Fault("growth-of-the-new-value", Type.ARITHMETIC, _rate_of_new, ("change",)),
    Fault("growth-with-wrong-sign", Type.ARITHMETIC, _sign_of_change, ("change",)),
    Fault("difference-wrong", Type.ARITHMETIC, _difference_wrong, ("change",)),
    Fault("share-wrong", Type.ARITHMETIC, _moved("share", 20, 120), ("share",)),
    Fault("mean-wrong", Type.ARITHMETIC, _mean_wrong, ("mean",)),
    Fault("mean-of-too-few-years", Type.ARITHMETIC, _mean_of_two, ("mean",)),
    Fault("deviation-wrong", Type.ARITHMETIC, _sd_wrong, ("deviation",)),
    Fault("deviation-impossible", Type.ARITHMETIC, _sd_impossible, ("deviation",)),
    Fault("unit-total-wrong", Type.ARITHMETIC, _unit_total, ("budget-sum",)),
    Fault("budget-line-left-out", Type.ARITHMETIC, _line_left_out, ("budget-sum",)),
    Fault("bracket-above-its-unit", Type.ARITHMETIC, _bracket_above_unit, ("budget-sum",)),
    Fault("parts-miss-the-target", Type.ARITHMETIC, _parts_of_a_target, ("parts-target",)),
)
