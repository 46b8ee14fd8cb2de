"""The bases of an imported plan: read from the reasons that the document gives, and only where the reading is safe."""

from dataclasses import replace

from uigwe.audit.derive import comes_to, facts_of
from uigwe.formulas import Derived, FormulaProblem, evaluate, read_basis
from uigwe.plan import Indicator, Plan, Use
from uigwe.plan.compare import squeezed
from uigwe.reasons import Confidence, Reading, Unread, read_reason
from uigwe.reasons.weighed import weighed
from uigwe.values import Direction


def with_bases(plan: Plan) -> Plan:
    """The plan with a basis for each use whose reason can be read.

    A sure reading is taken as it is, also when it does not yield the target: that is for the auditor. A likely one is taken only
    when it yields the printed target, so that a doubtful reading never becomes a finding.
    """
    indicators = tuple(
        replace(one, uses=tuple(_with_basis(one, use, plan.year) for use in one.uses)) for one in plan.indicators
    )
    return replace(plan, indicators=indicators)


def keeping_bases(plan: Plan, before: Plan | None) -> Plan:
    """The plan with the bases that an earlier import of the same folder holds, where the reason is still the same.

    A basis written by a person survives a new import of a corrected document; a changed reason is read anew.
    """
    held = {
        (use.code, squeezed(use.name)): use for _, use in (before.uses() if before else ()) if use.basis
    }  # fmt: skip

    def kept(use: Use) -> Use:
        old = held.get((use.code, squeezed(use.name)))
        return replace(use, basis=old.basis) if old and squeezed(old.reason) == squeezed(use.reason) else use

    return replace(plan, indicators=tuple(replace(one, uses=tuple(map(kept, one.uses))) for one in plan.indicators))


def read_for(indicator: Indicator, use: Use, text: str, plan_year: int) -> Reading | Unread:
    """What a reason says for the target of this indicator."""
    facts = facts_of(indicator, use)
    target = indicator.target(use)
    return read_reason(
        text,
        indicator.unit,
        facts.year or plan_year,
        facts.actuals,
        targets=facts.targets,
        target=target.value if target else None,
        downward=indicator.direction is Direction.DOWN,
    )


def _with_basis(indicator: Indicator, use: Use, plan_year: int) -> Use:
    if use.basis or not use.reason:
        return use
    reading = read_for(indicator, use, use.reason, plan_year)
    if not isinstance(reading, Reading):
        return use
    facts = facts_of(indicator, use)
    node = read_basis(reading.basis, reading.unit)
    derived = evaluate(node, facts)
    value = derived.value if isinstance(derived, Derived) else None
    known = {year: cell.value for year, cell in facts.actuals.items() if cell.value is not None}
    reading = weighed(reading, use.reason, node, value, known, facts.year or plan_year)
    if reading.confidence is not Confidence.SURE and not _yields_target(indicator, use, reading.basis):
        return use
    return replace(use, basis=reading.basis)


def _yields_target(indicator: Indicator, use: Use, basis: str) -> bool:
    """Whether the basis gives the printed target, as far as rounding allows."""
    target = indicator.target(use)
    printed = target.as_written(indicator.unit).interval if target else None
    try:
        derived = evaluate(read_basis(basis, indicator.unit), facts_of(indicator, use))
    except FormulaProblem:
        return False
    if target is None or target.value is None or printed is None or not isinstance(derived, Derived):
        return False
    return comes_to(derived, target.value, printed)
