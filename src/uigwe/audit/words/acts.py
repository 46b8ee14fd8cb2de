"""Acts of an office that indicators count: what is applied for, deliberated, designated, agreed."""

import re

from uigwe.audit.words.names import squeezed
from uigwe.reasons.patterns import pattern_of

_ACT = pattern_of(
    r"(?P<of>[가-힣]{0,6}?)(?P<act>지정|심의|협약|권고|승인|인증|선정|허가|의결|고시|등록|공표|시정|처분|합의|중재|조정|고발|수사)(?=[을를이가은는,·+)(\s]|수|건|업종|업체|기업|기관|체결|또는|$)"
)
_MEASURED = pattern_of(r"(?P<clause>[^▪•○ㅇ.]*?)(?:측정|집계|산정)(?:하되|하며|하고|함|하여|한다|하는|하였)")
# What is only compared with, and what begins every case.
_ONLY_TWO = 2


def counted_otherwise(reason: str, formula: str) -> tuple[str, str] | None:
    """An act that only the reason names as measured, and one that only the numerator counts, where they have another one in common.

    `지정 또는 협약을 통한 보호를 측정`, `(심의 수 + 협약 수) ÷ 신청 수`.
    """
    match = _MEASURED.search(reason)
    numerator = re.split(r"[÷/]", formula, maxsplit=1)[0]
    if match is None or "+" not in numerator or numerator == formula:
        return None
    told, counted = _acts(match["clause"]), _acts(numerator)
    common = told & counted
    ours, theirs = told - _acts(formula), counted - told
    if not common or len(ours) != 1 or len(theirs) != 1 or len(told) != _ONLY_TWO:
        return None
    [mine], [yours] = ours, theirs
    return (mine, yours) if mine not in squeezed(formula) and yours not in squeezed(reason) else None


def _acts(text: str) -> set[str]:
    return {match["act"] for match in _ACT.finditer(text)}
