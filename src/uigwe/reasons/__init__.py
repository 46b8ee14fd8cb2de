"""Reads how officials write the reason for a target: Korean sentences into the basis language, or why they yield none."""

from uigwe.reasons.read import known_cells, read_reason
from uigwe.reasons.reading import Confidence, Note, Reading, Unread

__all__ = ["Confidence", "Note", "Reading", "Unread", "known_cells", "read_reason"]
