"""Where the words of an indicator's cells stand, and what the annex says otherwise."""

import pytest

from tests.builders import indicator
from uigwe.plan import Part, Standing

OF = indicator(standings=(Standing("reason", (0, 8), (12, 13)), Standing("annexed_formula", (0,), (930,)))).uses[0]


@pytest.mark.parametrize(("start", "line"), [(0, 12), (7, 12), (8, 13), (80, 13)])
def test_a_sign_of_a_cell_stands_at_the_line_that_holds_it(start, line):
    place = OF.place_of("reason", start)

    assert (place.line, place.code, place.part) == (line, OF.code, Part.BODY)


def test_the_formula_of_the_annex_stands_in_the_annex():
    assert (OF.place_of("annexed_formula").line, OF.place_of("annexed_formula").part) == (930, Part.ANNEX)


def test_a_cell_of_which_no_line_is_known_stands_at_its_row():
    assert OF.place_of("formula", 3) == OF.place


@pytest.mark.parametrize(
    ("annexed", "shown"),
    [("", ""), ("점수의  합계 ÷ 응답자 수", ""), ("응답자 수", "응답자 수"), ("점수의 합계", "점수의 합계")],
)
def test_the_formula_of_the_annex_is_told_where_it_is_another(annexed, shown):
    of = indicator(formula="점수의 합계 ÷ 응답자 수", annexed_formula=annexed)

    assert of.uses[0].formula_of_annex == shown
