"""What a figure counts: so many of something, of each of something, so often in a year; and two of them put together."""

from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Node
from uigwe.reasons.build import infix, number
from uigwe.reasons.shares import count_alike
from uigwe.reasons.terse_words import OFTEN, is_money
from uigwe.values import EXACT

TIMES = ("개월", "일", "주", "분기", "반기", "시간", "년")
DONE_TO = ("회", "건", "차례", "톤", "kg", "시간", "점", "%", "%p", "배", "원")
_ALIKE = tuple(
    frozenset(one.split("|"))
    for one in (
        "인|명|사람|직원", "개소|곳|소|시설|기관", "사|기업|업체|회사|개사", "교|학교|개교", "호|가구|세대|주택", "대|차량",
        "국|개국|국가", "척|함정|선박", "팀|개팀", "과정|개과정",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of something: what it is worth, its unit and names, of each of what, and how often in a year."""

    node: Node
    value: Decimal
    unit: str
    names: tuple[str, ...]
    scale: int = 0
    per: tuple[str, ...] = ()
    often: str = ""
    months: frozenset[int] = frozenset()
    tail: str = ""
    made: int = 1  # of how many figures it is made
    listed: bool = False  # whether a list sign stood before it


class Odd(Exception):
    """A figure or a word that has no part in it."""


def closed(one: Quantity) -> Quantity:
    """With how often it comes in a year; of days and weeks nobody says how many there are."""
    if not one.often:
        return one
    count = Decimal(OFTEN[one.often][0])
    if not count:
        raise Odd
    if count == 1:
        return replace(one, often="")
    return replace(one, node=infix(one.node, "*", number(count)), value=one.value * count, often="", made=one.made + 1)


def same(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or count_alike(one.unit, other.unit)


def is_price(funds: Quantity, each: Quantity) -> bool:
    """Whether the one is money, and the other money for each of what is counted."""
    return is_money(funds.unit) and is_money(each.unit) and bool(each.per) and not funds.per


def multiplied(last: Quantity, one: Quantity) -> Quantity | None:
    """The two put together, when the one is of each of the other, or both are money; None otherwise."""
    if is_price(last, one) or is_price(one, last):
        funds, each = (last, one) if is_price(last, one) else (one, last)
        if not each.value:
            return None
        value = EXACT.divide(funds.value, each.value)
        if len(each.per) > 1 or each.often or funds.often:
            return None
        made = last.made + one.made
        unit = "" if each.per[0] in ("*", "씩") else each.per[0]
        return replace(
            funds,
            node=infix(funds.node, "/", each.node),
            value=value,
            unit=unit,
            names=each.per,
            scale=0,
            per=(),
            made=made,
            tail=one.tail,
        )
    often = last.often
    if often and one.unit == "개" and set(one.names) & set(OFTEN[often][1]) and not one.per and not one.often:
        # `분기당 15회씩 4개 분기`
        return joined(last, one, last, "", per=tuple(each for each in last.per if each != "씩"))
    if one.unit in TIMES and often and often != "연":
        if one.unit not in OFTEN[often][1] or one.per or one.often not in ("", "연"):
            return None
        return joined(last, one, last, "")
    if last.unit in TIMES and one.often and one.often != "연" and not last.often.strip("연"):
        if last.unit not in OFTEN[one.often][1]:
            return None
        return joined(last, one, one, "", per=(*last.per, *one.per))
    left = [each for each in one.per if not _names(last, each)]
    if one.per and len(left) < len(one.per):
        return joined(last, one, one, one.often or last.often, per=(*last.per, *left))
    left = [each for each in last.per if not _names(one, each)]
    if last.per and len(left) < len(last.per):
        return joined(last, one, last, last.often or one.often, per=(*left, *one.per))
    entity = (
        last.unit not in (*TIMES, *DONE_TO)
        and not is_money(last.unit)
        and last.tail in ("이", "가", "에서", "에", "은", "는", "각", "")
    )
    if (
        entity
        and not one.listed
        and (one.tail.startswith("씩") or one.often)
        and not same(last, one)
        and not last.per
        and last.made == 1
    ):
        # `17개 지방청이 매월 1회씩`
        return joined(last, one, one, one.often)
    return None


def joined(last: Quantity, one: Quantity, of: Quantity, often: str, per: tuple[str, ...] | None = None) -> Quantity:
    if last.often.strip("연") and one.often.strip("연"):
        raise Odd
    return replace(
        of, node=infix(last.node, "*", one.node), value=last.value * one.value, often=often,
        per=of.per if per is None else per, made=last.made + one.made,
        tail=one.tail, listed=last.listed, months=last.months or one.months,
    )  # fmt: skip


def _names(counted: Quantity, word: str) -> bool:
    """Whether a figure counts what another is said of each of."""
    if counted.unit in (*TIMES, *DONE_TO[2:]) or is_money(counted.unit):
        return False
    if word in ("*", "씩"):
        return counted.unit not in DONE_TO
    for name in (counted.unit, *counted.names):
        if not name or name in ("개",):
            continue
        if name == word or name.endswith(word) or (len(word) > 1 and word.endswith(name)):
            return True
        if any(name in alike and word in alike for alike in _ALIKE):
            return True
        if any(word in alike and any(name.endswith(each) for each in alike if len(each) > 1) for alike in _ALIKE):
            return True
    return False
