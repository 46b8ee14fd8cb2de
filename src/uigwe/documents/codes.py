"""The numerals of codes: Ⅰ, Ⅰ-1, Ⅰ-1-①, and what documents print for them: 1-1-1, Ⅰ-1-가, ❶, ➀."""

import re
from dataclasses import dataclass

ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# ➀ (sans-serif), ❶ and ➊ (negative) stand for ① in codes.
_LOOKALIKES = {
    ord(sign): CIRCLED[index]
    for start in (0x2780, 0x2776, 0x278A)
    for index, sign in enumerate(map(chr, range(start, start + 10)))
}
ANY_CIRCLED = CIRCLED + "".join(map(chr, range(0x2776, 0x2794)))

# 가, 나, 다 … in the place of ①, ②, ③ …
LETTERS = "가나다라마바사아자차카타파하"
_DASH = r"\s*[-–‐−]\s*"
_FIRST, _SECOND, _THIRD = rf"([{ROMAN}]|\d{{1,2}})", r"(\d{1,2})", rf"([{ANY_CIRCLED}{LETTERS}]|\d{{1,2}})"
# What the head of a task ends in, and what the head of a goal begins with.
TASK_CODE = re.compile(rf"\(\s*{_FIRST}{_DASH}{_SECOND}{_DASH}{_THIRD}\s*\)\s*$")
ANY_TASK_CODE = re.compile(rf"\(?\s*{_FIRST}{_DASH}{_SECOND}{_DASH}{_THIRD}\s*\)?")
GOAL_CODE = rf"{_FIRST}{_DASH}{_SECOND}(?![\d\-–])"
_MARKER = re.compile(
    rf"(?:([{ROMAN}])\s*\.|(\d{{1,2}})\s*\.|([{ANY_CIRCLED}])|([{LETTERS}])\s*\.(?=\s))\s*(.*)", re.DOTALL
)
_WHOLE = re.compile(
    rf"\(?\s*([{ROMAN}]){_DASH}{_SECOND}(?:{_DASH}{_THIRD})?\s*(?:\)|\.|(?<=\S)(?=\s))\s*(\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before a title in a table: `Ⅰ.` (depth 1), `1.` (2), `①` or `가.` (3), or a whole `code`; and the `rest`."""

    depth: int
    number: int
    rest: str
    code: str = ""


def read_marker(text: str) -> Marker | None:
    """The marker that a title begins with, if any."""
    whole = _WHOLE.match(text)
    code = code_of(*whole.groups()[:3]) if whole else None
    if whole and code:
        parts = code.split("-")
        return Marker(len(parts), numeral(parts[-1]) or 0, whole[4], code)
    match = _MARKER.match(text)
    if not match:
        return None
    *signs, rest = match.groups()
    depth = next(at for at, sign in enumerate(signs, 1) if sign)
    number = numeral(circled(signs[depth - 1]))
    return Marker(min(depth, 3), number, rest) if number else None


def code_of(first: str, second: str | None = None, third: str | None = None) -> str | None:
    """The code as this house writes it, whatever signs were printed; None for numbers that no plan has."""
    numbers = [numeral(circled(part)) for part in (first, second, third) if part]
    if not all(numbers):
        return None
    strategic, *below = (number or 0 for number in numbers)
    if strategic > len(ROMAN) or (len(below) > 1 and below[1] > len(CIRCLED)):
        return None
    goal = [str(number) for number in below[:1]]
    return "-".join([ROMAN[strategic - 1], *goal, *(CIRCLED[number - 1] for number in below[1:])])


def circled(sign: str) -> str:
    """The usual circled numeral for any of its look-alikes."""
    return sign.translate(_LOOKALIKES)


def roman(number: int) -> str:
    """1 is Ⅰ. Raises IndexError beyond twelve."""
    return ROMAN[number - 1]


def roman_value(sign: str) -> int:
    """Ⅰ is 1."""
    return ROMAN.index(sign) + 1


def numeral(text: str) -> int | None:
    """The number that `Ⅰ`, `1`, `①` or `가` stands for."""
    if len(text) == 1 and text in ROMAN:
        return ROMAN.index(text) + 1
    if len(text) == 1 and circled(text) in CIRCLED:
        return CIRCLED.index(circled(text)) + 1
    if len(text) == 1 and text in LETTERS:
        return LETTERS.index(text) + 1
    return int(text) if text.isdecimal() and len(text) <= 2 else None


def slug(code: str) -> str:
    """A code in plain letters: `Ⅰ` is `s1`, `Ⅰ-1` is `g1-1`, `Ⅰ-1-①` is `t1-1-1`."""
    parts = [str(numeral(part) or 0) for part in code.split("-")]
    return "sgt"[min(len(parts), 3) - 1] + "-".join(parts)
