"""The figures of a chain, each with its part: a factor, a divisor, a share, or what begins a further product."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from uigwe.reasons.account import names_only
from uigwe.reasons.build import number
from uigwe.reasons.chain_figures import LEAST, OVER, RATES, Broken, Figures, Found, Link
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

_NAMES = frozenset(
    [
        "other", "SAID", "TARGET", "this", "TOTALOF", "APPROX", "ordinal", "YEARLY", "CUMUL", "comma", "EACH", "per", "blank",
    ]
)  # fmt: skip
_IN_LABEL = frozenset(["MEAN", "GROWN", "RATE", "ACTUAL", "BOUND"])
_MONTHS = Decimal(12)
_WORDS = frozenset(["other", "SAID", "comma", "TARGET"])  # of a bracket that only names
_NOTE = pattern_of(r"^단위:?[가-힣%]{1,5}$|^[가-힣]{1,4}단위(?:를|에서)[가-힣]{1,5}(?:으로|로)(?:환산|표기)$")


def linked(tokens: Sequence[Token], known: Known) -> Found | None:
    """All figures with their parts, or None when one has none."""
    try:
        return _Linker([one for one in tokens if one.kind != "blank"], known).run()
    except Broken:
        return None


class _Linker(Figures):
    """Goes through the tokens once."""

    def run(self) -> Found:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind == "open":
                self.bracket()
            elif token.kind == "close":
                self.label = []
            elif token.amount is not None or token.kind == "fraction":
                self.figure(token)
            else:
                self.word(token)
            self.at += 1
        self.whole()
        if sum(len(one) for one in self.found.segments) < LEAST or self.found.based != self.added:
            raise Broken
        self.found.rates, self.found.names = frozenset(self.rates), "".join(self.names)
        return self.found

    def word(self, token: Token) -> None:
        text = token.text
        if token.kind == "per":
            rate = RATES.get(text)
            if rate is None and text not in ("주", "매주", "주별"):
                raise Broken
            self.rates |= {rate} if rate else set()
        elif token.kind in ("last", "year", "this"):
            self.past(token)
            return
        elif token.kind == "op":
            self.sign(token)
            return
        elif token.kind == "arrow" or (token.kind == "COMPARE" and "기준" in text):
            return
        elif token.kind in ("APPLY", "EVENLY"):
            self.join()
        elif token.kind == "CONSIDER":
            if not self.segment or self.segment[-1].role != "share" or self.label:
                raise Broken
        elif token.kind in ("UP", "DOWN", "ALONE", "TOTAL", "ASMUCH"):
            self.verb(token)
            return
        elif token.kind in _IN_LABEL:
            if token.tail in ("을", "를", "보다", "에서", "의") and token.kind != "ACTUAL":
                raise Broken
        elif token.kind not in _NAMES:
            raise Broken
        if token.kind == "comma":
            self.label = []
            return
        if token.kind == "other":
            self.names.append(re.sub("환산|비례|만큼|결손|미수납|단위", "", text) + " ")
        self.label.append(token)

    def past(self, token: Token) -> None:
        """`전년 실적에 …을 더함` is the base; `전년 이월 6건`, `’23년 예산` only name."""
        year = token.years[0] if token.kind == "year" and token.years else self.known.year - (token.kind == "last")
        after = self.ahead()
        if (
            year == self.known.year - 1
            and after is not None
            and after.kind == "ACTUAL"
            and after.tail in ("에", "에다")
        ):
            if self.found.based:
                raise Broken
            self.found.based = True
            self.at += 1
            self.label = []
            return
        if year < self.known.year and not (after is not None and after.kind == "other" and not token.tail):
            raise Broken
        self.label.append(token)

    def sign(self, token: Token) -> None:
        if token.text in ("×", "x", "X", "*", "곱하기") or token.text in ("÷", "/", "나누기"):
            self.joined = True
        elif token.text in ("+", "더하기", "플러스"):
            self.whole()
            self.found.segments.append([])
        elif token.text == "=":
            self.outcome = True
        else:
            raise Broken
        self.label = []

    def join(self) -> None:
        """`곱하여`, `적용`: the last figure is joined to what stands before it."""
        if not self.segment:
            raise Broken
        self.segment[-1] = replace(self.segment[-1], joined=True)

    def verb(self, token: Token) -> None:
        """What is done with the figure just read; only adding up is left for a verb that stands apart."""
        if token.kind in ("TOTAL", "ASMUCH"):
            return
        if self.found.based and token.kind == "UP" and OVER.match(token.text) and not self.rest_has_figures():
            self.added = True
            return
        raise Broken

    def bracket(self) -> None:
        """A bracket that notes the unit, names, or says that it is for twelve months."""
        depth, inner = 0, list[Token]()
        for index in range(self.at, len(self.tokens)):
            one = self.tokens[index]
            depth += (one.kind == "open") - (one.kind == "close")
            if not depth:
                break
            inner.append(one)
        self.at += len(inner)
        inner = inner[1:]
        text = "".join(one.text + one.tail for one in inner)
        figures, kinds = [one for one in inner if one.amount is not None], {one.kind for one in inner}
        if any(one.amount is None or one.amount.unit != "개월" or one.amount.number != _MONTHS for one in figures):
            raise Broken
        if figures:
            self.add(Link("factor", number(_MONTHS), _MONTHS, "개월", joined=True))
            self.names.append(text + " ")
        elif not _NOTE.match(text) and not (_WORDS.issuperset(kinds) and names_only(text, beside=False)):
            raise Broken
