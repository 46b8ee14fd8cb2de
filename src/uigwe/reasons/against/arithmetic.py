"""Calculations that no reason means: a sum added to itself, a quotient that comes out by chance, half of a result for half of its rate."""

from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.against.parts import FIGURE, HUNDRED, worth
from uigwe.reasons.known import Known
from uigwe.reasons.normal.verbs import told_twice
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.tokens import AMOUNT
from uigwe.values import plain, rounded

_PLACES = 4


def divided_by_a_quotient(text: str, node: Node, known: Known) -> str:
    """`300 / (130 / 50)` of printed figures that comes only about to what is printed: by chance."""
    if not (isinstance(node, Infix) and node.operator == "/" and isinstance(node.left, Number)):
        return ""
    under = node.right
    nested = isinstance(under, Infix) and under.operator == "/" and isinstance(under.left, Number)
    value = known.value(node) if nested else None
    return text if value is not None and value != rounded(value, _PLACES) else ""


def base_twice(text: str, node: Node, known: Known) -> str:
    """A base, and upon it that base raised: what was read as raised is only the part that is added."""
    if not (isinstance(node, Infix) and node.operator == "+" and isinstance(node.right, Infix)):
        return ""
    more = node.right
    raised = (
        more.operator == "*" and more.left == node.left and isinstance(more.right, Infix) and more.right.operator == "+"
    )
    return text if raised and isinstance(node.left, Past | Call) else ""


_LESS_THAN_ALL = pattern_of(r"100%?에서[^,.()]*(?:뺀|차감한|제한)")


def whole_lowered(text: str, node: Node, known: Known) -> str:
    """`미이행률(100%에서 이행률을 뺀 값)을 10% 줄여`: the whole itself is not what is lowered."""
    products = [part for part in walk(node) if isinstance(part, Infix) and part.operator == "*"]
    of_all = any(isinstance(part.left, Number) and part.left.value == HUNDRED for part in products)
    found = _LESS_THAN_ALL.search(text) if of_all else None
    return found[0] if found else ""


def two_rates(text: str, node: Node, known: Known) -> str:
    """`평균의 1.5배(160%)`: so many times and so many per cent that are not the same."""
    differ = (one[0] for one, times, share in told_twice(text) if share not in (times * HUNDRED, (times - 1) * HUNDRED))
    return next(differ, "")


# Points that were put together and are put on top then are no sum of what is counted: `2.5%p에 1.0%p를 더한 3.5%p를 전년 실적에 가산`.
_SUM_SAID = pattern_of(
    rf"(?:더한|보탠|합산한|합한|추가한|가산한|얹은|합친)(?:값인)?(?:누적|총|합계|누계)*(?P<all>{NUMERAL})(?![\d.,])(?!%p(?:를|을)(?:[^.,]|(?<=\d)\.(?=\d))*(?:가산|더[한하해함]|추가|[상하]향|높[인여이]))"
)


def _whole(node: Node) -> bool:
    return isinstance(node, Number) and node.value == HUNDRED and node.suffix is Suffix.RATIO


def sum_added_again(text: str, node: Node, known: Known) -> str:
    """`154조원을 더한 누적 954조원`, and the reading adds to the very sum."""
    for found in _SUM_SAID.finditer(text):
        if text.count(found["all"]) > 1:
            # What was worked out first, and is added then.
            continue
        told = Decimal(found["all"].replace(",", ""))
        added = [one for one in walk(node) if isinstance(one, Infix) and one.operator == "+" and not _whole(one.left)]
        if any(isinstance(side, Number) and side.value == told for one in added for side in (one.left, one.right)):
            return found[0]
    return ""


_HALF_OF_IT = pattern_of(r"\d%[^.]*[,가-힣]그(?:의)?(?:절반|반)(?:만|수준)?(?:을|를|만)?(?:적용|반영|가산)")


def half_of_a_rate(text: str, node: Node, known: Known) -> str:
    """`타 기관의 증가율은 4.5% 수준이나 전년 실적에 그 절반을 적용`: half of the rate, and the reading halves the result."""
    halves = isinstance(node, Infix) and node.operator == "*" and isinstance(node.left, Past | Call)
    found = _HALF_OF_IT.search(text) if halves else None
    return found[0] if found and known.value(node) == _half(node, known) else ""


def _half(node: Node, known: Known) -> Decimal | None:
    whole = known.value(node.left) if isinstance(node, Infix) else None
    return None if whole is None else whole / 2


