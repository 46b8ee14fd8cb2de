"""The part of a plan that one owner answers for, as cells to be read and filled in: the same in the browser and in a file."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.plan.indicator import Indicator, Kind, Use
from uigwe.plan.records import BudgetLine, Milestone
from uigwe.plan.tree import Node, Plan, Task


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of one object as the plan says it now. `locked`: shown and not asked for, such as a past result.

    `kind` is `text`, `long`, `number`, `when`, `quarter`, `choice` or `amount`.
    """

    object: str
    field: str
    kind: str
    value: str
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one thing: of an indicator, of a milestone, of a budget line."""

    object: str
    cells: tuple[Cell, ...]

    def cell(self, field: str) -> Cell | None:
        """The cell of this field."""
        return next((cell for cell in self.cells if cell.field == field), None)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind: `node`, `indicator`, `milestones` or `budget`. `may_add`: rows may be added below."""

    kind: str
    object: str
    rows: tuple[Row, ...]
    may_add: bool = False

    @property
    def asks(self) -> bool:
        """Whether anything can be filled in; a title that is only told needs no table."""
        return self.kind != "node" or any(not cell.locked for row in self.rows for cell in row.cells)


@dataclass(frozen=True, slots=True)
class Form:
    """What one goal or task says, to be filled in by whoever answers for it."""

    agency: str
    year: int
    code: str
    sections: tuple[Section, ...]

    def cells(self) -> Iterator[Cell]:
        """Every cell in reading order."""
        for section in self.sections:
            for row in section.rows:
                yield from row.cells

    def cell(self, object: str, field: str) -> Cell | None:
        """The cell of this field of this object."""
        return next((cell for cell in self.cells() if (cell.object, cell.field) == (object, field)), None)

    @property
    def seal(self) -> str:
        """Which version was printed: ten hexadecimal digits that change whenever a cell does."""
        digest = hashlib.sha256(f"{self.agency}\x1e{self.year}\x1e{self.code}".encode())
        for cell in self.cells():
            told = "\x1f".join((cell.object, cell.field, cell.kind, cell.value, str(cell.locked)))
            digest.update(b"\x1e" + told.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:10]


def form_of(plan: Plan, code: str) -> Form:
    """The part of one goal or task, without what is below it. Raises `KeyError` when the plan has no such code."""
    node = plan.node(code)
    if node is None:
        raise KeyError(code)
    return Form(plan.agency, plan.year, code, tuple(_sections(plan, node)))


def _sections(plan: Plan, node: Node) -> Iterator[Section]:
    yield Section("node", node.code, (Row(node.code, (Cell(node.code, "title", "long", node.title),)),))
    for indicator, use in plan.uses(node.code):
        object = f"{indicator.id}@{use.code}"
        yield Section("indicator", object, (Row(object, tuple(_of_use(indicator, use, object))),))
    if isinstance(node, Task):
        rows = tuple(_milestone_row(node.code, one) for one in node.milestones)
        yield Section("milestones", node.code, rows, may_add=True)
        if node.budget:
            yield Section("budget", node.code, tuple(_budget_row(node.code, one, plan.year) for one in node.budget))


def _of_use(indicator: Indicator, use: Use, object: str) -> Iterator[Cell]:
    yield Cell(object, "name", "text", use.name)
    yield Cell(object, "unit", "text", indicator.unit, locked=True)
    for printing in sorted(indicator.own(use), key=lambda one: one.year):
        if printing.kind is Kind.ACTUAL:
            yield Cell(object, f"actual.{printing.year}", "number", printing.written, locked=True)
    target = indicator.target(use)
    yield Cell(object, "target", "number", target.written if target else "", locked=target is None)
    yield Cell(object, "reason", "long", use.reason)
    yield Cell(object, "formula", "long", use.formula)
    yield Cell(object, "source", "long", use.source)
    yield Cell(object, "nature", "choice", use.nature)
    yield Cell(object, "quantification", "choice", use.quantification)


def _milestone_row(code: str, one: Milestone) -> Row:
    object = f"{code}/m{one.row}"
    cells = (
        Cell(object, "quarter", "quarter", str(one.quarter)),
        Cell(object, "text", "long", one.text),
        Cell(object, "when", "when", one.when),
        Cell(object, "note", "text", one.note),
        Cell(object, "struck", "text", one.struck),
    )
    return Row(object, cells)


def _budget_row(code: str, line: BudgetLine, year: int) -> Row:
    object = f"{code}/b{line.row}"
    shown = (("level", line.level), ("code", line.code), ("name", line.name), ("account", line.account))
    cells = [Cell(object, field, "text", value, locked=True) for field, value in shown]
    cells += [
        Cell(object, f"amount.{one.year}", "amount", one.written, locked=True)
        for one in line.amounts
        if one.year != year
    ]
    own = line.amount(year)
    # A programme's line is a heading: nothing stands in its columns, and nothing is asked for.
    heading = all(not one.written for one in line.amounts)
    if own is not None:
        cells.append(Cell(object, "amount", "amount", own.written, locked=heading))
    cells.append(Cell(object, "unit", "text", line.unit, locked=True))
    return Row(object, tuple(cells))


# ── what a person typed, in the one spelling in which it is compared ─────────────────────────────────────────────────

_NO_PLACE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff\u200b\u2060\ufeff]")
_WIDE = {number: number - 0xFEE0 for number in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_FIGURES = ("number", "amount", "when", "quarter")


def settled(text: str, kind: str = "text") -> str:
    """The same words however they were typed: spaces of every kind are one space, lines have no ends of spaces and none is empty.

    In cells of figures wide letters (`９２`) become plain ones. What no file can hold is left out.
    """
    plain = _NO_PLACE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if kind in _FIGURES:
        plain = plain.translate(_WIDE)
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def column_of(field: str, year: int) -> str:
    """The column of a form in which a field stands: a period is told by the title of the form, the plan's own year by its column."""
    if field == "amount":
        return f"amount.{year}"
    first, _, rest = field.partition(".")
    return rest.rpartition(".")[2] if first in ("result", "progress", "spending") else field
