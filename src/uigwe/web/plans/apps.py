"""The app of plans, above people."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Plans are documents; this app keeps their revisions and who did what to them."""

    name = "uigwe.web.plans"
    verbose_name = "plans"
