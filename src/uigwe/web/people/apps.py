"""The app of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Registers the check that every route is declared."""

    name = "uigwe.web.people"
    verbose_name = "people"

    def ready(self) -> None:
        """System checks live in their own module; importing it registers them."""
        from uigwe.web.people import checks  # noqa: F401
