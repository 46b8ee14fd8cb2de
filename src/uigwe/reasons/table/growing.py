"""Rates of growth and changes: of one year, in a year on average, of each year, or printed."""

from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import call, change_of_years, changes_of, growth_of, is_run, number, ratio_of_years
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.table.statistics import Statistics
from uigwe.reasons.table.taken import BASES, StuckError, Value, worth
from uigwe.reasons.table.words import FILLER, falls
from uigwe.reasons.tokens import Token


class Growing(Statistics):
    """Puts a growth in the place of its years."""

    def on_RATE(self, token: Token) -> None:
        self.growth(token, "rate")

    def on_GROWN(self, token: Token) -> None:
        self.growth(token, "change")

    def on_CAGR(self, token: Token) -> None:
        self.prefix = "CAGR"
        if token.text.startswith(("연평균", "년평균", "연간평균")) and not any(
            one in token.text for one in ("율", "률")
        ):
            raise StuckError
        self.growth(token, "rate")

    def growth(self, token: Token, kind: str) -> None:
        top = self.top
        if (
            top is not None
            and top.kind == kind
            and top.made
            and (self.fresh or (top.part in ("", "의") and self.label))
            and not self.prefix
        ):
            # `1%p 높은 증가율`, `가장 높은 값의 증가율`: the word again.
            self.hook(token.tail)
            return
        if top is not None and top.kind == "per_cent" and kind == "rate" and self.fresh and not self.prefix:
            self.put(replace(top, kind="rate", part=token.tail, end=token.end, fewer=falls(token), made=True))
            if len(self.waiting) > 1 and self.waiting[-2].single and self.waiting[-2].part == "대비":
                self.against = self.waiting.pop(-2)
            return
        if self.printed(token, kind):
            return
        bracket = self.growth_bracket() if top is None or top.kind != "years" else None
        window, compared = bracket or self.grown_years()
        name, self.prefix = self.prefix, ""
        yearly, self.yearly = self.yearly, False
        value = self.measured(token, kind, name, window, compared, yearly=yearly)
        self.steps += 1
        tail = self.tokens[self.at].tail if bracket else token.tail
        self.push(replace(value, start=window.start, end=token.end, part=tail, fewer=falls(token), made=True))

    def growth_bracket(self) -> tuple[Value, Value | None] | None:
        """`연도별 증가율(’21년, ’22년 각각의 전년 대비)`: the years stand in the bracket behind."""
        if (here := self.look()) is None or here.kind != "open":
            return None
        close = next((at for at in range(self.at + 1, len(self.tokens)) if self.tokens[at].kind == "close"), 0)
        inner = self.tokens[self.at + 2 : close]
        fitting = ("year", "range", "list", "comma", "last", "COMPARE", "EACH", "arrow", "ACTUAL", "blank")
        plain = all(one.kind in fitting or (one.kind == "other" and FILLER.match(one.text)) for one in inner)
        years = sorted({year for one in inner if one.kind in ("year", "range", "list") for year in one.years})
        if not plain or len(years) < 2 or any(one.kind == "arrow" for one in inner):
            return None
        compared = next((one for one in inner if one.kind == "last"), None)
        self.at = close
        window = Value("years", inner[0].start, inner[-1].end, years=tuple(years))
        last = Value("years", inner[0].start, inner[-1].end, "대비", years=(self.known.year - 1,), last=True)
        return window, (last if compared is not None else None)

    def printed(self, token: Token, kind: str) -> bool:
        """`연평균 증가율 5%`, `증가율이 6.0%였으나`: the figure is printed behind."""
        at = self.at + 1
        while at < len(self.tokens) and (
            self.tokens[at].kind in ("APPROX", "open") or self.tokens[at].text in ("인", "이", "은", "약", "연")
        ):
            at += 1
        here = self.tokens[at] if at < len(self.tokens) else None
        opened = at > self.at + 1 and self.tokens[at - 1].kind == "open"
        set_to = here is not None and token.tail in ("을", "를") and here.tail in ("로", "으로")
        if here is None or here.amount is None or not (token.tail in ("", "이", "은", "인", "가", "는") or set_to):
            return False
        percent = here.unit == "%"
        if (kind == "rate") != percent or here.amount.number == 0:
            return False
        mean, self.prefix = self.prefix, ""
        if self.top is not None and self.top.single and self.top.part == "대비":
            self.against = self.pop()
        elif self.top is not None and self.top.kind == "years" and self.top.part not in BASES:
            self.printed_of(token, kind, mean, here)
        tail = "" if set_to else here.tail
        self.at = at
        if opened:
            self.at += 1
            close = self.tokens[self.at] if self.at < len(self.tokens) else None
            if close is None or close.kind != "close":
                raise StuckError
            tail = close.tail
        self.yearly = False
        assert here.amount is not None  # noqa: S101
        if kind == "rate":
            node: Node = number(here.amount.number, Suffix.RATIO)
        elif here.unit == "%p":
            node = number(here.amount.number, Suffix.POINTS)
        else:
            node = number(self.known.amounts(here.amount)[0], Suffix.POINTS if self.known.percent else Suffix.NONE)
        self.steps += 1
        self.push(
            Value(kind, token.start, here.end, tail if tail != "인" else "", (node,), made=True, fewer=falls(token))
        )
        return True

    def printed_of(self, token: Token, kind: str, name: str, here: Token) -> None:
        """A printed rate of years: where the table yields another one to the printed places, nobody says which counts."""
        window, compared = self.grown_years()
        try:
            value = self.measured(token, kind, name, window, compared, yearly=False)
        except StuckError:
            return
        assert here.amount is not None  # noqa: S101
        by = HUNDRED if kind == "rate" else Decimal(1)
        worths = [worth(kind, node, self.known) for node in value.nodes]
        found = [one * by for one in worths if one is not None]
        if found and here.amount.number not in [abs(one) for one in found]:
            raise StuckError

    def grown_years(self) -> tuple[Value, Value | None]:
        """The years over which something grew, and the one compared with."""
        window = self.pop()
        if window.kind != "years":
            raise StuckError
        if (
            window.part == "대비"
            and self.top is not None
            and self.top.kind == "years"
            and self.top.part in ("", "의", ",", "각각", "중", "에", "간", "까지", "은", "는")
        ):
            return self.pop(), window
        if window.part == "대비" and window.single:
            return window, None
        if window.part not in ("", "의", "간", "까지", ",", "중", "에", "도"):
            raise StuckError
        if self.top is not None and self.top.single and self.top.part == "대비":
            return window, self.pop()
        return window, None

    def measured(
        self, token: Token, kind: str, name: str, window: Value, compared: Value | None, *, yearly: bool
    ) -> Value:
        """The growth of these years: of one, in a year on average, at most, or of each."""
        years, span = window.years, self.tokens_of(window) == "span"
        ratio = kind == "rate"
        step = (
            ratio_of_years
            if ratio
            else (lambda year, before: change_of_years(before, year) if falls(token) else change_of_years(year, before))
        )
        if len(years) == 1:
            [year] = years
            before = compared.years[0] if compared is not None and not (compared.last and not window.last) else year - 1
            if before >= year or (window.part == "대비" and compared is None):
                raise StuckError
            if name == "CAGR":
                nodes, _ = growth_of(tuple(range(before, year + 1)), self.known, name="cagr", listed=True)
                return Value(kind, 0, 0, nodes=nodes)
            if ratio and year - before > 1 and not self.laid.text[: token.start].endswith(("총", "전체", "누적")):
                raise StuckError
            return Value(kind, 0, 0, nodes=(step(year, before),))
        if not is_run(years):
            raise StuckError
        each = compared is not None and compared.last
        if compared is not None and not compared.last:
            raise StuckError
        listed = not span
        if name == "CAGR" or (name in ("GEOMEAN",)):
            if each:
                raise StuckError
            nodes, _ = growth_of(years, self.known, name="cagr", listed=listed)
            return Value(kind, 0, 0, nodes=nodes)
        narrow = tuple(step(year, year - 1) for year in years[1:])
        wide = (step(years[0], years[0] - 1), *narrow)
        both = self.known.has(years[0] - 1) and (yearly or not listed)
        lists = (wide,) if each else (narrow, wide) if both else (narrow,)
        if name:
            nodes = tuple(self.picked(name, ratio, many, years) for many in lists)
            return Value(kind, 0, 0, nodes=nodes)
        if yearly or each:
            return Value(f"{kind}s", 0, 0, lists=lists)
        if ratio or len(years) > 2 or len(lists) > 1:
            return (
                Value(f"{kind}s", 0, 0, lists=lists)
                if self.many_ahead()
                else self.over_all(step, years, kind, token, lists)
            )
        return Value(kind, 0, 0, nodes=(step(years[-1], years[0]),))

    def over_all(
        self, step: object, years: tuple[int, ...], kind: str, token: Token, lists: tuple[tuple[Node, ...], ...]
    ) -> Value:
        """`(’20년→’22년) 총 증가분`: from the first to the last; a rate over more than a year is not said in this way."""
        if kind == "rate" or (len(lists) > 1 and not self.arrow_ahead()):
            raise StuckError
        nodes = changes_of(years, "total", fewer=falls(token))
        return Value(kind, 0, 0, nodes=nodes)

    def arrow_ahead(self) -> bool:
        """`증가폭(’20년→’22년)`."""
        here = self.look()
        return (
            here is not None
            and here.kind == "open"
            and any(one.kind in ("arrow", "range") for one in self.tokens[self.at : self.at + 8])
        )

    def many_ahead(self) -> bool:
        """Whether a statistic of each year's growth follows: `증가율 중 가장 높은`, `증가율을 평균하여`, `증가폭의 평균`."""
        for ahead in range(1, 4):
            here = self.look(ahead)
            if here is None:
                return False
            if here.kind in ("MEAN", "MAX", "MIN", "MEDIAN", "CHOOSEMAX", "CHOOSEMIN"):
                return True
            if here.kind not in ("other", "EACH", "number"):
                return False
        return False

    def picked(self, name: str, ratio: bool, many: tuple[Node, ...], years: tuple[int, ...]) -> Node:
        if name not in ("MEAN", "MAX", "MIN", "MEDIAN"):
            raise StuckError
        return call(name.lower(), *many) if len(many) > 1 else many[0]
