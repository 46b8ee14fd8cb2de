"""The audit of a draft that many write at once: not made for each edit, always told for what it is, soon made anew."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tests.web.builders import AGENCY, TARGET, YEAR
from tests.web.collecting.doing import MINE, client
from uigwe.plan import field_now
from uigwe.web.plans import actions, lately
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import AuditCache, Revision

pytestmark = pytest.mark.django_db
SOURCE = {"agency": AGENCY, "year": YEAR, "object": TARGET, "field": "source"}


def draft() -> Revision:
    return Revision.objects.of(AGENCY, YEAR).drafts().select_related("base").get()


def edit(town, before: str, value: str) -> None:
    actions.revise(**SOURCE, before=before, value=value, by=town.office)


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(lately, "monotonic", lambda: now[0])
    monkeypatch.setattr(lately, "randbelow", lambda most: most - 1)
    return now


def test_while_it_rests_an_edited_draft_has_the_audit_of_a_moment_ago(published, clock, monkeypatch):
    edit(published, "출처", "하나")
    made = []
    real = lately.fresh

    def slow(*words):
        made.append(words[1])
        clock[0] += 2
        return real(*words)

    monkeypatch.setattr(lately, "fresh", slow)
    first = lately.report_lately(draft(), None)
    assert (first.again, first.plan) == (0, plan_of(draft()))

    edit(published, "하나", "둘")
    second = lately.report_lately(draft(), None)
    assert (len(made), second.report, second.plan) == (1, first.report, first.plan)
    assert second.again == lately.REST * 2 + 2 + 1 + 2 * lately.REST * 2

    clock[0] += lately.REST * 2 + 1
    third = lately.report_lately(draft(), None)
    assert (len(made), third.again) == (2, 0)
    assert field_now(third.plan, TARGET, "source") == "둘"


def test_a_draft_that_nobody_edits_is_audited_once(published, clock, monkeypatch):
    edit(published, "출처", "하나")
    first = lately.report_lately(draft(), None)
    monkeypatch.setattr(lately, "fresh", None)
    assert lately.report_lately(draft(), None).report is first.report


def test_passing_audits_of_drafts_are_not_kept_in_the_database(published):
    edit(published, "출처", "하나")
    lately.report_lately(draft(), None)
    assert not AuditCache.objects.exists()


def test_an_audit_that_breaks_lets_the_next_one_try(published, monkeypatch):
    edit(published, "출처", "하나")
    real = lately.fresh

    def broken(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(lately, "fresh", broken)
    with pytest.raises(ArithmeticError):
        lately.report_lately(draft(), None)
    monkeypatch.setattr(lately, "fresh", real)
    assert lately.report_lately(draft(), None).again == 0


def test_who_saved_is_told_that_the_findings_are_those_of_a_moment_ago(asked, clock):
    from tests.web.collecting.doing import MINE, client, save

    owner = client(asked.owner)
    clock[0] += 1
    assert "load delay" not in owner.get(f"{MINE}findings/").content.decode()
    lately._last[next(iter(lately._last))].until = clock[0] + 10

    save(asked.owner)
    told = owner.get(f"{MINE}findings/").content.decode()
    assert "load delay:13s" in told

    clock[0] += 11
    assert "load delay" not in owner.get(f"{MINE}findings/").content.decode()


def test_whoever_asks_while_the_first_audit_is_made_waits_for_it_and_makes_none(published, monkeypatch):
    edit(published, "출처", "하나")
    row, made, begun, may_end = draft(), [], Event(), Event()
    plan_of(row)
    real = lately.fresh

    def slow(*words):
        made.append(words[1])
        begun.set()
        assert may_end.wait(10)
        return real(*words)

    monkeypatch.setattr(lately, "at_hand", lambda *words: None)  # other threads do not see what this test wrote
    monkeypatch.setattr(lately, "fresh", slow)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(lately.report_lately, row, None)
        assert begun.wait(10)
        second = pool.submit(lately.report_lately, row, None)
        may_end.set()
        assert (first.result().report, len(made)) == (second.result().report, 1)


def test_a_page_says_how_far_its_findings_are_and_not_who_writes(asked, monkeypatch):
    monkeypatch.setattr("uigwe.web.collecting.views.part.again_in", lambda *_: 5)
    page = client(asked.owner).get(MINE).content.decode()

    assert "마지막에 고친 것은 5초 뒤에" in page
    assert "여러 사람" not in page
    assert 'load delay:5s"' in page
