"""Reasons about past results that are one phrase of a grammar: what they come to, and that nothing is read into what says less."""

from decimal import Decimal

from tests.every import every
from tests.reasons.phrases import IN_PER_CENT, OPEN, READ
from uigwe.formulas import Derived, Facts, evaluate, read_basis
from uigwe.operations.explaining import explain_reason
from uigwe.reasons import known_cells
from uigwe.reasons.phrases.chart import Phrase, on_the_way

YEAR = 2023
COUNTED = {2018: "690", 2019: "730", 2020: "780", 2021: "825", 2022: "846"}
RATED = {2019: "62.0", 2020: "64.5", 2021: "66.1", 2022: "68.0"}


def pairs(text):
    return [tuple(part.strip() for part in line.rsplit("|", 1)) for line in text.strip().splitlines()]


def worth(basis, past):
    derived = evaluate(read_basis(basis, ""), Facts(YEAR, "", known_cells(past, ""), {}))
    assert isinstance(derived, Derived), basis
    return derived.value


def given(text, past):
    explained = explain_reason(text, year=YEAR, unit=None, history=past)
    return explained.value if explained.settled else None


@every([(*pair, past) for lines, past in ((READ, COUNTED), (IN_PER_CENT, RATED)) for pair in pairs(lines)])
def test_what_the_words_come_to(text, basis, past):
    value = given(text, past)

    assert value is not None
    assert abs(value - worth(basis, past)) <= abs(value) * Decimal("1e-6")


@every(OPEN.strip().splitlines())
def test_what_says_too_little_has_no_value(text):
    assert given(text, COUNTED) is None


def test_words_that_no_others_join_to_both_ends_are_left_out():
    words = [
        Phrase("N", 0, 2),
        Phrase("N", 0, 3),
        Phrase("P", 2, 4),
        Phrase("N", 3, 4),
        Phrase("V", 4, 6),
        Phrase("V", 5, 6),
    ]
    assert on_the_way(words, 6) == words[:5]
    assert on_the_way(words[:4], 6) == []
