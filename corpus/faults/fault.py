"""A fault: one kind of mistake that officials make, put into a clean plan on purpose, and how to see that it was found."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from uigwe.audit import Case, Check, Finding, Report, Type, check_by_id
from uigwe.plan import Paragraph, Plan


@dataclass(frozen=True, slots=True)
class Injected:
    """A case with one fault in it. `where`: the objects or codes at which a finding must stand; `what`: was → is."""

    case: Case
    where: tuple[str, ...]
    what: str


Inject = Callable[[Case, random.Random], Injected | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of fault. `expected`: the checks of which one must find it; a kind none of whose checks exists is not covered."""

    id: str
    type: Type
    inject: Inject
    expected: tuple[str, ...]
    needs_last_year: bool = False

    @property
    def checks(self) -> tuple[Check, ...]:
        """The checks that are meant to find it, those of them that exist."""
        return tuple(check for id in self.expected if (check := check_by_id(id)))

    @property
    def covered(self) -> bool:
        """Whether a check exists that is meant to find it."""
        return bool(self.checks)


def found(fault: Fault, injected: Injected, before: Report, after: Report) -> Finding | None:
    """The new finding that is about this fault: by an expected check, at the right place."""
    known = {finding.key for finding in before.findings}
    for finding in after.findings:
        if finding.key not in known and finding.check in fault.expected and _stands_at(finding, injected.where):
            return finding
    return None


def _stands_at(finding: Finding, where: tuple[str, ...]) -> bool:
    codes = {place.code for place in (finding.place, *finding.places) if place.code}
    return finding.object in where or bool(codes & set(where))


def with_plan(case: Case, plan: Plan) -> Case:
    """The case with another plan."""
    return replace(case, plan=plan)


def with_text(case: Case, text: tuple[Paragraph, ...]) -> Case:
    """The case with another prose."""
    return replace(case, text=text)
