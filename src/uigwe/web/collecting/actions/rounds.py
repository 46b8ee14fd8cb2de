"""The office's side of a round: open it, remind, give more time, ask for more, accept, close."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone

from uigwe.packs.year import ROUNDS
from uigwe.plan import Plan, order_of_code
from uigwe.plan.part import Form
from uigwe.review import ReplyStage, RoundStage, Thing, Verb, YearStage
from uigwe.web.collecting.actions.common import (
    ask_right,
    day,
    entered,
    held_ask,
    held_round,
    in_transaction,
    moved,
    noted,
    refuse,
    where,
    words,
)
from uigwe.web.collecting.actions.replies import form_now, newest
from uigwe.web.collecting.kinds import REGISTERED
from uigwe.web.collecting.letters import letter_about_ask
from uigwe.web.collecting.models import Ask, PartThen, Round, YearStep
from uigwe.web.collecting.people import Answerable, answerable
from uigwe.web.collecting.then import remember
from uigwe.web.collecting.unasked import asked_first
from uigwe.web.people.models import Agency, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plan_actions
from uigwe.web.plans import frozen
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.plans.shelf import today


@dataclass(frozen=True, slots=True)
class Wanted:
    """A round as the office asks for it. `codes` empty: every management task, and each goal with indicators and a lead body."""

    kind: str
    title: str
    due: date
    guideline: str = ""
    period: str = ""
    step: str = ""
    opens: date | None = None
    codes: tuple[str, ...] = ()

    def body(self) -> dict[str, Any]:
        """What a retry is recognised by."""
        opens = day(self.opens) if self.opens else ""
        plain = (self.kind, self.title, day(self.due), self.guideline, self.period, self.step, opens)
        return {"wanted": [*plain, list(self.codes)]}


def open_round(*, agency: str, year: int, wanted: Wanted, key: str = "", by: User) -> int:
    """Open a round: one ask for each code, addressed to whoever answers for it today. The number of the round.

    A plan that has no draft gets one first, unless the year is fixed: then only results are collected.
    """

    def do() -> dict[str, Any]:
        thing = Thing(agency, year)
        ask_right(Verb.OPEN_ROUND, thing, by)
        Agency.objects.select_for_update().get(pk=agency)  # two rounds at once: the second waits for its number
        opens = wanted.opens or today()
        _check(wanted, opens, thing)
        other = REGISTERED.get(wanted.kind)
        plan = other.plan(agency, year) if other else _plan_to_collect(agency, year, by)
        known = {node.code for node in plan.nodes()}
        codes = list(wanted.codes) or asked_first(plan, agency, year)
        if not codes or set(codes) - known:
            raise refuse("no-such-code", Verb.OPEN_ROUND, thing)
        if other:
            _refuse_twice(wanted, codes, thing)
        last = Round.objects.of(agency, year).aggregate(last=Max("number"))["last"] or 0
        row = Round.objects.create(
            agency_id=agency,
            year=year,
            number=last + 1,
            kind=wanted.kind,
            title=words(wanted.title, 200),
            guideline=words(wanted.guideline, 20_000),
            period=words(wanted.period, 20),
            step=YearStep.objects.of(agency, year).filter(code=wanted.step).first() if wanted.step else None,
            opens=opens,
            due=wanted.due,
            stage=RoundStage.OPEN,
            opened_by=by,
        )
        asks = _asked(row, sorted(set(codes), key=order_of_code), by)
        remember("asked", _forms(asks))
        after = {"kind": row.kind, "title": row.title, "due": day(row.due), "codes": [ask.code for ask in asks]}
        entered(Verb.OPEN_ROUND, by, f"plan/{row}", None, after)
        return {"number": row.number}

    return int(
        in_transaction(key, by, Verb.OPEN_ROUND, {"agency": agency, "year": year, **wanted.body()}, do)["number"]
    )


def _check(wanted: Wanted, opens: date, thing: Thing) -> None:
    reason = ""
    if wanted.kind not in ROUNDS:
        reason = "no-such-kind"
    elif not wanted.title.strip():
        reason = "no-title"
    elif wanted.due < opens or wanted.due < today():
        reason = "in-the-past"
    elif frozen.stage_of(thing.agency, thing.year) is YearStage.CLOSED:
        reason = "year-closed"
    elif wanted.kind in REGISTERED:
        reason = REGISTERED[wanted.kind].why_not(thing.agency, thing.year, wanted.period)
    if reason:
        raise refuse(reason, Verb.OPEN_ROUND, thing)


def _refuse_twice(wanted: Wanted, codes: Sequence[str], thing: Thing) -> None:
    """Nobody is asked for the same results in two rounds that both take replies; what the open one left out may be asked for."""
    twice = Ask.objects.in_open_rounds().filter(
        round__agency_id=thing.agency,
        round__year=thing.year,
        round__kind=wanted.kind,
        round__period=words(wanted.period, 20),
        code__in=codes,
    )
    there = twice.select_related("round").order_by("round__number").first()
    if there is not None:
        raise refuse("collected-already", Verb.OPEN_ROUND, thing, there.round.title)


def _plan_to_collect(agency: str, year: int, by: User) -> Plan:
    """The draft's plan; a draft is opened when there is none and one may be."""
    rows = Revision.objects.of(agency, year)
    if not rows.drafts().exists() and frozen.stage_of(agency, year) is not YearStage.FIXED:
        plan_actions.start_draft(agency=agency, year=year, by=by)
    newest = rows.select_related("base").defer("document", "base__document").last()
    if newest is None:
        raise refuse("no-plan", Verb.OPEN_ROUND, Thing(agency, year))
    return plan_of(newest)


