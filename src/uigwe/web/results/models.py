"""Results by period with all that was said of them, milestones reported, money spent, papers, and what is followed up.

Rows of figures are written once: a correction is a row that names the one before it and why. Figures are canonical decimal text.
"""

from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from django.conf import settings
from django.db import models

from uigwe.review import ResultStage, Thing
from uigwe.review.counting import Counting


def _person() -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")


class Finality(models.TextChoices):
    """Whether a figure may still move by itself."""

    PROVISIONAL = "provisional"
    FINAL = "final"


class Results(models.QuerySet["Result"]):
    """Rows of results by what they are about."""

    def newest(self, agency: str, year: int, indicator: str = "", code: str = "") -> "Results":
        """The row of each period that no other replaced; of one use of an indicator when it is named."""
        rows = self.filter(agency_id=agency, year=year, superseded_by=None).prefetch_related("moves")
        return rows.filter(indicator=indicator, code=code) if indicator else rows


class Result(models.Model):
    """What an indicator came to in a period, for one goal or task that uses it. Empty `value`: not measured, and `why` says why.

    `computed`: from its parts by the printed formula, not typed. `odd` are the questions that were asked when it was entered.
    """

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="results")
    year = models.PositiveIntegerField()
    indicator = models.CharField(max_length=120)
    code = models.CharField(max_length=40)
    period = models.CharField(max_length=12)
    numerator = models.CharField(max_length=60, blank=True, default="")
    denominator = models.CharField(max_length=60, blank=True, default="")
    value = models.CharField(max_length=60, blank=True, default="")
    computed = models.BooleanField(default=False)
    n = models.PositiveBigIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True, default="")
    as_of = models.DateField(null=True, blank=True)
    finality = models.CharField(max_length=12, choices=Finality.choices, default=Finality.PROVISIONAL)
    odd = models.JSONField(default=list)
    answer = models.TextField(blank=True, default="")
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    why = models.TextField(blank=True, default="")
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    objects = Results.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["agency", "year", "indicator", "code", "period"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["agency", "year", "indicator", "code", "period"],
                condition=models.Q(supersedes=None),
                name="a_result_has_one_beginning",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}@{self.code} {self.period}"

    @cached_property
    def stage(self) -> ResultStage:
        """Where it stands: what was said of it last."""
        last = max(self.moves.all(), key=lambda move: move.pk, default=None)
        return ResultStage(last.stage) if last else ResultStage.ENTERED

    @property
    def number(self) -> Decimal | None:
        """The value as a number; None when it was not measured."""
        return Decimal(self.value) if self.value else None

    @property
    def standing_number(self) -> Decimal | None:
        """The value that others are laid beside; None when nothing was measured, or when it was sent back."""
        return None if self.stage is ResultStage.RETURNED else self.number

    def thing(self) -> Thing:
        """This result as something rights are about."""
        return Thing(self.agency_id, self.year, self.code, self.stage)


class ResultMove(models.Model):
    """What somebody said of a result: confirmed, accepted, or returned with words."""

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="moves")
    stage = models.CharField(max_length=12, choices=[(one.value, one.value) for one in ResultStage])
    words = models.TextField(blank=True, default="")
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.result_id} {self.stage}"


class Counted(models.Model):
    """What the figures of an indicator count within the year, as the office said. The last row of an indicator counts."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="countings")
    year = models.PositiveIntegerField()
    indicator = models.CharField(max_length=120)
    counting = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Counting])
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["agency", "year", "indicator"])]

    def __str__(self) -> str:
        return f"{self.indicator} {self.counting}"


class MilestoneReport(models.Model):
    """What became of a milestone. `text` and `promised` are its words at that time, so that silent rewording is seen."""

    class State(models.TextChoices):
        """The words stand in the glossary."""

        DONE = "done"
        LATE = "late"
        NOT_BEGUN = "not-begun"
        UNDER_WAY = "under-way"

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="milestone_reports")
    year = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    row = models.PositiveIntegerField()
    text = models.TextField()
    promised = models.CharField(max_length=200, blank=True, default="")
    state = models.CharField(max_length=12, choices=State.choices)
    day = models.DateField(null=True, blank=True)
    words = models.TextField(blank=True, default="")
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["agency", "year", "code", "row"])]

    def __str__(self) -> str:
        return f"{self.code}/m{self.row} {self.state}"


class Spending(models.Model):
    """What was spent of a budget line up to the end of a month, in won. The last row of a month counts."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="spending")
    year = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    row = models.PositiveIntegerField()
    month = models.PositiveSmallIntegerField()
    amount = models.BigIntegerField()
    source = models.CharField(max_length=300, blank=True, default="")
    why = models.TextField(blank=True, default="")
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["agency", "year", "code", "row", "month"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(month__gte=1, month__lte=12), name="a_month_is_one_of_twelve")
        ]

    def __str__(self) -> str:
        return f"{self.code}/b{self.row} {self.month}"


