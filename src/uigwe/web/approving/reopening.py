"""Opening a closed year again: one person asks with a reason and a document, another one allows it. Both stay on record."""

from datetime import date
from typing import Any

from django.utils import timezone

from uigwe.review import Refusal, Thing, Verb, YearStage
from uigwe.web.approving.actions import ask, in_transaction, note
from uigwe.web.approving.models import Reopening
from uigwe.web.people.models import User
from uigwe.web.people.refused import Refused
from uigwe.web.plans import frozen
from uigwe.web.plans.models import YearBook
from uigwe.web.plans.shelf import today


def reopenings(agency: str, year: int) -> list[Reopening]:
    """Everything that was asked for, the newest first."""
    rows = Reopening.objects.filter(agency_id=agency, year=year).select_related("by", "decided_by")
    return list(rows.order_by("-id"))


def request(
    *, agency: str, year: int, reason: str, document_number: str, day: date, key: str = "", by: User
) -> Reopening:
    """Ask that a closed year be opened again, with the document in which that was decided."""
    number, why = document_number.strip(), reason.strip()

    def do() -> dict[str, Any]:
        book = _closed(agency, year, Verb.ASK_REOPENING, by)
        problem = (
            "no-reason" if not why
            else "no-document-number" if not number
            else "in-the-future" if day > today()
            else "already-asked" if Reopening.objects.filter(agency_id=agency, year=year, decided_at=None).exists()
            else ""
        )  # fmt: skip
        if problem:
            raise Refused(Refusal(problem, Verb.ASK_REOPENING, book.thing()))
        row = Reopening.objects.create(
            agency_id=agency, year=year, reason=why, document_number=number[:100], day=day, by=by
        )
        note(Verb.ASK_REOPENING, book, by, None, {"number": number, "day": day.isoformat()}, why)
        return {"row": row.pk}

    body = {"agency": agency, "year": year, "number": number, "day": day.isoformat(), "reason": why}
    return Reopening.objects.get(pk=in_transaction(key, by, Verb.ASK_REOPENING, body, do)["row"])


def decide(*, agency: str, year: int, allow: bool, words: str = "", key: str = "", by: User) -> Reopening:
    """Allow or refuse what somebody else asked for. Allowed, the year is fixed again: amended and reported on as before."""
    said = words.strip()

    def do() -> dict[str, Any]:
        book = _closed(agency, year, Verb.DECIDE_REOPENING, by)
        row = (
            Reopening.objects.select_for_update(of=("self",))
            .filter(agency_id=agency, year=year, decided_at=None)
            .first()
        )
        problem = (
            "nothing-asked" if row is None
            else "own-request" if row.by_id == by.pk
            else "no-reason" if not allow and not said
            else ""
        )  # fmt: skip
        if problem or row is None:
            raise Refused(Refusal(problem, Verb.DECIDE_REOPENING, book.thing()))
        row.allowed, row.words, row.decided_by, row.decided_at = allow, said, by, timezone.now()
        row.save(update_fields=["allowed", "words", "decided_by", "decided_at"])
        if allow:
            book.stage = YearStage.FIXED
            book.save(update_fields=["stage"])
        after = {"stage": book.stage, "allowed": allow, "number": row.document_number, "asked by": row.by.username}
        note(Verb.DECIDE_REOPENING, book, by, {"stage": "closed"}, after, said)
        return {"row": row.pk}

    body = {"agency": agency, "year": year, "allow": allow, "words": said}
    return Reopening.objects.get(pk=in_transaction(key, by, Verb.DECIDE_REOPENING, body, do)["row"])


def _closed(agency: str, year: int, verb: Verb, by: User) -> YearBook:
    """The row of a closed year, held; asked by somebody who may."""
    ask(verb, Thing(agency, year), by)
    book = frozen.locked(agency, year)
    if book is None:
        raise Refused(Refusal("not-opened", verb, Thing(agency, year)))
    ask(verb, book.thing(), by)
    return book
