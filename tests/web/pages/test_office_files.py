"""The files of the office, as the site hands them out."""

from __future__ import annotations

import dataclasses

import pytest

from tests.reports.reading import lines, sheets, tables
from tests.web.pages.test_pages import client, ministry, read  # noqa: F401 - a fixture
from uigwe.web.plans.views import files

pytestmark = pytest.mark.once  # what is in a file, whichever database its plan lies in
BASE = "/p/abc/2023/findings/"


def test_the_page_offers_the_files_with_its_filter(ministry):  # noqa: F811
    page = read(client(), f"{BASE}?level=error")

    assert f'href="{BASE}export.xlsx?level=error"' in page
    assert f'href="{BASE}export.summary"' in page, "what is handed on is never cut short by a filter"
    assert f'action="{BASE}export.memo"' in page


def test_the_workbook_holds_what_the_page_shows(ministry):  # noqa: F811
    browser = client()
    response = browser.get(f"{BASE}export.xlsx?level=error")

    assert response["Content-Disposition"] == 'attachment; filename="findings-abc-2023.xlsx"'
    shown = read(browser, f"{BASE}?level=error").count('class="finding-row"')
    assert sheets(response.content).worksheets[0].max_row == shown + 1


def test_the_memo_is_about_the_goal_that_was_chosen(ministry):  # noqa: F811
    response = client().get(f"{BASE}export.memo?goal=Ⅳ-3-③&level=error")

    told = "\n".join(lines(response.content))
    assert response["Content-Disposition"] == 'attachment; filename="memo-abc-2023.hwpx"'
    assert "Ⅳ-3-③ 담당자" in told and "88.4" in told
    assert all("Ⅳ-3-③" in row[1] for row in tables(response.content)[-1][1:])


def test_the_summary_counts_all_of_it_whatever_the_filter_says(ministry):  # noqa: F811
    browser = client()

    assert lines(browser.get(f"{BASE}export.summary?level=notice").content) == lines(
        browser.get(f"{BASE}export.summary").content
    )


def test_when_too_many_are_made_at_once_the_next_is_asked_to_come_again(ministry, monkeypatch):  # noqa: F811
    monkeypatch.setattr(files, "_PATIENCE", 0.01)
    for _ in range(files._AT_ONCE):
        files._turn.acquire()
    try:
        assert client().get(f"{BASE}export.xlsx").status_code == 503
    finally:
        for _ in range(files._AT_ONCE):
            files._turn.release()


@pytest.mark.parametrize("form", ["docx", "summary.hwpx", "xlsx2"])
def test_what_is_not_offered_is_not_found(ministry, form):  # noqa: F811
    assert client().get(f"{BASE}export.{form}").status_code == 404


def test_the_site_itself_does_not_load_the_writers():
    import subprocess
    import sys

    asked = "import django, sys; django.setup(); import uigwe.web.plans.urls; print([n for n in ('hwpx', 'xlsxwriter', 'lxml') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_the_office_names_whom_a_memo_is_for_and_by_when_and_what_would_repair(town):
    from tests.web import builders
    from uigwe.packs import Pack
    from uigwe.web.plans import actions

    plan = builders.plan()
    first, *rest = plan.indicators
    use = dataclasses.replace(first.uses[0], basis="last + 4")
    plan = dataclasses.replace(plan, indicators=(dataclasses.replace(first, uses=(use,)), *rest))
    actions.import_pack(pack=Pack(plan), published=True, by=town.office)
    query = "?goal=Ⅰ-1-①&reply_by=2023-05-29"
    told = "\n".join(lines(client(person=town.office).get(f"{BASE}export.memo{query}").content))

    assert f"{town.division.name} {town.owner.name}" in told
    assert "2023. 5. 29." in told
    assert "제안:" in told and "92 → 95" in told
    public = "\n".join(lines(client().get(f"{BASE}export.memo?goal=Ⅰ-1-①&reply_by=soon").content))
    assert town.owner.name not in public and "따로 알림" in public
