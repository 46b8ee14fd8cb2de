"""The page of one indicator: its figures year by year, how the target follows, and every place where it is printed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from uigwe.audit import Case, Finding, audit, check_by_id
from uigwe.audit.derive import derive
from uigwe.formulas import Derived, FormulaProblem, NotComputable
from uigwe.plan import Change, Indicator, Kind, Place, Plan, Printing, Use
from uigwe.values import State, plain
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.presenters.sparks import Spark, spark


@dataclass(frozen=True, slots=True)
class Reading:
    """A use of an indicator with what counts for it, as lists and cards show it."""

    indicator: Indicator
    use: Use
    latest: Printing | None
    target: Printing | None
    spark: Spark | None

    @property
    def object(self) -> str:
        """The use's name in patches and findings."""
        return f"{self.indicator.id}@{self.use.code}"

    @property
    def address(self) -> str:
        return address(self.use.code)


def reading(indicator: Indicator, use: Use) -> Reading:
    """The newest result that is a number, and the target."""
    numbers = [printing for printing in indicator.history(use).values() if printing.value is not None]
    latest = max(numbers, key=lambda printing: printing.year, default=None)
    return Reading(indicator, use, latest, indicator.target(use), spark(indicator, use))


def readings(plan: Plan, code: str) -> list[Reading]:
    """The indicators that a goal or task uses."""
    return [reading(indicator, use) for indicator, use in plan.uses(code)]


# The check that holds a target against its basis. Whether they agree is its word alone: a page has no second opinion.
TARGET_CHECK = "target-basis"


@dataclass(frozen=True, slots=True)
class Working:
    """How the target follows from its basis. `outcome`: derived, missing, undefined, problem or none (no basis is stated).

    `finding` is what the audit has to say of the target; None when it has nothing to say.
    """

    outcome: str
    derived: Derived | None = None
    problem: FormulaProblem | None = None
    facts: Mapping[str, str] | None = None
    printed: Decimal | None = None
    finding: Finding | None = None

    @property
    def exactly(self) -> bool:
        """Whether the working gives just the printed figure, with no rounding between."""
        return self.derived is not None and self.derived.value == self.printed

    @property
    def span(self) -> tuple[str, str, str] | None:
        """The source before, within and after what the problem is about."""
        if self.problem is None:
            return None
        source, start, end = self.problem.source, self.problem.start, self.problem.end
        return source[:start], source[start:end], source[end:]


def working(indicator: Indicator, use: Use, findings: Iterable[Finding]) -> Working:
    """The basis of a use recomputed step by step, with the audit's own finding about its target."""
    if not use.basis.strip():
        return Working("none")
    try:
        found = derive(indicator, use)
    except FormulaProblem as problem:
        return Working("problem", problem=problem)
    if found is None:
        return Working("none")
    if isinstance(found, NotComputable):
        return Working(found.reason, facts=found.facts)
    target = indicator.target(use)
    object = f"{indicator.id}@{use.code}"
    about = (one for one in findings if one.check == TARGET_CHECK and one.object == object)
    return Working("derived", derived=found, printed=target.value if target else None, finding=next(about, None))


def tried(plan: Plan, indicator: Indicator, use: Use) -> Working:
    """The same for a use that nobody keeps yet: the check runs on this one indicator alone."""
    uses = tuple(use if one.code == use.code else one for one in indicator.uses)
    alone = replace(indicator, uses=uses)
    check = check_by_id(TARGET_CHECK)
    report = audit(Case(replace(plan, indicators=(alone,))), (check,) if check else ())
    return working(alone, use, report.findings)


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of an indicator: what each use's own table prints for it."""

    year: int
    kind: Kind
    cells: tuple[Printing | None, ...]


