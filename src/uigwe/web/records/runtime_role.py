"""On PostgreSQL the site runs as a role that owns nothing: it cannot switch a guard off, and cannot change the record.

Migrations run under the owner (`uigwe migrate --runtime-role uigwe_app`), the site under the other role.
"""

from django.db import connection, transaction

from uigwe.web.records.append_only import GUARDED
from uigwe.web.terminal import Stop

APPEND_ONLY = (
    "records_auditentry",
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


def grant(role: str) -> None:
    """Give `role` what the site needs: rows of ordinary tables, additions to the record. Raises `Stop` when the role will not do."""
    if connection.vendor != "postgresql":
        raise Stop("not-postgres")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolcreaterole, rolname = current_user FROM pg_roles WHERE rolname = %s", [role]
        )
        found = cursor.fetchone()
        if found is None or any(found):
            raise Stop("no-such-role", role=role)
        name = connection.ops.quote_name(role)
        tables = connection.introspection.table_names(cursor)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {name}")
        for table in tables:
            cursor.execute(f"REVOKE ALL ON {connection.ops.quote_name(table)} FROM {name}")
            cursor.execute(f"GRANT {rights(table)} ON {connection.ops.quote_name(table)} TO {name}")


def rights(table: str) -> str:
    """What may be done with the rows of a table."""
    if table == "django_migrations":
        return "SELECT"
    if table in APPEND_ONLY:
        return "SELECT, INSERT"
    # Drafts change until they are published; the guard tells the two apart.
    return "SELECT, INSERT, UPDATE" if table in GUARDED else "SELECT, INSERT, UPDATE, DELETE"
