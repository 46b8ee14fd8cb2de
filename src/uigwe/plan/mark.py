"""What is printed on a form so that it finds its way back: whose, of which round, of which task, and which version."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from uigwe.plan.place import code_from

_DASHES = r"[-‐‑‒–—−－]"
_MARK = re.compile(
    rf"(?P<agency>[a-z0-9][a-z0-9_-]{{0,39}}?){_DASHES}(?P<year>\d{{4}}){_DASHES}R(?P<round>\d{{1,4}}){_DASHES}"
    rf"(?P<code>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ](?:{_DASHES}\d{{1,2}}(?:{_DASHES}[①-⑳])?)?){_DASHES}(?P<seal>[0-9a-f]{{10}})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`mss-2023-R3-Ⅰ-1-①-0a1b2c3d4e`: body, year, number of the round, code, seal of what was printed."""

    agency: str
    year: int
    round_no: int
    code: str
    seal: str

    def __str__(self) -> str:
        return f"{self.agency}-{self.year}-R{self.round_no}-{self.code}-{self.seal}"


def marks_in(text: str) -> Iterator[Mark]:
    """Every mark in a text, however its dashes and spaces were changed by a word processor."""
    for found in _MARK.finditer("".join(text.split())):
        code = code_from(re.sub(_DASHES, "-", found["code"]))
        yield Mark(found["agency"].lower(), int(found["year"]), int(found["round"]), code, found["seal"].lower())


def key_of(object: str) -> str:
    """The short key that stands beside a row of a form: `m3`, `b2`, `i4f0a` for an indicator, `t` for the goal or task itself."""
    if "@" in object:
        return "i" + sha256(object.encode()).hexdigest()[:4]
    return object.rpartition("/")[2] if "/" in object else "t"


KEY = re.compile(r"(?:t|i[0-9a-f]{4}|[mb]\d{1,4}|\+)")
NEW_KEY = "+"
