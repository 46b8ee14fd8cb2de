"""A basis in words: `mean(2020..2022) * (100 % + 3 %)` as a sentence in Korean or English."""

from uigwe.formulas import FormulaProblem, Node, read_basis
from uigwe.formulas.tree import Call, Infix, Negative, Number, Past, Suffix, Years
from uigwe.texts.pages import sentences
from uigwe.texts.particles import fill


def in_words(basis: str, unit: str = "", language: str = "ko") -> str:
    """The basis as a person would say it; the expression itself when it cannot be read for the unit.

    Without a unit, points are taken to belong to an indicator in per cent.
    """
    for possible in (unit,) if unit else ("", "%"):
        try:
            return _Speaker(language).say(read_basis(basis, possible))
        except FormulaProblem:
            continue
    return basis


class _Speaker:
    def __init__(self, language: str) -> None:
        self.words = sentences("expressions", language)

    def fill(self, key: str, **facts: str) -> str:
        return fill(self.words[key]["what"], facts)

    def say(self, node: Node) -> str:
        match node:
            case Number(value=value, suffix=suffix):
                return f"{value:f}{suffix}"
            case Past(kind="last"):
                return self.fill("last")
            case Past(kind=kind, year=year):
                return self.fill(kind, year=str(year))
            case Years(spans=spans):
                return ", ".join(str(a) if a == b else self.fill("span", first=str(a), last=str(b)) for a, b in spans)
            case Negative(operand=operand):
                return f"-{self.say(operand)}"
            case Call(name=name, arguments=arguments):
                return self.call(name, arguments)
            case Infix():
                return self.infix(node)

    def call(self, name: str, arguments: tuple[Node, ...]) -> str:
        if name in ("round", "ceil", "floor"):
            places = arguments[1] if len(arguments) == 2 else None
            decimals = int(places.value) if isinstance(places, Number) else 0
            how = "places" if decimals > 0 else "whole" if decimals == 0 else "tens"
            size = str(decimals) if decimals > 0 else f"{10**-decimals:,}"
            return self.fill(f"{name}-{how}", value=self.say(arguments[0]), places=size)
        if len(arguments) == 1 and isinstance(arguments[0], Years):
            return self.fill(f"{name}-of-years", years=self.say(arguments[0]))
        return self.fill(f"{name}-of-values", values=", ".join(self.say(argument) for argument in arguments))

    def infix(self, node: Infix) -> str:
        left, right = node.left, node.right
        if node.operator == "*" and isinstance(right, Infix) and _whole(right.left):
            key = "more" if right.operator == "+" else "less"
            return self.fill(key, value=self.say(left), rate=self.say(right.right))
        if node.operator == "*" and isinstance(right, Number) and right.suffix is Suffix.RATIO:
            return self.fill("share", value=self.say(left), rate=self.say(right))
        if node.operator in "+-":
            return self.fill("plus" if node.operator == "+" else "minus", value=self.say(left), other=self.say(right))
        one = f"({self.say(left)})" if isinstance(left, Infix) and left.operator in "+-" else self.say(left)
        other = f"({self.say(right)})" if isinstance(right, Infix) else self.say(right)
        return f"{one} {'×' if node.operator == '*' else '÷'} {other}"


def _whole(node: Node) -> bool:
    return isinstance(node, Number) and node.suffix is Suffix.RATIO and node.value == 100
