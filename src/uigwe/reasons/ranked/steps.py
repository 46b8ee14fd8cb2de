"""What a figure may do to what stands before it: so many per cent or points more or less, so many times, so much beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Past, Suffix
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.ranked.starts import HUNDRED

UP = frozenset(["grow", "points-up", "more", "more-times", "grow-times"])
DOWN = frozenset(["shrink", "points-down", "less", "less-times"])
_DAYS = 366
NOWHERE = -1  # the place of a step that no figure does


@dataclass(frozen=True, slots=True)
class Step:
    """What one figure does. `at`: its place among the entries; `times`: how often it is done."""

    kind: str
    at: int
    figure: Decimal
    times: int = 1

    def value(self, base: Decimal) -> Decimal:
        """What a value comes to."""
        many, rate = self.figure * self.times, self.figure / HUNDRED
        match self.kind:
            case "grow" | "grow-times":
                return base * (1 + rate) ** self.times
            case "shrink":
                return base * (1 - rate)
            case "share":
                return base * rate
            case "gap":
                return base + (HUNDRED - base) * rate
            case "times":
                return base * self.figure
            case "parted":
                return base / self.figure
            case "onto":
                return base + self.figure
        return base + many if self.kind in UP else base - many

    def node(self, base: Node) -> Node:
        """The expression with this step."""
        rate = number(self.figure, Suffix.RATIO)
        match self.kind:
            case "grow" | "grow-times":
                for _ in range(self.times):
                    base = grown(base, 1, rate)
                return base
            case "shrink":
                return grown(base, -1, rate)
            case "share":
                return infix(base, "*", rate)
            case "gap":
                return signed(base, 1, infix(signed(number(HUNDRED), -1, base), "*", rate))
            case "times":
                return infix(base, "*", number(self.figure))
            case "parted":
                return infix(base, "/", number(self.figure))
            case "onto":
                return infix(Past(), "+", base)
        amount: Node = number(self.figure)
        if self.times > 1:
            amount = infix(amount, "*", number(Decimal(self.times)))
        return signed(base, 1 if self.kind in UP else -1, amount)


def onto(last: Decimal) -> Step:
    """What was counted is put on the result of last year."""
    return Step("onto", NOWHERE, last)


def steps_of(at: int, entry: Entry, counts: tuple[int, ...]) -> Iterator[Step]:
    """Every step that a figure may be."""
    value = entry.value
    if entry.percent:
        for kind in ("grow", "shrink", "share", "points-up", "points-down", "gap"):
            yield Step(kind, at, value)
        for many in counts:
            yield Step("grow-times", at, value, many)
    elif entry.points:
        yield Step("points-up", at, value)
        yield Step("points-down", at, value)
    elif entry.factor:
        yield Step("times", at, value)
    else:
        for kind in ("more", "less", "times"):
            yield Step(kind, at, value)
        if 0 < value <= _DAYS:
            yield Step("parted", at, value)
        for many in counts:
            yield Step("more-times", at, value, many)
            yield Step("less-times", at, value, many)
