"""Geometric means in other words: `평균 매출액(기하평균) 대비`, `평균 매출액은 기하평균으로 50.0억원임. 이보다`.

A bracket that only says why it is that mean (`[연도별 변동에 따른 왜곡 방지]`) goes.
"""

import re
from collections.abc import Iterator

from uigwe.formulas.tree import Call, Node, walk
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_WHICH = r"(?:기하평균|조화평균|절사평균)(?:치|값)?"
_BEHIND = pattern_of(
    rf"(?<!연)평균(?P<noun>[가-힣·]{{0,10}}?(?<![율률폭분]))(?:값|치)?\((?P<which>{_WHICH})(?:기준|적용|임)?\)"
    rf"|(?<!연)평균(?P<noun2>[가-힣·]{{0,10}}?(?<![율률폭분]))(?:값|치)?\((?P<which2>{_WHICH})(?:으로|로|상|기준으로|기준|은|:)(?:약)?(?P<figure>{NUMERAL}[가-힣%]{{1,3}}?)(?:임)?\)"
)
_YEARS = r"’?(?:20)?\d{2}년?(?:도)?~’?(?:20)?\d{2}년?(?:도)?(?:의)?"
_NAMED = pattern_of(
    rf"(?<!연)평균(?:치|값)?(?P<noun>[가-힣]{{0,10}})\((?P<years>{_YEARS})?(?P<which>{_WHICH})(?:은|:|약|,|인)*(?=\d[^()]*\))"
)
_TOLD = pattern_of(
    rf"평균(?P<noun>[가-힣·]{{0,10}}?)(?:치|값)?(?:은|는|을|를)(?P<which>{_WHICH})(?:으로|로|상|기준|기준으로)(?:산출하면|계산하면|산정하면|구하면)?(?P<figure>{NUMERAL}[가-힣%]{{1,3}}?)"
    r"(?:임|이며|이고|으로|이었음|였음|이므로)[.,]?(?:이|그|동|이금액|이값|그값)(?P<to>보다|대비|에|의)"
)
_WHY = pattern_of(
    r"\([^()\d]*(?:왜곡|변동|편차|등락|극단|쏠림|기저)[^()\d]*(?:방지|완화|최소화|고려|감안|예방)(?:함|하기위함|차원|목적)?\)"
)
# What only says which mean it is, or why: `기저효과로 인한 왜곡을 피하고자 기하평균을 사용함`, `기하평균: 성장률의 평균을 구하는 데 적합`.
_MEANS = r"(?:산술|기하|단순|조화)평균"
_ONLY_WHICH = pattern_of(
    rf"[.,](?:이는|여기서|단순히)?(?:[^.,()\d]{{0,60}}?(?:{_MEANS})(?:값|치)?(?:을|를|은|는|으로|로|이|보다|방식을|방식)?[^.()\d]{{0,40}}?)"
    r"(?:(?:사용|적용|활용|채택|이용|선택|택|산출|산정|쓰|썼|씀|쓴|쓰지않|사용하지않|적용하지않|활용하지않)(?:하였음|하였다|하였으며|했음|함|한다|한것임|음|임|였음|았음|었음|았다)?|적합(?:함|하다|하기때문임)?|적절(?:함|하다)?|타당(?:함|하다)?|때문임|위함임|목적임)[.]?$"
)
_IN_BRACKET = pattern_of(
    r"(?<=[가-힣년]),[^(),.\d]{0,40}?기하평균(?:값|치)?(?:을|를)?(?:적용|사용|활용|채택|산출)(?:함|하였음)?(?=\))"
)
_TO_GET = pattern_of(
    rf"(?P<which>{_WHICH})(?:을|를)(?:구하여|구해|산출하여|산출해|계산하여|산정하여|구한뒤|구한후|구하고|산출한뒤|산출하고),?(?:이를|이보다|여기에서|이에서|그값을|그값에서|이값을|그값보다)?(?=\d)"
)


def geometric(laid: Laid, known: Known) -> Laid:
    """The reason with the mean that it takes by its name."""
    if "평균" not in laid.text:
        return laid
    for step in (_which, _told, _behind, _named, _got, _why):
        if changes := sorted(step(laid)):
            laid = replaced(laid, changes)
    return laid


def _which(laid: Laid) -> Iterator[_Change]:
    """What only says which mean it is goes where the mean is named without it."""
    for pattern in (_ONLY_WHICH, _IN_BRACKET):
        found = pattern.search(laid.text)
        if found and re.search(_WHICH, laid.text[: found.start()]):
            yield (*found.span(), "")
            return


def _told(laid: Laid) -> Iterator[_Change]:
    for found in _TOLD.finditer(laid.text):
        yield (*found.span(), f"{found['noun']}{found['which']}{found['figure']}{found['to']}")


def _behind(laid: Laid) -> Iterator[_Change]:
    for found in _BEHIND.finditer(laid.text):
        if found["figure"]:
            yield (*found.span(), f"{found['noun2']}{found['which2']}{found['figure']}")
        else:
            yield (*found.span(), f"{found['noun']}{found['which']}")


def _named(laid: Laid) -> Iterator[_Change]:
    for found in _NAMED.finditer(laid.text):
        yield (*found.span(), f"{found['years'] or ''}{found['which']}{found['noun']}(")


def _got(laid: Laid) -> Iterator[_Change]:
    for found in _TO_GET.finditer(laid.text):
        yield (*found.span(), f"{found['which']}에서")


def _why(laid: Laid) -> Iterator[_Change]:
    for found in _WHY.finditer(laid.text):
        yield (*found.span(), "")


_OTHER_MEAN = pattern_of(r"\((?:기하|조화|절사)평균[^()]*\)")


def plain_mean(text: str, node: Node) -> str:
    """`평균보다 3% 상향한 목표(기하평균 56.3억원)`, of which a reading takes the mean."""
    names = {part.name for part in walk(node) if isinstance(part, Call)}
    found = _OTHER_MEAN.search(text) if "mean" in names and "geomean" not in names else None
    return found[0] if found else ""
