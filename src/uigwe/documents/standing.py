"""At which source line each word of a cell stands: a narrow cell runs over many lines, and a row over many more."""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate

from uigwe.documents.layout import bare
from uigwe.documents.lines import Line
from uigwe.plan import Standing

_WORD = re.compile(r"\S+")
# A shorter piece stands in any line: it is looked for only where the one before it ends.
_TELLING = 2


def standing(fields: Iterable[tuple[str, str]], lines: Sequence[Line]) -> tuple[Standing, ...]:
    """The lines of each field with words. The fields follow each other as printed."""
    walk = _Walk([bare(line.text) for line in lines])
    found = []
    for field, text in fields:
        walk.go_on()
        starts: list[int] = []
        spots: list[int] = []
        for match in _WORD.finditer(text):
            for start, at in walk.word(match[0]):
                number = lines[at].number
                if not spots or spots[-1] != number:
                    starts.append(match.start() + start if spots else 0)
                    spots.append(number)
        if spots:
            found.append(Standing(field, tuple(starts), tuple(spots)))
    return tuple(found)


class _Walk:
    """A pencil that follows the words down the lines."""

    def __init__(self, lines: list[str]) -> None:
        self.lines, self.at, self.column, self.lowest = lines, 0, 0, 0

    def go_on(self) -> None:
        """A new cell begins where the lowest words were."""
        if self.lowest != self.at:
            self.at, self.column = self.lowest, 0

    def word(self, word: str) -> list[tuple[int, int]]:
        """The lines over which a word runs, each with the sign of the word that begins it; none when it stands nowhere."""
        wanted = bare(word)
        if not wanted or not self._begin(wanted):
            return []
        signs = [0, *accumulate(len(bare(sign)) for sign in word)]
        found, done = [], 0
        while True:
            found.append((signs.index(done), self.at))
            held = _alike(wanted[done:], self.lines[self.at][self.column :])
            done += held
            self.column += held
            self.lowest = max(self.lowest, self.at)
            if done == len(wanted) or not self._next_holds(wanted[done:]):
                return found
            self.at, self.column = self.at + 1, 0

    def _next_holds(self, rest: str) -> bool:
        ended = self.column == len(self.lines[self.at])
        return ended and self.at + 1 < len(self.lines) and _begins(rest, self.lines[self.at + 1])

    def _begin(self, wanted: str) -> bool:
        """Sets the pencil to where a word begins: right here, or in the nearest line below, or above."""
        if self.at < len(self.lines) and _begins(wanted, self.lines[self.at][self.column :]):
            return True
        if len(wanted) < _TELLING:
            return False
        above = range(min(self.at, len(self.lines)))
        for at in (*range(self.at, len(self.lines)), *above):
            column = self.lines[at].find(wanted, self.column if at == self.at else 0)
            if column < 0 and at > self.at and _begins(wanted, self.lines[at]):
                column = 0
            if column >= 0:
                self.at, self.column = at, column
                return True
        return False


def _begins(wanted: str, line: str) -> bool:
    """Whether a line goes on with the word, or with a first piece of it that ends the line."""
    return bool(line) and (line.startswith(wanted) or wanted.startswith(line))


def _alike(one: str, other: str) -> int:
    return len(one) if other.startswith(one) else len(other)
