"""What stands in a slot as a value: figures, results by year, rates with what is made of them."""

import re
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Past, Suffix
from uigwe.reasons.build import number
from uigwe.reasons.constructs import lexicon
from uigwe.reasons.constructs.templates import MisfitError
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import MONEY, SCALES
from uigwe.values import EXACT

_FIGURE = pattern_of(
    rf"(?<!\d)(?<!\d\.)(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<scale>{lexicon.SCALE})?(?P<unit>{lexicon.UNIT})?(?!\d)"
)
_YEAR = pattern_of(r"(?:’(?P<short>\d{2})|(?<![\d.,])(?P<long>(?:19|20)\d{2}))(?:년도|년|연도|(?![\d.,]))")
_PERCENTS = ("%", "퍼센트", "%p", "%포인트", "퍼센트포인트", "포인트")


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: its number, the power of ten of its scale word, its unit."""

    number: Decimal
    power: int
    unit: str

    @property
    def scaled(self) -> Decimal:
        """The figure with its scale word counted."""
        return self.number * Decimal(10) ** self.power

    @property
    def money(self) -> bool:
        """Whether it is an amount of money."""
        return self.unit in MONEY

    @property
    def share(self) -> bool:
        """Whether it is in per cent or points."""
        return self.unit in _PERCENTS


def figure(said: str) -> Figure:
    """The figure of a slot."""
    found = _FIGURE.search(said)
    if found is None:
        raise MisfitError
    return Figure(Decimal(found["digits"].replace(",", "")), SCALES.get(found["scale"] or "", 0), (found["unit"] or ""))


def figures(said: str) -> list[Figure]:
    """All figures of a slot that are no years."""
    return [figure(one[0]) for one in _FIGURE.finditer(_YEAR.sub(" ", said))]


def years(said: str) -> list[int]:
    """The years that a slot names."""
    return [int(one["long"] or f"20{one['short']}") for one in _YEAR.finditer(said)]


def percent(said: str) -> Decimal:
    """The per cent of a slot, as printed."""
    return figure(said).number


def own(one: Figure, known: Known) -> Decimal:
    """A figure in the indicator's scale: a count with a scale word is open when neither unit nor results tell how it is kept."""
    if not one.power:
        return one.number
    sizes = [abs(cell.value) for cell in known.actuals.values() if cell.value]
    near = [worth for worth in (one.number, one.scaled) if sizes and min(sizes) / 5 <= abs(worth) <= max(sizes) * 5]
    if len(near) != 1:
        raise MisfitError
    return near[0]


def last_of(said: str, known: Known) -> tuple[Node, Decimal]:
    """The past result that a slot names, with what it comes to: the table's, or as printed where the table has none."""
    if re.search(lexicon.OF_OTHERS, said):
        raise MisfitError
    named = years(said)
    printed = figures(said)
    if len(set(named)) > 1 or len(printed) > 1:
        raise MisfitError
    year = named[0] if named else known.year - 1
    if year >= known.year:
        raise MisfitError
    cell = known.actuals.get(year)
    if cell is None or cell.value is None:
        if not printed:
            raise MisfitError
        worth = own(printed[0], known)
        return number(worth), worth
    if printed and cell.value not in (printed[0].number, printed[0].scaled):
        raise MisfitError
    return (Past(kind="actual", year=year) if named else Past(kind="last")), cell.value


def ratio(above: Figure, below: Figure) -> tuple[Decimal, Decimal]:
    """Two figures of one kind that are divided, in one scale."""
    if not below.number or (
        above.unit and below.unit and above.unit != below.unit and not (above.share and below.share)
    ):
        raise MisfitError
    if above.power == below.power:
        return above.number, below.number
    return above.scaled, below.scaled


def rate_node(rate: Decimal) -> Node:
    """So many per cent."""
    return number(rate, Suffix.RATIO)


def same(one: Decimal, other: Decimal, tolerance: str = "0.006") -> bool:
    """Whether a printed figure is what it is said to come to, but for rounding."""
    return abs(one - other) <= max(abs(one), abs(other)) * Decimal(tolerance)


def divided(one: Decimal, other: Decimal) -> Decimal:
    """One by the other."""
    if not other:
        raise MisfitError
    return EXACT.divide(one, other)