def _asked(row: Round, codes: Sequence[str], by: User) -> list[Ask]:
    now = timezone.now()
    who = answerable(row.agency_id, row.year)
    asks = [_ask_of(row, code, who.get(code), now) for code in codes]
    Ask.objects.bulk_create(asks)
    for ask in asks:
        noted(ask, "request", row.guideline, by)
        letter_about_ask(ask, "asked", f"asked-{row.pk}-{ask.code}")
    return asks


def _ask_of(row: Round, code: str, who: Answerable | None, now: Any) -> Ask:
    there = who if who and not who.gap else None
    return Ask(
        round=row,
        code=code,
        division=who.division if who else None,
        owner=there.owner if there else None,
        due=row.due,
        stage=ReplyStage.ASKED,
        since=now,
    )


def _forms(asks: Iterable[Ask]) -> list[tuple[Ask, Form]]:
    """What the parts say now; a part whose goal or task is gone says nothing."""
    found, revision = [], None
    for ask in asks:
        with suppress(Refused):
            revision = revision or newest(ask.round.agency_id, ask.round.year)
            found.append((ask, form_now(ask, revision)))
    return found


def close_round(*, agency: str, year: int, number: int, key: str = "", by: User) -> None:
    """No more replies are taken. What nobody answered stays on the board as it stands. The round's step of the year is done."""

    def do() -> dict[str, Any]:
        row = held_round(agency, year, number, Verb.CLOSE_ROUND)
        ask_right(Verb.CLOSE_ROUND, row.thing(), by)
        held = list(Ask.objects.filter(round=row).order_by("pk").select_for_update(of=("self",)))
        for ask in held:
            ask.round = row
        said = dict(PartThen.objects.filter(ask__round=row).order_by("id").values_list("ask_id", "seal"))
        remember("closed", ((ask, form) for ask, form in _forms(held) if form.seal != said.get(ask.pk)))
        row.stage, row.closed_by, row.closed_at = RoundStage.CLOSED, by, timezone.now()
        row.save(update_fields=["stage", "closed_by", "closed_at"])
        steps = YearStep.objects.filter(pk=row.step_id, done=None)
        steps.update(done=today(), done_by=by)
        stages = {stage.value: sum(1 for ask in held if ask.stage == stage) for stage in ReplyStage}
        entered(Verb.CLOSE_ROUND, by, f"plan/{row}", None, {name: count for name, count in stages.items() if count})
        return {}

    in_transaction(key, by, Verb.CLOSE_ROUND, {"agency": agency, "year": year, "number": number}, do)


def remind(
    *, agency: str, year: int, number: int, codes: Iterable[str], text: str = "", key: str = "", by: User
) -> int:
    """Remind whoever still owes these; a letter goes to each. How many were reminded: those that owe nothing are left alone."""
    codes, text = sorted(set(codes), key=order_of_code), words(text)

    def do() -> dict[str, Any]:
        count = 0
        for ask in _owed(agency, year, number, codes, Verb.REMIND, by):
            noted(ask, "reminder", text, by)
            letter_about_ask(ask, "reminded", f"reminded-{ask.pk}-{day(today())}", text)
            entered(Verb.REMIND, by, where(ask), None, None, text)
            count += 1
        return {"count": count}

    body = {"agency": agency, "year": year, "number": number, "codes": codes, "text": text}
    return int(in_transaction(key, by, Verb.REMIND, body, do)["count"])


