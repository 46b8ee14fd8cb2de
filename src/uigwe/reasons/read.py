"""Read a reason: lay it out, find its tokens, and read it as it stands, as one of a rate, or without what stands beside it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas import Node, read_basis, written
from uigwe.formulas.tree import Infix, Number, Past, Years, walk
from uigwe.reasons.account import of_missing
from uigwe.reasons.asides import plainer
from uigwe.reasons.asserted import only_asserted
from uigwe.reasons.behind import added
from uigwe.reasons.choose import sizes
from uigwe.reasons.circumstances import without_circumstances
from uigwe.reasons.confirmed import Printed, confirmed, printed
from uigwe.reasons.constructs import construct_reading
from uigwe.reasons.constructs.guards import rate_left, unconverted
from uigwe.reasons.constructs.series import as_printed, holding, series_in, trend_said
from uigwe.reasons.curtailed import curtailed, merely_told
from uigwe.reasons.exclusions import without
from uigwe.reasons.headings import unit_said
from uigwe.reasons.hedges import unsaid
from uigwe.reasons.heeded import unheeded
from uigwe.reasons.joined import joined
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid, lay_out
from uigwe.reasons.left_open import left_open
from uigwe.reasons.measures import scale_open, shown_scale, shows_percent, unit_of
from uigwe.reasons.other_bodies import of_other_bodies
from uigwe.reasons.parts import accounted, changes_of, spared
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.pieces import pieces_of
from uigwe.reasons.reading import Confidence, Note, Reading, Unread, settled
from uigwe.reasons.repeats import contradicted, step_behind
from uigwe.reasons.rounding import unrounded
from uigwe.reasons.said_twice import said_otherwise
from uigwe.reasons.setting import Parted, going_on, set_alone
from uigwe.reasons.stated import judged
from uigwe.reasons.surpassed import surpasses
from uigwe.reasons.tokens import Token, read_tokens
from uigwe.reasons.uncounted import TOLD, uncounted
from uigwe.reasons.ways import IN_FEW_WORDS, STATED, agreed
from uigwe.reasons.whole import LEANING, read_laid
from uigwe.reasons.worded import worded
from uigwe.values import State, Written, plain, read_number, rounded

MAX_LENGTH = 1_000


MAX_BESIDE = 400  # signs of a reason that is read again without what stands beside it


# Readings that lean on what stands before them, or that need every figure of the reason.
_UNFIT = LEANING | {"proven", "stated"}


_COUNTS = (
    "MEAN", "GEOMEAN", "HMEAN", "TRIMMEAN", "SLOPE", "TREND", "MAX", "MIN", "MEDIAN", "TOTAL", "SD", "CAGR", "last", "year", "KEEP", "ago", "times",
    "fraction", "OVERALL", "WEIGHTED", "GROWN", "RATE", "CHOOSEMAX", "CHOOSEMIN", "TRIM", "range",
)  # fmt: skip


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
    laid = lay_out(text)
    unit = unit or unit_said(laid) or unit
    known = Known(year, "", known_cells(history, unit), known_cells(targets, unit), downward)
    reading = _read_whole(laid, known, unit, target)
    whole = _as_one(laid, text, known, unit, target)
    if whole is None or not isinstance(reading, Reading) or not settled(reading):
        return whole or reading
    value = _value(reading, known)
    if value == _value(whole, known):
        return reading
    calculates = any(isinstance(part, Infix) for part in walk(read_basis(reading.basis, reading.unit)))
    return _doubted(reading, whole.basis) if calculates and value is not None else whole


def _read_whole(laid: Laid, known: Known, unit: str | None, target: Decimal | None) -> Reading | Unread:
    """What a reason says in one way or another, doubted when something in it was not heeded."""
    reading = _read_heeding(laid, known, unit, target)
    if not settled(reading):
        reading = _said_again(laid, known, unit, target) or _without_parts(laid, known, unit, target) or reading
    if not settled(reading) or _value(reading, known) is None:
        reading = _of_series(laid, known, unit, target) or reading
    if isinstance(reading, Reading) and reading.confidence.settled:
        node = read_basis(reading.basis, reading.unit)
        word = unheeded(laid.text, node, replace(known, unit=reading.unit))
        whole = construct_reading(laid, replace(known, unit=unit or "")) if word else None
        if word and (left_open(_PARTS_OF_A_YEAR.sub("", laid.text)) or whole is None or whole.basis != reading.basis):
            # A construct takes every sign of the reason, parts of a year among them; what leaves it open otherwise stays.
            return _doubted(reading, word)
        if isinstance(node, Number) and any(note.id == "named-differs" for note in reading.notes):
            return _doubted(reading, plain(node.value))
    return reading


def _doubted(reading: Reading, word: str) -> Reading:
    """The reading with words that it does not answer for."""
    return replace(reading, confidence=Confidence.LIKELY, notes=(Note("unused", {"text": word}), *reading.notes))


_PARTS_OF_A_YEAR = pattern_of(r"\d(?:/?4)?분기(?:까지|말)?|[상하]반기(?:까지|말)?|\d{1,2}월(?:까지|말)?")
# `…×1.05 = 6.3%, 즉 전년도 실적보다 5% 증가한 값`
_AGAIN = pattern_of(r"(?<=[\d%가-힣)]),?(?:즉|다시말해|바꾸어말하면),?")


def _said_again(laid: Laid, known: Known, unit: str | None, target: Decimal | None) -> Reading | None:
    """What a reason says twice in other words, when both come to the same."""
    again = _AGAIN.search(laid.text)
    if again is None or not (laid.gap[again.start()] or laid.text[again.start()] == ","):
        return None
    halves = (laid.part(0, again.start()), laid.part(again.end(), len(laid.text)))
    one, other = (_read_heeding(half, known, unit, target) for half in halves)
    if not isinstance(one, Reading) or not settled(one) or not settled(other) or _value(one, known) is None:
        return None
    return one if _value(one, known) == _value(other, known) else None


def _as_one(laid: Laid, source: str, known: Known, unit: str | None, target: Decimal | None) -> Reading | None:
    """What sentences say that are one calculation: every way to join them must come to the same."""
    found: dict[Decimal, Reading] = {}
    for one in joined(laid, source):
        reading = _read_whole(one.laid, known, unit, target)
        value = _value(reading, known)
        if not isinstance(reading, Reading) or not settled(reading) or value is None:
            continue
        if one.outcome and not _comes_to(value, one.outcome):
            continue
        if one.whence is not None:
            whence = _read_whole(one.whence, known, unit, target)
            worth = _value(whence, known) if settled(whence) else added(one.whence)
            if worth is None or not _comes_to(worth, one.figure):
                continue
        found.setdefault(rounded(value, 9), reading)
    if len(found) != 1:
        return None
    [reading] = found.values()
    return replace(reading, confidence=Confidence.RULED, notes=(Note("joined"), *reading.notes))


def _comes_to(value: Decimal, figure: str) -> bool:
    """Whether a value is what is printed, as it is printed."""
    amounts = [token.amount for token in read_tokens(lay_out(figure)) if token.amount is not None]
    return any(rounded(value, one.decimals) == one.number for one in amounts[:1])


def _of_series(laid: Laid, known: Known, unit: str | None, target: Decimal | None) -> Reading | None:
    """What a reason that prints the past results itself says of them: every way to take its list must come to the same."""
    if len(laid.text) > MAX_BESIDE:
        return None
    found: dict[Decimal, Reading] = {}
    for one in series_in(laid, known):
        within = holding(known, one.results)
        if trend_said(one.laid.text) and not construct_reading(one.laid, within):
            continue
        reading = _read_heeding(one.laid, within, unit, target)
        if not isinstance(reading, Reading) or not reading.confidence.settled:
            continue
        node = as_printed(read_basis(reading.basis, reading.unit), one.results, known)
        value = replace(known, unit=reading.unit).value(node)
        if value is not None:
            notes = (Note("told"), *reading.notes)
            found.setdefault(value, replace(reading, basis=written(node), confidence=Confidence.RULED, notes=notes))
    return found.popitem()[1] if len(found) == 1 else None


def _read_heeding(laid: Laid, known: Known, unit: str | None, target: Decimal | None) -> Reading | Unread:
    """What a reason says, doubted when a sentence that bounds or goes on with it was not heeded."""
    reading = _read_set(laid, known, unit, target)
    if not isinstance(reading, Reading) or not reading.confidence.settled:
        return reading
    word = _leaves_out(reading, laid, known, unit, target)
    return _doubted(reading, word) if word else reading


def _without_parts(laid: Laid, known: Known, unit: str | None, target: Decimal | None) -> Reading | None:
    """What a reason says without parts whose figures are all accounted for: every choice of them must come to the same."""
    if len(laid.text) > MAX_BESIDE:
        return None
    results = {cell.value for cell in known.actuals.values() if cell.value is not None}
    changes = changes_of(known)
    found: dict[Decimal, Reading] = {}
    for rest, gone in spared(laid):
        one = _read_heeding(rest, known, unit, target)
        if not isinstance(one, Reading) or not one.confidence.settled:
            continue
        node = read_basis(one.basis, one.unit)
        value = _value(one, known)
        level = all(surpasses(part.said) for part in gone)  # `260명을 목표로`, said to be above something
        bare = isinstance(node, Number | Past) or any(note.id in _UNFIT for note in one.notes)
        if value is None or (bare and not level):
            continue
        if merely_told(laid.text) or curtailed(laid.text, node) or of_other_bodies(laid.text, node):
            continue
        if not level and any(part.clause for part in gone) and not any(isinstance(part, Infix) for part in walk(node)):
            continue
        figures = results | {part.value for part in walk(node) if isinstance(part, Number)}
        figures |= {rounded(value, places) for places in range(4)}
        years = _years_taken(one, known.year) | {known.year}
        if all(accounted(part, frozenset(figures), changes, frozenset(years)) for part in gone):
            found.setdefault(rounded(value, 9), one)
    if len(found) != 1:
        return None
    [reading] = found.values()
    return replace(reading, confidence=Confidence.RULED, notes=(Note("beside"), *reading.notes))


def _leaves_out(reading: Reading, laid: Laid, known: Known, unit: str | None, target: Decimal | None) -> str:
    """What a reading leaves out: a sentence that goes on with the calculation, one that says otherwise, a level that is judged."""
    node, known = read_basis(reading.basis, reading.unit), replace(known, unit=reading.unit)
    if isinstance(node, Number) and judged(laid.text) and not any(note.id == "proven" for note in reading.notes):
        return plain(node.value)
    if isinstance(node, Number) and (found := _DIVIDES.search(laid.text) or _OF_IT.search(laid.spaced())):
        return found[0]
    if word := unrounded(laid.text, node):
        return word
    value = known.value(node)
    for more, rest in going_on(laid):
        without_it, by_itself = (_value(_read_set(one, known, unit, target), known) for one in (rest, more))
        if without_it == value != by_itself:
            return more.spaced()

    stated = isinstance(node, Number) or any(note.id == "proven" for note in reading.notes)

    def alone(part: Laid) -> Decimal | None:
        found = _read_set(part, known, unit, target)
        if stated and not settled(found):
            found = _without_parts(part, known, unit, target) or found
        return _value(found, known) if settled(found) else None

    return said_otherwise(laid, node, known, alone, stated=stated)


def _value(reading: Reading | Unread, known: Known) -> Decimal | None:
    """What a reading comes to, in its own unit."""
    if not isinstance(reading, Reading):
        return None
    return replace(known, unit=reading.unit).value(read_basis(reading.basis, reading.unit))


def _read_set(laid: Laid, known: Known, unit: str | None, target: Decimal | None) -> Reading | Unread:
    """What the sentence that sets the target says; what only tells takes nothing away, and adds nothing."""
    if alone := set_alone(laid):
        if found := _apart_from_told(alone, known, unit, target):
            return found
        laid = laid if alone.leans or alone.apart else alone.laid
    reading = _read_laid_out(laid, known, unit, target)
    if len(laid.text) > MAX_BESIDE:
        return reading
    for one in without_circumstances(laid):
        if settled(reading) and not one.names:
            # Nothing was left away that could have been taken for a part of the calculation.
            continue
        if found := _apart_from_told(one, known, unit, target):
            return reading if _value(found, known) == _value(reading, known) and settled(reading) else found
    return reading


def _apart_from_told(part: Parted, known: Known, unit: str | None, target: Decimal | None) -> Reading | None:
    """What a reason says when that is left away which only tells: it must stand by itself."""
    found = _read_laid_out(part.laid, known, unit, target)
    if not isinstance(found, Reading) or not found.confidence.settled:
        return None
    if part.leans and any(note.id in LEANING for note in found.notes):
        return None
    if part.apart & _years_taken(found, known.year):
        return None
    if part.clause and isinstance(read_basis(found.basis, found.unit), Number):
        # A level that judgement sets.
        return None
    notes = (Note("beside"), *found.notes)
    return replace(found, confidence=Confidence.RULED, notes=notes, words=part.laid.spaced())


def _years_taken(reading: Reading, year: int) -> set[int]:
    """The years of which a reading takes results."""
    node = read_basis(reading.basis, reading.unit)
    return {one for part in walk(node) for one in _taken(part, year)}


def _read_laid_out(source: Laid, known: Known, unit: str | None, target: Decimal | None) -> Reading | Unread:
    """What a reason says, with all that stands in it."""
    year = known.year
    results = {when: cell.value for when, cell in known.actuals.items() if cell.value is not None}
    laid = worded(source, year, results)
    tokens = without(read_tokens(laid))
    if not any(token.amount or token.kind in _COUNTS for token in tokens):
        told = IN_FEW_WORDS(laid, tokens, replace(known, unit=unit or "")) if TOLD.search(laid.spaced()) else None
        return told or Unread("no-arithmetic")
    known = replace(known, unit=unit_of(unit, tokens))
    if unit is None and not known.unit and shows_percent(pieces_of(tokens, known)):
        known = replace(known, unit="%")
    if unit is None and not known.unit:
        known = replace(known, unit=shown_scale(tokens, laid.text, sizes(known)))
    reading = _read_any(laid, tokens, known, target)
    if (not settled(reading) or _in_hundredths(reading, known)) and (rated := _as_a_rate(laid, tokens, known, target)):
        reading = rated
    reading = _by_outcome(reading, laid, tokens, known)
    reading = _taken_back(reading, laid, known)
    if construct := construct_reading(source, replace(known, unit=unit or "")):
        return agreed(reading, construct, known) if settled(reading) else construct
    return reading


def _taken_back(reading: Reading | Unread, laid: Laid, known: Known) -> Reading | Unread:
    """A reading that something in the words takes back is likely only."""
    if (
        isinstance(reading, Reading)
        and reading.confidence.settled
        and (
            word := unsaid(laid.text)
            or of_missing(laid.text)
            or scale_open(without(read_tokens(laid)), known)
            or merely_told(laid.text)
            or curtailed(laid.text, read_basis(reading.basis, reading.unit))
            or of_other_bodies(laid.text, read_basis(reading.basis, reading.unit))
            or _otherwise(laid, reading, known)
        )
    ):
        return _doubted(reading, word)
    return reading


def _otherwise(laid: Laid, reading: Reading, known: Known) -> str:
    """A bracket that works out something else than a reading, or a word that stands for a figure it does not have."""
    node = read_basis(reading.basis, reading.unit)
    return (
        contradicted(laid.text, node, known)
        or step_behind(laid.text, node)
        or only_asserted(laid.text, node)
        or uncounted(laid, node)
        or unconverted(laid.text, node)
        or rate_left(laid.text, node)
    )


def _by_outcome(reading: Reading | Unread, laid: Laid, tokens: list[Token], known: Known) -> Reading | Unread:
    """A reading held against the outcome that the reason prints: the one that comes to it counts."""
    value = known.value(read_basis(reading.basis, reading.unit)) if isinstance(reading, Reading) else None
    if not isinstance(reading, Reading) or value is None:
        return confirmed(laid, tokens, known) or reading
    if any(note.id == "stated" for note in reading.notes):
        # What proves the level says more than that it is set.
        return confirmed(laid, tokens, known) or reading
    found = printed(laid, tokens, value, known)
    capped = any(note.id == "second-statement" for note in reading.notes)
    if found is Printed.LOOSELY and (exact := confirmed(laid, tokens, known)):
        # The printed figures come to it exactly, those of the table only when cut or raised.
        return exact
    if reading.confidence.settled and found in (Printed.SAME, Printed.LOOSELY):
        return replace(reading, notes=(*reading.notes, Note("printed")))
    if found is Printed.SAME and not capped:
        return replace(reading, confidence=Confidence.RULED, notes=(*reading.notes, Note("printed")))
    if found is Printed.NONE:
        return reading
    if reading.confidence.settled and _takes_all(tokens, read_basis(reading.basis, reading.unit)):
        return _exactly(confirmed(laid, tokens, known), tokens, known) or reading
    told = any(note.id == "result-differs" for note in reading.notes)
    doubt = () if told else (Note("printed-differs", {"number": plain(value)}),)
    doubted = replace(reading, confidence=Confidence.LIKELY, notes=(*reading.notes, *doubt))
    return confirmed(laid, tokens, known) or STATED(laid, tokens, known) or doubted


def _exactly(reading: Reading | None, tokens: list[Token], known: Known) -> Reading | None:
    """A reading that comes to a printed figure exactly, and not only when rounded."""
    value = known.value(read_basis(reading.basis, reading.unit)) if reading is not None else None
    printed = [worth for one in tokens if one.amount is not None for worth in (one.amount.number, one.amount.scaled)]
    return reading if value in printed else None


def _takes_all(tokens: list[Token], node: Node) -> bool:
    """Whether every figure of a reason is a part of the calculation, and nothing but them is: none is left to be its outcome."""
    parts = list(walk(node))
    taken = {part.value for part in parts if isinstance(part, Number)}
    amounts = [token.amount for token in tokens if token.amount is not None]
    several = sum(isinstance(part, Number) for part in parts) > 1 and not any(
        isinstance(part, Past | Years) for part in parts
    )
    return several and all(one.scaled in taken or one.number in taken or one.scaled == 1 for one in amounts)


# What a level as it stands cannot have been.
_DIVIDES = pattern_of(r"(?:나누|나눈|등분|안분|곱)(?:어|고|하여|한|해|기|은|으)?(?=[가-힣\d,.]|$)(?!.*=)")


_OF_IT = pattern_of(r"(?:^|[ ,.])(?:[그이]의?|그 ?[값수평][가-힣]?의) ?\d[\d.,]*%(?!p)")


# A reason that says of what it is: of a rate, which is counted in per cent when its results are.
_OF_A_RATE = pattern_of(
    r"^[^.,()\d:]{0,24}(?:[가-힣]{2}(?<!회전)(?<!출산)(?:율|률)|의존도|비중)(?:은|는|:|산정시)"
    r"|[가-힣]{2}(?<!회전)(?:율|률)(?:로|을|를)(?:표시|표기|환산|산출)(?:함|하는값)?$"
)


_IN_PROPORTION = (Decimal("0.8"), Decimal("1.25"))


def _in_hundredths(reading: Reading | Unread, known: Known) -> bool:
    """Whether a reading comes to a part of one where the results are in hundredths."""
    value = known.value(read_basis(reading.basis, reading.unit)) if isinstance(reading, Reading) else None
    return value is not None and 0 < value < min(sizes(known), default=Decimal(0)) / 10


def _as_a_rate(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | None:
    """What a reason comes to as a share in per cent, when it is one of a rate, and its results are so much in a hundred."""
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if known.unit or not past or not all(1 < value < 1000 for value in past) or not _OF_A_RATE.search(laid.text):
        return None
    found = _read_any(laid, tokens, replace(known, unit="%"), target)
    if not isinstance(found, Reading) or not found.confidence.settled:
        return None
    value = known.value(read_basis(found.basis, found.unit))
    latest = known.actuals[max(year for year, cell in known.actuals.items() if cell.value is not None)].value
    if value is None or latest is None or not _IN_PROPORTION[0] <= value / latest <= _IN_PROPORTION[1]:
        return None
    return replace(found, confidence=Confidence.RULED)


def _read_any(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | Unread:
    """What a reason says as it stands, or without what stands beside it."""
    reading = read_laid(laid, tokens, known, target)
    if not settled(reading) and (rest := _without_asides(laid, known, target)):
        return rest
    return reading


def _without_asides(laid: Laid, known: Known, target: Decimal | None) -> Reading | None:
    """What a reason says when glosses, remarks and what was not chosen are left away."""
    if len(laid.text) > MAX_BESIDE:
        return None
    for one in plainer(laid, known):
        found = read_laid(one.laid, without(read_tokens(one.laid)), known, target)
        if not isinstance(found, Reading) or not found.confidence.settled:
            continue
        node = read_basis(found.basis, found.unit)
        years = _years_taken(found, known.year)
        if (
            one.run <= years
            and not one.apart & years
            and (one.repeat is None or one.repeat.agrees(node, known))
            and (one.leans or not any(note.id in LEANING for note in found.notes))
        ):
            return replace(found, confidence=Confidence.RULED, notes=(Note("beside"), *found.notes))
    return None


def _taken(part: Node, year: int) -> tuple[int, ...]:
    """The years of which a part of an expression takes results."""
    if isinstance(part, Years):
        return tuple(part.listed())
    return (part.year or year - 1,) if isinstance(part, Past) else ()


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
