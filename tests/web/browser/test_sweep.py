"""Every page in a real browser: three widths, both languages, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

PLAN = "/p/mss/2023/"
WIDTHS = (360, 768, 1280)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(300),
    pytest.mark.once,
]

PUBLIC = (
    PLAN,
    f"{PLAN}1-1/",
    f"{PLAN}3-2-3/",
    f"{PLAN}indicator/loss-compensation-paid/",
    f"{PLAN}findings/?level=error",
    f"{PLAN}money/",
    f"{PLAN}calendar/?goal=1",
    f"{PLAN}search/?q=ㅅㅅㄱㅇ",
    f"{PLAN}changes/",
    "/checks/",
    "/checks/target-basis/",
    "/sign-in/",
    f"{PLAN}nothing-here/",
)


def complaints(
    page: Any, axe: Callable[..., list[str]], address: str, look: bool = True, dark: bool = True
) -> Iterator[str]:
    """What is wrong with a page: what its console says, where it is too wide, and, when we `look`, what is in people's way, in the
    `dark` and at the width between as well.

    The page opens at the width that the one before was left at, the narrowest or the widest, and goes through to the other.
    """
    page.complaints.clear()
    page.goto(address, wait_until="load")
    now = page.viewport_size["width"]
    widths = WIDTHS if dark else (WIDTHS[0], WIDTHS[-1])
    for width in widths if now == WIDTHS[0] else reversed(widths):
        if width != now:
            page.set_viewport_size({"width": width, "height": 900})
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            yield f"{width}: {wider} px too wide"
        if look and width == WIDTHS[-1]:
            yield from (f"light: {line}" for line in axe(page))
            if dark:
                page.emulate_media(color_scheme="dark")
                yield from (f"dark: {line}" for line in axe(page, "color-contrast"))
                page.emulate_media(color_scheme="light")
    yield from (f"console: {line}" for line in page.complaints if "nothing-here" not in address)


def sweep(page: Any, axe: Callable[..., list[str]], site: str, paths: tuple[str, ...], language: str = "") -> list[str]:
    """What is wrong with these pages; every day (without a language) each second one is seen in the dark and at
    the width between."""
    page.context.add_cookies([{"name": "uigwe_language", "value": language or "ko", "url": site}])
    page.emulate_media(color_scheme="light")
    # Both languages stand in the same boxes: colours and landmarks are looked at in Korean only.
    return [
        f"{path} {line}"
        for at, path in enumerate(paths)
        for line in complaints(page, axe, site + path, look=language != "en", dark=bool(language) or at % 2 == 0)
    ]


@pytest.mark.parametrize("language", ["", *(pytest.param(one, marks=pytest.mark.slow) for one in ("ko", "en"))])
def test_every_public_page_is_whole_at_every_width(page, axe, site, language):
    assert sweep(page, axe, site, PUBLIC, language) == []


# What people who signed in see: a page of each kind, and the others.
OF_A_KIND = (
    f"{PLAN}indicator/support-notice-matching-rate/",
    f"{PLAN}revise/?object=loss-compensation-paid@Ⅰ-1&field=basis",
    f"{PLAN}approval/",
    f"{PLAN}results/",
    f"{PLAN}results/loss-compensation-paid/1-1-1/",
    f"{PLAN}results/papers/",
)
OTHERS = (
    f"{PLAN}1-1-1/",
    f"{PLAN}changes/",
    f"{PLAN}amendments/",
    f"{PLAN}responsibilities/?code=1-1-1",
    f"{PLAN}results/tasks/1-1-1/",
    f"{PLAN}results/counting/",
    f"{PLAN}results/assembly/",
    f"{PLAN}results/reconciliation/",
    f"{PLAN}results/followed/",
)


def test_a_page_of_each_kind_is_whole_at_every_width_for_a_person(page, axe, site, sign_in):
    sign_in("office")
    assert sweep(page, axe, site, (*OF_A_KIND, first_finding(page, site), "/me/")) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_page_of_a_person_is_whole_at_every_width(page, axe, site, sign_in, language):
    sign_in("office")
    paths = (*OTHERS, *OF_A_KIND, first_finding(page, site), "/me/")
    assert sweep(page, axe, site, paths, language) == []


@pytest.mark.parametrize("path", ["/record/", pytest.param("/me/", marks=pytest.mark.slow)])
def test_what_an_auditor_reads_is_whole_at_every_width(page, axe, site, sign_in, path):
    sign_in("auditor")
    assert sweep(page, axe, site, (path,)) == []


def first_finding(page: Any, site: str) -> str:
    page.goto(f"{site}{PLAN}findings/?check=target-basis")
    return str(page.locator(".finding-row").first.get_attribute("href"))
