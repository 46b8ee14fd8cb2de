"""What is added, taken off, weighed, averaged or chosen among."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Number, Suffix
from uigwe.reasons.build import call, grown, infix, number, signed
from uigwe.reasons.reckoning.brackets import Brackets
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.terms import (
    EVERY,
    LIST,
    OBJECT,
    TO,
    Stuck,
    Term,
)
from uigwe.reasons.tokens import Token

_SEVERAL = 2


class Together(Brackets):
    """Follows the verbs that put values together."""

    def on_MEAN(self, token: Token) -> None:
        """The mean of what stands before; otherwise a mean in name only."""
        terms = [term for term in self.waiting if not term.factor]
        listed = len(terms) == len(self.waiting) > 1 and all(term.part in LIST for term in terms[:-1])
        if listed and terms[-1].part in ("의", "을", "를", "") and not self.label:
            if not self.alike(terms):
                raise Stuck
            self.waiting.clear()
            self.make(terms[0], call("mean", *[term.node for term in terms]), token)
            if token.tail:
                self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), False
            return
        if token.tail or self.fresh:
            raise Stuck
        self.label += token.text

    def on_ALONE(self, token: Token) -> None:
        if not self.fresh and not token.text.startswith(("을", "를")):
            # `점검 제외 20개소`
            self.label += token.text
            return
        self.subtract(token)

    def on_TOTAL(self, token: Token) -> None:
        self.add(token, ("의", "", "을", "를", "로", "으로"))
        if token.tail and token.tail not in ("로", "으로"):
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), False

    def on_CUMUL(self, token: Token) -> None:
        """`설치량 1,520기에 310기를 누적`."""
        after = self.ahead()
        last = after is None or after.text.startswith(("하", "함", "한"))
        if last and len(self.waiting) > 1 and self.waiting[-1].part in ("을", "를"):
            self.add(token, OBJECT)
        else:
            self.word(token)

    def choose(self, token: Token, how: str) -> None:
        """`평균×1.1과 수용한도 500명 중 작은 값`."""
        self.collapse()
        terms = self.waiting
        if len(terms) < 2 or any(term.part not in LIST for term in terms[:-1]) or terms[-1].part not in ("", "의"):
            raise Stuck
        if not self.alike(terms) or any(term.factor for term in terms):
            raise Stuck
        self.waiting = []
        self.make(terms[0], call(how, *[term.node for term in terms]), token)
        self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), not token.tail
        self.chosen = token.tail == "인"

    def on_CHOOSEMAX(self, token: Token) -> None:
        self.choose(token, "max")

    def on_CHOOSEMIN(self, token: Token) -> None:
        self.choose(token, "min")

    def add(self, token: Token, last: Sequence[str]) -> None:
        self.collapse()
        if self.balanced and len(self.waiting) == 1 and self.waiting[0].made:
            # `각각 곱하여 합산`: the sum is there.
            self.fresh = True
            return
        if self.weigh(token):
            return
        self.turn()
        found = [self.yearly(term) for term in self.take_all(last)]
        if not found:
            raise Stuck
        self.drop_count(found)
        apart = self.taken_apart(found[0])
        if len(found) == 1 and apart is not None and not self.waiting and not found[0].lost:
            # `실적의 4분의 1을 추가로 확보`
            self.make(found[0], grown(apart[0], 1, apart[1]), token)
            return
        if len(found) == 1 and found[0].source is not None and not self.waiting and token.text.startswith(("합", "더")):
            # `7곳이 각 66개소를 점검하여 이를 모두 더한`: so many of each are counted together already.
            self.waiting.append(replace(found[0], part="", made=True))
            self.fresh, self.label = True, ""
            return
        later = any(one.kind == "UP" for one in self.tokens[self.at + 1 :])
        together = token.text.startswith("합") and len(found) > 1 and later
        if (
            not together
            and self.waiting
            and (self.waiting[-1].part in TO or (self.waiting[-1].made and not self.waiting[-1].part))
        ):
            base = self.waiting.pop()
            if any(term.factor for term in found):
                # `적립금에 이자 3%와 출연 40억원을 더한`
                found = [
                    replace(term, node=infix(base.node, "*", term.node), unit=base.unit) if term.share else term
                    for term in found
                ]
            found.insert(0, base)
        if len(found) < 2 or any(term.lost for term in found):
            raise Stuck
        self.make(found[0], self.total(found), token)

    def drop_count(self, listed: Sequence[Term]) -> None:
        """`3개소의 면적 0.4㎢, 0.25㎢, 0.35㎢를 더하여`: of how many the list is."""
        top = self.waiting[-1] if self.waiting else None
        if top is None or not isinstance(top.node, Number) or top.part != "의" or len(listed) < _SEVERAL:
            return

    def yearly(self, term: Term) -> Term:
        """`매월 2건씩` of what is counted in a year."""
        if not term.every:
            return term
        if term.every not in EVERY or term.share:
            raise Stuck
        return replace(term, node=infix(term.node, "*", number(Decimal(EVERY[term.every]))), every="")

    def weigh(self, token: Token) -> bool:
        """`85점에 60%, 90점에 40%의 비중을 두어 합산`: each with its share, and the shares make a whole."""
        if self.waiting and all(term.weight is not None for term in self.waiting) and len(self.waiting) > 1:
            self.weighed([(term, term.weight) for term in self.waiting if term.weight is not None], token)
            return True
        values, shares = self.waiting[::2], self.waiting[1::2]
        if self.known.percent and all(one.share and isinstance(one.node, Number) for one in values):
            values = [replace(one, node=number(one.node.value), unit="level") for one in values]  # type: ignore[union-attr]
        if len(shares) < 2 or len(values) != len(shares) or any(one.factor for one in values):
            return False
        if any(one.part not in TO for one in values):
            return False
        weights = [one.node for one in shares if one.unit in ("%", "") and isinstance(one.node, Number)]
        if len(weights) != len(shares):
            return False
        self.weighed(list(zip(values, weights, strict=True)), token)
        return True

    def weighed(self, pairs: Sequence[tuple[Term, Number]], token: Token) -> None:
        """The weighted sum, when the weights make a whole."""
        whole = HUNDRED if all(weight.suffix is Suffix.RATIO for _, weight in pairs) else Decimal(1)
        if sum(weight.value for _, weight in pairs) != whole:
            raise Stuck
        terms = [replace(term, node=infix(term.node, "*", weight), weight=None) for term, weight in pairs]
        self.waiting.clear()
        self.make(terms[0], self.total(terms), token)
        self.balanced = True

    def subtract(self, token: Token) -> None:
        self.collapse()
        less = self.take_all(OBJECT)
        if not less:
            raise Stuck
        apart = self.taken_apart(less[0])
        if len(less) == 1 and apart is not None and not (self.waiting and self.waiting[-1].part == "에서"):
            # `4,000가구 중 12%를 제외한`
            self.make(replace(less[0], lost=False), grown(apart[0], -1, apart[1]), token)
            return
        base = self.base(("에서", "중"))
        if len(less) == 1 and less[0].share and not base.factor:
            self.make(base, grown(base.node, -1, less[0].node), token)
        elif self.alike((base, *less)) and not any(one.factor for one in less):
            node = base.node
            for one in less:
                node = signed(node, -1, one.node)
            self.make(base, node, token)
        else:
            raise Stuck

    def on_WEIGHTED(self, token: Token) -> None:
        """`85점에 가중치 0.7`, `…의 가중합`."""
        after = self.ahead()
        if token.text.startswith("가중치"):
            if after is None or after.kind != "number":
                raise Stuck
            self.label += token.text
        else:
            if not self.weigh(token):
                raise Stuck
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), not token.tail
