"""The house itself: the guards that watch over every room, each with proof that it would notice."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tools import check_tree, frontend, loopback
from tools.check_tree import File
from tools.test import touches_database

ROOT = Path(__file__).resolve().parent.parent
ELSEWHERE = "192.0.2.1"  # an address that the standards keep for examples; nobody lives there

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


# ── no network ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_test_that_talks_to_another_machine_is_stopped():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outgoing, pytest.raises(loopback.Outside):
        outgoing.connect((ELSEWHERE, 9))
    loopback.attempts.clear()


def test_without_the_guard_the_same_socket_would_have_gone_out():
    """Connecting a datagram socket only notes the address: nothing is sent, and it fails only without a route."""
    with loopback.unwatched(), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outgoing:
        try:
            outgoing.connect((ELSEWHERE, 9))
        except OSError as error:
            assert not isinstance(error, loopback.Outside)  # the machine's own "no route", not ours
    assert loopback.attempts == []


def test_a_name_of_another_machine_is_not_even_looked_up():
    with pytest.raises(loopback.Outside):
        socket.getaddrinfo("plans.example", 443)
    loopback.attempts.clear()


def test_this_machine_may_talk_to_itself():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as caller:
        assert caller.getpeername() == server.getsockname()


# Most of the time of a small run would go into plugins that nobody asks anything.
OURS = ("tests/conftest.py", "tests/every.py")
PLUGINS = "pytest_django.plugin,pytest_timeout,pytest_benchmark.plugin,xdist.plugin"


def small_house(folder: Path) -> dict[str, str]:
    """A house that holds our tools and our conftest and nothing else; the environment to run it in."""
    for name in ("tools/test.py", "tools/pg_tmp.sh", "tools/loopback.py", *OURS, "pyproject.toml"):
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    if not (folder / ".cache").exists():
        (folder / ".cache").symlink_to(ROOT / ".cache")
    # No site lives there: without the name of its settings nobody sets it up.
    ours = {"UIGWE_DATABASE_URL", "CI", "DJANGO_SETTINGS_MODULE"}
    inner = {name: value for name, value in os.environ.items() if name not in ours}
    return {**inner, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_PLUGINS": PLUGINS}


def pytest_on(folder: Path, source: str, *arguments: str, **environment: str) -> tuple[str, dict[str, Any]]:
    """Runs pytest on one file of tests under our conftest; what it printed, and the counts it left."""
    inner = small_house(folder)
    (folder / "tests/test_inner.py").write_text(source, encoding="utf-8")
    report = folder / "report.json"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env={**inner, "UIGWE_TEST_REPORT": str(report), **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr, json.loads(report.read_text(encoding="utf-8")) if report.is_file() else {}


def test_an_attempt_that_the_code_swallowed_still_fails_its_test(tmp_path):
    printed, counts = pytest_on(
        tmp_path,
        """
import socket

def test_hides_it():
    try:
        socket.getaddrinfo("plans.example", 443)
    except Exception:
        pass

def test_stays_home():
    pass
""",
    )

    assert "tried to talk to another machine: socket.getaddrinfo 'plans.example'" in printed
    assert (counts["passed"], counts["error"]) == (2, 1)  # pytest counts what a fixture says afterwards as an error


def test_a_busy_machine_fails_no_invented_example():
    from hypothesis import HealthCheck, settings

    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check
    assert HealthCheck.filter_too_much not in settings().suppress_health_check


# ── databases and the count ──────────────────────────────────────────────────────────────────────────────────────────

FIVE_TESTS = """
import unittest
import pytest

def test_plain(): pass

@pytest.mark.database
def test_marked(): pass

class TransactionTestCase(unittest.TestCase): pass

class TestOfDjango(TransactionTestCase):
    def test_by_its_class(self): pass

def test_skipped(): pytest.skip("the moon is not full")

