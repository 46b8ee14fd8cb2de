"""A sheet as HWPX: the sections are written by hand into the library's empty document, which is quick enough for many plans."""

import io
import re
import tempfile
import warnings
import zipfile
import zlib
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from corpus.print.sheet import Grid, Para, Sheet, Spot

_WIDTH = 48_000
_EM = 1_000
_SECTION = "Contents/section0.xml"


@cache
def _empty() -> dict[str, bytes]:
    """The parts of an empty document."""
    from hwpx import HwpxDocument

    with zipfile.ZipFile(io.BytesIO(HwpxDocument.new().to_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_hwpx(sheet: Sheet) -> bytes:
    """The bytes of the document."""
    parts = dict(_empty())
    section = parts[_SECTION].decode("utf-8")
    begin = re.search(r"<hp:p [^>]*>.*?</hp:p>", section, re.DOTALL)
    assert begin
    body = begin[0] + "".join(_part(part) for part in sheet.parts)
    parts[_SECTION] = (section[: begin.start()] + body + section[begin.end() :]).encode("utf-8")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, kind)
    return out.getvalue()


def as_hwp(sheet: Sheet) -> bytes:
    """The same in the older binary format."""
    from hwpx import HwpxDocument

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "plan.hwp"
        HwpxDocument.open(as_hwpx(sheet)).save_to_path(path)
        return path.read_bytes()


def _part(part: Para | Grid) -> str:
    if isinstance(part, Para):
        return _paragraph(_run(part.text), part.turns)
    return _paragraph(f'<hp:run charPrIDRef="0">{_table(part)}<hp:t/></hp:run>')


def _paragraph(inside: str, turns: bool = False) -> str:
    turned = "1" if turns else "0"
    return (
        f'<hp:p id="0" paraPrIDRef="0" styleIDRef="0" pageBreak="{turned}" columnBreak="0" merged="0">{inside}</hp:p>'
    )


def _run(text: str) -> str:
    broken = "<hp:lineBreak/>".join(escape(line) for line in text.split("\n"))
    return f'<hp:run charPrIDRef="0"><hp:t>{broken}</hp:t></hp:run>'


def _table(grid: Grid) -> str:
    whole = sum(grid.widths)
    widths = [_WIDTH * share // whole for share in grid.widths]
    rows = []
    for row in range(grid.rows):
        spots = sorted((spot for spot in grid.spots if spot.row == row), key=lambda spot: spot.column)
        rows.append(f"<hp:tr>{''.join(_cell(spot, widths, row < grid.heads) for spot in spots)}</hp:tr>")
    return (
        f'<hp:tbl id="{zlib.crc32("".join(rows).encode())}" zOrder="0" numberingType="TABLE" textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" '
        f'lock="0" dropcapstyle="None" pageBreak="CELL" repeatHeader="1" rowCnt="{grid.rows}" colCnt="{len(widths)}" '
        f'cellSpacing="0" borderFillIDRef="3" noAdjust="0"><hp:sz width="{sum(widths)}" widthRelTo="ABSOLUTE" '
        f'height="{grid.rows * _EM}" heightRelTo="ABSOLUTE" protect="0"/><hp:pos treatAsChar="0" affectLSpacing="0" '
        'flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" '
        'horzAlign="LEFT" vertOffset="0" horzOffset="0"/><hp:outMargin left="0" right="0" top="0" bottom="0"/>'
        f'<hp:inMargin left="510" right="510" top="141" bottom="141"/>{"".join(rows)}</hp:tbl>'
    )


def _cell(spot: Spot, widths: list[int], head: bool) -> str:
    width = sum(widths[spot.column : spot.column + spot.across])
    lines = "".join(_paragraph(_run(line)) for line in spot.lines) or _paragraph(_run(""))
    return (
        f'<hp:tc name="" header="{int(head)}" hasMargin="0" protect="0" editable="0" dirty="0" borderFillIDRef="3">'
        '<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER" linkListIDRef="0" '
        f'linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">{lines}</hp:subList>'
        f'<hp:cellAddr colAddr="{spot.column}" rowAddr="{spot.row}"/>'
        f'<hp:cellSpan colSpan="{spot.across}" rowSpan="{spot.down}"/>'
        f'<hp:cellSz width="{width}" height="{_EM * spot.down}"/>'
        '<hp:cellMargin left="510" right="510" top="141" bottom="141"/></hp:tc>'
    )
