"""What people do to plans. Each verb is one transaction: the right is asked, the draft's row is locked, the change and its
entry in the audit chain are written together. `key` makes a retry harmless; `by` comes last.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from uigwe.audit import Finding
from uigwe.packs import Pack
from uigwe.plan import EditProblem, Patch, edited, field_now
from uigwe.plan.carried import alike_but_for_the_mark, freed, rewritten
from uigwe.plan.targets import along, is_words_for_a_number
from uigwe.review import MOVES, Actor, Refusal, Stage, Thing, Verb, YearStage, why_not
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Agency, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import frozen
from uigwe.web.plans.documents import KEPT_PLANS, Tail, built, hash_with, plan_of, written
from uigwe.web.plans.models import AcceptedFinding, Permit, PlanPatch, Revision, YearBook
from uigwe.web.plans.openends import last_year_of, open_ends
from uigwe.web.plans.shelf import report_on, today
from uigwe.web.records.chain import record
from uigwe.web.records.once import once

# Sent in the transaction in which a draft became the plan: `revision`, `by`. Rooms above this app follow it.
became_plan = Signal()


class Conflict(Exception):
    """Somebody else changed the same field since this person read it.

    Nothing was lost: `mine` can be sent again with `theirs` as the value before.
    """

    def __init__(
        self, *, object: str, field: str, seen: str, mine: str, theirs: str, who: str, when: datetime | None
    ) -> None:
        super().__init__(f"{object} {field}")
        self.object, self.field = object, field
        self.seen, self.mine, self.theirs = seen, mine, theirs
        self.who, self.when = who, when


@dataclass(frozen=True, slots=True)
class Done:
    """What an action answers: the revision it worked on, the row it made (0: none was needed), and whether it had been done before."""

    agency: str
    year: int
    number: int
    row: int = 0
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import answers: the revision, and, when the same plan was there already, who brought it, when, and whether as a draft."""

    agency: str
    year: int
    number: int
    already: bool = False
    draft: bool = False
    who: str = ""
    when: str = ""
    replayed: bool = False


def start_draft(*, agency: str, year: int, key: str = "", by: User) -> Done:
    """Open a draft on top of the newest published revision."""

    def do() -> dict[str, Any]:
        book = frozen.locked(agency, year)
        base = _newest(agency, year, by)
        return _done(_opened(book, base, by))

    return _once(key, by, Verb.START_DRAFT, {"agency": agency, "year": year}, do)


def revise(
    *,
    agency: str,
    year: int,
    object: str,
    field: str,
    before: str,
    value: str,
    also: bool = False,
    sure: bool = False,
    key: str = "",
    by: User,
) -> Done:
    """Give one field of the draft a new value. `before` is what the person saw there. `also`: a target is written into the annex
    that prints the same one as well, as an edit of its own. `sure`: words are meant where the target was a number.

    Edits of different fields merge. Raises `Conflict` when the same field says something else by now, `EditProblem` when the
    edit does not fit the plan, `Refused` when the person may not. Opens a draft when there is none and the person may open one.
    """
    before, value = _text(before), _text(value)
    edit: dict[str, Any] = {
        "object": object,
        "field": field,
        "before": before,
        "value": value,
        "also": also,
        "sure": sure,
    }

    def do() -> dict[str, Any]:
        held = hold_draft(agency=agency, year=year, by=by)
        return _done(held.draft, revise_held(held, **edit, by=by))

    return _once(key, by, Verb.REVISE, {"agency": agency, "year": year, **edit}, do)


@dataclass(frozen=True, slots=True)
class Held:
    """The open draft and its year, both held until the transaction ends, and what the person may do as of then."""

    draft: Revision
    book: YearBook | None
    actor: Actor


def hold_draft(*, agency: str, year: int, by: User, actor: Actor | None = None) -> Held:
    """Hold the draft for edits in the caller's transaction; opened when there is none and the person may open one.

    `actor`: what the person may do, when the caller has asked that in this transaction already, under a lock of its own.
    """
    book = frozen.locked(agency, year)
    draft = _locked_draft(agency, year) or _draft_for_edits(book, agency, year, by)
    return Held(draft, book, actor or actor_of(by))


