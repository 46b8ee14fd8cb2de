"""People and bodies: agencies, their divisions, who belongs where, which roles they hold, what they answer for."""

from datetime import date
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from uigwe.review import Role


class Agency(models.Model):
    """A body that has a performance plan, named by its code in packs (`mss`)."""

    code = models.SlugField(max_length=40, primary_key=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=150, blank=True, default="")

    def __str__(self) -> str:
        return self.name


class Division(models.Model):
    """A part of an agency in a span of time; a tree, read from `organisations.csv`."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="divisions")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=100)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["agency_id", "code"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "code"], name="a_division_has_one_code"),
            models.CheckConstraint(
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                name="a_division_ends_after_it_began",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def exists_on(self, day: date) -> bool:
        """Whether the division exists on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class People(BaseUserManager["User"]):
    """Making accounts."""

    def create_user(self, username: str, name: str, password: str | None = None, **fields: Any) -> "User":
        """A new person; without a password the account cannot be signed in to until one is set."""
        user = self.model(username=username, name=name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person with an account; `username` is the staff number. Never deleted, only made inactive: the record names them."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=60)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    division = models.ForeignKey(Division, on_delete=models.PROTECT, null=True, blank=True, related_name="people")
    email = models.EmailField(blank=True, default="")
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects = People()

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """As shown on pages."""
        return self.name

    def get_short_name(self) -> str:
        """As shown on pages."""
        return self.name


class Grant(models.Model):
    """A role that a person holds. Taking it away removes the row; the audit chain keeps both."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(
        max_length=30, choices=[(role.value, role.value) for role in Role if role is not Role.PUBLIC]
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "role"], name="a_role_is_held_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.role}"


class Responsibility(models.Model):
    """Who answers for a goal or task of a year's plan: always a division, and within it a person where one is named."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="responsibilities")
    year = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    division = models.ForeignKey(Division, on_delete=models.PROTECT, related_name="responsibilities")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="responsibilities")

    class Meta:
        ordering: ClassVar = ["agency_id", "year", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "code"], name="a_task_has_one_division")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year} {self.code}"


class Delegation(models.Model):
    """That somebody of an affiliated body hands in the results of a goal or task, or of some of its indicators (`indicators`;
    empty: of all). Ended, never removed: results name who did."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="delegations")
    year = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="delegations")
    indicators = models.JSONField(default=list, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["agency_id", "year", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "year", "code", "person"],
                condition=models.Q(ended=None),
                name="a_task_is_delegated_once_to_a_person",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.person_id}"
