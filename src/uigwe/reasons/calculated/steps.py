"""A calculation told step by step, whatever parts the steps: numbers in rings, arrows, heads, commas, verbs that go on.

`① 3개년 평균 산출 ② 보정계수 0.96 적용 ③ 1.5점 가점`, `(기준) ’20년 65.5점 / (가산) 연 0.8점씩 3년 / (목표) 67.9점`,
`10점 만점 기준 8.35점에 10을 곱해 100점 만점으로 고친 다음 0.5점 가산`. A start, then what is done with it in turn;
what is printed in between must be what comes out so far.
"""

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from uigwe.formulas import Node, read_basis, written
from uigwe.formulas.tree import Call, Infix, Number, Suffix, walk
from uigwe.reasons.build import call, grown, infix, number
from uigwe.reasons.calculated.operands import UNIT
from uigwe.reasons.calculated.outcomes import plain_ending
from uigwe.reasons.calculated.signs import with_worths
from uigwe.reasons.calculated.starts import Start, start_of
from uigwe.reasons.known import Known, near
from uigwe.reasons.patterns import pattern_of
from uigwe.values import plain

_LONGEST = 300
FIGURE = r"(?<!\d)(?<!\d[.,])\d+(?:,\d{3})*(?:\.\d+)?(?!\d)"
_NEAR = (Decimal("0.7"), Decimal("1.4"))

# ── what parts one step from the next ──

_NUMBERED = r"(?:\(?[1-9가나다라]\)|[나다라마]\.|제?[1-9]단계(?:로|에서|로는|는)?[:.,]?|(?:첫|둘|셋|넷)째(?:로)?[,:]?)"
_IN_TURN = (
    r"(?:먼저|우선|그다음(?:에|으로)?|다음(?:에|으로)?|이어서?|그리고|그런다음|그뒤|그후|이후|끝으로|마지막으로|최종적으로"
    r"|여기에(?:다)?|거기에(?:다)?|이에|이를|다시|또한|추가로)"
)
_PARTED = rf"(?:[,.;→/:ㆍ-]|[□◇○ㅇ◦▪·]|{_NUMBERED}|{_IN_TURN})*"
_BETWEEN = pattern_of(_PARTED)

# ── what a step does ──

_UP = (
    r"(?:상향|가산|가점|추가|합산|증가|증액|인상|상승|할증|확대|향상|더하|더한|더함|더해|더|높이|높인|높임|높여|높게|올리|올린|올림|올려"
    r"|늘리|늘린|늘림|늘려|얹|보태|보탠|보탬|끌어올리|끌어올린|끌어올림|끌어올려|플러스|덧붙)"
)
_DOWN = (
    r"(?:하향|차감|감하|감한|감해|감산|감점|공제|감축|감액|감소|축소|삭감|인하|빼|뺀|뺌|낮추|낮춘|낮춤|낮춰|낮게|내리|내린|내림|내려|줄이"
    r"|줄인|줄임|줄여"
    r"|덜어|제하|제한|제함)"
)
_TIMES = r"(?:곱하|곱한|곱함|곱해|곱|적용|반영)"
_BY = r"(?:으로|로)(?:나누|나눈|나눔|나눠)"
# How a verb goes on; what was, what may be and what is denied is none of these.
_ON = (
    r"(?:하여|하고|하며|하되|하기로|하는|하였음|하였다|하였고|한다|하게|한|함|해서|해|했음|하도록|하|됨|된|되|여서|여|어서|어|아|고|며|는|은"
    r"|음|ㅁ|서|다(?!음)|인다(?!음)|린다(?!음)|이고|이는|이며|였음|었음|려|림|린|인|임|춰|춘|춤|추고|추어|낸)?"
    r"(?:것|값|결과|수준|다음에?|뒤에?|후에?|나서|상태)?(?:에서|에|을|를|으로|로|임|이다)?"
)
_OBJECT = r"(?:을|를|만큼|씩|만큼을|씩을|의가점|의가산점)?(?:각각|모두|함께|합하여|합쳐|추가로|더|한차례|한번|일괄|동일하게)?(?:을|를)?"
_NAMED = (
    r"(?:보정|도전|조정|가중|상향|증가|환산|할증|난이도|안전|반영|감액|변환|적용|축소|확대|목표)?(?:계수|배수|배율|승수|상수|지수|비율"
    r"|가중치)(?:인|은|는|:|를|을)?"
)
# Why: it names no figure, and leads to the step.
_WHY = (
    r"(?:(?:[가-힣A-Za-z·]{2,30}?)(?:에따른|에따라|따른|따라|으로인한|인한|을고려하여|를고려하여|을고려해|를고려해|을반영하여|를반영하여"
    r"|을반영해|를반영해|을반영한|를반영한|감안하여|감안해|감안한|위하여|위해|위한|으로|로|효과|몫|분|요인|영향|보정|조정|가점|감점|개편|하여"
    r"|해|에|,))?"
)
_PERCENT = r"(?:%|퍼센트)(?!p|포인트)"
_POINTS = ("%p", "%포인트", "퍼센트포인트", "포인트")
_RESULT = r"(?:(?:그|이|해당|산출|계산|나온|구한)?(?:값|결과|평균|수치|점수|결과값|평균값|금액|건수|것)?의)?"


