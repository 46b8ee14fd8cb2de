"""A head that says per how much the indicator counts: `국비 10억원당 신규고용은 전년 실적 대비 3% 상향`.

The results are counted so, and so is what is made of them: the figure is part of the name.
"""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_SCALE = r"(?:십|백|천|만|억|조)*"
_HEAD = pattern_of(
    rf"^[가-힣·]{{0,8}}?(?P<per>\d[\d,]*{_SCALE}(?P<unit>원|명|인|건|시간|톤|km|ha|가구)당)(?=[가-힣·]{{2,16}}?(?:은|는|의|:))"
)
_MADE_OF_RESULTS = pattern_of(r"전년|작년|지난해|직전|최근|(?:’|20)\d{2}년도?(?:의)?실적")


def without_per(laid: Laid, known: Known) -> Laid:
    """The reason without the figure of its head, where no other figure counts the same."""
    found = _HEAD.match(laid.text)
    if found is None or not any(cell.value is not None for cell in known.actuals.values()):
        return laid
    rest = laid.text[found.end() :]
    if not _MADE_OF_RESULTS.search(rest) or _COUNTS[found["unit"]].search(rest):
        return laid
    return replaced(laid, [(*found.span("per"), "")])


_COUNTS = {
    unit: pattern_of(rf"\d{_SCALE}{unit}") for unit in ("원", "명", "인", "건", "시간", "톤", "km", "ha", "가구")
}
