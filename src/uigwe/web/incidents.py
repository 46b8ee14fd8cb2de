"""An incident number for what goes wrong: the person sees the number, the log has the rest on one line."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.template import loader

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
    """The page for an error of ours: the number and no detail; drawn without the database, which may be what broke."""
    return HttpResponseServerError(loader.get_template("500.html").render({"request": request}))
