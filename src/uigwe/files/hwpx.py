"""Writing HWPX, the document format of Korean offices: paragraphs and tables in, bytes out. The one wrapper of python-hwpx.

What it takes care of: a paragraph never inherits the look of the one before; a table may break over pages and repeats its
head; rows are as high as their text needs; the same content gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from hwpx import HwpxDocument

# One unit of the format is 1/7200 inch.
PER_MM = 7200 / 25.4
PER_POINT = 100
_EDGE = 8  # of the paper's height above and below, kept for header and footer; the rest of a margin comes after it
_TALLEST = 200  # mm that a row may take and still be kept on one page
_PADDING = (1.8, 1.0)  # of a cell, in mm: beside and above the text
# The library's empty document names whoever made it, and when; the file we write does not.
_TRACES = re.compile(rb'(<opf:meta name="(?:lastsaveby|date)"[^>]*>)[^<]*')
# Letters that XML has no place for.
_BARRED = {number: None for number in range(32) if number not in (9, 10)} | {0xFFFE: None, 0xFFFF: None}


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    LEFT = "LEFT"
    CENTER = "CENTER"
    RIGHT = "RIGHT"
    BOTH = "JUSTIFY"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: size and space before and after in points, spacing of lines in per cent, hanging indent in mm."""

    size: float = 11
    bold: bool = False
    color: str = "#000000"
    plain: bool = False
    align: Align = Align.BOTH
    spacing: int = 160
    before: float = 0
    after: float = 0
    left: float = 0
    hang: float = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of text, each with its own letters; the first piece's look is that of the paragraph. It may begin a page."""

    pieces: tuple[tuple[str, Look], ...]
    on_new_page: bool = False

    @property
    def look(self) -> Look:
        """The look of the paragraph as a whole."""
        return self.pieces[0][1] if self.pieces else Look()

    @property
    def text(self) -> str:
        """All its text."""
        return "".join(text for text, _ in self.pieces)


def paragraph(text: str, look: Look | None = None) -> Paragraph:
    """A paragraph of one piece."""
    return Paragraph(((text, look or Look()),))


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines around a cell: colour, width in mm as the format knows them (`0.12`, `0.4`), and on which sides."""

    color: str = "#7F7F7F"
    width: str = "0.12"
    sides: tuple[str, ...] = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: paragraphs, a fill colour, how many columns and rows it takes, its lines; a locked one cannot be typed into."""

    paragraphs: tuple[Paragraph, ...]
    fill: str = ""
    across: int = 1
    lines: Lines = field(default_factory=Lines)
    down: int = 1
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells over columns of these widths in mm. The first `heads` rows are repeated on each page.

    A row holds the cells that begin in it: what a cell of an earlier row covers is left out.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """The margins of an A4 page, in mm, from its edge to the text."""

    left: float = 20
    right: float = 20
    top: float = 20
    bottom: float = 18


def write_hwpx(
    parts: Sequence[Paragraph | Table],
    *,
    title: str,
    author: str,
    day: date,
    paper: Paper | None = None,
    mark: str = "",
) -> bytes:
    """An HWPX file of paragraphs and tables in this order, with page numbers, made on this day; its mark is a property that nobody sees."""
    from hwpx import HwpxDocument

    document = HwpxDocument.new()
    writer = _Writer(document, paper or Paper())
    writer.page()
    for part in parts:
        if isinstance(part, Table):
            writer.table(part)
        else:
            writer.paragraph(part)
    made = f"{day.isoformat()}T00:00:00Z"
    document.package.set_document_metadata(
        title=title.translate(_BARRED),
        creator=author.translate(_BARRED),
        keyword=mark or None,
        created_date=made,
        modified_date=made,
    )
    writer.renumber()
    return _settled(document.to_bytes(), title, [line for part in parts for line in _plain_lines(part)])


