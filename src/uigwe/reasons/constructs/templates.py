"""Whole reasons of one construct: a template of words and slots, and what is made of what stands in the slots."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from uigwe.formulas import Node
from uigwe.reasons.constructs import lexicon
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_SLOT = pattern_of(r"\{(?P<name>[a-z]\w*):(?P<kind>[a-z]+)\}")
_KINDS = {
    "fig": lexicon.FIGURE,
    "base": lexicon.BASE,
    "pct": lexicon.PERCENT,
    "pts": lexicon.POINTS,
    "other": lexicon.OTHER,
    "up": lexicon.UP,
    "down": lexicon.DOWN,
    "plain": lexicon.PLAIN,
    "year": lexicon.YEAR,
    "when": lexicon.WHEN,
    "moved": f"{lexicon.UP}|{lexicon.DOWN}",
    "done": f"{lexicon.UP}|{lexicon.DOWN}|{lexicon.PLAIN}",
}


class MisfitError(Exception):
    """What stands in the slots does not fit together, or is not known."""


Slots = Mapping[str, str]
Build = Callable[[Slots, Known], Node]


@dataclass(frozen=True, slots=True)
class Construct:
    """One template with what it comes to."""

    pattern: re.Pattern[str]
    build: Build


def construct(build: Build, *templates: str, **kinds: str) -> Iterator[Construct]:
    """The constructs of these templates. `{a:fig}` is a slot of a kind; `kinds` are further kinds."""
    known = {**_KINDS, **kinds}
    for template in templates:
        pattern = _SLOT.sub(lambda slot: f"(?P<{slot['name']}>{known[slot['kind']]})", template)
        yield Construct(pattern_of(pattern + lexicon.TAIL, template, known), build)


def built(constructs: Sequence[Construct], text: str, known: Known) -> list[Node]:
    """What a text comes to by every construct that takes all of it."""
    found: list[Node] = []
    for one in constructs:
        if match := one.pattern.fullmatch(text):
            try:
                found.append(one.build({name: said or "" for name, said in match.groupdict().items()}, known))
            except MisfitError:
                continue
    return found
