"""Clauses that tell why, remarks behind the calculation and brackets that only tell: taken out of the sentence that sets.

`금리와 환율 변동에 민감하여 전년 실적의 92% …`: a clause without a figure, a year or a base that ends in a connective; `…를 목표로
하되, 여건이 악화된 점을 고려한 것임`; `3% 상향(국정과제와 연계)`. What says how to calculate stays.
"""

from collections.abc import Iterator
from itertools import pairwise

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import (
    BASE,
    BENDS,
    COUNTED,
    NAMED,
    OF_ELSE,
    SHORTEST,
    TIES,
    Parted,
    nameless,
    plainly,
    sentences,
    set_alone,
    tells,
    years_in,
)
from uigwe.reasons.spelling import replaced

# What says how to calculate.
_HOW = pattern_of(
    r"제외|배제|빼|균등|배분|차이|격차|추가|별도|기준으로|기준치|나누|나눠|나눈|가중(?!되|된)|비교|더하|더해|더한|합하|합산|합쳐|합해|곱|적용|환산|반올림|절사|버림|올림하|평균|추정|가정|간주|대체|포함|차감|공제|"
    r"한정|제한(?!되|된|적)|한하여|국한|상한|하한|한도|초과|이내|경우|조건|절반|상향|하향|가산|추가하|증액하|감액하|동일하게|같게|그대로|유지하(?!기)|동결|대상으로|표본|또는|혹은|다만|[상하]반기|분기|만을|각각|중에서|가운데에?서|분을|[+×÷=*→]"
)
CONNECTS = pattern_of(
    r"(?:하여|(?<![올피재상이저서동남공오])해|되어|돼|(?<!분)아|(?<![언영국한용단외])어|(?<![참기급잉수부대투관증])여|(?<![우배고장독])려|와서|[여어아해]서|므로|으나|(?:[중편]|상황|수준|실정|추세)이나|하나|되나|지만|도록|고자|커|커서|달라|몰라|빨라|늘어나|줄어들|위해서?|위하여|하고|되고|있고|으며|하며|되며|이며|하되|따라|따라서|따른|관계로|때문에|불구하고|"
    r"때|토대로|바탕으로|통해|통하여|힘입어|인해|중에도|상황에서도?|[는은인한된린딘난든운]가운데|임에도|함에도|맞추어|맞춰|대비하여|위한|인하여|인한)$"
)
# The year before, named as such and not as what is started from: `전년도 집행 부진을 만회하고자`.
_YEAR_BEFORE = pattern_of(
    r"(?:전년|작년|지난해)(?:도)?(?!도|실적|대비|보다|의(?!사업|집행|여건)|수준|목표|값|평균|에(?!이어)|점수|건수|인원)"
)
_AIM = pattern_of(r"않(?:도록|게|기위해)$")
_HINGE = pattern_of(r"(?:대비|보다|에서|에|기준으로|를|을|의|하되|하고|(?<!것)(?<!기)(?:은|는)|[,.])$")
_REFERS = pattern_of(r"이를|이보다|이의|이에|그(?:값|의|에|보다)|위|해당|같은|동일|이값")
_REMARK_AT = pattern_of(r"(?<=[가-힣)%]),|(?:하되|하며|으며|이며|하고),?")
_BRACKET = pattern_of(r"\(([^()]{4,60})\)")


def without_circumstances(laid: Laid) -> Iterator[Parted]:
    """The reason without clauses that tell why, without a remark behind it, without brackets that only tell; then without all."""
    alone = set_alone(laid)
    start = alone or Parted(laid)
    plain = start
    whole = len(sentences(start.laid)) < 2  # what may belong to another sentence stays
    for strip in (_without_brackets, _without_remark, _without_clauses) if whole else (_without_brackets,):
        for base in (start, plain) if plain is not start else (start,):
            less = strip(base.laid)
            if less is not None:
                gone = "".join(sign for sign, at in zip(laid.text, laid.starts, strict=True) if at not in less.starts)
                names = bool(BASE.search(gone) or _YEAR_BEFORE.search(gone) or COUNTED.search(NAMED.sub("", gone)))
                plain = Parted(less, start.apart, leans=True, clause=True, names=names)
                yield plain


def _without_brackets(laid: Laid) -> Laid | None:
    gone = [(*one.span(), "") for one in _BRACKET.finditer(nameless(laid)) if one.start() and _bracket_tells(one[1])]
    return replaced(laid, gone) if gone else None


