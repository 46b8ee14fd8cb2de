"""What is said in a thread: the reply, a refusal to reply, a comment; the office's supplement and acceptance."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from uigwe.web.collecting.actions import replies, rounds
from uigwe.web.collecting.views.frame import ask_at
from uigwe.web.collecting.views.part import shown_again
from uigwe.web.collecting.views.year import day_of
from uigwe.web.plans.views.asking import told_refusal, user_of, when_refused


def reply(request: HttpRequest, agency: str, year: int, number: int, code: str) -> HttpResponse:
    """Hand the part in."""
    words = {"text": request.POST.get("text", "")}
    return _moved(request, agency, year, number, code, replies.reply, _("The reply was handed in."), words)


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
    words = {"text": request.POST.get("text", ""), "due": day_of(request.POST.get("due", ""))}
    return _moved(
        request, agency, year, number, code, rounds.require_supplement, _("The supplement was required."), words
    )


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
