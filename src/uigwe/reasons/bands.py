"""Targets so many deviations above or below a mean, both printed: `평균 11.2에 표준편차 1.6을 더한 최고목표와 2배를 뺀 최저목표의 중간값`.

The mean and the deviation stand in the reason, since the table does not reach so far back. Every figure must be one of the two, a multiple of
the deviation, or print what comes out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas.tree import Node, Past, Years
from uigwe.reasons.band_edges import by_figures
from uigwe.reasons.build import call, infix, number, signed, years_node
from uigwe.reasons.known import Known, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.tokens import Token
from uigwe.values import rounded

_F = rf"(?<![\d.]){GROUPED}"
_UNIT = r"(?:%p?|점|건|명|회|개소|개|일|시간|분|초|억원|만원|톤)?"
_NAMED = r"(?:치|값)?(?:은|는|이|가|인|:|=|\()?"
_MEAN = pattern_of(
    rf"(?<!값의)(?<!둘의)(?<!목표의)(?<!치의)(?:평균|기준치|기준값)(?:실적)?{_NAMED}(?P<figure>{_F}){_UNIT}(?![\d배])\)?"
)
_SPREAD = pattern_of(rf"(?:(?:모|표본)?표준편차|σ|시그마){_NAMED}(?P<figure>{_F}){_UNIT}(?![\d배])\)?")
_LAST = pattern_of(r"기준치(?:는|은|\(|=|:)?(?:전년도?|직전연?도?|작년)(?:의)?실적(?:치|값)?\)?")
# When it was counted says nothing.
_WHEN = pattern_of(
    r"\((?:’?\d{2,4}년?(?:도)?[~-]’?\d{2,4}년?(?:도)?|최근\d{1,2}개?년(?:간)?)\)|(?:최근|과거|직전|지난)?(?<![\d.])\d{1,2}개?년(?:간|도)?(?:의)?(?!차)|같은기간(?:의)?"
)
# `평균+2σ`, `평균-2×표준편차`, and in words: `표준편차의 2배를 뺀`.
_SIGNS = pattern_of(rf"[μM](?P<sign>[+-])(?:(?P<times>{_F})[×*xX]?)?(?:σ|표준편차)(?:[×*xX](?P<behind>{_F})(?:배)?)?")
_WORDS = pattern_of(
    rf"(?P<what>σ|표준편차)?(?:의)?(?P<times>{_F}배|절반)?(?:만큼)?(?:을|를)?(?P<verb>더한|더해|더하여|더하고|가산|합한|합산|뺀|빼서|빼고|빼|차감|감한)"
)
_MIDDLE = pattern_of(
    r"중간(?:값|점|치|수준|선)?|(?:두값|둘|양자|최저목표(?:값|치)?|하한(?:값|선)?)(?:\([^()]*\))?\d*(?:\.\d+)?의(?:산술|단순)?평균"
)
_EDGE = r"(?:최고|최저|상한|하한)(?:목표)?(?:수준)?(?:치|값|선)?(?:는|은|인|:|=)?"
_TIMES = rf"(?P<sign>[+-])(?:(?P<times>{_F})[×*xX]?(?=표준편차|σ|\()|(?P<more>{_F})[×*xX])?"
# An edge with how it was worked out: `최고목표 14.20(=12.40+1×1.80)`, `최고목표(평균 12.40+1×1.80=14.20)`, `최고 14.20(+1σ)`.
_WORKED = (
    pattern_of(
        rf"{_EDGE}(?P<printed>{_F}){_UNIT}\(=?(?:평균)?\(?(?P<mean>{_F})?{_UNIT}\)?{_TIMES}(?:표준편차|σ)?\(?(?P<spread>{_F})?{_UNIT}\)?\)"
    ),
    pattern_of(
        rf"{_EDGE}\(?(?:평균)?\(?(?P<mean>{_F}){_UNIT}\)?{_TIMES}(?:표준편차|σ)?\(?(?P<spread>{_F}){_UNIT}\)?=(?P<printed>{_F}){_UNIT}\)?"
    ),
    pattern_of(
        rf"{_EDGE}\((?:평균)(?P<mean>){_TIMES}(?:표준편차|σ)(?P<spread>)\)(?:는|은|:|=)?(?P<printed>{_F}){_UNIT}"
    ),
)
# Two edges that are only printed: `최고목표 13.5와 최저목표 9.0의 중간값`.
_BOTH = pattern_of(
    rf"(?P<name>최고|최저)목표(?:치|값)?(?:는|은|인|:|=|\()?(?P<top>{_F}){_UNIT}\)?(?:와|과|,|·|및|점과)*(?!(?P=name))최[고저]목표(?:치|값)?(?:는|은|인|:|=|\()?(?P<bottom>{_F}){_UNIT}\)?의(?:중간값|중간|산술평균|평균)"
)
_ROUNDED = pattern_of(
    r"(?:을|를|은|는)?(?P<how>(?:소수|정수|일의|1의)[^,.()\d]{0,14}?\d?[^,.()\d]{0,8}?반올림)(?:하여|한|해|함|처리|하였음)?(?:한|하여)?,?"
)
_OF_YEARS = pattern_of(
    r"(?:최근|직전|과거|지난)?(?<!\d)(\d)개?년(?:간|도)?(?:의)?(?:실적)?(?:치|값)?(?:의)?평균(?:값|치)?(?=[에+-])"
)
_OF_MEAN = pattern_of(r"(?<!산술)(?<!단순)(?<!둘의)(?<!값의)(?:평균|기준치)(?=[에+-])")
_IN_WORDS = (("한배", "1배"), ("두배", "2배"))
# What a target of this kind has no part for.
_ELSE = pattern_of(
    r"대비|보다|상향|하향|증가|감소|제외|이내|초과|미만|만점|가중|비율|경우|다만|않|못|검토|협의|추세|전년목표|각각|또는|혹은|이상|이하|반올림|절사|올림|버림|단위"
)
_SET = pattern_of(
    rf"(?<![×*+-])(?P<figure>{_F}){_UNIT}(?:를|을|으로|로)?(?:최고수준의|최고|올해|금년|최종|도전적인)?(?:목표(?:치|값)?(?:로|를)?)?(?:설정|정함|정하|확정|결정|제시|함|$)"
)
# The mean or the deviation told at the end.
_OF_ITS_OWN = pattern_of(r"(?:편차|평균|σ)(?:실적)?(?:치|값)?(?:은|는|이|가|:|=|\()*$")
_TWO = Decimal(2)
_CLOSE = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class _Edge:
    """So many deviations above or below."""

    times: Decimal
    start: int
    end: int


_BOUND = pattern_of(r"최고|최저|상한|하한")


def band(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """The target between or at the edges of a band around a printed mean."""
    said = laid.text
    rounds = _ROUNDED.search(said)
    if rounds:
        said = said[: rounds.start()] + said[rounds.end() :]
    whole, said = said, _WHEN.sub("", said)
    node = _of_worked(said, known) or _of_words(said, laid.text, known) or by_figures(whole, known)
    if node is None:
        return None
    if rounds:
        places = _places(rounds["how"], known)
        node = call("round", node, number(Decimal(places))) if places is not None else None
    return Made(node) if node is not None and _printed_so(said, node, known) else None


def _places(how: str, known: Known) -> int | None:
    """To how many places a reason rounds, when its words say so."""
    found = rounding_of(how, None, known)
    return found[1] if found and found[0] == "round" and not found[2] else None


def _printed_so(text: str, node: Node, known: Known) -> bool:
    """Whether a figure that is set in so many words is what comes out."""
    value = known.value(node)
    if value is None:
        return False
    said = [found["figure"] for found in _SET.finditer(text) if not _OF_ITS_OWN.search(text[: found.start()])]
    return not said or near(value, _value(said[0]), len(said[0].partition(".")[2]))


def _of_words(text: str, source: str, known: Known) -> Node | None:
    """The mean and the deviation by their names, and how far from the mean."""
    for word, digits in _IN_WORDS:
        text = text.replace(word, digits)
    spread, text = _named(text, _SPREAD, "σ")
    mean, text = _named(text, _MEAN, "μ")
    base: Node
    size: Node | None = number(spread) if spread is not None else None
    if mean is None and _LAST.search(text):
        base, text = Past(kind="last"), _LAST.sub("μ", text).replace("기준치", "μ")
    elif mean is not None:
        base, text = number(mean), _OF_MEAN.sub("μ", text)
    elif mean is None and (years := _tabled(source, known)):
        base, size = call("mean", years), size or call("sd", years)
        text = _OF_MEAN.sub("μ", text)
    else:
        return None
    if size is None:
        return None
    edges = list(_edges(text))
    middle = bool(_MIDDLE.search(text))
    if not edges or len(edges) != (2 if middle else 1):
        return None
    nodes = [_edge(base, one.times, size) for one in edges]
    node = infix(infix(nodes[0], "+", nodes[1]), "/", number(_TWO)) if middle else nodes[0]
    value = known.value(node)
    worths = [one for one in (*(known.value(each) for each in nodes), value) if one is not None]
    if value is None or not _nothing_else(text, edges, worths):
        return None
    tabled = mean is not None and _told_by_table(source, known) and not _gainsays(spread, source, known)
    return node if not tabled or (_SET.search(text) and (middle or _BOUND.search(source))) else None


def _edge(base: Node, times: Decimal, spread: Node) -> Node:
    size = spread if abs(times) == 1 else infix(number(abs(times)), "*", spread)
    return signed(base, -1 if times < 0 else 1, size)


def _tabled(source: str, known: Known) -> Years | None:
    """The years of which both are taken, when the table has them all and the middle of two edges is asked for."""
    found = set(_OF_YEARS.findall(source))
    if len(found) != 1 or not _MIDDLE.search(source) or re.search(r"표본|n-1|STDEV", source):
        return None
    years = range(known.year - int(found.pop()), known.year)
    return years_node(years) if all(known.has(year) for year in years) else None


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


def _of_worked(text: str, known: Known) -> Node | None:
    """`최고목표 14.20(=12.40+1×1.80)과 최저목표 8.80(=12.40-2×1.80)의 평균값`: every edge must be what its working comes to."""
    worked = [one for pattern in _WORKED for one in pattern.finditer(text)]
    rest = text
    for found in worked:
        rest = rest.replace(found[0], "")
    if not worked and (both := _BOTH.search(text)):
        return _between(text, both, known)
    if len(worked) != 2 or not re.search(r"중간|의(?:산술|단순)?평균", rest) or _ELSE.search(rest):
        return None
    means, spreads = (_figures(rest, worked, pattern, name) for pattern, name in ((_MEAN, "mean"), (_SPREAD, "spread")))
    if len(means) != 1 or len(spreads) != 1:
        return None
    [mean], [spread] = means, spreads
    nodes = []
    for found in worked:
        times = _value(found["times"] or found["more"])
        if mean + (-times if found["sign"] == "-" else times) * spread != _value(found["printed"]):
            return None
        nodes.append(number(_value(found["printed"])))
    node = infix(infix(nodes[0], "+", nodes[1]), "/", number(_TWO))
    value = known.value(node)
    told = [value, mean, spread, *(one.value for one in nodes)]
    figures = [(_value(one), len(one.partition(".")[2])) for one in re.findall(_F, rest)]
    return node if all(any(near(one, worth, places) for one in told) for worth, places in figures) else None


def _between(text: str, both: re.Match[str], known: Known) -> Node | None:
    """The middle of two edges: each must lie whole or half deviations from the mean, where both are told."""
    top, bottom = _value(both["top"]), _value(both["bottom"])
    if both["name"] == "최저":
        top, bottom = bottom, top
    rest = text.replace(both[0], "")
    means, spreads = ({_value(one["figure"]) for one in pattern.finditer(rest)} for pattern in (_MEAN, _SPREAD))
    told = {top, bottom, *means, *spreads}
    if len(means) > 1 or len(spreads) > 1 or top <= bottom or _ELSE.search(rest):
        return None
    if means and spreads:
        [mean], [spread] = means, spreads
        steps = [(one - mean) * _TWO / spread for one in (top, bottom)] if spread else [Decimal("0.1")]
        if any(abs(one - rounded(one, 0)) > _CLOSE for one in steps):
            return None
    node = infix(infix(number(top), "+", number(bottom)), "/", number(_TWO))
    value = known.value(node)
    figures = [(_value(one), len(one.partition(".")[2])) for one in re.findall(_F, rest)]
    return node if all(worth in told or near(value, worth, places) for worth, places in figures) else None


def _figures(rest: str, worked: list[re.Match[str]], pattern: re.Pattern[str], name: str) -> set[Decimal]:
    """The mean, or the deviation, as the workings print it or as it is told beside them."""
    found = {_value(one[name]) for one in worked if one[name]}
    return found or {_value(one["figure"]) for one in pattern.finditer(rest)}


def _nothing_else(text: str, edges: list[_Edge], worths: list[Decimal]) -> bool:
    """Whether every other figure prints an edge or the outcome, and nothing else is said."""
    rest = "".join(" " if any(one.start <= at < one.end for one in edges) else sign for at, sign in enumerate(text))
    if _ELSE.search(rest):
        return False
    return all(
        any(near(worth, _value(figure), len(figure.partition(".")[2])) for worth in worths)
        for figure in re.findall(_F, rest)
    )


def _gainsays(spread: Decimal | None, source: str, known: Known) -> bool:
    """Whether the deviation that is printed is not the table's: then the printed figures count."""
    if spread is None:
        return False
    counts = [int(one) for one in re.findall(r"(?<!\d)(\d{1,2})개?년", source)]
    years = years_node(range(known.year - max(counts, default=0), known.year))
    places = max(0, -int(spread.as_tuple().exponent))
    return not near(known.value(call("sd", years)), spread, places)


def _told_by_table(text: str, known: Known) -> bool:
    """Whether the table reaches as far back as the mean does: then its own unrounded figures count."""
    counts = [int(one) for one in re.findall(r"(?<!\d)(\d{1,2})개?년", text)]
    years = range(known.year - max(counts, default=0), known.year)
    return bool(counts) and all(known.has(year) for year in years)
