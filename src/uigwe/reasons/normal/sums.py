"""Arithmetic in signs in the order that the grammar reads: `(△2.4+3.9+7.2)÷3` begins with what is above zero, and what comes out
(`목표 8.4% = 8.0% × 1.05`) stands behind."""

from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_F = rf"{NUMERAL}(?:%p|%|점|건|명)?"
_BELOW = pattern_of(rf"(?<=\()(?P<first>-{_F})\+(?P<next>{_F})(?=(?:[+-]{_F})*\))")
_IN_FRONT = pattern_of(
    rf"^(?:(?:올해|금년도?|당해연도|’\d{{2}}년도?|20\d{{2}}년도?)(?:의)?)?(?:최종)?목표(?:치|값)?(?:는|은|:)?\(?(?P<out>{NUMERAL}(?:%p|%|[가-힣]{{1,3}})?)\)?="
    r"(?P<rest>[^=]*[×*÷/+][^=()]*?(?:\([^()=]*\)[^=()]*?)*)$"
)
# `× (1 + 예산증가율 3% - 물가상승률 1%)`: rates that are put together before they multiply.
_RATES = pattern_of(r"(?<=[×*]\()(?P<one>1|100%)(?P<rates>(?:[+-][가-힣·]{0,14}\d+(?:\.\d+)?%){2,})(?=\))")
# `+ (3% - 1%)`, `전년 실적 + 3% - 1%`.
_BARE = pattern_of(
    r"(?<=[+-])\((?P<inside>\d+(?:\.\d+)?%(?:[+-][가-힣·]{0,14}\d+(?:\.\d+)?%)+)\)"
    r"|(?<=[가-힣)])(?P<behind>(?:[+-]\d+(?:\.\d+)?%){2,})(?=$|[.(=])"
)
_RATE = pattern_of(r"(?P<sign>[+-]|^)[가-힣·]{0,14}(?P<figure>\d+(?:\.\d+)?)%")
_REMARK = pattern_of(r"(?:\([^()×*÷/+=]*\)|(?<!\d)[.](?!\d).*)$")


def in_order(laid: Laid, known: Known) -> Laid:
    """The reason with its sums from their first part to what comes out."""
    del known
    if changes := [(*found.span(), f"{found['next']}{found['first']}") for found in _BELOW.finditer(laid.text)]:
        laid = replaced(laid, changes)
    if changes := [
        (*found.span(), f"{found['one']}{_together(found['rates'])}%") for found in _RATES.finditer(laid.text)
    ]:
        laid = replaced(laid, changes)
    if changes := [
        (*found.span(), f"{_together(found[0].strip('()')).lstrip('+' if found['inside'] else '')}%")
        for found in _BARE.finditer(laid.text)
    ]:
        laid = replaced(laid, changes)
    found = _IN_FRONT.match(laid.text)
    if found is None:
        return laid
    remark = _REMARK.search(laid.text, found.start("rest"))
    end = remark.start() if remark else len(laid.text)
    return replaced(laid, [(0, found.start("rest"), ""), (end - 1, end, f"{laid.text[end - 1]}={found['out']}")])


def _together(rates: str) -> str:
    """What rates come to, with its sign: `+3%-1%` to `+2`."""
    total = sum((Decimal(one["sign"] + one["figure"]) for one in _RATE.finditer(rates)), Decimal(0))
    return f"{total:+f}"
