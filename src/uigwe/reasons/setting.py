"""What a reason sets, and what it only tells: the one place where a sentence, a clause or a bracket is judged.

A target is set by one sentence (`… 92% 수준으로 설정`). What stands beside it and sets nothing (a state, an expectation, what
happened, what it is worth) takes nothing away and adds nothing, whatever figures it prints: `보조율이 70%에서 50%로 인하되어
참여가 줄 것으로 예상됨`. It is told by its predicate: one that neither sets nor calculates, in a sentence that goes on with no
calculation, bounds none and leaves nothing out. `circumstances` does the same within a sentence.
"""

import re
from dataclasses import dataclass

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

# ── sentences ──

# Verbs that set a target, or are a step of a calculation.
_SETTING = "설정|산정|산출|책정|제시|결정|부여|계산|도출|확정|추계|추산|선정|배정"
_STEPPING = (
    "가산|추가|상향|하향|조정|변경|수정|적용|합산|환산|차감|공제|증액|감액|동결|반올림|절사|버림|대체|가중|보정|제외|배제|포함|미포함|미반영|"
    "한정|제한|국한|산입|합계|평균|준용|할인|할증|배분|안분|누적|(?<![부적결연종통화융])합|(?<![예증삭가절경])감"
)
_ENDING = (
    "(?:하|되)?(?:였|었)(?:음|다)|함|됨|했음|됐음|했다|됐다|한다|된다|하다|임|(?:한|된|하는|되는|할|될)(?:것|값|수치|수준|결과|금액|인원|건수|계획|예정)(?:임|이다|이었음)?|"
    "(?:하기로|하고자|하려|하도록|되도록|하려고)(?:함|하였음|했음)|예정(?:임)?|계획(?:임)?|가능(?:함)?|필요(?:함)?|"
)
_SETS = pattern_of(
    rf"(?:{_SETTING}|{_STEPPING})(?:{_ENDING})$"
    r"|(?<!기)로(?:함|하였음|했음|한다|하였다|삼음|삼았음|잡음|잡았음|둠|두었음|봄|보았음|맞춤|맞추었음)$|(?:택|취)(?:함|하였음|했음)$|다고(?:봄|보았음)$"
    r"|(?:높이|낮추|늘리|줄이|올리|내리|(?:확대|유지|달성|감축|축소|개선)하)(?:고자|려|기로)(?:함|하였음|했음|한다)$"
    r"|(?:정함|정하였음|정했음|정한것임|정한값임|잡음|잡았음|잡은것임|둠|두었음|삼음|삼았음|더함|더하였음|더했음|얹음|얹었음|보탬|뺌|뺐음|곱함|곱하였음|곱했음|나눔|나누었음|"
    r"높임|낮춤|늘림|줄임|올림|내림|올렸음|낮추었음|높였음|늘렸음|줄였음|거침|구함|구하였음|구했음)$"
    r"|(?:곱|나누|나눠|나눈|뺀|더한|빼|보탠|얹은)[가-힣]{0,3}(?:값|것|수치|수준|결과|금액|인원|건수)(?:임|이다)?$"
)
# A step on the way, of a sentence that has figures: `신규 5건을 추가하여 …`.
_STEPS = pattern_of(
    rf"(?:{_SETTING}|{_STEPPING})(?:하여|하고|하되|하며|해서|해|한후|한뒤|한다음|한(?=값|수준|수치|것|인원|금액|건수|목표)|시켜|시킨)"
    r"|더하여|더해|더한|빼고|뺀|곱하여|곱한|곱해|나누어|나눈|나눠|올려|올린|높여|높인(?!점)|낮춰|낮춘|늘려|늘린|줄여|줄인|[+×÷=*]|\d→"
)
# What goes on with the calculation wherever it stands in a sentence: a part, a bound, a condition, something settled later.
BENDS = pattern_of(
    r"(?:이|그|동)(?:중|가운데)(?:에서|의)?(?:\d|절반|일부|만)|절반|나머지|각각|또는|혹은|대신|"
    r"만(?:을|이)?(?:반영|집계|포함|적용|해당|운영|산정|대상|인정|실시)|에한[하해함]|한정|국한|"
    r"(?<!향)상한|(?<![인저강])하한|한도|\d[^.,]{0,6}이내|초과하지|(?<!뛰어)넘지|최대\d|최소\d|최대값|최소값|"
    r"(?<!의)경우|조건으로|조건부|전제|(?:확보|승인|편성|통과|달성|미달|초과)시(?![장설스])|(?:되|[확승통미달성과]하)면(?!서|적|담|허|제)|"
    r"협의|추후|재산정|재설정|재조정|실제(?:로|목표)|최종|결국|취소|철회|보류|미정|동결|별도(?:로)?(?:산정|가산|추가|설정)|"
    r"(?:[상하]반기|\d/?4?분기|월평균|일평균)(?:까지|만|기준|실적|집계|분)|\d+개월(?:분|간|만)|표본|모집단|단위는|(?:년|연도|개년)임$"
    r"|제외|배제|미포함|포함하지|반영하지|빼고|미반영"
)
TIES = pattern_of(
    r"^(?:다만|이때|여기에|여기서|그중|이중|또는|혹은|추가로|더하여|단,|최종|상한|하한|산식|산출|산정|이값|그값|위값|이를(?!위|통)|이의|이에(?=\d|더|추가|가산|곱))"
)
# A sentence that says what one of the calculation's own words stands for.
_DEFINES = pattern_of(
    r"^(?:기준|목표|실적|평균)(?:치|값|연도)?(?:은|는)[^.]*(?:목표|실적|평균|추정)(?:치|값)?(?:임|이다)$|^[가-힣’\d]{0,10}?(?:기준|목표|실적|평균|증가율|단위|가중치|기간|분모|분자|연도|대상|비율|값|기준치|최근\d개?년)(?:치|값|년도)?(?:은|는|:)[^.]*\d[^.]*$"
)
# `… 연평균 증가율(4.2%)보다 보수적으로 적용`: how it compares with something else.
_COMPARES = pattern_of(
    r"(?:율|률|폭|실적|평균|수준)(?:\([^()]*\))?보다(?:더|다소)?(?:보수적|적극적|도전적|소극적|공격적|높|낮)(?:으로|게)(?:적용|설정|산정|책정)(?:함|하였음|한것임)?$"
)
# What a target or a state is worth, whatever stands before.
_JUDGES = pattern_of(
    r"(?:높|낮|많|적|크|작|어렵|[가-힣]{1,3}(?:한|된|인|는|적))(?:은|운|인|한)?(?:수준|목표|상황|여건|실정|추세|상태|편|값|수치|것)(?:임|이다|으로판단됨)$"
)
_TAKES_IN = pattern_of(
    r"(?<!미)(?:반영|적용|감안|고려|참고)(?:함|하였음|했음|한것임|한(?:값|수치|수준|목표|결과)임|하였으며)$"
)
_VIEWED = pattern_of(
    r"(?:점|상황|여건|추세|영향|현실|특성|둔화|악화|변화|의견|취지|중요성|필요성|실정|효과|수요|전망|부담|한계)(?:을|를|등을|도|까지)?(?:함께|종합적으로|충분히|적극)?$"
)
_NOMINAL = pattern_of(r"(?:예상|전망|우려|필요|기대|노력|한계|어려움|부담|불가피|예정|계획|추세|상황|실정|여건|수준)$")
# A figure that the predicate takes: `우천 결손 5%를 덜어냄` may be a step, whatever the verb.
_TAKES = pattern_of(
    r"\d[\d.,]*(?:%p?|[가-힣]{0,3})(?:을|를|만큼|씩)(?!(?:상회|하회|웃|밑|넘|초과|기록|달성|차지|유지|보이|나타)[가-힣]{0,14}$|"
    r"(?:개최|운영|실시|지원|투입|확보|배치|추진|채용|신설|편성|증원)[가-힣]{0,9}$)[가-힣]{1,8}$"
)
COUNTED = pattern_of(r"(?<![’\d제])\d")
NAMED = pattern_of(
    r"’\d{2}년?|(?:19|20)\d{2}년?|제\d+(?:차|형|기|호|단계)|\d{1,2}개?년(?:간|연속|째|내|이상|이래)|\d+·\d+(?=전|민주|항쟁)"
)
_ENDS = pattern_of(r"(?<![\dA-Za-z])[.]|(?<=[A-Za-z])[.](?![\dA-Za-z])|(?<=\d)[.](?=[가-힣]|[A-Z]{2})|[※○●■□◦▪]")
_BETWEEN = pattern_of(r"(?<=\d)[.](?=\d)")  # a sign of a note between two figures
_YEAR = pattern_of(r"(?<!\d)(?:’(\d{2})|(20\d{2}))(?!\d)")
_IN_A_NAME = pattern_of(r"(?<=[가-힣A-Z]{2})\d{1,3}(?![\d.,%])")
_PARTICLES = "를을은는의에와과도로이가및"
# What a calculation could start from.
BASE = pattern_of(
    r"전년(?!도?대비)|전년도?대비|작년|지난해|직전|전전년|최근\d|최근[가-힣]{1,2}개?년|과거\d|직전\d|평균|중앙값|추세선|최고치|최저치|최댓값|최솟값|당초|"
    r"(?<![가-힣])실적|실적(?=치|값|의|보다|대비|에|을기준|과|수준)|목표(?:치|값)?(?=대비|보다|에서|를기준|에비해|치|값)|(?<!물가)(?<!경제)(?<!임금)(?<!수요)(?:증가|상승|성장|감소)[율률폭]|기준(?:값|치|연도)"
)
# What is told of something else: `보조율이 70%에서 …`.
OF_ELSE = pattern_of(r"^(?!실적|목표|전년|평균)[가-힣]{2,16}(?<!실적)(?<!목표)(?:이|가|은|는)[가-힣]{0,8}\d")
_FINAL_M = 16  # the place of the final consonant by which a verb is made a noun
SHORTEST = 4  # signs of the shortest remark
_LEFT_OUT = pattern_of(
    r"(?:’\d{2}|20\d{2})년?(?:도)?(?:실적|값|자료)?(?:은|는)?(?:산정|산출|평균|계산)?(?:에서|에)?(?:제외|배제|미포함|미반영|포함하지않|반영하지않)(?:하였음|했음|함|음|았음|되었음|됨)$"
)


