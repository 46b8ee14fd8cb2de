"""Untrusted files made safe: looked at before any parser opens them, and parsed in a child that can be killed."""

from uigwe.files.preflight import Limits, Preflight, preflight
from uigwe.files.refused import Refused

__all__ = ["Limits", "Preflight", "Refused", "preflight"]
