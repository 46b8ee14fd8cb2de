"""Read a reason: lay it out, find its tokens and pieces, fold them, and choose among what the words allow."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from uigwe.formulas import FormulaProblem, Node, read_basis, written
from uigwe.formulas.tree import Infix, Number, Past, Years, walk
from uigwe.reasons.account import Reach, bends_within, bent, brackets_open, of_missing, unaccounted
from uigwe.reasons.asides import plainer
from uigwe.reasons.build import call, number
from uigwe.reasons.choose import choose, sizes
from uigwe.reasons.clauses import beginnings, remark, tells_why
from uigwe.reasons.compose import compose
from uigwe.reasons.context import part_context
from uigwe.reasons.exclusions import without
from uigwe.reasons.fold import fold
from uigwe.reasons.forms import special
from uigwe.reasons.hedges import Stretch, hedged, unsaid
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid, lay_out
from uigwe.reasons.limits import limited
from uigwe.reasons.piece import Piece
from uigwe.reasons.pieces import pieces_of
from uigwe.reasons.planned import planned
from uigwe.reasons.reading import Confidence, Note, Reading, Unread
from uigwe.reasons.reckoning import reckoned
from uigwe.reasons.shares import count_alike
from uigwe.reasons.spelling import misspelt, respelled
from uigwe.reasons.state import Folded
from uigwe.reasons.sums import written_out
from uigwe.reasons.table import tabled
from uigwe.reasons.tokens import MONEY, SCALES, Token, read_tokens
from uigwe.values import State, Written, plain, read_number

MAX_LENGTH = 1_000
MAX_PIECES = 80
MAX_BESIDE = 400  # signs of a reason that is read again without what stands beside it
MAX_UNKNOWN = 12


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
    laid = respelled(lay_out(text), year)
    tokens = without(read_tokens(laid))
    if not any(token.amount or token.kind in _COUNTS for token in tokens):
        return Unread("no-arithmetic")
    known = Known(year, _unit(unit, tokens), known_cells(history, unit), known_cells(targets, unit), downward)
    if unit is None and not known.unit and _shows_percent(pieces_of(tokens, known)):
        known = replace(known, unit="%")
    if unit is None and not known.unit:
        known = replace(known, unit=_shown_scale(tokens, laid.text, sizes(known)))
    reading = _read_any(laid, tokens, known, target)
    if (not _settled(reading) or _in_hundredths(reading, known)) and (rated := _as_a_rate(laid, tokens, known, target)):
        reading = rated
    if (
        isinstance(reading, Reading)
        and reading.confidence.settled
        and (word := unsaid(laid.text) or of_missing(laid.text))
    ):
        note = Note("unused", {"text": word})
        return replace(reading, confidence=Confidence.LIKELY, notes=(note, *reading.notes))
    return reading


# A reason that says of what it is: of a rate, which is counted in per cent when its results are.
_OF_A_RATE = re.compile(
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
    """What a reason says as it stands, without what stands beside it, or as if no letter in it were wrong."""
    reading = _read_laid(laid, tokens, known, target)
    if not _settled(reading) and (rest := _without_asides(laid, known, target)):
        return rest
    if not _settled(reading):
        unknown = [(token.start, token.end) for token in tokens if token.kind == "other"]
        unknown = [span for span in unknown[:MAX_UNKNOWN] if not bends_within(laid.text, *span)]
        for guess in misspelt(laid, unknown):
            corrected = _read_laid(guess, without(read_tokens(guess)), known, target)
            if isinstance(corrected, Reading) and corrected.confidence.settled:
                notes = (Note("misspelt"), *corrected.notes)
                return replace(corrected, confidence=Confidence.RULED, notes=notes)
    return reading


def _without_asides(laid: Laid, known: Known, target: Decimal | None) -> Reading | None:
    """What a reason says when glosses, remarks and what was not chosen are left away."""
    if len(laid.text) > MAX_BESIDE:
        return None
    for one in plainer(laid, known):
        found = _read_laid(one.laid, without(read_tokens(one.laid)), known, target)
        if not isinstance(found, Reading) or not found.confidence.settled:
            continue
        node = read_basis(found.basis, found.unit)
        years = {year for part in walk(node) for year in _taken(part, known.year)}
        if (
            one.run <= years
            and not one.apart & years
            and (one.leans or not any(note.id in _LEANING for note in found.notes))
        ):
            return replace(found, confidence=Confidence.RULED, notes=(Note("beside"), *found.notes))
    return None


def _taken(part: Node, year: int) -> tuple[int, ...]:
    """The years of which a part of an expression takes results."""
    if isinstance(part, Years):
        return tuple(part.listed())
    return (part.year or year - 1,) if isinstance(part, Past) else ()


def _read_laid(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | Unread:
    """What a reason says as a whole, within a limit that it names, or in the one sentence of it that calculates."""
    reading = _read_whole(laid, tokens, known, target)
    if _settled(reading):
        return reading
    if by_year := planned(laid, tokens, known.year):
        amount, start, end = by_year
        node: Node = number(known.amounts(amount)[0])
        return Reading(
            written(node), laid.span(start, end), Confidence.RULED, known.unit, (Note("planned"), Note("told"))
        )
    within = _limited(laid, tokens, known, target)
    return within or _by_sentence(laid, tokens, known, target) or reading


def _limited(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | None:
    """The calculation, no more or no less than the limit that stands beside it."""
    limit = limited(laid, tokens)
    if limit is None:
        return None
    rest: Reading | Unread | None = _read_whole(laid, limit.rest, known, target)
    if not _settled(rest):
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
    node = call(limit.how, read_basis(rest.basis, rest.unit), number(worth))
    if known.value(node) is None and known.value(read_basis(rest.basis, rest.unit)) is not None:
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
    readings = [_read_whole(laid, one, known, target) for one in sentences]
    settled = [(one, read) for one, read in zip(sentences, readings, strict=True) if _settled(read)]
    if len(settled) != 1:
        return None
    [(chosen, reading)] = settled
    if any(one is not chosen and not tells_why(laid, one, known.unit) for one in sentences):
        return None
    return reading if isinstance(reading, Reading) and not any(note.id in _LEANING for note in reading.notes) else None


def _read_whole(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | Unread:
    """What a reason says as a whole, or behind its circumstances."""
    reading = _read_tokens(laid, tokens, known, target)
    if isinstance(reading, Unread) and reading.why == "too-many":
        return reading
    told = [one for one in (_told(laid, tokens, known), _tabled(laid, tokens, known)) if one is not None]
    if _settled(reading):
        for one in told:
            reading = _agreed(reading, one, known)
        return reading
    if end := remark(laid, tokens):
        rest = _read_tokens(laid, tokens[:end], known, target)
        if _settled(rest):
            return rest
    if told:
        return _agreed(told[0], told[-1], known)
    if confirmed := _worked_beside(reading, laid, tokens, known, target):
        return confirmed
    for at in beginnings(laid, tokens):
        # Behind a clause of circumstances stands a calculation of its own.
        rest = _read_tokens(laid, tokens[at:], known, target)
        if _settled(rest) and not any(note.id in _LEANING for note in rest.notes):  # type: ignore[union-attr]
            return rest
        if taken := _tabled(laid, tokens[at:], known):
            return taken
    return reading


# How many signs may stand between two tokens that belong together: a particle that one of them took.
_HOLE = 2


def _stretch(start: int, end: int, nodes: list[Node]) -> Stretch:
    """Where a reading stands, with the figures that it takes."""
    parts = [part for node in nodes for part in walk(node)]
    numbers = frozenset(part.value for part in parts if isinstance(part, Number))
    return Stretch(start, end, numbers, any(isinstance(part, Infix) and part.operator == "/" for part in parts))


def _is_hedged(laid: Laid, tokens: list[Token], pieces: list[Piece], nodes: list[Node], known: Known) -> bool:
    """Whether arithmetic told step by step is told of something else, or of what nobody sets: behind its last figure, or its last word."""
    ends = [
        max((token.end for token in tokens if token.amount is not None or token.kind in _TABLED), default=0),
        tokens[-1].end,
    ]
    return any(next(hedged(laid, tokens, pieces, _stretch(tokens[0].start, end, nodes), known), "") for end in ends)


def _told(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
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


def _tabled(laid: Laid, tokens: list[Token], known: Known) -> Reading | None:
    """The reading of what is taken from the table step by step, when the tokens stand one behind the other."""
    if any(after.start - one.end - len(one.tail) > _HOLE for one, after in pairwise(tokens)):
        return None
    found = tabled(laid.part(tokens[0].start, tokens[-1].end + len(tokens[-1].tail)), known)
    if found is None or not _fits(found.node, known):
        return None
    pieces = pieces_of(tokens, known)
    start, end = laid.signs(found.span)
    behind = next(hedged(laid, tokens, pieces, _stretch(start, end, [found.node]), known), "")
    if unsaid(laid.text) or behind or _is_hedged(laid, tokens, pieces, [found.node], known):
        return None
    return Reading(written(found.node), found.span, Confidence.RULED, known.unit, (Note("told"),))


def _fits(node: Node, known: Known) -> bool:
    try:
        read_basis(written(node), known.unit)
    except FormulaProblem:
        return False
    return True


def _agreed(reading: Reading | Unread, told: Reading | None, known: Known) -> Reading | Unread:
    """A settled reading beside the arithmetic that the same words tell step by step: where they differ, neither is sure."""
    if told is None or not isinstance(reading, Reading) or told is reading:
        return reading
    nodes = [read_basis(one.basis, one.unit) for one in (reading, told)]
    said, other = (known.value(node) for node in nodes)
    if said is None or other is None:
        return reading
    if abs(said - other) <= abs(said) * _CLOSE:
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
_TOLD_ANYWAY = re.compile(
    r"(?:억원|만원|백만원|백분율|퍼센트|인원수?|건수|만명|초|분|명|건|개|가구수?)(?:단위)?(?:으로|로)환산(?:한|하여|함)?"
    r"|당초(?=[^ ]{0,8} )|한도(?= )|중?(?:더|가장)?(?:큰|작은|높은|낮은)(?:값|쪽|것)"
)


_SPENT = frozenset(
    ["number", "times", "fraction", "ALONE", "UP", "DOWN", "APPLY", "EVENLY", "ROUND", "EACH", "TOTAL", "WEIGHTED", "per", "ASMUCH"]
)  # fmt: skip


# Readings that lean on what stands before them.
_LEANING = frozenset(["implied-last", "no-start", "considered-start"])


def _worked_beside(
    reading: Reading | Unread, laid: Laid, tokens: list[Token], known: Known, target: Decimal | None
) -> Reading | None:
    """`… 0.8점 높은 점수를 부여(3년 평균+0.8)`: the working in the last bracket, when the sentence comes to the same."""
    opens = max((at for at, token in enumerate(tokens) if token.kind == "open"), default=0)
    closes = next((at for at in range(opens, len(tokens)) if tokens[at].kind == "close"), 0)
    inner = tokens[opens + 1 : closes]
    if not isinstance(reading, Reading) or not any(token.kind == "op" for token in inner):
        return None
    if not any(token.kind in _TABLED for token in inner) or any(token.amount for token in tokens[closes:]):
        return None
    if bent(laid.text[: inner[0].start] + laid.text[inner[-1].end :]):
        return None
    working = _read_tokens(laid, inner, known, target)
    if not isinstance(working, Reading) or not _settled(working):
        return None
    values = [known.value(read_basis(one.basis, one.unit)) for one in (reading, working)]
    if None in values or values[0] != values[1]:
        return None
    return replace(working, confidence=Confidence.RULED, notes=(Note("same"), *working.notes))


# What takes a value from the table.
_TABLED = frozenset(["last", "ago", "year", "span", "range", "list"])


def _settled(reading: Reading | Unread | None) -> bool:
    return isinstance(reading, Reading) and reading.confidence.settled


def _read_tokens(laid: Laid, tokens: list[Token], known: Known, target: Decimal | None) -> Reading | Unread:
    """What these tokens say, and whether every word of them is accounted for."""
    pieces = pieces_of(tokens, known)
    if len(pieces) > MAX_PIECES:
        return Unread("too-many", {"limit": str(MAX_PIECES)})
    known = _directed(known, pieces, laid.text)
    reading, folded = _one_sentence(laid, pieces, known, target) or _read(laid, pieces, known, target)
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
                _stretch(folded.start, folded.end, [one.node for one in folded.alternatives]),
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
    value = known.value(read_basis(reading.basis, reading.unit))
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
    parts = isinstance(reading, Reading) and any(note.id == "parts-counted" for note in reading.notes)
    if isinstance(reading, Reading) and reading.confidence.settled and not parts:
        said = known.value(read_basis(reading.basis, reading.unit))
        if said is None or value is None or abs(said - value) <= abs(value) * _CLOSE:
            return reading
        if _figures(read_basis(reading.basis, reading.unit)) < _figures(node):
            # The words say a part of the sum only.
            return Reading(written(node), laid.span(start, end), Confidence.RULED, known.unit)
        note = Note("result-differs", {"number": plain(value)})
        return replace(reading, confidence=Confidence.LIKELY, notes=(note, *reading.notes))
    if value is None:
        return reading
    return Reading(written(node), laid.span(start, end), Confidence.SURE, known.unit)


def _of_figures(folded: Folded) -> bool:
    """Whether every alternative is made of the reason's own figures."""
    return not any(isinstance(part, Past | Years) for one in folded.alternatives for part in walk(one.node))


