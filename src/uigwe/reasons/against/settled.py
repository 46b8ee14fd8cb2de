"""How the target is settled, against a reading: a base that is not applied, a target that is kept, lowered or set anew, a range, a bare bound."""

from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number, Past, Years, walk
from uigwe.reasons.against.parts import FIGURE, HALF, HUNDRED, TWICE, UNIT, worth
from uigwe.reasons.known import Known, near
from uigwe.reasons.patterns import NUMERAL, pattern_of

_REFUSED = pattern_of(
    r"(?P<base>평균|실적|증가율|성장률)(?:치|값)?(?:은|는|을|를)(?P<why>[^,.\d]*?)(?:적용|반영|사용|활용|채택)(?:하지(?:않|아니)|안함|않)"
)


def refused(text: str, node: Node, known: Known) -> str:
    """`3년 평균은 도전성이 없어 적용하지 않음`, and the reading is one of that mean only."""
    calls = any(isinstance(part, Call) and isinstance(part.arguments[0], Years) for part in walk(node))
    results = any(isinstance(part, Past) for part in walk(node))
    bases = {"평균": calls and not results, "실적": results and not calls}
    return next((one[0] for one in _REFUSED.finditer(text) if bases.get(one["base"], False)), "")


_KEPT = pattern_of(
    r"(?:하되|하나|지만|으나),?(?:’\d{2}년(?:도)?|올해|금년)?(?:도)?목표(?:치|값)?(?:는|은)[^,.\d]*(?:동일|유지|동결)"
)


def kept(text: str, node: Node, known: Known) -> str:
    """`3% 상향하여 설정하되, 목표는 전년 실적과 동일하게 유지`."""
    found = _KEPT.search(text) if any(isinstance(part, Infix) for part in walk(node)) else None
    return found[0] if found else ""


_LOWERED = pattern_of(
    r"목표(?:치|값)?(?:를|을)?(?:다소|소폭|일부|보수적으로)?(?:하향|축소|감축|낮추어|낮춰|낮춤|줄이|줄여|줄임)(?:조정|설정)?[가-힣]{0,6}[.]?$"
)


def lowered(text: str, node: Node, known: Known) -> str:
    """`… 상승률(3.5%)을 반영하여 목표를 축소 조정`, and the reading lies above everything that it starts from."""
    found, value = _LOWERED.search(text), known.value(node)
    bases = [known.value(part) for part in walk(node) if isinstance(part, Past | Call)]
    return (
        found[0]
        if found and value is not None and bases and all(one is not None and one < value for one in bases)
        else ""
    )


_TARGETS = pattern_of(
    rf"(?:’(?P<year>\d{{2}})년(?:도)?)?목표(?:치|값)?(?:를|을|는|은)(?P<figure>{NUMERAL})[가-힣%]{{0,3}}?(?:으로|로|임|$|[.,])"
)


def two_targets(text: str, node: Node, known: Known) -> str:
    """`목표를 250건으로 설정하였으며, … 목표치는 260건임`: two figures for one year."""
    told = [(one["year"] or f"{known.year % 100:02d}", one["figure"], one[0]) for one in _TARGETS.finditer(text)]
    figures = [(figure, said) for year, figure, said in told if int(year) == known.year % 100]
    return figures[-1][1] if len({figure for figure, _ in figures}) > 1 else ""


_IN_VIEW = pattern_of(
    r"(?:고려|감안|참고|참작|반영)(?:하여|해서|해|한|하였으며|하되)(?:도전적(?:으로|인)?|적극적(?:으로|인)?|적정(?:하게)?|보수적(?:으로)?|올해|금년|당해|연도)*"
    r"(?:’\d{2}년(?:도)?)?목표(?:치|값)?(?:를|을|수준을|로)?(?:설정|정함|정하였|결정|책정|제시|산정)[가-힣]{0,5}[.]?$"
)
_LISTED = pattern_of(r"(?:과|와|및|,)(?:[^.]|(?<=\d)\.(?=\d))*$")
_CALCULATES = pattern_of(
    r"[×÷+=*]|[상하]향|적용|가산|더[한하해]|곱|높[이여인은게]|낮[추춰춘]|늘[려린리]|줄[여인이]|올[려린]|증가시|감소시|확대|합[산한계]|나눈|나누|평균(?:치|값)?(?:을|를)?(?:기준|목표)|수준(?:을|으로)|유지|동일|의\d{2,3}%"
)


