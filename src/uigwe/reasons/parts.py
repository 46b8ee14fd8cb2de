"""A reason read without one or more of its parts, where each part that is left away is accounted for.

A reason that settles nothing as a whole often does without a note, a bracket, a sentence or a clause beside the calculation:
`전년 실적의 102% 달성 ※ 모집단: 전국 3,512개 읍·면·동`. A part may go when nothing in it bends, bounds or goes on with a
calculation and each of its figures is accounted for: a result that the table has, a figure of the very calculation, its
outcome, or something else that it is told of. What is left must settle the target by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, pairwise

from uigwe.reasons.account import bent, names_only
from uigwe.reasons.circumstances import CONNECTS, words_of
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import BASE, BENDS, NAMED, TIES, nameless, plainly, sentences, tells, years_in
from uigwe.reasons.spelling import replaced
from uigwe.reasons.surpassed import surpassed, surpasses
from uigwe.values import EXACT, rounded

MOST = 2  # parts that are left away together
LIKELIEST = 5  # parts that are looked at, those nearest to the end
_HUNDRED = Decimal(100)
_SHORTEST = 6  # signs of a reason that is left


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a reason that may be left away: what it says, and the figures and years it prints."""

    start: int
    end: int
    said: str
    clause: bool

    @property
    def figures(self) -> frozenset[Decimal]:
        """What it counts, without years, spans of years and numbers in names."""
        said = _SPAN.sub("", NAMED.sub("", self.said))
        return frozenset(Decimal(one[0].replace(",", "")) for one in _FIGURE.finditer(said))

    @property
    def years(self) -> frozenset[int]:
        return frozenset(years_in(self.said))


_FIGURE = pattern_of(r"(?<![’\d])\d+(?:,\d{3})*(?:\.\d+)?")
_DASH = pattern_of(r"(?<=[가-힣)])[-*](?=[가-힣(’\d])")
# What a printed figure covers: `12,340억원(이차보전 예산 제외)`.
_OF_FIGURE = pattern_of(
    r"[가-힣 ·]{0,8}(?:예산|사업비|보전|국비|지방비|융자|출연금|부가세|이월금|[가-힣]{2,5}비)[가-힣 ·]{0,6}(?:제외|포함|미포함)"
)
_AMOUNT = pattern_of(r"\d(?:억원|백만원|천만원|만원|조원|천원|원)$")
_NOTHING = "참고 사항"
# What is to be once there are more results: `…하고, 향후 3년치가 쌓이면 3년 평균의 105%로 변경할 예정`.
_LATER = pattern_of(
    r"(?:하고|하되|하며|으며|함|설정|음|[.]),?(?P<later>[,.]?(?:향후|이후|차기|추후)[^.]{0,20}(?:쌓이|누적되|축적되|확보되|안정되)면[^.]*(?:예정|계획)(?:임)?[.]?)$"
)
_LEFT_OUT = pattern_of(r"(?:년도?|실적|값|분|기간)?(?:은|는|을|를)?(?:제외|배제|빼|뺀|대신|미포함)")
_SPAN = pattern_of(r"1(?=[가-힣]{1,3}당)|\d+개?년(?!도)")
_BRACKETS = pattern_of(r"\([^()]*\)")
_MARKS = "-*※○●■□◦▪·: "


def spared(laid: Laid) -> Iterator[tuple[Laid, tuple[Part, ...]]]:
    """The reason without parts that could be left away, fewest first, and those parts."""
    found = [one for one in _parts(laid) if one.end - one.start < len(laid.text) and _may_go(one)][-LIKELIEST:]
    for size in range(1, min(len(found), MOST) + 1):
        for chosen in combinations(sorted(found, key=lambda one: one.start), size):
            if any(before.end > after.start for before, after in pairwise(chosen)):
                continue
            rest = replaced(laid, [(one.start, one.end, "") for one in chosen])
            if len(rest.text) >= _SHORTEST:
                yield rest, chosen


def accounted(part: Part, known: frozenset[Decimal], changes: frozenset[Decimal], taken: frozenset[int]) -> bool:
    """Whether what a part says is known without it.

    `known`: past results and the figures of the calculation; `changes`: by how much results went up or down; `taken`: the years
    of the calculation.
    """
    bare = plainly(part.said)
    known = known | changes if _CHANGED.search(bare) else known
    only_told = _tells(part)
    if part.years & taken and NOT_THERE.search(bare):
        return False
    if part.clause and _told_before(part, known):
        return True
    if part.figures <= known and part.years <= taken:
        if not part.figures and not part.years:
            return only_told or (
                not (_CALCULATES.search(bare) or BASE.search(bare) or bent(bare) or _TURNS.search(bare))
                and names_only(bare, beside=False)
            )
        if not part.figures and not part.clause:
            return only_told or bool(_WINDOW.fullmatch(part.said))
        return only_told or (bool(_MOVED.search(bare)) if part.clause else not _STEPS.search(bare))
    if part.figures <= known and not part.years & taken:
        return only_told and not BASE.search(bare)
    return not part.clause and (only_told or bool(_OF_ELSE.search(part.said)))


