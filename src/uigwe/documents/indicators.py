"""From rows of tables and of the annex to indicators with their uses and printings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from uigwe.documents.annex import AnnexRow
from uigwe.documents.cells import Cell
from uigwe.documents.layout import Layout, bare
from uigwe.documents.lines import Line
from uigwe.documents.naming import direction, ids, name_unit
from uigwe.documents.questions import Question, ask
from uigwe.documents.rows import agreement
from uigwe.documents.standing import standing
from uigwe.documents.tables import Row
from uigwe.plan import Indicator, Kind, Level, Part, Place, Printing, Standing, Use
from uigwe.plan.indicator import ANNEXED
from uigwe.reasons.quoted import Quote, quoted
from uigwe.values import State, read_number

# How many signs before a quote tell it from the same number elsewhere in the row.
CONTEXT = 8
_SHORT_YEAR = re.compile(r"[‘’'`´′](\d{2})(?:\s?년)?")
_RATE = re.compile(r"(?:비율|비중|율|률)\(\s?(?P<written>\d[\d,]*(?:\.\d+)?\s?%)\s?\)")


@dataclass(frozen=True)
class Found:
    """One use of an indicator as found: whose, its row in the body, its row in the annex, the unit that any place prints."""

    code: str
    row: Row
    annex: AnnexRow | None
    name: str
    unit: str
    provisional: frozenset[int]
    id: str = ""


@dataclass
class Indicators:
    """All indicators of a plan, their uses as found, and what is to be asked about them."""

    indicators: tuple[Indicator, ...] = ()
    found: list[Found] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def provisional_years(lines: Sequence[Line], layout: Layout) -> frozenset[int]:
    """Years whose results a footnote calls provisional (`‘22년 실적은 잠정치로`)."""
    if not layout.provisional_note:
        return frozenset()
    note = bare(layout.provisional_note)
    years: set[int] = set()
    for line in lines:
        plain = bare(line.text)
        at = plain.find(note)
        if 0 <= at < 40:
            years.update(2000 + int(year) for year in re.findall(r"(?<!\d)(\d{2})년", plain[:at]))
    return frozenset(years)


def found_use(
    code: str, row: Row, annex: AnnexRow | None, other_names: Sequence[str], provisional: frozenset[int], layout: Layout
) -> Found:
    """A use with its name and unit; a body that prints no unit takes that of another place."""
    name, unit = name_unit(row.name, layout)
    if not unit:
        unit = next((one for other in other_names for one in [name_unit(other, layout)[1]] if one), "")
    return Found(code, row, annex, name, unit, provisional)


def assemble(found: Sequence[Found], layout: Layout) -> Indicators:
    """Indicators from their uses: the same name and unit in a goal and in one of its tasks is one indicator."""
    groups: list[list[Found]] = []
    for one in found:
        home = next((group for group in groups if _same(group[0], one)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    result = Indicators()
    by_group: list[Indicator] = []
    for id, group in zip(ids([group[0].code for group in groups]), groups, strict=True):
        named = [Found(**{**vars(one), "id": id}) for one in group]
        result.found += named
        by_group.append(_indicator(id, named, layout))
        for one in named:
            result.questions += _questions(one)
    result.indicators = tuple(by_group)
    return result


def _same(one: Found, other: Found) -> bool:
    above = other.code.startswith(f"{one.code}-") and Level.of(one.code) is not Level.STRATEGIC
    return above and bare(one.name) == bare(other.name) and one.unit == other.unit


def _indicator(id: str, uses: Sequence[Found], layout: Layout) -> Indicator:
    first = uses[0]
    printings = [printing for one in uses for printing in _printings(one)]
    return Indicator(
        id=id,
        name=first.name,
        unit=first.unit,
        direction=direction(first.name, layout, first.row.reason),
        uses=tuple(_use(one) for one in uses),
        printings=tuple(printings),
    )


def _use(one: Found) -> Use:
    return Use(
        code=one.code,
        level=Level.of(one.code),
        name=one.name,
        nature=one.annex.nature if one.annex else "",
        quantification=one.annex.quantification if one.annex else "",
        reason=one.row.reason,
        formula=one.row.formula,
        source=one.row.source,
        place=Place(Part.BODY, one.code, line=one.row.line),
        annexed_formula=one.annex.formula if one.annex else "",
        standings=_standings(one),
    )


def _standings(one: Found) -> tuple[Standing, ...]:
    """The lines of the row's cells of words; a row that stands in one line needs none."""
    row = one.row
    named = standing((("name", one.name),), row.quoted)
    after = [line for line in row.quoted if line.number >= (row.lines[-1] if row.lines else row.line)]
    behind = standing((("reason", row.reason), ("formula", row.formula), ("source", row.source)), after)
    annexed = standing(((ANNEXED, one.annex.formula),), one.annex.lines) if one.annex else ()
    own = tuple(spots for spots in (*named, *behind) if spots.lines != (row.line,))
    return (*own, *annexed)


