"""What a reason says itself against a reading of it, whichever way it was read.

A year that it leaves out and the reading takes, a base that it refuses, a target that is kept or lowered where the reading raises,
two figures set as the target, a gap or a result of another indicator of which no figure is printed.
"""

from collections.abc import Callable
from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number, Past, Suffix, Years, walk
from uigwe.reasons.known import Known
from uigwe.reasons.normal.verbs import told_twice
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.values import rounded

_LEFT_OUT = pattern_of(
    r"(?<!에서)(?:’|20)(?P<year>\d{2})년?(?:도)?(?:의)?(?:실적|수치|값|자료)?(?:치)?(?:은|는|을|를|도)?"
    r"(?:[가-힣]{0,6}|[가-힣]{0,20}(?:로|으로|에서|하여|해|어|아|커|려워|므로|기에|[달]라)(?:모두|전부)?)"
    r"(?:제외(?!하지|되지)|배제|빼고|뺀|뺌|뺐|빠[짐졌진]|불포함|미(?:포함|반영|산입|실시|집계)|(?:반영|사용|활용|포함|산입)(?:하지|되지)않)(?!증가|차|값|만큼)"
)


def left_out_taken(text: str, node: Node, known: Known) -> str:
    """`’24년은 제외하고`, and the reading takes the result of that year."""
    taken = {one for part in walk(node) for one in _years(part, known.year)}
    return next((one[0] for one in _LEFT_OUT.finditer(text) if 2000 + int(one["year"]) in taken), "")


def _years(part: Node, year: int) -> tuple[int, ...]:
    if isinstance(part, Years):
        return tuple(part.listed())
    return (part.year or year - 1,) if isinstance(part, Past) else ()


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


_GAP = pattern_of(r"[가-힣](?:와|과)의?(?:격차|차이|괴리)(?:를|을)")
_HUNDRED = Decimal(100)


def gap_without_figure(text: str, node: Node, known: Known) -> str:
    """`수도권 평균과의 격차를 10% 축소`: how wide the gap is, nobody says."""
    rates = [part for part in walk(node) if isinstance(part, Number)]
    steps = all(part.suffix is Suffix.RATIO or part.value == _HUNDRED for part in rates)
    found = _GAP.search(text) if rates and steps and any(isinstance(part, Past) for part in walk(node)) else None
    return found[0] if found else ""


_OTHER_INDICATOR = pattern_of(r"(?:유사|타|다른|대체)(?:한)?(?:지표|통계)(?:인|의)?[^,.\d]{0,24}(?:실적|최근|평균)")


def of_another_indicator(text: str, node: Node, known: Known) -> str:
    """`신규 지표로, 유사지표인 … 실적 대비 5% 상향`: the table has no results of that one."""
    found = _OTHER_INDICATOR.search(text) if any(isinstance(part, Past | Call) for part in walk(node)) else None
    return found[0] if found else ""


_TOLD = pattern_of(
    rf"(?:전년도?|작년도?|지난해|직전년도|’\d{{2}}년(?:도)?)[가-힣]{{0,8}}(?:은|는|이|가){NUMERAL}[가-힣%]{{0,3}}(?:임|이었음|였음|이다)?[.]?$"
)
_FOREIGN_RISE = pattern_of(
    r"(?:예산|사업비|인력|정원|인원|물가|단가|재원)(?:액)?(?:은|는|이|가)[^.]*\d[^.]*(?:증액|감액|증가|감소|삭감|인상|인하|축소|확대|상승|하락)(?:되었|하였|됐|했)(?:음|다)[.]?$"
)
_SETS = pattern_of(
    r"목표|설정|산정|산출|책정|(?<!확)정(?:함|하|한)|적용|[상하]향|유지|[동같](?:일|은)|가산|더[한해함하]"
)


def told_only(text: str, node: Node, known: Known) -> str:
    """`지난해 집계는 517건`, `예산은 … 20% 증액되었음`: what is, and nobody makes a target of it."""
    found = _TOLD.search(text) if isinstance(node, Past) else _FOREIGN_RISE.search(text)
    return found[0] if found and not _SETS.search(text) else ""


_ALLOTTED = pattern_of(
    r"(?:배정(?:된)?|할당(?:된)?|해당|당해|연차별)(?:연도|년도)?(?:물량|분|량|인원|목표)(?:을|를|으로|이|만큼)(?!\d)"
)
_EVENLY = pattern_of(r"균등|똑같|나누|나눈|매년|매해|해마다|연간|연평균|등분|안분|씩|분의|1/")


def allotted_elsewhere(text: str, node: Node, known: Known) -> str:
    """`누적 1만 명 계획에 따른 ’25년도 배정 물량`: how much it is, only the plan says."""
    divides = isinstance(node, Infix) and node.operator == "/" and isinstance(node.left, Number)
    found = _ALLOTTED.search(text) if divides and not _EVENLY.search(text) else None
    return found[0] if found else ""


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
_PICKED = pattern_of(r"중간값|평균값|가운데|(?:최고|최저|상한|하한)(?:목표|값|치)?(?:를|을|로)")
_WIDE = pattern_of(r"(?:격차|차이)(?:를|을)(?:감안|고려|참고)")


