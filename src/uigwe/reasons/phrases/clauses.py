"""How clauses follow each other, until the target is set."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Number, Suffix, walk
from uigwe.reasons.build import (
    call,
    number,
)
from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.meaning import (
    Meaning,
    NoSenseError,
    node_of,
)
from uigwe.reasons.phrases.steps import Steps


class Clauses(Steps):
    """Clauses, and the target."""

    def called_so(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`더한` + `값`."""
        if left.mark != "of" or left.means is None:
            raise NoSenseError
        yield self.noun(left, right, left.means)

    def grown_so(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’22년 실적에서 ’21년 실적을 뺀` + `증가분`, `3으로 나눈` + `연평균 증가분`."""
        means = left.means
        if left.mark != "of" or means is None or right.means is None:
            raise NoSenseError
        if right.mark == "change" and (means.kind == "change" or means.gap is not None):
            yield self.noun(left, right, replace(means, kind="change", gap=None, fewer=right.means.fewer))
        elif right.mark == means.kind == "rate":
            yield self.noun(left, right, replace(means, fewer=right.means.fewer))

    def summed_so(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`모두 더한` + `누적치`."""
        if left.verb != "sum" or right.mark != "sum":
            raise NoSenseError
        yield from self.called_so(left, right)

    def printed_so(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`5%에 1%p를 더한` + `6%`."""
        if left.mark != "of" or left.means is None:
            raise NoSenseError
        yield from self.called(replace(left, kind="M", mark="is"), right)

    def difference_so(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`’22년 실적에서 ’19년 실적을 뺀` + `차이`."""
        if left.mark != "of" or left.means is None or left.means.gap is None or left.means.kind != "level":
            raise NoSenseError
        yield self.noun(left, right, replace(left.means, kind="change", gap=None))

    def goes_on(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`3%를 더한 뒤` + `20건을 뺀`."""
        if left.mark != "on" or left.means is None or right.means is None or left.means.kind not in ("level",):
            raise NoSenseError
        if right.means.kind not in ("amount", "change", "factor", "rate"):
            raise NoSenseError
        amount = right.means.amount
        same = (Number(value=amount.number, suffix=Suffix.RATIO),) if amount is not None and amount.unit == "%" else ()
        if any(part in same for node in left.means.nodes for part in walk(node)):
            # `1.4%만큼의 증가를 반영하여 1.4% 상향`: nobody takes it twice.
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, right.mark, self.done(left.means, right.means, right.verb))

    def taken_up(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가율을 구하여` + `전년 실적에 적용`."""
        means = left.means
        if left.mark != "on" or means is None or right.means is None or means.kind not in ("rate", "change"):
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, right.mark, self.done(right.means, means, right.verb))

    def rounded(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`평균을` + `반올림한`."""
        means = left.means
        bound = left.mark in ("it", "", "to", "as", "who") if left.kind in ("M", "N") else left.mark == "on"
        if means is None or not bound or not means.made or means.kind != "level":
            raise NoSenseError
        how, places = right.verb.split(":")
        node = call(how, node_of(means, self.known), number(Decimal(places)))
        yield Phrase("CL", left.start, right.end, right.mark, Meaning("level", (node,), made=True))

    def rounded_first(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`소수점 이하는 버리고` + what is calculated."""
        if left.mark != "on" or left.start or right.means is None:
            raise NoSenseError
        how, places = left.verb.split(":")
        node = call(how, node_of(right.means, self.known), number(Decimal(places)))
        yield replace(right, start=left.start, means=replace(right.means, nodes=(node,)))

    def set(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """What was worked out, and that it is the target."""
        means = left.means
        if (
            means is None
            or means.kind != "level"
            or not means.made
            or (left.verb in ("sum", "shared") and left.mark != "end")
        ):
            raise NoSenseError
        if left.kind == "CL" and left.mark not in ("on", "end"):
            raise NoSenseError
        if left.kind == "M" and left.mark not in ("as", "it", "who", "much"):
            raise NoSenseError
        yield replace(left, kind="D", end=right.end, mark="")

    def set_target(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`목표로` + `설정`."""
        yield replace(right, start=left.start)

    def told_why(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """The name of the indicator or a reason, before what is calculated."""
        yield replace(right, start=left.start)

    def remarked(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """A bracket that tells why, behind it all; of years that are not among ours it may say what happened then."""
        if (
            right.means is not None
            and left.means is not None
            and self.used("level", left.means.nodes) & set(right.means.years)
        ):
            raise NoSenseError
        yield replace(left, end=right.end)

    def from_last(self, left: Phrase) -> Iterable[Phrase]:
        """`전년에 늘어난 건수의 절반만 추가로 증가하는`: from where that growth ended."""
        by = left.means
        if (
            by is None
            or by.kind not in ("rate", "change")
            or not by.made
            or by.name == "other"
            or left.verb == "times"
            or (by.fewer and left.verb == "apply")
        ):
            raise NoSenseError
        if self.used(by.kind, by.nodes) != {self.known.year - 2, self.known.year - 1}:
            # Only last year's own change says where it goes on from.
            raise NoSenseError
        yield Phrase(
            "CL",
            left.start,
            left.end,
            left.mark,
            self.done(Meaning("years", years=(self.known.year - 1,)), by, left.verb),
        )

    def set_from_last(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """… and that it is the target."""
        if left.mark == "of":
            raise NoSenseError
        for one in self.from_last(left):
            yield from self.set(one, right)

    def so_from_last(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`절반만 증가하는` + `것`."""
        for one in self.from_last(left):
            yield from self.called_so(one, right)
