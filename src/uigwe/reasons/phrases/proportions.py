"""Parts, differences and shares of what was named, and proportions that the figures of something else give."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from uigwe.reasons.build import (
    infix,
    number,
)
from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.growing import Growing
from uigwe.reasons.phrases.meaning import (
    Meaning,
    NoSenseError,
    factor_of,
    level,
    node_of,
    scaled,
)


class Proportions(Growing):
    """Phrases that take a part."""

    def dated(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’22년` + `40억원`, of something else."""
        if (
            left.means is None
            or right.means is None
            or not left.means.single
            or right.means.amount is None
            or not right.means.amount.unit
        ):
            raise NoSenseError
        yield replace(right, kind="DA", start=left.start)

    def dated_list(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’21년 45건,` + `’22년 21건`."""
        one, other = left.means, right.means
        if one is None or other is None or left.mark != "and" or other.amount is None:
            raise NoSenseError
        parts = one.parts if one.kind == "list" else (one,)
        if any(part.amount is None or part.amount.unit != other.amount.unit for part in parts):
            raise NoSenseError
        yield replace(right, kind="DL", start=left.start, means=Meaning("list", parts=(*parts, other)))

    def from_amount(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`40억원에서` + `46억원으로`."""
        one, other = left.means, right.means
        if (
            one is None
            or other is None
            or one.amount is None
            or other.amount is None
            or one.kind != "amount"
            or other.kind != "amount"
        ):
            raise NoSenseError
        if (
            left.mark not in ("from", "in")
            or right.mark not in ("as", "so", "")
            or one.amount.unit != other.amount.unit
            or one.amount.unit in ("%", "배")
        ):
            raise NoSenseError
        before, after = one.amount.scaled, other.amount.scaled
        if before <= 0 or before == after:
            raise NoSenseError
        node = infix(infix(number(after), "/", number(before)), "-", number(Decimal(1)))
        yield Phrase(
            "FROMTO",
            left.start,
            right.end,
            right.mark,
            Meaning("rate", (node,), made=True, fewer=after < before, name="other"),
        )

    def in_proportion(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """… + `늘어난 비율`."""
        if (
            left.means is None
            or right.means is None
            or right.mark != "rate"
            or right.verb
            or right.means.fewer != left.means.fewer
        ):
            raise NoSenseError
        yield self.noun(left, right, left.means)

    def proportion_bracket(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가 비율` + `(50억원→55억원)`."""
        if right.means is None or right.means.kind != "rate" or right.means.name != "other":
            raise NoSenseError
        if left.means is None or left.mark != "rate" or left.verb or left.means.fewer != right.means.fewer:
            raise NoSenseError
        yield self.noun(left, right, right.means)

    def part(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가분의` + `절반`, `실적의` + `70%`."""
        if left.means is None or right.means is None or left.mark not in ("of", "in") or left.means.kind == "amount":
            raise NoSenseError
        if left.means.kind == "gapto" and left.means.gap is not None:
            yield self.noun(left, right, replace(left.means, gap=infix(left.means.gap, "*", factor_of(right.means))))
            return
        if right.means.kind == "factor" or (right.means.amount is not None and right.means.amount.unit == "%"):
            yield self.noun(
                left, right, replace(scaled(left.means, factor_of(right.means), self.known), gap=left.means.gap)
            )

    def difference(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’25년 목표 77%와 전년 실적의` + `차이`: the larger less the smaller; `gap`: our end, when the other is a goal."""
        means = left.means
        if (
            means is not None
            and means.kind == "years"
            and len(means.years) == 2
            and not means.spoken
            and means.name not in ("run", "steps")
        ):
            means = Meaning("list", parts=tuple(Meaning("years", years=(year,)) for year in means.years))
        if (
            means is None
            or means.kind != "list"
            or len(means.parts) != 2
            or (left.kind == "M" and left.mark not in ("of", ""))
        ):
            raise NoSenseError
        ends = [level(part, self.known) for part in means.parts]
        nodes = [node_of(end, self.known) for end in ends]
        values = [self.known.value(node) for node in nodes]
        if values[0] is None or values[1] is None or values[0] == values[1]:
            raise NoSenseError
        goals = [end.name == "goal" or part.kind == "amount" for end, part in zip(ends, means.parts, strict=True)]
        if sum(goals) == 1:
            goal, ours = (nodes[0], nodes[1]) if goals[0] else (nodes[1], nodes[0])
            yield self.noun(left, right, Meaning("change", (infix(goal, "-", ours),), made=True, gap=ours))
        else:
            order = (0, 1) if values[0] > values[1] else (1, 0)
            yield self.noun(left, right, Meaning("change", (infix(nodes[order[0]], "-", nodes[order[1]]),), made=True))

    def gap_to(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최고 실적과의` + `차이`: of what it is added to."""
        if left.means is None or left.mark != "with":
            raise NoSenseError
        yield self.noun(
            left,
            right,
            Meaning("gapto", (node_of(level(left.means, self.known), self.known),), made=True, gap=number(Decimal(1))),
        )

    def shared(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`차이를` + `4년에 걸쳐 나눈`."""
        means = left.means
        if means is None or left.mark not in ("it", "") or means.kind not in ("change", "level") or not means.made:
            raise NoSenseError
        divided = infix(node_of(means, self.known), "/", number(Decimal(right.verb)))
        yield Phrase("CL", left.start, right.end, right.mark, replace(means, nodes=(divided,)), verb="shared")
