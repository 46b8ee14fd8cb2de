"""Units of indicators and of money. `%` is not `%p`."""

import re
from collections.abc import Iterator
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

# Things that are counted one by one: a whole number of them is exact, not rounded.
COUNTED = frozenset(
    [
        "명",
        "인",
        "개",
        "개사",
        "개소",
        "개국",
        "개월",
        "곳",
        "건",
        "회",
        "사",
        "종",
        "대",
        "팀",
        "과제",
        "과",
        "실",
        "국",
        "지역",
        "학교",
        "업체",
        "기업",
        "조합",
    ]
)

# What may stand in the bracket behind a name as its unit; `(공통)` is a remark, not a unit.
_OTHER = frozenset(
    [
        "%",
        "%p",
        "%P",
        "점",
        "배",
        "일",
        "년",
        "시간",
        "건수",
        "달러",
        "불",
        "만불",
        "만달러",
        "억달러",
        "억불",
        "만명",
        "천명",
        "천개",
        "만개",
        "천건",
        "만건",
        "톤",
        "ha",
    ]
)
UNITS = COUNTED | _OTHER | frozenset(WON)

# Units of what is no sum of its parts, however long one counts.
RATES = frozenset([*PERCENTAGES, "%P", "점", "배"])

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")
# "(단위 : 명)" and "(명)" both say the unit.
_LABEL = re.compile(r"^단위\s*[:：]?\s*")


def is_percentage(unit: str) -> bool:
    """Whether a value in this unit may move by percentage points."""
    return unit in PERCENTAGES


_SIGNED = re.compile(r"(\d+(?:\.\d+)?)\s*(%\s*(?:[pP]|포인트)|퍼센트\s*포인트|%|퍼센트)")


def percent_signs(text: str) -> Iterator[tuple[Decimal, str]]:
    """Each number with a percent sign in a text, and whether it is printed `%` or `%p`."""
    for number, sign in _SIGNED.findall(text):
        yield Decimal(number), "%" if sign in ("%", "퍼센트") else "%p"


def is_counted(unit: str) -> bool:
    """Whether a whole number in this unit is a count, and so exact."""
    return unit.replace(" ", "") in COUNTED


def is_rate(unit: str) -> bool:
    """Whether values in this unit are no sums: rates, scores, multiples."""
    return unit.replace(" ", "") in RATES


def is_unit(text: str) -> bool:
    """Whether a text in a bracket is a unit rather than a remark."""
    return text.replace(" ", "") in UNITS


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
