"""The app of reading, above plans."""

from django.apps import AppConfig


class Reading(AppConfig):
    """A file becomes a draft: received, read in a child, asked about, confirmed."""

    name = "uigwe.web.reading"
    label = "reading"
