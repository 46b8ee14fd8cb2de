"""What is done about a fixed plan: a change is asked for, reviewed, deliberated and approved, then put into a draft and published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from uigwe.plan import EditProblem, Patch, edited, field_now
from uigwe.review import MOVES, AmendmentStage, Refusal, Thing, Verb, YearStage
from uigwe.web.approving.actions import ask, in_transaction, keep
from uigwe.web.approving.models import Amendment, AmendmentItem, Approval
from uigwe.web.people.models import User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import frozen
from uigwe.web.plans.actions import code_of, start_permitted_draft
from uigwe.web.plans.documents import plan_of
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.plans.shelf import today
from uigwe.web.records.chain import record
from uigwe.web.uploads import Kept

# Where each verb leads.
LEADS: Mapping[Verb, AmendmentStage] = MappingProxyType(
    {
        Verb.REVIEW_AMENDMENT: AmendmentStage.REVIEWED,
        Verb.DELIBERATE_AMENDMENT: AmendmentStage.DELIBERATED,
        Verb.APPROVE_AMENDMENT: AmendmentStage.APPROVED,
        Verb.REFUSE_AMENDMENT: AmendmentStage.REFUSED,
        Verb.WITHDRAW_AMENDMENT: AmendmentStage.WITHDRAWN,
    }
)
# A document says that it was approved; whoever says no says why.
NUMBERED = frozenset({Verb.APPROVE_AMENDMENT})
REASONED = frozenset({Verb.REFUSE_AMENDMENT, Verb.WITHDRAW_AMENDMENT})


@dataclass(frozen=True, slots=True)
class Wanted:
    """One field that shall change: to what (empty: written later, in the draft), and why."""

    object: str
    field: str
    proposed: str
    why: str


def request(
    *, agency: str, year: int, kind: str, title: str, reason: str, items: Sequence[Wanted], key: str = "", by: User
) -> Amendment:
    """Ask for a change of a fixed plan. Owners ask for what is theirs. Raises `EditProblem` for what the plan does not take."""
    body = {"agency": agency, "year": year, "kind": kind, "title": title, "reason": reason,
            "items": [[one.object, one.field, one.proposed, one.why] for one in items]}  # fmt: skip

    def do() -> dict[str, Any]:
        book, base = _fixed(agency, year, Verb.REQUEST_AMENDMENT, by)
        for code in dict.fromkeys(code_of(one.object) for one in items):
            ask(Verb.REQUEST_AMENDMENT, book.thing(code), by)
        if not (title.strip() and reason.strip() and items and all(one.why.strip() for one in items)):
            raise Refused(Refusal("no-reason", Verb.REQUEST_AMENDMENT, book.thing()))
        last = Amendment.objects.filter(agency_id=agency, year=year).order_by("number").last()
        row = Amendment.objects.create(
            agency_id=agency,
            year=year,
            number=last.number + 1 if last else 1,
            kind=kind,
            title=title.strip(),
            reason=reason.strip(),
            base=base,
            by=by,
        )
        _itemised(row, base, items)
        after = {"kind": kind, "title": row.title, "fields": [f"{one.object} {one.field}" for one in items]}
        _note(Verb.REQUEST_AMENDMENT, row, by, None, after, row.reason)
        return {"row": row.pk}

    return Amendment.objects.get(pk=in_transaction(key, by, Verb.REQUEST_AMENDMENT, body, do)["row"])


def _itemised(row: Amendment, base: Revision, items: Sequence[Wanted]) -> None:
    plan = plan_of(base)
    for one in {(one.object, one.field): one for one in items}.values():
        now = field_now(plan, one.object, one.field)
        if one.proposed:
            if one.proposed == now:
                raise EditProblem("nothing-changes", Patch(one.object, one.field, one.proposed))
            edited(plan, Patch(one.object, one.field, one.proposed))  # raises when the plan does not take it
        AmendmentItem.objects.create(
            amendment=row, object=one.object, field=one.field, before=now, proposed=one.proposed, why=one.why.strip()
        )


def move(
    *,
    agency: str,
    year: int,
    number: int,
    verb: Verb,
    document_number: str = "",
    day: date | None = None,
    file: Kept | None = None,
    words: str = "",
    key: str = "",
    by: User,
) -> Amendment:
    """Carry a request one step on, or end it: reviewed, deliberated, approved (with its document number), refused, withdrawn."""
    on = day or today()
    body = {"agency": agency, "year": year, "number": number, "verb": verb.value, "document": document_number.strip(),
            "day": on.isoformat(), "words": words}  # fmt: skip

    def do() -> dict[str, Any]:
        _fixed(agency, year, verb, by)
        row = _held(agency, year, number, verb, by)
        reason = _why_not(row, verb, document_number.strip(), on, words.strip(), by)
        if reason:
            raise Refused(Refusal(reason, verb, row.thing()))
        before, row.stage = row.stage, LEADS[verb]
        row.save(update_fields=["stage"])
        Approval.objects.create(
            agency_id=agency,
            year=year,
            amendment=row,
            step=row.stage,
            document_number=document_number.strip(),
            day=on,
            file=keep(file, agency, year, f"amendment {number} {row.stage}", by),
            revision=row.base,
            hash=row.base.hash,
            note=words.strip(),
            by=by,
        )
        after = {"stage": row.stage, "document": document_number.strip(), "file": file.sha256 if file else ""}
        _note(verb, row, by, {"stage": before}, after, words)
        return {"row": row.pk}

    return Amendment.objects.get(pk=in_transaction(key, by, verb, body, do)["row"])


def _why_not(row: Amendment, verb: Verb, document: str, day: date, words: str, by: User) -> str:
    if verb is Verb.WITHDRAW_AMENDMENT and row.by_id != by.pk:
        ask(Verb.REFUSE_AMENDMENT, row.thing(), by)  # somebody else's request is the office's to end
    if verb in NUMBERED and not document:
        return "no-document-number"
    if verb in REASONED and not words:
        return "no-reason"
    return "in-the-future" if day > today() else ""


def open_draft(*, agency: str, year: int, number: int, key: str = "", by: User) -> Revision:
    """Open the draft of an approved amendment: its fields and no others may be written, and what was approved stands in it at once."""

    def do() -> dict[str, Any]:
        _fixed(agency, year, Verb.OPEN_AMENDMENT, by)
        row = _held(agency, year, number, Verb.OPEN_AMENDMENT, by)
        if row.result_id is not None:
            raise Refused(Refusal("already-open", Verb.OPEN_AMENDMENT, row.thing()))
        permits = [Patch(one.object, one.field, one.proposed) for one in row.items.all()]
        draft = start_permitted_draft(agency=agency, year=year, permits=permits, by=by)
        row.result = draft
        row.save(update_fields=["result"])
        after = {"draft": draft.number, "fields": [f"{one.object} {one.field}" for one in permits]}
        _note(Verb.OPEN_AMENDMENT, row, by, None, after)
        return {"draft": draft.pk}

    body = {"agency": agency, "year": year, "number": number}
    return Revision.objects.get(pk=in_transaction(key, by, Verb.OPEN_AMENDMENT, body, do)["draft"])


def _fixed(agency: str, year: int, verb: Verb, by: User) -> tuple[YearBook, Revision]:
    """The year's row, held, for a year that is fixed, and the newest published plan."""
    ask(verb, Thing(agency, year), by)
    book = frozen.locked(agency, year)
    reason = "not-fixed" if book is None or book.stage == YearStage.PREPARING else frozen.why_closed(book)
    base = Revision.objects.of(agency, year).published().last()
    if reason or book is None or base is None:
        raise Refused(Refusal(reason or "no-draft", verb, Thing(agency, year)))
    return book, base


def _held(agency: str, year: int, number: int, verb: Verb, by: User) -> Amendment:
    rows = Amendment.objects.filter(agency_id=agency, year=year, number=number)
    row = rows.select_for_update(of=("self",)).select_related("base").first()
    if row is None:
        raise Refused(Refusal("no-such-amendment", verb, Thing(agency, year)))
    ask(verb, Thing(agency, year, "", AmendmentStage(row.stage)), by)
    return row


def _note(verb: Verb, row: Amendment, by: User, before: Any, after: Any, words: str = "") -> None:
    where = f"amendment/{row.agency_id}/{row.year}/{row.number}"
    record(verb=MOVES[verb].log, by=by, object=where, before=before, after=after, reason=words)
