"""What is laid before the checks."""

from dataclasses import dataclass
from functools import cached_property

from uigwe.audit.text import Prose
from uigwe.plan import Paragraph, Plan


@dataclass(frozen=True)
class Case:
    """A plan, with last year's plan and the document's own text when there are any."""

    plan: Plan
    last_year: Plan | None = None
    text: tuple[Paragraph, ...] | None = None

    def has(self, need: str) -> bool:
        """Whether the case holds what a check needs: `last_year`, `text`, `claims`."""
        if need == "claims":
            return bool(self.plan.claims)
        return getattr(self, need) is not None

    @cached_property
    def prose(self) -> Prose:
        """The document's text as sentences, figures, claims and words, read once for all checks."""
        return Prose(self.text or (), self.plan)
