"""Money: the same line under several tasks, its amounts, its unit, the years of its columns."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.plan import BudgetLine, Plan, Task
from uigwe.plan.compare import squeezed
from uigwe.plan.records import Amount
from uigwe.values import EXACT

# Two printings of one line that differ by about a hundred print one unit (백만원) under the name of another (억원).
_SLIP = (Decimal(90), Decimal(110))


@dataclass(frozen=True, slots=True)
class _Printed:
    task: Task
    line: BudgetLine
    unit_code: str


def two_amounts(case: Case) -> Iterator[Remark]:
    """One detailed programme of one account has two amounts for one year."""
    for printed in _lines(case.plan).values():
        for one, other, year in _differing(printed):
            if not _is_slip(one[1], other[1]):
                yield _remark(Level.DOUBT, one, other, year)


def two_units(case: Case) -> Iterator[Remark]:
    """One line is printed about a hundred times larger in one table than in another: one of the unit lines does not fit."""
    for printed in _lines(case.plan).values():
        for one, other, year in _differing(printed):
            if _is_slip(one[1], other[1]):
                yield _remark(Level.ERROR, one, other, year)


def header_year(case: Case) -> Iterator[Remark]:
    """The columns of a budget table are not last year's and this year's."""
    expected = {case.plan.year - 1, case.plan.year}
    for task in case.plan.tasks():
        for line in task.budget:
            years = {amount.year for amount in line.amounts}
            if years and not years <= expected:
                facts = {
                    "title": task.title,
                    "years": ", ".join(str(year) for year in sorted(years)),
                    "expected": str(case.plan.year),
                }
                yield Remark(
                    Level.ERROR,
                    f"{task.code}/b{line.row}",
                    line.place,
                    facts,
                    (line.place,),
                    tuple(map(str, sorted(years))),
                )
                break


def two_names(case: Case) -> Iterator[Remark]:
    """One code of a detailed programme stands with two names, or one name with two codes."""
    names: dict[tuple[str, str], dict[str, _Printed]] = defaultdict(dict)
    for printed in _printed(case.plan):
        if printed.line.code:
            names[(printed.unit_code, printed.line.code)].setdefault(squeezed(printed.line.name), printed)
    for (_, code), found in names.items():
        if len(found) > 1:
            one, *others = found.values()
            facts = {"code": code, "names": " · ".join(printed.line.name for printed in found.values())}
            places = tuple(printed.line.place for printed in found.values())
            yield Remark(
                Level.DOUBT,
                f"{one.task.code}/b{one.line.row}",
                one.line.place,
                facts,
                places,
                tuple(p.line.name for p in (one, *others)),
            )


def _printed(plan: Plan) -> Iterator[_Printed]:
    for task in plan.tasks():
        unit_code = ""
        for line in task.budget:
            if line.level == "unit":
                unit_code = line.code
            if line.level == "detailed":
                yield _Printed(task, line, unit_code)


def _lines(plan: Plan) -> dict[tuple[str, ...], list[_Printed]]:
    found: dict[tuple[str, ...], list[_Printed]] = defaultdict(list)
    for printed in _printed(plan):
        line = printed.line
        if line.code and not line.bracketed:
            found[(printed.unit_code, line.code, squeezed(line.name), line.account)].append(printed)
    return found


_Cell = tuple[_Printed, Amount]


def _differing(printed: list[_Printed]) -> Iterator[tuple[_Cell, _Cell, int]]:
    """Each amount that differs from the first printed one of the same year."""
    first: dict[int, _Cell] = {}
    for one in printed:
        for amount in one.line.amounts:
            if amount.won is None:
                continue
            known = first.setdefault(amount.year, (one, amount))
            if known[1].won != amount.won:
                yield known, (one, amount), amount.year


def _is_slip(one: Amount, other: Amount) -> bool:
    if not one.won or not other.won:
        return False
    ratio = EXACT.divide(max(one.won, other.won), min(one.won, other.won))
    return _SLIP[0] <= ratio <= _SLIP[1]


def _remark(level: Level, one: _Cell, other: _Cell, year: int) -> Remark:
    facts = {
        "name": one[0].line.name,
        "code": one[0].line.code,
        "year": str(year),
        "one": f"{one[1].written} {one[0].line.unit}".strip(),
        "other": f"{other[1].written} {other[0].line.unit}".strip(),
        "one_code": one[0].task.code,
        "other_code": other[0].task.code,
    }
    place = other[0].line.place
    object = f"{other[0].task.code}/b{other[0].line.row}"
    return Remark(level, object, place, facts, (one[0].line.place, place), (facts["one"], facts["other"]))
