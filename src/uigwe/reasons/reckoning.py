"""Arithmetic told in words, step by step: `8,600건에 승인율 75%를 곱한 건수에 이월분 150건을 합산`.

A second way through a reason, beside the one that looks for a start and a change. Values wait with the particle they carry until a
verb takes them; what the verb makes waits in turn. Nothing may be left over: each figure is taken by a verb, each word that
calculates is one of these verbs, and everything else is the name of something.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.account import names_only
from uigwe.reasons.build import call, grown, infix, number, signed
from uigwe.reasons.compose import values_of
from uigwe.reasons.cursor import becomes
from uigwe.reasons.known import Known
from uigwe.reasons.piece import FEWER, Piece, hung
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.terms import (
    EACH_ONE,
    EVERY,
    EVERY_LABEL,
    FROM,
    GROWTH_LABEL,
    LIST,
    LOSS,
    OBJECT,
    RATE_LABEL,
    TO,
    Stuck,
    Term,
    Waiting,
    each_of,
)
from uigwe.reasons.tokens import MONEY, SCALES, Token

_CONNECTIVE = re.compile(r"^[가-힣]{2,4}(?:하고|하며|하여|해서|되고|되며|되어)$")
_ADNOMINAL = re.compile(r"^(?!나머지|남은)[가-힣]{1,5}(?:하는|되는|받는|할|될|한|된|해당하는)$")
_BY_MONEY = re.compile(r"(?:조|억|만|천|백)원당$")
_FILLERS = re.compile(r"^(?:약|각|추가로|다시|더|또|총|그|그중|이중|해당|매년|연)*$")
_ALL = ("총", "모두", "전부", "합쳐", "도합", "합계")
_AMONG = ("중", "가운데", "중에서", "가운데서", "중에")
_HARMLESS = frozenset(
    ["other", "ACTUAL", "TARGET", "SAID", "blank", "this", "CUMUL", "TOTALOF", "APPROX", "last", "DATE", "year", "until",
     "YEARLY", "LEFT", "ordinal"]
)  # fmt: skip
_PLAIN = ("더", "가산", "추가", "합", "보태", "보탠", "얹", "뺀", "빼", "차감", "덜어", "감한", "감하여", "많은")
# Units in which indicators are counted; a name that is none of them may count what is counted in one.
_COUNTED = frozenset("건 명 인 개 개소 개사 회 곳 호 가구 세대 점 원 대 종 편 톤".split())  # noqa: SIM905
_EACH = {"매월": "월", "매달": "월", "월별": "월", "매분기": "분기", "분기별": "분기", "분기마다": "분기", "하루": "일", "매일": "일",
         "매주": "주", "주당": "주"}  # fmt: skip
_TELLING = frozenset(["UP", "DOWN", "IMPROVE", "CONSIDER", "KEEP", "APPLY", "AND"])
_OF_TIME = {"개월": "월", "주": "주", "일": "일", "분기": "분기", "년": "연"}


def reckoned(tokens: Sequence[Token], pieces: Sequence[Piece], known: Known) -> Term | None:
    """What the words come to when every figure and every verb of them has its part in it."""
    try:
        return _Reckoner(tokens, pieces, known).run()
    except Stuck:
        return None


class _Values(Waiting):
    """Takes in figures, past results, and the words and brackets around them."""

    def __init__(self, tokens: Sequence[Token], pieces: Sequence[Piece], known: Known) -> None:
        super().__init__(known)
        self.tokens = tokens
        apart = {"SD", "GROWN", "grown", "difference"}
        self.tabled = [
            piece
            for piece in pieces
            if piece.kind == "operand" and piece.nodes and not piece.rate and not piece.flags & apart
        ]
        self.at = 0
        self.balanced = False  # whether what was made is a weighted sum

    def ahead(self, count: int = 1) -> Token | None:
        return self.tokens[self.at + count] if self.at + count < len(self.tokens) else None

    def dates(self, piece: Piece) -> bool:
        """`전년 58.5%에서`: the year only dates the figure behind it, which counts something else."""
        after = next((one for one in self.tokens if one.start >= piece.end), None)
        if piece.named is not None or piece.link or "past" not in piece.flags or after is None or after.amount is None:
            return False
        return after.amount.unit not in (self.known.unit, "", "%p", "배")

    def table(self, piece: Piece) -> None:
        """A past result, or a statistic of some."""
        found = values_of(piece, self.known)
        if len(found) != 1 or any(note.id not in ("named-agrees", "named", "named-differs") for note in found[0].notes):
            raise Stuck
        while self.at < len(self.tokens) and self.tokens[self.at].start < piece.end:
            self.at += 1
        unit = self.known.unit
        node = found[0].node
        if piece.named is not None and piece.named.unit == "%" and not self.known.percent:
            node, unit = number(piece.named.number, Suffix.RATIO), "%"
        link = piece.link if piece.link != "인" else ""
        self.push(Term(node, "level" if unit == self.known.unit else unit, link, self.label, piece.start, piece.end))

    def word(self, token: Token) -> None:
        """A name, with the particle by which what waits hangs on the next."""
        link = token.tail or hung(token)
        text = token.text
        if token.kind == "other" and text in _AMONG:
            link, text = "중", ""
            if (
                self.waiting
                and not self.fresh
                and self.label in ("", "이", "그")
                and self.waiting[-1].part in (",", "")
            ):
                # `100만 톤 발생, 이 중 …`
                self.waiting[-1], self.label = replace(self.waiting[-1], part="중"), ""
                return
        if _ADNOMINAL.search(text) and not token.tail and self.comes_to(text):
            return
        self.summed = self.summed or text.startswith(_ALL)
        if self.fresh and self.waiting:
            if link:
                self.waiting[-1], self.fresh = replace(self.waiting[-1], part=link), False
                return
            if self.waiting[-1].made or token.kind != "other":
                return
        before = self.ahead(-1) if self.at else None
        if (
            before is not None
            and before.kind == "SAID"
            and self.waiting
            and text.startswith(("하고", "하며", "하여", "한뒤"))
        ):
            # `대상으로 선정하고`
            self.waiting[-1], self.label, self.fresh = replace(self.waiting[-1], part="", made=True), "", True
            return
        if token.kind == "other" and not token.tail and self.goes_on(text):
            return
        named = self.names.get(self.label + text.removesuffix(link) if link else "")
        if named is not None and link in (*OBJECT[:2], "로", "으로", "의", "에", "에서"):
            self.push(replace(named, part=link, label="", start=token.start, end=token.end))
            return
        # A topic (`수급률은`) belongs to no figure.
        self.label = "" if link in ("은", "는") and not self.waiting else self.label + text + token.tail

    def comes_to(self, text: str) -> bool:
        """`75%를 처리하는 물량에`, `90%에 해당하는 수치`: the noun behind is what it comes to."""
        top = self.waiting[-1] if self.waiting else None
        parts = ("", "을", "를", "이", "가", "로", "으로", *(["에"] if text.startswith("해당") else []))
        if top is None or top.part not in parts or self.label or top.every:
            return False
        self.waiting[-1], self.fresh = replace(top, part="", made=True), True
        return True

    def goes_on(self, text: str) -> bool:
        """`35명 정원으로 운영하고`, `600건의 비율`: what waits is taken up by what follows, or is said to be a share."""
        top = self.waiting[-1] if self.waiting else None
        if top is None:
            return False
        if _CONNECTIVE.search(text) and top.part in ("로", "으로", "을", "를", "이", "가", "") and not self.label:
            self.waiting[-1] = replace(top, part="", made=True)
            return True
        if text.startswith(("비율", "백분율", "비중")) and self.known.percent and len(self.waiting) > 1:
            return self.shares()
        return False

    def shares(self) -> bool:
        """Whether what waits is a whole and its parts."""
        whole, *parts = self.waiting
        if whole.part not in ("중", "대비", "에서") or any(part.part not in LIST for part in parts[:-1]):
            return False
        self.waiting = [self.share_in(whole, parts)]
        return True

    def on_comma(self, token: Token) -> None:
        self.fresh = False
        if token.text == "." and self.waiting and self.tokens[self.at + 1 :]:
            raise Stuck
        if self.waiting and not self.waiting[-1].part:
            self.waiting[-1] = replace(self.waiting[-1], part=",")
        self.label = ""

    def on_number(self, token: Token) -> None:
        amount = token.amount
        if amount is None or amount.unit in ("년", "월") or token.tail in ("부터", "까지"):
            raise Stuck
        if (token.tail == "당" and amount.number == 1 and not amount.scale) or self.is_name():
            self.label += "당" if token.tail == "당" else token.text
            return
        if token.tail == "당":
            if self.per is not None:
                raise Stuck
            self.per = Term(number(self.worth(token)), amount.unit, "당", self.label, token.start, token.end)
            self.label = ""
            return
        if self.lasts(amount.unit, amount.number, token):
            return
        suffix = {"%": Suffix.RATIO, "%p": Suffix.POINTS}.get(amount.unit)
        node: Node = number(amount.number, suffix) if suffix else number(self.worth(token))
        unit = amount.unit
        if unit == "%" and self.known.percent and not RATE_LABEL.search(self.label) and not self.waiting:
            node, unit = number(amount.number), "level"
        said = EVERY_LABEL.search(self.label)
        every = said[1] if said else ""
        link = token.tail if token.tail != "인" else ""
        self.push(Term(node, unit, link, self.label, token.start, token.end, every=every))

    def lasts(self, unit: str, count: Decimal, token: Token) -> bool:
        """`월 250명씩 10개월간`: so often what is said for each time."""
        top = self.waiting[-1] if self.waiting else None
        if top is None or not top.every or unit not in _OF_TIME:
            return False
        each = _EACH.get(top.every, top.every)
        if _OF_TIME[unit] == "연" and top.every in EVERY:
            count *= EVERY[top.every]
        elif _OF_TIME[unit] != each:
            raise Stuck
        self.steps += 1
        node = infix(top.node, "*", number(count))
        self.waiting[-1] = replace(top, node=node, part=token.tail or "", every="", end=token.end)
        self.fresh, self.label = not token.tail, ""
        return True

    def on_span(self, token: Token) -> None:
        if not self.lasts("년", Decimal(token.count), token):
            raise Stuck

    def on_per(self, token: Token) -> None:
        self.label += token.text

    def is_name(self) -> bool:
        """`65세 이상 인구`: a figure that says who is counted."""
        after, beyond = self.ahead(), self.ahead(2)
        aged = after is not None and after.kind == "other" and after.text.startswith("세")
        bound = after is not None and after.kind == "BOUND" and after.text in ("이상", "이하")
        return (aged or bound) and beyond is not None and beyond.kind in ("other", "BOUND")

    def on_BOUND(self, token: Token) -> None:
        """A bound is a part of a name, or nobody says what is done."""
        if not self.label:
            raise Stuck
        self.label += token.text

    def on_COMPARE(self, token: Token) -> None:
        after = self.ahead()
        if self.fresh and self.waiting and token.text.startswith("대비"):
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part="대비"), False
        elif not self.waiting and token.text == "대비":
            self.label += token.text
        elif self.fresh and self.waiting and len(self.tokens) - self.at <= 4 and after is not None:
            # `5,096억원을 기준으로 함`: with what is there it is calculated.
            self.fresh = False
        else:
            raise Stuck

    def on_SD(self, token: Token) -> None:
        """`표준편차 2.15`: the figure is printed."""
        after = self.ahead()
        if token.tail or after is None or after.kind != "number" or after.unit in ("%", "배"):
            raise Stuck
        self.label += token.text

    def on_AND(self, token: Token) -> None:
        if token.text not in ("및", "그리고") or not self.waiting:
            raise Stuck
        self.waiting[-1], self.fresh = replace(self.waiting[-1], part="와"), False

    def on_op(self, token: Token) -> None:
        sign = {"x": "×", "X": "×", "*": "×", "/": "÷", "곱하기": "×", "나누기": "÷"}.get(token.text, token.text)
        if sign == "×" and not self.waiting and self.yields is not None:
            # `10억원당 8.5명 × 예산 320억원`
            return
        if sign not in ("×", "÷", "+", "=") or not self.waiting or self.waiting[-1].part:
            raise Stuck
        if sign == "=":
            self.collapse()
        top = self.waiting[-1]
        self.waiting[-1], self.fresh = replace(top, part=sign, every="" if sign == "×" else top.every), False
        self.label = ""

    on_arrow = on_op

    def collapse(self) -> None:
        """What plus signs join is one value."""
        while len(self.waiting) > 1 and self.waiting[-2].part == "+":
            other, one = self.waiting.pop(), self.waiting.pop()
            self.steps += 1
            self.waiting.append(replace(other, node=self.total((one, other)), start=one.start, label="", every=""))

    def worth(self, token: Token) -> Decimal:
        """The figure in the indicator's scale where it counts the same, plain where it does not."""
        assert token.amount is not None  # noqa: S101
        unit, own = token.amount.unit, self.known.unit
        if unit.endswith(MONEY) and not own and self.money_by_money():
            return token.amount.scaled
        if self.known.scale_unclear(token.amount):
            raise Stuck
        if unit.endswith(MONEY) and own and not own.endswith(MONEY):
            if any(_BY_MONEY.search(one.text) for one in self.tokens):
                # In which scale it counts is said by what each of it yields.
                raise Stuck
            return token.amount.scaled
        if unit and not unit.endswith(MONEY) and not (token.amount.scale and self.counts(unit)):
            return token.amount.scaled
        return self.known.amounts(token.amount)[0]

    def money_by_money(self) -> bool:
        """`52억원을 400만원으로 나누어`: how many of the one are in the other, whatever is counted."""
        money = [at for at, one in enumerate(self.tokens) if one.unit.endswith(MONEY)]
        if len(money) != 2:
            return False
        by = self.tokens[money[1]]
        parted = by.tail in ("로", "으로") and any(one.kind == "EVENLY" for one in self.tokens[money[1] :])
        return parted or self.tokens[money[1] - 1].text == "÷"

    def counts(self, unit: str) -> bool:
        """Whether the indicator counts in so many of this unit: 만 명, 백만 톤."""
        own = self.known.unit.replace(" ", "")
        return not own or any(own == scale + unit for scale in SCALES) or count_alike(unit, own)

    def on_times(self, token: Token) -> None:
        if token.amount is None:
            raise Stuck
        self.push(Term(number(token.amount.number), "배", token.tail, self.label, token.start, token.end))

    def on_fraction(self, token: Token) -> None:
        if not token.years:
            raise Stuck
        above, below = token.years
        node = infix(number(Decimal(above)), "/", number(Decimal(below)))
        self.push(Term(node, "배", token.tail, self.label, token.start, token.end))

    def bracket(self) -> list[Token]:
        """The bracket that opens here, its signs included."""
        inner: list[Token] = []
        depth = 0
        for one in self.tokens[self.at :]:
            depth += (one.kind == "open") - (one.kind == "close")
            inner.append(one)
            if depth == 0:
                break
        return inner

    def weight_in(self, inner: Sequence[Token]) -> bool:
        """`85점(가중치 0.3)`."""
        kinds = [one.kind for one in inner]
        if kinds != ["open", "WEIGHTED", "number", "close"] or not self.waiting or self.waiting[-1].part:
            return False
        amount = inner[2].amount
        if amount is None or amount.unit not in ("", "%"):
            return False
        weight = number(amount.number, Suffix.RATIO if amount.unit else Suffix.NONE)
        self.waiting[-1] = replace(self.waiting[-1], weight=weight, part=inner[-1].tail, end=inner[-1].end)
        self.fresh = not inner[-1].tail
        self.at += len(inner) - 1
        return True

    def names_past(self, inner: Sequence[Token]) -> bool:
        """`기준치(전년 실적)에`: the bracket says which value it is."""
        piece = next((one for one in self.tabled if len(inner) > 2 and one.start == inner[1].start), None)
        if piece is None or self.fresh or piece.end < inner[-2].end or piece.end > inner[-1].start:
            return False
        self.table(piece)
        top = self.waiting[-1]
        self.waiting[-1], self.fresh = replace(top, part=inner[-1].tail, end=inner[-1].end), not inner[-1].tail
        return True

    def each_in(self, inner: Sequence[Token], figures: Sequence[Token]) -> bool:
        """`신설 지부 3곳 몫(지부당 25건)을`."""
        said = "".join(one.text + one.tail for one in inner[1:-2])
        if len(figures) != 1 or inner[-2] is not figures[0] or not self.waiting or not said.endswith(("당", "별")):
            return False
        self.waiting[-1], self.label = replace(self.waiting[-1], part=""), said
        self.at += len(inner) - 1
        self.on_number(replace(figures[0], tail=inner[-1].tail))
        return True

    def on_open(self, token: Token) -> None:
        """A bracket with names only says nothing; one with a figure names what stands before."""
        inner = self.bracket()
        if self.weight_in(inner):
            return
        figures = [one for one in inner if one.amount is not None]
        if self.names_past(inner) or self.each_in(inner, figures):
            return
        if any(one.kind not in _HARMLESS | {"open", "close", "number", "comma"} for one in inner) or len(figures) > 1:
            raise Stuck
        self.at += len(inner) - 1
        tail = inner[-1].tail
        if not figures:
            text = "".join(one.text + one.tail for one in inner[1:-1])
            if any(one.kind != "other" for one in inner[1:-1]) or not names_only(text, beside=self.fresh):
                raise Stuck
            if self.fresh and tail and self.waiting:
                self.waiting[-1], self.fresh = replace(self.waiting[-1], part=tail), False
            return
        if self.fresh:
            raise Stuck
        self.on_number(replace(figures[0], tail=tail))

    def on_ASMUCH(self, token: Token) -> None:
        if not self.fresh or not self.waiting:
            raise Stuck
        self.waiting[-1], self.fresh = replace(self.waiting[-1], part="만큼"), False

    def on_GROWN(self, token: Token) -> None:
        """`250명씩 1년간 순증하는 것으로 보고`: a net growth that was just told."""
        after = self.ahead()
        if token.text != "순증" or after is None or not after.text.startswith(("하", "할")) or not self.fresh:
            raise Stuck
        self.waiting[-1] = replace(self.waiting[-1], made=True)

    def on_EACH(self, token: Token) -> None:
        if token.text == "각" or token.kind != "EACH":
            self.label += "각"
            return
        if token.text.startswith("1"):
            self.label += token.text + "당"
            return
        top = self.waiting[-1] if self.waiting else None
        if top is not None and (top.every or top.source is not None):
            return
        if top is not None and len(self.waiting) == 1 and each_of(top.label):
            # `센터별 50건씩 15개소에서`
            self.waiting[-1] = replace(top, every=EACH_ONE)
            return
        if len(self.waiting) < 2:
            raise Stuck
        term = self.waiting.pop()
        self.waiting[-1] = self.each(self.waiting[-1], term)


