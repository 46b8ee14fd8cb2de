"""Where each won goes: goal → task → unit programme → detailed programme, with what is printed under several tasks shown as shared.

What counts: the lines of unit programmes (단위사업) of a task, or, where their detailed programmes add up to them, those; a unit
without an amount counts by its detailed lines. Amounts in brackets stand beside the tree and are never summed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from uigwe.plan import BudgetLine, Plan, Task
from uigwe.values import EXACT, rounded
from uigwe.web.plans.presenters.codes import address

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A budget line that counts. `shared` holds the codes of the other tasks that print the very same line."""

    task: str
    programme: str
    unit: str
    line: BudgetLine
    year: int
    shared: tuple[str, ...] = ()

    @property
    def now(self) -> Decimal:
        """This year's amount in won, 0 where none is printed."""
        return _won(self.line, self.year)

    @property
    def last(self) -> Decimal:
        """Last year's."""
        return _won(self.line, self.year - 1)

    @property
    def says_now(self) -> bool:
        """Whether the table has a column for this year: without one there is no amount, not the amount 0."""
        return self.line.amount(self.year) is not None

    @property
    def waits(self) -> bool:
        """Whether the amount of this year is asked for and nobody gave it yet: that is not an amount of 0."""
        amount = self.line.amount(self.year)
        heading = all(not one.written.strip() for one in self.line.amounts)
        return not heading and amount is not None and amount.won is None and not amount.written.strip()

    @property
    def says_last(self) -> bool:
        """The same for last year."""
        return self.line.amount(self.year - 1) is not None


@dataclass(frozen=True, slots=True)
class Purse:
    """The money of a goal, a task or the plan: as printed in both years, this year counted once, and what counts."""

    code: str
    title: str
    address: str
    last: Decimal
    now: Decimal
    once: Decimal
    leaves: tuple[Leaf, ...] = ()
    below: tuple["Purse", ...] = ()
    odd_years: tuple[int, ...] = ()
    waiting: int = 0  # amounts of this year that are asked for
    counted: int = 0  # amounts that are there

    @property
    def empty(self) -> bool:
        """Whether amounts are asked for and none is there yet: then there is no sum, not the sum 0."""
        return bool(self.waiting) and not self.counted

    @property
    def doubled(self) -> Decimal:
        """What is printed under this and another task as well."""
        return EXACT.subtract(self.now, self.once)


@dataclass(frozen=True, slots=True)
class Shared:
    """One line that several tasks print with the same amount."""

    name: str
    unit: str
    account: str
    won: Decimal
    tasks: tuple[str, ...]

    @property
    def extra(self) -> Decimal:
        """What counting it in each task adds beyond the line itself."""
        return EXACT.multiply(self.won, Decimal(len(self.tasks) - 1))


@dataclass(frozen=True, slots=True)
class Money:
    """The money of a plan."""

    year: int
    whole: Purse
    shared: tuple[Shared, ...] = field(default=())

    @property
    def last_year(self) -> int:
        """The year before."""
        return self.year - 1


def money(plan: Plan) -> Money:
    """The money of the whole plan."""
    counted = {task.code: list(counting(task, plan.year)) for task in plan.tasks()}
    owners: dict[tuple[str, ...], list[str]] = {}
    for code, leaves in counted.items():
        for leaf in leaves:
            owners.setdefault(_identity(leaf, plan.year), []).append(code)
    seen: set[tuple[str, ...]] = set()
    goals = []
    for strategic in plan.goals:
        performance = []
        for goal in strategic.goals:
            tasks = [_task_purse(task, counted[task.code], owners, seen, plan.year) for task in goal.tasks]
            performance.append(_sum(goal.code, goal.title, tasks))
        goals.append(_sum(strategic.code, strategic.title, performance))
    return Money(plan.year, _sum("", plan.title, goals), tuple(_shared(counted, owners, plan.year)))


