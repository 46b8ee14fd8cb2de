"""The figures of a chain as they come along: a factor, a divisor, a share, what came out so far, or an amount on top."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.build import number, signed
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.terms import GROWTH_LABEL, LOSS, RATE_LABEL
from uigwe.reasons.tokens import SCALES, Amount, Token

_HUNDRED = Decimal(100)
LEAST = 2  # figures of a chain
_EACH = pattern_of(r"[가-힣A-Za-z](?:당|별|마다)(?:[가-힣]{0,8})?$")
_BY_MONEY = pattern_of(r"(?P<scale>백억|십억|억|백만|천만|만|천|조)?원당")
RATES = {
    "월": "월",
    "매월": "월",
    "월평균": "월",
    "월별": "월",
    "매달": "월",
    "분기": "분기",
    "분기별": "분기",
    "매분기": "분기",
    "분기당": "분기",
    "반기별": "반기",
}
_DAILY = pattern_of(r"(?:하루|매일|1일|일일|일(?=평균|처리|생산|이용|방문|상담|처리량))")
OVER = pattern_of(r"^(?:더|합|가산|보태|보탬|얹|추가)")
_LESS = pattern_of(r"^(?:덜어|절감|뺀|빼|낮춘|낮춰|낮추|줄인|줄여|줄이|감액|삭감|할인|인하|차감|감축|축소)")
_MORE = pattern_of(r"^(?:늘린|늘려|올린|올려|높인|높여|할증|가산|인상|상향|확대|증액)")


@dataclass(frozen=True, slots=True)
class Link:
    """A figure with its part: what it is worth, its unit, whether it is said of each one, and for which part of a year."""

    role: str
    node: Node
    value: Decimal
    unit: str = ""
    each: bool = False
    rate: str = ""
    joined: bool = False
    tail: str = ""


@dataclass(slots=True)
class Found:
    """The products of a chain, the words around them, and the outcomes that are printed."""

    segments: list[list[Link]] = field(default_factory=lambda: [[]])
    outcomes: list[Amount] = field(default_factory=list)
    rates: frozenset[str] = frozenset()
    names: str = ""
    based: bool = False


class Broken(Exception):
    """A figure or a word that has no part in a chain."""


class Figures:
    """Gives each figure its part; words since the last figure are its label."""

    def __init__(self, tokens: Sequence[Token], known: Known) -> None:
        self.tokens, self.known = tokens, known
        self.found = Found()
        self.label: list[Token] = []
        self.names: list[str] = []
        self.rates: set[str] = set()
        self.daily = self.weekly = False
        self.added = False  # whether the product is said to be added to the result before
        self.joined = False  # whether a word or a sign joins the next figure to the last
        self.outcome = False
        self.at = 0
        self.each_ahead = False  # whether the next figure was said to be of each one

    def ahead(self, count: int = 1) -> Token | None:
        return self.tokens[self.at + count] if self.at + count < len(self.tokens) else None

    @property
    def segment(self) -> list[Link]:
        return self.found.segments[-1]

    def said(self) -> str:
        return "".join(one.text + one.tail for one in self.label)

    def rest_has_figures(self) -> bool:
        return any(one.amount is not None for one in self.tokens[self.at + 1 :])

    def figure(self, token: Token) -> None:
        if token.kind == "fraction" or token.kind == "times":
            raise Broken
        assert token.amount is not None  # noqa: S101
        said, amount = self.said(), token.amount
        after = self.ahead()
        if self.outcome:
            self.found.outcomes.append(amount)
            self.outcome, self.label = False, []
            return
        if amount.unit in ("년", "월", "배", "%p", "점"):
            raise Broken
        if self.from_to(token, after) or self.is_one(token, after) or self.comes_out(token):
            self.label = []
            return
        if amount.unit == "%":
            self.share(token, said, after)
        elif token.tail == "당":
            self.add(Link("divisor", number(amount.scaled), amount.scaled, amount.unit, joined=True))
        else:
            self.count(token, said, after)
        self.label, self.joined = [], False

    def from_to(self, token: Token, after: Token | None) -> bool:
        """`45명에서 50명으로 늘어남`: where it comes to."""
        if token.tail != "에서" or after is None or after.amount is None or after.tail not in ("로", "으로"):
            return False
        assert token.amount is not None  # noqa: S101
        verb = self.ahead(2)
        if verb is None or token.amount.unit != after.amount.unit:
            return False
        up = verb.kind == "UP" or verb.text.startswith(("올라", "오르", "늘", "증가"))
        down = verb.kind == "DOWN" or verb.text.startswith(("내려", "내리", "줄", "감소"))
        if not (up and after.amount.scaled > token.amount.scaled) and not (
            down and after.amount.scaled < token.amount.scaled
        ):
            return False
        self.at += 1
        self.count(after, self.said(), None)
        if self.ahead() is verb:
            self.at += 1
        return True

    def is_one(self, token: Token, after: Token | None) -> bool:
        """`1인당`, `1척이`, `1개 센터당`: each one."""
        amount = token.amount
        if amount is None or amount.scaled != 1 or amount.unit == "%":
            return False
        each = token.tail == "당" or (
            after is not None and after.kind == "other" and bool(re.search(r"[당별]$", after.text))
        )
        if each or (token.tail in ("이", "가", "은", "의") and amount.unit not in ("회", "건")):
            self.each_ahead = True
            return True
        return False

    def comes_out(self, token: Token) -> bool:
        """`3% 늘린 187.46건에`, `합한 97개`: the figure is what came out so far."""
        amount = token.amount
        if amount is None or not self.segment or self.joined or self.said() not in ("", "값"):
            return False
        if any(one.role == "divisor" and not one.value for one in self.segment):
            raise Broken
        value = Decimal(1)
        for one in self.segment:
            value = value / one.value if one.role == "divisor" else value * one.value
        last = next((one for one in reversed(self.segment) if one.role == "factor"), None)
        plain = [one for one in self.segment if one.role != "divisor"]
        if last is None or last.unit != amount.unit or len(plain) < 1:
            return False
        runs = {value, _product(plain)}
        if amount.scaled not in runs:
            return False
        self.segment[-1] = replace(self.segment[-1], tail=token.tail)
        return True

    def share(self, token: Token, said: str, after: Token | None) -> None:
        """A share, a loss, or so much more or less of what stands before."""
        assert token.amount is not None  # noqa: S101
        rate = token.amount.number / _HUNDRED
        if after is not None and after.text == "끌어":
            after = self.ahead(2)
        node: Node = number(token.amount.number, Suffix.RATIO)
        verb = after.text if after is not None and after.kind in ("UP", "DOWN", "ALONE") else ""
        less = bool(_LESS.match(verb)) or (after is not None and after.kind == "ALONE")
        more = bool(_MORE.match(verb))
        if not self.segment:
            # `보급률 82.5%에 대상 1,640천세대를 곱해`
            if not RATE_LABEL.search(said) or GROWTH_LABEL.search(said) or LOSS.search(said) or less or more:
                raise Broken
        elif less or LOSS.search(said):
            if more:
                raise Broken
            node, rate = signed(number(_HUNDRED, Suffix.RATIO), -1, node), 1 - rate
        elif more or GROWTH_LABEL.search(said):
            node, rate = signed(number(_HUNDRED, Suffix.RATIO), 1, node), 1 + rate
        elif self.segment[-1].tail == "중" and said.endswith("의") and not said.startswith(("전체", "그", "이")):
            # `243곳 중 참여 신청기관의 80%`: of how many, nobody says.
            raise Broken
        elif not self.is_share(said, after):
            raise Broken
        if less or more:
            while self.ahead() is not None and self.ahead() is not after:
                self.at += 1
            self.at += 1
        self.add(Link("share", node, rate, "%", joined=True, tail=token.tail))

    def is_share(self, said: str, after: Token | None) -> bool:
        """Whether the words say that it is a share of what stands before."""
        if said.endswith(("비율", "비중")):
            return self.applied(after)
        return bool(RATE_LABEL.search(said)) or self.segment[-1].tail in ("의", "중") or self.label_among()

    def applied(self, after: Token | None) -> bool:
        """`비율 84%를 적용`: said to be taken of what stands before."""
        return self.joined or self.segment[-1].tail in ("의", "중") or (after is not None and after.kind == "APPLY")

    def label_among(self) -> bool:
        among = bool(self.label) and self.label[0].text in ("중", "가운데")
        if among and len(self.label) > 1 and self.label[-1].text.endswith("의"):
            raise Broken
        return among

    def count(self, token: Token, said: str, after: Token | None) -> None:
        """A number of something, or money; on top of what stands before when a verb adds it."""
        assert token.amount is not None  # noqa: S101
        amount = token.amount
        unit = amount.unit
        if not unit:
            raise Broken
        if by := _BY_MONEY.search(said):
            power = Decimal(10) ** SCALES.get(by["scale"] or "", 0)
            self.add(Link("divisor", number(power), power, "원", joined=True))
        each = bool(_EACH.search(said)) or self.each_ahead or "단가" in said
        self.each_ahead = False
        rate = next((RATES[one.text] for one in self.label if one.kind == "per" and one.text in RATES), "")
        daily = bool(_DAILY.search(said))
        weekly = any(one.kind == "per" and one.text.startswith("주") for one in self.label)
        self.daily, self.weekly = self.daily or daily, self.weekly or weekly
        link = Link("factor", number(amount.scaled), amount.scaled, unit, each=each, rate=rate, tail=token.tail)
        joined = each or bool(rate) or daily or weekly or self.joined or unit in ("개월", "일", "주")
        verb = after if after is not None and after.kind == "UP" and OVER.match(after.text) else None
        if verb is not None and token.tail in ("을", "를") and self.segment:
            self.on_top(link, said)
            return
        self.add(replace(link, joined=joined))

    def on_top(self, link: Link, said: str) -> None:
        """`… 45개에 이월 6건을 더함`; `35개와 62개를 합한`."""
        before = self.segment[-1]
        self.at += 1
        if (
            before.tail in ("와", "과", ",", "")
            and before.role == "factor"
            and count_alike(before.unit, link.unit)
            and before.tail
        ):
            merged = signed(before.node, 1, link.node)
            self.segment[-1] = replace(before, node=merged, value=before.value + link.value, tail=link.tail)
            return
        if before.tail not in ("에", "에다") or self.rest_has_figures():
            raise Broken
        self.whole()
        self.found.segments.append([replace(link, joined=True)])

    def add(self, link: Link) -> None:
        self.segment.append(link)

    def whole(self) -> None:
        """Every figure of the product is joined to another; one may stand free."""
        links = self.segment
        below = {one.unit[-1:] for one in links if one.role == "divisor"}
        links = [replace(one, joined=one.joined or one.unit[-1:] in below) for one in links]
        if not links or (len(links) > 1 and sum(not one.joined for one in links) > 1):
            raise Broken
        units = {one.unit for one in links}
        if (self.daily and "일" not in units) or (self.weekly and "주" not in units):
            raise Broken


def _product(links: Sequence[Link]) -> Decimal:
    value = Decimal(1)
    for one in links:
        value *= one.value
    return value
