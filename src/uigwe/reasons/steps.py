"""The steps that a reason takes from its starting point: so much more, so many per cent of it, at such a rate."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.piece import Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.state import HUNDRED, LAST, Alternative, State
from uigwe.reasons.tokens import Amount

_COMPARED = ("대비", "보다", "보다는", "보다도", "에서", "에서는", "에", "에다", "에다가", "에는", "")


class Steps(State):
    """Applies a change to the value so far."""

    def change(self, amount: Amount, sign: int, verb: Piece, *, yearly: bool = False) -> None:
        self.collapse()
        if self.delta_notes:
            self.out.doubts += [note for note in self.delta_notes if note not in self.out.doubts]
        if self.broken and amount.unit in ("%", "%p"):
            # `5% 상향, 3% 상향`: one after the other, or each of something else?
            self.doubt("second-statement")
        if self.link in ("은", "는") and not self.out.worked:
            self.doubt("statement")
        if yearly and amount.unit != "%" and not self.plain_start:
            # Every year, since when? A mean of years does not say.
            self.doubt("unused", text=str(amount.number))
        if amount.unit == "%" and amount.number > HUNDRED and sign > 0 and verb.label != "plain":
            self.over_hundred(amount)
        elif amount.unit == "%":
            self.relative(amount, sign)
            if yearly:
                self.again(amount, sign)
        elif amount.unit == "%p":
            times = max(1, self.known.year - self.base_year) if yearly else 1
            points: Node = number(amount.number, Suffix.POINTS)
            self.each(
                lambda node: signed(node, sign, infix(points, "*", number(Decimal(times))) if times > 1 else points)
            )
        else:
            self.absolute(amount, sign, yearly=yearly)

    def relative(self, amount: Amount, sign: int) -> None:
        rate = number(amount.number, Suffix.RATIO)
        of, base = self.link == "의", self.acc
        self.out.worked = True
        self.acc = [replace(one, node=grown(one.node, sign, rate)) for one in base]
        if self.known.percent and not of:
            self.doubt("percent", number=str(amount.number))
            points = number(amount.number, Suffix.POINTS)
            note = Note("percent-as-points", {"number": str(amount.number)})
            self.acc += [Alternative(signed(one.node, sign, points), (*one.notes, note)) for one in base]

    def again(self, amount: Amount, sign: int) -> None:
        """`’20년 실적 기준 매년 5%씩`: so many per cent in each year since."""
        if not self.plain_start:
            self.doubt("unused", text=f"{amount.number}%")
            return
        times = max(1, self.known.year - self.base_year)
        if times == 1:
            return
        rate = number(amount.number, Suffix.RATIO)
        for _ in range(min(times, 10) - 1):
            self.acc = [replace(one, node=grown(one.node, sign, rate)) for one in self.acc[:1]]
        if times > 10:
            self.doubt("no-start")

    def over_hundred(self, amount: Amount) -> None:
        """`105% 상향` says 105 % of the base, or 105 % more."""
        rate = number(amount.number, Suffix.RATIO)
        base = self.acc
        level = [replace(one, node=infix(one.node, "*", rate)) for one in base]
        more = [replace(one, node=grown(one.node, 1, rate)) for one in base]
        first = self.link == "의" or amount.number <= 130
        self.acc = level + more if first else more + level
        self.doubt("over-hundred", number=str(amount.number))
        self.out.worked = True

    def absolute(self, amount: Amount, sign: int, *, yearly: bool) -> None:
        times = max(1, self.known.year - self.base_year) if yearly else 1
        counted = amount.unit not in ("", "%", "%p", "점")
        suffix = Suffix.POINTS if self.known.percent and not counted else Suffix.NONE
        if self.known.scale_unclear(amount):
            self.doubt("scale", number=str(amount.number))
        value = self.known.amounts(amount)[0] * times
        self.each(lambda node: signed(node, sign, number(value, suffix)))

    def level(self, piece: Piece, amount: Amount) -> bool:
        """`전년 실적의 103%`: so many per cent of the base. A per cent for an indicator in % may also be its target itself."""
        if amount.unit != "%" or (self.out.worked and self.link != "의") or self.delta is not None:
            return False
        share = lambda node: infix(node, "*", number(amount.number, Suffix.RATIO))  # noqa: E731
        if self.link == "의":
            if piece.link in ("은", "는"):
                # `실적의 60%는 계속과제, 나머지는 …`: of what the rest is something else.
                self.doubt("unused", text=piece.text)
            self.used(piece)
            self.each(share)
            self.link = piece.link
            return True
        if self.link not in _COMPARED or (self.link == "" and amount.number < 100):
            return False
        if self.known.percent and (amount.number < 100 or self.link == ""):
            return False
        if amount.number < 30:
            self.doubt("elliptic", number=str(amount.number))
            self.each(lambda node: grown(node, 1, number(amount.number, Suffix.RATIO)))
            self.used(piece)
            return True
        if self.known.percent or amount.number < 80:
            self.doubt("level-or-target", number=str(amount.number))
        self.used(piece)
        self.each(share)
        return True

    def times(self, piece: Piece, amount: Amount) -> None:
        """`2배`, `절반`: of what came before."""
        if not self.acc:
            self.imply_last()
        self.used(piece)
        self.each(lambda node: infix(node, "*", number(amount.number)))
        self.delta = None
        self.times_piece = piece

    def use_rate(self, sign: int | None = None) -> None:
        piece, self.rate = self.rate, None
        if piece is None:
            return
        if not self.acc:
            own = "CAGR" in (piece.label, *piece.flags) or (piece.nodes and piece.amount is None)
            self.doubt("implied-last" if own or self.yearly else "no-start")
            self.start_with([Alternative(LAST)], "")
            self.implied = True
        self.used(piece)
        self.collapse()
        way = piece.sign if sign is None else sign
        if piece.amount is not None:
            if piece.amount.unit == "%p":
                amount = piece.amount
                self.each(lambda node: signed(node, way, number(amount.number, Suffix.POINTS)))
                return
            if piece.amount.number >= HUNDRED:
                self.over_hundred(piece.amount)
                return
            self.each(lambda node: grown(node, way, number(piece.amount.number, Suffix.RATIO)))  # type: ignore[union-attr]
            return
        # A rate of decrease is printed without its sign; worked out of the table it has one.
        sign = -1 if "fewer" in piece.flags and piece.named is not None and piece.named.number > 0 else 1
        self.acc = self.both(self.acc, self.base(piece), lambda one, other: grown(one, sign, other))
        self.out.worked = True
