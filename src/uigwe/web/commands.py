"""The site's sub-commands of `uigwe`: serve, migrate, demo, verify, backup, person, load, remind, sweep. What they do lives in modules of its own."""

import argparse
import dataclasses
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from uigwe.web.terminal import Stop, about, complain, say

UNREADABLE = 2

Arguments = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Command:
    """A sub-command, in the shape that `uigwe` expects: a line in each language, its arguments, what it does."""

    ko: str
    en: str
    arguments: Arguments
    run: Run


def _command(name: str, arguments: Arguments, run: Run) -> Command:
    ko, en = about(f"command-{name}")
    return Command(ko, en, arguments, partial(_guarded, run))


def _guarded(run: Run, given: argparse.Namespace) -> int:
    try:
        return run(given)
    except Stop as stop:
        complain(stop, given.language)
        return UNREADABLE
    except Exception as error:
        from uigwe.web.room import where_full

        where = where_full(error)
        if not where:
            raise
        complain(Stop(f"no-room-{where}", home=os.environ.get("UIGWE_HOME", "")), given.language)
        return UNREADABLE


def _help(option: str) -> str:
    return " · ".join(about(f"help-{option}"))


def _address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help=_help("host"))
    parser.add_argument("--port", type=int, default=8000, help=_help("port"))


# ── serve ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    _address(parser)
    parser.add_argument("--workers", type=int, default=2, help=_help("workers"))
    parser.add_argument("--behind-proxy", action="store_true", help=_help("behind-proxy"))
    parser.add_argument("--certificate", type=Path, metavar="FILE", help=_help("certificate"))
    parser.add_argument("--private-key", type=Path, metavar="FILE", help=_help("private-key"))


def _serve(given: argparse.Namespace) -> int:
    from uigwe.web import serving, starting

    own = {"certfile": str(given.certificate), "keyfile": str(given.private_key)} if given.certificate else {}
    server = serving.Server(given.host, given.port, given.workers, more=own)
    tls = "proxy" if given.behind_proxy else "own" if own else "local"
    if tls == "local" and not serving.is_this_machine(given.host):
        raise Stop("not-this-machine", host=given.host)
    serving.refuse_taken_port(server)
    starting.start(UIGWE_TLS=tls, UIGWE_STATIC="collected", UIGWE_DEMO="")
    if count := starting.pending():
        raise Stop("not-migrated", count=count)
    serving.refuse_unsafe()
    starting.tidy()
    starting.collect()
    say("site-open", given.language, address=server.address)
    serving.run(server)
    return 0


# ── demo ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _demo_arguments(parser: argparse.ArgumentParser) -> None:
    _address(parser)
    parser.add_argument("--no-serve", action="store_true", help=_help("no-serve"))
    parser.add_argument("--fresh", action="store_true", help=_help("fresh"))
    parser.add_argument("--plain", action="store_true", help=_help("plain"))


def _demo(given: argparse.Namespace) -> int:
    from uigwe.web import demo, serving, starting

    server = serving.Server(given.host, given.port)
    if not serving.is_this_machine(given.host):
        raise Stop("not-this-machine", host=given.host)
    if not given.no_serve:
        serving.refuse_taken_port(server)
    if given.fresh:
        _forget_demo(given.plain)
    os.environ.setdefault("UIGWE_HOME", str(_demo_home(given.plain)))
    os.environ.setdefault("UIGWE_TODAY", demo.PLAIN_TODAY if given.plain else demo.TODAY)
    starting.start(UIGWE_TLS="local", UIGWE_STATIC="collected", UIGWE_DEMO="1", UIGWE_DEBUG="")
    starting.migrate()
    starting.collect()
    demo.load(given.language, given.plain)
    demo.introduce(given.language)
    if given.no_serve:
        return 0
    say("demo-open", given.language, address=server.address, home=os.environ["UIGWE_HOME"])
    serving.run(server)
    return 0


def _forget_demo(plain: bool) -> None:
    """Start the demo anew. Only the demo's own folder is ever removed, never one that somebody named, nor a server's database."""
    if os.environ.get("UIGWE_HOME") or os.environ.get("UIGWE_DATABASE_URL"):
        raise Stop("fresh-only-default")
    shutil.rmtree(_demo_home(plain), ignore_errors=True)


def _demo_home(plain: bool) -> Path:
    """In a checkout a folder below `var`, which git ignores; elsewhere one of this user's among the temporary ones."""
    from uigwe.operations.years import years
    from uigwe.web import demo

    name = demo.PLAIN_FOLDER if plain else demo.FOLDER
    checkout = years().parent
    if (checkout / "pyproject.toml").is_file() and os.access(checkout, os.W_OK):
        return checkout / "var" / name
    return Path(tempfile.gettempdir()) / f"uigwe-{name}-{os.getuid()}"


