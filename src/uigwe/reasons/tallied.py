"""A tally read as a whole: its figures with the words between them, what it may count, and in which scale."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from uigwe.formulas import FormulaProblem, Node, read_basis
from uigwe.reasons.account import bent, names_only
from uigwe.reasons.build import infix, number
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import PRINTED, TOLD, Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tallies import LEAST, MOST, tally_of
from uigwe.reasons.tally_items import Figure, Item, Untold, alike, spread_over
from uigwe.reasons.tally_words import ADDS, LESS, NAMING, VERBS, period
from uigwe.reasons.tokens import MONEY, Token
from uigwe.reasons.words import DONE, SUPPLY

_NEAR = (Decimal("0.4"), Decimal("2.5"))
_NOTE = pattern_of(r"^(?:단위:?)?(?:[십백천만억조]*(?:원|명|건|개|톤|개소|회|점|달러|호|대|가구|세대)|%)(?:단위)?$")
_SIGNS = {"×": "*", "x": "*", "X": "*", "*": "*", "÷": "/", "/": "/", "+": "+", "-": "-", "=": "="}
# What a tally sets, or only tells.
_SETS = pattern_of(
    r"목표|설정|산정|산출|계산|책정|추산|추계|계획|실시|개최|지원|발굴|선정|처리|물량|값|합|총|정비|운영|추진|제시|정함|편성|환산|건수|인원|수준|예상|확보|점검|"
    r"보급|공급|양성|교육|기준|구성|반영|적용|$"
)
# What is said of the whole that a tally does not count with.
_ELSE = pattern_of(
    r"대비|보다|최근\d|(?<![일월기당])(?<![가-힣] )평균|전년(?!도? ?이월)|작년|지난해|목표였|초과|미달|이내|한도|최대|최소|"
    r"상한|하한(?!선)|중복|이중|그중|나머지(?=는|은|를)|경우|가량|내외|정도|만점|척도|"
    r"인정|비교|독려|대상으로|통해|통하여|거쳐|의견|우선|중심|병행|"
    r"협의(?!회|체)|검토|당초|[으이하]나(?= |$)|지만|하되|조정|확정|거나|또는|혹은|않|못|※|예정이었"
)
_RATE = pattern_of(r"[가-힣][율률](?=을|를|로|은|는|이|에|$)|비율|비중")


def tallied(laid: Laid, tokens: Sequence[Token], known: Known) -> Made | None:
    """The one tally that a reason is."""
    own = [one for one in tokens if one.kind != "blank"]
    bare = _without_brackets(own)
    if bare is None:
        return None
    plain, workings = bare
    figures, behind = _figures(laid, plain)
    if not figures or len(figures) > MOST or not _names_only(laid, plain, figures, behind, known.year):
        return None
    try:
        told = tally_of(figures, behind)
    except Untold:
        return None
    if len(told.items) != 1:
        return None
    [item] = told.items
    if known.unit and not _counts(item.unit, known):
        return None
    if not behind.strip() and not told.printed and not any(one.sign for one in figures):
        return None
    if not told.structured and not (told.adds and _SETS.search(behind)) and not _listed(figures, behind):
        return None
    if any(_GOES.search(one.before) for one in figures) or (_SOME.match(behind) and not told.adds):
        return None
    if len(item.units) < LEAST and not told.printed and not any(one.before for one in figures if period(one.before)):
        return None
    if any(_worth(one) not in (item.value, None) for one in workings):
        return None
    node = _in_scale(item, known)
    value = known.value(node) if node is not None else None
    if node is None or value is None or not _near(value, known):
        return None
    return Made(node, PRINTED if told.printed else TOLD)


def _counts(unit: str, known: Known) -> bool:
    """Whether what comes out counts what the indicator does, where that is known."""
    if known.percent or unit == "%":
        return known.percent and unit == "%"
    own = known.unit.replace(" ", "")
    return not unit or own.endswith(unit) or unit.endswith(own) or alike(unit, own)


# What is done with all that a list names.
_DOES = pattern_of(
    rf"^ ?[가-힣·]{{0,8}}?(?:을|를|의|로|으로)? ?(?:[가-힣]{{1,8}}(?:을|를)? ?){{0,2}}?(?:{SUPPLY}|{DONE}|제정|개정|채택|출원|"
    r"정비|육성|작성|마련|도입|신설|수립|계획|목표|설정|산정)"
    r"(?:(?:하는|한|할) ?(?:것|계획|물량)?)?[가-힣 ]{0,14}$"
)
_SOME = pattern_of(r"^ ?[가-힣]{0,4} ?등(?: |$)")
# What goes, where others come.
_GOES = pattern_of(r"폐지|퇴직|이탈|해지|탈락|취소|종료|만료|감소|철거|반납|미달|폐쇄|이직|전출|해제")


def _listed(figures: Sequence[Figure], behind: str) -> bool:
    """Figures one beside the other that count the same and are all to be done: `상반기 70건, 하반기 95건 추진`."""
    units = {one.unit for one in figures}
    named = all(re.search("[가-힣]", one.before) for one in figures)
    alike = len(units) == 1 and not units & {"%", "", "점"}
    return alike and named and bool(_DOES.match(behind)) and not _SOME.match(behind)


def _without_brackets(tokens: Sequence[Token]) -> tuple[list[Token], list[list[Token]]] | None:
    """The tokens outside brackets, and the workings in signs that stand in them; None when one says something else."""
    plain: list[Token] = []
    workings: list[list[Token]] = []
    inner: list[Token] | None = None
    for one in tokens:
        if one.kind == "open":
            if inner is not None:
                return None
            inner = []
        elif one.kind == "close":
            if inner is None or not _harmless(inner):
                return None
            if any(each.kind == "op" for each in inner):
                workings.append(inner)
            inner = None
        elif inner is not None:
            inner.append(one)
        else:
            plain.append(one)
    return (plain, workings) if inner is None else None


def _harmless(inner: Sequence[Token]) -> bool:
    text = "".join(one.text + one.tail for one in inner)
    if any(one.amount is not None for one in inner):
        signs = all(one.amount is not None or one.kind in ("op", "open", "close") for one in inner)
        yearly = len([one for one in inner if one.amount]) == 1 and all(
            one.amount or one.kind == "YEARLY" for one in inner
        )
        return (signs and any(one.kind == "op" for one in inner)) or yearly
    if all(one.kind in ("range", "year", "ordinal", "list") for one in inner):
        return True
    return bool(_NOTE.match(text)) or (
        all(one.kind in NAMING for one in inner) and names_only(text, beside=False) and not _ELSE.search(text)
    )


def _worth(working: Sequence[Token]) -> Decimal | None:
    """What a working in signs comes to."""
    text = " ".join(
        str(one.amount.scaled) if one.amount is not None else _SIGNS.get(one.text, one.text) for one in working
    )
    left, _, right = text.partition("=")
    try:
        node = read_basis(left.strip())
    except FormulaProblem:
        return Decimal("NaN")
    value = Known(0).value(node)
    return Decimal("NaN") if right and value != Decimal(right.strip() or 0) else value


_UNIT = pattern_of(
    r"^(?P<unit>[가-힣]{1,4}?)(?P<tail>씩|에서|에다|에|이|가|은|는|을|를|의|당|마다|으로|로|와|과|이며|이고)?$"
)
_NUMBERED = pattern_of(r"차년도|차원|단계|[·~][1-4](?:/4)?분기")
_RANKS = ("차", "등급", "위", "급")
_ONCE = pattern_of(
    r"^(?P<before>.*(?:분기|월|달|반기)(?:별(?:로)?|마다|에)?|매[가-힣]{1,2}) ?한 ?(?:차례|번)(?P<tail>씩)?(?P<rest>.*)$"
)


@dataclass(slots=True)
class _Words:
    """The words since the last figure, and the sign among them."""

    text: str = ""
    sign: str = ""

    def add(self, said: str, *, gap: bool) -> None:
        self.text += " " + said if gap and self.text else said


def _figures(laid: Laid, tokens: Sequence[Token]) -> tuple[list[Figure], str]:
    """The figures, each with the words before it, and the words behind the last."""
    found: list[Figure] = []
    words = _Words()
    skip = 0  # signs of the next token that a figure took as its unit
    for at, one in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if one.amount is not None and one.unit not in _RANKS and not _NUMBERED.match(laid.text, one.end):
            once = _ONCE.match(words.text)
            if once:
                found.append(Figure(Decimal(1), "회", 0, once["before"], once["tail"] or "", words.sign))
                words.text, words.sign = once["rest"].strip(), ""
            figure, skip = _figure(laid, one, after, words)
            found.append(figure)
            words = _Words("국" if figure.unit != one.unit and one.unit == "개국" else "")
        elif one.kind == "span" and spread_over(laid.text[one.end :]):
            found.append(Figure(Decimal(one.count), "년", 0, words.text, one.tail, words.sign))
            words = _Words()
        elif one.kind in ("op", "arrow"):
            words.sign = "→" if one.kind == "arrow" else one.text
        else:
            said, skip = (one.text + one.tail)[skip:], 0
            if said:
                words.add(said, gap=laid.gap[one.start])
    return _without_working(found), words.text


def _figure(laid: Laid, token: Token, after: Token | None, words: _Words) -> tuple[Figure, int]:
    """A figure with its unit, also where that is a word of its own (`12기`, `4회의`)."""
    amount = token.amount
    assert amount is not None  # noqa: S101
    unit, tail, took = amount.unit, token.tail, 0
    if unit == "개국" and laid.gap[token.end - 1]:
        unit = "개"
    if after is not None and after.start == token.end and not tail:
        if not unit and after.kind == "other" and not laid.gap[after.start] and (named := _UNIT.match(after.text)):
            unit, tail, took = named["unit"], named["tail"] or "", len(after.text)
        elif after.text == "씩":
            tail, took = "씩", 1
    onto = bool(re.search(r"[가-힣](?<!하루)에 ", words.text))
    return Figure(amount.scaled, unit, amount.scale, words.text, tail, words.sign, onto), took


def _without_working(figures: list[Figure]) -> list[Figure]:
    """The figures without the same once more in signs: `460개소에서 3.9농가 … 460 × 3.9로 계산`."""
    for at in range(LEAST, len(figures)):
        again = figures[at:]
        times = all(one.sign in ("×", "x", "X", "*") for one in again[1:])
        if times and [one.value for one in again] == [one.value for one in figures[:at]]:
            return figures[:at]
    return figures


def _names_only(laid: Laid, tokens: Sequence[Token], figures: Sequence[Figure], behind: str, year: int) -> bool:
    """Whether all words between and around the figures name, add up, take off, or set."""
    for at, one in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if one.amount is not None:
            if one.kind != "number" or one.unit in ("%p", "배", "년"):
                return False
        elif one.kind in VERBS:
            noun = bool(_NOUN.match(laid.text, one.end)) or (after is not None and after.amount is not None)
            if not (ADDS.match(one.text) or LESS.match(one.text) or noun):
                return False
        elif one.kind == "MEAN":
            if after is None or one.tail or after.amount is None:
                return False
        elif one.kind == "BOUND":
            if not (one.text == "이하" and after is not None and after.text.startswith("루")):
                return False
        elif one.kind == "comma" and one.text == "." and after is not None:
            return False
        elif one.kind == "last":
            if one.tail or after is None or not after.text.startswith("이월"):
                return False
        elif one.kind == "year":
            if one.years != (year,):
                return False
        elif one.kind not in NAMING and one.kind not in ("op", "span", "GAP"):
            return False
    said = [*(one.before for one in figures), behind]
    rated = _RATE.search(behind) and any(one.unit != "%" for one in figures)
    return not (rated or any(bent(_PARTS.sub("", one.replace(" ", ""))) or _ELSE.search(one) for one in said))


_NOUN = pattern_of(r"(?:를|가)(?:가정|예상|전제)|효과")
_PARTS = pattern_of(r"잔여분|나머지|안분|배분|환산|[상하]반기|\d/?4?분기|일평균|월평균|분기평균|제외한|제외$")


def _in_scale(item: Item, known: Known) -> Node | None:
    """The expression in the scale in which the indicator counts; None when that is open."""
    money = item.unit.endswith(MONEY)
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    if not item.scale:
        return item.node
    scaled = infix(item.node, "/", number(Decimal(10) ** item.scale))
    if past:
        fitting = [
            one for one in (item.node, scaled) if (value := known.value(one)) is not None and _near(value, known)
        ]
        return fitting[0] if len(fitting) == 1 else None
    return scaled if money else None


def _near(value: Decimal, known: Known) -> bool:
    """Whether it is of the size of the past results."""
    past = [abs(cell.value) for cell in known.actuals.values() if cell.value]
    return not past or min(past) * _NEAR[0] <= value <= max(past) * _NEAR[1]
