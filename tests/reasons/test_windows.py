"""What is taken from the table of past results, in combinations of the words for windows, statistics, growth and steps."""

import pytest

from tests.every import every, in_two, part
from tests.reasons.windows import OPEN, SINGLE, growths, levels
from uigwe.formulas import Derived, Facts, evaluate, read_basis
from uigwe.operations.explaining import explain_reason
from uigwe.reasons import known_cells

PAST = {2018: "690", 2019: "730", 2020: "780", 2021: "825", 2022: "846"}
YEAR, UNIT = 2023, "건"
ONE_IN = 4  # of the combinations, every day


def worth(basis):
    derived = evaluate(read_basis(basis, UNIT), Facts(YEAR, UNIT, known_cells(PAST, UNIT), {}))
    assert isinstance(derived, Derived), basis
    return derived.value


def given(text):
    explained = explain_reason(text, year=YEAR, unit=UNIT, history=PAST)
    return explained.value if explained.settled else None


def near(one, other):
    return abs(one - other) <= abs(other) / 1_000_000


@in_two
@pytest.mark.parametrize("family", [levels, growths])
def test_any_combination_of_a_family_reads_the_same_and_none_is_wrong(family, share):
    unread, wrong = [], []
    asked = part(share, family(), ONE_IN)
    for text, basis in asked:
        value, truth = given(text), worth(basis)
        if value is None:
            unread.append(text)
        elif not near(value, truth):
            wrong.append((text, value, truth))

    assert not wrong
    assert len(unread) <= 0.05 * len(asked), unread


@every(SINGLE)
def test_a_reason_about_past_results_yields_what_it_says(text, basis):
    value = given(text)

    assert value is not None
    assert near(value, worth(basis))


@every(OPEN)
def test_what_cannot_be_worked_out_has_no_value(text):
    assert given(text) is None
