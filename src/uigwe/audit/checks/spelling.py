"""Misspellings: words that are wrong anywhere, and without a dictionary a rare word one slip of the finger from a frequent one."""

from collections import defaultdict
from collections.abc import Iterator

from uigwe.audit.case import Case
from uigwe.audit.finding import Level, Remark
from uigwe.audit.text.keyboard import is_slip, keys, shorter
from uigwe.audit.text.known import known_slips
from uigwe.audit.text.words import Lexicon, is_common, is_ending
from uigwe.plan import Place

# How often the right word must stand, by its length in syllables; a word of two must also stand between the same words.
_FREQUENT = {2: 6, 3: 6}
_FREQUENT_LONG = 4
_TIMES = 5
_RARE = 3
_TOGETHER = 2
_STRAY = 3
# A part of a compound is no shorter than this.
_PART = 4
_PLACES = 8


def misspelt(case: Case) -> Iterator[Remark]:
    """A word that is wrong in any document, one with a syllable twice, or a rare one that is one key from a frequent one."""
    told: set[str] = set()
    for slip in _known(case.prose.lexicon):
        told.add(slip.facts["word"])
        yield slip
    lexicon = case.prose.lexicon
    for found, right, kind in (*_pairs(lexicon), *_inside(lexicon), *_stuttered(lexicon)):
        word, source, start = next(lexicon.where(found))
        if word in told:
            continue
        told.add(word)
        likely = right + word[len(found) :]
        facts = {"word": word, "likely": likely, "context": _around(source.text, start, len(word)), "case": kind}
        facts["times"] = str(lexicon.stems[right])
        places = tuple(source.place_at(start) for _, source, start in lexicon.where(found))[:_PLACES]
        yield Remark(Level.DOUBT, f"word:{word}", places[0], facts, places, (word, likely))


def _known(lexicon: Lexicon) -> Iterator[Remark]:
    """Each word that needs no counting, once, with all its places."""
    places: dict[tuple[str, str, bool], list[Place]] = defaultdict(list)
    contexts: dict[tuple[str, str, bool], str] = {}
    for source in lexicon.sources:
        for slip in known_slips(source.text):
            found = (slip.word, slip.right, slip.is_rate)
            places[found].append(source.place_at(slip.start))
            contexts.setdefault(found, _around(source.text, slip.start, len(slip.word)))
    for found, at in places.items():
        word, right, is_rate = found
        facts = {"word": word, "likely": right, "context": contexts[found], "case": "rate" if is_rate else "known"}
        level = Level.NOTICE if is_rate else Level.DOUBT
        yield Remark(level, f"word:{word}", at[0], facts, tuple(dict.fromkeys(at))[:_PLACES], (word, right))


