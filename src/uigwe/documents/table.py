"""A table of indicators as it stands in its file: the words of its head, its rows by their numbers, and what had to be said of it."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from uigwe.documents.layout import LayoutProblem


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not in the plan: its line, what it is called, and why."""

    line: int
    id: str
    reason: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know of a table as a whole: a reason, and the facts of its sentence."""

    reason: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: the text of its cells by the words of the head.

    `goes_on` names columns in which a merged cell of the row above goes on, `broken` what is wrong with a cell.
    """

    line: int
    cells: Mapping[str, str]
    hidden: bool = False
    goes_on: frozenset[str] = frozenset()
    broken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """Head and rows; rows that stand above the head; and, of a workbook, which sheet it is and which others there are."""

    head: tuple[str, ...]
    rows: tuple[TableRow, ...]
    above: tuple[LeftOut, ...] = ()
    notes: tuple[Note, ...] = ()
    hidden: frozenset[str] = frozenset()
    head_row: int = 1
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def read_csv(text: str) -> Table:
    """The table in a CSV text, with the separator that its first line uses most. Raises `LayoutProblem`."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    csv.field_size_limit(1_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        table = [row for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise LayoutProblem(f"CSV: {error}") from None
    if not table:
        raise LayoutProblem("header")
    head = told_apart(cell.strip() for cell in table[0])
    rows = (TableRow(line, dict(zip(head, row, strict=False))) for line, row in enumerate(table[1:], 2))
    return Table(head, tuple(rows))


def told_apart(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a head; the second column of the same words gets a number, and none is lost."""
    seen: dict[str, int] = {}
    told = []
    for word in words:
        seen[word] = seen.get(word, 0) + 1
        told.append(f"{word} ({seen[word]})" if word and seen[word] > 1 else word)
    return tuple(told)
