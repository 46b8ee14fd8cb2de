"""The front of a plan: where mission, vision, the drawing of the goals, the overview of goals and tasks, and their counts stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.documents.codes import ROMAN
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.lines import Line

_CHAPTER = re.compile(rf"^([{ROMAN}])[.\s]")
_PART = re.compile(r"^(\d{1,2})\s*\.\s*\S")
_SUB = re.compile(r"^\(\s*(\d{1,2})\s*\)\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of the front below one heading; `heading` is its path such as `Ⅱ.2.(3)`."""

    heading: str
    lines: tuple[Line, ...]


def stretch(lines: Sequence[Line], name: str, layout: Layout) -> Stretch:
    """The lines below the heading `name` of the layout; empty when the front has none."""
    chapter = part = ""
    begin: int | None = None
    path = ""
    for at, line in enumerate(lines):
        found = _CHAPTER.match(line.text)
        if found and (line.page or at == 0):
            if begin is not None:
                return Stretch(path, tuple(lines[begin:at]))
            chapter, part = found[1], ""
            continue
        found = _SUB.match(line.text)
        if found:
            if begin is not None:
                return Stretch(path, tuple(lines[begin:at]))
            if layout.is_heading(name, found[2]):
                begin, path = at + 1, ".".join(piece for piece in (chapter, part, f"({found[1]})") if piece)
            continue
        found = _PART.match(line.text)
        if found and begin is None:
            part = found[1]
    return Stretch(path, tuple(lines[begin:])) if begin is not None else Stretch("", ())


def statement(lines: Sequence[Line], labels: Sequence[str], stops: Sequence[str]) -> tuple[tuple[Line, ...], int]:
    """The lines below a label such as `임   무` up to the next label, and the line they begin at (0 when there is none)."""
    wanted = {squeeze(label) for label in labels}
    ends = {bare(stop) for stop in stops}
    begin = next((at + 1 for at, line in enumerate(lines) if squeeze(line.text) in wanted), None)
    if begin is None:
        return (), 0
    kept: list[Line] = []
    for line in lines[begin:]:
        if bare(line.text) in ends:
            break
        kept.append(line)
    return tuple(kept[:6]), kept[0].number if kept else 0