def counting(task: Task, year: int) -> Iterator[Leaf]:
    """The lines of a task that count, in printed order."""
    programme = ""
    unit: BudgetLine | None = None
    details: list[BudgetLine] = []
    for line in [*task.budget, None]:
        if line is None or line.level in ("programme", "unit"):
            yield from _of_unit(task, programme, unit, details, year)
            unit, details = None, []
            if line is not None and line.level == "programme":
                programme = line.name
            else:
                unit = line
        elif line.level == "detailed" and not line.bracketed:
            details.append(line)


def _of_unit(
    task: Task, programme: str, unit: BudgetLine | None, details: list[BudgetLine], year: int
) -> Iterator[Leaf]:
    name = f"{unit.code} {unit.name}".strip() if unit else ""
    whole = _won(unit, year) if unit else ZERO
    total = _added(_won(line, year) for line in details)
    if unit is not None and (not details or (whole and whole != total)):
        yield Leaf(task.code, programme, name, unit, year)
        return
    for line in details:
        yield Leaf(task.code, programme, name, line, year)


def _identity(leaf: Leaf, year: int) -> tuple[str, ...]:
    line = leaf.line
    return (
        leaf.unit.replace(" ", ""),
        line.level,
        line.code,
        line.name.replace(" ", ""),
        str(_won(line, year)),
        str(_won(line, year - 1)),
    )


def _task_purse(
    task: Task, leaves: list[Leaf], owners: dict[tuple[str, ...], list[str]], seen: set[tuple[str, ...]], year: int
) -> Purse:
    once = ZERO
    marked = []
    for leaf in leaves:
        who = _identity(leaf, year)
        others = (
            tuple(code for code in dict.fromkeys(owners[who]) if code != task.code) if _won(leaf.line, year) else ()
        )
        marked.append(replace(leaf, shared=others))
        if who not in seen:
            once = EXACT.add(once, _won(leaf.line, year))
        seen.add(who)
    odd = sorted({a.year for line in task.budget for a in line.amounts if a.written and a.year not in (year, year - 1)})
    return Purse(
        code=task.code,
        title=task.title,
        address=address(task.code),
        last=_added(_won(leaf.line, year - 1) for leaf in leaves),
        now=_added(_won(leaf.line, year) for leaf in leaves),
        once=once,
        leaves=tuple(marked),
        odd_years=tuple(odd),
        waiting=sum(leaf.waits for leaf in leaves),
        counted=sum(not leaf.waits for leaf in leaves),
    )


def _sum(code: str, title: str, below: list[Purse]) -> Purse:
    return Purse(
        code=code,
        title=title,
        address=address(code) if code else "",
        last=_added(purse.last for purse in below),
        now=_added(purse.now for purse in below),
        once=_added(purse.once for purse in below),
        below=tuple(below),
        odd_years=tuple(sorted({year for purse in below for year in purse.odd_years})),
        waiting=sum(purse.waiting for purse in below),
        counted=sum(purse.counted for purse in below),
    )


def _shared(counted: dict[str, list[Leaf]], owners: dict[tuple[str, ...], list[str]], year: int) -> Iterator[Shared]:
    found = []
    told: set[tuple[str, ...]] = set()
    for leaves in counted.values():
        for leaf in leaves:
            who = _identity(leaf, year)
            tasks = tuple(dict.fromkeys(owners[who]))
            if len(tasks) > 1 and who not in told and _won(leaf.line, year):
                told.add(who)
                found.append(
                    Shared(leaf.line.name or leaf.unit, leaf.unit, leaf.line.account, _won(leaf.line, year), tasks)
                )
    yield from sorted(found, key=lambda shared: -shared.extra)


def _won(line: BudgetLine, year: int) -> Decimal:
    amount = line.amount(year)
    return amount.won if amount is not None and amount.won is not None else ZERO


def _added(amounts: Iterator[Decimal] | list[Decimal]) -> Decimal:
    total = ZERO
    for amount in amounts:
        total = EXACT.add(total, amount)
    return total


def share(part: Decimal, whole: Decimal) -> str:
    """A part of a whole in per mille of a bar's length, for an SVG rectangle."""
    if whole <= 0 or part <= 0:
        return "0"
    return str(rounded(EXACT.divide(EXACT.multiply(part, Decimal(1000)), whole), 1))
