"""The site's commands, run as a person runs them: in a process and a folder of their own, on either database."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.warm import Warm

pytestmark = pytest.mark.database
DATABASE = os.environ.get("UIGWE_DATABASE_URL", "")
YEARS = Path(__file__).parents[2] / "years/2023"


@dataclass(frozen=True)
class Site:
    """`site("verify", "--head", file)`: one folder, one database, and the command run on them."""

    home: Path
    url: str
    warm: Warm

    def __call__(self, *words: object, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return self.warm([*map(str, words)], surroundings(self.home, self.url, **environment), given)


def surroundings(home: Path, url: str, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("UIGWE_", "DJANGO_"))}
    return {**kept, "UIGWE_HOME": str(home), "UIGWE_DATABASE_URL": url, "PYTHONUTF8": "1", **more}


COLD = [sys.executable, "-c", "from uigwe.cli import main; raise SystemExit(main())"]


class Sites:
    """Sites of which nothing exists yet, or copies of others; on PostgreSQL each with a database, gone at the end."""

    def __init__(self, warm: Warm) -> None:
        self.warm = warm
        self.made: list[str] = []

    def empty(self, folder: Path) -> Site:
        return Site(folder / "home", self.database(), self.warm)

    def copied(self, site: Site, folder: Path) -> Site:
        shutil.copytree(site.home, folder / "home", ignore=shutil.ignore_patterns("static"))
        return Site(folder / "home", self.database(like=site.url), self.warm)

    def database(self, like: str = "") -> str:
        """Its address; on SQLite, whose file lies in the folder, empty text."""
        if not DATABASE:
            return ""
        name = f"uigwe_commands_{os.getpid()}_{len(self.made)}"
        template = f' TEMPLATE "{like.rpartition("/")[2]}"' if like else ""
        self.ask(f'CREATE DATABASE "{name}"{template}')
        self.made.append(name)
        return DATABASE.rpartition("/")[0] + f"/{name}"

    def drop(self) -> None:
        for name in self.made:
            self.ask(f'DROP DATABASE "{name}" WITH (FORCE)')

    def ask(self, sql: str) -> None:
        import psycopg

        with psycopg.connect(DATABASE, autocommit=True) as connection:
            connection.execute(sql)  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def sites() -> Iterator[Sites]:
    with Warm(audits=not DATABASE) as warm:  # no command of the quick run on PostgreSQL audits a plan
        made = Sites(warm)
        yield made
        made.drop()


# Four sites are made once; tests work on copies of them, and none knows of another.


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Site:
    """A real site without people."""
    site = sites.empty(tmp_path_factory.mktemp("migrated"))
    done = site("migrate")
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def prepared(
    migrated: Site, tmp_path_factory: pytest.TempPathFactory, sites: Sites
) -> tuple[Site, subprocess.CompletedProcess[str]]:
    """The demo, and what it said."""
    site = sites.copied(migrated, tmp_path_factory.mktemp("prepared"))
    done = site("demo", "--plain", "--no-serve")
    assert done.returncode == 0, done.stderr
    return site, done


@pytest.fixture(scope="module")
def with_one_person(migrated: Site, tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Site:
    """A real site with one person, who keeps the plan."""
    site = sites.copied(migrated, tmp_path_factory.mktemp("office"))
    words = ("--name", "Kim", "--agency", "mss", "--organisations", YEARS / "organisations.csv")
    done = site("person", "2023001", *words, "--role", "performance_office", given="a long sentence of 2023\n")
    assert done.returncode == 0, done.stderr
    return site


@pytest.fixture(scope="module")
def with_a_plan(
    with_one_person: Site, tmp_path_factory: pytest.TempPathFactory, sites: Sites
) -> tuple[Site, subprocess.CompletedProcess[str]]:
    """A real site whose person published a plan, and what was said."""
    site = sites.copied(with_one_person, tmp_path_factory.mktemp("planned"))
    done = site("load", YEARS / "plans/mss", "--by", "2023001", "--publish")
    assert done.returncode == 0, done.stderr
    return site, done


@pytest.fixture
def uigwe(tmp_path: Path, sites: Sites) -> Site:
    """A site of which nothing exists yet."""
    return sites.empty(tmp_path)


@pytest.fixture
def ready(migrated: Site, tmp_path: Path, sites: Sites) -> Site:
    """A real site that is ready to serve."""
    return sites.copied(migrated, tmp_path)


@pytest.fixture
def demo(prepared: tuple[Site, object], tmp_path: Path, sites: Sites) -> Site:
    """The demo, loaded and not serving."""
    return sites.copied(prepared[0], tmp_path)


@pytest.fixture
def office(with_one_person: Site, tmp_path: Path, sites: Sites) -> Site:
    """A real site with one person."""
    return sites.copied(with_one_person, tmp_path)


@pytest.fixture
def planned(with_a_plan: tuple[Site, object], tmp_path: Path, sites: Sites) -> Site:
    """A real site with a published plan."""
    return sites.copied(with_a_plan[0], tmp_path)


@pytest.mark.once
def test_a_command_that_a_shell_starts_says_the_same(ready):
    """The other tests start theirs from a Python that is warm; this is how a person's starts."""
    for words in (["verify"], ["--lang", "en", "load", "nowhere", "--by", "nobody"]):
        cold = subprocess.run(
            [*COLD, *words],
            env=surroundings(ready.home, ready.url),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        warm = ready(*words)
        assert (cold.returncode, cold.stdout, cold.stderr) == (warm.returncode, warm.stdout, warm.stderr)


# ── demo ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.slow_on_postgres
def test_the_demo_loads_every_plan_says_who_can_sign_in_and_does_nothing_twice(prepared, demo):
    _, first = prepared
    again = demo("--lang", "en", "demo", "--plain", "--no-serve")

    assert again.returncode == 0
    assert "mss 2023" in first.stdout
    assert "office-uigwe-2023" in first.stdout
    assert "mss 2023" not in again.stdout
    assert "Performance office" in again.stdout


@pytest.mark.once
def test_the_demo_is_not_opened_to_other_machines(uigwe):
    assert uigwe("demo", "--host", "0.0.0.0", "--no-serve").returncode == 2  # noqa: S104


@pytest.mark.once
def test_without_plans_the_demo_says_where_it_looked(ready, tmp_path):
    done = ready("demo", "--no-serve", UIGWE_YEARS=str(tmp_path / "nothing"))

    assert (done.returncode, str(tmp_path / "nothing") in done.stderr) == (2, True)
    assert "Traceback" not in done.stderr


# ── serve ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.once
def test_a_taken_port_is_a_sentence(uigwe):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = uigwe("serve", "--port", port)

    assert done.returncode == 2
    assert str(port) in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_site_whose_database_is_not_ready_says_what_to_run(uigwe):
    done = uigwe("serve", "--port", free_port())

    assert (done.returncode, "uigwe migrate" in done.stderr) == (2, True)


@pytest.mark.once
@pytest.mark.parametrize(
    ("environment", "word"),
    [({"UIGWE_DEBUG": "1"}, "UIGWE_DEBUG"), ({"UIGWE_SECRET_KEY": "a" * 60}, "UIGWE_SECRET_KEY")],
)
def test_an_unsafe_site_is_not_started(ready, environment, word):
    done = ready("serve", "--port", free_port(), **environment)

    assert (done.returncode, word in done.stderr) == (2, True)


@pytest.mark.once
def test_people_of_the_demo_do_not_come_along_into_a_real_site(demo):
    done = demo("serve", "--port", free_port())

    assert done.returncode == 2
    assert "office" in done.stderr


@pytest.mark.once
def test_without_tls_the_site_stays_on_this_machine(uigwe):
    assert uigwe("serve", "--host", "0.0.0.0").returncode == 2  # noqa: S104


@pytest.mark.once
def test_djangos_own_deployment_check_has_nothing_to_say_of_the_shipped_settings(uigwe, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            **surroundings(tmp_path / "home", "", UIGWE_TLS="proxy", DJANGO_SETTINGS_MODULE="uigwe.web.settings"),
            "UIGWE_SECRET_KEY": "".join(chr(33 + number) for number in range(60)),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.slow_on_postgres
def test_the_site_serves_and_finishes_what_it_began_when_told_to_stop(ready):
    with serving(ready.home, ready.url) as (process, port):
        assert get(port, "/sign-in/") == 200
        assert get(port, "/nowhere/") == 404
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


@contextlib.contextmanager
def serving(home: Path, url: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    port = free_port()
    command = [*COLD, "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=surroundings(home, url), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.1)
        yield process, port
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@pytest.mark.once
def test_the_key_is_made_once_and_only_its_owner_reads_it(ready):
    key = ready.home / "secret.key"
    first = key.read_text()
    assert ready("migrate").returncode == 0

    assert key.read_text() == first
    assert len(first) >= 64
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.once
def test_a_setting_that_makes_no_sense_is_a_sentence(uigwe):
    for more in ({"UIGWE_DATABASE_URL": "mysql://x/y"}, {"UIGWE_TODAY": "yesterday"}):
        done = uigwe("migrate", **more)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


# ── verify ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_verify_says_that_all_is_well_and_notes_the_head(planned, tmp_path):
    done = planned("verify", "--write-head", tmp_path / "head.json")

    assert done.returncode == 0
    assert json.loads((tmp_path / "head.json").read_text())["sequence"] == 4
    assert planned("verify", "--head", tmp_path / "head.json").returncode == 0


@pytest.mark.slow_on_postgres
def test_verify_finds_what_was_cut_since_the_head_was_noted_and_refuses_what_is_no_head(planned, tmp_path):
    (tmp_path / "head.json").write_text(json.dumps({"sequence": 5, "hash": "0" * 64}))
    done = planned("--lang", "en", "verify", "--head", tmp_path / "head.json")

    assert done.returncode == 1
    assert "entry 5" in done.stderr

    (tmp_path / "head.json").write_text("[]")
    assert planned("verify", "--head", tmp_path / "head.json").returncode == 2


@pytest.mark.once  # tests/web/test_chain.py does it on both
def test_verify_notices_a_change_made_behind_the_sites_back(planned):
    with sqlite3.connect(planned.home / "uigwe.sqlite3") as file:
        file.execute("DROP TRIGGER records_auditentry_no_update")
        file.execute("UPDATE records_auditentry SET who = 'somebody' WHERE sequence = 1")
    file.close()
    done = planned("--lang", "en", "verify")

    assert done.returncode == 1
    assert "Entry 1" in done.stderr
    assert "records_auditentry_no_update" in done.stderr


# ── backup ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def backup(with_a_plan: tuple[Site, object], tmp_path_factory: pytest.TempPathFactory, sites: Sites) -> Path:
    folder = tmp_path_factory.mktemp("backup")
    site = sites.copied(with_a_plan[0], folder)
    (site.home / "files").mkdir()
    (site.home / "files/evidence.txt").write_text("a file of an officer")
    target: Path = folder / "one.uigwe"
    done = site("backup", target)
    assert done.returncode == 0, done.stderr
    return target


def test_a_backup_comes_back_whole_into_an_empty_place(backup, tmp_path, sites):
    restored = sites.empty(tmp_path)
    done = restored("backup", "--restore", backup)

    assert done.returncode == 0, done.stderr
    assert (restored.home / "files/evidence.txt").read_text() == "a file of an officer"
    assert restored("verify").returncode == 0


@pytest.mark.once
def test_no_key_is_inside(backup, with_a_plan):
    key = (with_a_plan[0].home / "secret.key").read_bytes()
    with zipfile.ZipFile(backup) as archive:
        assert not [name for name in archive.namelist() if "secret" in name]
        assert not [name for name in archive.namelist() if key in archive.read(name)]


@pytest.mark.once
@pytest.mark.parametrize("harm", ["cut", "flipped", "missing", "added", "not a backup"])
def test_a_backup_that_is_not_whole_is_refused_and_nothing_is_written(backup, uigwe, tmp_path, harm):
    harmed = tmp_path / "harmed.uigwe"
    raw = backup.read_bytes()
    if harm == "cut":
        harmed.write_bytes(raw[: len(raw) // 2])
    elif harm == "flipped":
        harmed.write_bytes(raw[:3000] + bytes([raw[3000] ^ 1]) + raw[3001:])
    elif harm == "not a backup":
        harmed.write_bytes(b"hello")
    else:
        with zipfile.ZipFile(backup) as old, zipfile.ZipFile(harmed, "w") as new:
            for name in old.namelist():
                if harm == "added" or "evidence" not in name:
                    new.writestr(name, old.read(name))
            if harm == "added":
                new.writestr("files/../../escaped.txt", "x")
    done = uigwe("backup", "--restore", harmed)

    assert done.returncode == 2, done.stdout
    assert "Traceback" not in done.stderr
    assert not uigwe.home.exists()


def test_a_place_with_data_is_not_overwritten_and_neither_is_a_backup(planned, backup):
    assert planned("backup", "--restore", backup).returncode == 2
    assert planned("backup", backup).returncode == 2


# ── people and plans of a real site ──────────────────────────────────────────────────────────────────────────────────


def test_a_site_gets_its_people_and_its_plan_from_the_terminal(with_a_plan, planned):
    _, first = with_a_plan
    again = planned("--lang", "en", "load", YEARS / "plans/mss", "--by", "2023001", "--publish")

    assert (first.returncode, again.returncode) == (0, 0), again.stderr
    assert "Kim" in again.stdout
    assert "Nothing changed" in again.stdout
    assert planned("verify").returncode == 0


@pytest.mark.once
def test_a_weak_password_a_missing_body_and_an_unknown_person_are_sentences(office):
    for words, given in (
        (("person", "2", "--name", "Lee", "--agency", "mss"), "short\n"),
        (("person", "3", "--name", "Lee", "--agency", "nowhere"), "a long sentence of 2023\n"),
        (("person", "4"), ""),
        (("load", YEARS / "plans/mss", "--by", "nobody"), ""),
    ):
        done = office(*words, given=given)
        assert (done.returncode, "Traceback" in done.stderr) == (2, False), words
        assert done.stderr.strip()


@pytest.mark.once
def test_a_person_without_the_right_cannot_load(office):
    assert office("person", "2023001", "--no-roles").returncode == 0
    done = office("load", YEARS / "plans/mss", "--by", "2023001")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.once
def test_people_of_the_demo_are_not_put_into_a_real_site(office):
    done = office("demo", "--no-serve")

    assert (done.returncode, "2023001" in done.stderr) == (2, True)


@pytest.mark.once
def test_starting_the_demo_anew_never_empties_a_folder_that_somebody_named(office):
    done = office("demo", "--fresh", "--no-serve")

    assert done.returncode == 2
    assert (office.home / "secret.key").exists()
