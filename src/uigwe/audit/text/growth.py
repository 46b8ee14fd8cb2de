"""Growth that is said of several years, beside the series it is taken from: `최근 5년간 증가율 △3.1%`.

This module is the grammar of such statements.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.text.passages import Passage
from uigwe.audit.text.series import points
from uigwe.reasons.patterns import pattern_of

_SAID = pattern_of(
    r"최근\s?(?P<count>[3-9]|10)\s?개?년\s?간?\s?(?:\([^()]{0,14}\)\s?)?(?P<what>[가-힣·‧ ]{0,24}?)"
    r"(?P<rate>증가율|성장률|성장율|증감률|증감율|상승률|감소율|하락률)\s?[은는:(]?\s?(?P<sign>[△▲–−-]?)\s?(?P<number>\d+(?:\.\d+)?)\s?%(?!\s?[pP])"
)
_YEARLY = pattern_of(r"평균|매년|해마다|전년")
_FALLING = ("감소율", "하락률")


@dataclass(frozen=True, slots=True)
class Growth:
    """What is said of so many years: the words, the rate, its printed figure, and the first and last value of these years."""

    words: str
    written: str
    rate: Decimal
    passage: Passage
    start: int
    years: tuple[int, int]
    values: tuple[Decimal, Decimal]


def told_growth(read: Sequence[Passage]) -> Iterator[Growth]:
    """Each such statement behind a series of the same passage that holds the years it speaks of."""
    for passage in read:
        match = _SAID.search(passage.text)
        if match is None or _YEARLY.search(match["what"]):
            continue
        dated: dict[int, Decimal] = {}
        for point in points(passage.text[: match.start()], passage.tokens):
            if point.end <= match.start() and point.period is not None and point.period.is_year:
                dated.setdefault(int(point.period.text), point.figure.value)
        count, last = int(match["count"]), max(dated, default=0)
        years = range(last - count + 1, last + 1)
        if not dated or any(year not in dated for year in years) or dated[years[0]] <= 0:
            continue
        falls = match["sign"] or match["rate"] in _FALLING
        rate = Decimal(match["number"]) * (-1 if falls else 1)
        values = (dated[years[0]], dated[last])
        written = f"{match['sign']}{match['number']}%"
        yield Growth(match[0], written, rate, passage, match.start(), (years[0], last), values)
