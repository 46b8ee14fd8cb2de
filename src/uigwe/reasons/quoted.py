"""What a reason quotes: past results and targets that it names together with their year, as printed.

Only what cannot well be anything else is taken: a year with its number right behind it, or with nothing but words of result or
of target between them. A number that says by how much something changes is not a value; a number in another unit, or of quite
another size than the indicator's own, belongs to something else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from uigwe.reasons.laid import Laid, lay_out
from uigwe.reasons.patterns import pattern_of
from uigwe.values import read_number

_YEAR = r"(?P<year>(?:’|FY’?)\d{2}(?!\d)|(?:’|FY’?)?20\d{2}(?!\d)|(?<![\d.,’])\d{2}(?=년|\)))"
_CAL = r"(?:년도?|회계연도)?(?:\.?\d{1,2}월)?(?:말)?"
_UNIT = "%(?![pP])|조원|억원|백만원|천원|만원|원|점|개사|개소|개|건|명|인|회|곳|조|억|만"
_NUMBER = rf"(?P<number>-?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)(?P<unit>{_UNIT})?"
# What a number of change is followed by, and what makes it part of a calculation or of a longer number.
_CHANGES = (
    r"(?![\d.,]*\d|[pP]|포인트|%[pP]|[년월배]|[+×÷/~-]\d|만큼|이상|이하|이내|씩|내외)"
    r"(?!(?:를|을|가|이|의|로|으로)?(?:씩|만큼|이상)?(?:대폭|소폭|추가)?(?:상향|하향|증가|감소|인상|인하|확대|축소|향상|개선|가산|상승|하락|초과|높|낮|늘|줄|더|성장|변동|추세|목표상향))"
)
_PAIR = pattern_of(rf"\(?{_YEAR}{_CAL}\)?(?:실적)?[:=]?\(?{_NUMBER}{_CHANGES}")
_RESULT = pattern_of(
    rf"{_YEAR}{_CAL}(?:기준|까지의)?(?:최종|확정|잠정|누적)?(?:실적(?:치|값)?|지급률|달성률|[가-힣]{{0,6}}기준[가-힣]{{0,6}})(?:도)?(?:인|은|는|이|:|=|\()?\(?{_NUMBER}{_CHANGES}"
)
_LAST = pattern_of(rf"(?:전년도?|작년|직전년도?)(?:실적(?:치|값)?)(?:인|은|:|\()?{_NUMBER}{_CHANGES}")
_TARGET = pattern_of(
    rf"(?:{_YEAR}{_CAL})?(?:성과)?목표(?:치|값)?(?:는|은|을|를|인|:|=|\()?\(?{_NUMBER}(?![\d.,]*\d|[pP]|%[pP]|[년월배]|[+×÷/~-]\d)"
    r"(?!(?:를|을|가|이|의)?(?:상향|하향|증가|감소|인상|확대|축소|대비))"
)
_SET = pattern_of(
    rf"{_NUMBER}(?:\([^()]*\))?(?:을|를|로|으로)(?:도전적|적극적|상향된|높은|최종)?(?:으?로|인)?(?:’?\d{{2,4}}년도?)?(?:의)?(?:성과)?"
    r"(?:목표(?:치|값)?(?:를|을|로|으로)?(?:도전적으로)?(?:설정|산정|정함|선정|제시)|(?<=로)(?:설정|산정|정함)(?=$|[.*)]|하였|함))"
)
SIZE = Decimal(4)


@dataclass(frozen=True, slots=True)
class Quote:
    """A value that a reason quotes: of which year, whether as a target, how it is written, and the span it stands at."""

    year: int
    target: bool
    written: str
    span: tuple[int, int]


def quoted(reason: str, unit: str, year: int, known: Mapping[int, Decimal]) -> tuple[Quote, ...]:
    """The quotes of a reason for the target of `year`. `known`: the indicator's own values by year, which tell its size."""
    return _quoted(reason, unit, year, tuple(sorted(known.items())))


@lru_cache(maxsize=512)
def _quoted(reason: str, unit: str, year: int, known: tuple[tuple[int, Decimal], ...]) -> tuple[Quote, ...]:
    """The same for a reason that is asked again: many checks look at what it tells."""
    found: dict[tuple[int, bool, str], Quote] = {}
    for quote in sorted(_all(lay_out(reason), reason, unit, year, dict(known)), key=lambda one: one.span):
        found.setdefault((quote.year, quote.target, quote.written), quote)
    return tuple(found.values())


