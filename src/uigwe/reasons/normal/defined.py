"""A note that says of what the indicator, or a word of the reason, is made up: `* 스마트팜 농가수 + 인증 농가수`, `※ 이행률 = 이행 건수 / 전체 건수`.

It prints no figure but names and a hundred, so nothing of it is a part of the calculation.
"""

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of

_NOTE = pattern_of(
    r"(?:(?<!\d)[.]|[.](?!\d)|[*※]|\((?:산식|측정산식|산출식|계산식|정의):?)(?P<said>(?:[^.*※]|(?<=\d)[.](?=\d))*)$"
)
_NAMES = pattern_of(
    r"\d+(?:년차|차년도|분기|단계|차)|[×*]?\(?100\)?%?\)?$|\([^()]*\)|(?:’|20)\d{2}(?:년|[.]\d{1,2}월?)?"
)
_SUM = pattern_of(r"[+/÷×][(가-힣·…]|=[(]?[가-힣]")
_CALCULATES = pattern_of(
    r"전년|최근|직전|평균(?!연령|임금)|실적(?!보고)|목표|대비|상향|하향|증가(?!율)|감소(?!율)|적용|반영|가산|제외|포함|설정|산정|배\b|배를"
)


def without_definition(laid: Laid, known: Known) -> Laid:
    """The reason without a note at its end that only says what is counted."""
    del known
    found = _NOTE.search(laid.text)
    if found is None or found.start() == 0:
        return laid
    said = _NAMES.sub("", found["said"])
    if any(sign.isdigit() for sign in said) or not _SUM.search(said) or _CALCULATES.search(said):
        return laid
    return laid.part(0, found.start())
