"""What follows: a year that is opened gets its own copy of the calendar; a task that passes on takes its open asks along."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from uigwe.packs.year import YearCalendar
from uigwe.review import ReplyStage
from uigwe.web.approving.actions import year_opened
from uigwe.web.collecting.actions.year import copy_steps
from uigwe.web.collecting.models import Ask
from uigwe.web.people.models import Responsibility
from uigwe.web.plans.models import YearBook


@receiver(year_opened, dispatch_uid="steps of the year")
def steps_copied(sender: Any, book: YearBook, calendar: YearCalendar | None, **_: Any) -> None:
    """In the transaction of the opening, whose entry in the record says both."""
    copy_steps(agency=book.agency_id, year=book.year, calendar=calendar)


@receiver(post_save, sender=Responsibility, dispatch_uid="asks follow their task")
def asks_follow(sender: Any, instance: Responsibility, **_: Any) -> None:
    """Whoever answers for a task from now on is asked, in rounds that are still open. Its entry in the record is that of the change.

    Asks are not locked before: whoever holds one writes its stage and not who is asked.
    """
    open_asks = Ask.objects.in_open_rounds().filter(
        round__agency_id=instance.agency_id, round__year=instance.year, code=instance.code
    )
    open_asks.exclude(stage=ReplyStage.ACCEPTED).update(division=instance.division_id, owner=instance.owner_id)
