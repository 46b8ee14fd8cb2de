"""What is done about results: entered, confirmed, accepted, returned; evidence; milestones reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from django.db import transaction

from uigwe.plan import Indicator, Kind, Milestone, Plan, Use
from uigwe.review import ResultStage, Thing, Verb
from uigwe.review.counting import oddities
from uigwe.review.results import computed, period_of
from uigwe.web.approving.actions import keep
from uigwe.web.approving.models import KeptFile
from uigwe.web.people.models import User
from uigwe.web.plans.shelf import today
from uigwe.web.results.common import act, ask, no, note, number_of, spelled
from uigwe.web.results.counting import declared, earlier_years, figure_of
from uigwe.web.results.delegating import refuse_outside
from uigwe.web.results.duties import barred, office_of
from uigwe.web.results.models import Finality, MilestoneReport, Result, ResultMove
from uigwe.web.uploads import Kept

LEADS: Mapping[Verb, ResultStage] = MappingProxyType(
    {
        Verb.CONFIRM_RESULT: ResultStage.CONFIRMED,
        Verb.ACCEPT_RESULT: ResultStage.ACCEPTED,
        Verb.RETURN_RESULT: ResultStage.RETURNED,
    }
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed about one indicator in one period; numbers as text, as they came."""

    indicator: str
    code: str
    period: str
    numerator: str = ""
    denominator: str = ""
    value: str = ""
    n: str = ""
    source: str = ""
    as_of: date | None = None
    finality: str = Finality.PROVISIONAL.value
    why: str = ""
    answer: str = ""


def enter(*, agency: str, year: int, typed: Typed, seen: int | None = None, key: str = "", by: User) -> Result:
    """A result, as a row of its own; a row that was there is named by it and stays. `seen` is the row that the person saw (0: none).

    Where the printed formula is one division, the value is computed from the parts and a typed one must agree. A changed final
    value, and one that was not measured, needs its reason.
    """
    thing = Thing(agency, year, typed.code)
    body = {"typed": [str(getattr(typed, name)) for name in Typed.__slots__]}  # type: ignore[attr-defined]

    def do(plan: Plan) -> dict[str, Any]:
        indicator, use = _use(plan, typed, thing)
        refuse_outside(Verb.ENTER_RESULT, thing, by, indicator.id)
        rows = Result.objects.filter(
            agency_id=agency, year=year, indicator=indicator.id, code=use.code, period=typed.period
        )
        last = rows.prefetch_related("moves").order_by("id").last()
        if seen is not None and seen != (last.pk if last else 0):
            raise no("result-moved", Verb.ENTER_RESULT, thing)
        fields = _fields(indicator, use, typed, thing)
        same = last is not None and all(getattr(last, name) == value for name, value in fields.items() if name != "odd")
        if last is not None and same and last.stage is not ResultStage.RETURNED:
            return {"row": last.pk}
        settled = last is not None and (last.stage is ResultStage.ACCEPTED or last.finality == Finality.FINAL)
        if not typed.why.strip() and (settled or not fields["value"]):
            raise no("no-reason", Verb.ENTER_RESULT, thing)
        row = Result.objects.create(
            agency_id=agency, year=year, indicator=indicator.id, code=use.code, period=typed.period, supersedes=last, by=by,
            **fields,
        )  # fmt: skip
        after = {"row": row.pk, "value": row.value, "finality": row.finality, "numerator": row.numerator,
                 "denominator": row.denominator, "odd": [one["why"] for one in row.odd]}  # fmt: skip
        note(Verb.ENTER_RESULT, by, f"result/{agency}/{year} {row}", _brief(last), after, row.why)
        return {"row": row.pk}

    done = act(Verb.ENTER_RESULT, thing, by, key, body, do)
    return Result.objects.get(pk=done["row"])