class PaperStatement(models.Model):
    """How another paper states an indicator: its name, formula, target and result there. The last row of a paper counts."""

    class Paper(models.TextChoices):
        """The words stand in the glossary."""

        FISCAL = "fiscal"
        AGENDA = "agenda"
        CONTRACT = "contract"

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="statements")
    year = models.PositiveIntegerField()
    indicator = models.CharField(max_length=120)
    paper = models.CharField(max_length=12, choices=Paper.choices)
    name = models.CharField(max_length=300)
    formula = models.TextField(blank=True, default="")
    target = models.CharField(max_length=100, blank=True, default="")
    result = models.CharField(max_length=100, blank=True, default="")
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["agency", "year", "indicator", "paper"])]

    def __str__(self) -> str:
        return f"{self.indicator} {self.paper}"


class Followed(models.Model):
    """An opinion from the field (현장의견) or a conflict (갈등관리) that somebody must answer for: where from, what was said."""

    class Kind(models.TextChoices):
        """The words stand in the glossary."""

        OPINION = "opinion"
        CONFLICT = "conflict"

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="followed")
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    code = models.CharField(max_length=40)
    source = models.CharField(max_length=300)
    day = models.DateField()
    text = models.TextField()
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["agency_id", "year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="a_followed_item_has_one_number")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} {self.kind} {self.number}"

    @property
    def state(self) -> str:
        """What was said of it last."""
        last = max(self.steps.all(), key=lambda step: step.pk, default=None)
        return last.state if last else FollowedStep.State.OPEN.value


class FollowedStep(models.Model):
    """What was decided about it, and what changed because of it."""

    class State(models.TextChoices):
        """The words stand in the glossary."""

        OPEN = "open"
        LOOKED_AT = "looked-at"
        TAKEN_UP = "taken-up"
        PARTLY = "partly"
        NOT_TAKEN = "not-taken"
        SETTLED = "settled"

    item = models.ForeignKey(Followed, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=12, choices=State.choices)
    decided = models.TextField()
    changed = models.TextField(blank=True, default="")
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.item_id} {self.state}"


class AssemblyAnswer(models.Model):
    """An answer to a request of the National Assembly: who asked, when and for what; which indicators and years; from which plan, and
    where the record ended when it was made. Its files stay as they were sent, also when the year is closed."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="assembly_answers")
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    requester = models.CharField(max_length=200)
    asked_on = models.DateField()
    document_number = models.CharField(max_length=100, blank=True, default="")
    request = models.TextField()
    indicators = models.JSONField(default=list)
    years = models.JSONField(default=list)
    revision = models.ForeignKey("plans.Revision", on_delete=models.PROTECT, related_name="+")
    head_sequence = models.PositiveBigIntegerField()
    head_hash = models.CharField(max_length=64)
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["agency_id", "year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="an_assembly_answer_has_one_number")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} answer {self.number}"


class AnswerFile(models.Model):
    """A file of an answer, kept whole in the database: the table as the site made it (`hwpx`, `xlsx`), or what was sent (`sent`)."""

    answer = models.ForeignKey(AssemblyAnswer, on_delete=models.PROTECT, related_name="files")
    kind = models.CharField(max_length=8, choices=[(one, one) for one in ("hwpx", "xlsx", "sent")])
    name = models.CharField(max_length=200)
    data = models.BinaryField()
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name