def within_a_range(text: str, node: Node, known: Known) -> str:
    """`최고·최저목표를 산출한 후 구간 내에서 설정`, `목표와의 격차를 감안하여`: where between the two, nobody says."""
    calculates = any(isinstance(part, Infix | Call) for part in walk(node))
    found = _WITHIN.search(text) or (_WIDE.search(text) if calculates else None)
    if found is None or _PICKED.search(text[found.start() :]) or _ONE_BOUND.search(text):
        return ""
    return found[0]


_OF_MEMBERS = pattern_of(
    r"\d(?:개교|개사|개소|개|곳|팀)의[가-힣]{1,10}(?:수|인원|건수|실적)(?:를|을)(?:모두)?(?:합산|합한|더한|더하여|합하여)"
)


def of_their_members(text: str, node: Node, known: Known) -> str:
    """`32개교와 110개교의 참여 학생 수를 합산`: schools are not what is counted."""
    adds = isinstance(node, Infix) and isinstance(node.left, Number) and isinstance(node.right, Number)
    found = _OF_MEMBERS.search(text) if adds else None
    return found[0] if found else ""


_PLACES = 4


def divided_by_a_quotient(text: str, node: Node, known: Known) -> str:
    """`300 / (130 / 50)` of printed figures that comes only about to what is printed: by chance."""
    if not (isinstance(node, Infix) and node.operator == "/" and isinstance(node.left, Number)):
        return ""
    under = node.right
    nested = isinstance(under, Infix) and under.operator == "/" and isinstance(under.left, Number)
    value = known.value(node) if nested else None
    return text if value is not None and value != rounded(value, _PLACES) else ""


_GIVEN_UP = pattern_of(
    r"(?:방식|방법|산식|기준)(?:을|를|은|는)(?:모두|전면)?(?:폐지|폐기|중단|바꾸|변경)[^.]*수요|방식이었으나[^.]*(?:폐지|바꾸|변경|중단)"
)


def given_up(text: str, node: Node, known: Known) -> str:
    """`지난해까지는 5건을 더하는 방식이었으나, 올해부터 폐지하고`: how it was set before is told, and not how it is set."""
    found = _GIVEN_UP.search(text)
    return found[0] if found else ""


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
    of_all = any(isinstance(part.left, Number) and part.left.value == _HUNDRED for part in products)
    found = _LESS_THAN_ALL.search(text) if of_all else None
    return found[0] if found else ""


def two_rates(text: str, node: Node, known: Known) -> str:
    """`평균의 1.5배(160%)`: so many times and so many per cent that are not the same."""
    differ = (
        one[0] for one, times, share in told_twice(text) if share not in (times * _HUNDRED, (times - 1) * _HUNDRED)
    )
    return next(differ, "")


_SUM_SAID = pattern_of(
    rf"(?:더한|보탠|합산한|합한|추가한|가산한|얹은|합친)(?:값인)?(?:누적|총|합계|누계)*(?P<all>{NUMERAL})(?![\d.,])"
)


def _whole(node: Node) -> bool:
    return isinstance(node, Number) and node.value == _HUNDRED and node.suffix is Suffix.RATIO


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


_TWELFTHS = pattern_of(r"(?<!\d)(?:(?P<share>\d{1,2})/12|12분의(?P<of>\d{1,2}))(?![\d/])")
_MONTHS = Decimal(12)


_HALF_OF_IT = pattern_of(r"\d%[^.]*[,가-힣]그(?:의)?(?:절반|반)(?:만|수준)?(?:을|를|만)?(?:적용|반영|가산)")


def half_of_a_rate(text: str, node: Node, known: Known) -> str:
    """`타 기관의 증가율은 4.5% 수준이나 전년 실적에 그 절반을 적용`: half of the rate, and the reading halves the result."""
    halves = isinstance(node, Infix) and node.operator == "*" and isinstance(node.left, Past | Call)
    found = _HALF_OF_IT.search(text) if halves else None
    return found[0] if found and known.value(node) == _half(node, known) else ""


def _half(node: Node, known: Known) -> Decimal | None:
    whole = known.value(node.left) if isinstance(node, Infix) else None
    return None if whole is None else whole / 2


def twelfths_left_out(text: str, node: Node, known: Known) -> str:
    """`… 값에 10/12을 곱하여`, and the reading takes the whole year."""
    found = _TWELFTHS.search(text)
    if found is None or any(isinstance(one, Number) and one.value == _MONTHS for one in walk(node)):
        return ""
    parts = {Decimal(found["share"] or found["of"])}
    return "" if parts & {one.value for one in walk(node) if isinstance(one, Number)} and "개월" in text else found[0]


Against = Callable[[str, Node, Known], str]
AGAINST: tuple[Against, ...] = (
    left_out_taken,
    refused,
    kept,
    lowered,
    two_targets,
    gap_without_figure,
    of_another_indicator,
    told_only,
    allotted_elsewhere,
    many_in_view,
    within_a_range,
    of_their_members,
    divided_by_a_quotient,
    given_up,
    base_twice,
    whole_lowered,
    two_rates,
    sum_added_again,
    twelfths_left_out,
    half_of_a_rate,
)


def against(text: str, node: Node, known: Known) -> str:
    """The words of a reason that speak against a reading; empty when none do."""
    return next((said for one in AGAINST if (said := one(text, node, known))), "")
