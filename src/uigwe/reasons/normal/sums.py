"""Arithmetic in signs in the order that the grammar reads: `(△2.4+3.9+7.2)÷3` begins with what is above zero, and what comes out
(`목표 8.4% = 8.0% × 1.05`) stands behind."""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_F = r"\d[\d,]*(?:\.\d+)?(?:%p|%|점|건|명)?"
_BELOW = pattern_of(rf"(?<=\()(?P<first>-{_F})\+(?P<next>{_F})(?=(?:[+-]{_F})*\))")
_IN_FRONT = pattern_of(
    r"^(?:(?:올해|금년도?|당해연도|’\d{2}년도?|20\d{2}년도?)(?:의)?)?(?:최종)?목표(?:치|값)?(?:는|은|:)?\(?(?P<out>\d[\d,]*(?:\.\d+)?(?:%p|%|[가-힣]{1,3})?)\)?="
    r"(?P<rest>[^=]*[×*÷/+][^=()]*?(?:\([^()=]*\)[^=()]*?)*)$"
)
_REMARK = pattern_of(r"(?:\([^()×*÷/+=]*\)|(?<!\d)[.](?!\d).*)$")


def in_order(laid: Laid, known: Known) -> Laid:
    """The reason with its sums from their first part to what comes out."""
    del known
    if changes := [(*found.span(), f"{found['next']}{found['first']}") for found in _BELOW.finditer(laid.text)]:
        laid = replaced(laid, changes)
    found = _IN_FRONT.match(laid.text)
    if found is None:
        return laid
    remark = _REMARK.search(laid.text, found.start("rest"))
    end = remark.start() if remark else len(laid.text)
    return replaced(laid, [(0, found.start("rest"), ""), (end - 1, end, f"{laid.text[end - 1]}={found['out']}")])
