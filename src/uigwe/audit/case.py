"""What is laid before the checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from uigwe.audit.figures import statements, together
from uigwe.audit.text import Prose
from uigwe.audit.text.means import means_quoted
from uigwe.plan import Claim, Paragraph, Plan


@dataclass(frozen=True)
class Case:
    """A plan, with last year's plan and the document's own text when there are any."""

    plan: Plan
    last_year: Plan | None = None
    text: tuple[Paragraph, ...] | None = None

    def has(self, need: str) -> bool:
        """Whether the case holds what a check needs: `last_year`, `text`, `claims`."""
        if need == "claims":
            return bool(self.plan.claims) or self.text is not None
        return getattr(self, need) is not None

    @cached_property
    def prose(self) -> Prose:
        """The document's text as sentences, figures, claims and words, read once for all checks."""
        return Prose(self.text or (), self.plan)

    def statements(self) -> Iterator[list[Claim]]:
        """The claims of each statement: those that the plan holds, and those of its reasons and its prose that it does not."""
        yield from statements(self.plan)
        yield from means_quoted(self.plan)
        yield from together(self.prose.claims)
