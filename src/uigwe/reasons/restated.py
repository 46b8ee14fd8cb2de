"""A reason that says its calculation twice, in signs and in words or in two ways of words: `2,350개교 × 1.02 = 2,397개교, 전년 대비 2% 증가`.

Parted in two where a sign, a comma or a bracket parts it, each part is read by itself. When each settles the target, each with a calculation of its
own, and both come to the same, nothing of the reason is left out and the value is known.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Infix, Number, Past
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.values import rounded

_SHORTEST = 5
_FIGURE = pattern_of(r"\d")
_PARTS = pattern_of(
    r"(?:(?<!\d)[.,;:]|(?<=\d)[.,](?=[가-힣])|[.,]?(?:즉|곧|다시말해|바꿔말하면|환언하면)(?=[,가-힣’\d])|=(?=[^=\d]*[가-힣])|→(?=[^→\d]*[가-힣])|/(?=[가-힣])|-(?=[가-힣’(]))[,:]?"
)
_OPENS = pattern_of(r"^(?:즉|곧|다시말해|바꿔말하면|결국|이는|이를|환언하면)?,?")
# What a part of such a reason ends in that goes on with the other.
_GOES_ON = pattern_of(r"(?:에|의|와|과|로|으로|보다|에서|대비|하되|하고|하여|으나|지만)$")


def restated(laid: Laid, known: Known, read: Callable[[Laid, Known], Reading | Unread]) -> Reading | None:
    """What a reason says whose two parts come to the same."""
    for halves in _halves(laid):
        # The shorter one first: where it says nothing that stands, the other need not be read.
        found: list[Reading] = []
        for part in sorted(halves, key=lambda one: len(one.text)):
            each = read(part, known) if _FIGURE.search(part.text) else None
            if not isinstance(each, Reading) or not _stands(each):
                break
            found.append(each)
        if (
            len(found) < len(halves)
            or not any(each.confidence.settled for each in found)
            or any(isinstance(each.node, Number | Past) for each in found)
        ):
            continue
        values = [known.comes_to(each) for each in found]
        if values[0] is None or values[1] is None or not _same(values[0], values[1]):
            continue
        chosen = next(each for each in found if each.confidence.settled)
        return replace(chosen, confidence=Confidence.RULED, notes=(Note("same"), *chosen.notes))
    return None


def _stands(reading: Reading) -> bool:
    """Whether a reading is settled, or lacks only what its other half says: from what it starts, and whether it is a rate.

    So many of something more may be another thing's.
    """
    if reading.confidence.settled:
        return True
    adds = isinstance(reading.node, Infix) and reading.node.operator in ("+", "-")
    return not adds and all(note.id in _OPEN for note in reading.notes)


_OPEN = frozenset(
    ["own-rate", "no-start", "percent", "growth-window", "elliptic", "named-chose", "told", "printed", "implied-last"]
)


def _same(one: Decimal, other: Decimal) -> bool:
    return rounded(one, 9) == rounded(other, 9)


def _halves(laid: Laid) -> Iterator[tuple[Laid, Laid]]:
    """The reason parted in two, at each place where it could be."""
    text = laid.text
    for found in _PARTS.finditer(text):
        start, end = found.span()
        if text.count("(", 0, start) > text.count(")", 0, start) or (text[start] in "-/" and not laid.gap[start]):
            continue
        end += len((_OPENS.match(text[end:]) or [""])[0])
        if min(start, len(text) - end) >= _SHORTEST and not _GOES_ON.search(text[:start]):
            yield laid.part(0, start), laid.part(end, len(text))
    if text.endswith((")", ").")):
        inner = text.rstrip(".")
        start = inner.rfind("(")
        if min(start, len(inner) - start) >= _SHORTEST and inner.count(")", start) == 1:
            yield laid.part(0, start), laid.part(start + 1, len(inner) - 1)
