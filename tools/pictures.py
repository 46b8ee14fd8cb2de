"""Takes the pictures of the user guide: python -m tools.pictures [FOLDER]

Starts the demo in an empty folder of its own, walks through it in Debian's chromium as the people of the demo would, in
Korean and in English, and writes one PNG for each step to docs/guide/pictures (or FOLDER). Nothing goes out to the network.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs/guide/pictures"
PLAN = "/p/mss/2023/"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
]
WAIT = 60


@contextmanager
def demo() -> Iterator[str]:
    """The demo on a free port; its address."""
    with socket.socket() as free, tempfile.TemporaryDirectory(prefix="uigwe-pictures.") as home:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [str(Path(sys.executable).parent / "uigwe"), "demo", "--port", str(port)]
        environment = {**os.environ, "UIGWE_HOME": home}
        with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
            try:
                wait_for(f"http://127.0.0.1:{port}/checks/")
                yield f"http://127.0.0.1:{port}"
            finally:
                server.terminate()


def wait_for(address: str) -> None:
    for _ in range(WAIT * 5):
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - our own server
            return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"the demo did not answer within {WAIT} s")


def sign_in(page: Any, site: str, name: str) -> None:
    page.context.clear_cookies(name="sessionid")
    page.goto(f"{site}/sign-in/")
    page.fill("#id_username", name)
    page.fill("#id_password", f"{name}-uigwe-2023")
    page.click("main button.primary")
    page.wait_for_load_state()


def walk(page: Any, site: str, take: Callable[[str], None]) -> None:
    """The guide's way through the site, a picture at each halt."""
    for name, path in (
        ("overview", PLAN),
        ("task", f"{PLAN}1-1-1/"),
        ("indicator", f"{PLAN}indicator/restart-firm-survival-rate/"),
        ("findings", f"{PLAN}findings/?level=error"),
        ("money", f"{PLAN}money/"),
        ("calendar", f"{PLAN}calendar/?goal=1-1"),
        ("search", f"{PLAN}search/?q=ㅅㅅㄱㅇ"),
    ):
        page.goto(site + path, wait_until="networkidle")
        take(name)
    page.goto(f"{site}{PLAN}findings/?check=target-basis")
    page.locator(".finding-row").first.click()
    page.wait_for_load_state()
    take("finding")

    sign_in(page, site, "office")
    page.goto(f"{site}{PLAN}indicator/loss-compensation-paid/", wait_until="networkidle")
    page.locator("a.pen[href*='field=basis']").first.click()
    box = page.locator("#edit-form [name=value]")
    box.wait_for()
    box.fill("")
    box.press_sequentially("last + 4 %", delay=20)
    page.wait_for_selector("#edit-form .span u")
    page.locator("#edit-form").scroll_into_view_if_needed()
    take("basis")

    page.goto(f"{site}{PLAN}indicator/restart-firm-survival-rate/", wait_until="networkidle")
    page.locator("a.pen[href*='field=target']").first.click()
    page.locator("#edit-form [name=value]").fill("84.0")
    page.locator("#edit-form button.primary").click()
    page.wait_for_selector("#changed")
    take("changed")
    page.goto(f"{site}{PLAN}changes/")
    take("changes")
    undo = page.locator("main tbody form button").first
    undo.click()
    page.wait_for_load_state()

    sign_in(page, site, "owner")
    page.goto(f"{site}/me/")
    take("mine")
    sign_in(page, site, "auditor")
    page.goto(f"{site}/record/")
    page.click("main button.primary")
    page.wait_for_load_state()
    take("record")


def main(arguments: list[str]) -> int:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    folder = Path(arguments[0]) if arguments else PICTURES
    with demo() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for language in ("ko", "en"):
            context = browser.new_context(
                locale="ko-KR", timezone_id="Asia/Seoul", viewport={"width": 1120, "height": 760}
            )
            context.add_cookies([{"name": "uigwe_language", "value": language, "url": site}])
            page = context.new_page()
            target = folder / language
            target.mkdir(parents=True, exist_ok=True)

            def take(name: str, page: Any = page, target: Path = target) -> None:
                page.screenshot(path=str(target / f"{name}.png"))
                print(target / f"{name}.png")

            walk(page, site, take)
            context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
