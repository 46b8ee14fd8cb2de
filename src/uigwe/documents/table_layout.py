"""How a table of indicators is laid out, as data: which column fills which field, and what its words mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from uigwe.documents.layout import LayoutProblem

NEEDED = ("name",)
FIELDS = (
    "id", "name", "group", "unit", "direction", "seeks", "type", "low", "high", "target", "words",
    "target_year", "reason", "formula", "source", "nature",
)  # fmt: skip


class UnknownWord(ValueError):
    """A word in a column of words that the layout does not know."""

    def __init__(self, name: str, word: str) -> None:
        super().__init__(f"{name}: {word}")
        self.name, self.word = name, word


@dataclass(frozen=True, slots=True)
class Field:
    """Where a field comes from: a column; what its words mean; what it is when the cell is empty or its word is in no list."""

    name: str
    column: str
    values: Mapping[str, str] = field(default_factory=dict)
    otherwise: str | None = None

    def of(self, row: Mapping[str, str]) -> str:
        """The field in this row. Raises `UnknownWord`."""
        cell = row.get(self.column, "").strip()
        if not self.values:
            return cell or (self.otherwise or "")
        if cell in self.values:
            return self.values[cell]
        if self.otherwise is None:
            raise UnknownWord(self.column, cell)
        return self.otherwise


@dataclass(frozen=True, slots=True)
class Groups:
    """A second table with the titles of what the indicators belong to, and of which of them belong together."""

    file: str
    key: str
    title: str
    above: str


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The form of one table of indicators.

    Of a workbook: the sheet and the row in which its head begins, where they cannot be guessed. `totals` are words that stand
    in place of a name in rows that only add up; hidden rows come in where the layout says so.
    """

    name: str
    title: str
    fields: Mapping[str, Field]
    year: Field | None
    past: Mapping[int, str]
    groups: Groups | None
    sheet: str = ""
    head: int = 0
    totals: frozenset[str] = frozenset()
    hidden_rows: bool = False

    def columns(self) -> set[str]:
        """All columns that the form names."""
        named = {one.column for one in self.fields.values()} | set(self.past.values())
        return named | ({self.year.column} if self.year else set())

    def get(self, name: str, row: Mapping[str, str], otherwise: str = "") -> str:
        """A field of a row; what the form does not name is `otherwise`."""
        known = self.fields.get(name)
        return known.of(row) if known else otherwise


def read_table_layout(tree: object) -> TableLayout:
    """The layout in a parsed YAML file of kind `table`. Raises `LayoutProblem`."""
    if not isinstance(tree, dict) or tree.get("kind") != "table":
        raise LayoutProblem("kind: table")
    fields = {str(name): _field(str(name), one) for name, one in _mapping(tree, "fields").items()}
    for name in (*NEEDED, *fields):
        if name not in fields or name not in FIELDS:
            raise LayoutProblem(f"fields: {name}")
    groups = tree.get("groups")
    past = tree.get("past") or {}
    if not isinstance(past, dict) or not all(str(year).isdigit() for year in past):
        raise LayoutProblem("past")
    head, totals = tree.get("head", 0), tree.get("totals") or []
    if not isinstance(head, int) or not isinstance(totals, list):
        raise LayoutProblem("head, totals")
    return TableLayout(
        name=str(tree.get("name", "")),
        title=str(tree.get("title", "{year}")),
        fields=fields,
        year=_field("year", tree["year"]) if "year" in tree else None,
        past={int(year): str(column) for year, column in past.items()},
        groups=Groups(**{key: str(_mapping(tree, "groups").get(key, "")) for key in ("file", "key", "title", "above")})
        if groups
        else None,
        sheet=str(tree.get("sheet") or ""),
        head=head,
        totals=frozenset("".join(str(word).split()) for word in totals),
        hidden_rows=tree.get("hidden_rows") is True,
    )


def _field(name: str, tree: object) -> Field:
    if isinstance(tree, str):
        return Field(name, tree)
    if not isinstance(tree, dict) or "column" not in tree:
        raise LayoutProblem(f"fields: {name}: column")
    values = {str(key): str(value) for key, value in (tree.get("values") or {}).items()}
    otherwise = tree.get("otherwise")
    return Field(name, str(tree["column"]), values, None if otherwise is None else str(otherwise))


def _mapping(tree: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = tree.get(key)
    if not isinstance(found, dict):
        raise LayoutProblem(key)
    return found