def _figures(node: Node) -> set[Decimal]:
    """The figures of an expression that takes nothing from the table; with a year in it, what no sum can hold."""
    if any(isinstance(part, Past | Years) for part in walk(node)):
        return {Decimal("-1")}
    return {part.value for part in walk(node) if isinstance(part, Number)}


# How far a sum of rounded figures may lie from the words beside it.
_CLOSE = Decimal("0.005")

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


_COUNTS = (
    "MEAN", "GEOMEAN", "HMEAN", "TRIMMEAN", "SLOPE", "TREND", "MAX", "MIN", "MEDIAN", "TOTAL", "SD", "CAGR", "last", "year", "KEEP", "ago", "times",
    "fraction", "OVERALL", "WEIGHTED", "GROWN", "RATE", "CHOOSEMAX", "CHOOSEMIN", "TRIM", "range",
)  # fmt: skip


# Pieces that change what another sentence works out.
_ADDING = frozenset(["round", "choose", "evenly", "op", "excluded", "weights"])


def _one_sentence(
    laid: Laid, pieces: list[Piece], known: Known, target: Decimal | None
) -> tuple[Reading | Unread, Folded | None] | None:
    """The one sentence of several that calculates; None when it is not exactly one, or another adds to it."""
    sentences: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind == "comma" and piece.text == ".":
            sentences.append([])
        else:
            sentences[-1].append(piece)
    sentences = [
        one for one in sentences if one and not _REMARK.match(laid.text, _sentence_start(laid.text, one[0].start))
    ]
    if len(sentences) == 1 and len(sentences[0]) < len(pieces):
        return _read(laid, sentences[0], known, target)
    if len(sentences) < 2:
        return None
    found = [(sentence, _read(laid, sentence, known, target)) for sentence in sentences]
    calculating = [(sentence, read) for sentence, read in found if isinstance(read[0], Reading)]
    if len(calculating) != 1:
        return None
    [(chosen, read)] = calculating
    for sentence in sentences:
        adds = any(piece.kind in _ADDING or "change" in piece.flags for piece in sentence)
        if sentence is not chosen and (adds or (sentence[-1].end > chosen[0].start and _goes_on(sentence))):
            return None
    return read


