"""Dates as milestones print them: `’23.4~6월`, `’23.1월~`, `~’23.7월`, `’23.上`, `연중`, `분기별 1회`, `4·8·12월`.

This module is the grammar of such phrases; the words it knows are listed at its top.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

ALWAYS = ("상시", "연중", "수시", "계속", "지속")
RECURRING = ("매월", "매주", "매분기", "분기별", "월별", "반기별", "격월")
THIRDS = {"초순": (1, 10), "초": (1, 10), "상순": (1, 10), "중순": (11, 20), "하순": (21, 31), "말": (21, 31)}

_QUOTE = r"[‘’'`´′]"
_YEAR = rf"(?:{_QUOTE}\s*(?P<y2>\d{{2}})|(?P<y4>20\d{{2}})|(?P<y0>2\d)(?=\s*[.,년]))"
_POINT = re.compile(
    rf"""\s*(?:{_YEAR}\s*(?:년|[.,])?\s*)?
    (?:
        (?P<half>上|下|상반기|하반기|상|하)(?:반기)?(?![순])
      | (?P<q>[1-4])\s*(?:/\s*4\s*)?분기
      | (?P<m>1[0-2]|0?[1-9])(?!\d)\s*
        (?:\.\s*(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)\s*일?\.?|\.?월\s*(?P<dk>3[01]|[12]\d|0?[1-9])\s*일|\.?월)?\s*
        (?:중(?!순)|(?P<third>초순|상순|중순|하순|초|말))?
      | (?P<end>연말|년말|말)
    )?\s*""",
    re.VERBOSE,
)
_TILDE = re.compile(r"\s*[~∼～]\s*|\s*[-–]\s*(?=\d)")


@dataclass(frozen=True, slots=True)
class When:
    """A time as printed and as understood. Either end may be open; `recurring` is so for 상시, 매월, 4·8·12월."""

    text: str
    start: date | None = None
    end: date | None = None
    recurring: bool = False

    @property
    def understood(self) -> bool:
        """Whether anything at all was read from the words."""
        return self.recurring or self.start is not None or self.end is not None


def read_when(text: str, year: int) -> When:
    """Understand the time printed beside a milestone of the plan of `year`; unread words come back without dates."""
    words = " ".join(text.split()).strip()
    core = re.sub(r"\s*(?:예정|경|이후|부터|까지|중순경|잠정)\s*\)?$", "", words.strip("()* "))
    if any(word in words for word in ALWAYS):
        return (
            When(text, *_around_tilde(core, year), recurring=True)
            if re.search(r"\d", core)
            else When(text, recurring=True)
        )
    if any(word in words for word in RECURRING):
        return When(text, recurring=True)
    listed = _listed_months(core, year)
    if listed:
        return When(text, *listed, recurring=True)
    start, end = _around_tilde(core, year)
    return When(text, start, end)


def _around_tilde(core: str, year: int) -> tuple[date | None, date | None]:
    parts = _TILDE.split(core, maxsplit=1)
    if len(parts) == 1:
        return _span(core, year) or (None, None)
    left, right = parts
    first = _point(left)
    last = _point(right)
    if (left.strip() and first is None) or (right.strip() and last is None):
        return None, None
    if first and last and first.year is None and last.year is not None:
        first = first.in_year(last.year)
    if first and last and last.year is None and first.year is not None:
        last = last.in_year(first.year)
    if first and last and first.bare and last.month and not first.month:
        return None, None
    start = first.span(year)[0] if first else None
    end = last.span(year)[1] if last else None
    if start and end and end < start:
        return None, None
    return start, end


def _span(core: str, year: int) -> tuple[date, date] | None:
    point = _point(core)
    return point.span(year) if point else None


def _listed_months(core: str, year: int) -> tuple[date, date] | None:
    """`4·8·12월` or `’23.4, 8월`: from the first to the last of the months named."""
    match = re.fullmatch(
        rf"(?:{_YEAR}\s*(?:년|\.)?\s*)?(?P<months>\d{{1,2}}월?(?:\s*[·,‧･ㆍ、/]\s*\d{{1,2}}월?)+)\s*월?", core
    )
    if not match:
        return None
    months = [int(m) for m in re.findall(r"\d{1,2}", match["months"])]
    if not all(1 <= m <= 12 for m in months):
        return None
    own = _year_of(match) or year
    return date(own, min(months), 1), _month_end(own, max(months))


@dataclass(frozen=True, slots=True)
class _Point:
    year: int | None
    month: int | None = None
    day: int | None = None
    third: str | None = None
    months: tuple[int, int] | None = None

    @property
    def bare(self) -> bool:
        return self.month is None and self.months is None

    def in_year(self, year: int) -> "_Point":
        return _Point(year, self.month, self.day, self.third, self.months)

    def span(self, year: int) -> tuple[date, date]:
        own = self.year or year
        if self.months:
            return date(own, self.months[0], 1), _month_end(own, self.months[1])
        if self.month is None:
            return date(own, 1, 1), date(own, 12, 31)
        last = _month_end(own, self.month)
        if self.day:
            exact = date(own, self.month, min(self.day, last.day))
            return exact, exact
        if self.third:
            low, high = THIRDS[self.third]
            return date(own, self.month, low), date(own, self.month, min(high, last.day))
        return date(own, self.month, 1), last


def _point(words: str) -> _Point | None:
    match = _POINT.fullmatch(words)
    if not match or not words.strip():
        return None
    year = _year_of(match)
    if match["half"]:
        return _Point(year, months=(1, 6) if match["half"] in ("上", "상", "상반기") else (7, 12))
    if match["q"]:
        quarter = int(match["q"])
        return _Point(year, months=(3 * quarter - 2, 3 * quarter))
    if match["m"]:
        day = match["d"] or match["dk"]
        return _Point(year, int(match["m"]), int(day) if day else None, match["third"])
    if match["end"]:
        return _Point(year, 12)
    return _Point(year) if year else None


def _year_of(match: re.Match[str]) -> int | None:
    if match["y4"]:
        return int(match["y4"])
    short = match["y2"] or match["y0"]
    return 2000 + int(short) if short else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_NAMED_YEAR = re.compile(
    rf"(?P<before>{_QUOTE}\s*)(?P<y2>\d{{2}})(?!\d)|(?<!\d)(?P<y4>20\d{{2}})(?!\d)|(?<![\d.])(?P<y0>2\d)(?=\s*[.,년]\s*\d)"
)


def moved_on(text: str) -> str:
    """The same time one year later: every year that is named is the next one, all other words stay."""

    def later(found: re.Match[str]) -> str:
        if found["y4"]:
            return str(int(found["y4"]) + 1)
        return f"{found['before'] or ''}{(int(found['y2'] or found['y0']) + 1) % 100:02}"

    return _NAMED_YEAR.sub(later, text)
