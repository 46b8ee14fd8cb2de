"""Figures that a reading takes otherwise than they are printed: a sign that is lost, a result that is added to itself, the outcome in front taken
for a part, a factor in a bracket that is left, a step that sets the target and is not taken."""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Infix, Negative, Number, Past, Suffix, walk
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import NUMERAL, pattern_of

_UNIT = r"(?:%p|%포인트|퍼센트포인트|포인트|%|퍼센트|[가-힣]{1,2}?)?"
# `(△2.4+3.9+7.2)÷3`: the first of a sum, below zero.
_BELOW = pattern_of(rf"(?:^|[(=:])-(?P<figure>{NUMERAL}){_UNIT}\+")
# `목표 8.4% = 8.0% × 1.05`: what comes out, in front.
_IN_FRONT = pattern_of(rf"목표(?:치|값)?(?:는|은|:)?\(?(?P<figure>{NUMERAL}){_UNIT}\)?=(?=.*[×*÷/+])")
_FACTOR = pattern_of(rf"[×*]\((?:1|100%)(?P<sign>[+-])(?P<figure>{NUMERAL})%?\)")
# `이보다 0.4%p 높게 목표를 잡음`.
_SETTING = pattern_of(
    rf"(?<!\d)(?<!\d[.,])(?P<figure>{NUMERAL})(?:%p|%포인트|퍼센트포인트|포인트|%|퍼센트|(?!할|푼|배)[가-힣]{{1,2}})(?:를|을|만큼|정도|가량|씩)?(?:더|추가로|다소|한층|상향하여)?"
    r"(?:높게|높여|낮게|낮춰|낮추어|올려|내려|많게|적게|늘려|줄여|끌어올려|상향하여|하향하여|상향해|하향해)"
    r"(?:(?:금년도?|올해|당해연도|당해|최종|’\d{2}년도?)?(?:의)?목표(?:치|값)?(?:를|을|로))?(?:설정|잡|정함|정하|책정|산정|제시|삼|부여|결정)"
)
# `× (1 + 3% - 1%)`: what is put together before it multiplies.
_TOGETHER = pattern_of(r"[×*]\((?P<inner>[^()=]*%[^()=]*[+-][^()=]*)\)")
_RATE = pattern_of(rf"(?P<sign>[+-])?[가-힣·]{{0,14}}(?<![\d.’])(?P<figure>{NUMERAL})%")
# `MIN(전년 실적×1.05, 430)`, `y=8x+389`: what signs say, and a reading has nothing of.
_CHOOSES = pattern_of(r"(?:MIN|MAX|Min|Max|min|max|최소|최대|최솟값|최댓값)\((?=[^()]*(?:\([^()]*\)[^()]*)*,)")
_UNKNOWN = pattern_of(r"[a-zA-Z]=[-+]?\d[\d.]*\*?[a-zA-Z](?![a-zA-Z])")
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도|’\d{2}년도?|20\d{2}년도?)(?:[가-힣]{0,12})"
_ONTO = ("에", "에서", "보다", "대비", "에다", "에다가")
_HUNDRED = Decimal(100)


def misprinted(text: str, node: Node, known: Known) -> str:
    """The figure that a reading does not take as it is printed."""
    return (
        _sign_lost(text, node)
        or _added_to_itself(text, node, known)
        or _outcome_taken(text, node)
        or _factor_left(text, node)
        or _together_left(text, node)
        or _unchosen(text, node)
        or _step_left(text, node)
    )


def _worth(said: str) -> Decimal:
    return Decimal(said.replace(",", ""))


def _figures(node: Node) -> set[Decimal]:
    return {part.value for part in walk(node) if isinstance(part, Number)}


def _taken_off(node: Node) -> set[Decimal]:
    """What a reading takes off, or counts below zero."""
    return {
        part.value
        for one in walk(node)
        for part in (
            (one.right,)
            if isinstance(one, Infix) and one.operator == "-"
            else (one,)
            if isinstance(one, Negative)
            else ()
        )
        for part in walk(part)
        if isinstance(part, Number)
    }


