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


_HARM = re.compile(
    r"(?:사고|재해|화재|범죄|위반|오염|감염|부패)[가-힣 ]{0,8}?(?:건수|자\s?수|[률율])\s*(?:\(.*)?$|(?<!초)격차\s*(?:\(.*)?$"
)
# The rate of what is done against harm is good when it is high: `범죄 검거율`, `감염병감시망 정비율`.
_REMEDY = re.compile(
    r"(?:정비|관리|예방|대응|감시|지원|점검|보급|이행|참여|완료|확충|구축|개선|해소|처리|조치|복구|검거|해결|교육|이수|극복|완치|치료|저감|감축|방지|회복)"
    r"\s*(?:건수|자\s?수|[률율])\s*(?:\(.*)?$"
)
_LESSENED = re.compile(
    r"\d\s?(?:%\s?[pP]?|건|명|점|개|일|시간|톤)?\s*(?:를|을|씩|만큼)?\s*(?:감축|저감|단축|줄여|줄이|줄인)"
)


def direction(name: str, layout: Layout, reason: str = "") -> Direction:
    """Down for names that count what should become less, and where the reason lessens it by a figure; up otherwise."""
    harm = _HARM.search(name) and not _REMEDY.search(name)
    down = layout.has(layout.down, name) or harm or _LESSENED.search(reason)
    return Direction.DOWN if down else Direction.UP


def ids(codes: Sequence[str]) -> list[str]:
    """Ids for indicators by the code of their first use: `i-g1-1`; several of one code are `i-t1-3-2-a`, `i-t1-3-2-b`."""
    given: list[str] = []
    for at, code in enumerate(codes):
        if codes.count(code) == 1:
            given.append(f"i-{slug(code)}")
        else:
            given.append(f"i-{slug(code)}-{chr(ord('a') + codes[:at].count(code))}")
    return given
