"""Constructs that are put into one form before they are read: own rates, growth taken up, sums of increases, rates compared."""

from decimal import Decimal

import pytest

from tests.every import in_two, part
from tests.reasons.normal import FAMILIES, OPEN, SINGLE, YEAR
from uigwe.operations.explaining import explain_reason

ONE_IN = 6  # of the combinations, every day


def given(text, past, year=YEAR):
    explained = explain_reason(text, year=year, unit=None, history=past)
    return explained.value if explained.settled else None


def near(one, other):
    return abs(one - other) <= abs(other) * Decimal("1e-6")


@in_two
@pytest.mark.parametrize("family", FAMILIES)
def test_any_combination_of_a_family_is_read_and_none_is_wrong(family, share):
    unread, wrong = [], []
    asked = part(share, family(), ONE_IN)
    for text, past, year, truth in asked:
        value = given(text, past, year)
        if value is None:
            unread.append(text)
        elif not near(value, truth):
            wrong.append((text, value, truth))

    assert not wrong
    assert len(unread) <= 0.03 * len(asked), unread


@pytest.mark.parametrize(("text", "past", "value"), SINGLE)
def test_each_further_form_is_read(text, past, value):
    found = given(text, past)

    assert found is not None
    assert value is None or near(found, Decimal(value))


@pytest.mark.parametrize(("text", "past"), OPEN)
def test_what_does_not_come_into_such_a_form_has_no_value(text, past):
    assert given(text, past) is None
