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
    seen: set[Phrase] = set()
    agenda = list(reversed(words))
    while agenda:
        one = agenda.pop()
        if one in seen:
            continue
        seen.add(one)
        if len(seen) > MOST:
            return []
        starting[one.start].append(one)
        ending[one.end].append(one)
        for left in list(ending[one.start]):
            agenda += _joined(left, one, rules)
        for right in list(starting[one.end]):
            agenda += _joined(one, right, rules)
    return list(seen)


def _joined(left: Phrase, right: Phrase, rules: Rules) -> Iterator[Phrase]:
    for rule in rules(left.kind, right.kind):
        try:
            yield from list(rule(left, right))
        except NoSenseError:
            continue
