"""Tables into which rows may be put and from which none may be taken or changed: the database itself refuses.

On PostgreSQL that is force, as long as the site runs as a role that owns nothing (`uigwe migrate --runtime-role`): the
owner of a table can switch its triggers off. On SQLite whoever has the file has everything; there the chain detects it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

MESSAGE = "append-only: this table is part of the record"


def statements(vendor: str, table: str, *, when: str = "") -> Iterator[str]:
    """SQL that guards `table`. With `when` (a condition on OLD), only rows that fulfil it are guarded, and may not be removed in bulk either."""
    if vendor == "postgresql":
        yield f"""CREATE OR REPLACE FUNCTION uigwe_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'insufficient_privilege'; END $$"""
        condition = f"WHEN ({when})" if when else ""
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} FOR EACH ROW {condition} EXECUTE FUNCTION uigwe_refuse()"
            )
        yield f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION uigwe_refuse()"
    else:
        condition = f"WHEN {when}" if when else ""
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} FOR EACH ROW {condition} "
                f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
            )


def removal(vendor: str, table: str) -> Iterator[str]:
    """SQL that takes the guard away again: for migrations backwards and for emptying a test database."""
    verbs = ("update", "delete", "truncate") if vendor == "postgresql" else ("update", "delete")
    for verb in verbs:
        on = f" ON {table}" if vendor == "postgresql" else ""
        yield f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}"


def operation(on: Callable[[str], Iterable[str]], off: Callable[[str], Iterable[str]]) -> Any:
    """A migration operation: what `on` says for a vendor of databases, and `off` on the way back.

    It asks for no models. For RunPython Django makes all of them anew each time: half the time of making a database.
    """
    from django.db.migrations.operations.base import Operation

    class Statements(Operation):
        reduces_to_sql = False

        def state_forwards(self, app_label: str, state: Any) -> None:
            """Nothing that models know changes."""

        def database_forwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
            for statement in on(editor.connection.vendor):
                editor.execute(statement, params=None)

        def database_backwards(self, app_label: str, editor: Any, before: Any, after: Any) -> None:
            for statement in off(editor.connection.vendor):
                editor.execute(statement, params=None)

        def describe(self) -> str:
            return "Guards"

    return Statements()


def guard(table: str, *, when: str = "") -> Any:
    """A migration operation that guards a table."""
    return operation(lambda vendor: statements(vendor, table, when=when), lambda vendor: removal(vendor, table))


# Every guarded table, so that `uigwe verify` notices a guard that is gone.
GUARDED = (
    "records_auditentry",
    "plans_revision",
    "approving_approval",
    "approving_keptfile",
    "approving_tenure",
    "collecting_note",
    "collecting_partthen",
    "collecting_stepmove",
    "results_result",
    "results_resultmove",
    "results_milestonereport",
    "results_spending",
    "results_paperstatement",
    "results_followed",
    "results_followedstep",
    "results_counted",
    "results_assemblyanswer",
    "results_answerfile",
)
# Further guards by name: what a fixed or closed year refuses (`plans.frozen`).
FROZEN = (
    "plans_planpatch_frozen_insert",
    "plans_revision_frozen_insert",
    "plans_revision_frozen_update",
    "approving_approval_frozen_insert",
    "approving_amendment_frozen_insert",
    "approving_amendment_frozen_update",
    "approving_tenure_frozen_insert",
    "approving_keptfile_frozen_insert",
    "results_result_frozen_insert",
    "results_resultmove_frozen_insert",
    "results_milestonereport_frozen_insert",
    "results_spending_frozen_insert",
    "results_paperstatement_frozen_insert",
    "results_followed_frozen_insert",
    "results_followedstep_frozen_insert",
    "results_counted_frozen_insert",
    "plans_yearbook_frozen_update",
)


def expected(vendor: str) -> list[str]:
    """The names of all guards."""
    verbs = ("update", "delete", "truncate") if vendor == "postgresql" else ("update", "delete")
    return [*(f"{table}_no_{verb}" for table in GUARDED for verb in verbs), *FROZEN]


def missing() -> list[str]:
    """Guards that are not there, or that were switched off."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        there = {name for (name,) in cursor.fetchall()}
    return [name for name in expected(connection.vendor) if name not in there]
