"""What people do to files they bring in: each verb one transaction with its entry in the record; `by` comes last.

Reading itself is nobody's deed and changes no plan: it stands in `work`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from uigwe.operations.answering import Answered, chosen
from uigwe.operations.drafting import TAKES, composed
from uigwe.packs import Pack, Question
from uigwe.plan import Plan
from uigwe.review import MOVES, Refusal, Thing, Verb, why_not
from uigwe.web import uploads
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Agency, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import actions as plans
from uigwe.web.plans import frozen, rewriting
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision
from uigwe.web.reading import found
from uigwe.web.reading.models import Answer, Columns, Intake, State
from uigwe.web.reading.work import head_key
from uigwe.web.records.chain import record
from uigwe.web.records.once import once

LONGEST_ANSWER = 2000


class UnfitError(Exception):
    """Answers that do not have the form their question asks for. Nothing was kept."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__(", ".join(one.id for one in questions))
        self.questions = questions


@dataclass(frozen=True, slots=True)
class HowAnswered:
    """How answering went: how many answers changed, and how many named no question of this plan."""

    changed: int
    unknown: int


def bring_in(*, upload: "UploadedFile[bytes]", agency: str, year: int, by: User) -> Intake:
    """Keep a file that may become the plan of this year. Raises `files.Refused` for a file that is not taken in, and keeps none of it."""
    thing = Thing(agency, year)
    _ask(Verb.IMPORT, thing, by)
    kept = uploads.receive(upload, TAKES)
    try:
        with transaction.atomic():
            row = Intake.objects.create(
                agency=Agency.objects.get(pk=agency),
                year=year,
                name=kept.name,
                stored=kept.stored,
                kind=kept.kind,
                size=kept.size,
                sha256=kept.sha256,
                by=by,
            )
            after = {"name": kept.name, "sha256": kept.sha256, "kind": kept.kind, "size": kept.size}
            record(verb="file received", by=by, object=f"import/{agency}/{year}/{row.pk}", after=after)
            return row
    except BaseException:
        uploads.forget(kept.stored)
        raise


@transaction.atomic
def map_columns(*, intake: int, layout: Mapping[str, Any], by: User) -> Intake:
    """Say how the table is laid out: it is read again, and the next one with the same head is read so at once."""
    row = _locked(intake, Verb.IMPORT, by)
    if row.state not in (State.READ, State.FAILED, State.WAITING):
        raise Refused(Refusal("intake-is-over", Verb.IMPORT, row.thing()))
    text = json.dumps(layout, ensure_ascii=False)
    before = row.layout
    head = found.found_in(row.found).proposed.get("head", []) if row.found else []
    row.layout, row.state = text, State.WAITING.value
    row.save(update_fields=["layout", "state"])
    if head:
        Columns.objects.update_or_create(
            agency_id=row.agency_id, head=head_key(head), defaults={"layout": text, "by": by}
        )
    record(
        verb="columns mapped",
        by=by,
        object=_name(row),
        before=json.loads(before) if before else None,
        after=dict(layout),
    )
    return row


@transaction.atomic
def drop(*, intake: int, by: User) -> Intake:
    """Throw a file away that was not confirmed, with all that was read from it."""
    row = _locked(intake, Verb.IMPORT, by)
    if row.state in (State.CONFIRMED, State.DROPPED):
        raise Refused(Refusal("intake-is-over", Verb.IMPORT, row.thing()))
    record(verb="file dropped", by=by, object=_name(row), before={"name": row.name, "sha256": row.sha256})
    stored = row.stored
    row.state, row.found, row.problem, row.stored = State.DROPPED.value, "", "", ""
    row.save(update_fields=["state", "found", "problem", "stored"])
    transaction.on_commit(lambda: uploads.forget(stored))
    return row


def confirm(*, intake: int, seen: str, undo: bool = False, key: str = "", by: User) -> Revision:
    """What was read becomes the draft. `seen` is the hash of the revision it was compared with, empty where there was none.

    Edits of an open draft stay on top of it, unless `undo` takes them back. Raises `Refused`: `plan-moved` when the plan
    changed since it was compared, `intake-is-over`, `year-fixed`, `year-closed`.
    """
    body = {"intake": intake, "seen": seen, "undo": undo}

    def do() -> dict[str, Any]:
        row = _locked(intake, Verb.IMPORT, by)
        if row.state != State.READ:
            raise Refused(Refusal("intake-is-over", Verb.IMPORT, row.thing()))
        Agency.objects.select_for_update().get(pk=row.agency_id)
        book = frozen.locked(row.agency_id, row.year)
        frozen.refuse(frozen.why_no_draft(book, permitted=False), Verb.IMPORT, row.thing())
        draft = rewriting.locked_draft(row.agency_id, row.year)
        newest = draft or Revision.objects.of(row.agency_id, row.year).published().light().last()
        if (newest.hash if newest else "") != seen:
            raise Refused(Refusal("plan-moved", Verb.IMPORT, row.thing()))
        read = found.found_in(row.found)
        if read.empty:
            raise Refused(Refusal("nothing-read", Verb.IMPORT, row.thing()))
        before = plan_of(newest) if newest else None
        told, _ = composed(read.plan, read.questions, answers_of(row.agency_id, row.year), before)
        note = f"{row.name} · SHA-256 {row.sha256[:16]}"
        if draft is None:
            done = plans.import_pack(pack=Pack(told.plan, read.exceptions), note=note, by=by)
            revision = Revision.objects.get(agency_id=row.agency_id, year=row.year, number=done.number)
        else:
            revision = _rewritten(draft, told, note, undo, by)
        base, _ = composed(read.plan, (), {}, before)
        row.found = found.resting_on(row.found, base.plan)
        row.state, row.revision = State.CONFIRMED.value, revision
        row.save(update_fields=["found", "state", "revision"])
        return {"revision": revision.pk}

    return Revision.objects.get(pk=_once(key, by, "confirm", body, do)["revision"])


