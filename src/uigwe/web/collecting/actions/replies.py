"""The owner's side of a round: save fields, hand the reply in, say why there will be none, write into the thread."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from uigwe.plan import EditProblem
from uigwe.plan.merge import Answer
from uigwe.plan.part import Form, form_of
from uigwe.review import Actor, Refusal, ReplyStage, Role, Verb
from uigwe.web.collecting.actions.common import (
    entered,
    held_ask,
    held_ask_by,
    in_transaction,
    moved,
    noted,
    refuse,
    where,
    words,
)
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.letters import letter_about_ask, letters_to_office
from uigwe.web.collecting.models import Ask
from uigwe.web.collecting.people import supplies
from uigwe.web.collecting.then import remember
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plan_actions
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision

# What the plan says no to for one field while others may be saved.
OF_A_FIELD = frozenset({"outside-amendment", "not-as-approved", "year-fixed"})
# A row to be added is no cell of the printed form.
NEW_ROW = ("m+", "row")
# Fields, by object and name, whose words somebody confirmed.
Sure = Collection[tuple[str, str]]


@dataclass(slots=True)
class Saved:
    """What became of the fields: what was saved with the number of its patch, and what asks or was refused; `held` is the draft
    that they were written into, as it was left."""

    done: list[tuple[Answer, int]] = field(default_factory=list)
    conflicts: list[tuple[Answer, plan_actions.Conflict]] = field(default_factory=list)
    problems: list[tuple[Answer, EditProblem]] = field(default_factory=list)
    refused: list[tuple[Answer, Refusal]] = field(default_factory=list)
    held: plan_actions.Held | None = None

    @property
    def whole(self) -> bool:
        """Whether every field was taken."""
        return not (self.conflicts or self.problems or self.refused)


def newest(agency: str, year: int) -> Revision | None:
    """The draft, or the newest published revision where there is none."""
    return Revision.objects.of(agency, year).select_related("base").defer("document", "base__document").last()


def form_now(ask: Ask, revision: Revision | None = None) -> Form:
    """The ask's form as the plan fills it now, or as this revision does. Raises `Refused("no-such-ask")` when the plan has lost the code."""
    other = collected_by(ask.round)
    if other is not None:
        return other.form(ask)
    revision = revision or newest(ask.round.agency_id, ask.round.year)
    try:
        if revision is not None:
            return form_of(plan_of(revision), ask.code)
    except KeyError:
        pass
    raise refuse("no-such-ask", Verb.SEE_ASK, ask.thing())


def save_part(
    *, agency: str, year: int, number: int, code: str, answers: Iterable[Answer], sure: Sure = frozenset(), by: User
) -> Saved:
    """Write fields of the part into the draft. Each stands for itself: what merges is saved, what another changed asks.

    `sure` names the targets that are meant to say words where they were numbers.

    A retry does nothing: a field that says so already is not written again. Raises `Refused` when the person may not, or a
    field is none of this part.
    """
    answers = list(answers)
    with transaction.atomic():
        ask, actor = held_ask_by(agency, year, number, code, Verb.SAVE_PART, by)
        held = _held(ask, by, actor) if answers else None
        _refuse_foreign(ask, answers, held.draft if held else None)
        saved = merged(ask, answers, by, sure, held)
        if saved.done and ask.stage == ReplyStage.ASKED:
            moved(ask, ReplyStage.BEGUN)
            entered(Verb.SAVE_PART, by, where(ask), ReplyStage.ASKED, ReplyStage.BEGUN)
        return saved


def _held(ask: Ask, by: User, actor: Actor) -> plan_actions.Held | None:
    """The draft that the answers go into, held before the form is filled from it; None where each answer is told why there is none."""
    if collected_by(ask.round) is not None:
        return None
    try:
        return plan_actions.hold_draft(agency=ask.round.agency_id, year=ask.round.year, by=by, actor=actor)
    except Refused as refused:
        if refused.refusal.reason not in OF_A_FIELD:
            raise
        return None


