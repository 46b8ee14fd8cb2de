"""An officer brings a torn document in, sees what it would change, confirms it and answers its questions without a mouse."""

from __future__ import annotations

import pytest

from tools.pictures import table_of_an_office, torn_text

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def kept_here(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"


def bring(page, site: str, name: str, data: bytes, year: str) -> None:
    page.goto(f"{site}/import/")
    page.fill("#year", year)
    page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.locator("main form button.primary").click()
    page.wait_for_selector(".facts, .note.is-error, .wrong", timeout=60_000)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_of_a_table_fit_and_stand_in_nobodys_way(page, site, sign_in, axe, width):
    sign_in("office")
    page.set_viewport_size({"width": width, "height": 800})
    bring(page, site, "table.xlsx", table_of_an_office(), "2025")
    for way in ("", "columns/"):
        page.goto(page.url + way)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        assert axe(page) == []
    page.goto(f"{site}/import/")
    assert axe(page) == []
    assert page.complaints == []


# Last: it leaves a second plan behind, and then signing in no longer leads to the only one.
def test_a_torn_document_becomes_a_draft_and_its_questions_are_answered_by_keyboard(page, site, sign_in, axe):
    sign_in("office")
    bring(page, site, "plan.txt", torn_text(), "2024")
    assert page.locator(".facts .big").all_inner_texts()[:3] == ["3", "11", "44"]
    assert axe(page) == []

    page.locator("main form[action$='/confirm/'] button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-question]")
    page.wait_for_load_state()
    questions = page.locator(".asked li").count()
    assert questions >= 2
    assert axe(page) == []

    page.keyboard.press("1")
    page.wait_for_selector(".count progress[value='1']")
    page.wait_for_load_state()
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.id") == "own"
    page.keyboard.type("=")
    page.keyboard.press("Enter")
    page.wait_for_selector(".count progress[value='2']")
    assert page.complaints == []

    bring(page, site, "plan-corrected.txt", torn_text() + "\n고친 글\n".encode(), "2024")
    assert page.locator(".asked .mark").count() == 2  # both answers hold
