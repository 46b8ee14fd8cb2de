"""What tokens say as one calculation, and whether every word of them is accounted for."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas import Node, written
from uigwe.formulas.tree import Infix, Number, Past, Years, walk
from uigwe.reasons.account import Reach, brackets_open, unaccounted
from uigwe.reasons.calculation import calculated, one_sentence
from uigwe.reasons.choose import sizes
from uigwe.reasons.hedges import Stretch, hedged
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.measures import directed
from uigwe.reasons.piece import Piece
from uigwe.reasons.pieces import pieces_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.reasons.state import Folded
from uigwe.reasons.sums import CLOSE, written_out
from uigwe.reasons.tokens import Token
from uigwe.values import plain

MAX_PIECES = 80


def read_as_one(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | Unread:
    """What these tokens say, and whether every word of them is accounted for."""
    pieces = pieces_of(tokens, known)
    if len(pieces) > MAX_PIECES:
        return Unread("too-many", {"limit": str(MAX_PIECES)})
    known = directed(known, pieces, laid.text)
    reading, folded = one_sentence(laid, pieces, known, target) or calculated(laid, pieces, known, target)
    unused = _unused(tokens, pieces, laid.text)
    if not unused and folded is not None:
        counted = bool(known.unit) and not known.percent
        reach = Reach(
            folded.start,
            folded.end,
            figures=_of_figures(folded),
            counted=counted,
            plain=not (folded.worked or folded.kept),
            bare=all(isinstance(one.node, Past) for one in folded.alternatives),
        )
        limit = _prints_outcome(laid, tokens, reading, known)
        unused = next(
            (word for word in unaccounted(laid, tokens, pieces, reach) if not (limit and word == _WITHIN)), ""
        )
        unused = unused or next(
            hedged(
                laid,
                tokens,
                pieces,
                Stretch.of(folded.start, folded.end, [one.node for one in folded.alternatives]),
                known,
            ),
            "",
        )
        unused = unused or next(
            brackets_open(laid, tokens, pieces, reach, _years_of(folded, known.year), known.year), ""
        )
    if unused and isinstance(reading, Reading):
        note = Note("unused", {"text": unused})
        reading = replace(reading, confidence=Confidence.LIKELY, notes=(note, *reading.notes))
    return _with_sum(reading, laid, tokens, known)


_WITHIN = "이내"


def _prints_outcome(laid: Laid, tokens: list[Token], reading: Reading | Unread, known: Known) -> bool:
    """`15% 축소하여 705.5억원 이내로`: the limit is the very outcome of what was calculated before it."""
    if laid.text.count(_WITHIN) != 1 or not isinstance(reading, Reading):
        return False
    value = known.value(reading.node)
    before = [one for one, after in pairwise(tokens) if after.kind == "BOUND" and after.text == _WITHIN]
    return len(before) == 1 and before[0].amount is not None and value in known.amounts(before[0].amount)


def _years_of(folded: Folded, year: int) -> frozenset[int]:
    """The years that any of the alternatives takes results of."""
    found: set[int] = set()
    for one in folded.alternatives:
        for part in walk(one.node):
            if isinstance(part, Years):
                found |= set(part.listed())
            elif isinstance(part, Past):
                found.add(part.year or year - 1)
    return frozenset(found)


def _of_figures(folded: Folded) -> bool:
    """Whether every alternative is made of the reason's own figures."""
    return not any(isinstance(part, Past | Years) for one in folded.alternatives for part in walk(one.node))


# Words that calculate: when one has no place in any piece, the reading is not the whole of what was said.
_STRONG = frozenset(
    [
        "number",
        "times",
        "fraction",
        "sum",
        "updown",
        "GEOMEAN",
        "HMEAN",
        "SLOPE",
        "SD",
        "TREND",
        "MAX",
        "MIN",
        "MEDIAN",
        "WEIGHTED",
        "CHOOSEMAX",
        "CHOOSEMIN",
        "ROUND",
        "TRIM",
        "TRIMMAX",
        "TRIMMIN",
        "TOP",
        "BOTTOM",
        "SPREAD",
        "TRIMMEAN",
        "WEIGHTED",
        "EVENLY",
        "MEAN",
        "MIDDLE",
    ]
)


def _unused(tokens: list[Token], pieces: list[Piece], text: str) -> str:
    """The first calculating word that no piece took in, outside brackets that only remark."""
    depth = 0
    for token in tokens:
        depth += (token.kind == "open") - (token.kind == "close")
        covered = any(piece.start <= token.start < piece.end for piece in pieces)
        if token.kind in _STRONG and not covered and not _excused(token, text):
            return token.text
    return ""


def _excused(token: Token, text: str) -> bool:
    """The one of `1억원당`, and a number that only counts a list or a date."""
    return (
        token.tail == "당"
        or token.text == "σ"
        or (token.kind == "number" and text[token.end : token.end + 1] in ("월", ")", "차", "호", "단"))
    )


def _with_sum(reading: Reading | Unread, laid: Laid, tokens: list[Token], known: Known) -> Reading | Unread:
    """A sum written out at the end says it plainest; where the words surely say otherwise, nothing is sure."""
    found = written_out(tokens)
    if found is None:
        return reading
    node, start, end = found
    value = known.value(node)
    if known.percent and value is not None and 0 < value <= 1 and all(part > 2 for part in sizes(known)):
        # `처리(360/500)` of an indicator in per cent: the share, not the ratio.
        node = Infix(operator="*", left=node, right=Number(value=Decimal(100)))
        value = known.value(node)
    if isinstance(reading, Reading) and reading.confidence.settled:
        said = known.value(reading.node)
        if said is None or value is None or abs(said - value) <= abs(value) * CLOSE:
            return reading
        if _figures(reading.node) < _figures(node):
            # The words say a part of the sum only.
            return Reading(written(node), laid.span(start, end), Confidence.RULED, known.unit)
        note = Note("result-differs", {"number": plain(value)})
        return replace(reading, confidence=Confidence.LIKELY, notes=(note, *reading.notes))
    if value is None:
        return reading
    return Reading(written(node), laid.span(start, end), Confidence.SURE, known.unit)


def _figures(node: Node) -> set[Decimal]:
    """The figures of an expression that takes nothing from the table; with a year in it, what no sum can hold."""
    if any(isinstance(part, Past | Years) for part in walk(node)):
        return {Decimal("-1")}
    return {part.value for part in walk(node) if isinstance(part, Number)}
