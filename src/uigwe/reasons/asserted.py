"""What is only asserted: a sentence behind that tells a fact, a base that is only compared with, somebody else's figure that is far off.

`… 0.4개월 단축을 목표로 함. 1인당 처리건수는 주요국의 3배에 달함`: the last sentence sets nothing, whatever figures it has.
"""

import re

from uigwe.formulas.tree import Node, Number, walk
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.values import plain

_FACT = pattern_of(
    r"(?<!\d)[.](?!\d)(?P<said>(?:[^.]|(?<=\d)[.](?=\d))*?(?:"
    r"\d[\d.,]*(?:%p?|배|건|명|점|개|회|곳|원|일)?(?:이상|가까이|정도|수준)?에(?:달함|이름|달하는상황임|달하는실정임|불과함|그침|달하고있음|육박함|이르고있음|머묾)"
    r"|(?:을|를)(?:크게|다소|훨씬)?(?:웃도는|상회하는|넘는|뛰어넘는|능가하는|넘어서는)(?:도전적|적극적|의욕적)?(?:인)?(?:수준|값|수치|폭|것|목표)(?:임|이다)?"
    r"|(?:에|과|와)?(?:견주어|비추어|비해|비하면)(?:매우|상당히)?(?:도전적|적극적|의욕적|높은)[가-힣]{0,6}))[.]?$"
)
# What a sentence of fact does not speak of.
_SETS = pattern_of(r"목표|설정|반영|적용|가산|차감|조정|제외|상한|하한|이내|다만|단,|최종|이를|이에|여기에")


def without_fact(laid: Laid) -> Laid | None:
    """The reason without a last sentence that only tells a fact."""
    found = _FACT.search(laid.text)
    if found is None or _SETS.search(found["said"]) or not re.search(r"\d", laid.text[: found.start()]):
        return None
    return laid.part(0, found.start())


# `전년 실적보다 도전적인 수준`: by how much, nobody says.
_ONLY_COMPARED = pattern_of(
    r"(?:실적|수준|평균|점수|값|건수|인원|년|년도|해)(?:치|값)?보다(?:는|도)?(?:더|다소|조금|소폭|약간|훨씬|크게)?(?:도전적|적극적|의욕적|진취적|공격적|보수적|상향된|강화된|개선된|향상된|나은|높은|낮은|높게|낮게)"
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
