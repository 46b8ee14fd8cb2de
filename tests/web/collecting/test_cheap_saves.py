"""What a save costs: few questions to the database, and of the draft's edits only those that this process has not seen yet."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from tests.web.collecting.doing import MINE, client, save
from uigwe.plan import Plan, field_now
from uigwe.web.plans import actions
from uigwe.web.plans.documents import KEPT_PLANS, Tail, built, plan_of
from uigwe.web.plans.models import PlanPatch, Revision

pytestmark = pytest.mark.django_db
NOTE = f"{TASK}/m1"
# Session, person, rights, ask; ask, round, rights, year, draft; edit, hash, chain (3); a note beside it; begin and end of it all.
MOST = 17


def draft() -> Revision:
    rows = Revision.objects.of(AGENCY, YEAR).drafts().select_related("base")
    return rows.defer("document", "base__document").get()


def from_scratch() -> Plan:
    KEPT_PLANS.clear()
    return built(draft())[0]


def typed(town, before: str, value: str) -> None:
    assert save(town.office, value, before, NOTE, "note").whole


def left_behind(edits: int) -> None:
    """This process saw all edits of the draft but the last so many."""
    rows = list(PlanPatch.objects.standing().order_by("id"))
    for row in reversed(rows[len(rows) - edits :]):
        actions.undo(agency=AGENCY, year=YEAR, patch=row.pk, by=row.by)
    plan, hash = built(draft())
    last = rows[-edits - 1].pk
    PlanPatch.objects.filter(pk__gt=last).update(undone_at=None, undone_by=None)
    Revision.objects.drafts().update(hash=built(draft())[1])
    KEPT_PLANS.clear()
    KEPT_PLANS.follow(draft().pk, Tail(last, hash, plan))


def test_a_save_asks_the_database_little(asked):
    page = client(asked.owner)
    for before, value in (("", "하나"), ("하나", "둘")):
        sent = {"object": NOTE, "field": "note", "before": before, f"v {NOTE} note": value}
        with CaptureQueriesContext(connection) as queries:
            answer = page.post(f"{MINE}save/", sent, headers={"HX-Request": "true"})
        assert (answer.status_code, field_now(plan_of(draft()), NOTE, "note")) == (200, value)
    assert len(queries) <= MOST, "\n".join(one["sql"][:120] for one in queries.captured_queries)


def test_who_is_behind_reads_only_the_new_edits(asked):
    for before, value in (("", "하나"), ("하나", "둘"), ("둘", "셋")):
        typed(asked, before, value)
    whole = from_scratch()
    left_behind(1)
    row = draft()
    with CaptureQueriesContext(connection) as queries:
        assert plan_of(row) == whole
    assert len(queries) == 1 and "id" in queries.captured_queries[0]["sql"].partition("WHERE")[2]
    assert plan_of(row) == whole


def test_an_undone_edit_is_not_followed(asked):
    for before, value in (("", "하나"), ("하나", "둘")):
        typed(asked, before, value)
    save(asked.owner, "95")
    first = PlanPatch.objects.about(TARGET, "target").get()
    tail = KEPT_PLANS.tail(draft().pk)
    actions.undo(agency=AGENCY, year=YEAR, patch=first.pk, by=asked.office)
    typed(asked, "둘", "셋")
    KEPT_PLANS.clear()
    KEPT_PLANS.follow(draft().pk, tail)
    plan = plan_of(draft())
    assert (field_now(plan, TARGET, "target"), field_now(plan, NOTE, "note")) == ("92", "셋")
    assert plan == from_scratch()


def test_an_edit_that_was_rolled_back_is_not_followed(asked):
    typed(asked, "", "하나")
    with transaction.atomic():
        typed(asked, "하나", "아니")
        transaction.set_rollback(True)
    typed(asked, "하나", "둘")
    assert field_now(plan_of(draft()), NOTE, "note") == "둘"
    assert plan_of(draft()) == from_scratch()
