"""What the forms of approval send, read with care."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from django.http import HttpRequest

from uigwe.files import Refused as RefusedFile
from uigwe.web.plans.shelf import today
from uigwe.web.uploads import Kept, forget, receive, sent

# What proves something: a document, a workbook, a scan as PDF.
PROOFS = frozenset({"pdf", "hwpx", "hwp", "xlsx", "text"})
R = TypeVar("R")


def day_of(text: str) -> date:
    """The day in a field; today when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today()


def short(request: HttpRequest, name: str, longest: int = 2000) -> str:
    """The words in a field, never longer than the table takes."""
    return request.POST.get(name, "").replace("\r\n", "\n").strip()[:longest]


@contextmanager
def proof(request: HttpRequest, field: str = "file") -> Iterator[Kept | None]:
    """The file that came with the form, kept; None when none was chosen. When what follows fails, nothing is left of it.

    Raises `files.Refused` for a file that is not taken in.
    """
    try:
        upload = sent(request, field)
    except RefusedFile as refused:
        if refused.reason != "no-file":
            raise
        yield None
        return
    kept = receive(upload, PROOFS)
    try:
        yield kept
    except BaseException:
        forget(kept.stored)
        raise


def only_once(kept: Kept | None, is_kept: Callable[[str], bool]) -> None:
    """A form that was sent twice brought its file twice: the second is not kept."""
    if kept is not None and not is_kept(kept.stored):
        forget(kept.stored)