def _told_before(part: Part, known: frozenset[Decimal]) -> bool:
    """Whether a clause only says what was taken into account, or by how much something went on or fell as the target does."""
    if _CONSIDERED.search(part.said) or surpasses(part.said):
        return True
    return (
        bool(part.figures)
        and part.figures <= known
        and bool(_FOLLOWED.search(part.said) or _LIKEWISE.search(part.said))
    )


def changes_of(known: Known) -> frozenset[Decimal]:
    """By how much each result went up or down on the one before, in units and per cent, as such a change is printed."""
    results = {year: cell.value for year, cell in known.actuals.items() if cell.value is not None}
    return frozenset(
        rounded(abs(value - before) * part, places)
        for year, value in results.items()
        if (before := results.get(year - 1))
        for part in (Decimal(1), EXACT.divide(_HUNDRED, abs(before)))
        for places in (0, 1, 2)
    )


def _tells(part: Part) -> bool:
    """Whether a part only tells, what stands in its brackets included."""
    said = _BRACKETS.sub("", part.said)
    if tells(part.said, within=bool(part.figures)) or (said != part.said and not _FIGURE.search(said) and tells(said)):
        return True
    if part.clause:
        return False
    return bool(_CONCEDES.search(said)) or (bool(_APPRAISES.search(said)) and not (part.figures or _STEPS.search(said)))


def _parts(laid: Laid) -> Iterator[Part]:
    """Sentences, notes and points of a list; brackets; clauses that a connective or a comma ends."""
    text = nameless(laid)
    for start, end in _apart(laid):
        yield _part(text, start, end, clause=False)
        at = start
        for stop in _clause_ends(laid, start, end) if end - start > len(text) - _SHORTEST else ():
            yield _part(text, at, stop, clause=True)
            at = stop
    if later := _LATER.search(text):
        yield replace(_part(text, later.start("later"), len(text), clause=False), said=_NOTHING)
    for start, end in surpassed(laid):
        yield _part(text, start, end, clause=True)
    for start, end in _brackets(laid.text):
        if _OF_FIGURE.fullmatch(text, start + 1, end - 1) and _AMOUNT.search(text, 0, start):
            yield replace(_part(text, start, end, clause=False), said=_NOTHING)
        elif not _LEFT_OUT.match(text, end):
            yield _part(text, start, end, clause=False)


def _part(text: str, start: int, end: int, *, clause: bool) -> Part:
    said = text[start:end]
    said = said[1:-1] if said.startswith("(") and said.endswith(")") else said
    return Part(start, end, said.strip(_MARKS).rstrip(".,"), clause)


def _apart(laid: Laid) -> Iterator[tuple[int, int]]:
    for start, end in sentences(laid):
        at = start
        for one in _DASH.finditer(laid.text, start, end):
            if laid.gap[one.start()] and laid.gap[one.end()] and not _within(laid.text, one.start()):
                yield at, one.start()
                at = one.start()
        yield at, end


def _within(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)


def _clause_ends(laid: Laid, start: int, end: int) -> Iterator[int]:
    for at, stop in words_of(laid):
        ends = (
            _COMMA.search(laid.text, stop - 1, stop + 1)
            or _ENDS.search(laid.text[start:stop])
            or CONNECTS.search(laid.text[start:stop])
        )
        if ends and start <= at < stop < end and not _within(laid.text, stop):
            yield stop


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    depth, begin = 0, 0
    for at, sign in enumerate(text):
        if sign == "(":
            begin = at if not depth else begin
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
            if not depth and begin:
                yield begin, at + 1


def _may_go(part: Part) -> bool:
    """Whether nothing in a part bends, bounds or goes on with a calculation, wherever it stands."""
    bare = _HARMLESS.sub("", plainly(part.said))
    if part.clause and (_CONSIDERED.search(part.said) or _FOLLOWED.search(part.said) or surpasses(part.said)):
        return not TIES.match(part.said)
    return len(part.said) > 1 and not BENDS.search(bare) and not TIES.match(part.said) and not _SETTLES.search(bare)


