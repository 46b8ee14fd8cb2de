"""The app of approval, above plans."""

from django.apps import AppConfig


class ApprovingConfig(AppConfig):
    """A year from being opened to being closed, and what is changed in between."""

    name = "uigwe.web.approving"
    verbose_name = "approving"

    def ready(self) -> None:
        """An amendment is in force when its draft is published: this follows."""
        from uigwe.web.approving import following  # noqa: F401
