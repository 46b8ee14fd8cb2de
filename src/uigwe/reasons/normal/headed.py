"""Items under heads: `◇ 측정대상: 참여자 ◇ 목표수준: 5년 평균에서 0.8%p 상향 ◇ 제외: 사망자`, `1) 성격: 하향지표
2) 기준: 3년 평균 3) 목표: 기준 대비 4% 단축`.

What stands under a head that says how the indicator is measured sets no target and goes, when it could not bear on the calculation. Where
one item is the base and another takes it up (`기준 대비`), the base stands where it is taken up.
"""

import re

from uigwe.reasons.bearing import only_tells
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_MARK = r"(?:[◇□○▪■●◦·.,/ -]|(?<![\d.])\(?[1-9가나다라]\)|[①-⑨])"
_TELLS = (
    r"(?:지표)?(?:성격|유형|정의|개요|특성|의의)|측정(?:대상|시기|주기|방법|산식|식|기준일|도구)|산식|측정산식|계산식|조사(?:대상|방법|시기"
    r"|기관|기간|주기)|자료(?:출처|원)?|출처|근거법령|법적근거|"
    r"비고|참고|기타|제외|제외대상|대상|시기|담당|담당부서|확인방법|증빙|증빙자료|평가방법"
)
_SETS = r"(?:’?\d{2,4}년)?(?:목표|목표치|목표값|목표수준|목표설정|설정|설정근거|산출근거|산정근거|산출방법|산정방법|기준|기준값|기준치|산출)"
_ITEM = pattern_of(rf"(?:(?:^|{_MARK})+|(?<=×100))(?P<head>{_TELLS}|{_SETS}):")
_SETTING = pattern_of(_SETS)
_BEARS = pattern_of(
    r"제외|한정|이내|상한|하한|목표|환산|평균|다만|단,|가중|상향|반영|적용|만인정|경우|않|못|또는|까지만|절반|미정|추후"
)
_TAKEN_UP = pattern_of(
    rf"(?:{_MARK})*기준(?:값|치)?:(?P<base>[^:;]{{3,60}}?)(?P<between>{_MARK}+(?:목표|목표치|목표값|목표수준):(?:위의?|상기)?기준(?:값"
    rf"|치)?)(?=대비|보다|에서|의\d|에\d|에다)"
)

# How much something else is or grows, told under a head for remarks.
_OF_ELSE = pattern_of(
    r"(?!.*(?:목표|실적|상한|하한))[가-힣·]{3,20}(?:은|는)?(?:연평균|연간|연|전년대비|약)?\d[\d,.]*(?:%p?|명|건|억원|개소|호|대)(?:증가|감소"
    r"|수준|예상|전망)?\.?"
)


def without_heads(laid: Laid, known: Known) -> Laid:
    """The reason with its items as sentences, without those that only say how the indicator is measured."""
    del known
    items = list(_ITEM.finditer(laid.text))
    setting = [one for one in items if _SETTING.fullmatch(one["head"])]
    if len(items) > 1 and setting and not items[0].start():
        ends = [*(one.start() for one in items[1:]), len(laid.text)]
        changes = [
            (one.start(), end, "")
            for one, end in zip(items, ends, strict=True)
            if one not in setting and _only_measures(one["head"], laid.text[one.end() : end])
        ]
        laid = replaced(laid, changes) if changes else laid
    if taken := _TAKEN_UP.match(laid.text):
        laid = replaced(laid, [(0, taken.start("base"), ""), (*taken.span("between"), "")])
    return laid


def _only_measures(head: str, said: str) -> bool:
    """Whether an item bears on no calculation."""
    if head.endswith("식"):
        return not re.sub(r"[×x*]?100", "", said).strip() or not re.search(r"\d|목표", re.sub(r"[×x*]100", "", said))
    if head.startswith("제외"):
        return not re.search(r"\d|년|월|기간|실적", said)
    if head in ("비고", "참고", "기타"):
        told = only_tells(said, "") is not None or _OF_ELSE.fullmatch(said)
        return bool(told) and not _BEARS.search(said)
    return not _BEARS.search(said)
