"""The handbook on the site: by type, by words, a page with its neighbours, and all of it to be printed."""

import pytest

from tests.web.pages.test_pages import client, read
from uigwe.audit import CHECKS
from uigwe.texts import page

pytestmark = [pytest.mark.django_db, pytest.mark.once]  # nothing of the handbook lies in the database


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_handbook_lists_every_check_and_leads_to_its_page(language):
    listed = read(client(language), "/checks/")

    for check in CHECKS:
        assert f'href="/checks/{check.id}/"' in listed


def test_words_and_a_type_leave_what_fits_and_nothing_is_told_as_such():
    few = read(client(), "/checks/?q=표준편차")
    units = read(client(), "/checks/?type=unit")
    none = read(client("en"), "/checks/?q=%3Cscript%3E")

    assert "/checks/deviation/" in few and "/checks/bracket-open/" not in few
    assert "/checks/unit-missing/" in units and "/checks/sum/" not in units
    assert "No check fits." in none and "<script>" not in none.split("<main")[1]


def test_a_page_leads_to_the_one_before_and_the_one_after():
    shown = read(client(), "/checks/sum/")

    assert 'rel="prev"' in shown and 'rel="next"' in shown


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_whole_handbook_stands_on_one_page_with_contents(language):
    book = read(client(language), "/checks/print/")

    for check in CHECKS:
        assert f'href="#{check.id}"' in book and f'<article id="{check.id}"' in book
    assert page("sum", language).title in book
    # One heading of the page, chapters below it, checks below those, their parts below those.
    assert book.count("<h1") == 1 and "<h4>" in book


def test_a_check_that_does_not_exist_is_not_found():
    assert client().get("/checks/no-such-check/").status_code == 404