def _sign_lost(text: str, node: Node) -> str:
    for found in _BELOW.finditer(text):
        figure = _worth(found["figure"])
        if figure in _figures(node) and figure not in _taken_off(node):
            return found[0]
    return ""


def _added_to_itself(text: str, node: Node, known: Known) -> str:
    """A result by its name and, once more, by the figure that is printed behind the name."""
    for part in walk(node):
        if not (isinstance(part, Infix) and part.operator == "+"):
            continue
        addends = list(_addends(part))
        results = {known.value(one) for one in addends if isinstance(one, Past)}
        for one in addends:
            if isinstance(one, Number) and one.value in results and (name := _named(text, one.value)):
                return name
    return ""


def _addends(node: Node) -> Iterator[Node]:
    if isinstance(node, Infix) and node.operator == "+":
        yield from _addends(node.left)
        yield from _addends(node.right)
    else:
        yield node


def _named(text: str, value: Decimal) -> str:
    """A result with its figure, where the figure stands in no other place."""
    places = [found for found in re.finditer(rf"(?<![\d’])(?<!\d[.,]){NUMERAL}", text) if _worth(found[0]) == value]
    if len(places) != 1:
        return ""
    [place] = places
    before = re.search(rf"{_LAST}\(?$", text[: place.start()])
    return before[0] + place[0] if before and not before[0].rstrip("(").endswith(_ONTO) else ""


def _outcome_taken(text: str, node: Node) -> str:
    found = _IN_FRONT.search(text) if isinstance(node, Infix) else None
    if found is None or _worth(found["figure"]) not in _figures(node):
        return ""
    again = any(
        _worth(one) == _worth(found["figure"])
        for one in re.findall(rf"(?<![\d’])(?<!\d[.,]){NUMERAL}", text[found.end() :])
    )
    return "" if again else found[0]


def _factor_left(text: str, node: Node) -> str:
    for found in _FACTOR.finditer(text):
        figure = _worth(found["figure"])
        changed = figure if found["sign"] == "+" else -figure
        steps = {
            part.right.value
            for part in walk(node)
            if isinstance(part, Infix) and part.operator == found["sign"] and isinstance(part.right, Number)
        }
        if not {figure, figure * _HUNDRED} & steps and not _figures(node) & {
            1 + changed / _HUNDRED,
            _HUNDRED + changed,
            1 + changed,
        }:
            return found[0]
    return ""


def _together_left(text: str, node: Node) -> str:
    """A rate of those that are put together in a bracket, which a reading does not take."""
    numbers = [part for part in walk(node) if isinstance(part, Number)]
    rates = {one.value if one.suffix is not Suffix.NONE else one.value * _HUNDRED for one in numbers}
    for found in _TOGETHER.finditer(text):
        told = [one for one in _RATE.finditer(found["inner"]) if one["figure"] != "100"]
        if abs(sum(Decimal((one["sign"] or "+") + one["figure"].replace(",", "")) for one in told)) in rates:
            continue
        if left := next((one[0] for one in told if _worth(one["figure"]) not in rates), ""):
            return left
    return ""


def _unchosen(text: str, node: Node) -> str:
    names = {part.name for part in walk(node) if isinstance(part, Call)}
    found = None if names & {"min", "max"} else _CHOOSES.search(text)
    if found is None and not isinstance(node, Number):
        found = _UNKNOWN.search(text)
    return found[0] if found else ""


def _step_left(text: str, node: Node) -> str:
    if isinstance(node, Number):
        return ""
    for found in _SETTING.finditer(text):
        figure = _worth(found["figure"])
        worths = {worth for one in (figure, -figure) for worth in (one, 1 + one / _HUNDRED, _HUNDRED + one)}
        if not _figures(node) & worths:
            return found[0]
    return ""
