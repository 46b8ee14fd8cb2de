"""Clerks of affiliated bodies in a round of results: they see what they supply, enter it or send its form; the division confirms."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.documents.filling import filling
from tests.every import on_both, on_one
from tests.web import builders
from tests.web.builders import AGENCY, TASK, YEAR
from tests.web.collecting.doing import client, refusal, wanted
from uigwe.packs import Pack
from uigwe.plan.mark import key_of
from uigwe.review import ResultStage, Role, Verb
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.models import Ask, Letter, ReceivedFile, Round, YearStep
from uigwe.web.collecting.people import still_supplying
from uigwe.web.collecting.presenters.mine import work
from uigwe.web.collecting.reminding import remind
from uigwe.web.people.actors import actor_of
from uigwe.web.plans import actions as plans
from uigwe.web.results import actions as results
from uigwe.web.results import delegating
from uigwe.web.results.mine import work as handed_in
from uigwe.web.results.models import Result

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
PERIOD = f"{YEAR}-Q1"
ONE = {"agency": AGENCY, "year": YEAR}
ASK = {**ONE, "number": 1, "code": TASK}
PAGE = f"/p/{AGENCY}/{YEAR}/rounds/1/1-1-1/"
OURS, OTHERS = f"survival@{TASK}", f"reach@{TASK}"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def two_indicators():
    plan = builders.plan()
    more = builders.indicator("reach", TASK, "50", YEAR)
    return dataclasses.replace(plan, indicators=(*plan.indicators, more))


@pytest.fixture
def asked(town):
    """A round of results; of two indicators of the task the clerk supplies one."""
    plans.import_pack(pack=Pack(two_indicators()), published=True, by=town.office)
    town.clerk = town.people[Role.AGENCY_STAFF]
    delegating.delegate(**ONE, code=TASK, person=town.clerk, indicators=["survival"], by=town.owner)
    rounds.open_round(**ONE, wanted=wanted(kind="results", title="1분기 실적", period=PERIOD), by=town.office)
    return town


def form(browser, kind: str) -> bytes:
    answer = browser.get(f"{PAGE}form.{kind}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_the_clerk_is_asked_by_letter_and_on_the_own_page(asked):
    assert Letter.objects.filter(person=asked.clerk).get().subject.startswith("[의궤] 1분기 실적: Ⅰ-1-① 실적 자료 요청")
    [due] = [one for one in work(asked.clerk, actor_of(asked.clerk), date(YEAR, 4, 5)) if one.address == PAGE]
    assert due.about == f"1분기 실적 · {TASK}"
    results.enter(**ONE, typed=results.Typed("survival", TASK, PERIOD, value="91"), by=asked.clerk)
    assert not [one for one in work(asked.clerk, actor_of(asked.clerk), date(YEAR, 4, 5)) if one.address == PAGE]


def test_the_own_page_names_the_day_by_which_results_are_wanted(asked):
    def mine():
        found = handed_in(asked.clerk, actor_of(asked.clerk), date(YEAR, 4, 5))
        return [(one.due, one.as_of) for one in found if one.about == TASK]

    assert mine() == [(Round.objects.get().due, date(YEAR, 4, 5))]
    rounds.close_round(**ONE, number=1, by=asked.office)
    assert mine() == [(None, None)], "a year without a calendar names no day"
    told = {"code": "q2", "title": "2분기 실적", "planned": date(YEAR, 7, 20), "round": "results"}
    YearStep.objects.create(agency=asked.agency, year=YEAR, **{**told, "due": date(YEAR, 7, 24)})
    assert mine() == [(date(YEAR, 7, 24), date(YEAR, 4, 5))]


def test_the_own_page_names_what_codes_are(asked):
    text = client(asked.clerk).get("/me/").content.decode()
    assert f"과제 {TASK}" in text


def test_the_page_shows_what_they_supply_and_nothing_else(asked):
    shown = client(asked.clerk).get(PAGE)
    assert [one.indicator.id for one in shown.context["collected"]["lines"]] == ["survival"]
    assert (shown.context["collected"]["money"], shown.context["collected"]["milestones"]) == ([], [])
    assert (shown.context["may"]["reply"], shown.context["why_not_save"]) == (False, "")
    owner = client(asked.owner).get(PAGE)
    assert {one.indicator.id for one in owner.context["collected"]["lines"]} == {"survival", "reach"}


@on_both
@pytest.mark.parametrize("kind", on_one("hwpx", "xlsx"))
def test_their_form_is_sent_back_and_the_division_confirms(asked, kind):
    clerk = client(asked.clerk)
    made = filling(form(clerk, kind))
    with pytest.raises(LookupError):
        made.set(key_of(OTHERS), "기간 실적", "1")
    made.set(key_of(OURS), "기간 실적", "91.5")
    made.set(key_of(OURS), "자료출처", "공단 집계")
    answer = clerk.post(f"{PAGE}files/", {"file": SimpleUploadedFile(f"회신.{kind}", made.bytes())})
    assert answer.status_code == 302
    row = ReceivedFile.objects.get()
    assert clerk.get(f"{PAGE}files/{row.pk}/").status_code == 200
    assert clerk.post(f"{PAGE}files/{row.pk}/merge/", {"what": "merge"}).status_code == 302

    result = Result.objects.get()
    assert (result.value, result.by, result.stage) == ("91.5", asked.clerk, ResultStage.ENTERED)
    results.judge(**ONE, result=result.pk, verb=Verb.CONFIRM_RESULT, by=asked.people[Role.DIVISION_HEAD])
    assert refusal(replies.reply, **ASK, by=asked.clerk) == "not-your-role"
    replies.comment(**ASK, text="자료를 넣었습니다", by=asked.clerk)
    assert Letter.objects.filter(person=asked.owner, subject__contains="실적 자료 도착").count() == 1


def test_a_form_of_the_whole_task_enters_only_what_was_delegated(asked):
    made = filling(form(client(asked.owner), "xlsx"))
    made.set(key_of(OURS), "기간 실적", "91.5")
    made.set(key_of(OTHERS), "기간 실적", "44")
    clerk = client(asked.clerk)
    clerk.post(f"{PAGE}files/", {"file": SimpleUploadedFile("회신.xlsx", made.bytes())})
    row = ReceivedFile.objects.get()
    clerk.post(f"{PAGE}files/{row.pk}/merge/", {"what": "merge"})
    assert [one.indicator for one in Result.objects.all()] == ["survival"]
    assert "위임" in clerk.get(f"{PAGE}files/{row.pk}/").content.decode()


@on_both
def test_nothing_but_what_was_delegated_by_any_path(asked):
    def enter(indicator: str) -> str:
        typed = results.Typed(indicator, TASK, PERIOD, value="91")
        return refusal(results.enter, **ONE, typed=typed, by=asked.clerk)

    assert enter("reach") == "not-your-indicator"
    report = {"code": TASK, "row": 1, "state": "done"}
    assert refusal(results.report_milestone, **ONE, **report, by=asked.clerk) == "not-your-indicator"
    delegating.delegate(**ONE, code=TASK, person=asked.clerk, by=asked.owner)
    results.report_milestone(**ONE, **report, by=asked.clerk)
    assert asked.clerk.delegations.count() == 2, "the narrower one ended and stays"
    assert refusal(delegating.delegate, **ONE, code=TASK, person=asked.clerk, indicators=["satisfaction"], by=asked.owner) == (
        "no-such-indicator"
    )  # fmt: skip


def test_rounds_that_write_to_the_plan_are_not_for_them(asked):
    plans.start_draft(**ONE, by=asked.office)
    rounds.open_round(**ONE, wanted=wanted(title="시행계획 보완"), by=asked.office)
    other = PAGE.replace("/rounds/1/", "/rounds/2/")
    clerk = client(asked.clerk)
    assert [clerk.get(f"{other}{one}").status_code for one in ("", "form.xlsx", "findings/")] == [403] * 3
    assert refusal(replies.comment, **{**ASK, "number": 2}, text="보임?", by=asked.clerk) == "not-asked-of-you"
    assert not Letter.objects.filter(person=asked.clerk, subject__contains="보완").exists()


@on_both
def test_reminders_and_the_digest_go_on_until_the_figures_are_there(asked, settings):
    due = Ask.objects.get(code=TASK).due
    settings.TODAY = due
    remind(due)
    about = set(Letter.objects.filter(person=asked.clerk).values_list("about", flat=True))
    assert f"digest-{due.isoformat()}" in about
    results.enter(**ONE, typed=results.Typed("survival", TASK, PERIOD, value="91"), by=asked.clerk)
    assert still_supplying(Ask.objects.select_related("round").get(code=TASK)) == []


def test_whoever_hands_in_no_more_sees_nothing_more(asked):
    delegating.end_delegation(**ONE, delegation=asked.clerk.delegations.get().pk, by=asked.owner)
    assert client(asked.clerk).get(PAGE).status_code == 403
