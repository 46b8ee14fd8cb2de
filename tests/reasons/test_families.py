"""Families of words put together, with computed truth: what is read is right, nearly all is read, and the siblings have no value."""

from decimal import Decimal

import pytest

from tests.reasons import constructs, families
from tests.reasons.families import PAST, YEAR
from uigwe.operations.explaining import explain_reason

FAMILIES = (*families.FAMILIES, *constructs.FAMILIES)
READ = 0.97  # of what a family comes to


def given(text):
    explained = explain_reason(text, year=YEAR, history=PAST)
    return explained.value if explained.settled else None


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_what_a_family_comes_to(family):
    cases = [(text, worth) for text, worth in family() if worth is not None]
    found = [(text, worth, given(text)) for text, worth in cases]
    wrong = [one for one in found if one[2] is not None and abs(one[2] - one[1]) > Decimal("1e-6")]
    unread = [text for text, _, value in found if value is None]
    assert not wrong
    assert len(unread) <= len(cases) * (1 - READ), unread


@pytest.mark.parametrize("text", [text for family in FAMILIES for text, worth in family() if worth is None])
def test_a_sibling_that_says_less_has_no_value(text):
    assert given(text) is None
