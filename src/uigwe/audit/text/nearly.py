"""Figures of one year that are nearly the same: one figure copied wrongly, or two states of one figure."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from uigwe.audit.text.figures import Period
from uigwe.audit.text.passages import Passage
from uigwe.audit.text.series import points
from uigwe.audit.text.subjects import subject_before
from uigwe.audit.text.tables import rows
from uigwe.audit.text.words import stem_of
from uigwe.audit.words.names import target_of
from uigwe.plan import Claim, Kind, Place, Plan
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT, Interval

_BUDGET_CODE = pattern_of(r"\(\d{3,4}\)")
_TELLING = 4
_CLOSE = Decimal("0.005")
_VERY_CLOSE = Decimal("0.001")
_LONG = 5
_SYLLABLES = 3
# Two figures of four digits, or one of five, that two series print alike.
_AGREED = 2
_SERIES_CLOSE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with its year: as printed, what it is about, where; `series` names the row or sentence it is a point of."""

    value: Decimal
    written: str
    unit: str
    year: str
    words: frozenset[str]
    subject: str
    place: Place
    series: str = ""

    @property
    def interval(self) -> Interval:
        """What it may have been before it was rounded."""
        return Interval.around(self.value, self.step)

    @property
    def step(self) -> Decimal:
        """One unit of its last printed digit."""
        return Decimal(1).scaleb(int(self.value.as_tuple().exponent))


def pairs(passages: Sequence[Passage], claims: Sequence[Claim], plan: Plan) -> Iterator[tuple[Stated, Stated]]:
    """Two figures of one thing and one year that are a slip of the pen apart; each two values at most once."""
    found = [*_of_claims(claims), *_of_prose(passages), *_of_tables(passages), *_of_indicators(plan)]
    telling = [one for one in found if _digits(one.value) >= _TELLING]
    said: set[tuple[str, frozenset[Decimal]]] = set()
    for one, other in (*_of_one_series(telling), *_near(telling)):
        key = (one.year, frozenset((one.value, other.value)))
        if key not in said:
            said.add(key)
            yield one, other


