"""Sentences that say something has risen or fallen over so many years, with its series in the footnote below.

This module is the grammar of such sentences.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.audit.text.claims import of_passage
from uigwe.audit.text.passages import Passage
from uigwe.plan import Claim

_SAID = re.compile(
    r"최근\s?(?P<count>[2-9]|10)\s?(?:개년|년)\s?간?\s?(?:연속|계속|꾸준히|지속적으로|지속)?\s?(?P<way>증가|상승|성장|감소|하락)(?:세|\s?추세|하고|하였|하여|해\s?왔|하는)"
)
_RISING = frozenset(["증가", "상승", "성장"])


@dataclass(frozen=True, slots=True)
class Trend:
    """What a sentence says of a series: the words, whether it rises, and the values of the years it names."""

    words: str
    rises: bool
    passage: Passage
    start: int
    values: tuple[Claim, ...]


def told_trends(sentences: Sequence[tuple[Passage, tuple[Passage, ...]]]) -> Iterator[Trend]:
    """Each such sentence with the series of its first footnote, where that has a value for the first and the last of the years."""
    for main, below in sentences:
        match = _SAID.search(main.text)
        if not match or not below:
            continue
        dated = {
            int(one.period): one for one in of_passage(main, below[0]) if one.role == "value" and one.period.isdigit()
        }
        if not dated:
            continue
        last = max(dated)
        years = range(last - int(match["count"]) + 1, last + 1)
        if all(year in dated for year in years):
            values = tuple(dated[year] for year in years)
            yield Trend(match[0], match["way"] in _RISING, main, match.start(), values)
