"""Questions asked of revisions, patches and exceptions."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from uigwe.plan.carried import carried_from
from uigwe.review import Stage

if TYPE_CHECKING:
    from uigwe.web.plans.models import AcceptedFinding, PlanPatch, Revision  # noqa: F401 - named in the bases below


# Which field an edit of another may have taken along.
_ALONG = {"target": "target.annex", "reason": "basis", "text": "note", "when": "note", "quarter": "note"}


class RevisionQuerySet(models.QuerySet["Revision"]):
    """Revisions, the newest last."""

    def of(self, agency: str, year: int) -> "RevisionQuerySet":
        """All revisions of one plan."""
        return self.filter(agency_id=agency, year=year)

    def published(self) -> "RevisionQuerySet":
        """What everybody may read."""
        return self.filter(stage=Stage.PUBLISHED)

    def drafts(self) -> "RevisionQuerySet":
        """What is still being written."""
        return self.filter(stage=Stage.DRAFT)

    def light(self) -> "RevisionQuerySet":
        """Without the documents, which are long and usually in memory already."""
        return self.defer("document").select_related("agency", "by")


class PatchQuerySet(models.QuerySet["PlanPatch"]):
    """Edits of drafts, in the order in which they were made."""

    def standing(self) -> "PatchQuerySet":
        """Those that were not undone."""
        return self.filter(undone_at=None)

    def about(self, object: str, field: str) -> "PatchQuerySet":
        """Those of one field."""
        return self.filter(object=object, field=field)

    def gone_along(self, row: "PlanPatch") -> "PlanPatch | None":
        """The edit that came with this one and goes with it: a new target written into the annex as well, and what bore the mark of
        last year until this was written anew. None where none stands."""
        field = _ALONG.get(row.field)
        last = self.standing().about(row.object, field).last() if field else None
        if last is None or last.pk < row.pk or last.by_id != row.by_id:
            return None
        came = last.value == row.value if row.field == "target" else carried_from(last.before) is not None
        return last if came else None


class AcceptanceQuerySet(models.QuerySet["AcceptedFinding"]):
    """Findings accepted as exceptions."""

    def of(self, agency: str, year: int) -> "AcceptanceQuerySet":
        """Those of one plan."""
        return self.filter(agency_id=agency, year=year)

    def standing(self) -> "AcceptanceQuerySet":
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def holding_on(self, day: date) -> "AcceptanceQuerySet":
        """Those that still count on that day."""
        return self.standing().filter(Q(until__gte=day))
