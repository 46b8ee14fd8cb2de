"""Writers of one process take turns at SQLite: one after the other, given back whatever becomes of the transaction."""

from __future__ import annotations

import time

import pytest
from django.db import OperationalError, connection, transaction

from tests.web.builders import together

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


def turn() -> bool:
    """Whether somebody in this process writes now."""
    from uigwe.web.sqlite3 import base

    return base._writing.locked()


def test_a_turn_lasts_as_long_as_the_transaction():
    with transaction.atomic():
        assert turn()
        with transaction.atomic():
            assert turn()
        assert turn()
    assert not turn()


def test_a_turn_is_given_back_when_the_transaction_fails():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        raise ZeroDivisionError
    assert not turn()


def test_a_turn_is_given_back_when_the_connection_is_closed_in_the_middle():
    transaction.set_autocommit(True)
    with transaction.atomic():
        connection.close()
        assert not turn()


def test_who_waits_longer_than_the_patience_goes_to_sqlite_itself(monkeypatch):
    from uigwe.web.sqlite3 import base

    monkeypatch.setattr(base, "PATIENCE", 0.01)
    with base._writing, transaction.atomic():  # nobody writes, but somebody has the turn
        connection.cursor().execute("SELECT 1")
    assert not turn()


def test_no_two_of_a_process_write_at_once():
    writing: list[int] = []
    most: list[int] = []

    def write(number: int) -> None:
        with transaction.atomic():
            writing.append(number)
            most.append(len(writing))
            time.sleep(0.01)
            writing.remove(number)

    together(8, write)
    assert (max(most), len(most)) == (1, 8)


def test_another_process_that_writes_is_waited_for_and_sqlite_is_patient_again_afterwards():
    import sqlite3
    from threading import Timer

    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    Timer(0.1, lambda: other.execute("ROLLBACK")).start()
    start = time.monotonic()
    with transaction.atomic():
        assert time.monotonic() - start > 0.05
        assert connection.cursor().execute("PRAGMA busy_timeout").fetchone()[0] == patience
    other.close()


def test_another_process_that_writes_for_ever_is_an_error_in_the_end():
    import sqlite3

    connection.cursor().execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(OperationalError, match="locked"), transaction.atomic():
            pass
        assert not turn()
    finally:
        other.close()
        connection.close()  # the next one has the patience of the settings
