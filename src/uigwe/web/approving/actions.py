"""What is done about a year: opening it, noting down that a step of its approval was signed, fixing and closing it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction
from django.dispatch import Signal

from uigwe.packs.year import YearCalendar
from uigwe.review import (
    MOVES,
    STEPS,
    Refusal,
    Role,
    Signed,
    SignStep,
    Standing,
    Thing,
    Verb,
    YearStage,
    cleared,
    holding,
    why_not,
)
from uigwe.web.approving.models import Approval, KeptFile, Reopening
from uigwe.web.people.actors import actor_of
from uigwe.web.people.models import Agency, User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import frozen
from uigwe.web.plans.models import Revision, YearBook
from uigwe.web.plans.shelf import today
from uigwe.web.records.chain import record
from uigwe.web.records.once import once
from uigwe.web.uploads import Kept

# Sent in the transaction in which a year is opened: `book`, `calendar` (None when the year has no table), `by`.
year_opened = Signal()


def open_year(*, agency: str, year: int, calendar: YearCalendar | None, key: str = "", by: User) -> YearBook:
    """From now on the plan of this year is approved step by step. The steps are copied: the table may change, the year does not."""

    def do() -> dict[str, Any]:
        ask(Verb.OPEN_YEAR, Thing(agency, year), by)
        body = Agency.objects.select_for_update().filter(pk=agency).first()
        if body is None or YearBook.objects.filter(agency_id=agency, year=year).exists():
            raise Refused(Refusal("already-open", Verb.OPEN_YEAR, Thing(agency, year)))
        book = YearBook.objects.create(agency=body, year=year, steps=_copied(calendar), by=by)
        after = {"stage": book.stage, "steps": [step["code"] for step in book.steps]}
        note(Verb.OPEN_YEAR, book, by, None, after)
        year_opened.send(sender=YearBook, book=book, calendar=calendar, by=by)
        return {"book": book.pk}

    done = in_transaction(key, by, Verb.OPEN_YEAR, {"agency": agency, "year": year}, do)
    return YearBook.objects.get(pk=done["book"])


def _copied(calendar: YearCalendar | None) -> list[dict[str, Any]]:
    if calendar is None or not calendar.approval:
        return [{"code": step.code, "title": "", "title_en": "", "by": sorted(step.by)} for step in STEPS]
    return [
        {"code": one.code, "title": one.title, "title_en": one.title_en, "by": sorted(one.by)}
        for one in calendar.approval
    ]


def steps_of(book: YearBook) -> tuple[SignStep, ...]:
    """The steps of a year's approval as they were when it was opened."""
    return tuple(
        SignStep(one["code"], frozenset(Role(role) for role in one["by"]), one["title"], one["title_en"])
        for one in book.steps
    )


def subject_of(book: YearBook) -> Revision | None:
    """What is being approved: the open draft, otherwise the newest published plan."""
    rows = Revision.objects.of(book.agency_id, book.year)
    return rows.select_related("base").defer("document", "base__document").order_by("number").last()


def standings(book: YearBook, hash: str) -> tuple[Standing, ...]:
    """Each step as it stands for the plan with this hash; once fixed, for the plan that was fixed."""
    named = hash if book.stage == YearStage.PREPARING else book.cleared
    rows = Approval.objects.filter(agency_id=book.agency_id, year=book.year, amendment=None).order_by("id")
    return holding(steps_of(book), (Signed(row.step, row.hash, row.pk) for row in rows), named)


def sign(
    *,
    agency: str,
    year: int,
    step: str,
    hash: str,
    document_number: str,
    day: date,
    file: Kept | None = None,
    words: str = "",
    key: str = "",
    by: User,
) -> int:
    """Note down that a step was signed for the plan with this hash, which must be the plan as it is now. The number of the row."""
    number = document_number.strip()
    body = {"agency": agency, "year": year, "step": step, "hash": hash, "number": number, "day": day.isoformat()}

    def do() -> dict[str, Any]:
        book, subject = _open_book(agency, year, Verb.SIGN_STEP, by)
        found = next((one for one in standings(book, subject.hash) if one.step.code == step), None)
        reason = _why_not_sign(found, subject, hash, number, day, by)
        if reason:
            raise Refused(Refusal(reason, Verb.SIGN_STEP, book.thing()))
        row = Approval.objects.create(
            agency_id=agency,
            year=year,
            step=step,
            document_number=number,
            day=day,
            file=keep(file, agency, year, f"approval {step}", by),
            revision=subject,
            hash=subject.hash,
            note=words.strip(),
            by=by,
        )
        if cleared(standings(book, subject.hash)):
            book.cleared = subject.hash
            book.save(update_fields=["cleared"])
        note(Verb.SIGN_STEP, book, by, None, {**body, "file": file.sha256 if file else ""}, words, step)
        return {"row": row.pk}

    return int(in_transaction(key, by, Verb.SIGN_STEP, body, do)["row"])


