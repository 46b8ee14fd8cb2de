"""Through the running site, address by address: each change answers as it should and leaves exactly one entry in the record."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.web.builders import AGENCY, OTHER_TASK, TARGET, YEAR
from uigwe.web.people.gate import ROUTES
from uigwe.web.plans import actions
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.records.models import AuditEntry

pytestmark = pytest.mark.django_db
HERE = {"agency": AGENCY, "year": YEAR}


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="uigwe.web.people.signing.Passwords")
    return client


def revise(client: Client, value: str, before: str = "92", key: str = "", object: str = TARGET) -> Any:
    words = {"object": object, "field": "target", "before": before, "value": value, "key": key}
    return client.post(reverse("revise", kwargs=HERE), words)


@pytest.fixture
def office(published) -> Client:
    actions.start_draft(**HERE, by=published.office)
    return signed_in(published.office)


@pytest.fixture
def owner(published, office) -> Client:
    return signed_in(published.owner)


def test_a_conflict_is_409_and_shows_both_texts(office, owner):
    assert revise(office, "95").status_code in {200, 302}
    answer = revise(owner, "97.125")

    assert answer.status_code == 409
    assert b"97.125" in answer.content
    assert b"95" in answer.content


def test_a_form_sent_twice_works_once_and_its_key_serves_nothing_else(office):
    revise(office, "95", key="k1")
    revise(office, "95", key="k1")

    assert PlanPatch.objects.count() == 1
    assert revise(office, "96", before="95", key="k1").status_code == 422


def test_the_task_of_somebody_else_is_403_and_says_why(owner):
    answer = revise(owner, "85", before="80", object=f"satisfaction@{OTHER_TASK}")

    assert answer.status_code == 403
    assert PlanPatch.objects.count() == 0


def test_an_edit_that_does_not_fit_is_answered_and_not_an_error(office):
    for object, value in ((TARGET, ""), ("no@such", "1"), ("", "1"), (TARGET, "x" * 5000), (TARGET, "\x00")):
        assert 400 <= revise(office, value, object=object).status_code < 500


def test_whoever_lacks_the_right_leaves_no_trace(published, office):
    before = AuditEntry.objects.count(), PlanPatch.objects.count(), Revision.objects.count()
    writing = [
        name
        for name, route in ROUTES.items()
        if "POST" in route.methods and name.startswith(("rev", "undo", "pub", "start"))
    ]
    for role in ("evaluator", "auditor", "administrator", "agency_staff", "stranger"):
        client = signed_in(published.people[role])
        for name in writing:
            more = {"patch": 1} if name == "undo" else {}
            answer = client.post(
                reverse(name, kwargs={**HERE, **more}), {"object": TARGET, "field": "target", "value": "1"}
            )
            assert answer.status_code in {403, 404}, (role, name)
    assert (AuditEntry.objects.count(), PlanPatch.objects.count(), Revision.objects.count()) == before


def test_each_change_through_the_site_has_exactly_one_entry(office):
    entries = AuditEntry.objects.count()
    revise(office, "95")
    assert AuditEntry.objects.count() == entries + 1
    office.post(reverse("undo", kwargs={**HERE, "patch": PlanPatch.objects.get().pk}))
    assert AuditEntry.objects.count() == entries + 2
    revise(office, "96")
    office.post(reverse("publish", kwargs=HERE), {"note": "x"})
    assert AuditEntry.objects.count() == entries + 4
    office.post(reverse("start_draft", kwargs=HERE))
    assert AuditEntry.objects.count() == entries + 5
    office.post(reverse("sign_out"))
    assert AuditEntry.objects.count() == entries + 6
