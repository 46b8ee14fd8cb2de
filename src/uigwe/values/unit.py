"""Units of indicators and of money. `%` is not `%p`."""

import re
from decimal import Decimal

from uigwe.values.number import EXACT

PERCENTAGES = ("%", "%p")

# Units of money as budget tables print them above the table, in won.
WON = {
    "원": Decimal(1),
    "천원": Decimal(10) ** 3,
    "만원": Decimal(10) ** 4,
    "백만원": Decimal(10) ** 6,
    "천만원": Decimal(10) ** 7,
    "억원": Decimal(10) ** 8,
    "십억원": Decimal(10) ** 9,
    "조원": Decimal(10) ** 12,
}

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
# "(단위 : 명)" and "(명)" both say the unit.
_LABEL = re.compile(r"^단위\s*[:：]?\s*")


def is_percentage(unit: str) -> bool:
    """Whether a value in this unit may move by percentage points."""
    return unit in PERCENTAGES


def split_unit(name: str) -> tuple[str, str]:
    """An indicator's name and its unit: `생존율(%)` is `생존율` in `%`; without a bracket at the end the unit is empty."""
    match = _BRACKET.search(name)
    if not match:
        return name.strip(), ""
    return name[: match.start()].strip(), _LABEL.sub("", match.group(1).strip()).strip()


def to_won(amount: Decimal, unit: str) -> Decimal | None:
    """An amount printed in a money unit, in won; None when the unit is not one of money."""
    factor = WON.get(unit.replace(" ", ""))
    return None if factor is None else EXACT.multiply(amount, factor)
