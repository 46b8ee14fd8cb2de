"""Calculations in signs: `(’21년×1 + ’22년×2 + ’23년×3) ÷ 6`, `A=3년 평균, B=1.04, 목표=A×B`, `전년 실적×(1+증가율×반영률), 증가율 8%, 반영률 25%`.

A formula counts as it is written: brackets first, then powers, products, sums. Every term must be a figure, a result or a mean, or a
name that the reason says the worth of; and every worth that it says must be asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Call, Infix, Number, Suffix, walk
from uigwe.reasons.build import call, infix, number
from uigwe.reasons.calculated.operands import operand, same_series, span
from uigwe.reasons.calculated.outcomes import comes_out, plain_ending
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_LONGEST = 240
_OPERATORS = {"+": "+", "-": "-", "×": "*", "*": "*", "÷": "/", "/": "/", "^": "^", "=": "="}
_CROSS = pattern_of(r"(?<=[\d)%점건명년적])[xX](?=[\d(])")
_GOAL = pattern_of(
    r"(?:’?\d{2,4}년도?)?(?:의)?(?:최종)?(?:목표(?:치|값|점수|수준|건수)?)(?:\((?:’?\d{2,4}년도?|[%가-힣]{1,3})\))?|(?:목표치?)?(?:산출|산정"
    r"|계산)?(?:산식|공식|계산식|식|방식|방법|근거|내역)|산출|산정|계산"
)
_STATEMENT = pattern_of(r"(?P<name>[^=:]+?)(?:[=:]|(?:는|은|이며|인)(?=\d))(?P<worth>.+)")
_SPACED = pattern_of(r"(?P<name>[가-힣A-Za-z]+?)(?:은|는|이|가)?(?P<worth>\d.*)")
_SIGNS = pattern_of(r"[+×÷*/^]|[가-힣A-Za-z]\([^()]+,|(?<=[가-힣)%\d])-(?=[\d(가-힣’])")
_ATTACHED = pattern_of(r"\([^()+×÷*/=^]*\)")
_FUNCTIONS = {
    **dict.fromkeys(("올림", "ROUNDUP", "CEIL"), "ceil"),
    **dict.fromkeys(("내림", "버림", "절사", "ROUNDDOWN", "FLOOR", "INT"), "floor"),
    **dict.fromkeys(("반올림", "ROUND"), "round"),
    **dict.fromkeys(("평균", "산술평균", "AVERAGE"), "mean"),
    **dict.fromkeys(("기하평균", "GEOMEAN"), "geomean"),
    **dict.fromkeys(("중앙값", "중위값", "MEDIAN"), "median"),
    **dict.fromkeys(("합계", "합", "SUM", "Σ"), "sum"),
}
_CALLED = pattern_of(
    rf"(?P<name>{'|'.join(sorted([*_FUNCTIONS, *(one.lower() for one in _FUNCTIONS)], key=len, reverse=True))})\("
)
_THOUSANDS, _DIGIT = pattern_of(r"\d{3}(?!\d)"), pattern_of(r"\d")
# What the names of a formula are worth, in a bracket behind it or after `여기서`.
_WHERE = pattern_of(r"\((?:단,?|여기서,?|이때,?)?(?P<worths>[^()\d=:]{1,14}(?:[:=]|은|는)(?:[^()]|\([^()]*\))+)\)$")
_HERE = pattern_of(r"(?<=[,.])(?:단|여기서|이때|다만),?(?=[^()\d=:]{1,14}(?:[:=]|은|는|\d))")
# What is of a part of the year, and how many of these are counted.
_PERIODS = (
    (pattern_of(r"월평균|매월|매달|월별|월간|월당|월\d"), pattern_of(r"\d(?:개월|월|달)")),
    (pattern_of(r"분기당|분기별|분기평균|매분기"), pattern_of(r"\d(?:개)?분기")),
    (pattern_of(r"매주|주당|주간|주평균|주\d"), pattern_of(r"\d(?:개)?주")),
    (pattern_of(r"일평균|하루|매일|일일|1일(?!\d)"), pattern_of(r"\d\d+일")),
)
_PART = pattern_of(
    r"격월|격주|격년|반기|수시|[1-4]분기|\d[/÷]12(?!\d)|(?<!\d)(?:1[0-2]|[1-9])월(?=실적|까지|누적|기준|현재)"
)
_SCALED = pattern_of(r"\d(천원|백만원|억원|조원)")
_GROWTH = pattern_of(
    r"증가[율률분]|상승[율률]|성장[율률]|인상[율률]|상향[율률폭]|가산[율률]|증감[율률]|감소[율률]|감축[율률]|할증[율률]|할인[율률]|하락[율률]"
    r"|개선[율률폭]|확대[율률]"
)
_PLACES = pattern_of(r"-?\d")


class UnreadableError(Exception):
    """A text that is no formula."""


def in_signs(text: str, known: Known) -> Node | None:
    """What a reason comes to that is a formula, with what its names are worth."""
    if len(text) > _LONGEST or not _SIGNS.search(text) or _in_part(text) or len(set(_SCALED.findall(text))) > 1:
        return None
    text = _HERE.sub("", _WHERE.sub(r",\g<worths>", _CROSS.sub("×", text)))
    goal, worths = _sorted(text)
    if not goal:
        return None
    try:
        node = _Formula(goal, known, worths).read()
    except UnreadableError:
        return None
    if not any(isinstance(part, Infix | Call) for part in walk(node)):
        return None
    return node


def with_worths(formula: str, worths: dict[str, str]) -> Node | None:
    """A formula with what its names are worth."""
    try:
        return _Formula(formula, Known(0), worths).read()
    except UnreadableError:
        return None


def _in_part(text: str) -> bool:
    """Whether a figure is that of a part of the year, and no other says how many of these there are."""
    if _PART.search(text):
        return True
    return any(pattern.search(text) and not many.search(text) for pattern, many in _PERIODS)


def _sorted(text: str) -> tuple[str, dict[str, str]]:
    """The formula that sets the target, and what its names are worth."""
    goals: list[str] = []
    worths: dict[str, str] = {}
    for statement in _statements(text):
        named = _STATEMENT.fullmatch(statement)
        if named and _GOAL.fullmatch(named["name"]):
            goals.append(named["worth"])
        elif named and not _SIGNS.search(named["name"]):
            if named["name"] in worths:
                return "", {}
            worths[named["name"]] = named["worth"]
        elif _SIGNS.search(statement):
            goals.append(statement)
        elif spaced := _SPACED.fullmatch(statement):
            worths[spaced["name"]] = spaced["worth"]
        else:
            return "", {}
    return (goals[0], worths) if len(goals) == 1 else ("", {})


def _statements(text: str, signs: str = ",.;") -> Iterator[str]:
    """What commas and stops part that stand in no bracket and in no figure."""
    depth, since = 0, 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        figure = at and text[at - 1].isdigit() and (_THOUSANDS if sign == "," else _DIGIT).match(text, at + 1)
        if depth == 0 and sign in signs and not figure:
            yield text[since:at].strip(" ")
            since = at + 1
    yield text[since:].strip(" ")


@dataclass
class _Formula:
    """A formula that is read from left to right."""

    text: str
    known: Known
    worths: dict[str, str]
    inside: frozenset[str] = frozenset()
    asked: set[str] = field(default_factory=set)
    at: int = 0

    def read(self) -> Node:
        """The formula, with its outcome when it prints one, and nothing left over."""
        self.text = plain_ending(self.text)
        node = self._sum()
        rest = self.text[self.at :]
        if rest and (rest[0] != "=" or not comes_out(node, rest[1:], self.known)):
            raise UnreadableError
        if not self.inside and self.asked != set(self.worths):
            raise UnreadableError
        return node

    def _sum(self) -> Node:
        node = self._product()
        while (sign := self._sign()) in ("+", "-"):
            self.at += 1
            node = infix(node, sign, self._term_of(node))
        return node

    def _term_of(self, left: Node) -> Node:
        """What is added: a rate on a value would not be a ratio, and is none of a formula."""
        right = self._product()
        if _ratio(right) and not _ratio(left) and not (isinstance(left, Number) and left.value == 1):
            raise UnreadableError
        return right

    def _product(self) -> Node:
        node = self._power()
        while (sign := self._sign()) in ("*", "/"):
            self.at += 1
            node = infix(node, sign, self._factor(node))
        return node

    def _factor(self, left: Node) -> Node:
        """What is multiplied with: never a rate of growth, which is put on top."""
        since = self.at
        node = self._power()
        if not _ratio(left) and _ratio(node) and _GROWTH.search(self.text[since : self.at]):
            raise UnreadableError
        return node

    def _power(self) -> Node:
        node = self._single()
        if self._sign() != "^":
            return node
        self.at += 1
        return _raised(node, self._single())

    def _single(self) -> Node:
        if called := _CALLED.match(self.text, self.at):
            close = _closing(self.text, called.end() - 1)
            arguments = list(_statements(self.text[called.end() : close], ","))
            self.at = close + 1
            return self._function(_FUNCTIONS[called["name"].upper()], arguments)
        if self.text[self.at : self.at + 1] == "(":
            close = _closing(self.text, self.at)
            inner = self.text[self.at + 1 : close]
            if (series := same_series(inner.split("+"), self.known)) and close > self.at:
                self.at = close + 1
                return _added(series)
            node = self._of(inner)
            self.at = close + 1
            return node
        return self._term()

    def _function(self, name: str, arguments: list[str]) -> Node:
        """A function of a spreadsheet; which digits it rounds to may stand behind."""
        if name in ("round", "ceil", "floor"):
            places = arguments[1:] or ["0"]
            if len(places) != 1 or not _PLACES.fullmatch(places[0]):
                raise UnreadableError
            return call(name, self._of(arguments[0]), number(Decimal(places[0])))
        if len(arguments) == 1 and (years := span(arguments[0], self.known)) is not None:
            return call(name, years)
        if len(arguments) == 1:
            raise UnreadableError
        return call(name, *map(self._of, arguments))

    def _of(self, text: str) -> Node:
        inner = _Formula(text, self.known, self.worths, self.inside | {""}, self.asked)
        node = inner._sum()
        if inner.at < len(text):
            raise UnreadableError
        return node

    def _term(self) -> Node:
        """A term up to the next sign; a bracket behind a word belongs to it."""
        since = self.at
        while self.at < len(self.text) and self.text[self.at] not in _OPERATORS and self.text[self.at] not in ")":
            if self.text[self.at] == "(":
                attached = _ATTACHED.match(self.text, self.at)
                if not attached:
                    raise UnreadableError
                self.at = attached.end()
                continue
            self.at += 1
        said = self.text[since : self.at]
        if said in self.worths and said not in self.inside:
            self.asked.add(said)
            worth = _Formula(self.worths[said], self.known, self.worths, self.inside | {said}, self.asked)
            return worth.read()
        node = operand(said, self.known)
        if node is None:
            raise UnreadableError
        return node

    def _sign(self) -> str:
        return _OPERATORS.get(self.text[self.at : self.at + 1], "")


def _ratio(node: Node) -> bool:
    return isinstance(node, Number) and node.suffix is Suffix.RATIO


def _closing(text: str, at: int) -> int:
    depth = 0
    for here in range(at, len(text)):
        depth += (text[here] == "(") - (text[here] == ")")
        if depth == 0:
            return here
    raise UnreadableError


def _added(nodes: list[Node]) -> Node:
    total = nodes[0]
    for node in nodes[1:]:
        total = infix(total, "+", node)
    return total


def _raised(node: Node, power: Node) -> Node:
    """A power of a whole number, or a root: the geometric mean of what it is taken of and ones."""
    most = 6
    times, parts = 0, 1
    if isinstance(power, Number) and power.suffix is Suffix.NONE:
        if power.value == power.value.to_integral_value():
            times = int(power.value)
        elif power.value * 2 == 1:
            times, parts = 1, 2
    elif isinstance(power, Infix) and power.operator == "/":
        ends = [one.value if isinstance(one, Number) else None for one in (power.left, power.right)]
        if all(one is not None and one == one.to_integral_value() for one in ends):
            times, parts = (int(one) for one in ends if one is not None)
    if not 0 < times <= most or not 0 < parts <= most or times > parts > 1:
        raise UnreadableError
    if parts == 1:
        total = node
        for _ in range(times - 1):
            total = infix(total, "*", node)
        return total
    return call("geomean", *[node] * times, *[number(Decimal(1))] * (parts - times))
