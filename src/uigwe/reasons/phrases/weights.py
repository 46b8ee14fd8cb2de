"""Years with their weights."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Number
from uigwe.reasons.build import (
    number,
)
from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.meaning import (
    Meaning,
    NoSenseError,
    factor_of,
    level,
    node_of,
)
from uigwe.reasons.phrases.steps import Steps
from uigwe.reasons.table.taken import StuckError, weighed_sum


class Weights(Steps):
    """Phrases that weigh."""

    def weight_of(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년` + `50%`."""
        one, weight = left.means, right.means
        if (
            one is None
            or weight is None
            or weight.amount is None
            or weight.amount.unit not in ("", "%")
            or weight.kind != "amount"
        ):
            raise NoSenseError
        if not (one.single or (one.kind == "level" and one.made)) or (
            left.kind == "M" and left.mark not in ("to", "of", "who")
        ):
            raise NoSenseError
        yield Phrase(
            "PAIRS", left.start, right.end, "", Meaning("list", parts=(one,)), Meaning("list", parts=(weight,))
        )

    def weights_listed(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년 50%,` + `2년 전 30%`."""
        if left.means is None or right.means is None or left.other is None or right.other is None or left.mark != "and":
            raise NoSenseError
        yield replace(
            left, kind="PAIRS", end=right.end, mark="",
            means=replace(left.means, parts=(*left.means.parts, *right.means.parts)),
            other=replace(left.other, parts=(*left.other.parts, *right.other.parts)),
        )  # fmt: skip

    def pairs_marked(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        if right.mark in ("and", "it", "as", "much", "of"):
            yield replace(left, end=right.end, mark="and" if right.mark == "and" else "bound")

    def weights_said(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년 50%, …` + `의 가중치를`, or `가중치` + `(전년 50%, …)`."""
        pairs = left if left.kind == "PAIRS" else right
        yield replace(pairs, kind="PAIRS", start=left.start, end=right.end, mark="said")

    def weights_of_window(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`직전 3개년 실적에` + its weights."""
        means, pairs = left.means, right.means
        if means is None or means.kind != "years" or pairs is None or right.mark not in ("said", "bound"):
            raise NoSenseError
        if sorted(year for part in pairs.parts for year in part.years) != sorted(means.years):
            raise NoSenseError
        yield replace(right, start=left.start)

    def weighed(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """The weights, and that they are put together."""
        if left.means is None or left.other is None or len(left.means.parts) < 2 or left.mark == "and":
            raise NoSenseError
        values = [node_of(level(one, self.known), self.known) for one in left.means.parts]
        weights = [
            factor_of(one)
            if one.amount and one.amount.unit
            else number(one.amount.number if one.amount else Decimal(0))
            for one in left.other.parts
        ]
        try:
            node = weighed_sum(values, [one for one in weights if isinstance(one, Number)])
        except StuckError as stuck:
            raise NoSenseError from stuck
        yield Phrase("CL", left.start, right.end, right.mark, Meaning("level", (node,), made=True))
        yield Phrase("N", left.start, right.end, "", Meaning("level", (node,), made=True))
