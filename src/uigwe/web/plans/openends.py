"""What is still open in a plan that is about to be closed, approved or published: counted, shown, and never forbidden."""

from collections.abc import Callable
from dataclasses import asdict, dataclass

from uigwe.audit import Level
from uigwe.plan.unfinished import unfinished
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import AcceptedFinding, Revision
from uigwe.web.plans.shelf import report_on, today

# Who knows of parts that were asked for and did not come back: functions of agency and year. Apps above this one add theirs.
NOT_RETURNED: list[Callable[[str, int], int]] = []


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """How many parts did not come back, indicators have no target, cells bear last year's mark or are empty, errors are open."""

    not_returned: int
    targets: int
    carried: int
    empty: int
    errors: int

    @property
    def any(self) -> bool:
        """Whether anything at all is open."""
        return any(asdict(self).values())

    def counts(self) -> dict[str, int]:
        """What is open, by name, for the record; what is not is left out."""
        return {name: count for name, count in asdict(self).items() if count}


def last_year_of(revision: Revision) -> Revision | None:
    """The plan of the year before, as it is published; audits lay it beside this one."""
    return Revision.objects.of(revision.agency_id, revision.year - 1).published().defer("document").last()


def open_ends(revision: Revision, last_year: Revision | None) -> OpenEnds:
    """What is open in this revision as of now."""
    found = unfinished(plan_of(revision))
    accepted = set(
        AcceptedFinding.objects.of(revision.agency_id, revision.year).holding_on(today()).values_list("key", flat=True)
    )
    errors = (one for one in report_on(revision, last_year).findings if one.level is Level.ERROR)
    return OpenEnds(
        not_returned=sum(count(revision.agency_id, revision.year) for count in NOT_RETURNED),
        targets=found.targets,
        carried=found.carried,
        empty=found.empty,
        errors=sum(1 for one in errors if one.key not in accepted),
    )
