"""Targets at an edge of a band around a mean, or between its edges, told by figures.

`최고목표 82.0점(78.0+1×4.0), 최저목표 70.0점(78.0-2×4.0)을 산출하고 최고목표를 채택`, `평균(8.40)과 표준편차(0.80)로 최고(+1σ) 9.20, 최저(-2σ) 6.80을
구하였다. 목표는 두 값의 평균`. The words may stand in any order. Each figure must be the mean, the deviation, a multiple of it, an edge that lies so
many deviations from the mean, or what comes out; and the words must say which edge is taken, or that it is the middle of the two.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, walk
from uigwe.reasons.build import call, infix, number, years_node
from uigwe.reasons.known import Known, near
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.values import EXACT, rounded

_F = rf"(?<![\d.]){GROUPED}"
_UNIT = r"(?:%p?|점|건|명|회|개소|개사|개|일|시간|분|초|억원|만원|백만원|톤|배(?!수))?"
_FIGURE = pattern_of(rf"(?P<figure>{_F})(?P<unit>{_UNIT})")
_BAND = pattern_of(r"표준편차|σ|시그마")
_TIMES = rf"(?:(?P<times>{_F})(?:[×*xX]|배의?))?"
# `78.0+1*4.0=82.0`, `70.0-2×2.0`: an edge with its working.
_WORKING = pattern_of(
    rf"(?P<printed>{_F}{_UNIT})?(?P<open>\(=?|=)?(?:평균|기준치)?(?P<mean>{_F}){_UNIT}(?P<sign>[+-])\(?{_TIMES}(?:표준편차|σ)?(?P<spread>{_F}){_UNIT}\)?(?:[×*xX](?P<behind>{_F}))?(?:=(?P<out>{_F}){_UNIT})?(?(open)\)?)"
)
_MEAN = pattern_of(
    rf"(?<!값의)(?<!둘의)(?<!산술)(?:평균|기준치|기준값)(?:실적)?(?:치|값)?(?:은|는|이|가|인|을|를|:|=|\()*(?P<figure>{_F}){_UNIT}(?![\d배])\)?"
)
_SPREAD = pattern_of(rf"(?:표준편차|σ|시그마)(?:은|는|이|가|인|을|를|:|=|\()*(?P<figure>{_F}){_UNIT}(?![\d배])\)?")
_MULTIPLE = pattern_of(rf"(?<![\d.])[+-]?(?P<figure>{_F})(?:배|[×*xX]?(?:표준편차|σ))")
_WHEN = pattern_of(
    r"\((?:’?\d{2,4}년?(?:도)?[~-]’?\d{2,4}년?(?:도)?|최근\d{1,2}개?년(?:간)?)\)|’?\d{2,4}년?(?:도)?[~-]’\d{2,4}년(?:도)?|(?:’\d{2}|20\d{2})년?도?|(?:최근|과거|직전|지난)?(?<![\d.])\d{1,2}개?년(?:간|도)?(?:의)?(?!차)"
)
_WINDOW = pattern_of(r"(?<!\d)(?P<years>\d{1,2})개?년(?:간|도)?")
_HIGH, _LOW = r"(?:최고|상한)", r"(?:최저|하한)"
_NAME = r"(?:목표|수준)?(?:치|값|선)?"
_TAKEN = r"(?:(?:(?:’\d{2}년도?|올해|금년도?|최종|당해연도|#)(?:의)?)?목표(?:치|값)?(?:로|으로)|채택|선택|적용|설정|반영|부여)"
_BOTH = r"(?:두(?:값|목표|수치|수준|개)|둘|양자|양값|이들|양목표|두목표치|이두값)"
_MEANS = r"(?:산술|단순)?평균|중간|한가운데|가운데|중앙"
_MIDDLE = pattern_of(
    rf"{_BOTH}(?:값|수치|목표)?(?:의|을|를)?(?:더하여나눈|{_MEANS})"
    rf"|(?:{_HIGH}{_NAME}(?:와|과|·|및|,|/)*{_LOW}|{_LOW}{_NAME}(?:와|과|·|및|,|/)*{_HIGH}){_NAME}(?:의|을|를|간의|사이의)?(?:{_MEANS})|중간(?:값|점|치|수준)|(?:더해|더하여|합해|합하여|합쳐)(?:서)?(?:둘|2|이)?(?:로|으로)?(?:나눈|나누어|나눠)"
)
_TAKES = {
    1: pattern_of(
        rf"(?<!와)(?<!과)(?<!·){_HIGH}{_NAME}(?:(?:을|를|만을?|로|으로|인)(?:[^가-힣]*)?(?:도전적으로|적극적으로)?{_TAKEN}|(?:채택|선택|적용|설정))"
    ),
    -1: pattern_of(
        rf"(?<!와)(?<!과)(?<!·){_LOW}{_NAME}(?:(?:을|를|만을?|로|으로|인)(?:[^가-힣]*)?(?:도전적으로|적극적으로)?{_TAKEN}|(?:채택|선택|적용|설정))"
    ),
}
# What a target of this kind has no part for.
_ELSE = pattern_of(
    r"대비|보다|상향|하향|제외|이내|초과|미만|만점|가중|비율|경우|다만|않|못|검토|협의|전년목표|각각의|또는|혹은|절사|반올림|올림|버림|단위|한값에서|더높|더낮|추가"
)
_STEPS_OF_HALVES = Decimal(2)
_FARTHEST = Decimal(3)
_TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words tell of a band."""

    mean: Decimal | None = None
    spread: Decimal | None = None
    edges: tuple[Decimal, ...] = ()


