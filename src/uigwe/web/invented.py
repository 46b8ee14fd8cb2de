"""The demonstration says what is invented wherever it shows: beside amended values, on paper, and in the names of files."""

import re
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from uigwe.operations.years import years
from uigwe.web.people.models import Agency

_OURS = re.compile(r'^(attachment; filename=")(?!demo-)([^"]+")')


def body_of(agency: Agency, language: str) -> str:
    """What a body is called on a paper; in the demonstration with the words that keep the paper from being taken for a real one."""
    name = agency.name_en if language == "en" and agency.name_en else agency.name
    return _("{body} [demonstration: holds invented data]").format(body=name) if settings.DEMO else name


@lru_cache(maxsize=64)
def _ships(agency: str, year: int) -> bool:
    return (years() / str(year) / "plans" / agency).is_dir()


def is_made_up(agency: str, year: int) -> bool:
    """Whether a plan of the demonstration was typed or brought in there: none of it stands for a plan that was published."""
    return bool(settings.DEMO) and not _ships(agency, year)


class NamedFiles:
    """In the demonstration every file that the site makes is called one of the demonstration."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.DEMO and (told := response.headers.get("Content-Disposition")):
            response.headers["Content-Disposition"] = _OURS.sub(r"\1demo-\2", told)
        return response
