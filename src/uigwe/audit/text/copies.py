"""Sentences that stand in two sections and differ in one word, as what is copied from page to page and corrected on one of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from uigwe.audit.jamo import missing_from
from uigwe.audit.text.passages import Passage
from uigwe.audit.text.words import stem_of
from uigwe.reasons.patterns import pattern_of

_WORD = pattern_of(r"\S+")
_EDGES = pattern_of(r"^[^가-힣A-Za-z0-9]+|[^가-힣A-Za-z0-9]+$")
_HANGUL = pattern_of(r"[가-힣]{3,}")
# So many signs make a sentence that nobody writes twice by chance; three words in a row that stand in more places are a formula.
_LONG, _PLACES, _TOGETHER = 40, 6, 4
_FIRST = 2


@dataclass(frozen=True, slots=True)
class Copied:
    """Two sentences that are one but for a word: the word in each, and where it begins."""

    one: str
    other: str
    passage: Passage
    other_passage: Passage
    start: int
    other_start: int


def copies(read: Sequence[Passage]) -> Iterator[Copied]:
    """Each pair of such sentences, once; a particle, a mark or a space more is no difference."""
    long = [passage for passage in read if len(passage.text) >= _LONG and not passage.row]
    words = [[_EDGES.sub("", match[0]) for match in _WORD.finditer(passage.text)] for passage in long]
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(words):
        for run in set(zip(own, own[1:], own[2:], strict=False)):
            runs[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for places in runs.values():
        if len(places) <= _PLACES:
            shared.update((one, other) for at, other in enumerate(places) for one in places[:at])
    for (one, other), count in shared.items():
        if count >= _TOGETHER and long[one].places[0].code != long[other].places[0].code:
            yield from _one_word(long[one], words[one], long[other], words[other])


def _one_word(passage: Passage, words: list[str], other: Passage, others: list[str]) -> Iterator[Copied]:
    if len(words) != len(others):
        return
    steps = [step for step in SequenceMatcher(None, words, others, autojunk=False).get_opcodes() if step[0] != "equal"]
    if len(steps) != 1 or steps[0][2] - steps[0][1] != 1 or steps[0][4] - steps[0][3] != 1:
        return
    _, at, _, there, _ = steps[0]
    here, said = words[at], others[there]
    if _is_near(here, said):
        starts = [
            [match.start() for match in _WORD.finditer(one.text)][spot] for one, spot in ((passage, at), (other, there))
        ]
        yield Copied(here, said, passage, other, *starts)


def _is_near(one: str, other: str) -> bool:
    """Whether two words may be one thing: the same beginning, and a syllable or two that the shorter has not."""
    short, long = sorted((stem_of(one), stem_of(other)), key=len)
    if short == long or not _HANGUL.fullmatch(short) or not _HANGUL.fullmatch(long):
        return False
    return short[:_FIRST] == long[:_FIRST] and missing_from(short, long) in (1, 2)
