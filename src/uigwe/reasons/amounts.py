"""Amounts as they come along: a start, a factor, a level, an outcome, or nothing that has a place yet."""

from decimal import Decimal

from uigwe.formulas.tree import Past, Suffix, Years, walk
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.known import agrees
from uigwe.reasons.piece import RESULT_LINKS, Piece
from uigwe.reasons.reading import Note
from uigwe.reasons.state import Alternative
from uigwe.reasons.steps import Steps
from uigwe.reasons.tokens import Amount


class Amounts(Steps):
    """Takes in an amount by the particle it hangs on and by what stands so far."""

    def on_amount(self, piece: Piece) -> None:
        amount = piece.amount
        if amount is None:
            return
        if self.chosen and any(self.known.value(one.node) in self.known.amounts(amount) for one in self.acc):
            # `중 높은 846건을 기준으로`: the amount only names what was chosen.
            self.chosen, self.link = False, piece.link
            return
        if self.op == "=" and "change" in piece.flags and not self.out.worked:
            # `’23년 63.4% → 5% 상향`
            self.op, self.delta = "", piece
        elif self.op == "=":
            self.out.results.append(amount)
            self.op = ""
        elif self.op and self.acc:
            self.operate_amount(piece, amount)
        elif "joined" in piece.flags:
            if self.acc and not self.out.worked:
                self.waiting.append(self.acc)
            self.used(piece)
            self.start_with(self.constant(amount), piece.link)
        elif amount.unit == "배":
            self.times(piece, amount)
        elif "change" in piece.flags:
            if self.delta is not None:
                # `0.8%p와 0.4%p만큼`: the first has no verb of its own.
                self.out.loose.append(self.delta)
            self.delta = piece
        elif piece.link in ("보다", "보다는", "보다도", "에서", "대비", "에", "에다", "에다가", "에는") or (
            piece.link in ("과", "와", "및", "·") and not self.out.worked
        ):
            self.base_amount(piece, amount)
        elif (
            amount.unit == "%"
            and not self.acc
            and self.pending_constant is not None
            and self.pending_constant.link == "의"
        ):
            self.adopt()
            self.link = "의"
            self.level(piece, amount)
        elif self.acc and self.level(piece, amount):
            pass
        elif self.acc and (self.waiting or self.link in ("과", "와", "및", "·")) and not self.out.worked:
            self.base_amount(piece, amount)
        elif self.acc and self.out.worked:
            self.out.results.append(amount)
            self.link = piece.link
        elif self.acc and piece.link in RESULT_LINKS:
            self.out.results.append(amount)
        elif not self.acc:
            self.out.loose.append(piece)
            self.pending_constant = piece
        else:
            self.out.loose.append(piece)

    def base_amount(self, piece: Piece, amount: Amount) -> None:
        if amount.unit == "%" and self.known.unit and not self.known.percent and self.acc:
            self.out.loose.append(piece)
            return
        self.used(piece)
        if (
            self.acc
            and self.link == "인"
            and any(agrees(self.known.value(one.node), amount.number, amount.decimals) for one in self.acc)
        ):
            # `780건과 825건의 평균인 803건에`: its name.
            self.link = piece.link
            return
        alternatives = self.constant(amount)
        last = self.known.actuals.get(self.known.year - 1)
        if last is not None and last.value is not None and any(one.node.value == last.value for one in alternatives):  # type: ignore[union-attr]
            self.out.notes.append(Note("equals-last", {}))
        if self.acc and self.link in ("과", "와", "및", "·", "이고") and not self.out.worked:
            self.waiting.append(self.acc)
        elif self.acc and not self.out.worked:
            self.doubt("statement")
        elif self.acc:
            if any(agrees(self.known.value(one.node), amount.number, amount.decimals) for one in self.acc):
                # `3% 상향한 0.367명에 …을 곱함`: it prints what came out so far.
                self.doubt("printed-step", number=str(amount.number))
                self.link = piece.link
                return
            self.elsewhere = True
            return
        self.start_with(alternatives, piece.link)

    def on_fraction(self, piece: Piece) -> None:
        if not piece.years:
            self.out.lost.append(Note("sign", {"word": piece.text}))
            return
        if not self.acc:
            if self.pending_constant is None or self.pending_constant.amount is None:
                return
            self.adopt()
        above, below = piece.years
        self.used(piece)
        self.link = piece.link if self.link == "의" else self.link
        self.fractioned = (piece, self.acc)
        if above == 1:
            self.each(lambda node: infix(node, "/", number(Decimal(below))))
        else:
            self.each(lambda node: infix(infix(node, "*", number(Decimal(above))), "/", number(Decimal(below))))

    def on_op(self, piece: Piece) -> None:
        if piece.label != "=" and not self.acc and self.pending_constant is not None:
            self.adopt()
        if piece.label != "=" and self.acc and self.out.results and self.out.worked:
            # `A에서 2% 상향한 B × C`: B only prints what came out so far.
            printed = self.out.results.pop()
            steps = [self.known.value(one.node) for one in self.acc]
            agree = any(agrees(step, printed.number, printed.decimals) for step in steps)
            self.doubt("printed-step" if agree or None in steps else "result-differs", number=str(printed.number))
        if self.acc:
            self.op = piece.label

    def operate(self, others: list[Alternative], piece: Piece) -> None:
        op, self.op = self.op, ""
        self.out.worked = True
        self.link = piece.link
        if op in "+-":
            self.collapse()
            self.left, self.left_sign, self.acc = self.acc, (-1 if op == "-" else 1), others
        elif op in "*/":
            self.acc = self.both(self.acc, others, lambda one, other: infix(one, op, other))
        elif op == "=":
            self.second(others, piece)

    def of_figures(self) -> bool:
        """Whether what stands so far are shares printed, to which another share is added: `70%×0.6 + 80%×0.4`."""
        return not any(isinstance(part, Past | Years) for one in self.acc for part in walk(one.node))

    def operate_amount(self, piece: Piece, amount: Amount) -> None:
        self.used(piece)
        if self.op in "+-":
            sign = -1 if self.op == "-" else 1
            self.op = ""
            self.collapse()
            if amount.unit == "%" and not (self.known.percent and self.out.worked and self.of_figures()):
                self.link = ""
                self.relative(amount, sign)
            elif amount.unit == "%p":
                self.each(lambda node: signed(node, sign, number(amount.number, Suffix.POINTS)))
            else:
                alternatives = self.constant(amount)
                self.left, self.left_sign, self.acc = self.acc, sign, alternatives
                self.out.worked = True
            self.delta = None
            self.link = piece.link
            return
        plain = number(amount.number, Suffix.RATIO) if amount.unit == "%" else None
        others = [Alternative(plain)] if plain is not None else self.factor(amount)
        self.operate(others, piece)

    def second(self, alternatives: list[Alternative], piece: Piece) -> None:
        """A second starting point after something was worked out already: the joined `와`, or another sentence."""
        if self.link in ("과", "와", "및"):
            self.waiting.append(self.acc)
            self.acc, self.link = alternatives, piece.link
            return
        if 0 <= piece.start - self.verb_end <= 1:
            # `평균보다 3% 높은 전년 실적`: what is so much higher is the base, or the other.
            self.doubt("two-bases")
        self.elsewhere = True
