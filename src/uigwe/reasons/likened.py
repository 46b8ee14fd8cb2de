"""What a reason says where no rule answers: the likeliest of all calculations, if it is likely enough and nothing speaks against it."""

from decimal import ROUND_FLOOR, Decimal

from uigwe.formulas import Node, written
from uigwe.formulas.tree import Number, walk
from uigwe.reasons.at_odds import at_odds
from uigwe.reasons.guards import OF_IT_ALL, OF_ITS_WORDS, OF_THE_REST, OF_THE_SOURCE, Said, doubt
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.ranked import ranked
from uigwe.reasons.reading import Confidence, Note, Reading
from uigwe.values import plain

LIKELY_ENOUGH = Decimal("0.9")
MOST_OF_A_RATE = Decimal(200)  # what is more is not counted in per cent, and has no points
_POINTS = pattern_of(r"\d(?:%p|%포인트)")
_HEEDED = (OF_IT_ALL, OF_THE_SOURCE, OF_ITS_WORDS, OF_THE_REST)
# A bracket that takes something out of a figure, or bounds it, without saying how much; a figure still to be filled in.
_RESTRICTED = pattern_of(
    r"\((?:[^()\d]*(?:제외|제거후?|차감|공제)|\d[^()]{0,6}(?:이내|이상|초과|미만))\)|[○◯□](?:%|점|명|건|원)"
)


def likened(source: Laid, known: Known) -> Reading | None:
    """The likeliest calculation as a reading."""
    found = ranked(source, known)
    node = found.node
    if node is None or found.share < LIKELY_ENOUGH or known.value(node) is None:
        return None
    results = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if isinstance(node, Number) and (found.others or results):
        # A level beside past results or other figures is set by somebody, whatever it is like.
        return None
    if _POINTS.search(source.text) and max(results, default=Decimal(0)) > MOST_OF_A_RATE:
        return None
    if _RESTRICTED.search(source.text) or _gainsaid(source, node, known) or at_odds(source.text, node, known):
        return None
    if any(doubt(guards, Said(source, node, known)) for guards in _HEEDED):
        return None
    note = Note("likened", {"share": plain((found.share * 100).quantize(Decimal(1), ROUND_FLOOR))})
    return Reading(written(node), source.span(0, len(source.text)), Confidence.LIKENED, known.unit, (note,))


_DATED = pattern_of(r"’(?P<year>\d{2})년?\)?(?P<figure>\d[\d,]*(?:\.\d+)?)(?![\d~.]|년|월|일|%p)")
_ALIKE = (Decimal("0.5"), Decimal(2))


def _gainsaid(source: Laid, node: Node, known: Known) -> bool:
    """Whether the table has another result than a figure that is taken prints for its year."""
    taken = {part.value for part in walk(node) if isinstance(part, Number)}
    for found in _DATED.finditer(source.text):
        figure = Decimal(found["figure"].replace(",", ""))
        cell = known.actuals.get(2000 + int(found["year"]))
        result = cell.value if cell else None
        if figure in taken and result and figure != result and _ALIKE[0] < figure / result < _ALIKE[1]:
            return True
    return False
