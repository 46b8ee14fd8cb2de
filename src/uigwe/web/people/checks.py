"""A check of Django's: an address that nobody declared stops the start and the tests."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

from uigwe.web.people.gate import ROUTES


@register("gate")
def every_route_is_declared(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Each named address is in `ROUTES`; an address without a name cannot be declared and is refused too."""
    return [
        Error(
            f"the route {name or pattern!r} is not declared",
            hint="Add it to ROUTES in people/gate.py and to tests/web/matrix.yaml.",
            id="uigwe.E001",
        )
        for name, pattern in routes()
        if name not in ROUTES
    ]


def routes(resolver: URLResolver | None = None, prefix: str = "", namespace: str = "") -> Iterator[tuple[str, str]]:
    """Every address of the site: its name, with the namespace, and its pattern."""
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = ":".join(filter(None, (namespace, entry.namespace)))
            yield from routes(entry, pattern, inner)
        elif isinstance(entry, URLPattern):
            yield ":".join(filter(None, (namespace, entry.name or ""))) if entry.name else "", pattern