_FIGURE = pattern_of(FIGURE)
_WEIGHED = pattern_of(
    r"(?:높은|낮은|큰|더많은|많은|작은)(?:가중치|비중|가중)(?:를|을)(?:두|부여|주|준|적용|반영|둔)(?![^.]*\d:\d)"
)
_SLOWER = pattern_of(
    r"(?:증가|성장|상승|감소|하락)(?:율|률|세|폭|분)(?:을|를|이|가)[^.,\d]{0,14}?(?:절반|반|\d+(?:\.\d+)?%|\d/\d)(?:으로|로|수준|만)(?:둔화|낮|축소|줄|반영|적용|완화|감안)"
)
_FALLS = pattern_of(r"(?:감소|하락)(?:율|폭)(?:의|을|를|만큼|로|으로)")
_RISES = pattern_of(
    r"증가|증액|상향|높|늘|확대|향상|상승|회복|불구|올[려리린]|더[하한해]|가산|추가|반등|나누|\+|×|의\d"
)
_TOLD_AGAIN = pattern_of(r"추세|증가세|반영하여|감안하여|고려하여|이므로|평균증가|증가폭|증가분")
_ONCE_MORE = pattern_of(r"각각|각|또|다시|한번더|재차|추가|더하|더한|합산|가산|합한")
_SUM_OF_RATES = pattern_of(r"\d%\+[가-힣]{2,}\d[\d.]*%")


def weights_unsaid(text: str, node: Node, known: Known) -> str:
    found = _WEIGHED.search(text) if any(isinstance(part, Years) for part in walk(node)) else None
    return found[0] if found else ""


def share_of_a_rate(text: str, node: Node, known: Known) -> str:
    """`증가율을 절반으로 둔화`: the half of a result was taken."""
    halved = (
        isinstance(node, Infix)
        and node.operator == "*"
        and isinstance(node.left, Past)
        and isinstance(node.right, Number)
    )
    found = _SLOWER.search(text) if halved else None
    return found[0] if found else ""


def rises_by_a_fall(text: str, node: Node, known: Known) -> str:
    """`감소율의 절반 수준으로 최소화`, where the results rose and so would the target."""
    found = _FALLS.search(text) if not _RISES.search(text) else None
    value, last = known.value(node), known.actuals.get(known.year - 1)
    if found is None or value is None or last is None or last.value is None or isinstance(node, Number):
        return ""
    return found[0] if value > last.value else ""


_LESS_OF_IT = pattern_of(rf"{AMOUNT}(?:을|를|만큼|정도)?덜(?=[가-힣])(?!어|하지)")


def less_for_more(text: str, node: Node, known: Known) -> str:
    """`4% 덜 출동하도록 예방활동을 강화`, and the reading lies above everything that it starts from."""
    found, value = _LESS_OF_IT.search(text), known.value(node)
    bases = [known.value(part) for part in walk(node) if isinstance(part, Past | Call)]
    above = value is not None and bases and all(one is not None and one < value for one in bases)
    return found[0] if found and above else ""


def added_twice(text: str, node: Node, known: Known) -> str:
    """`매년 5건씩 증가하는 추세를 반영하여 5건을 가산`: one step, told and done."""
    for part in walk(node):
        if not (isinstance(part, Infix) and part.operator in ("+", "-") and isinstance(part.right, Number)):
            continue
        before = part.left
        twice = isinstance(before, Infix) and before.operator == part.operator and before.right == part.right
        printed = [one for one in _FIGURE.findall(text) if worth(one) == part.right.value]
        if twice and len(printed) > 1 and (_TOLD_AGAIN.search(text) or not _ONCE_MORE.search(text)):
            return plain(part.right.value)
    return ""


def rates_added(text: str, node: Node, known: Known) -> str:
    """`만족도 50% + 이행률 50%`: no rate is raised by the other."""
    found = _SUM_OF_RATES.search(text)
    raised = isinstance(node, Infix) and node.operator == "*" and isinstance(node.left, Number)
    return found[0] if found and raised else ""


_ON_TOP = pattern_of(
    rf"(?:여기에|거기에|이에|그에|이값에|그값에|위값에)(?:다가?)?(?:다시|추가로|더)?(?:약)?(?P<figure>{NUMERAL})(?:%p?|[가-힣]{{1,3}}?)?(?:을|를|만큼|씩)?(?:다시|추가로|더)?"
    r"(?:더[하한해함]|가산|얹|보태|보탠|추가[하한해함]|상향|높[인여]|올[려린])"
)


