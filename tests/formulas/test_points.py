"""Percentage points are a step, not a factor."""

import pytest

from uigwe.formulas import FormulaProblem, read_basis, written


def test_a_value_is_not_multiplied_by_percentage_points():
    with pytest.raises(FormulaProblem, match="points-are-added"):
        read_basis("last * 4 %p", "%")


def test_percentage_points_may_be_scaled_before_they_are_added():
    assert written(read_basis("last + 4 %p * 2", "%")) == "last + 4 %p * 2"
