"""Years and what is taken of them: a mean, a trend, a rate of growth, a standard deviation."""

from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number
from uigwe.reasons.build import growth_of, over_years, total_growth, years_node
from uigwe.reasons.cursor import STATISTICS, VERBS, WINDOWS
from uigwe.reasons.naming import Namer
from uigwe.reasons.piece import FEWER, RESULT_LINKS, Piece, hung
from uigwe.reasons.reading import Note
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import OF_OTHERS

# Words that may stand between years and what is taken of them.
_INSIDE = frozenset(
    ["other", "ACTUAL", "open", "close", "CUMUL", "DATE", "blank", "ALONE", "this", "last", "BOUND", "TARGET", "SAID",
     "UP", "IMPROVE", "DOWN", "EACH", "YEARLY"]
)  # fmt: skip
_NOUNS_OF_YEARS = ("생존", "이상", "미만", "이내", "차", "후", "주기", "만기", "이하", "유지")
_FORECASTS = ("전망치", "예상치", "추정치", "전망", "목표율")
_REACH = 16


@dataclass(slots=True)
class _Window:
    """Years while the statistic of them is looked for."""

    token: Token
    years: tuple[int, ...]
    spare: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    trim: bool = False
    rate: Token | None = None
    compound: bool = False


class Windows(Namer):
    """Finds the statistic that belongs to a span of years, or the years that belong to a statistic."""

    window: tuple[int, ...] = ()

    def on_window(self, token: Token) -> None:
        """Years, then words, then what is taken of them. Without that the years only tell a time."""
        window, at = _Window(token, self.years_of(token)), self.at + 1
        while at < len(self.tokens) and at - self.at < _REACH:
            here = self.tokens[at]
            if here.kind in STATISTICS and not (here.kind == "GROWN" and self.amount_after(at) and here.glued):
                if here.kind == "TOTAL" and window.rate is None and not here.tail and self.amount_after(at):
                    break
                self.window = window.years
                self.statistic(at, token.start, window)
                return
            if here.kind == "UP" and here.text.startswith("합") and self.tokens[at - 1].kind in ("ACTUAL", "other"):
                nodes, _ = over_years("TOTAL", window.years, trim=False, known=self.known)
                self.operand(at, token.start, nodes, (), flags=frozenset(["statistic"]), link="")
                return
            ahead = self.widen(window, at)
            if ahead == 0:
                break
            at += ahead
        self.without_statistic(window, at)

    def widen(self, window: _Window, at: int) -> int:
        """Take in the token at `at`; how many tokens to go on by, 0 when the search ends here."""
        here = self.tokens[at]
        if here.kind == "open" and self.lists_amounts(at, len(window.years)):
            return len(self.inside(at)) + 2
        if here.kind in WINDOWS:
            if not window.trim and not (here.kind == "span" and self.names_something(at)):
                self.second_window(window, here)
        elif here.kind == "year" and self.excludes(at):
            window.excluded += here.years
        elif here.kind == "TRIM":
            window.trim = True
        elif here.kind == "RATE":
            window.rate, window.compound = here, window.compound or self.names_rate(at)
        elif here.kind not in _INSIDE or (here.kind in VERBS and self.tokens[at - 1].kind == "number"):
            return 0
        return 1

    def second_window(self, window: _Window, here: Token) -> None:
        """`최근 3년(’20~’22)`: the years listed count; where the two differ, both are kept."""
        inner = self.years_of(here)
        differs = bool(inner) and len(inner) != len(window.years)
        if window.token.kind == "span" and here.kind != "span":
            if differs:
                said, listed = str(len(window.years)), str(len(inner))
                window.notes, window.spare = (Note("window-differs", {"said": said, "listed": listed}),), window.years
            window.years = inner or window.years
        elif here.kind == "span" and differs:
            window.notes = (Note("window-differs", {"said": str(here.count), "listed": str(len(window.years))}),)

    def without_statistic(self, window: _Window, at: int) -> None:
        """Nothing is taken of the years: three of them without the highest and the lowest leave one, else they tell a time."""
        token = window.token
        if window.trim and len(window.years) == 3:
            nodes, _ = over_years("MEDIAN", window.years, trim=False, known=self.known)
            self.operand(at - 1, token.start, nodes, (), flags=frozenset(["statistic"]))
        elif window.trim:
            self.add("lost", token, notes=(Note("not-in-language", {"word": token.text}),))
        else:
            kind = "span" if token.kind == "span" else "years"
            count = token.count or len(window.years)
            self.add(kind, token, years=window.years, count=count, link=token.tail)

    def statistic(self, at: int, start: int, window: _Window) -> None:
        """The operand that a statistic of years makes."""
        token = self.tokens[at]
        if token.kind == "SD":
            self.at, self.window = at, window.years
            self.on_SD(token, start)
            return
        years = tuple(year for year in window.years if year not in window.excluded)
        name, rate, compound, end = token.kind, window.rate, window.compound, at
        behind = self.rate_behind(at) if name == "MEAN" and not token.tail else 0
        if behind:
            rate, end = self.tokens[behind], behind
            compound = self.is_compound(behind) or (behind > at + 1 and rate.kind == "RATE")
            name = rate.kind if rate.kind == "GROWN" else name
        flags = frozenset(["statistic", name, *(["fewer"] if rate and rate.text.startswith(FEWER) else [])])
        nodes, notes, is_rate = self.taken(name, years, window, rate, compound=compound, behind=behind, at=at)
        if not years or not nodes:
            why = "no-window" if not years else "not-in-language"
            self.add("lost", token, notes=(Note(why, {"word": token.text}),))
            self.at = end + 1
            return
        self.operand(end, start, nodes, window.notes + notes, rate=is_rate, flags=flags)

    def taken(
        self, name: str, years: tuple[int, ...], window: _Window, rate: Token | None, *, compound: bool, behind: int, at: int,
    ) -> tuple[tuple[Node, ...], tuple[Note, ...], bool]:  # fmt: skip
        """What is taken of the years: the expressions, notes, and whether it is a rate of growth."""
        if name == "GROWN":
            return total_growth(years, mean=behind > 0 or self.yearly_before(at)), (), False
        nodes, notes = over_years(name, years, trim=window.trim, known=self.known)
        if window.spare:
            nodes += over_years(name, window.spare, trim=window.trim, known=self.known)[0]
        if name != "MEAN" or rate is None:
            return nodes, notes, name == "CAGR"
        growth, doubt = growth_of(years, self.known)
        if not compound:
            return growth, doubt, True
        # `매출증가율 평균`: for an indicator in % the rate is the indicator itself.
        own = self.known.percent or not self.known.unit
        return (nodes + growth, (Note("own-rate"),), False) if own else (growth + nodes, doubt, True)

    def rate_behind(self, at: int) -> int:
        """Where the rate of `평균 증가율` stands, 0 when there is none."""
        for index in range(at + 1, min(at + 4, len(self.tokens))):
            token = self.tokens[index]
            if token.kind in ("RATE", "GROWN"):
                return index
            if token.kind not in ("other", "ACTUAL") or hung(token) not in ("", "의"):
                return 0
        return 0

    def lists_amounts(self, at: int, count: int) -> bool:
        """`(780건, 825건, 846건)`: the results of the window, one by one."""
        inner = self.inside(at)
        return sum(token.kind == "number" for token in inner) == count > 1 and all(
            token.kind in ("number", "comma", "other", "year", "blank", "arrow") for token in inner
        )

    def years_of(self, token: Token) -> tuple[int, ...]:
        if token.kind == "span":
            return tuple(range(self.known.year - token.count, self.known.year)) if 1 <= token.count <= 30 else ()
        return token.years

    def names_something(self, at: int) -> bool:
        """`3년 생존율`: the years belong to a noun, they are no window."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return (
            after is not None
            and after.kind == "other"
            and after.text.startswith(("생존", "이상", "미만", "이내", "차", "후", "주기", "만기", "이하", "유지"))
        )

    def yearly_before(self, at: int) -> bool:
        return any(
            token.kind in ("YEARLY", "MEAN") or token.text.startswith("연")
            for token in self.tokens[max(0, at - 2) : at]
        )

    def on_statistic(self, token: Token) -> None:
        last = self.last()
        if token.text.startswith("순증") and last is not None and last.kind == "amount" and "change" in last.flags:
            self.add("verb", token, sign=1, label="plain")
            return
        window = self.window_behind()
        if window:
            self.statistic(self.at, token.start, _Window(token, window))
            return
        if token.kind in ("MEAN", "MIDDLE", "TOTAL") and self.joins():
            self.join_amounts()
            self.add(
                "combine", token, label={"MEAN": "mean", "MIDDLE": "mean", "TOTAL": "sum"}[token.kind], link=token.tail
            )
            self.skip_name()
            return
        if token.kind == "TOTAL":
            return
        if token.kind in ("MEAN", "GEOMEAN") and self.of_others():
            self.benchmark(token)
            return
        if token.kind == "CAGR" and self.rate_value(token):
            return
        if self.window and token.kind not in ("GROWN", "MIDDLE"):
            self.statistic(self.at, token.start, _Window(token, self.window, notes=(Note("window-before"),)))
            return
        if token.kind in ("GROWN", "MIDDLE"):
            return
        self.benchmark(token)

    on_MEAN = on_GEOMEAN = on_TREND = on_MAX = on_MIN = on_GROWN = on_TOTAL = on_statistic

    on_MEDIAN = on_MIDDLE = on_WEIGHTED = on_statistic

    def on_OVERALL(self, token: Token) -> None:
        self.benchmark(token)

    def joins(self) -> bool:
        """Whether two amounts or operands stand before, joined by `와` or a comma."""
        heads = [piece for piece in self.found if piece.kind in ("operand", "amount", "goal", "close")]
        return (
            len(heads) >= 2
            and heads[-1].link in ("의", "을", "를", "")
            and heads[-2].link in ("와", "과", "및", "·", "", "이고")
        )

    def join_amounts(self) -> None:
        """The amounts that stand in a row before a mean or a sum are its parts."""
        for index in range(len(self.found) - 1, -1, -1):
            piece = self.found[index]
            if piece.kind == "comma":
                continue
            if piece.kind != "amount" or "change" in piece.flags:
                return
            last = piece is self.found[-1]
            self.found[index] = replace(piece, link="의" if last else "와", flags=piece.flags | {"joined"})

    def skip_name(self) -> None:
        """Behind `평균값(10.69)` the bracket only repeats what comes out."""
        self.at += 1
        if self.opens() and sum(one.kind == "number" for one in self.inside(self.at)) == 1:
            amount = next(one for one in self.inside(self.at) if one.kind == "number")
            self.found.append(Piece("said", amount.start, amount.end, amount=amount.amount))
            link = self.skip_bracket()
            index = next(i for i in range(len(self.found) - 1, -1, -1) if self.found[i].kind == "combine")
            self.found[index] = replace(self.found[index], link=link)

    def of_others(self) -> bool:
        before = "".join(token.text for token in self.tokens[max(0, self.at - 5) : self.at] if token.kind == "other")
        return any(word in before for word in OF_OTHERS)

    def benchmark(self, token: Token) -> None:
        """A statistic that our table cannot give: only the amount that the text names for it counts."""
        before = len(self.found)
        self.operand(self.at, token.start, (), (), flags=frozenset(["benchmark"]))
        piece = self.found[before]
        if piece.named is None:
            self.found[before] = replace(
                piece,
                kind="lost",
                notes=(
                    Note(
                        "no-window" if not self.of_others() and token.kind != "OVERALL" else "benchmark",
                        {"word": token.text},
                    ),
                ),
            )

    def window_behind(self) -> tuple[int, ...]:
        """The years in the bracket right behind a statistic."""
        after = self.peek(1)
        if after is not None and after.kind in ("ACTUAL", "other") and len(after.text) <= 4:
            after = self.peek(2)
            at = self.at + 2
        else:
            at = self.at + 1
        if after is None or after.kind != "open":
            return ()
        for token in self.inside(at):
            if token.kind in WINDOWS:
                return self.years_of(token)
        return ()

    def on_SD(self, token: Token, start: int = -1) -> None:
        """A standard deviation, with its multiple before (`2σ`) or behind (`표준편차의 0.5배`)."""
        window = self.window or self.window_behind()
        if not window:
            before = len(self.found)
            self.operand(self.at, token.start, (), (), flags=frozenset(["SD"]))
            piece = self.found[before]
            if piece.named is None:
                self.found[before] = replace(piece, kind="lost", notes=(Note("no-window", {"word": token.text}),))
            return
        node: Node = Call(name="sd", arguments=(years_node(window),))
        last = self.last()
        factor = None
        if (
            last is not None
            and last.kind == "amount"
            and last.amount
            and not last.amount.unit
            and last.end == token.start
        ):
            factor, start = last.amount.number, last.start
            self.found.pop()
        if factor is None and len(self.found) > 1 and last is not None and (last.kind, last.label) == ("op", "*"):
            multiple = self.found[-2]
            if multiple.kind == "amount" and multiple.amount and not multiple.amount.unit:
                factor, start = multiple.amount.number, multiple.start
                del self.found[-2:]
        after, link = self.peek(1), token.tail
        stop = self.at
        if (
            factor is None
            and token.tail in ("의", "에")
            and after is not None
            and after.kind in ("times", "number")
            and after.amount
            and after.amount.unit in ("배", "")
        ) or (factor is None and not token.tail and after is not None and after.kind == "times" and after.amount):
            factor, link, stop = after.amount.number, after.tail, self.at + 1
        elif (
            factor is None
            and token.tail in ("의", "에")
            and after is not None
            and after.kind == "fraction"
            and after.years
        ):
            node = Infix(operator="/", left=node, right=Number(value=Decimal(after.years[1])))
            factor, link, stop = Decimal(after.years[0]), after.tail, self.at + 1
        if factor is not None and factor != 1:
            node = Infix(operator="*", left=Number(value=factor), right=node)
        self.operand(stop, token.start if start < 0 else start, (node,), (), flags=frozenset(["SD"]), link=link)

    def rate_value(self, token: Token) -> bool:
        """`증가율(3%)`, `증가율 3%`, `증가율인 3%`: a rate with its amount."""
        at = self.at + 1
        if at + 2 < len(self.tokens) and [one.kind for one in self.tokens[at : at + 3]] == ["open", "CAGR", "close"]:
            at += 3
        elif at < len(self.tokens) and self.tokens[at].kind == "other" and self.tokens[at].text in _FORECASTS:
            at += 1
        while (
            at < len(self.tokens)
            and self.tokens[at].kind in ("open", "APPROX", "blank", "BOUND", "TARGET")
            and at - self.at < 7
        ):
            at += 1
        here = self.tokens[at] if at < len(self.tokens) else None
        signed = None
        if here is not None and here.kind == "op" and here.text in "+-":
            signed, at = here, at + 1
            here = self.tokens[at] if at < len(self.tokens) else None
        if here is None or here.kind != "number" or here.unit not in ("%", "%p"):
            return False
        if token.tail in ("에", "보다", "에서") or (token.tail in ("을", "를") and here.tail not in RESULT_LINKS):
            return False
        sign = -1 if token.text.startswith(FEWER) or (signed is not None and signed.text == "-") else 1
        bracket = self.tokens[at - 1].kind in ("open", "op") and any(
            one.kind == "open" for one in self.tokens[at - 2 : at]
        )
        link = here.tail
        if bracket:
            while at + 1 < len(self.tokens) and self.tokens[at].kind != "close":
                at += 1
            link = self.tokens[at].tail or link
        self.found.append(
            Piece("rate", token.start, self.tokens[at].end, link, amount=here.amount, sign=sign, label=token.kind)
        )
        self.at = at + 1
        return True
