"""Accounts, roles and responsibilities: what changes them is in the record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from tests.web.builders import AGENCY, OTHER_TASK, TASK, YEAR
from uigwe.review import NOBODY, Role, Thing, Verb
from uigwe.web.people import actions, organisations, refused
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Agency, Division, User
from uigwe.web.people.roles import ROLES
from uigwe.web.records.models import AuditEntry

pytestmark = pytest.mark.django_db
YEARS = Path(__file__).parents[2] / "years"


def verbs() -> list[str]:
    return list(AuditEntry.objects.values_list("verb", flat=True))


def test_every_change_of_a_person_is_in_the_record(town):
    by = town.people["administrator"]
    user = actions.add_person(
        username="7", name="Lee", agency=AGENCY, division="one", password="a long sentence", by=by
    )
    actions.set_roles(user=user, roles=frozenset({Role.AUDITOR}), by=by)
    actions.set_roles(user=user, roles=frozenset({Role.AUDITOR}), by=by)
    actions.set_password(user=user, password="another long sentence", by=by)
    actions.answer_for(agency=AGENCY, year=YEAR, code="Ⅰ", division=town.division, owner=user, by=by)
    actions.set_active(user=user, active=False, by=by)

    assert verbs() == ["person added", "roles changed", "password changed", "responsibility set", "account closed"]
    assert "sentence" not in "".join(AuditEntry.objects.values_list("after", flat=True))


def test_a_weak_password_and_a_taken_number_are_refused(town):
    with pytest.raises(ValidationError):
        actions.add_person(username="7", name="Lee", agency=AGENCY, password="short", by=town.office)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.add_person(username="task_owner", name="Lee", agency=AGENCY, password=None, by=town.office)
    assert verbs() == []


def test_an_actor_knows_what_is_theirs_and_what_is_their_divisions(town):
    head = actor_of(town.people["division_head"])
    owner = actor_of(town.owner)

    assert owner.mine == {(AGENCY, YEAR, TASK)}
    assert head.division == {(AGENCY, YEAR, TASK)}
    assert (AGENCY, YEAR, OTHER_TASK) not in head.division


def test_a_head_answers_for_the_teams_below(town):
    above = Division.objects.create(agency=town.agency, code="above", name="위")
    Division.objects.filter(code="two").update(parent=above)
    head = town.people["division_head"]
    head.division = above
    head.save()

    assert actor_of(head).division == {(AGENCY, YEAR, OTHER_TASK)}


def test_a_closed_account_is_nobody(town):
    town.office.is_active = False

    assert actor_of(town.office) == NOBODY


def test_the_table_of_bodies_that_ships_can_be_loaded_twice():
    first = organisations.load(YEARS / "2023/organisations.csv")
    organisations.load(YEARS / "2023/organisations.csv")

    assert Agency.objects.get().code == "mss"
    assert Agency.objects.get().name_en == "Ministry of SMEs and Startups"
    assert Division.objects.count() == first - 1
    assert Division.objects.get(code="small-business-restart").parent.parent.code == "small-business-office"


def test_a_table_without_english_names_leaves_those_that_are_known(tmp_path):
    Agency.objects.create(code="abc", name="old", name_en="The Agency")
    table = tmp_path / "organisations.csv"
    table.write_text("code,name,parent,since,until\nabc,new,,,\n", encoding="utf-8")
    organisations.load(table)

    assert (Agency.objects.get().name, Agency.objects.get().name_en) == ("new", "The Agency")


def test_a_division_exists_in_its_time():
    division = Division(since=date(2023, 1, 1), until=date(2023, 6, 30))

    assert division.exists_on(date(2023, 6, 30))
    assert not division.exists_on(date(2023, 7, 1))


def test_every_role_is_described():
    assert {one.role for one in ROLES} == set(Role)
    assert all(str(one.title) and str(one.text) for one in ROLES)


@pytest.mark.parametrize(
    "reason",
    ["sign-in", "not-your-role", "not-your-agency", "not-your-division", "not-your-task", "wrong-stage", "unheard-of"],
)
def test_every_refusal_has_a_sentence_in_both_languages(reason):
    from django.utils import translation

    from uigwe.review import Refusal

    sentences = set()
    for language in ("ko", "en"):
        with translation.override(language):
            sentences.add(refused.sentence(Refusal(reason, Verb.SEE, Thing())))
    assert all(sentences)


def test_people_are_shown_by_their_names():
    assert str(User(name="Kim")) == "Kim"
