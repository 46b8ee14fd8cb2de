"""What is said in a thread: the reply, a refusal to reply, a comment; the office's supplement and acceptance."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from uigwe.review import Verb, why_not
from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.models import Ask
from uigwe.web.collecting.presenters.part import left_over
from uigwe.web.collecting.views.frame import ask_at
from uigwe.web.collecting.views.part import shown_again
from uigwe.web.collecting.views.year import day_of, point_out
from uigwe.web.people.actors import request_actor
from uigwe.web.plans.views.asking import told_refusal, user_of, when_refused


def reply(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """Hand the part in. Where last year's words are left the person is asked whether they mean it, and the thread says so."""
    text = request.POST.get("text", "") or _of_a_file(request, agency, year, number, code)
    left, asked = _old_words(request, agency, year, number, code)
    if left and asked is not None and "old words" not in request.POST:
        problem = ngettext(
            "{n} field still says last year's words. Change it, keep it with its button, or confirm below that it is handed in so.",
            "{n} fields still say last year's words. Change them, keep them with their buttons, or confirm below that they are handed in so.",
            left,
        ).format(n=left)
        return shown_again(request, asked, problem, asks_old_words=True, said=text)
    if left:
        told = ngettext("{n} field says last year's words.", "{n} fields say last year's words.", left).format(n=left)
        text = f"{text.strip()}\n({told})".strip()
    words = {"text": text}
    return _moved(request, agency, year, number, code, replies.reply, _("The reply was handed in."), words)


def _of_a_file(request: HttpRequest, agency: str, year: int, number: int, code: str) -> str:
    """What the thread says where a returned file is the reply: which file, and for whom, when somebody else hands it in."""
    file = request.POST.get("file", "")
    found = ask_at(request, agency, year, number, code)
    row = found.ask.files.filter(pk=int(file)).first() if file.isdecimal() and len(file) < 16 else None
    if found.refusal or row is None:
        return ""
    owner = found.ask.owner
    if owner is None or owner.pk == user_of(request).pk:
        return _("Reply by the file ‘{name}’.").format(name=row.name)
    return _("Reply by the file ‘{name}’, handed in on behalf of {owner}.").format(name=row.name, owner=owner.name)


def _old_words(request: HttpRequest, agency: str, year: int, number: int, code: str) -> tuple[int, Ask | None]:
    """How many fields of the part still say last year's words; the ask, for somebody who may hand it in now."""
    found = ask_at(request, agency, year, number, code)
    if found.refusal or collected_by(found.ask.round) is not None:
        return 0, None
    if not found.ask.round.is_open or why_not(Verb.REPLY, found.ask.thing(), request_actor(request)) is not None:
        return 0, None
    return left_over(replies.form_now(found.ask)), found.ask


def refuse(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """There will be no reply, and why."""
    words = {"why": request.POST.get("text", "")}
    return _moved(request, agency, year, number, code, replies.refuse_reply, _("The office reads your reason."), words)


def comment(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """A line in the thread."""
    words = {"text": request.POST.get("text", "")}
    return _moved(request, agency, year, number, code, replies.comment, _("Written into the thread."), words)


def supplement(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """More is needed."""
    due = day_of(request.POST.get("due", ""))
    words = {"text": request.POST.get("text", ""), "due": due}
    answer = _moved(
        request, agency, year, number, code, rounds.require_supplement, _("The supplement was required."), words
    )
    if answer.status_code < 400:
        point_out(request, agency, due)
    return answer


def accept(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """The reply is taken as it is."""
    words = {"text": request.POST.get("text", "")}
    return _moved(request, agency, year, number, code, rounds.accept_reply, _("The reply was accepted."), words)


def _moved(
    request: HttpRequest,
    agency: str,
    year: int,
    number: int,
    code: str,
    action: Callable[..., None],
    words: str,
    given: dict[str, Any],
) -> HttpResponse:
    found = ask_at(request, agency, year, number, code)
    if found.refusal:
        return found.refusal
    with when_refused(request) as asked:
        action(
            agency=agency,
            year=year,
            number=int(number),
            code=found.ask.code,
            key=request.POST.get("key", ""),
            by=user_of(request),
            **given,
        )
    if asked.refusal:
        return shown_again(request, found.ask, told_refusal(asked.refusal))
    asked.say(words)
    return redirect("part", agency=agency, year=year, number=number, code=code)
