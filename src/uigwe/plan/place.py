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
