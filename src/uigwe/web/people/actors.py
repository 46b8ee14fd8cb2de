"""From an account to an actor: what the gate and the actions ask about."""

from typing import Any

from django.db import connection

from uigwe.review import NOBODY, Actor, Role
from uigwe.web.people.models import Delegation, Division, Grant, Responsibility, User


def actor_of(user: Any) -> Actor:
    """The actor behind an account; nobody for a visitor. Read anew each time: a right that is lost is lost on the next request."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    held: dict[str, set[Any]] = {"role": set(), "own": set(), "division": set(), "delegated": set()}
    for kind, name, year, code in _rights(user):
        held[kind].add(Role(name) if kind == "role" else (name, year, code))
    roles = frozenset(held["role"])
    own = roles & {Role.TASK_OWNER, Role.DIVISION_HEAD}
    return Actor(
        user.username,
        roles | {Role.PUBLIC},
        user.agency_id or "",
        frozenset(held["own"] if own else ()),
        frozenset(held["division"] if Role.DIVISION_HEAD in roles else ()),
        frozenset(held["delegated"] if Role.AGENCY_STAFF in roles else ()),
    )


def request_actor(request: Any) -> Actor:
    """The actor of this request, looked up once."""
    if not hasattr(request, "_actor"):
        request._actor = actor_of(request.user)
    actor: Actor = request._actor
    return actor


# Every request asks this, and every action asks it again under its locks: one question instead of four. Roles; what the
# person answers for; what the division with everything below it answers for; whose results the person hands in.
_TABLES = {
    name: model._meta.db_table
    for name, model in (
        ("divisions", Division),
        ("grants", Grant),
        ("responsibilities", Responsibility),
        ("delegations", Delegation),
    )
}
_RIGHTS = """
WITH RECURSIVE below (id) AS (
  SELECT id FROM {divisions} WHERE id = %(division)s AND agency_id = %(agency)s
  UNION SELECT one.id FROM {divisions} one JOIN below ON one.parent_id = below.id WHERE one.agency_id = %(agency)s
)
SELECT 'role', role, 0, '' FROM {grants} WHERE person_id = %(person)s
UNION ALL SELECT 'own', agency_id, year, code FROM {responsibilities} WHERE owner_id = %(person)s
UNION ALL SELECT 'division', agency_id, year, code FROM {responsibilities} WHERE division_id IN (SELECT id FROM below)
UNION ALL SELECT 'delegated', agency_id, year, code FROM {delegations} WHERE person_id = %(person)s AND ended IS NULL
""".format(**_TABLES)  # noqa: S608 - the names of our own tables


def _rights(user: User) -> list[tuple[str, str, int, str]]:
    """What the tables say of this person, each row with its kind; what a role does not reach is left out by `actor_of`."""
    with connection.cursor() as cursor:
        cursor.execute(_RIGHTS, {"person": user.pk, "division": user.division_id, "agency": user.agency_id})
        rows: list[tuple[str, str, int, str]] = cursor.fetchall()
    return rows
