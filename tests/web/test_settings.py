"""What the site promises about its database and its settings."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models

from tests.web.builders import together
from uigwe.texts import sentences
from uigwe.web.database import database


@pytest.mark.django_db(transaction=True)
def test_every_connection_to_sqlite_holds_to_the_settings_that_keep_the_record_safe():
    if connection.vendor != "sqlite":
        return
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": 20000,
    }

    def found(_: int) -> dict[str, object]:
        with connection.cursor() as cursor:
            return {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}

    assert together(2, found) == [wanted, wanted]
    assert connection.transaction_mode == "IMMEDIATE"


def test_no_number_of_ours_is_kept_as_a_binary_float():
    ours = [model for model in apps.get_models() if model.__module__.startswith("uigwe.")]
    kept_badly = [
        f"{model.__name__}.{field.name}"
        for model in ours
        for field in model._meta.get_fields()
        if isinstance(field, models.FloatField | models.DecimalField)
    ]

    assert len(ours) >= 10
    assert kept_badly == []


def test_a_postgresql_address_is_understood_whole(tmp_path):
    address = "postgres://{}:{}@db.example:5433/plans?sslmode=verify-full".format("kim", "p%40ss")
    found = database(address, tmp_path)

    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "kim",
        "p@ss",
        "db.example",
        "5433",
        "plans",
    )
    assert found["OPTIONS"]["sslmode"] == "verify-full"
    assert found["CONN_MAX_AGE"] > 0


@pytest.mark.parametrize("address", ["mysql://x/y", "postgres://host", "plans.sqlite3"])
def test_another_address_is_refused(tmp_path, address):
    with pytest.raises(ValueError, match="UIGWE_DATABASE_URL"):
        database(address, tmp_path)


def test_the_terminals_sentences_exist_in_both_languages_with_the_same_facts():
    import re

    korean, english = sentences("site", "ko"), sentences("site", "en")

    assert set(korean) == set(english)
    for key in korean:
        facts = [sorted(set(re.findall(r"\{(\w+)", str(words)))) for words in (korean[key], english[key])]
        assert facts[0] == facts[1], key


def test_every_reason_that_stops_a_command_has_a_sentence():
    import re
    from pathlib import Path

    import uigwe.web

    known = set(sentences("site", "ko"))
    for file in Path(uigwe.web.__file__).parent.rglob("*.py"):
        for reason in re.findall(r"\b(?:Stop|say)\(\s*\"([a-z-]+)\"", file.read_text(encoding="utf-8")):
            assert reason in known, (file.name, reason)
