"""The words of a document: each with its stem, how often it stands, and its neighbours. No dictionary but the document itself.

This module is the grammar of Korean endings; the ones it knows are listed at its top.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from uigwe.audit.text.passages import Passage
from uigwe.plan import Place, Plan, Use
from uigwe.plan.indicator import ANNEXED, WORDS
from uigwe.reasons.patterns import pattern_of

_WORD = pattern_of(r"[가-힣]{2,}")
_LAST_WORD = pattern_of(r"([가-힣]{2,})[^가-힣]{0,3}$")
_NEXT_WORD = pattern_of(r"[^가-힣]{0,3}([가-힣]{2,})")
_PARTICLES = [
    "으로부터",
    "로부터",
    "에서부터",
    "에게서는",
    "으로서는",
    "으로써",
    "으로서",
    "으로의",
    "로서의",
    "에서의",
    "에서는",
    "에서도",
    "에게는",
    "에게도",
    "으로는",
    "으로도",
    "까지의",
    "까지는",
    "부터의",
    "에는",
    "에도",
    "에의",
    "에서",
    "에게",
    "으로",
    "까지",
    "부터",
    "처럼",
    "보다",
    "만큼",
    "마다",
    "조차",
    "이라는",
    "라는",
    "이라고",
    "라고",
    "이라",
    "이란",
    "이며",
    "이고",
    "이나",
    "이거나",
    "인지",
    "이자",
    "인",
    "이다",
    "입니다",
    "과의",
    "와의",
    "들의",
    "들이",
    "들을",
    "들은",
    "들과",
    "들",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "로",
    "와",
    "과",
    "도",
    "만",
    "나",
    "든",
    "및",
    "등",
    "등을",
    "등의",
    "등이",
    "등에",
]
_BY_LENGTH = sorted(_PARTICLES, key=len, reverse=True)
_LONGEST_PARTICLE = len(_BY_LENGTH[0])
_PARTICLE_SET = frozenset(_PARTICLES)
_VERB = pattern_of(
    r"(?:하|되|시키|시켜|받|당하|드리|되어|하여|스러|스럽|롭|로워)[가-힣]{0,4}"
    r"|(?:한|된|할|될|함|됨|해|돼|했|됐|시킨|시킬|시킴|받은|적인|적으로|적이)[가-힣]{0,4}"
)
_VERB_BEGINS = frozenset("하되시받당드스롭로한된할될함됨해돼했됐적")


@dataclass(frozen=True, slots=True)
class Source:
    """A text with words in it: a passage of the prose, or something the plan prints elsewhere (then with its place)."""

    text: str
    passage: Passage | None
    place: Place
    cell: tuple[Use, str] | None = None

    def place_at(self, offset: int) -> Place:
        """Where a sign of it stands."""
        if self.cell:
            use, field = self.cell
            return use.place_of(field, offset)
        return self.passage.place_at(offset) if self.passage else self.place

    def is_edge(self, start: int, end: int) -> bool:
        """Whether a word may be half a word, broken at the end of a line."""
        return self.passage is not None and self.passage.is_edge(start, end)


Spot = tuple[int, int]
_CELLS = tuple(field for field in WORDS if field != ANNEXED)

# Words of every office that are right although they are a key from another: not slips, however rare.
_COMMON = frozenset(
    [
        *(
            "증감율",
            "증감률",
            "증감액",
            "재정비",
            "재정비율",
            "당해년",
            "당해연",
            "당해년도",
            "전년비",
            "산업화",
            "사업화",
        ),
        *("재편", "개편", "신산업", "신사업", "수의계약", "유지보수", "재정", "제정", "재고", "제고", "보수", "보급"),
        *("개정", "개선", "지정", "지적", "조성", "조정", "도입", "도약"),
    ]
)


def is_common(word: str) -> bool:
    """Whether a word is right although it may look like a slip of another."""
    return word in _COMMON


_ENDINGS = frozenset("은음는을던면며고지게인임일있없된됨될한함할")


def is_ending(one: str, other: str) -> bool:
    """Whether two words differ in the ending of a verb only: `높은`, `높음`."""
    return one[:-1] == other[:-1] and one[-1] in _ENDINGS and other[-1] in _ENDINGS


class Lexicon:
    """All words of the sources: where each stands, how often each stem does, each syllable, and two that follow each other."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self.sources = list(sources)
        self.spots: dict[str, list[Spot]] = defaultdict(list)
        for number, source in enumerate(self.sources):
            for match in _WORD.finditer(source.text):
                self.spots[match[0]].append((number, match.start()))
        self.forms: dict[str, list[str]] = defaultdict(list)
        self.stems: Counter[str] = Counter()
        self.pairs: Counter[str] = Counter()
        self.syllables: Counter[str] = Counter()
        for word, spots in self.spots.items():
            stem = stem_of(word)
            self.forms[stem].append(word)
            self.stems[stem] += len(spots)
            for syllable in word:
                self.syllables[syllable] += len(spots)
            for at in range(len(word) - 1):
                self.pairs[word[at : at + 2]] += len(spots)

    def where(self, stem: str) -> Iterator[tuple[str, Source, int]]:
        """Each word with this stem, the text it stands in, and at which sign."""
        for word in self.forms.get(stem, ()):
            for number, start in self.spots[word]:
                yield word, self.sources[number], start

    def neighbours(self, stem: str, limit: int = 80) -> Counter[tuple[str, str]]:
        """The stems before (`<`) and after (`>`) a word, over its first places."""
        found: Counter[tuple[str, str]] = Counter()
        for number, (word, source, start) in enumerate(self.where(stem)):
            if number >= limit:
                break
            before = _LAST_WORD.search(source.text[max(0, start - 24) : start])
            after = _NEXT_WORD.match(source.text, start + len(word))
            if before:
                found[("<", stem_of(before[1]))] += 1
            if after:
                found[(">", stem_of(after[1]))] += 1
        return found


