"""Families of words put together, with computed truth: what is read is right, nearly all is read, and the siblings have no value."""

from decimal import Decimal

import pytest

from tests.every import every
from tests.reasons import constructs, families
from tests.reasons.families import PAST, YEAR
from uigwe.operations.explaining import explain_reason

FAMILIES = (*families.FAMILIES, *constructs.FAMILIES)
READ = 0.97  # of what a family comes to
ONE_IN = 12  # of each family, every day


def given(text):
    explained = explain_reason(text, year=YEAR, history=PAST)
    return explained.value if explained.settled else None


def unread(cases):
    """What is not read of these; none of them is read wrong."""
    found = [(text, worth, given(text)) for text, worth in cases]
    assert not [one for one in found if one[2] is not None and abs(one[2] - one[1]) > Decimal("1e-6")]
    return [text for text, _, value in found if value is None]


def test_some_of_each_family_come_to_what_they_say():
    cases = [case for family in FAMILIES for case in [one for one in family() if one[1] is not None][::ONE_IN]]
    assert len(unread(cases)) <= len(cases) * (1 - READ)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_what_a_family_comes_to(family):
    cases = [(text, worth) for text, worth in family() if worth is not None]
    assert len(left := unread(cases)) <= len(cases) * (1 - READ), left


@every([text for family in FAMILIES for text, worth in family() if worth is None])
def test_a_sibling_that_says_less_has_no_value(text):
    assert given(text) is None
