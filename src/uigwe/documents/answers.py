"""A returned form held against what was printed on it: which cells were answered, which rows came and went, what has to be asked.

Every text of the file ends in one of these: as printed, an answer, a doubtful answer, or a note with its place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

from uigwe.documents.grids import GridCell
from uigwe.documents.returned import Note, Returned, ReturnedRow, notes_of
from uigwe.plan.mark import NEW_KEY, key_of
from uigwe.plan.merge import Answer
from uigwe.plan.part import Cell, Form, Row, column_of, settled
from uigwe.plan.rows import QUARTERS, new_row
from uigwe.texts import LANGUAGES
from uigwe.texts.forms import form_label, head_of, value_of, word_in
from uigwe.values import read_when

_DAYS = ("when", "as_of", "done_on")  # columns in which a day may stand
_BROKEN = ("not-computed", "cell-error")
_ALIKE, _APART = 0.5, 0.4
# Notes about a text that is no answer; it needs no note when it was printed on the form.
_ABOUT_TEXT = ("left-over", "before-tables", "column-unknown", "columns-swapped", "hidden-sheet")


@dataclass(frozen=True, slots=True)
class Answered:
    """What a returned form says: sure answers and new rows, doubtful ones that a person has to settle, rows that are gone, and notes."""

    answers: tuple[Answer, ...] = ()
    added: tuple[Answer, ...] = ()
    doubtful: tuple[Answer, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class _Printed:
    """A row as it was printed: its object, its key, its cells by column."""

    object: str
    key: str
    cells: Mapping[str, Cell]

    def shown(self) -> str:
        """What the row says, in short."""
        told = (self.cells[name].value for name in ("title", "name", "text") if name in self.cells)
        return next((one for one in told if one), self.key)


def answers_of(returned: Returned, form: Form, around: Iterable[str] = (), *, front: bool = True) -> Answered:
    """What was answered. `around` are the texts that were printed outside the cells of the form.

    `front` says whether they hold what stood before the first table: title, guideline and the like. If not, that is only told.
    """
    struck = tuple(_squeezed(note.text) for note in returned.notes if note.reason == "struck-through")
    comparison = _Comparison(form, struck)
    for kind in dict.fromkeys(section.kind for section in form.sections if section.asks):
        rows = [_printed(row, form.year) for section in form.sections if section.kind == kind for row in section.rows]
        may_add = any(section.may_add for section in form.sections if section.kind == kind)
        if rows or may_add:
            own = [row for row in returned.rows if row.section == kind]
            columns = {one for head in returned.heads if head.section == kind for one in head.columns}
            comparison.section(kind, rows, own, columns, may_add=may_add)
    answers = tuple(comparison.settled_answers())
    known = set(_known(form, around))
    notes = [*notes_of(returned), *comparison.notes]
    notes += [
        Note("before-tables" if one.front and not front else "left-over", one.where, one.text) for one in returned.loose
    ]
    foreign = {section.kind for section in form.sections}
    notes += [_unread(row) for row in returned.rows if row.section not in foreign]
    kept = tuple(note for note in notes if note.reason not in _ABOUT_TEXT or not _all_known(note.text, known))
    return Answered(
        answers,
        tuple(comparison.added),
        tuple(comparison.doubtful),
        tuple(comparison.missing),
        kept,
    )


def _printed(row: Row, year: int) -> _Printed:
    return _Printed(row.object, key_of(row.object), {column_of(cell.field, year): cell for cell in row.cells})


def _unread(row: ReturnedRow) -> Note:
    return Note("table-unread", row.where, _row_text(row))


def _known(form: Form, around: Iterable[str]) -> Iterator[str]:
    """Every text that was printed, without its spaces, in each language that forms are printed in."""
    for text in around:
        yield from map(_squeezed, text.split("\n"))
        yield _squeezed(text)
    for section in form.sections:
        for row in section.rows:
            yield key_of(row.object)
            for cell in row.cells:
                column = column_of(cell.field, form.year)
                yield _squeezed(cell.value)
                yield from map(_squeezed, cell.value.split("\n"))
                for language in LANGUAGES:
                    yield _squeezed(word_in(column, cell.value, language))
                    yield _squeezed(head_of(section.kind, column, language))
    for language in LANGUAGES:
        yield from (_squeezed(word_in("quarter", quarter, language)) for quarter in "01234")
        yield _squeezed(form_label("col-key", language))
    yield from ("", NEW_KEY)


def _all_known(text: str, known: set[str]) -> bool:
    return _squeezed(text) in known or all(_squeezed(line) in known for line in text.split("\n"))


def _squeezed(text: str) -> str:
    return "".join(settled(text).split())


@dataclass
class _Comparison:
    """Goes through the sections of a form; what it finds is gathered here."""

    form: Form
    struck: tuple[str, ...] = ()  # words of the file that somebody struck through: whether they hold is not certain
    said: dict[tuple[str, str], dict[str, tuple[Cell, GridCell | None, ReturnedRow]]] = field(default_factory=dict)
    added: list[Answer] = field(default_factory=list)
    doubtful: list[Answer] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def section(
        self, kind: str, printed: list[_Printed], rows: list[ReturnedRow], columns: set[str], *, may_add: bool
    ) -> None:
        """The rows of one section: paired by key, then by content and place; the rest is new, doubtful or gone."""
        if not columns:
            self.notes.append(Note("table-missing", facts={"section": kind}))
            return
        for column in sorted({one for row in printed for one in row.cells} - columns):
            self.notes.append(Note("column-missing", facts={"section": kind, "name": column}))
        pairs = _paired(printed, rows, may_add=may_add)
        by_key: dict[str, list[ReturnedRow]] = {}
        for row in rows:
            if id(row) in pairs:
                by_key.setdefault(pairs[id(row)].key, []).append(row)
            elif row.key and row.key != NEW_KEY:
                self.doubt("key-unknown", row, kind, may_add=may_add)
            elif may_add:
                self.new(row, [one for one in printed if one.key not in {pair.key for pair in pairs.values()}])
            else:
                self.notes.append(Note("row-without-key", row.where, _row_text(row)))
        for one in printed:
            if one.key in by_key:
                self.row(one, by_key[one.key], may_add=may_add)
            else:
                self.missing.append(one.object)
                self.notes.append(Note("row-missing", text=one.shown(), facts={"key": one.key}))

    def row(self, printed: _Printed, rows: list[ReturnedRow], *, may_add: bool) -> None:
        """One printed row and the rows that bear its key: parts of it in several tables, or copies of it."""
        by_columns: dict[frozenset[str], list[ReturnedRow]] = {}
        for row in rows:
            by_columns.setdefault(frozenset(row.columns), []).append(row)
        for copies in by_columns.values():
            changed = [row for row in copies if any(True for _ in self.changes(printed, row))]
            if len(copies) == 1:
                self.cells(printed, copies[0])
            elif changed:
                for row in changed:
                    self.doubt("key-twice", row, "", may_add=may_add)
            # Copies that all say what was printed say nothing.

    def changes(self, printed: _Printed, row: ReturnedRow) -> Iterator[tuple[Cell, GridCell | None, str]]:
        """The cells of a row that say something else than was printed."""
        for column in row.columns:
            cell = printed.cells.get(column)
            if cell is None:
                continue
            found = row.cells.get(column)
            told = self.value(column, cell.kind, found)
            if told != settled(cell.value, cell.kind) and told != settled(word_in(column, cell.value), cell.kind):
                yield cell, found, told

    def value(self, column: str, kind: str, found: GridCell | None) -> str:
        """What a cell says, as the plan would write it."""
        if found is None:
            return ""
        if found.day and column in _DAYS:
            return _as_day(found.day, column)
        return settled(value_of(column, settled(found.text, kind)), kind)

    def cells(self, printed: _Printed, row: ReturnedRow) -> None:
        """The changed cells of a row: answers, unless it is not certain what the cell says."""
        for column in row.columns:
            found = row.cells.get(column)
            if column not in printed.cells and found is not None and found.text.strip():
                self.notes.append(Note("left-over", found.where, found.text))
        for cell, found, told in self.changes(printed, row):
            column = column_of(cell.field, self.form.year)
            if found is not None and any(odd in _BROKEN for odd in found.odd):
                continue  # told by the reader: there is no value
            if column in row.shared:
                self.notes.append(
                    Note("merged-cells", found.where if found else row.where, found.text if found else "")
                )
            elif found is not None and found.day and column not in _DAYS:
                self.notes.append(Note("not-a-date-there", found.where, found.text))
            else:
                if found is not None and found.day:
                    self.notes.append(Note("date-cell", found.where, told))
                self.said.setdefault((cell.object, cell.field), {})[told] = (cell, found, row)

    def settled_answers(self) -> Iterator[Answer]:
        """One answer for each cell; where two tables say two things, a person is asked."""
        for (object, name), told in self.said.items():
            cell, found, row = next(iter(told.values()))
            if len(told) == 1:
                answer = Answer(object, name, cell.value, next(iter(told)))
                if self.certain(answer.returned):
                    yield answer
                else:
                    self.doubtful.append(answer)
                continue
            self.notes.append(Note("two-values", found.where if found else row.where, " / ".join(told)))
            self.doubtful += [Answer(object, name, cell.value, value) for value in told]

    def certain(self, *texts: str) -> bool:
        """Whether nothing in these texts was struck through."""
        return not any(one and one in _squeezed(text) for one in self.struck for text in texts)

    def new(self, row: ReturnedRow, gone: list[_Printed]) -> None:
        """A row that was not printed: new when it says so or is like nothing that is gone, otherwise doubtful."""
        answer = self.as_new(row)
        likeness = max((_likeness(row, one) for one in gone), default=0.0)
        certain = row.key == NEW_KEY or (likeness < _APART and bool(row.text("when").strip()))
        odd = any(name in row.shared or any(one in _BROKEN for one in cell.odd) for name, cell in row.cells.items())
        certain = certain and self.certain(*(cell.text for cell in row.cells.values()))
        if certain and not odd and value_of("quarter", settled(row.text("quarter"), "quarter")) in QUARTERS:
            self.added.append(answer)
        else:
            self.notes.append(Note("row-without-key", row.where, _row_text(row)))
            self.doubtful.append(answer)
        struck = row.cells.get("struck")
        if struck is not None and struck.text.strip():
            self.notes.append(Note("left-over", struck.where, struck.text))

    def as_new(self, row: ReturnedRow) -> Answer:
        """The answer that adds this row."""

        def told(column: str, kind: str) -> str:
            return self.value(column, kind, row.cells.get(column))

        when = told("when", "when")
        value = new_row(
            when=when,
            quarter=told("quarter", "quarter") or _quarter_of(when, self.form.year),
            text=told("text", "long"),
            note=told("note", "text"),
        )
        return Answer(f"{self.form.code}/m+", "row", "", value)

    def doubt(self, reason: str, row: ReturnedRow, kind: str, *, may_add: bool) -> None:
        """A row of which it is not certain what it is."""
        self.notes.append(Note(reason, row.where, _row_text(row), {"key": row.key}))
        if may_add:
            self.doubtful.append(self.as_new(row))


def _quarter_of(when: str, year: int) -> str:
    """The quarter in which a time ends, for a row that names none; empty when that is not understood."""
    end = read_when(when, year).end
    return str((end.month + 2) // 3) if end is not None and end.year == year else ""


def _as_day(iso: str, column: str) -> str:
    """A day as the column writes it: `’23.5.31` beside milestones, `2023-05-31` elsewhere."""
    if column != "when":
        return iso
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"’{day.year % 100:02d}.{day.month}.{day.day}"


def _row_text(row: ReturnedRow) -> str:
    return " | ".join(settled(cell.text).replace("\n", " ") for cell in row.cells.values() if cell.text.strip())


# ── which row is which ───────────────────────────────────────────────────────────────────────────────────────────────


def _paired(printed: list[_Printed], rows: list[ReturnedRow], *, may_add: bool) -> dict[int, _Printed]:
    """Rows of the file with the printed rows that they are: by key; without one by the same content, or as the only one between its neighbours."""
    by_key = {one.key: one for one in printed}
    pairs = {id(row): by_key[row.key] for row in rows if row.key in by_key}
    for table in {frozenset(row.columns): None for row in rows}:
        own = [row for row in rows if frozenset(row.columns) == table]
        _pair_alike(printed, own, pairs)
        _pair_between(_in_print(printed), own, pairs, may_add=may_add)
    return pairs


def _in_print(printed: list[_Printed]) -> list[_Printed]:
    """The rows in the order in which a form prints them: by quarter."""
    quarters = {"1": 1, "2": 2, "3": 3, "4": 4}
    return sorted(printed, key=lambda one: quarters.get(one.cells["quarter"].value, 9) if "quarter" in one.cells else 0)


def _pair_alike(printed: list[_Printed], rows: list[ReturnedRow], pairs: dict[int, _Printed]) -> None:
    taken = {pairs[id(row)].key for row in rows if id(row) in pairs}
    for row in rows:
        if id(row) in pairs or row.key:
            continue
        same = [one for one in printed if one.key not in taken and _says(row) == _says_printed(one, row.columns)]
        if same and len({_says_printed(one, row.columns) for one in same}) == 1:
            pairs[id(row)] = same[0]
            taken.add(same[0].key)


def _says(row: ReturnedRow) -> tuple[str, ...]:
    return tuple(_squeezed(value_of(column, settled(row.text(column)))) for column in row.columns)


def _says_printed(one: _Printed, columns: Iterable[str]) -> tuple[str, ...]:
    return tuple(_squeezed(one.cells[column].value) if column in one.cells else "" for column in columns)


def _pair_between(
    printed: list[_Printed], rows: list[ReturnedRow], pairs: dict[int, _Printed], *, may_add: bool
) -> None:
    """A row without a key that is the only one in its gap, where only one printed row is gone. Where rows may be added, it must be like it."""
    order = {one.key: at for at, one in enumerate(printed)}
    taken = {pairs[id(row)].key for row in rows if id(row) in pairs}
    fixed = [(at, order[pairs[id(row)].key]) for at, row in enumerate(rows) if id(row) in pairs]
    edges = [(-1, -1), *fixed, (len(rows), len(printed))]
    for (first, low), (last, high) in pairwise(edges):
        lost = [row for row in rows[first + 1 : last] if not row.key and id(row) not in pairs]
        gone = [one for one in printed[low + 1 : max(low + 1, high)] if one.key not in taken]
        if len(lost) == 1 and len(gone) == 1 and (not may_add or _likeness(lost[0], gone[0]) >= _ALIKE):
            pairs[id(lost[0])] = gone[0]
            taken.add(gone[0].key)


def _likeness(row: ReturnedRow, one: _Printed) -> float:
    """How much a row says what a printed one said: by its longest words."""
    name = next((name for name in ("text", "name", "title") if name in row.columns and name in one.cells), "")
    mine, theirs = _squeezed(row.text(name)) if name else "", _squeezed(one.cells[name].value) if name else ""
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() if mine and theirs else 0.0
