"""Printed scores with their weights, arithmetic in signs with its name behind, what is added to and taken off a score, so much of one figure."""

import re
from decimal import Decimal
from functools import reduce

from uigwe.formulas import FormulaProblem, Node, read_basis
from uigwe.formulas.tree import Infix, Number, walk
from uigwe.reasons.build import infix, number
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.rates import share_of
from uigwe.reasons.constructs.templates import MisfitError, Slots, construct
from uigwe.reasons.constructs.values import Figure, figure, figures, own
from uigwe.reasons.known import Known

_ROW = rf"{words.FIGURE}(?:(?:[,·/:]|와|과|및){words.FIGURE})+"
_NAMED_ROW = rf"(?:[가-힣A-Z]{{1,8}})?(?:의)?{words.FIGURE}(?:(?:[,·/]|와|과|및)(?:[가-힣A-Z]{{1,8}})?{words.FIGURE})+"
_SIGN = {"×": "*", "÷": "/", "x": "*"}
_ARITHMETIC = rf"[(\d](?:{words.FIGURE}|[()×÷*/+-])+?"
_COUNT = r"(?:(?P<count>[2-9]|두|세|네|다섯)(?:개)?(?:항목|분야|부문|문항|지표|영역|세부지표|과제|요소|개)?)?"
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5}


def _weighted(slots: Slots, known: Known) -> Node:
    """Each score by its weight."""
    scores, weights = figures(slots["scores"]), figures(slots["weights"])
    count = _COUNTS.get(slots["count"]) or int(slots["count"] or len(scores))
    if not len(scores) == len(weights) == count or any(one.power for one in scores):
        raise MisfitError
    shares = [_weight(one) for one in weights]
    total = sum(shares, Decimal(0))
    if total != 1 and ("평균" not in slots["how"] or any(one.share for one in weights)) and ":" not in slots["weights"]:
        raise MisfitError
    parts = [infix(number(one.number), "*", number(share)) for one, share in zip(scores, shares, strict=True)]
    whole: Node = reduce(lambda left, right: infix(left, "+", right), parts)
    return whole if total == 1 else infix(whole, "/", number(total))


def _weight(one: Figure) -> Decimal:
    return one.number / 100 if one.unit in ("%", "퍼센트") else one.number


def _in_signs(slots: Slots, known: Known) -> Node:
    """Arithmetic in signs, whatever it is called behind."""
    source = re.sub(rf"(?<=\d)(?:{words.UNIT})", "", slots["sum"].replace("%", " %"))
    source = re.sub(r"(?<=\d),(?=\d{3})", "", source)
    try:
        node = read_basis("".join(f" {_SIGN.get(sign, sign)} " if sign in "×÷x*/+-()" else sign for sign in source))
    except FormulaProblem as problem:
        raise MisfitError from problem
    if sum(isinstance(part, Number) for part in walk(node)) < 3 or "%" in source:
        raise MisfitError
    if not any(isinstance(part, Infix) and part.operator in "*/" for part in walk(node)):
        raise MisfitError
    return node


def _scored(slots: Slots, known: Known) -> Node:
    """`기본점수 80점에 가점 3점, 감점 1점 반영`."""
    start, more, less = (figure(slots[name]) for name in ("f", "g", "h"))
    if not start.unit == more.unit == less.unit or start.power or more.power or less.power:
        raise MisfitError
    return infix(infix(number(start.number), "+", number(more.number)), "-", number(less.number))


def _brought(slots: Slots, known: Known) -> Node:
    """`평균 체류시간 6시간을 9할 수준으로 단축`: so much of the one figure; it must be less, or more, as the verb says."""
    part = Decimal(slots["tenths"]) / 10 if slots["tenths"] else share_of(slots["share"])
    if (part < 1) != bool(re.fullmatch(words.DOWN, slots["d"])) or re.search(words.OF_OTHERS, slots["x"]):
        raise MisfitError
    start = figure(slots["f"])
    worth = own(start, known)
    past = [cell.value for cell in known.actuals.values() if cell.value]
    if past and worth not in past:
        raise MisfitError
    return infix(number(worth), "*", number(part))


_PART = rf"(?:(?P<tenths>\d(?:\.\d)?)할|(?P<share>절반|[2-9]분의[1-9]|{words.PERCENT}|[2-9](?:\.\d+)?배))"

WEIGHTED = (
    *construct(
        _weighted,
        rf"{{x:other}}{_COUNT}{words.OTHER}\(?(?P<scores>{_NAMED_ROW})\)?에(?:각각|차례로|순서대로)?(?:가중치)?\(?(?P<weights>{_ROW})\)?(?:의)?(?:가중치|비중|비율)?(?:를|을)?(?P<how>(?:각각)?(?:곱|적용|부여|두어|두고|반영)(?:하여|해|하고|한뒤|한후|한)?(?:모두|서로)?(?:더|합|가중|평균)(?:산|해|한|함|하여|평균|계)?)",
        rf"{{x:other}}{_COUNT}{words.OTHER}\(?(?P<scores>{_NAMED_ROW})\)?(?:를|을|의)?(?:각각)?\(?(?P<weights>{_ROW})\)?(?:의)?(?:가중치|비중|비율)?(?:로|으로)(?P<how>가중(?:합산|평균|합계)|가중(?:하여|해)?(?:합산|평균))",
    ),
    *construct(_in_signs, rf"(?:{words.OTHER}[:=])?(?P<sum>{_ARITHMETIC})(?:의)?(?:가중)?(?:평균|합|합계|합산|산식|값|점|결과|환산값)?(?:값|치)?"),
    *construct(
        _scored,
        rf"{{x:other}}{{f:fig}}에{words.OTHER}(?:가점|가산점|추가점|우대점수){words.OTHER}{{g:fig}}(?:,|과|와|및|을더하고|을가산하고|을더하여)(?:{words.OTHER})?(?:감점|차감점|감산점){words.OTHER}{{h:fig}}(?:을|를)?(?:반영|적용|뺀|차감|빼|가감|차감한)",
    ),
    *construct(_brought, rf"{{x:other}}{{f:fig}}(?:을|를|에서|의)?{_PART}(?:수준)?(?:으로|로)(?:까지)?{{d:moved}}"),
)  # fmt: skip
