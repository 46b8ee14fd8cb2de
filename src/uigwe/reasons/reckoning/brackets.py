"""Brackets that name, weigh or count what stands before them, and the words for each of many."""

from collections.abc import Sequence
from dataclasses import replace

from uigwe.formulas.tree import Suffix
from uigwe.reasons.account import names_only
from uigwe.reasons.build import number
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.reckoning.figures import Figures
from uigwe.reasons.terms import (
    EACH_ONE,
    Stuck,
    each_of,
)
from uigwe.reasons.tokens import Token

HARMLESS = frozenset(
    ["other", "ACTUAL", "TARGET", "SAID", "blank", "this", "CUMUL", "TOTALOF", "APPROX", "last", "DATE", "year", "until",
     "YEARLY", "LEFT", "ordinal"]
)  # fmt: skip


# `지부당`, `개소당 정원`, `1인당 평균`
_EACH_OF = pattern_of(r"(?:당|별)(?:로)?[가-힣]{0,6}$")


def _each_end(said: str) -> int:
    return max(said.rfind("당"), said.rfind("별")) + 1


class Brackets(Figures):
    """Takes in what stands in brackets, and what is said of each."""

    def bracket(self) -> list[Token]:
        """The bracket that opens here, its signs included."""
        inner: list[Token] = []
        depth = 0
        for one in self.tokens[self.at :]:
            depth += (one.kind == "open") - (one.kind == "close")
            inner.append(one)
            if depth == 0:
                break
        return inner

    def weight_in(self, inner: Sequence[Token]) -> bool:
        """`85점(가중치 0.3)`."""
        kinds = [one.kind for one in inner]
        if kinds != ["open", "WEIGHTED", "number", "close"] or not self.waiting or self.waiting[-1].part:
            return False
        amount = inner[2].amount
        if amount is None or amount.unit not in ("", "%"):
            return False
        weight = number(amount.number, Suffix.RATIO if amount.unit else Suffix.NONE)
        self.waiting[-1] = replace(self.waiting[-1], weight=weight, part=inner[-1].tail, end=inner[-1].end)
        self.fresh = not inner[-1].tail
        self.at += len(inner) - 1
        return True

    def names_past(self, inner: Sequence[Token]) -> bool:
        """`기준치(전년 실적)에`: the bracket says which value it is."""
        piece = next((one for one in self.tabled if len(inner) > 2 and one.start == inner[1].start), None)
        if piece is None or self.fresh or piece.end < inner[-2].end or piece.end > inner[-1].start:
            return False
        self.table(piece)
        top = self.waiting[-1]
        self.waiting[-1], self.fresh = replace(top, part=inner[-1].tail, end=inner[-1].end), not inner[-1].tail
        return True

    def each_in(self, inner: Sequence[Token], figures: Sequence[Token]) -> bool:
        """`신설 지부 3곳 몫(지부당 25건)을`."""
        said = "".join(one.text + one.tail for one in inner[1:-2])
        if len(figures) != 1 or inner[-2] is not figures[0] or not self.waiting or not _EACH_OF.search(said):
            return False
        self.waiting[-1], self.label = replace(self.waiting[-1], part=""), said[: _each_end(said)]
        self.at += len(inner) - 1
        self.on_number(replace(figures[0], tail=inner[-1].tail))
        return True

    def on_open(self, token: Token) -> None:
        """A bracket with names only says nothing; one with a figure names what stands before."""
        inner = self.bracket()
        if self.weight_in(inner):
            return
        figures = [one for one in inner if one.amount is not None]
        if self.names_past(inner) or self.each_in(inner, figures):
            return
        if any(one.kind not in HARMLESS | {"open", "close", "number", "comma"} for one in inner) or len(figures) > 1:
            raise Stuck
        self.at += len(inner) - 1
        tail = inner[-1].tail
        if not figures:
            text = "".join(one.text + one.tail for one in inner[1:-1])
            if any(one.kind != "other" for one in inner[1:-1]) or not names_only(text, beside=self.fresh):
                raise Stuck
            return
        if self.fresh:
            raise Stuck
        self.on_number(replace(figures[0], tail=tail))

    def on_ASMUCH(self, token: Token) -> None:
        if not self.fresh or not self.waiting:
            raise Stuck
        self.waiting[-1], self.fresh = replace(self.waiting[-1], part="만큼"), False

    def on_GROWN(self, token: Token) -> None:
        """`250명씩 1년간 순증하는 것으로 보고`: a net growth that was just told."""
        after = self.ahead()
        if token.text != "순증" or after is None or not after.text.startswith(("하", "할")) or not self.fresh:
            raise Stuck
        self.waiting[-1] = replace(self.waiting[-1], made=True)

    def on_EACH(self, token: Token) -> None:
        if token.text == "각" or token.kind != "EACH":
            self.label += "각"
            return
        if token.text.startswith("1"):
            self.label += token.text + "당"
            return
        top = self.waiting[-1] if self.waiting else None
        if top is not None and (top.every or top.source is not None):
            return
        if top is not None and len(self.waiting) == 1 and each_of(top.label):
            # `센터별 50건씩 15개소에서`
            self.waiting[-1] = replace(top, every=EACH_ONE)
            return
        if len(self.waiting) < 2:
            raise Stuck
        term = self.waiting.pop()
        self.waiting[-1] = self.each(self.waiting[-1], term)
