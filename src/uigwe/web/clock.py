"""One clock in a demonstration: its day is the day that it stands on, and what is written now is written on that day.

Everywhere else the computer's clock counts, and `UIGWE_TODAY` sets the as-of date only: a record never says another time than
that at which it was written.
"""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

_real = timezone.now


def demo_now() -> datetime:
    """The time of day as it is, on the day of the demonstration."""
    now, day = timezone.localtime(_real()), settings.TODAY
    return now.replace(year=day.year, month=day.month, day=day.day) if isinstance(day, date) else now


def keep_the_demo_day() -> None:
    """From now on, in a demonstration that stands on a day of its own, what asks for the time gets that day's."""
    if settings.DEMO and settings.TODAY:
        timezone.now = demo_now
