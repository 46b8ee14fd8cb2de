"""Targets of the parts of an indicator, as a small table in the prose lists them under `목표인원(’23)`.

This module is the grammar of such tables, whose lines an extraction has joined to the bullet above them.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from uigwe.audit.text.passages import Passage
from uigwe.plan import Claim, Plan
from uigwe.reasons.patterns import pattern_of

_HEAD = pattern_of(r"목표\s?[가-힣]{0,4}\s?\(\s?[‘’'`´′]?\s?(?P<year>\d{2})\s?년?\s?\)\s*$")
_LAST = pattern_of(r"(?<![\d.,~∼])(?P<number>\d{1,3}(?:,\d{3})+|\d+)\s*$")
_LEAST = 3


def listed_targets(read: Sequence[Passage], plan: Plan) -> Iterator[list[Claim]]:
    """The last figures of the lines below such a head, in a section with one indicator and in its unit."""
    units: dict[str, list[str]] = {}
    for indicator, use in plan.uses():
        units.setdefault(use.code, []).append(indicator.unit)
    for passage in read:
        own = units.get(passage.places[0].code, [])
        if len(own) == 1 and own[0] and "목표" in passage.text:
            parts = list(_parts(passage, plan.year, own[0]))
            if len(parts) >= _LEAST:
                yield parts


def _parts(passage: Passage, year: int, unit: str) -> Iterator[Claim]:
    below = False
    for start, end in pairwise((*passage.starts, len(passage.text))):
        line = passage.text[start:end].rstrip()
        head, last = _HEAD.search(line), _LAST.search(line)
        if head:
            below = 2000 + int(head["year"]) == year
        elif below and last:
            written = last["number"]
            label = line[: last.start()].strip() or written
            value = Decimal(written.replace(",", ""))
            yield Claim(0, label, "part", str(year), written, value, unit, passage.place_at(start))
