"""Writers of one process queue for SQLite instead of polling it.

SQLite lets one transaction write at a time; whoever comes meanwhile sleeps and asks again, up to a tenth of a second at a time
and in no order, so that under load some wait for many others. Here the threads of a process wait for each other on a lock, and
SQLite only ever meets one of them; the few processes of a site ask it every other millisecond. Nobody waits longer than for
SQLite itself: after that the transaction begins without a turn, and SQLite decides.
"""

import time
from threading import Lock
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

PATIENCE = 20  # seconds, as `busy_timeout`
EVERY = 0.002
_writing = Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that takes its turn when it begins a transaction, and gives it back when that ends in whichever way."""

    _has_turn = False

    def _start_transaction_under_autocommit(self) -> None:
        self._has_turn = _writing.acquire(timeout=PATIENCE)
        try:
            self._begin()
        except BaseException:
            self._give_back()
            raise

    def _begin(self) -> None:
        """Begin as soon as no other process writes."""
        cursor = self.cursor()
        before = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            until = time.monotonic() + before / 1000
            while True:
                try:
                    super()._start_transaction_under_autocommit()  # type: ignore[misc]
                    return
                except OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() >= until:
                        raise
                time.sleep(EVERY)
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(before)}")

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
