"""What a reason says is done and a reading has not done: a conversion, one of two rates, a rate in turn. Every way of reading is asked."""

import re
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Infix, Number, walk
from uigwe.reasons.constructs import lexicon as words
from uigwe.reasons.constructs.values import figure, figures
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import MONEY

_SAID = pattern_of(
    rf"(?P<unit>(?:{words.SCALE})?(?:{words.UNIT})|백분율|퍼센트|백분비)(?:단위|기준)?(?:으로|로)(?:환산|변환|전환|바꾸|바꾼)"
)


def unconverted(text: str, node: Node) -> str:
    """The unit into which a reason converts and a reading does not: its figures stand in it as they are printed."""
    said = _SAID.search(text)
    return said["unit"] if said and _left_as_printed(said, text, node) else ""


def _left_as_printed(said: re.Match[str], text: str, node: Node) -> bool:
    numbers = [part.value for part in walk(node) if isinstance(part, Number)]
    if said["unit"] in ("백분율", "퍼센트", "백분비", "%"):
        return len(numbers) == 2 and 100 not in numbers and numbers[0] < numbers[1]
    if any(one and one != 1 and one.normalize().as_tuple().digits == (1,) for one in numbers):
        return False
    unit = figure(f"1{said['unit']}")
    for one in figures(text[: said.start()]):
        money = one.unit in MONEY and unit.unit in MONEY
        if (money or one.unit == unit.unit) and one.power != unit.power and one.number in numbers:
            return True
    return False


_RATE = r"(?:율|률|분)(?:인|은|의)?\(?(?P<{}>\d+(?:\.\d+)?)%(?!p)\)?"
_TWO = pattern_of(
    rf"{_RATE.format('one')}(?:와|과|,|및)(?:(?!평균|전년|작년)[가-힣]){{0,12}}{_RATE.format('two')}"
    r"(?:를|을)?(?:(?P<joined>더한|합한|합산한|합친)(?P<sum>\d+(?:\.\d+)?)%)?"
)
_IN_TURN = pattern_of(
    r"(?:를|을)(?:차례로|차례대로|순차적으로|순서대로|연이어|잇따라|거듭)(?:곱|적용|반영|가산)(?:.*\((?P<signs>[×*][\d.×*]+)\))?"
)


def rate_left(text: str, node: Node) -> str:
    """A rate of two that a reading does not take, while it takes the other: `성장률 2%와 물가상승률 3%를 반영`."""
    numbers = {part.value for part in walk(node) if isinstance(part, Number)}
    for found in _TWO.finditer(text):
        one, two = Decimal(found["one"]), Decimal(found["two"])
        if found["sum"] and Decimal(found["sum"]) != one + two:
            return found["sum"]
        if len(numbers & {one, two}) == 1 and one != two and not numbers & {one + two, (one + two) / 2, abs(one - two)}:
            return found["one"] if two in numbers else found["two"]
    turn = _IN_TURN.search(text)
    if turn is None:
        return ""
    factors = [part for part in walk(node) if isinstance(part, Infix) and part.operator == "*"]
    if len(factors) < 2:
        return turn[0]
    printed = [Decimal(one) for one in re.findall(r"\d+(?:\.\d+)?", turn["signs"] or "")]
    taken = {1 + one / 100 for one in numbers} | {1 - one / 100 for one in numbers} | numbers
    return turn[0] if any(one not in taken for one in printed) else ""
