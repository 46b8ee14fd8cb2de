"""What several of these questions ask of figures and of readings."""

from decimal import Decimal

from uigwe.formulas.tree import Node, Past, Years, walk
from uigwe.reasons.patterns import NUMERAL

# A figure that is no part of another one and no year.
FIGURE = rf"(?<![\d.,’~]){NUMERAL}"
UNIT = r"(?:%p?|점|건|명|회|개소|개사|개교|개국|개|곳|대|일|시간|분|억원|백만원|만원|천원|원|톤|ha|호|가구)"
HALF, TWICE, HUNDRED = Decimal("0.5"), Decimal(2), Decimal(100)


def worth(said: str) -> Decimal:
    """What a printed figure is worth."""
    return Decimal(said.replace(",", ""))


def from_table(node: Node) -> bool:
    """Whether a reading takes results from the table."""
    return any(isinstance(part, Past | Years) for part in walk(node))
