"""Patterns that are compiled when they are first asked of a text that they could match: a process pays for those only that its reasons need.

A pattern of words cannot match where none of its words stands. Which words those are is read off the pattern itself
(`needs`), never said of it: `(?:균등|고르게)(?:하게)?배분` needs one of 균등 and 고르게, and 배분. Most patterns are of words
that most reasons do not have, and to compile one takes longer than to read a reason.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, cast

# One of these words must stand in a text that the pattern matches.
Need = tuple[str, ...]

MAX_WORDS = 60

# A figure as it is printed, with commas wherever they stand in it; and one whose commas part thousands: in `10,20` it finds two.
NUMERAL = r"\d[\d,]*(?:\.\d+)?"
GROUPED = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"


class _Pattern:
    """A pattern as it is written; once it is compiled, the methods of the compiled one stand in the place of these."""

    def __init__(self, pattern: str, shape: str, slots: Mapping[str, str]) -> None:
        self.pattern, self.shape, self.slots = pattern, shape, slots
        self._needs: list[Need] | None = None
        self._refused = ""

    def _possible(self, text: str) -> bool:
        """Whether the pattern could match in a text. It is compiled when it could."""
        if text is self._refused and text:
            return False
        if self._needs is None:
            self._needs = needs(self.shape, self.slots)
        for need in self._needs:
            for word in need:
                if word in text:
                    break
            else:
                self._refused = text
                return False
        compiled = re.compile(self.pattern)
        for method in ("search", "match", "fullmatch", "findall", "finditer", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return True

    def search(self, text: str, *where: int) -> re.Match[str] | None:
        return self.search(text, *where) if self._possible(text) else None

    def match(self, text: str, *where: int) -> re.Match[str] | None:
        return self.match(text, *where) if self._possible(text) else None

    def fullmatch(self, text: str, *where: int) -> re.Match[str] | None:
        return self.fullmatch(text, *where) if self._possible(text) else None

    def findall(self, text: str, *where: int) -> list[Any]:
        return self.findall(text, *where) if self._possible(text) else []

    def finditer(self, text: str, *where: int) -> Iterator[re.Match[str]]:
        return self.finditer(text, *where) if self._possible(text) else iter(())

    def sub(self, put: Any, text: str, count: int = 0) -> str:
        return self.sub(put, text, count) if self._possible(text) else text

    def split(self, text: str) -> list[str | Any]:
        return self.split(text) if self._possible(text) else [text]


def pattern_of(pattern: str, shape: str = "", slots: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """A pattern of the reasons. Ask it itself (`X.search(text)`); the functions of `re` take strings and compiled patterns only.

    `shape`: the template that it was made of, where that is much shorter, with `{name:kind}` for what `slots` gives for the kind.
    """
    return cast(re.Pattern[str], _Pattern(pattern, shape or pattern, slots or {}))


# What a pattern is made of: plain signs, groups of plain words, other groups, how often, escapes, classes, slots of templates.
_PLAIN = r"[^\\\[\](){}|*+?.^$]"
_SIGN = re.compile(
    rf"{_PLAIN}+|\((?:\?(?::|P<\w+>))?(?:{_PLAIN}|\|)*\)|\((?:\?(?::|P<\w+>|<?[=!])|(?!\?))|[)|.^$]"
    r"|(?:[*+?]|\{\d*,?\d*\})[+?]?|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\w+:\w+\}"
)


def needs(pattern: str, slots: Mapping[str, str] | None = None) -> list[Need]:
    """The words of which a text must have one each for the pattern to match: none where a pattern has signs that are not known here."""
    signs = _SIGN.findall(pattern)
    if sum(map(len, signs)) != len(pattern):
        return []
    return sorted(set(_of_group(iter(signs), slots or {})), key=_weight)


@lru_cache(maxsize=128)
def _of_slot(pattern: str) -> tuple[Need, ...]:
    """What stands in many templates is read once."""
    return tuple(needs(f"(?:{pattern})"))


def _weight(need: Need) -> tuple[int, int]:
    """How much a need tells: the longer its shortest word and the fewer they are, the more. The most telling one comes first."""
    return -min(map(len, need)), len(need)


def _of_group(signs: Iterator[str], slots: Mapping[str, str]) -> list[Need]:
    """What a group needs, up to its end."""
    branches: list[list[Need]] = []
    found: list[Need] = []
    run, last = "", cast(list[Need], [])  # the plain signs that stand last, or what the group needs that stands last
    for sign in signs:
        first = sign[0]
        if first in "*+?" or (first == "{" and ":" not in sign):
            never = first in "*?" or sign.startswith(("{,", "{0"))
            if run:
                found.append((run[:-1] if never else run,))
            elif not never:
                found += last
            run, last = "", []
            continue
        found += last
        last = []
        if first == "\\" and not sign[1].isalnum():
            run += sign[1]
            continue
        if first not in "\\[(){|.^$":
            run += sign
            continue
        found.append((run,))
        run = ""
        if first == "{":
            last = list(_of_slot(slots[sign[1:-1].partition(":")[2]]))
        elif first == "(":
            if sign[-1] == ")" and len(sign) > 1:
                last = [tuple(_HEAD.sub("", sign)[:-1].split("|"))]
            elif sign.endswith("!"):
                _of_group(signs, slots)
            else:
                last = _of_group(signs, slots)
        elif first in "|)":
            branches.append([need for need in found if all(need)])
            found = []
            if first == ")":
                return _of_branches(branches)
    branches.append([need for need in [*found, *last, (run,)] if all(need)])
    return _of_branches(branches)


_HEAD = re.compile(r"\((?:\?(?::|P<\w+>))?")


def _of_branches(branches: list[list[Need]]) -> list[Need]:
    """What alternatives need: what the only one does, or what all of them do, and the most telling need of each together."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    common = set(branches[0]).intersection(*branches[1:])
    words = {word for branch in branches for word in min(branch, key=_weight)}
    return [*common, tuple(sorted(words))] if len(words) <= MAX_WORDS else list(common)
