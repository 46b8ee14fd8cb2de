"""Prose as the checks read it: passages, the figures in them, what they claim, the words they use."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from uigwe.audit.text.claims import beside, statements
from uigwe.audit.text.named import named_values
from uigwe.audit.text.passages import Passage, notes, passages
from uigwe.audit.text.words import Lexicon, sources
from uigwe.plan import Claim, Paragraph, Plan


@dataclass(frozen=True)
class Prose:
    """The prose of one document, read once; the plan beside it holds what is printed in tables."""

    text: tuple[Paragraph, ...]
    plan: Plan

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Bullets, footnotes and rows in reading order."""
        return passages(self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[Passage, tuple[Passage, ...]], ...]:
        """Each passage with its footnotes."""
        return tuple(notes(self.passages))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the prose claims in numbers and the plan does not hold yet."""
        first = max((claim.statement for claim in self.plan.claims), default=0) + 1
        return tuple(beside(statements(self.passages), self.plan.claims, first))

    @cached_property
    def named(self) -> tuple[Claim, ...]:
        """What the prose says of indicators and programmes by their names."""
        return tuple(named_values(self.passages, self.plan))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the document."""
        return Lexicon(sources(self.passages, self.plan))

    def lines(self) -> Iterator[Passage]:
        """The passages that are no rows of tables."""
        return (passage for passage in self.passages if not passage.row)


__all__ = ["Lexicon", "Passage", "Prose"]
