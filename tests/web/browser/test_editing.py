"""An officer at the keyboard: sign in, change a target, see the findings change, take it back."""

from __future__ import annotations

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.slow_on_postgres]

PLAN = "/p/mss/2023/"
INDICATOR = "restart-firm-survival-rate"


def count(page) -> int:
    return int(page.locator("#finding-count").inner_text())


def open_form(page, field: str) -> None:
    """To the link that edits a field, and through it, without a mouse."""
    link = page.locator(f"a.pen[href*='field={field}']").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#edit-form [data-focus]")


def save(page) -> None:
    with page.expect_response(re.compile(r".*/revise/.*")):
        page.keyboard.press("Enter")
    page.wait_for_selector("#changed")


def test_an_officer_changes_a_target_sees_the_findings_change_and_takes_it_back(page, site, sign_in, axe):
    sign_in("office")
    page.goto(f"{site}{PLAN}indicator/{INDICATOR}/")
    before = count(page)
    beside = page.locator("#beside").inner_text()
    assert "83.0" in beside  # what was reached already: the target falls short of it
    page.complaints.clear()

    open_form(page, "target")
    assert page.evaluate("document.activeElement.name") == "value"
    page.keyboard.press("Control+A")
    page.keyboard.type("84.0")
    page.wait_for_selector(".meaning :text('84')")
    save(page)

    assert "83.0에 이르렀으나" not in page.locator("#beside").inner_text()
    assert page.locator("#beside").inner_text() != beside
    # What speaks against the new target may be as much as what spoke against the old one: the annex went along.
    assert page.locator("#changed del").first.inner_text() == "82.4"
    assert page.evaluate("document.activeElement.id") == "changed"
    assert page.locator(".chart svg").count() == 1
    assert axe(page) == []
    assert page.complaints == []

    page.locator("#changed button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#changed", state="detached")
    assert count(page) == before
    assert page.locator("#beside").inner_text() == beside
    assert page.locator(".reading").inner_text().count("82.4") == 1


@pytest.mark.once
def test_a_basis_is_read_while_it_is_typed(page, site, sign_in):
    sign_in("office")
    page.goto(f"{site}{PLAN}indicator/loss-compensation-paid/")
    open_form(page, "basis")

    page.keyboard.press("Control+A")
    page.keyboard.type("last + 4 %")
    page.wait_for_selector("#edit-form .meaning .span u")
    marked = page.locator("#edit-form .meaning .span u").inner_text()

    page.keyboard.type("p")
    page.wait_for_selector("#edit-form .meaning .steps")

    assert marked.strip() == "4 %"
    assert "92" in page.locator("#edit-form .meaning .steps").inner_text()
    assert page.complaints == []


def test_two_people_at_one_field_see_both_values_and_lose_nothing(page, site, sign_in):
    from uigwe.web.people.models import User
    from uigwe.web.plans import actions

    sign_in("owner")
    page.goto(f"{site}{PLAN}indicator/loss-compensation-paid/")
    open_form(page, "target")
    actions.revise(
        agency="mss",
        year=2023,
        object="loss-compensation-paid@Ⅰ-1",
        field="target",
        before="92%",
        value="90%",
        by=User.objects.get(username="office"),
    )
    page.keyboard.press("Control+A")
    page.keyboard.type("95%")
    with page.expect_response(lambda response: response.status == 409):
        page.keyboard.press("Enter")

    page.wait_for_selector(".side.mine")
    sides = page.locator(".sides").inner_text()
    assert all(value in sides for value in ("92%", "90%", "95%"))
    assert page.input_value("#edit-form [name=value]") == "95%"

    page.focus("#edit-form [name=value]")
    save(page)
    assert page.locator("#changed ins").inner_text() == "95%"


@pytest.mark.once
def test_a_finding_is_accepted_with_a_reason_and_counts_again(page, site, sign_in):
    sign_in("office")
    page.goto(f"{site}{PLAN}findings/")
    before = count(page)
    page.locator(".finding-row").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_why")
    page.fill("#id_why", "담당 부서 확인: 반올림 차이")
    page.click("aside button.primary")

    page.wait_for_selector("aside dl")
    assert count(page) == before - 1
    page.click("aside button")
    page.wait_for_selector("#id_why")
    assert count(page) == before


@pytest.mark.once
def test_filters_and_search_answer_without_a_new_page(page, site):
    page.goto(f"{site}{PLAN}findings/")
    page.evaluate("window.same = true")
    page.select_option("[name=level]", "error")
    page.wait_for_url("**level=error**")
    assert page.locator(".finding-row").count() == page.locator(".finding-row .is-error").count() > 0
    assert page.evaluate("window.same")

    page.goto(f"{site}{PLAN}search/")
    page.locator("#words").press_sequentially("ㅅㅅㄱㅇ")
    page.wait_for_selector("mark:text('소상공인')")
    assert page.complaints == []


