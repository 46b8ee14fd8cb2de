"""What follows when a year is opened: it gets its own copy of the calendar."""

from typing import Any

from django.dispatch import receiver

from uigwe.packs.year import YearCalendar
from uigwe.web.approving.actions import year_opened
from uigwe.web.collecting.actions.year import copy_steps
from uigwe.web.plans.models import YearBook


@receiver(year_opened, dispatch_uid="steps of the year")
def steps_copied(sender: Any, book: YearBook, calendar: YearCalendar | None, **_: Any) -> None:
    """In the transaction of the opening, whose entry in the record says both."""
    copy_steps(agency=book.agency_id, year=book.year, calendar=calendar)