@lru_cache(maxsize=32768)
def stem_of(word: str) -> str:
    """A word without its particle or the ending of its verb: `지원을` and `지원하는` are `지원`."""
    for start in range(2, len(word)):
        if word[start] in _VERB_BEGINS and _VERB.fullmatch(word, start):
            return word[:start]
    for length in range(min(_LONGEST_PARTICLE, len(word) - 2), 0, -1):
        if word[-length:] in _PARTICLE_SET:
            return word[:-length]
    return word


def sources(passages: Iterable[Passage], plan: Plan) -> Iterator[Source]:
    """The prose, and what the plan prints in words outside it."""
    for passage in passages:
        if not passage.row:
            yield Source(passage.text, passage, passage.places[0])
    yield from printed(plan)


def printed(plan: Plan) -> Iterator[Source]:
    """What the plan prints in words outside its prose: titles, names, reasons, formulas, sources, milestones, programmes, people."""
    titles = chain(
        ((name.written, name.place) for name in plan.names), ((node.title, node.place) for node in plan.nodes())
    )
    yield from (Source(text, None, place) for text, place in titles if text)
    for _, use in plan.uses():
        for field in _CELLS:
            if text := str(getattr(use, field)):
                yield Source(text, None, use.place, (use, field))
    yield from (Source(text, None, place) for text, place in _of_tasks(plan) if text)


def _of_tasks(plan: Plan) -> Iterator[tuple[str, Place]]:
    for task in plan.tasks():
        for milestone in task.milestones:
            yield f"{milestone.text} {milestone.note}", milestone.place
        for line in task.budget:
            yield line.name, line.place
        for person in task.people:
            yield f"{person.name} {person.note}", person.place
        for link in task.links:
            yield link.title, link.place
    for reference in plan.references:
        yield reference.name, reference.place
