"""What a reason merely takes into account, parted from what it calculates with.

`… 감액된 점을 고려하여`, `… 실적을 감안하여`: the figures in such a clause are circumstances, unless the rest lacks a start.
"""

import re

from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import Piece

# What stands between a change and `고려`: a noun made of the change, so that the whole clause is a circumstance …
_NOUN = pattern_of(
    r".{0,14}?(?:점|것|상황|추세|사실|여건|경향|현황|전망|추이|실정|바|부분|예정|영향|가능성|기조|분위기|율|률|폭|세)(?:을|를|등|임|이|도|과|에|으로)*$"
)
# … or an ending that lets the sentence go on, so that the change stands by itself.
_TEMPER = pattern_of(r"(?:추세|추이|여건|상황|특성|전망|동향|환경|점|것)(?:을|를|등을|도|만)?(?:종합)?$")
_GOES_ON = pattern_of(
    r"^(?:조정|설정|반영|시킨값)?(?:(?:한)?(?:값|수준|수치)(?:에|에서|을기준|보다|대비)|하되|하고|하여|해|하며|되|시키되|했으며|하였으며|하였고|했고|한값으로|한값을|,)"
)
_PAST = pattern_of(
    r"^(?:함|됨|남|짐|할)?(?:에도|에따라|에따른|에의해|것으로(?:예상|전망|우려)|우려|예정)|^(?:조정)?(?:하였|했|되었|됐|된바|한바|하고있|되고있|한데|하는데|하나|되나|달성(?:하|함|,|한|했|으로)|하지만|하더라도)"
)
# What was so, whatever follows: `초과하였으나 …`; and verbs in a form that only tells of the past.
_CONCEDED = pattern_of(
    r"^(?:하|되)?(?:였으나|었으나|했으나|됐으나|였지만|었지만|했지만|됐지만|했음에도|하였음에도|되었음에도|였으므로|었으므로|했으므로|고있음|고있어|고있는|여왔|해왔)"
)
_WAS = ("었", "랐", "졌", "렸")
_FACTUAL = tuple(
    [
        "증가", "감소", "상승", "하락", "증대", "축소", "감축", "감액", "증액", "성장", "늘", "줄", "향상", "개선", "확대", "삭감", "초과",
        "상회", "하회",
    ]
)  # fmt: skip
_CLOSING = ("verb", "apply", "choose", "round", "keep")


# What parts a circumstance from what follows from it: `… 낮은 수준이나`, `… 높으므로`, `… 초과하여`.
_CONTRAST = pattern_of(
    r"(?:이나|으나|우나|하나|되나|지만|므로|임에도|에도|때문에|에따라|높아|낮아|어려워|우려|곤란|예상|전망(?!치|값)|초과하여|상회하여|달성하여|달성함에|것으로,|왜곡되어|미달하여|못하여|변경으로|변경되어|인해|불가하여|비교가불가)"
)


def part_context(pieces: list[Piece], text: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces to calculate with, and those that are only taken into account."""
    main, considered = _circumstances(_without_later(pieces), text)
    cut = _cut(main, text)
    return main[cut:], considered + main[:cut]


def _without_later(pieces: list[Piece]) -> list[Piece]:
    """Without what is said of years after the target's: `차년도부터 5% 상향 예정`."""
    found: list[Piece] = []
    later = False
    for piece in pieces:
        later = piece.kind == "later" or (later and piece.kind != "comma")
        if not later:
            found.append(piece)
    return found


def _cut(main: list[Piece], text: str) -> int:
    """Where the calculation starts when a clause before it only tells why: behind it stand a start and a step of their own."""
    for index in range(len(main) - 1, 0, -1):
        rest = main[index:]
        if rest[0].kind != "operand" or not (rest[0].nodes or rest[0].named) or rest[0].rate:
            continue
        stepping = any(
            piece.kind in ("verb", "keep", "apply", "choose", "op") or (piece.kind == "amount" and piece.amount)
            for piece in rest[1:]
        )
        before = next((piece for piece in reversed(main[:index]) if piece.kind != "comma"), main[index - 1])
        joined = before.link in ("와", "과", "및") and before.kind != "verb"
        between = text[before.start : rest[0].start]
        if stepping and not joined and _CONTRAST.search(between):
            return index
    return 0


def _circumstances(pieces: list[Piece], text: str) -> tuple[list[Piece], list[Piece]]:
    main: list[Piece] = []
    considered: list[Piece] = []
    clause: list[Piece] = []
    for piece in pieces:
        if piece.kind == "consider" or _considers(piece, clause, text):
            kept, circumstance = _split(clause, piece, text)
            if not kept:
                circumstance = _listed(main) + circumstance
            main += kept
            considered += circumstance
            clause = []
        elif _tells_a_fact(piece, pieces, text):
            considered += [*clause, piece]
            clause = []
        elif piece.kind == "comma":
            main += [*clause, piece]
            clause = []
        else:
            clause.append(piece)
    return main + clause, considered


def _listed(main: list[Piece]) -> list[Piece]:
    """Takes the rest of the list off: of `평균, 증가율, 예산 등을 검토하여` the last part alone stands beside the word."""
    at = len(main)
    while at and (main[at - 1].kind == "comma" or _is_listed(main[at - 1])):
        at -= 1
    if at and main[at - 1].kind not in _CLOSING:
        return []
    found = main[at:]
    del main[at:]
    return found


def _is_listed(piece: Piece) -> bool:
    return piece.kind in ("operand", "span", "years", "rate") and piece.link in ("", "와", "과", "및", "·")


def _considers(piece: Piece, clause: list[Piece], text: str) -> bool:
    """`… 감액된 점을 반영하여`: here 반영 takes a circumstance into account and applies nothing."""
    if piece.kind != "apply" or piece.label or not clause:
        return False
    between = text[clause[-1].end : piece.start]
    if re.search(r"등(?:을|를|도)?(?:모두|함께|종합)?$", between) and clause[-1].kind != "amount":
        return True
    if clause[-1].kind in ("operand", "span", "years") and _TEMPER.search(between):
        return True
    return clause[-1].kind == "verb" and not _GOES_ON.match(between) and bool(_NOUN.match(between)) and len(between) > 1


def _split(clause: list[Piece], consider: Piece, text: str) -> tuple[list[Piece], list[Piece]]:
    """The part of a clause that stands by itself, and the circumstance."""
    for index in range(len(clause) - 1, -1, -1):
        piece = clause[index]
        if piece.kind not in _CLOSING:
            continue
        behind = clause[index + 1].start if index + 1 < len(clause) else consider.start
        if _GOES_ON.match(text[piece.end : behind]):
            return clause[: index + 1], clause[index + 1 :]
    return [], clause


def _tells_a_fact(piece: Piece, pieces: list[Piece], text: str) -> bool:
    """`전년 대비 2.5% 증가하였으며, …`: what happened, before the sentence comes to what shall be."""
    if piece.kind == "verb" and piece.text.endswith(_WAS):
        return True
    if piece.kind != "verb" or not _PAST.match(text[piece.end :]):
        return False
    if _CONCEDED.match(text[piece.end :]):
        return True
    if not piece.text.startswith(_FACTUAL):
        return False
    return any(
        one.start > piece.end and one.kind in ("verb", "apply", "op", "choose", "operand", "keep") for one in pieces
    )
