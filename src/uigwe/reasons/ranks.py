"""The second best of a window, and the weights of a row, put into words that the grammar knows.

`최근 5년 중 두 번째로 높은 실적` is the result of a year that the table shows; weights told one by one, or of which a bracket says
where the heavier one belongs, are the row that they make.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import read_tokens

_YEARS = (
    r"(?:(?:최근|직전|과거|지난)의?\d{1,2}(?:개)?(?:년|연도|년도|해)(?:간|동안)?(?:\([^()]*\))?"
    r"|’?\d{2,4}년?(?:도)?~’?\d{2,4}년?(?:도)?|(?:’?\d{2,4}년?[,·]){1,9}’?\d{2,4}년)"
)
_RANKED = pattern_of(
    rf"(?P<window>{_YEARS})(?:의|간의|도)?(?:실적|값|결과)?(?:중|가운데)(?:에서)?(?:도)?"
    r"(?P<nth>두번째|세번째|2번째|3번째|둘째|셋째|2위|3위)(?:로|인)?(?P<way>높|큰|크|많|낮|작|적|짧|빠)(?:은|았던|던|른|랐던|컸던)?(?:해의|연도의)?"
    r"(?P<noun>실적|값|수치|기록|결과|점수)(?:치|값)?"
)
_MOST = ("높", "큰", "크", "많")
_NTH = {"두": 2, "둘": 2, "2": 2, "세": 3, "셋": 3, "3": 3}
_SINCE = pattern_of(
    r"(?P<year>’\d{2}|20\d{2})년?(?:도)?부터의?(?:지금까지의?|현재까지의?|작년까지의?|전년까지의?)?(?=실적(?:중|가운데))"
)


def ranked(laid: Laid, year: int, results: Mapping[int, Decimal]) -> Laid:
    """The second or third of a window as the year that it is of, when all results are there and no two are the same."""
    if year:
        laid = replaced(laid, [(*one.span(), f"{one['year']}~{year - 1}년") for one in _SINCE.finditer(laid.text)])
    changes = []
    for found in _RANKED.finditer(laid.text):
        chosen = _year_of(laid.part(*found.span("window")), found, year, results)
        if chosen:
            changes.append((*found.span(), f"’{chosen % 100:02}년실적"))
    return replaced(laid, changes) if changes else laid


def _year_of(window: Laid, found: re.Match[str], target: int, results: Mapping[int, Decimal]) -> int:
    years: set[int] = set()
    for token in read_tokens(window):
        if token.kind == "span" and not years:
            years = set(range(target - token.count, target))
        elif token.kind in ("year", "range", "list"):
            listed = set(token.years)
            years = years | listed if token.kind == "year" else listed
    values = {year: results[year] for year in years if year in results}
    nth = _NTH[found["nth"][0]]
    rest = sorted((value, year) for year, value in values.items())
    if len(rest) != len(years) or len(rest) <= nth or len({value for value, _ in rest}) != len(rest):
        return 0
    return rest[-nth][1] if found["way"] in _MOST else rest[nth - 1][1]


# ── which of a window, in other words ──

_BEST = r"(?:최고|최대|최댓|가장높은)(?:값|치|점|실적|연도|해)?"
_WORST = r"(?:최저|최소|최솟|가장낮은)(?:값|치|점|실적|연도|해)?"
_CUT = r"(?:을|를)?(?:뺀|제외한|덜어낸)"
_SAID_OTHERWISE = (
    # Without the best and the worst of three, the middle one is left.
    (pattern_of(
        r"((?:최근|직전|과거|지난)(?:3|세|삼)(?:개)?(?:년|해|연도|년도)(?:간|동안)?)(?:의)?(?:실적)?(?:중|가운데)(?:에서)?"
        rf"{_BEST}(?:[·,/]|와|과|및){_WORST}{_CUT}(?:나머지|중간|남은)*(?:한해|1개년|1개연도|하나)?(?:의)?(?:실적|값|해)(?!평균|의평균)"
    ), r"\1중앙값"),
    (pattern_of(
        rf"({_BEST}(?:[·,/]|와|과|및){_WORST}{_CUT})나머지?(?:\d개?(?:년|연도))?\(((?:최근|직전|과거)\d{{1,2}}(?:개)?년(?:간)?)(?:실적)?(?:기준|중)?\)"
        r"(?:의)?(?=평균)"
    ), r"\2중\1"),
    (pattern_of(
        r"((?:실적|평균|최고치|최대치)(?:치|값)?)(?:의)?수준까지(?:끌어)?(?:올리|올려|높이|높여|회복하|회복시키|도달하|향상시키|상향하)"
        r"(?:는것을목표(?:로)?(?:함|설정|하여)?|도록함|도록설정|고자함)$"
    ), r"\1을유지함"),
)  # fmt: skip


def otherwise_said(laid: Laid) -> Laid:
    """Which one is meant, in the words that the grammar knows."""
    for pattern, word in _SAID_OTHERWISE:
        laid = replaced(laid, [(*one.span(), one.expand(word)) for one in pattern.finditer(laid.text)])
    return laid


# ── weights ──

_ONE = r"(?:’\d{2}년?|20\d{2}년?|전전년|전년|작년|재작년|\d년전)(?:도)?(?:실적)?"
_WEIGHT = r"\d+(?:\.\d+)?%?"
_EACH_WEIGHT = pattern_of(rf"(?P<of>{_ONE})(?:의|에|은|는)?(?:가중치)(?:는|를|로|가)?(?P<weight>{_WEIGHT})")
_ROW_APPLIED = pattern_of(
    rf"(?P<row>{_ONE}{_WEIGHT}(?:(?:,|와|과|및|·|을|를){{1,2}}{_ONE}{_WEIGHT})+)(?:을|를|로|으로)?(?:의)?(?:각각)?(?:적용|반영|부여|곱)(?:한|하여|해)(?=가중)"
)
_WITH_BRACKET = pattern_of(
    rf"(?P<row>{_WEIGHT}(?:[:,]{_WEIGHT})+)(?P<mid>(?:의)?(?:가중치|비중|비율)?)"
    rf"\((?:최근|가까운|최신|직전)(?:연도|년도|해|년)?(?:가|이|에|의|는|은|부터)?(?:가중치)?(?P<top>{_WEIGHT})\)"
)
_LISTED_ROW = pattern_of(r"(?<![\d.,])(?P<row>\d(?:[,·] ?\d){1,4})(?=의(?:가중치|비중|비율))")
_SHARED = pattern_of(
    r"(?<=[을를])(?:각각)?(?P<row>\d+:\d+(?::\d+)?)(?:의)?(?:비율|비중|가중치)?(?:으로|로)?(?:각각)?(?:반영|합산|적용|배분|혼합|결합)"
    r"(?:하여|한|해|함)?(?:합산(?:한|하여|함)?|합계)?(?=$|[.,)]|산정|산출|설정|목표|계산|도출|값|점수)"
)
_WINDOW = r"(?:최근|직전|과거|지난)\d(?:개)?(?:년|연도|년도)(?:간|동안)?"
_YEAR_BY_YEAR = pattern_of(rf"(?P<window>{_WINDOW})(?:의)?(?:연도별|각연도|각년도|각)(?:의)?실적에(?:각각)?")
_SHARED_OUT = pattern_of(
    rf"(?P<window>{_WINDOW})(?:의)?실적에(?:각각)?(?P<row>\d+%(?:,\d+%)+)의?(?:가중치|비중)(?:를|을)(?:적용|부여|반영|두|주|곱)(?:하여|한|해|어|함)?"
    r"(?:가중)?(?:평균|합산)?(?:한)?(?=$|[.,)]|산정|산출|설정|목표|계산|값)"
)


def weights_in_a_row(laid: Laid) -> Laid:
    """Weights as the row that the grammar reads."""
    if not re.search(r"\d:\d|가중|비중|비율", laid.text):
        return laid
    laid = replaced(laid, [(*one.span(), f"{one['of']}{one['weight']}") for one in _EACH_WEIGHT.finditer(laid.text)])
    laid = replaced(laid, [(*one.span(), f"{one['row']}의가중치를적용한") for one in _ROW_APPLIED.finditer(laid.text)])
    laid = replaced(
        laid, [(*one.span("row"), re.sub("[,·] ?", ":", one["row"])) for one in _LISTED_ROW.finditer(laid.text)]
    )
    laid = replaced(laid, [(*one.span(), one["window"] + "실적에") for one in _YEAR_BY_YEAR.finditer(laid.text)])
    heavier = [one for one in _WITH_BRACKET.finditer(laid.text) if _is_most(one["row"], one["top"])]
    laid = replaced(laid, [(*one.span(), f"{one['row']}{one['mid']}") for one in heavier])
    laid = replaced(
        laid, [(*one.span(), f"{one['window']}가중평균({one['row']})") for one in _SHARED_OUT.finditer(laid.text)]
    )
    return replaced(laid, [(*one.span(), f"{one['row']}로가중평균한") for one in _SHARED.finditer(laid.text)])


def _is_most(row: str, top: str) -> bool:
    """Whether the weight that the later year is said to have is the heaviest, at one end of the row."""
    weights = [Decimal(one.removesuffix("%")) for one in re.split("[:,]", row)]
    return Decimal(top.removesuffix("%")) == max(weights) and max(weights) in (weights[0], weights[-1])
