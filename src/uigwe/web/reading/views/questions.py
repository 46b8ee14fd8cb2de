"""Questions that reading left: one at a time beside the piece of the document, and all answers as a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uigwe.files import Refused as FileRefused
from uigwe.operations.drafting import composed
from uigwe.operations.questionnaire import answers_in, questionnaire
from uigwe.packs import PackProblem
from uigwe.texts import tell
from uigwe.web import uploads
from uigwe.web.people.refused import Refused
from uigwe.web.plans.templatetags.uigwe import language
from uigwe.web.plans.views.asking import told_refusal, user_of
from uigwe.web.plans.views.findings import actions_key
from uigwe.web.plans.views.frame import Opened, opened
from uigwe.web.reading import actions
from uigwe.web.reading.found import Found, found_in
from uigwe.web.reading.models import Intake, State
from uigwe.web.reading.presenters.asked import Asked, asked

# Refusals that the page can say itself.
_SAID_HERE = frozenset({"no-draft", "year-fixed", "year-closed"})


def questions(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """The page of questions, and an answer to one of them."""
    frame = opened(request, agency, year)
    if request.method != "POST":
        return _page(frame, request.GET.get("q", ""))
    key, told = request.POST.get("question", ""), _told(request)
    try:
        done = actions.answer(
            agency=agency, year=year, answers={key: told}, key=request.POST.get("key", ""), by=user_of(request)
        )
    except actions.UnfitError:
        wrong = _("This answer does not have the form that is asked for, and was not kept. See how to answer below.")
        return _page(frame, key, 422, problem=wrong, typed=told)
    except Refused as refused:
        if refused.refusal.reason not in _SAID_HERE:
            raise
        return _page(frame, key, 409, problem=told_refusal(refused.refusal), typed=told)
    if done.changed:
        messages.success(request, _("The answer is in the draft."))
    where = reverse("questions", kwargs={"agency": agency, "year": year})
    following = request.POST.get("next", "")
    return redirect(f"{where}?{urlencode({'q': following})}" if following else where)


def _told(request: HttpRequest) -> str:
    """The answer of the button that was pressed, or the words that were typed."""
    return request.POST.get("choice", "") or request.POST.get("own", "")


def _source(frame: Opened) -> tuple[Intake, Found] | None:
    """The file that the shown revision was read from last."""
    rows = Intake.objects.filter(revision=frame.shown.revision, state=State.CONFIRMED).select_related("by")
    row = rows.order_by("-id").first()
    return (row, found_in(row.found)) if row else None


def _asked(read: Found, row: Intake) -> list[Asked]:
    told, told_questions = composed(read.plan, read.questions, actions.answers_of(row.agency_id, row.year))
    return asked(told.plan, told_questions, told.unfit, read.around, language())


def _page(frame: Opened, wanted: str, status: int = 200, **context: Any) -> HttpResponse:
    source = _source(frame)
    if source is None:
        return frame.page("reading/questions.html", "questions", status=status, asked=[], intake=None, **context)
    row, read = source
    every = _asked(read, row)
    at = next((at for at, one in enumerate(every) if one.question.id == wanted), None)
    if at is None:
        at = next((at for at, one in enumerate(every) if not one.answered), 0)
    following = [*every[at + 1 :], *every[:at]]
    return frame.page(
        "reading/questions.html",
        "questions",
        status=status,
        intake=row,
        asked=every,
        current=every[at] if every else None,
        number=at + 1,
        before=every[at - 1] if at else None,
        after=every[at + 1] if at + 1 < len(every) else None,
        next=next((one.question.id for one in following if not one.answered), ""),
        done=sum(one.answered for one in every),
        may=frame.shown.draft,
        key=actions_key(),
        **context,
    )


def answers_file(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """All questions with their answers, as the file that the command line uses."""
    frame = opened(request, agency, year)
    source = _source(frame)
    every = [one.question for one in _asked(source[1], source[0])] if source else []
    response = HttpResponse(questionnaire(every), content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="questions-{agency}-{year}.yaml"'
    return response


def answers(request: HttpRequest, agency: str, year: int) -> HttpResponse:
    """Answers from such a file."""
    frame = opened(request, agency, year)
    try:
        upload = uploads.sent(request, "file")
        kept = uploads.receive(upload)
        try:
            given = uploads.read(kept, answers_in)
        finally:
            uploads.forget(kept.stored)
        if isinstance(given, tuple):
            raise PackProblem(given)
        done = actions.answer(
            agency=agency, year=year, answers=given, key=request.POST.get("key", ""), by=user_of(request)
        )
    except FileRefused as refused:
        return _page(frame, "", 422, file_problem=uploads.sentence(refused, language()))
    except PackProblem as problem:
        return _page(frame, "", 422, file_problem=_sentences(problem))
    except actions.UnfitError as unfit:
        wrong = _("Nothing was taken in: these answers do not have the form that is asked for: {questions}.")
        return _page(frame, "", 422, file_problem=wrong.format(questions=", ".join(one.id for one in unfit.questions)))
    except Refused as refused:
        if refused.refusal.reason not in _SAID_HERE:
            raise
        return _page(frame, "", 409, file_problem=told_refusal(refused.refusal))
    said = ngettext("{n} answer was taken in.", "{n} answers were taken in.", done.changed).format(n=done.changed)
    if done.unknown:
        said += " " + ngettext(
            "{n} answer is for a question that this document does not ask.",
            "{n} answers are for questions that this document does not ask.",
            done.unknown,
        ).format(n=done.unknown)
    return _page(frame, "", said=said)


def _sentences(problem: PackProblem) -> str:
    return " ".join(
        tell("packs", one.reason, {"file": one.file, "at": one.at, **one.facts}, language())
        for one in problem.troubles[:5]
    )