@pytest.mark.once
def test_the_list_is_walked_by_letters_which_can_be_switched_off(page, site):
    page.goto(f"{site}{PLAN}findings/?level=error")
    rows = [row.get_attribute("id") for row in page.locator(".finding-row").all()[:3]]

    def here() -> str:
        return page.evaluate("document.activeElement.id")

    for _ in range(3):
        page.keyboard.press("j")
    assert here() == rows[2]
    page.keyboard.press("k")
    assert here() == rows[1]
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-near]")
    assert rows[1][2:] in page.url
    page.keyboard.press("j")
    page.wait_for_url(f"**/{rows[2][2:]}/**")
    page.locator("[data-near] a").first.click()
    page.wait_for_url("**#f-*")
    assert page.locator(".finding-row:target").get_attribute("id") == rows[2]

    page.click("[data-keys]")
    page.locator("h1").click()
    page.keyboard.press("j")
    assert here() not in rows
    page.reload()
    page.keyboard.press("j")
    assert here() not in rows, "the choice is remembered"
    page.click("[data-keys]")
    page.select_option("[name=level]", "doubt")
    page.wait_for_url("**level=doubt**")
    page.locator("#list").click()
    page.keyboard.press("j")
    assert here().startswith("f-") and here() not in rows
    assert page.complaints == []


@pytest.mark.once
def test_print_takes_the_whole_list(page, site):
    page.add_init_script("window.print = () => { window.printed = document.querySelectorAll('.finding-row').length }")
    page.goto(f"{site}{PLAN}findings/")
    open_findings = count(page)
    assert page.locator(".finding-row").count() < open_findings
    page.click("[data-print-whole]")
    page.wait_for_url("**page=all")
    page.wait_for_timeout(600)
    assert page.evaluate("window.printed") == open_findings
    page.reload()
    page.wait_for_timeout(400)
    assert page.evaluate("window.printed") is None, "asked for once"


@pytest.mark.once
def test_pages_work_without_javascript(browser, site):
    context = browser.new_context(java_script_enabled=False, locale="ko-KR")
    page = context.new_page()
    page.goto(f"{site}{PLAN}findings/?level=error")
    page.locator(".finding-row").first.click()
    assert page.locator("h1").inner_text()
    page.goto(f"{site}{PLAN}indicator/loss-compensation-paid/")
    assert "92%" in page.locator("table").first.inner_text()
    page.fill("#seek", "손실보상")
    page.press("#seek", "Enter")
    assert page.locator("mark").count() > 0
    context.close()


@pytest.mark.once
def test_light_and_dark_are_remembered(page, site):
    page.goto(f"{site}{PLAN}")
    page.click("[data-theme-toggle]")
    page.reload()

    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.complaints == []


@pytest.mark.once
def test_a_proposed_fix_is_taken_by_keyboard_and_the_finding_is_gone(page, site, sign_in, axe):
    sign_in("office")
    page.goto(f"{site}{PLAN}indicator/support-notice-matching-rate/")
    before = count(page)
    verdict = page.locator(".verdict")
    assert verdict.locator(".badge.is-error").count() == 1
    said = verdict.inner_text().split("\n")[-1]
    assert said in page.locator("#beside").inner_text()
    title = page.title()

    page.locator("#beside a[href*='/fixes/']").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".fix button")
    assert page.title() == title, "a part that was fetched names no page"
    assert axe(page) == []
    assert page.locator(".fix ins").first.inner_text() == "40.1%"
    page.locator(".fix button").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#changed")

    assert "해소되었습니다" in page.locator("#changed").inner_text()
    assert page.locator(".verdict.is-clear").count() == 1
    assert said not in page.locator("#beside").inner_text()
    page.locator("#changed button").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#changed", state="detached")
    assert count(page) == before
    assert page.complaints == []


@pytest.mark.once
def test_the_end_of_a_session_is_announced_and_put_off_by_keyboard(page, site, sign_in, axe):
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import override_settings

    from uigwe.web.people import sessions

    sign_in("office")
    page.goto(f"{site}{PLAN}")
    assert not page.locator("#ending").is_visible()
    key = next(one["value"] for one in page.context.cookies() if one["name"] == "sessionid")
    with override_settings(SESSION_IDLE_MINUTES=3):
        store = SessionStore(key)
        store[sessions.SEEN] = sessions.now() - 100  # rested: 80 seconds are left
        store.save()
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # somebody comes back to the tab
        page.wait_for_selector("#ending[open]")
        assert page.evaluate("document.activeElement.textContent") == page.locator("[data-extend] button").inner_text()
        assert axe(page) == []
        page.keyboard.press("Enter")
        page.wait_for_selector("#ending[open]", state="detached")
        assert sessions.now() - SessionStore(key)[sessions.SEEN] < 30
    assert page.complaints == []
