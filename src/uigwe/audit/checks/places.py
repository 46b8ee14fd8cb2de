"""One fact, several places: the table of the indicator's own level counts, the others are compared with it."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.plan import Indicator, Kind, Name, Part, Printing, Use
from uigwe.plan import Level as PlanLevel
from uigwe.plan.compare import squeezed
from uigwe.values import State, is_unit, split_unit

_AS_TARGET = (Kind.TARGET, Kind.QUOTED_TARGET)


def values_differ(case: Case) -> Iterator[Remark]:
    """Two tables print one indicator with different values: goal page and task page, or body and annex."""
    for indicator, use in case.plan.uses():
        own = {(one.kind, one.year): one for one in indicator.own(use)}
        for other in indicator.printings:
            if other.kind not in (Kind.ACTUAL, Kind.TARGET) or not _concerns(indicator, use, other):
                continue
            counts = own.get((other.kind, other.year))
            if counts and counts.place != other.place and _contradict(indicator, counts, other):
                level = Level.ERROR if counts.value is not None and other.value is not None else Level.DOUBT
                yield _remark(level, indicator, use, counts, other)


def quoted_differs(case: Case) -> Iterator[Remark]:
    """A reason or the prose quotes the indicator with a value that its own table does not have."""
    for indicator in case.plan.indicators:
        for quoted in indicator.printings:
            if quoted.kind not in (Kind.QUOTED, Kind.QUOTED_TARGET):
                continue
            use = indicator.use(quoted.place.code) or indicator.uses[0]
            kind = Kind.TARGET if quoted.kind is Kind.QUOTED_TARGET else Kind.ACTUAL
            counts = next((one for one in indicator.own(use) if (one.kind, one.year) == (kind, quoted.year)), None)
            if counts and counts.value is not None and _contradict(indicator, counts, quoted):
                yield _remark(Level.ERROR, indicator, use, counts, quoted)


def actual_not_in_table(case: Case) -> Iterator[Remark]:
    """A past value that the reason knows is missing from its column, which says 신규 or nothing."""
    for indicator in case.plan.indicators:
        for quoted in indicator.printings:
            use = indicator.use(quoted.place.code)
            if quoted.kind is not Kind.QUOTED or use is None or quoted.value is None:
                continue
            cell = indicator.history(use).get(quoted.year)
            if cell and cell.state in (State.NONE, State.NEW):
                facts = {
                    "name": use.name,
                    "year": str(quoted.year),
                    "quoted": quoted.written,
                    "cell": cell.written or "-",
                }
                object = f"{indicator.id}@{use.code}"
                yield Remark(
                    Level.DOUBT, object, cell.place, facts, (cell.place, quoted.place), (cell.written, quoted.written)
                )


def unit_differs(case: Case) -> Iterator[Remark]:
    """One indicator is printed with two units: % here and %p there, 개 and 개사."""
    for indicator in case.plan.indicators:
        printed = [name for name in case.plan.names if name.object == indicator.id]
        units: dict[str, Name] = {}
        for name in printed:
            unit = split_unit(name.written)[1]
            if is_unit(unit):
                units.setdefault(squeezed(unit), name)
        if len(units) > 1:
            facts = {"name": indicator.name, "units": " · ".join(units)}
            places = tuple(name.place for name in units.values())
            yield Remark(
                Level.DOUBT,
                indicator.id,
                indicator.uses[0].place,
                facts,
                places,
                tuple(name.written for name in units.values()),
            )


def _concerns(indicator: Indicator, use: Use, other: Printing) -> bool:
    """Whether a printing is about this use: its own annex row, or the table of a level below."""
    if other.place.code == use.code:
        return other.place.part is Part.ANNEX
    return other.place.part is Part.BODY and list(PlanLevel).index(PlanLevel.of(other.place.code)) > list(
        PlanLevel
    ).index(use.level)


def _contradict(indicator: Indicator, counts: Printing, other: Printing) -> bool:
    """Whether two printings cannot be one value. A rounder printing of the same value is no contradiction; an empty cell says nothing."""
    if counts.state is State.NONE or other.state is State.NONE:
        return False
    one, two = counts.as_written(indicator.unit).interval, other.as_written(indicator.unit).interval
    if one is None or two is None:
        return counts.state is not other.state and State.TEXT not in (counts.state, other.state) and one is not two
    return not one.meets(two)


def _remark(level: Level, indicator: Indicator, use: Use, counts: Printing, other: Printing) -> Remark:
    facts = {
        "name": use.name,
        "year": str(counts.year),
        "kind": "target" if counts.kind in _AS_TARGET else "actual",
        "own": counts.written,
        "other": other.written,
        "own_code": counts.place.code,
        "other_code": other.place.code,
        "other_part": other.place.part,
    }
    object = f"{indicator.id}@{use.code}"
    return Remark(level, object, counts.place, facts, (counts.place, other.place), (counts.written, other.written))
