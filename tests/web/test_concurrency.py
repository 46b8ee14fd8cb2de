"""Many officers at once: nobody's edit is lost, and the lock is what makes it so."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.web.builders import AGENCY, TASK, YEAR, Town, together
from uigwe.plan import field_now
from uigwe.web.plans import actions, documents
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.plans.querysets import RevisionQuerySet
from uigwe.web.records import chain

pytestmark = pytest.mark.django_db(transaction=True)
WRITERS, EDITS = 8, 50
OBJECT, FIELD = f"{TASK}/m1", "note"


def draft() -> Revision:
    return Revision.objects.of(AGENCY, YEAR).drafts().select_related("base").get()


def counted_up(town: Town, writer: int, edits: int) -> int:
    """Read the note, add one, sign, save; when somebody was faster, look again. The number of saves that were acknowledged."""
    saved, seen = 0, field_now(documents.plan_of(draft()), OBJECT, FIELD)
    while saved < edits:
        value = f"{number_in(seen) + 1} by writer {writer}"
        try:
            actions.revise(
                agency=AGENCY, year=YEAR, object=OBJECT, field=FIELD, before=seen, value=value, by=town.office
            )
        except actions.Conflict as conflict:
            seen = conflict.theirs
        else:
            saved, seen = saved + 1, value
    return saved


def number_in(note: str) -> int:
    return int(note.split()[0])


def started(town: Town) -> None:
    actions.revise(agency=AGENCY, year=YEAR, object=OBJECT, field=FIELD, before="", value="0", by=town.office)


@pytest.mark.slow
def test_eight_writers_of_one_field_lose_nothing(published):
    started(published)

    answers = together(WRITERS, lambda writer: counted_up(published, writer, EDITS))

    assert answers == [EDITS] * WRITERS
    documents.KEPT_PLANS.clear()
    assert number_in(field_now(documents.plan_of(draft()), OBJECT, FIELD)) == WRITERS * EDITS
    assert PlanPatch.objects.count() == WRITERS * EDITS + 1
    assert chain.verify().intact


@pytest.mark.slow
def test_without_the_lock_postgresql_loses_some_of_them(published, monkeypatch):
    """The control. SQLite writes one after the other anyway, which is why it cannot show the fault."""
    started(published)
    monkeypatch.setattr(RevisionQuerySet, "select_for_update", lambda self, **words: self)

    answers = together(WRITERS, lambda writer: counted_up(published, writer, 10))

    acknowledged = PlanPatch.objects.count() - 1
    value = number_in(PlanPatch.objects.order_by("id").last().value)
    broken = [one for one in answers if isinstance(one, Exception)]
    if connection.vendor == "postgresql":
        assert value < acknowledged or broken
    else:
        assert value == acknowledged == WRITERS * 10


def test_edits_of_different_fields_at_the_same_moment_all_hold(published):
    fields = {
        "name": "이름",
        "formula": "새 식",
        "source": "새 출처",
        "nature": "산출",
        "reason": "까닭",
        "target": "95",
    }
    before = {
        "name": "survival 지표",
        "formula": "식",
        "source": "출처",
        "nature": "결과",
        "reason": "",
        "target": "92",
    }
    object, names = f"survival@{TASK}", list(fields)
    actions.start_draft(agency=AGENCY, year=YEAR, by=published.office)

    answers = together(
        len(names),
        lambda number: actions.revise(
            agency=AGENCY,
            year=YEAR,
            object=object,
            field=names[number],
            before=before[names[number]],
            value=fields[names[number]],
            by=published.office,
        ),
    )

    assert all(isinstance(one, actions.Done) for one in answers), answers
    documents.KEPT_PLANS.clear()
    plan = documents.plan_of(draft())
    assert {name: field_now(plan, object, name) for name in names} == fields


def test_two_who_start_a_draft_at_the_same_moment_get_one(published):
    together(4, lambda _: actions.start_draft(agency=AGENCY, year=YEAR, by=published.office))

    assert Revision.objects.drafts().count() == 1


def test_the_same_pack_from_four_at_once_is_one_revision(town):
    from tests.web import builders

    answers = together(4, lambda _: actions.import_pack(pack=builders.pack(), published=True, by=town.office))

    assert Revision.objects.count() == 1, answers
    assert sum(one.already for one in answers) == 3


def test_a_chain_written_by_many_has_no_fork(published):
    from django.db import transaction

    def write(number: int) -> None:
        for _ in range(25):
            with transaction.atomic():
                chain.record(verb="x", by=f"writer {number}", object="plan")

    before = chain.head().sequence
    together(8, write)

    verdict = chain.verify()
    assert verdict.intact
    assert verdict.entries == before + 200
