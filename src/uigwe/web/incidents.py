"""An incident number for what goes wrong: the person sees the number, the log has the rest on one line."""

import logging
import secrets
import sys

from django.http import HttpRequest, HttpResponse
from django.template import loader

from uigwe.web.room import where_full

# What a form sends that nobody typed, and how much of the rest is shown again.
_NOT_TYPED = frozenset({"csrfmiddlewaretoken", "key", "printed", "hash"})
_SHORT, _MOST = 11, 60

logger = logging.getLogger("uigwe.incident")


def new_number() -> str:
    """Eight digits and letters that a person can read out on the telephone."""
    return secrets.token_hex(4)


class OneLine(logging.Formatter):
    """A log line whose message cannot start another line, whatever a visitor typed."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = record.message.replace("\r", "\\r").replace("\n", "\\n")
        return super().formatMessage(record)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for an error of ours: the number and no detail; drawn without the database, which may be what broke.

    Where no room is left it says so (507), with what the person had typed, so that it can be copied before it is sent again.
    A part of a page that was asked for gets a sentence to stand on that page, whose fields keep what was typed.
    """
    full = where_full(sys.exc_info()[1])
    status = 507 if full else 500
    part = request.headers.get("HX-Request") == "true"
    name = f"{status}_part.html" if part else f"{status}.html"
    page = loader.get_template(name).render(
        {"request": request, "full": full, "typed": [] if part else _typed(request)}
    )
    return HttpResponse(page, status=status)


def _typed(request: HttpRequest) -> list[str]:
    """The words that came with the request, longest first; nothing secret, and none where the request could not even be read."""
    try:
        sent = [(name, value) for name, values in request.POST.lists() for value in values]
    except Exception:  # reading the request may be what failed
        return []
    words = (value for name, value in sent if name not in _NOT_TYPED and "password" not in name and len(value) > _SHORT)
    return sorted(set(words), key=len, reverse=True)[:_MOST]
