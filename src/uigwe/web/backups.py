"""Everything in one file, and back into an empty place. Keys are never inside: who finds a backup can read it, not sign with it.

A backup is a zip: `manifest.json` (what it is, the head of the audit chain, the SHA-256 of each member), the database, and
the files of the site's folder. What does not add up to its sums is refused whole.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uigwe
from uigwe.web import home, starting
from uigwe.web.terminal import Stop, say

FORMAT = 1
MANIFEST = "manifest.json"
SQLITE, POSTGRES = "database.sqlite3", "database.pgdump"
# Made anew at every start, or secret: not part of a backup.
LEFT_OUT = ("static", home.KEY_FILE)
LARGEST = 64 * 2**30


def make(target: Path, language: str) -> None:
    """Write the backup; under another name until it is complete."""
    if target.exists():
        raise Stop("backup-exists", file=target)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.part")
    try:
        with (
            tempfile.TemporaryDirectory(prefix="uigwe-backup.") as cage,
            zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            end = _head()  # before the copy, so that the copy holds it
            sums = {}
            for name, file in _members(Path(cage)):
                archive.write(file, name)
                sums[name] = _sum(file)
            archive.writestr(MANIFEST, json.dumps(_manifest(sums, end), indent=1, sort_keys=True))
        fresh.chmod(0o600)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    say("backup-made", language, file=target, size=f"{target.stat().st_size / 2**20:.1f} MB", keys=home.KEY_FILE)


def _head() -> dict[str, Any]:
    from uigwe.web.records import chain

    end = chain.head()
    return {"sequence": end.sequence, "hash": end.hash}


def _manifest(sums: dict[str, str], head: dict[str, Any]) -> dict[str, Any]:
    from django.db import connection

    return {
        "format": FORMAT,
        "version": uigwe.__version__,
        "engine": connection.vendor,
        "head": head,
        "sums": sums,
    }


def _members(cage: Path) -> Iterator[tuple[str, Path]]:
    from django.db import connection

    if connection.vendor == "sqlite":
        copy = cage / SQLITE
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        yield SQLITE, copy
    else:
        copy = cage / POSTGRES
        _tool("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={copy}")
        yield POSTGRES, copy
    place = home.folder()
    database = Path(str(connection.settings_dict["NAME"])).name
    for file in sorted(place.rglob("*")):
        top = file.relative_to(place).parts[0]
        if file.is_file() and not file.is_symlink() and top not in LEFT_OUT and not top.startswith(database):
            yield f"files/{file.relative_to(place).as_posix()}", file


def restore(source: Path, language: str) -> None:
    """Put a backup into an empty place and prove that its record is intact."""
    place = home.folder()
    if place.is_dir() and any(place.iterdir()):
        raise Stop("backup-place-taken", home=place)
    manifest = _checked(source)
    engine = "postgresql" if os.environ.get("UIGWE_DATABASE_URL") else "sqlite"
    if manifest["engine"] != engine:
        raise Stop("backup-other-engine", engine=manifest["engine"])
    with tempfile.TemporaryDirectory(prefix="uigwe-restore.") as cage:
        with zipfile.ZipFile(source) as archive:
            archive.extractall(cage, manifest["sums"])
        starting.start()
        _put_back(Path(cage), place, engine)
    _prove(manifest, source, place, language)


def _put_back(cage: Path, place: Path, engine: str) -> None:
    if engine == "sqlite":
        shutil.copyfile(cage / SQLITE, place / "uigwe.sqlite3")
        (place / "uigwe.sqlite3").chmod(0o600)
    else:
        _refuse_full_database()
        _tool(
            "pg_restore",
            "--no-owner",
            "--no-privileges",
            "--exit-on-error",
            f"--dbname={_name()}",
            str(cage / POSTGRES),
        )
    if (cage / "files").is_dir():
        shutil.copytree(cage / "files", place, dirs_exist_ok=True)


def _prove(manifest: dict[str, Any], source: Path, place: Path, language: str) -> None:
    from uigwe.web.records.chain import Head, verify

    head = Head(manifest["head"]["sequence"], manifest["head"]["hash"])
    verdict = verify(head)
    if not verdict.intact:
        raise Stop("backup-altered", file=source, error=f"{verdict.problem} {verdict.at}")
    say("backup-restored", language, home=place, entries=verdict.entries)


def _checked(source: Path) -> dict[str, Any]:
    """The manifest, after every member was counted and summed. Raises `Stop` when something does not add up."""
    try:
        with zipfile.ZipFile(source) as archive:
            manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
            _refuse_altered(archive, manifest, source)
            return manifest
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, zlib.error, EOFError) as error:
        raise Stop("backup-altered", file=source, error=error) from error


def _refuse_altered(archive: zipfile.ZipFile, manifest: dict[str, Any], source: Path) -> None:
    if manifest.get("format") != FORMAT:
        raise Stop("backup-altered", file=source, error=f"format {manifest.get('format')}")
    names = sorted(info.filename for info in archive.infolist() if info.filename != MANIFEST)
    if names != sorted(manifest["sums"]):
        raise Stop("backup-altered", file=source, error="members")
    if sum(info.file_size for info in archive.infolist()) > LARGEST:
        raise Stop("backup-altered", file=source, error="size")
    for name, expected in manifest["sums"].items():
        if name.startswith("/") or ".." in Path(name).parts:
            raise Stop("backup-altered", file=source, error=name)
        with archive.open(name) as member:
            if hashlib.file_digest(member, "sha256").hexdigest() != expected:  # type: ignore[arg-type]
                raise Stop("backup-altered", file=source, error=name)


def _sum(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _refuse_full_database() -> None:
    from django.db import connection

    if connection.introspection.table_names():
        raise Stop("backup-database-taken")


def _name() -> str:
    from django.db import connection

    return str(connection.settings_dict["NAME"])


def _environment() -> dict[str, str]:
    """Where the database is, told to PostgreSQL's programs where other users of this machine do not see it."""
    from django.db import connection

    known = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
    given = {name: str(connection.settings_dict[key]) for name, key in known.items() if connection.settings_dict[key]}
    return {**os.environ, **given}


def _tool(name: str, *arguments: str) -> None:
    """One of PostgreSQL's own programs."""
    program = shutil.which(name)
    if program is None:
        raise Stop("backup-no-tool", tool=name)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False, env=_environment())  # noqa: S603
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise Stop("backup-tool-failed", tool=name, error=(done.stderr.strip().splitlines() or ["?"])[-1])
