"""What the name of an indicator says of how it is measured (a span of years, a mean, so much money) and what its formula leaves out."""

import re
from itertools import pairwise

from uigwe.audit.words.names import squeezed
from uigwe.reasons.patterns import pattern_of

_SPAN = pattern_of(
    r"(?P<span>\d{1,2}\s?(?:년|개월))\s?(?:차|이상|간)?\s?(?:생존|유지|고용\s?유지|근속|정착|계속|재직|존속|보존|활착)[가-힣]{0,4}(?:율|률|비율|비중)"
)
_ANY_SPAN = pattern_of(r"\d{1,2}\s?(?:년|개월)(?!도)")
_MEAN = pattern_of(r"(?P<mean>(?:월|연|일|주|분기|하루)\s?평균)")
_PER = pattern_of(r"(?P<what>[가-힣]{2,8}?)\s?\d+[십백천만억조]*\s?원\s?당")
_DIVIDES = pattern_of(r"[/÷]|평균|나눈|대비")


def untold(name: str, formula: str, beside: str = "") -> tuple[str, str] | None:
    """What the name says and the formula does not: its kind (`span`, `mean`, `per`) and the words; None where nothing is left out.

    `beside`: what else is said of the measuring, such as the source.
    """
    told = f"{formula} {beside}"
    if (match := _SPAN.search(name)) and not _ANY_SPAN.search(told):
        return "span", match["span"]
    if (match := _MEAN.search(name)) and not _DIVIDES.search(told):
        return "mean", match["mean"]
    match = _PER.search(name)
    if match and _DIVIDES.search(formula) and squeezed(match["what"]) not in squeezed(told):
        return "per", match["what"]
    return None


_BY_TARGET = pattern_of(
    r"[/÷]\s?[(\[{]*\s?(?P<whole>[가-힣· ]{0,20}?목표(?:치|값|량|수|액|건수|인원)?)(?=[\s()\[\]{}×xX*ⅹ]|$)"
)
_ATTAINED = pattern_of(r"달성|목표|이행|진도|집행")


def divided_by_target(name: str, formula: str) -> str:
    """The office's own target that a formula divides by, where the name speaks of no attainment: `할당 수 / 할당 목표`; empty otherwise."""
    match = _BY_TARGET.search(formula)
    return match["whole"].strip() if match and not _ATTAINED.search(name) else ""


_MARK = r"(?:[가-힣·]+\s?){0,2}?(?:만족도|체감도|인지도|인식도|점수|평점)"
_TWO_MARKS = pattern_of(
    rf"(?P<one>{_MARK})\s?(?:및|[와과]|,|·|[+＋])\s?(?P<other>{_MARK})(?P<more>\s?등)?(?=\s|$|을|를|의|조사|[)(,.])"
)
_JOINED = pattern_of(r"평균|가중|합산|합계|[+＋×÷/%]|\d\s?점|각각|중\s|배점|종합\s?지수|PCSI")


def marks_joined(formula: str) -> tuple[str, str] | None:
    """Two marks that a formula makes one of without saying how: `사업 만족도 및 과제 만족도 등 조사`."""
    match = _TWO_MARKS.search(formula)
    if match is None or _JOINED.search(formula) or squeezed(match["one"]) == squeezed(match["other"]):
        return None
    return match["one"].strip(), match["other"].strip()


_SCALE = pattern_of(r"(?P<points>\d{1,2})\s?점\s?척도")
_TURNED = pattern_of(r"환산")
_RULE = pattern_of(r"[×xX*÷/=＝]|\d\s?배|나누|곱하|\d\s?점씩|\d\s?점\s?[:：→]|[-−–]\s?1|=|부여")


def converted_unsaid(formula: str) -> str:
    """The points of a scale that a formula turns into another one without saying by which rule; empty otherwise."""
    match = _SCALE.search(formula)
    return match["points"] if match and _TURNED.search(formula) and not _RULE.search(formula) else ""


_CLASSES = pattern_of(
    r"\(\s?(?P<of>[가-힣 ]{0,12}(?:수준|등급|단계|유형|구분))\s?[:：]\s?(?P<list>[^()]*,[^()]*)\)\s*$"
)
_CHOSEN = pattern_of(r"이상|이하|까지|해당|포함|인\s|이면|중에서|만\s|합계|[+＋]")


def classes_unchosen(formula: str) -> str:
    """The classes that a formula lists without saying which of them count: `활성화 시장 비율(수준 : 활발-A,B, 보통-C)`; empty otherwise."""
    match = _CLASSES.search(formula)
    return match["list"].strip() if match and not _CHOSEN.search(formula) else ""


_RECKONED = pattern_of(r"[/÷×∑Σ+=*]|합계|평균|비율|대비|\d")
_SAME_END, _LEAST_OF_NAME, _LEAST_OF_FORMULA = 5, 2, 5


def narrower(name: str, formula: str) -> str:
    """Whom alone a formula counts that ends as the name does and begins otherwise: `지역 일자리 창출 수`, `혁신센터 일자리 창출 수`."""
    one, other = squeezed(name), squeezed(formula)
    shared = next((at for at in range(1, min(len(one), len(other)) + 1) if one[-at] != other[-at]), 0) - 1
    mine, theirs = one[: len(one) - shared], other[: len(other) - shared]
    if shared < _SAME_END or len(mine) < _LEAST_OF_NAME or len(theirs) < _LEAST_OF_FORMULA or _RECKONED.search(formula):
        return ""
    pairs = {first + second for first, second in pairwise(mine)}
    return "" if any(pair in theirs for pair in pairs) else theirs


_CHOSEN_FOR = pattern_of(
    r"(?P<what>[가-힣]{2,8}?)(?:이|가|을|를)?\s?(?P<least>\d+(?:\.\d+)?\s?%)\s?(?:이상|넘게|초과)?\s?(?P<way>증가|성장|향상|감소|개선)한?\s?"
    r"(?:한|된)?\s?(?:기업|업체|농가|점포|기관|사업자|곳)(?:들)?[을를만]\s?(?:대상으로\s?)?(?:선정|선발|선별|지원|뽑)"
)


def chosen_for(name: str, told: str) -> tuple[str, str] | None:
    """What firms are chosen for, where the indicator measures the same of them: `매출액 20% 이상 증가한 기업을 선정`, `선정 기업 매출액 증가율`."""
    match = _CHOSEN_FOR.search(told)
    bare = squeezed(name)
    if match is None or squeezed(match["what"]) not in bare or f"{match['way']}율" not in bare.replace("률", "율"):
        return None
    return match[0].strip(), match["least"]


_GROUP = pattern_of(
    r"^(?P<group>[가-힣A-Za-z·‧ ]{0,20}?\s?(?:평가|지정|인증|선정|등록|의무|관리|적용)\s?대상\s?"
    r"(?:기업|기관|업체|학교|농가|점포|지자체|사업장|시설))\s(?P<rest>\S.*)"
)


def group_untold(name: str, told: str) -> str:
    """Of whom the name counts a part, where nothing that is said of the measuring speaks of them: `평가 대상 기업 참여 수`."""
    match = _GROUP.search(name)
    if match is None or "대상" in told:
        return ""
    words = [word for word in re.split(r"[\s·‧]", match["group"].partition("대상")[0]) if len(word) > 1]
    bare = squeezed(told)
    return "" if any(squeezed(word) in bare for word in words) else match["group"].strip()
