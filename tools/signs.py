"""Draws the few signs that plans print and the web font of KRDS lacks: Roman numerals of goal codes, middle dots, the triangle of a decrease.

Usage: python tools/signs.py   (needs fonttools and brotli, which are not among the project's packages; the two files that it
writes to src/uigwe/web/static/uigwe are in git). All shapes are our own: bars, stems and dots drawn from the numbers below.
"""

from __future__ import annotations

import math
from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-not-found]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-not-found]

HERE = Path(__file__).resolve().parent.parent / "src" / "uigwe" / "web" / "static" / "uigwe"
CAP = 716
WEIGHTS = {"Regular": (86, 60, 92, 400), "Bold": (132, 88, 76, 700)}  # stem, bar, gap between strokes, CSS weight
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FIRST_NUMERAL = 0x2160
MIDDLE_DOTS = {0x2027: 300, 0xFF65: 300, 0x318D: 340}
TRIANGLE, LEADER = 0x25B3, 0x2024

Points = list[tuple[float, float]]


def polygon(pen: TTGlyphPen, points: Points) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def disc(pen: TTGlyphPen, x: float, y: float, radius: float) -> None:
    """A disc of 24 sides, clockwise: at the size of a dot nobody sees the corners."""
    polygon(
        pen, [(x + radius * math.sin(math.tau * k / 24), y + radius * math.cos(math.tau * k / 24)) for k in range(24)]
    )


def width_of(letter: str, stem: int) -> int:
    return {"I": stem, "V": 380 + stem, "X": 370 + stem}[letter]


def stroke(pen: TTGlyphPen, letter: str, x: float, stem: int) -> None:
    wide, slant = width_of(letter, stem), stem * 1.12
    if letter == "I":
        polygon(pen, [(x, 0), (x, CAP), (x + stem, CAP), (x + stem, 0)])
    elif letter == "V":
        foot = x + wide / 2
        polygon(pen, [(x, CAP), (x + slant, CAP), (foot + slant / 2, 0), (foot - slant / 2, 0)])
        polygon(pen, [(x + wide - slant, CAP), (x + wide, CAP), (foot + slant / 2, 0), (foot - slant / 2, 0)])
    else:
        polygon(pen, [(x, CAP), (x + slant, CAP), (x + wide, 0), (x + wide - slant, 0)])
        polygon(pen, [(x + wide - slant, CAP), (x + wide, CAP), (x + slant, 0), (x, 0)])


def numeral(letters: str, stem: int, bar: int, gap: int) -> tuple[object, int]:
    """The strokes of a numeral between two bars, as they are written by hand."""
    pen, side, reach = TTGlyphPen(None), 46, 58
    x = side + reach
    for letter in letters:
        stroke(pen, letter, x, stem)
        x += width_of(letter, stem) + gap
    right = x - gap + reach
    for low in (0, CAP - bar):
        polygon(pen, [(side, low), (side, low + bar), (right, low + bar), (right, low)])
    return pen.glyph(), round(right + side)


def dot(advance: int, y: float, radius: float) -> tuple[object, int]:
    pen = TTGlyphPen(None)
    disc(pen, advance / 2, y, radius)
    return pen.glyph(), advance


def triangle(stem: int) -> tuple[object, int]:
    pen, line = TTGlyphPen(None), stem * 0.78
    polygon(pen, [(60, 20), (380, 660), (700, 20)])
    polygon(pen, [(60 + line * 1.62, 20 + line), (700 - line * 1.62, 20 + line), (380, 660 - line * 2.24)])
    return pen.glyph(), 760


def build(name: str) -> None:
    stem, bar, gap, css = WEIGHTS[name]
    drawn: dict[int, tuple[object, int]] = {
        FIRST_NUMERAL + at: numeral(letters, stem, bar, gap) for at, letters in enumerate(NUMERALS)
    }
    drawn |= {code: dot(advance, 345, stem * 0.66) for code, advance in MIDDLE_DOTS.items()}
    drawn |= {LEADER: dot(260, stem * 0.62, stem * 0.62), TRIANGLE: triangle(stem)}
    names = {code: f"uni{code:04X}" for code in drawn}
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", *names.values()])
    font.setupCharacterMap({code: names[code] for code in drawn})
    font.setupGlyf(
        {".notdef": TTGlyphPen(None).glyph(), **{names[code]: glyph for code, (glyph, _advance) in drawn.items()}}
    )
    font.setupHorizontalMetrics(
        {".notdef": (500, 0), **{names[code]: (advance, 0) for code, (_glyph, advance) in drawn.items()}}
    )
    font.setupHorizontalHeader(ascent=952, descent=-241)
    font.setupNameTable({"familyName": "Uigwe Signs", "styleName": name, "copyright": "Uigwe, Apache-2.0"})
    font.setupOS2(sTypoAscender=952, sTypoDescender=-241, usWinAscent=952, usWinDescent=241, usWeightClass=css)
    font.setupPost()
    font.setupHead(unitsPerEm=1000, created=0, modified=0)
    font.font.recalcTimestamp = False
    font.font.flavor = "woff2"
    font.save(HERE / f"signs-{css}.woff2")


if __name__ == "__main__":
    for weight in WEIGHTS:
        build(weight)
