"""From tokens to pieces: what the target starts from, amounts, changes, and how they hang together.

A piece is what a person would underline in the sentence. Words that carry no arithmetic fall away here.
"""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number, Past
from uigwe.reasons.build import growth_of, over_years, ratio_of_years, total_growth, years_in, years_node
from uigwe.reasons.known import Known
from uigwe.reasons.reading import Note
from uigwe.reasons.tokens import Amount, Token
from uigwe.reasons.words import OF_OTHERS

WINDOWS = ("span", "range", "list")
STATISTICS = ("MEAN", "GEOMEAN", "CAGR", "SD", "TREND", "MAX", "MIN", "GROWN", "TOTAL", "MEDIAN", "MIDDLE", "WEIGHTED")
# What in a bracket of words is no mere remark.
_SPEAKING = (*STATISTICS, "ROUND", "ONGOAL", "UPGOAL")
VERBS = ("UP", "DOWN", "IMPROVE")
# Between an amount and its verb these may stand: `3% 이상 도전적으로 상향`.
_BETWEEN = ("other", "APPROX", "BOUND", "EACH", "ASMUCH", "SAID", "YEARLY", "this", "ACTUAL", "blank")
BASE_LINKS = ("보다", "보다는", "보다도", "에서", "에서는", "대비", "에", "에다", "에다가", "에는", "과", "와", "및")
RESULT_LINKS = ("로", "으로", "로는", "으로는", "으로도")
_NAME_STOPS = (
    "의",
    "보다",
    "보다는",
    "에서",
    "에",
    "에는",
    "에다",
    "에다가",
    "과",
    "와",
    "및",
    "을",
    "를",
    "로",
    "으로",
    "만큼",
)
_COMPARED_TAILS = ("보다", "보다는", "보다도", "에서", "에서는", "대비", "로", "으로", "에", "에다", "에다가")
FEWER = ("감소", "하락", "감축", "인하", "절감", "하향", "축소", "감액")
LINKS = (
    *BASE_LINKS,
    "의",
    "을",
    "를",
    "로",
    "으로",
    "은",
    "는",
    "이",
    "가",
    "도",
    "이나",
    "이며",
    "이고",
    "이지만",
    "까지",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece. Kinds: operand, amount, change, rate, op, open, close, and the words that join or finish (see `fold`)."""

    kind: str
    start: int
    end: int
    link: str = ""
    nodes: tuple[Node, ...] = ()
    amount: Amount | None = None
    named: Amount | None = None
    sign: int = 1
    text: str = ""
    years: tuple[int, ...] = ()
    count: int = 0
    notes: tuple[Note, ...] = ()
    rate: bool = False
    goal: int = 0
    label: str = ""
    flags: frozenset[str] = field(default_factory=frozenset)


def pieces_of(tokens: list[Token], known: Known) -> list[Piece]:
    """All pieces of a reason in order."""
    return _Chunker(tokens, known).all()


class _Chunker:
    def __init__(self, tokens: list[Token], known: Known) -> None:
        self.tokens = tokens
        self.known = known
        self.at = 0
        self.found: list[Piece] = []
        self.window: tuple[int, ...] = ()
        self.depth = 0

    def all(self) -> list[Piece]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            before = self.at
            getattr(self, f"on_{token.kind}", self.on_weak)(token)
            if self.at == before:
                self.at += 1
        return self.found

    def add(self, kind: str, token: Token, **more: object) -> None:
        more.setdefault("text", token.text)
        self.found.append(Piece(kind, token.start, token.end, **more))  # type: ignore[arg-type]

    def peek(self, ahead: int = 0) -> Token | None:
        at = self.at + ahead
        return self.tokens[at] if 0 <= at < len(self.tokens) else None

    def last(self) -> Piece | None:
        return self.found[-1] if self.found else None

    def hang(self, link: str) -> None:
        """The last piece hangs on the next by this particle."""
        last = self.last()
        if (
            link
            and last is not None
            and last.kind in ("operand", "amount", "close", "choose", "combine", "rate", "round")
        ):
            self.found[-1] = replace(last, link=link)

    # ── words that only carry a particle ──

    def on_weak(self, token: Token) -> None:
        link = token.tail or (_ending(token.text) if token.kind == "other" else "")
        last = self.last()
        if (last is not None and last.kind == "operand") or (
            last is not None and last.kind == "amount" and token.kind in ("SAID", "ACTUAL", "TARGET") and link
        ):
            self.hang(link)
        if token.kind == "other" and last is not None and any(word in token.text for word in OF_OTHERS):
            self.found[-1] = replace(last, flags=last.flags | {"before-others"})

    def on_COMPARE(self, token: Token) -> None:
        if (
            token.text.startswith("기준")
            and not token.text.startswith(("기준으로", "기준대비"))
            and len(token.text) <= 3
        ):
            return
        self.hang("대비")

    def on_other(self, token: Token) -> None:
        if "×" in token.text or token.text in ("곱",):
            self.add("op", token, label="*")
        after, before = self.peek(1), self.peek(-1)
        if token.text == "~" and before is not None and before.kind == "number" and after is not None and after.kind == "number":
            self.add("lost", token, notes=(Note("range", {"text": f"{before.text}~{after.text}"}),))
            return
        if token.text.endswith(("당", "별")) and after is not None and after.kind == "number":
            self.add("each", token)
            return
        self.on_weak(token)

    def on_EACH(self, token: Token) -> None:
        self.add("each", token)

    def on_AND(self, token: Token) -> None:
        self.hang("와")

    def on_comma(self, token: Token) -> None:
        self.add("comma", token)

    # ── years ──

    def on_span(self, token: Token) -> None:
        self.on_window(token)

    def on_range(self, token: Token) -> None:
        self.on_window(token)

    def on_list(self, token: Token) -> None:
        self.on_window(token)

    def on_window(self, token: Token) -> None:
        """Years, then words, then what is taken of them: a mean, a trend … Without that the years only tell a time."""
        years, note, at = self.years_of(token), None, self.at + 1
        excluded: tuple[int, ...] = ()
        trim = compound = False
        rate: Token | None = None
        spare: tuple[int, ...] = ()
        while at < len(self.tokens) and at - self.at < 16:
            here = self.tokens[at]
            if here.kind in STATISTICS and not (here.kind == "GROWN" and self.amount_after(at) and here.glued):
                if here.kind == "TOTAL" and rate is None and not here.tail and self.amount_after(at):
                    break
                self.window = years
                notes = (note,) if note else ()
                self.statistic(
                    at, token.start, years, excluded, notes, trim=trim, rate=rate, compound=compound, spare=spare
                )
                return
            if here.kind == "UP" and here.text.startswith("합") and self.tokens[at - 1].kind in ("ACTUAL", "other"):
                self.operand(at, token.start, over_years("TOTAL", years, trim=False, known=self.known)[0], (), flags=frozenset(["statistic"]), link="")
                return
            if here.kind == "open" and self.lists_amounts(at, len(years)):
                at += len(self.inside(at)) + 2
                continue
            if here.kind in WINDOWS:
                inner = self.years_of(here)
                if trim:
                    at += 1
                    continue
                if here.kind == "span" and self.names_something(at):
                    at += 1
                    continue
                if token.kind == "span" and here.kind != "span":
                    if len(inner) != len(years) and inner:
                        note = Note("window-differs", {"said": str(len(years)), "listed": str(len(inner))})
                        spare = years
                    years = inner or years
                elif here.kind == "span" and len(inner) != len(years):
                    note = Note("window-differs", {"said": str(here.count), "listed": str(len(years))})
            elif here.kind == "year" and self.excludes(at):
                excluded += here.years
            elif here.kind == "TRIM":
                trim = True
            elif here.kind == "RATE":
                rate, compound = here, compound or self.names_rate(at)
            elif here.kind not in (
                "other",
                "ACTUAL",
                "open",
                "close",
                "CUMUL",
                "DATE",
                "blank",
                "ALONE",
                "this",
                "last",
                "BOUND",
                "TARGET",
                "SAID",
                "UP",
                "IMPROVE",
                "DOWN",
                "EACH",
            ) or (here.kind in VERBS and self.tokens[at - 1].kind in ("number",)):
                break
            at += 1
        if trim:
            if len(years) == 3:
                nodes, _ = over_years("MEDIAN", years, trim=False, known=self.known)
                self.at = at - 1
                self.operand(at - 1, token.start, nodes, (), flags=frozenset(["statistic"]))
                return
            self.add("lost", token, notes=(Note("not-in-language", {"word": token.text}),))
            return
        self.add(
            "span" if token.kind == "span" else "years",
            token,
            years=years,
            count=token.count or len(years),
            link=token.tail,
        )

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

    def excludes(self, at: int) -> bool:
        return any(token.kind in ("ALONE",) for token in self.tokens[at + 1 : at + 4])

    def names_rate(self, at: int) -> bool:
        """`매출액 증가율`: a noun before says of what the rate is."""
        before = self.tokens[at - 1] if at else None
        return before is not None and before.kind == "other" and not _ending(before.text)

    def is_compound(self, at: int) -> bool:
        """`매출증가율`: the rate is the indicator itself."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        return token.glued and before is not None and before.kind == "other"

    def statistic(
        self, at: int, start: int, years: tuple[int, ...], excluded: tuple[int, ...], notes: tuple[Note, ...], *,
        trim: bool = False, rate: Token | None = None, compound: bool = False, spare: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        """The operand that a statistic of years makes, with the amount that the text names for it."""
        token = self.tokens[at]
        name = token.kind
        if name == "SD":
            self.at = at
            self.window = years
            self.on_SD(token, start)
            return
        if excluded:
            years = self.without(years, excluded, token)
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        end = at
        if name == "MEAN" and not token.tail and after is not None:
            near = [
                index
                for index in range(at + 1, min(at + 4, len(self.tokens)))
                if self.tokens[index].kind in ("RATE", "GROWN")
            ]
            between_ok = near and all(self.may_stand_between(index) for index in range(at + 1, near[0]))
            if between_ok:
                rate, end = self.tokens[near[0]], near[0]
                compound = self.is_compound(near[0]) or (near[0] > at + 1 and rate.kind == "RATE")
                name = rate.kind if rate.kind == "GROWN" else name
        is_rate = name == "CAGR"
        nodes, more = over_years(name, years, trim=trim, known=self.known)
        if spare:
            nodes += over_years(name, spare, trim=trim, known=self.known)[0]
        mean_of_growth = name == "GROWN" and (end != at or self.yearly_before(at))
        if name == "GROWN":
            nodes = total_growth(years, mean=mean_of_growth)
        elif name == "MEAN" and rate is not None:
            growth, doubt = growth_of(years, self.known)
            if compound:
                nodes = nodes + growth if self.known.percent or not self.known.unit else growth + nodes
                more = (Note("own-rate", {}),) if self.known.percent or not self.known.unit else doubt
                is_rate = not (self.known.percent or not self.known.unit)
            else:
                nodes, more, is_rate = growth, doubt, True
        flags = frozenset(["statistic", name] + (["fewer"] if rate is not None and rate.text.startswith(FEWER) else []))
        if not years or not nodes:
            self.add(
                "lost", token, notes=(Note("no-window" if not years else "not-in-language", {"word": token.text}),)
            )
            self.at = end + 1
            return
        self.operand(end, start, nodes, notes + more, rate=is_rate, flags=flags)

    def may_stand_between(self, at: int) -> bool:
        token = self.tokens[at]
        ending = token.tail or (_ending(token.text) if token.kind == "other" else "")
        return token.kind in ("other", "ACTUAL") and ending in ("", "의")

    def yearly_before(self, at: int) -> bool:
        return any(
            token.kind in ("YEARLY", "MEAN") or token.text.startswith("연")
            for token in self.tokens[max(0, at - 2) : at]
        )

    def without(self, years: tuple[int, ...], excluded: tuple[int, ...], token: Token) -> tuple[int, ...]:
        return tuple(year for year in years if year not in excluded)

    # ── one year ──

    def on_last(self, token: Token) -> None:
        self.past(token, self.known.year - 1, by_name=True)

    def on_ago(self, token: Token) -> None:
        self.past(token, self.known.year - 2)

    def on_this(self, token: Token) -> None:
        pass

    def on_until(self, token: Token) -> None:
        if token.years and token.years[0] < self.known.year:
            self.past(replace_tail(token), token.years[0])
        else:
            self.goal(token)

    def on_year(self, token: Token) -> None:
        if not token.years:
            return
        year = token.years[0]
        if self.excludes(self.at):
            self.add("excluded", token, years=token.years)
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
        flags = {"past"}
        while at + 1 < len(self.tokens) and at - self.at < 9 and (link not in _COMPARED_TAILS):
            here = self.tokens[at + 1]
            if here.kind == "TARGET" and link in ("", "의", "도") and not self.tail_is_topic(at + 1):
                node, end, link = Past(kind="target", year=year), at + 1, here.tail
            elif here.kind == "RATE" and not self.is_compound(at + 1) and not self.changes_before(at + 1):
                node, rate, end, link = ratio_of_years(year, year - 1), True, at + 1, here.tail
            elif here.kind == "GROWN" and not self.changes_before(at + 1) and not self.amount_after(at + 1):
                node = Infix(
                    operator="-", left=Past(kind="actual", year=year), right=Past(kind="actual", year=year - 1)
                )
                end, link = at + 1, here.tail
                flags.add("grown")
            elif here.kind in ("ACTUAL", "CUMUL", "MEAN", "DATE", "TOTAL", "SAID"):
                end, link = at + 1, here.tail
            elif here.kind == "other":
                end, link = at + 1, _ending(here.text)
            elif here.kind == "COMPARE" and here.text in ("기준", "을기준", "를기준", "기준에서"):
                end, link = at + 1, ""
            else:
                break
            at += 1
        self.operand(end, token.start, (node,), (), rate=rate, flags=frozenset(flags), link=link)

    def tail_is_topic(self, at: int) -> bool:
        """`전년도 실적 … 목표 설정`: this word of the target belongs to what is being set, not to the year."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.kind == "SAID" and after.text not in ("수준", "달성")

    def changes_before(self, at: int) -> bool:
        return any(token.kind == "number" for token in self.tokens[self.at + 1 : at])

    # ── an operand and the amount that names it ──

    def operand(
        self, end: int, start: int, nodes: tuple[Node, ...], notes: tuple[Note, ...], *,
        rate: bool = False, flags: frozenset[str] = frozenset(), link: str | None = None,
    ) -> None:  # fmt: skip
        token = self.tokens[end]
        link = token.tail if link is None else link
        self.at = end + 1
        named: Amount | None = None
        stop = token.end
        while not named and (not _ends_name(link) or self.opens()):
            here = self.peek()
            if here is None:
                break
            if here.kind == "open":
                inner = self.inside(self.at)
                amounts = [one for one in inner if one.kind == "number"]
                spans = [one for one in inner if one.kind in ("range", "list")]
                has_ops = any(one.kind == "op" for one in inner)
                if len(amounts) == 1 and not has_ops and inner[0].kind == "GEOMEAN" and "MEAN" in flags:
                    nodes = tuple(_renamed(node) for node in nodes)
                if (
                    len(amounts) == 1
                    and not has_ops
                    and amounts[0].unit not in ("배",)
                    and not self.changes_inside(inner)
                ):
                    named = amounts[0].amount
                    link = self.skip_bracket() or link
                    stop = self.tokens[self.at - 1].end
                    continue
                if spans and not amounts and "statistic" in flags:
                    nodes, notes = self.rewindow(nodes, notes, spans[0], flags)
                    link = self.skip_bracket() or link
                    continue
                if not amounts and not has_ops and not any(one.kind in _SPEAKING for one in inner):
                    link = self.skip_bracket() or link
                    continue
                break
            if here.kind == "number" and self.can_name(self.at, rate=rate):
                named, link, stop = here.amount, here.tail, here.end
                self.at += 1
                continue
            if here.kind in (
                "other",
                "ACTUAL",
                "APPROX",
                "blank",
                "CUMUL",
                "DATE",
                "SAID",
                "TARGET",
                "BOUND",
                "RATE",
            ) and self.name_ahead(self.at):
                link = here.tail or (_ending(here.text) if here.kind == "other" else "")
                self.at += 1
                if here.kind == "other" and _stops(here.text):
                    break
                continue
            break
        if _is_result(link) and named is not None and "past" not in flags:
            flags = flags | {"named-result"}
        self.found.append(
            Piece("operand", start, stop, link, nodes, named=named, notes=notes, rate=rate, flags=flags, text=token.text)
        )  # fmt: skip

    def opens(self) -> bool:
        here = self.peek()
        return here is not None and here.kind == "open"

    def name_ahead(self, at: int) -> bool:
        """Whether an amount that can be a name follows within a few words."""
        for index in range(at, min(at + 6, len(self.tokens))):
            here = self.tokens[index]
            if here.kind == "number":
                return self.can_name(index)
            if here.kind == "open":
                inner = self.inside(index)
                return sum(one.kind == "number" for one in inner) == 1 and all(one.kind in ("number", "other", "APPROX") for one in inner)
            link = here.tail or (_ending(here.text) if here.kind == "other" else "")
            if here.kind not in (
                "other",
                "ACTUAL",
                "APPROX",
                "blank",
                "CUMUL",
                "DATE",
                "SAID",
                "TARGET",
                "BOUND",
                "RATE",
            ) or _ends_name(link):
                return False
        return False

    def can_name(self, at: int, *, rate: bool = False) -> bool:
        token = self.tokens[at]
        if token.unit in ("%p", "배") or token.amount is None:
            return False
        if rate:
            return token.unit == "%"
        if token.tail == "당" or self.changes(at):
            return False
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if after is not None and after.kind in ("op",) and after.text in ("×", "*", "x", "X"):
            return False
        return not (token.unit == "%" and self.known.unit not in ("", "%", "%p"))

    def rewindow(
        self, nodes: tuple[Node, ...], notes: tuple[Note, ...], token: Token, flags: frozenset[str]
    ) -> tuple[tuple[Node, ...], tuple[Note, ...]]:
        """`평균(’20~’22)`: the years stand behind the statistic."""
        name = next((flag for flag in flags if flag in STATISTICS), "MEAN")
        fresh, more = over_years(name, token.years, trim=False, known=self.known)
        if name == "GROWN" or not fresh:
            return nodes, notes
        old = next((part.spans for node in nodes for part in years_in(node)), ())
        differs = old and sum(last - first + 1 for first, last in old) != len(token.years)
        note = (
            (Note("window-differs", {"said": str(sum(b - a + 1 for a, b in old)), "listed": str(len(token.years))}),)
            if differs
            else ()
        )
        return fresh, (*notes, *note, *more)

    def inside(self, at: int) -> list[Token]:
        """The tokens inside the bracket that opens at `at`."""
        depth, found = 0, []
        for token in self.tokens[at : at + 80]:
            depth += (token.kind == "open") - (token.kind == "close")
            if depth == 0:
                return found[1:]
            found.append(token)
        return found[1:]

    def skip_bracket(self) -> str:
        """Go behind the bracket; the particle behind it comes back."""
        inner = len(self.inside(self.at))
        self.at = min(self.at + inner + 2, len(self.tokens))
        return self.tokens[self.at - 1].tail

    def changes_inside(self, inner: list[Token]) -> bool:
        return any(token.kind in (*VERBS, "RATE") for token in inner)

    def changes(self, at: int) -> bool:
        """Whether the amount at `at` is by how much something changes, not what it is."""
        token = self.tokens[at]
        if token.unit == "%p":
            return True
        if token.amount is None or token.tail in (
            *BASE_LINKS,
            "인",
            "이며",
            "이고",
            "이나",
            "이지만",
            *RESULT_LINKS,
            "당",
        ):
            return False
        for index in range(at + 1, min(at + 6, len(self.tokens))):
            here = self.tokens[index]
            if here.kind in VERBS:
                return not (here.kind == "IMPROVE" and token.unit != "%" and not self.known.percent and False)
            if here.kind == "SAID" and here.text in ("달성", "추진", "계획", "기대"):
                return False
            if here.kind == "SAID" and here.tail in RESULT_LINKS and token.unit == "%" and token.amount.number >= 50:
                return False
            if here.kind == "RATE" and not self.is_compound(index):
                return token.unit == "%"
            if here.kind == "APPLY":
                return token.unit == "%"
            if here.kind == "open":
                return False if self.tokens[index - 1].kind == "other" else self.changes_behind(index)
            if here.kind not in _BETWEEN:
                return False
            ending = here.tail or (_ending(here.text) if here.kind == "other" else "")
            if ending in ("보다", "에서", "대비", "에"):
                return False
        return False

    def changes_behind(self, at: int) -> bool:
        behind = at + len(self.inside(at)) + 2
        return behind < len(self.tokens) and self.tokens[behind].kind in (*VERBS, "RATE")

    # ── statistics that come before their years, or without any ──

    def on_statistic(self, token: Token) -> None:
        window = self.window_behind()
        if window:
            self.statistic(self.at, token.start, window, (), ())
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
            self.statistic(self.at, token.start, self.window, (), (Note("window-before", {}),))
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
            factor = last.amount.number
            self.found.pop()
        after, link = self.peek(1), token.tail
        stop = self.at
        if (
            factor is None
            and token.tail in ("의", "에")
            and after is not None
            and after.kind in ("times", "number")
            and after.amount
            and after.amount.unit in ("배", "")
        ):
            factor, link, stop = after.amount.number, after.tail, self.at + 1
        elif factor is None and not token.tail and after is not None and after.kind == "times" and after.amount:
            factor, link, stop = after.amount.number, after.tail, self.at + 1
        elif factor is None and token.tail in ("의", "에") and after is not None and after.kind == "fraction" and after.years:
            node = Infix(operator="/", left=node, right=Number(value=_dec(after.years[1])))
            factor, link, stop = _dec(after.years[0]), after.tail, self.at + 1
        if factor is not None and factor != 1:
            node = Infix(operator="*", left=Number(value=factor), right=node)
        self.operand(stop, token.start if start < 0 else start, (node,), (), flags=frozenset(["SD"]), link=link)

    # ── amounts ──

    def on_number(self, token: Token) -> None:
        if token.tail == "당" and token.amount is not None and token.amount.number == 1:
            self.add("each", token)
            return
        after = self.peek(1)
        if after is not None and after.kind == "RATE" and token.unit == "%" and not self.is_compound(self.at + 1):
            sign = -1 if after.text.startswith(FEWER) else 1
            self.found.append(Piece("rate", token.start, after.end, after.tail, amount=token.amount, sign=sign))
            self.at += 2
            return
        self.add(
            "amount",
            token,
            amount=token.amount,
            link=token.tail,
            flags=frozenset(["change"]) if self.changes(self.at) else frozenset(),
        )

    def on_times(self, token: Token) -> None:
        self.add("amount", token, amount=token.amount, link=token.tail)

    def on_fraction(self, token: Token) -> None:
        self.add("fraction", token, years=token.years, link=token.tail)

    def on_updown(self, token: Token) -> None:
        self.add("lost", token, notes=(Note("sign", {"word": token.text}),))

    def rate_value(self, token: Token) -> bool:
        """`증가율(3%)`, `증가율 3%`, `증가율인 3%`: a rate with its amount."""
        at = self.at + 1
        if at + 2 < len(self.tokens) and [one.kind for one in self.tokens[at : at + 3]] == ["open", "CAGR", "close"]:
            at += 3
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

    def on_RATE(self, token: Token) -> None:
        if self.is_compound(self.at) and self.known.percent:
            self.on_weak(token)
            return
        if not self.rate_value(token):
            self.on_weak(token)

    def on_CAGR(self, token: Token) -> None:
        self.on_statistic(token)

    # ── verbs and what they do to the piece before ──

    def on_verb(self, token: Token) -> None:
        sign = {"UP": 1, "DOWN": -1, "IMPROVE": 0}[token.kind]
        label = (
            ""
            if not token.text.startswith(("더", "가산", "추가", "합", "보태", "보탠", "뺀", "빼", "차감", "얹"))
            else "plain"
        )
        self.add("verb", token, sign=sign, label=label)

    on_UP = on_DOWN = on_IMPROVE = on_verb

    def on_op(self, token: Token) -> None:
        sign = {
            "×": "*",
            "x": "*",
            "X": "*",
            "÷": "/",
            "곱하기": "*",
            "더하기": "+",
            "빼기": "-",
            "나누기": "/",
            "플러스": "+",
        }.get(token.text, token.text)
        before, after = self.peek(-1), self.peek(1)
        # A star behind a word is a footnote, a dash before a word is a bullet.
        if token.text == "*" and (before is None or before.kind in ("other", "comma", "SAID", *VERBS)):
            return
        if sign == "-" and (after is None or after.kind not in ("number", "SD", "times")):
            return
        if sign == "-" and before is not None and before.kind == "number" and before.tail:
            return
        self.add("op", token, label=sign)

    def on_arrow(self, token: Token) -> None:
        self.add("op", token, label="=")

    def on_open(self, token: Token) -> None:
        inner = self.inside(self.at)
        last = self.last()
        amounts = [one for one in inner if one.kind == "number"]
        ops = [one for one in inner if one.kind == "op"]
        ahead = [one for one in inner if one.kind == "until" or (one.kind == "year" and one.years > (self.known.year,))]
        if ahead and len(amounts) == 1 and not ops:
            self.found.append(
                Piece("goal", token.start, amounts[0].end, amount=amounts[0].amount, goal=ahead[0].years[0])
            )
            self.skip_bracket()
            return
        if self.listing(inner):
            self.quote(inner)
            self.hang(self.skip_bracket())
            return
        if last is not None and last.kind == "func":
            self.depth += 1
            self.add("open", token)
            return
        if len(ops) > 0 and len(amounts) > 1 and self.only_amounts():
            return
        calculating = (
            last is None
            or (last.kind == "op" and last.label != "=")
            or last.kind == "open"
            or (last.kind == "op" and len(ops) > 0)
        )
        if ops and (len(amounts) > 1 or calculating) and calculating:
            self.depth += 1
            self.add("open", token)
            return
        if (
            any(one.kind in STATISTICS for one in inner)
            and any(one.kind in WINDOWS for one in inner)
            and last is not None
            and last.kind == "amount"
        ):
            self.describe(inner)
            return
        if ops and amounts and not (len(amounts) == 1 and ops[0].text in "+-"):
            self.add("aside", token, text="".join(one.text for one in inner))
            self.hang(self.skip_bracket())
            return
        before = self.peek(-1)
        pending = last is not None and last.kind == "amount" and "change" in last.flags
        steps = (ops or self.changes_inside(inner)) and not pending
        if (
            len(amounts) == 1
            and before is not None
            and before.kind in ("number", "times")
            and amounts[0].amount
            and not steps
        ):
            self.found.append(Piece("same", amounts[0].start, amounts[0].end, amount=amounts[0].amount))
            link = self.skip_bracket()
            index = len(self.found) - 2
            if link and index >= 0:
                self.found[index] = replace(self.found[index], link=link)
            return
        if len(amounts) == 1 and before is not None and before.kind in VERBS and not self.changes_inside(inner):
            self.after_verb(inner, amounts[0])
            return
        if len(amounts) == 1 and not self.changes_inside(inner) and not ops:
            self.add("amount", amounts[0], amount=amounts[0].amount, link="")
            link = self.skip_bracket()
            self.found[-1] = replace(self.found[-1], link=link)
            return
        if not amounts and not any(one.kind in WINDOWS for one in inner):
            for one in inner:
                if one.kind in ("ONGOAL", "UPGOAL", "ROUND"):
                    getattr(self, f"on_{one.kind}", self.on_weak)(one)
            self.hang(self.skip_bracket())

    def only_amounts(self) -> bool:
        """Whether nothing but one plain amount was read so far: the bracket behind it is how it comes about."""
        kinds = [piece.kind for piece in self.found]
        return kinds == ["amount"] and not self.found[0].flags

    def after_verb(self, inner: list[Token], token: Token) -> None:
        """`상향(3%)`: the amount of a change in a bracket behind its verb."""
        last = self.last()
        minus = any(one.kind == "op" and one.text == "-" for one in inner)
        if last is not None and last.kind == "verb" and not self.pending():
            self.found.insert(
                len(self.found) - 1,
                Piece("amount", token.start, token.end, amount=token.amount, flags=frozenset(["change"])),
            )
            if minus and last.sign == 0:
                self.found[-1] = replace(last, sign=-1)
        else:
            self.found.append(Piece("same", token.start, token.end, amount=token.amount))
        self.skip_bracket()

    def pending(self) -> bool:
        """Whether the verb just read already has its amount."""
        before = self.found[-2] if len(self.found) > 1 else None
        return before is not None and before.kind in ("amount", "rate") and "change" in before.flags

    def listing(self, inner: list[Token]) -> bool:
        """A list of years with a number each: `’20: 78, ’21: 82.5`."""
        parts = [token for token in inner if token.kind in ("year", "number")]
        return len(parts) >= 4 and all(token.kind == ("number" if at % 2 else "year") for at, token in enumerate(parts))

    def quote(self, inner: list[Token]) -> None:
        year = 0
        for token in inner:
            if token.kind == "year" and token.years:
                year = token.years[0]
            elif token.kind == "number" and year and token.amount is not None:
                self.found.append(Piece("quoted", token.start, token.end, amount=token.amount, years=(year,)))
                year = 0

    def describe(self, inner: list[Token]) -> None:
        """`81.7점(최근 3년 평균)`: the bracket says what the amount is."""
        said = self.found.pop()
        self.at += 1
        window = next(index for index, one in enumerate(inner) if one.kind in WINDOWS)
        self.at += window
        before = len(self.found)
        self.on_window(self.tokens[self.at])
        while self.at < len(self.tokens) and self.tokens[self.at].kind != "close":
            self.at += 1
        link = self.tokens[self.at].tail if self.at < len(self.tokens) else ""
        self.at += 1
        if len(self.found) > before and self.found[before].kind == "operand":
            self.found[before] = replace(
                self.found[before], named=said.amount, link=link or said.link, start=said.start
            )
        else:
            self.found[before:] = [replace(said, link=link or said.link)]

    def on_close(self, token: Token) -> None:
        if self.depth:
            self.depth -= 1
            self.add("close", token, link=token.tail)

    # ── words that join or finish ──

    def on_ROUND(self, token: Token) -> None:
        self.add("round", token)

    def on_APPLY(self, token: Token) -> None:
        self.add("apply", token, label="times" if token.text.startswith("곱") else "")

    def on_CONSIDER(self, token: Token) -> None:
        self.add("consider", token)

    def on_KEEP(self, token: Token) -> None:
        after, last = self.peek(1), self.last()
        if after is not None and after.kind == "other" and len(after.text) <= 2:
            after = self.peek(2)
        if (
            after is not None
            and after.kind == "RATE"
            and last is not None
            and last.kind == "operand"
            and last.link in ("과", "와")
        ):
            year = self.known.year - 1
            node = last.nodes[0] if last.nodes else None
            if isinstance(node, Past) and node.year is not None:
                year = node.year
            nodes = last.nodes if last.rate else (ratio_of_years(year, year - 1),)
            self.found[-1] = replace(last, nodes=nodes, rate=True, link="을", end=after.end)
            self.at += 3 if self.peek(1) is not after else 2
            return
        self.add("keep", token)

    def on_FUNCTION(self, token: Token) -> None:
        self.add("func", token, label={"a": "mean"}.get(token.text[0].lower(), token.text.lower()))

    def on_EVENLY(self, token: Token) -> None:
        self.add("evenly", token, label="over" if token.text.startswith("나") else "")

    def on_YEARLY(self, token: Token) -> None:
        self.add("yearly", token)

    def on_GAP(self, token: Token) -> None:
        self.add("gap", token, link=token.tail)

    def on_LEFT(self, token: Token) -> None:
        self.add("left", token)

    def on_per(self, token: Token) -> None:
        times = (
            4
            if "분기" in token.text
            else 2
            if "반기" in token.text
            else 12
            if "월" in token.text or "달" in token.text
            else 52
        )
        self.add("per", token, count=times)

    def on_CHOOSEMAX(self, token: Token) -> None:
        self.add("choose", token, label="max", link=token.tail)

    def on_CHOOSEMIN(self, token: Token) -> None:
        self.add("choose", token, label="min", link=token.tail)

    def on_ONGOAL(self, token: Token) -> None:
        self.add("downward", token)

    def on_UPGOAL(self, token: Token) -> None:
        self.add("upward", token)

    def on_ASMUCH(self, token: Token) -> None:
        self.hang("만큼")

    def on_BOUND(self, token: Token) -> None:
        self.add("bound", token)

    def on_APPROX(self, token: Token) -> None:
        self.add("about", token)

    def on_TRIM(self, token: Token) -> None:
        self.add("lost", token, notes=(Note("no-window", {"word": token.text}),))

    def amount_after(self, at: int) -> bool:
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return after is not None and after.kind in ("number", "open")


def _dec(count: int) -> Decimal:
    return Decimal(count)


def _renamed(node: Node) -> Node:
    """The geometric mean where the words only said mean."""
    return Call(name="geomean", arguments=node.arguments) if isinstance(node, Call) and node.name == "mean" else node


def replace_tail(token: Token) -> Token:
    """A token without its particle."""
    return replace(token, tail="")


_ENDING = re.compile(r"(보다는|보다|에서는|에서|에다가|에|의|과|와|을|를|으로|로|은|는|이|가|대비)$")


def _ending(text: str) -> str:
    """The particle that a word we do not know seems to end in."""
    found = _ENDING.search(text)
    return found[1] if found and found.start() > 0 else ""


def _ends_name(link: str) -> bool:
    return link in _NAME_STOPS


def _stops(text: str) -> bool:
    return _ends_name(_ending(text))


def _is_result(link: str) -> bool:
    return link in RESULT_LINKS or link in ("을", "를")
