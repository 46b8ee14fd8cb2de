"""Targets that do not follow from their reason."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from corpus.faults.edits import (
    decimals_of,
    nudged,
    objects,
    own_table,
    pick,
    retargeted,
    shown,
    valued,
    with_indicator,
    with_use,
)
from corpus.faults.fault import Fault, Inject, Injected, with_plan
from uigwe.audit import Case, Type
from uigwe.audit.derive import derive
from uigwe.formulas import Derived
from uigwe.plan import Indicator, Kind, Plan, Printing, Use
from uigwe.values import EXACT, half_up, plain, rounded


def _with_basis(plan: Plan, form: str = "") -> Iterator[tuple[Indicator, Use, Printing, Derived]]:
    """Uses whose basis yields the printed target, those whose basis looks so."""
    for indicator, use in plan.uses():
        target = indicator.target(use)
        if not use.basis or target is None or target.value is None or not re.search(form, use.basis):
            continue
        derived = derive(indicator, use)
        if isinstance(derived, Derived):
            yield indicator, use, target, derived


def _aimed(case: Case, indicator: Indicator, use: Use, value: Decimal) -> Injected:
    target = indicator.target(use)
    plan = with_indicator(case.plan, indicator, retargeted(indicator, value))
    was = target.written if target else ""
    return Injected(with_plan(case, plan), objects(indicator), f"{use.basis}: {was} → {shown(value)}")


def _target_off(form: str = "") -> Inject:
    """The target is a few per cent away from what the basis yields, on the better side, in all its places."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        chosen = pick(rng, _with_basis(case.plan, form))
        if not chosen or chosen[2].value is None:
            return None
        indicator, use, target, _ = chosen
        up = indicator.direction.is_better(Decimal(2), Decimal(1))
        return _aimed(case, indicator, use, nudged(target.value or Decimal(0), "0.04" if up else "-0.04"))

    return inject


def _rounded_otherwise(mode: str) -> Inject:
    """Cut off, or rounded up, where half-up was due."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        found = []
        for indicator, use, target, derived in _with_basis(case.plan):
            if target.value is None or re.search("round|floor|ceil", use.basis):
                continue
            wrong = rounded(derived.value, decimals_of(target.value), mode)
            if wrong != target.value:
                found.append((indicator, use, wrong))
        chosen = pick(rng, found)
        return _aimed(case, *chosen) if chosen else None

    return inject


def _points_taken_as_share(case: Case, rng: random.Random) -> Injected | None:
    """`+ 4 %p` computed as four per cent of the value."""
    found = []
    for indicator, use, target, _ in _with_basis(case.plan, r"^last [+] [\d.]+ %p$"):
        latest = indicator.history(use).get(target.year - 1)
        points = Decimal(re.findall(r"[\d.]+", use.basis)[0])
        if latest and latest.value and target.value is not None:
            factor = EXACT.add(Decimal(1), EXACT.divide(points, Decimal(100)))
            wrong = half_up(EXACT.multiply(latest.value, factor), decimals_of(target.value))
            if abs(wrong - target.value) > Decimal("0.2"):
                found.append((indicator, use, wrong))
    chosen = pick(rng, found)
    return _aimed(case, *chosen) if chosen else None


def _share_for_points(case: Case, rng: random.Random) -> Injected | None:
    """The reason says % where percentage points are added."""
    found = [(i, u) for i, u, _, _ in _with_basis(case.plan, "%p") if "%p" in u.reason]
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, use = chosen
    reason = use.reason.replace("%p", "%")
    plan = with_use(case.plan, indicator, use, reason=reason)
    return Injected(with_plan(case, plan), objects(indicator), f"{use.reason} → {reason}")


def _recomputed(change: Callable[[Indicator, Use, int], str | None]) -> Inject:
    """The target computed by another basis than the one that is stated."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        found = []
        for indicator, use, target, _ in _with_basis(case.plan):
            other = change(indicator, use, target.year)
            if other is None or target.value is None:
                continue
            derived = derive(indicator, replace(use, basis=other))
            if not isinstance(derived, Derived):
                continue
            wrong = half_up(derived.value, decimals_of(target.value))
            if abs(wrong - target.value) > abs(target.value) * Decimal("0.01") + Decimal("0.1"):
                found.append((indicator, use, wrong))
        chosen = pick(rng, found)
        return _aimed(case, *chosen) if chosen else None

    return inject


