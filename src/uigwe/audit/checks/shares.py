"""Shares of several tasks in one unit programme, together against the whole of it."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from uigwe.audit.figures import step_of_written
from uigwe.audit.finding import Level, Remark
from uigwe.audit.money import Block, name_of, object_of, won, written
from uigwe.plan import BudgetLine
from uigwe.values import EXACT, plain, to_won

# So many signs of two names make them one programme, where the whole is the same amount.
_NAMED = 5

_Share = tuple[Block, BudgetLine]
# A year, what its shares add up to, and the shares.
_Year = tuple[int, Decimal, list[_Share]]


def shares_beyond(blocks: list[Block]) -> Iterator[Remark]:
    """The shares of several tasks in one unit programme are together more than the whole that each of them prints in brackets.

    A share with the same lines and amounts in two tasks is one share.
    """
    wholes: dict[tuple[int, Decimal, str], list[Block]] = defaultdict(list)
    for block in blocks:
        for year in block.years:
            own, whole = won(block.unit, year), won(block.total, year) if block.total else None
            if own and whole and own < whole:
                wholes[(year, whole, name_of(block.unit)[:_NAMED])].append(block)
    told: dict[tuple[str, ...], list[_Year]] = defaultdict(list)
    for (year, whole, _), found in wholes.items():
        shares: dict[tuple[str, str, Decimal | None], _Share] = {}
        for block in found:
            for line in block.detailed or [block.unit]:
                if won(line, year):
                    shares.setdefault((line.code, name_of(line), won(line, year)), (block, line))
        tasks = tuple(dict.fromkeys(block.task.code for block, _ in shares.values()))
        added = sum((won(line, year) or Decimal(0) for _, line in shares.values()), Decimal(0))
        wholly = max((_half(block.total, year) for block in found if block.total), default=Decimal(0))
        slack = wholly + sum((_half(line, year) for _, line in shares.values()), Decimal(0))
        if len(tasks) > 1 and added > whole + slack:
            told[tasks].append((year, added, list(shares.values())))
    for tasks, years in told.items():
        yield _beyond_whole(tasks, years)


def _half(line: BudgetLine, year: int) -> Decimal:
    """How far rounding may have carried an amount: half a unit of its last digit."""
    amount = line.amount(year)
    step = step_of_written(amount.written.strip("()' ")) if amount and amount.won else Decimal(0)
    return EXACT.divide(to_won(step, line.unit) or Decimal(0), Decimal(2))


def _beyond_whole(tasks: tuple[str, ...], years: list[_Year]) -> Remark:
    block = years[0][2][0][0]
    whole = block.total or block.unit
    unit = to_won(Decimal(1), whole.unit) or Decimal(1)
    shown = [plain(EXACT.divide(added, unit)) for _, added, _ in years]
    facts = {
        "code": block.unit.code,
        "name": block.unit.name,
        "year": ", ".join(str(year) for year, _, _ in years),
        "stated": ", ".join(written(whole, year) for year, _, _ in years),
        "added": ", ".join(shown),
        "tasks": ", ".join(tasks),
        "case": "shares",
    }
    steps = tuple(
        f"{' + '.join(amount.written for _, line in shares if (amount := line.amount(year)))} = {total}"
        for (year, _, shares), total in zip(years, shown, strict=True)
    )
    places = (whole.place, *dict.fromkeys(line.place for _, _, shares in years for _, line in shares))
    values = (*(written(whole, year) for year, _, _ in years), *shown)
    return Remark(Level.DOUBT, object_of(block.task, block.unit), whole.place, facts, places, values, steps)
