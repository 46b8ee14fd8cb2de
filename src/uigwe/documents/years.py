"""The years that heads of tables print: `’22`, `’22년`, `2022`, `2022년`, `FY22`, `FY2022`, `22년`."""

import re
from collections.abc import Sequence

from uigwe.documents.lines import Line

YEAR = r"(?:(?:[‘’'`´′]|FY)\s*(?:20)?\d{2}(?![\d,])\s*년?|(?<![\d,.])20[0-4]\d(?![\d,])\s*년?|(?<!\d)\d{2}년)"
_FOUND = re.compile(YEAR)
_ONLY = re.compile(rf"\s*(?:{YEAR}\s*)+")


def years_in(text: str) -> list[int]:
    """The years of a text in order."""
    return [2000 + int(re.findall(r"\d{2}", found)[-1]) for found in _FOUND.findall(text)]


def only_years(text: str) -> bool:
    """Whether a text is nothing but years."""
    return bool(_ONLY.fullmatch(text))


def with_years_below(lines: Sequence[Line], at: int) -> tuple[list[int], int]:
    """The years on a line of a head and, when they stand below each other, on those behind it; and how many lines that takes."""
    found = years_in(lines[at].text)
    end = at + 1
    while end < len(lines) and only_years(lines[end].text):
        found += years_in(lines[end].text)
        end += 1
    return found, end - at
