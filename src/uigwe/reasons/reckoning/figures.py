"""Figures as they come along, in the scale in which the indicator counts, and the signs that join them."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reckoning.names import Names
from uigwe.reasons.shares import count_alike
from uigwe.reasons.terms import (
    EVERY,
    EVERY_LABEL,
    RATE_LABEL,
    Stuck,
    Term,
)
from uigwe.reasons.tokens import MONEY, SCALES, Token

_BY_MONEY = pattern_of(r"(?:조|억|만|천|백)원당$")
_EACH = {"매월": "월", "매달": "월", "월별": "월", "매분기": "분기", "분기별": "분기", "분기마다": "분기", "하루": "일", "매일": "일",
         "매주": "주", "주당": "주"}  # fmt: skip
OF_TIME = {"개월": "월", "주": "주", "일": "일", "분기": "분기", "년": "연"}


class Figures(Names):
    """Takes in figures."""

    def on_number(self, token: Token) -> None:
        amount = token.amount
        if amount is None or amount.unit in ("년", "월") or token.tail in ("부터", "까지"):
            raise Stuck
        if (token.tail == "당" and amount.number == 1 and not amount.scale) or self.is_name():
            self.label += "당" if token.tail == "당" else token.text
            return
        if token.tail == "당":
            if self.per is not None:
                raise Stuck
            self.per = Term(number(self.worth(token)), amount.unit, "당", self.label, token.start, token.end)
            self.label = ""
            return
        if self.lasts(amount.unit, amount.number, token):
            return
        suffix = {"%": Suffix.RATIO, "%p": Suffix.POINTS}.get(amount.unit)
        node: Node = number(amount.number, suffix) if suffix else number(self.worth(token))
        unit = amount.unit
        if unit == "%" and self.known.percent and not RATE_LABEL.search(self.label) and not self.waiting:
            node, unit = number(amount.number), "level"
        said = EVERY_LABEL.search(self.label)
        every = said[1] if said else ""
        link = token.tail if token.tail != "인" else ""
        self.push(Term(node, unit, link, self.label, token.start, token.end, every=every))

    def lasts(self, unit: str, count: Decimal, token: Token) -> bool:
        """`월 250명씩 10개월간`: so often what is said for each time."""
        top = self.waiting[-1] if self.waiting else None
        if top is None or not top.every or unit not in OF_TIME:
            return False
        each = _EACH.get(top.every, top.every)
        if OF_TIME[unit] == "연" and top.every in EVERY:
            count *= EVERY[top.every]
        elif OF_TIME[unit] != each:
            raise Stuck
        self.steps += 1
        node = infix(top.node, "*", number(count))
        self.waiting[-1] = replace(top, node=node, part=token.tail or "", every="", end=token.end)
        self.fresh, self.label = not token.tail, ""
        return True

    def on_span(self, token: Token) -> None:
        if not self.lasts("년", Decimal(token.count), token):
            raise Stuck

    def on_op(self, token: Token) -> None:
        sign = {"x": "×", "X": "×", "*": "×", "/": "÷", "곱하기": "×", "나누기": "÷"}.get(token.text, token.text)
        if sign == "×" and not self.waiting and self.yields is not None:
            # `10억원당 8.5명 × 예산 320억원`
            return
        # `9개 도 × 25명`: a noun, and no particle.
        if sign == "-" and self.waiting and not self.waiting[-1].part and self.counts_on():
            self.waiting[-1], self.fresh, self.label = replace(self.waiting[-1], part="-"), False, ""
            return
        if sign not in ("×", "÷", "+", "=") or not self.waiting or self.waiting[-1].part not in ("", "도"):
            raise Stuck
        if sign == "=":
            self.collapse()
        top = self.waiting[-1]
        self.waiting[-1], self.fresh = replace(top, part=sign, every="" if sign == "×" else top.every), False
        self.label = ""

    on_arrow = on_op

    def counts_on(self) -> bool:
        """`+ 신규 40개사 - 취소 예상 15개사`: a sum that goes on, and no dash before a remark."""
        rest = self.tokens[self.at + 1 :]
        ahead = next((at for at, one in enumerate(rest) if one.kind not in ("other", "blank")), None)
        return (
            ahead is not None
            and rest[ahead].amount is not None
            and (self.waiting[-1].part == "+" or len(self.waiting) > 1 or not ahead)
        )

    def collapse(self) -> None:
        """What plus signs join is one value."""
        while (
            len(self.waiting) > 1
            and (at := next((at for at, one in enumerate(self.waiting[:-1]) if one.part in ("+", "-")), None))
            is not None
        ):
            one, other = self.waiting[at : at + 2]
            self.steps += 1
            node = self.total((one, other))
            if one.part == "-":
                node = signed(one.node, -1, other.node)
            self.waiting[at : at + 2] = [replace(other, node=node, start=one.start, label="", every="")]

    def worth(self, token: Token) -> Decimal:
        """The figure in the indicator's scale where it counts the same, plain where it does not."""
        assert token.amount is not None  # noqa: S101
        unit, own = token.amount.unit, self.known.unit
        if unit.endswith(MONEY) and not own and self.money_by_money():
            return token.amount.scaled
        if self.known.scale_unclear(token.amount):
            raise Stuck
        if unit.endswith(MONEY) and own and not own.endswith(MONEY):
            if any(_BY_MONEY.search(one.text) for one in self.tokens):
                # In which scale it counts is said by what each of it yields.
                raise Stuck
            return token.amount.scaled
        if unit and not unit.endswith(MONEY) and not (token.amount.scale and self.counts(unit)):
            return token.amount.scaled
        return self.known.amounts(token.amount)[0]

    def money_by_money(self) -> bool:
        """`52억원을 400만원으로 나누어`: how many of the one are in the other, whatever is counted."""
        money = [at for at, one in enumerate(self.tokens) if one.unit.endswith(MONEY)]
        if len(money) != 2:
            return False
        by = self.tokens[money[1]]
        parted = by.tail in ("로", "으로") and any(one.kind == "EVENLY" for one in self.tokens[money[1] :])
        between = "".join(one.text for one in self.tokens[money[0] + 1 : money[1]])
        priced = (
            "당" in between and by.tail in ("을", "를") and any(one.kind == "APPLY" for one in self.tokens[money[1] :])
        )
        return parted or priced or self.tokens[money[1] - 1].text == "÷"

    def counts(self, unit: str) -> bool:
        """Whether the indicator counts in so many of this unit: 만 명, 백만 톤."""
        own = self.known.unit.replace(" ", "")
        return not own or any(own == scale + unit for scale in SCALES) or count_alike(unit, own)

    def on_times(self, token: Token) -> None:
        if token.amount is None:
            raise Stuck
        self.push(Term(number(token.amount.number), "배", token.tail, self.label, token.start, token.end))

    def on_fraction(self, token: Token) -> None:
        if not token.years:
            raise Stuck
        above, below = token.years
        node = infix(number(Decimal(above)), "/", number(Decimal(below)))
        self.push(Term(node, "배", token.tail, self.label, token.start, token.end))
