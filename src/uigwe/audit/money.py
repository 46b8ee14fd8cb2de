"""Budget tables as blocks: which detailed lines and which bracketed total stand under a unit programme."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from uigwe.audit.figures import step_of_written
from uigwe.audit.words.names import squeezed, without_brackets
from uigwe.plan import BudgetLine, Plan, Task
from uigwe.values import EXACT, to_won

# How many syllables an ending may have.
_ENDING = 4


@dataclass(slots=True)
class Block:
    """A unit programme as one task's table prints it."""

    task: Task
    programme: BudgetLine | None
    unit: BudgetLine
    total: BudgetLine | None = None
    detailed: list[BudgetLine] = field(default_factory=list)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its columns."""
        return tuple(sorted({amount.year for amount in self.unit.amounts}))

    def added(self, year: int) -> Decimal | None:
        """The sum of its detailed lines; None when there is none, or one of them is in brackets."""
        if not self.detailed or any(line.bracketed for line in self.detailed):
            return None
        return _sum(won(line, year) or Decimal(0) for line in self.detailed)

    def slack(self, year: int) -> Decimal:
        """How far rounding may carry the sum from the printed total: half a unit of each printed amount."""
        lines = [self.unit, *self.detailed]
        return EXACT.divide(_sum(half for line in lines if (half := _step(line, year)) is not None), Decimal(2))

    def whole(self, year: int) -> BudgetLine | None:
        """The line that gives the unit programme's whole amount: the bracketed total, or an amount that is more than its lines."""
        own, bracket = won(self.unit, year), won(self.total, year) if self.total else None
        if bracket is not None and (own is None or bracket >= own):
            return self.total
        added = self.added(year)
        if own is not None and added is not None and own > EXACT.add(added, self.slack(year)):
            return self.unit
        return None


def blocks(plan: Plan) -> Iterator[Block]:
    """Every unit programme of every task's table."""
    for task in plan.tasks():
        block: Block | None = None
        programme: BudgetLine | None = None
        for before, line in pairwise((None, *task.budget)):
            if line is None:
                continue
            if line.level == "programme":
                programme, block = line, None
            elif line.level == "unit":
                block = Block(task, programme, line)
                yield block
            elif block and line.level == "detailed":
                block.detailed.append(line)
            elif block and line.level == "total" and before is block.unit:
                block.total = line


def all_blocks(plan: Plan) -> list[Block]:
    """The blocks with their lines filled in."""
    return list(blocks(plan))


def won(line: BudgetLine, year: int) -> Decimal | None:
    """The amount of a year in won; None for a blank or a dash."""
    amount = line.amount(year)
    return amount.won if amount else None


def written(line: BudgetLine, year: int) -> str:
    """The amount of a year as printed, with its unit."""
    amount = line.amount(year)
    return f"{amount.written} {line.unit}".strip() if amount and amount.written else "-"


def name_of(line: BudgetLine) -> str:
    """A programme's name as it is compared: without brackets, spaces and dots."""
    return without_brackets(line.name) or squeezed(line.name)


def is_alike(one: BudgetLine, other: BudgetLine) -> bool:
    """Whether two lines of one code are one programme: the same name, or one name begins the other.

    A name with many more words is a part of the programme and not the programme.
    """
    first, second = sorted((name_of(one), name_of(other)), key=len)
    return second.startswith(first) and len(second) - len(first) <= _ENDING


def object_of(task: Task, line: BudgetLine) -> str:
    """What a finding about a line is about."""
    return f"{task.code}/b{line.row}"


def _step(line: BudgetLine, year: int) -> Decimal | None:
    amount = line.amount(year)
    if amount is None or amount.won is None:
        return None
    return to_won(step_of_written(amount.written), line.unit)


def _sum(numbers: Iterator[Decimal]) -> Decimal:
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    return total
