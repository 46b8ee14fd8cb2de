"""When there is no room left: known by its cause, whichever layer it comes up through, and said in a sentence.

Nothing is half saved then: what a person sends is one transaction, and a file that could not be written is taken away again.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# What SQLite calls it when the disk is full, and when a write was not taken.
_SQLITE = frozenset(
    {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE"}
)
_POSTGRES = frozenset({"53100"})  # disk_full
_WORDS = ("disk is full", "no space left")


def where_full(error: BaseException | None) -> str:
    """Where the room ran out: `database`, `files`, or empty when this is about something else."""
    for one in _causes(error):
        if getattr(one, "sqlite_errorname", "") in _SQLITE or getattr(one, "sqlstate", "") in _POSTGRES:
            return "database"
        if isinstance(one, OSError) and one.errno in _ERRNOS:
            return "files"
        if type(one).__name__ == "OperationalError" and any(words in str(one).lower() for words in _WORDS):
            return "database"
    return ""


@contextmanager
def no_room_needed() -> Iterator[None]:
    """For what is only kept at hand: where there is no room for it, it is made again next time."""
    try:
        yield
    except Exception as error:
        if not where_full(error):
            raise


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
