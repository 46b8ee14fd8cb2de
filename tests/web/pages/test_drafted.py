"""A draft beside what is published: edited values are marked, a line of the document prints what it prints, a first draft says so."""

from __future__ import annotations

import re

import pytest

from tests.web import builders
from tests.web.builders import AGENCY, TARGET, YEAR
from tests.web.pages.test_pages import client, read
from uigwe.audit import Finding, Level, Type
from uigwe.packs import Pack
from uigwe.plan import Place
from uigwe.web.plans import actions
from uigwe.web.plans.presenters.marks import Marks

pytestmark = [pytest.mark.django_db, pytest.mark.slow_on_postgres]
BASE = f"/p/{AGENCY}/{YEAR}/"
INDICATOR = f"{BASE}indicator/survival/"
ONE = {"agency": AGENCY, "year": YEAR}


@pytest.fixture
def drafted(town: builders.Town) -> builders.Town:
    """A published plan whose target is 95 in a draft, in its own table and in the annex."""
    actions.import_pack(pack=Pack(builders.annexed(builders.plan())), published=True, by=town.office)
    actions.revise(**ONE, object=TARGET, field="target", before="92", value="95", also=True, by=town.office)
    return town


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def places(page: str) -> str:
    return words_of(page[page.index('id="places"') :].partition("</section>")[0])


def test_an_edited_value_is_marked_as_draft_beside_the_published_one(drafted):
    page = read(client("ko", drafted.office), INDICATOR)

    shown = words_of(page[page.index('class="reading"') :][:1500])
    assert "95 초안 공표 92" in shown


def test_the_line_of_the_document_is_not_said_to_print_what_was_edited(drafted):
    shown = places(read(client("ko", drafted.office), INDICATOR))

    assert "900행" in shown
    assert shown.count("92 초안 95") == 2, "the own table and the annex"


def test_what_is_published_has_no_marks(drafted):
    page = read(client("ko"), INDICATOR)

    assert "초안" not in places(page)
    assert "95" not in places(page)


def test_the_ribbon_of_a_first_draft_says_so_and_of_a_later_one_how_much_changed(town):
    actions.import_pack(pack=Pack(builders.plan()), by=town.office)
    assert "첫 초안" in read(client("ko", town.office), BASE)

    actions.publish(**ONE, note="시험", by=town.office)
    actions.revise(**ONE, object=TARGET, field="target", before="92", value="95", by=town.office)
    page = read(client("ko", town.office), BASE)
    assert "첫 초안" not in page
    assert "제1판에서 1곳 바뀜" in page


def finding(object: str, code: str) -> Finding:
    return Finding("tally-differs", Type.COUNT, Level.DOUBT, object, Place(code=code))


def test_the_counts_of_the_goals_and_of_the_plan_as_a_whole_add_up():
    marks = Marks([finding("Ⅰ-1", "Ⅰ-1"), finding("plan", ""), finding("tally::task:items", "")])

    assert marks.apart().total == 2
    assert marks.under("Ⅰ").total + marks.apart().total == marks.whole().total


def test_the_home_has_a_row_for_the_plan_as_a_whole_only_when_something_is_open_there(published, monkeypatch):
    from uigwe.web.plans.presenters import marks

    assert "?goal=-" not in read(client("ko"), BASE)

    monkeypatch.setattr(marks.Marks, "apart", lambda self: marks.Mark({Level.ERROR: 2}))
    page = read(client("en"), BASE)  # another language: no page is at hand
    assert "?goal=-" in page
