"""Ten tables: the steps of a year, days off, rounds, what is asked in them and what it said then, the thread of each, files that came,
questions, letters."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from uigwe.packs.year import ROUNDS
from uigwe.review import ReplyStage, RoundStage, Thing
from uigwe.web.collecting.querysets import AskQuerySet, QuestionQuerySet, RoundQuerySet, StepQuerySet

_KINDS = [(kind, kind) for kind in ROUNDS]


def _person(**words: Any) -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **words)


class YearStep(models.Model):
    """A step of an agency's year, copied from `year.yaml` when the year was opened. `due` may move; `planned` stays."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="year_steps")
    year = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    planned = models.DateField()
    due = models.DateField()
    owes = models.JSONField(default=list)
    what = models.TextField(blank=True, default="")
    what_en = models.TextField(blank=True, default="")
    basis = models.CharField(max_length=200, blank=True, default="")
    ours = models.BooleanField(default=False)
    round = models.CharField(max_length=20, blank=True, default="")
    done = models.DateField(null=True, blank=True)
    done_by = _person(null=True, blank=True)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["due", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "code"], name="a_step_has_one_code_in_its_year")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} {self.code}"


class StepMove(models.Model):
    """A due day that was moved, and why. Kept for ever."""

    step = models.ForeignKey(YearStep, on_delete=models.PROTECT, related_name="moves")
    before = models.DateField()
    after = models.DateField()
    why = models.TextField()
    by = _person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.step_id} {self.before} {self.after}"


class DayOff(models.Model):
    """A day on which an agency does not work, entered by its office; public holidays and weekends are known without it."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="days_off")
    day = models.DateField()
    name = models.CharField(max_length=100)
    by = _person()
    at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = _person(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["day", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "day"], condition=Q(withdrawn_at=None), name="a_day_is_off_once")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.day} {self.name}"


class Round(models.Model):
    """One round of collection: what the office asks for, by when. Closed once; what it holds stays."""

    agency = models.ForeignKey("people.Agency", on_delete=models.PROTECT, related_name="rounds")
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=_KINDS)
    title = models.CharField(max_length=200)
    guideline = models.TextField(blank=True, default="")
    period = models.CharField(max_length=20, blank=True, default="")
    step = models.ForeignKey(YearStep, on_delete=models.PROTECT, null=True, blank=True, related_name="rounds")
    opens = models.DateField()
    due = models.DateField()
    stage = models.CharField(max_length=10, choices=[(one.value, one.value) for one in RoundStage])
    opened_by = _person()
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_by = _person(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["agency_id", "year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["agency", "year", "number"], name="a_round_has_one_number"),
            models.CheckConstraint(condition=Q(due__gte=models.F("opens")), name="a_round_is_due_after_it_opens"),
            models.CheckConstraint(
                condition=Q(stage=RoundStage.OPEN, closed_at=None)
                | Q(stage=RoundStage.CLOSED, closed_at__isnull=False),
                name="a_closed_round_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id}/{self.year} round {self.number}"

    @property
    def is_open(self) -> bool:
        """Whether replies are still taken."""
        return self.stage == RoundStage.OPEN

    def thing(self) -> Thing:
        """This round as something rights are about."""
        return Thing(self.agency_id, self.year, "", RoundStage(self.stage))


class Ask(models.Model):
    """One goal or task asked of one division and person. `seal` is the version that was handed in with the last reply."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="asks")
    code = models.CharField(max_length=40)
    division = models.ForeignKey(
        "people.Division", on_delete=models.PROTECT, null=True, blank=True, related_name="asks"
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="asks"
    )
    due = models.DateField()
    stage = models.CharField(
        max_length=12, default=ReplyStage.ASKED, choices=[(one.value, one.value) for one in ReplyStage]
    )
    since = models.DateTimeField()
    seal = models.CharField(max_length=20, blank=True, default="")

    objects = AskQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "code"], name="a_code_is_asked_once")]

    def __str__(self) -> str:
        return f"{self.round} {self.code}"

    def thing(self) -> Thing:
        """This ask as something rights are about. Asks for the round, so load it before."""
        return Thing(self.round.agency_id, self.round.year, self.code, ReplyStage(self.stage))


MOMENTS = ("asked", "replied", "closed")


class PartThen(models.Model):
    """What a part said at a moment of its ask: when the round was opened, each time it was handed in, when the round was closed.

    The plan goes on; this stays. `form` is the JSON of its cells. Written once.
    """

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="thens")
    moment = models.CharField(max_length=8, choices=[(one, one) for one in MOMENTS])
    seal = models.CharField(max_length=20)
    form = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.ask_id} {self.moment}"


NOTE_KINDS = (
    "request",
    "reminder",
    "supplement",
    "reply",
    "extension",
    "refusal",
    "comment",
    "received",
    "merged",
    "accepted",
)


class Note(models.Model):
    """One line of the thread of an ask. Written once; `by` is empty where the site itself wrote it."""

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in NOTE_KINDS])
    text = models.TextField(blank=True, default="")
    by = _person(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.ask_id} {self.kind}"


class PrintedForm(models.Model):
    """A form that left the site as a file: everything that was printed on it, so that what comes back can be compared.

    `seal` names the version of its cells; `digest` also what stands around them, such as the day and the findings.
    """

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="printed")
    seal = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    sheet = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["ask", "digest"], name="a_form_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.ask_id} {self.seal}"


FILE_STAGES = ("read", "merged", "aside", "refused")


class ReceivedFile(models.Model):
    """A file that came back. It stays whatever becomes of it: read and waiting, merged, put aside by a person, or refused.

    `verdict` is JSON: the fate of each cell when it was read and, after merging, when it was merged.
    """

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    stored = models.CharField(max_length=60, blank=True, default="")
    kind = models.CharField(max_length=10, blank=True, default="")
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    sender = models.CharField(max_length=100, blank=True, default="")
    how = models.CharField(max_length=10, choices=[("browser", "browser"), ("mail", "mail")])
    stage = models.CharField(max_length=10, choices=[(one, one) for one in FILE_STAGES])
    seal = models.CharField(max_length=20, blank=True, default="")
    verdict = models.TextField(default="{}")
    by = _person()
    at = models.DateTimeField(auto_now_add=True)
    settled_by = _person(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.ask_id} {self.name}"


class Question(models.Model):
    """A cell of a returned file that the draft contradicts: a person chooses. `value` is what was chosen."""

    ask = models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="questions")
    file = models.ForeignKey(ReceivedFile, on_delete=models.PROTECT, related_name="questions")
    object = models.CharField(max_length=200)
    field = models.CharField(max_length=40)
    printed = models.TextField(blank=True)
    returned = models.TextField(blank=True)
    now = models.TextField(blank=True)
    choice = models.CharField(
        max_length=10, blank=True, default="", choices=[(one, one) for one in ("kept", "returned", "other")]
    )
    value = models.TextField(blank=True, default="")
    settled_by = _person(null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(choice="", settled_at=None) | (~Q(choice="") & Q(settled_at__isnull=False)),
                name="a_settled_question_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ask_id} {self.object} {self.field}"


class Letter(models.Model):
    """A mail that the site owes somebody. Written in the transaction of its cause, sent afterwards; `about` names it once.

    `taken`: somebody is sending it.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="letters")
    about = models.CharField(max_length=120)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    taken = models.DateTimeField(null=True, blank=True)
    sent = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "about"], name="a_letter_is_written_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.about}"
