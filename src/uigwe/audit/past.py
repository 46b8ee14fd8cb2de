"""What is known of an indicator's past: the cells of its table, and where these are empty, what its reason tells of those years."""

from collections.abc import Iterator

from uigwe.audit.text.figures import Figure, Period, tokens, unit_named
from uigwe.audit.text.series import is_result_between, points
from uigwe.plan import Indicator, Kind, Printing, Use
from uigwe.values import State

_EMPTY = (State.NONE, State.NEW)


def told(indicator: Indicator, use: Use) -> dict[int, Printing]:
    """Past results, by year, that a reason tells and whose cells the table leaves empty or calls new."""
    history = indicator.history(use)
    found: dict[int, Printing] = {}
    for quoted in indicator.printings:
        if quoted.kind is Kind.QUOTED and quoted.place.code == use.code and quoted.value is not None:
            found.setdefault(quoted.year, quoted)
    read = list(_of_reason(indicator, use))
    # Figures that are not those of the table are not the indicator's: the survival of all firms beside that of the supported ones.
    if all(_may_be(history.get(one.year), one) for one in read):
        for one in read:
            found.setdefault(one.year, one)
    return {year: one for year, one in found.items() if year in history and history[year].state in _EMPTY}


def results(indicator: Indicator, use: Use) -> list[Printing]:
    """Past results with a number, in the order of their years: of the table, and what the reason tells beside it."""
    known = {**indicator.history(use), **told(indicator, use)}
    return [known[year] for year in sorted(known) if known[year].value is not None]


def _may_be(cell: Printing | None, one: Printing) -> bool:
    """Whether a figure may be what the cell of its year prints, as far as it is printed."""
    return cell is None or cell.value is None or cell.value == one.value


def _of_reason(indicator: Indicator, use: Use) -> Iterator[Printing]:
    """`(’21) 170 (’22) 84`, `’21년도 397, ’22년도 546`, `’22년 실적치 76.2%`: years of the past with a figure in the indicator's unit."""
    if not any(sign.isdigit() for sign in use.reason):
        return
    read = list(tokens(use.reason))
    periods = {point.figure.start: point.period for point in points(use.reason, read) if point.period}
    for before, token in zip([None, *read], read, strict=False):
        if not isinstance(token, Figure) or token.unit not in ("", unit_named(indicator.unit)):
            continue
        period = periods.get(token.start)
        if period is None and isinstance(before, Period) and is_result_between(use.reason[before.end : token.start]):
            period = before
        if period and not period.target and len(period.text) == 4:
            yield Printing(Kind.QUOTED, int(period.text), token.written, token.value, State.FINAL, use.place)