def extend(
    *, agency: str, year: int, number: int, codes: Iterable[str], due: date, why: str, key: str = "", by: User
) -> int:
    """These are due on another day, for a reason that stands in their threads. How many were moved."""
    codes, why = sorted(set(codes), key=order_of_code), words(why)

    def do() -> dict[str, Any]:
        if not why:
            raise refuse("no-reason", Verb.EXTEND, Thing(agency, year))
        if due < today():
            raise refuse("in-the-past", Verb.EXTEND, Thing(agency, year))
        count = 0
        for ask in _owed(agency, year, number, codes, Verb.EXTEND, by):
            if ask.due == due:
                continue
            before, ask.due = ask.due, due
            ask.save(update_fields=["due"])
            noted(ask, "extension", f"{day(before)} → {day(due)}\n{why}", by)
            entered(Verb.EXTEND, by, where(ask), day(before), day(due), why)
            count += 1
        return {"count": count}

    body = {"agency": agency, "year": year, "number": number, "codes": codes, "due": day(due), "why": why}
    return int(in_transaction(key, by, Verb.EXTEND, body, do)["count"])


def _owed(agency: str, year: int, number: int, codes: Sequence[str], verb: Verb, by: User) -> Iterable[Ask]:
    """Those of the codes that wait for their division, held in the order of the plan."""
    owed = (ReplyStage.ASKED, ReplyStage.BEGUN, ReplyStage.SUPPLEMENT)
    for code in _in_stage(agency, year, number, codes, verb, owed):
        yield held_ask(agency, year, number, code, verb, by)


def _in_stage(
    agency: str, year: int, number: int, codes: Sequence[str], verb: Verb, wanted: Sequence[ReplyStage]
) -> list[str]:
    """Those of the chosen codes that stand in one of these stages. Raises `Refused`: nothing chosen, not asked for."""
    if not codes:
        raise refuse("nothing-chosen", verb, Thing(agency, year))
    stages = dict(Ask.objects.at(agency, year, number).filter(code__in=codes).values_list("code", "stage"))
    if set(codes) - set(stages):
        raise refuse("no-such-ask", verb, Thing(agency, year))
    return [code for code in codes if stages[code] in wanted]


def require_supplement(
    *,
    agency: str,
    year: int,
    number: int,
    code: str,
    text: str,
    due: date | None = None,
    key: str = "",
    by: User,
) -> None:
    """What was handed in goes back with words about what is missing; it may be due on a later day."""
    text = words(text)

    def do() -> dict[str, Any]:
        ask = held_ask(agency, year, number, code, Verb.REQUIRE_SUPPLEMENT, by)
        if not text:
            raise refuse("no-reason", Verb.REQUIRE_SUPPLEMENT, ask.thing())
        if due is not None and due < today():
            raise refuse("in-the-past", Verb.REQUIRE_SUPPLEMENT, ask.thing())
        before = {"stage": ask.stage, "due": day(ask.due)}
        ask.due = due or ask.due
        moved(ask, ReplyStage.SUPPLEMENT)
        noted(ask, "supplement", text, by)
        letter_about_ask(ask, "supplement", f"supplement-{ask.pk}-{ask.since.isoformat()}", text)
        entered(Verb.REQUIRE_SUPPLEMENT, by, where(ask), before, {"stage": ask.stage, "due": day(ask.due)}, text)
        return {}

    body = {"agency": agency, "year": year, "number": number, "code": code, "text": text, "due": due and day(due)}
    in_transaction(key, by, Verb.REQUIRE_SUPPLEMENT, body, do)


def accept_reply(*, agency: str, year: int, number: int, code: str, text: str = "", key: str = "", by: User) -> None:
    """The office takes the reply as it is."""
    text = words(text)

    def do() -> dict[str, Any]:
        _accepted(held_ask(agency, year, number, code, Verb.ACCEPT_REPLY, by), text, by)
        return {}

    body = {"agency": agency, "year": year, "number": number, "code": code, "text": text}
    in_transaction(key, by, Verb.ACCEPT_REPLY, body, do)


def accept_replies(
    *, agency: str, year: int, number: int, codes: Iterable[str], text: str = "", key: str = "", by: User
) -> int:
    """Take these replies as they are. How many were taken: what was not handed in, or is taken already, is left alone."""
    codes, text = sorted(set(codes), key=order_of_code), words(text)

    def do() -> dict[str, Any]:
        handed_in = _in_stage(agency, year, number, codes, Verb.ACCEPT_REPLY, (ReplyStage.REPLIED,))
        for code in handed_in:
            _accepted(held_ask(agency, year, number, code, Verb.ACCEPT_REPLY, by), text, by)
        return {"count": len(handed_in)}

    body = {"agency": agency, "year": year, "number": number, "codes": codes, "text": text}
    return int(in_transaction(key, by, Verb.ACCEPT_REPLY, body, do)["count"])


def _accepted(ask: Ask, text: str, by: User) -> None:
    before = ask.stage
    moved(ask, ReplyStage.ACCEPTED)
    noted(ask, "accepted", text, by)
    letter_about_ask(ask, "accepted", f"accepted-{ask.pk}-{ask.since.isoformat()}", text)
    entered(Verb.ACCEPT_REPLY, by, where(ask), before, ask.stage, text)