def many_in_view(text: str, node: Node, known: Known) -> str:
    """`연평균증가율(2.7%)과 유가 상승 등을 두루 고려하여 목표를 정함`: how the target follows from them, nobody says."""
    found = _IN_VIEW.search(text)
    if found is None or isinstance(node, Number):
        return ""
    seen = text[: found.start()]
    return found[0] if _LISTED.search(seen) and not _CALCULATES.search(seen) else ""


_WITHIN = pattern_of(
    r"(?:구간|범위)(?:의)?(?:안|내)(?:에서)[^.\d]{0,20}(?:설정|정함|정하|정한|책정|잡[음은아]|결정)|(?:구간|범위)(?:안|내)(?:에서|로)[^.\d]{0,12}$"
)
# One bound is no range: `평균치의 90%에 해당하는 범위 내로 관리`.
_ONE_BOUND = pattern_of(r"의\d\d?(?:\.\d+)?%(?:에해당하는|에상당하는|인)(?:범위|구간)(?:의)?(?:안|내)")
_PICKED = pattern_of(r"중간값|평균값|가운데|두값의평균|평균한|(?:최고|최저|상한|하한)(?:목표|값|치)?(?:를|을|로)")
_WIDE = pattern_of(r"(?:격차|차이)(?:를|을)(?:감안|고려|참고)")


def within_a_range(text: str, node: Node, known: Known) -> str:
    """`최고·최저목표를 산출한 후 구간 내에서 설정`, `목표와의 격차를 감안하여`: where between the two, nobody says."""
    calculates = any(isinstance(part, Infix | Call) for part in walk(node))
    found = _WITHIN.search(text) or (_WIDE.search(text) if calculates else None)
    if found is None or _PICKED.search(text[found.start() :]) or _ONE_BOUND.search(text):
        return ""
    return found[0]


_GIVEN_UP = pattern_of(
    r"(?:방식|방법|산식|기준)(?:을|를|은|는)(?:모두|전면)?(?:폐지|폐기|중단|바꾸|변경)[^.]*수요|방식이었으나[^.]*(?:폐지|바꾸|변경|중단)"
)


def given_up(text: str, node: Node, known: Known) -> str:
    """`지난해까지는 5건을 더하는 방식이었으나, 올해부터 폐지하고`: how it was set before is told, and not how it is set."""
    found = _GIVEN_UP.search(text)
    return found[0] if found else ""


_SO_MUCH_MORE = pattern_of(
    r"[.,]이는(?:전년도?|작년|지난해|직전연도|직전년도)(?:의)?(?:실적)?(?:대비|보다|에비해)(?:약)?(?P<rate>\d+(?:\.\d+)?)%(?!p)(?:를|을|가)?(?:증가|상향|상승|높|늘|많)"
)
_ABOUT = Decimal("0.6")


def said_to_be_more(text: str, node: Node, known: Known) -> str:
    """`…, 이는 전년 대비 3% 증가`, where it is another part more than the last result."""
    found, value, last = _SO_MUCH_MORE.search(text), known.value(node), known.actuals.get(known.year - 1)
    if found is None or value is None or last is None or not last.value:
        return ""
    more = (value / last.value - 1) * HUNDRED
    return found[0] if abs(more - Decimal(found["rate"])) > _ABOUT else ""


_SAID_TO_LIE = pattern_of(
    r"[.,]이는(?:전년도?|작년|지난해|직전연도|직전년도)(?:의)?(?:실적)?(?:보다|에비해|대비)(?:다소|크게|약간)?(?P<way>낮|적|작|높|많|큰)(?:은|아진|게)?"
)
_HIGHER = ("높", "많", "큰")


def said_to_lie_elsewhere(text: str, node: Node, known: Known) -> str:
    """`전년보다 5% 증가한 …, 이는 전년도보다 적은 수치임`: a target on the other side of the last result than is said."""
    found, value, last = _SAID_TO_LIE.search(text), known.value(node), known.actuals.get(known.year - 1)
    if found is None or value is None or last is None or last.value is None:
        return ""
    return "" if (value > last.value) == (found["way"] in _HIGHER) else found[0]