def merged(
    ask: Ask,
    answers: Iterable[Answer],
    by: User,
    sure: Sure = frozenset(),
    held: plan_actions.Held | None = None,
) -> Saved:
    """Each answer as an edit of the draft, in order, inside the transaction of the caller, who holds the ask and perhaps the draft.

    A new target goes along into the annex: a form asks for it once.
    """
    other = collected_by(ask.round)
    if other is not None:
        return other.taken(ask, answers, by)
    saved = Saved(held=held)
    for answer in answers:
        try:
            if saved.held is None:
                saved.held = plan_actions.hold_draft(agency=ask.round.agency_id, year=ask.round.year, by=by)
            row = plan_actions.revise_held(
                saved.held,
                object=answer.object,
                field=answer.field,
                before=answer.printed,
                value=answer.returned,
                also=True,
                sure=(answer.object, answer.field) in sure,
                by=by,
            )
        except plan_actions.Conflict as conflict:
            saved.conflicts.append((answer, conflict))
        except EditProblem as problem:
            saved.problems.append((answer, problem))
        except Refused as refused:
            if refused.refusal.reason not in OF_A_FIELD:
                raise
            saved.refused.append((answer, refused.refusal))
        else:
            if row:
                saved.done.append((answer, row))
    return saved


def _refuse_foreign(ask: Ask, answers: list[Answer], draft: Revision | None) -> None:
    """A form asks for its own fields and for no others, whoever sends them."""
    if not answers:
        return
    form = form_now(ask, draft)
    for answer in answers:
        if (answer.object, answer.field) == (f"{ask.code}/{NEW_ROW[0]}", NEW_ROW[1]):
            continue
        cell = form.cell(answer.object, answer.field)
        if cell is None or cell.locked:
            raise refuse("not-of-this-part", Verb.SAVE_PART, ask.thing())


def reply(*, agency: str, year: int, number: int, code: str, text: str = "", key: str = "", by: User) -> None:
    """Hand the part in. Not while a question about a returned file is open: it would hand in a choice that nobody made.

    What the office hands in for whoever answers for it is recorded as that.
    """
    text = words(text)

    def do() -> dict[str, Any]:
        ask, actor = held_ask_by(agency, year, number, code, Verb.REPLY, by)
        if ask.questions.open().exists() or ask.files.filter(stage="read").exists():
            raise refuse("questions-open", Verb.REPLY, ask.thing())
        before = ask.stage
        form = form_now(ask)
        ask.seal = form.seal
        remember("replied", [(ask, form)])
        moved(ask, ReplyStage.REPLIED)
        noted(ask, "reply", text, by)
        letters_to_office(ask, "replied", f"replied-{ask.pk}-{ask.since.isoformat()}", text)
        after = {"stage": ask.stage, "seal": ask.seal}
        if ask.owner and ask.owner_id != by.pk and Role.PERFORMANCE_OFFICE in actor.roles:
            after["on_behalf_of"] = ask.owner.username
        entered(Verb.REPLY, by, where(ask), before, after, text)
        return {}

    in_transaction(key, by, Verb.REPLY, _body(agency, year, number, code, text), do)


def refuse_reply(*, agency: str, year: int, number: int, code: str, why: str, key: str = "", by: User) -> None:
    """Say that there will be no reply, and why. The office reads it and may ask again."""
    why = words(why)

    def do() -> dict[str, Any]:
        ask = held_ask(agency, year, number, code, Verb.REFUSE_REPLY, by)
        if not why:
            raise refuse("no-reason", Verb.REFUSE_REPLY, ask.thing())
        before = ask.stage
        moved(ask, ReplyStage.REFUSED)
        noted(ask, "refusal", why, by)
        letters_to_office(ask, "refused", f"refused-{ask.pk}-{ask.since.isoformat()}", why)
        entered(Verb.REFUSE_REPLY, by, where(ask), before, ask.stage, why)
        return {}

    in_transaction(key, by, Verb.REFUSE_REPLY, _body(agency, year, number, code, why), do)


def comment(*, agency: str, year: int, number: int, code: str, text: str, key: str = "", by: User) -> None:
    """A line in the thread that moves nothing."""
    text = words(text)

    def do() -> dict[str, Any]:
        ask = held_ask(agency, year, number, code, Verb.COMMENT, by)
        if not text:
            raise refuse("no-reason", Verb.COMMENT, ask.thing())
        written = noted(ask, "comment", text, by)
        if supplies(Verb.COMMENT, ask.thing(), actor_of(by)):  # figures came in: the division looks at them
            letter_about_ask(ask, "supplied", f"supplied-{written.pk}", text)
        entered(Verb.COMMENT, by, where(ask), None, text)
        return {}

    in_transaction(key, by, Verb.COMMENT, _body(agency, year, number, code, text), do)


def _body(agency: str, year: int, number: int, code: str, text: str) -> dict[str, Any]:
    return {"agency": agency, "year": year, "number": number, "code": code, "text": text}
