"""What a report is made of: a plan, what its audit found, and what people have said of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from uigwe.audit import Finding, Report
from uigwe.audit.fixes import Proposal
from uigwe.audit.progress import Progress
from uigwe.plan import Plan


@dataclass(frozen=True, slots=True)
class Audited:
    """An audit as of a day. `body` is the name of the ministry, `accepted` the keys of findings accepted as exceptions.

    With a `code` the report is about that goal or task and what is below it. `proposals` are fixes by the key of their finding,
    `questions` how much the reader of a document had to ask.
    """

    plan: Plan
    report: Report
    body: str
    day: date
    accepted: frozenset[str] = frozenset()
    code: str = ""
    progress: Progress | None = None
    proposals: Mapping[str, tuple[Proposal, ...]] = field(default_factory=dict)
    questions: int = 0

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings the report is about, in reading order."""
        return tuple(one for one in self.report.findings if self.is_about(one))

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those that nobody accepted."""
        return tuple(one for one in self.findings if one.key not in self.accepted)

    def is_about(self, finding: Finding) -> bool:
        """Whether a finding belongs to the report."""
        return not self.code or finding.code == self.code or finding.code.startswith(f"{self.code}-")

    def is_new(self, finding: Finding) -> bool:
        """Whether the last audit did not have it."""
        return self.progress is not None and finding in self.progress.new
