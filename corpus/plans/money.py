"""Budget tables: programmes, units and their detailed lines, some of them printed under several tasks."""

from dataclasses import dataclass
from decimal import Decimal

from corpus.plans.ground import Ground, comma, fill
from corpus.plans.tree import ROMAN
from uigwe.plan import BudgetLine
from uigwe.plan.records import Amount
from uigwe.values import EXACT
from uigwe.values.unit import WON

EOK = WON["억원"]


@dataclass(frozen=True, slots=True)
class Detailed:
    """A detailed programme: its amounts in 억원 of last year and this year, None for `-`."""

    code: str
    name: str
    amounts: tuple[int | None, int | None]


@dataclass(slots=True)
class Unit:
    """A unit programme (단위사업) with its detailed ones."""

    programme: str
    code: str
    name: str
    account: str
    detailed: list[Detailed]


class Purse:
    """All the money of the ministry: units made once, then shown under the tasks that spend it."""

    def __init__(self, ground: Ground, tasks: int) -> None:
        self.ground = ground
        self.made = 0
        # What a bracket below a unit means is a custom of the plan: all that the unit has, or a part of what stands above it.
        self.bracket_is_whole = ground.chance(50)
        names = ground.words["programmes"]
        self.codes = {
            name: f"{ROMAN[index % 6]}-{index + 1}-일반재정{'①②③④⑤⑥'[index % 6]}" for index, name in enumerate(names)
        }
        self.units = [self._unit() for _ in range(max(3, tasks // 2))]

    def _unit(self) -> Unit:
        ground = self.ground
        self.made += 1
        programme = ground.one(ground.words["programmes"])
        name = ground.fresh("unit", lambda: fill(ground.one(ground.common["detailed_names"]), a=ground.thing()))
        detailed = []
        for number in range(ground.between(1, 4)):
            own = ground.fresh("unit", lambda: fill(ground.one(ground.common["detailed_names"]), a=ground.thing()))
            detailed.append(Detailed(str(301 + number), own, self._amounts()))
        return Unit(programme, str(1131 + 31 * self.made), name, ground.one(ground.common["accounts"]), detailed)

    def _amounts(self) -> tuple[int | None, int | None]:
        ground = self.ground
        this = ground.between(12, 40 * 10 ** ground.between(1, 2))
        before = max(5, this * ground.between(70, 125) // 100)
        if ground.chance(6):
            return None, this
        return before, this

    def table(self, code: str) -> tuple[BudgetLine, ...]:
        """The table of one task: one to three units, all or some of their detailed lines, and what they add up to."""
        ground = self.ground
        unit_line = "백만원" if ground.chance(25) else "억원"
        rows: list[BudgetLine] = []

        def add(
            level: str, own: str, name: str, account: str, amounts: tuple[int | None, ...], bracketed: bool
        ) -> None:
            years = (ground.year - 1, ground.year)
            cells = tuple(
                _amount(year, one, unit_line, bracketed, level) for year, one in zip(years, amounts, strict=True)
            )
            place = ground.place(code=code)
            rows.append(BudgetLine(len(rows) + 1, level, own, name, account, unit_line, cells, bracketed, place))

        shown = ""
        if ground.chance(35):
            # Money that no other task spends.
            chosen = [self._unit() for _ in range(ground.between(1, 2))]
        else:
            chosen = ground.rng.sample(self.units, ground.between(1, min(3, len(self.units))))
        for unit in sorted(chosen, key=lambda unit: unit.programme):
            if unit.programme != shown:
                shown = unit.programme
                add("programme", self.codes[shown], shown, "", (None, None), False)
            lines = unit.detailed if ground.chance(70) else unit.detailed[: ground.between(1, len(unit.detailed))]
            totals = _total([line.amounts[0] for line in lines]), _total([line.amounts[1] for line in lines])
            add("unit", unit.code, unit.name, unit.account, totals, False)
            if ground.chance(60 if self.bracket_is_whole else 40):
                add("total", "", "", "", self._bracket(unit, totals), True)
            for line in lines:
                add("detailed", line.code, line.name, unit.account, line.amounts, False)
                if ground.chance(12):
                    sub = fill(ground.one(ground.common["sub_names"]), a=ground.thing())
                    add("sub", "", sub, unit.account, tuple(_part(one) for one in line.amounts), True)
        return tuple(rows)

    def _bracket(self, unit: Unit, shown: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
        """The bracketed amounts below a unit, of which a task shows so much."""
        if not self.bracket_is_whole:
            return _part(shown[0]), _part(shown[1])
        return _total([line.amounts[0] for line in unit.detailed]), _total([line.amounts[1] for line in unit.detailed])


def _total(amounts: list[int | None]) -> int | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known else None


def _part(amount: int | None) -> int | None:
    return None if amount is None else max(1, amount * 3 // 5)


def _amount(year: int, amount: int | None, unit: str, bracketed: bool, level: str) -> Amount:
    if amount is None:
        return Amount(year, "" if level == "programme" else "-", None)
    won = EXACT.multiply(Decimal(amount), EOK)
    written = comma(EXACT.divide(won, WON[unit]))
    return Amount(year, f"({written})" if bracketed else written, won)
