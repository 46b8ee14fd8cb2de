"""Whether all that was told came to one value: a price, the parts of a whole, or what is left on top."""

from dataclasses import replace

from uigwe.formulas.tree import Infix, Past, Years, walk
from uigwe.reasons.build import infix
from uigwe.reasons.reckoning.brackets import HARMLESS
from uigwe.reasons.reckoning.changes import Changes
from uigwe.reasons.shares import count_alike
from uigwe.reasons.terms import (
    EVERY,
    Stuck,
    Term,
    each_of,
)
from uigwe.reasons.tokens import MONEY, Token

# Units in which indicators are counted; a name that is none of them may count what is counted in one.
_COUNTED = frozenset("건 명 인 개 개소 개사 회 곳 호 가구 세대 점 원 대 종 편 톤".split())  # noqa: SIM905
_TELLING = frozenset(["UP", "DOWN", "IMPROVE", "CONSIDER", "KEEP", "APPLY", "AND"])


class Reckoner(Changes):
    """Follows the words to their end, and asks whether all of them came to one value."""

    def run(self) -> Term:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            piece = next((one for one in self.tabled if one.start <= token.start < one.end), None)
            if piece is not None and self.dates(piece):
                self.word(token)
            elif piece is not None:
                self.table(piece)
                continue
            elif not self.waiting and self.per is None and self.only_tells(token):
                self.label = ""
            elif (step := getattr(self, f"on_{token.kind}", None)) is not None:
                step(token)
            elif token.kind in HARMLESS:
                self.word(token)
            else:
                raise Stuck
            self.at += 1
        return self.whole()

    @staticmethod
    def only_tells(token: Token) -> bool:
        """`업무량 증가를 감안하여`: before the first figure nothing is calculated yet."""
        return token.kind in _TELLING or (token.kind == "op" and token.text == "-")

    def whole(self) -> Term:
        self.collapse()
        if self.per is not None or not self.waiting:
            raise Stuck
        first = self.waiting[0]
        rest = first.part == "에서" and first.made
        among = self.known.percent and len(self.waiting) > 1 and (first.part in ("중", "대비") or rest)
        if among and not self.shares():
            raise Stuck
        found = self.waiting[0] if len(self.waiting) == 1 else self.by_price() or self.parts()
        if found.every in EVERY and any(one.text.startswith("연간") for one in self.tokens):
            # `… 매월 35건 … 연간 처리 건수를 산정`
            found = self.yearly(found)
        tabled = any(isinstance(part, Past | Years) for part in walk(found.node))
        if not self.steps or found.factor or found.lost or found.every or found.part in ("×", "÷", "+"):
            raise Stuck
        if not (found.unit == "level" or tabled or self.fits(found.unit)):
            raise Stuck
        return found

    def by_price(self) -> Term | None:
        """`km당 2.5억원, 사업비 45억원을 기준으로`: how much of it the money gives."""
        if len(self.waiting) != 2:
            return None
        one, other = self.waiting
        price = each_of(one.label) and not each_of(other.label) and other.part not in ("에", "의")
        if not price or not self.priced(other, one) or one.made:
            return None
        self.steps += 1
        return replace(other, node=infix(other.node, "/", one.node), unit="", start=one.start, every="")

    def parts(self) -> Term:
        """`A센터 12개소에서 각 45건, B센터 30개소에서 각 18건`: parts of what is counted, with nothing else said."""
        self.counted_out()
        counted = all(self.fits(term.unit) and not term.made and (term.unit or self.summed) for term in self.waiting)
        listed = all(term.part in (",", "와", "과") for term in self.waiting[:-1])
        composed = self.summed or any(isinstance(term.node, Infix) for term in self.waiting)
        if len(self.waiting) < 2 or not counted or not listed or not composed:
            raise Stuck
        self.steps += 1
        return replace(self.waiting[0], node=self.total(self.waiting), end=self.waiting[-1].end)

    def counted_out(self) -> None:
        """`11곳 중 8곳은 각 6회, 나머지 3곳은 각 4회`: the whole is the sum of those counted one by one."""
        whole, *parts = self.waiting
        sources = [self.known.value(term.source) for term in parts if term.source is not None]
        known = [value for value in sources if value is not None]
        if whole.part == "중" and len(known) == len(parts) > 1 and sum(known) == self.known.value(whole.node):
            self.waiting = parts

    def fits(self, unit: str) -> bool:
        """Whether so much of a unit can be the indicator's."""
        own = self.known.unit.replace(" ", "")
        if (
            not own
            or not unit
            or (unit.endswith(MONEY) and own.endswith(MONEY))
            or count_alike(unit, own)
            or unit in own
            or own.endswith(unit)
        ):
            return True
        return (
            own not in _COUNTED
            and not self.known.percent
            and not own.endswith(MONEY)
            and unit in ("명", "개", "건", "인")
        )
