"""Sentences that say something has risen or fallen over so many years, with its series in the footnote below.

This module is the grammar of such sentences.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.audit.text.claims import of_passage
from uigwe.audit.text.passages import Passage
from uigwe.plan import Claim
from uigwe.reasons.patterns import pattern_of

_SAID = pattern_of(
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


_FROM_HALF = pattern_of(r"(?P<half>[상하])반기부터\s?(?P<way>감소|하락|둔화|위축|증가|상승|회복)")
_MONTH = pattern_of(
    r"\(\s?(?:[‘’'`´′]\s?(?P<year>\d{2})\s?\.\s?)?(?P<month>1[0-2]|[1-9])\s?월?\s?\)\s?(?P<cell>[△▲-]?\d+(?:\.\d+)?)"
)
_LESS = ("△", "▲", "-")
_FALLING = frozenset(["감소", "하락", "둔화", "위축"])
_RATES = pattern_of(r"증가율|증감률|증감율|성장률|상승률")
_LAST_OF_FIRST_HALF, _SOME_MONTHS = 6, 3


def turned_in_half(
    sentences: Sequence[tuple[Passage, tuple[Passage, ...]]],
) -> Iterator[tuple[str, str, Passage, int, Passage, int]]:
    """`하반기부터 감소` over monthly rates of one year of which the first fall stands in June: the words, the cell, and where both stand."""
    for main, below in sentences:
        match = _FROM_HALF.search(main.text)
        note = below[0] if match and below and _RATES.search(below[0].text) else None
        if match is None or note is None:
            continue
        months = list(_MONTH.finditer(note.text))
        if len(months) < _SOME_MONTHS or len({one["year"] for one in months if one["year"]}) > 1:
            continue
        falls = match["way"] in _FALLING
        turned = next((one for one in months if one["cell"].startswith(_LESS) is falls), None)
        if turned is None or turned is months[0]:
            continue
        if (int(turned["month"]) > _LAST_OF_FIRST_HALF) is not (match["half"] == "하"):
            yield match[0], turned[0], main, match.start(), note, turned.start()
