"""What offices put beside and around a calculation is put in its place (`normal`): combinations of families, and what settles nothing."""

import pytest

from tests.every import in_two, part
from tests.reasons.placed import FAMILIES, OPEN, YEAR
from uigwe.operations.explaining import explain_reason

ONE_IN = 6  # of the combinations, every day


def given(text, past):
    explained = explain_reason(text, year=YEAR, unit=None, history=past)
    return explained.value if explained.settled else None


@in_two
@pytest.mark.parametrize("family", FAMILIES)
def test_any_combination_of_a_family_is_read_and_none_is_wrong(family, share):
    unread, wrong = [], []
    asked = part(share, family(), ONE_IN)
    for text, past, truth in asked:
        value = given(text, past)
        if value is None:
            unread.append(text)
        elif abs(value - truth) > abs(truth) / 1000000:
            wrong.append((text, value, truth))

    assert not wrong
    assert len(unread) <= 0.03 * len(asked), unread


@pytest.mark.parametrize(("text", "past"), OPEN)
def test_what_only_looks_like_one_of_them_has_no_value(text, past):
    assert given(text, past) is None
