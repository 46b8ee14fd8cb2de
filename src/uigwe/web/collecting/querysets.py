"""Questions asked of steps, rounds and asks."""

from typing import TYPE_CHECKING

from django.db import models

from uigwe.review import ReplyStage, RoundStage

if TYPE_CHECKING:
    from uigwe.web.collecting.models import Ask, Question, Round, YearStep  # noqa: F401 - named in the bases below

OWED = (ReplyStage.ASKED, ReplyStage.BEGUN, ReplyStage.SUPPLEMENT)


class StepQuerySet(models.QuerySet["YearStep"]):
    """Steps of years, by their days."""

    def of(self, agency: str, year: int) -> "StepQuerySet":
        """Those of one agency's year."""
        return self.filter(agency_id=agency, year=year)


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds, the newest last."""

    def of(self, agency: str, year: int) -> "RoundQuerySet":
        """Those of one plan."""
        return self.filter(agency_id=agency, year=year)

    def open(self) -> "RoundQuerySet":
        """Those that still take replies."""
        return self.filter(stage=RoundStage.OPEN)


class AskQuerySet(models.QuerySet["Ask"]):
    """What was asked, in the order of the plan."""

    def at(self, agency: str, year: int, number: int) -> "AskQuerySet":
        """Those of one round."""
        return self.filter(round__agency_id=agency, round__year=year, round__number=number)

    def in_open_rounds(self) -> "AskQuerySet":
        """Those whose round still takes replies."""
        return self.filter(round__stage=RoundStage.OPEN)

    def owed(self) -> "AskQuerySet":
        """Those that wait for their division."""
        return self.in_open_rounds().filter(stage__in=OWED)


class QuestionQuerySet(models.QuerySet["Question"]):
    """Questions that files raised."""

    def open(self) -> "QuestionQuerySet":
        """Those that nobody settled yet."""
        return self.filter(choice="")
