"""A sheet as PDF, typeset by Typst in looks that differ as those of two offices do."""

from dataclasses import dataclass, fields, is_dataclass, replace
from importlib.util import find_spec
from typing import Any, TypeVar

from corpus.print.sheet import Grid, Para, Sheet, Spot

T = TypeVar("T")


@dataclass(frozen=True)
class Look:
    """How a PDF looks: fonts and sizes, which borders are drawn, whether rows break over pages and heads are repeated."""

    font: str
    size: float
    cell: float
    stroke: str
    fill: str
    breakable: bool
    repeat: bool
    tagged: bool
    margin: str = "(x: 20mm, y: 22mm)"
    skew: tuple[int, ...] = ()  # what is added to the shares of the columns
    align: str = "center + horizon"


LOOKS = {
    "ruled": Look("NanumMyeongjo", 11, 8.2, "0.4pt", "none", False, True, True),
    "open": Look(
        "NanumGothic",
        10.5,
        7.6,
        "(x, y) => (top: if y == 0 {1pt} else {0.3pt}, bottom: 0.3pt, left: if x == 0 {none} else {0.3pt}, right: none)",
        'rgb("#e8eef7")',
        True,
        False,
        False,
        "(x: 17mm, y: 20mm)",
        (2, 0, 1, 3),
        "left + top",
    ),
}


# Signs that the usual fonts have no picture of, and what an office prints instead.
_DRAWN = str.maketrans({"･": "·", "￫": "→", "∼": "～"})


def drawn(thing: T) -> T:
    """The same with the signs that a PDF can show."""
    return _drawn(thing)  # type: ignore[no-any-return]


def _drawn(thing: Any) -> Any:
    if isinstance(thing, str) and type(thing) is str:
        return thing.translate(_DRAWN)
    if isinstance(thing, tuple):
        return tuple(map(_drawn, thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{one.name: _drawn(getattr(thing, one.name)) for one in fields(thing)})
    return thing


def can_print() -> bool:
    """Whether this machine has Typst and the fonts of the looks (Debian's fonts-nanum)."""
    if find_spec("typst") is None:
        return False
    import typst

    return {look.font for look in LOOKS.values()} <= set(typst.Fonts().families())


def as_pdf(sheet: Sheet, look: Look) -> bytes:
    """The bytes of the document."""
    import typst

    source = _source(sheet, look).encode("utf-8")
    made = typst.compile(source, format="pdf", pdf_tags=look.tagged)
    assert isinstance(made, bytes)
    return made


def _source(sheet: Sheet, look: Look) -> str:
    lines = [
        f'#set page(paper: "a4", margin: {look.margin}, numbering: "- 1 -")',
        f'#set text(font: ("{look.font}", "NanumGothic"), size: {look.size}pt, lang: "ko")',
        "#set par(leading: 0.7em, justify: false, spacing: 0.9em)",
        f"#set table(align: {look.align}, inset: (x: 2.5pt, y: 3.5pt))",
    ]
    for part in sheet.parts:
        lines.append(_paragraph(part) if isinstance(part, Para) else _table(part, look))
    return "\n\n".join(lines) + "\n"


def _paragraph(part: Para) -> str:
    turned = "#pagebreak(weak: true)\n" if part.turns else ""
    if not part.text:
        return turned
    text = f"#{_string(part.text)}"
    if part.style == "chapter":
        text = f'#text(size: 16pt, weight: "bold")[{text}]'
    elif part.style == "head":
        text = f'#text(weight: "bold")[{text}]'
    elif part.style == "note":
        text = f"#align(center)[{text}]" if part.text.startswith("<") else f"#align(right)[{text}]"
    return turned + text


def _table(grid: Grid, look: Look) -> str:
    if grid.frame:
        cells = ", ".join(f"[#strong[#{_string(spot.lines[0])}]]" for spot in grid.spots)
        widths = ", ".join(f"{share}fr" for share in grid.widths)
        return f"#table(columns: ({widths},), stroke: 0.8pt, inset: 7pt, {cells})"
    widths = [share + (look.skew[at % len(look.skew)] if look.skew else 0) for at, share in enumerate(grid.widths)]
    columns = ", ".join(f"{share}fr" for share in widths)
    heads = [_cell(spot, look) for spot in grid.spots if spot.row < grid.heads]
    body = [_cell(spot, look) for spot in grid.spots if spot.row >= grid.heads]
    if heads:
        repeat = "true" if look.repeat else "false"
        body = [f"table.header(repeat: {repeat}, {', '.join(heads)})", *body]
    fill = f"(x, y) => if y < {grid.heads} {{ {look.fill} }}" if grid.heads and look.fill != "none" else "none"
    return (
        f"#text(size: {look.cell}pt)[#set par(leading: 0.5em)\n#table(columns: ({columns},), stroke: {look.stroke}, "
        f"fill: {fill},\n  {f',{chr(10)}  '.join(body)})]"
    )


def _cell(spot: Spot, look: Look) -> str:
    breakable = "true" if look.breakable and spot.down == 1 else "false"
    lines = [line for text in spot.lines for line in text.split("\n")]
    text = " #linebreak() ".join(f"#{_string(line)}" for line in lines if line)
    return (
        f"table.cell(x: {spot.column}, y: {spot.row}, rowspan: {spot.down}, colspan: {spot.across}, "
        f"breakable: {breakable})[{text}]"
    )


def _string(text: str) -> str:
    return '"' + drawn(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
