"""A round in a real browser: opened by the office, filled in by the owner, a file sent back, a conflict decided, pages whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.filling import filling
from tests.web.browser.test_sweep import PLAN, sweep

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(400),
    pytest.mark.once,
]
PART = f"{PLAN}rounds/1/1-1-2/"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def round_open(page, site, sign_in):
    """The office opens a round by its form, once for the module."""
    sign_in("office")
    page.goto(f"{site}{PLAN}rounds/")
    if page.locator("table a").count() == 0:
        page.click("text=취합 시작")
        page.fill("#id_title", "시행계획 작성")
        page.fill("#id_due", "2023-06-30")
        page.fill("#id_guideline", "결과 지표를 우선합니다.")
        page.click("text=취합 시작하기")
        page.wait_for_url(f"{site}{PLAN}rounds/1/")
    page.context.clear_cookies()


def typed(page, text: str) -> None:
    """As a person types: a browser asks before it leaves only where somebody did something."""
    box = cell(page, "source")
    box.click()
    box.press("Control+A")
    box.press_sequentially(text)
    box.blur()


def cell(page, field: str):
    return page.locator(f"[name$=' {field}']").first


def test_what_nobody_is_asked_for_is_listed_as_boxes_are_ticked(page, site, sign_in):
    sign_in("office")
    page.goto(f"{site}{PLAN}rounds/open/")
    line = page.locator("[data-unasked] [data-code='Ⅰ-1']")
    assert line.is_hidden()
    before = int(page.locator("[data-unasked-count]").inner_text())

    page.uncheck("input[name=code][value='Ⅰ-1']")
    assert line.is_visible()
    assert int(page.locator("[data-unasked-count]").inner_text()) == before + 1
    page.check("input[name=code][value='Ⅰ-1']")
    assert line.is_hidden()


def test_on_a_narrow_screen_the_menu_is_one_line_with_the_open_page_in_view_and_nothing_lies_over_a_field(
    page, site, sign_in, round_open
):
    sign_in("owner")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site + PART)
    here = page.locator(".nav a[aria-current]").bounding_box()
    assert here["x"] >= 0 and here["x"] + here["width"] <= 360
    head = page.locator("header.top").bounding_box()
    assert head["y"] + head["height"] < 150, "what stands above the page is little"
    for link in page.locator(".nav a").all():
        link.focus()
        box = link.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360, link.inner_text()
    for width in (360, 768):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.locator(".save-bar").evaluate("bar => getComputedStyle(bar).position") == "static"

    page.set_viewport_size({"width": 1366, "height": 740})
    page.locator("form[data-unsaved] textarea").last.focus()
    bar, field = page.locator(".save-bar").bounding_box(), page.locator("textarea:focus").bounding_box()
    assert bar is not None and field is not None
    assert field["y"] + field["height"] <= bar["y"] or bar["y"] + bar["height"] <= field["y"], (
        "the bar lies over the field"
    )


def test_each_field_is_saved_as_it_is_left_and_a_conflict_waits_for_a_choice(page, site, sign_in, round_open):
    sign_in("owner")
    page.goto(site + PART)
    before = cell(page, "source").input_value()
    other = page.context.new_page()
    other.goto(site + PART)

    typed(page, f"{before} 가")
    page.wait_for_selector(".cell.is-saved")
    typed(other, f"{before} 나")
    other.wait_for_selector(".cell.is-conflict")
    assert f"{before} 가" in other.locator(".cell.is-conflict").inner_text()

    with other.expect_event("dialog") as asked:
        other.once("dialog", lambda dialog: dialog.dismiss())
        other.evaluate("setTimeout(() => { location.href = '/me/' })")
    assert asked.value.type == "beforeunload", "whoever leaves with something unsaved is asked"

    other.check(".cell.is-conflict input[value=mine]")
    other.click(".cell.is-conflict button")
    other.wait_for_selector(".cell.is-saved")
    warned: list[str] = []
    page.on("dialog", lambda dialog: (warned.append(dialog.type), dialog.accept()))
    page.reload()
    assert warned == [], "what was saved does not ask"
    assert cell(page, "source").input_value() == f"{before} 나"
    assert page.complaints == [line for line in page.complaints if "409" in line]


def test_without_script_one_button_saves_all(browser, site, round_open):
    from uigwe.web.people.demo import password_of

    context = browser.new_context(locale="ko-KR", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/sign-in/")
    page.fill("#id_username", "owner")
    page.fill("#id_password", password_of("owner"))
    page.click("main button.primary")
    page.goto(site + PART)
    cell(page, "note").fill("스크립트 없이")
    page.click("text=모두 저장")
    assert "1개 항목을 저장했습니다." in page.locator("main").inner_text()
    assert cell(page, "note").input_value() == "스크립트 없이"
    context.close()


def test_a_file_goes_out_comes_back_and_is_taken_in(page, site, sign_in, round_open, tmp_path):
    sign_in("owner")
    page.goto(site + PART)
    with page.expect_download() as download:
        page.click("text=서식(XLSX)")
    made = filling(Path(download.value.path()).read_bytes())
    made.set("m1", "추진계획", "파일에서 고친 일정")
    (tmp_path / "회신.xlsx").write_bytes(made.bytes())

    page.set_input_files("#file", str(tmp_path / "회신.xlsx"))
    page.click("text=파일 보내기")
    assert "파일에서 고친 일정" in page.locator("main").inner_text()
    page.click("text=초안에 반영")
    assert "1개 항목을 초안에 반영했습니다." in page.locator("main").inner_text()


def test_the_board_and_a_part_are_whole_at_every_width(page, axe, site, sign_in, round_open):
    sign_in("office")
    assert sweep(page, axe, site, (f"{PLAN}rounds/1/?by=goal", PART), "ko") == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_pages_are_whole_at_every_width(page, axe, site, sign_in, round_open, language):
    sign_in("office")
    of_the_office = (f"{PLAN}year/", f"{PLAN}rounds/", f"{PLAN}rounds/open/", f"{PLAN}rounds/1/?by=goal", PART, "/me/")

    assert sweep(page, axe, site, of_the_office, language) == []
