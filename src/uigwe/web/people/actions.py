"""What is done about people: accounts, roles, tasks. Each in one transaction with its entry in the record; `by` comes last."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.validators import validate_email
from django.db import transaction

from uigwe.review import Role
from uigwe.web.people.models import Agency, Division, Grant, Responsibility, User
from uigwe.web.records.chain import record


@transaction.atomic
def add_person(*, username: str, name: str, agency: str, division: str = "", password: str | None, by: Any) -> User:
    """A new account. Raises ValidationError for a weak password, IntegrityError for a staff number that is taken."""
    body = Agency.objects.get(pk=agency)
    part = Division.objects.get(agency=body, code=division) if division else None
    user = User(username=username, name=name, agency=body, division=part)
    if password is not None:
        validate_password(password, user)
    user.set_password(password)
    user.save(force_insert=True)
    after = {"name": name, "agency": agency, "division": division}
    record(verb="person added", by=by, object=f"person/{username}", after=after)
    return user


@transaction.atomic
def set_roles(*, user: User, roles: frozenset[Role], by: Any) -> None:
    """The person holds these roles and no others, from the next request on."""
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    before = set(user.grants.values_list("role", flat=True))
    after = {role.value for role in roles if role is not Role.PUBLIC}
    if before == after:
        return
    user.grants.filter(role__in=before - after).delete()
    Grant.objects.bulk_create([Grant(person=user, role=role) for role in sorted(after - before)])
    record(verb="roles changed", by=by, object=f"person/{user.username}", before=sorted(before), after=sorted(after))


@transaction.atomic
def set_password(*, user: User, password: str, by: Any) -> None:
    """A new password; every session of the person ends, because sessions are tied to the password."""
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    record(verb="password changed", by=by, object=f"person/{user.username}")


@transaction.atomic
def set_email(*, user: User, email: str, by: Any) -> None:
    """Where the person's letters go; empty for nowhere. The address itself stays out of the record. Raises ValidationError."""
    if email:
        validate_email(email)
    if user.email == email:
        return
    user.email = email
    user.save(update_fields=["email"])
    record(verb="mail address changed", by=by, object=f"person/{user.username}")


@transaction.atomic
def set_active(*, user: User, active: bool, by: Any) -> None:
    """Close an account or open it again. Accounts are never deleted: the record names them."""
    if user.is_active == active:
        return
    user.is_active = active
    user.save(update_fields=["is_active"])
    record(verb="account opened" if active else "account closed", by=by, object=f"person/{user.username}")


@transaction.atomic
def answer_for(*, agency: str, year: int, code: str, division: Division, owner: User | None, by: Any) -> None:
    """Say which division, and which person in it, answers for a goal or task."""
    row, made = Responsibility.objects.select_for_update(of=("self",)).get_or_create(
        agency_id=agency, year=year, code=code, defaults={"division": division, "owner": owner}
    )
    before = None if made else _who(row)
    row.division, row.owner = division, owner
    if not made and before == _who(row):
        return
    row.save()
    record(verb="responsibility set", by=by, object=f"plan/{agency}/{year} {code}", before=before, after=_who(row))


def _who(row: Responsibility) -> dict[str, str]:
    return {"division": row.division.code, "owner": row.owner.username if row.owner else ""}
