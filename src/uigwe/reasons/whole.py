"""A reason as a whole, within a limit that it names, behind its circumstances, or in the one sentence of it that calculates."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas import written
from uigwe.formulas.tree import Number, Past, Years, walk
from uigwe.reasons.account import bent
from uigwe.reasons.accounted import read_as_one
from uigwe.reasons.build import call, number
from uigwe.reasons.clauses import beginnings, compares, remark, tells_why
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.limits import limited
from uigwe.reasons.reading import Confidence, Note, Reading, Unread, settled
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import Token
from uigwe.reasons.ways import (
    BANDED,
    CHAINED,
    EVERY_YEAR,
    IN_FEW_WORDS,
    LAST,
    PLANNED,
    SERIES,
    TABLED,
    TALLIED,
    TOLD,
    agreed,
    first_of,
)

# Readings that lean on what stands before them.
LEANING = frozenset(["implied-last", "no-start", "considered-start"])


def read_laid(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | Unread:
    """What a reason says as a whole, within a limit that it names, or in the one sentence of it that calculates."""
    if every := BANDED(laid, tokens, known) or IN_FEW_WORDS(laid, tokens, known):
        # Every word of it has its part.
        return every
    reading = _read_whole(laid, tokens, known, target)
    if isinstance(reading, Reading) and reading.confidence.settled and _value_of(reading, known) is None:
        # The table lacks what it takes; printed figures do not.
        return SERIES(laid, tokens, known) or reading
    if settled(reading):
        if within := _limited(laid, tokens, known, target):
            return within
        if (alone := _by_sentence(laid, tokens, known, target)) and _differs(reading, alone, known):
            # The other sentences only tell why: no figure of theirs is a part of it.
            return alone
        if (
            isinstance(reading, Reading)
            and _of_figures(reading)
            and (tally := TALLIED(laid, tokens, known))
            and _differs(reading, tally, known)
        ):
            # It counts with how often in a year each of them comes.
            return tally
        far = isinstance(reading, Reading) and _far(reading, known)
        return (CHAINED(laid, tokens, known) if far else None) or reading
    return (
        PLANNED(laid, tokens, known)
        or _limited(laid, tokens, known, target)
        or _by_sentence(laid, tokens, known, target)
        or first_of(LAST, laid, tokens, known)
        or reading
    )


def _differs(one: Reading | Unread, other: Reading, known: Known) -> bool:
    """Whether two readings come to something else."""
    if not isinstance(one, Reading):
        return True
    values = [known.value(each.node) for each in (one, other)]
    return values[0] != values[1]


def _value_of(reading: Reading, known: Known) -> Decimal | None:
    return known.value(reading.node)


def _of_figures(reading: Reading) -> bool:
    """Whether a reading is made of several printed figures and takes no result."""
    node = reading.node
    return not isinstance(node, Number) and not any(isinstance(part, Past | Years) for part in walk(node))


def _far(reading: Reading, known: Known) -> bool:
    """Whether figures alone come to something far from the last result, as they do in another scale."""
    node = reading.node
    value, last = known.value(node), known.actuals.get(known.year - 1)
    if value is None or last is None or not last.value or any(isinstance(part, Past | Years) for part in walk(node)):
        return False
    return not _FAR[0] <= abs(value / last.value) <= _FAR[1]


_FAR = (Decimal("0.5"), Decimal(2))


def _limited(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | None:
    """The calculation, no more or no less than the limit that stands beside it."""
    limit = limited(laid, tokens)
    if limit is None:
        return None
    rest: Reading | Unread | None = _read_whole(laid, limit.rest, known, target)
    if not settled(rest):
        rest = _by_sentence(laid, limit.rest, known, target)
    if not isinstance(rest, Reading) or not rest.confidence.settled:
        return None
    worth = known.amounts(limit.amount)[0]
    if (
        limit.amount.unit
        and limit.amount.unit != known.unit
        and known.unit
        and not count_alike(limit.amount.unit, known.unit)
    ):
        return None
    node = call(limit.how, rest.node, number(worth))
    if known.value(node) is None and known.value(rest.node) is not None:
        return None
    return replace(rest, basis=written(node), confidence=Confidence.RULED, notes=(*rest.notes, Note("limit")))


def _by_sentence(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | None:
    """The one sentence of several that is a calculation by itself, when the others only tell why."""
    sentences: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "comma" and token.text == ".":
            sentences.append([])
        else:
            sentences[-1].append(token)
    sentences = [one for one in sentences if one]
    if len(sentences) < 2:
        return None
    first, *others = sentences
    sentences = [first, *(one for one in others if not compares(laid, one))]
    readings = [_read_whole(laid, one, known, target) for one in sentences]
    calculating = [(one, read) for one, read in zip(sentences, readings, strict=True) if settled(read)]
    if len(calculating) != 1:
        return None
    [(chosen, reading)] = calculating
    if any(one is not chosen and not tells_why(laid, one, known.unit) for one in sentences):
        return None
    return reading if isinstance(reading, Reading) and not any(note.id in LEANING for note in reading.notes) else None


def _read_whole(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | Unread:
    """What a reason says as a whole, or behind its circumstances."""
    reading = read_as_one(laid, tokens, known, target)
    if isinstance(reading, Unread) and reading.why == "too-many":
        return reading
    if steps := EVERY_YEAR(laid, tokens, known):
        return steps
    told = [one for one in (way(laid, tokens, known) for way in TOLD) if one is not None]
    if settled(reading):
        for one in told:
            reading = agreed(reading, one, known)
        return reading
    if end := remark(laid, tokens):
        rest = read_as_one(laid, tokens[:end], known, target)
        if settled(rest):
            return rest
    if told:
        first, *others = told
        found: Reading | Unread = first
        for one in others:
            found = agreed(found, one, known)
        return found
    if confirmed := _worked_beside(reading, laid, tokens, known, target):
        return confirmed
    for at in beginnings(laid, tokens):
        # Behind a clause of circumstances stands a calculation of its own.
        rest = read_as_one(laid, tokens[at:], known, target)
        if settled(rest) and not any(note.id in LEANING for note in rest.notes):  # type: ignore[union-attr]
            return rest
        if taken := TOLD[1](laid, tokens[at:], known):
            return taken
    return reading


def _worked_beside(
    reading: Reading | Unread, laid: Laid, tokens: list[Token], known: Known, target: Decimal | None
) -> Reading | None:
    """`… 0.8점 높은 점수를 부여(3년 평균+0.8)`: the working in the last bracket, when the sentence comes to the same."""
    opens = max((at for at, token in enumerate(tokens) if token.kind == "open"), default=0)
    closes = next((at for at in range(opens, len(tokens)) if tokens[at].kind == "close"), 0)
    inner = tokens[opens + 1 : closes]
    if not isinstance(reading, Reading) or not any(token.kind == "op" for token in inner):
        return None
    if not any(token.kind in TABLED for token in inner) or any(token.amount for token in tokens[closes:]):
        return None
    if bent(laid.text[: inner[0].start] + laid.text[inner[-1].end :]):
        return None
    working = read_as_one(laid, inner, known, target)
    if not isinstance(working, Reading) or not settled(working):
        return None
    values = [known.value(one.node) for one in (reading, working)]
    if None in values or values[0] != values[1]:
        return None
    return replace(working, confidence=Confidence.RULED, notes=(Note("same"), *working.notes))
