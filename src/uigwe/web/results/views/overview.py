"""Results of the year: the table of all, one indicator with its form, one task with its milestones and money."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.plan import Plan, StrategicGoal, Task, order_of_code
from uigwe.review import Actor, Refusal, ResultStage, Role, Stage, Thing, Verb, why_not
from uigwe.review.results import is_ratio
from uigwe.web.approving.forms import day_of, only_once, proof, short
from uigwe.web.approving.models import KeptFile
from uigwe.web.approving.views.approval import is_kept
from uigwe.web.approving.views.asked import told
from uigwe.web.people.models import Delegation, User
from uigwe.web.people.refused import Refused, sentence
from uigwe.web.plans.models import Revision
from uigwe.web.plans.presenters.codes import address, node_at
from uigwe.web.plans.views.asking import user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened
from uigwe.web.results import actions, delegating, starting
from uigwe.web.results.actions import Typed
from uigwe.web.results.common import spelled
from uigwe.web.results.counting import declared, proposals
from uigwe.web.results.delegating import limits
from uigwe.web.results.duties import NEXT, Duties
from uigwe.web.results.models import Finality, MilestoneReport, Result
from uigwe.web.results.presenters import (
    Line,
    execution,
    lines,
    milestone_lines,
    money_lines,
    period_now,
    periods,
    tally,
    told_because,
    told_odd,
)

JUDGEMENTS = {"confirm": Verb.CONFIRM_RESULT, "accept": Verb.ACCEPT_RESULT, "return": Verb.RETURN_RESULT}
# Refusals that are said at a field of the form; an empty name: at the field whose number cannot be read.
FIELDS = {"no-reason": "why", "not-a-number": "", "not-from-parts": "value", "in-the-future": "as_of"}
STATES = ("none", *(stage.value for stage in ResultStage))


def results(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Every indicator with its target, what came of it and where that stands."""
    frame = opened(request, agency, year)
    chosen = _period(request, year)
    every = lines(frame.shown, chosen)
    state = request.GET.get("state", "")
    goal = node_at(frame.desk.plan, request.GET.get("goal", ""))
    about = [
        row for row in every if goal is None or row.use.code == goal.code or row.use.code.startswith(f"{goal.code}-")
    ]
    rows = [row for row in about if not state or state in (row.state, row.standing) or (state == "asked" and row.asked)]
    stages = [row.state for row in about]
    return frame.page(
        "results/results.html",
        "results",
        parts=_parts(rows, frame.desk.plan),
        counts=tally(about),
        stages=[(name, stages.count(name)) for name in STATES],
        periods=periods(year),
        chosen=chosen,
        state=state,
        goal=goal,
        goals=[node for node in frame.desk.plan.nodes() if node.code.count("-") < 2],
        unsaid=len(frame.desk.plan.indicators) - len(declared(agency, year)),
        may_upload=frame.shown.may(Verb.ENTER_RESULT),
        key=actions_key(),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """The results of one strategic goal with everything below it, and how many of them stand where."""

    node: StrategicGoal | None
    rows: list[Line]
    counts: dict[str, int]


def _parts(rows: list[Line], plan: Plan) -> list[Part]:
    """The rows goal by goal, each goal before what is below it."""
    parts = []
    for goal in plan.goals:
        own = [row for row in rows if row.use.code.partition("-")[0] == goal.code]
        if own:
            parts.append(Part(goal, sorted(own, key=lambda row: order_of_code(row.use.code)), tally(own)))
    return parts


def start_next_year(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The draft of next year's plan."""
    next_one = year
    with told(
        request,
        _("The draft of the new year is open: targets and amounts are asked for, last year's words are marked."),
    ):
        next_one = starting.start_next_year(
            agency=agency, year=year, key=request.POST.get("key", ""), by=user_of(request)
        ).year
    return redirect("plan", agency=agency, year=next_one)


def _period(request: HttpRequest, year: int) -> str:
    wanted = request.GET.get("period", "")
    return wanted if wanted in periods(year) else ""


def result(request: HttpRequest, agency: str, year: int, id: str, code: str) -> HttpResponse:
    """One indicator of one goal or task: every row that was entered, the form, the evidence, and the buttons of whoever judges."""
    frame = opened(request, agency, year)
    node = node_at(frame.desk.plan, code)
    indicator = frame.desk.plan.indicator(id)
    use = indicator.use(node.code) if indicator and node else None
    if indicator is None or node is None or use is None:
        raise Http404
    wrong: dict[str, str] = {}
    if request.method == "POST":
        typed = _typed(request, id, node.code)
        try:
            with told(request, _("The result is entered."), of_a_field=FIELDS), proof(request) as file:
                actions.enter_with_evidence(
                    agency=agency, year=year, typed=typed, seen=_seen(request), file=file,
                    key=request.POST.get("key", ""), by=user_of(request),
                )  # fmt: skip
                only_once(file, is_kept)
                return redirect("result", agency=agency, year=year, id=id, code=code)
        except Refused as refused:
            if refused.refusal.reason not in FIELDS:
                raise
            at = FIELDS[refused.refusal.reason] or actions.unread(typed)
            wrong = {"at": at, "words": sentence(refused.refusal)}
    one = _one(frame, request, id, node.code)
    return frame.page("results/result.html", "results", status=422 if wrong else 200, wrong=wrong, **one)


def _one(frame: Opened, request: HttpRequest, id: str, code: str) -> dict[str, object]:
    shown = frame.shown
    agency, year = shown.revision.agency_id, shown.revision.year
    rows = list(
        Result.objects.filter(agency_id=agency, year=year, indicator=id, code=code)
        .select_related("by", "supersedes")
        .prefetch_related("moves__by")
        .order_by("-id")
    )
    replaced = {row.supersedes_id for row in rows}
    files: dict[str, list[KeptFile]] = {}
    about = [f"result/{row.pk}" for row in rows]
    for file in KeptFile.objects.filter(agency_id=agency, year=year, about__in=about):
        files.setdefault(file.about, []).append(file)
    chosen = _period(request, year) or request.POST.get("period", "") or period_now(year, shown.as_of)
    now = next((row for row in rows if row.period == chosen and row.pk not in replaced), None)
    line = next(one for one in lines(shown, code=code) if one.indicator.id == id)
    duties = Duties(agency, year, code)
    ways = [(one, told_because(one.because)) for one in proposals(shown.plan) if one.indicator.id == id]
    return {
        "line": line,
        "proposal": ways[0],
        "may_declare": why_not(Verb.DECLARE_COUNTING, Thing(agency, year), shown.actor) is None,
        "node": shown.plan.node(code),
        "history": line.indicator.history(line.use),
        "rows": [
            {
                "row": row,
                "old": row.pk in replaced,
                "odd": _questions(line, row, row.pk in replaced),
                "files": files.get(f"result/{row.pk}", []),
                "judging": None if row.pk in replaced else _judging(row, shown.actor, user_of(request), duties),
            }
            for row in rows
        ],
        "periods": periods(year),
        "chosen": chosen,
        "now": now,
        "settled": now is not None and (now.stage is ResultStage.ACCEPTED or now.finality == Finality.FINAL),
        "typed": _prefilled(request, now),
        "ratio": is_ratio(line.use.formula),
        "may_enter": _in_force(shown.revision) and _may_enter(shown, id, code),
        "key": actions_key(),
    }


def _questions(line: Line, row: Result, old: bool) -> list[tuple[str, str]]:
    """What is asked of a row: of one that stands what is asked today, of one that was replaced what was asked then."""
    if old:
        return [(told_odd(one["why"]), one["beside"]) for one in row.odd]
    return [(told_odd(one.why.value), spelled(one.beside)) for one in line.odd(row)]


@dataclass(frozen=True, slots=True)
class Judging:
    """The next step of a row: the buttons that the reader is offered; whoever may not do it reads why not, and who can."""

    offered: tuple[str, ...]
    verb: str
    why: str
    who: list[User]


def _judging(row: Result, actor: Actor, reader: User, duties: Duties) -> Judging:
    """Never a button to pass what the reader entered or confirmed, nor one after which nobody could accept."""
    may = [
        name
        for name, verb in JUDGEMENTS.items()
        if why_not(verb, row.thing(), actor) is None and not duties.barred(verb, row, reader.pk)
    ]
    verb = NEXT.get(row.stage)
    if verb is None or verb in {JUDGEMENTS[name] for name in may}:
        return Judging(tuple(may), "", "", [])
    reason = duties.barred(verb, row, reader.pk) if why_not(verb, row.thing(), actor) is None else ""
    why = sentence(Refusal(reason, verb, row.thing())) if reason else ""
    return Judging(tuple(may), verb.value, why, duties.who(row))


def _prefilled(request: HttpRequest, now: Result | None) -> dict[str, str]:
    """What the form starts with: what was sent and not taken, otherwise what was entered last."""
    names = ("numerator", "denominator", "value", "n", "source", "as_of", "finality", "why", "answer")
    if request.method == "POST":
        return {name: request.POST.get(name, "") for name in names}
    if now is None:
        return {"finality": Finality.PROVISIONAL.value}
    known = {name: str(getattr(now, name) or "") for name in names if name != "why"}
    return {**known, "value": "" if now.computed else now.value}


def _in_force(revision: Revision) -> bool:
    """Whether the year has a published plan to be measured against, also where a draft upon it is what is seen."""
    shown = revision.stage == Stage.PUBLISHED
    return shown or Revision.objects.of(revision.agency_id, revision.year).published().exists()


def _may_enter(shown: object, id: str, code: str) -> bool:
    revision = shown.revision  # type: ignore[attr-defined]
    thing = Thing(revision.agency_id, revision.year, code)
    limited = limits(shown.actor, thing)  # type: ignore[attr-defined]
    return (limited is None or id in limited) and why_not(Verb.ENTER_RESULT, thing, shown.actor) is None  # type: ignore[attr-defined]


def _typed(request: HttpRequest, id: str, code: str) -> Typed:
    given = request.POST.get("as_of", "")
    words = {name: short(request, name, 60) for name in ("period", "numerator", "denominator", "value", "n")}
    return Typed(
        id, code, **words, source=short(request, "source", 300), as_of=day_of(given) if given else None,
        finality=request.POST.get("finality", Finality.PROVISIONAL.value), why=short(request, "why"),
        answer=short(request, "answer"),
    )  # fmt: skip


def _seen(request: HttpRequest) -> int | None:
    text = request.POST.get("seen", "")
    return int(text) if text.isdecimal() and len(text) < 16 else None


def judge_result(request: HttpRequest, agency: str, year: int, number: int) -> HttpResponse:
    """Confirmed, accepted, or sent back with words."""
    verb = JUDGEMENTS.get(request.POST.get("verb", ""))
    row = Result.objects.filter(pk=number, agency_id=agency, year=year).first()
    if verb is None or row is None:
        raise Http404
    with told(request, _("Noted down.")):
        actions.judge(
            agency=agency, year=year, result=number, verb=verb, words=short(request, "words"),
            key=request.POST.get("key", ""), by=user_of(request),
        )  # fmt: skip
    return redirect("result", agency=agency, year=year, id=row.indicator, code=address(row.code))


def add_evidence(request: HttpRequest, agency: str, year: int, code: str) -> HttpResponse:
    """A file that proves a result or a milestone."""
    frame = opened(request, agency, year)
    node = node_at(frame.desk.plan, code)
    if node is None:
        raise Http404
    about = short(request, "about", 60)
    with told(request, _("The file is kept.")), proof(request) as file:
        if file is not None:
            actions.add_evidence(
                agency=agency, year=year, code=node.code, about=about, file=file,
                key=request.POST.get("key", ""), by=user_of(request),
            )  # fmt: skip
            only_once(file, is_kept)
    row = Result.objects.filter(pk=about.partition("/")[2] or 0).first() if about.startswith("result/") else None
    if row is not None:
        return redirect("result", agency=agency, year=year, id=row.indicator, code=code)
    return redirect("task_results", agency=agency, year=year, code=code)


def task_results(request: HttpRequest, agency: str, year: int, code: str) -> HttpResponse:
    """One goal or task: its indicators, its milestones with what became of them, its money."""
    frame = opened(request, agency, year)
    node = node_at(frame.desk.plan, code)
    if node is None:
        raise Http404
    tasks = [node] if isinstance(node, Task) else []
    money = money_lines(agency, year, tasks).get(node.code, [])
    files: dict[str, list[KeptFile]] = {}
    for file in KeptFile.objects.filter(agency_id=agency, year=year, about__startswith=f"{node.code}/m"):
        files.setdefault(file.about, []).append(file)
    thing = Thing(agency, year, node.code)
    may = {
        verb.value.replace("-", "_"): why_not(verb, thing, frame.shown.actor) is None
        for verb in (Verb.REPORT_MILESTONE, Verb.ENTER_SPENDING, Verb.DELEGATE)
    }
    clerks = User.objects.filter(agency_id=agency, is_active=True, grants__role=Role.AGENCY_STAFF).order_by("name")
    return frame.page(
        "results/task.html",
        "results",
        node=node,
        lines=lines(frame.shown, code=node.code),
        milestones=[
            (one, files.get(f"{node.code}/m{one.milestone.row}", []))
            for one in milestone_lines(agency, year, tasks).get(node.code, [])
        ],
        money=money,
        execution=execution(money),
        states=MilestoneReport.State.values,
        delegations=_delegations(agency, year, node.code, frame.desk.plan),
        clerks=clerks if may["delegate"] else [],
        may=may,
        months=range(1, 13),
        key=actions_key(),
    )


def _delegations(agency: str, year: int, code: str, plan: Plan) -> list[tuple[Delegation, list[str]]]:
    """Who hands in, each with the names of the indicators where it is not all of them."""
    rows = Delegation.objects.filter(agency_id=agency, year=year, code=code, ended=None).select_related("person")
    names = {indicator.id: use.name for indicator, use in plan.uses(code)}
    return [(row, [names.get(id, id) for id in row.indicators]) for row in rows]


def report_milestone(request: HttpRequest, agency: str, year: int, code: str) -> HttpResponse:
    """What became of a milestone."""
    node = _node(request, agency, year, code)
    day = request.POST.get("day", "")
    with told(request, _("The milestone is reported.")):
        actions.report_milestone(
            agency=agency, year=year, code=node, row=_number(request.POST.get("row", "")),
            state=request.POST.get("state", ""), day=day_of(day) if day else None, words=short(request, "words"),
            key=request.POST.get("key", ""), by=user_of(request),
        )  # fmt: skip
    return redirect("task_results", agency=agency, year=year, code=code)


def delegate(request: HttpRequest, agency: str, year: int, code: str) -> HttpResponse:
    """Somebody of an affiliated body hands in, or does so no more."""
    node = _node(request, agency, year, code)
    ends = request.POST.get("end", "")
    with told(request, _("Noted down.")):
        if ends:
            delegating.end_delegation(agency=agency, year=year, delegation=_number(ends), by=user_of(request))
        else:
            person = User.objects.filter(username=request.POST.get("person", ""), agency_id=agency).first()
            if person is not None:
                delegating.delegate(
                    agency=agency, year=year, code=node, person=person, indicators=request.POST.getlist("indicator"),
                    by=user_of(request),
                )  # fmt: skip
    return redirect("task_results", agency=agency, year=year, code=code)


def _node(request: HttpRequest, agency: str, year: int, code: str) -> str:
    node = node_at(opened(request, agency, year).desk.plan, code)
    if node is None:
        raise Http404
    return node.code


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 16 else 0
