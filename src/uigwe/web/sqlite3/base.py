"""Writers of one process queue for SQLite instead of polling it.

SQLite lets one transaction write at a time; whoever comes meanwhile sleeps and asks again, up to a tenth of a second at a time
and in no order, so that under load some wait for many others. Here the threads of a process wait for each other on a lock, and
SQLite only ever meets one of them; between processes it does what it always did. Nobody waits longer for the lock than for
SQLite itself: after that the transaction begins without it, and SQLite decides.
"""

from threading import Lock
from typing import Any

from django.db.backends.sqlite3 import base

PATIENCE = 20  # seconds, as `busy_timeout`
_writing = Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn when it begins a transaction, and gives it back when that ends in whichever way."""

    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._has_turn = _writing.acquire(timeout=PATIENCE)
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._give_back()
            raise

    def _commit(self) -> Any:
        committed = super()._commit()  # type: ignore[misc]
        self._give_back()  # one that fails is rolled back next, and that gives the turn back
        return committed

    def _rollback(self) -> Any:
        try:
            return super()._rollback()  # type: ignore[misc]
        finally:
            self._give_back()

    def _close(self) -> Any:
        try:
            return super()._close()  # type: ignore[misc]
        finally:
            self._give_back()

    def _give_back(self) -> None:
        if self._has_turn:
            self._has_turn = False
            _writing.release()
