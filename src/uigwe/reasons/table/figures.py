"""Printed figures: a change, a share, a weight, or the name of what waits."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Suffix
from uigwe.reasons.build import infix, number, rooted
from uigwe.reasons.known import agrees
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.table.names import Named
from uigwe.reasons.table.taken import StuckError, Value, level_of, one_node, scaled, worth
from uigwe.reasons.table.words import NOUN
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import OF_OTHERS


class Figured(Named):
    """Takes each figure to what it belongs to."""

    def on_number(self, token: Token) -> None:
        amount, top = token.amount, self.top
        if amount is None or self.settled or token.tail == "당" or amount.unit in ("년", "개월"):
            raise StuckError
        if self.label and any(word in self.label for word in OF_OTHERS):
            raise StuckError
        if self.label.endswith(("이", "가")) or self.of_unknown_unit(token):
            raise StuckError
        if top is not None and top.kind in ("rates", "changes") and amount.unit in ("개", ""):
            self.counted(top, int(amount.number))
            self.hook(token.tail) if token.tail else None
            return
        kind = {"%": "per_cent", "%p": "points"}.get(amount.unit, "amount")
        if top is not None and self.named_so(top, token):
            return
        suffix = {"per_cent": Suffix.RATIO, "points": Suffix.POINTS}.get(kind, Suffix.NONE)
        value = Value(kind, token.start, token.end, token.tail, (number(amount.number, suffix),), amount=amount)
        if (
            top is not None
            and kind == "per_cent"
            and top.part in ("의", "중")
            and level_of(top, self.known).kind in ("level", "rate", "change")
        ):
            self.steps += 1
            self.put(scaled(top, value, self.known))
            return
        if self.yearly:
            self.annual, self.yearly = True, False
        self.push(value)

    def of_unknown_unit(self, token: Token) -> bool:
        """`2단계`: a measure that nobody here knows stands right behind the figure."""
        after = self.look()
        if token.unit or token.tail or after is None or after.kind != "other" or after.start != token.end:
            return False
        return after.text != ":" and not self.laid.gap[after.start] and not NOUN.match(after.text)

    def named_so(self, top: Value, token: Token) -> bool:
        """Whether the figure names what waits: a result of one year must be printed so in the table."""
        if top.nodes:
            here = (self.fresh and not self.label) or (top.part in ("이", "가", "은", "는") and not self.label)
            return here and self.names(top, token)
        amount = token.amount
        if (
            not top.single
            or amount is None
            or top.part not in ("", "의", "인", "은", "이", "는", "가")
            or amount.unit not in ("", self.known.unit)
        ):
            return False
        level = level_of(top, self.known)
        if self.known.value(level.nodes[0]) != self.known.amounts(amount)[0]:
            return False
        self.put(replace(level, part=token.tail, result=True))
        self.label = ""
        return True

    def counts_alike(self, unit: str) -> bool:
        """Whether a figure of this unit can be the indicator's, whose own unit may not be known."""
        return unit in ("", "%p", self.known.unit) or (not self.known.unit and unit not in ("%", "배"))

    def names(self, top: Value, token: Token) -> bool:
        """`평균 적중률 86%`, `그 절반인 3.0%`: the figure is what waits there; another one is not."""
        amount = token.amount
        assert amount is not None  # noqa: S101
        if len(top.nodes) > 1 and top.kind in ("level", "change") and self.counts_alike(amount.unit):
            # `증가폭의 평균(28.5건)`: what is printed says over how many years it was taken.
            printed = self.known.amounts(amount)[0]
            fitting = tuple(one for one in top.nodes if agrees(self.known.value(one), printed, amount.decimals))
            exact = tuple(one for one in fitting if self.known.value(one) == printed)
            top = replace(top, nodes=exact[:1] or (fitting if len(fitting) == 1 else top.nodes))
            self.waiting[-1] = top
        if top.kind == "rate" and amount.unit == "%":
            value = worth(top.kind, one_node(top, self.known), self.known)
            printed, decimals = amount.number / HUNDRED, amount.decimals + 2
        elif top.kind in ("level", "change") and self.counts_alike(amount.unit):
            value = self.known.value(one_node(top, self.known))
            printed, decimals = self.known.amounts(amount)[0], amount.decimals
        else:
            return False
        if value is None and top.kind in ("level", "change"):
            # The table does not reach so far: the figure counts.
            points = Suffix.POINTS if self.known.percent and top.kind == "change" else Suffix.NONE
            self.waiting[-1] = replace(top, nodes=(number(printed, points),))
        elif not agrees(value, printed, decimals):
            raise StuckError
        elif rooted(top.nodes[0]) and value != printed:
            self.waiting[-1] = replace(top, nodes=(number(printed),))
        self.hook(token.tail)
        self.fresh = not token.tail
        return True

    def counted(self, top: Value, count: int) -> None:
        """`증가율 4개`: how many of them there are."""
        fitting = tuple(many for many in top.lists if len(many) == count)
        if not fitting:
            raise StuckError
        self.put(replace(top, lists=fitting))

    def on_times(self, token: Token) -> None:
        if token.amount is None:
            raise StuckError
        self.factor(
            Value("factor", token.start, token.end, token.tail, (number(token.amount.number),), amount=token.amount)
        )

    def on_fraction(self, token: Token) -> None:
        if len(token.years) < 2 or not token.years[1]:
            raise StuckError
        above, below = token.years
        node = infix(number(Decimal(above)), "/", number(Decimal(below)))
        self.factor(Value("factor", token.start, token.end, token.tail, (node,)))

    def factor(self, value: Value) -> None:
        top = self.top
        pointed = top is not None and self.fresh and top.kind in ("rate", "change")
        against = top is not None and top.part == "대비" and value.amount is not None
        if (
            top is not None
            and (top.part == "의" or pointed or against)
            and (level_of(top, self.known).kind in ("level", "rate", "change"))
        ):
            self.steps += 1
            self.put(scaled(top, value, self.known))
            return
        self.push(value)