def _bracket_tells(said: str) -> bool:
    """Whether a bracket only tells: a circumstance, or what something else came to."""
    if not tells(said) and not (_NOUNS_TELL.search(said) and not BENDS.search(said) and not TIES.match(said)):
        return False
    if _HOW.search(said) or (BASE.search(said) and not (_VIEWED.search(said) or _RANKED.fullmatch(said))):
        return False
    figures = bool(COUNTED.search(NAMED.sub("", said)))
    return not figures or bool(OF_ELSE.search(said) or _VIEWING.search(said) or _RANKED.fullmatch(said))


_NOUNS_TELL = pattern_of(
    r"(?:감안|고려|참고|(?:여건|상황|악화|둔화|변화|의견|특성|추세|취지|점)(?:을|를|등)?(?:종합)?반영|연계|조사|예상|전망|우려|예정|목표|인하|인상|감소|축소|악화|둔화|위축|확대|종료|도입|시행|개편|부족|증가|영향|여파|[높낮크많적]은수준|한수준)$"
)
_RANKED = pattern_of(r"(?:최근|과거)\d개?년(?:간|내|중|이래)?(?:가장[높낮많적크]은|최고|최대)(?:수준|치|실적)(?:임)?")
_VIEWED = pattern_of(r"(?:감안|고려|참고)(?:함)?$")
_VIEWING = pattern_of(r"(?:점|상황|여건|추세)(?:을|를|도)?(?:감안|고려|참고)(?:함)?$")


def _without_remark(laid: Laid) -> Laid | None:
    """Without the last remark, behind a comma or a connective: `…를 목표로 하되, 경기 침체로 여건이 악화된 점을 고려한 것임`."""
    text = nameless(laid)
    for one in reversed(list(_REMARK_AT.finditer(text))):
        behind = text[one.end() :]
        if (
            one.start() < SHORTEST
            or laid.gap[one.end() : one.end() + 1] != (True,)
            or not tells(behind, within=True)
            or _open(laid.text[: one.start()])
        ):
            continue
        word = "" if one[0] == "," else "함"
        return replaced(laid, [(one.start(), len(laid.text), word)])
    return None


def _open(text: str) -> bool:
    return text.count("(") != text.count(")")


def words_of(laid: Laid) -> list[tuple[int, int]]:
    """Where each word begins and ends: what stands between two blanks."""
    starts = [at for at in range(len(laid.text)) if not at or laid.gap[at] or laid.text[at - 1] == ","]
    return list(pairwise([*starts, len(laid.text)]))


def _without_clauses(laid: Laid) -> Laid | None:
    """Without the clauses that tell why: from where one may begin to the last connective behind which the calculation stands."""
    words = words_of(laid)
    gone: list[tuple[int, int, str]] = []
    at = 0
    while at < len(words):
        end = _clause_end(laid, words, at) if _may_begin(laid, words, at) else 0
        if end:
            gone.append((words[at][0], words[end][1], ""))
            at = end + 1
        else:
            at += 1
    return replaced(laid, gone) if gone else None


def _may_begin(laid: Laid, words: list[tuple[int, int]], at: int) -> bool:
    if not at:
        return True
    before = laid.text[words[at - 1][0] : words[at - 1][1]]
    if CONNECTS.search(laid.text[slice(*words[at])].rstrip(",")):
        # A verb, whose object stands before it.
        return False
    if before.endswith(("은", "는")) and COUNTED.search(laid.text[: words[at][0]]):
        # What a figure is told of goes on in the clause.
        return False
    return bool(_HINGE.search(before))


def _clause_end(laid: Laid, words: list[tuple[int, int]], at: int) -> int:
    """The last word of the circumstance that begins here; 0 without one."""
    found = 0
    start = words[at][0]
    text = nameless(laid)
    for last in range(at, len(words) - 1):
        said = text[start : words[last][1]].rstrip(",")
        behind = text[words[last][1] :]
        if (
            COUNTED.search(NAMED.sub("", said))
            or years_in(said)
            or _HOW.search(plainly(said))
            or BENDS.search(plainly(said))
        ):
            break
        if _open(said) or not CONNECTS.search(said) or (last == at and at):
            continue
        if BASE.search(_YEAR_BEFORE.sub("", said)) and not (_AIM.search(said) and BASE.search(behind)):
            continue
        if _REFERS.match(behind) or (
            not COUNTED.search(NAMED.sub("", behind)) and not (BASE.search(behind) and "반영" not in said)
        ):
            continue
        found = last
    return found if found > at or (found and not at) else 0
