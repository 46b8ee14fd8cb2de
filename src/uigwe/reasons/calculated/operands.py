"""What stands between the signs of a formula, or at the start of a calculation: a figure, a result, a mean of results.

A result may carry its figure (`전년 실적 84.6점`, `최근 3년 평균(81.7)`): it counts as it is printed, when the table does not gainsay it.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Past, Suffix
from uigwe.reasons.build import call, number, years_node
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.values import rounded

FIGURE = r"(?<![\d.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\d])"
# What a figure counts; a scale (만, 억) would have to be that of the other figures.
UNIT = (
    r"(?:%p|%포인트|퍼센트포인트|포인트|%|퍼센트|km|㎞|ha|kg|MW|GWh|t|톤|개년|개월|개소|개사|개교|개국|개|년|월|일|점|건|명|인|곳|회|차례|번"
    r"|호|편|종|대|척|팀"
    r"|시간|분|초|주|가구|세대|마리|필지|과제|기관|기업|업체|학교|품목|과정|사업|단지|지구|센터|시설|부대|지역|권역|사단|사|권|면|그루|교|식"
    r"|원|천원|백만원|억원|조원|배)"
)
_KIND = (
    "기관|기업|업체|학교|부대|시설|센터|사업|과정|지역|시군|시도|단체|농가|병원|지구|단지|매장|마을|품목|"
    "국가|과제|대학|지점|현장|노선|산업단지|출장소|사단|권역"
)
_GENERIC = r"(?:최종|확정|연간)?(?:실적치|실적값|실적|결과치|결과값|결과|성과치|성과|달성치|측정치|측정값|점수|수치|값|건수|인원)?"
_LAST = r"(?:전년도|전년|작년도|작년|지난해|직전년도|직전연도|직전해|전연도)(?:말)?"
_BEFORE = r"(?:전전년도|전전년|재작년도|재작년)(?:말)?"
_YEAR = r"(?:’(?P<{0}>\d{{2}})(?:년도|년|학년도)?|(?P<{0}full>(?:19|20)\d{{2}})(?:년도|년|학년도))(?:말)?"
_MANY = r"(?:최근|직전|과거|지난)?(?P<many>[2-9])(?:개년도|개년|개연도|년도|년)(?:간|치)?"
_SPAN = rf"{_YEAR.format('first')}[~-]{_YEAR.format('last')}(?:간)?"
# A noun of what the results count may stand in sums of years; what is not the indicator's may not.
_NOUN = r"(?:(?!예산|목표|물가|인구|계획|타기관|업계|전국|정원|인력|평균|제외|합계|누적|상반기|하반기|분기|월)[가-힣·]){0,12}?"
_MEAN = r"(?:의)?(?:산술|단순)?(?:평균값|평균치|평균)"
_WRITTEN = rf"(?:[:=]?(?P<printed>{FIGURE}){UNIT}?|\((?P<bracketed>{FIGURE}){UNIT}?\))?"

_A_FIGURE = pattern_of(
    rf"(?P<name>[가-힣A-Za-z·’]{{0,16}}?)(?:\((?P<inside>{FIGURE})(?P<unit_inside>{UNIT})?\)"
    rf"|[:]?(?P<figure>{FIGURE})(?:(?P<unit>{UNIT})(?P<kind>(?:{_KIND})?))?)"
    r"(?:씩|분|치)?"
)
_A_RESULT = pattern_of(
    rf"\(?(?:{_YEAR.format('year')}|(?P<before>{_BEFORE})|(?P<previous>{_LAST}))(?:의)?{_GENERIC}(?:\({_YEAR.format('dated')}\))?{_WRITTEN}\)?"
)
_A_NAMED_RESULT = pattern_of(rf"\(?{_YEAR.format('year')}(?:의)?(?P<noun>{_NOUN}){_GENERIC}{_WRITTEN}\)?")
_A_MEAN = pattern_of(
    rf"(?:{_MANY}(?:\({_SPAN}\))?|{_SPAN.replace('first', 'from').replace('last', 'to')})(?:의)?{_GENERIC}{_MEAN}"
    rf"(?:\({_SPAN.replace('first', 'since').replace('last', 'till')}\))?{_WRITTEN}"
)
_A_TOTAL = pattern_of(
    rf"(?:Σ\(?(?:{_MANY}|{_SPAN})\)?(?:의)?{_NOUN}{_GENERIC}\)?"
    rf"|(?:{_MANY.replace('many', 'of')}|{_SPAN.replace('first', 'from').replace('last', 'to')})(?:의)?{_GENERIC}(?:의)?(?:총합계|총합|합계"
    rf"|합산|합|누계)(?:액|값)?)"
)
_A_SPAN = pattern_of(rf"(?:{_MANY}|{_SPAN})(?:의)?{_NOUN}{_GENERIC}")
# Names under which a figure is not simply what stands there.
_NOT_PLAIN = pattern_of(
    r"전년|작년|지난해|직전|최근|평균|목표|실적|이상|이하|이내|미만|초과|최대|최소|상한|하한|제외|포함|약간|내외|정도|가량|경우|상반기|하반기"
    r"|분기|까지|않|못|미정|예상|중$|미$|편차|격차|차이"
)

_AVERAGED = pattern_of(r"(?:월|분기|주|일)평균")
# What moves a value is no thing that is counted.
_MOVES = pattern_of(r"^[율률배]|증가|감소|성장|상승|상향|하향|인상|인하|가산|차감")


def operand(text: str, known: Known) -> Node | None:
    """What a term says, None when it is none of these."""
    for read in (_result, _mean, _total, _figure):
        if (node := read(text, known)) is not None:
            return node
    return None


def base(text: str, known: Known) -> Node | None:
    """A result, or a mean of results."""
    return _result(text, known) or _mean(text, known)


def span(text: str, known: Known) -> Node | None:
    """Years alone, as what a statistic is of."""
    found = _A_SPAN.fullmatch(text)
    years = _years(found, known, ("first", "last")) if found else []
    return years_node(years) if years else None


def same_series(terms: Sequence[str], known: Known) -> list[Node] | None:
    """The results of years that carry one and the same noun (`’21년 구매액`, `’22년 구매액`)."""
    found = [_A_NAMED_RESULT.fullmatch(term) for term in terms]
    if not found or not all(found) or len({one["noun"] for one in found if one}) != 1:
        return None
    nodes = [_past(one, known) for one in found if one]
    return [node for node in nodes if node is not None] if all(nodes) else None


def _result(text: str, known: Known) -> Node | None:
    found = _A_RESULT.fullmatch(text)
    if found is None or (text.startswith("(") != text.endswith(")") and not found["bracketed"] and not found["dated"]):
        return None
    if (dated := _year(found, "dated")) and dated != (_year(found, "year") or known.year - 1 - bool(found["before"])):
        return None
    return _past(found, known)


def _past(found: re.Match[str], known: Known) -> Node | None:
    year = _year(found, "year") or known.year - 1 - bool(found.groupdict().get("before"))
    if year >= known.year:
        return None
    node = Past(kind="last") if year == known.year - 1 else Past(kind="actual", year=year)
    return _as_printed(node, found, known)


def _mean(text: str, known: Known) -> Node | None:
    found = _A_MEAN.fullmatch(text)
    if found is None:
        return None
    years = _years(found, known, ("first", "last"), ("from", "to"), ("since", "till"))
    return _as_printed(call("mean", years_node(years)), found, known) if years else None


def _total(text: str, known: Known) -> Node | None:
    found = _A_TOTAL.fullmatch(text)
    years = _years(found, known, ("first", "last"), ("from", "to")) if found else []
    return call("sum", years_node(years)) if years else None


def _years(found: re.Match[str], known: Known, *spans: tuple[str, str]) -> list[int]:
    """The years of a window; none where its number and its years differ."""
    groups = found.groupdict()
    many = groups.get("many") or groups.get("of")
    years = list(range(known.year - int(many), known.year)) if many else []
    for first, last in spans:
        since, till = _year(found, first), _year(found, last)
        if since and till:
            said = list(range(since, till + 1))
            if many and len(said) != int(many):
                return []
            years = said
    return years if len(years) > 1 and years[-1] < known.year and all(known.has(year) for year in years) else []


def _year(found: re.Match[str], name: str) -> int:
    groups = found.groupdict()
    short, full = groups.get(name), groups.get(f"{name}full")
    return 2000 + int(short) if short else int(full) if full else 0


def _as_printed(node: Node, found: re.Match[str], known: Known) -> Node | None:
    """The figure that stands with it, when the table comes to that."""
    groups = found.groupdict()
    printed = groups.get("printed") or groups.get("bracketed")
    if printed is None:
        return node if known.value(node) is not None else None
    figure = Decimal(printed.replace(",", ""))
    value = known.value(node)
    if value is None:
        return number(figure) if not isinstance(node, Call) else None
    places = len(printed.partition(".")[2])
    if rounded(value, places) != figure:
        return None
    return node if value == figure else number(figure)


def _figure(text: str, known: Known) -> Node | None:
    del known
    found = _A_FIGURE.fullmatch(text)
    if found is None:
        return None
    name, kind = found["name"] or "", found["kind"] or ""
    if (
        _NOT_PLAIN.search(_AVERAGED.sub("", name))
        or _NOT_PLAIN.search(kind)
        or _MOVES.search(kind)
        or name.startswith("’")
    ):
        return None
    figure = Decimal((found["figure"] or found["inside"]).replace(",", ""))
    unit = found["unit"] or found["unit_inside"] or ""
    if unit == "년" and figure > 20:
        return None
    if unit in ("%", "퍼센트"):
        return number(figure, Suffix.RATIO)
    if unit.endswith("p") or unit.endswith("포인트"):
        return number(figure, Suffix.POINTS)
    return number(figure)
