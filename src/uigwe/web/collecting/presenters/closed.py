"""A part of a closed round: what was asked, what was answered, and what the plan says today where that is something else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from uigwe.plan.part import Cell, Form, Row, column_of, settled
from uigwe.texts.forms import head_of, word_in
from uigwe.web.collecting.then import Then
from uigwe.web.plans.templatetags.uigwe import language

# A thing is called by the first of these cells that says something; a row is told by fewer signs than its title has.
_NAMES = ("name", "text", "title", "code", "level")

Cells = Mapping[tuple[str, str], Cell]


@dataclass(frozen=True, slots=True)
class ThenCell:
    """One field: as asked, as answered, and today (None: the thing, or what the field is about, was not or is not there)."""

    object: str
    label: str
    asked: str | None
    answered: str | None
    now: str | None

    @property
    def changed(self) -> bool:
        """Whether the answer is another one than was printed."""
        return (self.asked is None) != (self.answered is None) or settled(self.asked or "") != settled(
            self.answered or ""
        )

    @property
    def moved(self) -> bool:
        """Whether the plan says something else today."""
        return (self.now is None) != (self.answered is None) or settled(self.now or "") != settled(self.answered or "")


@dataclass(frozen=True, slots=True)
class ThenLine:
    """One thing and its fields."""

    object: str
    name: str
    cells: tuple[ThenCell, ...]


@dataclass(frozen=True, slots=True)
class ThenBlock:
    """A section: `node`, `indicator`, `milestones`, `budget`, or one of the sections of results."""

    kind: str
    lines: tuple[ThenLine, ...]


@dataclass(frozen=True, slots=True)
class ThenPage:
    """All of it. `changes` are the lines with only those cells that the answer changed."""

    blocks: tuple[ThenBlock, ...]
    since: datetime
    handed_in: bool

    @property
    def changes(self) -> list[ThenLine]:
        """What was answered, thing by thing."""
        return list(self._only(lambda cell: cell.changed))

    @property
    def moved(self) -> list[ThenLine]:
        """What the plan says otherwise today."""
        return list(self._only(lambda cell: cell.moved))

    def _only(self, wanted: Callable[[ThenCell], bool]) -> Iterator[ThenLine]:
        for block in self.blocks:
            for line in block.lines:
                cells = tuple(cell for cell in line.cells if wanted(cell))
                if cells:
                    yield ThenLine(line.object, line.name, cells)


def page_then(kept: Then, now: Form | None) -> ThenPage:
    """What a closed part shows. `now` is the form as the plan fills it today."""
    asked, today = _cells(kept.asked), _cells(now)
    blocks = []
    for section in kept.answered.sections:
        gone = _gone(kept, section.kind, section.object)
        rows = [*section.rows, *gone]
        lines = tuple(_line(row, section.kind, kept, asked, today) for row in rows)
        blocks.append(ThenBlock(section.kind, lines))
    return ThenPage(tuple(blocks), kept.since, kept.handed_in)


def _gone(kept: Then, kind: str, object: str) -> list[Row]:
    """Rows that were asked about and that the answer took out."""
    there = {row.object for section in kept.answered.sections for row in section.rows}
    sections = (one for one in kept.asked.sections if (one.kind, one.object) == (kind, object))
    return [row for section in sections for row in section.rows if row.object not in there]


def _cells(form: Form | None) -> Cells:
    return {(cell.object, cell.field): cell for cell in form.cells()} if form else {}


def _line(row: Row, kind: str, kept: Then, asked: Cells, today: Cells) -> ThenLine:
    answered, year = _cells(kept.answered), kept.answered.year
    name = next((cell.value for field in _NAMES if (cell := row.cell(field)) and cell.value), row.object)
    cells = []
    for cell in row.cells:
        column = column_of(cell.field, year)
        told = [_told(column, found.get((cell.object, cell.field))) for found in (asked, answered, today)]
        if any(told):
            cells.append(ThenCell(row.object, head_of(kind, column, language()), *told))
    return ThenLine(row.object, name, tuple(cells))


def _told(column: str, cell: Cell | None) -> str | None:
    return None if cell is None else word_in(column, cell.value, language())
