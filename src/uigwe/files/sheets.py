"""Opening XLSX workbooks: sheets as rows of shown texts, with what is hidden, merged, computed or broken. The one user of openpyxl.

Only called in a child that can be killed, and after preflight has counted the container through.
"""

import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from uigwe.files.refused import Refused
from uigwe.files.shown import shown

CELLS = 400_000
SHEETS = 200
# A merged cell or a link over more cells than this is a lie about a sheet, or a painting.
_WIDEST = 50_000
_RANGES = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the shown texts of its cells by column, counted from 0; empty cells are left out.

    `below` says for columns in which a merged cell of an earlier row goes on in which row that cell begins, `across` for
    columns in which a merged cell goes on in which column it begins; they show what the merged cell shows. `broken` names
    what is wrong with a cell: `not-computed` (a formula without a value) or `cell-error` (`#REF!` and the like). `days` holds the
    cells that are kept as days or times: the day itself as ISO text, however the cell shows it.
    """

    number: int
    cells: Mapping[int, str]
    hidden: bool = False
    below: Mapping[int, int] = field(default_factory=dict)
    across: Mapping[int, int] = field(default_factory=dict)
    broken: Mapping[int, str] = field(default_factory=dict)
    computed: frozenset[int] = frozenset()
    days: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows that hold something, by number; whether it is hidden; its hidden columns, counted from 0."""

    name: str
    hidden: bool
    rows: tuple[SheetRow, ...]
    hidden_columns: frozenset[int] = frozenset()


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """All sheets of the workbook in these bytes. Raises `Refused`: `not-opened-sheets`, `too-many-cells`."""
    _refuse_lies(data)
    book = _opened(data, data_only=True)
    formulas = _formulas(data)
    sheets = []
    room = CELLS
    for page in book.worksheets[:SHEETS]:
        room -= len(page._cells)
        if room < 0:
            raise Refused("too-many-cells", {"limit": CELLS})
        sheets.append(_sheet(page, formulas.get(page.title, frozenset())))
    return tuple(sheets)


def _opened(data: bytes, **how: bool) -> Any:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return openpyxl.load_workbook(io.BytesIO(data), keep_links=False, **how)
        except MemoryError:
            raise
        except Exception as error:  # the library tells what it cannot open by many kinds of errors
            raise Refused("not-opened-sheets", {"error": type(error).__name__}) from None


def _refuse_lies(data: bytes) -> None:
    """Ranges that would be unfolded cell by cell are looked at before the library does so."""
    for sheet in _markup(data):
        for found in _RANGES.finditer(sheet):
            left, top, right, bottom = _column(found[1]), int(found[2]), _column(found[3]), int(found[4])
            if abs(right - left + 1) * abs(bottom - top + 1) > _WIDEST:
                raise Refused("too-many-cells", {"limit": _WIDEST})


def _markup(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml") and "sheet" in name.lower():
                yield archive.read(name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4]:
        number = number * 26 + letter - 64
    return number


def _formulas(data: bytes) -> Mapping[str, frozenset[tuple[int, int]]]:
    """Which cells hold formulas, by sheet; the workbook is opened once more only where there is one at all."""
    if not any(_FORMULA.search(sheet) for sheet in _markup(data)):
        return {}
    book = _opened(data)
    return {
        page.title: frozenset(at for at, cell in page._cells.items() if cell.data_type == "f")
        for page in book.worksheets[:SHEETS]
    }


@dataclass(slots=True)
class _Row:
    """A row while it is put together."""

    cells: dict[int, str] = field(default_factory=dict)
    below: dict[int, int] = field(default_factory=dict)
    across: dict[int, int] = field(default_factory=dict)
    broken: dict[int, str] = field(default_factory=dict)
    computed: set[int] = field(default_factory=set)
    days: dict[int, str] = field(default_factory=dict)


def _sheet(page: Any, formulas: frozenset[tuple[int, int]]) -> Sheet:
    rows: dict[int, _Row] = {}
    # Cells that are there, not the rectangle around them: one stray cell at the far end makes that a billion.
    for (number, column), cell in sorted(page._cells.items()):
        _put(rows.setdefault(number, _Row()), column - 1, cell, (number, column) in formulas)
    for area in page.merged_cells.ranges:
        _spread(rows, area)
    told = tuple(
        _row(page, number, row) for number, row in sorted(rows.items()) if any(row.cells.values()) or row.broken
    )
    return Sheet(page.title, page.sheet_state != "visible", told, _hidden_columns(page))


def _put(row: _Row, column: int, cell: Any, formula: bool) -> None:
    value = cell.value
    if value is None and not formula:  # an empty cell with a dress, or the rest of a merged one
        return
    if cell.data_type == "e":
        row.broken[column] = "cell-error"
        value = None
    elif formula:
        if value is None:
            row.broken[column] = "not-computed"
        else:
            row.computed.add(column)
    if cell.is_date and value is not None and not isinstance(value, str):
        row.days[column] = value.isoformat()[:10] if isinstance(value, date) else str(value)
    # One kind of line end and no signs that text has no place for.
    text = (
        unicodedata.normalize("NFC", shown(value, cell.number_format or "")).replace("\r\n", "\n").replace("\r", "\n")
    )
    text = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc").strip()
    if text:
        row.cells[column] = text


def _spread(rows: dict[int, _Row], area: Any) -> None:
    """A merged cell shows the same in all its rows and columns."""
    first = rows.get(area.min_row, _Row())
    at = area.min_col - 1
    text, broken = first.cells.get(at, ""), first.broken.get(at, "")
    for number, column in _inside(area):
        row = rows.setdefault(number, _Row())
        if number > area.min_row:
            row.below[column] = area.min_row
        if column > at:
            row.across[column] = at
        if text:
            row.cells[column] = text
        if broken:
            row.broken[column] = broken


def _inside(area: Any) -> Iterator[tuple[int, int]]:
    for row in area.rows:
        for number, column in row:
            yield number, column - 1


def _row(page: Any, number: int, row: _Row) -> SheetRow:
    hidden = number in page.row_dimensions and bool(page.row_dimensions[number].hidden)
    return SheetRow(
        number,
        dict(sorted(row.cells.items())),
        hidden,
        row.below,
        row.across,
        row.broken,
        frozenset(row.computed),
        row.days,
    )


def _hidden_columns(page: Any) -> frozenset[int]:
    hidden: set[int] = set()
    for one in page.column_dimensions.values():
        if one.hidden:
            first = one.min or 1
            hidden.update(range(first - 1, min(one.max or first, first + 500)))
    return frozenset(hidden)
