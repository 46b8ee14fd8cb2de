"""Read a reason: lay it out, find what sets the target, and read that in each way there is, until one settles it.

What a reason says is asked in this order: the sentence that sets it, as it stands or without what only tells (`_as_set`); all of it,
as one of a rate, or without what stands beside it (`_as_it_stands`); without parts that are accounted for, and with the results
that it prints itself (`once_more`). The guards may take the value away (`guards`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas import Node, written
from uigwe.formulas.tree import Infix, Number, walk
from uigwe.reasons.asides import plainer
from uigwe.reasons.at_odds import at_odds
from uigwe.reasons.by_outcome import by_outcome
from uigwe.reasons.calculated import calculated
from uigwe.reasons.calculated.figures import figures_of, is_near
from uigwe.reasons.choose import sizes
from uigwe.reasons.circumstances import without_circumstances
from uigwe.reasons.confirmed import by_chance
from uigwe.reasons.constructs import construct_reading
from uigwe.reasons.decided import decided
from uigwe.reasons.exclusions import without
from uigwe.reasons.guards import OF_IT_ALL, OF_ITS_WORDS, OF_THE_REST, OF_THE_SOURCE, Said, doubt
from uigwe.reasons.headings import unit_said
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid, lay_out
from uigwe.reasons.ledger import KEPT, OPEN, foreground, in_ledger
from uigwe.reasons.left_open import hung, left_open, unnamed
from uigwe.reasons.likened import likened
from uigwe.reasons.measures import less_is_better, shown_scale, shows_percent, unit_of
from uigwe.reasons.normal import in_normal_form, parted
from uigwe.reasons.normal.background import without_background
from uigwe.reasons.normal.corrected import corrected
from uigwe.reasons.once_more import (
    as_one,
    concluded_otherwise,
    explained_otherwise,
    with_its_own_results,
    without_parts,
    without_remarks,
    years_taken,
)
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.pieces import pieces_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread, settled
from uigwe.reasons.remarked import bared, turning
from uigwe.reasons.restated import restated
from uigwe.reasons.said_twice import said_otherwise
from uigwe.reasons.setting import Parted, going_on, set_alone
from uigwe.reasons.spelling import replaced
from uigwe.reasons.sums import CLOSE
from uigwe.reasons.tokens import Token, read_tokens
from uigwe.reasons.uncounted import TOLD
from uigwe.reasons.ways import IN_FEW_WORDS, STATED, agreed
from uigwe.reasons.whole import LEANING, read_laid
from uigwe.reasons.worded import worded
from uigwe.values import State, Written, plain, read_number

MAX_LENGTH = 1_000
MAX_DIGITS = 15  # digits in a row of a figure that is read
ROUNDED = Decimal("0.003")
MAX_BESIDE = 400  # signs of a reason that is read again without what stands beside it
_COUNTS = (
    "MEAN", "GEOMEAN", "HMEAN", "TRIMMEAN", "SLOPE", "TREND", "MAX", "MIN", "MEDIAN", "TOTAL", "SD", "CAGR", "last", "year", "KEEP", "ago", "times",
    "fraction", "OVERALL", "WEIGHTED", "GROWN", "RATE", "CHOOSEMAX", "CHOOSEMIN", "TRIM", "range",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asked:
    """The unit that somebody gave, the target that is printed; `beside`: whether the reason is short enough to be read again."""

    unit: str | None
    target: Decimal | None
    beside: bool

    def own(self, known: Known) -> Known:
        """What is known, in the unit that was given."""
        return replace(known, unit=self.unit or "")


# No result has so many digits; what is printed so is a slip, and every pattern would try each of them.
_NO_FIGURE = re.compile(rf"\d{{{MAX_DIGITS + 1},}}")


def read_reason(
    text: str,
    unit: str | None = None,
    year: int = 0,
    history: Mapping[int, Written | str | Decimal | int | None] | None = None,
    *,
    targets: Mapping[int, Written | str | Decimal | int | None] | None = None,
    target: Decimal | None = None,
    downward: bool | None = None,
) -> Reading | Unread:
    """The basis that the words of a reason state for the target of `year`, or why they state none.

    `unit`: the indicator's unit; None when it is not known (then the reason's own signs tell). `history`, `targets`: past
    results and targets by year, as printed. `target`: the printed target, used only to choose among possible readings.
    """
    if len(text) > MAX_LENGTH:
        return Unread("too-long", {"limit": str(MAX_LENGTH)})
    if _NO_FIGURE.search(text):
        return Unread("long-figure", {"limit": str(MAX_DIGITS)})
    source = lay_out(text)
    unit = unit or unit_said(source) or unit
    downward = True if downward is None and less_is_better(source.text) else downward
    known = Known(year, "", known_cells(history, unit), known_cells(targets, unit), downward)
    source = corrected(source, known)
    text = source.spaced() if source.text != lay_out(text).text else text
    asked = _Asked(unit, target, len(source.text) <= MAX_BESIDE)
    reading = _complete(source, text, known, asked)
    if not isinstance(reading, Reading) or not reading.confidence.settled:
        return (likened(source, asked.own(known)) if asked.beside else None) or reading
    word = concluded_otherwise(source, known, lambda one, known: _complete(one, one.spaced(), known, asked))
    return _doubted(reading, word) if word else reading


def _complete(source: Laid, text: str, known: Known, asked: _Asked) -> Reading | Unread:
    """What a reason says, whatever way it is read, with all that it says of its own calculation."""
    reading = _of_source(source, text, known, asked)
    if by_chance(reading, source, known.year):
        # What it sets may be the level that it states.
        stated = STATED(source, without(read_tokens(source)), known) or Unread("only-target")
        return _as_printed(stated, source, known)
    if not asked.beside:
        return reading
    found = _with_decided(_in_full(reading, source, text, known, asked), source, known, asked)
    # What a reason decides may leave words of its figures away; they must not be at odds all the same.
    if (
        isinstance(found, Reading)
        and settled(found)
        and (word := at_odds(source.text, found.node, replace(known, unit=found.unit)))
    ):
        found = _doubted(found, word)
    return _beside_ledger(found, source, known, asked)


def _with_decided(reading: Reading | Unread, source: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """A reading beside what the reason decides itself: where the two differ, neither is sure."""

    def reads(one: Laid) -> Reading | None:
        found = _of_source(one, one.spaced(), known, asked)
        return found if isinstance(found, Reading) and found.confidence.settled else None

    found = decided(source, known, reads)
    if found is None:
        return reading
    told, knows_more = found
    if isinstance(reading, Reading) and settled(reading):
        if known.comes_to(reading) == known.comes_to(told):
            return reading
        if not knows_more:
            return _doubted(reading, told.basis)
    ruled = replace(told, confidence=Confidence.RULED, notes=(Note("decided"), *told.notes))
    word = hung(source.text) or unnamed(source.text)
    return _doubted(ruled, word) if word else ruled


def _in_full(reading: Reading | Unread, source: Laid, text: str, known: Known, asked: _Asked) -> Reading | Unread:
    """A reading, or what the reason says in two parts or without remarks, that answers for all that it explains."""
    if not settled(reading):
        reading = restated(source, known, lambda one, known: _of_source(one, one.spaced(), known, asked)) or reading
    reading = _beside_remarks(reading, source, known, asked)
    reading = _beside_calculation(reading, source, known, asked)
    if isinstance(reading, Reading) and reading.confidence.settled:
        word = explained_otherwise(source, text, known, lambda one, known: _read(one, known, asked))
        return _doubted(reading, word) if word else _as_printed(reading, source, known)
    return reading


def _beside_remarks(reading: Reading | Unread, source: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """A reading, or what the reason says without the remarks around its calculation."""
    return without_remarks(reading, source, known, lambda one, known: _of_source(one, one.spaced(), known, asked))


def _as_printed(reading: Reading | Unread, source: Laid, known: Known) -> Reading | Unread:
    """A reading that answers for what the source says of it, whatever gave way before it was read."""
    if not isinstance(reading, Reading) or not reading.confidence.settled:
        return reading
    word = doubt(OF_THE_SOURCE, Said(source, reading.node, replace(known, unit=reading.unit)))
    return _doubted(reading, word) if word else reading


def _beside_calculation(reading: Reading | Unread, source: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """A reading beside the calculation that the whole reason tells: where they differ, neither is sure."""
    own = asked.own(known)
    within = parted(source, known)
    bare = bared(within)
    node = next(
        (node for one in (source, within, *((bare.laid,) if bare else ())) if (node := calculated(one, own))), None
    )
    value = own.value(node) if node is not None else None
    if node is None or value is None:
        return reading
    found = Reading(written(node), source.span(0, len(source.text)), Confidence.RULED, own.unit, (Note("told"),))
    if bare and any(year < bare.since for year in years_taken(found, known.year)):
        return reading
    said = Said(source, node, own)
    heeded = not (doubt(OF_IT_ALL, said) or doubt(OF_THE_SOURCE, said))
    if isinstance(reading, Reading) and settled(reading):
        if (worth := known.comes_to(reading)) is not None and abs(worth - value) <= abs(value) * CLOSE:
            return reading
        if not (heeded and (_leaves_out(reading.node, node, source.text) or not is_near(worth, own))):
            return _doubted(reading, written(node))
    if not heeded:
        return reading
    return found


def _beside_ledger(reading: Reading | Unread, source: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """A reading beside what the figures of the reason come to when each is entered once."""
    source = foreground(source)
    if OPEN.search(source.text):
        return reading
    if asked.target is not None and isinstance(reading, Reading) and known.comes_to(reading) == asked.target:
        # The printed target chose it.
        return reading
    own = asked.own(known)
    within = parted(source, known)
    found = next((found for one in dict.fromkeys((within, source)) if (found := in_ledger(one, own))), None)
    value = own.value(found.node) if found else None
    if found is None or value is None:
        return reading
    # Where nothing was counted before, a half of the year says when it is to be done.
    parts = [(*one.span(), "") for one in _PARTS_OF_A_YEAR.finditer(source.text)] if found.level else []
    plain = replaced(source, parts) if parts else source
    said = Said(plain, found.node, own)
    if any(doubt(guards, said) for guards in (OF_IT_ALL, OF_THE_SOURCE, OF_ITS_WORDS, OF_THE_REST)):
        return reading
    node = found.node
    entered = Reading(written(node), source.span(0, len(source.text)), Confidence.RULED, own.unit, (Note("entered"),))
    if not isinstance(reading, Reading) or not settled(reading):
        return entered
    if KEPT.search(source.text) and not isinstance(reading.node, Infix):
        # What is kept is kept.
        return reading
    worth = known.comes_to(reading)
    if worth == value:
        return replace(reading, notes=(*reading.notes, Note("entered")))
    if worth is None:
        return entered
    if abs(worth - value) <= abs(value) * ROUNDED and not found.proven:
        # They differ by how a mean is printed at most.
        return reading
    mine, its = ({one.value for one in figures_of(written(one))} for one in (reading.node, node))
    # What leaves a figure out has not read it all; where they take others, nobody knows.
    return entered if found.proven or mine < its else _doubted(reading, written(node))


def _leaves_out(node: Node, told: Node, text: str) -> bool:
    """Whether a reading takes fewer of the figures that are printed than what the reason tells."""
    printed = {one.value for one in figures_of(text)}
    taken, all_told = ({part.value for part in walk(one) if isinstance(part, Number)} & printed for one in (node, told))
    return taken < all_told


def _of_source(source: Laid, text: str, known: Known, asked: _Asked) -> Reading | Unread:
    """What a reason says in its normal form, heeding what gave way to that."""
    whole = parted(source, known)
    source = without_background(whole, known)
    laid = in_normal_form(source, known)
    reading = _in_any_way(source, laid, text, known, replace(asked, beside=len(laid.text) <= MAX_BESIDE))
    if isinstance(reading, Reading) and source is not whole and not reading.words:
        reading = replace(reading, words=source.spaced())
    # What gave way to the normal form, or to the sentence that it was joined with, may have left the target open.
    open_word = left_open(_TAKEN_UP.sub("이", _PARTS_OF_A_YEAR.sub("", source.text))) if settled(reading) else ""
    if isinstance(reading, Reading) and open_word:
        return _doubted(reading, open_word)
    return _as_printed(reading, source, known)


def _in_any_way(printed: Laid, laid: Laid, text: str, known: Known, asked: _Asked) -> Reading | Unread:
    """What a reason says as it stands, or with its sentences joined: where the two differ, neither is sure."""
    reading = _read(laid, known, asked)
    if printed.text != laid.text and not settled(reading):
        # A construct takes the words as they are printed.
        reading = _answered_for(construct_reading(printed, asked.own(known)) or reading, printed, known, asked)
    whole = as_one(laid, text, known, lambda one, known: _read(in_normal_form(one, known), known, asked))
    if whole is None or not isinstance(reading, Reading) or not settled(reading):
        return whole or reading
    value = known.comes_to(reading)
    if value == known.comes_to(whole):
        return reading
    calculates = any(isinstance(part, Infix) for part in walk(reading.node))
    return _doubted(reading, whole.basis) if calculates and value is not None else whole


def _read(laid: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """What a reason says in one way or another, doubted when something in it was not heeded."""
    reading = _heeding(laid, known, asked)
    if asked.beside and not settled(reading):
        reading = without_parts(laid, known, lambda rest, known: _heeding(rest, known, asked)) or reading
    if asked.beside and (not settled(reading) or known.comes_to(reading) is None):
        reading = with_its_own_results(laid, known, lambda rest, known: _heeding(rest, known, asked)) or reading
    return _answered_for(reading, laid, known, asked)


def _answered_for(reading: Reading | Unread, laid: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """A reading that answers for all that the reason says."""
    if not isinstance(reading, Reading) or not reading.confidence.settled:
        return reading
    if word := doubt(OF_IT_ALL, Said(laid, reading.node, replace(known, unit=reading.unit))):
        # A construct takes every sign of the reason, parts of a year among them; what leaves it open otherwise stays.
        whole = None if left_open(_PARTS_OF_A_YEAR.sub("", laid.text)) else construct_reading(laid, asked.own(known))
        every_sign = whole is not None and not any(note.id == "beside" for note in whole.notes)
        return reading if whole and every_sign and whole.basis == reading.basis else _doubted(reading, word)
    for turned, rest in turning(laid):
        # It does something to a calculation that is the same without it.
        alone = _heeding(rest, known, asked)
        if isinstance(alone, Reading) and settled(alone) and alone.basis == reading.basis:
            return _doubted(reading, turned)
    if isinstance(reading.node, Number) and any(note.id == "named-differs" for note in reading.notes):
        return _doubted(reading, plain(reading.node.value))
    return reading


_TAKEN_UP = pattern_of(r"해당(?=[가-힣]{0,4}[율률폭분])")  # the normal form has what it takes up in its place
_PARTS_OF_A_YEAR = pattern_of(r"\d(?:/?4)?분기(?:까지|말)?|[상하]반기(?:까지|말)?|\d{1,2}월(?:까지|말)?")


def _doubted(reading: Reading, word: str) -> Reading:
    """The reading with words that it does not answer for."""
    return replace(reading, confidence=Confidence.LIKELY, notes=(Note("unused", {"text": word}), *reading.notes))


def _heeding(laid: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """What a reason says, doubted when a sentence that bounds or goes on with it was not heeded."""
    reading = _as_set(laid, known, asked)
    if not isinstance(reading, Reading) or not reading.confidence.settled:
        return reading
    word = _left_out(reading, laid, known, asked)
    return _doubted(reading, word) if word else reading


def _left_out(reading: Reading, laid: Laid, known: Known, asked: _Asked) -> str:
    """What a reading leaves out: a sentence that goes on with the calculation, one that says otherwise, a level that is judged."""
    node, known = reading.node, replace(known, unit=reading.unit)
    proven = any(note.id == "proven" for note in reading.notes)
    if word := doubt(OF_THE_REST, Said(laid, node, known, proven)):
        return word
    value = known.value(node)
    for more, rest in going_on(laid):
        without_it, by_itself = (known.comes_to(_as_set(one, known, asked)) for one in (rest, more))
        if without_it == value != by_itself:
            return more.spaced()
    stated = isinstance(node, Number) or proven

    def alone(part: Laid) -> Decimal | None:
        found = _as_set(part, known, asked)
        if stated and asked.beside and not settled(found):
            found = without_parts(part, known, lambda rest, known: _heeding(rest, known, asked)) or found
        return known.comes_to(found) if settled(found) else None

    return said_otherwise(laid, node, known, alone, stated=stated)


def _as_set(laid: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """What the sentence that sets the target says; what only tells takes nothing away, and adds nothing."""
    whole: Reading | None = None
    if alone := set_alone(laid):
        # What a sentence tells may be what the next one calculates with.
        whole = construct_reading(laid, asked.own(known))
        if found := _apart_from_told(alone, known, asked):
            return _beside_construct(found, whole, known) if whole else found
        laid = laid if alone.leans or alone.apart else alone.laid
    reading = _as_it_stands(laid, known, asked)
    if whole is not None and not settled(reading):
        return whole
    for one in without_circumstances(laid) if len(laid.text) <= MAX_BESIDE else ():
        if settled(reading) and not one.names:
            # Nothing was left away that could have been taken for a part of the calculation.
            continue
        if found := _apart_from_told(one, known, asked):
            return reading if known.comes_to(found) == known.comes_to(reading) and settled(reading) else found
    return reading


def _apart_from_told(part: Parted, known: Known, asked: _Asked) -> Reading | None:
    """What a reason says when that is left away which only tells: it must stand by itself, and be no level that judgement sets."""
    found = _as_it_stands(part.laid, known, asked)
    if not isinstance(found, Reading) or not found.confidence.settled:
        return None
    if part.leans and any(note.id in LEANING for note in found.notes):
        return None
    if part.apart & years_taken(found, known.year) or (part.clause and isinstance(found.node, Number)):
        return None
    notes = (Note("beside"), *found.notes)
    return replace(found, confidence=Confidence.RULED, notes=notes, words=part.laid.spaced())


def _as_it_stands(source: Laid, known: Known, asked: _Asked) -> Reading | Unread:
    """What a reason says, with all that stands in it."""
    results = {when: cell.value for when, cell in known.actuals.items() if cell.value is not None}
    laid = worded(source, known.year, results)
    tokens = without(read_tokens(laid))
    if not any(token.amount or token.kind in _COUNTS for token in tokens):
        told = IN_FEW_WORDS(laid, tokens, asked.own(known)) if TOLD.search(laid.spaced()) else None
        return told or Unread("no-arithmetic")
    own = asked.own(known)
    known = replace(known, unit=unit_of(asked.unit, tokens))
    if asked.unit is None and not known.unit and shows_percent(pieces_of(tokens, known)):
        known = replace(known, unit="%")
    if asked.unit is None and not known.unit:
        known = replace(known, unit=shown_scale(tokens, laid.text, sizes(known)))
    reading = _plain(laid, tokens, known, asked)
    if not settled(reading) or _in_hundredths(reading, known):
        reading = _as_a_rate(laid, tokens, known, asked) or reading
    reading = by_outcome(reading, laid, tokens, known)
    if isinstance(reading, Reading) and reading.confidence.settled:
        word = doubt(OF_ITS_WORDS, Said(laid, reading.node, known))
        reading = _doubted(reading, word) if word else reading
    if construct := construct_reading(source, own):
        return _beside_construct(reading, construct, known)
    return reading


def _beside_construct(reading: Reading | Unread, construct: Reading, known: Known) -> Reading | Unread:
    """A reading beside the construct that takes every sign of the same words."""
    if not isinstance(reading, Reading) or not settled(reading) or _only_a_part(reading.node, construct.node):
        return construct
    if any(note.id == "written-out" for note in construct.notes):
        # A formula counts as it is written.
        return reading if known.comes_to(reading) == known.comes_to(construct) else construct
    return agreed(reading, construct, known)


def _only_a_part(node: Node, made: Node) -> bool:
    """Whether a reading is a bare figure of which the construct makes something (`그 105% 수준`), or does its one step twice."""
    if isinstance(node, Infix) and isinstance(made, Infix) and [node.left, node.right] == [made, made.right]:
        return True
    return isinstance(node, Number) and any(
        isinstance(part, Number) and part.value == node.value for part in walk(made)
    )


def _plain(laid: Laid, tokens: list[Token], known: Known, asked: _Asked) -> Reading | Unread:
    """What a reason says, with or without glosses, remarks and what was not chosen."""
    reading = read_laid(laid, tokens, known, asked.target)
    for one in plainer(laid, known) if not settled(reading) and len(laid.text) <= MAX_BESIDE else ():
        found = read_laid(one.laid, without(read_tokens(one.laid)), known, asked.target)
        if not isinstance(found, Reading) or not found.confidence.settled:
            continue
        years = years_taken(found, known.year)
        if (
            one.run <= years
            and not one.apart & years
            and (one.repeat is None or one.repeat.agrees(found.node, known))
            and (one.leans or not any(note.id in LEANING for note in found.notes))
        ):
            return replace(found, confidence=Confidence.RULED, notes=(Note("beside"), *found.notes))
    return reading


# A reason that says of what it is: of a rate, which is counted in per cent when its results are.
_OF_A_RATE = pattern_of(
    r"^[^.,()\d:]{0,24}(?:[가-힣]{2}(?<!회전)(?<!출산)(?:율|률)|의존도|비중)(?:은|는|:|산정시)"
    r"|[가-힣]{2}(?<!회전)(?:율|률)(?:로|을|를)(?:표시|표기|환산|산출)(?:함|하는값)?$"
)


_IN_PROPORTION = (Decimal("0.8"), Decimal("1.25"))


def _in_hundredths(reading: Reading | Unread, known: Known) -> bool:
    """Whether a reading comes to a part of one where the results are in hundredths."""
    value = known.value(reading.node) if isinstance(reading, Reading) else None
    return value is not None and 0 < value < min(sizes(known), default=Decimal(0)) / 10


def _as_a_rate(laid: Laid, tokens: list[Token], known: Known, asked: _Asked) -> Reading | None:
    """What a reason comes to as a share in per cent, when it is one of a rate, and its results are so much in a hundred."""
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if known.unit or not past or not all(1 < value < 1000 for value in past) or not _OF_A_RATE.search(laid.text):
        return None
    found = _plain(laid, tokens, replace(known, unit="%"), asked)
    if not isinstance(found, Reading) or not found.confidence.settled:
        return None
    value = known.value(found.node)
    latest = known.actuals[max(year for year, cell in known.actuals.items() if cell.value is not None)].value
    if value is None or latest is None or not _IN_PROPORTION[0] <= value / latest <= _IN_PROPORTION[1]:
        return None
    return replace(found, confidence=Confidence.RULED)


def known_cells(
    values: Mapping[int, Written | str | Decimal | int | None] | None, unit: str | None
) -> dict[int, Written]:
    """Values by year as printed cells: numbers, strings such as `신규` or `-`, None for an empty cell."""
    return {year: _cell(value, unit or "") for year, value in (values or {}).items()}


def _cell(value: Written | str | Decimal | int | None, unit: str) -> Written:
    if isinstance(value, Written):
        return value
    if value is None:
        return Written("", State.NONE)
    return read_number(str(value), unit)
