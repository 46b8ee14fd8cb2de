"""Keys that make a retry harmless."""

from __future__ import annotations

import pytest
from django.db import transaction

from tests.web import builders
from tests.web.builders import AGENCY, TARGET, YEAR, together
from uigwe.web.plans import actions
from uigwe.web.plans.models import PlanPatch
from uigwe.web.records.chain import record
from uigwe.web.records.models import AuditEntry, IdempotencyKey
from uigwe.web.records.once import KeyReused, once

pytestmark = pytest.mark.django_db


def revise(town: builders.Town, value: str, key: str = "", before: str = "92") -> actions.Done:
    return actions.revise(
        agency=AGENCY, year=YEAR, object=TARGET, field="target", before=before, value=value, key=key, by=town.office
    )


def test_the_same_request_again_is_answered_and_not_done_again(published):
    first = revise(published, "95", key="k1")
    entries = AuditEntry.objects.count()
    again = revise(published, "95", key="k1")

    assert (again.row, again.replayed) == (first.row, True)
    assert (PlanPatch.objects.count(), AuditEntry.objects.count()) == (1, entries)


def test_the_same_key_with_another_request_is_refused(published):
    revise(published, "95", key="k1")

    with pytest.raises(KeyReused):
        revise(published, "96", key="k1", before="95")


def test_keys_belong_to_people(published):
    revise(published, "95", key="k1")
    done = actions.revise(
        agency=AGENCY, year=YEAR, object=TARGET, field="target", before="95", value="96", key="k1", by=published.owner
    )

    assert not done.replayed


def test_a_request_that_failed_leaves_no_key(published):
    with pytest.raises(actions.Conflict):
        revise(published, "95", key="k1", before="something else")

    assert not IdempotencyKey.objects.exists()
    assert revise(published, "95", key="k1").row


def add_and_lose_the_answer(town: builders.Town, key: str) -> None:
    """Something that adds a row each time it is done; the first answer is lost just after the commit."""

    def add() -> None:
        with transaction.atomic():
            once(key=key, by=town.office, verb="add", body={"key": key}, do=lambda: {"row": added(town)})

    add()
    add()


def added(town: builders.Town) -> int:
    return record(verb="add", by=town.office, object="row").sequence


@pytest.mark.django_db(transaction=True)
def test_thirty_saves_whose_answer_was_lost_after_the_commit_are_thirty(town):
    for number in range(30):
        add_and_lose_the_answer(town, f"key-{number}")

    assert AuditEntry.objects.count() == 30


@pytest.mark.django_db(transaction=True)
def test_without_keys_they_are_sixty(town):
    for _ in range(30):
        add_and_lose_the_answer(town, "")

    assert AuditEntry.objects.count() == 60


@pytest.mark.django_db(transaction=True)
def test_two_at_the_same_moment_with_one_key_are_one(published):
    answers = together(8, lambda number: revise(published, "95", key="k1"))

    assert all(isinstance(answer, actions.Done) for answer in answers), answers
    assert sum(not answer.replayed for answer in answers) == 1
    assert PlanPatch.objects.count() == 1
