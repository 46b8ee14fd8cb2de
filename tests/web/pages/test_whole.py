"""The whole plan as a file: what is published, for everybody, in the forms that others can read on."""

from __future__ import annotations

import io
import json
import zipfile

import openpyxl
import pytest
from django.core.cache import cache

from tests.every import on_both
from tests.reports.reading import lines as lines_of
from tests.shipped import pack
from tests.web.builders import AGENCY, TARGET, TASK, YEAR
from tests.web.pages.test_pages import client, read
from uigwe import packs
from uigwe.web.plans import actions
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.presenters.whole import whole_paper

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
BASE = f"/p/{AGENCY}/{YEAR}/"
ONE = {"agency": AGENCY, "year": YEAR}


def got(browser, form, query=""):
    answer = browser.get(f"{BASE}plan.{form}{query}")
    assert answer.status_code == 200, form
    assert f'filename="plan-{AGENCY}-{YEAR}-r1.{form}"' in answer["Content-Disposition"]
    return answer.content


@on_both
def test_everybody_takes_the_published_plan_home(published):
    page = read(client(), BASE)
    for form in ("xlsx", "hwpx", "json", "zip"):
        assert f"{BASE}plan.{form}?revision=1" in page
    assert page.index('href="#whole"') < page.index("<dl") < page.index('id="whole"'), "it is found from the top"

    told = json.loads(got(client(), "json"))
    assert (told["revision"], told["year"], told["indicators"][0]["code"]) == (1, YEAR, TASK)
    assert told["seal"] == Revision.objects.get().hash
    book = openpyxl.load_workbook(io.BytesIO(got(client("ko"), "xlsx")))
    cells = {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}
    assert {"survival 지표", "지침 마련", f"과제 {TASK}"} <= cells
    text = "\n".join(lines_of(got(client("ko"), "hwpx")))
    assert "survival 지표" in text and "1/4분기" in text


def test_a_pack_that_is_taken_home_is_the_very_plan(published, tmp_path):
    with zipfile.ZipFile(io.BytesIO(got(client(), "zip"))) as archive:
        archive.extractall(tmp_path)

    assert packs.read(tmp_path / f"{AGENCY}-{YEAR}").plan == plan_of(Revision.objects.get())


def test_a_paper_that_was_written_is_not_written_again_and_another_revision_is(published, monkeypatch):
    cache.clear()
    first = got(client("ko"), "xlsx")
    monkeypatch.setattr("uigwe.web.plans.views.whole.run", lambda *_args, **_words: b"again")
    assert got(client("ko"), "xlsx") == first
    assert got(client("en"), "xlsx") == b"again", "another language is another paper"
    cache.clear()


def test_a_file_of_the_demonstration_says_so(published, settings):
    cache.clear()
    unmarked = got(client("ko"), "xlsx")
    settings.DEMO = True
    assert client("ko").get(f"{BASE}plan.xlsx").content != unmarked, "what was kept without the mark is not given out"
    assert "[시연" in "".join(lines_of(client("ko").get(f"{BASE}plan.hwpx").content))
    cache.clear()
    assert json.loads(client("ko").get(f"{BASE}plan.json").content)["demonstration"] == "지어낸 자료가 들어 있음"


def test_a_draft_is_in_no_file_not_even_for_the_office(published):
    actions.revise(**ONE, object=TARGET, field="target", before="92", value="95.5", by=published.office)
    office = client("ko", published.office)
    for browser in (client(), office):
        assert "95.5" not in got(browser, "json").decode()
    assert client().get(f"{BASE}plan.json?revision=2").status_code == 404
    assert "95.5" not in got(office, "json", "?revision=2").decode(), (
        "a draft that is asked for gives what is published"
    )
    assert "초안에 적은 것은 들어 있지 않습니다" in read(client("ko", published.office), BASE)


def test_a_plan_that_was_never_published_has_no_file(town):
    from tests.web import builders

    actions.import_pack(pack=builders.pack(), published=False, by=town.office)

    assert client("ko", town.office).get(f"{BASE}plan.json").status_code == 404
    page = read(client("ko", town.office), BASE)
    assert "plan.xlsx" not in page and "#whole" not in page
    assert client().get(f"{BASE}plan.pdf").status_code == 404


def test_the_paper_of_a_whole_ministry_holds_every_row():
    from datetime import date

    plan = pack().plan
    paper = whole_paper(plan, "중소벤처기업부", date(2023, 5, 15), (), "ko")
    _goals, figures, measured, milestones, money, links = paper.sections

    assert len(figures.rows) == len(measured.rows) == len(list(plan.uses()))
    assert len(milestones.rows) == sum(len(task.milestones) for task in plan.tasks())
    assert len(money.rows) == sum(len(task.budget) for task in plan.tasks())
    assert {row[0] for row in links.rows} == {task.code for task in plan.tasks() if task.links}
