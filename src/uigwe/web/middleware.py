"""What happens to every request before it reaches the gate: an incident number, a language."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from uigwe.web import incidents
from uigwe.web.room import where_full

Handler = Callable[[HttpRequest], HttpResponse]


class Incidents:
    """Gives each request a number; when something breaks, the log entry carries the number that the error page shows."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.incident = incidents.new_number()  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        number = getattr(request, "incident", "-")
        incidents.logger.error("incident %s at %s %s", number, request.method, request.path, exc_info=exception)


class Sessions(SessionMiddleware):
    """Django's, but where no room is left for noting when somebody was last seen, pages are still served."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The response, with the session noted down where it changed."""
        try:
            noted: HttpResponse = super().process_response(request, response)
        except Exception as error:
            if request.method not in ("GET", "HEAD") or not where_full(error):
                raise
            incidents.logger.error("no room to note a session down")
            return response
        return noted


class Language:
    """Korean unless the person chose English: the browser's own wish does not count, the office's language does."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ["Cookie"])
        return response
