"""What the ministry lets itself be measured by."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from uigwe.plan.place import NOWHERE, Level, Part, Place
from uigwe.values import Direction, State, Written
from uigwe.values.written import read_number


class Kind(StrEnum):
    """What a printed number of an indicator is: a result or target in the cells of a table, or one quoted in words."""

    ACTUAL = "actual"
    TARGET = "target"
    QUOTED = "quoted"
    QUOTED_TARGET = "quoted-target"


IN_TABLES = (Kind.ACTUAL, Kind.TARGET)
# The cells of words of an indicator's row, and the one in the annex.
ANNEXED = "annexed_formula"
WORDS = ("name", "reason", "formula", "source", ANNEXED)


@dataclass(frozen=True, slots=True)
class Printing:
    """One number of an indicator as it stands in one place. `value` is in the indicator's unit, None when there is no number."""

    kind: Kind
    year: int
    written: str
    value: Decimal | None
    state: State
    place: Place

    def as_written(self, unit: str = "") -> Written:
        """The printed cell with the precision of its last digit; the value is the one the pack holds."""
        read = read_number(self.written, unit)
        step = read.step if self.value is not None else None
        if self.value is not None and (step is None or read.value != self.value):
            step = Decimal(1).scaleb(int(self.value.as_tuple().exponent))
        return Written(self.written, self.state, self.value, step, unit)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a field of words stands: from the sign `starts[i]` of it on at line `lines[i]`, for a narrow cell runs over many lines."""

    field: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """An indicator as one goal or task uses it: the wording, kind, basis, formula and source of the table of its own level.

    `annexed_formula`: the formula once more, as the annex that lists all indicators prints it; empty where it prints none.
    `standings`: the lines of its fields of words, as far as they are known.
    """

    code: str
    level: Level
    name: str
    nature: str = ""
    quantification: str = ""
    basis: str = ""
    reason: str = ""
    formula: str = ""
    source: str = ""
    place: Place = NOWHERE
    annexed_formula: str = ""
    standings: tuple[Standing, ...] = ()

    @property
    def formula_of_annex(self) -> str:
        """The formula of the annex where it is another than that of the table, white space apart; else nothing."""
        same = "".join(self.annexed_formula.split()) == "".join(self.formula.split())
        return "" if same else self.annexed_formula

    def place_of(self, field: str, start: int = 0) -> Place:
        """Where a sign of a field stands; the place of the row where nothing is known of the field's own lines."""
        told = next((one for one in self.standings if one.field == field and one.lines), None)
        if told is None:
            return self.place
        line = told.lines[max(0, bisect_right(told.starts, start) - 1)]
        part = Part.ANNEX if field == ANNEXED else self.place.part
        return replace(self.place, part=part, line=line, page=None)


class Seeks(StrEnum):
    """How the bounds of a target are meant."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    EXACTLY = "exactly"
    WITHIN = "within"
    WORDS = "words"


class TargetType(StrEnum):
    """What a target is: a number, a range of numbers, words, or still to be decided."""

    NUMBER = "number"
    RANGE = "range"
    WORDS = "words"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A target that says more than one number: its type, how it is meant, from where to where; None where no bound is stated."""

    type: TargetType
    seeks: Seeks
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is measured, however many goals and tasks use it. `printings` holds each number in each place it stands."""

    id: str
    name: str
    unit: str
    direction: Direction
    uses: tuple[Use, ...]
    printings: tuple[Printing, ...] = ()
    continues: str = ""
    bounds: Bounds | None = None

    def use(self, code: str) -> Use | None:
        """The use by this goal or task."""
        return next((use for use in self.uses if use.code == code), None)

    def own(self, use: Use) -> tuple[Printing, ...]:
        """The numbers in the table of the use's own level: the ones that count. The others are compared with them."""
        return tuple(
            printing
            for printing in self.printings
            if printing.kind in IN_TABLES and printing.place.part is Part.BODY and printing.place.code == use.code
        )

    def history(self, use: Use) -> Mapping[int, Printing]:
        """Past results by year, from the table of the use's own level."""
        return {printing.year: printing for printing in self.own(use) if printing.kind is Kind.ACTUAL}

    def target(self, use: Use) -> Printing | None:
        """The target of the use's own level; the nearest year when a table prints several."""
        targets = [printing for printing in self.own(use) if printing.kind is Kind.TARGET]
        return min(targets, key=lambda printing: printing.year, default=None)

    def annexed(self, use: Use) -> Printing | None:
        """The target of the use once more: in the annex that lists all targets."""
        target = self.target(use)
        codes = (use.code, "") if len(self.uses) == 1 else (use.code,)
        found = (
            printing
            for printing in self.printings
            if target is not None
            and printing.kind is Kind.TARGET
            and printing.place.part is Part.ANNEX
            and printing.place.code in codes
            and printing.year == target.year
        )
        return next(found, None)
