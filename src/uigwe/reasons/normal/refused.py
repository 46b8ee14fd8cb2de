"""What was weighed and not taken: `3년 평균은 도전성이 없어 적용하지 않고 전년 실적 대비 5% 상향`, `5% 상향하는 방안은 채택하지 않고 …`.

The clause goes when what is taken instead names a base of its own. The result of a year that is not taken stays: it may be one of a window.
"""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import BASE
from uigwe.reasons.spelling import replaced

_REFUSED = pattern_of(
    r"(?:^|(?<=[.,]))(?P<what>[^.,]*?(?:평균|방안|방식|방법|증가율|성장률|목표)(?:치|값)?(?:은|는|을|를)[^.,\d]{0,30}?"
    r"(?:적용|채택|사용|활용|준용|선택)(?:하지(?:않고|않으며|아니하고|않았으며|않는대신)|되지않아),?)(?P<behind>[^.]*)"
)


def without_refused(laid: Laid, known: Known) -> Laid:
    """The reason without a basis that it says is not taken."""
    found = _REFUSED.search(laid.text)
    if found is None or not BASE.search(found["behind"]):
        return laid
    return replaced(laid, [(*found.span("what"), "")])
