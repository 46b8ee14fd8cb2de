"""A table and its layout as a form: which column means what, and back from the form to a layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from uigwe.documents.proposing import DIRECTIONS
from uigwe.documents.table_layout import FIELDS

# How many years back a column of results may be from.
_BACK = 8
# What a spreadsheet of an office has no use for on this form; a layout file may have it.
_NOT_OFFERED = ("words", "target_year", "seeks", "type", "low", "high")
MEANINGS = tuple(name for name in FIELDS if name not in _NOT_OFFERED)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the words of its head, what its first rows hold, and what it means now."""

    at: int
    words: str
    cells: Sequence[str]
    meaning: str

    @property
    def year(self) -> int:
        """The year whose results stand in the column; 0 when it is another one."""
        kind, _, year = self.meaning.partition(":")
        return int(year) if kind == "past" and year.isdecimal() else 0


@dataclass(frozen=True, slots=True)
class Form:
    """The whole form. `problem` is why it cannot be a layout: `no-name`, or `twice` with the meaning that was chosen twice."""

    columns: Sequence[Column]
    lines: Sequence[int]
    years: Sequence[int]
    sheet: str
    sheets: Sequence[str]
    head_row: int
    up: str
    down: str
    problem: str = ""
    twice: str = ""
    layout: Mapping[str, Any] = field(default_factory=dict)


def form_of(proposed: Mapping[str, Any], year: int, meanings: Mapping[str, str] | None = None) -> Form:
    """The form of a table that was read by this layout, or with the meanings (by column) that a person just chose."""
    layout = proposed["layout"]
    now = _meanings(layout) if meanings is None else meanings
    rows = proposed["first"]
    columns = [
        Column(at, words, [cells[at] for _, cells in rows], now.get(words, ""))
        for at, words in enumerate(proposed["head"])
    ]
    up, down = _directions(layout)
    return Form(
        columns,
        [line for line, _ in rows],
        range(year - 1, year - 1 - _BACK, -1),
        proposed["sheet"],
        proposed["sheets"],
        int(layout.get("head", 0)),
        up,
        down,
    )


def layout_of(proposed: Mapping[str, Any], sent: Mapping[str, str], year: int, title: str) -> Form:
    """The form as it was sent; its `layout` is empty where it has a problem."""
    meanings = {words: sent.get(f"column-{at}", "") for at, words in enumerate(proposed["head"])}
    form = form_of(proposed, year, meanings)
    fields: dict[str, Any] = {}
    past: dict[int, str] = {}
    for words, meaning in meanings.items():
        kind, _, told = meaning.partition(":")
        if meaning in MEANINGS and meaning not in fields:
            fields[meaning] = words
        elif kind == "past" and told.isdecimal() and int(told) in form.years and int(told) not in past:
            past[int(told)] = words
        elif meaning:
            return _with(form, problem="twice", twice=meaning)
    if "name" not in fields:
        return _with(form, problem="no-name")
    if "direction" in fields and (values := _words(sent)):
        fields["direction"] = {"column": fields["direction"], "values": values}
    kept = {key: one for key, one in proposed["layout"].items() if key not in ("fields", "past", "title")}
    return _with(form, layout={**kept, "title": title, "fields": fields, "past": dict(sorted(past.items()))})


def _with(form: Form, **changes: Any) -> Form:
    from dataclasses import replace

    return replace(form, **changes)


def _meanings(layout: Mapping[str, Any]) -> dict[str, str]:
    fields = {_column(one): name for name, one in layout.get("fields", {}).items()}
    return fields | {column: f"past:{year}" for year, column in layout.get("past", {}).items()}


def _column(told: Any) -> str:
    return str(told.get("column", "")) if isinstance(told, dict) else str(told)


def _directions(layout: Mapping[str, Any]) -> tuple[str, str]:
    """The words of the column of directions, as a person typed them."""
    told = layout.get("fields", {}).get("direction")
    values = told.get("values", {}) if isinstance(told, dict) else {}
    if not values:
        return ", ".join(DIRECTIONS["up"]), ", ".join(DIRECTIONS["down"])
    return _of(values, "up"), _of(values, "down")


def _of(values: Mapping[str, str], wanted: str) -> str:
    return ", ".join(word for word, way in values.items() if way == wanted)


def _words(sent: Mapping[str, str]) -> dict[str, str]:
    return {word.strip(): way for way in ("up", "down") for word in sent.get(way, "")[:200].split(",") if word.strip()}
