"""Indicator tables and the annex of indicators, cell by cell: the same rows that the reader of text reconstructs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from uigwe.documents import cells as words_in_cells
from uigwe.documents.annex import AnnexRow, Titled
from uigwe.documents.blocks import Cell, Table
from uigwe.documents.codes import Marker, read_marker
from uigwe.documents.heads import TableHead
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.likeness import likeness
from uigwe.documents.lines import Line
from uigwe.documents.naming import printed_name
from uigwe.documents.structured_heads import Column, rows_below
from uigwe.documents.structured_sheet import Joiner, Standing
from uigwe.documents.tables import Row
from uigwe.plan import Level, order_of_code
from uigwe.values import State, read_number

_DIGITS = re.compile(r"[\d,.]$")
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row of the annex with the name it prints."""

    row: AnnexRow
    name: str


@dataclass
class AnnexTables:
    """What the annex of indicators holds."""

    rows: dict[str, list[NamedRow]] = field(default_factory=dict)
    titles: list[Titled] = field(default_factory=list)

    def put(self, code: str, row: NamedRow) -> None:
        """One more row of a goal or task."""
        self.rows.setdefault(code, []).append(row)


class RowReader:
    """Reads rows of tables with a known head."""

    def __init__(self, layout: Layout, joiner: Joiner) -> None:
        self.layout, self.joiner = layout, joiner
        self.new = {squeeze(word) for word in layout.new}

    def text(self, table: Table, row: int, column: int | None) -> str:
        """The text of a cell; empty when there is none."""
        cell = table.at(row, column) if column is not None else None
        return self.joiner.text(cell.pieces) if cell else ""

    def line(self, standing: Standing, row: int) -> Line:
        """A row as a line, for a person to look at."""
        told = " | ".join(self.joiner.text(cell.pieces) for cell in standing.table.row(row))
        return Line(standing.line(row), told, True, False, True)

    def value(self, cell: Cell | None) -> str:
        """A value as printed: digits torn over lines come together, a mark below stays apart."""
        if cell is None:
            return ""
        text = ""
        for piece in [self.joiner.text((one,)) for one in cell.pieces]:
            if not piece:
                continue
            glued = text and _DIGITS.search(text) and _DIGITS.match(piece[0]) and _is_number(text + piece)
            text = f"{text}{piece}" if glued or not text else f"{text} {piece}"
        tight = squeeze(text)
        torn = read_number(text).state is State.TEXT and read_number(tight).state is not State.TEXT
        return tight if torn or tight.strip("()") in self.new else text

    # ── the tables of goals and tasks ────────────────────────────────────────────────────────────────────────────────

    def indicators(self, standing: Standing) -> Iterator[Row]:
        """The rows of one indicator table."""
        table, head = standing.table, standing.head
        columns = sorted((*head.columns["past"], *head.columns["target"]), key=_by_year)
        years = TableHead(
            standing.number,
            standing.line(head.rows),
            tuple(one.year or 0 for one in columns),
            len(head.columns["target"]),
        )
        name = head.one("name")
        for row in rows_below(table, head):
            cell = table.at(row, name) if name is not None else None
            if cell is None or cell.row != row or not cell.text.strip():
                continue
            yield self._row(standing, row, years, [one.index for one in columns], self.joiner.text(cell.pieces))

    def _row(self, standing: Standing, row: int, years: TableHead, columns: Sequence[int], name: str) -> Row:
        table, head = standing.table, standing.head
        number = standing.line(row)
        values = [self.value(table.at(row, column)) for column in columns]
        return Row(
            name=name,
            cells=tuple(words_in_cells.Cell(0, 0, value, read_number(value).state) for value in values),
            lines=(number,) * len(values),
            line=number,
            head=years,
            reason=self.text(table, row, head.one("reason")),
            formula=self.text(table, row, head.one("formula")),
            source=self.text(table, row, head.one("source")),
            quoted=(self.line(standing, row),),
            fit=1.0,
        )

    # ── the annex ────────────────────────────────────────────────────────────────────────────────────────────────────

    def annex(self, tables: Sequence[Standing], titles: Mapping[str, str]) -> AnnexTables:
        """The rows of the annex by the goal or task whose title stands beside or above them."""
        found = AnnexTables()
        for standing in tables:
            level = self._level(standing)
            finder = TitleFinder(titles, level)
            for row in rows_below(standing.table, standing.head):
                self._annex_row(standing, row, finder, found)
        return found

    def _level(self, standing: Standing) -> Level:
        """Whose indicators a table of the annex lists: the lowest level that its head names."""
        heads = " ".join(column.words for column in standing.head.columns["title"])
        named = [level for level in Level if any(bare(word) in heads for word in self.layout.levels[level.value])]
        above = bare(" ".join(standing.above[-1:]))
        told = [level for level in Level if any(bare(word) in above for word in self.layout.annex_tables[level.value])]
        return told[-1] if told else named[-1] if named else Level.TASK

    def _annex_row(self, standing: Standing, row: int, finder: "TitleFinder", found: AnnexTables) -> None:
        table, head = standing.table, standing.head
        name = head.one("name")
        named = table.at(row, name) if name is not None else None
        seen: list[Cell] = []
        for column in head.all("title"):
            cell = table.at(row, column)
            if cell is None or cell.row != row or cell in seen or not cell.text.strip():
                continue
            seen.append(cell)
            titled = finder.find(self.joiner.text(cell.pieces), standing.line(row))
            if titled:
                found.titles.append(titled)
        if named is None or named.row != row or named in seen or not named.text.strip() or not finder.code:
            return
        kinds = [squeeze(self.text(table, row, column)) for column in head.all("kind")]
        together = "".join(kinds)
        words = printed_name(self.joiner.text(named.pieces))
        target = head.one("target")
        annexed = AnnexRow(
            finder.code,
            (self.line(standing, row),),
            self.value(table.at(row, target)) if target is not None else "",
            standing.line(row),
            next((word for word in self.layout.quantification if word in together), ""),
            next((word for word in self.layout.nature if word in together), ""),
            self.text(table, row, head.one("formula")),
        )
        found.put(finder.code, NamedRow(annexed, words))


