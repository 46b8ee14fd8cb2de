"""The middle of two aims that a reason worked out before: `최고목표(14.0)와 최저목표(9.2)의 평균값(11.6)을 소수 둘째 자리에서 반올림하여 설정`.

However the two were come by, such a sentence at the end says of which figures the target is the mean; what stands before it gives way.
A printed mean must be theirs.
"""

import re
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import EXACT, rounded

_UNIT = r"(?:%p?|점|건|명|회|개소|개사|개|일|억원|만원|백만원)?"
_HIGH, _LOW = (rf"{name}(?:목표|수준)?(?:치|값|선)?(?:은|는|인|:|=)?\(?" for name in ("(?:최고|상한)", "(?:최저|하한)"))
_AND = r"\)?(?:와|과|,|및|·|/)"
_ROUNDED = r"(?P<rounded>소수(?:점)?[^\d,.()]{1,10}자리에서반올림|소수(?:점)?[^\d,.()]{1,10}자리까지반올림)"
_SET = (
    r"(?:(?:한|된)값(?:으로|을)?|하여|해|해서|하고)?(?:도전적으로|적극적으로|최종)?(?:’\d{2}년(?:도)?)?(?:목표(?:치|값)?(?:로|를|을|으로)?)?"
    r"(?:설정|정|책정|산정|산출|결정|잡|함|하였)[가-힣]{0,6}[.]?$"
)
_MEANS = r"(?:산술|단순)?(?:평균|중간|중앙)(?:한|낸)?(?:값|치|수치)?"
_SIDE = pattern_of(
    rf"(?:{_HIGH}(?P<high>{NUMERAL}){_UNIT}{_AND}{_LOW}(?P<low>{NUMERAL}){_UNIT}|{_LOW}(?P<least>{NUMERAL}){_UNIT}{_AND}{_HIGH}(?P<most>{NUMERAL}){_UNIT})"
    rf"\)?(?P<told>(?:을|를)?(?:산출|도출|계산|산정|구)(?:하고|하여|한후|한뒤|해|하였으며|한다음),?(?:이|그)?(?:두|둘)(?:값|목표|수치)?)?"
    rf"(?:의|을|를|간의|사이의)?{_MEANS}(?:인)?\(?(?P<out>{NUMERAL})?{_UNIT}\)?(?:을|를|으로|로)?,?(?:{_ROUNDED})?{_SET}"
)

_SPREAD = pattern_of(rf"표준편차(?:은|는|이|가|인|을|를|:|=|\()*(?P<figure>{NUMERAL})(?![\d배×*])")
# Of what part of the year, or under what condition, the two are told.
_OPEN = pattern_of(r"[상하]반기|\d/?4?분기|월말|되면|될경우|되는경우|하면|전제로|한하여|한해|조건|시(?:,|에한)")
_TWO = Decimal(2)
_CLOSE = Decimal("0.1")


def middled(laid: Laid, known: Known) -> Laid:
    """The reason as the mean of the two figures that it names at its end."""
    del known
    found = _SIDE.search(laid.text)
    if found is None or not found.start() or _OPEN.search(laid.text, 0, found.start()):
        return laid
    if not _agrees(found) or not _so_far_apart(found, laid.text):
        return laid
    high, low = _edges(found)
    told = f"{high}와{low}의평균을{found['rounded'] + '하여' if found['rounded'] else '목표로'}설정"
    return replaced(laid, [(0, len(laid.text), told)])


def no_middle(text: str) -> str:
    """Two aims with a mean that is not theirs, or of which the higher one is the lower."""
    found = _SIDE.search(text)
    return found[0] if found and not _agrees(found) else ""


def _edges(found: re.Match[str]) -> tuple[Decimal, Decimal]:
    """The higher aim and the lower one, as they are named."""
    told = (found["high"] or found["most"], found["low"] or found["least"])
    high, low = (Decimal(one.replace(",", "")) for one in told)
    return high, low


def _so_far_apart(found: re.Match[str], text: str) -> bool:
    """Whether the two lie so many halves of the deviation apart that is printed."""
    spreads = {Decimal(one["figure"].replace(",", "")) for one in _SPREAD.finditer(text, 0, found.start())}
    high, low = _edges(found)
    halves = [EXACT.divide((high - low) * _TWO, one) for one in spreads if one]
    return all(abs(one - rounded(one, 0)) < _CLOSE for one in halves)


def _agrees(found: re.Match[str]) -> bool:
    """Whether the higher one is higher, and the mean that is printed, if one is, theirs."""
    high, low = _edges(found)
    if not found["out"]:
        return high > low
    out = Decimal(found["out"].replace(",", ""))
    return high > low and rounded(EXACT.divide(high + low, _TWO), max(0, -int(out.as_tuple().exponent))) == out
