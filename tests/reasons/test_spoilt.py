"""Right reasons of many writers, each spoilt by rule: none may keep its value, or come to another.

Every day a reason in twelve of those that are spoilt with the slow tests, and with `./run test tests/reasons`.
"""

import re
from decimal import Decimal

import pytest

from tests.reasons.spoilt import spoilt
from tests.reasons.test_fresh import BATCHES, lines
from uigwe.operations.explaining import explain_reason

REASONS = 6  # every so many of the reasons of others, with the slow tests; of a small batch more of them
ENOUGH = 12  # so many of each batch at least, where it has them
QUICK = 6  # every so many of these, every day
SPOILINGS = 9  # every so many of the spoilings of each, another ones for the next reason


def explained(line, text):
    history = {int(year): value for year, value in line["history"].items()}
    return explain_reason(text, year=int(line["year"]), unit=line.get("unit"), history=history)


def numbers(line):
    printed = (re.match(r"\d[\d.]*", str(one).replace(",", "")) for one in line["history"].values())
    return [Decimal(one[0]) for one in printed if one]


def right(batch, one_in=1):
    """Every so many of the reasons of a batch that are spoilt: those that a rule reads, with their basis and value."""
    batch = list(lines(batch))
    for line in batch[:: max(1, min(REASONS, len(batch) // ENOUGH)) * one_in]:
        found = explained(line, line["text"])
        likened = found.settled and found.reading.confidence == "likened"
        if found.settled and found.value is not None and not likened:
            yield line, found.reading.basis, found.value


def kept(batch, one_in=1):
    """How many spoilings were read, and those that kept a value."""
    wrong, seen = [], 0
    for at, (line, basis, value) in enumerate(right(batch, one_in)):
        for kind, text in list(spoilt(line["text"], basis, value, numbers(line)))[at % SPOILINGS :: SPOILINGS]:
            found = explained(line, text)
            seen += 1
            if found.settled and found.value is not None and (kind != "contrary" or found.value == value):
                wrong.append((kind, text, found.reading.basis))
    return seen, wrong


@pytest.mark.parametrize("half", [0, 1])
def test_of_each_batch_some_are_spoilt_and_have_no_value(half):
    found = [kept(batch, QUICK) for batch in list(BATCHES)[half::2]]
    assert not [one for _, wrong in found for one in wrong]
    assert sum(seen for seen, _ in found) > 100


@pytest.mark.slow
@pytest.mark.parametrize("batch", BATCHES)
def test_a_reason_that_is_spoilt_has_no_value(batch):
    seen, wrong = kept(batch)
    assert not wrong
    assert seen > 20
