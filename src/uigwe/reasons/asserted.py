"""What is only asserted: a base that is only compared with, a level that nobody worked out, somebody's figure that is far off."""

import re

from uigwe.formulas.tree import Node, Number, walk
from uigwe.reasons.patterns import pattern_of
from uigwe.values import plain

# `전년 실적보다 도전적인 수준`: by how much, nobody says.
_ONLY_COMPARED = pattern_of(
    r"(?:실적|수준|평균|점수|값|건수|인원|년|년도|해)(?:치|값)?보다(?:는|도)?(?:더|다소|조금|소폭|약간|훨씬|크게)?(?:도전적|적극적|의욕적|진취적|공격적|보수적|상향된|강화된|개선된|향상된|나은|높은|낮은|높게|낮게)"
    r"|(?:실적|수준|평균|점수|값|건수|인원)(?:치|값)?(?:\([^()]*\))?(?:과|와|에)(?:비교하여|비교하면|비교할때|비해|견주어)(?:도)?(?:더|다소|매우|충분히)?(?:도전적|적극적|의욕적|합리적|적정|높은|낮은|나은)[가-힣]*(?:임|이다|것임)?[.]?$"
)
# `계량적 산출이 곤란하므로 … 12회로 설정`: a level that nobody worked out.
_UNCOUNTED = pattern_of(r"(?:산출|산정|예측|추정|계량화?)(?:이|은|가|는|도)?(?:현실적으로)?(?:곤란|어려|불가)")
_FAR_OFF = r"[가-힣%]{0,3}\)?(?:과|와)의?(?:는)?(?:격차|차이|비교)"


def only_asserted(text: str, node: Node) -> str:
    """The words by which a reading is a base that is only compared with, or somebody's figure that is far off."""
    figures = [part for part in walk(node) if isinstance(part, Number)]
    if not figures and (found := _ONLY_COMPARED.search(text)):
        return found[0]
    if isinstance(node, Number) and (hard := _UNCOUNTED.search(text)):
        return hard[0]
    if isinstance(node, Number):
        far = re.search(rf"(?<![\d.,]){re.escape(plain(node.value))}{_FAR_OFF}", text.replace(",", ""))
        return far[0] if far else ""
    return ""