def by_figures(text: str, known: Known) -> Node | None:
    """The edge, or the middle of two, that the figures of a reason come to."""
    if not (_BAND.search(text) or _AIMED.search(text)) or _ELSE.search(text):
        return None
    plain = _WHEN.sub("#", text)
    found = _worked_out(plain)
    if found is None:
        return None
    told, rest = found
    told, rest = _named(told, rest)
    rest = _MULTIPLE.sub("", rest)
    others = [_worth(one["figure"]) for one in _FIGURE.finditer(rest)]
    way = _way(plain)
    base = _completed(told, text, known)
    if way is None or base is None:
        return _between_names(plain, told, others) if way == 0 else None
    mean, spread = base
    edges = {*told.edges, *(one for one in others if _apart(one, mean, spread))}
    node = _taken(way, edges, mean)
    value = known.value(node) if node is not None else None
    if value is None or any(
        one not in edges
        and one not in (mean, spread)
        and not any(near(value, one, places) for places in {0, _places(one)})
        for one in others
    ):
        return None
    return node


_NAMED_EDGE = pattern_of(
    rf"(?P<edge>최고|최저|상한|하한)(?:목표|수준)?(?:치|값|선)?(?:은|는|이|가|인|을|를|:|=|\()*(?P<figure>{_F}){_UNIT}(?![+*×])"
)


def _between_names(text: str, told: _Told, others: list[Decimal]) -> Node | None:
    """The middle of two edges that only their names tell, where neither the mean nor the deviation is printed."""
    edges = {one["edge"] in ("최고", "상한"): _worth(one["figure"]) for one in _NAMED_EDGE.finditer(text)}
    if told != _Told() or len(edges) != len(others) or len(edges) != _EDGES or edges[True] <= edges[False]:
        return None
    return infix(infix(number(edges[True]), "+", number(edges[False])), "/", number(_TWO))


_EDGES = 2


def edge_unsaid(text: str, node: Node) -> str:
    """The two edges that a reason tells of, where a reading is neither the one that is chosen nor the middle of both."""
    found = _EDGED.search(text) if _BAND.search(text) or _AIMED.search(text) else None
    if found is None:
        return ""
    halves = any(
        (isinstance(part, Infix) and part.operator == "/" and part.right == number(_TWO))
        or (isinstance(part, Call) and part.name in ("mean", "median") and len(part.arguments) > 1)
        for part in walk(node)
    )
    way = _way(_WHEN.sub("#", text))
    return "" if way is not None and (way == 0) == halves else found[0]


