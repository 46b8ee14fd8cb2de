"""From pieces to the one calculation that they are: what is taken into account apart, one sentence of several, and why there is none."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Number
from uigwe.reasons.choose import choose
from uigwe.reasons.compose import compose
from uigwe.reasons.context import part_context
from uigwe.reasons.fold import fold
from uigwe.reasons.forms import special
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note, Reading, Unread
from uigwe.reasons.state import Folded

# Pieces that change what another sentence works out.
_ADDING = frozenset(["round", "choose", "evenly", "op", "excluded", "weights"])


def one_sentence(
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
        return calculated(laid, sentences[0], known, target)
    if len(sentences) < 2:
        return None
    found = [(sentence, calculated(laid, sentence, known, target)) for sentence in sentences]
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
_REMARK = pattern_of(r"[※*-]?(?:측정)?산식|측정방법|산출식|참고|출처|자료|단위|비고")


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which this sign stands."""
    while at and not (text[at - 1] == "." and not text[at : at + 1].isdigit()):
        at -= 1
    return at


def _goes_on(sentence: list[Piece]) -> bool:
    """Whether a sentence behind names a start or an amount that may go on with the one before; figures of others do not."""
    return any(piece.kind in ("amount", "rate", "verb") for piece in sentence)


def calculated(
    laid: Laid, pieces: list[Piece], known: Known, target: Decimal | None
) -> tuple[Reading | Unread, Folded | None]:
    main, considered = part_context(pieces, laid.text)
    main = compose(main, known)
    folded = special(main or considered, known) or special(compose(pieces, known), known) or fold(main, known)
    if not folded.worked and any(note.id == "named-rounded" for note in folded.doubts):
        # The figure named for a base of which nothing is made is the outcome, as it is printed.
        folded = fold([replace(piece, flags=piece.flags - {"apposed"}) for piece in main], known)
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
