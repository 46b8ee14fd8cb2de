"""The app of the record, below all others."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Knows nothing of people or plans: it keeps names and texts, so that it outlives both."""

    name = "uigwe.web.records"
    verbose_name = "records"