_HEAD_MARK = r"(?:값|치|분|폭|점수|점|률|율|수준)?(?:\)|:|=|은|는|인)?"
_HEADED_UP = rf"(?:도전적|추가)?\(?(?:가산|가점|상향|추가|증가|도전|증액|인상|향상|상승){_HEAD_MARK}"
_ALONE = rf"(?:을|를)?(?:(?:반영|적용){_ON})?(?=$|[,.;→/□◇○)]|[1-9나다라])"
_HEADED_DOWN = rf"\(?(?:감산|감점|차감|하향|감소|감축|감액|인하|공제){_HEAD_MARK}"


def _n(at: int = 0) -> str:
    """A figure; several may stand in one pattern, of which one matches."""
    return rf"(?P<n{at}>{FIGURE})"


def _u(at: int = 0) -> str:
    return rf"(?P<u{at}>(?!%(?!p|포)|퍼센트(?!포)|배){UNIT})"


def _of(found: re.Match[str], what: str) -> str:
    return next((text for name, text in found.groupdict().items() if name[0] == what and text), "")


def _figure(found: re.Match[str]) -> Node:
    """The figure of a step; in points where it says so."""
    return number(
        Decimal(_of(found, "n").replace(",", "")), Suffix.POINTS if _of(found, "u") in _POINTS else Suffix.NONE
    )


def _rate(found: re.Match[str]) -> Node:
    return number(Decimal(_of(found, "n").replace(",", "")), Suffix.RATIO)


