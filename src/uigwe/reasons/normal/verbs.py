"""Rare words for a step in the usual ones: `5% 커진 값` is 5 % more, `에 5% 못 미치는` 5 % less, `곱절` two times.

Only behind a figure that is held against a base, or in the place of a number of times, do they mean a step.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_AMOUNT = rf"{NUMERAL}(?:%p?|퍼센트|(?!년)[가-힣]{{1,3}}?)"
_THING = r"(?=값|수준|수치|것|규모|목표|선|점수|건수|인원|지점|금액|물량|$|[.,)]|\d)"
_TIMES = {"": "2", "두": "2", "세": "3", "네": "4", "다섯": "5"}
_SAME = tuple(
    (pattern_of(pattern), word)
    for pattern, word in (
        (
            rf"((?:보다|대비|에비해|에비하여)(?:도|는)?(?:약)?{_AMOUNT})(?:만큼|가|이|정도)?(?:더)?(?:커진|나아진|불어난|"
            rf"올라간|올라선|치솟은|뛴){_THING}", r"\1높은"),
        (
            rf"((?:보다|대비|에비해|에비하여)(?:도|는)?(?:약)?{_AMOUNT})(?:만큼|가|이|정도)?(?:더)?(?:작아진|떨어진|줄인듯한|"
            rf"내려간|내려선){_THING}", r"\1낮은"),
        (rf"((?:을|를)(?:약)?{_AMOUNT})(?:만큼|이상|가량)?(?:능가하는|앞서는|앞지르는|추월하는|뛰어넘는|넘어선)", r"\1상회하는"),
        (rf"(?:에)((?:약)?{_AMOUNT})(?:가|이|만큼)?(?:못미치는|미달하는|모자라는|모자란)", r"보다\1낮은"),
        (rf"((?:보다|대비)(?:약)?{_AMOUNT})(?:가|이|만큼)?(?:더)?(?:많|높|크)(?:도록|게끔)", r"\1높게"),
        (rf"((?:보다|대비)(?:약)?{_AMOUNT})(?:가|이|만큼)?(?:더)?(?:적|낮|작)(?:도록|게끔)", r"\1낮게"),
        (
            rf"({NUMERAL}%p?)(?:의)?(증가|상향|향상|인상|감소|하향|확대)(?:치|분(?:을|를)?(?:더한|반영한|포함한)(?=값|수치|"
            rf"수준))(?=를|을|로|$|[.,)]|값|수치|수준)", r"\1\2한값"),
        (
            rf"^목표(?:치)?(?:로)?(?:의)?(?:증가율|상향률|성장률|향상률|상승률)(?:은|는|:)((?:전년도?|작년|지난해|직전연도|"
            rf"최근\d개?년)[가-힣]{{0,6}}(?:대비|보다))({NUMERAL}%)(?:(?:으로|로)(?:함|설정|정함|설정함|하였음|설정하였음)|임)?$", r"\1\2상향"),
    )
)  # fmt: skip
# `실적의 105% 상향`: to so much of it, for nobody more than doubles it in such words. With nothing behind it the level is set, else only raised to.
_LEVEL = pattern_of(
    r"(?<=의)(?P<level>(?:약)?1(?:[12]\d(?:\.\d+)?|0\d(?:\.\d+)?|30)%)(?:(?P<set>(?:이상|수준|내외)?(?:상향|증가|제고|인상|상승|확대|향상|증액)(?:조정)?"
    r"(?:설정|책정|산정|함|임)?(?:하여(?:목표(?:치|값)?(?:를|을|로)?)?(?:설정|책정|산정|제시|정함|잡음))?[함됨임하]?[가-힣]{0,2}(?=$|[.,(]))|(?=상향|향상))"
)
_DOUBLE = pattern_of(
    r"(?<![가-힣])(?P<many>두|세|네|다섯)?(?:곱절|갑절)(?!이상)|(?<=[의를을])(?P<more>두|세|네|다섯)?(?:곱절|갑절)(?!이상)"
)
# `두 배(200%)`, `1.5배, 즉 150%`.
_BOTH = pattern_of(
    rf"(?P<times>두|세|네|다섯|{NUMERAL})배(?P<again>\((?:즉)?(?P<inner>{NUMERAL})%(?:수준)?\)|,?(?:즉|곧),?(?P<outer>{NUMERAL})%)"
)
_HUNDRED = Decimal(100)


def in_usual_verbs(laid: Laid, known: Known) -> Laid:
    """The reason with rare words for a step in the usual ones."""
    del known
    for pattern, word in _SAME:
        if changes := [(*one.span(), one.expand(word)) for one in pattern.finditer(laid.text)]:
            laid = replaced(laid, changes)
    if levels := [
        (*one.span(), f"{one['level']}로{'설정' if one['set'] else ''}") for one in _LEVEL.finditer(laid.text)
    ]:
        laid = replaced(laid, levels)
    if doubles := [(*one.span(), f"{_times(one)}배") for one in _DOUBLE.finditer(laid.text)]:
        laid = replaced(laid, doubles)
    if same := [(*one.span("again"), "") for one, times, share in told_twice(laid.text) if share == times * _HUNDRED]:
        laid = replaced(laid, same)
    return laid


def told_twice(text: str) -> Iterator[tuple[re.Match[str], Decimal, Decimal]]:
    """Where so many times and so many per cent are told of one thing, with both figures."""
    for found in _BOTH.finditer(text):
        times = _TIMES.get(found["times"], found["times"])
        yield found, _worth(times), _worth(found["inner"] or found["outer"])


def _worth(said: str) -> Decimal:
    return Decimal(said.replace(",", ""))


def _times(found: re.Match[str]) -> str:
    return _TIMES[found["many"] or found["more"] or ""]
