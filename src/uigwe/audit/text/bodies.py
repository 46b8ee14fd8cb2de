"""Committees, councils and systems that a section names twice, once with a word more: `자율조정협의회`, `자율사업조정협의회`.

This module is the grammar of such names.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from uigwe.plan import Place
from uigwe.reasons.patterns import pattern_of

_NAME = pattern_of(
    r"(?:[가-힣]{2,12}[ ·‧]){0,2}[가-힣·‧]{0,16}(?:위원회|협의회|협의체|심의회|시스템|플랫폼|정보망|포털)"
    r"(?=(?:[을를은는이가의와과에로]|에서|으로)?(?![가-힣]))"
)
_JOINTS = pattern_of(r"[\s·‧]+")
# A word of so many syllables is put in; it stands behind the first two and before the last three.
_INSERTED, _FIRST, _LAST = range(2, 5), 2, 3
_LEAST = 7
# Two bodies, and not one under two names: these words make another of it.
_KINDS = frozenset(
    [
        *("실무", "분과", "전문", "지역", "중앙", "총괄", "추진", "자문", "평가"),
        *("심의", "특별", "공동", "합동", "민관", "소관", "관계", "정책"),
    ]
)
# Lines as near as this name two bodies side by side.
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A name without spaces, as printed, and where it stands."""

    bare: str
    written: str
    place: Place


def named_bodies(texts: Iterable[tuple[str, Callable[[int], Place]]]) -> Iterator[Named]:
    """Every name of such a body in the texts, and what is left of it when words before it are taken off.

    Each text comes with where a sign of it stands.
    """
    for text, place_at in texts:
        for match in _NAME.finditer(text):
            words = _JOINTS.split(match[0])
            for first in range(len(words)):
                bare = "".join(words[first:])
                if len(bare) >= _LEAST - max(_INSERTED) + 1:
                    yield Named(bare, " ".join(words[first:]), place_at(match.start()))


def with_a_word_more(found: Iterable[Named]) -> Iterator[tuple[list[Named], list[Named]]]:
    """Where the short and the long name stand of what seems one body, in one section or in one and the goal above it."""
    places: dict[str, list[Named]] = defaultdict(list)
    for named in found:
        places[named.bare].append(named)
    ends: dict[str, list[str]] = defaultdict(list)
    for bare in places:
        ends[bare[:_FIRST] + bare[-_LAST:]].append(bare)
    for like in ends.values():
        for one, other in combinations(sorted(like, key=len), 2):
            if _is_inserted(one, other):
                near = [
                    (short, long)
                    for short in places[one]
                    for long in places[other]
                    if _related(short.place.code, long.place.code)
                ]
                beside = any(_are_beside(short.place, long.place) for short, long in near)
                if near and not beside:
                    yield list(dict.fromkeys(short for short, _ in near)), list(dict.fromkeys(long for _, long in near))


def _is_inserted(short: str, long: str) -> bool:
    more = len(long) - len(short)
    if more not in _INSERTED or len(long) < _LEAST:
        return False
    cuts = [
        at for at in range(_FIRST, len(short) - _LAST + 1) if long == short[:at] + long[at : at + more] + short[at:]
    ]
    return bool(cuts) and not any(long[at : at + more] in _KINDS for at in cuts)