_STEPS: tuple[tuple[re.Pattern[str], Callable[[Node, re.Match[str]], Node]], ...] = (
    (pattern_of(rf"(?:연|매년|해마다|연간|1년에|한해에)(?:간)?{_n()}{_u()}씩(?P<t>[2-9])(?:개년|년|회|차례|번|해)(?:간|동안|분|치)?(?:을"
        rf"|를)?(?:{_UP}{_ON})?"),
     lambda node, one: infix(node, "+", infix(_figure(one), "*", number(Decimal(one["t"]))))),
    (pattern_of(rf"(?:×{_n()}(?![\d%])|×?{_NAMED}\(?{_n(1)}\)?(?:을|를)?(?:{_TIMES}{_ON})|{_n(2)}(?:을|를)(?:곱하|곱한|곱함|곱해|곱){_ON}"
        rf"|{_n(3)}배(?:로)?(?:하여|해|한|함|환산하여|환산해)(?!도))"),
     lambda node, one: infix(node, "*", _figure(one))),
    (pattern_of(rf"(?:÷{_n()}(?![\d%])|{_n(1)}(?:개년|년|개)?{_BY}{_ON})"),
     lambda node, one: infix(node, "/", _figure(one))),
    (pattern_of(rf"(?:×{_n()}{_PERCENT}|{_RESULT}(?<=의)(?P<n1>(?:[5-9]\d|1[0-4]\d)(?:\.\d+)?){_PERCENT}(?:수준|로설정|을적용|를적용|를취|을취|로산정"
        rf"|로함|로정|(?=(?:을|를)(?:소수|[일십백천]의)|[.,]?$|[.,]다만)){_ON}|{_RESULT}(?:100|백)분의{_n(2)}(?:수준|로설정|을적용|를적용"
        rf"|로함)?{_ON})"),
     lambda node, one: infix(node, "*", _rate(one))),
    (pattern_of(rf"{_n()}{_PERCENT}{_OBJECT}{_UP}{_ON}"), lambda node, one: grown(node, 1, _rate(one))),
    (pattern_of(rf"{_n()}{_PERCENT}{_OBJECT}{_DOWN}{_ON}"), lambda node, one: grown(node, -1, _rate(one))),
    (pattern_of(rf"\+{_n()}{_u()}?(?!%)(?:{_UP}{_ON})?|{_n(1)}{_u(1)}?{_OBJECT}{_UP}{_ON}"),
     lambda node, one: infix(node, "+", _figure(one))),
    (pattern_of(rf"-{_n()}{_u()}?(?!%)(?:{_DOWN}{_ON})?|{_n(1)}{_u(1)}?{_OBJECT}{_DOWN}{_ON}"),
     lambda node, one: infix(node, "-", _figure(one))),
    # A figure under a head that says which way it goes, or in a bracket with its sign.
    (pattern_of(rf"{_HEADED_UP}\+?{_n()}{_PERCENT}{_ALONE}"), lambda node, one: grown(node, 1, _rate(one))),
    (pattern_of(rf"{_HEADED_UP}\+?{_n()}{_u()}{_ALONE}"), lambda node, one: infix(node, "+", _figure(one))),
    (pattern_of(rf"{_HEADED_DOWN}-?{_n()}{_PERCENT}{_ALONE}"), lambda node, one: grown(node, -1, _rate(one))),
    (pattern_of(rf"{_HEADED_DOWN}-?{_n()}{_u()}{_ALONE}"), lambda node, one: infix(node, "-", _figure(one))),
    (pattern_of(rf"(?:[가-힣]{{2,10}})?\(×{_n()}\)"), lambda node, one: infix(node, "*", _figure(one))),
    (pattern_of(rf"(?:[가-힣]{{2,10}})?\(\+{_n()}{_u()}\)"), lambda node, one: infix(node, "+", _figure(one))),
    (pattern_of(rf"(?:[가-힣]{{2,10}})?\(-{_n()}{_u()}\)"), lambda node, one: infix(node, "-", _figure(one))),
    # One of several that one verb puts on top.
    (pattern_of(rf"{_n()}{_u()}(?=(?:(?:과|와|및|,)[가-힣·,]{{0,30}}\d[\d.]*(?:%p|점|건|명)){{1,5}}(?:을|를)?(?:각각|모두|합하여|합해|차례로"
        rf"|함께)?{_UP})"),
     lambda node, one: infix(node, "+", _figure(one))),
)  # fmt: skip


# ── how figures are rounded ──

_ORDINAL = {"첫": 1, "한": 1, "1": 1, "둘": 2, "두": 2, "2": 2, "셋": 3, "세": 3, "3": 3}
_ROUNDED = pattern_of(
    r"(?:다만,?|단,?)?(?:을|를)?(?:(?:계산|산출)?(?:결과|값)(?:의|에서)?)?(?:소수(?:점)?(?:이하)?제?(?P<nth>[첫한둘두셋세1-3])(?:째"
    r"|번째)?자리(?P<at>에서|까지)?|소수점(?P<all>이하|아래|미만)(?:의)?(?:자리|값|숫자)?(?:은|는|를|을|에서)?|(?P<ten>일|십|백"
    r"|천)(?:의)?자리(?P<tens>에서|까지))"
    r"(?:은|는|를|을)?(?P<how>반올림|올림|절상|버림|내림|절사)"
    rf"{_ON}"
)
_HOW = {"반올림": "round", "올림": "ceil", "절상": "ceil", "버림": "floor", "내림": "floor", "절사": "floor"}
_TENS = {"일": 1, "십": 2, "백": 3, "천": 4}


