"""The numerals of codes: Ⅰ, Ⅰ-1, Ⅰ-1-①, and the look-alikes that documents print for them."""

import re

ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# ➀ (sans-serif), ❶ and ➊ (negative) stand for ① in codes.
_LOOKALIKES = {
    ord(sign): CIRCLED[index]
    for start in (0x2780, 0x2776, 0x278A)
    for index, sign in enumerate(map(chr, range(start, start + 10)))
}
ANY_CIRCLED = CIRCLED + "".join(map(chr, range(0x2776, 0x2794)))

TASK_CODE = re.compile(rf"\(\s*([{ROMAN}])\s*[-–]\s*(\d{{1,2}})\s*[-–]\s*([{ANY_CIRCLED}])\s*\)\s*$")


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
    """The number that `Ⅰ`, `1` or `①` stands for."""
    if len(text) == 1 and text in ROMAN:
        return ROMAN.index(text) + 1
    if len(text) == 1 and circled(text) in CIRCLED:
        return CIRCLED.index(circled(text)) + 1
    return int(text) if text.isdecimal() and len(text) <= 2 else None


def slug(code: str) -> str:
    """A code in plain letters: `Ⅰ` is `s1`, `Ⅰ-1` is `g1-1`, `Ⅰ-1-①` is `t1-1-1`."""
    parts = [str(numeral(part) or 0) for part in code.split("-")]
    return "sgt"[min(len(parts), 3) - 1] + "-".join(parts)
