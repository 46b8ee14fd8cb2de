"""Giving the open draft another plan to stand on: a document brought in again, answers put into what was read.

A draft is a plan and the edits made in it. Edits stay where they are and are applied to the other plan; those that do not
fit there any more are taken back, and stay listed among the edits as such.
"""

from collections.abc import Iterable

from django.utils import timezone

from uigwe.plan import EditProblem, Patch, Plan, edited
from uigwe.web.people.models import User
from uigwe.web.plans.documents import KEPT_PLANS, built, written
from uigwe.web.plans.models import PlanPatch, Revision


def locked_draft(agency: str, year: int) -> Revision | None:
    """The open draft of a plan, held until the transaction ends."""
    rows = Revision.objects.of(agency, year).drafts().select_related("base").defer("document", "base__document")
    return rows.select_for_update(of=("self",)).first()


def standing_rows(draft: Revision) -> list[PlanPatch]:
    """The edits of a draft that were not taken back, in their order."""
    return list(PlanPatch.objects.filter(revision=draft).standing().order_by("id"))


def on_top(plan: Plan, rows: Iterable[PlanPatch]) -> tuple[Plan, list[PlanPatch]]:
    """The plan with these edits, and those of them that do not fit it."""
    unfit = []
    for row in rows:
        try:
            plan = edited(plan, Patch(row.object, row.field, row.value))
        except EditProblem:
            unfit.append(row)
    return plan, unfit


def rest_on(draft: Revision, plan: Plan, by: User, *, undo: bool = False) -> int:
    """Let a locked draft stand on this plan; how many edits were taken back. `undo` takes all of them back."""
    rows = standing_rows(draft)
    gone = rows if undo else on_top(plan, rows)[1]
    PlanPatch.objects.filter(pk__in=[row.pk for row in gone]).update(undone_by=by, undone_at=timezone.now())
    draft.document = written(plan)[0]
    whole, draft.hash = built(draft)
    draft.save(update_fields=["document", "hash"])
    KEPT_PLANS.put(draft.hash, whole)
    return len(gone)
