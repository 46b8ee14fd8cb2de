"""The app of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Registers the check that every route is declared, and the clock that starts when somebody signs in."""

    name = "uigwe.web.people"
    verbose_name = "people"

    def ready(self) -> None:
        """Importing the modules registers what they have."""
        from uigwe.web.people import checks, sessions  # noqa: F401
