"""The app of the record, below all others."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Knows nothing of people or plans: it keeps names and texts, so that it outlives both."""

    name = "uigwe.web.records"
    verbose_name = "records"

    def ready(self) -> None:
        """A demonstration has one clock; it is set before anything is written."""
        from uigwe.web.clock import keep_the_demo_day

        keep_the_demo_day()
