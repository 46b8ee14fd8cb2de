"""Targets so many deviations above or below a mean, both printed: `평균 11.2에 표준편차 1.6을 더한 최고목표와 2배를 뺀 최저목표의 중간값`.

The mean and the deviation stand in the reason, since the table does not reach so far back. Every figure must be one of the two, a multiple of
the deviation, or print what comes out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas.tree import Node, Past
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.known import Known, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

_F = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_UNIT = r"(?:%p?|점|건|명|회|개소|개|일|시간|분|초|억원|만원|톤)?"
_NAMED = r"(?:치|값)?(?:은|는|이|가|인|:|=|\()?"
_MEAN = pattern_of(rf"(?:평균|기준치|기준값)(?:실적)?{_NAMED}(?P<figure>{_F}){_UNIT}(?![\d배])\)?")
_SPREAD = pattern_of(rf"(?:(?:모|표본)?표준편차|σ|시그마){_NAMED}(?P<figure>{_F}){_UNIT}(?![\d배])\)?")
_LAST = pattern_of(r"기준치(?:는|은|\(|=|:)?(?:전년도?|직전연?도?|작년)(?:의)?실적(?:치|값)?\)?")
# When it was counted says nothing.
_WHEN = pattern_of(
    r"\((?:’?\d{2,4}년?(?:도)?[~-]’?\d{2,4}년?(?:도)?|최근\d{1,2}개?년(?:간)?)\)|(?:최근|과거|직전|지난)?(?<![\d.])\d{1,2}개?년(?:간|도)?(?:의)?(?!차)|같은기간(?:의)?"
)
# `평균+2σ`, `평균-2×표준편차`, and in words: `표준편차의 2배를 뺀`.
_SIGNS = pattern_of(rf"[μM](?P<sign>[+-])(?:(?P<times>{_F})[×*xX]?)?(?:σ|표준편차)(?:[×*xX](?P<behind>{_F})(?:배)?)?")
_WORDS = pattern_of(
    rf"(?P<what>σ|표준편차)?(?:의)?(?P<times>{_F}배|절반)?(?:을|를|만큼)?(?P<verb>더한|더해|더하여|더하고|가산|합한|합산|뺀|빼서|빼고|빼|차감|감한)"
)
_MIDDLE = pattern_of(
    r"중간(?:값|점|치|수준|선)?|(?:두값|둘|양자|최저목표(?:값|치)?|하한(?:값|선)?)(?:\([^()]*\))?\d*(?:\.\d+)?의(?:산술|단순)?평균"
)
_WORKED = pattern_of(
    rf"(?:최고|최저)목표(?:치|값)?(?P<printed>{_F}){_UNIT}"
    rf"\(=?(?P<mean>{_F})(?P<sign>[+-])(?:(?P<times>{_F})[×*xX])?(?P<spread>{_F})\)"
)
# What a target of this kind has no part for.
_ELSE = pattern_of(
    r"대비|보다|상향|하향|증가|감소|제외|이내|초과|미만|만점|가중|비율|경우|다만|않|못|검토|협의|추세|전년목표|각각|또는|혹은|이상|이하|반올림|절사|올림|버림|단위"
)
_TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class _Edge:
    """So many deviations above or below."""

    times: Decimal
    start: int
    end: int


def band(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """The target between or at the edges of a band around a printed mean."""
    text = _WHEN.sub("", laid.text)
    if worked := list(_WORKED.finditer(text)):
        return _of_worked(text, worked)
    spread, text = _named(text, _SPREAD, "σ")
    mean, text = _named(text, _MEAN, "μ")
    base: Node
    if mean is None and _LAST.search(text):
        base, text = Past(kind="last"), _LAST.sub("μ", text).replace("기준치", "μ")
    elif mean is not None:
        base, text = number(mean), re.sub(r"(?<!산술)(?<!단순)(?<!둘의)(?<!값의)(?:평균|기준치)(?=[에+-])", "μ", text)
    else:
        return None
    if spread is None or _told_by_table(laid.text, known):
        return None
    edges = list(_edges(text))
    middle = bool(_MIDDLE.search(text))
    if not edges or len(edges) != (2 if middle else 1):
        return None
    nodes = [_edge(base, one.times, spread) for one in edges]
    node = infix(infix(nodes[0], "+", nodes[1]), "/", number(_TWO)) if middle else nodes[0]
    value = known.value(node)
    worths = [one for one in (*(known.value(each) for each in nodes), value) if one is not None]
    if value is None or not _nothing_else(text, edges, worths):
        return None
    return Made(node)


def _edge(base: Node, times: Decimal, spread: Decimal) -> Node:
    size = number(spread) if abs(times) == 1 else infix(number(abs(times)), "*", number(spread))
    return signed(base, -1 if times < 0 else 1, size)


def _value(figure: str | None) -> Decimal:
    """A printed figure; one where none is printed."""
    return Decimal((figure or "1").replace(",", ""))


def _named(text: str, pattern: re.Pattern[str], sign: str) -> tuple[Decimal | None, str]:
    """The one figure that has this name, and the text with a sign in its place."""
    figures = {_value(found["figure"]) for found in pattern.finditer(text)}
    if len(figures) != 1:
        return None, text
    return figures.pop(), pattern.sub(sign, text)


def _edges(text: str) -> Iterator[_Edge]:
    """How far each edge lies from the mean."""
    spans = []
    for found in _SIGNS.finditer(text):
        times = _value(found["times"]) * _value(found["behind"])
        spans.append(found.span())
        yield _Edge(-times if found["sign"] == "-" else times, *found.span())
    for found in _WORDS.finditer(text):
        if any(start <= found.start() < end for start, end in spans) or not (found["what"] or found["times"]):
            continue
        said = found["times"] or ""
        times = Decimal("0.5") if said == "절반" else _value(said.removesuffix("배"))
        less = found["verb"].startswith(("뺀", "빼", "차감", "감한"))
        yield _Edge(-times if less else times, *found.span())


def _of_worked(text: str, worked: list[re.Match[str]]) -> Made | None:
    """`최고목표 14.20(=12.40+1×1.80)과 최저목표 8.80(=12.40-2×1.80)의 평균값`."""
    nodes = []
    for found in worked:
        mean, spread, times = (_value(found[one]) for one in ("mean", "spread", "times"))
        times = -times if found["sign"] == "-" else times
        if mean + times * spread != _value(found["printed"]):
            return None
        nodes.append(number(_value(found["printed"])))
    rest = _WORKED.sub("", text)
    if len(nodes) != 2 or not re.search(r"중간|의(?:산술|단순)?평균", rest) or _ELSE.search(rest):
        return None
    node = infix(infix(nodes[0], "+", nodes[1]), "/", number(_TWO))
    value = Known(0).value(node)
    printed = [_value(one) for one in re.findall(_F, rest)]
    return Made(node) if all(one == value for one in printed) else None


def _nothing_else(text: str, edges: list[_Edge], worths: list[Decimal]) -> bool:
    """Whether every other figure prints an edge or the outcome, and nothing else is said."""
    rest = "".join(" " if any(one.start <= at < one.end for one in edges) else sign for at, sign in enumerate(text))
    if _ELSE.search(rest):
        return False
    return all(
        any(near(worth, _value(figure), len(figure.partition(".")[2])) for worth in worths)
        for figure in re.findall(_F, rest)
    )


def _told_by_table(text: str, known: Known) -> bool:
    """Whether the table reaches as far back as the mean does: then its own unrounded figures count."""
    counts = [int(one) for one in re.findall(r"(?<!\d)(\d{1,2})개?년", text)]
    years = range(known.year - max(counts, default=0), known.year)
    return bool(counts) and all(known.has(year) for year in years)
