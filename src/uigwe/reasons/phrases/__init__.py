"""A reason about past results as one phrase, by a grammar of which word takes which.

A fourth way through a reason. Korean puts what is done behind what it is done with, and says by particles what is the start and what
is the step, in any order: every two phrases that stand side by side and go together make a larger one, and a reason is read when
one phrase reaches from its first sign to its last and sets the target. Nothing may be left over; where two phrases do and come to
something else, neither counts.
"""

from contextlib import suppress
from functools import partial

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.phrases.chart import Phrase, grow, on_the_way
from uigwe.reasons.phrases.grammar import rules
from uigwe.reasons.phrases.joints import Joints
from uigwe.reasons.phrases.meaning import NoSenseError
from uigwe.reasons.phrases.reading import words_of
from uigwe.reasons.tokens import Token, read_tokens

MAX_SIGNS = 220


# What takes a value from the table.
PAST = frozenset(["last", "ago", "year", "span", "range", "list", "until", "MEAN", "RATE", "CAGR", "GEOMEAN", "SD"])


def phrased(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """What a reason comes to when it is one phrase of this grammar."""
    if not any(token.kind in PAST for token in tokens):
        return None
    laid = laid.part(tokens[0].start, tokens[-1].end + len(tokens[-1].tail))
    end = len(laid.text.rstrip("."))
    if not known.year or not 0 < end <= MAX_SIGNS:
        return None
    words = words_of(laid, read_tokens(laid), known)
    windows = {one.means.years for one in words if one.kind == "N" and one.means and len(one.means.years) > 1}
    window = windows.pop() if len(windows) == 1 else ()
    grammar = Joints(known, window)
    grown = grow(on_the_way(words, end), partial(rules, grammar))
    whole = [one for one in grown if one.start == 0 and one.end == end]
    whole = [one for one in (*whole, *_from_last(whole, grammar)) if _sets(one)]
    found = {known.value(node): node for one in whole if one.means for node in one.means.nodes}
    if len(found) != 1 or None in found:
        return None
    [node] = found.values()
    return Made(node)


def _from_last(whole: list[Phrase], grammar: Joints) -> list[Phrase]:
    """`지난해 증가폭의 80%만큼 늘리기로 함`: by so much, from where that growth ended."""
    found: list[Phrase] = []
    for one in whole:
        if one.kind == "VP" and one.mark == "end":
            with suppress(NoSenseError):
                found += grammar.from_last(one)
    return found


def _sets(one: Phrase) -> bool:
    """Whether a phrase is a target: set, or worked out and said as one."""
    if one.means is None or one.means.kind != "level" or not one.means.made:
        return False
    return one.kind == "D" or (one.kind == "CL" and one.mark == "end") or one.kind == "N"
