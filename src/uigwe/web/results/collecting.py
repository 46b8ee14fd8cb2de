"""Rounds of results: the form of a period for each goal or task, and answers that become results, reports of milestones, money spent.

Whoever hands a file in enters what it says, and it goes on as any other result does: confirmed, accepted, by somebody else each time.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from uigwe.plan import BudgetLine, EditProblem, Patch, Plan
from uigwe.plan.merge import Answer, Judged
from uigwe.plan.part import Form, settled
from uigwe.plan.results_form import day_of, judge_results, last_quarter, results_form
from uigwe.review import Actor, ResultStage, Thing, Verb
from uigwe.values import EXACT, plain, to_won
from uigwe.web.approving.views.asked import OF_THE_GATE
from uigwe.web.collecting.actions.common import noted
from uigwe.web.collecting.actions.replies import Saved
from uigwe.web.collecting.models import Ask, Round
from uigwe.web.collecting.people import suppliers, supplies
from uigwe.web.people.models import User
from uigwe.web.people.refused import Refused
from uigwe.web.plans.actions import Conflict
from uigwe.web.plans.models import Revision
from uigwe.web.results import actions, books
from uigwe.web.results.actions import Typed
from uigwe.web.results.books import Spent
from uigwe.web.results.common import no, number_of, plan_now
from uigwe.web.results.counting import declared
from uigwe.web.results.delegating import limits
from uigwe.web.results.models import Finality, MilestoneReport, Result, Spending
from uigwe.web.results.presenters import lines, milestone_lines, money_lines, newest

# Refusals of everything, not of one row.
_OF_ALL = OF_THE_GATE | {"wrong-stage", "year-closed", "nothing-published"}
Known = dict[tuple[str, str], str]
# What a figure is made of: whoever changes one of them says anew why.
FIGURES = frozenset({"numerator", "denominator", "value", "finality"})


class ResultsCollected:
    """What `collecting` asks of this room for rounds of the kind `results`."""

    template = "results/_collected.html"

    def why_not(self, agency: str, year: int, period: str) -> str:
        """A round is about one period of its year, and of a plan that is in force."""
        if not _is_period(period, year):
            return "no-such-period"
        return "" if Revision.objects.of(agency, year).published().exists() else "nothing-published"

    def plan(self, agency: str, year: int) -> Plan:
        """The plan in force; a draft is nothing to report against."""
        return plan_now(Thing(agency, year), Verb.ENTER_RESULT)

    def form(self, ask: Ask) -> Form:
        """The form of the round's period."""
        row = ask.round
        plan = self.plan(row.agency_id, row.year)
        if plan.node(ask.code) is None:
            raise no("no-such-ask", Verb.SEE_ASK, ask.thing())
        return results_form(plan, ask.code, row.period, known(plan, ask))

    def narrowed(self, form: Form, ask: Ask, actor: Actor) -> Form:
        """Whoever supplies figures is asked for those: of their indicators, and of milestones where the whole was delegated."""
        if not supplies(Verb.SEE_ASK, ask.thing(), actor):
            return form
        limited = limits(actor, ask.thing())
        mine = {"node", "results"} if limited is not None else {"node", "results", "progress"}
        sections = [one for one in form.sections if one.kind in mine]
        if limited is not None:
            sections = [one for one in sections if one.kind == "node" or one.object.partition("@")[0] in limited]
        return replace(form, sections=tuple(sections))

    def owes(self, ask: Ask, actor: Actor) -> int:
        """Indicators of theirs of which nothing is entered for the period, or what was entered came back."""
        row = ask.round
        limited = limits(actor, ask.thing())
        entered = Result.objects.newest(row.agency_id, row.year).filter(code=ask.code, period=row.period)
        there = {one.indicator for one in entered if one.stage is not ResultStage.RETURNED}
        uses = self.plan(row.agency_id, row.year).uses(ask.code)
        return sum(1 for one, _use in uses if one.id not in there and (limited is None or one.id in limited))

    def judged(self, ask: Ask, answers: Iterable[Answer]) -> tuple[Judged, ...]:
        """By what was entered up to now."""
        form = self.form(ask)
        return judge_results(form, answers, {(cell.object, cell.field): cell.value for cell in form.cells()})

    def now(self, ask: Ask, object: str, field: str) -> str:
        """What was entered in this cell; empty when nothing was."""
        cell = self.form(ask).cell(object, field)
        return cell.value if cell else ""

    def taken(self, ask: Ask, answers: Iterable[Answer], by: User) -> Saved:
        """What a form says of one thing is entered together, or not at all; each thing stands for itself."""
        return self._taken(ask, answers, by, chosen=False)

    def _taken(self, ask: Ask, answers: Iterable[Answer], by: User, *, chosen: bool) -> Saved:
        saved, groups = Saved(), {}  # type: tuple[Saved, dict[str, list[Answer]]]
        form = self.form(ask)
        now = {(cell.object, cell.field): cell.value for cell in form.cells()}
        for answer in answers:
            theirs = now.get((answer.object, answer.field), "")
            if settled(theirs) not in (settled(answer.printed), settled(answer.returned)):
                saved.conflicts.append((answer, _conflict(answer, theirs)))
            else:
                groups.setdefault(answer.object, []).append(answer)
        for object, own in groups.items():
            told = {field.rpartition(".")[2]: value for (about, field), value in now.items() if about == object}
            told |= {answer.field.rpartition(".")[2]: answer.returned for answer in own}
            if not chosen and (FIGURES | {"spent"}) & _names(own) and "why" not in _names(own):
                told["why"] = ""  # the reason of the figure before says nothing about this one
            try:
                with transaction.atomic():
                    row = _entered(ask, object, told, _names(own), by)
            except EditProblem as problem:
                saved.problems += [(answer, problem) for answer in own]
            except Refused as refused:
                if refused.refusal.reason in _OF_ALL:
                    raise
                saved.refused += [(answer, refused.refusal) for answer in own]
            else:
                saved.done += [(answer, row) for answer in own]
        return saved

    def settled(self, ask: Ask, object: str, field: str, now: str, value: str, by: User) -> None:
        """One cell, with what else is known of its thing."""
        saved = self._taken(ask, [Answer(object, field, now, value)], by, chosen=True)
        for _answer, conflict in saved.conflicts:
            raise conflict
        for _answer, problem in saved.problems:
            raise problem
        for _answer, refusal in saved.refused:
            raise Refused(refusal)

    def shown(self, ask: Ask, shown: Any) -> Mapping[str, Any]:
        """Indicators, milestones and money of the ask, each with what was entered for the period and where that stands."""
        row = ask.round
        plan = self.plan(row.agency_id, row.year)
        task = plan.task(ask.code)
        tasks = [task] if task else []
        last = last_quarter(row.period, row.year)
        due = milestone_lines(row.agency_id, row.year, tasks).get(ask.code, [])
        limited, clerk = limits(shown.actor, ask.thing()), supplies(Verb.SEE_ASK, ask.thing(), shown.actor)
        rows = lines(shown, row.period, ask.code)
        return {
            "period": row.period,
            "lines": [one for one in rows if limited is None or one.indicator.id in limited],
            "milestones": [one for one in due if one.milestone.quarter <= last and limited is None],
            "suppliers": [] if clerk else suppliers(ask),
            "money": [] if clerk else money_lines(row.agency_id, row.year, tasks).get(ask.code, []),
        }

    def states(self, round: Round) -> Mapping[str, Mapping[str, int]]:
        """Of each code how many indicators have no result yet, and how many results stand where."""
        entered = newest(round.agency_id, round.year)
        found: dict[str, Counter[str]] = {}
        for indicator, use in self.plan(round.agency_id, round.year).uses():
            row = entered.get((indicator.id, use.code), {}).get(round.period)
            found.setdefault(use.code, Counter())[row.stage.value if row else "none"] += 1
        order = ("none", *(stage.value for stage in ResultStage))
        return {code: {name: own[name] for name in order if own[name]} for code, own in found.items()}


