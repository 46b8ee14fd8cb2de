"""What stands beside a calculation takes no part in it, and what only looks like a calculation gives no value."""

from decimal import Decimal
from functools import cache

from tests.every import every, in_two, part
from tests.reasons.beside import beside, no_calculation, taken_up, turned
from tests.reasons.written import PAST
from uigwe.formulas import Derived, Facts, evaluate, read_basis
from uigwe.operations.explaining import explain_reason
from uigwe.reasons import known_cells

YEAR = 2023
ONE_IN = 3  # of the lines of a long bed, every day


def explained(text, unit):
    history, targets = PAST[unit]
    return explain_reason(text, year=YEAR, unit=unit, history=history, targets=targets)


def given(text, unit):
    found = explained(text, unit)
    return found.value if found.settled else None


given_straight = cache(given)  # one stands straight beside many that are turned


def worth(basis, unit):
    history, targets = PAST[unit]
    facts = Facts(YEAR, unit, known_cells(history, unit), known_cells(targets, unit))
    derived = evaluate(read_basis(basis, unit), facts)
    assert isinstance(derived, Derived)
    return derived.value


@in_two
def test_what_stands_beside_a_calculation_takes_no_part_in_it(share):
    unread = []
    asked = part(share, beside(), ONE_IN)
    for text, unit, basis in asked:
        value, truth = given(text, unit), worth(basis, unit)
        assert value is None or abs(value - truth) <= abs(truth) * Decimal("1e-9"), (text, value)
        if value is None:
            unread.append(text)
    assert len(unread) <= len(asked) * 0.03, unread


@every(turned, one_in=ONE_IN)
def test_what_turns_a_calculation_is_not_left_away(straight, text, unit):
    value = given(text, unit)
    assert value is None or value != given_straight(straight, unit)


@every(no_calculation, one_in=ONE_IN)
def test_facts_and_wishes_are_no_calculation(text, unit):
    assert given(text, unit) is None, explained(text, unit).reading


@every(taken_up)
def test_what_takes_up_an_earlier_word_is_read_with_it(text, unit, basis):
    value, truth = given(text, unit), worth(basis, unit)
    assert value is not None, explained(text, unit).reading
    assert abs(value - truth) <= abs(truth) * Decimal("1e-9")
