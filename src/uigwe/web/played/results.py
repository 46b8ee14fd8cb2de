"""The results of the story: figures of each quarter with their parts and evidence, milestones, money, what is followed up."""

from datetime import date
from functools import partial
from typing import Any

from uigwe.review import Verb
from uigwe.web.approving.forms import PROOFS
from uigwe.web.played.diary import Diary
from uigwe.web.played.story import Story, file_of
from uigwe.web.results import actions, books, counting, delegating, following
from uigwe.web.results.actions import Typed
from uigwe.web.results.books import Spent
from uigwe.web.results.models import Finality, Result

LEAF = "detailed"


def note(story: Story, diary: Diary) -> None:
    """Everything of this chapter, each on its day."""
    data = story.data
    for one in data["delegations"]:
        to = {"code": one["code"], "person": story.people[one["person"]]}
        diary.on(data["periods"][0]["opens"], partial(delegating.delegate, **story.here, **to, by=story.office))
    diary.on(data["periods"][0]["opens"], partial(_declare, story))
    for nth, period in enumerate(data["periods"]):
        _quarter(story, diary, nth, period)
    for one in data["revised"]:
        diary.on(one["day"], partial(_revise, story, one))
    for quarter, day in data["milestones"]["done"].items():
        diary.on(day, partial(_milestones, story, quarter, day))
    for one in data["spending"]:
        diary.on(one["day"], partial(_spend, story, one))
    for number, one in enumerate(data["followed"], 1):
        _follow(story, diary, number, one)


def _declare(story: Story) -> None:
    """Before the first quarter is collected the office confirms what each indicator counts; some it sets otherwise."""
    told = {
        **{one.indicator.id: one.counting.value for one in counting.proposals(story.plan)},
        **story.data["counting"],
    }
    counting.declare(**story.here, given=told, by=story.office)


def _quarter(story: Story, diary: Diary, nth: int, period: dict[str, Any]) -> None:
    data, name = story.data, period["period"]
    late, last = data["late"].get(name, ()), "closed" not in period
    back = {one["at"]: one for one in data["returned"] if one["period"] == name}
    for place, one in enumerate(data["results"]):
        at, (indicator, _, code) = one["at"], one["at"].partition("@")
        if last and code in data["missing"]:
            continue
        day = period["late"] if code in late else period["entered"]
        typed = _typed(story, indicator, code, period, one["values"][nth])
        if at in back:
            first = _typed(story, indicator, code, period, back[at]["first"])
            diary.on(day, partial(_sent_back, story, first, back[at]))
            day, typed = period["late"], _with(typed, answer=back[at]["answer"])
        diary.on(day, partial(_enter, story, typed, evidence=place % data["evidence"]["every"] == nth))
        unconfirmed = last and code in data["unconfirmed"]
        unaccepted = last and code in data["unaccepted"]
        if not unconfirmed:
            diary.on(period["confirmed"], partial(_judge, story, typed, Verb.CONFIRM_RESULT))
        if not (unconfirmed or unaccepted):
            diary.on(period["accepted"], partial(_judge, story, typed, Verb.ACCEPT_RESULT))
    if data["yearly"]["period"] == name:
        for at in data["yearly"]["at"]:
            indicator, _, code = at.partition("@")
            none = Typed(indicator, code, name, why=data["yearly"]["why"])
            diary.on(period["entered"], partial(_enter, story, none, evidence=False))


def _typed(story: Story, indicator: str, code: str, period: dict[str, Any], value: str) -> Typed:
    """A figure as it is typed: `a/b` are its parts. Those of a past quarter are final."""
    upper, parts, lower = value.partition("/")
    final = Finality.FINAL if "closed" in period else Finality.PROVISIONAL
    return Typed(
        indicator, code, period["period"],
        numerator=upper if parts else "", denominator=lower, value="" if parts else value,
        source=story.data["source"], as_of=period["as_of"], finality=final.value,
    )  # fmt: skip


def _with(typed: Typed, **words: str) -> Typed:
    return Typed(**{**{name: getattr(typed, name) for name in Typed.__dataclass_fields__}, **words})


def _enter(story: Story, typed: Typed, evidence: bool) -> None:
    by = story.hands_in(typed.code)
    row = actions.enter(**story.here, typed=typed, by=by)
    if evidence:
        told = story.data["evidence"]
        facts = {"indicator": typed.indicator, "period": typed.period, "value": row.value}
        file = file_of(told["name"].format(**facts), told["text"].format(**facts).encode("utf-8-sig"), PROOFS)
        actions.add_evidence(**story.here, code=typed.code, about=f"result/{row.pk}", file=file, by=by)


def _newest(story: Story, typed: Typed) -> Result:
    rows = Result.objects.filter(indicator=typed.indicator, code=typed.code, period=typed.period, superseded_by=None)
    return rows.get(agency_id=story.plan.agency, year=story.plan.year)


def _judge(story: Story, typed: Typed, verb: Verb, words: str = "") -> None:
    by = story.office if verb is Verb.ACCEPT_RESULT else story.head_of(typed.code)
    actions.judge(**story.here, result=_newest(story, typed).pk, verb=verb, words=words, by=by)


def _sent_back(story: Story, first: Typed, told: dict[str, Any]) -> None:
    _enter(story, _with(first, finality=Finality.PROVISIONAL.value), evidence=False)
    _judge(story, first, Verb.RETURN_RESULT, told["words"])


def _revise(story: Story, told: dict[str, Any]) -> None:
    """A final value is entered anew, with its reason, and goes the whole way again."""
    indicator, _, code = told["at"].partition("@")
    period = next(one for one in story.data["periods"] if one["period"] == told["period"])
    typed = _with(_typed(story, indicator, code, period, told["value"]), why=told["why"])
    _enter(story, typed, evidence=False)
    _judge(story, typed, Verb.CONFIRM_RESULT)
    _judge(story, typed, Verb.ACCEPT_RESULT)


def _milestones(story: Story, quarter: int, day: date) -> None:
    told, count = story.data["milestones"], 0
    for task in story.plan.tasks():
        for one in [one for one in task.milestones if one.quarter == quarter][: told["by_quarter"]]:
            count += 1
            late = count % told["late"] == 0
            actions.report_milestone(
                **story.here, code=task.code, row=one.row, state="late" if late else "done", day=None if late else day,
                words=told["late_words"] if late else told["words"], by=story.hands_in(task.code),
            )  # fmt: skip


def _spend(story: Story, told: dict[str, Any]) -> None:
    """Each line's share of what the plan gives it, in whole hundred million won where that is more than nothing."""
    rows = [
        Spent(task.code, line.row, told["month"], str(int(amount.won * told["shares"][task.code[0]] / 100)))
        for task in story.plan.tasks()
        for line in task.budget
        if line.level == LEAF and (amount := line.amount(story.plan.year)) is not None and amount.won
    ]
    books.enter_spending(**story.here, rows=rows, source=told["source"], by=story.office)


def _follow(story: Story, diary: Diary, number: int, told: dict[str, Any]) -> None:
    words = {name: told[name] for name in ("kind", "code", "source", "day", "text")}
    by = story.people[told["by"]]
    diary.on(told["day"], partial(following.add_item, **story.here, **words, by=by))
    place = 1 + sum((one["day"], at) < (told["day"], number) for at, one in enumerate(story.data["followed"], 1))
    for step in told["steps"]:
        said = {name: step[name] for name in ("state", "decided", "changed") if name in step}
        diary.on(step["day"], partial(following.carry_on, **story.here, number=place, **said, by=by))
