"""Files that were brought in and what was read from them, answers to questions, and how an agency's tables are laid out."""

from enum import StrEnum
from typing import ClassVar

from django.conf import settings
from django.db import models

from uigwe.review import Thing
from uigwe.web.uploads import Kept


class State(StrEnum):
    """How far a file has come."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    FAILED = "failed"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"


class Intake(models.Model):
    """One file brought in for a plan. What was read from it (`found`, JSON) is no plan of anybody's until it is confirmed.

    `stored` is the name of the kept file, empty once it was dropped; `problem` says why it could not be read; `asks` holds the
    keys of the questions that came without an answer, one a line.
    """

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="intakes")
    year = models.PositiveIntegerField()
    name = models.CharField(max_length=150)
    stored = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(
        max_length=10, choices=[(state.value, state.value) for state in State], default=State.WAITING.value
    )
    started = models.DateTimeField(null=True, blank=True)
    layout = models.TextField(blank=True, default="")
    found = models.TextField(blank=True, default="")
    asks = models.TextField(blank=True, default="")
    problem = models.TextField(blank=True, default="")
    revision = models.ForeignKey(
        "plans.Revision", on_delete=models.PROTECT, null=True, blank=True, related_name="intakes"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(state=State.CONFIRMED.value) | models.Q(revision__isnull=False),
                name="what_is_confirmed_has_a_revision",
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} {self.name}"

    @property
    def kept(self) -> Kept:
        """The file, for `uploads`."""
        return Kept(self.name, self.stored, self.kind, self.size, self.sha256)

    def thing(self) -> Thing:
        """This file as something rights are about."""
        return Thing(self.agency_id, self.year)


class Answer(models.Model):
    """What a person answered to a question, by the question's key; it holds for every document that asks the same."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="answers")
    year = models.PositiveIntegerField()
    question = models.CharField(max_length=80)
    answer = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "question"], name="a_question_has_one_answer")
        ]

    def __str__(self) -> str:
        return self.question


class Columns(models.Model):
    """How an agency's table with this head is laid out, as somebody said; `head` is the hash of its words."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="table_layouts")
    head = models.CharField(max_length=64)
    layout = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["agency", "head"], name="a_head_has_one_layout")]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.head[:12]}"
