"""The list of findings: by goal, and beside the revision published before."""

from __future__ import annotations

import json
import re

import pytest

from tests import shipped
from tests.web import builders
from tests.web.pages.test_pages import client, ministry, read  # noqa: F401 - a fixture
from uigwe.audit import Case, audit
from uigwe.plan import Patch, edited
from uigwe.web.plans import actions

BASE = "/p/abc/2023/findings/"


def keys(page: str) -> list[str]:
    return re.findall(r'class="finding-row" href="[^"]*/findings/([^/"]+)/', page)


def test_findings_stand_under_their_goal_with_their_counts(ministry):  # noqa: F811
    page = read(client("en"), BASE)
    groups = page.split('<details class="group"')[1:]

    assert len(keys(page)) == len(shipped.report().findings)
    goals = {"-".join(one.code.split("-")[:2]) for one in shipped.report().findings}
    assert len(groups) == len(goals)
    for group in groups:
        summary, rows = group.split("</summary>", 1)
        counts = [int(number) for number in re.findall(r"</svg>(\d+)<span", summary)]
        assert sum(counts) == rows.count('class="finding-row"')


def test_a_filter_leaves_only_the_goal_that_was_chosen(ministry):  # noqa: F811
    assert read(client(), f"{BASE}?goal=Ⅱ-1").count('<details class="group"') == 1


@pytest.fixture
def moved(published: builders.Town) -> tuple[set[str], set[str]]:
    """A draft whose target falls short of what was reached: the keys before and after."""
    before = audit(Case(builders.plan()))
    after = audit(Case(edited(builders.plan(), Patch(builders.TARGET, "target", "90"))))
    actions.start_draft(agency="abc", year=2023, by=published.office)
    actions.revise(
        agency="abc", year=2023, object=builders.TARGET, field="target", before="92", value="90", by=published.office
    )
    return {one.key for one in before.findings}, {one.key for one in after.findings}


def test_the_draft_is_held_against_the_published_revision(published, moved):
    browser, (before, after) = client(person=published.office), moved

    assert set(keys(read(browser, f"{BASE}?since=new"))) == after - before != set()
    assert set(keys(read(browser, f"{BASE}?since=still"))) == after & before
    assert set(keys(read(browser, f"{BASE}?since=gone"))) == before - after
    assert set(keys(read(browser, BASE))) == after


def test_what_is_gone_can_still_be_read_where_it_stood(published, moved):
    browser, here = client(person=published.office), {"agency": "abc", "year": 2023}
    actions.publish(**here, note="시험", by=published.office)
    actions.start_draft(**here, by=published.office)
    actions.revise(**here, object=builders.TARGET, field="target", before="90", value="92", by=published.office)
    addresses = re.findall(r'class="finding-row" href="([^"]*)"', read(browser, f"{BASE}?since=gone"))

    assert addresses
    for address in addresses:
        assert address.endswith("?revision=2")
        read(browser, address)


def test_files_follow_the_comparison(published, moved):
    browser, (before, after) = client(person=published.office), moved
    document = json.loads(browser.get(f"{BASE}export.json?since=new").content)

    assert {one["key"] for one in document["findings"]} == after - before


def test_a_first_revision_has_nothing_beside_it(published):
    page = read(client("en"), f"{BASE}?since=new")

    assert "Beside revision" not in page
    assert keys(page) == keys(read(client("en"), BASE))


def test_what_is_kept_of_a_page_holds_nothing_of_who_asked_first(published, moved):
    first = read(client(person=published.office), f"{BASE}?level=doubt&planted=hello&since=new")
    again = read(client(person=published.office), f"{BASE}?level=doubt&since=new")

    assert "planted" not in again
    assert 'href="?level=doubt&amp;since=gone"' in first


def test_an_exception_is_seen_at_once_although_pages_are_kept(published, moved):
    from datetime import date

    browser = client(person=published.office)
    [*_, last] = keys(read(browser, BASE))
    actions.accept_finding(
        agency="abc", year=2023, finding=last, why="확인함", until=date(2099, 1, 1), by=published.office
    )

    assert last not in keys(read(browser, BASE))
    assert last in keys(read(browser, f"{BASE}?state=accepted"))
