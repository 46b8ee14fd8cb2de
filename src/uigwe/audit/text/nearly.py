"""Figures of one year that are nearly the same: one figure copied wrongly, or two states of one figure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.text.figures import Figure, Period
from uigwe.audit.text.passages import Passage
from uigwe.audit.text.series import points
from uigwe.audit.text.subjects import subject_before
from uigwe.audit.text.tables import rows
from uigwe.audit.text.words import stem_of
from uigwe.audit.words import target_of
from uigwe.plan import Claim, Kind, Place, Plan
from uigwe.values import EXACT, Interval

_TELLING = 4
_CLOSE = Decimal("0.005")
_VERY_CLOSE = Decimal("0.001")
_LONG = 5
_SYLLABLES = 3


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure with its year: as printed, what it is about, where."""

    value: Decimal
    written: str
    unit: str
    year: str
    words: frozenset[str]
    subject: str
    place: Place
    step: Decimal


def pairs(passages: Sequence[Passage], claims: Sequence[Claim], plan: Plan) -> Iterator[tuple[Stated, Stated]]:
    """Two figures of one thing and one year that are a slip of the pen apart; each figure at most once."""
    by_year: dict[str, list[Stated]] = defaultdict(list)
    for one in (*_of_claims(claims), *_of_prose(passages), *_of_tables(passages), *_of_indicators(plan)):
        if _digits(one.value) >= _TELLING:
            by_year[one.year].append(one)
    said: set[tuple[str, frozenset[Decimal]]] = set()
    for year, found in by_year.items():
        found.sort(key=lambda one: one.value)
        for index, one in enumerate(found):
            for other in found[index + 1 :]:
                if other.value > one.value * 2:
                    break
                key = (year, frozenset((one.value, other.value)))
                if key not in said and _is_near(one, other) and _is_one_thing(one, other):
                    said.add(key)
                    yield one, other


def _of_claims(claims: Sequence[Claim]) -> Iterator[Stated]:
    """The points of series, with the names and units that the series carry."""
    for claim in claims:
        if claim.role == "value" and len(claim.period) == 4 and target_of(claim.subject) == "":
            step = Decimal(1).scaleb(int(claim.value.as_tuple().exponent))
            words = _words(claim.subject)
            yield Stated(claim.value, claim.written, claim.unit, claim.period, words, claim.subject, claim.place, step)


def _of_prose(passages: Sequence[Passage]) -> Iterator[Stated]:
    for passage in passages:
        years = {token.text[:4] for token in passage.tokens if isinstance(token, Period)}
        for point in points(passage.text, passage.tokens) if years else ():
            year = _year(point.period.text) if point.period else next(iter(years)) if len(years) == 1 else ""
            if len(year) == 4 and point.figure.unit and not (point.period and point.period.target):
                subject = subject_before(passage, point.start)
                yield _stated(point.figure, year, subject, passage.place_at(point.figure.start))


def _year(period: str) -> str:
    """The year that a time stands for: itself, or its last month."""
    return period.removesuffix("-12") if period.endswith("-12") else period if len(period) == 4 else ""


def _stated(figure: Figure, year: str, subject: str, place: Place) -> Stated:
    step = Decimal(1).scaleb(int(figure.value.as_tuple().exponent))
    return Stated(figure.value, figure.written, figure.unit, year, _words(subject), subject, place, step)


def _of_tables(passages: Sequence[Passage]) -> Iterator[Stated]:
    """Rows under years, and rows that begin with their year."""
    for block in rows(passages):
        for row in block:
            own = str(row.values[0]) if not row.label and row.values[0] and 1990 <= row.values[0] <= 2100 else ""
            for at, (cell, value) in enumerate(zip(row.cells, row.values, strict=True)):
                year = str(row.years[at]) if row.years else own if at else ""
                if year and value is not None and not cell.startswith("("):
                    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
                    yield Stated(value, cell, row.unit, year, _words(row.label), row.label, row.place, step)


def _of_indicators(plan: Plan) -> Iterator[Stated]:
    for indicator in plan.indicators:
        words, unit = _words(indicator.name), indicator.unit.partition(",")[0].strip()
        for one in indicator.printings:
            if one.kind is Kind.ACTUAL and one.value is not None:
                step = Decimal(1).scaleb(int(one.value.as_tuple().exponent))
                yield Stated(one.value, one.written, unit, str(one.year), words, indicator.name, one.place, step)


def _words(subject: str) -> frozenset[str]:
    return frozenset(stem for word in subject.split() if len(stem := stem_of(word)) >= 2)


def _digits(value: Decimal) -> int:
    return len(str(abs(value)).replace(".", "").strip("0"))


def _is_near(one: Stated, other: Stated) -> bool:
    if one.value == other.value or _alike(one, other):
        return False
    ratio = EXACT.divide(abs(EXACT.subtract(other.value, one.value)), max(abs(one.value), abs(other.value)))
    return ratio <= _CLOSE or _is_transposed(str(one.value), str(other.value))


def _alike(one: Stated, other: Stated) -> bool:
    """Whether one may be the other, printed rounder."""
    return (
        Interval.around(one.value, one.step).meets(Interval.around(other.value, other.step)) and one.step != other.step
    )


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
    ratio = EXACT.divide(abs(EXACT.subtract(other.value, one.value)), max(abs(one.value), abs(other.value)))
    unnamed = not (one.words or one.unit) or not (other.words or other.unit)
    same = one.place.code == other.place.code and one.place.heading == other.place.heading
    return unnamed and same and ratio <= _VERY_CLOSE and _digits(one.value) >= _LONG


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