class TitleFinder:
    """Tells whose title a cell prints: by its marker, the level of the table, and the wording in the body."""

    def __init__(self, titles: Mapping[str, str], level: Level) -> None:
        self.titles, self.level = titles, level
        self.code = ""

    def find(self, text: str, line: int) -> Titled | None:
        """The title in this cell; it is the one that counts from here on."""
        marker = read_marker(text)
        written = marker.rest.strip() if marker else text
        best = max(((self._fit(code, written, marker), code) for code in self.titles), default=(0.0, ""))
        if best[0] <= _ALIKE:
            return None
        self.code = best[1]
        return Titled(self.code, written, line)

    def _fit(self, code: str, written: str, marker: Marker | None) -> float:
        own = Level.of(code)
        if list(Level).index(own) > list(Level).index(self.level):
            return 0.0
        fit = likeness(written, self.titles[code])
        if marker is None:
            return fit
        if (marker.depth == 3) != (own is Level.TASK) or (marker.depth == 1 and own is not Level.STRATEGIC):
            return 0.0
        if order_of_code(code)[-1] != marker.number or marker.code not in ("", code):
            return 0.0
        # A wording changed a little in the annex is still the one whose turn it is.
        return fit + 0.3 * self._follows(code)

    def _follows(self, code: str) -> bool:
        """Whether this is the next goal or task behind the one before, or the first below it."""
        before = order_of_code(self.code) if self.code else ()
        own = order_of_code(code)
        return own == (*before, 1) or (
            len(own) <= len(before) and own[:-1] == before[: len(own) - 1] and own[-1] == before[len(own) - 1] + 1
        )


def _by_year(column: Column) -> tuple[int, int]:
    return column.year or 0, column.index


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", text))


def paired(rows: Sequence[NamedRow], names: Sequence[str]) -> list[NamedRow | None]:
    """The annex row of each name: in order when there are as many, else the likeliest."""
    if len(rows) == len(names):
        return list(rows)
    left = list(rows)
    chosen: list[NamedRow | None] = []
    for name in names:
        best = max(left, key=lambda one: likeness(one.name, name), default=None)
        if best is not None and likeness(best.name, name) > _ALIKE:
            left.remove(best)
            chosen.append(best)
        else:
            chosen.append(None)
    return chosen
