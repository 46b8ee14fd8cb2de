"""The items of a tally: what each comes to, what it counts, how often in a year it comes, and when two count the same."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from uigwe.formulas.tree import Node
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tally_words import ADDS, DIVIDES, SPREAD
from uigwe.reasons.tokens import MONEY
from uigwe.values import EXACT

TIME_UNITS = ("개월", "일", "주", "시간", "분기")


class Untold(Exception):
    """A figure that has no part in a tally, or a tally that counts different things."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: its worth, its unit and the scale it is printed in; the words before it, its particle, the sign before it."""

    value: Decimal
    unit: str
    scale: int
    before: str
    tail: str
    sign: str = ""
    onto: bool = False  # whether what stands before is what it is put on: `정기회의에 수시회의 6회`


@dataclass(frozen=True, slots=True)
class Item:
    """What an item of the list comes to, what it counts, and what must still be said of it."""

    node: Node
    value: Decimal
    unit: str
    scale: int = 0
    units: tuple[str, ...] = ()  # of all figures in it
    whole: bool = False  # whether it is the sum of a list
    joins: bool = False  # whether the next figure is so many times it: `3건씩`, `1인당`
    often: tuple[Decimal, tuple[str, ...]] | None = None
    daily: str = ""
    part: str = ""  # which part of the year it is
    tail: str = ""
    per: Figure | None = None  # of how much it is so much: `10억원당 7명`
    rated: bool = False  # whether something in it is said of each, of a day, a month


@dataclass(slots=True)
class Tally:
    """The items so far, and whether words say that they are added up or divided."""

    items: list[Item] = field(default_factory=list)
    adds: bool = False
    printed: bool = False  # whether the reason prints what it comes to
    structured: bool = False  # whether words join its figures


class Together:
    """The items so far, and how they are put together: added up, taken off, divided."""

    def __init__(self) -> None:
        self.tally = Tally()

    @property
    def items(self) -> list[Item]:
        return self.tally.items

    def lessen(self) -> None:
        """`850개소를 제외한`: the last item is taken off the one before."""
        if len(self.items) < 2:
            raise Untold
        less, base = self.items.pop(), self.items.pop()
        if not alike(base.unit, less.unit) or less.value >= base.value:
            raise Untold
        made = replace(
            base,
            node=signed(base.node, -1, less.node),
            value=base.value - less.value,
            tail="의",
            units=(*base.units, *less.units),
        )
        self.items.append(made)
        self.tally.structured = True

    def close(self) -> None:
        """Every item is at its end: what comes so often is counted for the year, unless the list names every time."""
        first = self.items[0] if self.items else None
        many = len(self.items)
        named = first is not None and first.often is not None and first.often[0] == many > 1
        if named and all(one.often is None and not one.part for one in self.items[1:]):
            self.items[0] = replace(self.items[0], often=None)
        self.tally.items = [finished(one) for one in self.items]
        parts = "".join(one.part for one in self.items)
        if parts and not (sorted(parts) == list("1234") or sorted(parts) == sorted("상하")):
            raise Untold

    def divide(self, words: str) -> None:
        """`예산 28억원을 1인당 400만원으로 나누면`."""
        if not DIVIDES.search(words) or len(self.items) != 2:
            return
        one, other = self.items
        money = one.unit.endswith(MONEY) and other.unit.endswith(MONEY)
        if money and one.joins and not other.joins:
            one, other = other, one
        if not other.value or other.value > one.value or ADDS.search(words):
            raise Untold
        value = EXACT.divide(one.value, other.value)
        unit = "" if money else one.unit
        self.tally.items = [
            Item(infix(one.node, "/", other.node), value, unit, 0 if money else one.scale, (one.unit, other.unit))
        ]
        self.tally.structured = True

    def sum(self) -> Item:
        """All items together."""
        first, *rest = self.items
        for one in rest:
            if not alike(first.unit, one.unit):
                raise Untold
            first = replace(
                first, node=signed(first.node, 1, one.node), value=first.value + one.value, units=(*first.units, *one.units), tail=one.tail,
                scale=min(first.scale, one.scale),
            )  # fmt: skip
        return replace(first, whole=True, part="", often=None)


def of_each(item: Item, node: Node, value: Decimal, per: Figure) -> Item:
    """So many times the item as one is of the other; of nothing, nobody has so many."""
    if not per.value:
        raise Untold
    made = infix(infix(item.node, "*", node), "/", number(per.value))
    return replace(item, node=made, value=EXACT.divide(item.value * value, per.value), per=None, joins=False)


def finished(item: Item) -> Item:
    """An item with how often it comes in a year; every day and every week must be counted somewhere."""
    if item.daily and item.daily not in item.units:
        raise Untold
    if len(item.units) > 1 and not item.rated and set(item.units) & set(TIME_UNITS):
        # `강사 20명이 100시간 강의`
        raise Untold
    if item.often is None:
        return replace(item, daily="")
    often, units = item.often
    if any(unit in item.units for unit in units):
        return replace(item, often=None, daily="")
    return replace(item, node=infix(item.node, "*", number(often)), value=item.value * often, often=None, daily="")


def alike(one: str, other: str) -> bool:
    """Whether two units count the same; money with money."""
    if one.endswith(MONEY) and other.endswith(MONEY):
        return one[-1] == other[-1]
    return one == other or (bool(one) and bool(other) and count_alike(one, other))


def spread_over(behind: str) -> bool:
    """`5개년으로 똑같이 안분`: the span before is how many parts there are."""
    return bool(SPREAD.match(behind))
