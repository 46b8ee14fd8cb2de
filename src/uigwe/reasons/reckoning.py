"""Arithmetic told in words, step by step: `8,600건에 승인율 75%를 곱한 건수에 이월분 150건을 합산`.

A second way through a reason, beside the one that looks for a start and a change. Values wait with the particle they carry until a
verb takes them; what the verb makes waits in turn. Nothing may be left over: each figure is taken by a verb, each word that
calculates is one of these verbs, and everything else is the name of something.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Suffix, walk
from uigwe.reasons.account import names_only
from uigwe.reasons.build import call, grown, infix, number, signed
from uigwe.reasons.compose import values_of
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.piece import FEWER, Piece, hung
from uigwe.reasons.rounding import rounding_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.tokens import MONEY, Token
from uigwe.reasons.words import RATES

_TO = ("에", "에다", "에다가", "에는")
_LIST = ("와", "과", "및", "·", ",", "이고", "이며", "도")
_OBJECT = ("을", "를", "만큼", "")
_OF = ("의", "중")
_FROM = ("보다", "보다는", "대비", "에서", *_TO)
_RATE_LABEL = re.compile(r"(?:율|률|비율|비중|확률|계수|승수)(?:인|은|는|의|약|평균)?$")
_GROWTH_LABEL = re.compile(rf"(?:{RATES}|성장|상승)(?:율|률)$")
_LOSS = re.compile(r"(?:탈락|이탈|포기|해지|취소|감가|결손|손실|할인|불용|결원|공실|폐업|미[가-힣]{1,3})(?:율|률)$")
_PER = re.compile(
    r"(?:(?<![가-힣])(?:각|각각|1[가-힣]{1,3}당)|[가-힣]당|[가-힣]별(?:로)?)(?:평균|약|연간|연|각|각각)*$"
)
_TIMES = re.compile(r"(?:월|분기|반기|주|일|시간|매[월주일년]|일일)(?:당|별|평균|별로)?(?:평균|약|각)*$")
_CONNECTIVE = re.compile(r"^[가-힣]{2,4}(?:하고|하며|하여|해서|되고|되며|되어)$")
_BY_MONEY = re.compile(r"(?:조|억|만|천|백)원당$")
_HARMLESS = frozenset(
    ["other", "ACTUAL", "TARGET", "SAID", "blank", "this", "CUMUL", "TOTALOF", "APPROX", "last", "DATE", "year", "until", "YEARLY"]
)  # fmt: skip
_PLAIN = ("더", "가산", "추가", "합", "보태", "보탠", "얹", "뺀", "빼", "차감", "덜어", "감한", "감하여")


@dataclass(frozen=True, slots=True)
class Term:
    """A value that waits: what it is, in which unit, the particle it carries, the words before it, and whether a verb made it."""

    node: Node
    unit: str
    part: str
    label: str
    start: int
    end: int
    made: bool = False
    of: Node | None = None  # what it is a part of, while nothing was done with the part

    @property
    def share(self) -> bool:
        """So many per cent of something."""
        return self.unit == "%"

    @property
    def factor(self) -> bool:
        """A share or a multiple: what something is multiplied with."""
        return self.unit in ("%", "배")


class _Stuck(Exception):
    """The words are no calculation of this kind."""


def reckoned(tokens: Sequence[Token], pieces: Sequence[Piece], known: Known) -> Term | None:
    """What the words come to when every figure and every verb of them has its part in it."""
    try:
        return _Reckoner(tokens, pieces, known).run()
    except _Stuck:
        return None


class _Reckoner:
    def __init__(self, tokens: Sequence[Token], pieces: Sequence[Piece], known: Known) -> None:
        self.tokens, self.known = tokens, known
        self.tabled = [
            piece
            for piece in pieces
            if piece.kind == "operand"
            and piece.nodes
            and not piece.rate
            and not piece.flags & {"SD", "GROWN", "grown", "difference"}
        ]
        self.waiting: list[Term] = []
        self.label = ""
        self.fresh = False  # whether what waits on top may still get its particle
        self.names: dict[str, Term] = {}
        self.per: Term | None = None  # `10억원당`, until what each of them yields is said
        self.yields: tuple[Term, Term] | None = None
        self.steps = 0
        self.at = 0

    def run(self) -> Term:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            piece = next((one for one in self.tabled if one.start <= token.start < one.end), None)
            if piece is not None and self.dates(piece):
                self.word(token)
            elif piece is not None:
                self.table(piece)
                continue
            elif (step := getattr(self, f"on_{token.kind}", None)) is not None:
                step(token)
            elif token.kind in _HARMLESS:
                self.word(token)
            else:
                raise _Stuck
            self.at += 1
        return self.whole()

    def dates(self, piece: Piece) -> bool:
        """`전년 58.5%에서`: the year only dates the figure behind it, which counts something else."""
        after = next((one for one in self.tokens if one.start >= piece.end), None)
        if piece.named is not None or piece.link or "past" not in piece.flags or after is None or after.amount is None:
            return False
        return after.amount.unit not in (self.known.unit, "", "%p", "배")

    # ── what waits ──

    def table(self, piece: Piece) -> None:
        """A past result, or a statistic of some."""
        found = values_of(piece, self.known)
        if len(found) != 1 or any(note.id not in ("named-agrees", "named", "named-differs") for note in found[0].notes):
            raise _Stuck
        while self.at < len(self.tokens) and self.tokens[self.at].start < piece.end:
            self.at += 1
        unit = self.known.unit
        node = found[0].node
        if piece.named is not None and piece.named.unit == "%" and not self.known.percent:
            node, unit = number(piece.named.number, Suffix.RATIO), "%"
        link = piece.link if piece.link != "인" else ""
        self.push(Term(node, "level" if unit == self.known.unit else unit, link, self.label, piece.start, piece.end))

    def push(self, term: Term) -> None:
        self.label = ""
        if term.label and isinstance(term.node, Number):
            self.names.setdefault(term.label, term)
        term = self.by_rate(term) or term
        if self.per is not None and self.yields is not None and not term.made:
            return
        top = self.waiting[-1] if self.waiting else None
        self.fresh = not term.part
        if top is not None and top.made and not top.part and self.prints(top, term):
            self.waiting[-1] = replace(top, part=term.part, end=term.end)
            return
        if top is not None and top.part in _OF and not term.made and (whole := self.part_of(top, term)):
            self.waiting[-1] = whole
            return
        each = top is not None and top.part in ("별", "마다") and not term.label
        if top is not None and not term.made and (each or (_PER.search(term.label) and not _TIMES.search(term.label))):
            self.waiting[-1] = self.each(top, term)
            return
        self.waiting.append(term)

    def by_rate(self, term: Term) -> Term | None:
        """`10억원당 11.3명을 적용하고 예산은 2,400억원`: so much for each so much."""
        if self.per is None:
            return None
        if self.yields is None:
            self.yields = (self.per, term)
            top = self.waiting.pop() if self.waiting and self.same_measure(self.waiting[-1], self.per) else None
            if top is None:
                self.fresh = False
                return None
            term = top
        per, one = self.yields
        if not self.same_measure(term, per) or one.factor:
            raise _Stuck
        self.per = self.yields = None
        self.steps += 1
        node = infix(infix(term.node, "/", per.node), "*", one.node)
        return Term(node, one.unit, one.part if term.part in _TO else "", "", per.start, term.end, made=True)

    @staticmethod
    def same_measure(one: Term, other: Term) -> bool:
        money = one.unit.endswith(MONEY) and other.unit.endswith(MONEY) and one.unit[-1] == other.unit[-1]
        return money or (bool(one.unit) and count_alike(one.unit, other.unit))

    def prints(self, made: Term, term: Term) -> bool:
        """`곱한 6,450건에`: the figure is what came out."""
        if not isinstance(term.node, Number):
            return False
        places = max(0, -int(term.node.value.as_tuple().exponent))
        return agrees(self.known.value(made.node), term.node.value, places)

    def part_of(self, top: Term, term: Term) -> Term | None:
        """`1,480건의 95%`, `900건 중 95%`, `1,250개소 중 875개소`."""
        if term.factor and (not term.label or _RATE_LABEL.search(term.label)) and not _GROWTH_LABEL.search(term.label):
            if _LOSS.search(term.label):
                raise _Stuck
            self.steps += 1
            node = infix(top.node, "*", term.node)
            return replace(top, node=node, part=term.part, end=term.end, of=top.node)
        if top.part == "중" and self.known.percent and count_alike(top.unit, term.unit) and term.unit:
            self.steps += 1
            node = infix(infix(term.node, "/", top.node), "*", number(HUNDRED))
            return replace(top, node=node, unit="level", part=term.part, end=term.end)
        return None

    def each(self, top: Term, term: Term) -> Term:
        """`12개소에서 각 45건`."""
        if (
            top.factor
            or term.factor
            or top.part not in ("", "에서", "이", "가", "에", ",", "의", "별", "마다", "은", "는", "을", "를")
        ):
            raise _Stuck
        if not self.names_each(top, term.label):
            raise _Stuck
        self.steps += 1
        return replace(top, node=infix(top.node, "*", term.node), unit=term.unit, part=term.part, end=term.end)

    @staticmethod
    def names_each(top: Term, label: str) -> bool:
        """Whether `과정당` takes up what was counted before: 24개 of 교육과정, or 22척."""
        found = re.search(r"(?:1)?([가-힣]{1,8})(?:당|별)(?:평균|약|연간|연|각|로)*$", label)
        if found is None:
            return not re.search(r"1[가-힣]*당", label)
        word = found[1]
        return any(word.endswith(name) for name in (top.unit, top.label[-2:]) if name) or word in top.label

    def take(self, parts: Sequence[str]) -> Term | None:
        if self.waiting and self.waiting[-1].part in parts:
            return self.waiting.pop()
        return None

    def base(self, parts: Sequence[str]) -> Term:
        """What a step is made from: it carries its particle, or was made just before."""
        term = self.waiting.pop() if self.waiting else None
        if term is None or not (term.part in parts or (term.made and not term.part)):
            raise _Stuck
        return term

    def share_of(self, term: Term) -> tuple[Node, Node] | None:
        """A part of something taken apart again: the whole, and which part."""
        if term.of is None or not isinstance(term.node, Infix):
            return None
        return term.of, term.node.right

    def make(self, base: Term, node: Node, token: Token, unit: str = "") -> None:
        self.steps += 1
        self.waiting.append(Term(node, unit or base.unit, "", "", base.start, token.end, made=True))
        self.fresh, self.label = True, ""

    # ── words ──

    def word(self, token: Token) -> None:
        """A name, with the particle by which what waits hangs on the next."""
        link = token.tail or hung(token)
        text = token.text
        if token.kind == "other" and text in ("중", "가운데", "중에서", "가운데서", "중에"):
            link, text = "중", ""
        if self.fresh and self.waiting:
            if link:
                top = self.waiting[-1]
                self.waiting[-1], self.fresh = replace(top, part=link), False
                return
            if self.waiting[-1].made or token.kind != "other":
                return
        if token.kind == "other" and not token.tail and self.goes_on(text):
            return
        named = self.names.get(self.label + text.removesuffix(link) if link else "")
        if named is not None and link in (*_OBJECT[:2], "로", "으로", "의", "에", "에서"):
            self.push(replace(named, part=link, label="", start=token.start, end=token.end))
            return
        self.label += text + token.tail

    def goes_on(self, text: str) -> bool:
        """`35명 정원으로 운영하고`, `600건의 비율`: what waits is taken up by what follows, or is said to be a share."""
        top = self.waiting[-1] if self.waiting else None
        if top is None:
            return False
        if _CONNECTIVE.search(text) and top.part in ("로", "으로", "을", "를", "이", "가", "") and not self.label:
            self.waiting[-1] = replace(top, part="", made=True)
            return True
        if text.startswith(("비율", "백분율", "비중")) and self.known.percent and len(self.waiting) > 1:
            whole, part = self.waiting[-2:]
            if whole.part in ("중", "대비") and part.part in ("의", "") and self.same_measure(whole, part):
                del self.waiting[-2:]
                node = infix(infix(part.node, "/", whole.node), "*", number(HUNDRED))
                self.steps += 1
                self.waiting.append(Term(node, "level", "", "", whole.start, part.end, made=True))
                return True
        return False

    def on_comma(self, token: Token) -> None:
        self.fresh = False
        if token.text == "." and self.waiting and self.tokens[self.at + 1 :]:
            raise _Stuck
        if self.waiting and not self.waiting[-1].part:
            self.waiting[-1] = replace(self.waiting[-1], part=",")
        self.label = ""

    def on_number(self, token: Token) -> None:
        amount = token.amount
        if amount is None or amount.unit in ("년", "월") or token.tail in ("부터", "까지"):
            raise _Stuck
        if token.tail == "당" and amount.number == 1 and not amount.scale:
            self.label += "당"
            return
        if self.is_name():
            self.label += token.text
            return
        if token.tail == "당":
            if self.per is not None:
                raise _Stuck
            self.per = Term(number(self.worth(token)), amount.unit, "당", self.label, token.start, token.end)
            self.label = ""
            return
        node: Node = number(amount.number, Suffix.RATIO) if amount.unit == "%" else number(self.worth(token))
        unit = amount.unit
        if unit == "%" and self.known.percent and not _RATE_LABEL.search(self.label) and not self.waiting:
            node, unit = number(amount.number), "level"
        self.push(Term(node, unit, token.tail if token.tail != "인" else "", self.label, token.start, token.end))

    def is_name(self) -> bool:
        """`65세 이상 인구`: a figure that says who is counted."""
        after = [one.kind + one.text for one in self.tokens[self.at + 1 : self.at + 3]]
        return (
            bool(after)
            and (after[0].startswith("other세") or after[0] in ("BOUND이상", "BOUND이하"))
            and len(after) > 1
            and (after[1].startswith(("other", "BOUND")))
        )

    def on_BOUND(self, token: Token) -> None:
        """A bound is a part of a name, or nobody says what is done."""
        if not self.label:
            raise _Stuck
        self.label += token.text

    def on_MEAN(self, token: Token) -> None:
        """The mean of what stands before; otherwise a mean in name only."""
        terms = [term for term in self.waiting if not term.factor]
        listed = len(terms) == len(self.waiting) > 1 and all(term.part in _LIST for term in terms[:-1])
        if listed and terms[-1].part in ("의", "을", "를", "") and not self.label:
            if not self.alike(terms):
                raise _Stuck
            self.waiting.clear()
            self.make(terms[0], call("mean", *[term.node for term in terms]), token)
            if token.tail:
                self.waiting[-1], self.fresh = replace(self.waiting[-1], part=token.tail), False
            return
        if token.tail or self.fresh:
            raise _Stuck
        self.label += token.text

    def on_COMPARE(self, token: Token) -> None:
        if self.fresh and self.waiting and token.text.startswith("대비"):
            self.waiting[-1], self.fresh = replace(self.waiting[-1], part="대비"), False
        elif not self.waiting and token.text == "대비":
            self.label += token.text
        else:
            raise _Stuck

    def on_AND(self, token: Token) -> None:
        if token.text not in ("및", "그리고") or not self.waiting:
            raise _Stuck
        self.waiting[-1], self.fresh = replace(self.waiting[-1], part="와"), False

    def on_ROUND(self, token: Token) -> None:
        spoken = rounding_of(token.text, None, self.known)
        if spoken is None or spoken[2] or len(self.waiting) != 1 or not self.steps:
            raise _Stuck
        top = self.waiting.pop()
        self.make(top, call(spoken[0], top.node, number(Decimal(spoken[1]))), token)

    def worth(self, token: Token) -> Decimal:
        """The figure in the indicator's scale where it counts the same, plain where it does not."""
        assert token.amount is not None  # noqa: S101
        unit = token.amount.unit
        if unit.endswith(MONEY) and not self.known.unit.endswith(MONEY):
            if any(_BY_MONEY.search(one.text) for one in self.tokens):
                # In which scale it counts is said by what each of it yields.
                raise _Stuck
            return token.amount.scaled
        return self.known.amounts(token.amount)[0]

    def on_times(self, token: Token) -> None:
        if token.amount is None:
            raise _Stuck
        self.push(Term(number(token.amount.number), "배", token.tail, self.label, token.start, token.end))

    def on_fraction(self, token: Token) -> None:
        if not token.years:
            raise _Stuck
        above, below = token.years
        node = infix(number(Decimal(above)), "/", number(Decimal(below)))
        self.push(Term(node, "배", token.tail, self.label, token.start, token.end))

    def on_open(self, token: Token) -> None:
        """A bracket with names only says nothing; one with a figure names what stands before."""
        inner: list[Token] = []
        depth = 0
        for one in self.tokens[self.at :]:
            depth += (one.kind == "open") - (one.kind == "close")
            inner.append(one)
            if depth == 0:
                break
        figures = [one for one in inner if one.amount is not None]
        if any(one.kind not in _HARMLESS | {"open", "close", "number", "comma"} for one in inner) or len(figures) > 1:
            raise _Stuck
        self.at += len(inner) - 1
        tail = inner[-1].tail
        if not figures:
            text = "".join(one.text + one.tail for one in inner[1:-1])
            if any(one.kind != "other" for one in inner[1:-1]) or not names_only(text, beside=self.fresh):
                raise _Stuck
            if self.fresh and tail and self.waiting:
                self.waiting[-1], self.fresh = replace(self.waiting[-1], part=tail), False
            return
        if self.fresh:
            raise _Stuck
        self.on_number(replace(figures[0], tail=tail))

    def on_EACH(self, token: Token) -> None:
        if token.text == "각":
            self.label += "각"
            return
        if len(self.waiting) < 2 or _TIMES.search(self.waiting[-1].label):
            raise _Stuck
        term = self.waiting.pop()
        self.waiting[-1] = self.each(self.waiting[-1], term)

    # ── verbs ──

    def on_APPLY(self, token: Token) -> None:
        if token.text.startswith("곱"):
            self.multiply(token)
            return
        top = self.waiting[-1] if self.waiting else None
        if top is not None and top.made and top.share and len(self.waiting) > 1:
            # `수료자 2만 명의 취업률을 58.5%에서 1.5%p 높여 적용한`
            self.waiting.pop()
            base = self.base((*_TO, "의"))
            self.make(base, infix(base.node, "*", top.node), token)
            return
        if top is not None and top.made:
            self.fresh = True
            return
        if top is None and self.yields is not None:
            return
        rate = self.take(("을", "를", ""))
        if rate is None or not rate.share or _LOSS.search(rate.label):
            raise _Stuck
        base = self.base(_TO)
        if _GROWTH_LABEL.search(rate.label):
            sign = -1 if re.search("|".join(FEWER), rate.label) else 1
            self.make(base, grown(base.node, sign, rate.node), token)
        elif _RATE_LABEL.search(rate.label):
            self.make(base, infix(base.node, "*", rate.node), token)
        else:
            raise _Stuck

    def multiply(self, token: Token) -> None:
        factor = self.take(_OBJECT)
        if factor is None or factor.made:
            raise _Stuck
        if _GROWTH_LABEL.search(factor.label):
            raise _Stuck
        base = self.base((*_TO, *_LIST))
        unit = base.unit if factor.factor or factor.unit == "" else factor.unit
        self.make(base, infix(base.node, "*", factor.node), token, unit)

    def on_EVENLY(self, token: Token) -> None:
        if not token.text.startswith("나"):
            raise _Stuck
        by = self.take(("로", "으로"))
        if by is None or by.factor:
            raise _Stuck
        base = self.base(("을", "를", *_LIST))
        node, _, unit = self.ratio(base, by, token)
        self.make(base, node, token, unit)

    def ratio(self, base: Term, by: Term, token: Token) -> tuple[Node, Token, str]:
        node = infix(base.node, "/", by.node)
        alike = bool(by.unit) and (base.unit == by.unit or count_alike(base.unit, by.unit))
        if self.known.percent and alike:
            return infix(node, "*", number(HUNDRED)), token, "level"
        return node, token, base.unit

    def on_ALONE(self, token: Token) -> None:
        self.subtract(token)

    def on_TOTAL(self, token: Token) -> None:
        self.add(token, ("의", "", "을", "를"))
        if token.tail and token.tail not in ("로", "으로"):
            self.waiting[-1] = replace(self.waiting[-1], part=token.tail)

    def on_UP(self, token: Token) -> None:
        if token.text.startswith(_PLAIN):
            self.add(token, _OBJECT)
        else:
            self.differ(token, 1)

    def on_DOWN(self, token: Token) -> None:
        if token.text.startswith(_PLAIN):
            self.subtract(token)
        else:
            self.differ(token, -1)

    def add(self, token: Token, last: Sequence[str]) -> None:
        if self.weigh(token):
            return
        terms = [self.take((*last, "로", "으로") if token.kind == "TOTAL" else last)]
        while self.waiting and self.waiting[-1].part in _LIST:
            terms.append(self.waiting.pop())
        found = [term for term in terms if term is not None][::-1]
        if not found or any(term.factor for term in found):
            raise _Stuck
        if self.waiting and (self.waiting[-1].part in _TO or (self.waiting[-1].made and not self.waiting[-1].part)):
            found.insert(0, self.waiting.pop())
        if len(found) < 2 or not self.alike(found):
            raise _Stuck
        node = found[0].node
        for term in found[1:]:
            node = signed(node, 1, term.node)
        self.make(found[0], node, token)

    def weigh(self, token: Token) -> bool:
        """`85점에 60%, 90점에 40%의 비중을 두어 합산`: each with its share, and the shares make a whole."""
        values, shares = self.waiting[::2], self.waiting[1::2]
        if len(shares) < 2 or len(values) != len(shares) or any(one.factor for one in values):
            return False
        if any(one.part not in _TO for one in values) or not all(
            one.share and isinstance(one.node, Number) for one in shares
        ):
            return False
        if sum(one.node.value for one in shares if isinstance(one.node, Number)) != HUNDRED or not self.alike(values):
            raise _Stuck
        node: Node | None = None
        for one, part in zip(values, shares, strict=True):
            product = infix(one.node, "*", part.node)
            node = product if node is None else signed(node, 1, product)
        self.waiting.clear()
        assert node is not None  # noqa: S101
        self.make(values[0], node, token)
        return True

    def alike(self, terms: Sequence[Term]) -> bool:
        """Whether all count the same."""
        units = {self.known.unit if term.unit == "level" else term.unit for term in terms} - {""}
        return all(count_alike(one, other) for one in units for other in units)

    def subtract(self, token: Token) -> None:
        less = self.take(_OBJECT)
        if less is None:
            raise _Stuck
        base = self.base(("에서", "중"))
        if less.share and not base.factor:
            self.make(base, grown(base.node, -1, less.node), token)
        elif self.alike((base, less)) and not less.factor:
            self.make(base, signed(base.node, -1, less.node), token)
        else:
            raise _Stuck

    def differ(self, token: Token, sign: int) -> None:
        by = self.take(("", "을", "를", "만큼", "이", "가"))
        if by is None or by.made:
            raise _Stuck
        apart = self.share_of(by)
        if apart is not None and not (self.waiting and self.waiting[-1].part in _FROM):
            # `186건의 5%를 줄인`
            self.make(by, grown(apart[0], sign, apart[1]), token)
            return
        base = self.base(_FROM)
        if by.unit == "%p":
            points = number(by.node.value, Suffix.RATIO if base.share else Suffix.POINTS)  # type: ignore[union-attr]
            if not (base.share or (base.unit == "level" and self.known.percent)):
                raise _Stuck
            self.make(base, signed(base.node, sign, points), token)
            return
        if by.unit == "배" and not (sign < 0 and isinstance(by.node, Infix)):
            raise _Stuck
        if by.share and (base.unit == "level" and self.known.percent):
            raise _Stuck
        if by.factor:
            self.make(base, grown(base.node, sign, by.node), token)
        elif self.alike((base, by)):
            self.make(base, signed(base.node, sign, by.node), token)
        else:
            raise _Stuck

    # ── the end ──

    def whole(self) -> Term:
        if self.per is not None or not self.steps:
            raise _Stuck
        found = self.waiting[0] if len(self.waiting) == 1 else self.parts()
        tabled = any(isinstance(part, Past) for part in walk(found.node))
        if found.factor or not (found.unit == "level" or tabled or self.fits(found.unit)):
            raise _Stuck
        return found

    def parts(self) -> Term:
        """`A센터 12개소에서 각 45건, B센터 30개소에서 각 18건`: parts of what is counted, with nothing else said."""
        counted = all(count_alike(term.unit, self.known.unit) and not term.made for term in self.waiting)
        listed = all(term.part == "," for term in self.waiting[:-1])
        if (
            len(self.waiting) < 2
            or not counted
            or not listed
            or not any(isinstance(term.node, Infix) for term in self.waiting)
        ):
            raise _Stuck
        first = self.waiting[0]
        node = first.node
        for term in self.waiting[1:]:
            node = signed(node, 1, term.node)
        return replace(first, node=node, end=self.waiting[-1].end)

    def fits(self, unit: str) -> bool:
        """Whether so much of a unit can be the indicator's."""
        own = self.known.unit
        return not own or not unit or count_alike(unit, own) or unit in own or own.endswith(unit)