def revise_held(
    held: Held, *, object: str, field: str, before: str, value: str, also: bool = False, sure: bool = False, by: User
) -> int:
    """One edit of a held draft: the number of its row, 0 when the field says so already. Raises as `revise` does, before anything is written."""
    draft, patch = held.draft, Patch(object, field, rewritten(_text(before), _text(value)))
    thing = draft.thing(code_of(object))
    refusal = why_not(Verb.REVISE, thing, held.actor)
    if refusal:
        raise Refused(refusal)
    frozen.refuse(frozen.why_not_field(held.book, draft, object, field, patch.value), Verb.REVISE, thing)
    plan = plan_of(draft)
    if not sure and is_words_for_a_number(plan, patch):
        raise EditProblem("words-for-a-number", patch)
    row = _patched(draft, patch, _text(before), by)
    other = along(plan, patch) if row and also else None
    for one in (*([other] if other else ()), *(freed(plan, patch) if row else ())):
        if not frozen.why_not_field(held.book, draft, one.object, one.field, one.value):
            _patched(draft, one, field_now(plan, one.object, one.field), by)
    return row


def _patched(draft: Revision, patch: Patch, before: str, by: User) -> int:
    """Apply the patch to the locked draft; the number of the new row, 0 when the field says so already."""
    if "\x00" in patch.value:
        raise EditProblem("not-text", patch)
    plan = plan_of(draft)
    now = field_now(plan, patch.object, patch.field)
    if now == patch.value:
        return 0
    if not alike_but_for_the_mark(now, before):
        raise _conflict(draft, patch, seen=before, theirs=now)
    changed = edited(plan, patch)  # raises when the edit does not fit
    row = PlanPatch.objects.create(
        revision=draft, object=patch.object, field=patch.field, before=now, value=patch.value, by=by
    )
    draft.hash = hash_with(draft.hash, patch)
    draft.save(update_fields=["hash"])
    KEPT_PLANS.follow(draft.pk, Tail(row.pk, draft.hash, changed))
    new = {"value": patch.value, "hash": draft.hash}
    _note(Verb.REVISE, draft, by, f"{patch.object} {patch.field}", {"value": now}, new)
    return row.pk


def _conflict(draft: Revision, patch: Patch, *, seen: str, theirs: str) -> Conflict:
    last = draft.patches.standing().about(patch.object, patch.field).select_related("by").last()
    who, when = (last.by.name, last.at) if last else ("", None)
    return Conflict(
        object=patch.object, field=patch.field, seen=seen, mine=patch.value, theirs=theirs, who=who, when=when
    )


def undo(*, agency: str, year: int, patch: int, key: str = "", by: User) -> Done:
    """Take one edit of the open draft back, and what went along with it. Raises `Conflict` when the field was edited again since."""

    def do() -> dict[str, Any]:
        book = frozen.locked(agency, year)
        draft = _locked_draft(agency, year)
        row = draft.patches.filter(pk=patch).first() if draft else None
        if draft is None or row is None:
            raise Refused(Refusal("no-draft", Verb.UNDO, Thing(agency, year)))
        thing = draft.thing(code_of(row.object))
        _ask(Verb.UNDO, thing, by)
        frozen.refuse(frozen.why_not_field(book, draft, row.object, row.field, None), Verb.UNDO, thing)
        if row.undone_at is not None:
            raise Refused(Refusal("already-undone", Verb.UNDO, thing))
        now = field_now(plan_of(draft), row.object, row.field)
        if now != row.value or draft.patches.standing().about(row.object, row.field).filter(pk__gt=row.pk).exists():
            raise _conflict(draft, Patch(row.object, row.field, row.before), seen=row.value, theirs=now)
        for one in filter(None, (row, draft.patches.gone_along(row))):
            _taken_back(draft, one, by)
        return _done(draft, row.pk)

    return _once(key, by, Verb.UNDO, {"agency": agency, "year": year, "patch": patch}, do)


def _taken_back(draft: Revision, row: PlanPatch, by: User) -> None:
    row.undone_by, row.undone_at = by, timezone.now()
    row.save(update_fields=["undone_by", "undone_at"])
    draft.hash = built(draft)[1]
    draft.save(update_fields=["hash"])
    new = {"value": row.before, "hash": draft.hash}
    _note(Verb.UNDO, draft, by, f"{row.object} {row.field}", {"value": row.value}, new)


