"""What one invention stands on: its dice, its words, its year, and what it has used up."""

import random
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from corpus.words import words_of
from uigwe.plan import Part, Place
from uigwe.texts.particles import Sentences
from uigwe.values import plain

T = TypeVar("T")

_SENTENCES = Sentences()


def fill(template: str, **facts: object) -> str:
    """A template with its facts and the particles that fit them."""
    return _SENTENCES.vformat(template, (), facts)


def comma(value: Decimal, decimals: int = 0) -> str:
    """A number as a plan prints it: `1,234`, `87.5`."""
    return f"{value:,.{decimals}f}"


def digits(value: Decimal) -> str:
    """A number inside a basis or a reason, without idle zeros."""
    return plain(value)


class Ground:
    """The dice and words of one plan. The same seed gives the same plan on every machine."""

    def __init__(self, seed: object, field: str, year: int) -> None:
        self.rng = random.Random(f"{seed}:{field}:{year}")
        self.field = field
        self.year = year
        self.words: Mapping[str, Any] = words_of(field)
        self.common: Mapping[str, Any] = words_of("common")
        self._used: set[object] = set()
        self._line = 0
        self._statement = 0

    def one(self, choices: Sequence[T]) -> T:
        """One of them."""
        return choices[self.rng.randrange(len(choices))]

    def chance(self, of_a_hundred: int) -> bool:
        """True so many times in a hundred."""
        return self.rng.randrange(100) < of_a_hundred

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self.rng.randint(low, high)

    def thing(self) -> str:
        """A thing the ministry takes care of."""
        return str(self.one(self.words["things"]))

    def fresh(self, kind: str, make: Callable[[], T]) -> T:
        """Something of a kind that this plan does not have yet. Raises `LookupError` when the words are used up."""
        for _ in range(400):
            made = make()
            if (kind, made) not in self._used:
                self._used.add((kind, made))
                return made
        raise LookupError(f"the words of {self.field} do not allow another {kind}")

    def take(self, kind: str, thing: object) -> bool:
        """Whether this one was still free; it is taken now."""
        if (kind, thing) in self._used:
            return False
        self._used.add((kind, thing))
        return True

    def place(self, part: Part = Part.BODY, code: str = "", heading: str = "") -> Place:
        """The next place in reading order."""
        self._line += self.rng.randint(1, 4)
        return Place(part, code, heading, self._line)

    @property
    def lines(self) -> int:
        """How many lines the document has so far."""
        return self._line

    def statement(self) -> int:
        """The number of the next statement."""
        self._statement += 1
        return self._statement
