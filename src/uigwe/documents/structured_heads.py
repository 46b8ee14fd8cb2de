"""The heads of tables: what each column of a table is for, by the words above it, and so what kind of table it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from uigwe.documents.blocks import Cell, Table
from uigwe.documents.layout import Layout, bare, squeeze
from uigwe.documents.years import years_in

_MOST_HEADS = 5


class Kind(StrEnum):
    """What a table holds."""

    INDICATORS = "indicators"
    ANNEX = "annex"
    KINDS = "kinds"
    TALLY = "tally"
    LINKS = "links"
    STRUCTURE = "structure"
    MILESTONES = "milestones"
    BUDGET = "budget"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its index, the words above it without spaces and signs, and the year they name."""

    index: int
    words: str
    leaf: str
    year: int | None
    top: tuple[int, int]


@dataclass(frozen=True)
class Head:
    """The head of a table of one kind: how many rows it takes, and its columns by what they are for."""

    kind: Kind
    rows: int
    columns: dict[str, list[Column]] = field(default_factory=dict)

    def one(self, role: str) -> int | None:
        """The first column of a role."""
        found = self.columns.get(role)
        return found[0].index if found else None

    def all(self, role: str) -> list[int]:
        """All columns of a role."""
        return [column.index for column in self.columns.get(role, ())]


def year_in(text: str) -> int | None:
    """The year that a head names: `’20`, `2020`, `FY20`, `20년`."""
    return next(iter(years_in(text)), None)


