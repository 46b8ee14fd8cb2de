"""What a reading has come to so far: the value with its alternatives, what waits to be joined, doubts and notes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Past, Suffix
from uigwe.reasons.build import call, infix, number, rooted, signed
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.tokens import Amount

MAX_ALTERNATIVES = 8
LAST = Past(kind="last")
HUNDRED = Decimal(100)
# Doubts that a starting point brings along.
_CARRIED = frozenset(
    ["window-differs", "growth-window", "own-rate", "named-chose", "result-differs", "scale", "no-start", "of-others"]
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to read the sentence so far, with the notes that this way needs."""

    node: Node
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class Folded:
    """What the pieces add up to."""

    alternatives: list[Alternative] = field(default_factory=list)
    results: list[Amount] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)
    doubts: list[Note] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    quoted: dict[int, Amount] = field(default_factory=dict)
    proof_needed: bool = False
    worked: bool = False
    unsaid: bool = False
    rounded: bool = False
    second: "Folded | None" = None
    kept: bool = False
    asides: list[str] = field(default_factory=list)
    lost: list[Note] = field(default_factory=list)
    start: int = -1
    end: int = -1


class State:
    """The reading so far, and the small things that all steps need."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.out = Folded()
        self.acc: list[Alternative] = []
        self.left: list[Alternative] = []  # the left side of a sum whose right side is still being read
        self.left_sign = 1
        self.waiting: list[list[Alternative]] = []
        self.link = ""
        self.op = ""
        self.delta: Piece | None = None
        self.rate: Piece | None = None
        self.held: Piece | None = None
        self.yearly = False
        self.base_year = known.year - 1
        self.chosen = False  # whether the value so far is the larger or smaller of several
        self.inside = False  # whether this is the inside of a bracket
        self.delta_notes: tuple[Note, ...] = ()
        self.changed_in = ""  # the unit of the first change
        self.bounded = False  # whether a limit follows a start with which nothing was done
        self.verb_end = -9  # where the verb before ends
        self.fractioned: tuple[Piece, list[Alternative]] | None = None  # a part just taken, and of what
        self.broken = False  # whether a comma followed what was worked out
        self.implied = False  # whether last year's result was taken as a start that nobody named
        self.plain_start = (
            True  # whether the start is the result of one year, from which the years since can be counted
        )
        self.years: tuple[int, ...] = ()
        self.elsewhere = False
        self.pending_constant: Piece | None = None
        self.times_piece: Piece | None = None
        self.product_rate: Amount | None = None
        self.product_base: list[Alternative] = []

    def used(self, piece: Piece) -> None:
        self.out.start = piece.start if self.out.start < 0 else min(self.out.start, piece.start)
        self.out.end = max(self.out.end, piece.end)

    def doubt(self, id: str, **facts: str) -> None:
        note = Note(id, facts)
        if note not in self.out.doubts:
            self.out.doubts.append(note)

    def start_with(self, alternatives: list[Alternative], link: str) -> None:
        self.collapse()
        self.acc, self.link = alternatives, link

    def collapse(self) -> None:
        """Close an open sum: `a + b × c` becomes one value."""
        if self.left:
            left, sign = self.left, self.left_sign
            self.left = []
            self.acc = self.both(left, self.acc, lambda one, other: signed(one, sign, other))

    def both(
        self, ones: list[Alternative], others: list[Alternative], join: Callable[[Node, Node], Node]
    ) -> list[Alternative]:
        return [Alternative(join(one.node, other.node), one.notes + other.notes) for one in ones for other in others][
            :MAX_ALTERNATIVES
        ]

    def each(self, change: Callable[[Node], Node]) -> None:
        self.collapse()
        self.acc = [replace(one, node=change(one.node)) for one in self.acc]
        self.out.worked = True

    def base(self, piece: Piece) -> list[Alternative]:
        """The value that a piece stands for: the table's when it agrees with the amount named, else the amount named."""
        notes = tuple(piece.notes)
        if piece.named is not None and len(piece.nodes) > 1 and self.named_one_of(piece):
            # The amount named says which window is meant.
            notes = tuple(note for note in notes if note.id != "growth-window")
        for note in notes:
            if note.id in _CARRIED and not (piece.rate and piece.named):
                self.doubt(note.id, **note.facts)
        self.used(piece)
        nodes = [Alternative(node, notes) for node in piece.nodes]
        if piece.named is None:
            return nodes
        named = piece.named
        if piece.rate:
            return [Alternative(number(named.number, Suffix.RATIO), notes)]
        if named.unit == "%p" and "GROWN" in piece.flags and len(nodes) > 1 and not self.named_one_of(piece):
            # `평균 상승폭(2.5%p)만큼`: the amount printed, over whichever years.
            self.out.doubts = [note for note in self.out.doubts if note.id != "growth-window"]
            return [Alternative(number(named.number, Suffix.POINTS))]
        if named.unit == "%" and self.known.unit and not self.known.percent:
            # `전년 승인율(75%)`: a share, and no result of what is counted.
            self.doubt("unused", text=str(named.number))
        values = self.known.amounts(named)
        for value in values:
            for one in nodes:
                exact = isinstance(one.node, Past)
                worth = self.known.value(one.node)
                exact = exact or ("apposed" in piece.flags and len(nodes) == 1)
                if worth is not None and (worth == value if exact else agrees(worth, value, named.decimals)):
                    if (len(nodes) > 1 and not self.named_one_of(piece)) or any(
                        note.id == "window-differs" for note in notes
                    ):
                        self.doubt("named-chose", number=str(named.number))
                    if rooted(one.node) and worth != value:
                        # A root is counted with as it is printed.
                        self.doubt("named-rounded", number=str(named.number))
                        return [Alternative(number(value), (*notes, Note("named", {"number": str(named.number)})))]
                    return [replace(one, notes=(*notes, Note("named-agrees", {"number": str(named.number)})))]
        worths = [worth for worth in (self.known.value(one.node) for one in nodes) if worth is not None]
        if self.known.percent and named.unit == "%" and any(worth + named.number == HUNDRED for worth in worths):
            # `전년 미이행 28.9%`: what is missing to a hundred.
            self.doubt("unused", text=str(named.number))
        if "benchmark" not in piece.flags and any(self.known.value(one.node) is not None for one in nodes):
            if "named-result" in piece.flags:
                self.doubt("result-differs", number=str(named.number))
                self.out.results.append(named)
                return nodes
            rounds = any(
                worth is not None and agrees(worth, value, named.decimals)
                for worth in (self.known.value(one.node) for one in nodes)
                for value in values
            )
            self.doubt("named-rounded" if rounds else "named-differs", number=str(named.number))
        return [Alternative(number(values[0]), (*notes, Note("named", {"number": str(named.number)})))]

    def named_one_of(self, piece: Piece) -> bool:
        """Whether the amount named is what exactly one of the expressions yields."""
        if piece.named is None:
            return False
        values = [self.known.value(node) for node in piece.nodes]
        printed, decimals = self.known.amounts(piece.named), piece.named.decimals
        return sum(any(agrees(value, one, decimals) for one in printed) for value in values if value is not None) == 1

    def constant(self, amount: Amount) -> list[Alternative]:
        if self.known.scale_unclear(amount):
            self.doubt("scale", number=str(amount.number))
        return [Alternative(number(self.known.amounts(amount)[0]))]

    def factor(self, amount: Amount) -> list[Alternative]:
        """A number to multiply with: an amount in a unit of money counts in that unit (억원당 × 억원)."""
        own = self.known.unit and (amount.unit == self.known.unit or self.known.unit.startswith(("천", "만", "백만")))
        if own and amount.scale:
            return [Alternative(number(self.known.amounts(amount)[0]))]
        if amount.scale and not amount.unit.startswith(("천", "만", "백만", "억", "조")):
            return [Alternative(number(amount.scaled))]
        return [Alternative(number(amount.number))]

    def adopt(self) -> None:
        """The loose amount just read is what the calculation starts from."""
        piece = self.pending_constant
        if piece is not None and piece.amount is not None and piece in self.out.loose:
            self.out.loose.remove(piece)
            self.used(piece)
            self.start_with(self.constant(piece.amount), piece.link)
            self.pending_constant = None

    def imply_last(self) -> None:
        """No start is named: last year's result. What grows every year says so; else it is a doubt."""
        self.doubt("implied-last" if self.yearly else "no-start")
        self.start_with([Alternative(LAST)], "")

    def direction(self, piece: Piece) -> int:
        if piece.sign:
            return piece.sign
        if self.known.downward is None:
            self.doubt("direction")
            return 1
        return -1 if self.known.downward else 1

    def hold(self, piece: Piece) -> None:
        self.used(piece)
        if self.rate is not None and self.rate.link in ("과", "와", "및", "·"):
            self.doubt("two-bases")
        self.rate = piece

    def join(self, how: str) -> None:
        self.collapse()
        parts = [*self.waiting, self.acc]
        self.waiting = []
        joined: list[Alternative] = [Alternative(call("sum"), ())]
        nodes = [part[0] for part in parts if part]
        notes = tuple(note for one in nodes for note in one.notes)
        if how == "sum":
            total = nodes[0].node
            for one in nodes[1:]:
                total = signed(total, 1, one.node)
        elif how == "product":
            total = nodes[0].node
            for one in nodes[1:]:
                total = infix(total, "*", one.node)
        else:
            total = call(how, *[one.node for one in nodes])
        joined = [Alternative(total, notes)]
        self.acc = joined
        self.out.worked = how in ("sum", "product")
