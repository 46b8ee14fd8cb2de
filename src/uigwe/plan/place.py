"""Where in the document something stands, and how codes of goals and tasks are read."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Level(StrEnum):
    """The three levels of the tree that carry indicators."""

    STRATEGIC = "strategic"
    GOAL = "goal"
    TASK = "task"

    @classmethod
    def of(cls, code: str) -> "Level":
        """The level that a code belongs to: `Ⅰ`, `Ⅰ-1`, `Ⅰ-1-①`."""
        return (cls.STRATEGIC, cls.GOAL, cls.TASK)[min(code.count("-"), 2)]


class Part(StrEnum):
    """The body of the document, or its annexes."""

    BODY = "body"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the source: part, code of the goal or task in whose section it stands, heading outside the tree, line, page.

    A budget code such as `Ⅱ-1-일반재정①` belongs to another numbering and is never the code of a place.
    """

    part: Part = Part.BODY
    code: str = ""
    heading: str = ""
    line: int | None = None
    page: int | None = None


NOWHERE = Place()

_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@lru_cache(maxsize=4096)
def order_of_code(code: str) -> tuple[int, ...]:
    """A key that sorts codes in reading order; unknown parts sort last."""
    key = []
    for part in code.split("-"):
        if part in _ROMAN and part:
            key.append(_ROMAN.index(part) + 1)
        elif part in _CIRCLED and part:
            key.append(_CIRCLED.index(part) + 1)
        else:
            digits = re.match(r"\d+", part)
            key.append(int(digits[0]) if digits else 10_000)
    return tuple(key)


def parent_of(code: str) -> str:
    """The code one level up; empty for a strategic goal."""
    return code.rpartition("-")[0]


def plain_code(code: str) -> str:
    """A code in ASCII, for addresses and keyboards: `Ⅱ-1-③` is `2-1-3`."""
    return "-".join(str(number) for number in order_of_code(code))


def code_from(text: str) -> str:
    """The code that a person typed: `2-1-3`, `II-1-3` and `Ⅱ-1-③` are all `Ⅱ-1-③`; anything else comes back as it is."""
    parts = text.strip().split("-")
    strategic = _roman(parts[0])
    if not 1 <= len(parts) <= 3 or strategic is None or not all(_counted(part) for part in parts[1:]):
        return text.strip()
    found = [_ROMAN[strategic - 1]]
    if len(parts) > 1:
        found.append(str(_counted(parts[1])))
    if len(parts) > 2:
        found.append(_CIRCLED[_counted(parts[2]) - 1])
    return "-".join(found)


def _roman(part: str) -> int | None:
    if len(part) == 1 and part in _ROMAN:
        return _ROMAN.index(part) + 1
    if part.isdecimal():
        return int(part) if 1 <= int(part) <= len(_ROMAN) else None
    letters = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
    return letters.index(part.upper()) + 1 if part.upper() in letters else None


def _counted(part: str) -> int:
    """The number of a goal or task, 0 when it is none."""
    if len(part) == 1 and part in _CIRCLED:
        return _CIRCLED.index(part) + 1
    return int(part) if part.isdecimal() and 1 <= int(part) <= len(_CIRCLED) else 0
