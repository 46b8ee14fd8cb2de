"""A reason read once more: without parts that are accounted for, with the results that it prints itself, its sentences as one.

Whichever parts are left away and however its list is taken, it must come to the same.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas import Node, written
from uigwe.formulas.tree import Infix, Number, Past, Years, walk
from uigwe.reasons.behind import added
from uigwe.reasons.constructs import construct_reading
from uigwe.reasons.constructs.series import as_printed, holding, series_in, trend_said
from uigwe.reasons.curtailed import curtailed, merely_told
from uigwe.reasons.joined import joined
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid, lay_out
from uigwe.reasons.other_bodies import of_other_bodies
from uigwe.reasons.parts import Part, accounted, changes_of, spared
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread, settled
from uigwe.reasons.remarked import Bare, bared
from uigwe.reasons.surpassed import surpasses
from uigwe.reasons.tokens import read_tokens
from uigwe.reasons.whole import LEANING
from uigwe.reasons.workings import agrees, workings
from uigwe.values import rounded

Read = Callable[[Laid, Known], Reading | Unread]
# Readings that lean on what stands before them, or that need every figure of the reason.
_UNFIT = LEANING | {"proven", "stated"}


def with_its_own_results(laid: Laid, known: Known, read: Read) -> Reading | None:
    """What a reason that prints the past results itself says of them."""
    found: dict[Decimal, Reading] = {}
    for one in series_in(laid, known):
        within = holding(known, one.results)
        if trend_said(one.laid.text) and not construct_reading(one.laid, within):
            continue
        reading = read(one.laid, within)
        if not isinstance(reading, Reading) or not reading.confidence.settled:
            continue
        node = as_printed(reading.node, one.results, known)
        value = replace(known, unit=reading.unit).value(node)
        if value is not None:
            notes = (Note("told"), *reading.notes)
            found.setdefault(value, replace(reading, basis=written(node), confidence=Confidence.RULED, notes=notes))
    return found.popitem()[1] if len(found) == 1 else None


def without_parts(laid: Laid, known: Known, read: Read) -> Reading | None:
    """What a reason says without parts whose figures are all accounted for."""
    results = {cell.value for cell in known.actuals.values() if cell.value is not None}
    changes = changes_of(known)
    found: dict[Decimal, Reading] = {}
    for rest, gone in spared(laid):
        one = read(rest, known)
        if not isinstance(one, Reading) or not one.confidence.settled or not _stands(one, gone, laid):
            continue
        value = known.comes_to(one)
        if value is None:
            continue
        figures = results | {part.value for part in walk(one.node) if isinstance(part, Number)}
        figures |= {rounded(value, places) for places in range(4)}
        years = years_taken(one, known.year) | {known.year}
        if all(accounted(part, frozenset(figures), changes, frozenset(years)) for part in gone):
            found.setdefault(rounded(value, 9), one)
    if len(found) != 1:
        return None
    [reading] = found.values()
    return replace(reading, confidence=Confidence.RULED, notes=(Note("beside"), *reading.notes))


def _stands(one: Reading, gone: tuple[Part, ...], laid: Laid) -> bool:
    """Whether a reading may stand without these parts: a bare one, or one that leans, may not, nor one of something else."""
    node = one.node
    if merely_told(laid.text) or curtailed(laid.text, node) or of_other_bodies(laid.text, node):
        return False
    if all(surpasses(part.said) for part in gone):
        # `260명을 목표로`, said to be above something.
        return True
    if isinstance(node, Number | Past) or any(note.id in _UNFIT for note in one.notes):
        return False
    return not any(part.clause for part in gone) or any(isinstance(part, Infix) for part in walk(node))


def without_remarks(reading: Reading | Unread, laid: Laid, known: Known, read: Read) -> Reading | Unread:
    """A reading, or what the reason says without remarks that bear on no calculation, and without working that agrees with it."""
    bare = bared(laid)
    if bare:
        reading = _bared(reading, bare, known, read)
        if isinstance(reading, Reading) and any(year < bare.since for year in years_taken(reading, known.year)):
            # There are no results of these years yet.
            reading = replace(reading, confidence=Confidence.LIKELY)
    if not settled(reading):
        reading = _without_working(bare.laid if bare else laid, known, read) or reading
    return reading


def _bared(reading: Reading | Unread, bare: Bare, known: Known, read: Read) -> Reading | Unread:
    """Two readings that differ are none, unless nothing in the remarks could be a part of the calculation."""
    alone = read(bare.laid, known)
    value = known.comes_to(alone)
    if not isinstance(alone, Reading) or not alone.confidence.settled or value is None:
        return reading
    if isinstance(reading, Reading) and reading.confidence.settled:
        if known.comes_to(reading) == value or bare.head:
            return reading
        if not bare.certain:
            note = Note("unused", {"text": bare.laid.spaced()})
            return replace(reading, confidence=Confidence.LIKELY, notes=(note, *reading.notes))
    if isinstance(alone.node, Number) and not bare.certain:
        # Figures stand beside a level: they may say otherwise.
        return reading
    if bare.names and any(note.id in LEANING for note in alone.notes):
        return reading
    return _beside(alone, bare.laid)


def _without_working(laid: Laid, known: Known, read: Read) -> Reading | None:
    """What a reason says without working that writes it out once more."""
    for one in workings(laid):
        alone = read(one.laid, known)
        if not isinstance(alone, Reading) or not alone.confidence.settled:
            continue
        if agrees(one, alone.node, replace(known, unit=alone.unit)):
            return _beside(alone, one.laid)
    return None


def _beside(reading: Reading, laid: Laid) -> Reading:
    """A reading of what is left of a reason."""
    notes = (Note("beside"), *reading.notes)
    return replace(reading, confidence=Confidence.RULED, notes=notes, words=laid.spaced())


def as_one(laid: Laid, source: str, known: Known, read: Read) -> Reading | None:
    """What sentences say that are one calculation."""
    found: dict[Decimal, Reading] = {}
    for one in joined(laid, source):
        reading = read(one.laid, known)
        value = known.comes_to(reading)
        if not isinstance(reading, Reading) or not reading.confidence.settled or value is None:
            continue
        if one.outcome and not _prints(one.outcome, value):
            continue
        if one.whence is not None:
            whence = read(one.whence, known)
            worth = known.comes_to(whence) if settled(whence) else added(one.whence)
            if worth is None or not _prints(one.figure, worth):
                continue
        found.setdefault(rounded(value, 9), reading)
    if len(found) != 1:
        return None
    [reading] = found.values()
    return replace(reading, confidence=Confidence.RULED, notes=(Note("joined"), *reading.notes))


def explained_otherwise(laid: Laid, source: str, known: Known, read: Read) -> str:
    """The sentence that explains a level with a calculation that does not come to it; empty without one."""
    for one in joined(laid, source):
        reading = read(one.laid, known) if one.outcome else None
        value = known.comes_to(reading) if reading is not None and settled(reading) else None
        if value is not None and not _prints(one.outcome, value):
            return one.laid.spaced()
    return ""


# `…. 이에 따라 목표를 620건으로 설정함`: a conclusion that only prints what was worked out before it.
_CONCLUDED = pattern_of(
    rf"[.](?:이에따라|이에따라서|따라서|그결과|이상에따라|이를바탕으로|이를토대로|그러므로),?(?:’\d{{2}}년도?)?(?:의)?목표(?:치|값)?(?:를|는|은)?"
    rf"(?P<figure>{NUMERAL}(?:%|[가-힣]{{1,3}}?)?)(?:로|으로)(?:설정|산정|결정|제시|정)(?:함|하였음|했음|한다|하고자함)?[.]?$"
)


def concluded_otherwise(laid: Laid, known: Known, read: Read) -> str:
    """The conclusion of a reason that sets a figure which does not follow from the calculation before it; empty otherwise."""
    found = _CONCLUDED.search(laid.text)
    before = read(laid.part(0, found.start()), known) if found else None
    value = known.comes_to(before) if before is not None and settled(before) else None
    if found is None or value is None or _prints(found["figure"], value):
        return ""
    return laid.part(found.start() + 1, len(laid.text)).spaced()


def _prints(figure: str, value: Decimal) -> bool:
    """Whether a printed figure is this value."""
    amounts = [token.amount for token in read_tokens(lay_out(figure)) if token.amount is not None]
    return any(rounded(value, one.decimals) == one.number for one in amounts[:1])


def years_taken(reading: Reading, year: int) -> set[int]:
    """The years of which a reading takes results."""
    return {one for part in walk(reading.node) for one in _taken(part, year)}


def _taken(part: Node, year: int) -> tuple[int, ...]:
    if isinstance(part, Years):
        return tuple(part.listed())
    return (part.year or year - 1,) if isinstance(part, Past) else ()
