"""A note of figures by year that the reason, or the table, has already: `… 증가율(2.0%)을 적용 * 증가율: (’23) 0.5% → (’24 목표) 2.0%`.

It goes when every figure in it stands in the rest of the reason too, or is the table's of its year, or is by how much the table grew.
"""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.stretches import stretches
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import rounded

_F = r"-?\d+(?:,\d{3})*(?:\.\d+)?"
_AIM = r"(?:목표|실적|계획|전망|잠정)(?:치|값)?"
_WHEN = rf"(?:\(’?(?:20)?\d{{2}}년?(?:도)?(?:{_AIM})?\)|(?:’|20)\d{{2}}년?(?:도)?(?:\({_AIM}\)|{_AIM})?|(?<!\d)\d{{2}}년(?:도)?)"
_FIGURE = rf"(?P<figure>{_F})(?:%p?|[가-힣]{{1,3}})?"
_BEFORE = pattern_of(rf"(?P<when>{_WHEN})(?:은|는)?:?{_FIGURE}(?:\({_AIM}\))?")
_BEHIND = pattern_of(rf"{_FIGURE}(?P<when>\(’?(?:20)?\d{{2}}년?(?:도)?(?:{_AIM})?\))")
_BETWEEN = pattern_of(r"(?:→|,|·|/|;|이고|에서|에| )*")
_HEAD = pattern_of(
    r"^[*※-]*(?:(?!제외|상향|평균|적용|기준|목표를|목표치를)[가-힣·/]){0,18}(?:\([가-힣%:]{1,6}\))?(?:은|는|:)?(?=[(’\d-])"
)
_YEAR = pattern_of(r"\d{2}(?=년|도|목|실|계|전|잠|\)|$)")
_PRINTED = pattern_of(rf"(?<![\d.,’])(?P<figure>{_F})(?![\d.,]|년|개년)")
_RATES = pattern_of(r"(?:증가|성장|상승|신장|증감)(?:율|률)")
_LEAST = 2
_REST = 8  # signs of a reason that calculates without the note


def without_noted(laid: Laid, known: Known) -> Laid:
    """The reason without such a note."""
    for one in stretches(laid):
        if one.kind not in ("sentence", "bracket") or not one.start:
            continue
        rest = laid.text[: one.start] + laid.text[one.end :]
        pairs = _pairs(one.said)
        if len(pairs) < _LEAST or len(rest) < _REST:
            continue
        said = {Decimal(found["figure"].replace(",", "")) for found in _PRINTED.finditer(rest)}
        told = [figure in said for _, figure in pairs]
        shown = [figure == _result(known, year) for year, figure in pairs]
        grew = [figure == _growth(known, year, figure) for year, figure in pairs]
        of_rates = bool(_RATES.search(rest))
        if all(told) or (not of_rates and all(map(any, zip(told, shown, strict=True)))) or _grown(told, grew):
            return replaced(laid, [one.change])
    return laid


def _pairs(said: str) -> list[tuple[int, Decimal]]:
    """Each year of a list with its figure; nothing when it is more than a list."""
    said = said.rstrip(".")
    head = _HEAD.match(said)
    return list(_items(said, head.end())) if head else []


def _items(said: str, at: int) -> Iterator[tuple[int, Decimal]]:
    found: list[tuple[int, Decimal]] = []
    pattern = _BEFORE if _BEFORE.match(said, at) else _BEHIND
    while at < len(said):
        one = pattern.match(said, at)
        if one is None:
            return
        year = _YEAR.search(one["when"])
        found.append((2000 + int(year[0]) if year else 0, Decimal(one["figure"].replace(",", ""))))
        between = _BETWEEN.match(said, one.end())
        at = between.end() if between else one.end()
    yield from found


def _grown(told: list[bool], grew: list[bool]) -> bool:
    """Whether a list of growth ends in rates that the reason prints, and is the table's before that."""
    return all(map(any, zip(told, grew, strict=True))) and told[-1] and len(told) > 1


def _growth(known: Known, year: int, printed: Decimal) -> Decimal | None:
    """By how much in a hundred a year's result was more than the one before it, to as many places as are printed."""
    result, before = _result(known, year), _result(known, year - 1)
    if result is None or not before:
        return None
    return rounded((result - before) / before * 100, max(0, -int(printed.as_tuple().exponent)))


def _result(known: Known, year: int) -> Decimal | None:
    cell = known.actuals.get(year)
    return cell.value if cell is not None else None
