"""The year's money and the year's days."""

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from uigwe.values import EXACT, plain, rounded
from uigwe.web.plans.presenters import calendar as calendar_of
from uigwe.web.plans.presenters.codes import node_at
from uigwe.web.plans.presenters.money import Money
from uigwe.web.plans.presenters.money import money as money_of
from uigwe.web.plans.templatetags.uigwe import short_won
from uigwe.web.plans.views.frame import Opened, once_for, opened

_HUNDRED_MILLION = 100_000_000
# Amounts that these ask about are counted in the unit that their table prints.
UNIT_CHECKS = ("budget-unit", "budget-magnitude")
# Findings of these put a sum of money in doubt.
MONEY_CHECKS = tuple(dict.fromkeys((*UNIT_CHECKS, "budget-magnitude", "budget-amounts", "budget-header-year")))


def money(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Where each won goes."""
    frame = opened(request, agency, year)
    return frame.page("plans/money.html", "money", purse=SimpleLazyObject(lambda: _purse(frame)))


def _purse(frame: Opened) -> dict[str, object]:
    """What the page is made of, worked out when no such page is at hand."""
    found = once_for(frame.shown, money_of)
    return {"money": found, "chart": _money_chart(found), "doubtful": frame.desk.of_checks(*MONEY_CHECKS)}


def _money_chart(found: Money) -> dict[str, object]:
    purses = [goal for strategic in found.whole.below for goal in strategic.below]

    def series(name: str, amounts: list[object]) -> dict[str, object]:
        values = [plain(rounded(EXACT.divide(amount, EXACT.create_decimal(_HUNDRED_MILLION)), 1)) for amount in amounts]  # type: ignore[arg-type]
        return {"name": name, "values": values, "labels": [short_won(amount) for amount in amounts]}  # type: ignore[arg-type]

    return {
        "kind": "money",
        "unit": _("hundred million won"),
        "names": [purse.code for purse in purses],
        "series": [
            series(str(found.year - 1), [p.last for p in purses]),
            series(str(found.year), [p.now for p in purses]),
        ],
    }


def calendar(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """All milestones by month."""
    frame, under = _calendar(request, agency, year)
    return frame.page(
        "plans/calendar.html", "calendar", days=SimpleLazyObject(lambda: _days(frame, under)), under=under
    )


def _days(frame: Opened, under: str) -> dict[str, object]:
    """What the page is made of, worked out when no such page is at hand."""
    found = calendar_of.calendar(frame.desk.plan, frame.desk.as_of, under)
    quarters: dict[tuple[int, int], list[calendar_of.Month]] = {}
    for month in found.months:
        quarters.setdefault((month.year, month.quarter), []).append(month)
    goals = [node for node in frame.desk.plan.nodes() if node.code.count("-") < 2]
    return {"calendar": found, "quarters": quarters, "goals": goals}


def calendar_ics(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The same for a calendar program."""
    frame, under = _calendar(request, agency, year)
    found = calendar_of.calendar(frame.desk.plan, frame.desk.as_of, under)
    others = [] if under else calendar_of.other_days(agency, year)
    response = HttpResponse(
        calendar_of.icalendar(frame.desk.plan, found, "uigwe.invalid", others),
        content_type="text/calendar; charset=utf-8",
    )
    response["Content-Disposition"] = f'attachment; filename="{agency}-{year}.ics"'
    return response


def _calendar(request: HttpRequest, agency: str, year: int) -> tuple[Opened, str]:
    frame = opened(request, agency, year)
    node = node_at(frame.desk.plan, request.GET.get("goal", ""))
    return frame, node.code if node else ""
