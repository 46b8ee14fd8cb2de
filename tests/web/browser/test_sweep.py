"""Every page in a real browser: three widths, both languages, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

PLAN = "/p/mss/2023/"
WIDTHS = (1280, 768, 360)

PUBLIC = (
    PLAN,
    f"{PLAN}1/",
    f"{PLAN}1-1/",
    f"{PLAN}1-1-1/",
    f"{PLAN}3-2-3/",
    f"{PLAN}indicator/loss-compensation-paid/",
    f"{PLAN}findings/",
    f"{PLAN}findings/?state=accepted",
    f"{PLAN}money/",
    f"{PLAN}calendar/",
    f"{PLAN}search/?q=ㅅㅅㄱㅇ",
    f"{PLAN}changes/",
    "/checks/",
    "/checks/target-basis/",
    "/sign-in/",
    f"{PLAN}nothing-here/",
)


def complaints(page: Any, axe: Callable[[Any], list[str]], address: str) -> Iterator[str]:
    """What is wrong with a page at any width, in light and dark."""
    page.complaints.clear()
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.goto(address, wait_until="networkidle")
    yield from (f"console: {line}" for line in page.complaints if "nothing-here" not in address)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            yield f"{width}: {wider} px too wide"
        if width != 768:
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                yield from (f"{width} {scheme}: {line}" for line in axe(page))


def sweep(page: Any, axe: Callable[[Any], list[str]], site: str, paths: tuple[str, ...], language: str) -> list[str]:
    page.context.add_cookies([{"name": "uigwe_language", "value": language, "url": site}])
    return [f"{path} {line}" for path in paths for line in complaints(page, axe, site + path)]


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_public_page_is_whole_at_every_width(page, axe, site, language):
    assert sweep(page, axe, site, PUBLIC, language) == []


@pytest.mark.browser
@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_of_a_person_is_whole_at_every_width(page, axe, site, sign_in, language):
    sign_in("office")
    finding = first_finding(page, site)
    paths = (
        PLAN,
        f"{PLAN}1-1-1/",
        f"{PLAN}indicator/loss-compensation-paid/",
        f"{PLAN}revise/?object=loss-compensation-paid@Ⅰ-1&field=basis",
        f"{PLAN}revise/?object=loss-compensation-paid@Ⅰ-1&field=formula",
        f"{PLAN}changes/",
        finding,
        "/me/",
    )
    assert sweep(page, axe, site, paths, language) == []


@pytest.mark.browser
def test_the_record_is_whole_at_every_width(page, axe, site, sign_in):
    sign_in("auditor")
    assert sweep(page, axe, site, ("/record/", "/me/"), "ko") == []


def first_finding(page: Any, site: str) -> str:
    page.goto(f"{site}{PLAN}findings/")
    return str(page.locator(".finding-row").first.get_attribute("href"))
