"""Writers of one process take turns at SQLite: one after the other, given back whatever becomes of the transaction."""

from __future__ import annotations

import time

import pytest
from django.db import connection, transaction

from tests.web.builders import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def on_sqlite() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has rows to wait for")


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
