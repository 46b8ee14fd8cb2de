"""Chains of printed figures: prices by numbers, so much each, so often, a share of it, whatever words join them.

`함정 1척이 연간 180일 출동하고 하루 2.5건을 검문. 운용 함정 34척`: what each figure is says what is done with it. The units and the words
before a figure make it a factor, a divisor, a share or an amount on top; every figure must be one of these, all must be joined, what comes out must
count what the indicator counts, and it must lie near its last result. The results choose the scale only, never what is done.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Past
from uigwe.reasons.account import bent
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.chain_figures import Link
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.laid import Laid
from uigwe.reasons.links import linked
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import SCALES, Token

_NEAR = (Decimal("0.75"), Decimal("1.35"))
_CURRENCY = pattern_of(r"(원|달러|불|유로|엔)$")
_MONEY_SCALES = (0, 3, 4, 6, 8, 9, 12)
_EVERY = {"월": ("개월", 12), "분기": ("분기", 4), "반기": ("반기", 2)}


def chained(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """What the figures come to, when each of them has its part and the outcome lies near the last result."""
    latest = known.actuals.get(known.year - 1)
    if latest is None or latest.value is None or latest.value <= 0 or known.percent:
        return None
    found = linked(tokens, known)
    if found is None or bent(found.names):
        return None
    segments = [one for one in (_product(part, found.rates, known) for part in found.segments) if one is not None]
    if len(segments) != len(found.segments) or not segments:
        return None
    money = {one.money for one in segments}
    if len(money) != 1:
        return None
    power = _power(_total(segments), money.pop(), tokens, laid.text, known, latest.value, based=found.based)
    if power is None:
        return None
    node = _joined(segments, power)
    if found.based:
        node = infix(Past(kind="last"), "+", node)
    value = known.value(node)
    if value is None or not _NEAR[0] <= value / latest.value <= _NEAR[1]:
        return None
    if any(not agrees(value, one.number, one.decimals) and not agrees(value, one.scaled, 0) for one in found.outcomes):
        return None
    return Made(node)


@dataclass(frozen=True, slots=True)
class _Segment:
    """A product: its expression, what it comes to, and whether that is money, and which."""

    node: Node
    value: Decimal
    money: str


def _currency(unit: str) -> str:
    found = _CURRENCY.search(unit)
    return found[1].replace("불", "달러") if found else ""


def _product(links: Sequence[Link], rates: frozenset[str], known: Known) -> _Segment | None:
    """The factors by the divisors; what is said for a month, counted for the year."""
    above = [one for one in links if one.role in ("factor", "share")]
    below = [one for one in links if one.role == "divisor"]
    funds = [one for one in above if _currency(one.unit)]
    if len(funds) == 2 and not below and _currency(funds[0].unit) == _currency(funds[1].unit):
        # Money by money: how many of the one are in the other.
        prices = [one for one in funds if one.each]
        if len(prices) != 1:
            return None
        above = [one for one in above if one is not prices[0]]
        below = [replace(prices[0], role="divisor")]
    if not above or not any(one.role == "factor" for one in above):
        return None
    net = [_currency(one.unit) for one in above if _currency(one.unit)]
    if any(not one.value for one in below):
        return None
    for one in below:
        if _currency(one.unit) in net:
            net.remove(_currency(one.unit))
        elif _currency(one.unit) or not any(count_alike(one.unit, other.unit) for other in above):
            return None
    if len(net) > 1:
        return None
    node, value = above[0].node, above[0].value
    for one in above[1:]:
        node, value = infix(node, "*", one.node), value * one.value
    for one in below:
        node, value = infix(node, "/", one.node), value / one.value
    for rate, (unit, count) in _EVERY.items():
        if rate in rates and any(one.rate == rate for one in above) and not any(one.unit == unit for one in above):
            node, value = infix(node, "*", number(Decimal(count))), value * count
    return _Segment(node, value, net[0] if net else "")


def _total(segments: Sequence[_Segment]) -> Decimal:
    return sum((one.value for one in segments), Decimal(0))


def _power(
    value: Decimal, money: str, tokens: Sequence[Token], text: str, known: Known, latest: Decimal, *, based: bool
) -> int | None:
    """In which scale the outcome counts what the indicator counts."""
    if known.unit:
        unit = known.unit.replace(" ", "")
        own = next(
            (scale for scale in sorted(SCALES, key=len, reverse=True) if unit.startswith(scale) and unit != scale), ""
        )
        if bool(_currency(unit)) != bool(money) or (money and _currency(unit) != money):
            return None
        return SCALES.get(own, 0)
    powers = set(_MONEY_SCALES) if money else {0}
    if not money:
        powers |= {
            one.amount.scale
            for one in tokens
            if one.amount is not None and one.amount.scale and not _currency(one.unit)
        }
        powers |= {power for word, power in SCALES.items() if re.search(rf"{word}[가-힣]단위", text)}
    if based:
        return 0 if not money else None
    found = [power for power in powers if _NEAR[0] <= value.scaleb(-power) / latest <= _NEAR[1]]
    return found[0] if len(found) == 1 else None


def _joined(segments: Sequence[_Segment], power: int) -> Node:
    node = segments[0].node
    for one in segments[1:]:
        node = signed(node, 1, one.node)
    return infix(node, "/", number(Decimal(10) ** power)) if power else node