@pytest.mark.xfail(strict=True, reason="known")
def test_known(): assert False
"""


def test_tests_that_touch_the_database_are_recognised(tmp_path):
    _, counts = pytest_on(tmp_path, FIVE_TESTS, "-m", "database")

    assert (counts["database_tests"], counts["passed"]) == (2, 2)


def test_what_touches_the_database_lies_where_the_run_on_postgresql_looks(request):
    marked = [item for item in request.session.items if item.get_closest_marker("database")]

    assert [item.nodeid for item in marked if not touches_database(item.path)] == []
    assert not touches_database(ROOT / "tests/reasons/test_reading.py") and touches_database(ROOT / "tests")


def test_what_was_skipped_is_counted_with_its_reason(tmp_path):
    _, counts = pytest_on(tmp_path, FIVE_TESTS)

    assert (counts["passed"], counts["xfailed"]) == (3, 1)
    assert [why for _, why in counts["skipped"]] == ["the moon is not full"]


NEEDS_A_BROWSER = """
import pytest

@pytest.mark.browser
def test_clicks(): pass
"""


def test_a_missing_browser_is_a_counted_skip(tmp_path):
    _, counts = pytest_on(tmp_path, NEEDS_A_BROWSER, PATH="")

    assert (counts["passed"], counts["failed"]) == (0, 0)
    assert [why for _, why in counts["skipped"]] == ["chromium is not installed (apt-get install chromium)"]


def test_on_ci_a_missing_browser_is_an_error(tmp_path):
    printed, counts = pytest_on(tmp_path, NEEDS_A_BROWSER, PATH="", CI="true")

    assert counts["error"] == 1 and "on CI this is an error" in printed


IN_A_BROWSER = """
import pytest
pytestmark = pytest.mark.browser

def test_asks_another_machine_for_a_picture(page):
    with page.expect_event("requestfailed"):
        page.set_content('<img src="http://plans.example/logo.png">')

def test_complains(page):
    page.set_content("<script>console.error('broken')</script>")
    assert page.complaints == ["broken"]

def test_axe_sees_a_picture_without_words(page, axe):
    page.set_content("<title>t</title><main><h1>h</h1><img src='data:,'></main>")
    assert any("image-alt" in line for line in axe(page))

def test_axe_has_nothing_against_a_plain_page(page, axe):
    page.set_content("<!doctype html><html lang=ko><title>t</title><main><h1>h</h1></main></html>")
    assert axe(page) == []
