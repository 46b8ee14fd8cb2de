"""A bound told as a case: `산출값이 85점을 초과하는 경우 85점으로 함` says `85점을 넘지 않도록 함`."""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_F = rf"{NUMERAL}(?:%|[가-힣]{{1,3}}?)?"
_CASE = pattern_of(
    r"(?P<open>하되|으로하되|로하되|되|하고|[.(])?,?(?:단,?|다만,?)?(?:(?:그|이)?(?:산출|산정|계산|상향|하향|가산|조정)(?:된|한)?|(?<=[되고.(,])(?:그|이)?)(?:값|결과|결과값|치|결과치)(?:이|가)"
    rf"(?P<bound>{_F})(?P<kind>(?:을|를)(?:초과|넘|상회|웃도)|(?:이상|초과)|에(?:미달|못미치)|(?:을|를)(?:하회|밑도)|미만|이하)"
    r"(?:하는|할|인|은|을|는|한)?(?:경우(?:에는|에)?|때(?:에는|는)?|시(?:에는)?|하면|으면|면|이면),?"
    rf"(?P<same>{_F})(?P<set>(?:으로|로|을|를)?(?:목표(?:치|값)?(?:로|으로)?)?(?:설정|적용|제한|한정|정|간주|조정)?(?:함|하였음|한다)?)(?P<close>\)?[.]?$)"
)
_MOST = ("초과", "넘", "상회", "웃도", "이상")


def bounded(laid: Laid, known: Known) -> Laid:
    """The reason with such a case as the bound that it is."""
    del known
    found = _CASE.search(laid.text)
    if found is None or found["bound"] != found["same"] or not found.start():
        return laid
    kept = "넘지않도록함" if any(word in found["kind"] for word in _MOST) else "하회하지않도록함"
    verb = found["open"] or ""
    opening, close = ("(", ")") if verb == "(" else ("," if verb in ("", ".") else f"{verb},", "")
    return replaced(laid, [(found.start(), found.end(), f"{opening}{found['bound']}을{kept}{close}")])