def year_rows(indicator: Indicator) -> list[YearRow]:
    """Results and targets by year, one cell for each use."""
    keys = sorted({(p.year, p.kind is Kind.TARGET) for use in indicator.uses for p in indicator.own(use)})
    rows = []
    for year, is_target in keys:
        kind = Kind.TARGET if is_target else Kind.ACTUAL
        cells = tuple(
            next((p for p in indicator.own(use) if p.year == year and p.kind is kind), None) for use in indicator.uses
        )
        rows.append(YearRow(year, kind, cells))
    return rows


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place that prints this indicator, with its values by column (`actual` or `target` and the year)."""

    place: Place
    quoted: bool
    cells: tuple[tuple[Printing, ...], ...]
    first: int


def columns(indicator: Indicator) -> list[tuple[str, int]]:
    """The columns of the table of places: results by year, then targets."""
    return sorted({(_column(p), p.year) for p in indicator.printings}, key=lambda key: (key[0] == "target", key[1]))


def place_rows(indicator: Indicator) -> list[PlaceRow]:
    """Every place where the indicator is printed, the tables of its own levels first."""
    keys: dict[tuple[str, str, str, bool], list[Printing]] = {}
    for printing in indicator.printings:
        quoted = printing.kind in (Kind.QUOTED, Kind.QUOTED_TARGET)
        place = printing.place
        keys.setdefault((place.part, place.code, place.heading, quoted), []).append(printing)
    names = columns(indicator)
    rows = []
    for (_, _, _, quoted), printings in keys.items():
        cells = tuple(tuple(p for p in printings if (_column(p), p.year) == name) for name in names)
        rows.append(PlaceRow(printings[0].place, quoted, cells, min((p.place.line or 0) for p in printings)))
    return rows


def as_published(indicator: Indicator, before: Indicator | None) -> Mapping[Printing, str]:
    """The printings that a draft edited, each with what is published in its place: the line of the document prints that."""
    if before is None:
        return {}
    was = {(one.kind, one.year, one.place): one.written for one in before.printings}
    found = ((one, was.get((one.kind, one.year, one.place))) for one in indicator.printings)
    return {one: written for one, written in found if written is not None and written != one.written}


def differs(row: PlaceRow, rows: list[PlaceRow], column: int) -> bool:
    """Whether a place prints a number that another place of the same use prints otherwise."""
    own = {p.value for p in row.cells[column] if p.value is not None}
    others = {p.value for other in rows for p in other.cells[column] if p.value is not None}
    return bool(own) and len(others) > 1


def _column(printing: Printing) -> str:
    return "target" if printing.kind in (Kind.TARGET, Kind.QUOTED_TARGET) else "actual"


def changes_of(changes: tuple[Change, ...], id: str) -> list[Change]:
    """What changed of one indicator since the last revision."""
    return [change for change in changes if change.kind == "indicator" and change.object.partition("@")[0] == id]


def chart(indicator: Indicator, labels: Mapping[str, str]) -> dict[str, Any] | None:
    """Figures for the chart: years, and one series of results and one of targets for each use that prints numbers.

    Numbers travel as decimal strings and become floats only where pixels are made of them.
    """
    series = list(_series(indicator, labels))
    years = sorted({point["year"] for one in series for point in one["points"]})
    if len([p for one in series for p in one["points"]]) < 2:
        return None
    return {"kind": "indicator", "unit": indicator.unit, "years": years, "series": series}


def _series(indicator: Indicator, labels: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    drawn: set[str] = set()
    for use in indicator.uses:
        for role, printings in (
            ("actual", list(indicator.history(use).values())),
            ("target", [p for p in indicator.own(use) if p.kind is Kind.TARGET]),
        ):
            points = [
                {
                    "year": p.year,
                    "value": plain(p.value),
                    "written": p.written,
                    "provisional": p.state is State.PROVISIONAL,
                }
                for p in sorted(printings, key=lambda p: p.year)
                if p.value is not None
            ]
            same = f"{role} {[(point['year'], point['value']) for point in points]}"
            if not points or same in drawn:
                continue
            drawn.add(same)
            name = labels[role] if len(indicator.uses) == 1 else f"{labels[role]} {use.code}"
            yield {"name": name, "role": role, "points": points}
