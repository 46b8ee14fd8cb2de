"""Read the basis language (`docs/basis.md`): text → typed tree. Bounded, and never anything but this grammar."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from uigwe.formulas.problem import FormulaProblem
from uigwe.formulas.tree import Call, Infix, Negative, Node, Number, Past, Suffix, Years, walk
from uigwe.formulas.types import check_types

MAX_LENGTH = 1_000
MAX_NODES = 200
MAX_DEPTH = 30
MAX_DIGITS = 38
MAX_YEARS = 100

OF_YEARS = ("cagr", "growth", "trend", "slope")
OF_EITHER = ("mean", "geomean", "hmean", "median", "sum", "min", "max", "sd", "ssd")
ROUNDING = ("round", "ceil", "floor")
FUNCTIONS = (*OF_EITHER, *OF_YEARS, *ROUNDING)

_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<number>\d{1,3}(?:,\d{3})+(?![\d,])(?:\.(?!\.)\d+)?|\d+(?:\.(?!\.)\d+)?)"
    r"|(?P<dots>\.\.)|(?P<percent>%p|%)|(?P<name>[A-Za-z_]+)|(?P<sign>[-+*/(),])",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def read_basis(source: str, unit: str = "") -> Node:
    """The tree of an expression for an indicator in `unit`.

    Raises `FormulaProblem` with the span when it cannot be read, is too large, or adds what does not add (`last + 4 %`).
    """
    if len(source) > MAX_LENGTH:
        raise FormulaProblem("too-long", source, MAX_LENGTH, len(source), limit=str(MAX_LENGTH))
    return _read(source, unit)


@lru_cache(maxsize=1_024)
def _read(source: str, unit: str) -> Node:
    """A reason is weighed by many readings, and most of them come to a few expressions; a tree never changes."""
    tokens = list(_tokens(source))
    node = _Reader(source, tokens).whole()
    if sum(1 for _ in walk(node)) > MAX_NODES:
        raise FormulaProblem("too-many-parts", source, 0, len(source), limit=str(MAX_NODES))
    check_types(node, source, unit)
    return node


def _tokens(source: str) -> Iterator[_Token]:
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if not match:
            raise FormulaProblem("unknown-sign", source, at, at + 1, sign=source[at])
        kind = match.lastgroup or ""
        if kind == "number" and len(re.sub(r"[,.]", "", match[0])) > MAX_DIGITS:
            raise FormulaProblem("too-many-digits", source, at, match.end(), limit=str(MAX_DIGITS))
        if kind != "space":
            yield _Token(kind, match[0], at, match.end())
        at = match.end()


class _Reader:
    """Precedence climbing over the tokens: sums of products of signed atoms."""

    def __init__(self, source: str, tokens: list[_Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def whole(self) -> Node:
        if not self.tokens:
            raise FormulaProblem("empty", self.source, 0, len(self.source))
        node = self.sum()
        extra = self.peek()
        if extra:
            raise FormulaProblem("left-over", self.source, extra.start, extra.end, text=extra.text)
        return node

    def sum(self) -> Node:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            here = self.peek()
            raise FormulaProblem(
                "too-deep", self.source, here.start if here else 0, len(self.source), limit=str(MAX_DEPTH)
            )
        node = self.product()
        while token := self.take_sign("+", "-"):
            right = self.product()
            node = Infix(node.start, right.end, token.text, node, right)
        self.depth -= 1
        return node

    def product(self) -> Node:
        node = self.signed()
        while token := self.take_sign("*", "/"):
            right = self.signed()
            node = Infix(node.start, right.end, token.text, node, right)
        return node

    def signed(self) -> Node:
        minus = self.take_sign("-")
        if not minus:
            return self.atom()
        operand = self.atom()
        return Negative(minus.start, operand.end, operand)

    def atom(self) -> Node:
        token = self.peek()
        if token is None:
            raise FormulaProblem("ends-too-soon", self.source, len(self.source), len(self.source))
        if token.kind == "number":
            return self.number()
        if token.kind == "name":
            return self.named()
        if self.take_sign("("):
            node = self.sum()
            self.expect(")")
            return node
        raise FormulaProblem("unexpected", self.source, token.start, token.end, text=token.text)

    def number(self) -> Number:
        token = self.next()
        value = Decimal(token.text.replace(",", ""))
        suffix = self.peek()
        if suffix and suffix.kind == "percent":
            self.at += 1
            return Number(token.start, suffix.end, value, Suffix(suffix.text))
        return Number(token.start, token.end, value)

    def named(self) -> Node:
        token = self.next()
        if token.text == "last":
            return Past(token.start, token.end)
        if token.text in ("actual", "target"):
            self.expect("(")
            year = self.year()
            close = self.expect(")")
            return Past(token.start, close.end, token.text, year)
        if token.text not in FUNCTIONS:
            raise FormulaProblem(
                "unknown-word", self.source, token.start, token.end, word=token.text, near=_nearest(token.text)
            )
        self.expect("(")
        if token.text in ROUNDING:
            arguments: tuple[Node, ...] = self.rounding()
        elif token.text in OF_YEARS or self.stands_year():
            arguments = (self.years(single=token.text in OF_YEARS),)
        else:
            arguments = self.arguments()
        close = self.expect(")")
        return Call(token.start, close.end, token.text, arguments)

    def rounding(self) -> tuple[Node, ...]:
        inner = self.sum()
        if not self.take_sign(","):
            return (inner,)
        minus = self.take_sign("-")
        places = self.next()
        if places.kind != "number" or not places.text.isdigit() or int(places.text) > 12:
            raise FormulaProblem("bad-places", self.source, places.start, places.end, text=places.text)
        value = Decimal(places.text)
        return inner, Number(places.start, places.end, -value if minus else value)

    def arguments(self) -> tuple[Node, ...]:
        found = [self.sum()]
        while self.take_sign(","):
            found.append(self.sum())
        return tuple(found)

    def stands_year(self) -> bool:
        """Whether years follow. A number that looks like a year is one only where nothing is done with it: `2020 + 1` is a sum."""
        here, after = self.peek(), self.tokens[self.at + 1 : self.at + 2]
        if here is None or here.kind != "number" or not _is_year(here.text):
            return False
        return not after or after[0].kind in ("dots", "number", "name") or after[0].text in (",", ")")

    def years(self, *, single: bool) -> Years:
        spans = [self.span()]
        while self.take_sign(","):
            spans.append(self.span())
        start, end = self.tokens[self.at - 1].start, self.tokens[self.at - 1].end
        if single and (len(spans) != 1 or spans[0][0] == spans[0][1]):
            raise FormulaProblem("needs-a-span", self.source, start, end)
        node = Years(start, end, tuple(spans))
        if len(node.listed()) > MAX_YEARS:
            raise FormulaProblem("too-many-years", self.source, start, end, limit=str(MAX_YEARS))
        return node

    def span(self) -> tuple[int, int]:
        first = self.year()
        token = self.peek()
        if not token or token.kind != "dots":
            return first, first
        self.at += 1
        last = self.year()
        if last < first or last - first > MAX_YEARS:
            raise FormulaProblem("years-run-backwards", self.source, token.start, token.end)
        return first, last

    def year(self) -> int:
        token = self.next()
        if token.kind != "number" or not _is_year(token.text):
            raise FormulaProblem("not-a-year", self.source, token.start, token.end, text=token.text)
        return int(token.text)

    def peek(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next(self) -> _Token:
        token = self.peek()
        if token is None:
            raise FormulaProblem("ends-too-soon", self.source, len(self.source), len(self.source))
        self.at += 1
        return token

    def take_sign(self, *signs: str) -> _Token | None:
        token = self.peek()
        if token and token.kind == "sign" and token.text in signs:
            self.at += 1
            return token
        return None

    def expect(self, sign: str) -> _Token:
        token = self.take_sign(sign)
        if token:
            return token
        found = self.peek()
        start, end = (found.start, found.end) if found else (len(self.source), len(self.source))
        raise FormulaProblem("missing", self.source, start, end, sign=sign)


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and 1950 <= int(text) <= 2099


def _nearest(word: str) -> str:
    known = ("last", "actual", "target", *FUNCTIONS)
    shared = sorted(known, key=lambda name: (-len(set(name) & set(word.lower())), abs(len(name) - len(word))))
    return shared[0]
