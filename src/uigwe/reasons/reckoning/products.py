"""What is multiplied, applied, parted or rounded."""

import re
from dataclasses import replace
from decimal import Decimal

from uigwe.reasons.build import call, infix, number
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reckoning.figures import OF_TIME
from uigwe.reasons.reckoning.together import Together
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.terms import (
    GROWTH_LABEL,
    LIST,
    LOSS,
    OBJECT,
    RATE_LABEL,
    TO,
    Stuck,
)
from uigwe.reasons.tokens import Token

_ALLOTTED = pattern_of(r"물량|건수|인원|분|량|계획|목표")


class Products(Together):
    """Follows the verbs that multiply and divide."""

    def on_ROUND(self, token: Token) -> None:
        self.collapse()
        spoken = rounding_of(token.text, None, self.known)
        if spoken is None or spoken[2] or len(self.waiting) != 1 or not self.steps:
            raise Stuck
        top = self.waiting.pop()
        self.make(top, call(spoken[0], top.node, number(Decimal(spoken[1]))), token)

    def on_APPLY(self, token: Token) -> None:
        after = self.ahead()
        top = self.waiting[-1] if self.waiting else None
        each = top is not None and top.source is not None and top.part in OBJECT and not top.made
        if each and not token.text.startswith("곱") and len(self.waiting) > 1 and self.waiting[-2].part in TO:
            # `전년 실적에 신규 기관 3개(기관당 10건)를 반영하여`
            self.add(token, OBJECT)
            return
        if token.text.startswith("곱") or each:
            self.multiply(token)
            return
        if after is not None and after.start == token.end and after.text.startswith(("분", "비율", "율", "액", "예정")):
            self.label += token.text
            return
        if top is not None and top.of is not None and top.part in OBJECT and not top.lost:
            # `3,200개사 중 참여율 62.5%를 적용`: the part is taken already.
            self.waiting[-1], self.fresh = replace(top, part="", made=True, of=None), True
            return
        if self.weigh(token):
            return
        top = self.waiting[-1] if self.waiting else None
        if top is not None and top.made and top.share and len(self.waiting) > 1:
            # `수료자 2만 명의 취업률을 58.5%에서 1.5%p 높여 적용한`
            self.waiting.pop()
            base = self.base((*TO, "의"))
            self.make(base, infix(base.node, "*", top.node), token)
        elif top is not None and top.made:
            self.fresh = True
        elif top is not None or self.yields is None:
            self.apply(token)

    def on_IMPROVE(self, token: Token) -> None:
        """`운영개선 효과 0.4%p`: a part of a name."""
        after = self.ahead()
        if after is None or after.kind != "other" or after.text.startswith(("하", "한", "된", "되", "시", "을", "를")):
            raise Stuck
        self.label += token.text

    def apply(self, token: Token) -> None:
        """`15,000명에 취업률 62.4%를 적용`: a share of it; a rate of growth grows it."""
        self.turn()
        rate = self.take(("을", "를", ""))
        if (
            rate is not None
            and re.search(r"당(?:[가-힣]{0,6})$", rate.label)
            and self.waiting
            and self.priced(self.waiting[-1], rate)
        ):
            # `예산 96억원에 가구당 단가 0.12억원을 적용하여`
            base = self.base(TO)
            self.make(base, infix(base.node, "/", rate.node), token)
            self.waiting[-1] = replace(self.waiting[-1], unit="")
            return
        if rate is None or not rate.share or LOSS.search(rate.label):
            raise Stuck
        base = self.base(TO)
        if RATE_LABEL.search(rate.label):
            self.make(base, infix(base.node, "*", rate.node), token)
        else:
            raise Stuck

    def multiply(self, token: Token) -> None:
        self.collapse()
        if self.weigh(token):
            return
        self.turn()
        top = self.waiting[-1] if self.waiting else None
        if top is not None and top.source is not None and top.part in OBJECT and not top.made:
            # `센터 19개소에 센터당 48건을 곱한`: so many of each is the product.
            self.waiting[-1], self.fresh = replace(top, part="", made=True), True
            return
        factor = self.take(OBJECT)
        if factor is None or factor.made or GROWTH_LABEL.search(factor.label):
            raise Stuck
        base = self.base((*TO, *LIST, "을", "를"))
        if base.part in ("을", "를") and not factor.factor:
            raise Stuck
        timed = factor.factor or factor.unit in ("", *OF_TIME)
        unit = base.unit if timed else self.unit_of_product(base, factor)
        self.make(base, infix(base.node, "*", factor.node), token, unit)

    def on_EVENLY(self, token: Token) -> None:
        after = self.ahead()
        if token.text in ("배정", "배분", "분할") and after is not None and _ALLOTTED.match(after.text):
            # `도별 배정물량`
            self.label += token.text
            return
        if not token.text.startswith("나"):
            raise Stuck
        by = self.take(("로", "으로"))
        if by is None or by.factor:
            raise Stuck
        base = self.base(("을", "를", *LIST))
        node, unit = self.ratio(base, by)
        self.make(base, node, token, unit)
