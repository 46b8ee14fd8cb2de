"""Takes the pictures of the user guide: python -m tools.pictures [--year] [FOLDER]

Starts the demo in an empty folder of its own, plain and then with its year played through (--year: only that), walks
through it in Debian's chromium as the people of the demo would, in Korean and in English, and writes one PNG for each step to
docs/guide/pictures (or FOLDER). Nothing goes out to the network.
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
WAIT = 180


@contextmanager
def demo(*options: str) -> Iterator[str]:
    """The demo on a free port; its address."""
    with socket.socket() as free, tempfile.TemporaryDirectory(prefix="uigwe-pictures.") as home:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = [str(Path(sys.executable).parent / "uigwe"), "demo", *options, "--port", str(port)]
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
    while page.locator("main tbody form button").count():  # the annex went along with the target
        page.locator("main tbody form button").first.click()
        page.wait_for_load_state()

    sign_in(page, site, "owner")
    page.goto(f"{site}/me/")
    take("mine")
    sign_in(page, site, "auditor")
    page.goto(f"{site}/record/")
    page.click("main button.primary")
    page.wait_for_load_state()
    take("record")


def reading(page: Any, site: str, take: Callable[[str], None]) -> None:
    """How a document becomes a plan: an invented one, whose text lost a few cells on the way, and a table of an office."""
    sign_in(page, site, "office")
    brought(page, site, "plan-2024.txt", torn_text(), take)
    page.locator("main form[action$='/confirm/'] button").click()
    page.wait_for_selector("[data-question]")
    take("question")
    page.keyboard.press("1")
    page.wait_for_selector(".note.is-clear")
    brought(page, site, "indicators.xlsx", table_of_an_office())
    page.goto(page.url + "columns/")
    take("columns")


def brought(page: Any, site: str, name: str, data: bytes, take: Callable[[str], None] | None = None) -> None:
    """A file brought in and read."""
    page.goto(f"{site}/import/")
    if take:
        take("bring-in")
    page.fill("#year", "2024")
    page.set_input_files("#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data})
    page.locator("main form button.primary").click()
    page.wait_for_selector(".facts")
    if take:
        take("review")


def torn_text() -> bytes:
    """The text of an invented plan as an extraction leaves it, with some lines of cells gone."""
    from corpus.plans import invent_case
    from corpus.text import printed

    lines = printed(invent_case(10), 10).text.split("\n")
    cells = [at for at, line in enumerate(lines) if line.strip().replace(",", "").isdecimal()]
    gone = set(cells[7 :: len(cells) // 5])
    return "\n".join(line for at, line in enumerate(lines) if at not in gone).encode()


def table_of_an_office() -> bytes:
    """A workbook as an office keeps it: a title, a head of two rows, merged goals, a sum."""
    import io

    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("지표")
        sheet.write(0, 0, "가람처 2024년 성과지표")
        for column, words in enumerate(("성과목표", "성과지표명", "단위", "지표방향")):
            sheet.merge_range(2, column, 3, column, words)
        sheet.merge_range(2, 4, 2, 5, "실적")
        sheet.write_row(3, 4, ("’22", "’23"))
        sheet.merge_range(2, 6, 3, 6, "’24 목표")
        sheet.merge_range(2, 7, 3, 7, "비고")
        sheet.write_row(4, 1, ("수질 만족도", "점", "상향", 84.1, "(잠정) 84.6", 86, "설문 평균"))
        sheet.write_row(5, 1, ("하수 처리율", "%", "상향", 92.5, 93, 94, "처리량 / 발생량 × 100"))
        sheet.write_row(6, 0, ("숲을 넓힌다", "산불 발생 건수", "건", "하향", 28, 27, 25, "신고 집계"))
        sheet.merge_range(4, 0, 5, 0, "맑은 물을 지킨다")
    return file.getvalue()


def year(page: Any, site: str, take: Callable[[str], None]) -> None:
    """A year, as the people of the played demonstration see it: the office, an owner, a clerk, and everybody."""
    for who, halts in (
        (
            "office",
            (
                ("year-mine", "/me/"),
                ("year-calendar", f"{PLAN}year/"),
                ("year-board", f"{PLAN}rounds/1/"),
                ("year-thread", f"{PLAN}rounds/1/1-2-2/#thread"),
                ("year-approval", f"{PLAN}approval/"),
                ("year-amendment", f"{PLAN}amendments/1/"),
                ("year-results", f"{PLAN}results/"),
                ("year-asked", f"{PLAN}results/restart-firm-survival-rate/3-5-2/"),
                ("year-followed", f"{PLAN}results/followed/3/"),
                ("year-papers", f"{PLAN}results/papers/"),
            ),
        ),
        ("owner", (("year-owner", "/me/"),)),
        ("clerk", (("year-clerk", f"{PLAN}results/tasks/3-2-1/"),)),
    ):
        sign_in(page, site, who)
        for name, path in halts:
            page.goto(site + path, wait_until="networkidle")
            take(name)
    page.context.clear_cookies(name="sessionid")
    page.goto(f"{site}{PLAN}indicator/angel-gp-training-completions/", wait_until="networkidle")
    take("year-public")


LOOK: dict[str, Any] = {"locale": "ko-KR", "timezone_id": "Asia/Seoul", "viewport": {"width": 1120, "height": 760}}


def in_both(browser: Any, site: str, folder: Path, tour: Callable[[Any, str, Callable[[str], None]], None]) -> None:
    """The same tour in each language, in a browser window of its own."""
    for language in ("ko", "en"):
        context = browser.new_context(**LOOK)
        context.add_cookies([{"name": "uigwe_language", "value": language, "url": site}])
        page = context.new_page()
        target = folder / language
        target.mkdir(parents=True, exist_ok=True)

        def take(name: str, page: Any = page, target: Path = target) -> None:
            page.screenshot(path=str(target / f"{name}.png"))
            print(target / f"{name}.png")

        tour(page, site, take)
        context.close()


def bringing_in(browser: Any, site: str, folder: Path) -> None:
    """Reading documents: done once, each picture in both languages. Last, because it leaves a second plan behind."""
    context = browser.new_context(**LOOK)
    page = context.new_page()

    def take_both(name: str) -> None:
        for language in ("en", "ko"):
            context.add_cookies([{"name": "uigwe_language", "value": language, "url": site}])
            page.reload(wait_until="networkidle")
            page.screenshot(path=str(folder / language / f"{name}.png"))

    reading(page, site, take_both)


def main(arguments: list[str]) -> int:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    only_year, rest = "--year" in arguments, [one for one in arguments if one != "--year"]
    folder = Path(rest[0]) if rest else PICTURES
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        if not only_year:
            with demo("--plain") as site:
                in_both(browser, site, folder, walk)
                bringing_in(browser, site, folder)
        with demo() as site:
            in_both(browser, site, folder, year)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
