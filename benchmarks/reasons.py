"""Reasons of invented plans, read by the grammar without knowing the target, against the basis they were written from."""

from dataclasses import dataclass, field

from corpus.plans import invent
from uigwe.audit.derive import facts_of
from uigwe.formulas import Derived, FormulaProblem, evaluate, read_basis
from uigwe.plan import Indicator, Use
from uigwe.reasons import Confidence, Reading, read_reason
from uigwe.values import Direction

_EXAMPLES = 5


@dataclass
class Read:
    """How many reasons were read rightly, not at all, wrongly but as a guess, and wrongly as sure."""

    tried: int = 0
    right: int = 0
    unread: int = 0
    guessed_wrong: int = 0
    sure_wrong: int = 0
    examples: list[str] = field(default_factory=list)


def read_all(plans: range) -> Read:
    """Every reason of these plans once."""
    read = Read()
    seen = set()
    for seed in plans:
        plan = invent(seed)
        for indicator, use in plan.uses():
            target = indicator.target(use)
            if not use.basis or not use.reason or target is None or (use.reason, indicator.unit) in seen:
                continue
            seen.add((use.reason, indicator.unit))
            # "The last three years" are those before the plan's year, also where the target is for a later one.
            _read(read, indicator, use, plan.year)
    return read


def _read(read: Read, indicator: Indicator, use: Use, year: int) -> None:
    facts = facts_of(indicator, use)
    reading = read_reason(
        use.reason,
        indicator.unit,
        year,
        facts.actuals,
        targets=facts.targets,
        downward=indicator.direction is Direction.DOWN,
    )
    read.tried += 1
    if not isinstance(reading, Reading):
        read.unread += 1
        _note(read, f"{use.reason} ({indicator.unit}): {reading.why}")
    elif _same(reading.basis, use.basis, indicator, use):
        read.right += 1
    else:
        if reading.confidence is Confidence.SURE:
            read.sure_wrong += 1
        else:
            read.guessed_wrong += 1
        _note(read, f"{use.reason} ({indicator.unit}): {reading.confidence} {reading.basis}, not {use.basis}")


def _same(read: str, meant: str, indicator: Indicator, use: Use) -> bool:
    """Whether both bases yield one value from the indicator's past."""
    facts = facts_of(indicator, use)
    try:
        one, other = (evaluate(read_basis(basis, indicator.unit), facts) for basis in (read, meant))
    except FormulaProblem:
        return False
    if isinstance(one, Derived) and isinstance(other, Derived):
        return abs(one.value - other.value) <= abs(other.value).scaleb(-9)
    return not isinstance(one, Derived) and not isinstance(other, Derived)


def _note(read: Read, line: str) -> None:
    if len(read.examples) < _EXAMPLES:
        read.examples.append(line)
