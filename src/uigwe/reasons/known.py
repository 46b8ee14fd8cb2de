"""What is known beside the words: the indicator's unit, the target's year, past results and targets."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from uigwe.formulas import Derived, Facts, FormulaProblem, Node, evaluate, read_basis, written
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Reading, Unread
from uigwe.reasons.tokens import MONEY, SCALES, Amount
from uigwe.values import EXACT, Written, is_percentage, rounded

_SCALE_OF_UNIT = pattern_of("|".join(sorted(SCALES, key=len, reverse=True)))


class _Cells(dict[int, Written]):
    """Cells by year that nobody changes, so that what follows from them can be remembered."""

    def __init__(self, cells: Mapping[int, Written]) -> None:
        super().__init__(cells)
        self._hash = hash(frozenset(self.items()))

    def __hash__(self) -> int:  # type: ignore[override]
        return self._hash


@dataclass(frozen=True, slots=True)
class Known:
    """The facts a reading may lean on. `downward`: whether less is better, None when nobody says."""

    year: int
    unit: str = ""
    actuals: Mapping[int, Written] = field(default_factory=dict)
    targets: Mapping[int, Written] = field(default_factory=dict)
    downward: bool | None = None

    def __post_init__(self) -> None:
        for name in ("actuals", "targets"):
            if not isinstance(cells := getattr(self, name), _Cells):
                object.__setattr__(self, name, _Cells(cells))

    @property
    def percent(self) -> bool:
        """Whether the indicator is counted in per cent, where `4 %` may mean points."""
        return is_percentage(self.unit)

    def has(self, year: int) -> bool:
        """Whether a result of that year is a number."""
        cell = self.actuals.get(year)
        return cell is not None and cell.value is not None

    def value(self, node: Node) -> Decimal | None:
        """What an expression comes to, None when a year is missing or it does not fit the unit."""
        return _value(node, self)

    def comes_to(self, reading: Reading | Unread) -> Decimal | None:
        """What a reading comes to, in its own unit."""
        return replace(self, unit=reading.unit).value(reading.node) if isinstance(reading, Reading) else None

    def amounts(self, amount: Amount) -> tuple[Decimal, ...]:
        """What a printed amount may be in the indicator's unit, the likelier first: 7만 of an indicator in 개 is 70000."""
        if not amount.scale:
            return (amount.number,)
        own = _SCALE_OF_UNIT.match(self.unit)
        if own:
            return (EXACT.divide(amount.scaled, Decimal(1).scaleb(SCALES[own[0]])),)
        money = amount.unit.endswith(MONEY)
        if money and self.unit in MONEY:
            return (amount.scaled,)
        if money or self.scale_unclear(amount):
            return amount.number, amount.scaled
        return amount.scaled, amount.number

    def scale_unclear(self, amount: Amount) -> bool:
        """Whether nobody says the unit, and the results do not show in which scale the amount is printed."""
        sizes = [abs(cell.value) for cell in self.actuals.values() if cell.value is not None]
        if self.unit or not amount.scale or not sizes:
            return False
        if amount.unit.endswith(MONEY):
            return amount.number * 200 < max(sizes) or amount.number > 20 * max(sizes)
        return amount.scaled > 50 * max(sizes) and amount.number * 5 > max(sizes) > amount.number / 5


@lru_cache(maxsize=2048)
def _value(node: Node, known: Known) -> Decimal | None:
    try:
        read_basis(written(node), known.unit)
    except FormulaProblem:
        return None
    derived = evaluate(node, Facts(known.year, known.unit, known.actuals, known.targets))
    return derived.value if isinstance(derived, Derived) else None


def agrees(value: Decimal | None, printed: Decimal, decimals: int) -> bool:
    """Whether a value is printed so, rounded half up, up or down to the printed places."""
    if value is None:
        return False
    places = decimals if decimals or printed % 10 or printed == 0 else -_idle(printed)
    tries = {rounded(value, decimals)} | {rounded(value, decimals, mode) for mode in ("floor", "ceil")}
    if places < 0:
        tries.add(rounded(value, places))
    return printed in tries


def near(value: Decimal | None, printed: Decimal, decimals: int) -> bool:
    """Whether a value is printed so when rounded half up."""
    return value is not None and rounded(value, decimals) == printed


def _idle(number: Decimal) -> int:
    digits = f"{EXACT.abs(number).quantize(Decimal(1)):f}"
    return min(len(digits) - len(digits.rstrip("0")), max(0, len(digits) - 2))
