"""A standard deviation with its multiple (`2σ`, `표준편차의 30%`) and what it divides by (`표본표준편차`, `n-1`, STDEV.P)."""

from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number, Suffix
from uigwe.reasons.build import years_node
from uigwe.reasons.cursor import WINDOWS
from uigwe.reasons.naming import Namer
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reading import Note
from uigwe.reasons.tokens import Token

_SAMPLE = pattern_of(r"표본|불편|n-1|N-1|STDEV\.?S|stdev\.?s|STDEV(?!\.?P)")
_WHOLE = pattern_of(r"분모(?:는|가)?(?:\d+|n)(?!-)|(?<!-1)n으로나|모집단|모표준|STDEV\.?P|stdev\.?p")
KIND_OF_SPREAD = pattern_of(f"{_SAMPLE.pattern}|{_WHOLE.pattern}")


@dataclass(slots=True)
class _Spread:
    """A standard deviation while its multiple is looked for: where it begins and ends, and how it hangs on what follows."""

    node: Node
    start: int
    stop: int
    link: str

    def times(self, factor: Decimal, suffix: Suffix = Suffix.NONE) -> None:
        if factor != 1 or suffix:
            self.node = Infix(operator="*", left=Number(value=factor, suffix=suffix), right=self.node)


class Spread(Namer):
    """Finds the years of a standard deviation, its kind and its multiple."""

    window: tuple[int, ...] = ()

    def years_of(self, token: Token) -> tuple[int, ...]:
        if token.kind == "span":
            return tuple(range(self.known.year - token.count, self.known.year)) if 1 <= token.count <= 30 else ()
        return token.years

    def window_behind(self) -> tuple[int, ...]:
        """The years in the next bracket behind a statistic, a few words on at most."""
        for index in range(self.at + 1, min(self.at + 6, len(self.tokens))):
            here = self.tokens[index]
            if here.kind == "open":
                inner = self.inside(index)
                return next((self.years_of(token) for token in inner if token.kind in WINDOWS), ())
            if here.kind not in ("ACTUAL", "other", "SAID", "UP", "DOWN", "blank", "COMPARE"):
                return ()
        return ()

    def on_SD(self, token: Token, start: int = -1) -> None:
        """A standard deviation of the years named, or else the amount that the text names for it."""
        window = self.window or self.window_behind()
        if not window:
            before = len(self.found)
            self.operand(self.at, token.start, (), (), flags=frozenset(["SD"]))
            piece = self.found[before]
            if piece.named is None:
                self.lose(before, Note("no-window", {"word": token.text}))
            return
        behind = self.behind_kind(self.at)
        said = token.text + "".join(one.text for one in self.tokens[self.at + 1 : behind])
        said += self.kind_beside()
        sample = bool(_SAMPLE.search(said)) and not _WHOLE.search(said)
        node: Node = Call(name="ssd" if sample else "sd", arguments=(years_node(window),))
        last = min(behind, len(self.tokens)) - 1
        link = self.tokens[last].tail or token.tail
        found = _Spread(node, token.start if start < 0 else start, last, link)
        if not self.multiple_before(found, token):
            self.multiple_behind(found)
        self.operand(found.stop, found.start, (found.node,), (), flags=frozenset(["SD"]), link=found.link)

    def behind_kind(self, at: int) -> int:
        """Where the bracket ends that says which deviation it is: `(STDEV.S)`, `(n-1 기준)`; else right behind the word."""
        after = self.look(at + 1)
        if after is None or after.kind != "open":
            return at + 1
        inner = self.inside(at + 1)
        text = "".join(one.text for one in inner)
        return at + len(inner) + 3 if _SAMPLE.search(text) or _WHOLE.search(text) or text == "σ" else at + 1

    def kind_beside(self) -> str:
        """What a bracket elsewhere in the reason says of it: `표준편차×1.5 (표본기준)`."""
        for index, token in enumerate(self.tokens):
            if token.kind == "open":
                inner = self.inside(index)
                text = "".join(one.text for one in inner)
                if len(inner) <= 4 and KIND_OF_SPREAD.search(text):
                    return text
        return ""

    def multiple_before(self, found: _Spread, token: Token) -> bool:
        """`2σ`, `0.5 × 표준편차`."""
        last = self.last()
        if last is None:
            return False
        if last.kind == "amount" and last.amount and not last.amount.unit and last.end == token.start:
            found.times(last.amount.number)
            found.start = last.start
            self.found.pop()
            return True
        multiple = self.found[-2] if len(self.found) > 1 else None
        joined = (last.kind, last.label) == ("op", "*") and multiple is not None and multiple.kind == "amount"
        if not joined or multiple is None or not multiple.amount or multiple.amount.unit:
            return False
        found.times(multiple.amount.number)
        found.start = multiple.start
        del self.found[-2:]
        return True

    def multiple_behind(self, found: _Spread) -> None:
        """`표준편차의 0.5배`, `표준편차의 1/2`, `표준편차의 30%`, `표준편차 1배`."""
        after = self.look(found.stop + 1)
        if after is None or found.link not in ("의", "에", ""):
            return
        if after.kind == "fraction" and after.years and found.link:
            found.node = Infix(operator="/", left=found.node, right=Number(value=Decimal(after.years[1])))
            found.times(Decimal(after.years[0]))
        elif (after.kind == "times" and after.amount) or (
            after.kind == "number" and after.amount and found.link and after.unit in ("배", "")
        ):
            found.times(after.amount.number)
        elif after.kind == "number" and after.amount and found.link == "의" and after.unit == "%":
            found.times(after.amount.number, Suffix.RATIO)
        else:
            return
        found.stop, found.link = found.stop + 1, after.tail

    def lose(self, index: int, note: Note) -> None:
        """What was found there cannot be worked out."""
        self.found[index] = replace(self.found[index], kind="lost", notes=(note,))
