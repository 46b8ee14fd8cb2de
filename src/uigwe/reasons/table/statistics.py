"""What is taken of years or of several values: means, the largest, sums, deviations."""

import re
from dataclasses import replace

from uigwe.formulas.tree import Call
from uigwe.reasons.build import call, over_years
from uigwe.reasons.table.figures import Figured
from uigwe.reasons.table.taken import LISTING, StuckError, Value, level_of, one_node
from uigwe.reasons.table.words import SAMPLE
from uigwe.reasons.tokens import Token


class Statistics(Figured):
    """Puts a statistic in the place of what it is taken of."""

    def on_MEAN(self, token: Token) -> None:
        self.statistic(token, token.kind)

    on_GEOMEAN = on_HMEAN = on_MEDIAN = on_MAX = on_MIN = on_TREND = on_MEAN

    def on_CHOOSEMAX(self, token: Token) -> None:
        self.statistic(token, "MAX")

    def on_CHOOSEMIN(self, token: Token) -> None:
        self.statistic(token, "MIN")

    def on_MIDDLE(self, token: Token) -> None:
        if len(self.waiting) < 2:
            raise StuckError
        self.statistic(token, "MEAN")

    def on_TOTAL(self, token: Token) -> None:
        if token.text == "합" and not token.tail:
            raise StuckError
        self.statistic(token, "TOTAL")

    def statistic(self, token: Token, name: str) -> None:
        if self.settled:
            raise StuckError
        many = (
            self.top is not None
            and self.top.kind in ("rates", "changes")
            and (self.top.part == "중" or token.text.startswith(("중", "가운데")))
        )
        if not many and not token.tail and self.before_growth() and name in ("MEAN", "MAX", "MIN", "MEDIAN"):
            self.prefix = name
            return
        top = self.top
        if top is None and self.of_bracket(name, token):
            return
        if top is None:
            # A mean in name only.
            self.label += token.text + token.tail
            return
        if top.kind in ("rates", "changes"):
            self.of_many(top, name, token)
        elif top.kind == "years" and len(top.years) > 1:
            self.of_years(top, name, token)
        elif top.made and top.kind == "level" and top.part in LISTING and self.window and not self.label:
            # `기하평균과 산술평균`: of the same years.
            self.push(Value("years", token.start, token.end, years=self.window))
            self.of_years(self.waiting[-1], name, token)
        elif len(self.waiting) > 1:
            self.of_levels(name, token)
        elif self.fresh and top.made:
            self.hook(token.tail)
        else:
            raise StuckError

    def of_bracket(self, name: str, token: Token) -> bool:
        """`기하평균(’20~’23년)`: the years stand in the bracket behind."""
        years, close = self.bracket_years(self.at + 1)
        if len(years) < 2 or name not in ("MEAN", "GEOMEAN", "MEDIAN", "MAX", "MIN"):
            return False
        nodes, notes = over_years(name, years, trim="", known=self.known)
        if notes or len(nodes) != 1:
            return False
        self.at, self.window = close, years
        end = self.tokens[close]
        self.make("level", nodes[0], token.start, end, end.tail)
        return True

    def bracket_years(self, at: int) -> tuple[tuple[int, ...], int]:
        """The years of a bracket that holds nothing else, and where it closes."""
        inner: list[Token] = []
        if at >= len(self.tokens) or self.tokens[at].kind != "open":
            return (), 0
        for index in range(at + 1, min(at + 8, len(self.tokens))):
            here = self.tokens[index]
            if here.kind == "close":
                known = [one for one in inner if one.kind in ("range", "list", "span")]
                plain = all(one.kind in ("range", "list", "span", "ACTUAL", "blank") for one in inner)
                if len(known) != 1 or not plain:
                    return (), 0
                count = known[0].count
                return known[0].years or tuple(range(self.known.year - count, self.known.year)), index
            inner.append(here)
        return (), 0

    def of_years(self, top: Value, name: str, token: Token) -> None:
        if top.part not in ("", "의", "을", "를", "중", "에서", "에", "간", "까지", "로", "도"):
            raise StuckError
        listed, _ = self.bracket_years(self.at + 1)
        if len(listed) == len(top.years):
            # `3년 평균(’19~’21)`
            top = replace(top, years=listed)
        nodes, notes = over_years(name, top.years, trim=self.trim, known=self.known)
        self.trim = ""
        if notes or len(nodes) != 1:
            raise StuckError
        self.pop()
        self.window = top.years
        self.make("level", nodes[0], top.start, token, token.tail)

    def of_many(self, top: Value, name: str, token: Token) -> None:
        self.pop()
        if name not in ("MEAN", "MAX", "MIN", "MEDIAN") or self.trim:
            raise StuckError
        nodes = tuple(call(name.lower(), *many) if len(many) > 1 else many[0] for many in top.lists)
        self.steps += 1
        kind = top.kind.removesuffix("s")
        self.push(Value(kind, top.start, token.end, token.tail, nodes, made=True, fewer=top.fewer))

    def of_levels(self, name: str, token: Token) -> None:
        """The mean, the largest, the sum of several."""
        parts = [level_of(self.pop(), self.known)]
        while self.top is not None and self.top.part in LISTING:
            parts.insert(0, level_of(self.pop(), self.known))
        if (
            len(parts) < 2
            or any(part.kind != "level" for part in parts)
            or name not in ("MEAN", "GEOMEAN", "MAX", "MIN", "TOTAL")
        ):
            raise StuckError
        nodes = [one_node(part, self.known) for part in parts]
        self.make("level", call("sum" if name == "TOTAL" else name.lower(), *nodes), parts[0].start, token, token.tail)

    def on_SD(self, token: Token) -> None:
        top = self.top
        years = self.window
        if top is not None and top.kind == "years":
            years = self.pop().years
        if len(years) < 2:
            raise StuckError
        inner = self.laid.text[token.end + len(token.tail) : token.end + 16]
        name = "ssd" if SAMPLE.search(token.text) or re.match(r"\([^)]*(?:[nN]-1|표본|STDEV\.S)", inner) else "sd"
        [mean] = over_years("MEAN", years, trim="", known=self.known)[0]
        assert isinstance(mean, Call)  # noqa: S101
        self.steps += 1
        self.push(
            Value("change", token.start, token.end, token.tail, (call(name, *mean.arguments),), made=True, label="SD")
        )

    def on_TRIM(self, token: Token) -> None:
        if self.trim or (self.top is not None and self.top.kind != "years"):
            raise StuckError
        self.trim = {"TRIM": "both", "TRIMMAX": "max", "TRIMMIN": "min"}[token.kind]
        if self.top is not None:
            self.hook("")

    on_TRIMMAX = on_TRIMMIN = on_TRIM