@transaction.atomic
def enter_with_evidence(
    *, agency: str, year: int, typed: Typed, seen: int | None = None, file: Kept | None = None, key: str = "", by: User
) -> Result:
    """A result together with a file that proves it, where one came along: both or neither."""
    row = enter(agency=agency, year=year, typed=typed, seen=seen, key=key, by=by)
    if file is not None:
        proof = {"code": typed.code, "about": f"result/{row.pk}", "file": file, "key": key and f"{key}-file"}
        add_evidence(agency=agency, year=year, **proof, by=by)
    return row


def _use(plan: Plan, typed: Typed, thing: Thing) -> tuple[Indicator, Use]:
    indicator = plan.indicator(typed.indicator)
    use = indicator.use(typed.code) if indicator else None
    if indicator is None or use is None:
        raise no("no-such-indicator", Verb.ENTER_RESULT, thing)
    if period_of(typed.period, thing.year) is None:
        raise no("no-such-period", Verb.ENTER_RESULT, thing)
    return indicator, use


def _fields(indicator: Indicator, use: Use, typed: Typed, thing: Thing) -> dict[str, Any]:
    if unread(typed):
        raise no("not-a-number", Verb.ENTER_RESULT, thing)
    numerator, denominator, value, n = map(number_of, (typed.numerator, typed.denominator, typed.value, typed.n))
    made = computed(numerator, denominator, use.formula, indicator.unit, decimals_of(indicator, use))
    if made is not None and value is not None and value != made:
        raise no("not-from-parts", Verb.ENTER_RESULT, thing)
    if typed.as_of is not None and typed.as_of > today():
        raise no("in-the-future", Verb.ENTER_RESULT, thing)
    found = made if made is not None else value
    figure = figure_of(
        indicator, use, typed.period, thing.year, value=found, numerator=numerator, denominator=denominator,
        rows=Result.objects.newest(thing.agency, thing.year, indicator.id, use.code),
        years=earlier_years(thing.agency, thing.year, indicator.id),
    )  # fmt: skip
    odd = oddities(figure, declared(thing.agency, thing.year).get(indicator.id))
    return {
        "numerator": spelled(numerator),
        "denominator": spelled(denominator),
        "value": spelled(found),
        "computed": made is not None,
        "n": int(n) if n is not None else None,
        "source": typed.source.strip()[:300],
        "as_of": typed.as_of,
        "finality": typed.finality if typed.finality in Finality.values else Finality.PROVISIONAL.value,
        "odd": [{"why": one.why.value, "beside": spelled(one.beside)} for one in odd],
        "answer": typed.answer.strip(),
        "why": typed.why.strip(),
    }


def unread(typed: Typed) -> str:
    """The name of the first field whose number cannot be read; empty when all can. A sample is counted in whole ones."""
    for name in ("numerator", "denominator", "value", "n"):
        try:
            found = number_of(getattr(typed, name))
        except ValueError:
            return name
        if name == "n" and found is not None and (found < 0 or found != found.to_integral_value() or found >= 10**15):
            return name
    return ""


def decimals_of(indicator: Indicator, use: Use) -> int:
    """To how many places this use prints its figures; results are rounded alike."""
    steps = [
        printing.as_written(indicator.unit).step
        for printing in indicator.own(use)
        if printing.kind in (Kind.ACTUAL, Kind.TARGET)
    ]
    places = [-int(step.as_tuple().exponent) for step in steps if step is not None]
    return max([0, *places]) if places else 1


def _brief(row: Result | None) -> dict[str, Any] | None:
    return {"row": row.pk, "value": row.value, "finality": row.finality, "stage": row.stage.value} if row else None


