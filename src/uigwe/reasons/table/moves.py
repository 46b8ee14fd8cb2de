"""What is done with what waits: raised, lowered, applied, multiplied, divided, rounded, weighed."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Number, Past, Suffix
from uigwe.reasons.build import call, infix, number, signed
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.table.growing import Growing
from uigwe.reasons.table.taken import (
    BASES,
    LISTING,
    OBJECTS,
    RESULTS,
    StuckError,
    Value,
    level_of,
    one_node,
    put_negative,
    put_together,
    weighed_sum,
    worth,
    years_used,
)
from uigwe.reasons.tokens import Token


class Moving(Growing):
    """Each verb takes what it needs from what waits."""

    def on_UP(self, token: Token) -> None:
        self.move(token, 1)

    def on_DOWN(self, token: Token) -> None:
        self.move(token, -1)

    def move(self, token: Token, sign: int) -> None:
        if self.weighing or (self.applied and sign > 0 and self.complete()):
            return
        if self.label and self.label[-1] in "을를이가은는의":
            # The verb is about what is named: `변동을 완화`.
            if self.waiting:
                raise StuckError
            self.label = ""
            return
        top = self.top
        if top is None:
            raise StuckError
        if top.share is not None and top.part in RESULTS:
            # `평균의 97% 선으로 낮추어`: to so much of it.
            self.waiting[-1], self.fresh, self.moved = replace(top, part="", share=None), True, True
            return
        if top.kind == "years" and len(top.years) > 1 and sign > 0 and token.text.startswith(("더", "합")):
            # `최근 3년 실적을 더한 수치`
            self.of_years(top, "TOTAL", token)
            return
        if top.share is not None and len(self.waiting) == 1 and top.part in ("", "을", "를"):
            self.of_share(top, sign, token)
            return
        if len(self.waiting) == 1 and top.made and top.kind == "level" and top.part in (*RESULTS, ""):
            if self.weighed and token.text.startswith("합"):
                return
            raise StuckError
        if (
            len(self.waiting) == 1
            and top.kind in ("rate", "change")
            and top.part in OBJECTS
            and top.fewer == (sign < 0)
        ):
            if not (self.goes_on or self.this_year()):
                raise StuckError
            self.carry_on()
            return
        self.step(token, sign, joins=token.text.startswith(("합", "더하")))

    def this_year(self) -> bool:
        """`올해도 더 줄임`: from where the year before ended."""
        return any(one.kind == "this" for one in self.tokens[max(0, self.at - 3) : self.at])

    def of_share(self, top: Value, sign: int, token: Token) -> None:
        """`3개년 평균치의 5분의 1을 감축`."""
        base, part = top.share  # type: ignore[misc]
        if isinstance(part, Number) and part.suffix is Suffix.NONE:
            raise StuckError
        self.pop()
        rest = number(HUNDRED, Suffix.RATIO) if isinstance(part, Number) else number(Decimal(1))
        self.make("level", infix(base, "*", signed(rest, sign, part)), top.start, token)

    def pair(self, *, joins: bool = False) -> tuple[Value, Value]:
        """What is changed and by what, in whichever order they were said."""
        by = self.pop()
        base = self.pop()
        levels = level_of(by, self.known).kind == level_of(base, self.known).kind == "level"
        if levels and by.part in BASES and base.part not in BASES:
            base, by = by, base
        if base.kind in ("rate", "change", "per_cent", "points", "amount", "factor") and base.part not in BASES:
            base, by = by, base
        base, by = level_of(base, self.known), by if by.kind != "years" else level_of(by, self.known)
        swapped = base.start > by.start
        if by.part not in (*OBJECTS, *(("로", "으로") if swapped else ())):
            raise StuckError
        printed = by.kind in ("per_cent", "points", "amount", "rate", "factor")
        object_ = base.part in ("을", "를") and (swapped or (printed and by.part in ("", "씩", "만큼")))
        if not (
            base.part in BASES or (base.made and base.part in ("", ",")) or object_ or (swapped and not base.part)
            or (joins and base.part in LISTING)
        ):  # fmt: skip
            raise StuckError
        return base, by

    def step(self, token: Token, sign: int, *, applied: bool = False, joins: bool = False) -> None:
        base, by = self.pair(joins=joins)
        if applied and by.kind == "factor" and by.amount is not None:
            self.make("level", infix(one_node(base, self.known), "*", one_node(by, self.known)), base.start, token)
            self.moved = True
            return
        if by.kind == "factor" and (by.amount is not None or applied):
            raise StuckError
        if applied and by.kind in ("per_cent", "level"):
            raise StuckError
        if applied and by.fewer and (by.kind == "change" or isinstance(one_node(by, self.known), Number)):
            sign = -1
        if applied and by.fewer and sign > 0:
            value = worth(by.kind, one_node(by, self.known), self.known)
            if value is None or value >= 0:
                raise StuckError
            node = put_negative(base, by, self.known)
        else:
            node = self.repeated(base, by, sign)
        self.make(base.kind, node, min(base.start, by.start), token)
        self.moved, self.applied = True, applied

    def repeated(self, base: Value, by: Value, sign: int) -> Node:
        """The step, taken once, or in each of the years that are named."""
        times = 1
        if self.repeats or self.annual:
            if base.kind != "level" or not isinstance(base.nodes[0], Past) or base.nodes[0].kind == "target":
                if base.kind == "level":
                    raise StuckError
                return put_together(base, by, sign, self.known)
            years = self.known.year - (base.nodes[0].year or self.known.year - 1)
            times = self.repeats or years
            if times != years:
                raise StuckError
            self.repeats, self.annual = 0, False
        node = put_together(base, by, sign, self.known)
        for _ in range(times - 1):
            node = put_together(replace(base, nodes=(node,)), by, sign, self.known)
        return node

    def on_APPLY(self, token: Token) -> None:
        top = self.top
        if self.weighing:
            return
        if self.label and self.label[-1] in "을를이가은는":
            if self.waiting and not self.complete():
                raise StuckError
            self.clause()
            return
        if token.text.startswith("곱"):
            self.multiply(token)
            return
        if len(self.waiting) == 1 and top is not None and top.made and top.kind == "level":
            self.finish()
            return
        if len(self.waiting) == 1 and top is not None and top.kind in ("rate", "change"):
            self.deferred = True
            return
        self.step(token, 1, applied=True)

    def multiply(self, token: Token) -> None:
        if any(one.kind == "rate" for one in self.waiting[-2:]) and self.adds_behind():
            # `증가율을 실적에 곱해 가산`
            self.step(token, 1, applied=True)
            return
        by = self.pop()
        base = level_of(self.pop(), self.known)
        if by.kind not in ("factor", "per_cent", "amount") or base.kind not in ("level", "rate", "change"):
            raise StuckError
        if by.amount is None or (by.kind == "amount" and by.amount.unit) or base.part not in (*BASES, "을", "를"):
            raise StuckError
        nodes = tuple(infix(node, "*", one_node(by, self.known)) for node in base.nodes)
        self.steps += 1
        self.push(replace(base, nodes=nodes, part="", end=token.end, made=True))

    def adds_behind(self) -> bool:
        """Whether the product is added to what it is taken of."""
        for ahead in range(1, 4):
            here = self.look(ahead)
            if here is not None and here.kind == "UP" and here.text.startswith(("가산", "더", "합", "얹")):
                return True
            if here is None or here.kind != "other":
                return False
        return False

    def on_EVENLY(self, token: Token) -> None:
        if not token.text.startswith("나"):
            raise StuckError
        by, base = self.pop(), level_of(self.pop(), self.known)
        whole = by.kind == "amount" and by.amount is not None and by.amount.unit in ("", "개") and by.amount.number > 1
        if (
            not whole
            or by.part not in ("로", "으로")
            or base.part not in ("을", "를")
            or base.kind not in ("level", "change")
        ):
            raise StuckError
        self.make(base.kind, infix(one_node(base, self.known), "/", one_node(by, self.known)), base.start, token)

    def on_ALONE(self, token: Token) -> None:
        by = self.top
        if (
            by is None
            or by.kind not in ("amount", "change")
            or len(self.waiting) < 2
            or self.waiting[-2].part != "에서"
        ):
            raise StuckError
        self.step(token, -1)
        self.glossed.append((token.start, token.end))

    def on_ROUND(self, token: Token) -> None:
        if len(self.waiting) == 1 and self.waiting[0].kind == "rate" and self.against is not None:
            self.carry_on()
        spoken = rounding_of(token.text, None, self.known)
        if spoken is None or spoken[2] or len(self.waiting) != 1 or not self.steps or self.waiting[0].kind != "level":
            raise StuckError
        top = self.pop()
        self.settled = False
        self.make("level", call(spoken[0], one_node(top, self.known), number(Decimal(spoken[1]))), top.start, token)

    def on_WEIGHTED(self, token: Token) -> None:
        """Weights behind each value, or in a row behind them all."""
        if len(self.waiting) == 1 and self.waiting[0].made:
            return
        if not self.waiting:
            self.weighing = True
            return
        self.weighing, self.weighed = False, True
        row = next((one for one in self.waiting if one.kind == "ratio"), None)
        rest = [one for one in self.waiting if one is not row]
        if row is not None:
            self.by_row(rest, row, token)
            return
        values, shares = rest[::2], rest[1::2]
        if len(shares) < 2 or len(values) != len(shares):
            raise StuckError
        nodes = [one_node(level_of(one, self.known), self.known) for one in values]
        weights = [
            one.nodes[0]
            for one in shares
            if one.kind == "per_cent" or (one.kind == "amount" and one.amount and not one.amount.unit)
        ]
        if len(weights) != len(shares):
            raise StuckError
        self.waiting.clear()
        self.make(
            "level",
            weighed_sum(nodes, [one for one in weights if isinstance(one, Number)]),
            values[0].start,
            token,
            token.tail,
        )

    def by_row(self, rest: list[Value], row: Value, token: Token) -> None:
        weights = [number(one) for one in row.weights]
        self.rising = list(row.weights) == sorted(row.weights)
        if len(rest) == 1 and rest[0].kind == "years" and len(rest[0].years) == len(weights):
            years = rest[0].years
            if self.tokens_of(rest[0]) in ("span", "range"):
                if sorted(row.weights) not in (list(row.weights), list(row.weights)[::-1]):
                    raise StuckError
                # Without another word the later year weighs more.
                weights = sorted(weights, key=lambda one: one.value)
            nodes: list[Node] = [Past(kind="actual", year=year) for year in years]
        elif len(rest) == len(weights) > 1:
            nodes = [one_node(level_of(one, self.known), self.known) for one in rest]
        else:
            raise StuckError
        self.waiting.clear()
        self.make("level", weighed_sum(nodes, weights), rest[0].start, token, token.tail)

    def on_GAP(self, token: Token) -> None:
        """`’22년 실적과 ’21년 실적의 차이`: the later less the earlier, when it is the larger one."""
        top = self.top
        if top is not None and top.made and self.fresh and top.kind in ("level", "change"):
            self.hook(token.tail)
            return
        late, early = level_of(self.pop(), self.known), level_of(self.pop(), self.known)
        if (
            late.kind != "level"
            or early.kind != "level"
            or early.part not in ("과", "와")
            or late.part not in ("의", "간", "")
        ):
            raise StuckError
        nodes = sorted(
            (one_node(late, self.known), one_node(early, self.known)),
            key=lambda one: self.known.value(one) or Decimal(0),
        )
        self.steps += 1
        self.push(Value("change", early.start, token.end, token.tail, (infix(nodes[1], "-", nodes[0]),), made=True))

    def on_LEFT(self, token: Token) -> None:
        """`빼고 남은 인원`: what came out."""
        if self.top is None or not self.top.made:
            raise StuckError
        self.fresh = True

    def on_BAND(self, token: Token) -> None:
        if not token.text.startswith("최고목표") and not token.text.startswith("최저목표"):
            raise StuckError
        self.hook(token.tail) if self.fresh else None

    def on_arrow(self, token: Token) -> None:
        if not self.complete():
            raise StuckError

    def carry_on(self) -> None:
        """`전년의 증가율이 올해에도 이어질 것으로 보고`: from the result where that growth ended."""
        by = self.waiting[0]
        used = years_used(by, self.known) or frozenset(self.against.years if self.against else ())
        if not used or max(used) != self.known.year - 1:
            raise StuckError
        base = Value("level", by.start, by.end, "에", (Past(kind="last"),), made=True)
        self.waiting = [base, replace(by, part="을")]
        self.step(self.tokens[-1], 1, applied=True)
