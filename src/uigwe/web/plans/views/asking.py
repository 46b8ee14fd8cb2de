"""Asking an action for something on behalf of the person who sent the request."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest

from uigwe.review import Refusal
from uigwe.web.people.refused import Refused, sentence

# Refusals that are about what was typed and not about who typed it: the form says them, the gate need not.
OF_THE_FORM = frozenset(
    {"no-reason", "in-the-past", "already-accepted", "nothing-changed", "already-undone", "draft-open"}
    | {"no-title", "same-day", "no-day-off", "nothing-chosen", "no-such-code", "no-such-period", "no-plan"}
    | {"questions-open", "already-settled", "round-closed", "collected-already"}
)


@dataclass
class Asked:
    """How it went: `refusal` when the action said no for a reason that the form can show."""

    request: HttpRequest
    refusal: Refusal | None = field(default=None)

    def say(self, words: str) -> None:
        """Tell the person how it went, on the next page."""
        if self.refusal:
            messages.error(self.request, told_refusal(self.refusal))
        else:
            messages.success(self.request, words)


@contextmanager
def when_refused(request: HttpRequest) -> Iterator[Asked]:
    """Catch refusals that the form can show; all others go on to the gate."""
    asked = Asked(request)
    try:
        yield asked
    except Refused as refused:
        if refused.refusal.reason not in OF_THE_FORM:
            raise
        asked.refusal = refused.refusal


def told_refusal(refusal: Refusal) -> str:
    """Why not, in words."""
    return sentence(refusal)


def user_of(request: HttpRequest) -> Any:
    """The account behind the request; the gate has seen to it that there is one."""
    return request.user
