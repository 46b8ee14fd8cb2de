"""What every page of a plan has around it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from uigwe.web.plans import shelf
from uigwe.web.plans.models import PlanPatch
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.templatetags.uigwe import language


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan opened by one request: as this person sees it, and laid out to be read."""

    request: HttpRequest
    shown: shelf.Shown
    desk: Desk

    def page(self, template: str, nav: str, status: int = 200, **context: Any) -> HttpResponse:
        """A page of this plan."""
        frame = {"shown": self.shown, "desk": self.desk, "nav": nav, "changed": self._changed()}
        return render(self.request, template, {**frame, **context}, status=status)

    def _changed(self) -> PlanPatch | None:
        """The edit that was just made, so that it can be taken back at once."""
        number = self.request.GET.get("changed", "")
        if not (self.shown.draft and number.isdecimal() and len(number) < 15):
            return None
        return PlanPatch.objects.standing().filter(revision=self.shown.revision, pk=int(number)).first()


def opened(request: HttpRequest, agency: str, year: int) -> Opened:
    """Take the plan from the shelf; Http404 for what is not there or not for this person."""
    shown = shelf.shown(request, agency, year)
    return Opened(request, shown, Desk(shown.plan, shown.report.findings, shown.accepted, language(), shown.as_of))


def around(request: HttpRequest) -> dict[str, Any]:
    """For pages that belong to no plan: where there is one plan only, its menu and search stay."""
    plans = shelf.plans_on_shelf(request)
    if len(plans) != 1:
        return {}
    frame = opened(request, plans[0].agency_id, plans[0].year)
    return {"shown": frame.shown, "desk": frame.desk}
