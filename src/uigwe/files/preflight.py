"""What can be said of a file before any parser touches it: size, kind, encoding, text."""

import hashlib
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from uigwe.files.encodings import decode
from uigwe.files.kinds import PICTURES, sniff
from uigwe.files.refused import Refused

MEGABYTE = 1_000_000
_LOOK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in: bytes of the file, lines of the text, characters of one line."""

    size: int = 20 * MEGABYTE
    lines: int = 400_000
    line: int = 100_000


@dataclass(frozen=True, slots=True)
class Preflight:
    """A file that may be read on: its kind by content, its text (for `text`), how it was decoded, and its hash."""

    name: str
    kind: str
    size: int
    sha256: str
    encoding: str = ""
    text: str = ""
    lines: int = 0


def preflight(path: Path | str, limits: Limits | None = None) -> Preflight:
    """Look at an untrusted file. Raises `Refused` with a reason: no-such-file, not-a-file, empty-file, file-too-large, picture, …

    Only text is read to its end. The size is asked of the file system first, so a file of 100 GB costs nothing to refuse.
    """
    limits = limits or Limits()
    path = Path(path)
    size = _size(path, limits)
    data = _read(path, limits)
    kind = sniff(data[:_LOOK], data[-_LOOK:])
    if kind in PICTURES:
        raise Refused("picture", {"file": path.name, "kind": kind})
    if kind != "text":
        raise Refused("unread-kind", {"file": path.name, "kind": kind})
    try:
        raw, encoding = decode(data)
    except Refused as refused:
        raise Refused(refused.reason, {"file": path.name, **refused.facts}) from None
    text = tidy(raw)
    _check_text(path, text, limits)
    return Preflight(
        name=path.name,
        kind=kind,
        size=size,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=encoding,
        text=text,
        lines=len(text.splitlines()),
    )


def tidy(text: str) -> str:
    """One spelling for one thing: line ends are `\\n`, jamo become syllables (NFC); ①, Ⅰ, ㎡ and ％ stay what they are."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _size(path: Path, limits: Limits) -> int:
    try:
        found = path.stat()
    except OSError as error:
        raise Refused("no-such-file", {"file": path.name, "error": error.strerror or ""}) from None
    if not stat.S_ISREG(found.st_mode):
        raise Refused("not-a-file", {"file": path.name})
    if found.st_size == 0:
        raise Refused("empty-file", {"file": path.name})
    if found.st_size > limits.size:
        raise Refused(
            "file-too-large",
            {"file": path.name, "megabytes": -(-found.st_size // MEGABYTE), "limit": limits.size // MEGABYTE},
        )
    return found.st_size


def _read(path: Path, limits: Limits) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except OSError as error:
        raise Refused("unreadable", {"file": path.name, "error": error.strerror or ""}) from None
    if len(data) > limits.size:  # it grew while we looked
        raise Refused(
            "file-too-large",
            {"file": path.name, "megabytes": limits.size // MEGABYTE, "limit": limits.size // MEGABYTE},
        )
    return data


def _check_text(path: Path, text: str, limits: Limits) -> None:
    if not text.strip():
        raise Refused("empty-file", {"file": path.name})
    lines = text.split("\n")
    if len(lines) > limits.lines:
        raise Refused("too-many-lines", {"file": path.name, "lines": len(lines), "limit": limits.lines})
    for number, line in enumerate(lines, 1):
        if len(line) > limits.line:
            raise Refused(
                "line-too-long", {"file": path.name, "line": number, "characters": len(line), "limit": limits.line}
            )
