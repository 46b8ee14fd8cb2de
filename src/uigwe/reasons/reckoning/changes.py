"""From a level to another: by so much, by a part of it, or to where it goes."""

from collections.abc import Sequence
from dataclasses import replace

from uigwe.formulas.tree import Infix, Number, Suffix
from uigwe.reasons.build import grown, number, signed
from uigwe.reasons.cursor import becomes
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reckoning.products import Products
from uigwe.reasons.terms import (
    FROM,
    OBJECT,
    Stuck,
    Term,
)
from uigwe.reasons.tokens import Token

_FILLERS = pattern_of(r"^(?:약|각|추가로|다시|더|또|총|그|그중|이중|해당|매년|연)*$")
_NEEDED = ("에필요", "에 필요", "에따", "에소요", "에드는", "에해당", "을위", "를위")
_PLAIN = ("더", "가산", "추가", "합", "보태", "보탠", "얹", "뺀", "빼", "차감", "덜어", "감한", "감하여", "많은")


class Changes(Products):
    """Follows the verbs of more and less."""

    def on_UP(self, token: Token) -> None:
        if self.names_part(token):
            self.label += token.text
            return
        after = self.ahead()
        if after is not None and after.text.startswith(_NEEDED):
            # `1등급 상향에 필요한 3.5점`: what is more there is nothing that is done.
            raise Stuck
        if token.text.startswith(_PLAIN) and not self.compared():
            self.add(token, OBJECT)
        else:
            self.differ(token, 1)

    def on_DOWN(self, token: Token) -> None:
        if token.text.startswith(_PLAIN):
            self.subtract(token)
        else:
            self.differ(token, -1)

    def names_part(self, token: Token) -> bool:
        """`추가 목표 5개를 합함`: of which figure it is, not what is done with the one before."""
        after, beyond = self.ahead(), self.ahead(2)
        named = (
            after is not None and after.kind in ("other", "TARGET") and beyond is not None and beyond.amount is not None
        )
        later = any(one.kind in ("UP", "TOTAL") for one in self.tokens[self.at + 2 :])
        joined = bool(self.waiting) and bool(self.waiting[-1].part)
        return token.text == "추가" and named and later and joined and not (self.fresh or self.label)

    def compared(self) -> bool:
        """`전년보다 20건 추가`."""
        return len(self.waiting) == 2 and self.waiting[0].part in ("보다", "대비", "에서")

    def differ(self, token: Token, sign: int) -> None:
        """`58.5%에서 1.5%p 높여`, `186건의 5%를 줄인`, `125명에서 120명으로 줄인다`."""
        self.collapse()
        found = [
            self.yearly(term) for term in self.take_all(("", "을", "를", "만큼", "이", "가", "로", "으로", "까지"))
        ]
        by = found[-1] if found else None
        if by is not None and len(found) == 1 and by.made and by.part in ("까지", "로", "으로") and not self.waiting:
            # `0.65%의 80%에 해당하는 값까지 감축`
            self.waiting.append(replace(by, part=""))
            self.fresh = True
            return
        if by is None or any(one.made for one in found) or (by.factor and not _FILLERS.match(by.label)):
            raise Stuck
        apart = self.taken_apart(by)
        if apart is not None and not (self.waiting and self.waiting[-1].part in FROM):
            if by.part in ("로", "으로", "까지") and self.known.percent and by.label:
                raise Stuck
            # `활동 비율을 30%로 끌어올린 인원`: the share that there is then.
            there = by.part in ("로", "으로", "까지") or becomes(self.label)
            node = by.node if there else grown(apart[0], sign, apart[1])
            self.make(by, node, token)
            return
        to = by.part in ("로", "으로", "까지")
        base = self.base((*FROM, "을", "를") if to else FROM)
        if to:
            self.reach(base, by, token, sign)
        elif by.unit == "%p":
            self.by_points(base, found, token, sign)
        elif by.factor:
            self.by_part(base, found, token, sign)
        else:
            self.make(base, signed(base.node, sign, self.total([replace(one, unit=one.unit) for one in found])), token)
            if not self.alike((base, *found)):
                raise Stuck

    def reach(self, base: Term, by: Term, token: Token, sign: int) -> None:
        """`125명에서 120명으로 줄인다`: where it goes, when that is the way it goes."""
        node = by.node
        if by.share and base.unit == "level" and isinstance(node, Number):
            node = number(node.value)
        values = [self.known.value(one) for one in (base.node, node)]
        if by.unit == "배" or values[0] is None or values[1] is None or (values[1] - values[0]) * sign <= 0:
            raise Stuck
        if not self.alike((base, replace(by, unit="level" if by.share else by.unit))) or by.of is not None:
            raise Stuck
        self.make(replace(base, unit="level" if base.unit == "level" else by.unit), node, token)

    def by_points(self, base: Term, found: Sequence[Term], token: Token, sign: int) -> None:
        if not (base.share or (base.unit == "level" and self.known.percent)):
            raise Stuck
        node = base.node
        for one in found:
            if one.unit != "%p" or not isinstance(one.node, Number):
                raise Stuck
            node = signed(node, sign, number(one.node.value, Suffix.RATIO if base.share else Suffix.POINTS))
        self.make(base, node, token)

    def by_part(self, base: Term, found: Sequence[Term], token: Token, sign: int) -> None:
        [by, *more] = found
        if more or (by.unit == "배" and not (sign < 0 and isinstance(by.node, Infix))):
            raise Stuck
        if by.share and (base.unit == "level" and self.known.percent):
            raise Stuck
        self.make(base, grown(base.node, sign, by.node), token)
