"""A closed year is opened again by two people and by nobody else, and the record shows both."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from tests.web import builders
from tests.web.builders import AGENCY, TASK, YEAR
from tests.web.pages.test_pages import client
from uigwe.review import Role
from uigwe.web.approving import actions, reopening
from uigwe.web.approving.models import Reopening
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Grant, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plans
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.records.models import AuditEntry
from uigwe.web.results import actions as results
from uigwe.web.results.mine import work
from uigwe.web.results.models import Result

pytestmark = pytest.mark.django_db
ONE = {"agency": AGENCY, "year": YEAR}
ASKED = {"reason": "4분기 실적 정정", "document_number": "성과-123", "day": date(2023, 5, 2)}


@pytest.fixture
def closed(town: builders.Town) -> builders.Town:
    plans.import_pack(pack=builders.pack(), published=True, by=town.office)
    YearBook.objects.create(
        agency=town.agency, year=YEAR, stage="fixed", fixed_at=Revision.objects.get(), by=town.office
    )
    actions.close(**ONE, by=town.office)
    town.second = User.objects.create(username="office-2", name="총괄 둘", agency=town.agency)
    Grant.objects.create(person=town.second, role=Role.PERFORMANCE_OFFICE)
    return town


def reason(act: object) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()  # type: ignore[operator]
    return caught.value.refusal.reason


def request(by: object, **words: object) -> Reopening:
    return reopening.request(**ONE, **{**ASKED, **words}, by=by)


def decide(by: object, allow: bool = True, words: str = "") -> Reopening:
    return reopening.decide(**ONE, allow=allow, words=words, by=by)


def stage() -> str:
    return YearBook.objects.get().stage


def enter(by: object) -> Result:
    return results.enter(**ONE, typed=results.Typed("survival", TASK, "2023-Q1", value="91"), by=by)


def test_one_asks_and_another_one_allows(closed):
    assert reason(lambda: enter(closed.owner)) == "year-closed"
    request(closed.office)
    assert stage() == "closed", "asking opens nothing"
    assert reason(lambda: decide(closed.office)) == "own-request"
    row = decide(closed.second, words="확인함")
    assert (stage(), row.by, row.decided_by, row.allowed) == ("fixed", closed.office, closed.second, True)
    assert enter(closed.owner).value == "91"
    assert list(AuditEntry.objects.order_by("sequence").values_list("verb", "reason"))[-3:-1] == [
        ("reopening asked for", "4분기 실적 정정"), ("reopening decided", "확인함"),
    ]  # fmt: skip


def test_an_auditor_may_allow_it_and_nobody_else_may_ask(closed):
    others = (
        closed.owner,
        closed.people[Role.DIVISION_HEAD],
        closed.people[Role.AUDITOR],
        closed.people[Role.ADMINISTRATOR],
    )
    assert {reason(lambda by=by: request(by)) for by in others} == {"not-your-role"}
    assert reason(lambda: request(closed.people["stranger"])) == "not-your-agency"
    assert reason(lambda: decide(closed.second)) == "nothing-asked"
    request(closed.office)
    for by in (closed.owner, closed.people[Role.DIVISION_HEAD], closed.people[Role.ADMINISTRATOR]):
        assert reason(lambda by=by: decide(by)) == "not-your-role"
    assert reason(lambda: decide(closed.people["stranger"])) == "not-your-agency"
    decide(closed.people[Role.AUDITOR])
    assert stage() == "fixed"


def test_a_request_needs_a_reason_and_a_document(closed):
    assert reason(lambda: request(closed.office, reason=" ")) == "no-reason"
    assert reason(lambda: request(closed.office, document_number="")) == "no-document-number"
    assert reason(lambda: request(closed.office, day=date(2999, 1, 1))) == "in-the-future"
    request(closed.office)
    assert reason(lambda: request(closed.second)) == "already-asked"


def test_what_is_refused_stays_closed_and_may_be_asked_again(closed):
    request(closed.office)
    assert reason(lambda: decide(closed.second, allow=False)) == "no-reason"
    decide(closed.second, allow=False, words="근거 부족")
    assert stage() == "closed"
    request(closed.second)
    decide(closed.office)
    assert stage() == "fixed"


def test_closed_again_it_is_asked_for_anew(closed):
    request(closed.office)
    decide(closed.second)
    actions.close(**ONE, by=closed.office)
    assert reason(lambda: enter(closed.owner)) == "year-closed"
    assert reason(lambda: decide(closed.second)) == "nothing-asked"
    assert Reopening.objects.get().spent


def test_a_year_that_is_not_closed_is_not_opened_again(closed):
    request(closed.office)
    decide(closed.second)
    assert reason(lambda: request(closed.office)) == "wrong-stage"


def test_the_database_lets_no_year_go_that_two_people_did_not_open(closed):
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        YearBook.objects.update(stage="fixed")
    row = request(closed.office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reopening.objects.update(allowed=True, decided_by=closed.office, decided_at=row.at)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        YearBook.objects.update(stage="preparing")


@pytest.mark.django_db(transaction=True)
def test_two_who_allow_it_at_once_decide_once(closed):
    request(closed.office)
    people = [closed.second, closed.people[Role.AUDITOR]]
    answers = builders.together(2, lambda number: decide(people[number]))
    assert sorted(type(one).__name__ for one in answers) == ["Refused", "Reopening"], answers
    assert AuditEntry.objects.filter(verb="reopening decided").count() == 1
    connection.close()


def test_the_page_leads_through_it_and_says_who_could(closed):
    page = f"/p/{AGENCY}/{YEAR}/approval/"
    office, second = client("ko", closed.office), client("ko", closed.second)
    asked = {"reason": "정정", "document_number": "성과-9", "day": "2023-05-02"}
    assert office.post(f"{page}reopen/", asked).status_code == 302
    assert "총괄부서의 다른 사람" in office.get(page).content.decode()
    assert [one.about for one in work(closed.second, actor_of(closed.second), date(2023, 5, 3))] == ["2023 · 성과-9"]
    assert 'value="allow"' in second.get(page).content.decode()
    assert second.post(f"{page}reopen/decide/", {"verb": "allow"}).status_code == 302
    text = office.get(page).content.decode()
    assert stage() == "fixed" and "성과-9" in text and "총괄 둘" in text
