"""Sentences and clauses behind a calculation that only appraise it: `…, 인력난을 감안하면 적극적인 수준임`.

What is said of a target (how bold it is, what stands against it, what is expected of something else) changes nothing of it, whatever
words it uses, as long as nothing in it sets, bounds, leaves out or goes on calculating.
"""

import re

_YEARS = r"(?:’\d{2}|(?:19|20)\d{2})년?(?:도)?"
# What sets a target otherwise, bounds it, or goes on with the calculation.
_ACTS = re.compile(
    r"제외|배제|차감|가산|합산|한정|국한|포함|상한|하한|이내|최종|경우|조건|한하|동결|취소|철회|변경|보류|수정|미정|재산정|재검토|실제로|대신|확정"
    r"|조정(?!\s*하기어려|이어려|이불가)|곱|나누|[+×÷=*→]|절반|배로|한도|범위내|가중|환산|반올림|절사|버림|다만|단,|이중|그중|나머지|추가로|여기에|이에더|미반영|반영하지"
)
_BOLD = r"(?:도전적|적극적|의욕적|공격적|현실적|합리적|도전|무리|높은|낮지않은|쉽지않은|어려운|적정한|상당한|상당히|매우|결코|충분히|최선|과감한)"
_WEIGHED = re.compile(
    rf"(?:감안|고려|참작)(?:하면|할때|해도|하더라도|하였을때|했을때)[^.\d]{{0,40}}(?:임|함|음|됨|다|것|수준|목표)$"
    rf"|{_BOLD}(?:인)?(?:목표|수준|수치|설정|값|것)?(?:치|값)?(?:임|이다|라할수있음|으로판단됨|으로볼수있음|한것임)$"
    r"|(?:하|되|이|히|로)?(?:노력|최선을다)(?:함|할것임|할계획임|하고자함|하겠음)$"
    r"|(?:상황|실정|여건|추세|상태|현실|점)(?:임|이다|도있음)$|(?:도전|부담|과제|한계|관건)(?:임|이됨|가있음)$"
)
# With figures of something else: `전년 대비 용역비가 8% 줄어든 점을 감안하면 도전적임`.
_TOLD = re.compile(
    rf"[가-힣](?:이|가|은|는)[^.]{{0,16}}\d[^.]{{0,16}}(?:점|것|상황|사실)(?:을|도)?(?:감안|고려|참작)(?:하면|할때)[^.\d]{{0,24}}{_BOLD}[^.\d]{{0,10}}$"
)
_EXPECTED = re.compile(r"(?:예상|전망|우려|예측|추정|기대)(?:됨|된다|되는상황임|되고있음|이있음|가있음|가큼|가높음)$")
_SUBJECT = re.compile(r"^[^,.\d]{2,24}?(?:이|가|은|는|도)")
_OF_TARGET = re.compile(r"목표|평균|최근\d|전년도?실적|실적(?:의|을|에)")
_POINT = re.compile(
    r"(?:한|된|인|은|는|던|진|난|든|온|할|될)점(?:을|도|과|등을)?(?:함께|모두|충분히)?(?:감안|고려|참작|반영|참고)(?:함|하였음|했음|한것임|한값임|한수준임|한결과임)$"
)


def appraises(behind: str, *, comma: bool) -> bool:
    """Whether what stands behind a calculation only appraises it. `comma`: it is a clause of the same sentence."""
    plain = re.sub(_YEARS, "", behind)
    if _ACTS.search(plain):
        return False
    figures = re.search(r"\d", plain)
    if comma:
        return not figures and bool(_POINT.search(plain))
    if not figures and (_WEIGHED.search(plain) or _POINT.search(plain)):
        return True
    if _TOLD.search(plain) and not _OF_TARGET.search(re.sub(r"전년도?(?:대비|보다)", "", plain)):
        return True
    return bool(_EXPECTED.search(plain)) and bool(_SUBJECT.match(plain)) and not _OF_TARGET.search(plain)


# `’20년은 산정에서 제외하였음`: of a year that the reading must not take.
_LEFT_OUT = re.compile(
    rf"{_YEARS}(?:실적)?(?:은|는|을|를)?(?:산정|산출|계산|평균|집계|대상|비교)?(?:기간|대상)?(?:에서|에서는)?(?:제외|배제)(?:함|하였음|했음|됨|한것임|하였다)$"
)


def tells_left_out(behind: str) -> bool:
    """Whether a sentence only tells which year was left out; the reading must not take it."""
    return bool(_LEFT_OUT.search(behind)) and len(re.findall(_YEARS, behind)) == 1
