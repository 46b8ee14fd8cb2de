"""One year: a past result or target as a starting point, or a year to come with what is to be reached by then."""

from dataclasses import replace

from uigwe.formulas.tree import Node, Past
from uigwe.reasons.build import change_of_years, ratio_of_years
from uigwe.reasons.growths import Window
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import FEWER, Piece, ending
from uigwe.reasons.reading import Note
from uigwe.reasons.tokens import MONEY, Token
from uigwe.reasons.windows import Windows

# Behind these the name of a past result is complete.
_COMPLETE = frozenset(
    ["보다", "보다는", "보다도", "에서", "에서는", "대비", "로", "으로", "에", "에다", "에다가", "과", "와"]
)
_MONTH = pattern_of(r"(\d{1,2})월")
# Of the year before, and no result of this indicator.
_NO_RESULTS = ("예산", "사업비", "정원", "인구", "인력", "물가", "경제", "최저임금", "보조금", "대상인원", "모집")


class Years(Windows):
    """Reads what stands behind a single year."""

    def on_last(self, token: Token) -> None:
        self.past(token, self.known.year - 1, by_name=True)

    def on_ago(self, token: Token) -> None:
        count = int(token.text[0]) if token.text[0].isdigit() else 2
        self.past(token, self.known.year - count)

    def on_this(self, token: Token) -> None:
        if token.text.startswith(("차년", "내년")) and token.tail in ("부터", "에는", "에", "도"):
            self.add("later", token)

    def on_until(self, token: Token) -> None:
        if token.years and token.years[0] < self.known.year:
            self.past(replace(token, tail=""), token.years[0])
        else:
            self.goal(token)

    def on_year(self, token: Token) -> None:
        if not token.years:
            return
        year, after = token.years[0], self.peek(1)
        each = any(one.kind in ("YEARLY", "COMPARE") for one in self.tokens[self.at + 1 : self.at + 4])
        since = after is not None and after.kind == "other" and after.text.startswith("이후") and not each
        if since and year < self.known.year - 1:
            # `’20년 이후`: the years since.
            self.on_window(replace(token, kind="range", years=tuple(range(year, self.known.year))))
        elif year < self.known.year:
            self.past(token, year)
        elif year > self.known.year:
            self.goal(token)

    def goal(self, token: Token) -> None:
        """A year to come; the amount behind it is what is to be reached by then."""
        at = self.at + 1
        while (
            at < len(self.tokens)
            and at - self.at < 8
            and self.tokens[at].kind
            in ("other", "TARGET", "open", "TOTALOF", "CUMUL", "SAID", "blank", "ACTUAL", "APPROX")
        ):
            at += 1
        here = self.tokens[at] if at < len(self.tokens) else None
        year = token.years[0] if token.years else 0
        if here is not None and here.kind == "number" and here.unit not in ("%p", "배") and not self.changes(at):
            self.found.append(Piece("goal", token.start, here.end, amount=here.amount, goal=year, link=here.tail))
            self.at = at + 1
        else:
            self.add("goal", token, goal=year)

    def past(self, token: Token, year: int, *, by_name: bool = False) -> None:
        """A past result or target, up to the word or amount that ends it."""
        node: Node = Past(kind="last") if by_name else Past(kind="actual", year=year)
        at, end, link = self.at, self.at, token.tail
        rate = False
        month = _MONTH.search(token.text)
        # The result up to another month than December is not the year's.
        notes: tuple[Note, ...] = (Note("of-others", {"word": token.text}),) if month and month[1] != "12" else ()
        flags = {"past"}
        while at + 1 < len(self.tokens) and at - self.at < 9 and (link not in _COMPLETE):
            here = self.tokens[at + 1]
            if here.kind == "TARGET" and link in ("", "의", "도") and not self.tail_is_topic(at + 1):
                node, end, link = Past(kind="target", year=year), at + 1, here.tail
            elif here.kind == "CAGR" and self.since(year, at + 1, token):
                return
            elif here.kind == "RATE" and not self.is_compound(at + 1) and not self.changes_before(at + 1):
                node, rate, end, link = ratio_of_years(year, year - 1), True, at + 1, here.tail
                if here.text.startswith(FEWER):
                    flags.add("fewer")
            elif here.kind == "GROWN" and not self.changes_before(at + 1) and not self.figure_after(at + 1):
                now, before = (year - 1, year) if here.text.startswith(FEWER) else (year, year - 1)
                node = change_of_years(now, before)
                end, link = at + 1, here.tail
                flags.add("grown")
            elif (here.kind == "MAX" and at == self.at and not here.text.startswith("가장")) or here.kind in (
                "ACTUAL",
                "CUMUL",
                "MEAN",
                "DATE",
                "TOTAL",
                "TOTALOF",
                "SAID",
            ):
                if here.kind == "MEAN" and self.joined():
                    break
                if here.kind == "DATE" and not here.text.startswith("12"):
                    notes = (Note("of-others", {"word": token.text + here.text}),)
                end, link = at + 1, here.tail
            elif here.kind == "other":
                if here.text.startswith(_NO_RESULTS) and not self.known.unit.endswith(MONEY):
                    notes = (Note("of-others", {"word": token.text + here.text}),)
                end, link = at + 1, ending(here.text)
            elif here.kind == "COMPARE" and here.text in ("기준", "을기준", "를기준", "기준에서"):
                end, link = at + 1, ""
            else:
                break
            at += 1
        self.operand(end, token.start, (node,), notes, rate=rate, flags=frozenset(flags), link=link)

    def since(self, year: int, at: int, token: Token) -> bool:
        """`2020년 대비 2024년 수출액의 연평균증가율`: the two years are the ends of the window."""
        last = self.last()
        node = last.nodes[0] if last is not None and last.kind == "operand" and last.nodes else None
        if last is None or not isinstance(node, Past) or node.year is None or node.year >= year:
            return False
        if last.link not in ("대비", "에서", "부터") or last.named is not None:
            return False
        self.found.pop()
        whole = replace(token, kind="range", years=tuple(range(node.year, year + 1)), start=last.start)
        self.statistic(at, last.start, Window(whole, whole.years))
        return True

    def figure_after(self, at: int) -> bool:
        after = self.look(at + 1)
        return after is not None and after.kind == "number"

    def joined(self) -> bool:
        """`3년 평균과 전년 실적의 평균`: the mean is of both, not of the year."""
        last = self.last()
        return last is not None and last.kind in ("operand", "amount", "close") and last.link in ("와", "과", "및")

    def tail_is_topic(self, at: int) -> bool:
        """`전년도 실적 … 목표 설정`: this word of the target belongs to what is being set, not to the year."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.kind == "SAID" and after.text not in ("수준", "달성")

    def changes_before(self, at: int) -> bool:
        return any(token.kind == "number" for token in self.tokens[self.at + 1 : at])