class _Writer:
    """Puts parts into a document; looks are made once and used again."""

    def __init__(self, document: HwpxDocument, paper: Paper) -> None:
        self.document = document
        self.paper = paper
        self.first = True
        self._letters: dict[Look, str] = {}
        self._shapes: dict[Look, str] = {}
        self._fills: dict[tuple[Lines, str], str] = {}
        # The two faces that every Korean office has, as the empty document names them: without and with serifs.
        fonts = document.styles.fonts()
        self._plain_face, self._body_face = (str(fonts[number].face) for number in ("0", "1"))

    def page(self) -> None:
        """A4 with its margins, and the number of the page at its foot."""
        self.document.page.set_margins(
            left=_units(self.paper.left),
            right=_units(self.paper.right),
            top=_units(self.paper.top - _EDGE),
            bottom=_units(self.paper.bottom - _EDGE),
            header=_units(_EDGE),
            footer=_units(_EDGE),
        )
        space = "http://www.hancom.co.kr/hwpml/2011/paragraph"
        run = self.document.paragraphs[0].runs[0].element
        control = run.makeelement(f"{{{space}}}ctrl", {})
        number = {"pos": "BOTTOM_CENTER", "formatType": "DIGIT", "sideChar": "-"}
        control.append(control.makeelement(f"{{{space}}}pageNum", number))
        run.append(control)

    def paragraph(self, part: Paragraph) -> None:
        """A paragraph of the body. The first one takes the place of the empty one that every new document begins with."""
        if self.first:
            made = self.document.paragraphs[0]
            made.para_pr_id_ref = self.shape(part.look)
            self.first = False
        else:
            made = self.document.add_paragraph(
                "", para_pr_id_ref=self.shape(part.look), include_run=False, inherit_style=False
            )
        if part.on_new_page:
            made.element.set("pageBreak", "1")
        self.fill(made, part)

    def fill(self, made: Any, part: Paragraph) -> None:
        """Runs of text, each with its letters."""
        for text, look in part.pieces:
            made.add_run(text.translate(_BARRED), char_pr_id_ref=self.letters(look))

    def table(self, part: Table) -> None:
        """A table that flows with the text, breaks between rows and repeats its head."""
        if self.first:
            self.paragraph(paragraph("", Look(size=1, spacing=100)))
        placed = _placed(part)
        heights = _heights(placed, part.widths, len(part.rows))
        widths = [_units(width) for width in part.widths]
        made = self.document.add_table(len(part.rows), len(widths), width=sum(widths), height=sum(heights))
        # A table that stands like a letter in its line cannot break over pages.
        made.set_treat_as_char(False)
        # Between rows and not within one; but a row that no page holds would lose its end, so there it may.
        made.element.set("pageBreak", "TABLE" if max(heights) < _units(_TALLEST) else "CELL")
        made.element.set("repeatHeader", "1" if part.heads else "0")
        for row, column, cell in placed:
            if cell.across > 1 or cell.down > 1:
                made.merge_cells(row, column, row + cell.down - 1, column + cell.across - 1)
        there = made.get_cell_map()  # once: asking the table for one cell goes through all of them
        for row, column, cell in placed:
            own = there[row][column].cell
            width, height = sum(widths[column : column + cell.across]), sum(heights[row : row + cell.down])
            self.cell(own, cell, width, height)
            if row < part.heads:
                own.element.set("header", "1")
        made.mark_dirty()

    def cell(self, made: Any, cell: Cell, width: int, height: int) -> None:
        """The text, lines and size of one cell."""
        made.set_size(width=width, height=height)
        beside, above = (_units(side) for side in _PADDING)
        made.set_margins(left=beside, right=beside, top=above, bottom=above)
        made.element.set("borderFillIDRef", self.borders(cell.lines, cell.fill))
        if cell.locked:
            made.element.set("protect", "1")
        empty = made.paragraphs
        for part in cell.paragraphs or (paragraph(""),):
            added = made.add_paragraph(para_pr_id_ref=self.shape(part.look), char_pr_id_ref=self.letters(part.look))
            for run in list(added.runs):
                run.remove()
            self.fill(added, part)
        for one in empty:
            one.element.getparent().remove(one.element)

    def letters(self, look: Look) -> str:
        """The id of these letters."""
        key = Look(size=look.size, bold=look.bold, color=look.color, plain=look.plain)
        if key not in self._letters:
            font = self._plain_face if key.plain else self._body_face
            self._letters[key] = self.document.styles.ensure_run(
                bold=key.bold, size=key.size, color=key.color, font=font
            )
        return self._letters[key]

    def shape(self, look: Look) -> str:
        """The id of this shape of a paragraph: made on the first paragraph, which then gets its own again."""
        key = Look(0, False, "", False, look.align, look.spacing, look.before, look.after, look.left, look.hang)
        if key not in self._shapes:
            model = self.document.paragraphs[0]
            own, model.para_pr_id_ref = model.para_pr_id_ref, "0"
            self.document.styles.apply_paragraph_format(
                paragraphs=[model],
                alignment=key.align.value,
                line_spacing_percent=key.spacing,
                spacing_before_pt=key.before,
                spacing_after_pt=key.after,
                indent_left_mm=key.left,
                first_line_indent_mm=-key.hang,
            )
            self._shapes[key] = str(model.para_pr_id_ref)
            model.para_pr_id_ref = own
        return self._shapes[key]

    def borders(self, lines: Lines, fill: str) -> str:
        """The id of these lines around this fill."""
        key = (lines, fill)
        if key not in self._fills:
            self._fills[key] = self.document.styles.ensure_border_fill(
                border_color=lines.color,
                border_width=f"{lines.width} mm",
                fill_color=fill or None,
                active_borders=lines.sides,
            )
        return self._fills[key]

    def renumber(self) -> None:
        """Ids that the library draws by lot are counted instead, so that the same content is the same file."""
        for section in self.document.sections:
            for number, element in enumerate(section.element.iter()):
                if str(element.tag).endswith(("}p", "}tbl")) and element.get("id", "0") != "0":
                    element.set("id", str(number + 1))
            section.mark_dirty()


