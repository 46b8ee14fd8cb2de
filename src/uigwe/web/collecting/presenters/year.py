"""The steps of a year as a list by month, each with how it stands today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from uigwe.review import Role
from uigwe.web.approving.calendars import calendar_for
from uigwe.web.collecting.actions.year import row_of
from uigwe.web.collecting.days import DaysOff
from uigwe.web.collecting.models import StepMove, YearStep
from uigwe.web.people.roles import ROLES
from uigwe.web.plans.presenters.calendar import Day
from uigwe.web.plans.templatetags.uigwe import language

SOON = 14
_TITLES = {description.role.value: description.title for description in ROLES}


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as a person reads it. `state`: `done`, `late`, `soon`, `ahead`, or `past` in a year that nobody opened: then nobody owes it.

    `left` counts days, negative when its day is over. `why_off` says why nobody works on its day, and `working` is the day after on
    which they do.
    """

    step: YearStep
    title: str
    what: str
    owes: tuple[str, ...]
    state: str
    left: int
    moves: tuple[StepMove, ...]
    why_off: str = ""
    working: date | None = None

    @property
    def days(self) -> int:
        """How many days ahead or late."""
        return abs(self.left)

    @property
    def outside(self) -> bool:
        """Whether nobody in the agency owes it."""
        return not self.step.owes


@dataclass(frozen=True, slots=True)
class Month:
    """The steps of one month."""

    first: date
    rows: tuple[StepRow, ...]
    now: bool


def steps_of(agency: str, year: int) -> tuple[list[YearStep], bool]:
    """The steps of the year, and whether they are the agency's own copy; otherwise they are those of the file."""
    moves = Prefetch("moves", StepMove.objects.select_related("by"))
    rows = list(YearStep.objects.of(agency, year).select_related("done_by").prefetch_related(moves))
    if rows:
        return rows, True
    calendar = calendar_for(year)
    return [row_of(step, agency, year) for step in calendar.steps] if calendar else [], False


def row(step: YearStep, as_of: date) -> StepRow:
    """One step as it stands on that day."""
    left = (step.due - as_of).days
    over = "late" if step.pk else "past"  # without a row of its own: of the file that ships
    state = "done" if step.done else over if left < 0 else "soon" if left <= SOON else "ahead"
    english = language() == "en"
    return StepRow(
        step,
        step.title_en if english else step.title,
        step.what_en if english else step.what,
        tuple(str(_TITLES.get(role, role)) for role in step.owes),
        state,
        left,
        tuple(step.moves.all()) if step.pk else (),
    )


def _with_day_off(shown: StepRow, off: DaysOff) -> StepRow:
    """A day on which nobody works is pointed out while the step is still to be done."""
    why = "" if shown.state in ("done", "past") else off.why(shown.step.due)
    return replace(shown, why_off=why, working=off.next_working(shown.step.due)) if why else shown


def months(steps: Sequence[YearStep], as_of: date, off: DaysOff) -> list[Month]:
    """By the month in which they are due now."""
    rows = [_with_day_off(row(step, as_of), off) for step in sorted(steps, key=lambda step: step.due)]
    keys = sorted({(one.step.due.year, one.step.due.month) for one in rows})
    return [
        Month(
            date(year, month, 1),
            tuple(one for one in rows if (one.step.due.year, one.step.due.month) == (year, month)),
            (year, month) == (as_of.year, as_of.month),
        )
        for year, month in keys
    ]


def owed_by(agency: str, roles: frozenset[Role], as_of: date, ahead: int = 30) -> list[StepRow]:
    """Steps that these roles owe soon or already late, of years that the agency opened."""
    wanted = {role.value for role in roles}
    found = YearStep.objects.filter(agency_id=agency, done=None).order_by("due")
    rows = [row(step, as_of) for step in found if wanted & set(step.owes)]
    return [one for one in rows if one.left <= ahead]


def days_of_year(agency: str, year: int) -> Iterator[Day]:
    """The steps for a calendar program."""
    for step in YearStep.objects.of(agency, year):
        shown = row(step, step.due)
        about = " · ".join(part for part in (", ".join(shown.owes), shown.what, step.basis) if part)
        name = _("{title} (done)").format(title=shown.title) if step.done else shown.title
        yield Day(f"step-{step.code}", step.due, name, about)
