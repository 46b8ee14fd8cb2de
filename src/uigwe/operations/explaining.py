"""Read the reason for a target and recompute what it yields, step by step."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal

from uigwe.formulas import Derived, Facts, FormulaProblem, Step, evaluate, read_basis, written
from uigwe.reasons import Confidence, Reading, Unread, known_cells, read_reason
from uigwe.reasons.weighed import weighed
from uigwe.values import Written, plain

# Enough digits to see what rounding would do, few enough to read.
SHOWN = Context(prec=20)

# What only an expression of the basis language holds: its names.
_NAMES = re.compile(r"(?:last|actual|target|[a-z]+\()")

Cells = Mapping[int, Written | str | Decimal | int | None]


@dataclass(frozen=True, slots=True)
class Explained:
    """What a reason says: its reading, the value it yields (None when it cannot be computed), the steps, and why not."""

    reading: Reading | Unread
    value: Decimal | None = None
    steps: tuple[Step, ...] = ()
    why: str = ""
    facts: Mapping[str, str] | None = None

    @property
    def shown(self) -> str | None:
        """The value as plain digits, at most twenty of them."""
        return None if self.value is None else plain(SHOWN.plus(self.value))

    @property
    def settled(self) -> bool:
        """Whether the value may be given as what the reason says; a likely one is only a proposal."""
        return self.value is not None and isinstance(self.reading, Reading) and self.reading.confidence.settled


def explain_reason(
    text: str, *, year: int, unit: str | None = None, history: Cells | None = None, targets: Cells | None = None,
    target: Decimal | None = None, downward: bool | None = None,
) -> Explained:  # fmt: skip
    """Read a reason for the target of `year` and recompute it from the past results as printed.

    The reason may also be an expression of the basis language itself.
    """
    reading = _expression(text, unit) or read_reason(
        text, unit, year, history, targets=targets, target=target, downward=downward
    )
    if isinstance(reading, Unread):
        return Explained(reading, why=reading.why, facts=reading.facts)
    facts = Facts(year, reading.unit, known_cells(history, reading.unit), known_cells(targets, reading.unit))
    node = read_basis(reading.basis, reading.unit)
    derived = evaluate(node, facts)
    if isinstance(derived, Derived):
        known = {when: cell.value for when, cell in facts.actuals.items() if cell.value is not None}
        return Explained(weighed(reading, text, node, derived.value, known, year), derived.value, derived.steps)
    return Explained(reading, why=derived.reason, facts=derived.facts)


def _expression(text: str, unit: str | None) -> Reading | Unread | None:
    """A text in the basis language, read as such; None when it is a sentence."""
    if not text.isascii() or not _NAMES.search(text):
        return None
    unit = (unit or ("%" if "%p" in text else "")).split(",")[0].strip()
    try:
        node = read_basis(text.strip(), unit)
    except FormulaProblem as problem:
        return Unread("not-a-basis", {"text": problem.source[problem.start : problem.end] or text.strip()})
    return Reading(written(node), (0, len(text)), Confidence.SURE, unit)
