"""Revisions of plans, the patches of a draft, findings accepted as exceptions, and audits already made."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from uigwe.review import Stage, Thing, YearStage
from uigwe.web.plans.querysets import AcceptanceQuerySet, PatchQuerySet, RevisionQuerySet


class Revision(models.Model):
    """One version of an agency's plan for a year. Published ones never change again; one draft may be open beside them.

    `document` is the plan's canonical JSON (decimals as text) and `hash` its SHA-256. A draft that was started from `base` has
    no document of its own: it is the base with its patches applied in order, and `hash` names the base and those patches.
    `note` stands beside it for everybody; `left_open` holds what was open when it was published (`counts` by name) and for the office
    and its auditors `why` it was published all the same; None where nothing was.
    """

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="revisions")
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=12, choices=[(stage.value, stage.value) for stage in Stage])
    base = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="drafts")
    document = models.TextField(blank=True, default="")
    hash = models.CharField(max_length=64, db_index=True)
    created = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField(blank=True, default="")
    left_open = models.JSONField(null=True, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["agency_id", "year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="a_revision_has_one_number"),
            models.UniqueConstraint(
                fields=["agency", "year"], condition=Q(stage=Stage.DRAFT), name="one_draft_is_open"
            ),
            models.CheckConstraint(condition=~Q(document="", base=None), name="a_revision_has_a_document_or_a_base"),
            models.CheckConstraint(
                condition=Q(stage=Stage.DRAFT, published=None)
                | (Q(stage=Stage.PUBLISHED, published__isnull=False) & ~Q(document="")),
                name="a_published_revision_is_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year}/{self.number}"

    @property
    def is_draft(self) -> bool:
        """Whether it may still change."""
        return self.stage == Stage.DRAFT

    def thing(self, code: str = "") -> Thing:
        """This revision as something rights are about."""
        return Thing(self.agency_id, self.year, code, Stage(self.stage))


class PlanPatch(models.Model):
    """One edit of a draft: a field of an object and its new value, with the value that the person saw before."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="patches")
    object = models.CharField(max_length=200)
    field = models.CharField(max_length=40)
    before = models.TextField(blank=True)
    value = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PatchQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["revision", "object", "field"])]

    def __str__(self) -> str:
        return f"{self.object} {self.field}"


class YearBook(models.Model):
    """A year that an agency opened: how far it is. Without one, a draft is published with one click as ever.

    `steps` are the steps of its approval, copied from the year's table when it was opened; `cleared` is the hash of the plan
    that went through all of them; `fixed_at` is the revision that was fixed. Written by the app of approval, asked by `frozen`.
    """

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="years")
    year = models.PositiveIntegerField()
    stage = models.CharField(
        max_length=12, choices=[(stage.value, stage.value) for stage in YearStage], default=YearStage.PREPARING
    )
    steps = models.JSONField(default=list)
    cleared = models.CharField(max_length=64, blank=True, default="")
    fixed_at = models.ForeignKey(Revision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    opened = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["agency_id", "year"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["agency", "year"], name="a_year_is_opened_once")]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} {self.stage}"

    def thing(self, code: str = "") -> Thing:
        """This year as something rights are about."""
        return Thing(self.agency_id, self.year, code, YearStage(self.stage))


class Permit(models.Model):
    """One field that an approved amendment opens in its draft. With a `value` it may become that and nothing else."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="permits")
    object = models.CharField(max_length=200)
    field = models.CharField(max_length=40)
    value = models.TextField(blank=True, default="")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "object", "field"], name="a_field_is_permitted_once")
        ]

    def __str__(self) -> str:
        return f"{self.object} {self.field}"


class AcceptedFinding(models.Model):
    """A finding accepted as an exception, with its reason and end. Keyed by what the finding says, so it survives a new import."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="accepted_findings")
    year = models.PositiveIntegerField()
    key = models.CharField(max_length=100)
    check_id = models.CharField(max_length=100)
    object = models.CharField(max_length=200)
    why = models.TextField()
    who = models.CharField(max_length=150)
    until = models.DateField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AcceptanceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "year", "key"], condition=Q(withdrawn_at=None), name="a_finding_is_accepted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.check_id} {self.object}"


class AuditCache(models.Model):
    """The report of an audit that was already made: of these plans, by this version of the checks. May be emptied at any time."""

    key = models.CharField(max_length=64, primary_key=True)
    report = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.key
