"""Two audits of one plan: what is new, what is gone, what is still there."""

from dataclasses import dataclass

from uigwe.audit.finding import Finding
from uigwe.audit.report import Report


@dataclass(frozen=True, slots=True)
class Progress:
    """The findings of two audits, parted by their keys.

    `apart` holds those of checks that ran in one of the audits only: not looked for is neither new nor gone.
    """

    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    still: tuple[Finding, ...]
    apart: tuple[Finding, ...] = ()

    @property
    def changed(self) -> tuple[Finding, ...]:
        """Those of the new ones that only have other figures than before: the same check still has something to say of the same object."""
        before = {(one.check, one.object) for one in self.gone}
        return tuple(one for one in self.new if (one.check, one.object) in before)

    @property
    def repaired(self) -> tuple[Finding, ...]:
        """Those of the gone ones that did not come back with other figures."""
        after = {(one.check, one.object) for one in self.new}
        return tuple(one for one in self.gone if (one.check, one.object) not in after)

    @property
    def arisen(self) -> tuple[Finding, ...]:
        """Those of the new ones that were not there with other figures."""
        before = {(one.check, one.object) for one in self.gone}
        return tuple(one for one in self.new if (one.check, one.object) not in before)


def compare_reports(old: Report, new: Report) -> Progress:
    """What became of the findings from one audit to the next. A finding whose figures changed is gone, and a new one has come."""
    before, after = {one.key for one in old.findings}, {one.key for one in new.findings}
    both = set(old.ran) & set(new.ran)
    came = [one for one in new.findings if one.key not in before]
    went = [one for one in old.findings if one.key not in after]
    return Progress(
        new=tuple(one for one in came if one.check in both),
        gone=tuple(one for one in went if one.check in both),
        still=tuple(one for one in new.findings if one.key in before),
        apart=tuple(one for one in (*came, *went) if one.check not in both),
    )