def _names(answers: Iterable[Answer]) -> set[str]:
    """Which fields of a thing are answered."""
    return {one.field.rpartition(".")[2] for one in answers}


def _is_period(period: str, year: int) -> bool:
    try:
        return bool(last_quarter(period, year))
    except ValueError:
        return False


def _conflict(answer: Answer, theirs: str) -> Conflict:
    return Conflict(
        object=answer.object, field=answer.field, seen=answer.printed, mine=answer.returned, theirs=theirs, who="",
        when=None,
    )  # fmt: skip


# ── what is known, in the words of the form ──────────────────────────────────────────────────────────────────────────


def known(plan: Plan, ask: Ask) -> Known:
    """What was entered for the round's period up to now, by object and field."""
    row = ask.round
    counted = declared(row.agency_id, row.year)
    found: Known = {
        (f"{indicator.id}@{use.code}", "counting"): counted[indicator.id].value
        for indicator, use in plan.uses(ask.code)
        if indicator.id in counted
    }
    for (indicator, code), periods in newest(row.agency_id, row.year).items():
        result = periods.get(row.period)
        if code == ask.code and result is not None:
            found |= _of_result(f"{indicator}@{code}", row.period, result)
    task = plan.task(ask.code)
    if task is not None:
        reports = MilestoneReport.objects.filter(agency_id=row.agency_id, year=row.year, code=ask.code)
        for report in reports.order_by("id"):
            found |= _of_report(f"{ask.code}/m{report.row}", row.period, report)
        spent = Spending.objects.filter(
            agency_id=row.agency_id,
            year=row.year,
            code=ask.code,
            month=_month(row),
            row__in=[b.row for b in task.budget],
        )
        by_row = {line.row: line for line in task.budget}
        for one in spent.order_by("id"):
            amount = EXACT.divide(Decimal(one.amount), _factor(by_row[one.row]))
            found[f"{ask.code}/b{one.row}", f"spending.{row.period}.spent"] = plain(amount)
            found[f"{ask.code}/b{one.row}", f"spending.{row.period}.why"] = one.why
    return found


