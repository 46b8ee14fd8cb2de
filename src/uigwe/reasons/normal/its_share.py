"""A step told as the share that it is of its base, with its amount: `지난해 성과(3,200건)의 5%인 160건을 덧붙임` is 5 % more.

The amount gives way to the share when it is so much of the base that is printed before it, or of a result or mean of the table.
"""

import re
from decimal import Decimal

from uigwe.reasons.known import Known, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_SHARE = pattern_of(
    rf"(?P<base>(?:전년도?|작년도?|지난해|직전연?도|직전년도|평균|실적|(?:’|20)\d{{2}}년도?)(?:의|에)?[가-힣]{{0,10}}(?:\(?(?P<worth>{NUMERAL})[가-힣%]{{0,4}}\)?)?)"
    rf"(?P<gone>의(?P<rate>{NUMERAL}%)(?:\(|인|에해당하는|에달하는|에상당하는|만큼인|,즉|=)(?:약)?(?P<amount>{NUMERAL})(?:%p|[가-힣]{{1,4}}?)?\)?)"
    r"(?=(?:을|를|만큼)?(?:추가로|다시|더|각각)?(?:더|가산|추가|얹|덧붙|보태|늘|증가|증액|상향|높|올|빼|뺀|차감|줄|감축|감소|낮))"
)
_MOST_YEARS = 5
_HUNDRED = Decimal(100)


def its_share(laid: Laid, known: Known) -> Laid:
    """The reason with the share of its base as the step."""
    changes = [
        (*found.span("gone"), f"에그{found['rate']}") for found in _SHARE.finditer(laid.text) if _is_share(found, known)
    ]
    return replaced(laid, changes) if changes else laid


def _is_share(found: re.Match[str], known: Known) -> bool:
    amount, rate = _figure(found["amount"]), _figure(found["rate"].rstrip("%")) / _HUNDRED
    places = len(found["amount"].partition(".")[2])
    if found["worth"]:
        return near(_figure(found["worth"]) * rate, amount, places)
    past = [cell.value for _, cell in sorted(known.actuals.items()) if cell.value is not None]
    means = [sum(past[-many:], Decimal(0)) / many for many in range(1, min(len(past), _MOST_YEARS) + 1)]
    return any(near(one * rate, amount, places) for one in (*past, *means))


def _figure(printed: str) -> Decimal:
    return Decimal(printed.replace(",", ""))
