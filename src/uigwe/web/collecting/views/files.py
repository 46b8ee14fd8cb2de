"""Forms as files: out, filled; and back, looked at, compared, taken in by a person."""

import json
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uigwe import files as looked
from uigwe.files.refused import of_form
from uigwe.plan import EditProblem
from uigwe.plan.merge import Fate, Judged
from uigwe.plan.rows import told_row
from uigwe.review import Refusal, Thing, Verb, why_not
from uigwe.texts import sentences, tell
from uigwe.web import uploads
from uigwe.web.collecting.actions import files as actions
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.models import Ask, ReceivedFile, Round
from uigwe.web.collecting.printing import MEDIA, all_forms
from uigwe.web.collecting.printing import form_file as printed_file
from uigwe.web.collecting.returning import TAKES, Read, read_returned
from uigwe.web.collecting.views.frame import ask_at
from uigwe.web.collecting.views.part import rights, shown_again
from uigwe.web.people.actors import request_actor
from uigwe.web.people.refused import sentence
from uigwe.web.plans.actions import Conflict
from uigwe.web.plans.presenters.codes import address
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.asking import told_refusal, user_of, when_refused
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened


def form_file(request: HttpRequest, agency: str, year: int, number: int, code: str, form: str) -> HttpResponse:
    """The form of one part, filled with what the plan says now."""
    if form not in MEDIA:
        raise Http404
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    try:
        data = printed_file(opened(request, agency, year), found.ask, form)
    except looked.Refused as refused:
        return HttpResponse(uploads.sentence(refused, language()), status=503, content_type="text/plain; charset=utf-8")
    return _attached(data, MEDIA[form], f"form-{agency}-{year}-R{number}-{code}.{form}")


def archive(frame: Opened, round: Round, asks: Sequence[Ask], form: str) -> HttpResponse:
    """All forms of a round in one archive."""
    if form not in MEDIA:
        raise Http404
    try:
        data = all_forms(frame, asks, form)
    except looked.Refused as refused:
        return HttpResponse(uploads.sentence(refused, language()), status=503, content_type="text/plain; charset=utf-8")
    return _attached(data, "application/zip", f"forms-{round.agency_id}-{round.year}-R{round.number}-{form}.zip")


