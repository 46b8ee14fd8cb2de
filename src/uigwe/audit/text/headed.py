"""Names of indicators above the explanation of how they are measured: `□ 수출증가율(%)` over `ㅇ 측정산식 : …`.

This module is the grammar of such headings.
"""

from collections.abc import Iterator, Sequence

from uigwe.audit.text.passages import Passage
from uigwe.plan import Name, Plan
from uigwe.reasons.patterns import pattern_of

_HEADING = pattern_of(
    r"\s*[□■]\s*(?P<name>[^□■:：→<>]{4,60}\((?:%p?|점|명|건|회|개|개사|개소|곳|원|억원|조원)(?:,[^()]*)?\))\s*"
)
_EXPLAINED = pattern_of(
    r"\s*[ㅇ○◦▪\-–•*]*\s*(?:측정\s?산식|산출\s?방식|측정\s?방법|산출\s?산식|산식|정의)\s*(?:[:：]|$)"
)
# So many passages may stand between a heading and its formula.
_NEAR = 3


def headed_names(passages: Sequence[Passage], plan: Plan) -> Iterator[Name]:
    """The names of indicators in such headings, where the goal or task has one indicator only."""
    used: dict[str, list[str]] = {}
    for indicator, use in plan.uses():
        used.setdefault(use.code, []).append(indicator.id)
    for index, passage in enumerate(passages):
        match = _HEADING.fullmatch(passage.text)
        place = passage.places[0]
        ids = used.get(place.code, [])
        below = passages[index + 1 : index + 1 + _NEAR]
        if match and len(ids) == 1 and any(_EXPLAINED.match(other.text) for other in below):
            yield Name(ids[0], match["name"].strip(), place)
