"""Standard deviations that prose states beside the number of years they are taken over: `최근 5개년 실적의 표준편차는 1.78`.

This module is the grammar of such statements; the values are those of the sentence's own footnotes.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from uigwe.audit.text.passages import Passage
from uigwe.plan import Claim
from uigwe.reasons.patterns import pattern_of

_STATED = pattern_of(
    r"(?P<count>[2-9]|1\d)\s*(?:개년도|개년|년간|년)\s*간?\s*(?P<what>[가-힣‧· ]{0,16}?)\*{0,3}\s*의?\s*"
    r"표준\s?편차(?:값|치)?\s?(?:\(\s?|인\s?|는\s?|은\s?|[:：=]\s?)(?P<sd>\d[\d,]*\.\d+)"
)


def deviations_stated(main: Passage, values: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The stated deviation with the values that the footnotes give, each with its year, of the years that it names."""
    match = _STATED.search(main.text)
    dated = [one for one in values if one.role == "value" and one.period.isdigit()]
    subjects = {(one.subject, one.unit) for one in dated}
    if not match or len(dated) < 2 or len(subjects) != 1:
        return
    last = max(int(one.period) for one in dated)
    period = f"{last - int(match['count']) + 1}..{last}"
    [(subject, unit)] = subjects
    place = main.place_at(match.start("sd"))
    stated = Claim(0, subject, "sd", period, match["sd"], Decimal(match["sd"].replace(",", "")), unit, place)
    yield [*dated, stated]