def _why_not_sign(found: Standing | None, subject: Revision, hash: str, number: str, day: date, by: User) -> str:
    if found is None:
        return "no-such-step"
    if not found.step.by & actor_of(by).roles:
        return "not-your-step"
    if subject.hash != hash:
        return "plan-changed"
    if found.holds:
        return "already-signed"
    if not found.next:
        return "step-before"
    if not number:
        return "no-document-number"
    return "in-the-future" if day > today() else ""


def fix(*, agency: str, year: int, key: str = "", by: User) -> YearBook:
    """Fix a plan that was published before, for which every step holds and no draft is open. (A draft is fixed by publishing it.)"""

    def do() -> dict[str, Any]:
        book, subject = _open_book(agency, year, Verb.FIX_YEAR, by)
        reason = "draft-open" if subject.is_draft else "" if book.cleared == subject.hash else "not-approved"
        if reason:
            raise Refused(Refusal(reason, Verb.FIX_YEAR, book.thing()))
        book.stage, book.fixed_at = YearStage.FIXED, subject
        book.save(update_fields=["stage", "fixed_at"])
        note(Verb.FIX_YEAR, book, by, {"stage": "preparing"}, {"stage": "fixed", "hash": subject.hash})
        return {"book": book.pk}

    return YearBook.objects.get(pk=in_transaction(key, by, Verb.FIX_YEAR, {"agency": agency, "year": year}, do)["book"])


def close(*, agency: str, year: int, words: str = "", key: str = "", by: User) -> YearBook:
    """Nothing in this year is written any more. Not while a draft is open."""

    def do() -> dict[str, Any]:
        book, subject = _open_book(agency, year, Verb.CLOSE_YEAR, by)
        if subject.is_draft:
            raise Refused(Refusal("draft-open", Verb.CLOSE_YEAR, book.thing()))
        book.stage = YearStage.CLOSED
        book.save(update_fields=["stage"])
        Reopening.objects.filter(agency_id=agency, year=year, allowed=True, spent=False).update(spent=True)
        note(Verb.CLOSE_YEAR, book, by, {"stage": "fixed"}, {"stage": "closed", "hash": subject.hash}, words)
        return {"book": book.pk}

    body = {"agency": agency, "year": year}
    return YearBook.objects.get(pk=in_transaction(key, by, Verb.CLOSE_YEAR, body, do)["book"])


# ── what the verbs of this app share ─────────────────────────────────────────────────────────────────────────────────


def ask(verb: Verb, thing: Thing, by: User) -> None:
    """Raises `Refused` when the person may not."""
    refusal = why_not(verb, thing, actor_of(by))
    if refusal:
        raise Refused(refusal)


def in_transaction(
    key: str, by: User, verb: Verb, body: dict[str, Any], do: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """`do()` in one transaction, and once for a key."""
    with transaction.atomic():
        return once(key=key, by=by, verb=verb.value, body=body, do=do)


def keep(file: Kept | None, agency: str, year: int, about: str, by: User) -> KeptFile | None:
    """The row of a file that was taken in."""
    if file is None:
        return None
    return KeptFile.objects.create(
        agency_id=agency,
        year=year,
        about=about,
        name=file.name,
        stored=file.stored,
        kind=file.kind,
        size=file.size,
        sha256=file.sha256,
        by=by,
    )


def note(verb: Verb, book: YearBook, by: User, before: Any, after: Any, words: str = "", object: str = "") -> None:
    """The one entry in the audit chain."""
    where = f"year/{book.agency_id}/{book.year}" + (f" {object}" if object else "")
    record(verb=MOVES[verb].log, by=by, object=where, before=before, after=after, reason=words)


def _open_book(agency: str, year: int, verb: Verb, by: User) -> tuple[YearBook, Revision]:
    """The year's row and what is being approved, both held; the right is asked of the row as it is then."""
    ask(verb, Thing(agency, year), by)
    book = frozen.locked(agency, year)
    if book is None:
        raise Refused(Refusal("not-opened", verb, Thing(agency, year)))
    ask(verb, book.thing(), by)
    subject = subject_of(book)
    if subject is None:
        raise Refused(Refusal("no-draft", verb, book.thing()))
    # Held too: an edit takes the same row, so nothing is signed that changes in this moment.
    held = Revision.objects.select_for_update(of=("self",)).select_related("base").defer("document", "base__document")
    return book, held.get(pk=subject.pk)
