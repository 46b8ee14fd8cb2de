"""What the reason of a target says in words: a raise, a window of years, what was only considered, how a result is told to have changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.words.names import QUOTE, squeezed
from uigwe.reasons.patterns import pattern_of

_RAISED = pattern_of(
    r"(?P<number>\d+(?:\.\d+)?)\s*%\s*(?:를|을|만큼|이상|대폭|로)?\s*"
    r"(?P<word>상향|증가|인상|향상|증대|확대|개선|제고|상승|높은|높여)"
)
_WINDOW = pattern_of(
    rf"(?:최근|직전|과거|지난)?\s*(?P<count>\d{{1,2}})\s*(?:개년도|개년|년간|년도|년|연도)\s*(?:간|치)?\s*"
    rf"\(\s*(?:{QUOTE}\s*)?(?P<first>\d{{2,4}})\s*년?도?\s*[~∼～\-–]\s*(?:{QUOTE}\s*)?(?P<last>\d{{2,4}})\s*년?도?[^()]{{0,12}}\)"
)
_COUNT = pattern_of(r"(?:최근|직전|과거|지난)\s*(?P<count>\d{1,2})\s*(?:개년도|개년|년간|년도|년)")
_CONSIDERED = pattern_of(r"고려|감안|참고|종합|반영|도전적|적극적|추세|여건")


def raised_by(reason: str) -> Iterator[tuple[Decimal, str]]:
    """Each `103% 상향` of a reason: the number, and the words as printed."""
    for match in _RAISED.finditer(reason):
        yield Decimal(match["number"]), match[0]


def numbers_in(text: str) -> list[Decimal]:
    """Every number in a text, as it is printed."""
    return [Decimal(match[0].replace(",", "")) for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", text)]


@dataclass(frozen=True, slots=True)
class Window:
    """Years that a reason names twice: `최근 3개년(’21~’22)` is three years by its words and two by its dates."""

    text: str
    count: int
    first: int
    last: int

    @property
    def length(self) -> int:
        """How many years the dates hold."""
        return self.last - self.first + 1


def windows(reason: str) -> Iterator[Window]:
    """Each number of years with its dates beside it."""
    for match in _WINDOW.finditer(reason):
        first, last = (_year(match[part]) for part in ("first", "last"))
        if first and last and first <= last:
            yield Window(match[0], int(match["count"]), first, last)


def years_counted(reason: str) -> tuple[int, ...]:
    """The numbers of years that a reason looks back: `최근 3년` is 3."""
    return tuple(int(match["count"]) for match in _COUNT.finditer(reason))


def only_considers(reason: str) -> bool:
    """Whether a reason names what was considered rather than how the target follows."""
    return bool(_CONSIDERED.search(reason)) or not re.search(r"\d", reason)


_POINTS = pattern_of(r"(?:참조|참고|별첨|별도\s?(?:설명|기재)|후술|아래와\s?같)")
_SETS_OUT = pattern_of(r"(?:설정|산출|산정)\s?(?:근거|방식|방법|내역|기준)")


def points_below(reason: str) -> bool:
    """Whether a reason points to what is told elsewhere: `설정근거 참조`, `이하 참고`."""
    return bool(_POINTS.search(reason))


def sets_out(text: str) -> bool:
    """Whether a passage tells how a target is set: `목표치 설정근거`, `산출방식 : …`."""
    return bool(_SETS_OUT.search(text))


def adds_percent(reason: str, figure: str) -> bool:
    """Whether a reason adds so many per cent to a rate, and does not write %p: `추가 20%의 증가율`, `5% 가산`."""
    figures = rf"(?<![\d.]){re.escape(figure)}(?:\.0+)?\s?%(?!\s?(?:[pP]|포인트))"
    before, after = r"(?:추가|더하여|더해|가산하여)\s?(?:로|적인)?\s?", r"\s?(?:를|을)?\s?(?:추가|가산|상향|더한|더하)"
    return bool(re.search(rf"{before}{figures}|{figures}{after}", reason))


_CHANGED_BY = pattern_of(
    r"(?:대비|보다|실적|평균|점|%|건|명|개)\s*(?:의|에|에서)?\s*(?:약\s*)?\d+(?:\.\d+)?\s*%\s?[pP]?\s*(?:를|을|만큼)?\s*(?:대폭\s*)?(?:상향한|상향된|증가한|인상한|가산|높인|높은|더하여|더한)"
)


def tells_change(reason: str) -> bool:
    """Whether a reason says from what and by how much, whatever else was considered: `기존 대비 112% 상향한 70개사`."""
    return bool(_CHANGED_BY.search(reason))


# What is the indicator's own, and what others reach in the same thing.
_NOT_FOREIGN = pattern_of(
    r"목표|전년|작년|지난해|직전|당해|기준치|예년|실적|현재|유사|동종|타\s?(?:기관|부처|시도|지역)|업계|OECD|선진"
)
_MEASURE = pattern_of(r"(?:율|률|비율|비중|지수|점수|만족도|인지도|체감도)")


def base_named(reason: str, figure: str) -> str:
    """How a reason names a printed figure that it starts from, with the figure: `은행권 성공률 54.4%`; empty for what is its own."""
    figures = rf"(?<![\d.,]){re.escape(figure)}(?:\.0+)?\s?(?P<unit>%|점)(?!\s?[pP])"
    match = re.search(rf"(?P<words>[^,.;▪•○]{{0,40}}?)[(\s*]*{figures}", reason)
    if match is None or _NOT_FOREIGN.search(match["words"]) or not _MEASURE.search(match["words"]):
        return ""
    return f"{match['words'].strip(' (*')} {figure}{match['unit']}"


_RATE_AND_POINTS = pattern_of(
    r"(?:증가|상승|성장|향상)(?:율|률)\s?\(?(?P<rate>\d+(?:\.\d+)?)\s?%\)?(?!\s?[pP])\s?[+＋]\s?[가-힣 ]{0,12}?(?P<points>\d+(?:\.\d+)?)\s?%\s?[pP]"
)


def rate_with_points(reason: str) -> tuple[Decimal, Decimal, str] | None:
    """A rate of growth and percentage points that a reason adds up, and the words: `연평균 증가율 3.2% + 도전적 목표 3.2%p`."""
    match = _RATE_AND_POINTS.search(reason)
    return (Decimal(match["rate"]), Decimal(match["points"]), match[0]) if match else None


_FROM_FIGURE = pattern_of(r"\d\s?(?:%|점)\s?\)?\s?(?:의|에|보다|대비|에서|를\s?기준)[^,.;]{0,14}?\d+(?:\.\d+)?\s?%")


def starts_from_figure(reason: str) -> bool:
    """Whether a reason may raise a printed rate or mark by per cent or points: `54.4%에 5%p를 가산`."""
    return bool(_FROM_FIGURE.search(reason))


_PAST_USED = pattern_of(r"(?:최근|직전|지난|과거|전년|작년)[^,.;]{0,24}?(?:평균|실적|결과|대비|보다)")


def takes_past(reason: str) -> bool:
    """Whether a reason may calculate on results of the past."""
    return bool(_PAST_USED.search(reason))


_NOTE = pattern_of(r"\s[*※⁕]\s")


_ROUNDED = pattern_of(
    r"(?P<figure>\d[\d,]*\.\d+)\s?(?:%\s?[pP]?|점|[가-힣]{1,2})?\s?\)?\s?(?:에서|에|을|를|은|의|로)?\s?(?P<words>소수점\s?(?:이하\s?)?"
    r"(?:(?P<nth>첫째|첫\s?번째|둘째|두\s?번째|셋째|세\s?번째|[123])\s?째?\s?자리\s?)?(?:에서|이하를|이하|를|을)?\s?(?P<how>반올림|올림|절상|버림|절사|내림))"
)
_DIGITS_KEPT = {"첫": 0, "1": 0, "둘": 1, "두": 1, "2": 1, "셋": 2, "세": 2, "3": 2}
_HOW = {"올림": "ceil", "절상": "ceil", "버림": "floor", "절사": "floor", "내림": "floor"}


def rounding_said(text: str) -> tuple[str, Decimal, int, str] | None:
    """The words that say how a figure is rounded, the figure, how many digits stay behind the point, and which way.

    `10.69에서 소수점 반올림` keeps none, `소수점 둘째 자리에서 반올림` one.
    """
    match = _ROUNDED.search(text)
    if match is None:
        return None
    kept = _DIGITS_KEPT[match["nth"][0]] if match["nth"] else 0
    return match["words"].strip(), Decimal(match["figure"].replace(",", "")), kept, _HOW.get(match["how"], "round")


def says_about(words: str) -> bool:
    """Whether words put `약` before what they tell."""
    return "약" in words


def is_rate_or_mark(unit: str) -> bool:
    """Whether a unit is that of rates or of marks: figures that others may measure too."""
    return unit in ("%", "%p", "점")


def before_notes(reason: str) -> str:
    """A reason without the notes behind it: `… 60%를 설정 * 성공률 = …`."""
    return _NOTE.split(reason)[0].strip()


def holds_formula(reason: str, formula: str) -> bool:
    """Whether the cell of the reason holds the formula again: no figure of its own, an equals sign or the same words."""
    figures = re.sub(rf"{QUOTE}?\d{{2,4}}\s*년(?:도)?", "", reason)
    if re.search(r"\d", figures):
        return False
    one, other = squeezed(reason), squeezed(formula)
    return "=" in reason or (len(other) >= 6 and other in one)


def _year(digits: str) -> int | None:
    if len(digits) == 2:
        return 2000 + int(digits)
    return int(digits) if len(digits) == 4 else None
