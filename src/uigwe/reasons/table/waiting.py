"""What waits while a reason is gone through: values with their particles, the name being read, what was announced."""

from collections.abc import Sequence
from dataclasses import replace

from uigwe.formulas.tree import Node
from uigwe.reasons.known import Known
from uigwe.reasons.table.idioms import Plain
from uigwe.reasons.table.taken import StuckError, Value
from uigwe.reasons.table.words import BESIDE_GROWTH, CALCULATING, GROWN
from uigwe.reasons.tokens import Token


class Waiting:
    """The tokens, where we are among them, and what waits."""

    def __init__(self, plain: Plain, tokens: Sequence[Token], known: Known) -> None:
        self.laid, self.tokens, self.known = plain.laid, tokens, known
        self.repeats, self.simple = plain.repeats, plain.simple
        self.waiting: list[Value] = []
        self.named: list[str] = []  # words that are names, for what bends
        self.label = ""
        self.fresh = False  # whether what waits on top may still get its particle
        self.prefix = ""  # a statistic said before what it is taken of
        self.trim = ""
        self.yearly = False
        self.annual = False
        self.glossed: list[tuple[int, int]] = []  # brackets that say how something was taken
        self.goes_on = False
        self.applied = False
        self.weighed = False
        self.rising = False  # the later weight is the heavier one
        self.deferred = False  # said to be applied before it was said to what
        self.weighing = False  # weights were announced
        self.moved = False  # a step was taken, not only a statistic
        self.against: Value | None = None  # the year that a printed rate is measured against
        self.settled = False
        self.steps = 0
        self.window: tuple[int, ...] = ()
        self.at = 0

    @property
    def top(self) -> Value | None:
        return self.waiting[-1] if self.waiting else None

    def push(self, value: Value) -> None:
        if self.settled:
            raise StuckError
        if value.part == "인":
            value = replace(value, part="")
        top = self.top
        if top is not None and top.kind in ("per_cent", "points", "amount") and not top.part and value.start >= top.end:
            # A printed figure of which nobody says what it is for.
            raise StuckError
        self.waiting.append(value)
        self.fresh, self.label, self.moved = not value.part, "", False

    def put(self, value: Value) -> None:
        """The value on top is now this one."""
        if value.part == "인":
            value = replace(value, part="")
        self.waiting[-1] = value
        self.fresh = not value.part

    def make(self, kind: str, node: Node, start: int, token: Token, part: str = "") -> None:
        self.steps += 1
        self.push(Value(kind, start, token.end, part, (node,), made=True))

    def hook(self, part: str) -> None:
        top = self.top
        if top is None:
            return
        self.waiting[-1], self.fresh = replace(top, part=part), False

    def pop(self) -> Value:
        if not self.waiting:
            raise StuckError
        return self.waiting.pop()

    def complete(self) -> bool:
        """Whether what waits can be all that was to be said."""
        return len(self.waiting) == 1 and self.waiting[0].kind == "level" and self.steps > 0 and not self.repeats

    def more_ahead(self) -> bool:
        """Whether anything that calculates follows."""
        return any(token.amount is not None or token.kind in CALCULATING for token in self.tokens[self.at + 1 :])

    def look(self, ahead: int = 1) -> Token | None:
        at = self.at + ahead
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def finish(self) -> None:
        if self.complete() and not self.weighing:
            self.settled = True

    def tokens_of(self, window: Value) -> str:
        return next((token.kind for token in self.tokens if token.start <= window.start < token.end), "")

    def before_growth(self) -> bool:
        """Whether it is the growth behind of which this is taken: `평균 증가율`, `가장 낮은 전년 대비 증가율`."""
        for ahead in range(1, 5):
            here = self.look(ahead)
            if here is None:
                return False
            if here.kind in GROWN:
                return True
            plain = here.kind == "other" and here.text in ("연간", "연도별", "연", "의", "매출")
            if here.kind not in BESIDE_GROWTH or (here.kind == "other" and not plain):
                return False
        return False
