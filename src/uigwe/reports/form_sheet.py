"""A form to be filled in by whoever answers for a goal or task: what it says, before it becomes a document or a workbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from uigwe.plan.carried import carried_from
from uigwe.plan.mark import NEW_KEY, Mark, key_of
from uigwe.plan.part import Cell, Form, Row, Section, column_of
from uigwe.reports.words import day as written_day
from uigwe.texts.forms import form_label, head_of, word_in

_HELP_PLAN = tuple(f"help-{number}" for number in range(1, 9))
_HELP_RESULTS = ("help-1", "help-results", "help-5", "help-6", "help-7", "help-8")


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form with what is printed around it: of which plan and round, by when and by whom it is asked for, what to look at."""

    form: Form
    plan_title: str
    body: str
    round_no: int
    round_title: str
    guideline: str
    due: date | None
    day: date
    to: str
    findings: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """What brings the form back to its place: `mss-2023-R3-Ⅰ-1-①-0a1b2c3d4e`."""
        form = self.form
        return str(Mark(form.agency, form.year, self.round_no, form.code, form.seal))

    @property
    def title(self) -> str:
        """The title of the goal or task."""
        return next((cell.value for cell in self.form.cells() if cell.field == "title"), "")


@dataclass(frozen=True, slots=True)
class Box:
    """One cell of a table of a form, as it is shown."""

    text: str
    column: str
    kind: str = "text"
    locked: bool = False


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row: its key, its boxes by column; `blank` for a row to be filled in anew. `group`: rows of one quarter belong together."""

    key: str
    boxes: tuple[Box, ...]
    group: str = ""
    blank: bool = False


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table of a form: its name, a hint, the columns with their heads, its rows."""

    section: str
    title: str
    hint: str
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[FormRow, ...]


# Which columns stand together and in which order: in a document, and in a workbook, where the tables share their columns.
_Layout = Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
_NARROW: _Layout = {
    "node": (("node", ("title",)),),
    "indicator": (
        ("targets", ("name", "unit", "actual", "target", "reason")),
        ("measuring", ("name", "formula", "source", "nature", "quantification")),
    ),
    "milestones": (("milestones", ("quarter", "text", "when", "note", "struck")),),
    "budget": (("budget", ("level", "code", "name", "account", "amount", "unit")),),
    "results": (
        ("results", ("name", "unit", "target", "counting", "numerator", "denominator", "value", "n")),
        ("evidence", ("name", "finality", "as_of", "source", "evidence", "why")),
    ),
    "progress": (("progress", ("quarter", "text", "when", "state", "done_on", "done", "evidence")),),
    "spending": (("spending", ("level", "code", "name", "amount", "spent", "unit", "why")),),
}
_WIDE: _Layout = {
    "node": (("node", ("title",)),),
    "indicator": (
        ("targets", ("name", "unit", "actual", "target", "reason")),
        ("measuring", ("name", "nature", "quantification", "formula", "source")),
    ),
    "milestones": (("milestones", ("text", "quarter", "when", "note", "struck")),),
    "budget": (("budget", ("name", "level", "code", "unit", "amount", "account")),),
    "results": (
        ("results", ("name", "unit", "target", "counting", "numerator", "denominator", "value", "n", "source")),
        ("evidence", ("name", "finality", "as_of", "evidence", "why")),
    ),
    "progress": (("progress", ("text", "quarter", "when", "state", "done_on", "evidence", "done")),),
    "spending": (("spending", ("name", "level", "code", "unit", "amount", "spent", "why")),),
}
_REPEATED = ("measuring", "evidence")  # tables that name again what an earlier one asks for
_ROWS_BELOW = {False: 1, True: 2}  # empty rows below each quarter, in a document and in a workbook
_YEARLY = "0"


def tables_of(form: Form, language: str, *, wide: bool = False) -> tuple[FormTable, ...]:
    """The tables of a form in their order; `wide` as a workbook has them."""
    tables: list[FormTable] = []
    for kind, sections in _by_kind(form.sections).items():
        rows = [row for section in sections for row in section.rows]
        may_add = any(section.may_add for section in sections)
        if not rows and not may_add:
            continue
        for name, order in (_WIDE if wide else _NARROW)[kind]:
            columns = _columns(rows, order, form.year)
            tables.append(_table(name, kind, columns, rows, form.year, language, _ROWS_BELOW[wide] if may_add else 0))
    return tuple(tables)


def _by_kind(sections: Sequence[Section]) -> dict[str, list[Section]]:
    found: dict[str, list[Section]] = {}
    for section in sections:
        if section.asks:
            found.setdefault(section.kind, []).append(section)
    return found


def _columns(rows: Sequence[Row], order: Sequence[str], year: int) -> tuple[str, ...]:
    """The columns of a table in their order; a column of figures once for each year that a row has."""
    held = sorted({column_of(cell.field, year) for row in rows for cell in row.cells})
    years = {name: [one for one in held if one.startswith(f"{name}.")] for name in order}
    return tuple(column for name in order for column in years[name] or [name])


