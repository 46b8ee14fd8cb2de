"""What every test lives under: which database, no network, a browser when there is one, and an honest count at the end.

Fixtures for others: `home` (an empty folder of the site), `page` (a browser tab kept to this machine), `axe` (finds
what a page puts in the way of people). A test that touches the database is recognised by itself (pytest-django's mark
or fixtures, a Django TestCase, or our mark `database`) and runs once on SQLite and once on PostgreSQL.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests import every
from tools import loopback
from tools.test import touches_database

ROOT = Path(__file__).resolve().parent.parent
CI = os.environ.get("CI", "").lower() in {"true", "1"}
DATABASE = os.environ.get("UIGWE_DATABASE_URL", "")
POSTGRES = DATABASE.startswith(("postgres://", "postgresql://"))

# The tests know nothing of the site of the person who runs them: neither its folder nor its settings.
for name in [name for name in os.environ if name.startswith("UIGWE_")]:
    if name not in {"UIGWE_DATABASE_URL", "UIGWE_TEST_REPORT"}:
        del os.environ[name]
_home = tempfile.TemporaryDirectory(prefix="uigwe-test-home.")
os.environ.update(UIGWE_HOME=_home.name, UIGWE_TLS="local")

# The site is set up only once it exists, so that the rooms below it can be tested without it.
SETTINGS = ROOT / "src/uigwe/web/settings.py"
if SETTINGS.is_file():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "uigwe.web.settings")
    import django.conf

    _ = django.conf.settings.INSTALLED_APPS  # loads the settings; pytest-django then sets Django up

loopback.watch()


def pytest_configure(config: pytest.Config) -> None:
    """Invented examples are judged by what they show, not by the clock of a machine that others use too: what hangs is
    stopped by the time limit of its test. The quick run draws fewer of them (`examples`)."""
    every.QUICK = config.option.markexpr.endswith("not slow")
    if config.pluginmanager.hasplugin("hypothesispytest"):
        from hypothesis import HealthCheck, settings

        settings.register_profile(
            "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=every.examples(100)
        )
        settings.load_profile("house")


# ── databases ────────────────────────────────────────────────────────────────────────────────────────────────────────

DATABASE_FIXTURES = {
    "db",
    "transactional_db",
    "django_db_reset_sequences",
    "django_db_serialized_rollback",
    "live_server",  # asks for the database only while it starts, so pytest does not list it
}


def needs_database(item: pytest.Item) -> bool:
    if item.get_closest_marker("django_db") or item.get_closest_marker("database"):
        return True
    if not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ())):
        return True
    bases = [base.__name__ for base in getattr(getattr(item, "cls", None), "__mro__", ())]
    return "TransactionTestCase" in bases


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """On PostgreSQL nothing is read that has no test for it."""
    return True if POSTGRES and not touches_database(collection_path) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    slow = config.option.markexpr.endswith("slow") and not every.QUICK
    for item in items:
        if needs_database(item):
            item.add_marker("database")
        if slow and getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker("slow")  # with all its examples
    if POSTGRES:
        for item in items:
            mark = item.get_closest_marker("slow_on_postgres")
            if mark and mark.args != (False,):
                item.add_marker("slow")
        # Pages look the same on every database: what is marked `once` belongs to the run on SQLite and to no other.
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("once")])
        items[:] = [item for item in items if not item.get_closest_marker("once")]


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was collected stays to the end: a collector that walks through all of it again and again finds nothing there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def engine_in_use() -> str:
    """`sqlite3`, `postgresql`, or a dash while there is no site."""
    if not SETTINGS.is_file():
        return "-"
    from django.conf import settings

    return str(settings.DATABASES["default"]["ENGINE"]).rpartition(".")[2]


def pytest_sessionstart(session: pytest.Session) -> None:
    wanted = "postgresql" if POSTGRES else "sqlite3"
    if engine_in_use() not in {wanted, "-"}:
        # Otherwise the suite would run on SQLite twice and say that it ran on both.
        raise pytest.UsageError(f"UIGWE_DATABASE_URL asks for {wanted}, but the settings use {engine_in_use()}")


def pytest_report_header() -> str:
    return f"database: {engine_in_use()}"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The test database, which pytest-django may empty after a transactional test (`live_server` is one).

    The database refuses to remove rows of the record, from Django's own flush as from everybody else. The guards sleep
    while it empties the tables, in the same transaction, and are awake again for the next test.
    """
    from django.db import connection
    from django.db.backends.base.operations import BaseDatabaseOperations

    if connection.vendor == "sqlite":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute("PRAGMA temp_store = MEMORY")  # savepoints upon savepoints are kept where the database is
    plain = BaseDatabaseOperations.execute_sql_flush

    def flush(operations: Any, statements: list[str]) -> None:
        before, after = [], []
        if operations.connection.vendor == "postgresql":
            before = ["SET LOCAL session_replication_role = replica"]
        elif operations.connection.vendor == "sqlite":
            with operations.connection.cursor() as cursor:
                cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
                triggers = cursor.fetchall()
            before = [f'DROP TRIGGER IF EXISTS "{name}"' for name, _ in triggers]
            after = [sql for _, sql in triggers]
        plain(operations, [*before, *statements, *after])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush)
        yield