"""


@pytest.mark.slow
@pytest.mark.browser
def test_a_browser_stays_on_this_machine_and_axe_can_see(tmp_path):
    printed, counts = pytest_on(tmp_path, IN_A_BROWSER)

    assert counts, printed
    assert (counts["passed"], counts["error"]) == (4, 1), printed
    assert "the page asked other machines for http://plans.example/logo.png" in printed


def run_test_on(
    tmp_path: Path, *arguments: str, pg_tmp: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """`./run test` of a small house with one file of tests."""
    inner = small_house(tmp_path)
    tests = tmp_path / "tests/test_small.py"
    if not tests.exists():
        tests.write_text(FIVE_TESTS, encoding="utf-8")
    if pg_tmp:
        (tmp_path / "tools/pg_tmp.sh").write_text(pg_tmp, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "tools/test.py", *arguments],
        cwd=tmp_path,
        env={**inner, "PYTEST_XDIST_AUTO_NUM_WORKERS": "0", **environment},  # five tests need no second process
        capture_output=True,
        text=True,
        check=False,
    )


def test_run_test_says_what_ran_and_what_was_skipped_and_why(tmp_path):
    done = run_test_on(tmp_path, "--sqlite", "-q")

    assert done.returncode == 0
    assert "   1 × [SQLite] the moon is not full" in done.stdout
    assert re.search(r"\d+\.\d s  \S*test_small\.py \[SQLite\]", done.stdout), "the slowest files are named"
    assert done.stdout.rstrip().splitlines()[-1] == "4 passed, 0 failed, 1 skipped"


def test_run_test_fails_when_a_test_does_and_when_none_ran(tmp_path):
    assert run_test_on(tmp_path, "-k", "no_such_test").returncode == 1
    assert run_test_on(tmp_path, "--no-such-option").returncode == 1

    (tmp_path / "tests/test_small.py").write_text("def test_wrong(): assert 0", encoding="utf-8")
    failed = run_test_on(tmp_path, "-q")

    assert failed.returncode == 1 and failed.stdout.rstrip().endswith("0 passed, 1 failed, 0 skipped")
    assert "[SQLite] tests/test_small.py::test_wrong: assert 0" in failed.stdout.partition("(test result)")[2]


@pytest.mark.parametrize(("ci", "code", "last"), [("", 0, "4 passed, 0 failed, 3 skipped"), ("true", 1, None)])
def test_a_missing_postgresql_is_loud_and_on_ci_an_error(tmp_path, ci, code, last):
    done = run_test_on(tmp_path, CI=ci, pg_tmp="exit 69")

    assert "PostgreSQL  !!! 실행하지 않음 (NOT RUN)" in done.stdout
    assert done.returncode == code
    assert last is None or done.stdout.rstrip().endswith(last)


RUN_WHOSE_SLOW_TESTS_FAIL = """#!/usr/bin/env bash
case "$*" in
  "test --slow") printf 'line %s\\n' {1..90}; printf '%s\\n' '!!! (failed tests):' '[SQLite] test_wrong: assert 0'; exit 1 ;;
  check) printf 'check %s\\n' {1..90}; exit 1 ;;
  test) printf 'fine %s\\n' {1..90} ;;
