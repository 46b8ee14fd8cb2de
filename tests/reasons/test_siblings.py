"""Short reasons in the words of many offices, with what they come to or none: each was read right once, and none may be read wrong."""

import json
from decimal import Decimal
from pathlib import Path

from tests.every import every
from uigwe.operations.explaining import explain_reason

HISTORIES = {
    "counts": {2023: "402", 2024: "395", 2025: "418"},
    "points": {2023: "82.1", 2024: "83.0", 2025: "84.2"},
}
CLOSE = Decimal("0.001")


def written():
    with (Path(__file__).parent / "siblings.jsonl").open(encoding="utf-8") as file:
        for line in map(json.loads, file):
            yield line["text"], line["history"], line["value"]


@every(written, one_in=6)
def test_siblings_are_read_as_they_are_meant(text, history, value):
    found = explain_reason(text, year=2026, history=HISTORIES[history])
    worth = found.value if found.settled else None
    assert (worth is None) == (value is None)
    assert value is None or abs(worth - Decimal(value)) <= CLOSE
