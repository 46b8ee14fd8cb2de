"""HWPX and HWP to blocks: a walk down the sections of the opened document; tables in a frame of one cell come out of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from uigwe.documents.blocks import Block, Cell, End, Paragraph, Piece, Table
from uigwe.files.office import Opened, open_office

# Parts of a paragraph that are not its text: what stands at head and foot of pages, remarks of reviewers, fields' commands.
_ASIDE = {"header", "footer", "hiddenComment", "secPr", "colPr", "pageNum", "fieldBegin", "fieldEnd", "newNum", "memo"}
_NOTES = {"footNote", "endNote"}
_GAPS = {"tab": " ", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_DEEPEST = 40


def read_hwpx(data: bytes) -> list[Block]:
    """The blocks of an HWPX or HWP file. Raises `Refused` when it is neither."""
    return blocks_of(open_office(data))


def blocks_of(opened: Opened) -> list[Block]:
    """The blocks of a document that is open already."""
    walker = _Walker(opened)
    blocks: list[Block] = []
    for section in opened.sections:
        blocks += walker.paragraphs(section, 0)
    return blocks


@dataclass
class _Text:
    """The lines of a paragraph as they are gathered."""

    lines: list[str] = field(default_factory=lambda: [""])

    def add(self, text: str) -> None:
        self.lines[-1] += text

    def broken(self) -> None:
        self.lines.append("")

    def pieces(self) -> tuple[Piece, ...]:
        return tuple(Piece(line, End.BREAK) for line in self.lines if line.strip())


class _Walker:
    """Knows the heads that numbered and bulleted paragraphs get from their shape."""

    def __init__(self, opened: Opened) -> None:
        self.heads = opened.heads
        self.counts: dict[tuple[str, int], int] = {}

    def paragraphs(self, parent: Any, depth: int) -> Iterator[Block]:
        """The blocks of all paragraphs right below an element."""
        if depth > _DEEPEST:
            return
        for child in parent.iterchildren():
            if _name(child) == "p":
                yield from self.paragraph(child, depth)

    def paragraph(self, element: Any, depth: int) -> Iterator[Block]:
        """One paragraph: its text, with the tables, frames and notes that hang on it in their order."""
        turns = element.get("pageBreak") == "1"
        text = _Text([self._head(element)])
        after: list[Block] = []
        for run in element.iterchildren():
            if _name(run) != "run":
                continue
            for part in run.iterchildren():
                name = _name(part)
                if name == "t":
                    _gather(part, text)
                elif name == "tbl":
                    if pieces := text.pieces():
                        yield Paragraph(pieces, turns=turns)
                        turns, text = False, _Text()
                    yield from self.table(part, depth)
                elif name == "equation":
                    text.add(_equation(part))
                else:
                    after += self._hanging(part, depth)
        if pieces := text.pieces():
            yield Paragraph(pieces, turns=turns)
        yield from after

    def _hanging(self, part: Any, depth: int) -> Iterator[Block]:
        """The text of frames, shapes and notes."""
        for child in part.iterchildren():
            name = _name(child)
            if name in _ASIDE:
                continue
            if name in ("subList", "drawText") or name in _NOTES:
                holders = (
                    [child] if name == "subList" else [one for one in child.iterchildren() if _name(one) == "subList"]
                )
                for holder in holders:
                    yield from self.paragraphs(holder, depth + 1)
            elif depth < _DEEPEST:
                yield from self._hanging(child, depth + 1)

    def table(self, element: Any, depth: int) -> Iterator[Block]:
        """A table; one of a single cell is a frame around what is in it."""
        found: list[tuple[int, int, int, int, Any]] = []
        for row in element.iterchildren():
            if _name(row) == "tr":
                found += [_cell_at(cell) for cell in row.iterchildren() if _name(cell) == "tc"]
        held = self._caption(element)
        if held is not None:
            yield from self.paragraphs(held, depth + 1)
        if len(found) == 1:
            yield from self._within(found[0][4], depth)
            return
        cells = [Cell(row, column, self._lines(cell, depth), down, across) for row, column, down, across, cell in found]
        if cells:
            rows = max(cell.row + cell.down for cell in cells)
            columns = max(cell.column + cell.across for cell in cells)
            yield Table(rows, columns, tuple(cells))

    @staticmethod
    def _caption(element: Any) -> Any:
        caption = next((child for child in element.iterchildren() if _name(child) == "caption"), None)
        return (
            None if caption is None else next((one for one in caption.iterchildren() if _name(one) == "subList"), None)
        )

    def _within(self, cell: Any, depth: int) -> Iterator[Block]:
        for child in cell.iterchildren():
            if _name(child) == "subList":
                yield from self.paragraphs(child, depth + 1)

    def _lines(self, cell: Any, depth: int) -> tuple[Piece, ...]:
        """The lines of a cell; a table inside it is told line by line."""
        lines: list[Piece] = []
        for block in self._within(cell, depth):
            if isinstance(block, Paragraph):
                lines += block.pieces
            else:
                for row in range(block.rows):
                    lines.append(Piece(" ".join(" ".join(one.text.split()) for one in block.starting(row))))
        return tuple(lines)

    def _head(self, element: Any) -> str:
        """The bullet or number that the shape of a paragraph puts before its text."""
        head = self.heads.get(element.get("paraPrIDRef", ""))
        if head is None:
            return ""
        if head.bullet:
            return f"{head.bullet} "
        key = head.numbering, head.level
        self.counts[key] = self.counts.get(key, head.start - 1) + 1
        for deeper in [other for other in self.counts if other[0] == head.numbering and other[1] > head.level]:
            del self.counts[deeper]
        counted = {level: count for (numbering, level), count in self.counts.items() if numbering == head.numbering}
        return _numbered(head.form, head.shapes, counted)


_PLACE = re.compile(r"\^(\d)")


def _numbered(form: str, shapes: Mapping[int, str], counted: Mapping[int, int]) -> str:
    """`^1.^2)` with the counts of its levels: `1.2)`."""
    text = _PLACE.sub(lambda match: _count(counted.get(int(match[1]) - 1, 1), shapes.get(int(match[1]) - 1, "")), form)
    return f"{text} " if text else ""


def _count(number: int, shape: str) -> str:
    first = {
        "CIRCLED_DIGIT": 0x2460,
        "ROMAN_CAPITAL": 0x2160,
        "LATIN_CAPITAL": ord("A"),
        "LATIN_SMALL": ord("a"),
    }.get(shape)
    if shape == "HANGUL_SYLLABLE":
        return "가나다라마바사아자차카타파하"[(number - 1) % 14]
    limit = 12 if shape == "ROMAN_CAPITAL" else 20
    return chr(first + number - 1) if first and 1 <= number <= limit else str(number)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _gather(part: Any, text: _Text) -> None:
    """The text of a run, with its tabs, hard spaces and line breaks."""
    text.add(part.text or "")
    for child in part.iterchildren():
        name = _name(child)
        if name == "lineBreak":
            text.broken()
        elif name in _GAPS:
            text.add(_GAPS[name])
        elif name not in _ASIDE:
            _gather(child, text)
        text.add(child.tail or "")


def _cell_at(cell: Any) -> tuple[int, int, int, int, Any]:
    row = column = 0
    down = across = 1
    for child in cell.iterchildren():
        name = _name(child)
        if name == "cellAddr":
            row, column = _number(child.get("rowAddr"), 0), _number(child.get("colAddr"), 0)
        elif name == "cellSpan":
            down, across = _number(child.get("rowSpan"), 1), _number(child.get("colSpan"), 1)
    return row, column, max(1, down), max(1, across), cell


def _number(text: str | None, otherwise: int) -> int:
    """A count of a cell; what no table can have is taken for nothing."""
    return int(text) if text and text.isdecimal() and len(text) <= 4 else otherwise


_FRACTION = re.compile(r"\{([^{}]*)\}\s*over\s*\{([^{}]*)\}")


def _equation(part: Any) -> str:
    """The script of an equation as one line: `{가} over {나} times 100` is `가 / 나 × 100`."""
    script = "".join(child.text or "" for child in part.iterchildren() if _name(child) == "script")
    for _ in range(script.count("over")):
        script = _FRACTION.sub(r"\1 / \2", script)
    for word, sign in (("times", "×"), ("div", "÷"), ("sum", "Σ"), ("SUM", "Σ"), ("LEFT", ""), ("RIGHT", "")):
        script = re.sub(rf"\b{word}\b", sign, script)
    return " ".join(re.sub(r"[{}`~]|\bleft\b|\bright\b", " ", script).split())