def _round(node: Node, found: re.Match[str]) -> Node | None:
    if found["all"]:
        places = 0
    elif found["nth"]:
        nth = _ORDINAL[found["nth"]]
        if found["at"] is None and nth != 1:
            return None
        places = nth if found["at"] == "까지" else nth - 1
    else:
        places = -_TENS[found["ten"]] if found["tens"] == "에서" else -_TENS[found["ten"]] + 1
    return call(_HOW[found["how"]], node, number(Decimal(places)))


# ── what is printed in between ──

_SO_FAR = pattern_of(
    rf"(?:(?:한|인|은|는|이|가|의|=|→|:|하면|하여|결과|값|계산값|나온|산출된|산출한|환산점수"
    rf"|환산값)*)\(?(?P<n>{FIGURE})(?P<u>{UNIT})?\)?(?:에서|에다|에|을|를|으로|로|의|하고|이며|이고|인|임|이다|가|이)?"
)
_CONVERTED = pattern_of(
    r"(?:(?:백점|100점)(?:만점)?(?:기준)?(?:으로|에|점수로|단위로)?(?:환산|변환|고치|고친|고침|바꾸|바꾼|바꿔|바꿈|맞추|맞춘|맞춤)"
    + _ON
    + r"|환산"
    + _ON
    + r"|만점기준으로)"
)
_IN_X = pattern_of(
    rf"(?P<formula>(?:[\d.()+×÷*/-]|[xX]|원점수|평점|점수|평균){{4,24}})(?:의)?(?:산식|공식|식|환산식|변환식)(?:으로|로|을|를|에)?(?:적용|대입"
    rf"|환산|변환|계산){_ON}"
)
_UNKNOWN = pattern_of(r"[xX]|원점수|평점|점수|평균")
_WHOLE = pattern_of(rf"1(?P<zeros>0+)(?:{UNIT})?단위로(?:맞추|맞춘|맞춤|정리|정돈|끊){_ON}")
_BRACKET = pattern_of(r"\((?P<sign>[×÷+-])(?P<n>\d+(?:\.\d+)?)\)")
_AGAINST = pattern_of(
    r"않|못|제외|(?:다만|단,)(?!,?[가-힣]{0,8}소수)|경우|만약|또는|혹은|검토|당초|이내|이하|이상(?!기후)|미만|초과|상반기|하반기|분기|절반"
    r"|일부|나머지|별도|추후|미정|협의|상한|하한|한도|예상|전망|월평균|매월|년까지|이후|취소|보류|철회|목표(?:치)?(?:대비|의\d|보다)|가중"
    r"|격차|표준편차|증가율|성장률|상승률|아니|아닌|다른|대신"
    r"|(?:전년도?|작년도?|지난해|직전연도|’\d{2}년도?)(?:의)?목표|(?:[하되이]였|했|됐|졌|났|랐|었)(?:으나|지만|는데|으므로)"
    r"|(?:달성|발생|확보|승인|반영|초과|미달)시(?![스설장민행])"
)
# An amount in another size of the unit is put into the unit of the results elsewhere.
_SIZED = pattern_of(r"\d(?P<unit>(?:조|천억|백억|억|천만|백만|만|천)원)")
_POINTS_SAID, _OF_A_RATE = pattern_of(r"%p|%포인트|퍼센트포인트"), pattern_of(r"[율률]|비중|\d%(?!p|포)")
_RELATIVE = pattern_of(rf"\d{_PERCENT}{_OBJECT}(?:{_UP}|{_DOWN})")
_OF_ELSE = pattern_of(r"예산|사업비|인력|정원|인구|물가|단가|타기관|업계|전국|평균|실적|전년|작년|지난해|목표")


@lru_cache(maxsize=512)
def in_steps(text: str, known: Known) -> Node | None:
    """What a reason comes to that tells a start and what is done with it, every word of it."""
    if len(text) > _LONGEST or _AGAINST.search(text):
        return None
    if any(one["unit"] != known.unit for one in _SIZED.finditer(text)):
        return None
    if not known.percent and _POINTS_SAID.search(text) and not _OF_A_RATE.search(text):
        return None
    if known.percent and _RELATIVE.search(text):
        return None  # so many per cent, or points: the first way knows both
    start = start_of(text, known)
    if start is None:
        return None
    node = _followed(start, text, known)
    if node is None or not any(isinstance(part, Infix) for part in walk(node)):
        return None
    if not known.percent:
        # Without a unit, points are what the results are counted in.
        node = read_basis(written(node).replace(" %p", ""))
    value, last = known.value(node), _last(known)
    if value is None or (last and not last * _NEAR[0] <= value <= last * _NEAR[1]):
        return None
    return node


