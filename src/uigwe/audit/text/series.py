"""Series in sentences: `(’20) 115.3 → (’21) 118.9조원(+3.1%)`, `’20년 154억원에서 ’21년 188억원으로 22.1% 증가`.

This module is the grammar of figures that follow each other in time.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.audit.text.figures import Arrow, Figure, Period, Token
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT, Interval

_LINK = pattern_of(r"\s*[:.,]?\s*(?:약|총|년|년도)?\s*")
_COMMA = pattern_of(r"\s*[,/·]\s*")
_FROM = pattern_of(r"\s*(?:에서|에서의|였으나|이었으나)[,\s]*")
_WORDS = r"↑|↓|증가|감소|상승|하락|확대|축소|성장|늘|줄|상향|하향|증대|추가"
_CHANGE = pattern_of(
    r"\s*(?:으?로|,|까지)?\s*(?P<open>[(（])?\s*(?:전년\s*(?:대비|比)|대비|약)?\s*"
    r"(?P<sign>[△▲▼▽+\-–−])?\s?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s*"
    rf"(?P<unit>%\s?[pP]|%\s?포인트|%|[가-힣]{{1,4}}?(?=\s*(?:{_WORDS})|\s*[)）])|)\s*"
    rf"(?P<word>{_WORDS})?[^()\d]{{0,4}}?(?(open)[)）])"
)
_FALLING = ("↓", "감소", "하락", "축소", "줄", "하향")
_STATISTIC = pattern_of(
    r"\s*[(,/]?\s*(?:(?:최근\s*)?(?P<count>\d)\s*개?년도?간?\s*)?(?P<word>평균|표준편차)(?:은|는|값)?\s*[:=]?\s*약?\s*(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)\s*(?P<unit>%p|%|[가-힣]{0,3})"
)
_BEFORE = pattern_of(
    r"\s*(?:의\s*\S{1,8}\s*)?(?P<word>추가|증가|감소|확대|축소|늘|줄|상승|하락|증대)[^()\d]{0,14}[(（]\s*"
)
_YEARLY = pattern_of(
    r"연평균\s*(?:약\s*)?(?P<number>\d+(?:\.\d+)?)\s?%\s*(?:씩\s*)?(?P<word>증가|감소|성장|상승|하락|축소)[^()\d.,;]{0,10}[(（]\s*(?:[‘’'`´′]\s?\d{2}년?\s*)?$"
)
_YEARLY_BEHIND = pattern_of(
    r"\s*(?:으?로|까지)?\s*[,(（]?\s*연평균\s*(?:약\s*)?(?P<number>\d+(?:\.\d+)?)\s?%\s*(?:씩\s*)?(?P<word>증가|감소|성장|상승|하락|축소)?"
)
_TIMES = pattern_of(
    r"\s*(?:으?로)?\s*[,(（]?\s*(?P<number>\d+(?:\.\d+)?)\s?배(?=[\s)）,.로]|$)(?!로?\s?(?:이상|가까|여|넘|가량|정도))"
    r"(?:로|\s)*(?:증가|확대|성장|상승|늘)?"
)
# How far before a series its rate may stand.
_REACH = 60
ROLES = {"평균": "mean", "표준편차": "sd"}


@dataclass(frozen=True, slots=True)
class Point:
    """A figure with its time, where one is printed beside it."""

    figure: Figure
    period: Period | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Move:
    """How far a series is said to have moved: `change` in %, `times` as much, `difference` in its unit, `mean` or `sd` of its points."""

    role: str
    start: int
    end: int
    written: str
    unit: str
    falling: bool
    spans: bool = False  # of all its points, not of the step to the last


@dataclass(frozen=True, slots=True)
class Series:
    """Two or more points that follow each other, and what is said of them."""

    points: tuple[Point, ...]
    linked: bool  # by arrows or words, not by commas alone
    moves: tuple[Move, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.points[0].start

    @property
    def end(self) -> int:
        """Where its last point ends."""
        return self.points[-1].end


def points(text: str, tokens: Sequence[Token]) -> list[Point]:
    """Each figure with the time before it, or in a bracket behind it."""
    found: list[Point] = []
    taken: set[int] = set()
    for index, token in enumerate(tokens):
        if not isinstance(token, Figure):
            continue
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        behind = isinstance(after, Period) and after.bracketed and not text[token.end : after.start].strip()
        ahead = isinstance(before, Period) and before.start not in taken and _is_beside(text, before, token)
        if ahead and behind:
            # `(’21, 조사) : 90.3%(’17)`: a time that a figure follows without a gap belongs to that figure.
            ahead = isinstance(before, Period) and ":" not in text[before.end : token.start]
        if ahead and isinstance(before, Period):
            taken.add(before.start)
            found.append(Point(token, before, before.start, token.end))
        elif behind and isinstance(after, Period):
            taken.add(after.start)
            found.append(Point(token, after, token.start, after.end))
        else:
            found.append(Point(token, None, token.start, token.end))
    return found


def series(text: str, tokens: Sequence[Token]) -> Iterator[Series]:
    """The series of a sentence, each with the moves that stand beside it."""
    found = points(text, tokens)
    arrows = [token for token in tokens if isinstance(token, Arrow)]
    run: list[Point] = []
    linked = False
    for point in found:
        link = _link(text, run[-1], point) if run else ""
        if run and not link:
            yield from _made(text, run, linked, arrows)
            run, linked = [], False
        run.append(point)
        linked = linked or link == "arrow"
    yield from _made(text, run, linked, arrows)


def _is_beside(text: str, period: Period, figure: Figure) -> bool:
    gap = text[period.end : figure.start]
    return len(gap) <= 8 and bool(_LINK.fullmatch(gap))


def _link(text: str, before: Point, after: Point) -> str:
    gap = text[before.end : after.start]
    if len(gap) > 12:
        return ""
    if gap.strip() in ("→", "⟶", "➡", "➔", "➝", "⇒", "->", "⇀"):
        return "arrow"
    if _FROM.fullmatch(gap):
        return "arrow"
    if before.period and after.period and before.period.text < after.period.text and _COMMA.fullmatch(gap):
        return "comma"
    return ""


def _made(text: str, run: list[Point], linked: bool, arrows: Sequence[Arrow]) -> Iterator[Series]:
    if len(run) < 2 or (not linked and not all(point.period for point in run)):
        return
    units = [point.figure.unit for point in run if point.figure.unit]
    unit = units[-1] if units else ""
    if any(one != unit for one in units):
        return
    dated = run if any(point.period for point in run) else _with_periods(text, run, arrows)
    filled = tuple(replace(point, figure=replace(point.figure, unit=unit)) for point in dated)
    yield Series(filled, linked, tuple(_moves(text, filled, linked)))


def _with_periods(text: str, run: list[Point], arrows: Sequence[Arrow]) -> list[Point]:
    """The times may stand before: `’20→’21년 종사자 : 25.3 → 27.8만명`."""
    match = re.match(r"[\s*※□ㅇ\-]*[‘’'`´′](\d{2})\s*(?:→|⟶)\s*[‘’'`´′](\d{2})\s*년?", text)
    if not match or len(run) != 2 or not arrows:
        return run
    return [replace(point, period=Period(0, 0, f"20{match[index]}")) for index, point in enumerate(run, 1)]


def _moves(text: str, run: tuple[Point, ...], linked: bool) -> Iterator[Move]:
    unit, end = run[-1].figure.unit, run[-1].end
    statistic = _STATISTIC.match(text, end)
    if statistic and (not statistic["count"] or int(statistic["count"]) == len(run)):
        yield _move(ROLES[statistic["word"]], statistic, statistic["unit"] or unit, False, True)
        return
    if len(run) != 2 or not linked:
        return
    yearly = _YEARLY.search(text, max(0, run[0].start - _REACH), run[0].start) or _YEARLY_BEHIND.match(text, end)
    if yearly:
        if run[0].period and run[-1].period:
            yield _move("change", yearly, "%", bool(yearly["word"] in _FALLING), True)
        return
    times = _TIMES.match(text, end)
    if times:
        if unit not in ("%", "%p") and not _is_times(Decimal(times["number"]), run):
            yield _move("times", times, "%", False)
        return
    change = _CHANGE.match(text, end)
    if change and (change["sign"] or change["word"] or "%" in change["unit"]):
        move = _changed(change, run)
        if move:
            yield move


def _changed(match: re.Match[str], run: tuple[Point, ...]) -> Move | None:
    unit = run[-1].figure.unit
    said = match["unit"].replace(" ", "").replace("포인트", "p").replace("P", "p")
    falling = match["word"] in _FALLING or match["sign"] in ("△", "▲", "▼", "▽", "-", "–", "−")
    if match["open"] and not (match["sign"] or match["word"]):
        return None
    if said == "%" and not (unit == "%" and _is_difference(match["number"], run)):
        return _move("change", match, "%", falling)
    if said == "%p" and unit in ("%", "%p"):
        return _move("difference", match, unit, falling)
    if said and said == unit:
        return _move("difference", match, unit, falling)
    return None


def _is_times(factor: Decimal, run: tuple[Point, ...]) -> bool:
    """Whether the last value may be so many times the first; `2배 증가` is also said of three times as much."""
    old, new = (Interval.around(point.figure.value, _step(point.figure.value)) for point in (run[0], run[-1]))
    if old.low <= 0:
        return True
    ratio = new / old
    return any(ratio.meets(Interval.around(EXACT.add(factor, one), _step(factor))) for one in (Decimal(0), Decimal(1)))


def _step(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def _is_difference(number: str, run: tuple[Point, ...]) -> bool:
    """Whether `%` is said of how far two percentages lie apart."""
    apart = EXACT.subtract(run[-1].figure.value, run[0].figure.value)
    return abs(apart) == Decimal(number.replace(",", ""))


def _move(role: str, match: re.Match[str], unit: str, falling: bool, spans: bool = False) -> Move:
    start, end = match.span("number")
    sign = "△" if falling else ""
    return Move(role, start, end, f"{sign}{match['number']}", unit, falling, spans)


def difference_before(text: str, tokens: Sequence[Token], one: Series) -> Figure | None:
    """`1.8조원 추가 조성 (’21. 4.9 → ’22. 6.7조원)`: the figure before the bracket is how much was added."""
    before = [token for token in tokens if isinstance(token, Figure) and token.end <= one.start]
    if not before or len(one.points) != 2 or not one.points[0].figure.unit:
        return None
    last = before[-1]
    if last.unit != one.points[0].figure.unit or not _BEFORE.fullmatch(text[last.end : one.start]):
        return None
    return last
