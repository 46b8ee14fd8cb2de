"""From the sheets of a workbook to one table: which sheet it is, where its head stands, what its merged and hidden cells mean."""

from collections.abc import Iterator, Mapping, Sequence

from uigwe.documents.proposing import recognised
from uigwe.documents.table import LeftOut, Note, Table, TableRow, told_apart
from uigwe.files import Refused
from uigwe.files.sheets import Sheet, SheetRow

# Titles and remarks above a head take no more rows than this, and a head itself no more than that.
_ABOVE, _DEEPEST = 40, 4
_NAMED = 12


def table_of(sheets: Sequence[Sheet], year: int, name: str = "", head: int = 0) -> Table:
    """The table of a workbook: of the sheet with this name, or of the only one that is seen and holds something.

    `head` is the number of the row in which the head begins; 0 looks for it. Raises `Refused`: `no-such-sheet`, `which-sheet`
    (there are several), `no-table-in-sheet`.
    """
    sheet = _named(sheets, name) if name else _only(sheets)
    return _table(sheet, sheets, year, head)


def best_table(sheets: Sequence[Sheet], year: int) -> Table:
    """The table that looks most like one of indicators, for a proposal: only among sheets that are seen, if any holds something."""
    held = _held(sheets)
    if not held:
        raise Refused("no-table-in-sheet")
    return _table(max(held, key=lambda sheet: max(_scores(sheet, year).values())), sheets, year, 0)


def _held(sheets: Sequence[Sheet]) -> list[Sheet]:
    return [sheet for sheet in sheets if sheet.rows and not sheet.hidden]


def _only(sheets: Sequence[Sheet]) -> Sheet:
    held = _held(sheets)
    if not held:
        raise Refused("no-table-in-sheet")
    if len(held) > 1:
        raise Refused("which-sheet", {"sheets": _listed(sheet.name for sheet in held)})
    return held[0]


def _named(sheets: Sequence[Sheet], name: str) -> Sheet:
    for sheet in sheets:
        if sheet.name == name:
            if not sheet.rows:
                raise Refused("no-table-in-sheet")
            return sheet
    raise Refused("no-such-sheet", {"sheet": name, "sheets": _listed(sheet.name for sheet in sheets)})


def _listed(names: Iterator[str]) -> str:
    told = list(names)
    return " · ".join(told[:_NAMED]) + (" …" if len(told) > _NAMED else "")


def _table(sheet: Sheet, sheets: Sequence[Sheet], year: int, head: int) -> Table:
    numbers = [row.number for row in sheet.rows]
    first = numbers.index(head) if head in numbers else _head_row(sheet, year)
    depth = _depth(sheet.rows, first)
    top, body = sheet.rows[first : first + depth], sheet.rows[first + depth :]
    columns = sorted({column for row in (*top, *body) for column in {*row.cells, *row.broken}})
    words = dict(zip(columns, told_apart(_label(top, column) for column in columns), strict=True))
    above = tuple(LeftOut(row.number, "", "above-head", _start(row)) for row in sheet.rows[:first])
    return Table(
        head=tuple(words.values()),
        rows=tuple(_told(row, words) for row in body),
        above=above,
        notes=tuple(_notes(sheet, sheets, body, words)),
        hidden=frozenset(words[column] for column in columns if column in sheet.hidden_columns),
        head_row=sheet.rows[first].number,
        sheet=sheet.name,
        sheets=tuple(one.name for one in sheets if one.rows),
    )


def _head_row(sheet: Sheet, year: int) -> int:
    """The row whose words are known best; where none is known the first with two different words, or the first at all."""
    scores = _scores(sheet, year)
    best = max(scores, key=lambda at: (scores[at], -at))
    if scores[best] > 1:
        return best
    return next((at for at in scores if len(set(sheet.rows[at].cells.values())) > 1), 0)


def _scores(sheet: Sheet, year: int) -> dict[int, int]:
    found = {}
    for at in range(min(_ABOVE, len(sheet.rows))):
        top = sheet.rows[at : at + _depth(sheet.rows, at)]
        columns = sorted({column for row in top for column in row.cells})
        found[at] = recognised(told_apart(_label(top, column) for column in columns), year)
    return found


def _depth(rows: Sequence[SheetRow], first: int) -> int:
    """How many rows the head has: as far as its merged cells reach, and one more below words that are over several columns."""
    depth = 1
    while depth < _DEEPEST and first + depth < len(rows):
        begun = {row.number for row in rows[first : first + depth]}
        below = rows[first + depth]
        goes_on = any(start in begun for start in below.below.values())
        if not goes_on and not _parts(rows[first + depth - 1], below):
            break
        depth += 1
    return depth


def _parts(row: SheetRow, below: SheetRow) -> bool:
    """Whether the row below parts what stands over several columns, and says nothing anywhere else."""
    over = {*row.across, *row.across.values()}
    said = {column for column, text in below.cells.items() if text and column not in below.below}
    return bool(over) and bool(said) and said <= over and below.number == row.number + 1


def _label(top: Sequence[SheetRow], column: int) -> str:
    words = dict.fromkeys(" ".join(row.cells.get(column, "").split()) for row in top)
    return " ".join(word for word in words if word) or f"[{_letters(column)}]"


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _told(row: SheetRow, words: Mapping[int, str]) -> TableRow:
    cells = {word: row.cells.get(column, "") for column, word in words.items()}
    goes_on = frozenset(words[column] for column in row.below if column in words)
    broken = {words[column]: f"{what} {_letters(column)}{row.number}" for column, what in row.broken.items()}
    return TableRow(row.number, cells, row.hidden, goes_on, broken)


def _start(row: SheetRow) -> str:
    return next((text for text in row.cells.values() if text), "")[:80]


def _notes(sheet: Sheet, sheets: Sequence[Sheet], body: Sequence[SheetRow], words: Mapping[int, str]) -> Iterator[Note]:
    """What is said of the sheet: nothing hidden is taken in silence, and nothing that a program worked out either."""
    others = [one.name for one in sheets if one.rows and one.name != sheet.name and not one.hidden]
    if others:
        yield Note("other-sheets", {"sheet": sheet.name, "sheets": _listed(iter(others))})
    hidden = [one.name for one in sheets if one.rows and one.name != sheet.name and one.hidden]
    if hidden:
        yield Note("hidden-sheets", {"sheets": _listed(iter(hidden))})
    if sheet.hidden:
        yield Note("sheet-is-hidden", {"sheet": sheet.name})
    columns = [words[column] for column in sorted(sheet.hidden_columns) if column in words]
    if columns:
        yield Note("hidden-columns", {"columns": _listed(iter(columns))})
    computed = sum(len(row.computed) for row in body)
    if computed:
        yield Note("computed-cells", {"count": str(computed)})
    days = [f"{_letters(column)}{row.number}" for row in body for column in sorted(row.days)]
    if days:
        yield Note("cells-are-days", {"cells": _listed(iter(days))})