def _all(laid: Laid, reason: str, unit: str, year: int, known: Mapping[int, Decimal]) -> Iterator[Quote]:
    sizes = [abs(value) for value in known.values() if value]
    pairs = list(_PAIR.finditer(laid.text))
    series = [one for one in pairs if _beside(one, pairs, laid.text)]
    if any(_is_apart(one, _year_of(one["year"]), known) for one in series):
        pairs = [one for one in pairs if one not in series]  # the series of something else
    for one in pairs:
        when = _year_of(one["year"])
        if when < year and (one in series or _is_of(one, unit, sizes)) and _unit_fits(one["unit"], unit):
            yield _quote(one, when, False, laid, reason)
    for one in _RESULT.finditer(laid.text):
        when = _year_of(one["year"])
        about_another = "실적" not in one[0] and re.search(r"[가-힣]\($", laid.text[: one.start()])
        if when < year and not about_another and (_says_result(one, unit) or _is_of(one, unit, sizes)):
            yield _quote(one, when, False, laid, reason)
    for one in _LAST.finditer(laid.text):
        if _says_result(one, unit) or _is_of(one, unit, sizes):
            yield _quote(one, year - 1, False, laid, reason)
    for one in (*_TARGET.finditer(laid.text), *_SET.finditer(laid.text)):
        named = one.groupdict().get("year")
        before = laid.text[: one.start()]
        when = _year_of(named) if named else year - 1 if before.endswith(("전년", "전년도")) else year
        share = one["unit"] == "%" and re.search(
            r"(?:의|대비|보다|평균|실적|수준)\(?$", laid.text[: one.start("number")]
        )
        of_another = before.endswith("의") or _is_apart(one, when, known)
        if not share and not of_another and _is_of(one, unit, sizes):
            yield _quote(one, when, True, laid, reason)


def _beside(pair: re.Match[str], pairs: list[re.Match[str]], text: str) -> bool:
    """Whether another pair stands next to this one: `(18) 17.82 → (19) 1.14`."""
    return any(
        one is not pair and re.fullmatch(r"[→,/·)(]{0,3}|등|및|와|과", text[a.end() : b.start()])
        for one in pairs
        for a, b in [sorted((one, pair), key=lambda match: match.start())]
    )


def _says_result(found: re.Match[str], unit: str) -> bool:
    """Whether it is called a result, in the indicator's own unit: then no size speaks against it."""
    return "실적" in found[0] and bool(unit and found["unit"]) and _unit_fits(found["unit"], unit)


def _is_apart(found: re.Match[str], year: int, known: Mapping[int, Decimal]) -> bool:
    """Whether the table has quite another value for that year."""
    own, value = known.get(year), read_number(found["number"]).value
    return bool(own) and value is not None and own is not None and abs(value - own) > abs(own) / 4


def _is_of(found: re.Match[str], unit: str, sizes: list[Decimal]) -> bool:
    """Whether the number may be one of the indicator's: its unit, and its size."""
    value = read_number(found["number"], unit).value
    if value is None or not sizes or not _unit_fits(found["unit"], unit):
        return False
    return min(sizes) / SIZE <= abs(value) <= max(sizes) * SIZE


def _unit_fits(printed: str | None, unit: str) -> bool:
    """No unit fits any; 개 and 개사, 명 and 인 are alike; where the indicator's own is not known, only plain counts and shares."""
    if not printed:
        return True
    if not unit:
        return printed not in ("조원", "억원", "백만원", "천원", "만원", "원", "조", "억", "만")
    own = unit.split(",")[0].strip()
    alike = ({"개", "개사", "개소", "곳"}, {"명", "인"}, {"조원", "조"}, {"억원", "억"})
    return printed == own or any(printed in one and own in one for one in alike)


def _year_of(text: str) -> int:
    digits = re.sub(r"\D", "", text)
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _quote(found: re.Match[str], year: int, target: bool, laid: Laid, reason: str) -> Quote:
    start = found.start("number")
    end = found.end("unit") if found["unit"] else found.end("number")
    span = laid.span(start, end)
    return Quote(year, target, reason[span[0] : span[1]], span)
