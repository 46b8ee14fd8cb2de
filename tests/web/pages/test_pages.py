"""Every page of a plan, in both languages, with few queries, and with hostile names shown as text."""

from __future__ import annotations

import dataclasses

import pytest
from django.conf import settings
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import shipped
from tests.every import on_both
from tests.web import builders
from tests.web.standing import stands
from uigwe.packs import Pack
from uigwe.web.plans.presenters.codes import address

pytestmark = pytest.mark.slow_on_postgres

MOST_QUERIES = 30


def client(language: str = "ko", person: object = None) -> Client:
    """A browser that speaks this language, signed in when there is a person."""
    from uigwe.web.people import sessions

    browser = Client()
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    if person is not None:
        browser.force_login(person, backend="uigwe.web.people.signing.Passwords")
        session = browser.session
        session[sessions.BEGAN] = session[sessions.SEEN] = sessions.now()
        session.save()
    return browser


def read(browser: Client, path: str) -> str:
    response = browser.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    return response.content.decode()


@stands
def ministry(town: builders.Town) -> builders.Town:
    """The town with the whole plan that ships, published in its agency's name, and a draft open."""
    from uigwe.web.plans import actions

    plan = dataclasses.replace(shipped.pack().plan, agency=builders.AGENCY)
    actions.import_pack(pack=Pack(plan), published=True, by=town.office)
    actions.start_draft(agency=builders.AGENCY, year=2023, by=town.office)
    return town


def paths(plan: object, every: int) -> list[str]:
    """The pages of a plan: each `every`th goal or task, indicator and finding; with 0 a few of each."""
    base = f"/p/{builders.AGENCY}/2023/"
    nodes = [address(node.code) for node in plan.nodes()]
    pages = [
        "",
        "findings/",
        "findings/?state=all&level=error",
        "money/",
        "calendar/",
        "calendar/?goal=1-1",
        "search/?q=ㅅㅅㄱㅇ",
        "changes/",
    ]
    some = slice(None, None, every) if every else slice(3)
    pages += [f"{code}/" for code in nodes[some]]
    pages += [f"indicator/{indicator.id}/" for indicator in plan.indicators[some]]
    pages += [f"findings/{finding.key}/" for finding in shipped.report().findings[some]]
    return [base + page for page in pages]


@pytest.mark.parametrize(
    ("language", "findings"),
    [
        pytest.param("ko", 12, marks=pytest.mark.once),
        pytest.param("ko", 1, marks=[pytest.mark.once, pytest.mark.slow]),
        ("en", 0),
    ],
)
def test_every_page_opens_for_a_visitor(ministry, language, findings):
    """One in twelve; with the slow tests every one."""
    browser = client(language)
    for path in paths(shipped.pack().plan, every=findings):
        page = read(browser, path)
        assert f'<html lang="{language}"' in page
        assert "{{" not in page
        assert "%(n)s" not in page


@pytest.mark.parametrize("language", ["ko", pytest.param("en", marks=[pytest.mark.once, pytest.mark.slow])])
def test_every_page_opens_for_the_office_in_its_draft(ministry, language):
    browser = client(language, ministry.office)
    use = "loss-compensation-paid@Ⅰ-1"
    forms = [
        f"/p/abc/2023/revise/?object={use}&field={field}" for field in ("name", "target", "basis", "reason", "formula")
    ]
    forms += [f"/p/abc/2023/revise/?object=Ⅰ-1-①/m1&field={field}" for field in ("text", "when", "quarter")]
    for path in [*paths(shipped.pack().plan, every=0), *forms, "/me/", "/checks/", "/checks/target-basis/"]:
        read(browser, path)


@on_both
def test_a_page_asks_the_database_little_however_long_it_is(ministry, django_assert_max_num_queries):
    from django.db import connection

    browser = client(person=ministry.office)
    counts = {}
    for path in paths(shipped.pack().plan, every=0):
        read(browser, path)  # the first reading takes the plan from its JSON
        with CaptureQueriesContext(connection) as queries:
            read(browser, path)
        counts[path] = len(queries)
    assert max(counts.values()) <= MOST_QUERIES, counts


def test_queries_do_not_grow_with_edits(ministry):
    from django.db import connection

    from uigwe.web.plans import actions

    browser = client(person=ministry.office)

    def count() -> int:
        read(browser, "/p/abc/2023/changes/")
        with CaptureQueriesContext(connection) as queries:
            read(browser, "/p/abc/2023/changes/")
        return len(queries)

    few = count()
    for row in range(1, 7):
        now = next(m.text for m in shipped.pack().plan.task("Ⅰ-1-①").milestones if m.row == row)
        actions.revise(
            agency="abc",
            year=2023,
            object=f"Ⅰ-1-①/m{row}",
            field="text",
            before=now,
            value=f"{now} 고침",
            by=ministry.office,
        )
    assert count() <= few + 2


HOSTILE = "<script>alert(1)</script>'\"&{{ 7|add:7 }}"


def test_hostile_names_are_text(town):
    from uigwe.web.plans import actions

    plan = builders.plan(title=HOSTILE)
    named = tuple(
        dataclasses.replace(
            one,
            name=HOSTILE,
            uses=tuple(dataclasses.replace(use, name=HOSTILE, formula=HOSTILE, reason=HOSTILE) for use in one.uses),
        )
        for one in plan.indicators
    )
    plan = dataclasses.replace(plan, indicators=named)
    actions.import_pack(pack=Pack(plan), published=True, by=town.office)
    browser = client()
    pages = [
        "",
        "1/",
        "1-1/",
        "1-1-1/",
        "indicator/survival/",
        "findings/",
        "money/",
        "calendar/",
        "search/?q=script",
        "changes/",
    ]
    for page in pages:
        text = read(browser, f"/p/abc/2023/{page}")
        assert "<script>alert" not in text
        assert "{{ 7|add:7 }}" in text or "&lt;script&gt;" not in text


@on_both
def test_what_is_typed_into_search_and_filters_is_text(published):
    browser = client()
    for path in (
        "search/?q=<script>alert(1)</script>",
        "findings/?check=<script>alert(1)</script>&goal=<b>",
        "calendar/?goal=<b>",
    ):
        assert "<script>alert" not in read(browser, f"/p/abc/2023/{path}")


def test_a_visitor_sees_the_published_plan_and_no_pen(ministry):
    page = read(client(), "/p/abc/2023/indicator/loss-compensation-paid/")
    office = read(client(person=ministry.office), "/p/abc/2023/indicator/loss-compensation-paid/")

    assert 'class="pen' not in page
    assert 'class="pen' in office


def test_the_formula_of_the_annex_stands_beside_that_of_the_table_only_where_it_is_another(ministry):
    there = f"/p/{builders.AGENCY}/2023/indicator/"

    assert "판로채널별입점 기업수" in read(client(), f"{there}e-commerce-supported/")
    assert "Formula in the annex" not in read(client("en"), f"{there}angel-gp-training-completions/")


def test_a_title_in_the_address_is_not_found(published):
    browser = client()
    for path in ("9/", "1-9/", "indicator/none/", "findings/none/", "findings/export.exe"):
        assert browser.get(f"/p/abc/2023/{path}").status_code == 404


def test_nothing_of_a_page_comes_from_elsewhere_and_nothing_is_inline(ministry):
    page = read(client(), "/p/abc/2023/indicator/loss-compensation-paid/")

    assert "style=" not in page
    assert "onclick" not in page
    assert "http://" not in page.replace("http://www.w3.org/", "")
    assert "https://" not in page
