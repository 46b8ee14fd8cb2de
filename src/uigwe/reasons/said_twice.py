"""Two statements of one target: what the second says must agree with a reading of the first, or neither is sure.

`3년 평균 대비 5% 상향. 이에 따라 목표를 90점으로 설정함`, `… 3% 상향(전년 실적의 71%)`, `… 설정함(1,209)`, `… → 목표 75.9`.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.known import Known, near
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.setting import BASE, nameless, sentences, tells
from uigwe.reasons.spelling import replaced

_N = rf"(?<![\d.,’])({NUMERAL})(?![\d.]|년)"
_UNIT = r"(?:%|[가-힣]{1,3})?"
# A figure that is said to be the target, or stands alone in the last bracket.
_FIGURE = pattern_of(rf"\((?:약|목표(?:치|값)?:?|=|→)?{_N}{_UNIT}\)[.]?$|→(?:목표(?:치|값)?:?)?{_N}{_UNIT}[.]?$")
_SETS = pattern_of(
    r"목표|설정|산정|산출|책정|결정|확정|정함|[상하]향|증가|감소|확대|축소|감축|가산|더[한함하]|높|낮|늘|줄|유지|동일|적용|의\d|×"
)
_APPRAISES = pattern_of(
    r"(?:비교하면|견주어|비해|비추어|감안하면|고려하면)[^\d]*$|(?:도전적|적극적|의욕적)(?:인)?(?:수준|목표|것|편|값)?(?:임|이다)?$"
)
_BRACKET = pattern_of(r"(?<=[가-힣%\da-zA-Z])\(([^()]{4,})\)[.]?$")
_SCALES = (0, 4, 8, 12)  # of the words for them: what is added may be printed in another scale
_NEAR = Decimal("0.01")  # what is printed may be cut or raised
_WITHIN = (Decimal("0.5"), Decimal(2))  # of the value: what is printed of another size is of something else

Read = Callable[[Laid], Decimal | None]


def said_otherwise(laid: Laid, node: Node, known: Known, read: Read, *, stated: bool) -> str:
    """The words that state another value than a reading. `stated`: it is what is printed as the outcome.

    `read`: what a part of the reason surely comes to by itself.
    """
    value = known.value(node)
    if value is None:
        return ""
    addends = _worked_out(node, known)
    for part, rest in _parts(laid, stated=stated):
        alone = read(part)
        if alone is None or alone == value or (_near(alone, value) and not isinstance(node, Number)):
            continue
        if any(alone.scaleb(-power) in addends for power in _SCALES):
            # It works out a part of the reading.
            continue
        beside = read(rest)
        if stated or beside == value or (beside is not None and laid.text.endswith(f"({part.text})")):
            return part.spaced()
    return ""


def _worked_out(node: Node, known: Known) -> list[Decimal | None]:
    """What a sentence may work out that is a part of a reading: what is added, or what printed figures are multiplied of."""
    found = [
        known.value(part.right)
        for part in walk(node)
        if isinstance(part, Infix) and part.operator == "+" and isinstance(part.right, Number)
    ]
    if (
        isinstance(node, Infix)
        and node.operator == "*"
        and not any(isinstance(one, Past | Years) for one in walk(node))
    ):
        found += [known.value(node.left), known.value(node.right)]
    return found


def printed_otherwise(text: str, node: Node, known: Known) -> str:
    """A figure behind a reading that is printed as what comes out, and is another one."""
    value, found = known.value(node), _FIGURE.search(text)
    if value is None or found is None:
        return ""
    figure = Decimal((found[1] or found[2]).replace(",", ""))
    return found[0] if _is_another(figure, found[0], node, value, known) else ""


def _is_another(figure: Decimal, said: str, node: Node, value: Decimal, known: Known) -> bool:
    """Whether a figure printed as what comes out is another one: no rounding of the value, no part of the calculation."""
    places = len(said.partition(".")[2].rstrip("%)가-힣."))
    if said.endswith(f"{figure:f})") and any(_takes(part, figure) for part in walk(node)):
        return True
    parts = [part.value for part in walk(node) if isinstance(part, Number)]
    parts += [worth for part in walk(node) if (worth := known.value(part)) is not None]
    results = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if figure in results or _near(value, figure) or any(near(one, figure, places) for one in parts):
        return False
    return _WITHIN[0] <= figure / value <= _WITHIN[1] if value else False


def _takes(part: Node, figure: Decimal) -> bool:
    """Whether a figure that stands alone in a bracket and counts nothing was taken for a step."""
    right = part.right if isinstance(part, Infix) else None
    return isinstance(right, Number) and right.value == figure and right.suffix is Suffix.NONE


def _parts(laid: Laid, *, stated: bool) -> Iterator[tuple[Laid, Laid]]:
    """The sentences that set something, and a bracket at the end, each with the reason without it."""
    text = nameless(laid)
    spans = sentences(laid)
    if len(spans) > 1:
        for start, end in spans:
            said = text[start:end]
            if not _APPRAISES.search(said) and (stated or (_SETS.search(said) and not tells(said))):
                yield (
                    laid.part(start, end),
                    replaced(laid, [(max(0, start - 1) if end == len(text) else start, min(len(text), end + 1), "")]),
                )
    if (arrow := text.rfind("→목표")) > 0:
        yield laid.part(0, arrow), laid.part(arrow + 1, len(text))
    if (bracket := _BRACKET.search(text)) and BASE.search(bracket[1]):
        yield laid.part(*bracket.span(1)), laid.part(0, bracket.start())


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= abs(other) * _NEAR
