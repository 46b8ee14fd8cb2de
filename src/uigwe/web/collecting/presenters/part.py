"""One part as its owner fills it in: sections of cells, each with what may be done to it and what became of the last save."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from uigwe.plan import Milestone, Plan, Task
from uigwe.plan.carried import carried_from, unmarked
from uigwe.plan.part import Cell, Form, Row, column_of, settled
from uigwe.plan.rows import QUARTERS
from uigwe.review import YearStage
from uigwe.texts import glossary, tell
from uigwe.texts.forms import head_of, word_in
from uigwe.web.collecting.actions.replies import Saved
from uigwe.web.people.refused import sentence
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.plans.templatetags.uigwe import language

# Lists that an official chooses from; what stands there already can always be kept.
_CHOICES = ("nature", "quantification")


@dataclass(frozen=True, slots=True)
class Field:
    """A cell on the page. `before` is what the plan says, `value` what stands in the input; `frozen` says why it cannot move."""

    cell: Cell
    label: str
    before: str
    value: str
    frozen: str = ""
    options: tuple[str, ...] = ()
    state: str = ""
    said: str = ""
    theirs: str | None = None
    who: str = ""
    asks_sure: bool = False

    @property
    def name(self) -> str:
        """Of its input: neither objects nor fields hold spaces."""
        return f"v {self.cell.object} {self.cell.field}"

    @property
    def choice(self) -> str:
        """Of the choice between two values."""
        return f"c {self.cell.object} {self.cell.field}"

    @property
    def sure(self) -> str:
        """Of the tick that words are meant where a number was."""
        return f"s {self.cell.object} {self.cell.field}"

    @property
    def carried(self) -> int | None:
        """The year whose words these still are; None where somebody wrote them anew, or where nothing can be written."""
        return None if self.frozen else carried_from(self.value)

    @property
    def kept_words(self) -> str:
        """The words as they stay when they are to hold for this year too."""
        return unmarked(self.value)

    @property
    def keep(self) -> str:
        """Of the button that says so."""
        return f"k {self.cell.object} {self.cell.field}"

    @property
    def long(self) -> bool:
        """Whether it gets more than a line."""
        return self.cell.kind == "long" or (self.cell.kind == "text" and len(self.value) > 60)


@dataclass(frozen=True, slots=True)
class Line:
    """The fields of one thing. `past` are the locked ones with their labels: shown, not asked for."""

    object: str
    fields: tuple[Field, ...]
    past: tuple[tuple[str, str], ...]
    struck: Field | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the page."""

    kind: str
    object: str
    title: str
    lines: tuple[Line, ...]
    may_add: bool
    struck: tuple[Milestone, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the last save, by field: shown where the field stands."""

    fields: Mapping[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, saved: Saved, typed: Mapping[tuple[str, str], str]) -> "Outcome":
        """Conflicts with both values, problems and refusals with their sentences; and what was typed, which is never lost."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for _answer, conflict in saved.conflicts:
            at = (conflict.object, conflict.field)
            found[at] = {
                "state": "conflict",
                "value": typed.get(at, conflict.mine),
                "before": conflict.theirs,
                "theirs": conflict.theirs,
                "who": conflict.who,
            }
        for answer, problem in saved.problems:
            facts = {"object": answer.object, "field": answer.field, "value": answer.returned}
            at = (answer.object, answer.field)
            words = tell("edits", problem.reason, facts, language())
            found[at] = {
                "state": "problem",
                "value": typed.get(at, answer.returned),
                "said": words,
                "asks_sure": problem.reason == "words-for-a-number",
            }
        for answer, refusal in saved.refused:
            at = (answer.object, answer.field)
            found[at] = {"state": "problem", "value": typed.get(at, answer.returned), "said": sentence(refusal)}
        for answer, _patch in saved.done:
            found[answer.object, answer.field] = {"state": "saved"}
        return cls(found)


def blocks(form: Form, plan: Plan, why: Callable[[str, str], str], outcome: Outcome) -> list[Block]:
    """The whole form as the page shows it."""
    task = plan.task(form.code)
    return [
        Block(
            section.kind,
            section.object,
            _title(plan, section.kind, section.object),
            tuple(_line(row, _Words(section.kind, plan.year), why, outcome) for row in section.rows),
            section.may_add and not why(f"{form.code}/m+", "row"),
            _struck(task) if section.kind == "milestones" else (),
        )
        for section in form.sections
    ]


def one_field(form: Form, object: str, name: str, why: Callable[[str, str], str], outcome: Outcome) -> Field | None:
    """One cell of the form as the page shows it; None when the form does not ask for it."""
    for section in form.sections:
        for row in section.rows:
            cell = row.cell(name) if row.object == object else None
            if cell is not None and not cell.locked:
                return _field(cell, _Words(section.kind, form.year), why, outcome)
    return None


@dataclass(frozen=True, slots=True)
class _Words:
    """What columns and values of a section are called: as on the form that is printed."""

    kind: str
    year: int

    def label(self, cell: Cell) -> str:
        return head_of(self.kind, column_of(cell.field, self.year), language())

    def value(self, cell: Cell) -> str:
        return word_in(column_of(cell.field, self.year), cell.value, language())


def labels(kind: str, year: int, *names: str) -> dict[str, str]:
    """The labels of fields that no cell stands for yet."""
    return {name: head_of(kind, column_of(name, year), language()) for name in names}


def _struck(task: Task | None) -> tuple[Milestone, ...]:
    return task.struck if task else ()


def _title(plan: Plan, kind: str, object: str) -> str:
    if kind != "indicator":
        return ""
    found = plan.indicator(object.partition("@")[0])
    return found.name if found else ""


def _line(row: Row, words: _Words, why: Callable[[str, str], str], outcome: Outcome) -> Line:
    open_cells = [cell for cell in row.cells if not cell.locked]
    struck = next((cell for cell in open_cells if cell.field == "struck"), None)
    return Line(
        row.object,
        tuple(_field(cell, words, why, outcome) for cell in open_cells if cell is not struck),
        tuple((words.label(cell), words.value(cell)) for cell in row.cells if cell.locked and cell.value),
        _field(struck, words, why, outcome) if struck else None,
    )


def _field(cell: Cell, words: _Words, why: Callable[[str, str], str], outcome: Outcome) -> Field:
    plain = Field(cell, words.label(cell), cell.value, cell.value, why(cell.object, cell.field), _options(cell))
    return replace(plain, **outcome.fields.get((cell.object, cell.field), {}))


def _options(cell: Cell) -> tuple[str, ...]:
    if cell.kind == "quarter":
        return (*QUARTERS[1:], QUARTERS[0])
    if cell.field not in _CHOICES:
        return ()
    known = tuple(glossary().get(cell.field, {}))
    return known if cell.value in known else (cell.value, *known)


def why_frozen(agency: str, year: int, draft: Revision | None) -> Callable[[str, str], str]:
    """For each field the sentence that says why it cannot move; one look at the year and its permits for all of them."""
    return why_frozen_in(YearBook.objects.filter(agency_id=agency, year=year).first(), draft)


def why_frozen_in(book: YearBook | None, draft: Revision | None) -> Callable[[str, str], str]:
    """The same where the year is at hand."""
    if book is None or book.stage == YearStage.PREPARING:
        return lambda object, name: ""
    if book.stage == YearStage.CLOSED:
        closed = _("The year is closed: nothing moves any more.")
        return lambda object, name: closed
    permitted = set(draft.permits.values_list("object", "field")) if draft and draft.is_draft else set()
    fixed = _("The plan is fixed: it changes by an approved amendment only.")
    return lambda object, name: "" if (object, name) in permitted else fixed


def frozen_whole(blocks: list[Block]) -> str:
    """The one sentence that says why nothing on the page can move; empty where something can, or where there are several."""
    said = {one.frozen for block in blocks for line in block.lines for one in line.fields}
    return said.pop() if len(said) == 1 else ""


def left_over(form: Form) -> int:
    """How many cells still say last year's words."""
    return sum(1 for cell in form.cells() if not cell.locked and carried_from(cell.value))


def differs(cell: Cell, typed: str) -> bool:
    """Whether somebody typed something else than what was printed, however it was spelled."""
    return settled(typed, cell.kind) != settled(cell.value, cell.kind)