def publish(*, agency: str, year: int, note: str = "", key: str = "", by: User) -> Done:
    """The draft becomes the published plan, whole and for ever. The note stands beside it for everybody. Where something is still open
    it is counted, and the note must say why the plan is published all the same (`no-reason`): that stays with the office."""

    def do() -> dict[str, Any]:
        book = frozen.locked(agency, year)
        draft = _locked_draft(agency, year)
        if draft is None:
            raise Refused(Refusal("no-draft", Verb.PUBLISH, Thing(agency, year)))
        _ask(Verb.PUBLISH, draft.thing(), by)
        plan = plan_of(draft)
        frozen.refuse(frozen.why_not_publish(book, draft), Verb.PUBLISH, draft.thing())
        # What went through its approval is published and fixed even where it says what was published before.
        approved = book is not None and book.stage == YearStage.PREPARING
        if draft.base is not None and plan == plan_of(draft.base) and not approved:
            raise Refused(Refusal("nothing-changed", Verb.PUBLISH, draft.thing()))
        left = open_ends(draft, last_year_of(draft))
        if left.any and not note.strip():
            raise Refused(Refusal("no-reason", Verb.PUBLISH, draft.thing()))
        draft.document, draft.hash = written(plan)
        words = _text(note)
        draft.stage, draft.note = Stage.PUBLISHED, "" if left.any else words
        draft.left_open = {"counts": left.counts(), "why": words} if left.any else None
        draft.published, draft.published_by = timezone.now(), by
        draft.save()
        before = {"number": draft.base.number, "hash": draft.base.hash} if draft.base else None
        after = {"number": draft.number, "hash": draft.hash, **_fixed(book, draft)}
        if left.any:
            after["open"] = left.counts()
        _note(Verb.PUBLISH, draft, by, "", before, after, words)
        became_plan.send(sender=Revision, revision=draft, by=by)
        return _done(draft)

    return _once(key, by, Verb.PUBLISH, {"agency": agency, "year": year, "note": note}, do)


def _fixed(book: YearBook | None, revision: Revision) -> dict[str, str]:
    """What went through every step of its approval is fixed by being published; for the record, how far the year is now."""
    if book is None:
        return {}
    if book.stage == YearStage.PREPARING:
        book.stage, book.fixed_at = YearStage.FIXED, revision
        book.save(update_fields=["stage", "fixed_at"])
    return {"year": str(book.stage)}


def start_permitted_draft(*, agency: str, year: int, permits: Sequence[Patch], by: User) -> Revision:
    """A draft of a fixed year for an amendment that was approved: each patch names a field it opens and, unless empty, the value
    that was approved, which is put in at once. Where a target opens, the same target in the annex opens with it. The caller's
    transaction holds, and the caller has asked for the right.
    """
    book = frozen.locked(agency, year)
    base = Revision.objects.of(agency, year).published().defer("document").select_for_update(of=("self",)).last()
    if base is None:
        raise Refused(Refusal("no-draft", Verb.START_DRAFT, Thing(agency, year)))
    draft = _opened(book, base, by, permitted=bool(permits))
    plan = plan_of(base)
    named = {(one.object, one.field) for one in permits}
    others = (along(plan, one) for one in permits)
    permits = [*permits, *(one for one in others if one and (one.object, one.field) not in named)]
    Permit.objects.bulk_create(
        Permit(revision=draft, object=one.object, field=one.field, value=one.value) for one in permits
    )
    for one in permits:
        if one.value:
            _patched(draft, one, field_now(plan_of(draft), one.object, one.field), by)
    return draft


def accept_finding(*, agency: str, year: int, finding: str, why: str, until: date, key: str = "", by: User) -> Done:
    """Accept a finding (its key) of the plan as an exception, with a reason and an end. Refused without a reason or with an end in the past."""
    why = _text(why).strip()
    body = {"agency": agency, "year": year, "finding": finding, "why": why, "until": until.isoformat()}

    def do() -> dict[str, Any]:
        closed = frozen.why_closed(frozen.locked(agency, year))
        revision = _draft_or_newest(agency, year)
        thing = revision.thing() if revision else Thing(agency, year)
        _ask(Verb.ACCEPT, thing, by)
        frozen.refuse(closed, Verb.ACCEPT, thing)
        found = _finding(revision, finding) if revision else None
        rows = AcceptedFinding.objects.of(agency, year).standing().filter(key=finding)
        reason = _why_not_accept(found is not None, bool(why), until, rows.holding_on(today()).exists())
        if reason or revision is None or found is None:
            raise Refused(Refusal(reason, Verb.ACCEPT, thing))
        rows.update(withdrawn_by=by, withdrawn_at=timezone.now())  # one that ran out makes room
        row = AcceptedFinding.objects.create(
            agency_id=agency,
            year=year,
            key=finding,
            check_id=found.check,
            object=found.object,
            why=why,
            who=by.name,
            until=until,
            by=by,
        )
        _note(
            Verb.ACCEPT,
            revision,
            by,
            f"{found.check} {found.object}",
            None,
            {"finding": finding, "until": body["until"]},
            why,
        )
        return _done(revision, row.pk)

    return _once(key, by, Verb.ACCEPT, body, do)


