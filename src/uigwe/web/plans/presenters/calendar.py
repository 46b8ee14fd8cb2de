"""All milestones of a plan by month and quarter, what recurs apart, and the same as an iCalendar file."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from uigwe.plan import Milestone, Plan, Task
from uigwe.values import read_when
from uigwe.web.plans.presenters.codes import address


@dataclass(frozen=True, slots=True)
class Entry:
    """A milestone with the task that promises it."""

    task: Task
    milestone: Milestone
    recurring: bool

    @property
    def address(self) -> str:
        return address(self.task.code)

    @property
    def day(self) -> date | None:
        """When it is due: its end, or its start where no end is printed."""
        return self.milestone.end or self.milestone.start


@dataclass(frozen=True, slots=True)
class Month:
    """One month with the milestones that are due in it."""

    year: int
    month: int
    entries: tuple[Entry, ...]
    now: bool

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def quarter(self) -> int:
        return (self.month + 2) // 3


@dataclass(frozen=True, slots=True)
class Day:
    """Another day of the plan's year, such as a step of the office's calendar. `id` names it within the plan."""

    id: str
    day: date
    title: str
    about: str


# Who knows other days of a plan's year: functions of agency and year. Apps above this one add theirs when they are ready.
OTHER_DAYS: list[Callable[[str, int], Iterable[Day]]] = []


def other_days(agency: str, year: int) -> list[Day]:
    """Every other day of the year of this plan."""
    return [one for days in OTHER_DAYS for one in days(agency, year)]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months in order, what recurs or has no date, and how many there are in all."""

    months: tuple[Month, ...]
    recurring: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    total: int


def calendar(plan: Plan, as_of: date, under: str = "") -> Calendar:
    """The year of a plan, or of one goal when `under` names it."""
    entries = list(_entries(plan, under))
    dated = [entry for entry in entries if entry.day and not entry.recurring]
    keys = sorted({(entry.day.year, entry.day.month) for entry in dated if entry.day})
    months = tuple(
        Month(
            year,
            month,
            tuple(sorted((e for e in dated if e.day and (e.day.year, e.day.month) == (year, month)), key=_order)),
            (year, month) == (as_of.year, as_of.month),
        )
        for year, month in keys
    )
    recurring = tuple(entry for entry in entries if entry.recurring)
    undated = tuple(entry for entry in entries if not entry.recurring and entry.day is None)
    return Calendar(months, recurring, undated, len(entries))


def _entries(plan: Plan, under: str) -> Iterator[Entry]:
    for task in plan.tasks():
        if under and task.code != under and not task.code.startswith(f"{under}-"):
            continue
        for milestone in task.milestones:
            yield Entry(task, milestone, _recurs(milestone.when, plan.year))


@lru_cache(maxsize=2048)
def _recurs(when: str, year: int) -> bool:
    return read_when(when, year).recurring


def _order(entry: Entry) -> tuple[date, date]:
    return entry.day or date.max, entry.milestone.start or date.min


def is_near(milestone: Milestone, as_of: date) -> bool:
    """Whether the milestone is being worked on at the as-of date."""
    return bool(milestone.start and milestone.start <= as_of and (milestone.end or as_of) >= as_of)


def icalendar(plan: Plan, found: Calendar, host: str, others: Iterable[Day] = ()) -> str:
    """The dated milestones, and other days, as an iCalendar file (RFC 5545), one all-day event each."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Uigwe//{plan.agency} {plan.year}//KO",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(plan.title)}",
    ]
    for month in found.months:
        for entry in month.entries:
            lines.extend(_event(plan, entry, host))
    for other in others:
        lines.extend(_event_of(plan, other.id, other.day, other.day, other.title, other.about, host))
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(plan: Plan, entry: Entry, host: str) -> list[str]:
    start = entry.milestone.start or entry.day
    end = entry.day
    assert start and end  # noqa: S101 - only dated entries come here
    about = f"{entry.task.code} {entry.task.title} ({entry.milestone.when})"
    return _event_of(plan, f"{entry.address}-m{entry.milestone.row}", start, end, entry.milestone.text, about, host)


def _event_of(plan: Plan, id: str, start: date, end: date, title: str, about: str, host: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{plan.agency}-{plan.year}-{id}@{host}",
        f"DTSTAMP:{plan.year}0101T000000Z",
        f"DTSTART;VALUE=DATE:{start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{end + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(title)}",
        f"DESCRIPTION:{_text(about)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 bytes, continued with a space, never cutting a letter."""
    room, piece = 75, ""
    for letter in line:
        if len((piece + letter).encode()) > room:
            yield piece
            piece = " "
        piece += letter
    yield piece