# Sentences that explain something else than the target.
_REMARK = re.compile(r"[※*-]?(?:측정)?산식|측정방법|산출식|참고|출처|자료|단위|비고")


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which this sign stands."""
    while at and not (text[at - 1] == "." and not text[at : at + 1].isdigit()):
        at -= 1
    return at


def _goes_on(sentence: list[Piece]) -> bool:
    """Whether a sentence behind names a start or an amount that may go on with the one before; figures of others do not."""
    return any(piece.kind in ("amount", "rate", "verb") for piece in sentence)


def _read(
    laid: Laid, pieces: list[Piece], known: Known, target: Decimal | None
) -> tuple[Reading | Unread, Folded | None]:
    main, considered = part_context(pieces, laid.text)
    main = compose(main, known)
    folded = special(main or considered, known) or special(compose(pieces, known), known) or fold(main, known)
    if considered and not _complete(folded):
        folded = _from_considered(main, considered, known, folded)
    why = _why_not(folded, main, considered)
    if why is not None:
        return why, None
    folded.loose += _behind(main, folded, known)
    return choose(laid, folded, known, target), folded


def _behind(main: list[Piece], folded: Folded, known: Known) -> list[Piece]:
    """Amounts behind the reading that nothing took in: `합계를 3으로 나눈 값` is not the whole of `… 나눈 값의 105%`."""
    divided = any(piece.kind == "evenly" for piece in main)

    def is_result(piece: Piece) -> bool:
        percent = piece.amount is not None and piece.amount.unit == "%"
        return piece.amount in folded.results and not (percent and (divided or not known.percent))

    return [
        piece
        for piece in main
        if piece.kind in ("rate", "amount") and piece.start >= folded.end
        if piece.amount is not None and piece not in folded.loose and not is_result(piece)
    ]


# Verbs that say how something is, not how it changes.
_COMPARING = ("높", "낮", "많", "적", "큰", "크", "짧")


def _complete(folded: Folded) -> bool:
    return (
        bool(folded.alternatives)
        and folded.worked
        and not any(note.id in ("implied-last", "no-start") for note in folded.doubts)
    )


def _from_considered(main: list[Piece], considered: list[Piece], known: Known, folded: Folded) -> Folded:
    """The rest lacks a start or a step: what was taken into account may give it, and that is a doubt."""
    bases = [
        piece
        for piece in considered
        if piece.kind == "operand" and piece.nodes and not piece.rate and "SD" not in piece.flags
    ]
    past = [piece for piece in bases if "past" in piece.flags]
    steps = any(piece.kind in ("verb", "rate", "apply", "op") for piece in main) and any(
        piece.kind in ("amount", "rate") for piece in main
    )
    if steps and bases and not any(piece.kind == "operand" and piece.nodes and not piece.rate for piece in main):
        base = (past or bases)[-1]
        found = fold([replace(base, link="에"), *main], known)
        if len(bases) > 1 or any(piece.kind in ("rate", "amount") for piece in considered):
            found.doubts.append(Note("considered-base"))
        alone = (
            len(bases) == len(past) == 1
            and base.link not in ("과", "와", "및", "·")
            and not any(
                piece.kind in ("rate", "amount") or (piece.kind == "verb" and not piece.text.startswith(_COMPARING))
                for piece in considered
            )
        )
        found.doubts.append(Note("considered-start" if alone else "considered"))
        return found
    if folded.alternatives and (folded.worked or steps):
        return folded
    same = [piece for piece in main if piece.kind == "keep" and piece.text.startswith(("같은", "동일"))]
    if same and not folded.alternatives and len(bases) == len(past) == 1 and not _figures_in([*main, *considered]):
        # `전년 실적이 최고치임을 고려하여 같은 수준을 유지`
        found = fold([replace(past[0], link="을"), *main], known)
        found.doubts.append(Note("considered-start"))
        return found
    rates = [piece for piece in considered if piece.kind == "rate" or (piece.kind == "operand" and piece.rate)]
    if len(rates) == 1 and not any(piece.kind == "operand" and not piece.rate for piece in considered):
        found = fold([rates[0], replace(rates[0], kind="apply", label="")], known)
        found.results += [piece.amount for piece in main if piece.kind == "amount" and piece.amount]
        found.doubts.append(Note("considered"))
        found.proof_needed = True
        return found
    return folded


def _figures_in(pieces: list[Piece]) -> bool:
    return any(piece.amount is not None for piece in pieces)


def _why_not(folded: Folded, main: list[Piece], considered: list[Piece]) -> Unread | None:
    if folded.lost:
        return Unread(folded.lost[0].id, folded.lost[0].facts)
    if any(note.id == "times-less" for note in folded.doubts):
        return Unread("times-less")
    if not folded.alternatives:
        if considered:
            return Unread("judgement")
        return Unread("only-target" if folded.loose else "no-arithmetic")
    if any("change" in piece.flags for piece in folded.loose):
        return Unread("left-over", {"text": folded.loose[0].text})
    if folded.unsaid and not folded.worked and not folded.results:
        return Unread("by-how-much")
    named = any(note.id in ("named-differs", "named-rounded") for note in folded.doubts)
    if not folded.worked and not named and all(isinstance(one.node, Number) for one in folded.alternatives):
        return Unread("only-target")
    if considered and not folded.worked and not main:
        return Unread("judgement")
    return None


def _unit(unit: str | None, tokens: list[Token]) -> str:
    """The unit to read for: the one given, else `%` when the reason prints percentage points or results in per cent."""
    if unit is not None:
        return unit.split(",")[0].strip()
    for token in tokens:
        if token.unit == "%p" or (token.unit == "%" and token.tail in ("보다", "보다는", "에서")):
            return "%"
    return ""


def _shown_scale(tokens: list[Token], text: str, past: list[Decimal]) -> str:
    """The unit with its scale word (만명) when the results are of the size that a reason prints so, and nothing is in per cent."""
    if not any(past) or "%" in text or _SHARES.search(text):
        return ""
    low, high = min(one for one in past if one), max(past)
    for token in tokens:
        amount = token.amount
        if amount is None or not amount.scale or not amount.unit or amount.unit.endswith(MONEY):
            continue
        near = low < amount.number * _OF_A_SIZE and amount.number < high * _OF_A_SIZE
        if near and amount.scaled > high * _OF_A_SIZE * _OF_A_SIZE:
            word = next(word for word, power in SCALES.items() if power == amount.scale)
            return word + amount.unit
    return ""


_OF_A_SIZE = 25
_SHARES = re.compile("비율|비중|[가-힣][율률](?![가-힣])")


def _shows_percent(pieces: list[Piece]) -> bool:
    """Whether the reason prints a starting point or an outcome in per cent: `평균(68.5%)`, `상향한 71.5%`."""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if piece.kind == "operand" and not piece.rate and piece.named is not None and piece.named.unit == "%":
            return True
        comes_out = before is not None and before.kind == "verb" and piece.start - before.end <= 4
        if comes_out and piece.kind == "amount" and piece.amount and piece.amount.unit == "%" and not piece.flags:
            return True
    return False


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


# Of what less is better.
_LESS = re.compile(
    r"사고|민원|오류|결함|체납|위반|지연|실업|사망|재해|부채|이직|탈락|불만|불량|불합격|발생|배출|손실|비용|소요|미[가-힣]{1,3}[율률]|미달|부족|나머지|남은|중단|취소|이탈|결핍|유병|자살|격차|적자"
)


def _directed(known: Known, pieces: list[Piece], text: str) -> Known:
    """Which way is better: said by the reason, or by what is counted: time to be taken less of, points and shares more."""
    kinds = {piece.kind for piece in pieces}
    if known.downward is None and not kinds & {"downward", "upward"} and "개선" in text:
        if known.unit in ("일", "시간", "분", "초"):
            return replace(known, downward=True)
        if (known.percent or known.unit == "점") and not _LESS.search(text):
            return replace(known, downward=False)
    if "downward" in kinds:
        return replace(known, downward=True)
    return replace(known, downward=False) if "upward" in kinds and known.downward is None else known
