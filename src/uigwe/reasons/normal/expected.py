"""What is only expected, behind a calculation: `5% 상향, 다만 회복에는 시일이 걸릴 것으로 예상`.

Such a sentence has no figure, sets nothing and makes nothing depend on it; it goes, when a calculation stands before it.
"""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_EXPECTED = pattern_of(
    r"[.,](?:다만|단|그러나),?(?P<said>(?:코로나19|[^\d.,()※*])+)(?:예상|전망|우려|예측|것으로보[임이]|어려움이있|시일이걸[림릴])"
    r"(?:됨|된다|되고있음|임|음|을것|되는상황|되는상황임)?[.]?$"
)
_SETS = pattern_of(
    r"목표|적용|반영|조정|제외|경우|한하여|확정|결정|변경|배정|승인|[상하]향|가산|평균|초과|미달|절반|동결|유지|협의|심의|하면|되면"
)
_CALCULATED = pattern_of(r"\d[^.]*(?:[상하]향|증가|감소|가산|수준|%|설정|더[한하]|높|낮)")


def without_expected(laid: Laid, known: Known) -> Laid:
    """The reason without what is only expected behind its calculation."""
    del known
    found = _EXPECTED.search(laid.text)
    if found is None or _SETS.search(found["said"]) or not _CALCULATED.search(laid.text[: found.start()]):
        return laid
    return replaced(laid, [(found.start(), len(laid.text), "")])
