"""What is counted, against a reading: another indicator, things beside it of which the reading has none, points of what is no rate."""

from decimal import Decimal

from uigwe.formulas.tree import Call, Infix, Node, Number, Past, Suffix, walk
from uigwe.reasons.against.parts import FIGURE, HUNDRED, UNIT, from_table, worth
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_GAP = pattern_of(r"[가-힣](?:와|과)의?(?:격차|차이|괴리)(?:를|을)")


def gap_without_figure(text: str, node: Node, known: Known) -> str:
    """`수도권 평균과의 격차를 10% 축소`: how wide the gap is, nobody says."""
    rates = [part for part in walk(node) if isinstance(part, Number)]
    steps = all(part.suffix is Suffix.RATIO or part.value == HUNDRED for part in rates)
    found = _GAP.search(text) if rates and steps and any(isinstance(part, Past) for part in walk(node)) else None
    return found[0] if found else ""


_OTHER_INDICATOR = pattern_of(r"(?:유사|타|다른|대체)(?:한)?(?:지표|통계)(?:인|의)?[^,.\d]{0,24}(?:실적|최근|평균)")


def of_another_indicator(text: str, node: Node, known: Known) -> str:
    """`신규 지표로, 유사지표인 … 실적 대비 5% 상향`: the table has no results of that one."""
    found = _OTHER_INDICATOR.search(text) if any(isinstance(part, Past | Call) for part in walk(node)) else None
    return found[0] if found else ""


_ALLOTTED = pattern_of(
    r"(?:배정(?:된)?|할당(?:된)?|해당|당해|연차별)(?:연도|년도)?(?:물량|분|량|인원|목표)(?:을|를|으로|이|만큼)(?!\d)"
)
_EVENLY = pattern_of(r"균등|똑같|나누|나눈|매년|매해|해마다|연간|연평균|등분|안분|씩|분의|1/")


def allotted_elsewhere(text: str, node: Node, known: Known) -> str:
    """`누적 1만 명 계획에 따른 ’25년도 배정 물량`: how much it is, only the plan says."""
    divides = isinstance(node, Infix) and node.operator == "/" and isinstance(node.left, Number)
    found = _ALLOTTED.search(text) if divides and not _EVENLY.search(text) else None
    return found[0] if found else ""


_OF_MEMBERS = pattern_of(
    r"\d(?:개교|개사|개소|개|곳|팀)의[가-힣]{1,10}(?:수|인원|건수|실적)(?:를|을)(?:모두)?(?:합산|합한|더한|더하여|합하여)"
)


def of_their_members(text: str, node: Node, known: Known) -> str:
    """`32개교와 110개교의 참여 학생 수를 합산`: schools are not what is counted."""
    adds = isinstance(node, Infix) and isinstance(node.left, Number) and isinstance(node.right, Number)
    found = _OF_MEMBERS.search(text) if adds else None
    return found[0] if found else ""


_ANOTHER_BY_NAME = pattern_of(r"본지표(?:는|의)[^.,\d]{0,12}’[가-힣]{3,}’의(?:최근|전년|직전|평균)")
# More, of which nobody says how much: `3% 상향 후 신규 지표 효과를 가산`.
_MORE = pattern_of(
    r"(?:후|뒤|하고|하여|한다음)[^.,\d]{0,16}(?:효과|인상분|추가분|증액분|자연감소분)(?:를|을|까지|도)(?:추가로|모두|다시)?(?:가산|더하|더함|더한|추가|합산|차감)[^\d]*$"
)


def by_its_name(text: str, node: Node, known: Known) -> str:
    """Results of another indicator by its name: the table has none of them."""
    found = _ANOTHER_BY_NAME.search(text) if from_table(node) else None
    return found[0] if found else ""


def more_unsaid(text: str, node: Node, known: Known) -> str:
    found = _MORE.search(text)
    return found[0] if found else ""


# `(신규사업 10건 별도)`: so many beside, of which the reading knows nothing.
_BESIDE = pattern_of(
    rf"(?<!\d)(?<!\d[가-힣])(?<!\d[가-힣]{{2}})\([^()]*?(?P<figure>{FIGURE})(?!%)(?:{UNIT})[가-힣]{{0,6}}?(?:은|는|을|를|이|가)?(?:별도|포함|추가|가산|합산|미포함|불포함|제외)[가-힣]{{0,4}}\)"
    r"|\([^().\d]{2,20}(?:은|는)?별도(?:임|관리|추진|산정|집계|로함)?\)"
)
# `본부 및 6개 지사 각 60건`: one more than the six.
_AND_EACH = pattern_of(
    r"(?:[가-힣](?:및|와|과)|본부,|본사,|본청,|본원,|중앙,)(?P<many>\d+)개?(?:의)?[가-힣]{1,8}?(?:에서|에|가|이|은|는|별)?(?:각각?|당)\d"
)
_NO_RATE = Decimal(200)


def more_beside(text: str, node: Node, known: Known) -> str:
    """So many in a bracket that are counted apart, or together with the rest, where a reading has none of them."""
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    if isinstance(node, Number):
        return ""
    return next(
        (one[0] for one in _BESIDE.finditer(text) if not one["figure"] or worth(one["figure"]) not in figures), ""
    )


def one_more_of_them(text: str, node: Node, known: Known) -> str:
    figures = {part.value for part in walk(node) if isinstance(part, Number)}
    found = _AND_EACH.search(text)
    return found[0] if found and worth(found["many"]) in figures else ""


def points_of_no_rate(text: str, node: Node, known: Known) -> str:
    """`전년 실적의 3%p 상향` of some hundreds: what the indicator counts is no rate."""
    past = [cell.value for cell in known.actuals.values() if cell.value is not None]
    points = any(isinstance(part, Number) and part.suffix is Suffix.POINTS for part in walk(node))
    return "%p" if points and past and min(past) > _NO_RATE else ""


_OF_ELSE = pattern_of(
    r"(?:전년도?|작년도?|지난해|직전연도|’\d{2}년도?)(?:의)?(?:예산|사업비|인력|정원|인건비|단가|물가|인구)(?:액|수|규모)?(?=에(?!도|대한|따)|에서|의\d|대비|보다|을기준|를기준)"
)


def of_something_else(text: str, node: Node, known: Known) -> str:
    """`전년 예산에 증가율 3%를 반영`: of money or people, where a reading takes last year's result."""
    found = _OF_ELSE.search(text) if any(isinstance(part, Past) for part in walk(node)) else None
    return found[0] if found else ""
