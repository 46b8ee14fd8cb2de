"""Times that a label names: over what an indicator is measured, and when its result is known.

This module is the grammar of such labels.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.audit.text.passages import Passage
from uigwe.reasons.patterns import pattern_of
from uigwe.values import When, read_when

_OVER = pattern_of(r"(?:측정|조사|평가|실적)\s?(?:대상\s?)?기간\s*[:：]\s*(?P<when>[^/,(]+)")
_KNOWN = pattern_of(
    r"(?:실적치?|결과|자료)?\s?(?:집계|산출|확정|공표)\s?(?:완료\s?)?(?:시점|시기|예정일?|일자)\s*[:：]\s*(?P<when>[^/,(]+?)(?=\s*(?:예정|[/,(]|$))"
)
_EVALUATED = pattern_of(r"(?:연말|자체|최종|연간)\s?(?:실적\s?)?평가\s*\((?P<when>[^()]{4,12})\)")
# So many bullets after the one that says over what is measured.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Timed:
    """A time with its words, and where it stands."""

    when: When
    passage: Passage
    start: int


def known_too_early(read: Sequence[Passage], year: int) -> Iterator[tuple[Timed, Timed]]:
    """What is measured over a time, with its result known before that time is over."""
    for index, passage in enumerate(read):
        over = _timed(_OVER, passage, year)
        if over is None or over.when.end is None:
            continue
        for after in read[index : index + _NEAR + 1]:
            if (after.places[0].code, after.places[0].heading) != (passage.places[0].code, passage.places[0].heading):
                break
            known = _timed(_KNOWN, after, year)
            if known is not None and known.when.end is not None:
                if known.when.end < over.when.end:
                    yield over, known
                break


def known_late(read: Sequence[Passage], year: int) -> Iterator[Timed]:
    """Results that a label in the prose says are known only from February of the next year on."""
    for passage in read:
        known = _timed(_KNOWN, passage, year)
        day = known.when.start or known.when.end if known else None
        if known is not None and day is not None and (day.year, day.month) >= (year + 1, 2):
            yield known


def evaluated(read: Sequence[Passage], year: int) -> Timed | None:
    """When the plan itself says that the year is evaluated: `연말 평가(’24.1)`."""
    for passage in read:
        found = _timed(_EVALUATED, passage, year)
        if found is not None and found.when.end is not None and found.when.end.year == year + 1:
            return found
    return None


def _timed(label: re.Pattern[str], passage: Passage, year: int) -> Timed | None:
    match = label.search(passage.text)
    return Timed(read_when(match["when"].strip(), year), passage, match.start("when")) if match else None