def _attached(data: bytes, media: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def take(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """Take a filled form in: kept, looked at, read in a child, compared. Nothing is written into the plan yet."""
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    ask = found.ask
    refusal = why_not(Verb.TAKE_FILE, ask.thing(), request_actor(request))
    if refusal is None and not ask.round.is_open:
        return shown_again(request, ask, _("The round is closed: no file is taken any more."))
    try:
        kept, hostile = uploads.evidence(uploads.sent(request, "file"), TAKES)
    except looked.Refused as refused:
        return shown_again(request, ask, uploads.sentence(refused, language()))
    try:
        read = _unopened(hostile) if hostile else read_returned(lambda: opened(request, agency, year), ask, kept)
        file, already = actions.take_file(
            agency=agency,
            year=year,
            number=int(number),
            code=ask.code,
            kept=kept,
            sender=request.POST.get("sender", ""),
            seal=read.seal,
            verdict=read.verdict,
            by=user_of(request),
        )
    except BaseException:
        uploads.forget(kept.stored)
        raise
    if already:
        uploads.forget(kept.stored)
        messages.info(request, _("This very file was taken in before."))
    return redirect("received", agency=agency, year=year, number=number, code=code, file=file)


def _unopened(refused: looked.Refused) -> Read:
    """Of a file that is not opened: its sentence, for the thread."""
    said = uploads.sentence(of_form(refused), language())
    return Read(verdict={"problem": _("{said} The file is kept as evidence and was not opened.").format(said=said)})


def received(request: HttpRequest, agency: str, year: int, number: int, code: str, file: str) -> HttpResponse:
    """What a file would change, or did."""
    found = ask_at(request, agency, year, number, code)
    return found.refusal or _page(request, found.ask, _file(found.ask, file))


def _page(request: HttpRequest, ask: Ask, row: ReceivedFile, status: int = 200, **context: Any) -> HttpResponse:
    frame = opened(request, ask.round.agency_id, ask.round.year)
    row.ask = ask
    verdict = json.loads(row.verdict)
    live = [_told(one) for one in actions.judged(row)] if row.stage == "read" else []
    then = [_shown(one) for one in verdict.get("fates", ())]
    may = rights(frame, ask)
    waits = ask.questions.open().exists() or ask.files.filter(stage="read").exists()
    return frame.page(
        "collecting/received.html",
        "rounds",
        status=status,
        ask=ask,
        round=ask.round,
        slug=address(ask.code),
        file=row,
        of_plan=collected_by(ask.round) is None,
        verdict=verdict,
        open=row.stage == "read",
        merge=[one for one in live if one["fate"] == Fate.MERGE],
        asks=[one for one in live if one["fate"] == Fate.ASK],
        refused=[one for one in live or then if one["fate"] == Fate.REFUSED],
        same=verdict.get("untouched", 0) + sum(1 for one in live or then if one["fate"] == Fate.SAME),
        unchanged=row.stage == "merged"
        and not verdict.get("troubles")
        and all(one["fate"] == Fate.SAME for one in then),
        taken=[one for one in then if one["fate"] == Fate.MERGE],
        questions=[_now(frame, ask, one) for one in row.questions.select_related("settled_by")],
        may=may,
        may_reply=may["reply"] and row.stage == "merged" and not waits,
        key=actions_key(),
        **context,
    )


def _told(one: Judged) -> dict[str, Any]:
    answer = one.answer
    plain = {"object": answer.object, "field": answer.field, "printed": answer.printed, "returned": answer.returned}
    return {**_shown({**plain, "fate": one.fate.value, "problem": one.problem}), "now": one.now}


def _shown(one: dict[str, str]) -> dict[str, Any]:
    """One answer in words: a new row is told by its fields, a refusal by its sentence."""
    facts = {"object": one["object"], "field": one["field"], "value": one["returned"]}
    row = told_row(one["returned"]) if one["field"] == "row" else None
    told = " · ".join(part for part in row.values() if part) if row else one["returned"]
    said = _why(one["problem"], facts) if one["problem"] else ""
    return {**one, "fate": Fate(one["fate"]), "told": told or "–", "said": said}


def _why(problem: str, facts: dict[str, str]) -> str:
    """Why a cell was not taken: what an edit cannot be, or what an action refused."""
    if problem in sentences("edits", language()):
        return tell("edits", problem, facts, language())
    return sentence(Refusal(problem, Verb.MERGE_FILE, Thing()))


def _now(frame: Opened, ask: Ask, question: Any) -> Any:
    """An open question shows what the plan says at this moment, not when it was asked."""
    from uigwe.plan import field_now

    other = collected_by(ask.round)
    if other is not None and not question.choice:
        question.now = other.now(ask, question.object, question.field)
    elif not question.choice:
        try:
            question.now = field_now(frame.desk.plan, question.object, question.field)
        except EditProblem:
            question.now = ""
    return question


def kept(request: HttpRequest, agency: str, year: int, number: int, code: str, file: str) -> HttpResponse:
    """The file as it came, to be saved and never shown by the browser."""
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    row = _file(found.ask, file)
    if not row.stored or not uploads.path_of(row.stored).is_file():
        raise Http404
    return FileResponse(
        uploads.path_of(row.stored).open("rb"),
        as_attachment=True,
        # What was refused unopened is not to be opened by a click either.
        filename=row.name if row.kind else f"{row.name}.evidence",
        content_type="application/octet-stream",
    )


def merge(request: HttpRequest, agency: str, year: int, number: int, code: str, file: str) -> HttpResponse:
    """Take the file into the draft, or put it aside."""
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    row = _file(found.ask, file)
    aside = request.POST.get("what") == "aside"
    action = actions.set_aside if aside else actions.merge_file
    with when_refused(request) as asked:
        count = action(
            agency=agency,
            year=year,
            number=int(number),
            code=found.ask.code,
            file=row.pk,
            key=request.POST.get("key", ""),
            by=user_of(request),
        )
    if asked.refusal:
        return _page(request, found.ask, row, status=422, problem=told_refusal(asked.refusal))
    if aside or not count:
        asked.say(_("The file was put aside; it is kept."))
        return redirect("part", agency=agency, year=year, number=number, code=code)
    n = count["merged"]
    if collected_by(found.ask.round) is None:
        words = ngettext("{n} field was taken into the draft.", "{n} fields were taken into the draft.", n)
    else:
        words = ngettext("{n} field was taken into the results.", "{n} fields were taken into the results.", n)
    asked.say(words.format(n=n))
    return redirect("received", agency=agency, year=year, number=number, code=code, file=file)


def settle(request: HttpRequest, agency: str, year: int, number: int, code: str, file: str) -> HttpResponse:
    """Choose for one cell."""
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    row, question = _file(found.ask, file), request.POST.get("question", "")
    problem = ""
    try:
        with when_refused(request) as asked:
            actions.settle_question(
                agency=agency,
                year=year,
                number=int(number),
                code=found.ask.code,
                question=int(question) if question.isdecimal() and len(question) < 16 else 0,
                choice=request.POST.get("choice", ""),
                now=request.POST.get("now", "").replace("\r\n", "\n"),
                value=request.POST.get("value", ""),
                sure="sure" in request.POST,
                by=user_of(request),
            )
    except Conflict:
        problem = _("It says something else again by now. Choose once more.")
        return _page(request, found.ask, row, status=409, problem=problem)
    except EditProblem as refused:
        facts = {"object": refused.patch.object, "field": refused.patch.field, "value": refused.patch.value}
        problem = tell("edits", refused.reason, facts, language())
        unsure = int(question) if refused.reason == "words-for-a-number" else 0
        typed = refused.patch.value
        return _page(request, found.ask, row, status=422, problem=problem, unsure=unsure, typed=typed)
    if asked.refusal:
        return _page(request, found.ask, row, status=422, problem=told_refusal(asked.refusal))
    return redirect("received", agency=agency, year=year, number=number, code=code, file=file)


def _file(ask: Ask, file: str) -> ReceivedFile:
    row = ask.files.select_related("by").filter(pk=int(file)).first()
    if row is None:
        raise Http404
    return row