def _of_result(object: str, period: str, row: Result) -> Known:
    told = {
        "numerator": row.numerator,
        "denominator": row.denominator,
        "value": "" if row.computed else row.value,
        "n": "" if row.n is None else str(row.n),
        "finality": row.finality,
        "as_of": row.as_of.isoformat() if row.as_of else "",
        "source": row.source,
        "why": row.why,
    }
    return {(object, f"result.{period}.{name}"): text for name, text in told.items()}


def _of_report(object: str, period: str, row: MilestoneReport) -> Known:
    told = {"state": row.state, "done_on": row.day.isoformat() if row.day else "", "done": row.words}
    return {(object, f"progress.{period}.{name}"): text for name, text in told.items()}


def _month(round: Round) -> int:
    """The last month of the round's period: money is told up to its end."""
    return 3 * last_quarter(round.period, round.year)


def _factor(line: BudgetLine) -> Decimal:
    """How many won one of the line's unit is."""
    return to_won(Decimal(1), line.unit) or Decimal(1)


# ── what a form says of one thing, entered ───────────────────────────────────────────────────────────────────────────


def _entered(ask: Ask, object: str, told: Mapping[str, str], answered: set[str], by: User) -> int:
    """Enter one row of a form; evidence that it names goes into the thread, for the files are handed in with the result."""
    if "evidence" in answered and told["evidence"]:
        words = _("Evidence named in the form, {object}: {names}").format(object=object, names=told["evidence"])
        note = noted(ask, "comment", words, by)
        if answered == {"evidence"}:
            return int(note.pk)
    where = {"agency": ask.round.agency_id, "year": ask.round.year}
    code, _slash, row = object.partition("/")
    if "@" in object:
        return int(actions.enter(**where, typed=_typed(ask.round, object, told), by=by).pk)
    if row.startswith("m"):
        if not told.get("state"):
            field = f"progress.{ask.round.period}.state"
            raise EditProblem("not-a-state", Patch(object, field, told.get("state", "")))
        day = day_of(told["done_on"]) if told.get("done_on") else None
        words = told.get("done", "")
        report = actions.report_milestone(
            **where, code=code, row=int(row[1:]), state=told["state"], day=day, words=words, by=by
        )
        return int(report.pk)
    spent = Spent(code, int(row[1:]), _month(ask.round), _won(ask, object, told["spent"]))
    try:
        return books.enter_spending(**where, rows=[spent], source=ask.round.title, why=told.get("why", ""), by=by)
    except Refused as refused:
        if refused.refusal.reason != "no-reason":
            raise
        raise no("no-reason-for-money", Verb.ENTER_SPENDING, ask.thing()) from refused


def _typed(round: Round, object: str, told: Mapping[str, str]) -> Typed:
    indicator, _at, code = object.partition("@")
    numbers = {name: _number(told.get(name, "")) for name in ("numerator", "denominator", "value", "n")}
    return Typed(
        indicator, code, round.period, **numbers, source=told.get("source", ""),
        as_of=day_of(told["as_of"]) if told.get("as_of") else None,
        finality=told.get("finality") or Finality.PROVISIONAL.value, why=told.get("why", ""),
    )  # fmt: skip


def _number(text: str) -> str:
    """A dash is how a form says that there is none."""
    return "" if text.strip() == "-" else text


def _won(ask: Ask, object: str, text: str) -> str:
    """An amount in the unit of its line, in won."""
    code, _slash, row = object.partition("/b")
    task = plan_now(ask.thing(), Verb.ENTER_SPENDING).task(code)
    line = next((one for one in task.budget if str(one.row) == row), None) if task else None
    try:
        amount = number_of(_number(text))
    except ValueError:
        amount = None
    if line is None or amount is None:
        raise no("not-a-number", Verb.ENTER_SPENDING, ask.thing())
    return plain(EXACT.multiply(amount, _factor(line)))
