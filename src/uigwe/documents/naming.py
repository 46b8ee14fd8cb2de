"""Names of indicators: the unit taken off, marks taken off, the direction told by a word, a plain id by code."""

import re
from collections.abc import Sequence

from uigwe.documents.codes import ANY_CIRCLED, slug
from uigwe.documents.layout import Layout, squeeze
from uigwe.values import Direction

_LEAD = re.compile(rf"^(?:[ㅇ○◦●•·▪※*]|[-–](?=\s)|[{ANY_CIRCLED}])\s*")
_LAST = re.compile(r"\s*\(([^()]*)\)\s*$")
_FIRST = re.compile(r"^\(([^()]*)\)\s*")
_LONGEST_UNIT = 6


def printed_name(text: str) -> str:
    """A name as printed, without the bullet or number in front."""
    return _LEAD.sub("", text, count=1).strip()


def name_unit(written: str, layout: Layout) -> tuple[str, str]:
    """The name without unit and marks, and the unit: `이용자 수(건)(공통)` is `이용자 수` in `건`.

    Brackets that explain (`1억원당 참여 인원`) stay in the name.
    """
    name = printed_name(written)
    marks = {squeeze(mark) for mark in layout.name_marks}
    if (first := _FIRST.match(name)) and squeeze(first[1]) in marks:
        name = name[first.end() :]
    while (match := _LAST.search(name)) and squeeze(match[1]) in marks:
        name = name[: match.start()]
    match = _LAST.search(name)
    if match:
        label = "|".join(map(re.escape, layout.unit_label))
        unit = re.sub(rf"^(?:{label})\s*[:：]?\s*", "", match[1].strip())
        if _is_unit(unit, unit != match[1].strip(), layout):
            # A unit torn at the edge of its cell (`% p`) is whole again.
            whole = squeeze(unit) in (*layout.units, *layout.name_units)
            return name[: match.start()].strip(), squeeze(unit) if whole else " ".join(unit.split())
    return name.strip(), ""


def _is_unit(text: str, labelled: bool, layout: Layout) -> bool:
    first = squeeze(text.split(",")[0])
    if not first or re.search(r"\d", first):
        return False
    return (
        labelled
        or first in layout.units
        or first in layout.name_units
        or (len(first) <= _LONGEST_UNIT and first.endswith(tuple(layout.unit_endings)))
    )


def direction(name: str, layout: Layout) -> Direction:
    """Down for names that count what should become less; up otherwise."""
    return Direction.DOWN if layout.has(layout.down, name) else Direction.UP


def ids(codes: Sequence[str]) -> list[str]:
    """Ids for indicators by the code of their first use: `i-g1-1`; several of one code are `i-t1-3-2-a`, `i-t1-3-2-b`."""
    given: list[str] = []
    for at, code in enumerate(codes):
        if codes.count(code) == 1:
            given.append(f"i-{slug(code)}")
        else:
            given.append(f"i-{slug(code)}-{chr(ord('a') + codes[:at].count(code))}")
    return given
