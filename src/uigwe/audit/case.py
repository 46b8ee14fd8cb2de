"""What is laid before the checks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from uigwe.audit.derive import facts_of
from uigwe.audit.figures import statements, together
from uigwe.audit.text import Prose
from uigwe.audit.text.means import means_quoted
from uigwe.plan import Claim, Indicator, Paragraph, Plan, Use
from uigwe.plan.carried import carried_from
from uigwe.reasons import Reading, Unread, read_reason
from uigwe.values import Direction


@dataclass(frozen=True, slots=True)
class Left:
    """What a use still says in the words of an earlier year's plan."""

    year: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Case:
    """A plan, with last year's plan and the document's own text when there are any."""

    plan: Plan
    last_year: Plan | None = None
    text: tuple[Paragraph, ...] | None = None
    carried: Mapping[str, Left] = field(default_factory=dict)

    def anew(self) -> "Case":
        """The case without reasons and bases that are last year's words: they say nothing of this year. `carried` tells whose they are."""
        left = {
            f"{indicator.id}@{use.code}": found
            for indicator, use in self.plan.uses()
            if (found := _left(use)) is not None
        }
        if not left:
            return self
        indicators = tuple(_without(one, left) for one in self.plan.indicators)
        return replace(self, plan=replace(self.plan, indicators=indicators), carried=left)

    def has(self, need: str) -> bool:
        """Whether the case holds what a check needs: `last_year`, `text`, `claims`."""
        if need == "claims":
            return bool(self.plan.claims) or self.text is not None
        return getattr(self, need) is not None

    @cached_property
    def prose(self) -> Prose:
        """The document's text as sentences, figures, claims and words, read once for all checks."""
        return Prose(self.text or (), self.plan)

    @cached_property
    def _readings(self) -> dict[tuple[str, str, str], Reading | Unread]:
        return {}

    def reading(self, indicator: Indicator, use: Use, words: str) -> Reading | Unread:
        """What words of a use's reason say of its target; each is read once for all checks."""
        key = (indicator.id, use.code, words)
        if key not in self._readings:
            facts, target = facts_of(indicator, use), indicator.target(use)
            self._readings[key] = read_reason(
                words,
                indicator.unit,
                facts.year,
                facts.actuals,
                targets=facts.targets,
                target=target.value if target else None,
                downward=indicator.direction is Direction.DOWN,
            )
        return self._readings[key]

    def statements(self) -> Iterator[list[Claim]]:
        """The claims of each statement: those that the plan holds, and those of its reasons and its prose that it does not."""
        yield from statements(self.plan)
        yield from means_quoted(self.plan)
        yield from together(self.prose.claims)


def _left(use: Use) -> Left | None:
    words = [text for text in (use.reason, use.basis) if carried_from(text)]
    return Left(min(carried_from(text) or 0 for text in words), tuple(words)) if words else None


def _without(indicator: Indicator, left: Mapping[str, Left]) -> Indicator:
    uses = tuple(
        replace(
            use,
            reason="" if carried_from(use.reason) else use.reason,
            basis="" if carried_from(use.basis) else use.basis,
        )
        if f"{indicator.id}@{use.code}" in left
        else use
        for use in indicator.uses
    )
    return replace(indicator, uses=uses)