def put_on_top(text: str, node: Node, known: Known) -> str:
    """`중앙값임. 여기에 1.1%p를 더하고 …`: what is put on top, and is no part of a reading that is no bare figure."""
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    if isinstance(node, Number):
        return ""
    for found in _ON_TOP.finditer(text):
        more = worth(found["figure"])
        if not figures & {more, more / HUNDRED, 1 + more / HUNDRED, HUNDRED + more}:
            return found[0]
    return ""


_SPREAD_PRINTED = pattern_of(rf"(?:표준편차|σ)(?:값|치)?(?:인|는|은|\()?(?P<figure>{NUMERAL})")


def deviation_twice(text: str, node: Node, known: Known) -> str:
    """A deviation of the table, and beside it the figure that is printed for it, as two addends."""
    addends = _addends(node)
    if not any(isinstance(one, Call) for one in addends[1:]):
        return ""
    printed = {one.value for one in addends if isinstance(one, Number)}
    return next((one[0] for one in _SPREAD_PRINTED.finditer(text) if worth(one["figure"]) in printed), "")


# `일회성 물량 120건이 섞여 있었음. 전년 실적에서 이를 뺀 뒤 5%를 늘려`
_TAKEN_OFF = pattern_of(
    rf"{FIGURE}(?:건|명|회|개소|개사|개교|개|곳|대|억원|백만원|톤|ha|호|가구|점)[^\d]{{0,40}}?(?:이를|그를|이것을|그것을|이분을|해당(?:분|물량|건수|실적)을)(?:모두|전부)?"
    r"(?:뺀|빼|제외|공제|차감|덜어|제한|제하)"
)


def taken_off(text: str, node: Node, known: Known) -> str:
    """An amount that is taken off first, where a reading that starts from the table takes off nothing."""
    lessened = any(isinstance(part, Infix) and part.operator == "-" for part in walk(node))
    whole = any(isinstance(part, Past) for part in walk(node)) and not lessened
    found = _TAKEN_OFF.search(text) if whole else None
    return found[0] if found else ""


_AVERAGED = pattern_of(
    r"(?:값|평균|수준)(?:과|와)(?:전년도?|작년|지난해|직전연도|’\d{2}년도?)(?:의)?(?:실적|값|수준)?(?:치)?(?:을|를|의)(?:다시|한번|단순|산술|재차|또)*평균"
)


def averaged_again(text: str, node: Node, known: Known) -> str:
    """`평균을 1.04배 한 값과 전년 실적을 평균`: of two, where a reading has one."""
    found = _AVERAGED.search(text)
    if found is None or isinstance(node, Number):
        return ""
    halved = any(isinstance(part, Infix) and part.operator == "/" for part in walk(node))
    several = any(isinstance(part, Call) and len(part.arguments) > 1 for part in walk(node))
    return "" if halved or several else found[0]


_DIVIDED = pattern_of(r"[가-힣]÷\d")


def divided(text: str, node: Node, known: Known) -> str:
    """`(1 + ’22년 증가율 ÷ 2)`: something divided, where a reading divides nothing and takes no mean."""
    divides = any(isinstance(part, Call) or (isinstance(part, Infix) and part.operator == "/") for part in walk(node))
    found = None if divides or isinstance(node, Number) else _DIVIDED.search(text)
    return found[0] if found else ""


_OUTCOME = pattern_of(
    rf"(?:→|⇒|=)(?:’\d{{2}}년도?)?목표(?:치|값)?(?:는|은)?(?P<figure>{NUMERAL})(?:%|[가-힣]{{1,3}})?[.]?$"
)


def outcome_taken(text: str, node: Node, known: Known) -> str:
    """`… 3% 상향 → 목표 62.1`: what comes out is no part of the calculation."""
    found = _OUTCOME.search(text) if not isinstance(node, Number) else None
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    return found[0] if found and worth(found["figure"]) in figures else ""


def year_weighted_twice(text: str, node: Node, known: Known) -> str:
    """`전년 50%, 재작년 30%, 그 전해 20%`, where a reading takes one year two times."""
    parts = [one.left for one in _addends(node) if isinstance(one, Infix) and one.operator == "*"]
    years = [(one.kind == "target", one.year or known.year - 1) for one in parts if isinstance(one, Past)]
    return text if len(years) > len(set(years)) else ""


def _addends(node: Node) -> list[Node]:
    if isinstance(node, Infix) and node.operator == "+":
        return [*_addends(node.left), *_addends(node.right)]
    return [node]