def _inside(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """A long word that ends in such a slip: `권역생테계`, where `생태계` is frequent."""
    frequent = [stem for stem, count in lexicon.stems.items() if len(stem) >= _PART and count >= _FREQUENT_LONG]
    # A slip changes two syllables beside each other at most, so the first or the last is the same.
    by_end: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for stem in frequent:
        for at in (0, -1):
            by_end[len(stem), at, stem[at]].append(stem)
    for rare, count in lexicon.stems.items():
        if count > _RARE or len(rare) < _PART + 2 or _stands_only_at_edges(lexicon, rare):
            continue
        for cut in range(2, len(rare) - _PART + 1):
            part, before = rare[cut:], rare[:cut]
            if not lexicon.stems[before] or part in lexicon.stems:
                continue
            near = dict.fromkeys(one for at in (0, -1) for one in by_end.get((len(part), at, part[at]), ()))
            meant = [one for one in near if is_slip(part, one)]
            if meant and _is_unheard(lexicon, rare, cut, meant[0]):
                yield rare, before + meant[0], "inside"
                break


def _is_unheard(lexicon: Lexicon, rare: str, cut: int, meant: str) -> bool:
    """Whether the syllables that differ follow each other in no other word."""
    apart = [cut + at for at, (a, b) in enumerate(zip(rare[cut:], meant, strict=True)) if a != b]
    pairs = {rare[at - 1 : at + 1] for at in apart} | {rare[at : at + 2] for at in apart if at + 1 < len(rare)}
    return all(lexicon.pairs[pair] <= lexicon.stems[rare] for pair in pairs)


def _stuttered(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """A long word with a syllable twice that the document also writes with it once."""
    for rare, count in lexicon.stems.items():
        if count > _RARE or len(rare) < _PART + 1 or _stands_only_at_edges(lexicon, rare):
            continue
        for at in range(1, len(rare) - 1):
            once = rare[:at] + rare[at + 1 :]
            # Where both halves are words, the syllable ends the one and begins the other.
            if rare[at] == rare[at + 1] and lexicon.stems[once] and not lexicon.stems[rare[: at + 1]]:
                yield rare, once, "stuttered"


def _pairs(lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """Each rare stem with the frequent one that was probably meant."""
    frequent = [stem for stem, count in lexicon.stems.items() if len(stem) >= 2 and count >= _least(stem)]
    by_keys: dict[str, list[str]] = defaultdict(list)
    for stem in frequent:
        for typed in {keys(stem), *shorter(stem)}:
            by_keys[typed].append(stem)
    for rare, count in lexicon.stems.items():
        if count > _RARE or len(rare) < 2 or _stands_only_at_edges(lexicon, rare):
            continue
        near = {stem for typed in {keys(rare), *shorter(rare)} for stem in by_keys.get(typed, ())}
        meant = [stem for stem in near if _is_meant(lexicon, rare, stem, count)]
        if meant:
            yield rare, max(meant, key=lambda stem: (lexicon.stems[stem], stem)), "near"


def _least(stem: str) -> int:
    return _FREQUENT.get(len(stem), _FREQUENT_LONG)


def _is_meant(lexicon: Lexicon, rare: str, frequent: str, count: int) -> bool:
    if len(rare) != len(frequent) or lexicon.stems[frequent] < count * _TIMES or is_common(rare):
        return False
    apart = [at for at, (a, b) in enumerate(zip(rare, frequent, strict=True)) if a != b]
    if not 1 <= len(apart) <= 2:
        return False
    # A syllable that stands nowhere else says more than the keyboard does.
    unheard = any(lexicon.syllables[rare[at]] <= count for at in apart)
    if not is_slip(rare, frequent, unheard) or not _is_new(lexicon, rare, apart[0], apart[-1], count):
        return False
    if len(rare) >= 3 and apart[-1] < len(rare) - 1:
        return True
    # The last syllable may be an ending or a noun of its own; so may either of two.
    return not is_ending(rare, frequent) and _stands_alike(lexicon, rare, frequent, 1 if unheard else _TOGETHER)


def _is_new(lexicon: Lexicon, rare: str, first: int, last: int, count: int) -> bool:
    """Whether the syllables around the slip follow each other nowhere but in this word, or almost nowhere."""
    pairs = {rare[at : at + 2] for at in range(max(0, first - 1), min(len(rare) - 1, last + 1))}
    if any(lexicon.stems[pair] > 0 for pair in pairs if pair != rare):
        return False  # `산업` in `정비산업` is a word of its own
    elsewhere = sorted(lexicon.pairs[pair] - count * (rare.count(pair)) for pair in pairs)
    return elsewhere[0] <= 0 and elsewhere[-1] <= _STRAY


def _stands_alike(lexicon: Lexicon, rare: str, frequent: str, least: int) -> bool:
    """Whether the rare word stands before or behind a word that often stands beside the frequent one."""
    known = lexicon.neighbours(frequent)
    return any(known[neighbour] >= least for neighbour in lexicon.neighbours(rare))


def _stands_only_at_edges(lexicon: Lexicon, stem: str) -> bool:
    return all(source.is_edge(start, start + len(word)) for word, source, start in lexicon.where(stem))


def _around(text: str, start: int, length: int) -> str:
    """The words around a place, for the eye."""
    begin, end = max(0, start - 14), min(len(text), start + length + 14)
    return text[begin:end].strip()