def _settled(data: bytes, title: str, lines: Sequence[str]) -> bytes:
    """The file without the name and days of the library's empty document, with its own text as the preview."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item.filename)
            if item.filename == "Preview/PrvImage.png":
                continue  # a picture of the library's empty page
            if item.filename == "Contents/content.hpf":
                content = _TRACES.sub(rb"\1", content)
            if item.filename == "Preview/PrvText.txt":
                content = "\r\n".join([title, *lines])[:1000].encode("utf-16-le")
            kept = zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0))
            kept.compress_type = item.compress_type
            new.writestr(kept, content)
    return out.getvalue()


def _plain_lines(part: Paragraph | Table) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield part.text
        return
    for row in part.rows:
        yield "".join(f"<{' '.join(one.text for one in cell.paragraphs)}>" for cell in row)


# ── how high a row is ────────────────────────────────────────────────────────────────────────────────────────────────


def _placed(part: Table) -> list[tuple[int, int, Cell]]:
    """Each cell with its row and column: a row's cells stand where no cell of an earlier row reaches down."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for row, cells in enumerate(part.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            placed.append((row, column, cell))
            taken |= {(row + down, column + across) for down in range(cell.down) for across in range(cell.across)}
            column += cell.across
    return placed


def _heights(placed: Sequence[tuple[int, int, Cell]], widths: Sequence[float], rows: int) -> list[int]:
    """How high each row must be for the fullest of its cells, in units of the format; a cell over several rows stretches the last."""
    heights = [0] * rows
    for row, column, cell in sorted(placed, key=lambda one: one[2].down):
        room = sum(widths[column : column + cell.across]) - 2 * _PADDING[0]
        needed = ceil(sum(_height_of(part, room) for part in cell.paragraphs) + 2 * _PADDING[1] * PER_MM)
        last = row + cell.down - 1
        heights[last] += max(0, needed - sum(heights[row : last + 1]))
    return heights


def _height_of(part: Paragraph, room: float) -> float:
    look = part.look
    size = max((piece.size for _, piece in part.pieces), default=look.size)
    per_line = (room - look.left - look.hang) * PER_MM / (size * PER_POINT)
    lines = sum(_lines(line, per_line) for line in part.text.split("\n"))
    return (lines * size * look.spacing / 100 + look.before + look.after) * PER_POINT


def _lines(text: str, per_line: float) -> int:
    """How many lines a text takes when words stay whole where they can: a Hangul syllable is one em wide."""
    lines, used = 1, 0.0
    for word in text.split(" "):
        width = ems(word)
        if used and used + width > per_line:
            lines, used = lines + 1, 0.0
        if width > per_line:
            lines += ceil((used + width) / per_line) - 1
            used = (used + width) % per_line
        else:
            used += width
        used += 0.35
    return lines


def ems(text: str) -> float:
    """About how wide a text is, in widths of a Hangul syllable."""
    return sum(_ems(letter) for letter in text)


def _ems(letter: str) -> float:
    if east_asian_width(letter) in "WF":
        return 1.0
    return 0.65 if letter.isupper() or not letter.isascii() else 0.56


def _units(millimetres: float) -> int:
    return round(millimetres * PER_MM)
