"""Bulleted entries below a heading: each with its marker and its whole text, continuation lines put back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.documents.healing import Words, heal
from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line

BOX = re.compile(r"^[□■]\s*")
_BULLET = re.compile(r"^([ㅇ○◦●]|[-–](?!\d)|[*※]+)\s*")
_PARAGRAPH = re.compile(r"^\(\s*\d{1,2}\s*\)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: `mark` is `ㅇ`, `-`, `*` or empty for text before the first bullet."""

    mark: str
    text: str
    line: int


def below(lines: Sequence[Line], name: str, layout: Layout) -> list[tuple[str, list[Line]]]:
    """What stands below each box heading (□) of this name, with what the heading itself says behind a colon."""
    found: list[tuple[str, list[Line]]] = []
    inside = False
    for line in lines:
        if BOX.match(line.text):
            title, _, said = BOX.sub("", line.text).partition(":")
            inside = layout.is_heading(name, title)
            if inside:
                found.append((said.strip(), [line]))
        elif _PARAGRAPH.match(line.text) or line.text.startswith("<"):
            inside = False
        elif inside:
            found[-1][1].append(line)
    return found


def listed(lines: Sequence[Line], words: Words, layout: Layout) -> list[Listed]:
    """The lines as entries, cut at their bullets; a table that slipped in between ends the list."""
    groups: list[tuple[str, list[Line]]] = []
    for line in lines:
        if bare(line.text) in layout.milestone_heads:
            break
        match = _BULLET.match(line.text)
        text = line.text[match.end() :] if match else line.text
        own = Line(line.number, text, line.gap, line.page, line.open_end, line.indent)
        if match or not groups:
            groups.append((match[1][0] if match else "", [own]))
        else:
            groups[-1][1].append(own)
    marks = {"○": "ㅇ", "◦": "ㅇ", "●": "ㅇ", "–": "-", "※": "*"}
    return [Listed(marks.get(mark, mark), heal(group, words), group[0].number) for mark, group in groups]
