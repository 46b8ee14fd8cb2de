"""A reading held against the outcome that the reason prints: the one that comes to it counts."""

from collections.abc import Sequence
from dataclasses import replace

from uigwe.formulas import Node
from uigwe.formulas.tree import Number, Past, Years, walk
from uigwe.reasons.bands import band
from uigwe.reasons.confirmed import Printed, confirmed, printed
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.reasons.tokens import Token
from uigwe.reasons.ways import STATED
from uigwe.values import plain


def by_outcome(reading: Reading | Unread, laid: Laid, tokens: list[Token], known: Known) -> Reading | Unread:
    """The reading, noted to be what is printed, or doubted when it is not; or the arithmetic that proves what is printed."""
    value = known.value(reading.node) if isinstance(reading, Reading) else None
    if not isinstance(reading, Reading) or value is None or any(note.id == "stated" for note in reading.notes):
        # What proves a level says more than that it is set.
        return confirmed(laid, tokens, known) or reading
    if (edges := band(laid, tokens, known)) and known.value(edges.node) == value:
        # The edges of a band are printed with their working: neither is the outcome.
        return reading
    found = printed(laid, tokens, value, known)
    if found is Printed.LOOSELY and (exact := confirmed(laid, tokens, known)):
        # The printed figures come to it exactly, those of the table only when cut or raised.
        return exact
    if reading.confidence.settled and found in (Printed.SAME, Printed.LOOSELY):
        return replace(reading, notes=(*reading.notes, Note("printed")))
    if found is Printed.SAME and not any(note.id == "second-statement" for note in reading.notes):
        return replace(reading, confidence=Confidence.RULED, notes=(*reading.notes, Note("printed")))
    if found is Printed.NONE:
        return reading
    if reading.confidence.settled and _takes_all(tokens, reading.node):
        return _exactly(confirmed(laid, tokens, known), tokens, known) or reading
    told = any(note.id == "result-differs" for note in reading.notes)
    doubt = () if told else (Note("printed-differs", {"number": plain(value)}),)
    doubted = replace(reading, confidence=Confidence.LIKELY, notes=(*reading.notes, *doubt))
    return confirmed(laid, tokens, known) or STATED(laid, tokens, known) or doubted


def _exactly(reading: Reading | None, tokens: Sequence[Token], known: Known) -> Reading | None:
    """A reading that comes to a printed figure exactly, and not only when rounded."""
    value = known.value(reading.node) if reading is not None else None
    figures = [worth for one in tokens if one.amount is not None for worth in (one.amount.number, one.amount.scaled)]
    return reading if value in figures else None


def _takes_all(tokens: Sequence[Token], node: Node) -> bool:
    """Whether every figure of a reason is a part of the calculation, and nothing but them is: none is left to be its outcome."""
    parts = list(walk(node))
    taken = [part.value for part in parts if isinstance(part, Number)]
    amounts = [token.amount for token in tokens if token.amount is not None]
    if len(taken) < 2 or any(isinstance(part, Past | Years) for part in parts):
        return False
    return all(one.scaled in taken or one.number in taken or one.scaled == 1 for one in amounts)
