"""What was there, what comes and what goes: `’22년 말 보유 5,600대 − 폐차 400대 + 신규 900대`, `전년 회원수에 신규가입 500명, 탈퇴 120명을 가감`.

The stock is the last result or a printed figure; each figure behind it comes or goes, by the words before it, its sign or the verb behind it.
These must agree, and nothing may come or go without a figure.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from uigwe.formulas.tree import Node, Past
from uigwe.reasons.account import bent
from uigwe.reasons.build import infix, number, signed
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import PRINTED, TOLD, Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.shares import count_alike
from uigwe.reasons.terse_quantities import Odd
from uigwe.reasons.terse_words import OFTEN, Word, is_money, words_of
from uigwe.reasons.tokens import Token

_COMES = pattern_of(r"신규|가입|추가|준공|지정|신설|순증|증설|도입|확충|전입|구매|개설|이월|발굴|착공|편입|증원|유입")
_GOES = pattern_of(
    r"탈퇴|해제|폐지|폐차|만료|퇴직|해지|이탈|소멸|취소|철거|종료|폐쇄|폐업|반납|매각|멸실|탈락|말소|전출|폐기|해산|폐교|폐점|상환"
)
_LESS = pattern_of(r"^(?:을|를)?(?:제외|빼|뺀|뺌|차감|공제|감하|감한|감해|덜어)")
_MORE = pattern_of(r"^(?:을|를)?(?:더하|더한|더해|더함|가산|합산|합하|합한|합쳐|합계|보태|추가|누적|포함|늘|증가)")
_EITHER = pattern_of(r"^(?:을|를)?(?:반영|가감|증감)")
_STOCK = pattern_of(
    r"누적|누계|보유|기존|등록|현재|말$|운영|가입|회원|수$|실적|지정|잔액|재고|현원|보급|협약|구축|설치|전년"
)
_LAST = pattern_of(
    r"^(?:전년도?|지난해|직전연도|작년|’\d\d년)(?: ?말)?(?: ?기준)?(?: ?(?:누적|누계|최종|총|기준|말))*(?: ?[가-힣]{2,6}){0,2}? ?(?:실적|누계"
    r"|누적|수|인원|건수|대수|개소|수준|실적치)(?:치|값)?(?P<tail>에서|에다|에) ?"
)
_ELSE = pattern_of(
    r"대비|보다|최근|평균|초과|미달|이내|이상|이하|한도|최대|최소|상한|하한|중복|가량|내외|정도|예비|목표였|배분|균등|안분|율|률|비율|비중|%|다만|※|거나|또는|혹은|"
    r"않|못|별도|미정|감안|고려|검토|협의|물량|[가-힣]분[을를]?$|상향|하향|감축|절감|절반|나머지|잔여|남은|차이|격차|중$|가운데|향후|까지의?$(?<!년까지)"
)


def balanced(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """What a stock comes to with what comes and goes, when each of these has its figure."""
    if known.percent or len(laid.text) > _LONGEST:
        return None
    text = laid.spaced()
    lead = _LAST.match(text)
    if lead and lead[0].startswith("’") and int(lead[0][1:3]) != (known.year - 1) % 100:
        return None
    words = words_of(laid, [one for one in tokens if one.kind != "blank"])
    past = lead is not None and not any(one.kind == "figure" and one.start < lead.end() for one in words)
    try:
        return _Reader(known, past=past).run([one for one in words if not (past and lead and one.start < lead.end())])
    except Odd:
        return None


_LONGEST = 90


class _Reader:
    """Goes through the words once."""

    def __init__(self, known: Known, *, past: bool) -> None:
        self.known = known
        self.node: Node | None = Past(kind="last") if past else None
        self.unit = ""
        self.label, self.sign, self.often = "", "", ""
        self.pending: list[tuple[Node, str]] = []  # what comes or goes, with the sign that its words give it
        self.flows = 0
        self.scales: set[int] = set()
        self.printed = self.signs = False

    def run(self, words: Sequence[Word]) -> Made:
        for word in words:
            self.take(word)
        if self.signs:
            self.settle("")
        if (
            self.node is None
            or self.pending
            or not self.flows
            or _COMES.search(self.label)
            or _GOES.search(self.label)
            or self.often
        ):
            raise Odd
        if self.known.unit and not (self.unit == self.known.unit or count_alike(self.unit, self.known.unit)):
            raise Odd
        if len(self.scales) == 1 and self.scales != {0} and not self.known.actuals:
            # All in 만명: in which scale it is kept, nobody says.
            raise Odd
        return Made(self.node, PRINTED if self.printed else TOLD)

    def take(self, word: Word) -> None:
        if word.kind == "figure":
            self.figure(word)
        elif word.kind == "often":
            self.often = word.text
        elif word.kind == "year":
            digits = re.findall(r"\d\d$|\d\d(?=년)", word.text.replace(" 말", ""))
            if (
                "~" in word.text
                or not digits
                or int(digits[-1]) not in (self.known.year % 100, (self.known.year - 1) % 100)
            ):
                raise Odd
            if int(digits[-1]) == (self.known.year - 1) % 100 and self.node is not None:
                raise Odd
            self.label += "전년" if int(digits[-1]) != self.known.year % 100 else ""
        elif word.kind == "lasts":
            if not self.pending and not self.flows:
                raise Odd
        elif word.kind == "sign":
            self.mark(word.text)
        elif word.kind == "word":
            self.word(word.text)
        elif not (word.kind == "each" and word.text == "씩"):
            raise Odd

    def mark(self, text: str) -> None:
        if text in "+-":
            self.settle("") if self.pending else None
            self.sign, self.signs = text, True
        elif text == "=":
            self.settle("")
            self.sign = "="
        elif text not in "(),·.":
            raise Odd

    def word(self, text: str) -> None:
        if text in ("및", "그리고", "말", "기준"):
            return
        verb = "-" if _LESS.match(text) else "+" if _MORE.match(text) else "±" if _EITHER.match(text) else ""
        if verb and self.pending:
            self.settle(verb)
            return
        if verb and not (text.startswith(("추가", "누적")) and self.node is None) and not text.startswith("추가"):
            if self.flows and text.startswith(("누적", "합산", "반영", "합한")) and not self.label:
                return
            raise Odd
        if bent(re.sub("누적|누계", "", text)) or _ELSE.search(text):
            raise Odd
        self.label += text

    def figure(self, word: Word) -> None:
        unit = "원" if is_money(word.unit) else word.unit
        if (
            not unit
            or unit in ("%", "%p", "배", "점", "년", "원")
            or (self.unit and not (unit == self.unit or count_alike(unit, self.unit)))
        ):
            raise Odd
        if (
            self.node is not None
            and not self.pending
            and self.flows
            and not _COMES.search(self.label)
            and not _GOES.search(self.label)
        ):
            if self.known.value(self.node) != word.value or self.sign not in ("", "="):
                raise Odd
            self.printed, self.label, self.sign = True, "", ""
            return
        self.unit = unit
        self.scales.add(word.scale)
        if self.node is None:
            self.begin(word)
            return
        node: Node = number(word.value)
        if self.often:
            count = OFTEN[self.often][0]
            if not count:
                raise Odd
            node, self.often = (infix(node, "*", number(Decimal(count))) if count > 1 else node), ""
        comes, goes = _COMES.search(self.label), _GOES.search(self.label)
        said = "-" if goes else "+" if comes else ""
        if self.sign and said and self.sign != said:
            raise Odd
        self.pending.append((node, self.sign or said))
        self.label, self.sign = "", ""

    def begin(self, word: Word) -> None:
        """The stock: a printed figure that is said to be there."""
        if _GOES.search(self.label) or re.search(r"(?:실적|누계|누적|수|인원|건수)(?:에서|에)", self.label):
            raise Odd
        if not _STOCK.search(self.label) or self.often or self.sign:
            raise Odd
        last = self.known.actuals.get(self.known.year - 1)
        if "전년" in self.label and last is not None and last.value is not None and last.value != word.value:
            raise Odd
        self.node, self.label = number(word.value), ""

    def settle(self, verb: str) -> None:
        """What comes and goes is put to the stock."""
        if self.node is None:
            raise Odd
        for node, said in self.pending:
            sign = said if verb in ("", "±") else verb
            if not sign or (said and sign != said):
                raise Odd
            self.node = signed(self.node, -1 if sign == "-" else 1, node)
            self.flows += 1
        self.pending = []