def _why_not_accept(exists: bool, has_reason: bool, until: date, accepted: bool) -> str:
    if not exists:
        return "no-such-finding"
    if not has_reason:
        return "no-reason"
    if until < today():
        return "in-the-past"
    return "already-accepted" if accepted else ""


def withdraw_acceptance(*, agency: str, year: int, finding: str, why: str = "", key: str = "", by: User) -> Done:
    """The finding counts again."""

    def do() -> dict[str, Any]:
        closed = frozen.why_closed(frozen.locked(agency, year))
        revision = _draft_or_newest(agency, year)
        thing = revision.thing() if revision else Thing(agency, year)
        _ask(Verb.WITHDRAW, thing, by)
        frozen.refuse(closed, Verb.WITHDRAW, thing)
        row = (
            AcceptedFinding.objects.of(agency, year)
            .standing()
            .select_for_update(of=("self",))
            .filter(key=finding)
            .first()
        )
        if row is None or revision is None:
            raise Refused(Refusal("no-such-finding", Verb.WITHDRAW, thing))
        row.withdrawn_by, row.withdrawn_at = by, timezone.now()
        row.save(update_fields=["withdrawn_by", "withdrawn_at"])
        before = {"finding": finding, "until": row.until.isoformat(), "why": row.why}
        _note(Verb.WITHDRAW, revision, by, f"{row.check_id} {row.object}", before, None, _text(why))
        return _done(revision, row.pk)

    return _once(key, by, Verb.WITHDRAW, {"agency": agency, "year": year, "finding": finding, "why": why}, do)


def import_pack(*, pack: Pack, published: bool = False, note: str = "", key: str = "", by: User) -> Imported:
    """Bring a pack in as a draft, or at once as a published revision. The same plan again changes nothing and says who brought it."""
    plan = pack.plan
    document, hash = written(plan)
    body = {"agency": plan.agency, "year": plan.year, "hash": hash, "published": published}

    def do() -> dict[str, Any]:
        thing = Thing(plan.agency, plan.year)
        _ask(Verb.IMPORT, thing, by)
        if published:
            _ask(Verb.PUBLISH, thing, by)
        agency, _ = Agency.objects.get_or_create(code=plan.agency, defaults={"name": plan.agency})
        Agency.objects.select_for_update().get(pk=agency.pk)  # two imports of one agency: the second waits
        book = frozen.locked(plan.agency, plan.year)
        rows = Revision.objects.of(plan.agency, plan.year).light()
        same = rows.filter(hash=hash).first()
        if same is not None:
            when = same.created.isoformat()
            return {
                "agency": plan.agency,
                "year": plan.year,
                "number": same.number,
                "already": True,
                "draft": same.stage == Stage.DRAFT,
                "who": same.by.name,
                "when": when,
            }
        frozen.refuse(frozen.why_no_draft(book, permitted=False), Verb.IMPORT, thing)
        frozen.refuse("not-approved" if published and book is not None else "", Verb.IMPORT, thing)
        if rows.drafts().exists():
            raise Refused(Refusal("draft-open", Verb.IMPORT, thing))
        row = _imported(rows.last(), agency, plan.year, document, hash, published, note, by)
        _accepted_in(pack, by)
        return {"agency": plan.agency, "year": plan.year, "number": row.number}

    return Imported(**_in_transaction(key, by, Verb.IMPORT, body, do))


def _imported(
    last: Revision | None, agency: Agency, year: int, document: str, hash: str, published: bool, note: str, by: User
) -> Revision:
    row = Revision.objects.create(
        agency=agency,
        year=year,
        number=last.number + 1 if last else 1,
        base=last,
        stage=Stage.PUBLISHED if published else Stage.DRAFT,
        document=document,
        hash=hash,
        note=_text(note),
        published=timezone.now() if published else None,
        published_by=by if published else None,
        by=by,
    )
    before = {"number": last.number, "hash": last.hash} if last else None
    _note(Verb.IMPORT, row, by, "", before, {"number": row.number, "hash": hash, "stage": row.stage}, row.note)
    return row


