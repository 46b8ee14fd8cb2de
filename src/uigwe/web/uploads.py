"""Files that people hand in through the browser, from the first byte to the file that is kept.

The way of a file: `Counting` stops it while it is still coming in when it is too large; `receive` writes it below the site's
folder under a name of ours, looks at it, and throws it away again when it is refused (`evidence` keeps it); `read` runs a function on it in a
child that can be killed; `look_at` opens it again later and notices when it is not the same any more; `forget` removes it.
Every refusal is a `files.Refused` and names the file as the person calls it: `sentence` says it in words.
"""

import hashlib
import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import BoundedSemaphore
from typing import Any, TypeVar

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload, TemporaryFileUploadHandler

from uigwe.files import Limits, Refused, preflight
from uigwe.files.child import run
from uigwe.files.preflight import MEGABYTE, TEXT, Preflight
from uigwe.files.telling import Progress
from uigwe.texts import tell

R = TypeVar("R")

LIMITS = Limits(size=50 * MEGABYTE)
SECONDS, MEGABYTES = 60, 1024
# Each reading is a process of its own: so many at a time, the others wait, and after a while are told to come again.
_AT_ONCE, _PATIENCE = 2, 30
_turn = BoundedSemaphore(_AT_ONCE)

# What a form sends beside its file: boundaries, tokens, the other fields.
_ROUND_IT = 100_000
_HEARD_OUT = 4  # times the limit
_LONGEST_NAME = 120
_STORED = re.compile(r"[0-9a-f]{32}(\.[a-z]{1,5})?")
_ENDING = re.compile(r"\.[a-z]{1,5}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was taken in: what the person called it, where it lies, and what it is by its content."""

    name: str
    stored: str
    kind: str
    size: int
    sha256: str


class Counting(FileUploadHandler):
    """Stands before Django's own handlers: files come from people who signed in, and only so many bytes of them."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        """Remember how much the request says it brings."""
        self.told, self.taken = content_length, 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Read past what a visitor sends; refuse what says itself that it is too large."""
        user = getattr(self.request, "user", None)
        if user is None or not user.is_authenticated:
            raise SkipFile
        if self.told > LIMITS.size + _ROUND_IT:
            self._stop()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand the bytes on while there are not too many of them."""
        self.taken += len(raw_data)
        if self.taken > LIMITS.size:
            self._stop()
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The file is made by the handlers behind this one."""

    def _stop(self) -> None:
        """Read no further. What is a little too large is read to its end, so that the browser hears the answer."""
        self.request.upload_too_large = True  # type: ignore[union-attr]
        raise StopUpload(connection_reset=self.told > _HEARD_OUT * LIMITS.size)


class Coming(TemporaryFileUploadHandler):
    """A larger file waits below the site's folder while it comes in, where what a killed process leaves is found and swept."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file of ours instead of one among everybody's temporary files."""
        FileUploadHandler.new_file(self, *args, **kwargs)
        self.file = _ComingFile(self.file_name, self.content_type, 0, self.charset, self.content_type_extra)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write on; where there is no room, what was written goes at once."""
        try:
            super().receive_data_chunk(raw_data, start)
        except OSError:
            with suppress(OSError):
                self.file.close()
            raise


class _ComingFile(TemporaryUploadedFile):
    def __init__(self, name: Any, content_type: Any, size: Any, charset: Any, extra: Any = None) -> None:
        file = NamedTemporaryFile(suffix=".upload", dir=_folder("coming"))  # noqa: SIM115 - closed with the request
        UploadedFile.__init__(self, file, name, content_type, size, charset, extra)


def sent(request: Any, field: str) -> "UploadedFile[bytes]":
    """The file that a form sent. Raises `Refused`: `no-file`, `file-too-large`."""
    file = request.FILES.get(field)  # only now, at the latest, the request is read
    if getattr(request, "upload_too_large", False):
        raise Refused("upload-too-large", {"limit": LIMITS.size // MEGABYTE})
    if not isinstance(file, UploadedFile):
        raise Refused("no-file")
    return file


def receive(upload: "UploadedFile[bytes]", takes: Collection[str] = TEXT, limits: Limits = LIMITS) -> Kept:
    """Keep a file that came with a request, looked at. Raises `Refused`, and then nothing is left of it.

    `takes` are the kinds whoever asks can read on, as for `files.preflight`: `text`, `hwpx`, `hwp`, `pdf`, `xlsx`, `zip`.
    """
    kept, refused = evidence(upload, takes, limits)
    if refused is not None:
        forget(kept.stored)
        raise refused
    return kept


def evidence(
    upload: "UploadedFile[bytes]", takes: Collection[str] = TEXT, limits: Limits = LIMITS
) -> tuple[Kept, Refused | None]:
    """The same, but a file that is refused stays too, beside its refusal: that it came is to be known. Its `kind` is empty: it is
    not opened, now or later.
    """
    name = shown_name(upload.name or "")
    stored = secrets.token_hex(16) + _ending(name)
    target = _folder() / stored
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for piece in upload.chunks():
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        looked = _looked(stored, name, takes, limits)
    except Refused as refused:
        return Kept(name, stored, "", size, digest.hexdigest()), refused
    except BaseException:  # no room, among others: nothing half written stays
        target.unlink(missing_ok=True)
        raise
    return Kept(name, stored, looked.kind, looked.size, looked.sha256), None


def look_at(kept: Kept, takes: Collection[str] = TEXT, limits: Limits = LIMITS) -> Preflight:
    """The file once more, for reading on. Raises `Refused`; `changed-on-disk` when it is not what was taken in."""
    looked = _looked(kept.stored, kept.name, takes, limits)
    if looked.sha256 != kept.sha256:
        raise Refused("changed-on-disk", {"file": kept.name})
    return looked


def read(
    kept: Kept,
    function: Callable[..., R],
    *args: Any,
    takes: Collection[str] = TEXT,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
    progress: Progress | None = None,
) -> R:
    """`function(preflight, *args)` in a killable child, when it is our turn. Raises `Refused`, `busy` among others."""
    source = look_at(kept, takes)
    with turn(), naming(kept.name):
        return run(function, source, *args, seconds=seconds, megabytes=megabytes, progress=progress)


@contextmanager
def turn() -> Iterator[None]:
    """One of the few readings at a time. Raises `Refused("busy")` when it takes too long to become ours."""
    if not _turn.acquire(timeout=_PATIENCE):
        raise Refused("busy")
    try:
        yield
    finally:
        _turn.release()


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Refusals from inside name the file as the person calls it."""
    try:
        yield
    except Refused as refused:
        raise Refused(refused.reason, {**refused.facts, "file": name}) from None


def path_of(stored: str) -> Path:
    """Where a kept file lies. Raises ValueError for what is no name of ours."""
    if not _STORED.fullmatch(stored):
        raise ValueError("not the name of a kept file")
    return _folder() / stored


def is_name_of_ours(name: str) -> bool:
    """Whether a file below the folder was put there by this module, the notes of a reading's progress among them."""
    return _STORED.fullmatch(name) is not None or (
        name.endswith(".progress") and _STORED.fullmatch(name[:-9]) is not None
    )


def forget(stored: str) -> None:
    """Remove a kept file; one that is gone already is fine."""
    path_of(stored).unlink(missing_ok=True)
    _progress_of(stored).unlink(missing_ok=True)


def telling(stored: str) -> Progress:
    """For a long reading: notes beside the file how far it has come, for whichever process is asked."""
    target = _progress_of(stored)

    def note(done: int, of: int) -> None:
        target.write_text(f"{done} {of}", encoding="ascii")

    return note


def told(stored: str) -> tuple[int, int] | None:
    """How far the reading of a file has come: so much of so much; None where nothing was said."""
    try:
        done, of = _progress_of(stored).read_text(encoding="ascii").split()
        return int(done), int(of)
    except (OSError, ValueError):
        return None


def _progress_of(stored: str) -> Path:
    return path_of(stored).with_suffix(".progress")


def sentence(refused: Refused, language: str) -> str:
    """Why a file was not taken in, and what to do, in words."""
    return tell("files", refused.reason, {name: str(value) for name, value in refused.facts.items()}, language)


def shown_name(name: str) -> str:
    """The last part of what the browser calls the file, without signs that cannot be seen; never used as a path."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip()
    return seen if len(seen) <= _LONGEST_NAME else seen[: _LONGEST_NAME - 8] + "…" + seen[-7:]


def _ending(name: str) -> str:
    ending = Path(name).suffix.lower()
    return ending if _ENDING.fullmatch(ending) else ""


def _folder(name: str = "uploads") -> Path:
    folder = Path(settings.MEDIA_ROOT) / name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _looked(stored: str, name: str, takes: Collection[str], limits: Limits) -> Preflight:
    with naming(name):
        return replace(preflight(path_of(stored), limits, takes), name=name)
