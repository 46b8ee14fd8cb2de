"""CSV tables with fixed columns: read with the place of every trouble, written one way only."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from uigwe.packs.documents import control_sign
from uigwe.packs.problem import Trouble

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "numbers.csv": ("indicator", "kind", "period", "written", "value", "state", "part", "code", "line"),
    "names.csv": ("object", "written", "part", "code", "heading", "line"),
    "milestones.csv": ("task", "row", "quarter", "text", "when", "start", "end", "note", "line"),
    "struck.csv": ("task", "row", "quarter", "text", "when", "start", "end", "note", "line", "why"),
    "budget.csv": (
        *("task", "row", "level", "code", "name", "account", "unit"),
        *("year_a", "written_a", "won_a", "year_b", "written_b", "won_b", "bracketed", "line"),
    ),
    "links.csv": ("task", "register", "code", "title", "written", "part", "line"),
    "people.csv": ("task", "role", "name", "note", "line"),
    "references.csv": ("code", "kind", "name", "detail", "line"),
    "tallies.csv": ("scope", "level", "what", "written", "value", "unit", "part", "heading", "line"),
    "claims.csv": (
        "statement",
        "subject",
        "role",
        "period",
        "written",
        "value",
        "unit",
        "part",
        "code",
        "heading",
        "line",
    ),
    "text.csv": ("part", "code", "heading", "line", "text"),
}

# A last column that a table has only where something stands in it.
OPTIONAL: Mapping[str, str] = {"budget.csv": "mark"}

E = TypeVar("E", bound=StrEnum)


class Row:
    """One row of a table. What cannot be understood is noted as a trouble and read as the mildest value."""

    def __init__(self, file: str, number: int, cells: Mapping[str, str], troubles: list[Trouble]) -> None:
        self.file = file
        self.number = number
        self.cells = cells
        self.troubles = troubles

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def trouble(self, reason: str, column: str, **facts: str) -> None:
        """Note what is wrong with this row."""
        self.troubles.append(
            Trouble(
                reason,
                self.file,
                f"L{self.number} {column}".strip(),
                {"found": self.cells.get(column, ""), **facts},
            )
        )

    def integer(self, column: str, default: int = 0) -> int:
        """A whole number."""
        text = self.cells[column]
        if text.isdigit():
            return int(text)
        self.trouble("not-an-integer", column)
        return default

    def line(self) -> int | None:
        """The line of the source, None when the cell is empty."""
        return self.integer("line") if self.cells["line"] else None

    def decimal(self, column: str) -> Decimal | None:
        """A plain decimal, None when the cell is empty."""
        text = self.cells[column]
        if not text:
            return None
        try:
            value = Decimal(text)
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or "e" in text.lower():
            self.trouble("not-a-decimal", column)
            return None
        return value

    def day(self, column: str) -> date | None:
        """An ISO date, None when the cell is empty."""
        text = self.cells[column]
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.trouble("not-a-date", column)
            return None

    def one_of(self, column: str, words: type[E]) -> E:
        """A word of a fixed list."""
        text = self.cells[column]
        try:
            return words(text)
        except ValueError:
            self.trouble("not-in-list", column, allowed=", ".join(words))
            return next(iter(words))


def rows(folder: Path, file: str, troubles: list[Trouble]) -> Iterator[Row]:
    """The rows of one table; a missing table has no rows. Wrong columns are a trouble and yield nothing."""
    path = folder / file
    if not path.exists():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        troubles.append(Trouble("not-utf8", file, facts={"byte": str(error.start)}))
        return
    for number, line in enumerate(text.split("\n"), 1):
        if sign := control_sign(line):
            troubles.append(Trouble("control-character", file, f"L{number}", {"sign": sign}))
            return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = tuple(next(reader, ()))
        more = (OPTIONAL[file],) if file in OPTIONAL else ()
        if header not in (COLUMNS[file], (*COLUMNS[file], *more)):
            unknown = [column for column in header if column not in COLUMNS[file]]
            missing = [column for column in COLUMNS[file] if column not in header]
            troubles.append(
                Trouble(
                    "wrong-columns",
                    file,
                    "L1",
                    {"unknown": ", ".join(unknown), "missing": ", ".join(missing), "expected": ",".join(COLUMNS[file])},
                )
            )
            return
        for cells in reader:
            if len(cells) != len(header):
                troubles.append(
                    Trouble(
                        "wrong-cell-count",
                        file,
                        f"L{reader.line_num}",
                        {"found": str(len(cells)), "expected": str(len(header))},
                    )
                )
                continue
            yield Row(file, reader.line_num, dict.fromkeys(more, "") | dict(zip(header, cells, strict=True)), troubles)
    except csv.Error as error:
        troubles.append(Trouble("broken-csv", file, f"L{reader.line_num}", {"error": str(error)}))


def table(file: str, lines: Iterable[Sequence[object]]) -> str:
    """A table as text, in its one spelling."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    written = [[_cell(value) for value in line] for line in lines]
    columns = COLUMNS[file]
    if file in OPTIONAL and any(line[len(columns) :] != [""] for line in written):
        columns = (*columns, OPTIONAL[file])
    writer.writerow(columns)
    writer.writerows(line[: len(columns)] for line in written)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value)
