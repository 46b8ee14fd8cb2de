"""A site of its own for a measurement: a folder, a database, invented people, and `uigwe serve` as it ships."""

import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.asking import get
from benchmarks.pages import family, free_port

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 180  # seconds; the machine may be busy, and a site that is well answers long before
NO_POSTGRES = 69  # tools/pg_tmp.sh


@dataclass
class Site:
    """A folder with a database behind it. `town` is what `benchmarks.town` invented: people, their sessions, their fields."""

    home: Path
    url: str = ""
    town: dict[str, Any] = field(default_factory=dict)
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def environment(self) -> dict[str, str]:
        """What every process of this site is started with."""
        given = {**os.environ, "UIGWE_HOME": str(self.home), "UIGWE_TLS": "local", "PYTHONUTF8": "1"}
        given["UIGWE_SESSION_IDLE_MINUTES"] = (
            "480"  # on a machine that is busy a part may take longer than a session rests
        )
        given.pop("UIGWE_DATABASE_URL", None)
        return {**given, "UIGWE_DATABASE_URL": self.url} if self.url else given

    def tell(self, *words: str) -> Any:
        """Ask `benchmarks.town` in a process of its own: a question about the tables, or something to be invented."""
        command = [sys.executable, "-m", "benchmarks.town", *words]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{' '.join(words)}: {done.stderr.decode(errors='replace')[-2000:]}")
        return json.loads(done.stdout)

    def start(self, *before: str, command: tuple[str, ...] = (), **environment: str) -> None:
        """`uigwe serve`, two workers, as an office starts it; back when it answers. `before` is put in front of the command."""
        self.port = free_port()
        uigwe = command or (str(Path(sys.executable).parent / "uigwe"),)
        log = (self.home / "log").open("ab")
        self.process = subprocess.Popen(
            [*before, *uigwe, "serve", "--port", str(self.port)],
            cwd=ROOT,
            env={**self.environment, **environment},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        log.close()
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                if get(self.port, "/sign-in/", timeout=10).status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise OSError(f"the site does not start: {self.said()[-500:]}")

    def said(self) -> str:
        """What the processes of the site have written so far."""
        file = self.home / "log"
        return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""

    @property
    def processor(self) -> float:
        """Seconds of processor time that the site has used so far."""
        ticks = 0
        for pid in family(self.process.pid) if self.process else []:
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
            except OSError:
                continue
        return ticks / os.sysconf("SC_CLK_TCK")

    def stop(self, with_signal: int = signal.SIGTERM) -> None:
        """End it and everything that it started."""
        if self.process is None:
            return
        try:
            os.killpg(self.process.pid, with_signal)
            self.process.wait(30)
        except ProcessLookupError:
            pass
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
        self.process = None


@contextmanager
def made(people: int) -> Iterator[Site]:
    """A site with a published plan, an open round and so many people in it, in a database of its own beside the one the environment names."""
    with (
        tempfile.TemporaryDirectory(prefix="uigwe-site.") as home,
        _database(os.environ.get("UIGWE_DATABASE_URL", "")) as url,
    ):
        site = Site(Path(home), url)
        site.town = site.tell("invent", str(people))
        try:
            yield site
        finally:
            site.stop()


@contextmanager
def _database(url: str) -> Iterator[str]:
    """An empty database on that server, gone afterwards; nothing for SQLite, whose file lies in the site's folder."""
    if not url:
        yield ""
        return
    import psycopg

    name = f"site_{secrets.token_hex(4)}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{url.rpartition('/')[0]}/{name}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