def _last(known: Known) -> Decimal | None:
    cell = known.actuals.get(known.year - 1)
    return cell.value if cell is not None else None


def _followed(start: Start, text: str, known: Known) -> Node | None:
    """What is left of a start after every step that follows it."""
    node, at, end = start.node, start.end, len(plain_ending(text))
    steps = 0
    while at < end:
        at = _skipped(text, at)
        if at >= end:
            break
        printed = _SO_FAR.match(text, at)
        if printed is not None and steps and _printed(node, printed, known):
            at = printed.end()
            continue
        if (step := _next(node, text, at)) is not None:
            node, at = step
            steps += 1
            continue
        goal = _GOAL.match(text, at)
        if goal is None or goal.end() == at or (goal["n"] and not _printed(node, goal, known)):
            return None
        at = goal.end()
    return node if steps else None


_GOAL = pattern_of(
    rf"(?:’?\d{{2,4}}년(?:도)?)?(?:의)?(?:최종)?\(?목표(?:치|값|점수|수준)?\)?(?:는|은|를|을|:"
    rf"|=)?(?:’?\d{{2,4}}년(?:도)?)?(?:(?P<n>{FIGURE})(?P<u>{UNIT})?)?(?:으로|로|을|를)?|’\d{{2}}년(?:도)?(?P<again>(?=\d))"
)


def _skipped(text: str, at: int) -> int:
    between = _BETWEEN.match(text, at)
    return between.end() if between else at


def _next(node: Node, text: str, at: int) -> tuple[Node, int] | None:
    """The step that stands here, behind why it is made; and where it ends."""
    if (converted := _CONVERTED.match(text, at)) is not None:
        bracket = _BRACKET.match(text, converted.end())
        if bracket is None:
            return (node, converted.end()) if isinstance(node, Infix) else None
        operator = {"×": "*", "÷": "/"}.get(bracket["sign"], bracket["sign"])
        return infix(node, operator, number(Decimal(bracket["n"]))), bracket.end()
    if (formula := _IN_X.match(text, at)) is not None and isinstance(node, Number):
        made = with_worths(_UNKNOWN.sub("x", formula["formula"]), {"x": plain(node.value)})
        return (made, formula.end()) if made is not None else None
    if (rounding := _ROUNDED.match(text, at)) is not None:
        made = _round(node, rounding)
        return (made, rounding.end()) if made is not None else None
    if (whole := _WHOLE.match(text, at)) is not None:
        rounded_so = isinstance(node, Call) and node.arguments[1:] == (number(Decimal(-len(whole["zeros"]))),)
        return (node, whole.end()) if rounded_so else None
    if (head := _NAMED_STEP.match(text, at)) is not None and (step := _next(node, text, head.end())) is not None:
        return step
    for here in _starts(text, at):
        for pattern, do in _STEPS:
            if (found := pattern.match(text, here)) is not None:
                return do(node, found), found.end()
    return None


_NAMED_STEP = pattern_of(
    r"\(?(?:가산|가점|증가|상향|조정|감산|차감|보정|반영|산출|계산|적용|가감|환산)(?:값|치|분|폭|계산)?(?:\)|:)"
)
_CAUSE = pattern_of(_WHY)


def _starts(text: str, at: int) -> list[int]:
    """Where a step may begin: here, or behind words without a figure that say why."""
    found = [at]
    figure = re.compile(r"[×+÷-]?\d").search(text, at)
    if figure is None:
        return found
    for here in range(at + 1, figure.start() + 1):
        why = text[at:here]
        if _CAUSE.fullmatch(why) and why and not _OF_ELSE.search(why):
            found.append(here)
    return found


def _printed(node: Node, found: re.Match[str], known: Known) -> bool:
    """Whether a figure in between is what comes out so far."""
    figure = found["n"].replace(",", "")
    value = known.value(node)
    return near(value, Decimal(figure), len(figure.partition(".")[2]))
