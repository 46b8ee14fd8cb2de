"""What is known of an indicator's past: the cells of its table, and where these are empty, what its reason tells of those years."""

from collections.abc import Iterator

from uigwe.plan import Indicator, Kind, Printing, Use
from uigwe.reasons.quoted import quoted
from uigwe.values import State, read_number

EMPTY = (State.NONE, State.NEW)


def told(indicator: Indicator, use: Use) -> dict[int, Printing]:
    """Past results, by year, that a reason tells and whose cells the table leaves empty or calls new."""
    history = indicator.history(use)
    found: dict[int, Printing] = {}
    for one in indicator.printings:
        if one.kind is Kind.QUOTED and one.place.code == use.code and one.value is not None:
            found.setdefault(one.year, one)
    read = list(_of_reason(indicator, use))
    # Figures that are not those of the table are not the indicator's: the survival of all firms beside that of the supported ones.
    if all(_may_be(history.get(one.year), one) for one in read):
        for one in read:
            found.setdefault(one.year, one)
    return {year: one for year, one in found.items() if year in history and history[year].state in EMPTY}


def results(indicator: Indicator, use: Use) -> list[Printing]:
    """Past results with a number, in the order of their years: of the table, and what the reason tells beside it."""
    known = {**indicator.history(use), **told(indicator, use)}
    return [known[year] for year in sorted(known) if known[year].value is not None]


def _may_be(cell: Printing | None, one: Printing) -> bool:
    """Whether a figure may be what the cell of its year prints, as far as it is printed."""
    return cell is None or cell.value is None or cell.value == one.value


def _of_reason(indicator: Indicator, use: Use) -> Iterator[Printing]:
    """The past results that the reason quotes: `(’21) 170 (’22) 84`, `’22년 실적치 76.2%`."""
    target = indicator.target(use)
    if target is None:
        return
    known = {year: cell.value for year, cell in indicator.history(use).items() if cell.value is not None}
    if target.value is not None:
        known[target.year] = target.value
    for quote in quoted(use.reason, indicator.unit, target.year, known):
        if not quote.target:
            read = read_number(quote.written, indicator.unit)
            place = use.place_of("reason", quote.span[0])
            yield Printing(Kind.QUOTED, quote.year, quote.written, read.value, State.FINAL, place)
