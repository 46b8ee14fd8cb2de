"""Audit a plan, or a pack in a folder."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from uigwe import packs
from uigwe.audit import Case, Finding, Level, Report, audit
from uigwe.audit.fixes import Proposal, Repairs
from uigwe.files.telling import Progress
from uigwe.operations.reading import read_plan
from uigwe.plan import Plan


def audit_plan(plan: Plan, last_year: Plan | None = None) -> Report:
    """All checks on one plan."""
    return audit(Case(plan, last_year))


def audit_folder(
    folder: Path, last_year: Path | None = None, progress: Progress | None = None
) -> tuple[packs.Pack, Report]:
    """All checks on the pack in a folder or on a document; checks of wording run when the text is there."""
    pack = read_plan(folder, progress)
    before = read_plan(last_year).plan if last_year else None
    return pack, audit(Case(pack.plan, before, pack.text or None))


def fixes_for(pack: packs.Pack, last_year: Path | None, findings: Iterable[Finding]) -> dict[str, tuple[Proposal, ...]]:
    """The edits that would repair each of these findings, by its key; trying them takes a while."""
    repairs = Repairs(Case(pack.plan, read_plan(last_year).plan if last_year else None, pack.text or None))
    return {one.key: found for one in findings if (found := repairs.of(one))}


def open_errors(pack: packs.Pack, report: Report, today: date) -> list[Finding]:
    """The errors that nobody accepted, as of a day."""
    accepted = {one.key for one in pack.exceptions if one.holds_on(today)}
    return [finding for finding in report.findings if finding.level is Level.ERROR and finding.key not in accepted]
