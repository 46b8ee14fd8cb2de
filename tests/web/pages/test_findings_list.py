"""The list of findings: by goal, and beside the revision published before."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from django.utils import translation

from tests import shipped
from tests.every import on_both
from tests.web import builders
from tests.web.pages.test_pages import client, ministry, read  # noqa: F401 - a fixture
from uigwe.audit import Case, audit
from uigwe.plan import Part, Patch, Place, edited
from uigwe.web.plans import actions
from uigwe.web.plans.presenters.listing import PER_PAGE
from uigwe.web.plans.templatetags.uigwe import in_one_line

pytestmark = pytest.mark.slow_on_postgres

BASE = "/p/abc/2023/findings/"


def keys(page: str) -> list[str]:
    return re.findall(r'class="finding-row" id="f-([^"]+)"', page)


def test_findings_stand_under_their_goal_with_their_counts(ministry):  # noqa: F811
    page = read(client("en"), f"{BASE}?page=all")
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


@on_both
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
    addresses = re.findall(r'class="finding-row" id="[^"]*" href="([^"]*)"', read(browser, f"{BASE}?since=gone"))

    assert addresses
    for address in addresses:
        assert address.endswith("?revision=2")
        read(browser, address)


def test_files_follow_the_comparison(published, moved):
    browser, (before, after) = client(person=published.office), moved
    document = json.loads(browser.get(f"{BASE}export.json?since=new").content)

    assert {one["key"] for one in document["findings"]} == after - before


def pages(query: str = "") -> list[list[str]]:
    """The keys of every page of a list, one page after the other."""
    found, address = [], f"{BASE}?{query}"
    while address:
        page = read(client("en"), address)
        found.append(keys(page))
        onward = re.search(r'rel="next" href="([^"#]*)', page)
        address = BASE + unescape(onward[1]) if onward else ""
    return found


@pytest.mark.parametrize("query", ["", "by=level", "by=check&level=notice", "type=label&by=type"])
def test_pages_hold_the_whole_list_once_in_its_order(ministry, query):  # noqa: F811
    found = pages(query)

    assert len(found) > 1
    assert {len(page) for page in found[:-1]} == {PER_PAGE}
    assert [key for page in found for key in page] == keys(read(client("en"), f"{BASE}?{query}&page=all"))


def test_a_page_that_is_not_there_is_the_last_and_nonsense_the_first(ministry):  # noqa: F811
    found = pages("type=label")

    assert keys(read(client(), f"{BASE}?type=label&page=99")) == found[-1]
    for odd in ("0", "-1", "x", "1e3", "9" * 9, "２"):
        assert keys(read(client(), f"{BASE}?type=label&page={odd}")) == found[0]


def test_a_group_that_goes_on_says_so_and_counts_all_that_is_in_it(ministry):  # noqa: F811
    first, second = (read(client("en"), f"{BASE}?by=level&page={number}") for number in (1, 2))
    notices = sum(one.level.value == "notice" for one in shipped.report().findings)

    assert "continued" not in first and "continued" in second
    assert f"</svg>{notices}<span" in read(client("en"), f"{BASE}?by=level&page=99")


def test_a_choice_says_how_many_findings_it_would_show(ministry):  # noqa: F811
    page = read(client("en"), f"{BASE}?type=arithmetic")
    offered = re.findall(r'<option value="([^"]+)"[^>]*>[^<]*\((\d+)\)</option>', page)

    assert len(offered) > 20
    for field, value in (("level", "error"), ("goal", "Ⅱ-1"), ("goal", "Ⅱ-1-②"), ("check", "target-basis")):
        count = int(dict(offered)[value])
        assert count == len(keys(read(client("en"), f"{BASE}?type=arithmetic&{field}={value}"))), value
    assert dict(offered)["unit"] != "0", "other types are counted beside what else is chosen"


def test_one_task_alone_can_be_chosen(ministry):  # noqa: F811
    found = keys(read(client(), f"{BASE}?goal=Ⅱ-1-②"))

    assert set(found) == {one.key for one in shipped.report().findings if one.code == "Ⅱ-1-②"}


def test_files_and_print_are_of_the_list_that_is_chosen_and_of_all_its_pages(ministry):  # noqa: F811
    page = read(client("en"), f"{BASE}?type=label&page=2&by=check")
    part = page[page.index('id="findings-page"') :]
    [address] = re.findall(r'href="([^"]*export.json[^"]*)"', part)
    document = json.loads(client().get(unescape(address)).content)
    [whole] = re.findall(r'href="([^"]*)" data-print-whole', part)

    labels = {one.key for one in shipped.report().findings if one.type.value == "label"}
    assert {one["key"] for one in document["findings"]} == labels
    assert set(keys(read(client(), BASE + unescape(whole)))) == labels


def test_a_finding_knows_the_list_that_it_was_opened_from(ministry):  # noqa: F811
    listed = keys(read(client("en"), f"{BASE}?level=error&by=check"))
    page = read(client("en"), f"{BASE}{listed[3]}/?level=error&by=check")

    assert f"4 / {len(listed)}" in page
    assert f'rel="prev" href="{BASE}{listed[2]}/?level=error&amp;by=check"' in page
    assert f'rel="next" href="{BASE}{listed[4]}/?level=error&amp;by=check"' in page
    assert f'href="{BASE}?level=error&amp;by=check#f-{listed[3]}"' in page
    outside = read(client("en"), f"{BASE}{listed[3]}/?level=notice")
    assert 'rel="next"' not in outside, "it does not stand in that list"


def test_an_accepted_finding_keeps_its_place_so_that_the_next_is_one_step_away(published, moved):
    browser = client("en", published.office)
    listed = keys(read(browser, f"{BASE}?by=level"))
    answer = browser.post(f"{BASE}{listed[0]}/accept/?by=level", {"why": "확인함", "until": "2099-01-01"}, follow=True)

    page = answer.content.decode()
    assert f'rel="next" href="{BASE}{listed[1]}/?by=level"' in page
    assert f"1 / {len(listed)}" in page


@on_both
def test_any_earlier_revision_can_be_laid_beside(published, moved):
    browser, here = client("en", published.office), {"agency": "abc", "year": 2023}
    actions.publish(**here, note="시험", by=published.office)
    actions.start_draft(**here, by=published.office)

    before, after = moved
    assert keys(read(browser, f"{BASE}?since=new")) == []
    assert set(keys(read(browser, f"{BASE}?since=new&against=1"))) == after - before
    document = json.loads(browser.get(f"{BASE}export.json?since=gone&against=1").content)
    assert {one["key"] for one in document["findings"]} == before - after


def test_the_list_of_an_older_revision_stays_that_of_the_older_revision(published, moved):
    browser, (before, _) = client("en", published.office), moved
    page = read(browser, f"{BASE}?revision=1")

    assert set(keys(page)) == before
    assert '<input type="hidden" name="revision" value="1">' in page
    assert all("revision=1" in href for href in re.findall(r'class="finding-row" id="[^"]*" href="([^"]*)"', page))


def test_the_address_and_the_paper_say_what_was_chosen_and_nothing_else(ministry):  # noqa: F811
    answer = client("en").get(f"{BASE}?state=open&level=error&type=&goal=Ⅱ-1&check=&by=goal&planted=x")
    page = answer.content.decode()
    [told] = re.findall(r'<p class="small soft print-only">(.*?)</p>', page)

    assert answer["HX-Push-Url"] == f"{BASE}?level=error&goal=%E2%85%A1-1"
    assert told.startswith("State: open · Level: likely error · Goal or task: Ⅱ-1 ")
    assert read(client("en"), f"{BASE}?check=no-such-check&level=odd").count("finding-row") == 0


def test_a_memo_is_about_the_task_that_is_chosen(ministry):  # noqa: F811
    page = read(client("ko"), f"{BASE}?goal=Ⅱ-1-②&type=unit")

    assert "Ⅱ-1-② 담당자 안내문" in page
    assert 'export.memo"><input type="hidden" name="goal" value="Ⅱ-1-②">' in page


def test_a_finding_on_a_target_quotes_the_printed_reason_and_how_it_was_read(ministry):  # noqa: F811
    told = next(one for one in shipped.report().findings if one.check == "target-basis" and one.code == "Ⅱ-1-②")
    [use] = [use for one, use in shipped.pack().plan.uses("Ⅱ-1-②") if told.object.startswith(one.id)]
    page = read(client("ko"), f"{BASE}{told.key}/")

    assert f'<blockquote class="quote">{use.reason}</blockquote>' in page
    assert "2020~2022년 실적의 평균에 12%p를 더한 값" in page and use.basis in page
    assert page.count("mean(30.4, 28.8, 25.1) = 28.1") == 1
    assert use.reason in read(client("ko"), f"{BASE}?check=target-basis")
    for form in ("csv", "json"):
        assert use.reason in client().get(f"{BASE}export.{form}?check=target-basis").content.decode()


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
    listed = read(browser, f"{BASE}?state=accepted")
    assert last in keys(listed)
    assert f"{published.office.name}" in listed and "2099년 1월 1일" in listed and "확인함" in listed
    [one] = json.loads(browser.get(f"{BASE}export.json?state=accepted").content)["findings"]
    assert one["exception"] == {"why": "확인함", "who": published.office.name, "until": "2099-01-01"}
    assert "확인함 | " in browser.get(f"{BASE}export.csv?state=accepted").content.decode()


def test_lines_of_one_place_stand_together():
    body = Place(Part.BODY, "Ⅰ-1-①", line=30)
    places = (body, replace(body, line=10), Place(Part.ANNEX, "Ⅰ-1-①", line=900), replace(body, line=30))

    with translation.override("ko"):
        assert in_one_line(places) == ["본문 Ⅰ-1-①, 10, 30행", "붙임 Ⅰ-1-①, 900행"]
