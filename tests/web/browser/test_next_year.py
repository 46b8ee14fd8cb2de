"""The office starts next year's plan and asks for results in a real browser: by clicking, and every page whole at every width."""

from __future__ import annotations

import pytest

from tests.web.browser.test_sweep import PLAN, sweep

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(400),
    pytest.mark.once,
]
NEXT = PLAN.replace("2023", "2024")


def test_a_round_of_results_leads_to_where_they_are_entered(page, axe, site, sign_in):
    sign_in("office")
    page.goto(f"{site}{PLAN}rounds/open/")
    page.select_option("#id_kind", "results")
    page.fill("#id_title", "1분기 실적")
    page.select_option("#id_period", "2023-Q1")
    page.fill("#id_due", "2023-06-30")
    page.click("main button.primary")
    page.wait_for_url(f"{site}{PLAN}rounds/1/")
    page.click("table a >> nth=0")
    page.click("main .card-list a.name >> nth=0")
    page.wait_for_url("**/?period=2023-Q1")

    assert sweep(page, axe, site, (f"{PLAN}rounds/1/", f"{PLAN}rounds/1/1-1-2/"), "ko") == []


def test_the_next_year_is_started_by_a_click_and_a_round_opened_on_it(page, axe, site, sign_in):
    sign_in("office")  # the last test of the module: from now on there are two plans
    page.goto(site + PLAN)
    page.click("text=2024년 계획 시작")
    page.wait_for_url(site + NEXT)
    assert "2024년도" in page.inner_text("h1")

    page.goto(f"{site}{NEXT}rounds/open/")
    page.fill("#id_title", "2024년 시행계획 작성")
    page.fill("#id_due", "2023-12-15")
    page.click("main button.primary")
    page.wait_for_url(f"{site}{NEXT}rounds/1/")
    page.goto(f"{site}{NEXT}rounds/1/1-1-2/")
    target = page.locator("[name$=' target']").first
    assert target.input_value() == ""
    assert page.locator("[name$=' reason']").first.input_value().startswith("〔2023〕")

    paths = (
        PLAN,
        NEXT,
        f"{NEXT}rounds/1/",
        f"{NEXT}rounds/1/1-1-2/",
        f"{NEXT}year/",
        f"{NEXT}findings/",
        f"{NEXT}changes/publish/",
    )
    assert sweep(page, axe, site, paths, "ko") == []
