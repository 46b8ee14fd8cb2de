"""A Python that has read the libraries already, and forks for each command that it is given: a process of its own, with an
environment of its own, without the second that reading the libraries takes each time; where commands audit the plan that
ships (`audits`), without the seconds of that.

What depends on settings or on the environment is read by the forked process, never before: no settings, no model, nothing
of `uigwe.web`.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 60  # seconds for one command
LIBRARIES = """
    argon2 argparse babel concurrent.futures csv decimal fractions html http.server importlib.metadata inspect logging
    markdown_it multiprocessing openpyxl rich.console rich.table sqlite3 uuid xml.dom.minidom yaml zipfile
    django.apps django.conf django.contrib.auth.hashers django.contrib.auth.password_validation django.contrib.staticfiles
    django.core.handlers.wsgi django.core.mail.backends.filebased django.core.management
    django.core.management.commands.migrate django.core.servers.basehttp django.db.migrations.executor django.db.models
    django.forms django.http django.middleware.csrf django.shortcuts django.template.defaulttags
    django.template.loader_tags django.test.signals django.urls django.utils.html django.views.generic
    csp.middleware django_htmx.middleware whitenoise.storage psycopg
    uigwe.audit uigwe.cli uigwe.cli.parser uigwe.cli.troubles uigwe.operations uigwe.operations.collecting
    uigwe.operations.importing uigwe.packs uigwe.reports uigwe.review uigwe.texts
"""


class Warm:
    """`warm(words, environment)`: `uigwe` with these words, and what it printed."""

    def __init__(self, *, audits: bool = False) -> None:
        self.asked = 0
        command = [sys.executable, "-m", "tests.warm", *(["audits"] if audits else [])]
        self.server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Warm:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self.server.stdin and self.server.stdout
        self.server.stdin.close()
        self.server.wait(10)
        self.server.stdout.close()

    def __call__(
        self, words: Sequence[str], environment: Mapping[str, str], given: str = ""
    ) -> subprocess.CompletedProcess[str]:
        assert self.server.stdin and self.server.stdout
        with tempfile.TemporaryDirectory(prefix="uigwe-warm.") as folder:
            streams = [Path(folder) / name for name in ("in", "out", "err")]
            streams[0].write_text(given, encoding="utf-8")
            self.asked += 1
            asked = {"words": list(words), "environment": dict(environment), "streams": [str(one) for one in streams]}
            self.server.stdin.write(json.dumps([self.asked, asked]) + "\n")
            self.server.stdin.flush()
            number, code = 0, 0
            while number != self.asked:  # a test that ran out of time left its answer behind
                number, code = map(int, self.server.stdout.readline().split())
            out, err = (one.read_text(encoding="utf-8", errors="replace") for one in streams[1:])
        return subprocess.CompletedProcess(list(words), code, out, err)


def serve() -> None:
    """Reads the libraries, then one command a line, until nobody asks any more."""
    from django.conf import settings

    for name in LIBRARIES.split():
        import_module(name)
    quick_passwords()
    if sys.argv[1:] == ["audits"]:
        audited_once()
    assert not settings.configured and not [name for name in sys.modules if name.startswith("uigwe.web")]
    answers = os.fdopen(os.dup(1), "w")
    for line in sys.stdin:
        number, asked = json.loads(line)
        child = os.fork()
        if child == 0:
            run(**asked)
        print(number, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=answers, flush=True)


def quick_passwords() -> None:
    """How long a password takes to be signed is no affair of these tests."""
    from django.contrib.auth.hashers import Argon2PasswordHasher as Hasher

    Hasher.time_cost, Hasher.memory_cost, Hasher.parallelism = 1, 8, 1


def audited_once() -> None:
    """The plan that ships has been audited before the first command is: each of them would do it anew."""
    from tests import shipped
    from uigwe.audit import Case, Report
    from uigwe.operations import auditing

    really, case, known = auditing.audit, Case(shipped.pack().plan), shipped.report()

    def audit(asked: Case) -> Report:
        return known if asked == case else really(asked)

    auditing.audit = audit


def run(words: list[str], environment: dict[str, str], streams: list[str]) -> Any:
    """In the forked process: what a shell does before it starts a command, the command, and the end."""
    code = 1
    try:
        signal.alarm(LIMIT)
        os.environ.clear()
        os.environ.update(environment)
        for number, path in enumerate(streams):
            os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), number)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.argv = ["uigwe", *words]
        from uigwe.cli import main

        code = main(words)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve()
