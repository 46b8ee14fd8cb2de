"""Reasons whose printed figures have each one role in one relation, in whatever order and words they are told.

A relation knows which figures it is made of: what was there, what is new and what both come to; the least that is asked of
those who are selected and what is put on top. Each figure takes a role by what names it and by the arithmetic: a figure
without a role, or two ways to give them out that come to something else, leave the reason unread. What bounds, denies or
parts stands in no reason that is read so.
"""

from collections.abc import Iterator

from uigwe.formulas import Node
from uigwe.reasons.grounded.roles.averaged import averaged
from uigwe.reasons.grounded.roles.parted import parted
from uigwe.reasons.grounded.roles.per_amount import per_amount
from uigwe.reasons.grounded.roles.risen import risen
from uigwe.reasons.grounded.roles.selected import selected
from uigwe.reasons.grounded.roles.stocked import stocked
from uigwe.reasons.grounded.roles.told import told
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of

_RELATIONS = (selected, stocked, risen, per_amount, parted)
_MOST = 12
# What leaves open how much of it counts, wherever it stands.
_OPEN = pattern_of(
    r"않|못(?!지)|아니|아닌|또는|혹은|검토|미정|추후|협의|절반|(?<!의)일부|의일부(?!로|임|이며)|나머지|잔여|이내|(?<![더대산가얹은리])한도(?!전)|(?<!향)상한|하한|이월(?!액|분|예산|금)|환산|가중|분기|반기|"
    r"만(?:을)?(?:반영|적용|인정|집계|포함|대상)|[가-힣]면(?!적|서|담|제|허|접|세|역|밀)[가-힣,]{0,12}(?:으로|로)?(?:조정|변경)|불가|곤란|어려|무리|당초|다만|철회|취소|보류|절사|반올림|버림|"
    r"낮추|낮춰|낮춘|하향|줄여|줄인|감액하|축소|완화|하회|밑돌|미달"
)
# By how much something else changes is no figure of a relation.
_OF_ELSE = pattern_of(r"(?:예산|사업비|인력|정원|인건비)(?:액)?(?:을|를)○")


def by_roles(laid: Laid, known: Known) -> Iterator[Node]:
    """What a reason comes to whose figures have each their role."""
    yield from averaged(laid, known)
    reason = told(laid)
    if not 1 <= len(reason.figures) <= _MOST or _OPEN.search(reason.text) or _OF_ELSE.search(reason.text):
        return
    for relation in _RELATIONS:
        yield from relation(reason, known)
