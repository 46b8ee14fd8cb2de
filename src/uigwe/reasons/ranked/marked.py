"""A reason with a sign in the place of each figure and year: what they are to one calculation.

`B`, `C`: the start; `S`: the statistic that it is; `p`, `m`, `f`: a step up, down, or another; `O`: what the calculation comes to; `I`: what
its start comes to; `D`: a figure of it said again; `R`: a result; `J`, `j`: what follows from other figures; `N`, `n`: what is left over, the
small letter where it is a share; `W`, `Y`: years.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations

from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.ranked.candidates import SAME, Candidate, prints
from uigwe.reasons.ranked.line import Line
from uigwe.reasons.ranked.starts import HUNDRED, Mark
from uigwe.reasons.ranked.steps import DOWN, UP

_FIGURE = pattern_of(r"\d+(?:[.,]\d+)*")
_YEARS = {"range": "W", "list": "W", "span": "W", "year": "Y", "last": "Y"}
_MANY = 10
_FACTOR = Decimal(20)


@dataclass(frozen=True)
class Marked:
    """The marked letters, between `^` and `$`; where each sign stands in them, with the sign; what each figure is."""

    text: str
    signs: tuple[tuple[int, str], ...]
    roles: tuple[str, ...]

    @cached_property
    def many(self) -> Counter[str]:
        """How many figures there are of each sign."""
        return Counter(self.roles)


class Marker:
    """Marks one reason for each of its calculations."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self._years: list[Mark] = [
            (token.start, token.end, _YEARS[token.kind]) for token in line.tokens if token.kind in _YEARS
        ]
        self._justified: dict[frozenset[int], frozenset[int]] = {}
        self._follows = list(_following(line)) if len(line.entries) <= _MANY else []
        self._changes = frozenset(_changes(line))

    def marked(self, one: Candidate) -> Marked:
        """The reason as that calculation sees it."""
        roles = self._roles(one)
        marks = [
            *self._years,
            *((entry.start, entry.end, role) for entry, role in zip(self.line.entries, roles, strict=True)),
        ]
        marks += [mark for mark in one.start.marks if mark[2] == "S"]
        text, signs, at = "^", [], 0
        for start, end, sign in sorted(marks):
            if start < at:
                continue
            text += _FIGURE.sub("0", self.line.text[at:start])
            signs.append((len(text), sign))
            text, at = text + sign, end
        return Marked(text + _FIGURE.sub("0", self.line.text[at:]) + "$", tuple(signs), roles)

    def _roles(self, one: Candidate) -> tuple[str, ...]:
        steps = {step.at: step.kind for step in one.steps}
        used = {self.line.entries[at].value for at in one.takes}
        justified = self._justified_beside(one.takes)
        return tuple(
            _step_sign(steps[at]) if at in steps
            else "B" if at in one.start.takes
            else "O" if prints(entry, one.value)
            else "D" if entry.value in used
            else "R" if entry.value in self.line.results
            else "I" if one.steps and prints(entry, one.start.value)
            else _left(entry, at in justified)
            for at, entry in enumerate(self.line.entries)
        )  # fmt: skip

    def _justified_beside(self, takes: frozenset[int]) -> frozenset[int]:
        """The figures that follow from others, or from which one follows."""
        if takes not in self._justified:
            found = {at for at in self._changes if at not in takes}
            for some in self._follows:
                found |= some
            self._justified[takes] = frozenset(found - takes)
        return self._justified[takes]


def _step_sign(kind: str) -> str:
    return "p" if kind in UP else "m" if kind in DOWN else "f"


def _left(entry: Entry, justified: bool) -> str:
    sign = "J" if justified else "N"
    return sign.lower() if entry.percent or entry.points or entry.factor else sign


def _changes(line: Line) -> Iterator[int]:
    """The figures that say by how much results changed."""
    amounts, rates = set(), set()
    for (year, before), (later, after) in combinations(line.past.items(), 2):
        amounts |= {abs(after - before), abs(after - before) / (later - year)}
        if before > 0 and after > 0:
            rates |= {
                abs(after / before - 1) * HUNDRED,
                abs((after / before) ** (Decimal(1) / (later - year)) - 1) * HUNDRED,
            }
    for at, entry in enumerate(line.entries):
        if any(value and prints(entry, value) for value in (rates if entry.percent else amounts)):
            yield at


def _following(line: Line) -> Iterator[set[int]]:
    """Figures of which one follows from the others: `142.9조원의 110%인 157조원`, `44 + 45 = 89`."""
    entries = list(enumerate(line.entries))
    means = [
        *line.past.values(),
        *(sum((line.past[year] for year in years), Decimal(0)) / len(years) for years in line.windows),
    ]
    for place, rate in entries:
        for factor in _factors(rate):
            for made, entry in entries:
                if made == place:
                    continue
                for base, other in entries:
                    if base not in (place, made) and not other.points and _made_so(other.value, factor, entry):
                        yield {place, made, base}
                if any(_made_so(value, factor, entry) for value in means):
                    yield {place, made}
    for (one, first), (two, second) in combinations(entries, 2):
        for made, entry in entries:
            alike = first.unit == second.unit == entry.unit and made not in (one, two)
            if alike and entry.value in (first.value + second.value, abs(first.value - second.value)):
                yield {one, two, made}


def _factors(rate: Entry) -> tuple[Decimal, ...]:
    if rate.percent:
        share = rate.value / HUNDRED
        return 1 + share, 1 - share, share
    return (rate.value,) if rate.unit in ("배", "") and rate.value < _FACTOR else ()


def _made_so(base: Decimal, factor: Decimal, made: Entry) -> bool:
    value = base * factor
    return abs(value - base) > SAME and bool(base) and prints(made, value)
