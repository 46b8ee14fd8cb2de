"""The checks, in the order in which they run. To add one: a function, a line here, a page in each language, two tests."""

from uigwe.audit.checks import agenda, arithmetic, basis, budget, counts, milestones, names, places, targets
from uigwe.audit.checks.check import Check
from uigwe.audit.finding import Type

CHECKS: tuple[Check, ...] = (
    Check("count-stated", Type.COUNT, counts.stated_against_listed),
    Check("tally-classes", Type.COUNT, counts.classes_against_listed),
    Check("tally-shares", Type.ARITHMETIC, counts.shares_against_counts),
    Check("values-differ", Type.CROSS_REFERENCE, places.values_differ),
    Check("quoted-differs", Type.CROSS_REFERENCE, places.quoted_differs),
    Check("actual-not-in-table", Type.CROSS_REFERENCE, places.actual_not_in_table),
    Check("unit-differs", Type.UNIT, places.unit_differs),
    Check("target-basis", Type.ARITHMETIC, basis.target_against_basis),
    Check("basis-unreadable", Type.METHOD, basis.unreadable),
    Check("percent-or-points", Type.UNIT, basis.percent_or_points),
    Check("target-retreats", Type.METHOD, targets.retreats),
    Check("target-stands-still", Type.METHOD, targets.stands_still),
    Check("missing-part", Type.METHOD, targets.missing_part),
    Check("milestone-outside", Type.DATE, milestones.outside),
    Check("milestone-unread", Type.DATE, milestones.unread),
    Check("budget-amounts", Type.CROSS_REFERENCE, budget.two_amounts),
    Check("budget-unit", Type.UNIT, budget.two_units),
    Check("budget-header-year", Type.DATE, budget.header_year),
    Check("budget-names", Type.LABEL, budget.two_names),
    Check("agenda-differs", Type.CROSS_REFERENCE, agenda.body_against_annex),
    Check("agenda-missing", Type.CROSS_REFERENCE, agenda.without_link),
    Check("title-differs", Type.LABEL, names.titles_differ),
    Check("indicator-name-differs", Type.LABEL, names.indicator_names_differ),
    Check("sum", Type.ARITHMETIC, arithmetic.sums, needs=("claims",)),
    Check("change", Type.ARITHMETIC, arithmetic.changes, needs=("claims",)),
    Check("share", Type.ARITHMETIC, arithmetic.shares, needs=("claims",)),
)


def check_by_id(id: str) -> Check | None:
    """The check with this id."""
    return next((check for check in CHECKS if check.id == id), None)


__all__ = ["CHECKS", "Check", "check_by_id"]
