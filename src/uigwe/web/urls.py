"""Addresses of the site. Each name must be declared in `people.gate.ROUTES`; a check fails otherwise."""

from django.urls import include, path

urlpatterns = [
    path("", include("uigwe.web.people.urls")),
    path("", include("uigwe.web.approving.urls")),
    path("", include("uigwe.web.results.urls")),
    path("", include("uigwe.web.collecting.urls")),
    path("", include("uigwe.web.plans.urls")),
    path("", include("uigwe.web.reading.urls")),
]

handler500 = "uigwe.web.incidents.server_error"
