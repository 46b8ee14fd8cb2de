"""What is still open in a plan is shown before a round is closed, a plan approved or published; nothing is forbidden, the reason is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from tests.every import on_both
from tests.web.builders import AGENCY, OTHER_TASK, TARGET, TASK, YEAR
from tests.web.collecting.doing import HERE, PART, client, refusal, wanted
from uigwe.web.approving import actions as approving
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.returned import not_returned
from uigwe.web.plans import actions
from uigwe.web.plans.models import Revision
from uigwe.web.records.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
ONE = {"agency": AGENCY, "year": YEAR}
PUBLISH = f"/p/{AGENCY}/{YEAR}/changes/publish/"
OPEN_ENDS = 'class="kv open-ends"'


@pytest.fixture
def drafted(published):
    actions.revise(**ONE, object=TARGET, field="source", before="출처", value="", by=published.office)
    return published


@on_both
def test_a_plan_with_open_ends_is_published_only_with_a_reason(drafted):
    assert refusal(actions.publish, **ONE, by=drafted.office) == "no-reason"
    assert refusal(actions.publish, **ONE, note="  ", by=drafted.office) == "no-reason"

    actions.publish(**ONE, note="목표는 수정계획에서 정함", by=drafted.office)

    entry = AuditEntry.objects.last()
    assert entry.reason == "목표는 수정계획에서 정함"
    assert '"open":{"empty":3}' in entry.after.replace(" ", "")


def test_why_it_is_open_stays_with_the_office_and_its_auditors(drafted):
    actions.publish(**ONE, note="과장 인사로 늦어짐", by=drafted.office)
    row = Revision.objects.published().last()
    assert (row.note, row.left_open) == ("", {"counts": {"empty": 3}, "why": "과장 인사로 늦어짐"})

    page = f"/p/{AGENCY}/{YEAR}/changes/"
    for person in (drafted.office, drafted.auditor):
        text = client(person).get(page).content.decode()
        assert "과장 인사로 늦어짐" in text
        assert '빈 칸 <b class="num">3</b>' in text
    for browser in (Client(), client(drafted.owner), client(drafted.people["stranger"])):
        text = browser.get(page).content.decode()
        assert "과장 인사" not in text
        assert "남은 채 공표됨" not in text, "what is open is no likely error"


def test_everybody_reads_how_many_likely_errors_a_revision_was_published_with(drafted, monkeypatch):
    counted = actions.open_ends
    monkeypatch.setattr(actions, "open_ends", lambda *asked: replace(counted(*asked), errors=2))
    actions.publish(**ONE, note="과장 인사로 늦어짐", by=drafted.office)

    assert "‘오류 가능’ 2건이 남은 채 공표됨" in Client().get(f"/p/{AGENCY}/{YEAR}/changes/").content.decode()


def test_the_note_of_a_whole_plan_stands_beside_it_for_everybody(published):
    for id, code in (("survival", TASK), ("satisfaction", OTHER_TASK)):
        told = {"object": f"{id}@{code}", "field": "reason", "before": "", "value": "최근 실적을 고려"}
        actions.revise(**ONE, **told, by=published.office)
    actions.publish(**ONE, note="산출근거 보완", by=published.office)

    text = Client().get(f"/p/{AGENCY}/{YEAR}/changes/").content.decode()
    assert "산출근거 보완" in text
    assert "남은 채" not in text


def test_a_whole_plan_needs_no_reason(published):
    for id, code in (("survival", TASK), ("satisfaction", OTHER_TASK)):
        actions.revise(
            **ONE, object=f"{id}@{code}", field="reason", before="", value="최근 실적을 고려", by=published.office
        )

    actions.publish(**ONE, by=published.office)

    assert "open" not in AuditEntry.objects.last().after


def test_the_page_before_publishing_shows_the_counts_and_asks_for_the_reason_at_its_field(drafted):
    office = client(drafted.office)
    page = office.get(PUBLISH).content.decode()
    assert OPEN_ENDS in page
    assert 'name="note" maxlength="2000" required' in page

    answer = office.post(PUBLISH, {"note": " "})

    assert answer.status_code == 422
    assert 'aria-describedby="publish-problem" aria-invalid="true"' in answer.content.decode()
    assert Revision.objects.published().count() == 1
    assert office.post(PUBLISH, {"note": "사유"}).status_code == 302
    assert Revision.objects.published().count() == 2


@on_both
def test_what_was_asked_and_not_handed_in_counts_until_it_is(published):
    rounds.open_round(**ONE, wanted=wanted(), by=published.office)
    assert not_returned(AGENCY, YEAR) == 2

    replies.reply(**PART, by=published.owner)
    assert not_returned(AGENCY, YEAR) == 1

    rounds.close_round(**HERE, by=published.office)
    assert not_returned(AGENCY, YEAR) == 1

    rounds.open_round(**ONE, wanted=wanted(codes=(TASK,)), by=published.office)
    assert not_returned(AGENCY, YEAR) == 2  # the newest round that asked for it decides


def test_the_board_shows_the_counts_to_whoever_may_close_it_and_only_there(published):
    rounds.open_round(**ONE, wanted=wanted(), by=published.office)
    board = f"/p/{AGENCY}/{YEAR}/rounds/1/"

    assert OPEN_ENDS in client(published.office).get(board).content.decode()
    rounds.close_round(**HERE, by=published.office)
    assert OPEN_ENDS not in client(published.office).get(board).content.decode()


def test_the_approval_page_shows_the_counts_while_the_plan_is_prepared(drafted):
    page = f"/p/{AGENCY}/{YEAR}/approval/"
    assert OPEN_ENDS not in client(drafted.office).get(page).content.decode()

    approving.open_year(**ONE, calendar=None, by=drafted.office)

    assert OPEN_ENDS in client(drafted.office).get(page).content.decode()
