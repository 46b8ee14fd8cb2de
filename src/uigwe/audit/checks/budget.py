"""Money: the same line under several tasks, its amounts, its unit, the years of its columns."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.money import is_alike, object_of, won, written
from uigwe.audit.text import Passage
from uigwe.plan import BudgetLine, Place, Plan, Task
from uigwe.values import EXACT, to_won

# Two printings of one line that differ by about a hundred print one unit (백만원) under the name of another (억원).
_SLIP = (Decimal(90), Decimal(110))


# `(’23. 168억원)`: an amount in brackets behind what it is for.
_TOLD = re.compile(
    r"\((?:[^()\d]{0,2}\d{2}\s?[^\w\s()]?\s?)?(?P<amount>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[^\W\d_]{1,3})\)"
)
_LEAST_WON = Decimal(10) ** 9
_BEFORE = 20


@dataclass(frozen=True, slots=True)
class _Printed:
    task: Task
    line: BudgetLine
    unit_code: str
    programme: str


def told_twice(case: Case) -> Iterator[Remark]:
    """The prose of a task gives two things the same amount, and that amount is the whole of one line of its budget."""
    sections: dict[str, list[Passage]] = defaultdict(list)
    for passage in case.prose.lines():
        sections[passage.places[0].code].append(passage)
    for task in case.plan.tasks():
        wholes = {
            amount: line
            for line in task.budget
            if line.level == "detailed" and (amount := won(line, case.plan.year)) and amount >= _LEAST_WON
        }
        told: dict[Decimal, list[tuple[str, str, Place]]] = defaultdict(list)
        for passage in sections[task.code] if wholes else ():
            for match in _TOLD.finditer(passage.text):
                amount = to_won(Decimal(match["amount"].replace(",", "")), match["unit"])
                if amount in wholes:
                    before = passage.text[max(0, match.start() - _BEFORE) : match.start()].strip()
                    told[amount].append((before, match[0], passage.place_at(match.start())))
        for amount, found in told.items():
            if len({before for before, _, _ in found}) > 1:
                yield _told_twice(task, wholes[amount], case.plan.year, found)


def _told_twice(task: Task, line: BudgetLine, year: int, found: list[tuple[str, str, Place]]) -> Remark:
    (one, amount, _), (other, _, place), *_ = found
    facts = {"one": one, "other": other, "amount": amount.strip("()"), "name": line.name, "stated": written(line, year)}
    places = (*(at for _, _, at in found), line.place)
    return Remark(Level.NOTICE, object_of(task, line), place, facts, places, (facts["amount"], facts["stated"]))


def two_amounts(case: Case) -> Iterator[Remark]:
    """One detailed programme of one account has two amounts for one year, or an amount here and none there."""
    for one, other, years in _pairs(case.plan, slips=False):
        yield _remark(Level.DOUBT, one, other, years)


def two_units(case: Case) -> Iterator[Remark]:
    """One line is printed about a hundred times larger in one table than in another: one of the unit lines does not fit."""
    for one, other, years in _pairs(case.plan, slips=True):
        yield _remark(Level.ERROR, one, other, years)
    yield from _mixed_units(case.plan)


def _mixed_units(plan: Plan) -> Iterator[Remark]:
    """A few tables of the plan are in another unit than the others: told once, with the first of them."""
    tables: dict[str, list[tuple[Task, BudgetLine]]] = defaultdict(list)
    for task in plan.tasks():
        first = next((line for line in task.budget if line.unit and line.amounts), None)
        if first:
            tables[first.unit].append((task, first))
    usual = max(tables, key=lambda unit: len(tables[unit]), default="")
    for unit, found in tables.items():
        if unit != usual and len(found) < len(tables[usual]):
            (task, line), codes = found[0], ", ".join(task.code for task, _ in found)
            facts = {
                "name": line.name,
                "tasks": codes,
                "one": unit,
                "other": usual,
                "count": str(len(tables[usual])),
                "case": "mixed",
            }
            places = tuple(line.place for _, line in found)
            yield Remark(Level.NOTICE, object_of(task, line), line.place, facts, places, (unit, usual))


def header_year(case: Case) -> Iterator[Remark]:
    """The columns of a budget table are not last year's and this year's."""
    expected = {case.plan.year - 1, case.plan.year}
    for task in case.plan.tasks():
        for line in task.budget:
            years = {amount.year for amount in line.amounts}
            if years and not years <= expected:
                shown = tuple(str(year) for year in sorted(years))
                facts = {"title": task.title, "years": ", ".join(shown), "expected": str(case.plan.year)}
                yield Remark(Level.ERROR, object_of(task, line), line.place, facts, (line.place,), shown)
                break


def _printed(plan: Plan) -> Iterator[_Printed]:
    expected = {plan.year - 1, plan.year}
    for task in plan.tasks():
        if any(not {amount.year for amount in line.amounts} <= expected for line in task.budget):
            continue  # its columns are of other years, which `header_year` says
        unit_code = programme = ""
        for line in task.budget:
            if line.level == "programme":
                programme = line.code
            if line.level == "unit":
                unit_code = line.code
            if line.level == "detailed":
                yield _Printed(task, line, unit_code, programme)


def _lines(plan: Plan) -> Iterator[list[_Printed]]:
    """The printings of each detailed programme, in reading order."""
    by_code: dict[tuple[str, str], list[_Printed]] = defaultdict(list)
    for printed in _printed(plan):
        if printed.line.code and not printed.line.bracketed:
            by_code[(printed.unit_code, printed.line.code)].append(printed)
    for together in by_code.values():
        groups: list[list[_Printed]] = []
        for printed in together:
            group = next((group for group in groups if _is_one(group[0], printed)), None)
            if group is None:
                groups.append([printed])
            else:
                group.append(printed)
        yield from groups


def _is_one(one: _Printed, other: _Printed) -> bool:
    """Whether two printings are one line: like names, no other account, and not two programmes of one table."""
    accounts = {printed.line.account for printed in (one, other)} - {""}
    if one.task.code == other.task.code and (one.programme != other.programme or one.line.name != other.line.name):
        return False
    return len(accounts) < 2 and is_alike(one.line, other.line)


def _pairs(plan: Plan, *, slips: bool) -> Iterator[tuple[_Printed, _Printed, list[int]]]:
    """Two printings of one line that differ, by a slip of the unit or otherwise, with the years in which they do."""
    for printed in _lines(plan):
        found: dict[tuple[int, int], list[int]] = defaultdict(list)
        for one, other, year in _differing(printed):
            if _is_slip(printed[one], printed[other], year) is slips:
                found[(one, other)].append(year)
        for (one, other), years in found.items():
            yield printed[one], printed[other], years


def _differing(printed: list[_Printed]) -> Iterator[tuple[int, int, int]]:
    """Each amount that differs from the first printed one of the same year; an empty cell differs when another year agrees."""
    first: dict[int, int] = {}
    for index, one in enumerate(printed):
        for amount in one.line.amounts:
            known = first.setdefault(amount.year, index)
            before = won(printed[known].line, amount.year)
            if before == amount.won:
                continue
            if (before is not None and amount.won is not None) or _agree_elsewhere(printed[known], one):
                yield known, index, amount.year


def _agree_elsewhere(one: _Printed, other: _Printed) -> bool:
    """Whether the two lines have one amount in another year: then an empty cell is not another table's custom."""
    amounts = {amount.year: amount.won for amount in one.line.amounts if amount.won}
    return any(amounts.get(amount.year) == amount.won for amount in other.line.amounts if amount.won)


def _is_slip(one: _Printed, other: _Printed, year: int) -> bool:
    first, second = won(one.line, year), won(other.line, year)
    if not first or not second:
        return False
    return _SLIP[0] <= EXACT.divide(max(first, second), min(first, second)) <= _SLIP[1]


def _remark(level: Level, one: _Printed, other: _Printed, years: list[int]) -> Remark:
    facts = {
        "name": one.line.name,
        "code": one.line.code,
        "year": ", ".join(str(year) for year in sorted(years)),
        "one": " / ".join(written(one.line, year) for year in sorted(years)),
        "other": " / ".join(written(other.line, year) for year in sorted(years)),
        "one_code": one.task.code,
        "other_code": other.task.code,
    }
    place = other.line.place
    places = (one.line.place, place)
    return Remark(level, object_of(other.task, other.line), place, facts, places, (facts["one"], facts["other"]))
