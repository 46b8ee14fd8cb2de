"""What stands behind a target that a finding is about: the reason as the document prints it, how it was read, and what that comes to."""

from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.audit import Finding
from uigwe.audit.derive import derive, facts_of
from uigwe.formulas import Derived, FormulaProblem
from uigwe.plan import Indicator, Place, Plan, Use
from uigwe.plan.carried import carried_from
from uigwe.reasons import Unread, read_reason
from uigwe.texts.readings import in_words
from uigwe.texts.say import tell
from uigwe.values import Direction, plain, rounded

# Checks that lay a target against its reason or against the past, and those that read the reason itself.
ON_TARGETS = (
    "target-basis", "basis-unreadable", "percent-or-points", "basis-years", "raised-by-all", "reason-window", "basis-on-target",
    "reason-formula", "reason-readings", "reason-none", "target-retreats", "target-stands-still", "target-below-best",
    "target-far", "scale-unconverted", "ratio-unreachable", "change-as-ratio", "adds-less", "actual-not-in-table",
    "scale-differs", "formula-is-basis", "target-lowered", "base-moved", "basis-foreign", "reason-measures",
    "rounding-said", "growth-implied", "chosen-for-it",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grounds:
    """The reason of a target: its words and where they stand, the basis as an expression and what it says (or why there is none),
    and the steps of its calculation with what comes out. The steps of the check itself stand in the finding: the same ones where it
    lays the target against its reason.
    """

    words: str
    place: Place
    basis: str
    reading: str
    steps: tuple[str, ...]


def reason_of(finding: Finding, plan: Plan) -> str:
    """The printed words of the reason that a finding's target rests on; nothing where it is about no target, or none is printed."""
    return next((use.reason for _, use in _uses(finding, plan)), "")


def grounds(finding: Finding, plan: Plan, language: str = "ko") -> Grounds | None:
    """What stands behind the target of a finding; None where it is about no target, or the plan prints no reason."""
    for indicator, use in _uses(finding, plan):
        reading = in_words(use.basis, indicator.unit, language) if use.basis else _read(indicator, use, plan, language)
        return Grounds(use.reason, use.place_of("reason"), use.basis, reading, _steps(indicator, use))
    return None


def _uses(finding: Finding, plan: Plan) -> Iterator[tuple[Indicator, Use]]:
    """The use whose target the finding is about, named by the indicator's id or by its words; not where its reason is last year's."""
    if finding.check not in ON_TARGETS:
        return
    for indicator, use in plan.uses():
        named = (f"{indicator.id}@{use.code}", f"{use.name}@{use.code}")
        if finding.object in named and use.reason and not carried_from(use.reason):
            yield indicator, use


def _read(indicator: Indicator, use: Use, plan: Plan, language: str) -> str:
    """How a reason without a basis reads: why nothing can be worked out, or what it may mean, said to be no more than that."""
    facts = facts_of(indicator, use)
    down = indicator.direction is Direction.DOWN
    year, past = facts.year or plan.year, facts.actuals
    read = read_reason(use.reason, indicator.unit, year, past, targets=facts.targets, downward=down)
    if isinstance(read, Unread):
        return tell("readings", read.why, read.facts, language)
    return f"{in_words(read.basis, read.unit, language)} ({tell('readings', 'not-sure', {}, language)})"


def _steps(indicator: Indicator, use: Use) -> tuple[str, ...]:
    try:
        found = derive(indicator, use)
    except FormulaProblem:
        return ()
    if not isinstance(found, Derived):
        return ()
    return tuple(f"{step.working} = {plain(rounded(step.value, 4))}" for step in found.steps)
