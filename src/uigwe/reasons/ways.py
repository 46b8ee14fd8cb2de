"""The other two ways through the same words, arithmetic told step by step and steps through the table, and how they agree."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas import FormulaProblem, Node, read_basis, written
from uigwe.formulas.tree import Number, Past, Years, walk
from uigwe.reasons.account import bent, names_only
from uigwe.reasons.allotted import Part, allotted
from uigwe.reasons.balances import Balance, balanced
from uigwe.reasons.bands import band
from uigwe.reasons.build import number
from uigwe.reasons.chains import chained
from uigwe.reasons.hedges import Stretch, hedged, unsaid
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.of_others import of_others
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.phrases import phrased
from uigwe.reasons.piece import Piece
from uigwe.reasons.pieces import pieces_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.reasons.reckoning import reckoned
from uigwe.reasons.series import series_mean
from uigwe.reasons.stated import stated
from uigwe.reasons.stepwise import stepwise
from uigwe.reasons.sums import CLOSE
from uigwe.reasons.table import tabled
from uigwe.reasons.tallied import tallied
from uigwe.reasons.terse import Terse, terse
from uigwe.reasons.tokens import Token

# What takes a value from the table.
PHRASED = frozenset(["last", "ago", "year", "span", "range", "list", "until", "MEAN", "RATE", "CAGR", "GEOMEAN", "SD"])
TABLED = frozenset(["last", "ago", "year", "span", "range", "list"])


def told_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of arithmetic told step by step."""
    pieces = pieces_of(tokens, known)
    found = reckoned(tokens, pieces, known)
    if found is None or bent(_unspent(laid, tokens)) or not _fits(found.node, known):
        return None
    if _is_hedged(laid, tokens, pieces, [found.node], known):
        return None
    return Reading(
        written(found.node), laid.span(found.start, found.end), Confidence.RULED, known.unit, (Note("told"),)
    )


def stepped_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of a base that changes by so much every year."""
    found = stepwise(laid, tokens, known)
    if found is None or not _fits(found.node, known) or known.value(found.node) is None or unsaid(laid.text):
        return None
    if _is_hedged(laid, tokens, pieces_of(tokens, known), [found.node], known):
        return None
    return Reading(
        written(found.node), laid.span(found.start, found.end), Confidence.RULED, known.unit, (Note("told"),)
    )


def chained_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of a chain of printed figures."""
    found = chained(tokens, laid.text, known)
    if found is None or not _fits(found.node, known) or unsaid(laid.text):
        return None
    if _is_hedged(laid, tokens, [], [found.node], known):
        return None
    return Reading(
        written(found.node), laid.span(found.start, found.end), Confidence.RULED, known.unit, (Note("told"),)
    )


def tallied_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of a list of printed figures, and of so many of each."""
    found = tallied(laid, tokens, known)
    if found is None or not _fits(found.node, known) or unsaid(laid.text) or _RESTRICTS.search(laid.text):
        return None
    if _is_hedged(laid, tokens, [], [found.node], known):
        return None
    notes = (Note("told"), *((Note("printed"),) if found.printed else ()))
    return Reading(written(found.node), laid.span(found.start, found.end), Confidence.RULED, known.unit, notes)


def band_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of so many deviations about a printed mean."""
    found = band(laid, known)
    if found is None or not _fits(found.node, known) or unsaid(laid.text):
        return None
    return Reading(
        written(found.node), laid.span(found.start, found.end), Confidence.RULED, known.unit, (Note("told"),)
    )


def series_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of what follows from the mean of a printed series."""
    found = series_mean(laid, known)
    if found is None or not _fits(found.node, known) or unsaid(laid.text):
        return None
    return Reading(
        written(found.node), laid.span(found.start, found.end), Confidence.RULED, known.unit, (Note("told"),)
    )


# A bracket without a figure that says of what the figures are: `(목표 기준)`, `(국내 한정)`.
_RESTRICTS = pattern_of(r"\([^()\d]*(?:기준|한정|국한|해당분|제거)\)")


def terse_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of few words: figures by what each counts, a stock with what comes and goes, a part of a plan, a share of a whole."""
    made: Terse | Balance | Part | None = None
    if not any(_says_more(inner) for inner in _BRACKET.findall(laid.text)):
        made = terse(laid, tokens, known) or balanced(laid, tokens, known)
    made = made or allotted(laid, known)
    if made is None or unsaid(laid.text) or _RESTRICTS.search(laid.text):
        return None
    known = replace(known, unit="%") if isinstance(made, Part) and made.percent else known
    if (
        not _fits(made.node, known)
        or not _of_the_size(made.node, known)
        or _is_hedged(laid, tokens, [], [made.node], known)
    ):
        return None
    notes = (Note("told"), *((Note("printed"),) if not isinstance(made, Part) and made.printed else ()))
    start, end = tokens[0].start, tokens[-1].end + len(tokens[-1].tail)
    return Reading(written(made.node), laid.span(start, end), Confidence.RULED, known.unit, notes)