@dataclass(frozen=True, slots=True)
class Parted:
    """A reason without what it only tells. `apart`: years that the rest may not take, since they are said to be left out."""

    laid: Laid
    apart: frozenset[int] = frozenset()
    leans: bool = False  # whether what was left away names something that the rest could have leant on
    clause: bool = False  # whether a part of the very sentence was left away
    names: bool = (
        False  # whether what was left away names a base or a figure, which a reading of the whole may have taken in
    )


def sentences(laid: Laid) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, without the sign that parts it from the next."""
    found: list[tuple[int, int]] = []
    start = 0
    depth = [0]
    for sign in laid.text:
        depth.append(max(0, depth[-1] + (sign == "(") - (sign == ")")))
    ends = [*_ENDS.finditer(laid.text), *(one for one in _BETWEEN.finditer(laid.text) if laid.gap[one.end()])]
    for one in sorted(ends, key=lambda one: one.start()):
        if depth[one.start()]:
            continue
        found.append((start, one.start()))
        start = one.end()
    found.append((start, len(laid.text)))
    return [(at, end) for at, end in found if end - at > 1]


def tells(said: str, *, within: bool = False) -> bool:
    """Whether a sentence or a remark only tells: its predicate sets nothing, and nothing in it goes on with a calculation.

    `within`: it stands in the same sentence as the calculation, and must say of what it tells where it prints figures.
    """
    said = said.strip("-*※○●■□◦▪ ").rstrip(".,")
    if len(said) < SHORTEST or TIES.match(said) or BENDS.search(plainly(said)):
        return False
    counted = bool(COUNTED.search(NAMED.sub("", said)))
    if taken := _TAKES_IN.search(said):
        return bool(_VIEWED.search(said[: taken.start()])) or (not counted and said[: taken.start()].endswith("점을"))
    if _COMPARES.search(said):
        return True
    if any(_SETS.search(part) for part in said.split(",")) or (_DEFINES.search(said) and not _JUDGES.search(said)):
        return False
    if counted and (_STEPS.search(said) or _TAKES.search(said) or (within and not OF_ELSE.search(said))):
        return False
    return bool(_NOMINAL.search(said)) or said.endswith("다") or is_told(said[-1])


def sets(said: str) -> bool:
    """Whether a sentence sets a target, or takes a step of its calculation."""
    said = said.strip("-*※○●■□◦▪ ").rstrip(".,")
    return any(_SETS.search(part) for part in said.split(",")) and not _TAKES_IN.search(said)


def steps(said: str) -> bool:
    """Whether a sentence takes a step with a figure: `1%를 상향한 점수`."""
    return bool(COUNTED.search(NAMED.sub("", said)) and _STEPS_WITH.search(said))


_STEPS_WITH = pattern_of(
    r"\d[\d.,]*(?:%p?|[가-힣]{1,3})?(?:를|을|만큼|씩)?(?:추가로?|더)?(?:상향|하향|가산|추가|차감|확대|감축|단축|증액|감액|높[이인여]|낮[추춘춰]|늘[리린려]|줄[이인여]|더[한하해]|올[리린려])"
)


def nameless(laid: Laid) -> str:
    """The signs, those of figures in names (`정부24`, `코로나19`) made letters: they hang on a word and count nothing."""
    text = laid.text
    for one in _IN_A_NAME.finditer(text):
        if not laid.gap[one.start()] and (
            one.end() == len(text) or laid.gap[one.end()] or text[one.end()] in _PARTICLES
        ):
            text = text[: one.start()] + "가" * len(one[0]) + text[one.end() :]
    return text


def plainly(said: str) -> str:
    """Without the words that only look as if they bent something."""
    return re.sub(r"초과달성|(?:감안|고려|비교|감안)하면|최종보고|최대(?:한|규모)|최소화|무제한", "", said)


def is_told(sign: str) -> bool:
    """Whether a word ends as a verb does that is made a noun: 함, 있음, 떨어짐."""
    return "가" <= sign <= "힣" and (ord(sign) - ord("가")) % 28 == _FINAL_M and sign != "점"


def set_alone(laid: Laid) -> Parted | None:
    """The reason without the sentences that only tell; None when there are none, or nothing else."""
    parts = sentences(laid)
    if len(parts) < 2:
        return None
    text = nameless(laid)
    kept: list[tuple[int, int]] = []
    apart: set[int] = set()
    for start, end in parts:
        said = text[start:end]
        if kept and _LEFT_OUT.search(said):
            apart |= years_in(said)
        elif not (tells(said) and not _single(laid, start)):
            kept.append((start, end))
    kept = kept or [(at, end) for at, end in parts if COUNTED.search(said := text[at:end]) and BASE.search(said)][:1]
    if not kept or len(kept) == len(parts):
        return None
    gone = [(start, end) for start, end in parts if (start, end) not in kept]
    said = "".join(laid.text[start:end] for start, end in gone)
    return Parted(_without(laid, gone), frozenset(apart), bool(BASE.search(said)))


# A sentence that makes something more of what was just calculated, or takes a part of it.
_MAKES_MORE = pattern_of(
    r"^(?:다만|단),?[^.]*만(?:반영|집계|포함|적용|인정)|^(?:여기에|여기서|이값|그값|이를(?!위|통)|이에(?=\d|더|추가|가산|곱)|추가로|(?:이|그)(?:중|가운데)|그결과(?:에서|에|의)|"
    r"실제(?:로는?|목표)|목표는이|이(?:의|보다)(?:\d|절반|반(?=만|을))|이후매년)|(?:평균|실적)[^.]*(?:뺀|더한|곱한|나눈|차감한|가산한)(?:값|것|수치)임$|^신규[^.]*\d[^.]*(?:더하여|더해|가산하여|추가하여|얹어|보태어)[^.]*(?:잡음|설정|산정|정함|설정함|산정함)$|추가(?:로)?(?:반영|가산|적용|포함)(?:함|하였음|한값임|할예정임|하기로함)$"
)
_MAY_CHANGE_NOTHING = pattern_of(r"상한|하한|한도|넘지|초과하지|이내|최대|최소|반올림|절사|버림|올림|소수|정수")


# A bracket that does so: `(이 중 90%)`, `(7개월 기준)`.
_MORE_IN_BRACKETS = pattern_of(
    r"\((?:(?:이|그)(?:중|가운데)[^()]*|(?!12)\d{1,2}개월(?:분|기준)|가중치\d[^()]*|[^()]*만(?:집계|반영|인정))\)$"
)


def going_on(laid: Laid) -> list[tuple[Laid, Laid]]:
    """Each sentence (or the bracket at the end) that goes on with the calculation, with the reason without it.

    A reading that heeds it comes to something else than the rest does, unless the sentence says the same once more.
    """
    text = nameless(laid)
    found = [
        (laid.part(start, end), _without(laid, [(start, end)]))
        for start, end in sentences(laid)[1:]
        if _MAKES_MORE.search(said := text[start:end])
        and not _MAY_CHANGE_NOTHING.search(said)
        and not (tells(said) or _TAKES_VIEW.search(said))
    ]
    if bracket := _MORE_IN_BRACKETS.search(text):
        found.append((laid.part(*bracket.span()), laid.part(0, bracket.start())))
    return found


_TAKES_VIEW = pattern_of(r"(?:점|상황|여건|추세)(?:을|를|도)?(?:추가로)?(?:감안|고려|참고|반영)(?:함|하였음|한것임)$")


def _single(laid: Laid, start: int) -> bool:
    """`단 …`: the word that takes something back, standing by itself."""
    text = laid.text
    return text[start : start + 1] == "단" and start + 1 < len(text) and laid.gap[start + 1]


def _without(laid: Laid, gone: list[tuple[int, int]]) -> Laid:
    """Without these sentences, and without the signs that parted them."""
    spans = []
    for start, end in gone:
        if end < len(laid.text):
            end += 1
        else:
            start = max(0, start - 1)
        spans.append((start, end, ""))
    return replaced(laid, spans)


def years_in(text: str) -> set[int]:
    return {2000 + int(one[1]) if one[1] else int(one[2]) for one in _YEAR.finditer(text)}
