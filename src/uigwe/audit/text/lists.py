"""Lists within sentences, and one thing that two of them name otherwise: `… 둑, 물가쉼터, 다리` and `… 둑, 물가 정자, 다리`.

This module is the grammar of such lists.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from uigwe.audit.text.passages import Passage
from uigwe.audit.words.names import squeezed
from uigwe.plan import Place
from uigwe.reasons.patterns import pattern_of

_ITEM = r"[가-힣A-Za-z0-9·・‧&\-]+(?:\s?[가-힣A-Za-z0-9·・‧&]+){0,2}"
_FIRST_ITEM, _LAST_ITEM = pattern_of(rf"\s?{_ITEM}"), pattern_of(rf"{_ITEM}\s?$")
_BEHIND_LAST = pattern_of(r"\s등(?:\s|$)")
# So many things stand in both lists; the odd ones begin alike by so many signs and are no shorter than the other number.
_SHARED, _BEGINS, _LEAST = 3, 2, 4


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its things without spaces and as printed, and where each of them stands."""

    items: tuple[str, ...]
    written: tuple[str, ...]
    places: tuple[Place, ...]


_TERM = pattern_of(
    r"(?<![가-힣])(?P<word>[가-힣]{4})\s?(?P<head>[가-힣]{2,3}(?:제|법|센터|시스템|플랫폼|기금|펀드|보험|지수|바우처))(?![가-힣]{2})"
)


def two_words_for_one(one: str, other: str) -> Iterator[tuple[str, str]]:
    """Two terms with one head whose words before it begin alike and end otherwise: `하천사용 감면제`, `하천점용 감면제`."""
    for left in _TERM.finditer(one):
        for right in _TERM.finditer(other):
            word, another = left["word"], right["word"]
            if left["head"] == right["head"] and word != another and word[:_BEGINS] == another[:_BEGINS]:
                yield left[0], right[0]


def lists_in(read: Iterable[Passage]) -> Iterator[Listed]:
    """The lists of four things or more, divided by commas."""
    for passage in read:
        if passage.text.count(",") < _SHARED:
            continue
        for start, pieces in _runs(passage.text):
            items, places, at = [], [], start
            for piece in pieces:
                items.append(_BEHIND_LAST.split(piece)[0].strip(" -"))
                places.append(passage.place_at(at + len(piece) - len(piece.lstrip())))
                at += len(piece) + 1
            yield Listed(tuple(map(squeezed, items)), tuple(items), tuple(places))


def _runs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Four pieces or more between commas that are one thing each: the end of what stands before the first comma, the beginning behind the last."""
    at = start = 0
    run: list[str] = []
    for piece in text.split(","):
        begins = _FIRST_ITEM.match(piece) if run else None
        if begins:
            run.append(begins[0])
        if begins is None or begins.end() < len(piece.rstrip()):
            if len(run) > _SHARED:
                yield start, run
            ends = _LAST_ITEM.search(piece)
            run, start = ([ends[0]], at + ends.start()) if ends else ([], 0)
        at += len(piece) + 1
    if len(run) > _SHARED:
        yield start, run


def named_otherwise(found: Iterable[Listed]) -> Iterator[tuple[Listed, int, Listed, int]]:
    """Two lists of other sections that share three things, and at one point name two that begin alike beside the same neighbour."""
    lists = list(found)
    holding: dict[str, set[int]] = defaultdict(set)
    for number, one in enumerate(lists):
        for item in one.items:
            holding[item].add(number)
    near = {pair for numbers in holding.values() for pair in combinations(sorted(numbers), 2)}
    for first, second in sorted(near):
        one, other = lists[first], lists[second]
        same_section = one.places[0].code == other.places[0].code
        if not same_section and len(set(one.items) & set(other.items)) >= _SHARED:
            pair = _odd_pair(one, other)
            if pair:
                yield one, pair[0], other, pair[1]


def _odd_pair(one: Listed, other: Listed) -> tuple[int, int] | None:
    for left, item in enumerate(one.items):
        for right, named in enumerate(other.items):
            if item[:_BEGINS] != named[:_BEGINS] or min(len(item), len(named)) < _LEAST:
                continue
            if item in other.items or named in one.items or item.startswith(named) or named.startswith(item):
                continue
            if _beside(one.items, left) & _beside(other.items, right):
                return left, right
    return None


def _beside(items: tuple[str, ...], at: int) -> set[tuple[int, str]]:
    """The neighbours of an item, each with its side."""
    return {(side, items[at + side]) for side in (-1, 1) if 0 <= at + side < len(items)}
