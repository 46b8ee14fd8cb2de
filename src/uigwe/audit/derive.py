"""The ways in which a target is said to follow from the past, recomputed from what the plan itself prints."""

from decimal import Decimal

from uigwe.formulas import Derived, Facts, NotComputable, evaluate, read_basis
from uigwe.plan import Indicator, Kind, Use
from uigwe.plan.carried import carried_from
from uigwe.values import Interval, State, Written, plain, rounded


def facts_of(indicator: Indicator, use: Use) -> Facts:
    """What the plan knows of the indicator: the own table's cells, and where a cell is empty, what its reason quotes."""
    target = indicator.target(use)
    actuals: dict[int, Written] = {}
    targets: dict[int, Written] = {}
    for year, cell in indicator.history(use).items():
        actuals[year] = cell.as_written(indicator.unit)
    for one in indicator.printings:
        if one.kind is Kind.QUOTED and _empty(actuals.get(one.year)):
            actuals[one.year] = one.as_written(indicator.unit)
        elif one.kind is Kind.QUOTED_TARGET and target is not None and one.year != target.year:
            targets.setdefault(one.year, one.as_written(indicator.unit))
    return Facts(target.year if target else 0, indicator.unit, actuals, targets)


def derive(indicator: Indicator, use: Use) -> Derived | NotComputable | None:
    """The target that the basis yields, with its steps; None when no basis is stated. Raises `FormulaProblem`."""
    if not use.basis or carried_from(use.basis):
        return None
    return evaluate(read_basis(use.basis, indicator.unit), facts_of(indicator, use))


def _empty(cell: Written | None) -> bool:
    return cell is None or cell.state in (State.NONE, State.NEW, State.TEXT)


def comes_to(derived: Derived, target: Decimal, printed: Interval) -> bool:
    """Whether the basis yields the printed target, as far as rounded inputs, rounding and cutting off explain it.

    14,500 for 14,503 is a round target, printed to its hundreds.
    """
    decimals = max(0, -int(target.as_tuple().exponent)) or -_idle_zeros(target)
    cut = (rounded(derived.value, decimals, "floor"), rounded(derived.value, decimals, "ceil"))
    return derived.interval.meets(printed) or target in cut


def _idle_zeros(value: Decimal) -> int:
    digits = plain(value)
    return min(len(digits) - len(digits.rstrip("0")), max(0, len(digits) - 2))