def judge(*, agency: str, year: int, result: int, verb: Verb, words: str = "", key: str = "", by: User) -> Result:
    """Confirm, accept or return a result. Never one's own, and never so that nobody is left to accept it; returning needs words; only
    the newest row of a period is judged."""
    thing = Thing(agency, year)

    def do(_plan: Plan) -> dict[str, Any]:
        row = Result.objects.filter(pk=result, agency_id=agency, year=year).select_for_update(of=("self",)).first()
        if row is None or Result.objects.filter(supersedes=row).exists():
            raise no("result-moved", verb, thing)
        ask(verb, row.thing(), by)
        if why := barred(verb, row, by.pk, {one.pk for one in office_of(agency)}):
            raise no(why, verb, row.thing())
        if verb is Verb.RETURN_RESULT and not words.strip():
            raise no("no-reason", verb, row.thing())
        ResultMove.objects.create(result=row, stage=LEADS[verb], words=words.strip(), by=by)
        note(verb, by, f"result/{agency}/{year} {row}", _brief(row), {"stage": LEADS[verb].value}, words.strip())
        return {"row": row.pk}

    done = act(verb, thing, by, key, {"result": result, "verb": verb.value, "words": words}, do)
    return Result.objects.prefetch_related("moves").get(pk=done["row"])


def report_milestone(
    *, agency: str, year: int, code: str, row: int, state: str, day: date | None = None, words: str = "",
    key: str = "", by: User,
) -> MilestoneReport:  # fmt: skip
    """What became of a milestone; its words as they are now are kept with the report."""
    thing = Thing(agency, year, code)
    body = {"code": code, "row": row, "state": state, "day": str(day), "words": words}

    def do(plan: Plan) -> dict[str, Any]:
        milestone = milestone_of(plan, code, row)
        if milestone is None or state not in MilestoneReport.State.values:
            raise no("no-such-milestone", Verb.REPORT_MILESTONE, thing)
        refuse_outside(Verb.REPORT_MILESTONE, thing, by)
        if day is not None and day > today():
            raise no("in-the-future", Verb.REPORT_MILESTONE, thing)
        if state == MilestoneReport.State.LATE and not words.strip():
            raise no("no-reason", Verb.REPORT_MILESTONE, thing)
        found = MilestoneReport.objects.create(
            agency_id=agency, year=year, code=code, row=row, text=milestone.text, promised=milestone.when[:200],
            state=state, day=day, words=words.strip(), by=by,
        )  # fmt: skip
        after = {"row": found.pk, "state": state, "day": str(day or ""), "text": milestone.text}
        note(Verb.REPORT_MILESTONE, by, f"plan/{agency}/{year} {code}/m{row}", None, after, words.strip())
        return {"row": found.pk}

    return MilestoneReport.objects.get(pk=act(Verb.REPORT_MILESTONE, thing, by, key, body, do)["row"])


def milestone_of(plan: Plan, code: str, row: int) -> Milestone | None:
    """A milestone of a task by its row."""
    task = plan.task(code)
    return next((one for one in task.milestones if one.row == row), None) if task else None


def add_evidence(*, agency: str, year: int, code: str, about: str, file: Kept, key: str = "", by: User) -> KeptFile:
    """A file that proves a result (`result/12`) or a milestone (`milestone/3`) of this goal or task."""
    thing = Thing(agency, year, code)

    def do(plan: Plan) -> dict[str, Any]:
        kind, _slash, number = about.partition("/")
        exists, proved = False, ""
        if number.isdecimal() and len(number) < 16:
            result = Result.objects.filter(pk=int(number), agency_id=agency, year=year, code=code).first()
            exists = result is not None if kind == "result" else milestone_of(plan, code, int(number)) is not None
            proved = result.indicator if result is not None and kind == "result" else ""
        if kind not in ("result", "milestone") or not exists:
            raise no("no-such-thing", Verb.ADD_EVIDENCE, thing)
        refuse_outside(Verb.ADD_EVIDENCE, thing, by, proved)
        row = keep(file, agency, year, about if kind == "result" else f"{code}/m{number}", by)
        assert row is not None  # noqa: S101 - there is a file
        note(
            Verb.ADD_EVIDENCE, by, f"plan/{agency}/{year} {row.about}", None, {"file": file.name, "sha256": file.sha256}
        )
        return {"row": row.pk}

    body = {"code": code, "about": about, "sha256": file.sha256}
    return KeptFile.objects.get(pk=act(Verb.ADD_EVIDENCE, thing, by, key, body, do)["row"])
