"""One run of all checks."""

from dataclasses import dataclass

from uigwe.audit.case import Case
from uigwe.audit.checks import CHECKS, Check
from uigwe.audit.finding import Finding, Level
from uigwe.plan import order_of_code

# Raise it when a check changes what it finds: kept findings of an older version are made anew.
VERSION = 6


@dataclass(frozen=True, slots=True)
class Report:
    """The findings, which checks ran, and which could not because the case lacks what they need."""

    findings: tuple[Finding, ...]
    ran: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...]

    def count(self, level: Level) -> int:
        """How many findings there are of one level."""
        return sum(1 for finding in self.findings if finding.level is level)


def audit(case: Case, checks: tuple[Check, ...] = CHECKS) -> Report:
    """Run the checks in their order; findings come in reading order, the gravest first within one place."""
    case = case.anew()
    findings: dict[str, Finding] = {}
    ran, skipped = [], []
    for check in checks:
        missing = [need for need in check.needs if not case.has(need)]
        if missing:
            skipped.append((check.id, missing[0]))
            continue
        ran.append(check.id)
        for remark in check.find(case):
            finding = Finding(
                check=check.id,
                type=check.type,
                level=remark.level,
                object=remark.object,
                place=remark.place,
                places=remark.places,
                values=remark.values,
                facts=remark.facts,
                steps=remark.steps,
            )
            findings.setdefault(finding.key, finding)
    return Report(tuple(sorted(findings.values(), key=_reading_order)), tuple(ran), tuple(skipped))


def _reading_order(finding: Finding) -> tuple[tuple[int, ...], int, int, str]:
    code = order_of_code(finding.code) if finding.code else (0,)
    return code, list(Level).index(finding.level), finding.place.line or 0, finding.key
