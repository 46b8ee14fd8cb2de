"""The figures of a reason with the words that stand around each, years and dates aside."""

import re
from dataclasses import dataclass
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

NEAREST, NEAR = (Decimal("0.75"), Decimal("1.35")), (Decimal("0.5"), Decimal(2))
_UNITS = (
    r"%p|%|퍼센트|km|㎞|ha|kg|톤|개년|개월|개소|개사|개교|개국|개관|개|점|건|명|인|곳|회|차례|번|호|편|종|대|척|팀|시간|분|초|주|가구|세대"
    r"|마리|필지|과제"
    r"|사|권|면|그루|교|식|조원|억원|백만원|천만원|만원|천원|원|년|월|달|일|배"
)
_FIGURE = pattern_of(rf"(?<![\d’])(?<!\d[.,])(?P<n>\d+(?:,\d{{3}})*(?:\.\d+)?)(?![\d])(?P<unit>{_UNITS})?")
_SCALED = pattern_of(r"\d(?:[십백천만](?!원)|억(?!원)|조(?!원))")
# What names a time, and what is no figure.
_DATES = pattern_of(
    r"\([’’]\d{2}[.년]\d{0,2}월?[^()]*\)|’\d{2}(?:[.]\d{1,2}월?)?(?:년도|년)?(?:말|초)?(?:까지)?|(?:19|20)\d{2}(?:년도|년)(?:말|초)?(?:까지)?"
    r"|×100(?!\d)|\d{1,2}월(?:말|중|까지)"
)
_WORDED = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, what it counts, what stands before it up to the figure before, and what stands behind it up to the next."""

    value: Decimal
    unit: str
    before: str
    after: str
    places: int

    @property
    def percent(self) -> bool:
        """Whether it is so many per cent."""
        return self.unit in ("%", "퍼센트")


def figures_of(text: str) -> list[Told]:
    """The figures of a reason in the order in which they are told; none where one has a scale (`5만 명`)."""
    text = _DATES.sub("", text)
    if _SCALED.search(text):
        return []
    found = list(_FIGURE.finditer(text))
    ends = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found), len(text)]
    return [_told(one, text[ends[at] : one.start()], text[one.end() : starts[at + 1]]) for at, one in enumerate(found)]


def _told(found: re.Match[str], before: str, after: str) -> Told:
    printed = found["n"].replace(",", "")
    return Told(Decimal(printed), found["unit"] or "", before, after, len(printed.partition(".")[2]))


def last_result(known: Known) -> Decimal | None:
    """The result of the year before, or the latest that there is."""
    for year in sorted(known.actuals, reverse=True):
        if year < known.year and (value := known.actuals[year].value) is not None:
            return value
    return None


def is_near(
    value: Decimal | None, known: Known, *, bare: bool = False, within: tuple[Decimal, Decimal] = NEAREST
) -> bool:
    """Whether a value lies near the last result; where there is none, only what `bare` allows."""
    last = last_result(known)
    if value is None or value <= 0:
        return False
    return bare if not last else last * within[0] <= value <= last * within[1]