def _an_older_base(indicator: Indicator, use: Use, year: int) -> str | None:
    """The year before last instead of last year."""
    if not re.search(r"^(?:last|actual\(\d+\)) ", use.basis):
        return None
    return re.sub(r"last|actual\(\d+\)", f"actual({year - 2})", use.basis)


def _a_shorter_window(indicator: Indicator, use: Use, year: int) -> str | None:
    """Two years instead of three or more."""
    match = re.search(r"(?:mean|geomean|trend)\((\d+)\.\.(\d+)\)", use.basis)
    if not match or int(match[2]) - int(match[1]) < 2:
        return None
    return use.basis.replace(f"{match[1]}..{match[2]}", f"{int(match[2]) - 1}..{match[2]}")


def _another_factor(indicator: Indicator, use: Use, year: int) -> str | None:
    """The percentage of a neighbouring line."""
    match = re.search(r"(\d+(?:\.\d+)?) %(?!p)", use.basis)
    if not match or "cagr" in use.basis or "growth" in use.basis:
        return None
    return use.basis.replace(match[0], f"{plain(Decimal(match[1]) + 3)} %", 1) if Decimal(match[1]) > 50 else None


def _year_without_value(case: Case, rng: random.Random) -> Injected | None:
    """The basis takes a year that no table prints."""
    chosen = pick(rng, _with_basis(case.plan, r"\d{4}\.\.\d{4}"))
    if not chosen:
        return None
    indicator, use, _, _ = chosen
    first = min(one.year for one in own_table(indicator, use, Kind.ACTUAL))
    basis = re.sub(r"(\d{4})\.\.(\d{4})", lambda m: f"{first - 1}..{m[2]}", use.basis)
    plan = with_use(case.plan, indicator, use, basis=basis)
    return Injected(with_plan(case, plan), objects(indicator), f"{use.basis} → {basis}")


def _past_value_missing(case: Case, rng: random.Random) -> Injected | None:
    """The mean counts a year whose cell says 신규."""
    found = []
    for indicator, use, _, _ in _with_basis(case.plan, r"mean\(\d{4}\.\.\d{4}\)"):
        cells = valued(own_table(indicator, use, Kind.ACTUAL))
        if len(cells) >= 3 and not any(one.kind is Kind.QUOTED for one in indicator.printings):
            found.append((indicator, use, min(cells, key=lambda cell: cell.year).year))
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, use, year = chosen
    emptied = tuple(
        replace(one, written="신규", value=None, state=one.state.NEW)
        if one.year == year and one.kind is Kind.ACTUAL
        else one
        for one in indicator.printings
    )
    plan = with_indicator(case.plan, indicator, replace(indicator, printings=emptied))
    return Injected(with_plan(case, plan), objects(indicator), f"{use.basis} without {year}")


def _garbled(case: Case, rng: random.Random) -> Injected | None:
    chosen = pick(rng, _with_basis(case.plan, "%"))
    if not chosen:
        return None
    indicator, use, _, _ = chosen
    basis = use.basis.replace("%", "% %", 1) + " +"
    plan = with_use(case.plan, indicator, use, basis=basis)
    return Injected(with_plan(case, plan), objects(indicator), f"{use.basis} → {basis}")


def _reworded(change: Callable[[Use, int], str | None]) -> Inject:
    """The reason says something else than the basis does."""

    def inject(case: Case, rng: random.Random) -> Injected | None:
        found = [
            (indicator, use, reason)
            for indicator, use, target, _ in _with_basis(case.plan)
            if (reason := change(use, target.year)) and reason != use.reason and len(indicator.uses) == 1
        ]
        chosen = pick(rng, found)
        if not chosen:
            return None
        indicator, use, reason = chosen
        plan = with_use(case.plan, indicator, use, reason=reason)
        where = (*objects(indicator), f"{use.name}@{use.code}")
        return Injected(with_plan(case, plan), where, f"{use.reason} → {reason}")

    return inject


