"""Answers to requests of the National Assembly, kept: what was asked, what was chosen, and the files exactly as they left.

An answer is about a year and writes nothing into it: a closed year is answered about as well.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from uigwe.review import Thing, Verb
from uigwe.web.people.models import Agency, User
from uigwe.web.plans.models import Revision
from uigwe.web.plans.shelf import today
from uigwe.web.records.chain import Head
from uigwe.web.records.once import once
from uigwe.web.results.common import ask, no, note
from uigwe.web.results.models import AnswerFile, AssemblyAnswer

_VERB = Verb.ANSWER_ASSEMBLY
LARGEST = 10 * 1024 * 1024  # a file that is kept inside the database


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for, by whom and when, and what is answered with."""

    requester: str
    asked_on: date
    request: str
    indicators: Sequence[str]
    years: Sequence[int]
    document_number: str = ""


def why_not_wanted(wanted: Wanted, revision: Revision | None, known: set[str]) -> str:
    """The reason why nothing can be answered; empty when it can."""
    if revision is None:
        return "nothing-published"
    if not wanted.requester.strip() or not wanted.request.strip():
        return "no-requester"
    if not wanted.indicators or not wanted.years:
        return "nothing-chosen"
    if set(wanted.indicators) - known:
        return "no-such-indicator"
    return "in-the-future" if wanted.asked_on > today() else ""


def keep_answer(
    *, agency: str, year: int, wanted: Wanted, revision: Revision, head: Head, files: Mapping[str, bytes], key: str = "",
    by: User,
) -> AssemblyAnswer:  # fmt: skip
    """An answer with its files, made from this revision when the record ended there. Written once."""
    thing = Thing(agency, year)
    body = {"requester": wanted.requester, "asked": wanted.asked_on.isoformat(), "request": wanted.request,
            "indicators": list(wanted.indicators), "years": list(wanted.years)}  # fmt: skip

    def do() -> dict[str, Any]:
        ask(_VERB, thing, by)
        Agency.objects.select_for_update().get(pk=agency)
        last = AssemblyAnswer.objects.filter(agency_id=agency, year=year).order_by("number").last()
        row = AssemblyAnswer.objects.create(
            agency_id=agency, year=year, number=last.number + 1 if last else 1, requester=wanted.requester.strip()[:200],
            asked_on=wanted.asked_on, document_number=wanted.document_number.strip()[:100],
            request=wanted.request.strip(), indicators=list(wanted.indicators), years=list(wanted.years),
            revision=revision, head_sequence=head.sequence, head_hash=head.hash, by=by,
        )  # fmt: skip
        made = [
            _file(row, kind, f"answer-{agency}-{year}-{row.number}.{kind}", data, by) for kind, data in files.items()
        ]
        after = {**body, "plan": revision.hash, "files": {one.name: one.sha256 for one in made}}
        note(_VERB, by, f"plan/{agency}/{year} assembly answer {row.number}", None, after)
        return {"row": row.pk}

    with transaction.atomic():
        done = once(key=key, by=by, verb=_VERB.value, body={"agency": agency, "year": year, **body}, do=do)
    return AssemblyAnswer.objects.get(pk=done["row"])


def add_sent(*, agency: str, year: int, number: int, name: str, data: bytes, by: User) -> AnswerFile:
    """The file as it was sent in the end. The very same file is kept once."""
    thing = Thing(agency, year)
    with transaction.atomic():
        ask(_VERB, thing, by)
        row = (
            AssemblyAnswer.objects.select_for_update(of=("self",))
            .filter(agency_id=agency, year=year, number=number)
            .first()
        )
        if row is None:
            raise no("no-such-thing", _VERB, thing)
        if len(data) > LARGEST:
            raise no("file-too-large", _VERB, thing)
        there = row.files.filter(sha256=hashlib.sha256(data).hexdigest()).first()
        if there is not None:
            return there
        file = _file(row, "sent", name, data, by)
        note(_VERB, by, f"plan/{agency}/{year} assembly answer {number}", None, {"files": {file.name: file.sha256}})
        return file


def _file(row: AssemblyAnswer, kind: str, name: str, data: bytes, by: User) -> AnswerFile:
    digest = hashlib.sha256(data).hexdigest()
    return AnswerFile.objects.create(
        answer=row, kind=kind, name=name[:200], data=data, size=len(data), sha256=digest, by=by
    )


def unchanged(file: AnswerFile) -> bytes:
    """What a file holds. Raises `Refused("file-changed")` when it is not what was kept."""
    data = bytes(file.data)
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise no("file-changed", Verb.SEE_RESULTS, Thing(file.answer.agency_id, file.answer.year))
    return data


def told_kind(kind: str) -> str:
    """What a file of an answer is."""
    return {"hwpx": _("the table, HWPX"), "xlsx": _("the table, XLSX"), "sent": _("as it was sent")}[kind]
