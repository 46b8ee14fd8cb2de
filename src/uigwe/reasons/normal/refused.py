"""What was weighed and not taken: `3년 평균은 도전성이 없어 적용하지 않고 전년 실적 대비 5% 상향`, `5% 상향하는 방안은 채택하지 않고 …`.

The clause goes when what is taken instead names a base of its own. The result of a year that is not taken stays: it may be one of a window.
"""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.setting import BASE
from uigwe.reasons.spelling import replaced

_REFUSED = pattern_of(
    r"(?:^|(?<=[.,]))(?P<what>[^.,]*?(?:평균|방안|방식|방법|증가율|성장률|목표)(?:치|값)?(?:은|는|을|를)[^.,\d]{0,30}?"
    r"(?:적용|채택|사용|활용|준용|선택)(?:하지(?:않고|않으며|아니하고|않았으며|않는대신)|되지않아),?)(?P<behind>[^.]*)"
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
    found = _REFUSED.search(laid.text)
    if found is None or not BASE.search(found["behind"]):
        return laid
    return replaced(laid, [(*found.span("what"), "")])
