"""The approval of a plan (결재): its steps in their order, and which of them still hold for the plan as it is now.

Signing itself happens in another system; here stands who writes a step down, and for which plan it was given. A signature
holds for the very plan that was signed, named by its hash: when a word of it changed since, the step is to be signed again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from uigwe.review.actor import Role


@dataclass(frozen=True, slots=True)
class SignStep:
    """One step: its code, its title in two languages (empty: as the glossary has it), and who may write it down (전결)."""

    code: str
    by: frozenset[Role]
    title: str = ""
    title_en: str = ""


_OFFICE = frozenset({Role.PERFORMANCE_OFFICE})

# What holds where the year's own table names no steps.
STEPS: tuple[SignStep, ...] = (
    SignStep("division_head", frozenset({Role.DIVISION_HEAD, Role.PERFORMANCE_OFFICE})),
    SignStep("office_review", _OFFICE),
    SignStep("committee", _OFFICE),
    SignStep("consultation", _OFFICE),
    SignStep("approved", _OFFICE),
)


@dataclass(frozen=True, slots=True)
class Signed:
    """That a step was signed: for which plan (its hash), and the row that says so."""

    step: str
    hash: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One step as it stands: the last signature, if there is one; whether it holds for the plan as it is now; whether it is next."""

    step: SignStep
    signed: Signed | None
    holds: bool
    next: bool

    @property
    def outdated(self) -> bool:
        """Signed for a plan that was changed since."""
        return self.signed is not None and not self.holds


def holding(steps: Sequence[SignStep], signed: Iterable[Signed], hash: str) -> tuple[Standing, ...]:
    """Each step as it stands for the plan with this hash. A step holds only when all before it do."""
    given = list(signed)
    found: list[Standing] = []
    whole = True
    for step in steps:
        own = [one for one in given if one.step == step.code]
        match = next((one for one in reversed(own) if one.hash == hash), None)
        holds = whole and match is not None
        found.append(Standing(step, match or (own[-1] if own else None), holds, whole and not holds))
        whole = holds
    return tuple(found)


def cleared(standings: Sequence[Standing]) -> bool:
    """Whether every step holds: the plan may be published."""
    return bool(standings) and all(one.holds for one in standings)