esac
"""


def test_ci_says_at_its_very_end_what_failed(tmp_path):
    for folder in ("bin", ".ci"):
        (tmp_path / folder).mkdir()
    shutil.copy(ROOT / ".ci/run", tmp_path / ".ci/run")
    nothing = "#!/bin/sh\necho install ok installed\n"  # and nothing is, on whatever machine this runs
    programs = {name: nothing for name in ("dpkg-query", "apt-get", "sudo", "git", "chromium")}
    for name, text in {
        "run": RUN_WHOSE_SLOW_TESTS_FAIL,
        **{f"bin/{name}": text for name, text in programs.items()},
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", ".ci/run"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )

    closing = done.stdout.partition("fine 90")[2].rstrip().splitlines()
    assert done.returncode == 1 and closing[-1].endswith("(CI failed): check slow tests")
    assert "[SQLite] test_wrong: assert 0" in closing and "check 90" in closing
    assert not [line for line in closing if line.startswith("line")]


def only(folder: Path, *programs: str) -> str:
    """A folder for PATH that holds these programs and no other."""
    shown = folder / "bin"
    shown.mkdir()
    for program in programs:
        (shown / program).symlink_to(shutil.which(program) or pytest.fail(f"no {program} here"))
    return str(shown)


def test_without_postgresql_the_server_script_says_so(tmp_path):
    command = ["bash", str(ROOT / "tools/pg_tmp.sh"), "true"]
    environment = {"PATH": only(tmp_path, "bash", "sort", "tail")}  # not even ls can find one
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert done.returncode == 69 and "apt-get install postgresql" in done.stderr


@pytest.mark.skipif(not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")), reason="PostgreSQL is not installed")
def test_a_throw_away_postgresql_answers_and_leaves_nothing_behind(tmp_path):
    psycopg = pytest.importorskip("psycopg")
    question = "import os, psycopg; db = psycopg.connect(os.environ['UIGWE_DATABASE_URL']);" + (
        "print(*db.execute(\"select 2 + 2, current_setting('data_directory'), '한글' < '회글'\").fetchone()); raise SystemExit(7)"
    )

    done = subprocess.run(
        ["bash", "tools/pg_tmp.sh", sys.executable, "-c", question],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    answer, folder, sorted_as_expected = done.stdout.split()
    assert psycopg and (answer, sorted_as_expected, done.returncode) == ("4", "True", 7)
    assert not Path(folder).parent.exists()


def test_a_test_database_can_be_emptied_and_its_guards_are_awake_again(transactional_db):
    from django.core.management import call_command
    from django.db import DatabaseError, connection

    from uigwe.web.records.append_only import removal, statements

    def run_all(lines: Any) -> None:
        with connection.cursor() as cursor:
            for line in lines:
                cursor.execute(line)

    put = "INSERT INTO django_session (session_key, session_data, expire_date) VALUES ('k', 'd', '2026-01-01')"
    run_all([*statements(connection.vendor, "django_session"), put])
    try:
        call_command("flush", verbosity=0, interactive=False)  # what happens after each transactional test
        run_all([put])  # the first row is gone, or its key would be taken
        with pytest.raises(DatabaseError, match="append-only"):
            run_all(["DELETE FROM django_session"])
    finally:
        run_all(removal(connection.vendor, "django_session"))


# ── the tree ─────────────────────────────────────────────────────────────────────────────────────────────────────────
# Each rule with a file that it must notice, and one beside it that it must leave in peace.

CORE, SHELL = "src/uigwe/plan/tree.py", "src/uigwe/cli/show.py"
SLASH = "/"

NOTICED = [
    (check_tree.paths_of_one_machine, "docs/a.md", f"see {SLASH}work/shared/plan.txt"),
    (check_tree.paths_of_one_machine, SHELL, f"HOME = '{SLASH}root/.uigwe'"),
    (check_tree.registries_are_not_named, "run", "curl https:" + "//files.python" + "hosted.org/x"),
    (check_tree.locks_hold_no_address, "requirements.lock.txt", "--index-" + "url https:" + "//mirror.example/simple"),
    (check_tree.locks_hold_no_address, "requirements.lock.txt", "django==5.2 # from mirror.ministry.go" + ".kr"),
    (check_tree.locks_hold_no_address, "package-lock.json", '  "resolved": "anything"'),
    (check_tree.floats_stay_out_of_values, CORE, "share = 0.5"),
    (check_tree.floats_stay_out_of_values, "src/uigwe/packs/tables.py", "value = float(written)"),
    (check_tree.floats_stay_out_of_values, "src/uigwe/values/number.py", "LIMIT = 1e6"),
    (check_tree.floats_stay_out_of_values, "src/uigwe/values/number.py", "shown = round(value, 1)"),
    (check_tree.hangul_stays_out_of_code, SHELL, "print('성과지표')"),
    (check_tree.hangul_stays_out_of_code, CORE, "WORD = '# 관리과제'"),
    (
        check_tree.versioned_updates_are_plain,
        "src/uigwe/web/plans/querysets.py",
        "Revision.objects.filter(pk=1, plan__year=2023).filter(version=n).update(version=n + 1)",
    ),
    (
        check_tree.versioned_updates_are_plain,
        "src/uigwe/web/plans/querysets.py",
        "self.filter(Q(plan__closed=False), version=n).update(version=n + 1)",
    ),
    (check_tree.core_is_pure, CORE, "from pathlib import Path"),
    (check_tree.core_is_pure, CORE, "import os.path"),
    (check_tree.core_is_pure, CORE, "import yaml"),
    (check_tree.core_is_pure, CORE, "print(plan)"),
    (check_tree.core_is_pure, CORE, "from datetime import date\ntoday = date.today()"),
]
LEFT_IN_PEACE = [
    (check_tree.paths_of_one_machine, "docs/a.md", f"frame{SLASH}work/a and https://example.org{SLASH}work/b"),
    (check_tree.registries_are_not_named, "README.md", "the package is on PyPI and npm"),
    (check_tree.locks_hold_no_address, "package-lock.json", '"node_modules/htmx.org": {"version": "2.0.11"}'),
    (check_tree.locks_hold_no_address, "README.md", "https://example.org"),
    (check_tree.floats_stay_out_of_values, CORE, "share = Decimal('0.5'); n = 1"),
    (check_tree.floats_stay_out_of_values, SHELL, "timeout = 0.5"),
    (check_tree.hangul_stays_out_of_code, CORE, '"""A management task (관리과제)."""\nX = 1  # 과제, as printed'),
    (check_tree.hangul_stays_out_of_code, "tests/plan/test_tree.py", "assert say(it) == '성과지표'"),
    (check_tree.hangul_stays_out_of_code, "src/uigwe/texts/particles.py", "TOPIC = ('은', '는')"),
    (check_tree.hangul_stays_out_of_code, "years/2023/terms.yaml", "관리과제: 1"),
    (
        check_tree.versioned_updates_are_plain,
        "src/uigwe/web/plans/querysets.py",
        "self.filter(pk=1, version=n).update(version=n + 1); self.filter(plan__year=2023).update(closed=True)",
    ),
    (check_tree.core_is_pure, CORE, "from datetime import date\nfrom uigwe.values import Number\nx = a.now_or(b)"),
    (check_tree.core_is_pure, SHELL, "from pathlib import Path\nprint(1)"),
]


def of_rule(example: Any) -> str:
    return getattr(example, "__name__", "")


@pytest.mark.parametrize(("rule", "path", "text"), NOTICED, ids=of_rule)
def test_a_rule_of_the_tree_notices(rule, path, text):
    assert list(rule(File(path, text)))


@pytest.mark.parametrize(("rule", "path", "text"), LEFT_IN_PEACE, ids=of_rule)
def test_a_rule_of_the_tree_leaves_in_peace(rule, path, text):
    assert list(rule(File(path, text))) == []


def test_every_rule_has_both_controls():
    for examples in (NOTICED, LEFT_IN_PEACE):
        assert {rule for rule, _, _ in examples} == set(check_tree.RULES)


def test_a_secret_is_found(tmp_path):
    (tmp_path / "settings.py").write_text("DATABASE_PASS" + "WORD = 'vK2-sL9_mQ4!tY'\n", encoding="utf-8")
    (tmp_path / "clean.py").write_text("answer = 42\n", encoding="utf-8")

    [found] = check_tree.secrets(tmp_path, ["clean.py", "settings.py"])

    assert found.startswith("settings.py:1: looks like a secret")


def test_a_field_called_password_is_no_secret_and_a_key_in_a_test_is_one(tmp_path):
    (tmp_path / "tests").mkdir()
    key = "-----BEGIN " + "RSA PRIVATE KEY-----"
    (tmp_path / "tests/test_signing.py").write_text(f"password = 'aB3-four_5six'\n{key}\n", encoding="utf-8")
    (tmp_path / "fields.py").write_text("FIELDS = {'pass" + "word': 'PASSWORD'}\n", encoding="utf-8")

    [found] = check_tree.secrets(tmp_path, ["fields.py", "tests/test_signing.py"])

    assert found == "tests/test_signing.py:2: looks like a secret (Private Key)"


def test_a_scan_that_misses_its_canary_is_unknown_not_clean(tmp_path):
    (tmp_path / "clean.py").write_text("answer = 42\n", encoding="utf-8")

    [verdict] = check_tree.secrets(tmp_path, ["clean.py"], detectors_on=False)

    assert verdict.startswith("secrets: unknown")


def test_the_whole_command_fails_on_a_tree_with_a_problem_and_passes_without(tmp_path):
    def check() -> int:
        return subprocess.run(
            [sys.executable, str(ROOT / "tools/check_tree.py"), str(tmp_path)], capture_output=True, check=False
        ).returncode

    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    assert check() == 1  # no file at all: unknown

    page = tmp_path / "page.md"
    page.write_text("fine\n", encoding="utf-8")
    assert check() == 0

    page.write_text(f"see {SLASH}farm/x\n", encoding="utf-8")
    assert check() == 1


# ── locks, rooms and commands ────────────────────────────────────────────────────────────────────────────────────────


def house(folder: Path) -> Path:
    for name in ("pyproject.toml", "requirements.lock.txt", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def test_the_locks_agree_with_what_is_asked_for():
    assert list(check_tree.locks_agree(ROOT)) == []


@pytest.mark.parametrize(
    ("name", "was", "becomes"),
    [
        ("pyproject.toml", "django==5.2.19", "django>=5.2"),
        ("pyproject.toml", "django==5.2.19", "django==5.2.18"),
        ("requirements.lock.txt", "--hash=sha256:", "--hush=sha256:"),
        ("package.json", '"2.0.11"', '"2.0.12"'),
    ],
)
def test_a_lock_that_disagrees_is_noticed(tmp_path, name, was, becomes):
    changed = house(tmp_path) / name
    changed.write_text(changed.read_text(encoding="utf-8").replace(was, becomes), encoding="utf-8")

    assert list(check_tree.locks_agree(tmp_path))


def rooms() -> set[str]:
    return {path.parent.name for path in (ROOT / "src/uigwe").glob("*/__init__.py")}


def test_the_purity_contract_names_every_core_room_that_exists():
    [contract] = [found for found in PROJECT["tool"]["importlinter"]["contracts"] if found["id"] == "pure-core"]

    assert set(contract["source_modules"]) == {f"uigwe.{room}" for room in rooms() & set(check_tree.CORE_ROOMS)}


def test_contracts_notice_a_room_that_looks_up_and_a_cli_that_knows_django(tmp_path):
    for room in (*check_tree.CORE_ROOMS, "cli"):
        (tmp_path / f"uigwe/{room}").mkdir(parents=True)
        (tmp_path / f"uigwe/{room}/__init__.py").touch()
    (tmp_path / "uigwe/__init__.py").touch()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)

    def lint() -> str:
        lint = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; lint_imports(no_cache=True)"
        return subprocess.run(
            [sys.executable, "-c", lint], cwd=tmp_path, capture_output=True, text=True, check=False
        ).stdout

    assert "3 kept, 0 broken" in lint()

    (tmp_path / "uigwe/values/number.py").write_text("import os\nfrom uigwe import plan\n", encoding="utf-8")
    (tmp_path / "uigwe/cli/show.py").write_text("import django\n", encoding="utf-8")
    assert "0 kept, 3 broken" in lint()

    (tmp_path / "uigwe/attic").mkdir()
    (tmp_path / "uigwe/attic/__init__.py").touch()
    assert "attic" in lint()  # a room without a floor


def test_every_command_names_a_module_that_exists_or_a_room_still_to_come():
    for name, target in PROJECT["project"]["entry-points"]["uigwe.commands"].items():
        module, _, function = target.partition(":")
        path = ROOT / "src" / Path(*module.split(".")).with_suffix(".py")
        if path.parent.joinpath("__init__.py").is_file() and path.is_file():
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
            names |= {
                target.id
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            assert function in names, f"uigwe {name}: {path} has no {function}"


# ── set-up ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_run_is_sound_bash_and_explains_itself():
    assert subprocess.run(["bash", "-n", "run"], cwd=ROOT, check=False).returncode == 0
    printed = subprocess.run(["./run", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    verbs = re.findall(r"^  (\w+)\)", (ROOT / "run").read_text(encoding="utf-8"), re.MULTILINE)
    for verb in {*verbs} - {"help"}:
        assert f"./run {verb}" in printed, verb


def options_of(verb: str) -> set[str]:
    """What the program behind a verb takes, by its own words."""
    if verb in ("setup", "lock"):
        return set()
    if verb == "check":
        return {"--fix"}
    if verb == "test":
        told = ast.get_docstring(ast.parse((ROOT / "tools/test.py").read_text(encoding="utf-8"))) or ""
        return set(re.findall(r"\./run test (--[a-z]+)", told))
    if verb in ("bench", "bars"):
        program = ROOT / "benchmarks" / {"bench": "__main__.py", "bars": "bars.py"}[verb]
        return set(re.findall(r'add_argument\("(--[a-z]+)"', program.read_text(encoding="utf-8")))
    from uigwe.cli.parser import Parser
    from uigwe.web import commands

    parser = Parser(prog=verb, description="", language="en")
    getattr(commands, verb).arguments(parser)
    return {word for action in parser._actions for word in action.option_strings} - {"-h", "--help"} | {"--lang"}


@pytest.mark.parametrize("verb", ["setup", "demo", "serve", "test", "check", "bench", "bars", "lock"])
def test_what_a_verb_takes_is_told_at_once_where_nothing_is_set_up(tmp_path, verb):
    shutil.copy(ROOT / "run", tmp_path / "run")
    environment = {"PATH": only(tmp_path, "bash", "cat", "dirname", "readlink")}
    told = subprocess.run(
        ["bash", "run", verb, "--help"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    ).stdout

    assert told.startswith(f"./run {verb}")
    assert set(re.findall(r"^  (--[a-z-]+)", told, re.MULTILINE)) == options_of(verb)


def test_an_unknown_verb_is_refused_in_both_languages():
    refused = subprocess.run(["./run", "dance"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert refused.returncode == 1
    assert "'dance'은(는) 없는 명령입니다" in refused.stderr and "'dance' is not one of the commands" in refused.stderr


def test_without_python_run_says_what_to_install(tmp_path):
    shutil.copy(ROOT / "run", tmp_path / "run")
    environment = {"PATH": only(tmp_path, "bash", "cat", "cut", "dirname", "mkdir", "readlink", "rm", "sha256sum")}
    script = (tmp_path / "run").read_text(encoding="utf-8").replace("/usr/bin/python3;", "no-such-python;")
    (tmp_path / "run").write_text(script, encoding="utf-8")

    refused = subprocess.run(
        ["bash", "run", "setup"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )

    assert refused.returncode == 1
    assert "apt-get install python3 python3-venv" in refused.stderr and "Python 3.11 이상이 없습니다" in refused.stderr


def test_a_style_sheet_that_points_at_another_site_is_refused():
    assert frontend.outside_addresses("a{background:url(//cdn.example/a.png)} /* see https://b.example */") == [
        "//cdn.example/a.png"
    ]
    assert frontend.outside_addresses('@import "https://fonts.example/f.css";') == ["https://fonts.example/f.css"]
    assert frontend.outside_addresses("a{background:url(../img/a.svg)} @import '../token.css';") == []


def test_the_state_emblem_is_left_out_and_nothing_points_at_it():
    sheet = "a{background:url(../img/ico_logo_krds.svg) no-repeat} b{background:url(../img/ico_go.svg)}\n/*# sourceMappingURL=a.map */"

    assert (
        frontend.without_what_is_left_out(sheet)
        == "a{background:none no-repeat} b{background:url(../img/ico_go.svg)}\n"
    )


def test_what_setup_fetched_refers_only_to_files_that_are_there():
    vendor = ROOT / "src/uigwe/web/static/vendor"
    sheets = list(vendor.rglob("*.css"))
    assert sheets, "./run setup fetches them"
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        assert frontend.outside_addresses(text) == []
        missing = [path.name for path in frontend.referred(text, sheet) if not path.is_file()]
        assert missing == [], sheet
    assert not [path for path in vendor.rglob("*") if frontend.LEFT_OUT.search(path.name)]


# ── settings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_variable_of_the_environment_is_in_the_manual():
    told = set(re.findall(r"UIGWE_[A-Z_]*[A-Z]", (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")))
    read = set()
    for path in (ROOT / "src").rglob("*.py"):
        read |= set(re.findall(r"UIGWE_[A-Z_]*[A-Z]", path.read_text(encoding="utf-8")))

    assert "UIGWE_HOME" in read
    assert read - told == set()
