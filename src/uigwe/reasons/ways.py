"""The ways through a reason beside the one that looks for a start and a change, and how two of them agree.

Each way makes of the words what it can, or nothing. What it makes counts when nothing in the words takes it back.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas import FormulaProblem, Node, read_basis, written
from uigwe.formulas.tree import Number, Past, Years, walk
from uigwe.reasons.account import names_only
from uigwe.reasons.allotted import allotted
from uigwe.reasons.balances import balanced
from uigwe.reasons.bands import band
from uigwe.reasons.chains import chained
from uigwe.reasons.hedges import Stretch, hedged, unsaid
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.of_others import of_others
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.phrases import phrased
from uigwe.reasons.pieces import pieces_of
from uigwe.reasons.planned import planned
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.reasons.reckoning import reckoned
from uigwe.reasons.series import series_mean
from uigwe.reasons.stated import stated
from uigwe.reasons.stepwise import stepwise
from uigwe.reasons.sums import CLOSE
from uigwe.reasons.table import tabled
from uigwe.reasons.tallied import tallied
from uigwe.reasons.terse import terse
from uigwe.reasons.tokens import Token


@dataclass(frozen=True, slots=True)
class Way:
    """What makes an expression of the words, and what is asked of it.

    `heeds`: whether what is said of it takes it back; `pieces`: also of the starts and changes in it; `bounded`: whether a bracket
    may bound its figures.
    """

    made: Callable[[Laid, list[Token], Known], Made | None]
    heeds: bool = True
    pieces: bool = False
    bounded: bool = True

    def __call__(self, laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
        made = self.made(laid, tokens, known)
        if made is None or unsaid(laid.text) or not (self.bounded or not _RESTRICTS.search(laid.text)):
            return None
        known = replace(known, unit="%") if made.percent else known
        if not _fits(made.node, known) or (self.heeds and self._taken_back(laid, tokens, made.node, known)):
            return None
        start, end = tokens[0].start, tokens[-1].end + len(tokens[-1].tail)
        notes = tuple(Note(one) for one in made.notes)
        return Reading(written(made.node), laid.span(start, end), Confidence.RULED, known.unit, notes)

    def _taken_back(self, laid: Laid, tokens: list[Token], node: Node, known: Known) -> bool:
        """Whether it is told of something else, or of what nobody sets: behind its last figure, or its last word."""
        pieces = pieces_of(tokens, known) if self.pieces else []
        figures = (token.end for token in tokens if token.amount is not None or token.kind in TABLED)
        ends = [max(figures, default=0), tokens[-1].end]
        return any(
            next(hedged(laid, tokens, pieces, Stretch.of(tokens[0].start, end, [node]), known), "") for end in ends
        )


# What takes a value from the table.
TABLED = frozenset(["last", "ago", "year", "span", "range", "list"])
# A bracket without a figure that says of what the figures are: `(목표 기준)`, `(국내 한정)`.
_RESTRICTS = pattern_of(r"\([^()\d]*(?:기준|한정|국한|해당분|제거)\)")


def _in_few_words(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """Figures by what each counts, a stock with what comes and goes, a part of a plan, a share of a whole; of the size of the results."""
    made = None
    if all(names_only(inner, beside=True) for inner in _BRACKET.findall(laid.text)):
        made = terse(laid, tokens, known) or balanced(laid, tokens, known)
    made = made or allotted(laid, tokens, known)
    return made if made is not None and _of_the_size(made, known) else None


_BRACKET = pattern_of(r"\(([^()\d]*)\)")


def _of_the_size(made: Made, known: Known) -> bool:
    value, past = known.value(made.node), [abs(cell.value) for cell in known.actuals.values() if cell.value]
    return value is not None and (not past or min(past) * _SIZES[0] <= value <= max(past) * _SIZES[1])


_SIZES = (Decimal("0.4"), Decimal("2.5"))

IN_FEW_WORDS = Way(_in_few_words, bounded=False)
EVERY_YEAR = Way(stepwise, pieces=True)
PLANNED = Way(planned, heeds=False)
# Arithmetic told step by step, what is taken from the table step by step, and what is one phrase: where two differ, neither is sure.
TOLD = (Way(reckoned, pieces=True), Way(tabled, pieces=True), Way(phrased, pieces=True))
CHAINED = Way(chained)
TALLIED = Way(tallied, bounded=False)
# Printed means with their deviations, and series: figures that need no table.
BANDED = Way(band, heeds=False)
SERIES = Way(series_mean, heeds=False)
STATED = Way(stated, heeds=False)
# When nothing else settles a reason, the first of these.
LAST = (CHAINED, TALLIED, SERIES, Way(of_others, heeds=False), STATED)


def first_of(ways: tuple[Way, ...], laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of the first way that has one."""
    return next((found for way in ways if (found := way(laid, tokens, known))), None)


def _fits(node: Node, known: Known) -> bool:
    try:
        read_basis(written(node), known.unit)
    except FormulaProblem:
        return False
    return True


def agreed(reading: Reading | Unread, told: Reading | None, known: Known) -> Reading | Unread:
    """A settled reading beside the arithmetic that the same words tell step by step: where they differ, neither is sure."""
    if told is None or not isinstance(reading, Reading) or told is reading:
        return reading
    nodes = [one.node for one in (reading, told)]
    said, other = (known.value(node) for node in nodes)
    if said is None and other is not None:
        # What the table does not reach counts as it is printed.
        return told
    if said is None or other is None:
        return reading
    if abs(said - other) <= abs(said) * CLOSE:
        return replace(reading, notes=(*reading.notes, Note("told")))
    figures = [Counter(part.value for part in walk(node) if isinstance(part, Number)) for node in nodes]
    if figures[0] < figures[1]:
        # The one leaves a figure of the sentence out.
        return told
    if not any(isinstance(part, Past | Years) for node in nodes for part in walk(node)):
        # Both are made of the reason's own figures; the one that leaves none of its words out is what it says.
        return told
    return replace(reading, confidence=Confidence.LIKELY, notes=(Note("told-differs"), *reading.notes))
