"""Right reasons of many writers, each spoilt by rule: none may keep its value, or come to another."""

from decimal import Decimal

import pytest

from tests.reasons.spoilt import spoilt
from tests.reasons.test_fresh import BATCHES, lines
from uigwe.operations.explaining import explain_reason

REASONS = 6  # every so many of the reasons of others
SPOILINGS = 9  # every so many of the spoilings of each, another ones for the next reason


def explained(line, text):
    history = {int(year): value for year, value in line["history"].items()}
    return explain_reason(text, year=int(line["year"]), unit=line.get("unit"), history=history)


def numbers(line):
    return [Decimal(one.replace(",", "")) for one in map(str, line["history"].values()) if one[:1].isdigit()]


def right(batch):
    """The reasons of a batch that are read, with their basis and value."""
    for line in list(lines(batch))[::REASONS]:
        found = explained(line, line["text"])
        if found.settled and found.value is not None:
            yield line, found.reading.basis, found.value


@pytest.mark.parametrize("batch", BATCHES)
def test_a_reason_that_is_spoilt_has_no_value(batch):
    wrong, seen = [], 0
    for at, (line, basis, value) in enumerate(right(batch)):
        for kind, text in list(spoilt(line["text"], basis, value, numbers(line)))[at % SPOILINGS :: SPOILINGS]:
            found = explained(line, text)
            seen += 1
            if found.settled and found.value is not None and (kind != "contrary" or found.value == value):
                wrong.append((kind, text, found.reading.basis))
    assert not wrong
    assert seen > 30
