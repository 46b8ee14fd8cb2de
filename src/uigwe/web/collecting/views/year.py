"""The calendar of the year."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from uigwe.packs.holidays import known_years, public_holidays
from uigwe.review import Thing, Verb, why_not
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.approving.views.asked import told
from uigwe.web.collecting.actions import year as actions
from uigwe.web.collecting.days import DaysOff
from uigwe.web.collecting.models import DayOff
from uigwe.web.collecting.presenters.year import months, steps_of
from uigwe.web.collecting.views.frame import framed
from uigwe.web.people.actors import request_actor
from uigwe.web.plans.shelf import today
from uigwe.web.plans.views.asking import user_of, when_refused
from uigwe.web.plans.views.findings import actions_key


def year(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Every step of the year by month, with how it stands."""
    steps, own = steps_of(agency, year)
    calendar = calendar_for(year)
    off = DaysOff(agency)
    rows = months(steps, today(), off)
    actor = request_actor(request)
    states = [row.state for month in rows for row in month.rows]
    return framed(
        request,
        agency,
        year,
        "collecting/year.html",
        nav="year",
        months=rows,
        own=own,
        calendar=calendar,
        counts={state: states.count(state) for state in ("late", "soon", "ahead", "done")},
        holidays=[one for held in public_holidays(year).values() for one in held],
        holidays_known=year in known_years(),
        days_off=DayOff.objects.filter(agency_id=agency, day__year=year, withdrawn_at=None),
        may_set_day_off=why_not(Verb.SET_DAY_OFF, Thing(agency, year), actor) is None,
        proposed=own and calendar is None,
        may_copy=not rows
        and why_not(Verb.COPY_CALENDAR, Thing(agency, year), actor) is None
        and bool(actions.last_calendar(agency, year)),
        may_move=own and why_not(Verb.MOVE_DEADLINE, Thing(agency, year), actor) is None,
        key=actions_key(),
        as_of=today(),
    )


def copy(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Last year's calendar, moved on by a year."""
    with told(request, _("The calendar is there. Look at each day; the office moves it where it does not fit.")):
        actions.copy_calendar(agency=agency, year=year, key=request.POST.get("key", ""), by=user_of(request))
    return redirect("year", agency=agency, year=year)


def set_day_off(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """A day on which nobody works, or one on which they do after all (without a name)."""
    given = day_of(request.POST.get("day", ""))
    back = bool(request.POST.get("back"))
    name = "" if back else request.POST.get("name", "").strip()
    if given is None or not (name or back):
        messages.error(request, _("Please give the day and what it is called."))
        return redirect("year", agency=agency, year=year)
    with when_refused(request) as asked:
        key = request.POST.get("key", "")
        actions.set_day_off(agency=agency, year=year, day_off=given, name=name, key=key, by=user_of(request))
    asked.say(_("Noted down."))
    return redirect(f"{reverse('year', kwargs={'agency': agency, 'year': year})}#days-off")


def move(request: HttpRequest, agency: str, year: int, step: str) -> HttpResponse:
    """Another due day for a step."""
    due = day_of(request.POST.get("due", ""))
    with when_refused(request) as asked:
        actions.move_deadline(
            agency=agency,
            year=year,
            step=step,
            due=due or date.min,
            why=request.POST.get("why", ""),
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    asked.say(_("The day was moved; the reason stands beside it."))
    point_out(request, agency, due)
    return redirect("year", agency=agency, year=year)


def finish(request: HttpRequest, agency: str, year: int, step: str) -> HttpResponse:
    """A step is done, or is not after all."""
    done = request.POST.get("done") == "1"
    actions.finish_step(agency=agency, year=year, step=step, done=done, by=user_of(request))
    return redirect("year", agency=agency, year=year)


def point_out(request: HttpRequest, agency: str, due: date | None) -> None:
    """Tell that nobody works on a due day; it stays as it was given."""
    if due is not None and (told_off := DaysOff(agency).told(due)):
        messages.warning(request, told_off)


def day_of(text: str) -> date | None:
    """A day as a form sends it; None when it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
