"""A reason in words that nobody stated as a basis: every way to read it, against the target."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.derive import comes_to, facts_of
from uigwe.audit.finding import Level, Remark
from uigwe.formulas import Derived, FormulaProblem, evaluate, read_basis
from uigwe.plan import Indicator, Printing, Use
from uigwe.reasons import Confidence, Reading, read_reason
from uigwe.values import Direction, plain, rounded


def none_yields(case: Case) -> Iterator[Remark]:
    """The words can be read in several ways, and none of them yields the printed target."""
    for indicator, use in case.plan.uses():
        target = indicator.target(use)
        printed = target.as_written(indicator.unit).interval if target else None
        if use.basis or not use.reason or target is None or target.value is None or printed is None:
            continue
        yielded = _readings(indicator, use, target)
        if len(yielded) > 1 and not any(comes_to(one, target.value, printed) for one in yielded.values()):
            yield _remark(indicator, use, target, yielded)


def _readings(indicator: Indicator, use: Use, target: Printing) -> dict[str, Derived]:
    """What each reading of the reason yields; empty when it can be read in one way only, or when one cannot be computed."""
    facts = facts_of(indicator, use)
    reading = read_reason(
        use.reason,
        indicator.unit,
        facts.year,
        facts.actuals,
        targets=facts.targets,
        target=target.value,
        downward=indicator.direction is Direction.DOWN,
    )
    if not isinstance(reading, Reading) or reading.confidence is Confidence.SURE:
        return {}
    found: dict[str, Derived] = {}
    for basis in (reading.basis, *reading.others):
        try:
            derived = evaluate(read_basis(basis, indicator.unit), facts)
        except FormulaProblem:
            return {}
        if not isinstance(derived, Derived):
            return {}
        found[basis] = derived
    return found


def _remark(indicator: Indicator, use: Use, target: Printing, yielded: dict[str, Derived]) -> Remark:
    told = {basis: plain(rounded(derived.value, 2)) for basis, derived in yielded.items()}
    facts = {"name": use.name, "target": target.written, "yields": " · ".join(dict.fromkeys(told.values()))}
    steps = tuple(f"{basis} = {value}" for basis, value in told.items())
    object = f"{indicator.id}@{use.code}"
    return Remark(Level.DOUBT, object, target.place, facts, (target.place,), (target.written, *told.values()), steps)