def _accepted_in(pack: Pack, by: User) -> None:
    """Exceptions that the pack brings along, unless the site has one for the same finding."""
    plan = pack.plan
    known = set(AcceptedFinding.objects.of(plan.agency, plan.year).standing().values_list("key", flat=True))
    for one in pack.exceptions:
        if one.key not in known:
            AcceptedFinding.objects.create(
                agency_id=plan.agency,
                year=plan.year,
                key=one.key,
                check_id=one.check,
                object=one.object,
                why=one.why,
                who=one.who,
                until=one.until,
                by=by,
            )


# ── what the verbs share ─────────────────────────────────────────────────────────────────────────────────────────────


def code_of(object: str) -> str:
    """The goal or task that an object of an edit belongs to, which decides whose it is; `plan` for the plan as a whole."""
    return object.partition("@")[2] if "@" in object else object.partition("/")[0]


def _once(key: str, by: User, verb: Verb, body: dict[str, Any], do: Callable[[], dict[str, Any]]) -> Done:
    return Done(**_in_transaction(key, by, verb, body, do))


def _in_transaction(
    key: str, by: User, verb: Verb, body: dict[str, Any], do: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    with transaction.atomic():
        return once(key=key, by=by, verb=verb.value, body=body, do=do)


def _ask(verb: Verb, thing: Thing, by: User) -> None:
    refusal = why_not(verb, thing, actor_of(by))
    if refusal:
        raise Refused(refusal)


def _note(verb: Verb, revision: Revision, by: User, object: str, before: Any, after: Any, reason: str = "") -> None:
    """The one entry in the audit chain, under the name that the table of moves gives to the verb."""
    where = f"plan/{revision}" + (f" {object}" if object else "")
    record(verb=MOVES[verb].log, by=by, object=where, before=before, after=after, reason=reason)


def _locked_draft(agency: str, year: int) -> Revision | None:
    """The open draft, held until the transaction ends; its state is judged after that and not before."""
    rows = Revision.objects.of(agency, year).drafts().select_related("base").defer("document", "base__document")
    return rows.select_for_update(of=("self",)).first()


def _newest(agency: str, year: int, by: User, reason: str = "not-your-role") -> Revision:
    """The newest published revision, held, for somebody who may start a draft on it."""
    row = Revision.objects.of(agency, year).published().defer("document").select_for_update(of=("self",)).last()
    thing = row.thing() if row else Thing(agency, year)
    refusal = why_not(Verb.START_DRAFT, thing, actor_of(by))
    if refusal is not None and refusal.reason == "not-your-role":
        refusal = Refusal(reason, refusal.verb, thing)
    if refusal is not None or row is None:
        raise Refused(refusal or Refusal("no-draft", Verb.START_DRAFT, thing))
    return row


def _opened(book: YearBook | None, base: Revision, by: User, permitted: bool = False) -> Revision:
    frozen.refuse(frozen.why_no_draft(book, permitted), Verb.START_DRAFT, base.thing())
    if Revision.objects.of(base.agency_id, base.year).drafts().exists():
        raise Refused(Refusal("draft-open", Verb.START_DRAFT, base.thing()))
    draft = Revision.objects.create(
        agency_id=base.agency_id,
        year=base.year,
        number=base.number + 1,
        base=base,
        stage=Stage.DRAFT,
        hash=base.hash,
        by=by,
    )
    _note(Verb.START_DRAFT, draft, by, "", {"number": base.number}, {"number": draft.number, "hash": draft.hash})
    return draft


def _draft_for_edits(book: YearBook | None, agency: str, year: int, by: User) -> Revision:
    """A draft for somebody who edits a plan that has none; another may have opened it while we waited for the lock."""
    frozen.refuse(frozen.why_no_draft(book, permitted=False), Verb.REVISE, Thing(agency, year))
    newest = _newest(agency, year, by, "no-draft")
    return _locked_draft(agency, year) or _opened(book, newest, by)


def _draft_or_newest(agency: str, year: int) -> Revision | None:
    return Revision.objects.of(agency, year).select_related("base").defer("document", "base__document").last()


def _finding(revision: Revision, key: str) -> Finding | None:
    return next((one for one in report_on(revision, last_year_of(revision)).findings if one.key == key), None)


def _done(revision: Revision, row: int = 0) -> dict[str, Any]:
    return {"agency": revision.agency_id, "year": revision.year, "number": revision.number, "row": row}


def _text(value: str) -> str:
    """Text as the site keeps it: one kind of line end."""
    return value.replace("\r\n", "\n").replace("\r", "\n")
