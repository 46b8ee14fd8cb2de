"""Growth within a window: by how much, at what rate, in which year the most; and a rate that is printed."""

from dataclasses import dataclass

from uigwe.formulas.tree import Node
from uigwe.reasons.build import changes_of, rates_of
from uigwe.reasons.cursor import WINDOWS
from uigwe.reasons.piece import FEWER, RESULT_LINKS, Piece, hung
from uigwe.reasons.reading import Note
from uigwe.reasons.spread import Spread
from uigwe.reasons.tokens import Token

_FORECASTS = ("전망치", "예상치", "추정치", "전망", "목표율")


@dataclass(slots=True)
class Window:
    """Years while the statistic of them is looked for."""

    token: Token
    years: tuple[int, ...]
    spare: tuple[int, ...] = ()
    excluded: tuple[int, ...] = ()
    notes: tuple[Note, ...] = ()
    trim: str = ""
    top: int = 0
    listed: bool = False
    yearly: bool = False
    rate: Token | None = None
    compound: bool = False
    choose: str = ""


class Growths(Spread):
    """Finds which change or rate of change is meant."""

    def growth_in(
        self, window: Window, years: tuple[int, ...], at: int, *, mean: bool
    ) -> tuple[tuple[Node, ...], tuple[Note, ...]]:
        """By how much the results of the years grew: on the whole, in a year on average, or in the best year."""
        how = self.kind_of_growth(at)
        if how == "total" and (mean or self.yearly_before(at)):
            how = "mean"
        fewer = self.tokens[at].text.startswith(FEWER)
        narrow = changes_of(years, how, fewer=fewer)
        if (
            how == "total"
            or window.token.kind != "span"
            or window.listed
            or not years
            or not self.known.has(years[0] - 1)
        ):
            return narrow, ()
        return narrow + changes_of((years[0] - 1, *years), how, fewer=fewer), (Note("growth-window", {}),)

    def kind_of_growth(self, at: int) -> str:
        """`최대 증가폭`, `증가폭의 평균`: which of the yearly changes is meant."""
        before = self.look(at - 1)
        text = before.text if before is not None else ""
        kind = before.kind if before is not None else ""
        if text.endswith(("최대", "최고", "가장큰")) or kind in ("CHOOSEMAX", "MAX"):
            return "max"
        if text.endswith(("최소", "최저", "가장작은")) or kind in ("CHOOSEMIN", "MIN"):
            return "min"
        behind = self.look(at + 1)
        if behind is not None and behind.kind in ("CHOOSEMAX", "CHOOSEMIN"):
            return "max" if behind.kind == "CHOOSEMAX" else "min"
        tail = self.tokens[at].tail
        if behind is not None and behind.kind == "open":
            index = at + len(self.inside(at + 1)) + 2
            tail, behind = (self.tokens[index].tail if index < len(self.tokens) else ""), self.look(index + 1)
        if behind is not None and tail in ("의", "을", "를") and behind.kind == "MEAN":
            return "mean"
        return "total"

    def years_of_steps(self, at: int, window: Window) -> tuple[int, ...]:
        """`증가폭(’20→’21, ’21→’22)`: the steps listed in the bracket behind, as a run of years."""
        behind = self.look(at + 1)
        inner = self.inside(at + 1) if behind is not None and behind.kind == "open" else []
        years = sorted(
            {year for one in inner if one.kind in ("year", *WINDOWS) for year in self.years_of(one) or one.years}
        )
        if len(years) == 1 and window.years and years[0] < window.years[-1] and inner[-1].kind == "COMPARE":
            # `상승폭(’17년 대비)`
            window.listed = True
            return tuple(range(years[0], window.years[-1] + 1))
        if not years or not any(one.kind == "arrow" for one in inner):
            return ()
        window.listed = True
        return tuple(range(years[0], years[-1] + 1))

    def growth_ahead(self, at: int) -> int:
        """How many tokens on a growth or a rate of growth stands: `가장 높았던 (전년 대비) 증가율`; 0 when none does."""
        for index in range(at + 1, at + 5):
            here = self.look(index)
            if here is None or here.kind in ("GROWN", "RATE"):
                return 0 if here is None else index - at
            if here.kind not in ("last", "COMPARE", "YEARLY", "EACH"):
                return 0
        return 0

    def chosen_rate(self, at: int, start: int, window: Window) -> None:
        """The largest or smallest of the yearly rates of growth of these years."""
        years = tuple(year for year in window.years if year not in window.excluded)
        listed = window.listed or window.token.kind != "span"
        nodes, notes = rates_of(years, window.choose, self.known, listed=listed, yearly=window.yearly)
        if not nodes:
            self.add("lost", self.tokens[at], notes=(Note("not-in-language", {"word": self.tokens[at].text}),))
            self.at = at + 1
            return
        flags = frozenset(["statistic", *(["fewer"] if window.rate and window.rate.text.startswith(FEWER) else [])])
        self.operand(at, start, nodes, window.notes + notes, rate=True, flags=flags)

    def rate_behind(self, at: int) -> int:
        """Where the rate of `평균 증가율` stands, 0 when there is none."""
        for index in range(at + 1, min(at + 4, len(self.tokens))):
            token = self.tokens[index]
            if token.kind in ("RATE", "GROWN"):
                return index
            if token.kind not in ("other", "ACTUAL") or hung(token) not in ("", "의"):
                return 0
        return 0

    def rate_follows(self, token: Token) -> bool:
        after = self.look(self.tokens.index(token) + 1)
        return after is not None and after.kind in ("RATE", "GROWN")

    def yearly_before(self, at: int) -> bool:
        return any(
            token.kind in ("YEARLY", "MEAN") or token.text.startswith("연")
            for token in self.tokens[max(0, at - 2) : at]
        )

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
        sign = -1 if any(word in token.text for word in FEWER) or (signed is not None and signed.text == "-") else 1
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
