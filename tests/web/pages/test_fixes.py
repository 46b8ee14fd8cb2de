"""What would repair a finding, one click away."""

from __future__ import annotations

import dataclasses
import re

import pytest
from django.test import Client

from tests.every import on_both
from tests.web import builders
from tests.web.pages.test_pages import client, read
from uigwe.audit import Case, Finding, audit
from uigwe.packs import Pack
from uigwe.plan import field_now
from uigwe.web.plans import actions, reports
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import AuditCache, Revision
from uigwe.web.plans.presenters.desk import Desk

pytestmark = pytest.mark.slow_on_postgres

BASE = "/p/abc/2023/"
INDICATOR = f"{BASE}indicator/survival/"
HIDDEN = re.compile(r'name="(object|field|before|value|finding|key|list|next)" value="([^"]*)"')


@pytest.fixture
def broken(town: builders.Town) -> Finding:
    """A plan whose target is not what its basis yields: 91 + 4, printed as 92. The finding that says so."""
    plan = builders.plan()
    first, *rest = plan.indicators
    use = dataclasses.replace(first.uses[0], basis="last + 4")
    plan = dataclasses.replace(plan, indicators=(dataclasses.replace(first, uses=(use,)), *rest))
    actions.import_pack(pack=Pack(plan), published=True, by=town.office)
    actions.start_draft(agency="abc", year=2023, by=town.office)
    return next(one for one in audit(Case(plan)).findings if one.check == "target-basis")


def form_in(page: str) -> dict[str, str]:
    return dict(HIDDEN.findall(page[page.index('class="fix"') :]))


def target() -> str:
    return field_now(plan_of(Revision.objects.last()), builders.TARGET, "target")


def test_the_page_of_a_finding_leads_to_what_would_repair_it(town, broken):
    address = f"{BASE}findings/{broken.key}/fixes/"

    assert f'href="{address}?list=1"' in read(client(), f"{BASE}findings/{broken.key}/")
    assert f'href="{address}"' in read(client(), INDICATOR)
    assert "<del>92</del> → <ins>95</ins>" in read(client(), address)


def test_only_those_who_may_edit_have_the_button(town, broken):
    address = f"{BASE}findings/{broken.key}/fixes/"

    assert 'name="before"' not in read(client(), address)
    assert 'name="before"' not in read(client(person=town.people["stranger"]), address)
    assert 'name="before"' in read(client(person=town.office), address)


def apply(browser: Client, finding: Finding) -> str:
    """Press the button of the first proposal; the page that follows."""
    sent = form_in(read(browser, f"{BASE}findings/{finding.key}/fixes/"))
    response = browser.post(f"{BASE}revise/", sent, follow=True)
    assert response.status_code == 200
    return response.content.decode()


@on_both
def test_the_button_changes_the_draft_the_finding_goes_and_the_page_says_so(town, broken):
    page = apply(client("en", town.office), broken)

    assert target() == "95"
    assert "is gone." in page and "is still there" not in page
    assert f"findings/{broken.key}/" not in page
    assert "/undo/" in page


def test_whoever_came_from_a_list_is_led_on_in_it(town, broken):
    browser = client("en", town.office)
    listed = re.findall(r'class="finding-row" id="f-([^"]+)"', read(browser, f"{BASE}findings/?by=level"))
    after = listed[listed.index(broken.key) + 1]
    sent = form_in(read(browser, f"{BASE}findings/{broken.key}/fixes/?list=1&by=level"))
    page = browser.post(f"{BASE}revise/", sent, follow=True).content.decode()

    assert f'href="{BASE}findings/?by=level">To the list' in page
    assert f'href="{BASE}findings/{after}/?by=level">To the next one' in page
    elsewhere = browser.get(f"{INDICATOR}?changed=1&finding={broken.key}&check=target-basis&list=//evil&next=evil")
    assert "evil" not in elsewhere.content.decode().replace("list=//evil", "").replace("next=evil", "")


def test_whoever_may_not_take_a_fix_now_reads_why(town, broken):
    address = f"{BASE}findings/{broken.key}/fixes/"

    assert "may change it so" in read(client("en", town.auditor), address)
    assert "no draft is open that you see" in read(client("en", town.people["stranger"]), address)
    assert "may change it so" not in read(client("en", town.office), address)
    assert "draft is open" not in read(client("en"), address), "to visitors it is no question"


def test_a_finding_that_stays_is_not_said_to_be_gone(town, broken, monkeypatch):
    browser = client("en", town.office)
    sent = form_in(read(browser, f"{BASE}findings/{broken.key}/fixes/"))
    page = browser.post(f"{BASE}revise/", {**sent, "field": "source", "before": "출처", "value": "통계"}, follow=True)

    assert "is still there." in page.content.decode()


def test_undo_brings_the_target_and_the_finding_back(town, broken):
    browser = client(person=town.office)
    undo = re.search(r'action="([^"]*/undo/)"', apply(browser, broken))[1]
    browser.post(undo, {"back": INDICATOR})

    assert target() == "92"
    assert f"findings/{broken.key}/" in read(browser, INDICATOR)


def test_two_people_at_one_field_meet_as_in_any_edit(town, broken):
    browser = client(person=town.office)
    sent = form_in(read(browser, f"{BASE}findings/{broken.key}/fixes/"))
    actions.revise(
        agency="abc", year=2023, object=builders.TARGET, field="target", before="92", value="93", by=town.owner
    )
    response = browser.post(f"{BASE}revise/", sent)

    assert response.status_code == 409
    assert target() == "93"
    assert all(f"<b>{value}</b>" in response.content.decode() for value in ("92", "93", "95"))


def test_a_proposal_is_tried_once_and_then_kept(town, broken, monkeypatch):
    address = f"{BASE}findings/{broken.key}/fixes/"
    first = re.findall(r"<(?:del|ins)>[^<]*", read(client(), address))
    rows = AuditCache.objects.count()
    monkeypatch.setattr(reports, "Repairs", None)  # whoever tries again fails here

    assert re.findall(r"<(?:del|ins)>[^<]*", read(client(), address)) == first != []
    assert AuditCache.objects.count() == rows
    reports.forget()
    AuditCache.objects.all().delete()
    with pytest.raises(TypeError):
        client().get(address)


def test_figures_say_whether_they_are_printed_or_worked_out(broken):
    plan = builders.plan()
    [printed, worked] = Desk(plan, [broken], {}, "ko", None).told(broken).sides
    assert (printed.value, printed.origin) == ("92", "printed")
    assert (worked.origin, worked.place) == ("worked", None)

    both = dataclasses.replace(broken, facts={**broken.facts, "other": "93"}, values=("92", "93"))
    assert [side.origin for side in Desk(plan, [both], {}, "ko", None).told(both).sides] == ["", ""]
