"""What may be added to what. A ratio (`4 %`) and percentage points (`4 %p`) are different units."""

from enum import StrEnum

from uigwe.formulas.problem import FormulaProblem
from uigwe.formulas.tree import Call, Infix, Negative, Node, Number, Past, Suffix, Years
from uigwe.values import is_percentage


class Kind(StrEnum):
    """What an expression yields: a plain number, a value in the indicator's unit, a pure ratio, percentage points."""

    NUMBER = "number"
    VALUE = "value"
    RATIO = "ratio"
    POINTS = "points"


_OF_SUFFIX = {Suffix.NONE: Kind.NUMBER, Suffix.RATIO: Kind.RATIO, Suffix.POINTS: Kind.POINTS}


def check_types(node: Node, source: str, unit: str) -> Kind:
    """The kind of the whole expression; raises `FormulaProblem` at the first part that does not fit."""
    kind = _kind(node, source, unit)
    if kind in (Kind.RATIO, Kind.POINTS) and not is_percentage(unit):
        raise FormulaProblem("not-a-value", source, node.start, node.end, kind=kind, unit=unit)
    return kind


def kind_of(node: Node, unit: str) -> Kind:
    """The kind of an expression that was checked before."""
    return _kind(node, "", unit)


def _kind(node: Node, source: str, unit: str) -> Kind:
    match node:
        case Number(suffix=suffix):
            return _OF_SUFFIX[suffix]
        case Past():
            return Kind.VALUE
        case Years():
            return Kind.VALUE
        case Negative(operand=operand):
            return _kind(operand, source, unit)
        case Call(name="cagr" | "growth"):
            return Kind.RATIO
        case Call(name="round" | "ceil" | "floor", arguments=arguments):
            return _kind(arguments[0], source, unit)
        case Call(arguments=arguments):
            kinds = [_kind(argument, source, unit) for argument in arguments]
            kind = kinds[0]
            for argument, other in zip(arguments[1:], kinds[1:], strict=True):
                kind = _added(kind, other, argument, source, unit)
            return kind
        case Infix(operator="+" | "-", left=left, right=right):
            return _added(_kind(left, source, unit), _kind(right, source, unit), right, source, unit)
        case Infix(operator=operator, left=left, right=right):
            one, two = _kind(left, source, unit), _kind(right, source, unit)
            if {one, two} == {Kind.POINTS, Kind.VALUE}:
                raise FormulaProblem("points-are-added", source, right.start, right.end)
            return _multiplied(operator, one, two)


def _added(left: Kind, right: Kind, node: Node, source: str, unit: str) -> Kind:
    kinds = {left, right}
    if len(kinds) == 1:
        return left
    if kinds == {Kind.NUMBER, Kind.VALUE}:
        return Kind.VALUE
    if kinds == {Kind.NUMBER, Kind.RATIO}:
        return Kind.RATIO
    if Kind.POINTS in kinds and Kind.RATIO not in kinds:
        if is_percentage(unit):
            return Kind.VALUE
        raise FormulaProblem("points-of-what", source, node.start, node.end, unit=unit)
    raise FormulaProblem("ratio-is-not-a-value", source, node.start, node.end, unit=unit)


def _multiplied(operator: str, left: Kind, right: Kind) -> Kind:
    if operator == "/" and left is right:
        return Kind.NUMBER
    for strong in (Kind.VALUE, Kind.POINTS):
        if left is strong or (right is strong and operator == "*"):
            return strong
    if left is Kind.RATIO and right is Kind.RATIO:
        return Kind.RATIO
    return Kind.NUMBER
