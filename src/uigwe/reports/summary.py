"""An audit in a minute: numbers by level and type, what to look at first, by goal, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from uigwe.audit import Finding, Level, Type
from uigwe.reports.audited import Audited
from uigwe.reports.words import label

TOP = 10
# Of one check only so many stand among the first, so that the head of the office sees what kinds of things there are.
_OF_ONE_CHECK = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table of counts: a code, words, and how many of each level in the order of `Level`."""

    code: str
    title: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """All levels together."""
        return sum(self.counts)


def by_type(audited: Audited) -> list[Row]:
    """Open findings of each type that has any."""
    rows = [_row("", kind.value, [one for one in audited.open if one.type is kind]) for kind in Type]
    return [row for row in rows if row.total]


def by_goal(audited: Audited, language: str) -> list[Row]:
    """Open findings under each goal one level below what the report is about, and those of the plan as a whole."""
    depth = audited.code.count("-") + 1 if audited.code else 0
    found = audited.open
    rows = []
    for node in audited.plan.nodes():
        if node.code.count("-") == depth and (not audited.code or node.code.startswith(f"{audited.code}-")):
            below = [one for one in found if one.code == node.code or one.code.startswith(f"{node.code}-")]
            rows.append(_row(node.code, node.title, below))
    apart = [one for one in found if not one.code]
    if apart:
        rows.append(_row("", label("whole-plan", language), apart))
    return rows


def gravest(audited: Audited) -> list[Finding]:
    """What to look at first: by level; within a level what is about targets and results, then money, then the rest."""
    order = sorted(audited.open, key=_gravity)
    first: list[Finding] = []
    rest: list[Finding] = []
    for finding in order:
        few = sum(one.check == finding.check for one in first) < _OF_ONE_CHECK
        (first if few else rest).append(finding)
    levels = list(Level)
    chosen = sorted(first[:TOP] + rest[: max(0, TOP - len(first))], key=_gravity)
    # A doubt does not stand among the first because one check alone had too many errors.
    worst = [one for one in order if levels.index(one.level) == 0]
    if len(worst) >= TOP and any(one.level is not Level.ERROR for one in chosen):
        errors = [one for one in chosen if one.level is Level.ERROR]
        chosen = errors + [one for one in worst if one not in errors][: TOP - len(errors)]
    return sorted(chosen, key=_gravity)


def total(rows: Sequence[Row], title: str) -> Row:
    """The sum of the rows."""
    return Row("", title, tuple(sum(row.counts[index] for row in rows) for index in range(len(Level))))


def _row(code: str, title: str, found: Sequence[Finding]) -> Row:
    return Row(code, title, tuple(sum(one.level is level for one in found) for level in Level))


def _gravity(finding: Finding) -> tuple[int, int]:
    about = 0 if "@" in finding.object else 1 if finding.check.startswith("budget") else 2
    return list(Level).index(finding.level), about