def _more_years_in_words(use: Use, year: int) -> str | None:
    """Five years in words where the mean takes three."""
    if not re.search(r"mean\(\d{4}\.\.\d{4}\)", use.basis) or "’" in use.reason:
        return None
    return re.sub(r"(최근|직전|과거) (\d)", lambda m: f"{m[1]} {int(m[2]) + 2}", use.reason)


def _other_dates_than_words(use: Use, year: int) -> str | None:
    """Three years in words, four in the dates behind them."""
    if "’" in use.reason:
        return re.sub(r"\(’(\d\d)", lambda m: f"(’{int(m[1]) - 1:02d}", use.reason, count=1)
    return None


def _raised_by_the_whole(use: Use, year: int) -> str | None:
    """A rise of 103 % where 103 % of it is meant."""
    match = re.fullmatch(r"last \* (\d+(?:\.\d+)?) %", use.basis)
    return f"전년 실적 대비 {match[1]}% 상향" if match and Decimal(match[1]) > 100 else None


def _formula_as_reason(case: Case, rng: random.Random) -> Injected | None:
    """Where the reason should stand, the formula stands again."""
    found = [(i, u) for i, u, _, _ in _with_basis(case.plan) if len(i.uses) == 1 and not re.search(r"\d", u.formula)]
    chosen = pick(rng, found)
    if not chosen:
        return None
    indicator, use = chosen
    plan = with_use(case.plan, indicator, use, basis="", reason=use.formula)
    return Injected(with_plan(case, plan), objects(indicator), f"{use.reason} → {use.formula}")


FAULTS = (
    Fault("target-off-its-basis", Type.ARITHMETIC, _target_off(), ("target-basis",)),
    Fault("target-off-last-year's-target", Type.ARITHMETIC, _target_off("target"), ("target-basis",)),
    Fault("parts-miscounted", Type.ARITHMETIC, _target_off(r"^\d+ [+] \d+$"), ("target-basis",)),
    Fault("capacity-miscounted", Type.ARITHMETIC, _target_off(r"^\d+ [*] \d+ [*] 12$"), ("target-basis",)),
    Fault("unit-rate-misapplied", Type.ARITHMETIC, _target_off(r"^0\.\d+ "), ("target-basis",)),
    Fault("average-growth-misapplied", Type.ARITHMETIC, _target_off("cagr|growth"), ("target-basis",)),
    Fault("target-cut-off", Type.ARITHMETIC, _rounded_otherwise("floor"), ("target-basis",)),
    Fault("target-rounded-up", Type.ARITHMETIC, _rounded_otherwise("ceil"), ("target-basis",)),
    Fault("points-taken-as-share", Type.ARITHMETIC, _points_taken_as_share, ("target-basis",)),
    Fault("share-printed-for-points", Type.UNIT, _share_for_points, ("percent-or-points",)),
    Fault("base-year-moved", Type.ARITHMETIC, _recomputed(_an_older_base), ("target-basis",)),
    Fault("window-shortened", Type.ARITHMETIC, _recomputed(_a_shorter_window), ("target-basis",)),
    Fault("percentage-of-another-line", Type.ARITHMETIC, _recomputed(_another_factor), ("target-basis",)),
    Fault("year-without-value", Type.METHOD, _year_without_value, ("basis-unreadable",)),
    Fault("mean-of-a-new-indicator", Type.METHOD, _past_value_missing, ("basis-unreadable",)),
    Fault("basis-garbled", Type.METHOD, _garbled, ("basis-unreadable",)),
    Fault("window-counted-otherwise", Type.METHOD, _reworded(_more_years_in_words), ("basis-years",)),
    Fault("window-dated-otherwise", Type.COUNT, _reworded(_other_dates_than_words), ("reason-window",)),
    Fault("raised-by-the-whole", Type.UNIT, _reworded(_raised_by_the_whole), ("raised-by-all",)),
    Fault("formula-as-reason", Type.METHOD, _formula_as_reason, ("reason-formula",)),
)
