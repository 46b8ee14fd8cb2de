"""The words of the basis language as immutable nodes. `start` and `end` are the span in the source."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Suffix(StrEnum):
    """What follows a number: nothing, `%` (a pure ratio) or `%p` (percentage points)."""

    NONE = ""
    RATIO = "%"
    POINTS = "%p"


@dataclass(frozen=True, slots=True)
class Span:
    """Where in the source a node stands; never part of what the node means."""

    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Number(Span):
    """A constant."""

    value: Decimal = Decimal(0)
    suffix: Suffix = Suffix.NONE


@dataclass(frozen=True, slots=True)
class Past(Span):
    """A known value of the indicator: `kind` is `last`, `actual` or `target`; `year` is None for `last`."""

    kind: str = "last"
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Years(Span):
    """Years as an argument: `2019, 2020..2022` is ((2019, 2019), (2020, 2022))."""

    spans: tuple[tuple[int, int], ...] = ()

    def listed(self) -> tuple[int, ...]:
        """Every year, in order as written."""
        return tuple(year for first, last in self.spans for year in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Call(Span):
    """A function of years or of expressions."""

    name: str = ""
    arguments: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Infix(Span):
    """`left operator right`."""

    operator: str = "+"
    left: "Node" = field(default_factory=Number)
    right: "Node" = field(default_factory=Number)


@dataclass(frozen=True, slots=True)
class Negative(Span):
    """`-operand`."""

    operand: "Node" = field(default_factory=Number)


Node = Number | Past | Years | Call | Infix | Negative


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    yield node
    match node:
        case Call(arguments=arguments):
            for argument in arguments:
                yield from walk(argument)
        case Infix(left=left, right=right):
            yield from walk(left)
            yield from walk(right)
        case Negative(operand=operand):
            yield from walk(operand)


def years_named(node: Node) -> tuple[int, ...]:
    """The years that an expression names itself (`last` names none), sorted."""
    found: set[int] = set()
    for part in walk(node):
        if isinstance(part, Years):
            found.update(part.listed())
        elif isinstance(part, Past) and part.year is not None:
            found.add(part.year)
    return tuple(sorted(found))
