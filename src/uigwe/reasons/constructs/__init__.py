"""Terse reasons on printed figures: short texts that are nothing but one construct, every sign of which has its part.

`소비자물가 상승률 전망(3.5%)만큼 전년 단가를 인상`, `예산이 200억원에서 250억원으로 늘어난 비율만큼`, `전국 평균 62%와 우리 실적(56%)의 중간`,
`10점 만점 8.3점을 100점 만점으로 환산`. What no template takes as a whole is not read here.
"""

from decimal import Decimal

from uigwe.formulas import FormulaProblem, Node, read_basis, written
from uigwe.formulas.tree import Number
from uigwe.reasons.calculated import in_signs
from uigwe.reasons.constructs.benchmarks import BENCHMARKS
from uigwe.reasons.constructs.conversions import CONVERSIONS
from uigwe.reasons.constructs.levels import LEVELS
from uigwe.reasons.constructs.rates import RATES
from uigwe.reasons.constructs.ratios import RATIOS
from uigwe.reasons.constructs.templates import built
from uigwe.reasons.constructs.trends import TRENDS
from uigwe.reasons.constructs.weighted import WEIGHTED
from uigwe.reasons.grounded import grounded
from uigwe.reasons.hedges import unsaid
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Confidence, Note, Reading

_LONGEST = 120
_ALL = (*RATES, *RATIOS, *BENCHMARKS, *CONVERSIONS, *WEIGHTED, *LEVELS, *TRENDS)


# `전년 대비 예산 증가율(5%)을 반영`: by how much something else went up on the year before, and no base.
_OF_ELSE = pattern_of(
    r"전년(?:도)?대비(?:예산|인력|사업비|정원|물가|인구)(?:의)?[가-힣]{0,4}[율률](?!.*(?:실적|전년.*전년))"
)
# `예산의 전년 대비 감액률`: what a rate is measured on takes no part.
_ON_THE_YEAR_BEFORE = pattern_of(
    r"(?:의)?전년(?:도)?(?:대비|보다)(?=(?:감액|삭감|증액|증가|감소|인상|인하|축소)[율률])"
)


def construct_reading(laid: Laid, known: Known) -> Reading | None:
    """The reading of a reason that is one terse construct; where it could be two that come to something else, none."""
    text = laid.text.rstrip(".").replace(", ", "·")
    if not any(sign.isdigit() for sign in text) or unsaid(text):
        return None
    if (formula := in_signs(laid.text, known)) is not None and _value(formula, known) is not None:
        return _whole(formula, laid, known, Note("written-out"))
    if _OF_ELSE.match(text):
        return None
    text = _ON_THE_YEAR_BEFORE.sub("", text)
    found: dict[Decimal, Node] = {}
    whole = grounded(laid, known)
    terse = built(_ALL, text, known) if len(text) <= _LONGEST else ()
    for node in (*terse, *((whole.node,) if whole else ())):
        value = _value(node, known)
        if value is not None:
            found.setdefault(value, node)
    if len(found) != 1:
        return None
    [node] = found.values()
    notes = (Note("stated"), Note("printed")) if isinstance(node, Number) else (Note("told"),)
    if whole and whole.shown and whole.node == node:
        notes = (*notes, Note("printed"))
    if whole and whole.beside:
        notes = (Note("beside"), *notes)
    return _whole(node, laid, known, *notes)


def _whole(node: Node, laid: Laid, known: Known, *notes: Note) -> Reading:
    return Reading(written(node), laid.span(0, len(laid.text)), Confidence.RULED, known.unit, notes)


def _value(node: Node, known: Known) -> Decimal | None:
    try:
        read_basis(written(node), known.unit)
    except FormulaProblem:
        return None
    return known.value(node)
