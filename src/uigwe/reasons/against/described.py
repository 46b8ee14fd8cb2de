"""What is only described: how things are, how something is counted, how the target compares. Nobody makes a target of it."""

from uigwe.formulas.tree import Infix, Node, Number, Past, walk
from uigwe.reasons.against.parts import from_table
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import NUMERAL, pattern_of

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


# Signs of one sentence: the point of a figure ends none.
_S = r"(?:[^.]|(?<=\d)\.(?=\d))"
_ENDS_SET = r"(?:목표(?:치|값)?(?:를|을)?)?(?:설정|산정|결정|책정|정함|정하였음|수립|제시|부여|조정)(?:함|하였음|했음|하였다|한다|한것임)?[.]?$"
_CALCULATES = pattern_of(
    r"적용|곱하|곱한|더하|더한|더해|가산|합산|상향[하한]|하향[하한]|높[인여]|낮[춘춰]|늘[린려]|올[린려]|줄[인여]|유지|증가한|감소한|향상된|[×÷=+]|의\d|배(?:로|의|수준)|수준으로"
)
# Figures that are said to be so, and then only taken into account: `매월 10건 안팎이 이루어지는 점을 감안하여 목표 설정`.
_AS_IT_IS = pattern_of(
    rf"\d{_S}*?(?:는|은|던|인)점(?:등)?(?:을|도|에)(?:함께|종합적으로|충분히)?(?:감안|고려|참고|비추어)(?:하여|해)?,?"
    rf"(?:’\d{{2}}년도?(?:의)?)?(?P<behind>[^\d.]{{0,24}}?){_ENDS_SET}"
)
_TAKES = pattern_of(r"유지|그대로|동일|같은|적용|이를|수준|평균|전년|작년")
# How something is counted: `… 합하여 집계함`; what comes this year, of which nobody says how much.
_COUNTED = pattern_of(r"(?:집계|누적관리|측정)(?:함|됨|하였음|되었음|하고있음|한다|하는지표임|하는방식임)[.]?$")
_PURSUES = pattern_of(r"목표|설정|산정|책정|적용|[상하]향|유지|달성|추진|계획")
_TO_COME = pattern_of(
    r"(?:당해(?:연도|년도)?|올해|금년도?|신년도)(?:의)?(?:신규|추가|순)?(?:순증|증가|신규|추가|발생|체결|접수|등록|지정)[가-힣]{0,4}?(?:분|물량|건수|인원|실적|치)(?:을|를)(?:더|합|가산|보태|추가)"
)
_APPRAISED = pattern_of(
    rf"^{_S}*(?:과|와|에)?(?:비교(?:하여|해|하면|할때)|견주어|비해|비추어)[^.\d]*(?:도전적|적극적|의욕적|높은|상향된)(?:인)?[가-힣]{{0,6}}(?:임|이다)[.]?$"
)
# What was counted last, beside how the target is settled: `목표치는 집계값을 1월 말 기준으로 확정하며, 지난해 집계는 517건`.
_LAST_COUNT = pattern_of(
    rf"목표(?:치|값)?(?:는|은){_S}*?(?:확정|결정|산정|설정|관리)(?:하며|하고|하되|되며|함|됨)[,.][^.,]*(?:집계|실적|결과)(?:치|값)?(?:는|은)\d[\d,.]*[가-힣%]{{0,3}}(?:임|이었음|였음)?[.]?$"
)


def as_it_is(text: str, node: Node, known: Known) -> str:
    """Figures of what is, which a reading puts together."""
    found = _AS_IT_IS.search(text) if isinstance(node, Infix) and not from_table(node) else None
    if found is None or _TAKES.search(found["behind"]) or _CALCULATES.search(text[: found.end()]):
        return ""
    return found[0]


def how_it_is_counted(text: str, node: Node, known: Known) -> str:
    found = None if _PURSUES.search(text) else _COUNTED.search(text)
    if found is None and not any(isinstance(part, Number) for part in walk(node)):
        found = _TO_COME.search(text)
    return found[0] if found else ""


def only_appraised(text: str, node: Node, known: Known) -> str:
    found = (
        None
        if any(isinstance(part, Infix) for part in walk(node))
        else _APPRAISED.search(text) or _LAST_COUNT.search(text)
    )
    return found[0] if found else ""
