"""Steps in another size of the unit that the results are in: `12.6만톤 대비 5천톤`, `310억원에서 1,500백만원`, `(단위: 천명) … 5,000명`, `이틀 단축`.

The unit of the results is the one that the reason prints beside one of them, or names as its unit (`(단위: 천명)`, `수거량(만톤):`). A step
in another size of the same is put in that one; days and months in words become figures where the reason counts days or months.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import MONEY, SCALES
from uigwe.values import EXACT, plain

_Change = tuple[int, int, str]
_SCALE = r"(?:십억|백억|천억|십만|백만|천만|천|백|만|억|조)"
_KIND = r"(?:tCO2eq|tCO2|톤|명|건|원|달러|불|유로|엔|회|개소|개사|개|가구|마리|대|호|점|시간|분|초|kg|km|ha|m2|m3|m|GWh|MWh|kWh|kW|MW|GW)"
_UNIT = rf"(?P<scale>{_SCALE})?(?P<kind>{_KIND})"
# Units of one thing, each as so many of the smallest.
_SAME = (
    {"kg": 1, "톤": 1000},
    {"m": 1, "km": 1000},
    {"초": 1, "분": 60, "시간": 3600},
    {"kWh": 1, "MWh": 1000, "GWh": 1000000},
    {"kW": 1, "MW": 1000, "GW": 1000000},
)
_NAMED = pattern_of(rf"\(단위:?{_UNIT}\)|^[^.,()\d]{{2,40}}\({_UNIT.replace('scale', 'of').replace('kind', 'what')}\)")
_PRINTED = pattern_of(rf"(?<![\d.,’])(?P<figure>{GROUPED}){_UNIT}(?![가-힣]{{0,2}}당)")
_STEP = (
    r"(?:을|를|씩|만큼|가량|정도)?(?:더|추가로|추가)?(?:증가|감소|상향|하향|늘|줄|높|낮|올|내리|더|빼|뺀|뺌|덜|얹|보태|가산|추가|확대|축소|감축|단축|상승|수거|보급|지원|많|적|크|작|큰|절감|증액|감액|인상|인하|연장)"
)  # fmt: skip
_MOVED = pattern_of(_STEP)
_TOLD = pattern_of(r"(?:지표)?단위를[^.]*(?:바꾸|변경|전환|조정)[^.]*(?:[.]|$)")
_AS_UNIT = pattern_of(rf"{_SCALE}?{_KIND}단위(?:의|로환산한|로)(?=값|수치|수준)")
_BRACKET = pattern_of(rf"\(단위:?{_SCALE}?{_KIND}\)")
_DAYS = dict(
    하루=1,
    이틀=2,
    사흘=3,
    나흘=4,
    닷새=5,
    엿새=6,
    이레=7,
    여드레=8,
    아흐레=9,
    열흘=10,
    보름=15,
    일주일=7,
    한주=7,
    두주=14,
)
_MONTHS = dict(한달=1, 두달=2, 석달=3, 세달=3, 넉달=4, 네달=4, 다섯달=5, 여섯달=6, 반년=6)
_SPOKEN = pattern_of(
    rf"(?<=[가-힣\d%)])(?P<word>{'|'.join((*_DAYS, *_MONTHS))})(?={_STEP}|당[기겨긴김]|앞당|빨|빠르|짧|길|이상단축)"
)
# `열흘에서 보름 단축`: somewhere between the two.
_FROM = pattern_of(rf"(?:{'|'.join((*_DAYS, *_MONTHS))}|\d[가-힣]{{1,2}})(?:에서|내지|~|이나|또는)$")
_IN_DAYS = pattern_of(r"일수|\(일\)|\d일(?!자|반|정|부)")
_TAKES_DAYS = pattern_of(r"(?:처리|소요|대기|심사|수리|복구|회신|지급|통관|검사|민원|조치|발급|처분|배송)(?:평균)?기간")
_IN_MONTHS = pattern_of(r"\(개월\)|\d개월|개월수")
_OTHER_TIME = pattern_of(r"\d시간|\(시간\)|\(분\)|\d분(?!기|의)|\(주\)|\d주(?![가-힣])")


def in_its_size(laid: Laid, known: Known) -> Laid:
    """The reason with its steps in the size of the unit in which its results are."""
    if changes := sorted(_spoken(laid)):
        laid = replaced(laid, changes)
    own = _unit_of(laid.text, known)
    if own is None:
        return laid
    if changes := sorted(_resized(laid, own)):
        laid = replaced(laid, changes)
        told = [(*one.span(), "") for pattern in (_TOLD, _AS_UNIT, _BRACKET) for one in pattern.finditer(laid.text)]
        laid = replaced(laid, sorted(told)) if told else laid
    return laid


def _spoken(laid: Laid) -> Iterator[_Change]:
    """Days and months in words."""
    months = _IN_MONTHS.search(laid.text)
    days = _IN_DAYS.search(laid.text) or (None if months else _TAKES_DAYS.search(laid.text))
    if _OTHER_TIME.search(laid.text) or (days and months):
        return
    for found in _SPOKEN.finditer(laid.text):
        word = found["word"]
        if _FROM.search(laid.text, 0, found.start()):
            continue
        if word in _DAYS and days:
            yield (*found.span(), f"{_DAYS[word]}일")
        elif word in _MONTHS and months:
            yield (*found.span(), f"{_MONTHS[word]}개월")


def _unit_of(text: str, known: Known) -> tuple[str, str] | None:
    """The scale and the kind of the unit in which the results are; None when nothing says, or two things are said."""
    said = {
        (one["scale"] or "", one["kind"]) if one["kind"] else (one["of"] or "", one["what"])
        for one in _NAMED.finditer(text)
    }
    results = {cell.value for cell in known.actuals.values() if cell.value is not None}
    printed = {
        (one["scale"] or "", one["kind"])
        for one in _PRINTED.finditer(text)
        if Decimal(one["figure"].replace(",", "")) in results and not _MOVED.match(text, one.end())
    }
    found = printed or said
    return found.pop() if len(found) == 1 else None


def _resized(laid: Laid, own: tuple[str, str]) -> Iterator[_Change]:
    """Each step in another size, in the own one."""
    for one in _PRINTED.finditer(laid.text):
        unit = (one["scale"] or "", one["kind"])
        if unit == own or not _MOVED.match(laid.text, one.end()):
            continue
        value = _resize(Decimal(one["figure"].replace(",", "")), unit, own)
        if value is not None:
            # A scale word would leave open whether it counts in the size of the table.
            yield (*one.span(), f"{plain(value)}{own[0] if own[1] in MONEY else ''}{own[1]}")


def _resize(figure: Decimal, unit: tuple[str, str], own: tuple[str, str]) -> Decimal | None:
    """A figure in the own unit; None where the other counts something else, or does not come out even."""
    same = next((one for one in _SAME if unit[1] in one and own[1] in one), {unit[1]: 1} if unit[1] == own[1] else {})
    if not same:
        return None
    many = EXACT.multiply(figure, Decimal(same[unit[1]]).scaleb(SCALES.get(unit[0], 0)))
    value = EXACT.divide(many, Decimal(same[own[1]]).scaleb(SCALES.get(own[0], 0)))
    return value if re.fullmatch(r"\d{1,15}(?:\.\d{1,9})?", plain(value)) else None
