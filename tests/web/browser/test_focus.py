"""A page that exchanges a part of itself leaves the focus where the person works, and breaks no rule of its own policy."""

from __future__ import annotations

import pytest

from tests.web.browser.test_sweep import PLAN
from uigwe.web.people.demo import password_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(400),
    pytest.mark.once,
]
NEXT = PLAN.replace("2023", "2024")
PART = f"{NEXT}rounds/1/1-1-2/"


@pytest.fixture
def part(page, site):
    """A part of next year's plan, whose cells still say last year's words."""
    page.goto(f"{site}/sign-in/?next={PLAN}")
    page.fill("#id_username", "office")
    page.fill("#id_password", password_of("office"))
    page.click("main button.primary")
    page.wait_for_url(site + PLAN)
    if page.locator(".years").count() == 0:
        page.click("text=2024년 계획 시작")
        page.wait_for_url(site + NEXT)
        page.goto(f"{site}{NEXT}rounds/open/")
        page.fill("#id_title", "작성")
        page.fill("#id_due", "2023-12-15")
        page.click("main button.primary")
        page.wait_for_url(f"{site}{NEXT}rounds/1/")
    page.goto(site + PART)
    return page


def focused(page) -> str:
    return str(page.evaluate("document.activeElement.name || document.activeElement.tagName"))


def saved(page, act) -> None:
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.ok):
        act()
    page.wait_for_timeout(200)


def test_the_button_that_keeps_last_years_words_leaves_the_focus_in_its_cell(part):
    button = part.locator("[data-cell]:has([name$=' reason']) .carried button").first
    name = part.locator("[name$=' reason']").first.get_attribute("name")
    button.focus()

    saved(part, lambda: part.keyboard.press("Enter"))

    assert focused(part) == name


def test_leaving_a_changed_cell_for_its_button_goes_on_to_the_control_after_it(part):
    cell = part.locator("[data-cell]:has(.carried button)").first
    box = cell.locator("textarea, input").first
    own = box.get_attribute("name")
    box.focus()
    part.keyboard.press("End")
    part.keyboard.type(" 새로 씀")

    saved(part, lambda: part.keyboard.press("Tab"))

    assert focused(part) not in ("BODY", own)


def test_no_exchange_of_a_part_breaks_the_policy_of_the_page(part):
    said = []
    part.on("console", lambda message: said.append(message.text) if message.type == "error" else None)

    def exchanged(words: str) -> list[str]:
        said.clear()
        box = part.locator("[name$=' source']").first
        box.evaluate("one => { one.style.height = '9rem'; }")  # as somebody does who pulls at its corner
        box.fill(words)
        saved(part, lambda: box.press("Tab"))
        part.wait_for_timeout(1500)  # the findings beside it are asked for again
        return list(said)

    assert exchanged("기관 내부 집계") == []
    part.evaluate("htmx.config.attributesToSettle.push('style')")  # as htmx does by itself
    assert "inline style" in exchanged("기관 집계 자료")[0]
