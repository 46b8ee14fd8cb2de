"""Every calculation that the figures of a reason allow, the ones that leave the fewest figures over first."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from uigwe.formulas import Node
from uigwe.reasons.build import call, number
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.ranked.line import Line
from uigwe.reasons.ranked.starts import ADDED, Start, starts_of
from uigwe.reasons.ranked.steps import Step, onto, steps_of
from uigwe.values import rounded

MOST = 320
DIGITS = 34  # of the values that are compared; what is taken is counted again as an expression
SAME = Decimal("1e-9")
ROUNDS = pattern_of(r"버림|버리|버린|절사|올림|올려|끊|반올림|정수|미만|이하")
_PLACES = (0, 1, 2, -1, -2)
_HOW = ("floor", "ceil", "round")
_TWO_STEPS = 8  # figures of a reason that may have two steps
_PAIRED = 6  # figures of a reason in which two of them may be a start with a step
_SIZE = (Decimal("0.1"), Decimal(12))
_OVER = 10  # figures that may be left over
_RARE = {
    "product": 1,
    "share-of": 1,
    "of-share": 1,
    "product-3": 1,
    "sum": 1,
    "each-part": 1,
    "shared": 1,
    "run-mean": 0,
}
_UNUSUAL = frozenset(["gap", "parted", "grow-times", "more-times", "less-times", "points-down", "times", "less"])
_WIDE = frozenset(["less", "less-back", "ratio-back", "ratio-back-100", "sum"])
_MADE = (*_WIDE, "product", "share-of", "of-share", "ratio", "each-part", "shared")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A calculation: a start, what is done to it, and how it is rounded (`floor:1`, empty when it is not)."""

    start: Start
    steps: tuple[Step, ...]
    value: Decimal
    rounding: str = ""

    @property
    def takes(self) -> frozenset[int]:
        """The figures that it takes in, by their place."""
        return self.start.takes | {step.at for step in self.steps}

    def node(self) -> Node:
        """The calculation as an expression."""
        node = self.start.node
        for step in self.steps:
            node = step.node(node)
        if self.rounding:
            how, places = self.rounding.split(":")
            node = call(how, node, number(Decimal(places))) if int(places) else call(how, node)
        return node


def candidates_of(line: Line) -> list[Candidate]:
    """The calculations that are ranked, at most `MOST`."""
    with localcontext(prec=DIGITS):
        kept = [(over, one) for one in _all(line) if _may_be(one, line) and (over := _left_over(one, line)) <= _OVER]
    kept.sort(key=lambda pair: pair[0])
    return [one for _, one in kept[:MOST]]


def _all(line: Line) -> Iterator[Candidate]:
    starts = list(starts_of(line))
    steps = [list(steps_of(at, entry, line.counts)) for at, entry in enumerate(line.entries)]
    bare = [Candidate(start, (), start.value) for start in starts]
    stepped = [
        Candidate(start, (step,), step.value(start.value))
        for start in starts
        if len(line.entries) <= _PAIRED or not start.kind.startswith(_MADE)
        for at, some in enumerate(steps)
        if at not in start.takes
        for step in some
    ]
    for one in (*bare, *stepped):
        yield one
        yield from _rounded(one, line)
    if last := line.past.get(line.known.year - 1):
        yield from (_onto(one, last) for one in stepped if _is_added(one, line))
    if len(line.entries) > _TWO_STEPS:
        return
    for one in stepped:
        if one.start.kind in _WIDE or one.start.kind.startswith(ADDED) or not _may_be(one, line):
            continue
        for some in steps[one.steps[0].at + 1 :]:
            for step in some:
                if step.at not in one.takes and step.kind != "gap":
                    yield Candidate(one.start, (*one.steps, step), step.value(one.value))


def _is_added(one: Candidate, line: Line) -> bool:
    """Whether a calculation may be of what is put on the latest result."""
    if one.steps[0].kind not in ("grow", "share", "times"):
        return False
    return one.start.kind.startswith(ADDED) or (one.start.kind.startswith("printed") and len(line.entries) <= _PAIRED)


def _onto(one: Candidate, last: Decimal) -> Candidate:
    return Candidate(one.start, (*one.steps, onto(last)), one.value + last)


def _rounded(one: Candidate, line: Line) -> Iterator[Candidate]:
    if not ROUNDS.search(line.text):
        return
    for places in _PLACES:
        for how in _HOW:
            value = rounded(one.value, places, how)
            if value != one.value:
                yield Candidate(one.start, one.steps, value, f"{how}:{places}")


def _may_be(one: Candidate, line: Line) -> bool:
    """Whether a value is of the size of the results; what is printed may be of any."""
    if one.value < 0 and min(line.past.values(), default=Decimal(0)) >= 0:
        return False
    if not line.last or line.last <= 0 or (not one.steps and one.start.kind.startswith("printed")):
        return True
    return _SIZE[0] <= one.value / line.last <= _SIZE[1]


def _left_over(one: Candidate, line: Line) -> int:
    """How many figures are neither taken in, nor results, nor what it comes to; what is done more counts a little."""
    takes, value = one.takes, one.value
    over = sum(at not in takes and abs(figure - value) > half for at, figure, half in line.open)
    unusual = sum(step.kind in _UNUSUAL and not line.entries[step.at].factor for step in one.steps)
    more = max(0, len(one.start.takes) - 1)
    return over + more + len(one.steps) + bool(one.rounding) + _cost(one.start.kind) + unusual


def _cost(kind: str) -> int:
    """How much rarer a start is than a result, a mean or a printed figure."""
    if kind in _RARE:
        return _RARE[kind]
    return 2 if kind.startswith(("ratio", "less", "product")) else 0


def prints(entry: Entry, value: Decimal) -> bool:
    """Whether a figure is how a value is printed."""
    return (
        abs(entry.value - value) * 2 <= Decimal(1).scaleb(-entry.places)
        or abs(entry.value - value) <= abs(value) * SAME
    )
