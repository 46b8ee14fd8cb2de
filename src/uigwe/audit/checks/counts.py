"""What the document counts of itself, against what it lists."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.plan import Level as PlanLevel
from uigwe.plan import Plan, Tally
from uigwe.values import EXACT, plain
from uigwe.values.written import read_number


def stated_against_listed(case: Case) -> Iterator[Remark]:
    """The number of goals, tasks and indicators that a table states is not the number that stands in the plan."""
    for tally in case.plan.tallies:
        if tally.what not in ("items", "indicators"):
            continue
        listed = _listed(case.plan, tally)
        if tally.value != listed:
            yield _remark(tally, tally.what, plain(tally.value), str(listed))


def classes_against_listed(case: Case) -> Iterator[Remark]:
    """The tally of a class (결과, 정량 …) is not the number of indicators that the annex puts in that class."""
    for tally in case.plan.tallies:
        if tally.what in ("items", "indicators") or tally.unit == "%":
            continue
        listed = _of_class(case.plan, tally)
        if tally.value != listed:
            yield _remark(tally, tally.what, plain(tally.value), str(listed))


def shares_against_counts(case: Case) -> Iterator[Remark]:
    """The percentage printed beside a class is not that class's share of the indicators."""
    counts = {_row(tally): tally.value for tally in case.plan.tallies if tally.unit != "%"}
    for tally in case.plan.tallies:
        part, whole = counts.get(_row(tally)), counts.get((tally.scope, tally.level, tally.place.part, "indicators"))
        if tally.unit != "%" or part is None or not whole:
            continue
        share = EXACT.divide(EXACT.multiply(part, Decimal(100)), whole)
        printed = read_number(tally.written).interval
        if printed and not printed.holds(share):
            facts = {
                "what": tally.what,
                "level": tally.level,
                "stated": plain(tally.value),
                "part": plain(part),
                "whole": plain(whole),
                "share": plain(EXACT.quantize(share, Decimal("0.1"))),
            }
            steps = (f"{plain(part)} / {plain(whole)} * 100 = {facts['share']}",)
            yield Remark(
                Level.ERROR,
                f"tally:{tally.scope}:{tally.level}:{tally.what}",
                tally.place,
                facts,
                values=(tally.written, f"{facts['share']}%"),
                steps=steps,
            )


def _row(tally: Tally) -> tuple[str, str, str, str]:
    return tally.scope, tally.level, tally.place.part, tally.what


def _listed(plan: Plan, tally: Tally) -> int:
    if tally.what == "items":
        return sum(
            1 for node in plan.nodes() if PlanLevel.of(node.code) is tally.level and _within(node.code, tally.scope)
        )
    return sum(1 for _, use in plan.uses() if use.level is tally.level and _within(use.code, tally.scope))


def _of_class(plan: Plan, tally: Tally) -> int:
    classes: Counter[str] = Counter()
    for _, use in plan.uses():
        if use.level is tally.level and _within(use.code, tally.scope):
            classes.update((use.nature, use.quantification))
    return classes[tally.what]


def _within(code: str, scope: str) -> bool:
    return not scope or code == scope or code.startswith(f"{scope}-")


def _remark(tally: Tally, what: str, stated: str, listed: str) -> Remark:
    facts = {
        "case": "part" if tally.scope else "whole",
        "scope": tally.scope,
        "level": tally.level,
        "what": what,
        "stated": stated,
        "listed": listed,
    }
    object = f"tally:{tally.scope}:{tally.level}:{tally.what}"
    return Remark(Level.ERROR, object, tally.place, facts, values=(tally.written, listed))