_BRACKET = pattern_of(r"\(([^()\d]*)\)")


def _says_more(inner: str) -> bool:
    """Whether a bracket of words does more than name what stands before it: `(목표 기준)`."""
    return not names_only(inner, beside=True)


def _of_the_size(node: Node, known: Known) -> bool:
    """Whether a value is of the size of the past results, where there are any."""
    value, past = known.value(node), [abs(cell.value) for cell in known.actuals.values() if cell.value]
    return value is not None and (not past or min(past) * _SIZES[0] <= value <= max(past) * _SIZES[1])


_SIZES = (Decimal("0.4"), Decimal("2.5"))


def others_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of what is made of a figure of others."""
    found = of_others(laid, known)
    if found is None or not _fits(found.node, known) or unsaid(laid.text):
        return None
    return Reading(
        written(found.node), laid.span(found.start, found.end), Confidence.RULED, known.unit, (Note("told"),)
    )


def stated_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of a level that is stated as the target."""
    found = stated(laid, tokens, known)
    if found is None or unsaid(laid.text):
        return None
    node = number(found.value)
    notes = (Note("stated"), Note("printed"))
    return Reading(written(node), laid.span(found.start, found.end), Confidence.RULED, known.unit, notes)


def tabled_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of what is taken from the table step by step, when the tokens stand one behind the other."""
    if any(after.start - one.end - len(one.tail) > _HOLE for one, after in pairwise(tokens)):
        return None
    found = tabled(laid.part(tokens[0].start, tokens[-1].end + len(tokens[-1].tail)), known)
    if found is None or not _fits(found.node, known):
        return None
    pieces = pieces_of(tokens, known)
    start, end = laid.signs(found.span)
    behind = next(hedged(laid, tokens, pieces, Stretch.of(start, end, [found.node]), known), "")
    if unsaid(laid.text) or behind or _is_hedged(laid, tokens, pieces, [found.node], known):
        return None
    return Reading(written(found.node), found.span, Confidence.RULED, known.unit, (Note("told"),))


def phrased_reading(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of a reason about past results that is one phrase."""
    if not any(token.kind in PHRASED for token in tokens):
        return None
    found = phrased(laid.part(tokens[0].start, tokens[-1].end + len(tokens[-1].tail)), known)
    if found is None or not _fits(found.node, known) or unsaid(laid.text):
        return None
    if _is_hedged(laid, tokens, pieces_of(tokens, known), [found.node], known):
        return None
    return Reading(written(found.node), found.span, Confidence.RULED, known.unit, (Note("told"),))


def _is_hedged(laid: Laid, tokens: list[Token], pieces: list[Piece], nodes: list[Node], known: Known) -> bool:
    """Whether arithmetic told step by step is told of something else, or of what nobody sets: behind its last figure, or its last word."""
    ends = [
        max((token.end for token in tokens if token.amount is not None or token.kind in TABLED), default=0),
        tokens[-1].end,
    ]
    return any(next(hedged(laid, tokens, pieces, Stretch.of(tokens[0].start, end, nodes), known), "") for end in ends)


# How many signs may stand between two tokens that belong together: a particle that one of them took.
_HOLE = 2


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
    nodes = [read_basis(one.basis, one.unit) for one in (reading, told)]
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


def _unspent(laid: Laid, tokens: list[Token]) -> str:
    """The words of a reason without those that the calculation told in it takes."""
    spent = {at for token in tokens if token.kind in _SPENT for at in range(token.start, token.end)}
    return _TOLD_ANYWAY.sub("", "".join(" " if at in spent else sign for at, sign in enumerate(laid.text)))


# In which unit it is printed, and what was planned at first, when that is what is calculated with.
_TOLD_ANYWAY = pattern_of(
    r"(?:억원|만원|백만원|백분율|퍼센트|인원수?|건수|만명|초|분|명|건|개|가구수?)(?:단위)?(?:으로|로)환산(?:한|하여|함)?"
    r"|당초(?=[^ ]{0,8} )|한도(?= )|중?(?:더|가장)?(?:큰|작은|높은|낮은)(?:값|쪽|것)"
)


_SPENT = frozenset(
    ["number", "times", "fraction", "ALONE", "UP", "DOWN", "APPLY", "EVENLY", "ROUND", "EACH", "TOTAL", "WEIGHTED", "per", "ASMUCH"]
)  # fmt: skip
