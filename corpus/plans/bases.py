"""How a target follows from the past: a form of `words/bases.yaml` filled with numbers, and the target it yields."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from corpus.plans.ground import Ground, comma, digits, fill
from corpus.plans.series import CEILING, DECIMALS, Cell, a_level, cells_of, known, walk
from corpus.words import forms_of_bases
from uigwe.formulas import Derived, Facts, evaluate, read_basis
from uigwe.values import EXACT, State, Written, half_up

_TRIES = 60


@dataclass(frozen=True, slots=True)
class Promise:
    """The cells of the past, the target, the basis and the reason; `quotes` are numbers the reason names: (is a target, year, value)."""

    form: str
    cells: tuple[Cell, ...]
    target: Cell
    basis: str = ""
    reason: str = ""
    quotes: tuple[tuple[bool, int, Decimal], ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def promise(ground: Ground, kind: str, unit: str, up: bool, columns: int, ahead: int = 0) -> Promise:
    """An indicator's past and its target, which follows from the past and is better than it.

    `ahead`: the target is for so many years after the plan's, as for strategic goals; then nothing is said of "last year".
    """
    forms = [one for one in forms_of_bases() if _fits(one, kind, up, columns)]
    if ahead:
        forms = [one for one in forms if not any(word in one["basis"] for word in ("last", "target(", "trend"))]
    for _ in range(_TRIES):
        # Figures from outside the table are rarer among the forms than in life.
        outside = [one for one in forms if one.get("constant")]
        chosen = ground.one(outside) if outside and ground.chance(45) else ground.one(forms)
        make = _constant if chosen.get("constant") else _from_past
        made = make(ground, chosen, kind, unit, up, columns)
        if made:
            year = ground.year + ahead
            return replace(made, target=replace(made.target, year=year)) if ahead else made
    raise LookupError(f"no target for {kind}, up={up}, {columns} columns")


def forms_for(kind: str, up: bool) -> list[str]:
    """The forms that can hold for such an indicator with three columns."""
    return [one["id"] for one in forms_of_bases() if _fits(one, kind, up, 3)]


def _fits(form: Mapping[str, Any], kind: str, up: bool, columns: int) -> bool:
    return (
        kind in form.get("kinds", DECIMALS)
        and form.get("direction", "up" if up else "down") == ("up" if up else "down")
        and form.get("values", 0) <= columns
        and (up or not form.get("constant"))
    )


def _from_past(ground: Ground, form: Mapping[str, Any], kind: str, unit: str, up: bool, columns: int) -> Promise | None:
    have = columns if ground.chance(65) else ground.between(max(1, form["values"]), columns)
    values = walk(ground, kind, up, have)
    last_year = ground.year - 1
    cells = cells_of(ground, kind, values, last_year, columns)
    facts = _facts(ground, kind, unit, up, cells)
    basis = form["basis"].format(**facts)
    last_target = Decimal(facts["g"])
    asked = Facts(
        ground.year,
        unit,
        {cell.year: _written(cell.written, cell.value, kind) for cell in cells if cell.value is not None},
        {last_year: _written(facts["g"], last_target, kind)},
    )
    target = _target(basis, unit, asked, kind)
    latest = values[-1]
    if target is None or not all(_is_ambitious(target, value, kind, up) for value in _reached(cells)):
        return None
    quotes = []
    if form.get("quotes"):
        quotes.append((False, last_year, latest))
    if form.get("quotes-target"):
        quotes.append((True, last_year, last_target))
    return Promise(
        form["id"],
        tuple(cells),
        _printed(ground.year, target, kind),
        basis,
        fill(ground.one(form["reasons"]), **facts),
        tuple(quotes),
        facts,
    )


def _constant(ground: Ground, form: Mapping[str, Any], kind: str, unit: str, up: bool, columns: int) -> Promise | None:
    """A target that follows from figures outside the table: the past is then invented to lie below it."""
    facts = _facts(ground, kind, unit, up, ())
    basis = form["basis"].format(**facts)
    target = _target(basis, unit, Facts(ground.year, unit), kind)
    if target is None or not target >= 5 or (kind in CEILING and target > CEILING[kind]):
        return None
    have = ground.between(0, columns)
    last = half_up(EXACT.multiply(target, Decimal(ground.between(880, 985)).scaleb(-3)), DECIMALS[kind])
    values = walk(ground, kind, up, have, last) if have else []
    cells = cells_of(ground, kind, values, ground.year - 1, columns)
    if not all(_is_ambitious(target, value, kind, up) for value in _reached(cells)):
        return None
    return Promise(
        form["id"],
        tuple(cells),
        _printed(ground.year, target, kind),
        basis,
        fill(ground.one(form["reasons"]), **facts),
        (),
        facts,
    )


def _facts(ground: Ground, kind: str, unit: str, up: bool, cells: tuple[Cell, ...] | list[Cell]) -> dict[str, str]:
    """Everything that a form may name."""
    year = ground.year
    values = known(list(cells))
    last = values.get(year - 1, Decimal(1))
    first = min(values, default=year - 1)
    percent = Decimal(ground.one((20, 25, 30, 35, 40, 50, 60, 80, 100))).scaleb(-1)
    factor = Decimal(100) + (percent if up else -percent)
    pieces = _pieces(ground, kind, last)
    better = EXACT.add(last, -pieces if up else pieces)
    goal = half_up(EXACT.add(last, Decimal(ground.between(30, 90)).scaleb(-1) * 2), 0)
    return {
        "s": "+" if up else "-", "p": digits(percent), "f": digits(factor), "fd": digits(factor.scaleb(-2)),
        "k": digits(pieces * (2 if kind != "percent" else 3)), "g": f"{better:.{DECIMALS[kind]}f}", "goal": digits(goal),
        "a": str(first), "b": str(year - 1), "y": str(year - 1), "n": str(year - first),
        "yy": str(year - 1)[2:], "yya": str(first)[2:], "yy5": str(year + 4)[2:],
        "x": comma(last, DECIMALS[kind]), "u": unit, "more": ground.common["more" if up else "fewer"],
        "c0": str(ground.between(4, 90) * 50), "c1": str(ground.between(3, 60) * 50),
        "c2": str(ground.between(4, 17)), "c3": str(ground.between(5, 30)),
        "c4": f"{a_level(ground, kind):.{DECIMALS[kind]}f}", "c5": str(ground.between(30, 400) * 5),
        "r": f"0.{ground.between(120, 990)}", "won": str(ground.between(2000, 9000)),
    }  # fmt: skip


def _pieces(ground: Ground, kind: str, last: Decimal) -> Decimal:
    """A plausible step: a few tenths for what is printed in tenths, a few hundredths of a count."""
    if DECIMALS[kind]:
        return Decimal(ground.between(3, 9)).scaleb(-1)
    return max(Decimal(1), half_up(EXACT.multiply(last, Decimal(ground.between(12, 30)).scaleb(-3))))


def _target(basis: str, unit: str, facts: Facts, kind: str) -> Decimal | None:
    derived = evaluate(read_basis(basis, unit), facts)
    return half_up(derived.value, DECIMALS[kind]) if isinstance(derived, Derived) else None


def _written(text: str, value: Decimal | None, kind: str) -> Written:
    return Written(text, State.FINAL, value, Decimal(1).scaleb(-DECIMALS[kind]))


def _printed(year: int, target: Decimal, kind: str) -> Cell:
    return Cell(year, comma(target, DECIMALS[kind]), target, State.FINAL)


def _reached(cells: list[Cell]) -> list[Decimal]:
    """What the target must be better than: the latest result, and where that is provisional the latest final one too."""
    latest = [cell for cell in cells if cell.value is not None][-1:]
    final = [cell for cell in cells if cell.state is State.FINAL][-1:]
    return [cell.value for cell in (*latest, *final) if cell.value is not None]


def _is_ambitious(target: Decimal, latest: Decimal, kind: str, up: bool) -> bool:
    """Better than what was reached, within reason, and possible."""
    if target <= 0 or (kind in CEILING and target > CEILING[kind]):
        return False
    ratio = EXACT.divide(target, latest)
    return Decimal("1.001") < ratio < Decimal("1.25") if up else Decimal("0.75") < ratio < Decimal("0.999")
