"""The system tables (체계) on the cover pages of strategic goals: under which goal and task which indicator stands, and the tallies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.documents.codes import CIRCLED, Marker, read_marker, roman
from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line

_SLASHES = re.compile(r"[/|]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One goal or task of a system table: the lines that hold its title and the names of its indicators, the marker taken off."""

    code: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Title and names together."""
        return " ".join(line.text for line in self.lines)


def entries(lines: Sequence[Line], strategic: str, heads: Sequence[str]) -> list[Entry]:
    """The entries of a table that begins below one of the `heads`; without a strategic goal of its own the table tells it."""
    wanted = {bare(head) for head in heads}
    begin = next((at + 1 for at, line in enumerate(lines) if _SLASHES.sub("", bare(line.text)) in wanted), None)
    return listed(lines[begin:], strategic) if begin is not None else []


def listed(lines: Sequence[Line], strategic: str) -> list[Entry]:
    """Lines cut at the markers of goals and tasks (`Ⅰ.`, `1.`, `①`); the code follows from the marker and what stands above."""
    found: list[Entry] = []
    goal = 0
    for line in lines:
        marker = read_marker(line.text)
        code = _code(marker, strategic, goal) if marker else ""
        if marker and code:
            strategic, goal = code.split("-")[0], int(code.split("-")[1]) if "-" in code else 0
            found.append(Entry(code, (_cut(line, marker.rest),)))
        elif found:
            found[-1] = Entry(found[-1].code, (*found[-1].lines, line))
    return found


def _code(marker: Marker, strategic: str, goal: int) -> str:
    """The code that a marker stands for below these goals; empty where it can stand for none."""
    if marker.code:
        return marker.code
    if marker.depth == 1:
        return roman(marker.number)
    if marker.depth == 2:
        return f"{strategic}-{marker.number}" if strategic else ""
    return f"{strategic}-{goal}-{CIRCLED[marker.number - 1]}" if goal else ""


def _cut(line: Line, text: str) -> Line:
    return Line(line.number, text, line.gap, line.page, line.open_end, line.indent)


def tally_row(lines: Sequence[Line], layout: Layout) -> tuple[Line, tuple[int, ...]] | None:
    """The line of six counts below the head of a tally table: goals and indicators of the three levels."""
    words = [bare(word) for word in layout.tables["tally"]]
    seen = 0
    for line in lines:
        plain = bare(line.text)
        if any(plain == word for word in words):
            seen += 1
            continue
        numbers = line.text.split()
        if seen >= 4 and len(numbers) == 6 and all(number.isdecimal() for number in numbers):
            return line, tuple(int(number) for number in numbers)
        if read_marker(line.text):
            seen = 0
    return None
