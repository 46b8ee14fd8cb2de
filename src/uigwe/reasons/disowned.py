"""What a reason says of the very calculation that it holds, beside what `against` knows: that it is none of the target's.

Its figures tell how things are and are only taken into account; it says how something is counted, or how the target compares; it is of another
indicator by its name; something more is put on top of which nobody says how much; it is said to be so much more, and is not.
"""

from collections.abc import Callable
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, Years, walk
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

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
_SETS = pattern_of(r"목표|설정|산정|책정|적용|[상하]향|유지|달성|추진|계획")
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
_ANOTHER_BY_NAME = pattern_of(r"본지표(?:는|의)[^.,\d]{0,12}’[가-힣]{3,}’의(?:최근|전년|직전|평균)")
# More, of which nobody says how much: `3% 상향 후 신규 지표 효과를 가산`.
_MORE = pattern_of(
    r"(?:후|뒤|하고|하여|한다음)[^.,\d]{0,16}(?:효과|인상분|추가분|증액분|자연감소분)(?:를|을|까지|도)(?:추가로|모두|다시)?(?:가산|더하|더함|더한|추가|합산|차감)[^\d]*$"
)
_SO_MUCH_MORE = pattern_of(
    r"[.,]이는(?:전년도?|작년|지난해|직전연도|직전년도)(?:의)?(?:실적)?(?:대비|보다|에비해)(?:약)?(?P<rate>\d+(?:\.\d+)?)%(?!p)(?:를|을|가)?(?:증가|상향|상승|높|늘|많)"
)
_HUNDRED, _ABOUT = Decimal(100), Decimal("0.6")


def disowned(text: str, node: Node, known: Known) -> str:
    """The words for which a calculation is none of the target's."""
    return next((word for guard in _GUARDS if (word := guard(text, node, known))), "")


def _from_table(node: Node) -> bool:
    return any(isinstance(part, Past | Years) for part in walk(node))


def _as_it_is(text: str, node: Node, known: Known) -> str:
    """Figures of what is, which a reading puts together."""
    found = _AS_IT_IS.search(text) if isinstance(node, Infix) and not _from_table(node) else None
    if found is None or _TAKES.search(found["behind"]) or _CALCULATES.search(text[: found.end()]):
        return ""
    return found[0]


def _how_it_is_counted(text: str, node: Node, known: Known) -> str:
    found = None if _SETS.search(text) else _COUNTED.search(text)
    if found is None and not any(isinstance(part, Number) for part in walk(node)):
        found = _TO_COME.search(text)
    return found[0] if found else ""


def _only_appraised(text: str, node: Node, known: Known) -> str:
    found = (
        None
        if any(isinstance(part, Infix) for part in walk(node))
        else _APPRAISED.search(text) or _LAST_COUNT.search(text)
    )
    return found[0] if found else ""


def _by_its_name(text: str, node: Node, known: Known) -> str:
    """Results of another indicator by its name: the table has none of them."""
    found = _ANOTHER_BY_NAME.search(text) if _from_table(node) else None
    return found[0] if found else ""


def _more_unsaid(text: str, node: Node, known: Known) -> str:
    found = _MORE.search(text)
    return found[0] if found else ""


def _said_to_be_more(text: str, node: Node, known: Known) -> str:
    """`…, 이는 전년 대비 3% 증가`, where it is another part more than the last result."""
    found, value, last = _SO_MUCH_MORE.search(text), known.value(node), known.actuals.get(known.year - 1)
    if found is None or value is None or last is None or not last.value:
        return ""
    more = (value / last.value - 1) * _HUNDRED
    return found[0] if abs(more - Decimal(found["rate"])) > _ABOUT else ""


_GUARDS: tuple[Callable[[str, Node, Known], str], ...] = (
    _as_it_is,
    _how_it_is_counted,
    _only_appraised,
    _by_its_name,
    _more_unsaid,
    _said_to_be_more,
)
