"""The office starts next year's plan from this year's, with the results it accepted; a round is opened on it, filled from last year."""

from __future__ import annotations

import pytest

from tests.every import on_both
from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR
from tests.web.collecting.doing import client, refusal, wanted
from uigwe.plan import Kind
from uigwe.review import Role, Verb
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.models import Ask
from uigwe.web.people.models import Responsibility
from uigwe.web.plans import actions as plans
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.records.models import AuditEntry
from uigwe.web.results import actions as results
from uigwe.web.results.actions import Typed
from uigwe.web.results.starting import start_next_year

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
NEXT = YEAR + 1
ADDRESS = f"/p/{AGENCY}/{YEAR}/next-year/"


def draft():
    return plan_of(Revision.objects.of(AGENCY, NEXT).drafts().get())


def actual(plan, id):
    [printing] = [one for one in plan.indicator(id).printings if one.kind is Kind.ACTUAL and one.year == YEAR]
    return printing.written


def accepted(town, value="93.1", period=str(YEAR)):
    typed = Typed("survival", TASK, period, value=value, finality="final")
    row = results.enter(**ONE, typed=typed, by=town.owner)
    head = town.people[Role.DIVISION_HEAD]
    results.judge(**ONE, result=row.pk, verb=Verb.CONFIRM_RESULT, by=head)
    return results.judge(**ONE, result=row.pk, verb=Verb.ACCEPT_RESULT, by=town.office)


@on_both
def test_the_draft_of_the_new_year_has_what_was_accepted_and_asks_for_its_targets(published):
    accepted(published)

    done = start_next_year(**ONE, by=published.office)

    assert (done.year, done.number) == (NEXT, 1)
    assert actual(draft(), "survival") == "93.1"
    assert actual(draft(), "satisfaction") == "-"
    assert [indicator.target(use).written for indicator, use in draft().uses()] == ["", ""]
    entry = AuditEntry.objects.last()
    assert (entry.verb, entry.object) == ("next year started", f"plan/{AGENCY}/{NEXT}/1")


@pytest.mark.parametrize("period", [f"{YEAR}-Q4", f"{YEAR}-H2"])
def test_a_part_of_the_year_is_not_its_result(published, period):
    accepted(published, period=period)
    start_next_year(**ONE, by=published.office)

    assert actual(draft(), "survival") == "-"


def test_a_result_that_nobody_accepted_is_not_taken(published):
    results.enter(**ONE, typed=Typed("survival", TASK, str(YEAR), value="93.1"), by=published.owner)
    start_next_year(**ONE, by=published.office)

    assert actual(draft(), "survival") == "-"


def test_whoever_answers_for_a_task_goes_on_and_what_was_said_of_the_new_year_stays(published):
    Responsibility.objects.create(
        agency=published.agency, year=NEXT, code=OTHER_TASK, division=published.division, owner=published.owner
    )
    start_next_year(**ONE, by=published.office)

    rows = dict(Responsibility.objects.filter(year=NEXT).values_list("code", "division__code"))
    assert rows == {TASK: "one", OTHER_TASK: "one"}


@on_both
def test_a_year_that_has_a_plan_is_not_started_again(published):
    start_next_year(**ONE, by=published.office)

    assert refusal(start_next_year, **ONE, by=published.office) == "year-there"
    assert Revision.objects.of(AGENCY, NEXT).count() == 1


@on_both
def test_a_retry_under_its_key_answers_the_same(published):
    first = start_next_year(**ONE, key="k", by=published.office)
    second = start_next_year(**ONE, key="k", by=published.office)

    assert (second.number, second.replayed) == (first.number, True)


def test_without_a_published_plan_there_is_nothing_to_start_from(town):
    plans.import_pack(pack=builders.pack(), by=town.office)

    assert refusal(start_next_year, **ONE, by=town.office) == "nothing-published"


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.PUBLIC, Role.PERFORMANCE_OFFICE)])
def test_nobody_but_the_office_starts_a_year(published, role):
    person = published.people[role]

    assert refusal(start_next_year, **ONE, by=person) == "not-your-role"
    assert client(person).post(ADDRESS).status_code == 403
    assert "next-year/" not in client(person).get(f"/p/{AGENCY}/{YEAR}/").content.decode()


def test_the_button_stands_on_the_plan_until_the_year_is_there(published):
    office = client(published.office)
    assert ADDRESS in office.get(f"/p/{AGENCY}/{YEAR}/").content.decode()

    answer = office.post(ADDRESS, {"key": "once"}, follow=True)

    assert answer.redirect_chain == [(f"/p/{AGENCY}/{NEXT}/", 302)]
    assert answer.status_code == 200
    assert ADDRESS not in office.get(f"/p/{AGENCY}/{YEAR}/").content.decode()
    assert "next-year/" not in office.get(f"/p/{AGENCY}/{NEXT}/").content.decode(), "a draft is not carried over"
    for page in ("", "findings/", "money/", "calendar/", "changes/", "indicator/survival/", "1-1-1/", "search/?q=a"):
        assert office.get(f"/p/{AGENCY}/{NEXT}/{page}").status_code == 200, page


@on_both
def test_a_round_on_the_new_year_asks_its_owners_with_last_years_words(published):
    start_next_year(**ONE, by=published.office)
    rounds.open_round(agency=AGENCY, year=NEXT, wanted=wanted(title="새해 계획"), by=published.office)
    owner = client(published.owner)

    page = owner.get(f"/p/{AGENCY}/{NEXT}/rounds/1/1-1-1/")
    assert page.status_code == 200
    assert Ask.objects.get(round__year=NEXT, code=TASK).owner == published.owner
    form = replies.form_now(Ask.objects.select_related("round").get(round__year=NEXT, code=TASK))
    assert (form.cell(TARGET, "target").value, form.cell(TARGET, "target").locked) == ("", False)

    saved = owner.post(
        f"/p/{AGENCY}/{NEXT}/rounds/1/1-1-1/save/",
        {"object": TARGET, "field": "target", "before": "", f"v {TARGET} target": "94"},
        headers={"HX-Request": "true"},
    )
    assert saved.status_code == 200
    assert [indicator.target(use).written for indicator, use in draft().uses(TASK)] == ["94"]
