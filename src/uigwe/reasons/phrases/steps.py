"""Verbs and what they take: a start, and by how much."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Past
from uigwe.reasons.build import (
    infix,
    number,
)
from uigwe.reasons.phrases.beside import MANY, Beside
from uigwe.reasons.phrases.chart import Phrase
from uigwe.reasons.phrases.meaning import (
    Meaning,
    NoSenseError,
    applied,
    as_printed,
    factor_of,
    level,
    moved,
    node_of,
    scaled,
)

BASE = ("to", "from", "than", "basis", "of", "up", "in")
OBJECT = ("", "it", "much", "who")


class Steps(Beside):
    """Phrases with a verb that calculates."""

    def taken_by(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`3%를` + `더하여`; a base comes before it."""
        means = left.means
        if (
            means is None
            or (left.kind == "M" and left.mark not in OBJECT)
            or means.kind in ("list", "rates", "changes")
        ):
            raise NoSenseError
        if right.verb in ("add", "less", "apply", "times"):
            if means.kind == "years" and not (means.single and right.verb in ("add", "less")):
                raise NoSenseError
            yield Phrase("VP", left.start, right.end, right.mark, means, verb=right.verb)

    def lowered_to(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`평균의 97% 선으로` + `낮추어`: to so much of it."""
        means = left.means
        if (
            means is None
            or left.mark not in ("as", "up")
            or means.kind != "level"
            or not means.made
            or right.verb not in ("add", "less")
        ):
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, right.mark, means)

    def meant(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`그만큼 증가하는 것으로 보아` + `’22년 실적에 적용`."""
        if left.mark != "on" or left.means is None or left.means.kind not in ("rate", "change"):
            raise NoSenseError
        yield from self.object_before(replace(left, kind="N", mark=""), right)

    def worked_out_then(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`CAGR을 산출하여` + `반영함`."""
        means = left.means
        if (
            left.verb != "had"
            or left.mark != "on"
            or means is None
            or means.kind not in ("rate", "change")
            or right.verb not in ("add", "less", "apply", "times")
        ):
            raise NoSenseError
        yield Phrase("VP", left.start, right.end, right.mark, means, verb=right.verb)

    def so_named(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가폭을 평균하면` + `33건이므로`."""
        if left.mark != "on" or left.means is None or right.mark not in ("so", "who"):
            raise NoSenseError
        for one in self.called(replace(left, kind="N", mark=""), replace(right, kind="N")):
            yield replace(one, kind="CL", mark="on", verb="had")

    def said_first(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`예산 증가율 10%의 절반만 이어진다고 보아` + what comes to just that."""
        rate, means = left.means, right.means
        if rate is None or means is None or means.kind != "level" or rate.kind != "rate":
            raise NoSenseError
        last = Meaning("years", years=(self.known.year - 1,))
        if self.known.value(node_of(applied(last, rate, self.known), self.known)) != self.known.value(
            node_of(means, self.known)
        ):
            raise NoSenseError
        yield replace(right, start=left.start)

    def twice_said(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`1.4%만큼의 증가를 반영하여` + `1.4% 상향함`."""
        rate, by = left.means, right.means
        if (
            rate is None
            or by is None
            or rate.kind != "rate"
            or by.amount is None
            or by.amount.unit != "%"
            or left.mark != "on"
            or left.verb != "apply"
        ):
            raise NoSenseError
        if as_printed(Meaning("rate"), by.amount, self.known).nodes != rate.nodes or right.verb != "add":
            raise NoSenseError
        yield replace(left, end=right.end, mark=right.mark)

    def keeps_on(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년의 증가율이` + `올해에도 이어진다고 보아`."""
        means = left.means
        if (
            means is None
            or means.kind not in ("rate", "change")
            or not means.made
            or (left.kind == "M" and left.mark not in ("who", "it"))
        ):
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, "on", means, verb="had")

    def compared_by(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`20건` + `많은`."""
        means = left.means
        if means is None or (left.kind == "M" and left.mark not in ("", "much")):
            raise NoSenseError
        if means.kind == "amount" or (means.kind in ("change", "level") and means.made):
            yield Phrase("VP", left.start, right.end, right.mark, means, verb="add" if right.verb == "+" else "less")

    def based(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년 실적에` + `3%를 더하여`."""
        base, by = left.means, right.means
        if base is None or by is None:
            raise NoSenseError
        swapped = left.mark == "it" and (by.kind == "amount" or by.kind in ("rate", "change"))
        if left.mark not in BASE and not swapped:
            raise NoSenseError
        if left.mark in ("of", "than", "up") and (right.verb not in ("add", "less") or by.kind in ("level", "years")):
            raise NoSenseError
        if left.mark == "in" and right.verb != "less":
            raise NoSenseError
        if left.mark == "than" and self.used(by.kind, by.nodes) and base.years != (self.known.year - 1,):
            # `’21년 대비 ’22년 증가율만큼`: what is grown is not what it is compared with.
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, right.mark, self.done(base, by, right.verb))

    def done(self, base: Meaning, by: Meaning, verb: str) -> Meaning:
        if base.kind in ("years",) and not base.single:
            raise NoSenseError
        if base.kind == "amount" and by.kind not in ("amount", "factor"):
            raise NoSenseError
        if by.kind == "gapto" and by.gap is not None and verb in ("add", "apply"):
            start = level(base, self.known)
            missing = infix(node_of(by, self.known), "-", node_of(start, self.known))
            return Meaning("level", (infix(node_of(start, self.known), "+", infix(missing, "*", by.gap)),), made=True)
        if verb == "apply":
            return applied(base, by, self.known)
        if verb == "times":
            return self.product(base, by)
        if by.kind == "factor":
            if by.amount is not None:
                # `두 배 늘린`: to or by how much nobody says.
                raise NoSenseError
            step = scaled(level(base, self.known), by.nodes[0], self.known)
            return moved(level(base, self.known), step, 1 if verb == "add" else -1, self.known)
        found = moved(base, by, 1 if verb == "add" else -1, self.known)
        both = verb == "less" and base.single and by.single
        return replace(found, gap=Past(kind="last")) if both else found

    def product(self, base: Meaning, by: Meaning) -> Meaning:
        if by.kind == "rate":
            return applied(base, by, self.known)
        if by.kind == "amount" and by.amount is not None and by.amount.unit == "":
            return scaled(level(base, self.known), number(by.amount.number), self.known)
        return scaled(level(base, self.known), factor_of(by), self.known)

    def base_at_verb(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`전년 실적에` + `더하여`; what is added comes before it."""
        means = left.means
        if means is None or right.verb not in ("add", "less", "apply", "times"):
            raise NoSenseError
        raised = (left.mark == "it" or (left.mark == "than" and right.verb != "apply")) and right.verb != "times"
        raised = raised and (means.single or means.kind == "level")
        if left.mark not in ("to", "from") and not raised:
            raise NoSenseError
        if raised:
            # `그 비율만큼` + `실적을 늘려`
            yield Phrase("VO", left.start, right.end, right.mark, means, verb=right.verb)
            return
        yield Phrase("VB", left.start, right.end, right.mark, means, verb=right.verb)

    def object_before(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가폭을` + `전년 실적에 더하여`."""
        by, base = left.means, right.means
        if (
            by is None
            or base is None
            or (left.kind == "M" and left.mark not in (*OBJECT, "and"))
            or by.kind in ("list", "years", "rates", "changes")
        ):
            raise NoSenseError
        if by.kind in ("level", "amount") and right.verb == "add" and left.mark == "and":
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, right.mark, self.done(base, by, right.verb))

    def raised_by(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`46억원으로 늘어난 비율만큼` + `실적을 늘려`."""
        by = left.means
        if (
            by is None
            or left.mark != "much"
            or by.kind not in ("rate", "change")
            or (right.verb != "apply" and by.fewer != (right.verb == "less"))
        ):
            raise NoSenseError
        yield from self.object_before(left, replace(right, verb="apply"))

    def said_before(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가 건수를 그대로 유지한다고 보고` + what comes to just that."""
        by, means = left.means, right.means
        if (
            left.verb != "had"
            or by is None
            or means is None
            or by.kind not in ("rate", "change")
            or means.kind != "level"
        ):
            raise NoSenseError
        last = Meaning("years", years=(self.known.year - 1,))
        if self.known.value(node_of(applied(last, by, self.known), self.known)) != self.known.value(
            node_of(means, self.known)
        ):
            raise NoSenseError
        yield replace(right, start=left.start)

    def summed(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`최근 3년 실적을` + `더하여`, `최고 실적과 최저 실적을` + `더해`."""
        means = left.means
        if means is None or left.mark not in ("it", "") or right.verb != "add":
            raise NoSenseError
        if means.kind == "years" and len(means.years) > 1:
            yield Phrase(
                "CL",
                left.start,
                right.end,
                right.mark,
                Meaning("level", self.over("sum", means.years), made=True),
                verb="sum",
            )
        elif means.kind == "list" and len(means.parts) > 1:
            yield Phrase(
                "CL",
                left.start,
                right.end,
                right.mark,
                replace(self.of_list(means, "sum"), name=str(len(means.parts))),
                verb="sum",
            )

    def averaged(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`증가율을` + `평균하여`."""
        if left.mark != "it" or left.means is None:
            raise NoSenseError
        for one in self.taken(replace(left, kind="N", mark=""), replace(right, kind="S")):
            yield replace(one, kind="CL", mark=right.verb)

    def divided(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`합계를` + `3으로 나눈`."""
        means = left.means
        waiting = left.kind == "CL" and left.mark == "on" and left.verb == "sum"
        if (
            means is None
            or not (waiting or (left.kind == "M" and left.mark == "it"))
            or not means.made
            or means.kind not in ("level", "change")
        ):
            raise NoSenseError
        nodes = (infix(node_of(means, self.known), "/", number(Decimal(right.verb))),)
        yield Phrase("CL", left.start, right.end, right.mark, replace(means, nodes=nodes))

    def closed(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`격차의 3분의 1을` + `해소`."""
        means = left.means
        if (
            means is None
            or right.verb not in ("close", "add", "less")
            or means.kind != "change"
            or means.gap is None
            or (left.kind == "M" and left.mark not in ("it", ""))
        ):
            raise NoSenseError
        if right.verb == "add" and means.gap is None:
            raise NoSenseError
        node = infix(means.gap, "+", node_of(means, self.known))
        yield Phrase("CL", left.start, right.end, right.mark, Meaning("level", (node,), made=True))

    def had(self, left: Phrase, right: Phrase) -> Iterable[Phrase]:
        """`평균을` + `구하고`: it is at hand for what follows."""
        means = left.means
        if (
            means is None
            or left.mark not in ("it", "")
            or right.verb != "have"
            or means.kind not in (*MANY, "rates", "changes")
            or not means.made
        ):
            raise NoSenseError
        yield Phrase("CL", left.start, right.end, right.mark, means, verb="had")
