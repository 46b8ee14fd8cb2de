"""An expression back as text, in one spelling: reading what was written gives the same tree."""

from uigwe.formulas.tree import Call, Infix, Negative, Node, Number, Past, Years
from uigwe.values import plain

_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


def written(node: Node) -> str:
    """The expression in its one spelling, with only the brackets that are needed."""
    match node:
        case Number(value=value, suffix=suffix):
            text = f"{value:f}"
            return f"{text} {suffix}" if suffix else text
        case Past(kind="last"):
            return "last"
        case Past(kind=kind, year=year):
            return f"{kind}({year})"
        case Years(spans=spans):
            return ", ".join(str(a) if a == b else f"{a}..{b}" for a, b in spans)
        case Negative(operand=operand):
            inner = written(operand)
            return f"-({inner})" if isinstance(operand, Infix | Negative) else f"-{inner}"
        case Call(name=name, arguments=arguments):
            if name in ("round", "ceil", "floor") and len(arguments) == 2 and isinstance(arguments[1], Number):
                return f"{name}({written(arguments[0])}, {plain(arguments[1].value)})"
            first, *others = arguments
            # In brackets a number is a number; bare, 2020 would be read as a year.
            head = f"({written(first)})" if _looks_like_year(first) else written(first)
            return f"{name}({', '.join([head, *map(written, others)])})"
        case Infix(operator=operator, left=left, right=right):
            one = _wrapped(left, _RANK[operator])
            other = _wrapped(right, _RANK[operator] + 1)
            return f"{one} {operator} {other}"


def _looks_like_year(node: Node) -> bool:
    return isinstance(node, Number) and not node.suffix and f"{node.value:f}".isdigit() and node.value >= 1000


def _wrapped(node: Node, rank: int) -> str:
    text = written(node)
    return f"({text})" if isinstance(node, Infix) and _RANK[node.operator] < rank else text
