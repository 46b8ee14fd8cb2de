"""The people of the demo: one for each role, with passwords that everybody knows, and therefore only there."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml
from django.db import transaction

from uigwe.plan import Plan
from uigwe.web.people.models import Division, Grant, Responsibility, User


@lru_cache(maxsize=1)
def _cast() -> dict[str, Any]:
    text = resources.files("uigwe.web.people").joinpath("demo.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data


def usernames() -> list[str]:
    """The staff numbers of the demo's people."""
    return [one["username"] for one in _cast()["people"]]


def password_of(username: str) -> str:
    """Known to everybody: `serve` refuses to start while an account has it."""
    return f"{username}-uigwe-2023"


@transaction.atomic
def make_people(agency: str) -> None:
    """Make the people who are not there yet, with their roles."""
    divisions = {one.code: one for one in Division.objects.filter(agency_id=agency)}
    there = set(User.objects.filter(username__in=usernames()).values_list("username", flat=True))
    for one in _cast()["people"]:
        if one["username"] in there:
            continue
        user = User.objects.create_user(
            one["username"],
            one["name"],
            password_of(one["username"]),
            agency_id=agency,
            division=divisions.get(one.get("division", "")),
            demo=True,
        )
        for role in one["roles"]:
            Grant.objects.create(person=user, role=role)


@transaction.atomic
def assign(plan: Plan) -> None:
    """Give the demo's people something to answer for; a later line of the table overrules an earlier one."""
    assigned(
        plan, _cast()["responsibilities"], {one.username: one for one in User.objects.filter(username__in=usernames())}
    )


def assigned(plan: Plan, lines: Iterable[Mapping[str, str]], owners: Mapping[str, User]) -> None:
    """Hand a plan out as a table says: `below` a code, to a `division` and, where one is named, its `owner`."""
    divisions = {one.code: one for one in Division.objects.filter(agency_id=plan.agency)}
    for line in lines:
        division = divisions.get(line["division"])
        if division is None:
            continue
        for code in _below(plan, line["below"]):
            Responsibility.objects.update_or_create(
                agency_id=plan.agency,
                year=plan.year,
                code=code,
                defaults={"division": division, "owner": owners.get(line.get("owner", ""))},
            )


def _below(plan: Plan, code: str) -> Iterator[str]:
    for node in plan.nodes():
        if node.code == code or node.code.startswith(f"{code}-"):
            yield node.code
