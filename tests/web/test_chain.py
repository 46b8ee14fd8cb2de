"""The audit chain: what is written stays, and what was touched is found."""
# ruff: noqa: S608 - tampering with the tables is what this file is about

from __future__ import annotations

import random
import time

import pytest
from django.db import Error, connection, transaction
from django.utils import timezone

from uigwe.web.records import append_only, chain
from uigwe.web.records.canonical import spelled
from uigwe.web.records.models import AuditEntry, ChainHead

pytestmark = pytest.mark.django_db
TABLE = "records_auditentry"


def written(count: int = 12) -> None:
    with transaction.atomic():
        for number in range(count):
            chain.record(
                verb="field revised", by="kim", object=f"plan/{number}", before={"v": number}, after={"v": number + 1}
            )


def run(sql: str, *values: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount


@pytest.fixture
def unguarded(db):
    """The negative control of the guards, and what somebody with the file or the owner's role can do."""
    with connection.cursor() as cursor:
        for statement in append_only.removal(connection.vendor, TABLE):
            cursor.execute(statement)


def test_an_untouched_chain_is_intact():
    written(12)

    assert chain.verify() == chain.Verdict(12, chain.head())
    assert chain.head().sequence == 12


def test_an_empty_chain_is_intact():
    assert chain.verify().intact


def test_an_entry_outside_a_transaction_is_refused(transactional_db):
    with pytest.raises(transaction.TransactionManagementError):
        chain.record(verb="x", by="kim", object="plan")


def test_a_binary_float_has_no_place_in_the_record():
    with transaction.atomic(), pytest.raises(TypeError):
        chain.record(verb="x", by="kim", object="plan", after={"target": 92.5})


def test_big_decimals_are_kept_to_the_last_digit():
    with transaction.atomic():
        chain.record(verb="x", by="kim", object="plan", after={"won": "9999999999999999.99"})

    assert AuditEntry.objects.get().after == '{"won":"9999999999999999.99"}'


TAMPERINGS = {
    "edit": ("UPDATE {t} SET after = '{{\"v\":99}}' WHERE sequence = 5", "hash", 5),
    "edit of the person": ("UPDATE {t} SET who = 'lee' WHERE sequence = 7", "hash", 7),
    "edit of the time": ("UPDATE {t} SET time = '2020-01-01 00:00:00' WHERE sequence = 2", "hash", 2),
    "deletion": ("DELETE FROM {t} WHERE sequence = 5", "gap", 6),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_found_and_the_first_bad_entry_is_named(name, unguarded):
    written()
    sql, problem, at = TAMPERINGS[name]

    assert run(sql.format(t=TABLE)) == 1

    verdict = chain.verify()
    assert (verdict.problem, verdict.at) == (problem, at)


def test_two_entries_that_changed_places_are_found(unguarded):
    written()
    for before, after in ((4, -4), (8, 4), (-4, 8)):
        run(f"UPDATE {TABLE} SET sequence = %s WHERE sequence = %s", after, before)

    assert chain.verify().at == 4


def test_an_inserted_entry_is_found_even_with_a_right_hash_of_its_own(unguarded):
    written()
    seventh = AuditEntry.objects.get(sequence=7)
    run(f"UPDATE {TABLE} SET sequence = sequence + 100 WHERE sequence > 7")
    run(f"UPDATE {TABLE} SET sequence = sequence - 99 WHERE sequence > 100")
    forged = AuditEntry(
        sequence=8, time=seventh.time, who="lee", verb="plan published", object="plan/1", previous=seventh.hash
    )
    forged.hash = chain.hash_of(*(getattr(forged, column) for column in chain.COLUMNS[:-1]))
    forged.save(force_insert=True)

    assert chain.verify().at == 9


def test_a_cut_tail_is_found_by_the_head_row(unguarded):
    written()
    run(f"DELETE FROM {TABLE} WHERE sequence > 9")

    assert (chain.verify().problem, chain.verify().at) == ("tail", 10)


def test_a_tail_cut_together_with_the_head_row_is_found_only_by_a_head_kept_elsewhere(unguarded):
    written()
    kept = chain.Head.from_json(chain.head().as_json())
    run(f"DELETE FROM {TABLE} WHERE sequence > 9")
    last = AuditEntry.objects.last()
    ChainHead.objects.update(sequence=last.sequence, hash=last.hash)

    assert chain.verify().intact  # the control: nothing in the database gives it away
    assert chain.verify(kept).problem == "anchor"


def test_a_chain_rebuilt_from_the_start_is_found_by_a_head_kept_elsewhere(unguarded):
    written()
    kept = chain.head()
    run(f"DELETE FROM {TABLE}")
    ChainHead.objects.all().delete()
    written(20)

    assert chain.verify().intact
    assert chain.verify(kept).problem == "anchor"


def test_a_head_kept_earlier_is_still_in_a_chain_that_grew():
    written()
    kept = chain.head()
    written()

    assert chain.verify(kept).intact


def test_random_edits_of_any_column_are_always_found(unguarded):
    written(40)
    dice = random.Random(20230515)
    for _ in range(40):
        column, sequence = dice.choice(chain.COLUMNS[2:]), dice.randint(1, 40)
        row = AuditEntry.objects.get(sequence=sequence)
        before = getattr(row, column)
        run(f"UPDATE {TABLE} SET {column} = %s WHERE sequence = %s", "forged", sequence)
        assert chain.verify().at in {sequence, sequence + 1}, column
        run(f"UPDATE {TABLE} SET {column} = %s WHERE sequence = %s", before, sequence)
    assert chain.verify().intact


REFUSED = {
    "update": f"UPDATE {TABLE} SET who = 'lee'",
    "delete": f"DELETE FROM {TABLE}",
    "replace": f"INSERT OR REPLACE INTO {TABLE} SELECT * FROM {TABLE} WHERE sequence = 3",
    "truncate": f"TRUNCATE {TABLE}",
    "upsert": f"INSERT INTO {TABLE} SELECT * FROM {TABLE} ON CONFLICT (sequence) DO UPDATE SET who = 'lee'",
}


def statements_here() -> list[str]:
    other = "truncate" if connection.vendor == "sqlite" else "replace"
    sql = {name: one for name, one in REFUSED.items() if name != other}
    if connection.vendor == "sqlite":  # its grammar wants a WHERE before ON CONFLICT
        sql["upsert"] = sql["upsert"].replace(" ON CONFLICT", " WHERE true ON CONFLICT")
    return list(sql.values())


def test_the_database_refuses_to_change_the_record():
    written()
    for sql in statements_here():
        with pytest.raises(Error, match="append-only"), transaction.atomic():
            run(sql)
    assert chain.verify().entries == 12


def test_without_the_guards_the_same_statements_go_through(unguarded):
    for sql in statements_here():
        with transaction.atomic():
            written(4)
            assert run(sql) != 0
            transaction.set_rollback(True)


def test_replace_would_pass_the_guards_without_recursive_triggers():
    if connection.vendor != "sqlite":
        return
    written()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers=OFF")
        try:
            assert run(REFUSED["replace"]) == 1
        finally:
            cursor.execute("PRAGMA recursive_triggers=ON")


def test_a_guard_that_is_gone_is_noticed(unguarded):
    assert f"{TABLE}_no_update" in append_only.missing()


def test_all_guards_are_in_place():
    assert append_only.missing() == []


def test_a_role_that_owns_nothing_cannot_switch_a_guard_off():
    if connection.vendor != "postgresql":
        return
    from uigwe.web.records.runtime_role import grant
    from uigwe.web.terminal import Stop

    written()
    run("CREATE ROLE uigwe_app_test NOLOGIN")
    try:
        grant("uigwe_app_test")
        run("SET ROLE uigwe_app_test")
        written(2)
        for sql in (
            f"ALTER TABLE {TABLE} DISABLE TRIGGER ALL",
            f"DROP TRIGGER {TABLE}_no_update ON {TABLE}",
            f"DROP TABLE {TABLE}",
            "SET session_replication_role = replica",
            f"DELETE FROM {TABLE}",
            f"UPDATE {TABLE} SET who = 'lee'",
            f"TRUNCATE {TABLE}",
            "DELETE FROM plans_revision",
            "CREATE OR REPLACE FUNCTION uigwe_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
        ):
            with pytest.raises(Error), transaction.atomic():
                run(sql)
        run("RESET ROLE")
        assert chain.verify().entries == 14
        with pytest.raises(Stop):
            grant("nobody_of_that_name")
    finally:
        run("RESET ROLE")


@pytest.mark.slow
def test_verifying_costs_little_more_than_the_hashes_themselves():
    """70,000 entries a second on a quiet machine; here as a ratio, because machines are seldom quiet."""
    rows, previous, now = [], "0" * 64, timezone.now()
    for sequence in range(1, 20_001):
        body = (sequence, now, "kim", "v", "o", "null", spelled({"v": sequence}), "", previous)
        previous = chain.hash_of(*body)
        rows.append((*body, previous))
    AuditEntry.objects.bulk_create(
        [AuditEntry(**dict(zip(chain.COLUMNS, row, strict=True))) for row in rows], batch_size=2000
    )
    ChainHead.objects.update_or_create(pk=1, defaults={"sequence": 20_000, "hash": previous})

    started = time.process_time()
    for row in rows:
        chain.hash_of(*row[:-1])
    reference = time.process_time() - started
    started = time.process_time()
    assert chain.verify().entries == 20_000
    ratio = (time.process_time() - started) / reference

    assert ratio < 10
