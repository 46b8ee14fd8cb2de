"""One fact, several places: the table of the indicator's own level counts, the others are compared with it."""

from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.figures import together
from uigwe.audit.finding import Level, Remark
from uigwe.audit.past import EMPTY, told
from uigwe.audit.text.alike import difference
from uigwe.audit.text.measured import remarks, result_told
from uigwe.audit.words.names import squeezed as bare
from uigwe.audit.words.names import target_of
from uigwe.plan import Claim, Indicator, Kind, Name, Part, Printing, Use
from uigwe.plan import Level as PlanLevel
from uigwe.plan.compare import squeezed
from uigwe.plan.indicator import ANNEXED
from uigwe.values import State, is_unit, split_unit

_AS_TARGET = (Kind.TARGET, Kind.QUOTED_TARGET)
# So many results that a series repeats, each of so many digits, are no chance.
_AGREED, _TELLING = 2, 3


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
            elif counts and kind is Kind.TARGET and quoted.place.code == use.code and _is_rounder(counts, quoted):
                yield _remark(Level.NOTICE, indicator, use, counts, quoted)
    yield from _in_series(case)


def _in_series(case: Case) -> Iterator[Remark]:
    """A series in the prose repeats the results of an indicator of its section, and gives another target for the plan's year."""
    known = {one.place.line for indicator in case.plan.indicators for one in indicator.printings if one.place.line}
    for claims in together(case.prose.claims):
        values = {claim.period[:4]: claim for claim in claims if claim.role == "value"}
        promised = [claim for claim in values.values() if target_of(claim.subject)]
        for indicator, use in case.plan.uses():
            target = indicator.target(use)
            if len(promised) != 1 or target is None or use.code != promised[0].place.code:
                continue
            [claim] = promised
            same = [cell for year, cell in indicator.history(use).items() if _same(cell, values.get(str(year)))]
            if len(same) >= _AGREED and claim.period[:4] == str(target.year) and claim.place.line not in known:
                place = claim.place
                told = Printing(Kind.QUOTED_TARGET, target.year, claim.written, claim.value, State.FINAL, place)
                if _contradict(indicator, target, told):
                    yield _remark(Level.ERROR, indicator, use, target, told)


def _same(cell: Printing, claim: Claim | None) -> bool:
    """Whether a series has the figure of a cell; figures of two digits are alike by chance."""
    return claim is not None and cell.value == claim.value and len(str(claim.value).replace(".", "")) >= _TELLING


def _is_rounder(counts: Printing, quoted: Printing) -> bool:
    """Whether the reason gives the target with fewer digits than its cell."""
    return counts.value is not None and quoted.value is not None and quoted.value != counts.value


def actual_not_in_table(case: Case) -> Iterator[Remark]:
    """Past values that the reason knows are missing from their columns, which call it new or say nothing. One finding per table."""
    for indicator in case.plan.indicators:
        for use in indicator.uses:
            history = indicator.history(use)
            found = {year: (history[year], quoted) for year, quoted in told(indicator, use).items()}
            if found:
                yield _missing(indicator, use, found)
    yield from _told_in_prose(case)


def _told_in_prose(case: Case) -> Iterator[Remark]:
    """The prose of the same section tells the result of a year whose column says nothing."""
    for use, read in remarks(tuple(case.prose.lines()), case.plan):
        indicator = next(one for one in case.plan.indicators if use in one.uses)
        history = indicator.history(use)
        empty = {year: cell for year, cell in history.items() if cell.state in EMPTY}
        found = result_told(use, indicator.unit, tuple(empty), read) if len(empty) == len(history) else None
        if found:
            year, written, told = found
            cell, place = empty[year], told.passage.place_at(told.start)
            facts = {"name": use.name, "year": str(year), "quoted": written, "cell": cell.written or "-"}
            facts |= {"words": told.text, "case": "prose"}
            values = (cell.written, written)
            object = f"{indicator.id}@{use.code}"
            yield Remark(Level.DOUBT, object, cell.place, facts, (cell.place, place), values)


def _missing(indicator: Indicator, use: Use, found: dict[int, tuple[Printing, Printing]]) -> Remark:
    years = sorted(found)
    cells, quotes = zip(*(found[year] for year in years), strict=True)
    facts = {
        "name": use.name,
        "year": ", ".join(str(year) for year in years),
        "quoted": ", ".join(quote.written for quote in quotes),
        "cell": ", ".join(cell.written or "-" for cell in cells),
    }
    places = tuple(dict.fromkeys(one.place for one in (*cells, *quotes)))
    values = tuple(one.written for one in (*cells, *quotes))
    return Remark(Level.DOUBT, f"{indicator.id}@{use.code}", cells[0].place, facts, places, values)


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


def uses_differ(case: Case) -> Iterator[Remark]:
    """One indicator serves two levels, and its formula, source or kind is not the same at both."""
    for indicator in case.plan.indicators:
        first, *others = indicator.uses
        for use in others:
            for part in ("formula", "source", "nature", "quantification", "basis"):
                one, other = getattr(first, part), getattr(use, part)
                if one and other and not _one_text(one, other):
                    facts = {
                        "name": indicator.name,
                        "part": part,
                        "one": one,
                        "one_code": first.code,
                        "other": other,
                        "other_code": use.code,
                    }
                    object = f"{indicator.id}@{use.code}"
                    yield Remark(Level.DOUBT, object, use.place, facts, (first.place, use.place), (one, other))


def formula_annexed(case: Case) -> Iterator[Remark]:
    """The annex prints another formula than the table of the goal or task: other figures, signs or fractions, or another thing altogether."""
    for indicator, use in case.plan.uses():
        if not use.formula or not use.annexed_formula or _one_text(use.formula, use.annexed_formula):
            continue
        found = difference(use.formula, use.annexed_formula, f"{use.name} {use.source}")
        if found is None:
            continue
        annexed = indicator.annexed(use)
        facts = {
            "name": use.name,
            "case": found.how,
            "own": use.formula,
            "annexed": use.annexed_formula,
            "own_part": found.one,
            "annexed_part": found.other,
        }
        stand = (use.place, use.place_of("formula"), use.place_of(ANNEXED), annexed.place if annexed else use.place)
        places = tuple(dict.fromkeys(stand))
        values = (use.formula, use.annexed_formula) if found.how == "words" else (found.one, found.other)
        yield Remark(Level.DOUBT, f"{indicator.id}@{use.code}", use.place, facts, places, values)


def _one_text(one: str, other: str) -> bool:
    """Whether two texts are one but for spaces, dots and brackets."""
    return bare(one) == bare(other)


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
        "case": "rounder" if level is Level.NOTICE else "differs",
    }
    object = f"{indicator.id}@{use.code}"
    return Remark(level, object, counts.place, facts, (counts.place, other.place), (counts.written, other.written))