# ── migrate ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _migrate_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--runtime-role", metavar="ROLE", help=_help("runtime-role"))


def _migrate(given: argparse.Namespace) -> int:
    from uigwe.web import starting

    starting.start()
    starting.migrate()
    say("migrated", given.language, database=starting.database_name())
    if given.runtime_role:
        from uigwe.web.records.runtime_role import grant

        grant(given.runtime_role)
        say("granted", given.language, role=given.runtime_role)
    return 0


# ── verify ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--head", type=Path, metavar="FILE", help=_help("head"))
    parser.add_argument("--write-head", type=Path, metavar="FILE", help=_help("write-head"))


def _verify(given: argparse.Namespace) -> int:
    from uigwe.web import verifying

    _ready()
    return verifying.verify(given.head, given.write_head, given.language)


# ── backup ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_help("backup-file"))
    parser.add_argument("--restore", action="store_true", help=_help("restore"))


def _backup(given: argparse.Namespace) -> int:
    from uigwe.web import backups, starting

    if given.restore:
        backups.restore(given.file, given.language)
        return 0
    starting.start()
    backups.make(given.file, given.language)
    return 0


# ── person, load ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _person_arguments(parser: argparse.ArgumentParser) -> None:
    from uigwe.review import Role

    roles = [role.value for role in Role if role is not Role.PUBLIC]
    parser.add_argument("username", help=_help("username"))
    parser.add_argument("--name", default="", help=_help("name"))
    parser.add_argument("--agency", default="", help=_help("agency"))
    parser.add_argument("--division", default="", help=_help("division"))
    parser.add_argument("--email", default=None, help=_help("email"))
    parser.add_argument("--role", action="append", choices=roles, help=_help("role"))
    parser.add_argument("--no-roles", dest="role", action="store_const", const=[], help=_help("no-roles"))
    parser.add_argument("--password", action="store_true", help=_help("password"))
    parser.add_argument("--close", action="store_true", help=_help("close"))
    parser.add_argument("--organisations", type=Path, metavar="FILE", help=_help("organisations"))


def _person(given: argparse.Namespace) -> int:
    from uigwe.web import registering

    _ready()
    if given.organisations:
        registering.organisations(given.organisations, given.language)
    registering.person(
        given.username,
        given.name,
        given.agency,
        given.division,
        given.role,
        given.close,
        given.password,
        given.language,
        given.email,
    )
    return 0


def _load_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help=_help("folder"))
    parser.add_argument("--by", required=True, metavar="USERNAME", help=_help("by"))
    parser.add_argument("--publish", action="store_true", help=_help("publish"))
    parser.add_argument("--note", default="", help=_help("note"))


def _load(given: argparse.Namespace) -> int:
    from uigwe.web import registering

    _ready()
    registering.load(given.folder, given.by, given.publish, given.note, given.language)
    return 0


# ── remind ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _remind_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--day", metavar="YYYY-MM-DD", help=_help("day"))


def _remind(given: argparse.Namespace) -> int:
    from datetime import date

    _ready()
    from uigwe.web.collecting.reminding import remind as do

    try:
        day = date.fromisoformat(given.day) if given.day else None
    except ValueError:
        raise Stop("no-such-day", day=given.day) from None
    told = do(day)
    say("reminded", given.language, **dataclasses.asdict(told))
    if told.failed:
        from django.conf import settings

        server = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
        complain(Stop(told.problem, count=told.failed, server=server), given.language)
    return 1 if told.failed else 0


# ── sweep ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _sweep_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--hours", type=int, default=24, metavar="N", help=_help("hours"))
    parser.add_argument("--try", dest="try_only", action="store_true", help=_help("try"))


def _sweep(given: argparse.Namespace) -> int:
    from datetime import timedelta

    _ready()
    from uigwe.web.sweeping import sweep as do

    told = do(timedelta(hours=max(1, given.hours)), try_only=given.try_only)
    say("would-sweep" if given.try_only else "swept", given.language, **dataclasses.asdict(told))
    return 0


def _ready() -> None:
    from uigwe.web import starting

    starting.start()
    if count := starting.pending():
        raise Stop("not-migrated", count=count)


serve = _command("serve", _serve_arguments, _serve)
migrate = _command("migrate", _migrate_arguments, _migrate)
demo = _command("demo", _demo_arguments, _demo)
verify = _command("verify", _verify_arguments, _verify)
backup = _command("backup", _backup_arguments, _backup)
person = _command("person", _person_arguments, _person)
load = _command("load", _load_arguments, _load)
remind = _command("remind", _remind_arguments, _remind)
sweep = _command("sweep", _sweep_arguments, _sweep)
