"""Years and what is taken of them: a mean, a trend, a rate of growth, a standard deviation."""

import re
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Call, Node
from uigwe.reasons.build import growth_of, over_years, years_node
from uigwe.reasons.cursor import STATISTICS, VERBS, WINDOWS
from uigwe.reasons.growths import Growths, Window
from uigwe.reasons.piece import FEWER, Piece, hung
from uigwe.reasons.reading import Note
from uigwe.reasons.shares import count_alike
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import OF_OTHERS

# Words that may stand between years and what is taken of them.
_INSIDE = frozenset(
    ["other", "ACTUAL", "open", "close", "CUMUL", "DATE", "blank", "ALONE", "this", "last", "BOUND", "TARGET", "SAID",
     "UP", "IMPROVE", "DOWN", "EACH", "YEARLY"]
)  # fmt: skip
_NOUNS_OF_YEARS = ("생존", "이상", "미만", "이내", "차", "후", "주기", "만기", "이하", "유지")
_REACH = 16


def _alike(one: Piece, other: Piece) -> bool:
    units = [piece.amount.unit for piece in (one, other) if piece.amount]
    return "" in units or len(units) < 2 or count_alike(*units)


class Windows(Growths):
    """Finds the statistic that belongs to a span of years, or the years that belong to a statistic."""

    left_out: tuple[int, ...] = ()
    trim_before = ""
    trim_start = 0
    excluded_before: bool = False

    def on_WITHOUT(self, token: Token) -> None:
        self.left_out = token.years

    def on_TRIMMAX(self, token: Token) -> None:
        """`최고 실적 연도를 제외한 최근 5년 평균`: before its window."""
        after = self.peek(1)
        if after is not None and after.kind in WINDOWS:
            self.trim_before = token.kind.removeprefix("TRIM").lower() if token.kind != "TRIM" else "both"
            self.trim_start = token.start
        elif token.kind == "TRIM":
            self.add("lost", token, notes=(Note("no-window", {"word": token.text}),))

    on_TRIMMIN = on_TRIM = on_TRIMMAX

    def on_window(self, token: Token) -> None:
        """Years, then words, then what is taken of them. Without that the years only tell a time."""
        window, at = Window(token, self.years_of(token), excluded=self.left_out), self.at + 1
        if token.kind == "span" and set(self.left_out) & set(window.years):
            # Whether the years left out count among the three is not said.
            listed = str(len(set(window.years) - set(self.left_out)))
            window.notes = (Note("window-differs", {"said": str(len(window.years)), "listed": listed}),)
        if self.trim_before:
            window.trim, self.trim_before = self.trim_before, ""
            token = replace(token, start=self.trim_start)
        self.excluded_before = bool(self.left_out)
        self.left_out = ()
        while at < len(self.tokens) and at - self.at < _REACH:
            here = self.tokens[at]
            if here.kind in STATISTICS and not (here.kind == "GROWN" and self.amount_after(at) and here.glued):
                if here.kind == "TOTAL" and window.rate is None and not here.tail and self.amount_after(at):
                    break
                self.window = window.years
                if here.kind == "WEIGHTED":
                    self.weights(at, token.start, window)
                else:
                    self.statistic(at, token.start, window)
                return
            if here.kind == "CUMUL" and here.tail and self.tokens[at - 1].kind in ("ACTUAL", "span", "range", "list"):
                nodes, _ = over_years("TOTAL", window.years, trim="", known=self.known)
                self.operand(at, token.start, nodes, (), flags=frozenset(["statistic"]))
                return
            if here.kind == "UP" and here.text.startswith("합") and self.tokens[at - 1].kind in ("ACTUAL", "other"):
                nodes, _ = over_years("TOTAL", window.years, trim="", known=self.known)
                self.operand(at, token.start, nodes, (), flags=frozenset(["statistic"]), link="")
                return
            if here.kind == "RATE" and window.choose:
                # `가장 높았던 전년 대비 증가율`
                window.rate = here
                self.chosen_rate(at, token.start, window)
                return
            ahead = self.widen(window, at)
            if ahead == 0 and window.rate is not None and here.kind in ("CHOOSEMAX", "CHOOSEMIN"):
                # `증가율 중 가장 높은 값`
                window.choose = here.kind.removeprefix("CHOOSE").lower()
                self.chosen_rate(at, token.start, window)
                return
            if ahead == 0:
                break
            at += ahead
        self.without_statistic(window, at)

    def weights(self, at: int, start: int, window: Window) -> None:
        """A weighted mean of years; the weights stand before or behind."""
        token = self.tokens[at]
        years = tuple(year for year in window.years if year not in window.excluded)
        self.found.append(Piece("weights", start, token.end, token.tail, years=years, text=token.text))
        self.at = at + 1

    def on_WEIGHTED(self, token: Token) -> None:
        self.add("weights", token, link=token.tail)

    def widen(self, window: Window, at: int) -> int:
        """Take in the token at `at`; how many tokens to go on by, 0 when the search ends here."""
        here = self.tokens[at]
        if here.kind == "open" and self.lists_amounts(at, len(window.years)):
            return len(self.inside(at)) + 2
        if here.kind in WINDOWS:
            if not window.trim and not (here.kind == "span" and self.names_something(at)):
                self.second_window(window, here)
        elif here.kind == "TRIM":
            window.trim = "both"
        elif here.kind in ("TRIMMAX", "TRIMMIN"):
            window.trim = "both" if window.trim else here.kind.removeprefix("TRIM").lower()
        elif here.kind in ("TOP", "BOTTOM"):
            behind = self.look(at + 1)
            count = behind.count or int(behind.amount.number if behind.amount else 0) if behind is not None else 0
            window.top = count if here.kind == "TOP" else -count
            return 2
        elif here.kind == "WITHOUT":
            window.excluded += here.years
        elif here.kind == "RATE":
            window.rate, window.compound = here, window.compound or self.names_rate(at)
        elif here.kind == "COMPARE":
            behind, before = self.look(at + 1), self.look(at - 1)
            rate = behind is not None and behind.kind == "RATE" and before is not None and before.kind == "last"
            window.yearly = window.yearly or rate
            return 1 if rate else 0
        elif here.kind in ("CHOOSEMAX", "CHOOSEMIN"):
            ahead = self.growth_ahead(at)
            if not ahead:
                return 0
            window.choose = here.kind.removeprefix("CHOOSE").lower()
            window.yearly = window.yearly or ahead > 1
            return ahead
        elif here.kind not in _INSIDE or (here.kind in VERBS and self.tokens[at - 1].kind == "number"):
            return 0
        return 1

    def second_window(self, window: Window, here: Token) -> None:
        """`최근 3년(’20~’22)`: the years listed count; where the two differ, both are kept."""
        inner = self.years_of(here)
        if window.rate is not None and inner and here.kind == "list":
            # `증가율(’20, ’21, ’22)`: each rate is of its year against the one before.
            window.years, window.listed, window.yearly = inner, True, True
            return
        left = [year for year in window.years if year not in window.excluded]
        differs = bool(inner) and len(inner) not in (len(window.years), len(left))
        if window.token.kind == "span" and here.kind != "span":
            if differs:
                said, listed = str(len(window.years)), str(len(inner))
                window.notes, window.spare = (Note("window-differs", {"said": said, "listed": listed}),), window.years
            window.years, window.listed = inner or window.years, True
            if self.excluded_before and not set(inner) & set(window.excluded):
                window.notes = ()
        elif here.kind == "span" and len(inner) == len(window.years) - 1 and self.rate_follows(here):
            # `’18년 이후 3개 연도 증가율`: as many steps as the years have.
            window.listed = True
        elif here.kind == "span" and differs:
            window.notes = (Note("window-differs", {"said": str(here.count), "listed": str(len(window.years))}),)

    def without_statistic(self, window: Window, at: int) -> None:
        """Nothing is taken of the years: three of them without the highest and the lowest leave one, else they tell a time."""
        token = window.token
        if window.trim == "both" and len(window.years) == 3:
            nodes, _ = over_years("MEAN", window.years, trim="both", known=self.known)
            self.operand(at - 1, token.start, nodes, (), flags=frozenset(["statistic"]))
        elif window.trim:
            self.add("lost", token, notes=(Note("not-in-language", {"word": token.text}),))
        else:
            kind = "span" if token.kind == "span" else "years"
            count = token.count or len(window.years)
            self.add(kind, token, years=window.years, count=count, link=token.tail)

    def statistic(self, at: int, start: int, window: Window) -> None:
        """The operand that a statistic of years makes."""
        token = self.tokens[at]
        if token.kind == "SD":
            self.at, self.window = at, window.years
            self.on_SD(token, start)
            return
        years = tuple(year for year in window.years if year not in window.excluded)
        name, rate, compound, end = token.kind, window.rate, window.compound, at
        if name == "MIDDLE" and window.trim == "both":
            # `최고·최저를 뺀 중간값`
            name, window.trim = "MEDIAN", ""
        behind = self.rate_behind(at) if name == "MEAN" and not token.tail else 0
        if name == "GROWN" or (behind and self.tokens[behind].kind == "GROWN"):
            years = self.years_of_steps(behind or at, window) or years
        if behind:
            rate, end = self.tokens[behind], behind
            compound = self.is_compound(behind) or (behind > at + 1 and rate.kind == "RATE")
            name = rate.kind if rate.kind == "GROWN" else name
        following = self.look(end + 1)
        if token.kind == "GROWN" and following is not None and following.kind in ("CHOOSEMAX", "CHOOSEMIN"):
            end += 1
        flags_more = ["difference"] if name in ("SPREAD", "SLOPE") else []
        said = rate.text if rate else re.sub(r"^.*평균|^복[합리]|^기하", "", token.text) if name == "CAGR" else ""
        flags = frozenset(["statistic", name, *flags_more, *(["fewer"] if said.startswith(FEWER) else [])])
        nodes, notes, is_rate = self.taken(name, years, window, rate, compound=compound, behind=behind, at=at)
        if not years or not nodes:
            why = "no-window" if not years else "not-in-language"
            self.add("lost", token, notes=(Note(why, {"word": token.text}),))
            self.at = end + 1
            return
        self.operand(end, start, nodes, window.notes + notes, rate=is_rate, flags=flags)

    def taken(
        self, name: str, years: tuple[int, ...], window: Window, rate: Token | None, *, compound: bool, behind: int, at: int,
    ) -> tuple[tuple[Node, ...], tuple[Note, ...], bool]:  # fmt: skip
        """What is taken of the years: the expressions, notes, and whether it is a rate of growth."""
        if name == "GROWN":
            return (*self.growth_in(window, years, behind or at, mean=behind > 0), False)
        if window.top:
            return self.best(window, years, name), (), False
        nodes, notes = over_years(name, years, trim=window.trim, known=self.known)
        if name == "CAGR" and (window.token.kind != "span" or window.listed):
            nodes, notes = growth_of(years, self.known, name="cagr", listed=True)
        if window.spare:
            nodes += over_years(name, window.spare, trim=window.trim, known=self.known)[0]
        if name != "MEAN" or rate is None:
            return nodes, notes, name == "CAGR"
        listed = window.token.kind != "span" or window.listed
        growth, doubt = growth_of(years, self.known, listed=listed, yearly=window.yearly)
        if not compound:
            return growth, doubt, True
        # `매출증가율 평균`: for an indicator in % the rate is the indicator itself.
        own = self.known.percent or not self.known.unit
        return (nodes + growth, (Note("own-rate"),), False) if own else (growth + nodes, doubt, True)

    def best(self, window: Window, years: tuple[int, ...], name: str) -> tuple[Node, ...]:
        """`상위 2개 연도 평균`: the mean of the best of these years, which the results must show."""
        values = {year: self.known.actuals[year].value for year in years if self.known.has(year)}
        if name != "MEAN" or len(values) < len(years) or not 0 < abs(window.top) < len(years):
            return ()
        ranked = sorted(years, key=lambda year: values[year] or Decimal(0), reverse=window.top > 0)
        chosen = ranked[: abs(window.top)]
        if values[chosen[-1]] == values[ranked[abs(window.top)]]:
            return ()
        return (Call(name="mean", arguments=(years_node(chosen),)),)

    def lists_amounts(self, at: int, count: int) -> bool:
        """`(780건, 825건, 846건)`: the results of the window, one by one."""
        inner = self.inside(at)
        return sum(token.kind == "number" for token in inner) == count > 1 and all(
            token.kind in ("number", "comma", "other", "year", "blank", "arrow") for token in inner
        )

    def names_something(self, at: int) -> bool:
        """`3년 생존율`: the years belong to a noun, they are no window."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.kind == "other" and after.text.startswith(_NOUNS_OF_YEARS)

    def on_statistic(self, token: Token) -> None:
        last = self.last()
        if token.text.startswith("순증") and last is not None and last.kind == "amount" and "change" in last.flags:
            self.add("verb", token, sign=1, label="plain")
            return
        before, after = self.peek(-1), self.peek(1)
        compared = before is not None and (before.kind == "COMPARE" or before.tail == "보다")
        if (
            token.kind == "MEAN"
            and compared
            and after is not None
            and after.kind == "number"
            and self.changes(self.at + 1)
        ):
            # `3년 평균 대비 평균 3% 상향`
            return
        if token.kind == "MEAN" and last is not None and last.kind == "operand" and "GROWN" in last.flags and last.link:
            self.found[-1] = replace(last, link=token.tail, end=token.end)
            return
        if token.kind == "MEAN" and last is not None and last.kind == "choose" and not last.link:
            # `가장 짧았던 평균 출동시간`: a mean in name only.
            self.found[-1] = replace(last, end=token.end)
            self.hang(token.tail)
            return
        window = self.window_behind()
        if window:
            self.statistic(self.at, token.start, Window(token, window))
            return
        if token.kind == "MEAN" and self.mean_in_name(before, after):
            self.add("remark", token)
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
            self.statistic(self.at, token.start, Window(token, self.window, notes=(Note("window-before"),)))
            return
        if token.kind in ("GROWN", "MIDDLE"):
            return
        self.benchmark(token)

    on_MEAN = on_GEOMEAN = on_TREND = on_MAX = on_MIN = on_GROWN = on_TOTAL = on_statistic

    on_MEDIAN = on_MIDDLE = on_HMEAN = on_TRIMMEAN = on_SLOPE = on_SPREAD = on_statistic

    def on_OVERALL(self, token: Token) -> None:
        self.benchmark(token)

    def joins(self) -> bool:
        """Whether two amounts or operands stand before, joined by `와` or a comma."""
        heads = [
            piece
            for piece in self.found
            if piece.kind in ("operand", "amount", "goal", "close") or (piece.kind == "verb" and piece.link)
        ]
        return (
            len(heads) >= 2
            and heads[-1].link in ("의", "을", "를", "")
            and heads[-2].link in ("와", "과", "및", "·", "", "이고")
        )

    def join_amounts(self) -> None:
        """The amounts that stand in a row before a mean or a sum are its parts."""
        self.drop_count()
        for index in range(len(self.found) - 1, -1, -1):
            piece = self.found[index]
            if piece.kind in ("comma", "same"):
                continue
            if piece.kind != "amount" or "change" in piece.flags:
                return
            last = not any("joined" in one.flags for one in self.found[index + 1 :])
            parts = [one for one in self.found[index + 1 :] if "joined" in one.flags]
            if piece.amount and len(parts) > 1 and piece.amount.number == len(parts) and self.other_unit(piece, parts):
                # `3개교(25건, 26건, 29건)`: how many parts follow.
                self.found[index] = replace(piece, kind="same")
                return
            if len(parts) > 1 and not all(_alike(piece, part) for part in parts):
                # `각 1회 조사에서 88점, 90점`: of another kind.
                return
            self.found[index] = replace(piece, link="의" if last else "와", flags=piece.flags | {"joined"})

    def drop_count(self) -> None:
        """`민원 88.4점, 시설 90.2점 2개 부문 평균`: how many parts stood before."""
        last = self.found[-1]
        parts = [piece for piece in self.found[:-1] if piece.kind == "amount"]
        counts = last.kind == "amount" and last.amount is not None and last.amount.number == len(parts) > 1
        if counts and last.amount and last.amount.unit and self.other_unit(last, parts):
            self.found[-1] = replace(last, kind="same")

    @staticmethod
    def other_unit(piece: Piece, parts: list[Piece]) -> bool:
        return all(piece.amount and part.amount and part.amount.unit != piece.amount.unit for part in parts)

    def skip_name(self) -> None:
        """Behind `평균값(10.69)` the bracket only repeats what comes out."""
        self.at += 1
        if self.opens() and sum(one.kind == "number" for one in self.inside(self.at)) == 1:
            amount = next(one for one in self.inside(self.at) if one.kind == "number")
            self.found.append(Piece("said", amount.start, amount.end, amount=amount.amount))
            link = self.skip_bracket()
            index = next(i for i in range(len(self.found) - 1, -1, -1) if self.found[i].kind == "combine")
            self.found[index] = replace(self.found[index], link=link)

    def mean_in_name(self, before: Token | None, after: Token | None) -> bool:
        """`평균 출동시간을 전년 대비`, `교당 평균 2.5학급`: what is measured is a mean; nothing is taken of our years."""
        if after is None or self.tokens[self.at].tail:
            return False
        if after.kind == "number":
            return before is not None and before.kind == "other" and before.text.endswith("당")
        beyond = self.peek(2)
        named = after.kind == "other" and hung(after) in ("을", "를", "은", "는")
        return not self.found and named and beyond is not None and beyond.kind in ("last", "year", "ago")

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