_AIMED = pattern_of(r"최고목표.*최저목표|최저목표.*최고목표")
_SIGN = r"(?:[^.]|(?<=\d)\.(?=\d))"  # of one sentence
_EDGED = pattern_of(
    rf"{_HIGH}(?:목표|수준|값|치)?{_SIGN}{{0,80}}?{_LOW}(?:목표|수준|값|치)?|{_LOW}(?:목표|수준|값|치)?{_SIGN}{{0,80}}?{_HIGH}(?:목표|수준|값|치)?"
)


def _worth(said: str) -> Decimal:
    return Decimal(re.sub(r"[^\d.]", "", said))


def _places(one: Decimal) -> int:
    return max(0, -int(one.as_tuple().exponent))


def _worked_out(text: str) -> tuple[_Told, str] | None:
    """The edges that are worked out in signs, all from one mean and one deviation; None where a working is wrong."""
    means, spreads, edges = set[Decimal](), set[Decimal](), []
    for found in _WORKING.finditer(text):
        mean, spread = _worth(found["mean"]), _worth(found["spread"])
        times = _worth(found["times"] or found["behind"] or "1")
        edge = mean - times * spread if found["sign"] == "-" else mean + times * spread
        printed = [_worth(one) for one in (found["printed"] if found["open"] else None, found["out"]) if one]
        if any(not near(edge, one, _places(one)) for one in printed):
            return None
        means.add(mean)
        spreads.add(spread)
        edges.append(edge)
    if len(means) > 1 or len(spreads) > 1:
        return None
    told = _Told(means.pop() if means else None, spreads.pop() if spreads else None, tuple(edges))
    return told, _WORKING.sub("", text)


def _named(told: _Told, text: str) -> tuple[_Told, str]:
    """The mean and the deviation by their names."""
    if told.spread is None and len(found := {_worth(one["figure"]) for one in _SPREAD.finditer(text)}) == 1:
        told = replace(told, spread=found.pop())
    text = _SPREAD.sub("표준편차", text)
    if told.mean is None and len(found := {_worth(one["figure"]) for one in _MEAN.finditer(text)}) == 1:
        told = replace(told, mean=found.pop())
        text = _MEAN.sub("평균", text)
    return told, text


def _completed(told: _Told, text: str, known: Known) -> tuple[Decimal, Decimal] | None:
    """The mean and the deviation, from the table where the words print them not."""
    windows = {int(one["years"]) for one in _WINDOW.finditer(text)}
    years = range(known.year - windows.pop(), known.year) if len(windows) == 1 else range(0)
    tabled = bool(years) and all(known.has(year) for year in years)
    mean, spread = told.mean, told.spread
    if mean is None:
        mean = known.value(call("mean", years_node(years))) if tabled else None
    if spread is None:
        spread = known.value(call("sd", years_node(years))) if tabled else None
    return (mean, spread) if mean is not None and spread else None


def _apart(one: Decimal, mean: Decimal, spread: Decimal) -> bool:
    """Whether a figure lies so many halves of the deviation from the mean, as far as it is printed."""
    halves = EXACT.divide((one - mean) * _STEPS_OF_HALVES, spread)
    whole = rounded(halves, 0)
    edge = mean + whole * spread / _STEPS_OF_HALVES
    return whole != 0 and abs(whole) <= _FARTHEST * _STEPS_OF_HALVES and near(edge, one, _places(one))


def _way(text: str) -> int | None:
    """Which edge is taken: the upper (1), the lower (-1), the middle of both (0); None where that is not said, or said twice."""
    bare = re.sub(r"\([^()]*\)", "", text)
    bare = _FIGURE.sub("", bare)
    ways = {sign for sign, pattern in _TAKES.items() if pattern.search(bare)}
    if _MIDDLE.search(bare):
        return 0 if not ways else None
    return ways.pop() if len(ways) == 1 else None


def _taken(way: int, edges: set[Decimal], mean: Decimal) -> Node | None:
    above, below = [one for one in edges if one > mean], [one for one in edges if one < mean]
    if len(above) > 1 or len(below) > 1:
        return None
    if way == 0:
        if not above or not below:
            return None
        return infix(infix(number(above[0]), "+", number(below[0])), "/", number(_TWO))
    side = above if way > 0 else below
    return number(side[0]) if side else None
