"""What the figures of each indicator count: proposals and what was declared, on one page; the office confirms them together."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.review import Thing, Verb, why_not
from uigwe.review.counting import Counting
from uigwe.web.approving.views.asked import told
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import opened
from uigwe.web.results.counting import declare, proposals
from uigwe.web.results.presenters import told_because

_FIELD = "of-"


def counting(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """All indicators with what is proposed; a POST of the office says what each of them counts."""
    frame = opened(request, agency, year)
    if request.method == "POST":
        given = {name.removeprefix(_FIELD): one for name, one in request.POST.items() if name.startswith(_FIELD)}
        with told(request, _("What the indicators count is set.")):
            declare(agency=agency, year=year, given=given, key=request.POST.get("key", ""), by=user_of(request))
        return redirect("counting", agency=agency, year=year)
    rows = [(one, told_because(one.because)) for one in proposals(frame.desk.plan)]
    return frame.page(
        "results/counting.html",
        "results",
        rows=rows,
        open=sum(one.now is None for one, _why in rows),
        ways=[one.value for one in Counting],
        may=why_not(Verb.DECLARE_COUNTING, Thing(agency, year), frame.shown.actor) is None,
        key=actions_key(),
    )
