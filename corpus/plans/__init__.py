"""Clean plans of invented ministries: whatever a check says against one of them, the check is wrong or the generator is."""

from corpus.plans.before import year_before
from corpus.plans.invent import Invented, Knobs, invent, invent_case

__all__ = ["Invented", "Knobs", "invent", "invent_case", "year_before"]
