"""A fixed year changes by amendment only and a closed one not at all: every write × every path, refused; and the controls."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR
from uigwe.plan import Patch, field_now
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions, documents, frozen
from uigwe.web.plans.models import Permit, PlanPatch, Revision, YearBook

pytestmark = pytest.mark.django_db
ONE = {"agency": AGENCY, "year": YEAR}
SOURCE = (TARGET, "source")


def year(town: builders.Town, stage: str, **words: object) -> YearBook:
    return YearBook.objects.create(agency=town.agency, year=YEAR, stage=stage, by=town.office, **words)


def move(book: YearBook, stage: str) -> None:
    book.stage = stage
    book.save()


def now(object: str = TARGET, field: str = "target") -> str:
    return field_now(documents.plan_of(Revision.objects.of(AGENCY, YEAR).select_related("base").last()), object, field)


def reason(act: object) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()  # type: ignore[operator]
    return caught.value.refusal.reason


def writes(town: builders.Town, patch: int = 0) -> dict[str, object]:
    """Every action that writes to a plan, each with somebody who might."""
    one = {**ONE, "by": town.office}
    fields = {
        f"{object} {field}": (object, field, value)
        for object in (TARGET, f"satisfaction@{OTHER_TASK}")
        for field, value in (
            ("target", "70"), ("basis", "last"), ("reason", "까닭"), ("formula", "다른 식"), ("name", "다른 이름"),
            ("source", "다른 출처"), ("nature", "산출"), ("quantification", "정성"),
        )
    }  # fmt: skip
    fields["title"] = (TASK, "title", "다른 과제")
    fields["mission"] = ("plan", "mission", "다른 임무")
    fields["milestone"] = (f"{TASK}/m1", "text", "슬며시 바꾼 문구")
    fields["struck"] = (f"{TASK}/m1", "struck", "그만둠")
    found: dict[str, object] = {
        f"revise {name}": lambda o=o, f=f, v=v: actions.revise(**one, object=o, field=f, before=now(o, f), value=v)
        for name, (o, f, v) in fields.items()
    }
    found["start"] = lambda: actions.start_draft(**one)
    found["undo"] = lambda: actions.undo(**one, patch=patch)
    found["publish"] = lambda: actions.publish(**one, note="시험")
    found["import"] = lambda: actions.import_pack(pack=builders.pack(target="10"), by=town.office)
    found["import published"] = lambda: actions.import_pack(
        pack=builders.pack(target="11"), published=True, by=town.office
    )
    return found


@pytest.mark.parametrize(("stage", "expected"), [("fixed", "year-fixed"), ("closed", "year-closed")])
def test_without_a_draft_no_action_writes_anything(published, stage, expected):
    year(published, stage)
    before = (Revision.objects.count(), PlanPatch.objects.count(), now())

    found = {name: reason(act) for name, act in writes(published).items() if name not in ("undo", "publish")}

    assert set(found.values()) == {expected}, found
    assert (Revision.objects.count(), PlanPatch.objects.count(), now()) == before


def test_in_a_year_that_is_not_fixed_the_same_actions_write(published):
    """The control: it was the year that refused."""
    year(published, "preparing")
    for name, act in writes(published).items():
        if name.startswith("revise"):
            act()  # type: ignore[operator]
    assert PlanPatch.objects.count() == 20


@pytest.mark.parametrize("stage", ["fixed", "closed"])
def test_a_draft_that_was_open_before_is_frozen_too(published, stage):
    book = year(published, "preparing")
    row = actions.revise(**ONE, object=TARGET, field="target", before="92", value="95", by=published.office).row
    move(book, stage)

    for name, act in writes(published, row).items():
        assert reason(act) in ("year-fixed", "year-closed", "outside-amendment"), name
    assert (PlanPatch.objects.standing().count(), now()) == (1, "95")


def test_an_amendment_opens_exactly_its_fields(published):
    year(published, "fixed")
    with transaction.atomic():
        actions.start_permitted_draft(
            **ONE, permits=[Patch(TARGET, "target", "90"), Patch(*SOURCE, "")], by=published.office
        )

    assert now() == "90"  # what was approved stands in the draft at once
    actions.revise(**ONE, object=TARGET, field="source", before="출처", value="새 출처", by=published.office)
    refused = {
        name: reason(act)
        for name, act in writes(published).items()
        if name.startswith("revise") and "source" not in name
    }
    assert refused.pop(f"revise {TARGET} target") == "not-as-approved"
    assert set(refused.values()) == {"outside-amendment"}
    assert actions.publish(**ONE, note="시험", by=published.office).number == 2
    assert YearBook.objects.get().stage == "fixed"


def test_a_year_in_preparation_is_published_only_when_every_step_holds(published):
    book = year(published, "preparing")
    actions.revise(**ONE, object=TARGET, field="target", before="92", value="95", by=published.office)
    assert reason(lambda: actions.publish(**ONE, note="시험", by=published.office)) == "not-approved"

    book.cleared = Revision.objects.drafts().get().hash
    book.save()
    actions.publish(**ONE, note="시험", by=published.office)

    book.refresh_from_db()
    assert (book.stage, book.fixed_at.number) == ("fixed", 2)


def test_a_year_that_nobody_opened_is_published_with_one_click(published):
    actions.revise(**ONE, object=TARGET, field="target", before="92", value="95", by=published.office)
    assert actions.publish(**ONE, note="시험", by=published.office).number == 2


def test_a_closed_year_takes_no_exceptions(published):
    year(published, "closed")
    assert reason(
        lambda: actions.accept_finding(**ONE, finding="x", why="w", until=date(2999, 1, 1), by=published.office)
    ) == "year-closed"  # fmt: skip
    assert reason(lambda: actions.withdraw_acceptance(**ONE, finding="x", by=published.office)) == "year-closed"


def test_the_database_refuses_by_itself(published):
    book = year(published, "preparing")
    draft = Revision.objects.get(number=actions.start_draft(**ONE, by=published.office).number)

    def write() -> None:
        with transaction.atomic():
            PlanPatch.objects.create(revision=draft, object=TARGET, field="target", value="1", by=published.office)

    write()  # the control
    move(book, "fixed")
    with pytest.raises(DatabaseError, match="frozen"):
        write()
    Permit.objects.create(revision=draft, object=TARGET, field="target")
    write()
    move(book, "closed")
    with pytest.raises(DatabaseError, match="frozen"):
        write()
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Revision.objects.filter(pk=draft.pk).update(hash="0")


def test_without_its_guard_the_database_would_take_it(published):
    """The control of the control: it is the trigger that refuses."""
    book = year(published, "preparing")
    draft = Revision.objects.get(number=actions.start_draft(**ONE, by=published.office).number)
    move(book, "closed")
    with connection.cursor() as cursor:
        on = " ON plans_planpatch" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER plans_planpatch_frozen_insert{on}")
    try:
        PlanPatch.objects.create(revision=draft, object=TARGET, field="target", value="1", by=published.office)
    finally:
        with connection.cursor() as cursor:
            for statement in frozen.statements(connection.vendor, "plans_planpatch", frozen.frozen_field()):
                cursor.execute(statement)