# Words that look as if they bent something: what is counted, how it was asked, of whom.
_HARMLESS = pattern_of(
    r"(?:예산|인력|정원|사업비|단가|인건비)(?:이|가|은|는)?동결(?:된|되어|되는|상태|로)|모집단(?=은|:|\d)|표본(?=수|\d|조사)|조사표본"
)
# What says how the calculation is to be done.
_SETTLES = pattern_of(
    r"반올림|절사|절상|버림|버리|버려|나머지|n-1|분모|올림(?=처리|하|함)|단리|복리|STDEV|σ|대체|환산|가중|자리|누적|누계|일부|미만|하되$|재설정|백분율|[상하]반기|분기|개월|마다|격년|할인|아님|아닌|기준(?:은|는|:)|감안하여$|고려하여$|종합하여$"
)
# What says how much, or what not.
_TURNS = pattern_of(r"추가|아님|아닌|수록|크게|높게|낮게|적게|많게|따라|반영")
# The years of the calculation told once more.
_WINDOW = pattern_of(r"(?:’?\d{2,4}|년도?|~|[,·→]|실적|기준|평균|연도별|최근|동안|간|의)+")
# A year that has no result, or none that counts.
NOT_THERE = pattern_of(r"불가|곤란|미집계|미실시|미조사|왜곡|특이|이례|중단|취소|없")
_COMMA = pattern_of(r",(?!\d)")
_ENDS = pattern_of(r"(?:에도|에서도|만큼)$")  # a clause, besides what `circumstances` knows
# What was merely taken into account, and what the calculation follows.
_CONSIDERED = pattern_of(
    r"(?:점|사실|추세|흐름|상황|여건|특성|실적|평균|추이|인원|건수|율|률|폭|규모|수준)(?:\([^()]*\))?(?:을|를|도|등을)(?:함께|충분히|종합적으로)?(?:감안|고려|참고)(?:하여|해|하되),?$"
)
_FOLLOWED = pattern_of(
    r"(?:추세|흐름|기조)(?:를|을)?(?:연장|유지|반영|감안|이어가|이어)(?:하여|해|면서|아|받아|서)?,?$"
)
# What something else did, as the target does: `예산이 전년보다 20% 감액된 만큼`.
_LIKEWISE = pattern_of(r"^(?!실적|목표|전년)[가-힣]{2,16}(?:이|가)[^,]*(?:된|한|는|인)만큼$")
_CHANGED = pattern_of(r"전년|대비|증가|감소|급감|급증|하락|상승|늘|줄")
# What happened to a result: `’20년 실적이 급감(전년比 △41%)하여`.
_MOVED = pattern_of(
    r"(?:급감|급증|감소|증가|하락|상승|둔화|위축|줄어들|늘어나)(?:\([^()]*\))?(?:하여|하였으나|했으나|하였고|하였으며|했고|였으나|았으나|었으나|함에따라),?$"
)
# What a level or a state is worth, at the end.
_APPRAISES = pattern_of(
    r"(?:곤란|도전적|적극적|어려움|불가|차원|미흡|부족|저조|한계|상존|우려|둔화|악화|심화|급감|급증|정체|불가피|(?:감안한|고려한|반영한)(?:최대치|결과|결과임|수치|목표|수준|값))$"
)
_CONCEDES = pattern_of(
    r"(?:에도|에서도|지만|임에도)(?:불구하고)?(?!.*(?:\d|전년|평균))[가-힣,]{2,20}(?:잡음|설정|설정함|잡았음|설정하였음|정함)$"
)
# What calculates, or sets.
_CALCULATES = pattern_of(
    r"평균|곱|더하|더해|더한|보태|얹|빼|뺀|차감|공제|가산|합산|합계|합친|합한|유지|상향|하향|조정|[높낮](?:인|여|임|춤|춰|춘)|늘려|늘린|늘림|줄여|줄인|줄임|감축|절감|"
    r"단축|적용|나누|나눈|나눠|절반|중간|편차|중앙값|최고|최저|최대|최소|추세선|분(?=을|만)|폭(?=을|만)|동일|같은|배(?:로|의|를)|기준|대비|보다|목표|설정|산정|산출|잡|정함|각각|[+×÷=→~]"
)
_STEPS = pattern_of(
    r"곱하|곱한|더하|더해|더한|보태|빼|뺀|차감|공제|가산|합산|상향하|상향함|하향|조정(?!제도|위원)|적용|나누|나눈|나눠|설정|산정|산출|잡음|정함|추가|[+×÷]"
)
# `OECD 평균은 71.2%`, `모집단: 전국 3,512개`: what something else came to.
_OF_ELSE = pattern_of(
    r"^(?!기준|목표|실적|평균|단위|산식|최근|전년|직전|올해|금년)(?:[가-힣A-Za-z·]{2,20}?(?<!실적)(?<!목표))(?:은|는|이|가|:)[^.:\d]{0,16}\d[\d.,]*(?:%p?|[가-힣]{0,2})(?:[가-힣·]{2,12}|내외|수준|임)?(?<![함됨음])$"
    r"|^(?:동기간|같은기간|동기)?(?:OECD|EU|전국|세계|선진국|타부처|타기관|업계|민간|업종)[가-힣]{0,10}(?:은|는|이|:)?\d[\d.,]*[가-힣%]{0,6}$"
)
