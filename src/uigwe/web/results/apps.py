"""The app of results, above approval."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    """What came of what was promised."""

    name = "uigwe.web.results"
    verbose_name = "results"