_EXCEPT_WHEN = pattern_of(
    r"되,?(?:전년도?|작년|지난해|직전연도|최근\d개?년)[^.,\d]{0,14}?(?:이|가)[^.,]{2,16}?(?:웃돌|밑돌|넘으|넘어서|높으|낮으|초과하|미달하|못미치|하회하|상회하)면"
)


def except_when(text: str, node: Node, known: Known) -> str:
    """`3년 평균을 기준으로 하되 지난해가 평균을 웃돌면 지난해 값`: which of the two holds, a reading of one does not ask."""
    chooses = any(isinstance(part, Call) and part.name in ("max", "min") for part in walk(node))
    found = None if chooses else _EXCEPT_WHEN.search(text)
    return found[0] if found else ""


_BOTH_WAYS = pattern_of(
    rf"(?:낮[추춘춰][어은]?|줄[인여]|내[려린]|감축[한하]여?){FIGURE}{UNIT}?(?:으로|로)(?:도전적으로|적극적으로|의욕적으로|다소|소폭)*(?:상향|높[여인임]|올[려린림])"
    rf"|(?:높[여인]|늘[려린]|올[려린]|상향[한하]여?){FIGURE}{UNIT}?(?:으로|로)(?:보수적으로|다소|소폭)*(?:하향|낮[춰춘춤추]|줄[인여임])"
)


def both_ways(text: str, node: Node, known: Known) -> str:
    """`평균보다 5% 낮추어 90.2점으로 상향`: one step that goes up and down."""
    found = _BOTH_WAYS.search(text)
    return found[0] if found else ""


_REVISED = pattern_of(
    rf"(?P<one>{FIGURE})(?P<unit>{UNIT})(?:을|를)(?:최종|다시|소폭|일부|보수적으로|도전적으로)*(?P<other>{FIGURE})(?P=unit)(?:으로|로)(?:최종)?"
    r"(?:재?조정|수정|변경|보정|확정|[상하]향|올[려린림]|낮[춰춘춤추]|높[여인임]|맞[춰춘춤추]|정리)"
)
_DONE = r"(?:감한|뺀|더한|더해|합한|가산한|차감한|줄인|늘린|낮춘|높인|올린|내린|조정한|보정한|[상하]향한|보탠|얹은|제외한|추가한|증가한|감소한)"
_SET = r"(?:설정|정함|정하였음|정했음|산정|책정|결정|확정|제시|함|하였음|했음|임|잡음|부여|계획)"
_ENDS = pattern_of(
    rf"{_DONE}(?:값인|결과인|약|총)?(?P<figure>{FIGURE})(?P<unit>{UNIT})(?:을|를|으로|로)?(?:최종)?(?:목표(?:치|값)?(?:로|를|는)?)?(?:{_SET}(?:함|하였음|했음|한다|하였다)?)?[.]?$"
)
_AT_LEAST = pattern_of(
    r"(?:최소(?:한)?|적어도)(?:전년|작년|지난해|직전|최근|과거|’\d{2}년|3개?년|평균)|(?:을|를)(?:최소|최저)(?:한의)?목표"
)
_CLOSE = Decimal("0.01")


def _prints(value: Decimal, said: str) -> bool:
    """Whether a figure is what a value is printed as."""
    figure, places = worth(said), len(said.partition(".")[2])
    return near(value, figure, places) or abs(value - figure) < Decimal(1).scaleb(-places)


def set_anew(text: str, node: Node, known: Known) -> str:
    value = known.value(node)
    for found in _REVISED.finditer(text) if value is not None and not isinstance(node, Number) else ():
        if value is not None and _prints(value, found["one"]) and not _prints(value, found["other"]):
            return found[0]
    return ""


def ends_otherwise(text: str, node: Node, known: Known) -> str:
    """A figure that is the outcome of what was done last."""
    value, found = known.value(node), _ENDS.search(text)
    if value is None or found is None or _prints(value, found["figure"]):
        return ""
    figure = worth(found["figure"])
    own = any(isinstance(part, Number) and part.value == figure for part in walk(node))
    off = abs(figure - value) > abs(value) * _CLOSE
    return found[0] if off and not own and HALF * value <= figure <= TWICE * value else ""


def only_bounded(text: str, node: Node, known: Known) -> str:
    """`최소 전년 실적 수준`: a bare start below which the target must not lie."""
    found = None if any(isinstance(part, Infix) for part in walk(node)) else _AT_LEAST.search(text)
    return found[0] if found else ""
