"""Files made for people: in a child, so that the libraries that write them never enter this process, and few at a time."""

from collections.abc import Callable
from typing import Any, TypeVar

from uigwe.files.child import run
from uigwe.web import uploads

Made = TypeVar("Made")
SECONDS, MEGABYTES = 240, 1024  # forty-six documents take half a minute of processor time


def made(function: Callable[..., Made], *args: Any) -> Made:
    """`function(*args)` when it is our turn. Raises `files.Refused`, `busy` among others."""
    with uploads.turn():
        return run(function, *args, seconds=SECONDS, megabytes=MEGABYTES)
