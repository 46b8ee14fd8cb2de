"""Findings somebody accepted (예외 인정), as kept in `exceptions.yaml`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Acceptance:
    """An exception: the finding's key (check, object and facts), why it is accepted, by whom, and until when."""

    check: str
    object: str
    key: str
    why: str
    who: str
    until: date

    def holds_on(self, today: date) -> bool:
        """Whether the exception still counts."""
        return today <= self.until
