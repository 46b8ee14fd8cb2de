"""What a reading leaves unanswered: growth of results below zero, a result that is printed again as if it were a step, rates that grow by their
own mean, a growth that is taken up and not applied, the middle of two figures of which it takes one."""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Infix, Number, Past, Years, walk
from uigwe.reasons.known import Known
from uigwe.reasons.normal.own_rates import set_by_its_rate
from uigwe.reasons.patterns import NUMERAL, pattern_of

_GROWING = frozenset(["growth", "cagr"])


def unanswered(text: str, node: Node, known: Known) -> str:
    """The words for which a reading cannot stand."""
    for year in _grown(node, known.year):
        cell = known.actuals.get(year)
        if cell is not None and cell.value is not None and cell.value <= 0:
            return f"{cell.value}"
    if (
        again := _printed_again(text, node, known)
        or _taken_nowhere(text, node)
        or _one_of_two(text, node)
        or _only_compared(text, node)
        or _against_its_name(text, node)
        or _adjusted(text)
    ):
        return again
    return set_by_its_rate(text, known) if any(_grown(node, known.year)) else ""


def _grown(node: Node, target: int) -> Iterator[int]:
    """The years between which a reading takes a growth."""
    for part in walk(node):
        if isinstance(part, Call) and part.name in _GROWING:
            yield from (year for one in part.arguments if isinstance(one, Years) for year in one.listed())
        elif (
            isinstance(part, Infix)
            and part.operator == "/"
            and isinstance(part.left, Past)
            and isinstance(part.right, Past)
        ):
            yield from (one.year or target - 1 for one in (part.left, part.right))


def _printed_again(text: str, node: Node, known: Known) -> str:
    """A result below zero that the reason prints beside its year, taken for what is subtracted."""
    steps = {
        part.right.value
        for part in walk(node)
        if isinstance(part, Infix) and part.operator == "-" and isinstance(part.right, Number)
    }
    for year, cell in known.actuals.items():
        if cell.value is not None and cell.value < 0 and -cell.value in steps:
            found = re.search(rf"’?{year % 100:02}(?:년)?(?:도)?\)?[가-힣]{{0,14}}\(?-{-cell.value}(?![\d.])", text)
            if found:
                return found[0]
    return ""


_LOWER = pattern_of(
    r"(?:증가율|성장률|상승률|신장률)(?:인)?\(?(?P<was>\d+(?:\.\d+)?)%\)?(?:보다(?:더|훨씬|다소|(?:약)?\d+(?:\.\d+)?배(?:이상)?)?(?:높은|낮은|도전적인)|(?:을|를)(?:상회하는|웃도는|뛰어넘는))(?=증가율|성장률|상승률|수준|상향률|비율)"
)
_INCREASE = pattern_of(r"(?:증가|상승)(?:폭|분)\(?(?P<figure>\d+(?:\.\d+)?)(?:%p|%|[가-힣]{1,2})\)?(?:와|과|,|및)")
_ADJUSTED = pattern_of(
    r"(?:적용|반영|가산|상향|더)(?:하되|하였으나|했으나),?[^.\d]{0,24}?(?:하향|상향|축소|감액)?조정(?:함|하여설정|하였음|하여정함|하였다)?[.]?$"
)
_MIDDLE = pattern_of(
    rf"(?<![\d.,])(?P<figure>{NUMERAL})(?:%p?|[가-힣]{{1,3}}?)?의(?:중간(?:값|점|치)|산술평균|(?<=목표의)평균)"
)
_SAME = pattern_of(
    r"(?:같은|동일한?|그|이|해당)(?:비율|증가율|성장률|상승률|감소율|폭|증가폭|상승폭|증가분)(?:만큼|을|를|으로|로)?(?:적용|반영|상향|증가|가산|더|늘|높|올)"
)


def _taken_nowhere(text: str, node: Node) -> str:
    """A growth that is taken up, where nothing is made of the result: `전년 실적에 같은 비율을 적용`."""
    found = _SAME.search(text) if isinstance(node, Past) else None
    return found[0] if found else ""


def _only_compared(text: str, node: Node) -> str:
    """A rate than which the one that is applied is higher: `전년도 증가율(0.4%)보다 높은 증가율`."""
    found = _LOWER.search(text)
    taken = {part.value for part in walk(node) if isinstance(part, Number)}
    return found[0] if found and Decimal(found["was"]) in taken else ""


def _against_its_name(text: str, node: Node) -> str:
    """An increase by its name that a reading takes off."""
    taken = {
        part.right.value
        for part in walk(node)
        if isinstance(part, Infix) and part.operator == "-" and isinstance(part.right, Number)
    }
    return next((found[0] for found in _INCREASE.finditer(text) if Decimal(found["figure"]) in taken), "")


def _adjusted(text: str) -> str:
    """`10%를 적용하되 여건을 고려하여 하향 조정`: by how much nobody says."""
    found = _ADJUSTED.search(text)
    return found[0] if found else ""


def _one_of_two(text: str, node: Node) -> str:
    """`최고목표 13.5와 최저목표 9.0의 중간값`, of which a reading takes the one figure."""
    found = _MIDDLE.search(text) if isinstance(node, Number) else None
    return (
        found[0]
        if found and isinstance(node, Number) and Decimal(found["figure"].replace(",", "")) == node.value
        else ""
    )
