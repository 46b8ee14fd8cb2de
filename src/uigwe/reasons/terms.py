"""Values that wait for a verb, each with the particle it carries, and how one takes up another: a part of it, so many of each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from uigwe.formulas.tree import Infix, Node, Number
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.known import Known, agrees
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.state import HUNDRED
from uigwe.reasons.tokens import MONEY, Token
from uigwe.reasons.words import RATES

TO = ("에", "에다", "에다가", "에는")
LIST = ("와", "과", "및", "·", ",", "이고", "이며", "도")
OBJECT = ("을", "를", "만큼", "")
OF = ("의", "중")
FROM = ("보다", "보다는", "대비", "에서", *TO)
_TAKEN_UP = ("", "에서", "이", "가", "에", ",", "의", "별", "마다", "은", "는", "을", "를", "×")
RATE_LABEL = pattern_of(r"(?:율|률|비율|비중|확률|계수|승수)(?:인|은|는|의|약|평균|을|를|이|가)?(?:약|평균)?$")
GROWTH_LABEL = pattern_of(rf"(?:{RATES}|성장|상승|조정|할증|변동|증|감)(?:율|률)(?:인|의)?$")
# What is not there, or falls away.
LOSS = pattern_of(
    r"(?:^|[가-힣\s])미(?:달|이행|처리|완료|해소|이수|참여|가입|집행|조치|수납|준수|응답|납|제출|설치|이용|수료|취업)|탈락|이탈|포기|해지|취소|감가|결손|손실|"
    r"할인|불용|불합격|결원|공실|폐업|지연|실패|위반|중단|제외|무응답|불참|부적합|반려|잔여|남은|누락"
)
_PER = pattern_of(
    r"(?:(?<![가-힣])(?:각|각각|1[가-힣]{1,3}당)|[가-힣a-z]당|[가-힣]별(?:로)?)(?:평균|약|연간|연|각|각각)*$"
)
EVERY_LABEL = pattern_of(
    r"(?<![가-힣0-9])(월|매월|매달|월별|분기|매분기|분기별|분기마다|반기|반기별|하루|매일|주|매주|주당)(?:약|평균|에|각)*$"
)
# How often in a year something happens that is said for a month, a quarter, a week or a day.
EVERY = {
    "월": 12,
    "매월": 12,
    "매달": 12,
    "월별": 12,
    "분기": 4,
    "매분기": 4,
    "분기별": 4,
    "분기마다": 4,
    "반기": 2,
    "반기별": 2,
}
_TIME = pattern_of(r"(?:월|분기|반기|주|일|시간|매[월주일년]|일일)(?:당|별|평균|별로)?(?:평균|약|각)*$")


EACH_ONE = "씩"


def each_of(label: str) -> bool:
    """Whether the words before a figure say that it is of each one."""
    return bool(_PER.search(label)) and not _TIME.search(label)


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
    lost: bool = False  # a part that is not there or falls away
    every: str = ""  # said for each month, week or day
    weight: Number | None = None
    source: Node | None = None  # of how many it is so much each
    ratio: bool = False  # a quotient of like things, in hundredths

    @property
    def share(self) -> bool:
        """So many per cent of something."""
        return self.unit == "%"

    @property
    def factor(self) -> bool:
        """A share or a multiple: what something is multiplied with."""
        return self.unit in ("%", "배")


class Stuck(Exception):
    """The words are no calculation of this kind."""


class Waiting:
    """What waits, the words since, and what was named."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.waiting: list[Term] = []
        self.label = ""
        self.fresh = False  # whether what waits on top may still get its particle
        self.names: dict[str, Term] = {}
        self.per: Term | None = None  # `10억원당`, until what each of them yields is said
        self.yields: tuple[Term, Term] | None = None
        self.summed = False  # whether a word says that all is counted together
        self.chosen = False  # whether the name of what was just chosen follows
        self.steps = 0
        self.stepped: set[str] = set()  # the units of what was put together so far

    def push(self, term: Term) -> None:
        self.label = ""
        if term.label and isinstance(term.node, Number):
            self.names.setdefault(term.label, term)
        term = self.by_rate(term) or term
        if self.per is not None and self.yields is not None and not term.made:
            return
        top = self.waiting[-1] if self.waiting else None
        self.fresh = not term.part
        if top is not None and self.chosen:
            self.name_chosen(top, term)
            return
        taken = None if top is None else self.taken_up(top, term)
        if taken is None:
            later = each_of(term.label) and not term.made and not term.factor and top is not None
            self.waiting.append(replace(term, every=EACH_ONE) if later else term)
        else:
            self.waiting[-1] = taken

    def name_chosen(self, top: Term, term: Term) -> None:
        """`둘 중 높은 값인 전년 실적을`: which of the two it is, when it is."""
        self.chosen = False
        values = [self.known.value(one.node) for one in (top, term)]
        if None in values or values[0] != values[1]:
            raise Stuck
        self.waiting[-1] = replace(top, part=term.part, end=term.end)

    def taken_up(self, top: Term, term: Term) -> Term | None:
        """What becomes of the value on top when this one comes behind it; None when both wait."""
        if top.part in ("×", "÷"):
            self.steps += 1
            return self.signed_with(top, term)
        if top.every == EACH_ONE:
            return self.so_many(top, term)
        if top.made and not top.part and self.prints(top, term):
            return replace(top, part=term.part, end=term.end)
        if top.source is not None and top.part in ("의", "인", "") and not term.factor and self.prints(top, term):
            # `6개소(개소당 15명)의 수용인원 90명`
            return replace(top, part=term.part, end=term.end)
        if top.part == "=":
            if self.prints(top, term):
                return replace(top, part=term.part, end=term.end, made=True)
            raise Stuck
        if top.part in OF and not term.made and (whole := self.part_of(top, term)):
            return whole
        if not term.made and self.averaged(top, term):
            return self.each(top, term)
        if not term.made and (
            (top.part in ("별", "마다") and not term.factor)
            or (_PER.search(term.label) and not _TIME.search(term.label))
        ):
            return self.each(top, term) if self.can_each(top, term) else None
        return None

    @staticmethod
    def averaged(top: Term, term: Term) -> bool:
        """`재판부 6개가 매월 평균 35건을`: what each of them does."""
        counted = top.unit in ("개", "곳", "개소", "명", "인", "팀", "기관", "센터", "개사", "대") and isinstance(
            top.node, Number
        )
        return (
            counted
            and top.part in ("이", "가", "에서")
            and term.every in EVERY
            and "평균" in term.label
            and not term.factor
        )

    def can_each(self, top: Term, term: Term) -> bool:
        """Whether what stands before is what there are so many of; else it may stand behind."""
        return top.unit != "level" or not each_of(term.label) or self.names_each(top, term.label)

    def signed_with(self, top: Term, term: Term) -> Term:
        """`24만 세대 × 42%`, `18만 세대 ÷ 24만 세대`."""
        if top.factor and not term.factor:
            raise Stuck
        hundred = isinstance(term.node, Number) and term.node.value == HUNDRED and term.unit in ("", "%")
        if hundred and top.ratio:
            # `÷ 600명 × 100`: the quotient is in hundredths anyway.
            return replace(top, part=term.part, end=term.end, ratio=False)
        if top.part == "÷":
            node, unit = self.ratio(top, term)
            return replace(top, node=node, unit=unit, part=term.part, end=term.end, ratio=unit == "level")
        unit = top.unit if term.factor or not term.unit else self.unit_of_product(top, term)
        source = top.source or (None if term.factor or not term.unit else top.node)
        node = infix(top.node, "*", term.node)
        return replace(top, node=node, unit=unit, part=term.part, end=term.end, source=source)

    def priced(self, money: Term, each: Term) -> bool:
        """`예산 48억원을 업체당 1.2억원씩`: how many of them there are, when that is what is counted."""
        both = money.unit.endswith(MONEY) and each.unit.endswith(MONEY)
        return both and not self.known.unit.endswith(MONEY) and not self.known.percent

    def so_many(self, each: Term, count: Term) -> Term:
        """`센터별 50건씩 15개소에서`: how many of them stands behind."""
        named = count.unit in ("개", "곳", "개소", "명", "인") or self.names_each(count, each.label)
        if count.factor or not count.unit or count_alike(count.unit, each.unit) or not named:
            raise Stuck
        self.steps += 1
        node = infix(count.node, "*", each.node)
        return replace(
            each, node=node, part=count.part, end=count.end, every=count.every, source=count.node, made=not count.part
        )

    @staticmethod
    def unit_of_product(one: Term, other: Term) -> str:
        """Prices by numbers come to money; otherwise the last factor says what is counted."""
        if one.unit.endswith(MONEY) and other.unit.endswith(MONEY):
            raise Stuck
        return one.unit if one.unit.endswith(MONEY) else other.unit

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
            raise Stuck
        self.per = self.yields = None
        self.steps += 1
        node = infix(infix(term.node, "/", per.node), "*", one.node)
        return Term(node, one.unit, one.part if term.part in TO else "", "", per.start, term.end, made=True)

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
        """`1,480건의 95%`, `900건 중 표본 5%`, `1,250개소 중 875개소`."""
        among = top.part == "중" and not self.known.percent
        if among and term.factor and re.search(r"(?<!전체)(?<![이그])의$", term.label):
            # `243곳 중 참여 신청기관의 80%`: of how many, nobody says.
            raise Stuck
        named = not term.label or RATE_LABEL.search(term.label) or among
        if term.factor and named and not GROWTH_LABEL.search(term.label):
            self.steps += 1
            node = infix(top.node, "*", term.node)
            lost = bool(LOSS.search(term.label))
            return replace(top, node=node, part=term.part, end=term.end, of=top.node, lost=lost)
        if top.part == "중" and self.known.percent and self.same_measure(top, term):
            if LOSS.search(term.label):
                raise Stuck
            return None
        return None

    def each(self, top: Term, term: Term) -> Term:
        """`12개소에서 각 45건`."""
        if self.priced(top, term):
            self.steps += 1
            node = infix(top.node, "/", term.node)
            return replace(top, node=node, unit="", part=term.part, end=term.end, made=True)
        if (
            not top.unit
            or top.factor
            or term.factor
            or top.part not in _TAKEN_UP
            or not self.names_each(top, term.label)
        ):
            raise Stuck
        self.steps += 1
        unit = self.unit_of_product(top, term)
        return replace(
            top, node=infix(top.node, "*", term.node), unit=unit, part=term.part, end=term.end, every=term.every,
            source=top.node,
        )  # fmt: skip

    @staticmethod
    def names_each(top: Term, label: str) -> bool:
        """Whether `과정당` takes up what was counted before: 24개 of 교육과정, or 22척."""
        found = re.search(r"(?:1)?([가-힣]{1,8})(?:당|별)(?:평균|약|연간|연|각|로)*$", label)
        if found is None:
            return not re.search(r"1[가-힣]*당", label)
        word = found[1].removeprefix("각").removeprefix("개")
        if not word or word in top.label or (word in ("인", "명") and top.unit in ("인", "명")):
            return True
        return any(word.endswith(name) or name.endswith(word) for name in (top.unit, top.label[-2:]) if name)

    def take(self, parts: Sequence[str]) -> Term | None:
        if self.waiting and self.waiting[-1].part in parts:
            return self.waiting.pop()
        return None

    def take_all(self, last: Sequence[str]) -> list[Term]:
        """The value on top and those listed before it, the first first."""
        terms = [self.take(last)]
        while terms[0] is not None and self.waiting and self.waiting[-1].part in LIST and not self.waiting[-1].made:
            terms.append(self.waiting.pop())
        while terms[0] is not None and self.waiting and self.waiting[-1].part in LIST:
            terms.append(self.waiting.pop())
        return [term for term in terms if term is not None][::-1]

    def turn(self) -> None:
        """`3%를 전년 실적에 더함`: what is added stands first."""
        if len(self.waiting) < 2 or self.waiting[-1].part not in TO:
            return
        one, other = self.waiting[-2:]
        if one.part in ("을", "를", "만큼") or (one.made and not one.part):
            self.waiting[-2:] = [other, replace(one, part=one.part or "을")]

    def base(self, parts: Sequence[str]) -> Term:
        """What a step is made from: it carries its particle, or was made just before."""
        term = self.waiting.pop() if self.waiting else None
        if term is None or not (term.part in parts or (term.made and not term.part)):
            raise Stuck
        return term

    def make(self, base: Term, node: Node, token: Token, unit: str = "") -> None:
        if base.lost:
            raise Stuck
        self.steps += 1
        self.waiting.append(Term(node, unit or base.unit, "", "", base.start, token.end, made=True))
        self.fresh, self.label = True, ""

    def ratio(self, above: Term, below: Term) -> tuple[Node, str]:
        """A quotient and what it counts: of like things a share, which an indicator in per cent counts in hundredths."""
        node = infix(above.node, "/", below.node)
        if self.same_measure(above, below):
            return (infix(node, "*", number(HUNDRED)), "level") if self.known.percent else (node, "")
        return node, above.unit

    def share_in(self, whole: Term, parts: Sequence[Term]) -> Term:
        """`100만 톤 중 72만 톤과 19만 톤`: the parts of the whole, in per cent."""
        together = self.total(parts)
        lost = LOSS.search(self.label) or any(LOSS.search(part.label) for part in parts)
        if lost or not self.same_measure(whole, parts[0]):
            raise Stuck
        values = [self.known.value(node) for node in (whole.node, together)]
        if values[0] is None or values[1] is None or values[1] > values[0]:
            raise Stuck
        self.steps += 1
        node = infix(infix(together, "/", whole.node), "*", number(HUNDRED))
        return Term(node, "level", "", "", whole.start, parts[-1].end, made=True)

    def total(self, terms: Sequence[Term]) -> Node:
        if not self.alike(terms) or any(term.factor for term in terms):
            raise Stuck
        node = terms[0].node
        for term in terms[1:]:
            node = signed(node, 1, term.node)
        return node

    def alike(self, terms: Sequence[Term]) -> bool:
        """Whether all count the same."""
        units = {self.known.unit if term.unit == "level" else term.unit for term in terms} - {""}
        self.stepped |= units - {"%", "%p", "배"}
        if not self.known.percent:
            # What was added before counts the same as what is added now.
            units |= self.stepped
        money = [unit for unit in units if unit.endswith(MONEY)]
        if self.known.percent and units <= {"%", "level", "%p", self.known.unit}:
            return True
        return len(money) == len(units) or all(count_alike(one, other) for one in units for other in units)

    @staticmethod
    def taken_apart(term: Term) -> tuple[Node, Node] | None:
        """A part of something: the whole, and which part."""
        if term.of is None or not isinstance(term.node, Infix):
            return None
        return term.of, term.node.right
