"""How long a session lasts: half an hour without a request, eight hours in any case (both are settings)."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

BEGAN, SEEN, PROVED = "began", "seen", "proved"
# What cannot be taken back asks for the password again when it was last given longer ago than this.
PROOF_LASTS = 10 * 60
# Noting each request would write to the database on each request; a minute is near enough.
NOTED_EVERY = 60


@dataclass(frozen=True, slots=True)
class Left:
    """Seconds until a session ends by rest and in any case; pages warn from this."""

    idle: int
    absolute: int

    @property
    def seconds(self) -> int:
        """Until the first of the two."""
        return min(self.idle, self.absolute)


@receiver(user_logged_in)
def session_begins(sender: Any, request: HttpRequest, **kwargs: Any) -> None:
    """The clocks start when somebody signs in, or gives the password again."""
    request.session[BEGAN] = request.session[SEEN] = request.session[PROVED] = now()


def now() -> int:
    """Seconds of the clock."""
    return int(time.time())


def left(request: HttpRequest) -> Left | None:
    """How long this session still lasts; None for a visitor."""
    if not request.user.is_authenticated:
        return None
    began, seen = request.session.get(BEGAN, 0), request.session.get(SEEN, 0)
    return Left(seen + settings.SESSION_IDLE_MINUTES * 60 - now(), began + settings.SESSION_HOURS * 3600 - now())


def is_proved(request: HttpRequest) -> bool:
    """Whether the person gave the password a short while ago, so that it is not somebody at a screen left alone."""
    return 0 <= now() - request.session.get(PROVED, 0) < PROOF_LASTS


class SessionEnds:
    """Signs out whoever rested too long or stayed too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        remaining = left(request)
        if remaining is not None:
            if remaining.seconds <= 0:
                logout(request)
                request.session_ended = True  # type: ignore[attr-defined]
            elif now() - request.session.get(SEEN, 0) >= NOTED_EVERY and not _asks_only_the_clock(request):
                request.session[SEEN] = now()
        return self.get_response(request)


def _asks_only_the_clock(request: HttpRequest) -> bool:
    """A page that looks how long the session lasts is not a person at work."""
    return request.method == "GET" and request.headers.get("X-Uigwe-Clock") == "1"
