"""Brackets: the years, the figure or the manner of what stands before them, or a remark."""

from dataclasses import replace

from uigwe.formulas.tree import Call, Node, Past, walk
from uigwe.reasons.account import names_only
from uigwe.reasons.table.moves import Moving
from uigwe.reasons.table.taken import StuckError, Value, level_of, years_used
from uigwe.reasons.table.words import DENOMINATOR, FILLER, GLOSSES, HEAVIER
from uigwe.reasons.tokens import Token


class Glossed(Moving):
    """Takes brackets in, or ends the reading."""

    def on_open(self, token: Token) -> None:
        inner: list[Token] = []
        depth = 0
        for one in self.tokens[self.at :]:
            depth += (one.kind == "open") - (one.kind == "close")
            inner.append(one)
            if depth == 0:
                break
        self.at += len(inner) - 1
        tail, inner = inner[-1].tail, inner[1:-1]
        if not inner:
            raise StuckError
        if self.settled:
            self.remark(inner)
            return
        self.gloss(inner, tail)

    def remark(self, inner: list[Token]) -> None:
        """A bracket behind it all may say why, and of years that are not among ours what happened then."""
        text = self.laid.text[inner[0].start : inner[-1].end]
        used = years_used(self.waiting[0], self.known)
        plain = all(one.kind in ("other", "UP", "DOWN", "SAID", "this", "year") for one in inner)
        years = {year for one in inner for year in one.years if one.kind == "year"}
        if not plain or years & used or not names_only(text, beside=False):
            raise StuckError

    def gloss(self, inner: list[Token], tail: str) -> None:
        """What a bracket says of the value before it: its years, its figure, how it is taken, or nothing."""
        text = self.laid.text[inner[0].start : inner[-1].end + len(inner[-1].tail)]
        top = self.top
        figures = [one for one in inner if one.amount is not None]
        years = {year for one in inner for year in self.years_of(one)}
        parts = [part for part in text.split(",") if part]
        if parts and all(
            any(pattern.match(part) for pattern, _ in GLOSSES) or self.counts_years(part) for part in parts
        ):
            for part in parts:
                self.how(part)
            self.glossed.append((inner[0].start, inner[-1].end + len(inner[-1].tail)))
        elif top is not None and self.weighed and self.rising and HEAVIER.match(text):
            self.glossed.append((inner[0].start, inner[-1].end))
        elif any(one.kind == "ROUND" for one in inner):
            self.round_in(inner)
        elif years and not figures:
            self.dated(years, inner)
        elif (
            len(figures) == 1
            and top is not None
            and all(one.kind in ("number", "other", "APPROX", "ACTUAL", "MEAN", "COMPARE", "SD") for one in inner)
        ):
            top = level_of(top, self.known)
            if top.kind not in ("level", "rate", "change"):
                raise StuckError
            self.waiting[-1] = top
            if not self.names(top, figures[0]):
                raise StuckError
        elif any(one.kind != "other" for one in inner) or not names_only(text, beside=self.fresh):
            raise StuckError
        else:
            self.named.append(text)
        if tail:
            self.hook(tail)

    def round_in(self, inner: list[Token]) -> None:
        """`(소수점 첫째자리 반올림)`, where nothing else is said."""
        for one in inner:
            if one.kind == "ROUND":
                self.on_ROUND(one)
            elif not (one.kind in ("blank", "SAID") or (one.kind == "other" and FILLER.match(one.text))):
                raise StuckError

    def years_of(self, token: Token) -> tuple[int, ...]:
        if token.kind == "last":
            return (self.known.year - 1,)
        return token.years if token.kind in ("year", "range", "list") else ()

    def dated(self, years: set[int], inner: list[Token]) -> None:
        top = self.top
        if top is None or any(
            one.kind
            not in (
                "year",
                "range",
                "list",
                "last",
                "arrow",
                "other",
                "comma",
                "ACTUAL",
                "COMPARE",
                "GROWN",
                "RATE",
                "EACH",
                "TOTALOF",
                "MEAN",
            )
            for one in inner
        ):
            raise StuckError
        run = any(one.kind in ("arrow", "range") for one in inner)
        if run:
            years = set(range(min(years), max(years) + 1))
        if top.kind == "years" and len(top.years) == len(years) > 1:
            self.waiting[-1] = replace(top, years=tuple(sorted(years)), start=inner[0].start)
            return
        used = years_used(top, self.known)
        if not used:
            # What a printed rate was measured over.
            return
        if (
            top.kind == "years"
            and run
            and top.years[-1] == max(years)
            and len(years) == len(top.years) + 1
            and any(one.kind == "arrow" for one in inner)
        ):
            # `최근 4년(’19→’23)`: four steps.
            self.waiting[-1] = replace(top, years=tuple(sorted(years)), start=inner[0].start)
            return
        if len(years) == 1 and self.attained(top, years):
            return
        if len(top.lists) > 1 or len(top.nodes) > 1:
            if any(one.kind == "arrow" for one in inner):
                self.chosen(top, years)
        elif not (used <= years and {min(years), max(years)} == {min(used), max(used)}):
            raise StuckError

    def attained(self, top: Value, years: set[int]) -> bool:
        """`최고점(’22년)`: the year that the largest is of."""
        [year] = years
        chosen = len(top.nodes) == 1 and isinstance(top.nodes[0], Call) and top.nodes[0].name in ("max", "min")
        return chosen and self.known.value(top.nodes[0]) == self.known.value(Past(kind="actual", year=year))

    def chosen(self, top: Value, years: set[int]) -> None:
        """Of two ways to count the window, the one over these years."""
        nodes = tuple(one for one in top.nodes if self.over(top, (one,), years))
        lists = tuple(many for many in top.lists if self.over(top, many, years))
        if not nodes and not lists:
            raise StuckError
        self.waiting[-1] = replace(top, nodes=nodes, lists=lists)

    def over(self, top: Value, nodes: tuple[Node, ...], years: set[int]) -> bool:
        return years_used(replace(top, nodes=nodes, lists=(), years=()), self.known) == years

    def counts_years(self, text: str) -> bool:
        """`분모 5`, `2개 구간`: true of the years that are there."""
        top = self.top
        count = len(years_used(top, self.known)) if top is not None else 0
        used = {part.name for node in (top.nodes if top else ()) for part in walk(node) if isinstance(part, Call)}
        found = DENOMINATOR.match(text)
        if found is None:
            return text == ""
        by = int(found[1] or found[2])
        return ("sd" in used and by == count) or ("ssd" in used and by == count - 1)

    def how(self, text: str) -> None:
        """`(복리)`, `(n으로 나눔)`: true of what is there."""
        top = self.top
        if top is None:
            raise StuckError
        used = {part.name for node in top.nodes for part in walk(node) if isinstance(part, Call)}
        if self.counts_years(text):
            return
        for pattern, names in GLOSSES:
            if pattern.match(text) and used & names:
                return
        raise StuckError
