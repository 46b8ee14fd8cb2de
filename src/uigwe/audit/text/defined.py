"""Terms that say in brackets what they stand for: `3고(고물가·고금리·고환율)`, `위탁기업(대기업, 공공기관)`, and whether two places agree.

This module is the grammar of such terms.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from uigwe.audit.text.passages import Passage
from uigwe.plan import Place
from uigwe.reasons.patterns import pattern_of

_PARTED = pattern_of(r"\s*[,·‧․・ㆍ･∙•]\s*")
_ITEM = pattern_of(r"[가-힣A-Za-z&]{2,14}(?:\s[가-힣A-Za-z]{1,10})?")
# `3고`, `5대 분야`: how many there are is part of the term.
_NUMBERED = r"(?P<count>[2-9])\s?(?P<what>[高大고]|대\s?[가-힣]{2,8})"
_BEHIND = pattern_of(rf"(?:{_NUMBERED}|(?P<term>[가-힣A-Za-z]{{3,14}}))\s?\((?P<list>[^()]{{4,80}})\)")
_BEFORE = pattern_of(
    rf"(?P<list>[가-힣]{{1,8}}(?:\s?[·‧․・ㆍ･∙•,]\s?[가-힣]{{1,8}}){{1,8}})\s?{_NUMBERED}(?=[\s,.)]|$)"
)
# Words that stand before examples and not before what they are made of.
_LOOSE = pattern_of(
    r"(?:사업|기관|분야|과제|내용|방안|계획|지원|활동|행사|교육|단계|항목|대상|부처|지역|부문|업종|품목|매체|방식|등)$"
)
_EXAMPLES = pattern_of(r"등\s*$|등\s?(?:\d|총|$)|예시|예\)")
_SHARED = 2


@dataclass(frozen=True, slots=True)
class Defined:
    """A term with what it stands for in one place. `count` is the number in it, 0 where it has none."""

    term: str
    items: tuple[str, ...]
    count: int
    written: str
    place: Place


def defined_terms(passages: Iterable[Passage]) -> Iterator[Defined]:
    """Every term with its list in brackets behind it, or right before it where the term tells how many there are."""
    for passage in passages:
        if passage.row:
            continue
        for match in _BEHIND.finditer(passage.text):
            items = _items(match["list"])
            if items and not _EXAMPLES.search(match["list"]) and (match["count"] or not _LOOSE.search(match["term"])):
                yield _defined(match, items, passage)
        for match in _BEFORE.finditer(passage.text):
            items = _items(match["list"])
            count = int(match["count"])
            if len(items) >= count:
                yield _defined(match, items[-count:], passage)


def _defined(match: re.Match[str], items: tuple[str, ...], passage: Passage) -> Defined:
    count = int(match["count"] or 0)
    term = f"{count}{match['what']}" if count else match["term"]
    start = max(0, match[0].find(items[0])) if match.start("list") == match.start() else 0
    written, place = match[0][start:].strip(), passage.place_at(match.start() + start)
    return Defined("".join(term.split()), items, count, written, place)


def _items(text: str) -> tuple[str, ...]:
    items = tuple(item.strip() for item in _PARTED.split(text.strip()))
    return items if len(items) > 1 and all(_ITEM.fullmatch(item) for item in items) else ()


def defined_otherwise(found: Iterable[Defined]) -> Iterator[tuple[Defined, Defined]]:
    """Two places that give one term two lists: of the number it names, or lists that share something and differ in the rest."""
    by_term: dict[str, list[Defined]] = defaultdict(list)
    for one in found:
        by_term[one.term].append(one)
    for places in by_term.values():
        pair = next((pair for pair in combinations(places, 2) if _differ(*pair)), None)
        if pair:
            yield pair


def _differ(one: Defined, other: Defined) -> bool:
    left = [item for item in one.items if not any(_alike(item, another) for another in other.items)]
    right = [item for item in other.items if not any(_alike(item, another) for another in one.items)]
    if one.count:
        return len(one.items) == len(other.items) == one.count and len(left) == len(right) == 1
    return bool(left or right) and len(one.items) - len(left) >= _SHARED


def _alike(one: str, other: str) -> bool:
    """Whether two items are one, as far as one is a shorter form of the other: `물가`, `고물가`."""
    short, long = sorted(("".join(one.split()), "".join(other.split())), key=len)
    return short in long