def _printings(one: Found) -> list[Printing]:
    head = one.row.head
    printed = []
    for index, (year, cell, line) in enumerate(zip(head.years, one.row.cells, one.row.lines, strict=True)):
        kind = Kind.TARGET if index >= len(head.past) else Kind.ACTUAL
        place = Place(Part.BODY, one.code, line=line)
        printed.append(_printing(kind, year, cell.written if cell else "", one, place))
    if one.annex and one.annex.target:
        place = Place(Part.ANNEX, one.code, line=one.annex.target_line)
        printed.append(_printing(Kind.TARGET, head.years[-1], one.annex.target, one, place))
    return [*printed, *_quotes(one, printed)]


def _quotes(one: Found, printed: Sequence[Printing]) -> Iterator[Printing]:
    """The values that the reason quotes, each at the line where it stands."""
    known = {cell.year: cell.value for cell in printed if cell.value is not None}
    found = quoted(one.row.reason, one.unit, one.row.head.years[-1], known)
    for quote in found or _only_rate(one, known):
        start, end = quote.span
        if one.row.reason[end:].lstrip().startswith("%"):
            continue  # `대비 10% 상향`: a figure that was cut off from its sign is no value
        line = _line_of(one.row, one.row.reason[max(0, start - CONTEXT) : start], one.row.reason[start:end])
        kind = Kind.QUOTED_TARGET if quote.target else Kind.QUOTED
        yield _printing(kind, quote.year, quote.written, one, Place(Part.BODY, one.code, line=line))


def _only_rate(one: Found, known: Mapping[int, object]) -> tuple[Quote, ...]:
    """The one rate in brackets of a reason that names one past year, where the table has no value for that year: `’22년 … 비율(3.9%)`."""
    reason = one.row.reason
    years = {2000 + int(match[1]) for match in _SHORT_YEAR.finditer(reason)}
    rates = list(_RATE.finditer(reason))
    if len(years) != 1 or len(rates) != 1 or one.unit != "%":
        return ()
    [year], [rate] = years, rates
    if year in known or year not in one.row.head.past:
        return ()
    return (Quote(year, False, rate["written"], rate.span("written")),)


def _line_of(row: Row, before: str, written: str) -> int:
    """The line at which a piece of the reason ends; the row's own when it was put together otherwise."""
    whole, ends = "", []
    for line in row.quoted:
        whole += bare(line.text)
        ends.append((len(whole), line.number))
    before, written = bare(before), bare(written)
    at = whole.rfind(before + written)
    if at < 0:
        return row.line
    return next(number for end, number in ends if end >= at + len(before + written))


def _printing(kind: Kind, year: int, written: str, one: Found, place: Place) -> Printing:
    read = read_number(written, one.unit)
    state = read.state
    if state is State.FINAL and year in one.provisional and written.startswith("("):
        state = State.PROVISIONAL
    return Printing(kind, year, written, read.value, state, place)


def _questions(one: Found) -> list[Question]:
    row = one.row
    object = f"{one.id}@{one.code}"
    asked = []
    if row.rivals:
        others = [cells_told(row, other.cells) for other in row.rivals]
        asked.append(ask("indicator-values", object, row.quoted, cells_told(row, row.cells), others, row.line))
    elif _is_shifted(row.cells):
        told = cells_told(row, row.cells)
        asked.append(ask("indicator-empty-cells", object, row.quoted, told, _shifts(row), row.line))
    if row.uncut:
        asked.append(ask("indicator-words-uncut", object, row.quoted, _told_apart(row), line=row.line))
    target = row.cells[-1]
    if one.annex and target and target.state is State.TEXT and not agreement(target.written, one.annex.target) > 0.5:
        asked.append(ask("indicator-target-words", object, row.quoted, target.written, [one.annex.target], row.line))
    return asked


def _told_apart(row: Row) -> str:
    return " | ".join((row.reason, row.formula, row.source))


def _is_shifted(cells: Sequence[Cell | None]) -> bool:
    """Fewer values than columns, and more than the target: which columns are empty is not printed."""
    empty = sum(cell is None for cell in cells)
    return 0 < empty < len(cells) - 1


def _shifts(row: Row) -> list[str]:
    """The other ways to place the past values; the target stays in the last column."""
    values = [cell for cell in row.cells[:-1] if cell]
    empty = len(row.cells) - 1 - len(values)
    moved = []
    for before in range(empty):
        cells = (*(None,) * before, *values, *(None,) * (empty - before), row.cells[-1])
        moved.append(cells_told(row, cells))
    return moved


def cells_told(row: Row, cells: Sequence[Cell | None]) -> str:
    """Cells with their years, as one line: `2021: 신규, 2022: 41 (잠정), 2023: 45`."""
    return ", ".join(
        f"{year}: {cell.written if cell else ''}".strip() for year, cell in zip(row.head.years, cells, strict=True)
    )


def by_code(rows: Mapping[str, Sequence[AnnexRow]], code: str, index: int) -> AnnexRow | None:
    """The annex row that stands for the body row of this index."""
    of = rows.get(code, ())
    return of[index] if index < len(of) else None