def _table(
    name: str, kind: str, columns: tuple[str, ...], rows: Sequence[Row], year: int, language: str, empty: int
) -> FormTable:
    made = [_row(row, columns, year, language, repeated=name in _REPEATED) for row in rows]
    if "quarter" in columns:
        made = _by_quarter(made, columns, language, empty)
    heads = tuple(head_of(kind, column, language) for column in columns)
    title, hint = form_label(f"table-{name}", language), form_label(f"hint-{name}", language)
    years = {year for row in made for box in row.boxes if not box.locked and (year := carried_from(box.text))}
    if years:
        hint = " ".join((hint, *(form_label("hint-carried", language, year=str(year)) for year in sorted(years))))
    return FormTable(kind, title, hint, columns, heads, tuple(made))


def _row(row: Row, columns: tuple[str, ...], year: int, language: str, *, repeated: bool) -> FormRow:
    cells = {column_of(cell.field, year): cell for cell in row.cells}
    boxes = tuple(_box(cells.get(column), column, language, repeated and column == "name") for column in columns)
    quarter = cells.get("quarter")
    return FormRow(key_of(row.object), boxes, quarter.value if quarter else "")


def _box(cell: Cell | None, column: str, language: str, repeated: bool) -> Box:
    if cell is None:  # this thing has no such field: nothing is asked for
        return Box("", column, locked=True)
    return Box(word_in(column, cell.value, language), column, cell.kind, cell.locked or repeated)


def _by_quarter(rows: Sequence[FormRow], columns: tuple[str, ...], language: str, empty: int) -> list[FormRow]:
    """The rows of each quarter together, with empty rows below them where rows may be added."""
    made: list[FormRow] = []
    for quarter in ("1", "2", "3", "4", *sorted({row.group for row in rows} - set("1234"))):
        made += [row for row in rows if row.group == quarter]
        if quarter != _YEARLY and quarter in "1234":
            shown = word_in("quarter", quarter, language)
            kinds = {"quarter": "quarter", "when": "when", "text": "long"}
            boxes = tuple(Box(shown if one == "quarter" else "", one, kinds.get(one, "text")) for one in columns)
            made += [FormRow(NEW_KEY, boxes, quarter, blank=True)] * empty
    return made


def facts_of(sheet: FormSheet, language: str) -> tuple[tuple[str, str], ...]:
    """The head of a form: what it is about, for whom, and by when, each with its name."""
    due = written_day(sheet.due, language) if sheet.due else "-"
    facts = (
        ("body", f"{sheet.body} {sheet.plan_title}".strip()),
        ("round", f"{sheet.round_no}. {sheet.round_title}".rstrip(". ")),
        ("about", f"{sheet.form.code} {sheet.title}".strip()),
        ("to", sheet.to or "-"),
        ("due", due),
        ("day", written_day(sheet.day, language)),
    )
    return tuple((form_label(name, language), value) for name, value in facts)


def banner_of(sheet: FormSheet, language: str) -> str:
    """The title over a form."""
    return form_label("results-title" if _of_results(sheet) else "form-title", language, title=sheet.plan_title)


def _of_results(sheet: FormSheet) -> bool:
    return any(section.kind == "results" for section in sheet.form.sections)


def mark_line(sheet: FormSheet, language: str) -> str:
    """The line with the form's number."""
    return form_label("mark", language, mark=sheet.mark)


def help_lines(sheet: FormSheet, language: str) -> Iterator[str]:
    """How to fill this form in, line by line: in one of results no rows come and none are struck."""
    return _helping(_HELP_RESULTS if _of_results(sheet) else _HELP_PLAN, language)


def _helping(keys: Sequence[str], language: str) -> Iterator[str]:
    return (f"{number}. {form_label(key, language)}" for number, key in enumerate(keys, 1))


def texts_around(sheet: FormSheet, language: str) -> Iterator[str]:
    """Everything that is printed on a form outside the cells that can be filled in."""
    yield banner_of(sheet, language)
    yield mark_line(sheet, language)
    for name, value in facts_of(sheet, language):
        yield name
        yield value
    for key in ("guideline", "findings", "mark-note", "end", "sheet-form", "sheet-help"):
        yield form_label(key, language)
    for keys in (_HELP_PLAN, _HELP_RESULTS):  # forms of results left with the help of plans before they had their own
        yield from _helping(keys, language)
    yield from sheet.guideline.split("\n")
    yield from sheet.findings
    for wide in (False, True):
        for number, table in enumerate(tables_of(sheet.form, language, wide=wide), 1):
            yield numbered(number, table)
            yield table.hint


def numbered(number: int, table: FormTable) -> str:
    """The title of a table with its number: `2.` and its name."""
    return f"{number}. {table.title}"
