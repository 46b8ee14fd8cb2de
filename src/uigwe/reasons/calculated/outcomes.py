"""How a calculation ends: what it comes to, and that this is the target."""

from decimal import Decimal

from uigwe.formulas import Node
from uigwe.reasons.calculated.operands import FIGURE, UNIT
from uigwe.reasons.known import Known, near
from uigwe.reasons.patterns import pattern_of

_SET = (
    r"(?:설정|산정|산출|책정|결정|계산|도출|제시|추산|추정|정|셈|목표로|목표치로|목표값으로|목표를설정|목표치를설정|목표로설정|목표치로설정"
    r"|목표로제시)"
    r"(?:하였습니다|하였음|하였다|했음|했다|하고자함|하기로함|하도록함|하는것으로함|하는것임|하는것|한다|한값|한것임|한것|한수치|함|됨|임|해|하여)?"
)
_ENDING = pattern_of(
    rf"(?:(?:의|인|한)?(?:값|수준|수치|결과|결과값|것|금액|건수|인원)?(?:을|를|으로|로|에서|이|가)?(?:{_SET}|임|이다|목표|목표치|목표로함"
    rf"|목표로삼음|목표로둠|목표가됨|를목표로|로함|삼음|둠|으로함|함))?[.]?$"
)
_OUT = pattern_of(
    rf"(?:약)?(?P<figure>{FIGURE}){UNIT}?(?:\((?:’?\d{{2,4}}년도?|목표치?|[^()\d]{{1,6}})\))?(?:\(?단위:?[가-힣%]{{1,4}}\)?)?"
)


def plain_ending(text: str) -> str:
    """A calculation without the words that make it the target."""
    found = _ENDING.search(text)
    return text[: found.start()] if found else text


def comes_out(node: Node, printed: str, known: Known) -> bool:
    """Whether what stands behind the last sign is what it comes to."""
    found = _OUT.fullmatch(printed)
    if found is None:
        return False
    figure = found["figure"].replace(",", "")
    return near(known.value(node), Decimal(figure), len(figure.partition(".")[2]))
