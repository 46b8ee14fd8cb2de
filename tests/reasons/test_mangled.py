"""Reasons of others with figures that nobody expects: whatever is printed, reading comes to an end without an error.

Figures give way to zeros, to many digits and to nothing, results to zeros and to what is below, a few signs go. Every day a
sample is read; ten times as many with the slow tests.
"""

import random
import re

import pytest

from tests.reasons.test_fresh import BATCHES, lines
from uigwe.operations.explaining import explain_reason
from uigwe.reasons.reading import Reading, Unread

DAILY, SLOW = 60, 600
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
FIGURES = ["0", "00", "000", "0.0", "1", "99999999999", "9" * 30, "0.0000001", "-1", ""]
RESULTS = ["0", "0.0", "-5", "1", "100000000000"]


def mangled(seed, many):
    """So many reasons with their past results and year, the same ones for the same seed."""
    chosen = random.Random(seed)
    printed = [line for batch in BATCHES for line in lines(batch)]
    for _ in range(many):
        line = chosen.choice(printed)
        text, history = line["text"], {int(year): value for year, value in line["history"].items()}
        for _ in range(chosen.choice((0, 1, 1, 2))):
            if found := list(FIGURE.finditer(text)):
                one = chosen.choice(found)
                text = text[: one.start()] + chosen.choice(FIGURES) + text[one.end() :]
        if chosen.random() < 0.3:
            history = {year: chosen.choice(RESULTS) for year in history}
        if chosen.random() < 0.2:
            at = chosen.randrange(len(text) + 1)
            text = text[:at] + text[at + chosen.randrange(8) :]
        yield text, history, int(line["year"])


def read_all(seed, many):
    for text, history, year in mangled(seed, many):
        found = explain_reason(text, year=year, history=history).reading
        assert isinstance(found, Reading | Unread), text


def test_no_figure_breaks_the_reading():
    read_all(1, DAILY)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 5))
def test_none_of_many_breaks_it(seed):
    read_all(seed, SLOW // 3)


@pytest.mark.parametrize(
    "text",
    ["국비 1천만원당 6.09명을 목표로 함", "국비 000억원당 6.09명, 예산 300억원", "1,000억원당 3명 × 예산 5,000억원"],
)
def test_money_of_which_something_is_counted_in_any_scale(text):
    explain_reason(text, year=2023, history={2021: "5.5", 2022: "5.8"})
