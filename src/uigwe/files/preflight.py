"""What can be said of a file before any parser touches it: size, kind, encoding, text."""

import hashlib
import stat
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from uigwe.files.archives import check_archive
from uigwe.files.compound import check_compound
from uigwe.files.encodings import decode
from uigwe.files.kinds import PICTURES, sniff
from uigwe.files.pixels import check_picture
from uigwe.files.portable import check_portable
from uigwe.files.refused import Refused

MEGABYTE = 1_000_000
_LOOK = 64 * 1024
TEXT: frozenset[str] = frozenset({"text"})
_ZIPS = frozenset({"zip", "hwpx", "xlsx", "docx", "pptx", "odf"})
# Names that promise a kind. What has another name, or none, is taken for what it is.
_PROMISES: Mapping[str, str] = {
    ".txt": "text",
    ".csv": "text",
    ".hwpx": "hwpx",
    ".hwp": "hwp",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken in: bytes of the file, lines of the text, characters of one line."""

    size: int = 20 * MEGABYTE
    lines: int = 400_000
    line: int = 100_000


@dataclass(frozen=True, slots=True)
class Preflight:
    """A file that may be read on: its kind by content, its text (for `text`) or its bytes, how it was decoded, and its hash."""

    name: str
    kind: str
    size: int
    sha256: str
    encoding: str = ""
    text: str = ""
    lines: int = 0
    data: bytes = field(default=b"", repr=False)


def preflight(path: Path | str, limits: Limits | None = None, takes: Collection[str] = TEXT) -> Preflight:
    """Look at an untrusted file. Raises `Refused` with a reason: no-such-file, not-a-file, empty-file, file-too-large, picture, …

    `takes` are the kinds whoever asks can read: of `text`, `hwpx`, `hwp`, `pdf`, `xlsx`. Containers are counted through
    before anything opens them. The size is asked of the file system first, so a file of 100 GB costs nothing to refuse.
    """
    limits = limits or Limits()
    path = Path(path)
    size = _size(path, limits)
    data = _read(path, limits)
    kind = sniff(data[:_LOOK], data[-_LOOK:])
    try:
        kind = _looked_through(data, kind, takes)
        _check_name(path, kind)
        raw, encoding = decode(data) if kind == "text" else ("", "")
    except Refused as refused:
        raise Refused(refused.reason, {"file": path.name, **refused.facts}) from None
    sha256 = hashlib.sha256(data).hexdigest()
    if kind != "text":
        return Preflight(name=path.name, kind=kind, size=size, sha256=sha256, data=data)
    text = tidy(raw)
    _check_text(path, text, limits)
    return Preflight(
        name=path.name,
        kind=kind,
        size=size,
        sha256=sha256,
        encoding=encoding,
        text=text,
        lines=len(text.splitlines()),
    )


def _looked_through(data: bytes, kind: str, takes: Collection[str]) -> str:
    """The kind after a look inside; only what somebody would read on is looked into."""
    if kind in PICTURES:
        check_picture(data[:_LOOK], "")
        raise Refused("picture", {"kind": kind})
    if kind in _ZIPS and not _ZIPS.isdisjoint(takes):
        kind = check_archive(data)
    elif kind == "ole" and "hwp" in takes:
        kind = check_compound(data)
    elif kind == "pdf" and "pdf" in takes:
        check_portable(data)
    if kind not in takes:
        raise Refused("unread-kind", {"kind": kind})
    return kind


def _check_name(path: Path, kind: str) -> None:
    promised = _PROMISES.get(path.suffix.lower(), kind)
    if promised != kind:
        raise Refused("wrong-extension", {"kind": kind, "promised": promised})


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
