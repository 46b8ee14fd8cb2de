"""What the prose below an indicator's table says of how it is measured: a formula in full, the records it is taken from, who is asked.

This module is the grammar of such remarks.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from uigwe.audit.text.passages import Passage
from uigwe.audit.words.names import squeezed
from uigwe.plan import Plan, Use
from uigwe.reasons.patterns import pattern_of

_IN_FULL = pattern_of(
    r"산식[을를의은는]?\s?(?:상세|세부|구체)|(?:상세|세부|구체)(?:적인|적)?\s?(?:측정\s?)?산식|산식\s?(?:설명|풀이)"
)
_WEIGHTED = pattern_of(r"[×xX*ⅹ✕·]\s*(?P<weight>\d{1,3}(?:\.\d+)?)\s*%")
_OVER_TARGET = pattern_of(r"[/÷][^/÷]{0,24}목표")
_RECORDS = pattern_of(r"(?P<name>[가-힣A-Za-z·]{2,14}?)\s?(?:DB|디비|데이터베이스)")
_BELOW = pattern_of(r"표본|선정\s?방법|측정\s?방법|자료\s?(?:출처|원|수집)|집계\s?방법|전수")
_BEGINS, _LEAST_WORD = 2, 3
# So many letters in common are no chance.
_TELLING = 5
# So many passages behind the one that says that a formula follows.
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Told:
    """What a passage tells: the words, and where they stand."""

    text: str
    passage: Passage
    start: int


def remarks(read: Sequence[Passage], plan: Plan) -> Iterator[tuple[Use, Sequence[Passage]]]:
    """Each use of an indicator with the passages of its section, where that has no other; else with those that name it."""
    sections: dict[str, list[Passage]] = defaultdict(list)
    for passage in read:
        if passage.places[0].code:
            sections[passage.places[0].code].append(passage)
    uses = [use for _, use in plan.uses()]
    alone = {use.code for use in uses if sum(other.code == use.code for other in uses) == 1}
    for use in uses:
        own = sections.get(use.code, [])
        bare = squeezed(use.name)
        named = own if use.code in alone else [one for one in own if bare and bare in squeezed(one.text)]
        if named:
            yield use, named


def weighted_formula(read: Sequence[Passage]) -> tuple[tuple[str, ...], Told] | None:
    """A formula told in full as a sum of weighted parts: the weights, and where it stands."""
    for at, passage in enumerate(read):
        if not _IN_FULL.search(passage.text):
            continue
        for after in read[at : at + _NEAR]:
            found = list(_WEIGHTED.finditer(after.text))
            if len(found) > 1:
                return tuple(one["weight"] for one in found), Told(after.text, after, found[0].start())
    return None


def in_full(read: Sequence[Passage]) -> Told | None:
    """The passage that divides by a target where a formula is told in full."""
    for at, passage in enumerate(read):
        if _IN_FULL.search(passage.text):
            return next(
                (Told(one.text, one, 0) for one in read[at : at + _NEAR] if _OVER_TARGET.search(one.text)), None
            )
    return None


def weights_in(formula: str) -> int:
    """How many weighted parts a formula has."""
    return len(_WEIGHTED.findall(formula))


def records_of(text: str) -> tuple[str, ...]:
    """The records that a text names: `고용보험 DB`."""
    return tuple(match["name"] for match in _RECORDS.finditer(text))


def other_records(source: str, read: Sequence[Passage]) -> Told | None:
    """Other records than those of the source, which the prose names where it says how is measured."""
    own = [squeezed(name) for name in records_of(source)]
    if not own:
        return None
    for passage in read:
        if not _BELOW.search(passage.text):
            continue
        for match in _RECORDS.finditer(passage.text):
            name = squeezed(match["name"])
            if not any(_may_be_one(name, known) for known in own):
                return Told(match[0], passage, match.start())
    return None


_RESULT = pattern_of(
    r"[‘’'`´′]\s?(?P<year>\d{2})\s?년?도?\s?실적\s?\)?\s?:?\s?(?P<what>[가-힣· ]{4,30}?)\s?(?:총|약)?\s?"
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[가-힣%]{1,3})"
)


def result_told(use: Use, unit: str, years: tuple[int, ...], read: Sequence[Passage]) -> tuple[int, str, Told] | None:
    """The result of one of these years that the prose tells in the words of the formula: the year, the figure, and where it stands."""
    known = squeezed(f"{use.name} {use.formula}")
    for passage in read:
        match = _RESULT.search(passage.text)
        if match is None or 2000 + int(match["year"]) not in years or not unit or not match["unit"].startswith(unit):
            continue
        words = passage.text[match.start("what") : match.end("number")] + unit
        if len(squeezed(match["what"])) >= _TELLING and squeezed(match["what"]) in known:
            return 2000 + int(match["year"]), f"{match['number']}{unit}", Told(words, passage, match.start())
    return None


def _may_be_one(one: str, other: str) -> bool:
    """Whether two names of records share a beginning, or one holds the other."""
    return one in other or other in one or one[:_BEGINS] == other[:_BEGINS]


# ── of whom the name speaks, and whom the formula counts ─────────────────────────────────────────────────────────────

_PEOPLE = "소상공인|중소기업|소공인|중견기업|기업|근로자|구직자|청년|농가|어가|업체|점포|주민|학생|가구|환자|이용자|수급자|노인|어르신|장애인|아동"
_OF_NAME = pattern_of(rf"^(?P<which>[가-힣]{{2,8}})\s?(?P<who>{_PEOPLE})의\s")
_NEUTRAL = pattern_of(
    r"지원|참여|대상|수혜|전체|총|신청|선정|해당|당해|응답|조사|표본|신규|기존|국내|일반|모든|포함|관련|등록|[한된는은을인받]$"
)


def other_people(use: Use) -> str:
    """Whom the formula counts where the name speaks of others of the same kind; empty where the name's own stand anywhere.

    `귀촌 청년의 정착 비율`, `창업농 청년 수`.
    """
    named = _OF_NAME.match(use.name)
    if named is None:
        return ""
    told = squeezed(" ".join((use.formula, use.annexed_formula, use.source, use.reason)))
    if named["which"] in told:
        return ""
    for match in re.finditer(rf"(?P<which>[가-힣()]{{2,14}})\s?(?P<who>{named['who']})", use.formula):
        which = match["which"]
        bare = re.sub(r"포함$", "", squeezed(which))
        if len(bare) >= _LEAST_WORD and not _NEUTRAL.search(bare) and bare not in squeezed(use.name):
            return match[0]
    return ""
