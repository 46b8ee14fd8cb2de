"""What a plan of several years is for each of them: `’27년까지 총 60건, 해마다 12건`.

The share of a year is printed, and the whole is so many of it.
"""

import itertools
import re
from collections.abc import Iterator

from uigwe.formulas import Node
from uigwe.reasons.build import infix, number
from uigwe.reasons.constructs.templates import MisfitError
from uigwe.reasons.constructs.values import own
from uigwe.reasons.grounded.bases import near
from uigwe.reasons.grounded.roles.told import Quantity, Told
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_PLANNED = pattern_of(
    r"국정과제|계획|로드맵|공약|중기|중장기|누적목표|누적목표인|전략|까지(?:누적|총|모두|전체)?[가-힣]{0,10}○|누적○|총(?=[^가-힣]|[가-힣]{1,6}○)"
)
_YEARLY = pattern_of(
    r"매년|매해|해마다|연도별|연차별|연간|연평균|(?<!학)(?<!소)년간|한해|1년에|연○|균등|나누어|나눠|등분|할당"
)
_EACH = pattern_of(
    r"(?:매년|매해|해마다|연도별로?|연차별(?:할당분)?|연간(?:물량인|물량|할당량)?|한해에?|각연도|연)[가-힣·]{0,8}$"
)
_AIM = pattern_of(r"국정과제|계획|목표|설정|배정|할당|일환|산정|추진|제시|양성|발굴|조성")
_WHOLE = pattern_of(r"누적|총|까지|전체|목표|동안|#|계획|기간")
_NO_RELATION = pattern_of(
    r"대비|보다(?!먼저)|평균|증가율|추가|가산|더하|더한|상향|초과|이상|앞당|조기|실적(?:에|을|과)|나머지|잔여|전년|작년|누적(?:실적|치로|기준|값)|○%|합산|이후"
)
_MOST_YEARS = 10


def parted(reason: Told, known: Known) -> Iterator[Node]:
    """The share of a year of what is planned for several."""
    text = reason.text
    if not (_PLANNED.search(text) and _YEARLY.search(text) and _AIM.search(text)) or _NO_RELATION.search(text):
        return
    found = reason.quantities
    if len(found) != 2 or found[0].kind != found[1].kind or found[0].kind in ("%", "%p", "배", "", "점"):
        return
    share, whole = sorted(found, key=lambda one: one.worth)
    if not share.worth or not (share.named(_EACH) or len(share.places) > 1 or _YEARLY.search(text)):
        return
    years = whole.worth / share.worth
    if years != int(years) or not 2 <= years <= _MOST_YEARS or not whole.named(_WHOLE):
        return
    if any(one != years for one in _years_said(reason)) or _grows(share, known):
        return
    try:
        worth = own(share.figure, known)
    except MisfitError:
        return
    if near(worth, known):
        yield infix(number(worth * years), "/", number(years))


def _years_said(reason: Told) -> Iterator[int]:
    """How many years the plan is said to have."""
    for one in reason.names:
        if run := re.search(r"(?:’|20)(\d{2})년?[~-](?:’|20)?(\d{2})", one):
            yield int(run[2]) - int(run[1]) + 1
        elif window := re.match(r"(\d{1,2})개?(?:년|해|년도|연도)(?:간|동안|$)", one):
            yield int(window[1])


def _grows(share: Quantity, known: Known) -> bool:
    """Whether the results are what there is in all: each is more than the one before by about the share of a year."""
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    rises = [later - earlier for earlier, later in itertools.pairwise(past)]
    return bool(rises) and all(rise * 2 >= share.figure.number for rise in rises)
