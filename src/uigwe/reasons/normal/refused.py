"""What was weighed and not taken: `3년 평균은 도전성이 없어 적용하지 않고 전년 실적 대비 5% 상향`, `5% 상향하는 방안은 채택하지 않고 …`.

The clause goes when what is taken instead names a base of its own. The result of a year that is not taken stays: it may be one of a window.
"""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.setting import BASE
from uigwe.reasons.spelling import replaced

_REFUSED = pattern_of(
    r"(?:^|(?<=[.,]))(?P<what>[^.,]*?(?:평균|방안|방식|방법|증가율|성장률|목표)(?:치|값)?(?:은|는|을|를)[^.,\d]{0,30}?"
    r"(?:적용|채택|사용|활용|준용|선택)(?:하지(?:않고|않으며|아니하고|않았으며|않는대신)|되지않아),?)(?P<behind>[^.]*)"
)

_S = r"(?:[^.,]|(?<=\d)[.,](?=\d))"  # signs of one clause: the point of a figure ends none
# `3년 평균에 0.5점을 더하는 통상 방식 대신 전년 실적에 0.5점을 더함`: what is done else, and its place.
_INSTEAD = pattern_of(
    rf"(?:^|(?<=[.,]))(?P<what>{_S}*?(?:평균|실적|목표){_S}*?(?:하|더하|곱하|쓰|높이|올리|따르|적용하)(?:는|던|여온)(?:통상|통상적인|기존|종전|일반적인|일률적인|관행적인)?"
    r"(?:의)?(?:방식|방법|안|관행|산식|기준)?대신(?:에)?,?)(?P<behind>[^.]*)"
)
# `전년도 실적 미집계로 ’21년 실적에 …`: a result that is not there, before the year that is taken.
_NOT_COUNTED = pattern_of(
    r"^(?P<what>(?:전년도?|작년도?|지난해|직전연?도|직전년도)(?:의)?(?:실적|결과|수치|조사결과|통계)(?:치|값)?(?:이|가|은|는|의)?(?:아직)?(?:미집계|미확정|미공표|미발표|미산출|부재|집계중|집계전|발표전|공표전)"
    r"(?:인상태|상태|된상태)?(?:이므로|이어서|이라|여서|라서|로|으로|로인해|로인하여|에따라),?)(?=(?:’|20)(?P<year>\d{2})년)(?P<behind>[^.]*)"
)

# `당초 전년 실적 대비 5% 상향을 검토하였으나, … 2% 상향하는 것으로 조정`: what was weighed first, and what was taken.
_F = rf"{NUMERAL}(?:%p?|[가-힣]{{1,2}}?)"
_UP = r"(?:상향|하향|증가|감소|가산|확대|축소|인상|증액|감액)"
_LESS = frozenset(["하향", "감소", "축소", "감액"])
_FIRST = pattern_of(
    r"^(?P<first>당초|애초|최초|처음)?(?:안|계획)?(?:에는|은|는|에)?,?(?P<base>(?:(?:전년|작년|지난해|직전연?도|최근\d개?년|직전\d개?년|’\d{2}년)(?:도)?(?:간)?(?:의)?[^.,\d]{0,10}?)(?:대비|보다|에서))"
    rf"{_F}(?:를|을)?(?:더|추가)?(?P<way>{_UP})(?:조정)?(?:안)?(?:하는|할)?(?:방안|안|것|계획)?(?:을|를|으로)?(?P<weighed>검토|계획|추진|마련|예정|고려|제시|요구|제출)?(?:하려|하고자|코자)?"
    rf"(?:하였|했|이었|였)(?:으나|지만),?(?P<why>[^.\d]*?)(?:최종|결국|다시)?(?P<again>(?:전년|최근\d개?년|직전|’\d{{2}}년)[^.,\d]{{0,12}}?(?:대비|보다|에서))?(?P<step>{_F}(?:를|을)?(?P<how>{_UP}))"
    r"(?:하는|하기|한|안)?(?:것|값|방안|수준)?(?:으로|로)?(?:최종)?(?:조정|결정|확정|변경|설정|수정|정|축소)?(?:함|하였음|한다|했음)?[.]?$"
)
# So much of what was weighed: whether the step is that much of it, or of that much, nobody says.
_PART = pattern_of(r"절반|반(?:만|으로)|\d분의")


def without_refused(laid: Laid, known: Known) -> Laid:
    """The reason without a basis that it says is not taken."""
    first = _FIRST.match(laid.text)
    if (
        first
        and (first["first"] or first["weighed"])
        and not BASE.search(first["why"])
        and not _PART.search(first["why"])
        and (first["way"] in _LESS) == (first["how"] in _LESS)
    ):
        return replaced(laid, [(0, len(laid.text), f"{first['again'] or first['base']}{first['step']}하여설정함")])
    found = _REFUSED.search(laid.text) or _INSTEAD.search(laid.text) or _not_counted(laid, known)
    if found is None or not BASE.search(found["behind"]):
        return laid
    return replaced(laid, [(*found.span("what"), "")])


def _not_counted(laid: Laid, known: Known) -> re.Match[str] | None:
    """A clause at the head that says that last year's result is missing, where the table has none."""
    found = _NOT_COUNTED.match(laid.text)
    if found is None or known.has(known.year - 1) or not known.has(2000 + int(found["year"])):
        return None
    return found
