"""The calendars of years that ship, read once while their files stay as they are."""

from functools import lru_cache
from pathlib import Path

from uigwe.operations.years import years
from uigwe.packs import PackProblem
from uigwe.packs.year import FILE, YearCalendar, read_year
from uigwe.web.incidents import logger


def calendar_for(year: int) -> YearCalendar | None:
    """The calendar of a year; None when none ships, or when it cannot be read, which the log then says."""
    path = years() / str(int(year)) / FILE
    if not path.is_file():
        return None
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int) -> YearCalendar | None:
    try:
        return read_year(path.parent)
    except PackProblem as problem:
        logger.error("the calendar of the year cannot be read: %s", problem)
        return None
