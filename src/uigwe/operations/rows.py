"""Rows of a workbook that somebody filled in, as they show: for tables whose first row names the columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.files.preflight import Preflight
from uigwe.files.sheets import read_sheets
from uigwe.plan.part import settled

MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its number in the sheet, and the text of each column by the title of the column."""

    number: int
    cells: dict[str, str]


def table_rows(source: Preflight, columns: Sequence[str]) -> tuple[TableRow, ...]:
    """The rows below the first row that holds all these titles, in whichever sheet and column they stand; none where no row does."""
    wanted = [settled(title) for title in columns]
    for sheet in read_sheets(source.data):
        heads: dict[int, str] = {}
        found: list[TableRow] = []
        for row in sheet.rows[:MOST_ROWS]:
            texts = {column: settled(text) for column, text in row.cells.items()}
            if not heads:
                if set(wanted) <= set(texts.values()):
                    heads = {column: text for column, text in texts.items() if text in wanted}
                continue
            cells = {title: texts.get(column, "") for column, title in heads.items()}
            if any(cells.values()):
                found.append(TableRow(row.number, cells))
        if heads:
            return tuple(found)
    return ()