class Heads:
    """Recognises the heads of tables by the words of a layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        tables = layout.tables
        self.cells = {role: _plain(words) for role, words in tables["indicator"].items()}
        rows = [str(words).split() for words in tables["milestones"]]
        self.steps = {
            role: _plain(row[at] for row in rows if len(row) > at)
            for at, role in enumerate(("quarter", "text", "when", "note"))
        }
        self.levels = _plain(word for level in ("strategic", "goal", "task") for word in layout.levels[level])
        self.links = _plain((*tables["overview"], *tables["annex_links"])) - self.levels
        self.natures = _plain((*layout.nature, *layout.quantification))
        self.kinds = _plain(tables.get("annex_kinds", ()))
        self.money = {name: _plain(tables.get(f"budget_{name}", ())) for name in ("names", "beside")}
        self.known = self._known()

    def _known(self) -> frozenset[str]:
        tables = self.layout.tables
        words: set[str] = {word for row in tables["milestones"] for word in _plain(str(row).split())}
        for name in ("tally", "annex", "annex_links", "kinds", "budget", "overview"):
            words |= _plain(tables[name])
        for row in tables["structure"]:
            words |= _plain(str(row).split())
        for found in self.cells.values():
            words |= found
        return frozenset(words | self.levels | self.natures)

    def of(self, table: Table) -> Head | None:
        """The head of a table of a known kind."""
        if table.columns < 2 or table.rows < 2:
            return None
        rows = self._rows(table)
        columns = [_column(table, index, rows) for index in range(table.columns)]
        for make in (
            self._indicators, self._kinds, self._annex, self._tally, self._links, self._structure, self._milestones, self._budget,
        ):  # fmt: skip
            head = make(table, rows, columns)
            if head:
                return head
        return None

    def _rows(self, table: Table) -> int:
        """How many rows the head takes: as far down as the cells of the first row reach, and rows of nothing but known words and years."""
        rows = max((cell.row + cell.down for cell in table.row(0)), default=1)
        while rows < min(_MOST_HEADS, table.rows - 1) and self._is_head(table, rows):
            rows += 1
        return min(rows, table.rows)

    def _is_head(self, table: Table, row: int) -> bool:
        texts = [cell.text for cell in table.row(row) if cell.text.strip()]
        return bool(texts) and all(self._is_known(text) for text in texts)

    def _is_known(self, text: str) -> bool:
        plain = bare(text)
        if plain in self.known or (year_in(text) and not re.sub(r"\d|년|FY", "", plain)):
            return True
        return len(plain) < 24 and any(plain.endswith(word) for word in self.cells["reason"] | self.cells["target"])

    # ── kinds of tables ──────────────────────────────────────────────────────────────────────────────────────────────

    def _indicators(self, _: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        roles: dict[str, list[Column]] = {}
        for column in columns:
            role = self._role(column)
            if role:
                roles.setdefault(role, []).append(column)
        years = roles.get("year", [])
        rest = [role for role in ("reason", "formula", "source") if role in roles]
        if "name" not in roles or len(years) < 2 or not rest:
            return None
        targets = [column for column in years if self._is_target(column)] or years[-1:]
        roles["target"] = targets
        roles["past"] = [column for column in years if column not in targets]
        return Head(Kind.INDICATORS, rows, roles)

    def _role(self, column: Column) -> str:
        for role in ("reason", "source", "formula"):  # `또는` alone is a word of the formula's head
            if any(word in column.words for word in self.cells[role]):
                return role
        if column.year:
            return "year"
        return "name" if _is_one(column, self.cells["name"]) else ""

    def _is_target(self, column: Column) -> bool:
        past = any(word in column.words for word in self.cells["past"])
        return not past and any(word in column.words for word in self.cells["target"])

    def _annex(self, _: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        roles: dict[str, list[Column]] = {"title": [], "name": [], "formula": [], "target": [], "kind": []}
        for column in columns:
            if _is_one(column, self.cells["name"]):
                roles["name"].append(column)
            elif any(word in column.words for word in self.kinds):
                roles["kind"].append(column)
            elif any(column.words.endswith(level) for level in self.levels):
                roles["title"].append(column)
            elif any(word in column.words for word in self.cells["formula"]):
                roles["formula"].append(column)
            elif any(word in column.words for word in self.cells["target"]) and not roles["kind"]:
                roles["target"].append(column)
        enough = all(roles[role] for role in ("title", "name", "target", "kind"))
        return Head(Kind.ANNEX, rows, roles) if enough else None

    def _kinds(self, table: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        words = " ".join(column.words for column in columns)
        natures = sum(bare(word) in words for word in self.layout.nature)
        labels = {bare(cell.text) for row in range(rows, table.rows) for cell in table.row(row)}
        return Head(Kind.KINDS, rows) if natures >= 3 and len(labels & self.levels) >= 2 else None

    def _tally(self, table: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        words = [column.words for column in columns]
        known = sum(any(level in word for level in self.levels) for word in words)
        if known < 3 or table.rows > rows + 2:
            return None
        for row in range(1, table.rows):
            numbers = [cell.text.strip() for cell in table.row(row) if cell.text.strip()]
            if len(numbers) == 6 and all(number.isdecimal() for number in numbers):
                return Head(Kind.TALLY, row)
        return None

    def _links(self, _: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        linked = [one for one in columns if any(word in one.words for word in self.links if len(word) > 2)]
        titles = [one for one in columns if one not in linked and self._is_level(one)]
        return Head(Kind.LINKS, rows, {"title": titles, "link": linked}) if linked and titles else None

    def _is_level(self, column: Column) -> bool:
        return any(column.words.endswith(level) or column.leaf == level for level in self.levels)

    def _structure(self, _: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        names = [one for one in columns if _is_one(one, self.cells["name"])]
        titles = [one for one in columns if one not in names and self._is_level(one)]
        if not names or not titles or any(one.year for one in columns) or rows > 2:
            return None
        return Head(Kind.STRUCTURE, rows, {"title": titles, "name": names})

    def _milestones(self, _: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        roles: dict[str, list[Column]] = {}
        for column in columns:
            for role in ("when", "text", "note", "quarter"):
                if column.words in self.steps[role] and role not in roles:
                    roles[role] = [column]
                    break
        return Head(Kind.MILESTONES, rows, roles) if "text" in roles and "when" in roles else None

    def _budget(self, _: Table, rows: int, columns: Sequence[Column]) -> Head | None:
        accounts = [one for one in columns if one.words.startswith(tuple(_plain(self.layout.tables["budget"][:2])))]
        named = [one for one in columns if any(word in one.words for word in self.money["names"])]
        years: list[Column] = []
        for column in columns:
            beside = any(word in column.words for word in self.money["beside"])
            if column.year and not beside and all(column.top != other.top for other in years):
                years.append(column)
        if len(years) < 2 or years[0].index == 0 or not (accounts or named):
            return None
        names = [one for one in columns if one.index < years[0].index and one not in accounts[:1]]
        return Head(Kind.BUDGET, rows, {"account": accounts[:1], "year": years, "name": names})


def _plain(words: Iterable[object]) -> frozenset[str]:
    return frozenset(bare(str(word)) for word in words)


def _is_one(column: Column, words: Iterable[str]) -> bool:
    """Whether a column is headed by one of the words, or by it and a remark in brackets."""
    return any(column.words == word or column.leaf == word for word in words)


def _column(table: Table, index: int, rows: int) -> Column:
    cells: list[Cell] = []
    for row in range(rows):
        cell = table.at(row, index)
        if cell is not None and cell not in cells:
            cells.append(cell)
    texts = [cell.text for cell in cells if cell.text.strip()]
    dated = next((cell for cell in cells if year_in(cell.text)), None)
    top = (dated.row, dated.column) if dated else (-1, index)
    return Column(
        index,
        bare(squeeze("".join(texts))),
        bare(texts[-1]) if texts else "",
        year_in(dated.text) if dated else None,
        top,
    )


def rows_below(table: Table, head: Head) -> Iterator[int]:
    """The rows below the head that say something and do not repeat it."""
    for row in range(head.rows, table.rows):
        if any(cell.text.strip() for cell in table.row(row)):
            yield row
