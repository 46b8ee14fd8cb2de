"""What an indicator counts, told from its name, unit and formula: own acts, outputs, outcomes."""

import re

from uigwe.audit.words.names import without_brackets
from uigwe.reasons.patterns import pattern_of

_ACT = pattern_of(
    r"(?:대책|개정안|제정안|법안|법령|시행령|계획|방안|전략|지침|기준|제도|과제|후보\S{0,4}|규정)\s*\S{0,6}\s*"
    r"(?:마련|발의|수립|제정|개정|시행|발표|선정|도입|제출)"
)
OUTCOME = "결과"
QUANTITATIVE = "정량"
_ACT_DONE = pattern_of(
    r"(?P<what>[가-힣]{2,}(?:\s?[·‧]\s?[가-힣]+)?)\s*(?P<act>마련|발의|수립|제정|개정|시행|발표|선정|도입|제출)\s*(?:건?수|횟수|여부|실적)?$"
)
# Steps by which an act is done under another name.
_DONE_BY = {
    "마련": ("마련", "수립", "제정", "작성", "발표", "확정"),
    "발의": ("발의", "제출", "상정", "통과", "의결"),
    "수립": ("수립", "마련", "확정", "발표"),
    "제정": ("제정", "시행", "공포", "발의", "통과"),
    "개정": ("개정", "시행", "공포", "발의", "통과"),
    "시행": ("시행", "실시", "운영", "공포"),
    "발표": ("발표", "공표", "배포", "공개"),
    "선정": ("선정", "지정", "선발", "확정"),
    "도입": ("도입", "시행", "실시", "운영", "적용"),
    "제출": ("제출", "발의", "송부"),
}


def act_of(name: str) -> tuple[str, tuple[str, ...]] | None:
    """What an indicator of the ministry's own acts is about, and the words by which the act may stand among the milestones."""
    match = _ACT_DONE.search(without_brackets(name).strip())
    return (match["what"], _DONE_BY[match["act"]]) if match and is_own_act(name) else None


_MADE = pattern_of(
    r"(?P<what>대책|방안|전략|지침|개정안|제정안|법안)\s*(?:마련|수립|발표|발의|제출)\s*(?:건수|횟수|여부|수)?$"
)


def made_by(name: str) -> str:
    """The paper that an indicator of the ministry's own acts is about: `대책`, `개정안`; empty for any other indicator."""
    match = _MADE.search(without_brackets(name).strip())
    return match["what"] if match else ""


_OUTPUT = pattern_of(
    r"(?:지원|참여|교육|보급|지정|접수|처리|상담|수료|양성|배출|공급|구축|지급|집행|체결)\s?(?:기업|업체|점포|인원|자|생)?\s?(?:건수|개수|인원수|인원|수|실적|비율|률|율)$"
)
_DOING = pattern_of(r"(?:발굴|지원|교육|보급|지정|체결|점검|상담|컨설팅|홍보|개최)$")
_TIMES_DONE = frozenset(["건", "회", "개", "개사", "개소", "명"])
_OF_WHAT_FOLLOWED = pattern_of(r"만족|매출|고용|성공|생존|증가|향상|개선|정착|재취업|창출")


def is_output(name: str, unit: str = "") -> bool:
    """Whether an indicator counts what was done, spent or how many were served, and not what came of it."""
    bare = without_brackets(name)
    counted = _OUTPUT.search(bare) or (unit in _TIMES_DONE and _DOING.search(bare))
    return bool(counted) and not _OF_WHAT_FOLLOWED.search(bare)


def sets_target(text: str) -> str:
    """Where a formula or a source tells how the target was set, the words that do; empty otherwise."""
    match = re.search(r"(?:성과\s?)?목표(?:치|값)?(?:로|를|을)?\s?(?:설정|산정)", text)
    return match[0] if match else ""


def is_own_act(name: str) -> bool:
    """Whether the indicator counts what the ministry itself does: measures drawn up, bills brought in, plans announced."""
    return bool(_ACT.search(name)) and not re.search(r"[/÷]", name)
