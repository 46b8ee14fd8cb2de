"""From an account to an actor: what the gate and the actions ask about."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from uigwe.review import NOBODY, Actor, Role
from uigwe.web.people.models import Division, Responsibility, User


def actor_of(user: Any) -> Actor:
    """The actor behind an account; nobody for a visitor. Read anew each time: a right that is lost is lost on the next request."""
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    roles = frozenset(Role(role) for role in user.grants.values_list("role", flat=True))
    mine, division = _codes(user, roles)
    return Actor(user.username, roles | {Role.PUBLIC}, user.agency_id or "", mine, division, _delegated(user, roles))


def request_actor(request: Any) -> Actor:
    """The actor of this request, looked up once."""
    if not hasattr(request, "_actor"):
        request._actor = actor_of(request.user)
    actor: Actor = request._actor
    return actor


Codes = frozenset[tuple[str, int, str]]


def _codes(user: User, roles: frozenset[Role]) -> tuple[Codes, Codes]:
    """What the person answers for, and what the division with everything below it answers for."""
    if not roles & {Role.TASK_OWNER, Role.DIVISION_HEAD}:
        return frozenset(), frozenset()
    divisions = list(_below(user)) if user.division_id and Role.DIVISION_HEAD in roles else []
    rows = Responsibility.objects.filter(Q(owner=user) | Q(division_id__in=divisions)).values_list(
        "agency_id", "year", "code", "owner_id", "division_id"
    )
    found = list(rows)
    mine = frozenset((agency, year, code) for agency, year, code, owner, _ in found if owner == user.pk)
    theirs = frozenset((agency, year, code) for agency, year, code, _, division in found if division in divisions)
    return mine, theirs


def _delegated(user: User, roles: frozenset[Role]) -> Codes:
    """Whose results the person hands in."""
    if Role.AGENCY_STAFF not in roles:
        return frozenset()
    return frozenset(user.delegations.filter(ended=None).values_list("agency_id", "year", "code"))


def _below(user: User) -> Iterator[int]:
    """The person's division and all divisions below it."""
    children: dict[int | None, list[int]] = {}
    for pk, parent in Division.objects.filter(agency_id=user.agency_id).values_list("pk", "parent_id"):
        children.setdefault(parent, []).append(pk)
    waiting = [user.division_id]
    while waiting:
        one = waiting.pop()
        if one is not None:
            yield one
            waiting.extend(children.get(one, []))