class _Reckoner(_Values):
    """Follows the verbs."""

    def run(self) -> Term:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            piece = next((one for one in self.tabled if one.start <= token.start < one.end), None)
            if piece is not None and self.dates(piece):
                self.word(token)
            elif piece is not None:
                self.table(piece)
                continue
            elif not self.waiting and self.per is None and self.only_tells(token):
                self.label = ""
            elif (step := getattr(self, f"on_{token.kind}", None)) is not None:
                step(token)
            elif token.kind in _HARMLESS:
                self.word(token)
            else:
                raise Stuck
            self.at += 1
        return self.whole()

    @staticmethod
    def only_tells(token: Token) -> bool:
        """`업무량 증가를 감안하여`: before the first figure nothing is calculated yet."""
        return token.kind in _TELLING or (token.kind == "op" and token.text == "-")

    def on_MEAN(self, token: Token) -> None:
        """The mean of what stands before; otherwise a mean in name only."""
        terms = [term for term in self.waiting if not term.factor]
        listed = len(terms) == len(self.waiting) > 1 and all(term.part in LIST for term in terms[:-1])
        if listed and terms[-1].part in ("의", "을", "를", "") and not self.label:
            if not self.alike(terms):
                raise Stuck
            self.waiting.clear()
            self.make(terms[0], call("mean", *[term.node for term in terms]), token)
            if token.tail:
                self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), False
            return
        if token.tail or self.fresh:
            raise Stuck
        self.label += token.text

    def on_ROUND(self, token: Token) -> None:
        self.collapse()
        spoken = rounding_of(token.text, None, self.known)
        if spoken is None or spoken[2] or len(self.waiting) != 1 or not self.steps:
            raise Stuck
        top = self.waiting.pop()
        self.make(top, call(spoken[0], top.node, number(Decimal(spoken[1]))), token)

    def on_APPLY(self, token: Token) -> None:
        after = self.ahead()
        top = self.waiting[-1] if self.waiting else None
        each = top is not None and top.source is not None and top.part in OBJECT and not top.made
        if token.text.startswith("곱") or each:
            self.multiply(token)
            return
        if after is not None and after.start == token.end and after.text.startswith(("분", "비율", "율", "액", "예정")):
            self.label += token.text
            return
        if self.weigh(token):
            return
        top = self.waiting[-1] if self.waiting else None
        if top is not None and top.made and top.share and len(self.waiting) > 1:
            # `수료자 2만 명의 취업률을 58.5%에서 1.5%p 높여 적용한`
            self.waiting.pop()
            base = self.base((*TO, "의"))
            self.make(base, infix(base.node, "*", top.node), token)
        elif top is not None and top.made:
            self.fresh = True
        elif top is not None or self.yields is None:
            self.apply(token)

    def apply(self, token: Token) -> None:
        """`15,000명에 취업률 62.4%를 적용`: a share of it; a rate of growth grows it."""
        self.turn()
        rate = self.take(("을", "를", ""))
        if rate is None or not rate.share or LOSS.search(rate.label):
            raise Stuck
        base = self.base(TO)
        if GROWTH_LABEL.search(rate.label):
            sign = -1 if re.search("|".join(FEWER), rate.label) else 1
            self.make(base, grown(base.node, sign, rate.node), token)
        elif RATE_LABEL.search(rate.label):
            self.make(base, infix(base.node, "*", rate.node), token)
        else:
            raise Stuck

    def multiply(self, token: Token) -> None:
        self.collapse()
        if self.weigh(token):
            return
        self.turn()
        top = self.waiting[-1] if self.waiting else None
        if top is not None and top.source is not None and top.part in OBJECT and not top.made:
            # `센터 19개소에 센터당 48건을 곱한`: so many of each is the product.
            self.waiting[-1], self.fresh = replace(top, part="", made=True), True
            return
        factor = self.take(OBJECT)
        if factor is None or factor.made or GROWTH_LABEL.search(factor.label):
            raise Stuck
        base = self.base((*TO, *LIST, "을", "를"))
        if base.part in ("을", "를") and not factor.factor:
            raise Stuck
        below = self.waiting[-1] if self.waiting else None
        timed = factor.factor or factor.unit in ("", *_OF_TIME)
        unit = base.unit if timed else self.unit_of_product(base, factor)
        self.make(base, infix(base.node, "*", factor.node), token, unit)
        per = re.search(r"([가-힣]{1,6})당", base.label)
        if below is not None and per is not None and below.part in ("의", "에서", "에", ","):
            # `5개관의 관당 420명에 300일을 곱하여`
            made = self.waiting.pop()
            self.waiting[-1] = replace(self.each(below, replace(made, label=base.label)), made=True)

    def on_EVENLY(self, token: Token) -> None:
        if not token.text.startswith("나"):
            raise Stuck
        by = self.take(("로", "으로"))
        if by is None or by.factor:
            raise Stuck
        base = self.base(("을", "를", *LIST))
        node, unit = self.ratio(base, by)
        self.make(base, node, token, unit)

    def on_ALONE(self, token: Token) -> None:
        if not self.fresh and not token.text.startswith(("을", "를")):
            # `점검 제외 20개소`
            self.label += token.text
            return
        self.subtract(token)

    def on_OVERALL(self, token: Token) -> None:
        self.label += token.text

    def on_TOTAL(self, token: Token) -> None:
        self.add(token, ("의", "", "을", "를", "로", "으로"))
        if token.tail and token.tail not in ("로", "으로"):
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), False

    def on_CUMUL(self, token: Token) -> None:
        """`설치량 1,520기에 310기를 누적`."""
        after = self.ahead()
        last = after is None or after.text.startswith(("하", "함", "한"))
        if last and len(self.waiting) > 1 and self.waiting[-1].part in ("을", "를"):
            self.add(token, OBJECT)
        else:
            self.word(token)

    def choose(self, token: Token, how: str) -> None:
        """`평균×1.1과 수용한도 500명 중 작은 값`."""
        self.collapse()
        terms = self.waiting
        if len(terms) < 2 or any(term.part not in LIST for term in terms[:-1]) or terms[-1].part not in ("", "의"):
            raise Stuck
        if not self.alike(terms) or any(term.factor for term in terms):
            raise Stuck
        self.waiting = []
        self.make(terms[0], call(how, *[term.node for term in terms]), token)
        self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), not token.tail

    def on_CHOOSEMAX(self, token: Token) -> None:
        self.choose(token, "max")

    def on_CHOOSEMIN(self, token: Token) -> None:
        self.choose(token, "min")

    def on_UP(self, token: Token) -> None:
        if token.text.startswith(_PLAIN) and not self.compared():
            self.add(token, OBJECT)
        else:
            self.differ(token, 1)

    def on_DOWN(self, token: Token) -> None:
        if token.text.startswith(_PLAIN):
            self.subtract(token)
        else:
            self.differ(token, -1)

    def compared(self) -> bool:
        """`전년보다 20건 추가`."""
        return len(self.waiting) == 2 and self.waiting[0].part in ("보다", "대비", "에서")

    def add(self, token: Token, last: Sequence[str]) -> None:
        self.collapse()
        if self.balanced and len(self.waiting) == 1 and self.waiting[0].made:
            # `각각 곱하여 합산`: the sum is there.
            self.fresh = True
            return
        if self.weigh(token):
            return
        self.turn()
        found = [self.yearly(term) for term in self.take_all(last)]
        if not found:
            raise Stuck
        apart = self.taken_apart(found[0])
        if len(found) == 1 and apart is not None and not self.waiting and not found[0].lost:
            # `실적의 4분의 1을 추가로 확보`
            self.make(found[0], grown(apart[0], 1, apart[1]), token)
            return
        later = any(one.kind == "UP" for one in self.tokens[self.at + 1 :])
        together = token.text.startswith("합") and len(found) > 1 and later
        if (
            not together
            and self.waiting
            and (self.waiting[-1].part in TO or (self.waiting[-1].made and not self.waiting[-1].part))
        ):
            base = self.waiting.pop()
            if any(term.factor for term in found):
                # `적립금에 이자 3%와 출연 40억원을 더한`
                found = [
                    replace(term, node=infix(base.node, "*", term.node), unit=base.unit) if term.share else term
                    for term in found
                ]
            found.insert(0, base)
        if len(found) < 2 or any(term.lost for term in found):
            raise Stuck
        self.make(found[0], self.total(found), token)

    def yearly(self, term: Term) -> Term:
        """`매월 2건씩` of what is counted in a year."""
        if not term.every:
            return term
        if term.every not in EVERY or term.share:
            raise Stuck
        return replace(term, node=infix(term.node, "*", number(Decimal(EVERY[term.every]))), every="")

    def weigh(self, token: Token) -> bool:
        """`85점에 60%, 90점에 40%의 비중을 두어 합산`: each with its share, and the shares make a whole."""
        if self.waiting and all(term.weight is not None for term in self.waiting) and len(self.waiting) > 1:
            self.weighed([(term, term.weight) for term in self.waiting if term.weight is not None], token)
            return True
        values, shares = self.waiting[::2], self.waiting[1::2]
        if self.known.percent and all(one.share and isinstance(one.node, Number) for one in values):
            values = [replace(one, node=number(one.node.value), unit="level") for one in values]  # type: ignore[union-attr]
        if len(shares) < 2 or len(values) != len(shares) or any(one.factor for one in values):
            return False
        if any(one.part not in TO for one in values):
            return False
        weights = [one.node for one in shares if one.unit in ("%", "") and isinstance(one.node, Number)]
        if len(weights) != len(shares):
            return False
        self.weighed(list(zip(values, weights, strict=True)), token)
        return True

    def weighed(self, pairs: Sequence[tuple[Term, Number]], token: Token) -> None:
        """The weighted sum, when the weights make a whole."""
        whole = HUNDRED if all(weight.suffix is Suffix.RATIO for _, weight in pairs) else Decimal(1)
        if sum(weight.value for _, weight in pairs) != whole:
            raise Stuck
        terms = [replace(term, node=infix(term.node, "*", weight), weight=None) for term, weight in pairs]
        self.waiting.clear()
        self.make(terms[0], self.total(terms), token)
        self.balanced = True

    def subtract(self, token: Token) -> None:
        self.collapse()
        less = self.take_all(OBJECT)
        if not less:
            raise Stuck
        apart = self.taken_apart(less[0])
        if len(less) == 1 and apart is not None and not (self.waiting and self.waiting[-1].part == "에서"):
            # `4,000가구 중 12%를 제외한`
            self.make(replace(less[0], lost=False), grown(apart[0], -1, apart[1]), token)
            return
        base = self.base(("에서", "중"))
        if len(less) == 1 and less[0].share and not base.factor:
            self.make(base, grown(base.node, -1, less[0].node), token)
        elif self.alike((base, *less)) and not any(one.factor for one in less):
            node = base.node
            for one in less:
                node = signed(node, -1, one.node)
            self.make(base, node, token)
        else:
            raise Stuck

    def differ(self, token: Token, sign: int) -> None:
        """`58.5%에서 1.5%p 높여`, `186건의 5%를 줄인`, `125명에서 120명으로 줄인다`."""
        self.collapse()
        found = [
            self.yearly(term) for term in self.take_all(("", "을", "를", "만큼", "이", "가", "로", "으로", "까지"))
        ]
        by = found[-1] if found else None
        if by is not None and len(found) == 1 and by.made and by.part in ("까지", "로", "으로") and not self.waiting:
            # `0.65%의 80%에 해당하는 값까지 감축`
            self.waiting.append(replace(by, part=""))
            self.fresh = True
            return
        if by is None or any(one.made for one in found) or (by.factor and not _FILLERS.match(by.label)):
            raise Stuck
        apart = self.taken_apart(by)
        if apart is not None and not (self.waiting and self.waiting[-1].part in FROM):
            if by.part in ("로", "으로", "까지") and self.known.percent and by.label:
                raise Stuck
            # `활동 비율을 30%로 끌어올린 인원`: the share that there is then.
            there = by.part in ("로", "으로", "까지") or becomes(self.label)
            node = by.node if there else grown(apart[0], sign, apart[1])
            self.make(by, node, token)
            return
        to = by.part in ("로", "으로", "까지")
        base = self.base((*FROM, "을", "를") if to else FROM)
        if to:
            self.reach(base, by, token, sign)
        elif by.unit == "%p":
            self.by_points(base, found, token, sign)
        elif by.factor:
            self.by_part(base, found, token, sign)
        else:
            self.make(base, signed(base.node, sign, self.total([replace(one, unit=one.unit) for one in found])), token)
            if not self.alike((base, *found)):
                raise Stuck

    def reach(self, base: Term, by: Term, token: Token, sign: int) -> None:
        """`125명에서 120명으로 줄인다`: where it goes, when that is the way it goes."""
        node = by.node
        if by.share and base.unit == "level" and isinstance(node, Number):
            node = number(node.value)
        values = [self.known.value(one) for one in (base.node, node)]
        if by.unit == "배" or values[0] is None or values[1] is None or (values[1] - values[0]) * sign <= 0:
            raise Stuck
        if not self.alike((base, replace(by, unit="level" if by.share else by.unit))) or by.of is not None:
            raise Stuck
        self.make(replace(base, unit="level" if base.unit == "level" else by.unit), node, token)

    def by_points(self, base: Term, found: Sequence[Term], token: Token, sign: int) -> None:
        if not (base.share or (base.unit == "level" and self.known.percent)):
            raise Stuck
        node = base.node
        for one in found:
            if one.unit != "%p" or not isinstance(one.node, Number):
                raise Stuck
            node = signed(node, sign, number(one.node.value, Suffix.RATIO if base.share else Suffix.POINTS))
        self.make(base, node, token)

    def by_part(self, base: Term, found: Sequence[Term], token: Token, sign: int) -> None:
        [by, *more] = found
        if more or (by.unit == "배" and not (sign < 0 and isinstance(by.node, Infix))):
            raise Stuck
        if by.share and (base.unit == "level" and self.known.percent):
            raise Stuck
        self.make(base, grown(base.node, sign, by.node), token)

    def on_WEIGHTED(self, token: Token) -> None:
        """`85점에 가중치 0.7`, `…의 가중합`."""
        after = self.ahead()
        if token.text.startswith("가중치"):
            if after is None or after.kind != "number":
                raise Stuck
            self.label += token.text
        else:
            if not self.weigh(token):
                raise Stuck
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), not token.tail

    # ── the end ──

    def whole(self) -> Term:
        self.collapse()
        if self.per is not None or not self.waiting:
            raise Stuck
        first = self.waiting[0]
        rest = first.part == "에서" and first.made
        among = self.known.percent and len(self.waiting) > 1 and (first.part in ("중", "대비") or rest)
        if among and not self.shares():
            raise Stuck
        found = self.waiting[0] if len(self.waiting) == 1 else self.by_price() or self.parts()
        tabled = any(isinstance(part, Past | Years) for part in walk(found.node))
        if not self.steps or found.factor or found.lost or found.every or found.part in ("×", "÷", "+"):
            raise Stuck
        if not (found.unit == "level" or tabled or self.fits(found.unit)):
            raise Stuck
        return found

    def by_price(self) -> Term | None:
        """`km당 2.5억원, 사업비 45억원을 기준으로`: how much of it the money gives."""
        if len(self.waiting) != 2:
            return None
        one, other = self.waiting
        price = each_of(one.label) and not each_of(other.label) and other.part not in ("에", "의")
        if not price or not self.priced(other, one) or one.made:
            return None
        self.steps += 1
        return replace(other, node=infix(other.node, "/", one.node), unit="", start=one.start, every="")

    def parts(self) -> Term:
        """`A센터 12개소에서 각 45건, B센터 30개소에서 각 18건`: parts of what is counted, with nothing else said."""
        self.counted_out()
        counted = all(self.fits(term.unit) and not term.made and (term.unit or self.summed) for term in self.waiting)
        listed = all(term.part in (",", "와", "과") for term in self.waiting[:-1])
        composed = self.summed or any(isinstance(term.node, Infix) for term in self.waiting)
        if len(self.waiting) < 2 or not counted or not listed or not composed:
            raise Stuck
        self.steps += 1
        return replace(self.waiting[0], node=self.total(self.waiting), end=self.waiting[-1].end)

    def counted_out(self) -> None:
        """`11곳 중 8곳은 각 6회, 나머지 3곳은 각 4회`: the whole is the sum of those counted one by one."""
        whole, *parts = self.waiting
        sources = [self.known.value(term.source) for term in parts if term.source is not None]
        known = [value for value in sources if value is not None]
        if whole.part == "중" and len(known) == len(parts) > 1 and sum(known) == self.known.value(whole.node):
            self.waiting = parts

    def fits(self, unit: str) -> bool:
        """Whether so much of a unit can be the indicator's."""
        own = self.known.unit.replace(" ", "")
        if (
            not own
            or not unit
            or (unit.endswith(MONEY) and own.endswith(MONEY))
            or count_alike(unit, own)
            or unit in own
            or own.endswith(unit)
        ):
            return True
        return (
            own not in _COUNTED
            and not self.known.percent
            and not own.endswith(MONEY)
            and unit in ("명", "개", "건", "인")
        )
