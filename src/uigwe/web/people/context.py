"""What every page knows about the site and the person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

import uigwe
from uigwe.web.people.actors import request_actor
from uigwe.web.people.sessions import left


def site(request: HttpRequest) -> dict[str, Any]:
    """`actor` (roles and relations), `session_left` (seconds, None for visitors), `demo`, `demo_day`, `official_site`, `version`, `incident`."""
    signed_in = hasattr(request, "user") and request.user.is_authenticated
    return {
        "actor": request_actor(request) if hasattr(request, "user") else None,
        "session_left": left(request) if signed_in else None,
        "demo": settings.DEMO,
        "demo_day": settings.TODAY if settings.DEMO else None,
        "official_site": settings.OFFICIAL_SITE,
        "version": uigwe.__version__,
        "incident": getattr(request, "incident", ""),
    }
