"""Approvals with their documents, amendments with what they open, and who answered for a task before."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from uigwe.review import AmendmentStage, Thing
from uigwe.web.plans.models import Revision


class KeptFile(models.Model):
    """A file that somebody handed in as proof: an approved document, evidence of a result. Kept for ever, whatever it says.

    `about` names the thing it belongs to; `stored` is its name below the site's folder, `sha256` what it held when it came.
    """

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="+")
    year = models.PositiveIntegerField()
    about = models.CharField(max_length=200)
    name = models.CharField(max_length=160)
    stored = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=20)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name


class Amendment(models.Model):
    """A request to change a fixed plan, and what became of it. `items` say which fields, to what, and why."""

    class Kind(models.TextChoices):
        """What moves it. The words stand in the glossary."""

        TARGET = "target"
        BUDGET = "budget"
        REORGANISATION = "reorganisation"
        AGENDA = "agenda"
        OTHER = "other"

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="amendments")
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    title = models.CharField(max_length=200)
    reason = models.TextField()
    stage = models.CharField(
        max_length=12,
        choices=[(stage.value, stage.value) for stage in AmendmentStage],
        default=AmendmentStage.REQUESTED,
    )
    base = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    result = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments")
    in_force = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["agency_id", "year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="an_amendment_has_one_number")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} amendment {self.number}"

    def thing(self, code: str = "") -> Thing:
        """This amendment as something rights are about."""
        return Thing(self.agency_id, self.year, code, AmendmentStage(self.stage))


class AmendmentItem(models.Model):
    """One field that an amendment changes: what it says now, what it shall say (empty: to be written in the draft), and why."""

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="items")
    object = models.CharField(max_length=200)
    field = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    proposed = models.TextField(blank=True)
    why = models.TextField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["amendment", "object", "field"], name="an_amendment_names_a_field_once")
        ]

    def __str__(self) -> str:
        return f"{self.object} {self.field}"


class Approval(models.Model):
    """That a step was signed in the other system: document number, day and file; for which plan (`hash`), by whom noted down.

    Of the year's plan when `amendment` is empty, otherwise of that amendment. Written once; the database refuses to change it.
    """

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="approvals")
    year = models.PositiveIntegerField()
    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, null=True, blank=True, related_name="approvals")
    step = models.CharField(max_length=60)
    document_number = models.CharField(max_length=100, blank=True, default="")
    day = models.DateField()
    file = models.ForeignKey(KeptFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    note = models.TextField(blank=True, default="")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["agency", "year", "step"])]

    def __str__(self) -> str:
        return f"{self.step} {self.document_number}"


class Tenure(models.Model):
    """Who answered for a goal or task before, until which day, and why it passed on. Who answers now stands in people."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="tenures")
    year = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    division = models.ForeignKey("people.Division", on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    since = models.DateField(null=True, blank=True)
    until = models.DateField()
    why = models.TextField()
    note = models.TextField(blank=True, default="")
    open_items = models.JSONField(default=list)
    document_number = models.CharField(max_length=100, blank=True, default="")
    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, null=True, blank=True, related_name="tenures")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.code} until {self.until}"


class Reopening(models.Model):
    """A closed year is to be opened again: who asked, why and with which document; who allowed or refused it, never the same person.

    `spent`: allowed, and the year was closed again since. The database lets a year out of being closed only while one is allowed.
    """

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="reopenings")
    year = models.PositiveIntegerField()
    reason = models.TextField()
    document_number = models.CharField(max_length=100)
    day = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    allowed = models.BooleanField(null=True, default=None)
    words = models.TextField(blank=True, default="")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    spent = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "year"],
                condition=models.Q(decided_at=None),
                name="a_year_is_asked_open_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(decided_by=None, decided_at=None, allowed=None)
                | (
                    models.Q(decided_by__isnull=False, decided_at__isnull=False, allowed__isnull=False)
                    & ~models.Q(decided_by=models.F("by"))
                ),
                name="a_year_is_reopened_by_two_people",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} {self.document_number}"
