"""What a sentence or a bracket behind the calculation tells of something else: `… 3% 상향. 강사는 28명에서 30명으로 늘릴 예정임`.

Such a remark may print figures, as long as they count something else than the indicator does. Nothing that calculates, bounds
or settles the target otherwise is left away, and nothing that speaks of a part of the year.
"""

import re
from collections.abc import Iterator

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_ENDS = pattern_of(r"(?<!\d)[.](?!\d)|(?<=\d)[.](?=[가-힣])|[※○●■□◦]")
_COUNTING = "건|명|인|점|개|회|일|시간|분|초|원|톤|곳|가구|세대|대|종|편|척|호|팀|km|ha|m|달러|불|주|차시|학급|권|교|과정|과제|필지"
_WHOLE = frozenset("건 명 인 개 회 곳 가구 세대 대 종 편 척 호 팀".split())  # noqa: SIM905
# What the nouns of an outcome count.
_NOUNS = {
    "건수": "건", "인원": "명", "자수": "명", "자 수": "명", "점수": "점", "면적": "ha|m|km", "금액": "원", "일수": "일", "가구수": "가구",
}  # fmt: skip
_FIGURE = pattern_of(rf"(?<![’\d])\d[\d,.]*(?:십|백|천|만|억|조)*({_COUNTING})?")
_PART = pattern_of(r"\d[\d,.]*(?:%|배(?!정|분|출)|할|푼|분의|퍼센트|프로|포인트)")
# What goes on with the calculation, bounds it or says it otherwise.
_GOES_ON = pattern_of(
    r"목표|평균|가산|더하|더한|더해|뺀|빼|차감|상향|하향|증액|감액|상한|하한|이내|초과|미달|미만|이상|이하|추가|제외|배제|합산|합계|합한|절반|최소(?!화)"
    r"|최대|조정|변경|취소|철회|동결|재산정|보정|가중|환산|반올림|절사|올림|버림|중복|[+×÷=*→]|대신|실제|결과적|최종|유보|보류|개월|반기|분기|월만"
    r"|만(?=포함|적용|반영|집계|해당|대상|운영|실시|산정)|한정|국한|실적|기준(?=은|을)|곱|로나눈|로나누어(?!운영|실시|개최|진행|추진|시행)|감한|덜|얹|보태|협의|확정|미정|않|못|아니|경우|조건|전제|또는|폐지|폐쇄|(?<!무)중단"
)
_TAKES_UP = pattern_of(
    r"단,?(?![가-힣])|단[가-힣]|다만|그러나|이때|여기에|이에|이를|이는|이것|그[가-힣ㄱ-ㅎ]?(?:중|에|를|값|것)|위의|또한|이후|나머지|이중|여기서|올해|금년"
)
# `다만 단속인력(25명)은 전년과 동일`: of something else it says that nothing changes.
_UNCHANGED = pattern_of(
    r"(?:단,?|다만,?)?[가-힣]{0,8}(?:인력|예산|사업비|정원|조직|장비|단가|재원|인원)(?:\([^()]*\)|\d[\d,.]*[가-힣]{1,3})?(?:은|는)전년(?:도)?(?:과|와)(?:같음|동일|동일함|동일하게유지)"
)
# Rates that tell of the terms of a grant or of a survey.
_OF_HELP = pattern_of(r"(?:국고보조|보조|자부담|응답|회수)[율률]\d[\d.]*%(?:,|와|이며)?")
_CONSIDERED = pattern_of(r"(?:한|인|된|던|은|는)점(?:을|도)(?:함께)?(?:참고|고려|감안|참작)(?:함|하였음|했음|한것임)?")
_TELLS = pattern_of(
    r"(?:음|함|임|됨|었다|였다|한다|예정|계획|동일|지향|추진|실시|운영|기준|둔화|급증|급감|공표|발표|조사)$"
)
# `…하되 사후관리 10건은 별도로 관리`: something that is kept apart.
_KEPT_APART = pattern_of(
    r"하되,?(?!단|다만)([가-힣]{2})[^,.%]{0,24}(?<!분)(?:은|는)(?:별도(?:로)?(?:관리|집계|추진)|(?:고려|감안)하지(?:는)?않)(?:함|음)?[.]?$"
)


def told_apart(laid: Laid, known: Known) -> Iterator[tuple[Laid, str]]:
    """The reason without the sentences or the bracket behind it that tell of something else, and what was told."""
    text = laid.text
    cuts = [(one.start(), text[one.end() :].lstrip("-*※○. ")) for one in _ENDS.finditer(text) if one.start() > 5]
    if text.endswith(")") and (opens := _opens(text)) > 5:
        cuts.append((opens, text[opens + 1 : -1]))
        cuts += [(at, behind) for at, behind in _behind_bracket(text[:opens], text[opens:])]
    for at, behind in cuts:
        if tells_apart(behind, text[:at], known):
            yield laid.part(0, at), behind
    if (found := _KEPT_APART.search(text)) and found[1] not in text[: found.start()]:
        yield replaced(laid, [(found.start(), len(text), "함")]), found[0]


def _behind_bracket(before: str, bracket: str) -> Iterator[tuple[int, str]]:
    """A sentence behind which a bracket stands."""
    for one in _ENDS.finditer(before):
        if one.start() > 5:
            yield one.start(), before[one.end() :].lstrip("-*※○. ") + bracket


def _opens(text: str) -> int:
    """Where the bracket opens that closes the text."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if not depth:
            return at
    return 0


def tells_apart(behind: str, said: str, known: Known) -> bool:
    """Whether what stands behind the calculation only tells of something else."""
    behind = _OF_HELP.sub("", behind.rstrip("."))
    if len(behind) < 4 or re.search(r"\d", said) is None:
        return False
    if _UNCHANGED.fullmatch(behind):
        return True
    considered = _CONSIDERED.search(behind)
    if considered and considered.end() == len(behind):
        return not _GOES_ON.search(behind)
    if _TAKES_UP.match(behind) or _GOES_ON.search(behind) or _PART.search(behind) or not _TELLS.search(behind):
        return False
    own = _own(said, known)
    figures = re.sub(
        r"\d[\d.,]*~(?=\d)|\d{1,2}시(?!간)|(?:’\d{2}|(?:19|20)\d{2})(?:년|[.]\d{1,2}월)|\d+년|\d{1,2}월", "", behind
    )
    return not any(found[1] is None or found[1] in own for found in _FIGURE.finditer(figures))


def _own(said: str, known: Known) -> frozenset[str]:
    """The units in which the indicator may be counted."""
    every = frozenset(_COUNTING.split("|"))
    if known.unit:
        return frozenset(
            one for one in every if known.unit.replace(" ", "").endswith(one) or known.unit.startswith(one)
        )
    named = {unit for noun, units in _NOUNS.items() if noun in said for unit in units.split("|")}
    printed = {found[1] for found in _FIGURE.finditer(said) if found[1]}
    if named or printed:
        return frozenset(named | printed)
    results = [cell.value for cell in known.actuals.values() if cell.value is not None]
    return every - _WHOLE if any(value % 1 for value in results) else every
