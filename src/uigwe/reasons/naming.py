"""A starting point and the amount that the text names for it: `평균(81.7점)`, `실적 846건`, `지급률인 88%`."""

from dataclasses import dataclass

from uigwe.formulas.tree import Call, Node
from uigwe.reasons.build import growth_of, over_years, years_in
from uigwe.reasons.cursor import STATISTICS, Cursor
from uigwe.reasons.piece import NAME_STOPS, RESULT_LINKS, Piece, hung
from uigwe.reasons.reading import Note
from uigwe.reasons.tokens import Amount, Token

# Words that may stand between a starting point and its name.
_AROUND_NAME = frozenset(
    ["other", "ACTUAL", "APPROX", "blank", "CUMUL", "DATE", "SAID", "TARGET", "BOUND", "RATE", "TOTALOF"]
)
# What in a bracket of words is no mere remark.
_SPEAKING = STATISTICS | {"ROUND", "ONGOAL", "UPGOAL"}


@dataclass(slots=True)
class _Start:
    """A starting point while its name is looked for."""

    nodes: tuple[Node, ...]
    notes: tuple[Note, ...]
    flags: frozenset[str]
    rate: bool
    link: str
    stop: int
    named: Amount | None = None


class Namer(Cursor):
    """Finds the amount that names a starting point."""

    def operand(
        self, end: int, start: int, nodes: tuple[Node, ...], notes: tuple[Note, ...], *,
        rate: bool = False, flags: frozenset[str] = frozenset(), link: str | None = None,
    ) -> None:  # fmt: skip
        """Add the starting point that ends at token `end`, with its name when one follows."""
        token = self.tokens[end]
        self.at = end + 1
        found = _Start(nodes, notes, flags, rate, token.tail if link is None else link, token.end)
        while found.named is None and (found.link not in NAME_STOPS or self.opens() or self.narrows()):
            here = self.peek()
            if here is not None and here.kind == "WITHOUT" and self.narrow(found, here):
                continue
            if here is None or not (
                self.name_in_bracket(found) if here.kind == "open" else self.name_here(found, here)
            ):
                break
        if found.link in RESULT_LINKS and found.named and "past" not in flags:
            found.flags = found.flags | {"named-result"}
        self.found.append(
            Piece(
                "operand", start, found.stop, found.link, found.nodes,
                named=found.named, notes=found.notes, rate=rate, flags=found.flags, text=token.text,
            )
        )  # fmt: skip

    def name_in_bracket(self, found: _Start) -> bool:
        """Look into the bracket here; whether to go on behind it."""
        inner = self.inside(self.at)
        amounts = [one for one in inner if one.kind == "number"]
        spans = [one for one in inner if one.kind in ("range", "list")]
        if any(one.kind == "op" for one in inner):
            return False
        if len(amounts) == 1 and inner[0].kind == "GEOMEAN" and "MEAN" in found.flags:
            found.nodes = tuple(_renamed(node) for node in found.nodes)
        if len(amounts) == 1 and found.rate and amounts[0].unit not in ("%", "%p"):
            return False
        if len(amounts) == 1 and amounts[0].unit != "배" and not self.changes_inside(inner):
            found.named = amounts[0].amount
            found.link = self.skip_bracket() or found.link
            found.stop = self.tokens[self.at - 1].end
            return True
        if amounts:
            return False
        if [one.kind for one in inner] == ["CAGR"] and "CAGR" in found.flags:
            found.link = self.skip_bracket() or found.link
            return True
        if spans and "statistic" in found.flags:
            self.rewindow(found, spans[0])
        elif any(one.kind in _SPEAKING for one in inner):
            return False
        found.link = self.skip_bracket() or found.link
        return True

    def name_here(self, found: _Start, here: Token) -> bool:
        """Take the name, or a word on the way to it; whether to go on."""
        grown = here.unit == "%p" and "GROWN" in found.flags and found.link == "인"
        if here.kind == "number" and (grown or self.can_name(self.at, rate=found.rate)):
            found.named, found.link, found.stop = here.amount, here.tail, here.end
            found.flags = found.flags | {"apposed"}
            self.at += 1
            return True
        if here.kind in _AROUND_NAME and self.name_ahead(self.at):
            found.link = hung(here)
            self.at += 1
            return not (here.kind == "other" and found.link in NAME_STOPS)
        return False

    def narrow(self, found: _Start, token: Token) -> bool:
        """`최근 5년 평균(’20년 제외)`: the statistic without these years."""
        name = next((flag for flag in found.flags if flag in STATISTICS), "")
        window = next((part.listed() for node in found.nodes for part in years_in(node)), ())
        if not name or not set(token.years) & set(window):
            return False
        rest = tuple(year for year in window if year not in token.years)
        found.nodes, more = over_years(name, rest, trim="", known=self.known)
        found.notes, found.stop, found.link = found.notes + more, token.end, token.tail
        self.at += 1
        return bool(found.nodes)

    def rewindow(self, found: _Start, token: Token) -> None:
        """`평균(’20~’22)`: the years stand behind the statistic."""
        name = next((flag for flag in found.flags if flag in STATISTICS), "MEAN")
        if found.rate and name == "MEAN":
            fresh, more = growth_of(token.years, self.known, yearly=self.known.has(min(token.years, default=0) - 1))
            found.notes = ()
        else:
            fresh, more = over_years(name, token.years, trim="", known=self.known)
        if name == "GROWN" or not fresh:
            return
        old = next((part.listed() for node in found.nodes for part in years_in(node)), ())
        spare: tuple[Node, ...] = ()
        if old and len(old) != len(token.years):
            found.notes += (Note("window-differs", {"said": str(len(old)), "listed": str(len(token.years))}),)
            spare = found.nodes
        found.nodes, found.notes = fresh + spare, found.notes + more

    def narrows(self) -> bool:
        here = self.peek()
        return here is not None and here.kind == "WITHOUT"

    def opens(self) -> bool:
        here = self.peek()
        return here is not None and here.kind == "open"

    def name_ahead(self, at: int) -> bool:
        """Whether an amount that can be a name follows within a few words."""
        for index in range(at, min(at + 6, len(self.tokens))):
            here = self.tokens[index]
            if here.kind == "number":
                return self.can_name(index)
            if here.kind == "open":
                inner = self.inside(index)
                return sum(one.kind == "number" for one in inner) == 1 and all(
                    one.kind in ("number", "other", "APPROX") for one in inner
                )
            link = hung(here)
            if (
                here.kind
                not in (
                    "other",
                    "ACTUAL",
                    "APPROX",
                    "blank",
                    "CUMUL",
                    "DATE",
                    "SAID",
                    "TARGET",
                    "BOUND",
                    "RATE",
                )
                or link in NAME_STOPS
            ):
                return False
        return False

    def can_name(self, at: int, *, rate: bool = False) -> bool:
        token = self.tokens[at]
        if token.unit in ("%p", "배") or token.amount is None:
            return False
        if rate:
            return token.unit == "%"
        if token.tail == "당" or self.changes(at):
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is not None and after.kind == "EVENLY":
            return False
        if after is not None and after.kind in ("op",) and after.text in ("×", "*", "x", "X"):
            return bool(token.unit) and token.unit == self.known.unit
        return not (token.unit == "%" and self.known.unit not in ("", "%", "%p"))


def _renamed(node: Node) -> Node:
    """The geometric mean where the words only said mean."""
    return Call(name="geomean", arguments=node.arguments) if isinstance(node, Call) and node.name == "mean" else node