def _related(one: str, other: str) -> bool:
    return bool(one and other) and (one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-"))


def _are_beside(one: Place, other: Place) -> bool:
    return one.line is not None and other.line is not None and abs(one.line - other.line) <= _BESIDE


# ── one acronym, two names ───────────────────────────────────────────────────────────────────────────────────────────

_ACRONYM = pattern_of(r"\s?\((?P<acronym>[A-Z][A-Za-z&-]{2,9})\*{0,3}(?:,[^()]*)?\)")
_BEFORE_ACRONYM = pattern_of(
    r"(?:[가-힣A-Za-z·‧]+\s){0,3}[가-힣A-Za-z·‧]*(?:시스템|플랫폼|포털|정보망|센터|재단|진흥원|공단|연구원|위원회)$"
)
_LONGEST = 60
# What a word ends in that belongs to the sentence and not to the name behind it.
_OF_SENTENCE = pattern_of(r"(?:[을를은는이가의과와에로도]|중|및|등|한|된|할|인|되는|하는|위한|통한|기반의)$")
_SHARED = 2


def expanded(texts: Iterable[tuple[str, Callable[[int], Place]]]) -> Iterator[tuple[str, Named]]:
    """Each acronym with the name that stands before it, without the words of the sentence: `중소기업통합관리시스템(SIMS)`."""
    for text, place_at in texts:
        for match in _ACRONYM.finditer(text):
            before = _BEFORE_ACRONYM.search(text, max(0, match.start() - _LONGEST), match.start())
            if before is None:
                continue
            words = _JOINTS.split(before[0].strip())
            first = next((at for at in range(len(words) - 1, 0, -1) if _OF_SENTENCE.search(words[at - 1])), 0)
            written = " ".join(words[first:])
            yield match["acronym"], Named("".join(words[first:]), written, place_at(match.start("acronym")))


def two_expansions(found: Iterable[tuple[str, Named]]) -> Iterator[tuple[str, Named, Named]]:
    """An acronym that stands behind two names of one kind, neither of which is the end of the other."""
    first: dict[str, Named] = {}
    for acronym, named in found:
        known = first.setdefault(acronym, named)
        short, long = sorted((known.bare, named.bare), key=len)
        if short[-_SHARED:] == long[-_SHARED:] and not long.endswith(short):
            yield acronym, known, named


# ── names in Latin letters ───────────────────────────────────────────────────────────────────────────────────────────

_LATIN = pattern_of(r"(?<![A-Za-z])[A-Z][A-Za-z]+(?:[- ][A-Z][A-Za-z]+)+(?![A-Za-z])")


def latin_with_a_word_more(texts: Iterable[tuple[str, Callable[[int], Place]]]) -> Iterator[tuple[Named, Named]]:
    """A hyphenated name, and the same with one word before it. Words that are only set side by side are no one name."""
    first: dict[str, Named] = {}
    for text, place_at in texts:
        for match in _LATIN.finditer(text):
            first.setdefault(match[0], Named(match[0].lower(), match[0], place_at(match.start())))
    for name, long in first.items():
        _, _, rest = name.partition(" ")
        if "-" in rest and " " not in rest and rest in first:
            yield first[rest], long


# ── one body cut short, one profession turned round ──────────────────────────────────────────────────────────────────

_SINGLE = pattern_of(r"[가-힣]{3,20}?(?:중앙회|진흥원|진흥공단|보증기금|연구원|정보원|개발원)(?![가-힣]{2})")
_KIND = pattern_of(r"(?:중앙회|진흥원|진흥공단|보증기금|연구원|정보원|개발원)$")
_WHERE = pattern_of(r"^(?:지역|한국|전국|중소)")
_PERSON = pattern_of(
    r"(?<![가-힣])(?:(?P<before>[가-힣]{2,6}) )?(?P<last>[가-힣]{4,10}[자가사])(?=[을를은는이의와과,)\s]|$)"
)
_LEAST_PARTS, _MOST_PARTS = 3, 5


def cut_short(texts: Iterable[tuple[str, Callable[[int], Place]]]) -> Iterator[tuple[Named, Named]]:
    """A body whose name takes its letters in order from another of its kind: `강물중앙회`, `강변물길중앙회`. The longer one first."""
    names: dict[str, Named] = {}
    for text, place_at in texts:
        for match in _SINGLE.finditer(text):
            names.setdefault(match[0], Named(match[0], match[0], place_at(match.start())))
    for short, long in combinations(sorted(names, key=len), 2):
        kind, other = _KIND.search(short), _KIND.search(long)
        if kind is None or other is None or kind[0] != other[0]:
            continue
        core, whole = _WHERE.sub("", short[: kind.start()]), long[: other.start()]
        if len(core) >= 2 and core not in whole and whole.startswith(core[0]) and _in_order(core, whole):
            yield names[long], names[short]


def turned_round(texts: Iterable[tuple[str, Callable[[int], Place]]]) -> Iterator[tuple[Named, Named]]:
    """Names of a profession of the same parts in another order, in one section: `하천 전문관리자`, `하천관리전문가`."""
    found: dict[tuple[str, ...], dict[str, Named]] = defaultdict(dict)
    for text, place_at in texts:
        for match in _PERSON.finditer(text):
            for written in (match["last"], match[0]):
                bare = written.replace(" ", "")
                parts = [bare[at : at + 2] for at in range(0, len(bare) - 1, 2)]
                if len(bare) % 2 and _LEAST_PARTS <= len(parts) <= _MOST_PARTS and len(set(parts)) == len(parts):
                    named = Named(bare[:-1], written, place_at(match.start()))
                    found[(named.place.code, *sorted(parts))].setdefault(named.bare, named)
    for (code, *_), names in found.items():
        if code and len(names) > 1:
            one, other, *_ = names.values()
            yield one, other


def _in_order(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
