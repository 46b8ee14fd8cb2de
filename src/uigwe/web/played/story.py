"""The story of a played year, as its file tells it, and what all its chapters ask of it."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

import yaml
from django.core.files.uploadedfile import SimpleUploadedFile

from uigwe.plan import Plan
from uigwe.web import uploads
from uigwe.web.people.models import Delegation, Responsibility, User
from uigwe.web.uploads import Kept


@lru_cache(maxsize=4)
def told(agency: str, year: int) -> dict[str, Any] | None:
    """The story of this agency's year; None when nobody invented one."""
    file = resources.files("uigwe.web.played").joinpath(f"{agency}-{year}.yaml")
    if not file.is_file():
        return None
    data: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return data


@dataclass
class Story:
    """A year to be played: its data and the plan to which it leads."""

    data: dict[str, Any]
    plan: Plan

    @property
    def here(self) -> dict[str, Any]:
        """Which plan, as every action asks."""
        return {"agency": self.plan.agency, "year": self.plan.year}

    @cached_property
    def people(self) -> dict[str, User]:
        """Everybody in the story by name."""
        return {one.username: one for one in User.objects.filter(demo=True)}

    @property
    def office(self) -> User:
        """Whoever keeps the plan together."""
        return self.people["office"]

    def owner_of(self, code: str) -> User:
        """Who answers for a goal or task on the day of the story."""
        row = Responsibility.objects.select_related("owner").get(**self._at(code))
        return row.owner or self.head_of(code)

    def hands_in(self, code: str) -> User:
        """Who hands in its results: the clerk of an agency where there is one."""
        row = Delegation.objects.select_related("person").filter(**self._at(code), ended=None).first()
        return row.person if row else self.owner_of(code)

    def head_of(self, code: str) -> User:
        """Who confirms for the division: that of the longest code in the table above this one."""
        above = [one for one in self.data["heads"] if code == one or code.startswith(f"{one}-")]
        return self.people[self.data["heads"][max(above, key=len)]]

    def _at(self, code: str) -> dict[str, Any]:
        return {"agency_id": self.plan.agency, "year": self.plan.year, "code": code}


def file_of(name: str, data: bytes, takes: frozenset[str]) -> Kept:
    """A file as if it had come with a form."""
    return uploads.receive(SimpleUploadedFile(name, data), takes)
