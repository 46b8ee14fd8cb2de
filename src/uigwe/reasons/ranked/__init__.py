"""Every calculation that the figures of a reason allow is put down, and the likeliest is taken when it is likely enough.

Rules answer for words that they know. Here nothing is known of words: a few hundred exact calculations are made from the figures, the years and
the table (`candidates`), each sees the reason with its own figures marked (`marked`), and what stands around the marks counts for it or against it
(`features`) by weights that were learned from labelled reasons (`weights`). That a reason yields no value is one of the choices.

What is taken is an expression like any other: it is counted again, shown step by step, and can be doubted by hand.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal

from uigwe.formulas import Node
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.ranked.candidates import Candidate, candidates_of
from uigwe.reasons.ranked.features import Block, blocks, nothing
from uigwe.reasons.ranked.line import line_of
from uigwe.reasons.ranked.marked import Marker
from uigwe.reasons.ranked.weights import SCALE, key, learned

__all__ = ["Ranked", "ranked"]

_ODDS = Context(prec=8)
_DIGITS = Context(prec=12)
_OTHERS = "NnJjRI"
_FAR = 16 * SCALE  # what is so much less likely counts as nothing


@dataclass(frozen=True, slots=True)
class Ranked:
    """The likeliest calculation; `node` is None when that is none. `share`: how likely, 0 to 1, among all that are possible.

    `others`: whether the reason has figures that are neither taken in nor what it comes to.
    """

    node: Node | None
    value: Decimal | None
    share: Decimal
    others: bool


class _Scale:
    """Weighs features; what several calculations of a reason see alike, once."""

    def __init__(self) -> None:
        self._of = learned().of
        self._seen: dict[Block, int] = {}

    def score(self, seen: Iterable[Block]) -> int:
        """What features weigh together."""
        total = 0
        for block in seen:
            weight = self._seen.get(block)
            if weight is None:
                asks, of_what = block
                weight = self._seen[block] = sum(self._of.get(key(feature), 0) for feature in asks(*of_what))
            total += weight
        return total


def ranked(source: Laid, known: Known) -> Ranked:
    """What a reason most likely says: calculations that come to the same count together."""
    line = line_of(source, known)
    scale, marker = _Scale(), Marker(line)
    scored: list[tuple[int, Candidate | None]] = [(scale.score(nothing(line)), None)]
    scored += [(scale.score(blocks(line, one, marker.marked(one))), one) for one in candidates_of(line)]
    best = max(score for score, _ in scored)
    shares: dict[Decimal | None, Decimal] = defaultdict(Decimal)
    first: dict[Decimal | None, tuple[int, Candidate | None]] = {}
    for score, one in scored:
        if best - score > _FAR:
            continue
        value = _DIGITS.plus(one.value) if one else None
        shares[value] += _ODDS.exp(_ODDS.divide(Decimal(score - best), SCALE))
        if value not in first or score > first[value][0]:
            first[value] = (score, one)
    value = max(shares, key=lambda each: shares[each])
    chosen = first[value][1]
    share = _ODDS.divide(shares[value], sum(shares.values(), Decimal(0)))
    if chosen is None:
        return Ranked(None, None, share, others=False)
    others = any(role in _OTHERS for role in marker.marked(chosen).roles)
    return Ranked(chosen.node(), chosen.value, share, others)
