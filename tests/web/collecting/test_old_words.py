"""Last year's words in a round of the new year: told beside the field, lost when changed, asked about before they are handed in."""

from __future__ import annotations

import pytest

from tests.documents.filling import filling
from tests.every import on_both
from tests.reports.reading import lines as lines_of
from tests.web import builders
from tests.web.builders import AGENCY, OTHER_TASK, TASK, YEAR
from tests.web.collecting.doing import client, wanted
from uigwe.plan import field_now
from uigwe.plan.carried import carried_from
from uigwe.web.collecting.actions import rounds
from uigwe.web.collecting.models import Ask
from uigwe.web.people.models import Responsibility
from uigwe.web.plans import actions as plans
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import PlanPatch, Revision
from uigwe.web.results.starting import start_next_year

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
NEXT = YEAR + 1
MINE = f"/p/{AGENCY}/{NEXT}/rounds/1/1-1-1/"
NOTE = f"{TASK}/m1"
HERE = {"agency": AGENCY, "year": NEXT}


@pytest.fixture
def asked(published) -> builders.Town:
    """A round on next year's plan: the milestone of each task bears last year's mark."""
    start_next_year(agency=AGENCY, year=YEAR, by=published.office)
    for code, owner in ((TASK, published.owner), (OTHER_TASK, None)):
        row = {"agency": published.agency, "year": NEXT, "code": code}
        Responsibility.objects.get_or_create(**row, defaults={"division": published.division, "owner": owner})
    rounds.open_round(**HERE, wanted=wanted(), by=published.office)
    return published


def now(object: str, field: str) -> str:
    return field_now(plan_of(Revision.objects.of(AGENCY, NEXT).drafts().get()), object, field)


def typed(browser, object: str, field: str, before: str, value: str):
    data = {"object": object, "field": field, "before": before, f"v {object} {field}": value}
    return browser.post(f"{MINE}save/", data, headers={"HX-Request": "true"})


def test_the_page_tells_the_words_of_last_year_and_how_they_stay(asked):
    page = client(asked.owner).get(MINE).content.decode()
    assert "지난해 계획에서 옮긴 글이 1칸" in page and "올해도 그대로 둠" in page


@on_both
def test_changing_a_milestone_takes_its_mark_away_and_the_page_shows_it(asked):
    assert carried_from(now(NOTE, "note")) == YEAR
    answer = typed(client(asked.owner), NOTE, "text", "지침 마련", "지침 개정")
    assert (now(NOTE, "text"), now(NOTE, "note")) == ("지침 개정", "")
    text = answer.content.decode()
    assert 'hx-swap-oob="true"' in text and "올해도 그대로 둠" not in text
    first = PlanPatch.objects.get(field="text")
    plans.undo(**HERE, patch=first.pk, by=asked.owner)
    assert carried_from(now(NOTE, "note")) == YEAR, "what went along comes back along"


def test_who_had_the_old_page_open_writes_a_note_without_a_conflict(asked):
    old, browser = now(NOTE, "note"), client(asked.owner)
    typed(browser, NOTE, "text", "지침 마련", "지침 개정")
    assert typed(browser, NOTE, "note", old, "새 비고").status_code == 200
    assert now(NOTE, "note") == "새 비고"


@on_both
def test_words_typed_behind_the_mark_are_taken_without_it_once(asked):
    old, browser = now(NOTE, "note"), client(asked.owner)
    for _again in range(2):
        assert typed(browser, NOTE, "note", old, f"{old} 새로 적은 비고").status_code == 200
    assert now(NOTE, "note") == "새로 적은 비고"
    assert PlanPatch.objects.count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_a_button_keeps_the_words_as_this_years(asked, script):
    import json

    old, browser = now(NOTE, "note"), client(asked.owner)
    if script:
        typed(browser, NOTE, "note", old, "")
    else:
        printed = json.dumps([[NOTE, "note", old]])
        browser.post(f"{MINE}save/", {"printed": printed, f"v {NOTE} note": old, f"k {NOTE} note": "1"})
    assert carried_from(now(NOTE, "note")) is None


def test_handing_in_last_years_words_is_asked_about_first_and_told_in_the_thread(asked):
    browser, ask = client(asked.owner), Ask.objects.get(code=TASK)
    answer = browser.post(f"{MINE}reply/", {"text": "보냅니다", "key": "one"})
    page = answer.content.decode()
    assert answer.status_code == 422 and 'name="old words"' in page and "보냅니다" in page
    ask.refresh_from_db()
    assert ask.stage == "asked"

    browser.post(f"{MINE}reply/", {"text": "보냅니다", "old words": "1", "key": "two"})
    ask.refresh_from_db()
    assert ask.stage == "replied"
    assert "지난해 글 1칸" in ask.notes.last().text


def test_without_old_words_nothing_is_asked(asked):
    typed(client(asked.owner), NOTE, "text", "지침 마련", "지침 개정")
    assert client(asked.owner).post(f"{MINE}reply/", {"text": "보냅니다", "key": "one"}).status_code == 302


def test_the_forms_say_what_the_mark_means(asked):
    browser = client(asked.owner)
    words = "〔2023〕로 시작하는 칸은 2023년 계획에서 옮긴 글입니다"
    assert any(words in line for line in lines_of(browser.get(f"{MINE}form.hwpx").content))
    assert filling(browser.get(f"{MINE}form.xlsx").content) is not None
