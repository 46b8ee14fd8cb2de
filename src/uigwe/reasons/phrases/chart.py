"""A chart: phrases grow out of neighbouring phrases until nothing new comes, wherever in the text they stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from uigwe.reasons.phrases.meaning import Meaning, NoSenseError

MOST = 12_000  # phrases of one reason; what needs more is not read


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a reason that hangs together: of which kind, from where to where, and what it means.

    `mark`: what binds it to the next (a particle, the form of a verb, the kind of a word). `other`: a second meaning that waits
    for its verb, beside `means`.
    """

    kind: str
    start: int
    end: int
    mark: str = ""
    means: Meaning | None = None
    other: Meaning | None = None
    verb: str = ""


Rule = Callable[[Phrase, Phrase], Iterable[Phrase]]


Rules = Callable[[str, str], Sequence[Rule]]  # for two kinds side by side


def grow(words: Sequence[Phrase], rules: Rules) -> list[Phrase]:
    """All phrases that the rules make of these words; none when there are too many."""
    starting: dict[int, list[Phrase]] = defaultdict(list)
    ending: dict[int, list[Phrase]] = defaultdict(list)
    seen: dict[Phrase, None] = {}
    agenda = list(reversed(words))
    while agenda:
        one = agenda.pop()
        if one in seen:
            continue
        seen[one] = None
        if len(seen) > MOST:
            return []
        starting[one.start].append(one)
        ending[one.end].append(one)
        for left in list(ending[one.start]):
            agenda += _joined(left, one, rules)
        for right in list(starting[one.end]):
            agenda += _joined(one, right, rules)
    return list(seen)


def on_the_way(words: Sequence[Phrase], end: int) -> list[Phrase]:
    """The words that others join to the first sign and to the last: no other can be part of a phrase that reaches from one to the other."""
    reached, leading = {0}, {end}
    for one in sorted(words, key=lambda one: one.start):
        if one.start in reached:
            reached.add(one.end)
    for one in sorted(words, key=lambda one: one.end, reverse=True):
        if one.end in leading:
            leading.add(one.start)
    return [one for one in words if one.start in reached and one.end in leading]


def _joined(left: Phrase, right: Phrase, rules: Rules) -> Iterator[Phrase]:
    for rule in rules(left.kind, right.kind):
        try:
            yield from list(rule(left, right))
        except NoSenseError:
            continue