def _rewritten(draft: Revision, told: Answered, note: str, undo: bool, by: User) -> Revision:
    before = {"number": draft.number, "hash": draft.hash}
    undone = rewriting.rest_on(draft, told.plan, by, undo=undo)
    after = {"number": draft.number, "hash": draft.hash, "stage": draft.stage, "edits taken back": undone}
    record(verb=MOVES[Verb.IMPORT].log, by=by, object=f"plan/{draft}", before=before, after=after, reason=note)
    return draft


def answer(*, agency: str, year: int, answers: Mapping[str, str], key: str = "", by: User) -> HowAnswered:
    """Answer questions of the draft's document, by their keys; an empty answer takes one back. The draft follows.

    Raises `UnfitError` when an answer does not have the form its question asks for, `Refused("no-draft")` when the plan has
    no open draft that a document was read into.
    """
    given = {question: " ".join(told.split())[:LONGEST_ANSWER] for question, told in answers.items()}

    def do() -> dict[str, Any]:
        thing = Thing(agency, year)
        _ask(Verb.ANSWER, thing, by)
        frozen.refuse(frozen.why_no_draft(frozen.locked(agency, year), permitted=False), Verb.ANSWER, thing)
        draft = rewriting.locked_draft(agency, year)
        row = Intake.objects.filter(revision=draft, state=State.CONFIRMED).order_by("-id").first() if draft else None
        if draft is None or row is None:
            raise Refused(Refusal("no-draft", Verb.ANSWER, thing))
        read = found.found_in(row.found)
        known = {one.id: one for one in read.questions}
        meant = {one: _meant(known[one], told) for one, told in given.items() if one in known}
        changed = _kept(agency, year, meant, by)
        if changed:
            before = {"hash": draft.hash, **{question: was for question, (was, _) in changed.items()}}
            _put_in(draft, read.plan, read.questions, frozenset(changed), by)
            after = {"hash": draft.hash, **{question: now for question, (_, now) in changed.items()}}
            record(verb=MOVES[Verb.ANSWER].log, by=by, object=f"plan/{draft}", before=before, after=after)
        return {"changed": len(changed), "unknown": len(given.keys() - known.keys())}

    done = _once(key, by, "answer", {"agency": agency, "year": year, "answers": given}, do)
    return HowAnswered(done["changed"], done["unknown"])


def _meant(question: Question, told: str) -> str:
    """The answer as it is kept: the words of the alternative and not its number, which another document may give to another one."""
    return chosen(replace(question, answer=told)) or told


def _kept(agency: str, year: int, given: Mapping[str, str], by: User) -> dict[str, tuple[str, str]]:
    """Keep answers that are new; each with what was answered before."""
    rows = {row.question: row for row in Answer.objects.select_for_update().filter(agency_id=agency, year=year)}
    changed = {}
    for question, told in given.items():
        row = rows.get(question)
        was = row.answer if row else ""
        if was == told:
            continue
        changed[question] = (was, told)
        if row and not told:
            row.delete()
        else:
            Answer.objects.update_or_create(
                agency_id=agency, year=year, question=question, defaults={"answer": told, "by": by}
            )
    return changed


def _put_in(draft: Revision, plan: Plan, questions: tuple[Question, ...], changed: frozenset[str], by: User) -> None:
    told, _ = composed(plan, questions, answers_of(draft.agency_id, draft.year))
    unfit = tuple(one for one in told.unfit if one.id in changed)
    if unfit:
        raise UnfitError(unfit)  # and with the transaction goes what was kept
    rewriting.rest_on(draft, told.plan, by)


def answers_of(agency: str, year: int) -> dict[str, str]:
    """All answers that people gave to documents of this plan, by the question's key."""
    return dict(Answer.objects.filter(agency_id=agency, year=year).values_list("question", "answer"))


# ── what the verbs share ─────────────────────────────────────────────────────────────────────────────────────────────


def _locked(intake: int, verb: Verb, by: User) -> Intake:
    row = Intake.objects.select_for_update(of=("self",)).filter(pk=intake).first()
    thing = row.thing() if row else Thing("-")
    _ask(verb, thing, by)
    if row is None:
        raise Refused(Refusal("not-your-agency", verb, thing))
    return row


def _name(row: Intake) -> str:
    return f"import/{row.agency_id}/{row.year}/{row.pk}"


def _ask(verb: Verb, thing: Thing, by: User) -> None:
    refusal = why_not(verb, thing, actor_of(by))
    if refusal:
        raise Refused(refusal)


def _once(key: str, by: User, verb: str, body: dict[str, Any], do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    with transaction.atomic():
        return once(key=key, by=by, verb=verb, body=body, do=do)
