"""Results of other bodies without their figure: `경쟁국의 전년 실적 대비 2%p 높게`, `최근 5년 업계 연평균증가율을 적용`.

The table knows the indicator's own results only, so a calculation on what another body reached cannot be worked out from it.
"""

from uigwe.formulas.tree import Call, Node, Past, walk
from uigwe.reasons.patterns import pattern_of

_BODIES = (
    r"(?:경쟁국|경쟁기관|경쟁사|경쟁업체|상대국|주요국|선도국|선진국|선진기관|비교국|비교기관|비교집단|비교군|대조군|동종기관|동종업계|동종업종|유사기관|유사사업|"
    r"타기관|타부처|타시도|타지자체|타지역|타사|다른(?:기관|부처|시도|지역|나라)|(?:전|전체|모든)부처(?:[가-힣]{2,4}등급)?(?:의)?(?:기관)?|(?:우수|상위|최우수|선도)(?:등급)?(?:의)?기관|인접(?:시도|지자체|국)|업계|업종|민간(?:기업|부문)?|OECD(?:회원국)?|G7|EU|전세계|세계|글로벌)"
)
_WINDOW = r"(?:(?:최근|직전|과거|지난)?\d{1,2}개?년(?:간)?(?:의)?)?(?:전년도?|작년|지난해|직전연도)?(?:의)?"
_TAKEN = r"(?:(?:연평균|평균)(?:증가율|성장률|상승률|증가폭)|(?:증가율|성장률|상승률|증가폭)|실적평균|평균실적|평균점수|평균|실적|점수|수준)"
_SHARE = (
    r"(?:(?:보다|대비|에서)(?:약)?\d|에(?:약)?\d[\d.,]*(?:%|점|건|명)|의(?:약)?\d|"
    r"(?:을|를)?(?:전년|우리|당해|’\d{2}년)[^.]*적용|(?:을|를)(?:그대로)?적용|만큼|까지)"
)
_OF_OTHERS = pattern_of(rf"{_BODIES}(?:들)?(?:의)?{_WINDOW}{_TAKEN}(?:치|값)?{_SHARE}")
# `최근 3년 평균(유사 기관) 대비`: whose mean it is, in a bracket.
_IN_BRACKETS = pattern_of(rf"(?:평균|실적|점수|증가율|수준)\({_BODIES}(?:의)?(?:기준|평균|실적)?\)")


def of_other_bodies(text: str, node: Node) -> str:
    """The words by which a calculation on the table's results is one on those of another body; empty otherwise."""
    if not any(isinstance(part, Past | Call) for part in walk(node)):
        return ""
    found = _OF_OTHERS.search(text) or _IN_BRACKETS.search(text)
    return found[0] if found else ""
