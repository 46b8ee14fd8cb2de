"""Days on which an agency does not work: weekends, public holidays, and those that its office entered."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from uigwe.packs.holidays import public_holidays
from uigwe.web.collecting.models import DayOff
from uigwe.web.plans.templatetags.uigwe import language

_FURTHEST = 60


class DaysOff:
    """The days off of one agency, read once."""

    def __init__(self, agency: str) -> None:
        rows = DayOff.objects.filter(agency_id=agency, withdrawn_at=None)
        self._own = dict(rows.values_list("day", "name"))

    def why(self, day: date) -> str:
        """Why nobody works on this day; empty when they do."""
        if day in self._own:
            return self._own[day]
        holidays = public_holidays(day.year).get(day, ())
        if holidays:
            return " · ".join(one.name(language()) for one in holidays)
        return {5: _("Saturday"), 6: _("Sunday")}.get(day.weekday(), "")

    def next_working(self, day: date) -> date:
        """The day itself when it is a working day, otherwise the first one after it."""
        last = day + timedelta(days=_FURTHEST)
        while day < last and self.why(day):
            day += timedelta(days=1)
        return day

    def told(self, day: date) -> str:
        """A sentence where the day is off, with the working day after it; empty otherwise."""
        why = self.why(day)
        if not why:
            return ""
        then = self.next_working(day)
        return _("{day} is a day off ({why}). The next working day is {then}.").format(
            day=day.isoformat(), why=why, then=then.isoformat()
        )
