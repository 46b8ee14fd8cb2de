"""Whether each target of a plan is re-derived from its reason, or rightly said to follow from none."""

from collections.abc import Mapping

from uigwe.audit.derive import derive, facts_of
from uigwe.formulas import Derived, FormulaProblem
from uigwe.plan import Indicator, Plan, Use
from uigwe.reasons import Confidence, Reading, read_reason
from uigwe.values import State, rounded


def rederived(plan: Plan) -> Mapping[str, str]:
    """For each indicator of the plan, at the first of its uses: what came of it.

    `equal`: the basis yields the target as printed; `differs`: it yields another value, which the audit says; `words`: the
    target is words; `no rule`: no basis is stated, and the grammar of reasons reads none; `no value`: the basis needs a
    value that the plan does not print, which the audit says; `unexplained`: none of these.
    """
    return {indicator.id: _outcome(indicator, indicator.uses[0]) for indicator in plan.indicators}


def _outcome(indicator: Indicator, use: Use) -> str:
    target = indicator.target(use)
    if target is None or target.state is State.NONE:
        return "unexplained"
    if target.value is None:
        return "words"
    if not use.basis:
        return "unexplained" if _reads(indicator, use, target.year) else "no rule"
    try:
        derived = derive(indicator, use)
    except FormulaProblem:
        return "unexplained"
    if not isinstance(derived, Derived):
        return "no value"
    decimals = max(0, -int(target.value.as_tuple().exponent))
    return "equal" if rounded(derived.value, decimals) == target.value else "differs"


def _reads(indicator: Indicator, use: Use, year: int) -> bool:
    """Whether the grammar of reasons finds a rule surely where the plan's facts state none."""
    if not use.reason:
        return False
    facts = facts_of(indicator, use)
    reading = read_reason(use.reason, indicator.unit, year, facts.actuals, targets=facts.targets)
    return isinstance(reading, Reading) and reading.confidence is Confidence.SURE
