"""What every page of a plan has around it."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from uigwe.plan import Plan
from uigwe.texts import NoPage, page
from uigwe.web.plans import shelf
from uigwe.web.plans.models import PlanPatch
from uigwe.web.plans.presenters.desk import Desk
from uigwe.web.plans.presenters.findings import Filter
from uigwe.web.plans.templatetags.uigwe import language

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan opened by one request: as this person sees it, and laid out to be read."""

    request: HttpRequest
    shown: shelf.Shown
    desk: Desk

    def page(self, template: str, nav: str, status: int = 200, **context: Any) -> HttpResponse:
        """A page of this plan."""
        changed = self._changed()
        frame = {"shown": self.shown, "desk": self.desk, "nav": nav, "changed": changed}
        frame["seal"] = lambda: self.seal  # asks the database; worked out where a page keeps parts under it
        if changed:
            frame["repaired"] = self._repaired()
            frame["changed_along"] = self.shown.revision.patches.gone_along(changed)
        return render(self.request, template, {**frame, **context}, status=status)

    @property
    def seal(self) -> str:
        """Names all that a page of findings is made from: the same seal, the same page for everybody who reads this language."""
        shown = self.shown
        others = (shown.previous_revision, shown.last_year, shown.original_revision)
        parts = [shown.revision.hash, *(one.hash if one else "-" for one in others)]
        parts += [
            str(shown.revision),
            str(self.desk.as_of),
            self.desk.language,
            "demo" if settings.DEMO else "",
            *sorted(f"{key}={row.pk}" for key, row in shown.accepted.items()),
        ]
        return " ".join(parts)

    def _changed(self) -> PlanPatch | None:
        """The edit that was just made, so that it can be taken back at once."""
        number = self.request.GET.get("changed", "")
        if not (self.shown.draft and number.isdecimal() and len(number) < 15):
            return None
        return PlanPatch.objects.standing().filter(revision=self.shown.revision, pk=int(number)).first()

    def _repaired(self) -> dict[str, Any] | None:
        """What became of the finding that the edit was meant to repair: the title of its check, and whether it is gone."""
        key, check = self.request.GET.get("finding", ""), self.request.GET.get("check", "")
        try:
            title = page(check, self.desk.language).title if key else ""
        except NoPage:
            return None
        if not title:
            return None
        told = {"title": title, "gone": self.desk.find(key) is None}
        if "list" not in self.request.GET:
            return told
        onward = self.desk.find(self.request.GET.get("next", ""))
        tail = Filter.of(QueryDict(self.request.GET["list"].lstrip("?"))).tail
        return {**told, "from_list": True, "list": tail, "next": self.desk.key(onward) if onward else ""}


# What is worked out from a plan alone, by the plan's hash: the same for everybody who opens it.
_KEPT: OrderedDict[tuple[str, str], Any] = OrderedDict()
_MOST = 24
_lock = Lock()


def once_for(shown: shelf.Shown, make: Callable[[Plan], Made]) -> Made:
    """`make(plan)`, worked out once for each plan and kept while it is being asked for."""
    key = (shown.revision.hash, f"{make.__module__}.{make.__qualname__}")
    with _lock:
        if key in _KEPT:
            _KEPT.move_to_end(key)
            found: Made = _KEPT[key]
            return found
    made = make(shown.plan)
    with _lock:
        _KEPT[key] = made
        while len(_KEPT) > _MOST:
            _KEPT.popitem(last=False)
    return made


def opened(request: HttpRequest, agency: str, year: int, *, lately: bool = False) -> Opened:
    """Take the plan from the shelf; Http404 for what is not there or not for this person. `lately` as for `shelf.shown`."""
    shown = shelf.shown(request, agency, year, lately=lately)
    return Opened(request, shown, Desk(shown.plan, shown.report.findings, shown.accepted, language(), shown.as_of))


def around(request: HttpRequest) -> dict[str, Any]:
    """For pages that belong to no plan: where there is one plan only, its menu and search stay."""
    plans = shelf.plans_on_shelf(request)
    if len(plans) != 1:
        return {}
    frame = opened(request, plans[0].agency_id, plans[0].year)
    return {"shown": frame.shown, "desk": frame.desk}
