"""The days of the played year: each thing is done on its day, in working hours, and the record says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

_MORNING, _HERE = time(9, 10), ZoneInfo("Asia/Seoul")
_STEP = timedelta(seconds=11)


class Diary:
    """What is done on which day. Things of one day are done in the order in which they were noted."""

    def __init__(self) -> None:
        self._notes: list[tuple[date, Callable[[], object]]] = []

    def on(self, day: date, do: Callable[[], object]) -> None:
        """Do this on that day."""
        self._notes.append((day, do))

    def play(self) -> None:
        """Do everything, day by day. Only in a process that does nothing else meanwhile: its clock is set."""
        with _clock() as clock:
            for day, do in sorted(self._notes, key=lambda note: note[0]):
                clock.turn_to(day)
                do()


class _Clock:
    def __init__(self) -> None:
        self._now = datetime.min.replace(tzinfo=_HERE)

    def turn_to(self, day: date) -> None:
        settings.TODAY = day
        self._now = max(self._now, datetime.combine(day, _MORNING, _HERE))

    def now(self) -> datetime:
        self._now += _STEP
        return self._now


@contextmanager
def _clock() -> Iterator[_Clock]:
    """A clock in the place of the computer's, so that the played year's entries carry the days on which they are said to be made."""
    before, now = settings.TODAY, timezone.now
    clock = _Clock()
    timezone.now = clock.now
    try:
        yield clock
    finally:
        settings.TODAY, timezone.now = before, now
