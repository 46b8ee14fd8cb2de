"""The rounds of a plan, and opening one."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from uigwe.packs.year import ROUNDS
from uigwe.plan import Plan
from uigwe.review import Thing, Verb, YearStage, why_not
from uigwe.review.results import Period, period_name
from uigwe.web.collecting.actions.replies import newest
from uigwe.web.collecting.actions.rounds import Wanted
from uigwe.web.collecting.actions.rounds import open_round as action
from uigwe.web.collecting.days import DaysOff
from uigwe.web.collecting.kinds import REGISTERED
from uigwe.web.collecting.models import Round, YearStep
from uigwe.web.collecting.presenters.board import lines
from uigwe.web.collecting.unasked import carriers
from uigwe.web.collecting.views.frame import framed
from uigwe.web.people.actors import request_actor
from uigwe.web.plans import frozen
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.shelf import today
from uigwe.web.plans.templatetags.uigwe import period_word
from uigwe.web.plans.views.asking import told_refusal, user_of, when_refused
from uigwe.web.plans.views.findings import actions_key

KIND_WORDS = {
    "plan": gettext_lazy("new plan"),
    "supplement": gettext_lazy("supplement"),
    "results": gettext_lazy("results"),
    "amendment": gettext_lazy("amendment"),
}


PERIODS = (Period.Q1, Period.Q2, Period.H1, Period.Q3, Period.Q4, Period.H2, Period.YEAR)
# What is over with each quarter.
_SO_FAR = (Period.Q1, Period.H1, Period.Q3, Period.YEAR)


class RoundForm(forms.Form):
    """What a round asks for."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind of round"), choices=[(kind, KIND_WORDS[kind]) for kind in ROUNDS])
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    due = forms.DateField(
        label=gettext_lazy("Due on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    period = forms.ChoiceField(
        label=gettext_lazy("Period"), required=False, help_text=gettext_lazy("Of which period results are asked for.")
    )
    step = forms.ChoiceField(label=gettext_lazy("Step of the year"), required=False)
    guideline = forms.CharField(
        label=gettext_lazy("Guideline"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 6})
    )
    key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    # Sent once the person has read that nobody works on the due day: the day that was meant all the same.
    sure_of = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)

    def __init__(self, *args: Any, year: int, steps: list[tuple[str, str]], off: DaysOff, **words: Any) -> None:
        super().__init__(*args, label_suffix="", **words)
        self._off = off
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", "input")
        periods = [period_name(year, one) for one in PERIODS]
        self.fields["period"].choices = [("", "–"), *((one, period_word(one)) for one in periods)]  # type: ignore[attr-defined]
        self.fields["step"].choices = [("", "–"), *steps]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any] | None:
        """A due day on which nobody works is asked about once; results are of a period, and nothing else is."""
        if self.cleaned_data.get("kind") not in REGISTERED:
            self.cleaned_data["period"] = ""
        elif "period" in self.cleaned_data and not self.cleaned_data["period"]:
            self.add_error("period", _("Choose the period."))
        due = self.cleaned_data.get("due")
        told_off = self._off.told(due) if due else ""
        if due and told_off and self.cleaned_data.get("sure_of") != due.isoformat():
            self.add_error("due", _("{told} Send the form once more to keep the day.").format(told=told_off))
            self.data = self.data.copy()
            self.data["sure_of"] = due.isoformat()
        return self.cleaned_data


def rounds(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Every round of this plan with how far it is."""
    rows = list(Round.objects.of(agency, year).select_related("opened_by").order_by("-number"))
    may_open = why_not(Verb.OPEN_ROUND, Thing(agency, year), request_actor(request)) is None
    return framed(
        request, agency, year, "collecting/rounds.html", lines=lines(rows, today()), kinds=KIND_WORDS, may_open=may_open
    )


def open_round(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The form of a new round: what it asks for, of which codes; and which of them have nobody, before anything is sent."""
    steps = [(row.code, str(row.title)) for row in YearStep.objects.of(agency, year)]
    plan = _plan(agency, year)
    off = DaysOff(agency)
    form = RoundForm(request.POST or None, year=year, steps=steps, off=off, initial=_first_guess(agency, year, off))
    found = carriers(plan, agency, year) if plan else []
    posted = request.method == "POST"
    chosen = request.POST.getlist("code") if posted else [one.node.code for one in found if one.asked_first]
    refusal = None
    if posted and form.is_valid():
        with when_refused(request) as asked:
            data = form.cleaned_data
            wanted = Wanted(
                data["kind"],
                data["title"],
                data["due"],
                data["guideline"],
                data["period"],
                data["step"],
                None,
                tuple(chosen),
            )
            number = action(agency=agency, year=year, wanted=wanted, key=data["key"], by=user_of(request))
        if asked.refusal is None:
            asked.say(_("The round is open."))
            return redirect("board", agency=agency, year=year, number=number)
        form.add_error(None, told_refusal(asked.refusal))
    return framed(
        request,
        agency,
        year,
        "collecting/open_round.html",
        status=422 if posted else 200,
        form=form,
        refusal=refusal,
        chosen=chosen,
        codes=found,
        reached=[
            (one, one.node.code in chosen, one.reaches_nobody(one.node.code in chosen))
            for one in found
            if one.indicators or one.gap
        ],
        nobody=sum(one.reaches_nobody(one.node.code in chosen) for one in found),
    )


def _plan(agency: str, year: int) -> Plan | None:
    revision = newest(agency, year)
    return plan_of(revision) if revision else None


def _first_guess(agency: str, year: int, off: DaysOff) -> dict[str, Any]:
    """The next step of the year that is collected by a round and can be by now; otherwise two weeks. Due on a working day."""
    steps = YearStep.objects.of(agency, year).filter(done=None).exclude(round="").filter(due__gte=today())
    if frozen.stage_of(agency, year) is YearStage.PREPARING:
        steps = steps.exclude(
            round__in=REGISTERED
        )  # results are asked for when there is a fixed plan to hold them against
    step = steps.first()
    due = off.next_working(step.due if step else today() + timedelta(days=14))
    guess: dict[str, Any] = {"due": due, "key": actions_key()}
    if step is None:
        return guess
    period = _period_before(year, step.planned) if step.round in REGISTERED else ""
    return {**guess, "step": step.code, "kind": step.round, "title": step.title, "period": period}


def _period_before(year: int, planned: date) -> str:
    """The period whose results a step asks for: what is over by its day counted from the beginning of the year, where that is a period."""
    over = (planned.year - year) * 4 + (planned.month - 1) // 3
    return period_name(year, _SO_FAR[min(over, 4) - 1]) if over > 0 else ""