def _near(found: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    by_year: dict[str, list[Stated]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.value):
        by_year[one.year].append(one)
    for together in by_year.values():
        for index, one in enumerate(together):
            for other in together[index + 1 :]:
                if other.value > one.value * 2:
                    break
                if _is_near(one, other) and _is_one_thing(one, other):
                    yield one, other


def _of_one_series(found: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Two series that are one, because they agree in figures too long for chance, and differ a little in another year."""
    series: dict[str, dict[str, Stated]] = defaultdict(dict)
    holders: dict[tuple[str, Decimal], list[str]] = defaultdict(list)
    for one in found:
        if one.series and one.year not in series[one.series]:
            series[one.series][one.year] = one
            holders[(one.year, one.value)].append(one.series)
    shared: Counter[tuple[str, str]] = Counter()
    for (_, value), names in holders.items():
        for first, second in combinations(sorted(set(names)), 2):
            shared[(first, second)] += 1 if _digits(value) < _LONG else 2
    for (first, second), weight in shared.items():
        for year in series[first].keys() & series[second].keys() if weight >= _AGREED else ():
            one, other = series[first][year], series[second][year]
            if _differ_a_little(one, other):
                yield one, other


def _differ_a_little(one: Stated, other: Stated) -> bool:
    if one.interval.meets(other.interval) or (one.unit and other.unit and one.unit != other.unit):
        return False
    return _apart(one, other) <= _SERIES_CLOSE and _same_section(one.place, other.place)


def _apart(one: Stated, other: Stated) -> Decimal:
    """How far two figures lie apart, as a part of the larger."""
    return EXACT.divide(abs(EXACT.subtract(other.value, one.value)), max(abs(one.value), abs(other.value)))


def _same_section(one: Place, other: Place) -> bool:
    return one.code == other.code and one.heading == other.heading


# ── where figures stand ──────────────────────────────────────────────────────────────────────────────────────────────


def _of_claims(claims: Sequence[Claim]) -> Iterator[Stated]:
    """The points of series, with the names and units that the series carry."""
    for claim in claims:
        named = not _BUDGET_CODE.search(claim.subject) and not target_of(claim.subject)
        if claim.role == "value" and len(claim.period) == 4 and named:
            words, series = _words(claim.subject), f"statement {claim.statement}"
            yield Stated(
                claim.value, claim.written, claim.unit, claim.period, words, claim.subject, claim.place, series
            )


def _of_prose(passages: Sequence[Passage]) -> Iterator[Stated]:
    for passage in passages:
        years = {token.text[:4] for token in passage.tokens if isinstance(token, Period)}
        for point in points(passage.text, passage.tokens) if years else ():
            year = _year(point.period.text) if point.period else next(iter(years)) if len(years) == 1 else ""
            if len(year) == 4 and point.figure.unit and not (point.period and point.period.target):
                subject = subject_before(passage, point.start)
                figure, place = point.figure, passage.place_at(point.figure.start)
                yield Stated(figure.value, figure.written, figure.unit, year, _words(subject), subject, place)


def _year(period: str) -> str:
    """The year that a time stands for: itself, or its last month."""
    return period.removesuffix("-12") if period.endswith("-12") else period if len(period) == 4 else ""


def _of_tables(passages: Sequence[Passage]) -> Iterator[Stated]:
    """Rows under years, and columns of rows that begin with their year."""
    for number, block in enumerate(rows(passages)):
        for row in block:
            if _BUDGET_CODE.search(row.label):
                continue  # the checks of budgets know better
            own = str(row.values[0]) if not row.label and row.values[0] and 1990 <= row.values[0] <= 2100 else ""
            for at, (cell, value) in enumerate(zip(row.cells, row.values, strict=True)):
                year = str(row.years[at]) if row.years else own if at else ""
                if year and value is not None and not cell.startswith("("):
                    series = f"column {number} {at}" if own else f"row {row.place.line}"
                    yield Stated(value, cell, row.unit, year, _words(row.label), row.label, row.place, series)


def _of_indicators(plan: Plan) -> Iterator[Stated]:
    for indicator in plan.indicators:
        words, unit = _words(indicator.name), indicator.unit.partition(",")[0].strip()
        for one in indicator.printings:
            if one.kind is Kind.ACTUAL and one.value is not None:
                yield Stated(one.value, one.written, unit, str(one.year), words, indicator.name, one.place)


# ── whether two are one ──────────────────────────────────────────────────────────────────────────────────────────────


def _words(subject: str) -> frozenset[str]:
    return frozenset(stem for word in subject.split() if len(stem := stem_of(word)) >= 2)


def _digits(value: Decimal) -> int:
    return len(str(abs(value)).replace(".", "").strip("0"))


def _is_near(one: Stated, other: Stated) -> bool:
    if one.value == other.value or (one.step != other.step and one.interval.meets(other.interval)):
        return False  # the same, or the same printed rounder
    return _apart(one, other) <= _CLOSE or _is_transposed(str(one.value), str(other.value))


def _is_transposed(one: str, other: str) -> bool:
    """Whether two digits have changed places: 3749 and 3794."""
    if len(one) != len(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return (
        len(apart) == 2
        and apart[1] - apart[0] == 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def _is_one_thing(one: Stated, other: Stated) -> bool:
    """Whether the two stand for one thing: one unit, and the same words; or one section, and numbers that cannot be chance."""
    if (one.unit and other.unit and one.unit != other.unit) or one.place == other.place:
        return False
    if _in_common(one.words, other.words):
        return True
    if _is_transposed(str(one.value), str(other.value)):
        return one.unit == other.unit and _one_branch(one.place, other.place) and _begin_alike(one.words, other.words)
    unnamed = not (one.words or one.unit) or not (other.words or other.unit)
    near = _apart(one, other) <= _VERY_CLOSE and _digits(one.value) >= _LONG
    return unnamed and near and _same_section(one.place, other.place)


def _in_common(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the fewer words all stand among the others, or begin one of them: `수출` and `수출액`."""
    few, many = sorted((one, other), key=len)
    if sum(len(word) for word in few) < _SYLLABLES:
        return False
    return all(any(a.startswith(b) or b.startswith(a) for b in many) for a in few)


def _begin_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word of each begins with the same two syllables: `고용창출` and `고용증가량`."""
    return bool({word[:2] for word in one} & {word[:2] for word in other})


def _one_branch(one: Place, other: Place) -> bool:
    """Whether one goal or task stands above the other, or both are one."""
    short, long = sorted((one.code, other.code), key=len)
    return bool(short) and (long == short or long.startswith(f"{short}-"))
