"""How our documents look: one banner, one kind of table, sober colours that survive a black-and-white printer."""

from dataclasses import replace

from uigwe.audit import Level
from uigwe.files.hwpx import Align, Cell, Lines, Look, Table, paragraph

NAVY = "#1F3864"
HEAD_FILL = "#DCE4F0"
LABEL_FILL = "#F0F3F8"
INKS = {Level.ERROR: "#A61B29", Level.DOUBT: "#8A5A00", Level.NOTICE: "#1D3C5E"}
BODY = Look(size=11.5, spacing=160, left=4, hang=4, after=3, align=Align.LEFT)
SMALL = Look(size=9, plain=True, spacing=140, align=Align.LEFT)
SECTION = Look(size=12, bold=True, plain=True, color=NAVY, before=7, after=3, align=Align.LEFT)


def banner(title: str, *, size: float = 19, width: float = 174.0) -> Table:
    """The title between two strong lines."""
    lines = Lines(NAVY, "0.7", ("top", "bottom"))
    look = Look(size=size, bold=True, plain=True, color=NAVY, align=Align.CENTER, spacing=130, before=3, after=3)
    return Table((width,), ((Cell((paragraph(title, look),), fill="#F5F7FB", lines=lines),),))


def head(text: str, size: float = 9) -> Cell:
    """A cell of a table's head."""
    return text_cell(text, replace(SMALL, size=size), bold=True, center=True, fill=HEAD_FILL)


def text_cell(
    text: str, look: Look = SMALL, *, bold: bool = False, center: bool = False, fill: str = "", ink: str = ""
) -> Cell:
    """A cell with one paragraph."""
    made = Look(
        size=look.size,
        bold=bold or look.bold,
        color=ink or look.color,
        plain=look.plain,
        align=Align.CENTER if center else look.align,
        spacing=look.spacing,
    )
    return Cell((paragraph(text, made),), fill=fill)