# ── no network ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(autouse=True)
def stays_on_this_machine() -> Iterator[None]:
    """Fails the test that tried to go out, also when the code under test swallowed the exception."""
    loopback.attempts.clear()
    yield
    if loopback.attempts:
        pytest.fail(f"tried to talk to another machine: {', '.join(loopback.attempts)}", pytrace=False)


# ── the child that reads files ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(autouse=True)
def reads_in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting a Python for each file costs more than reading it. What a child is asked is pickled both ways all the same.

    Tests of the child itself, and of files that only its limits stop, are marked `child`.
    """
    if request.node.get_closest_marker("child"):
        return
    import pickle

    from uigwe.files import child, worker

    started = child._answered

    def answered(work: tuple[Any, ...], seconds: float) -> tuple[bytes, int]:
        if work[-1] >= 0:  # somebody listens to its progress
            return started(work, seconds)
        function, args = pickle.loads(pickle.dumps(work[:2]))  # noqa: S301 - just written
        return pickle.dumps(worker.answer(function, args)), 0

    monkeypatch.setattr(child, "_answered", answered)


# ── an audit ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session", autouse=True)
def audits_a_plan_once() -> Iterator[None]:
    """The same plan has the same findings: half a second for the one that ships, in each test that shows it or writes it down.

    What is kept, and for whom, is the site's own affair; only what `uigwe.operations` asks is not worked out again.
    """
    if not SETTINGS.is_file():
        yield
        return
    from functools import lru_cache

    from uigwe.audit import Case
    from uigwe.operations import auditing, form_files, reporting

    really = auditing.audit
    kept = lru_cache(maxsize=16)(lambda plan, last_year, text: really(Case(plan, last_year, text)))
    with pytest.MonkeyPatch.context() as patch:
        for asking in (auditing, form_files, reporting):
            patch.setattr(asking, "audit", lambda case: kept(case.plan, case.last_year, case.text))
        yield


@pytest.fixture(scope="session", autouse=True)
def reads_what_ships_once() -> Iterator[None]:
    """The plan that ships lies in its folder for as long as the tests run; copies of it are read whenever somebody asks."""
    from uigwe import packs

    really, kept = packs.read, dict[Path, packs.Pack]()

    def read(folder: Path) -> packs.Pack:
        place = folder.resolve()
        if not place.is_relative_to(ROOT / "years"):
            return really(folder)
        if place not in kept:
            kept[place] = really(folder)
        return kept[place]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packs, "read", read)
        yield


# ── a place of its own ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands started by the test take for the site's own."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("UIGWE_HOME", str(folder))
    return folder


# ── a browser ────────────────────────────────────────────────────────────────────────────────────────────────────────

NO_BROWSER = "chromium is not installed (apt-get install chromium)"
NO_AXE = "axe.min.js is missing (./run setup)"
# What its own window would draw for nobody, each with a process that works along with every page; and, since one list takes the
# place of the other, what Playwright leaves out.
WITHOUT = (
    "InitialWebUI,WebUIReloadButton,WebUIToolbar,PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "WebUIOmniboxFullPopup,AimEnabled,PreconnectToSearch,AvoidCorsURLLoaderRestartOnRedirect,"
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,OptimizationHints,NetworkTimeServiceQuerying"
)
CHROMIUM_FLAGS = [
    "--no-sandbox",  # as root, chromium starts no other way
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={WITHOUT}",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--proxy-server=127.0.0.1:9",  # nobody listens there; this machine's own addresses never go through a proxy
]


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def missing(reason: str) -> None:
    """Skips, and is counted at the end; on CI nothing that is optional elsewhere may be missing."""
    if CI:
        pytest.fail(f"{reason}; on CI this is an error", pytrace=False)
    pytest.skip(reason)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and chromium() is None:
        missing(NO_BROWSER)


class Chromium:
    """Debian's chromium, for as long as tests of the browser follow each other: while it runs, its event loop is everybody's
    in this process."""

    def __init__(self) -> None:
        self.needs = ExitStack()
        self.running: Any = None

    def started(self) -> Any:
        if self.running is None:
            from playwright.sync_api import sync_playwright

            # Django sees Playwright's event loop and takes our plain test for an asynchronous one.
            self.needs.enter_context(pytest.MonkeyPatch.context()).setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
            playwright = self.needs.enter_context(sync_playwright())
            self.running = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_FLAGS)
            self.needs.callback(self.running.close)
        return self.running

    def stop(self) -> None:
        self.running = None
        self.needs.close()


CHROMIUM = Chromium()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    try:
        return (yield)
    finally:
        if nextitem is None or (nextitem.path != item.path and "browser" not in getattr(nextitem, "fixturenames", ())):
            CHROMIUM.stop()


@pytest.fixture(scope="module")
def browser() -> Any:
    """The browser itself; a test that wants only a tab asks for `page`."""
    if chromium() is None:
        missing(NO_BROWSER)
    return CHROMIUM.started()


class Console(list[str]):
    """What the tab complained about: errors and warnings of scripts, styles and the content security policy."""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A new tab, Korean, kept to this machine. `page.complaints` lists its console's errors and warnings."""
    from urllib.parse import urlsplit

    outside: list[str] = []
    context = browser.new_context(locale="ko-KR", timezone_id="Asia/Seoul", viewport={"width": 1280, "height": 900})

    def asked(request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https"} and not loopback.is_this_machine(address.hostname or ""):
            outside.append(request.url)

    # The browser itself reaches nobody else; a request that stood still until this process had looked at it would cost more
    # than all that the tests do with a page.
    context.on("request", asked)
    tab = context.new_page()
    tab.complaints = Console()
    tab.on("console", lambda line: tab.complaints.append(line.text) if line.type in {"error", "warning"} else None)
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    yield tab
    context.close()
    if outside:
        pytest.fail(f"the page asked other machines for {', '.join(outside)}", pytrace=False)


FURTHER_ROWS = "tbody > tr:nth-child(n + 21)"
LOOK = """async ([wanted, where]) => {
    const report = await axe.run(where, {runOnly: wanted, resultTypes: ["violations"], selectors: false});
    const line = one => `${one.impact} ${one.id} ×${one.nodes.length}: ${one.help} ${one.nodes[0].html.slice(0, 120)}`;
    return [report.passes.length, report.violations.map(line)];
}"""


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    """`axe(page)`: what stands in the way of people on this page, one line each; an empty list is what we want.

    `axe(page, "color-contrast")` looks at that rule only. The report stays in the tab: with every node that is well it is long.
    The quick run looks at the first rows of a long table.
    """
    source = ROOT / ".cache/axe/axe.min.js"
    if not source.is_file():
        missing(NO_AXE)
    script = source.read_text(encoding="utf-8")

    where: dict[str, Any] = {"exclude": [[FURTHER_ROWS]]} if every.QUICK else {}

    def violations(tab: Any, *rules: str) -> list[str]:
        if not tab.evaluate("typeof axe == 'object'"):
            tab.evaluate(script)  # runs beside the page's own policy
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
        passed, found = tab.evaluate(LOOK, [list(rules) or tags, {"include": [["html"]], **where}])
        assert passed, "axe looked at nothing"
        return list(found)

    return violations


# ── the count ────────────────────────────────────────────────────────────────────────────────────────────────────────

STARTED = time.monotonic()


def pytest_terminal_summary(terminalreporter: Any, exitstatus: int) -> None:
    """Leaves the counts for tools/test.py, which adds the runs up and says what was skipped and why."""
    target = os.environ.get("UIGWE_TEST_REPORT")
    if not target:
        return
    stats = terminalreporter.stats

    def reason(report: Any) -> str:
        where = report.longrepr
        return (where[2] if isinstance(where, tuple) else str(where)).removeprefix("Skipped: ")

    def told(report: Any) -> str:
        crash = getattr(report.longrepr, "reprcrash", None)
        said = crash.message if crash else str(report.longrepr or "")
        return (said.strip().splitlines() or [""])[0][:200]

    # Asked of the reports, not of the collection: with xdist only the workers collect.
    reports = [report for group in stats.values() for report in group if hasattr(report, "keywords")]
    on_database = {report.nodeid for report in reports if "database" in report.keywords}
    files = Counter[str]()
    for report in reports:
        files[report.nodeid.partition("::")[0]] += getattr(report, "duration", 0.0)
    counts = {name: len(stats.get(name, ())) for name in ("passed", "failed", "error", "xfailed", "xpassed")}
    Path(target).write_text(
        json.dumps(
            {
                **counts,
                "engine": engine_in_use(),
                "database_tests": len(on_database),
                "seconds": round(time.monotonic() - STARTED, 1),
                "files": {name: round(seconds, 1) for name, seconds in files.most_common(20)},
                "broken": [
                    [report.nodeid, told(report)]
                    for name in ("failed", "error", "xpassed")
                    for report in stats.get(name, ())
                ],
                "skipped": [[report.nodeid, reason(report)] for report in stats.get("skipped", ())],
                "exit": int(exitstatus),
            },
            ensure_ascii=False,
        ),
        encoding="utf-8",
    )
