"""What a calculation on printed figures leaves open: it is bounded or only possible, something is left out without a figure, or it is of a part.

`1인당 최대 16회를 맡을 수 있음`, `10명×25건×12월로 산출하되 휴직자는 제외`, `상반기 12회씩 개최`, `월평균 35건 × 10회`,
`타 기관은 전체 500명 중 420명`, `500개소 중 420개소를 점검하여 점검률 80%`; of any: `예산 증가율을 더함`, of which nobody says how much it is.
"""

from decimal import Decimal

from uigwe.formulas import Node
from uigwe.formulas.tree import Infix, Number, Past, Years, walk
from uigwe.reasons.patterns import pattern_of

_ONLY_POSSIBLE = pattern_of(r"(?:최대|많아야|최소)(?:약)?\d[\d,.]*[가-힣]{1,12}(?:수있|가능)")
_LEFT_OUT = pattern_of(
    r"(?:하되|이나|지만|으나),?[가-힣]{2,12}(?P<n>\d[\d,.]*)?[가-힣]{0,3}(?:은|는|을|를)(?:제외|공제|빼|차감)(?:함|한다|하기로함|하였음|고산출)?[.]?$"
)
_HALF = pattern_of(r"(?P<half>[상하]반기)(?:대상|에는|에|중)?[가-힣]{0,4}\d[\d,]*(?:회|건|명|곳|개소|개)")
_BEGUN = pattern_of(
    r"개통|개소(?!당|\d|별)|개관|개원|개장|시작|출범|문을|개시|시행|도입|신규|착수|달|개월|연간|환산|2배|집행|이월|[×x]2"
)
_MONTHLY_TIMES = pattern_of(r"(?:월평균|매월|매달)(?:약)?\d[\d,.]*[가-힣]{1,3}[×x*]\d+(?:회|차례|번)")
_OTHERS = pattern_of(r"(?:타|다른)(?:기관|부처|부서|지자체|시도)(?:은|는|의경우)(?!.*(?:우리|본지표|당청|본기관))")
_SHARE_SAID = pattern_of(r"중[가-힣]{0,10}\d.*[율률](?:은|는|을|를|이)?\d+(?:\.\d+)?%")
_UNTOLD_RATE = pattern_of(
    r"(?:예산|물가|임금|인구|경제|최저임금|매출)(?:의)?(?:증가|상승|성장|인상)[율률](?:을|를|만큼)(?:더하|더한|더함|더해|가산|합산|추가)"
)


def half_told(text: str, node: Node) -> str:
    """What is left open of a calculation, empty when nothing is."""
    if (rate := _UNTOLD_RATE.search(text)) and "%" not in text:
        return rate[0]
    parts = list(walk(node))
    if not any(isinstance(one, Infix) for one in parts) or any(isinstance(one, Past | Years) for one in parts):
        return ""
    taken_off = isinstance(node, Infix) and node.operator == "-" and all(isinstance(one, Number) for one in parts[1:])
    if taken_off and (share := _SHARE_SAID.search(text)):
        return share[0]
    half = _HALF.search(text)
    if half and not _BEGUN.search(text) and ("하" if half["half"][0] == "상" else "상") + "반기" not in text:
        return half[0]
    if (out := _LEFT_OUT.search(text)) and not _takes(parts, out["n"]):
        return out[0]
    for pattern in (_ONLY_POSSIBLE, _MONTHLY_TIMES, _OTHERS):
        if found := pattern.search(text):
            return found[0]
    return ""


def _takes(parts: list[Node], printed: str | None) -> bool:
    """Whether a figure that is left out is one of the calculation's."""
    figure = Decimal(printed.replace(",", "")) if printed else None
    return any(isinstance(one, Number) and one.value == figure for one in parts)
