"""Whose target it is: `3,588명을 센터의 연간 일자리 목표로 함` says no more than `3,588명을 목표로 함`."""

from uigwe.reasons.account import bent
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.setting import BASE, BENDS
from uigwe.reasons.spelling import replaced

_AIM = pattern_of(
    r"(?<=[가-힣%\d)])(?:을|를)(?P<name>[^.,()\d=×+%]{2,30}?)(?=목표(?:치|값)?(?:로|으로)(?:함|하|설정|잡|정|제시|삼|책정|산정))"
)
# A word of a name is a noun, or the possessor or the quality of one.
_HANGS = (*"여고서며나은는을를이가에로도한된면만려워춰켜러와해", "보다", "까지")


# What makes it another target than the year's, or goes on with the calculation.
_ANOTHER = pattern_of(
    r"반기|분기|월|중장기|장기|최종|잠정|최저|최고|최대|최소|한계|상향|하향|조정|가산|차년|내년|전국|전체|국가|누적|누계|단계|일부|각|별|"
    r"더|끌어|올려|올리|높|낮|늘|줄|얹|나누|나눠|곱|빼|합산|합하|합쳐|보태|구하|맞추|맞춰|적용|반영|유지"
)


# `도전적인 목표치(57%)를 설정`: the outcome behind the word for it.
_OUTCOME = pattern_of(
    r"(?:도전적인|적극적인|의욕적인|상향된)?목표(?:치|값)?\((?P<outcome>[\d,.]*\d(?:%p?|[가-힣]{1,3})?)\)(?:를|을)?(?=설정|제시|정하|정함|산정|책정|부여|수립)"
)


def without_aim(laid: Laid, known: Known) -> Laid:
    """The reason without what the target is called between the value and the word for a target, and with its outcome in front of that."""
    del known
    if found := _OUTCOME.search(laid.text):
        laid = replaced(laid, [(*found.span(), f"{found['outcome']}를목표로")])
    for found in _AIM.finditer(laid.text):
        start, end = found.span("name")
        name = found["name"]
        cuts = [at for at in range(start, end) if laid.gap[at]]
        if cuts[:1] != [start]:
            continue
        words = [laid.text[at:stop] for at, stop in zip(cuts, [*cuts[1:], end], strict=True)]
        if (
            any(word.endswith(_HANGS) for word in words)
            or BASE.search(name)
            or BENDS.search(name)
            or bent(name)
            or _ANOTHER.search(name)
        ):
            continue
        return replaced(laid, [(start, end, "")])
    return laid
