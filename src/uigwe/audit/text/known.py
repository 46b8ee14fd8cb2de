"""Words that are wrong in any document: misspellings of office prose, and rates with the wrong ending. No counting is needed to know them.

This module is the list of such words; each stands with what is right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uigwe.reasons.patterns import pattern_of

# No right word contains one of these.
_ALWAYS = {
    # Foreign words and names.
    "NVIDA": "NVIDIA",
    "Goolge": "Google",
    "Linkdin": "LinkedIn",
    "Microsft": "Microsoft",
    "메뉴얼": "매뉴얼",
    "패스티벌": "페스티벌",
    "패스티발": "페스티벌",
    "페스티발": "페스티벌",
    "네크워크": "네트워크",
    "컨텐츠": "콘텐츠",
    "플렛폼": "플랫폼",
    "플래폼": "플랫폼",
    "워크샵": "워크숍",
    "워크샾": "워크숍",
    "심포지움": "심포지엄",
    "리더쉽": "리더십",
    "파트너쉽": "파트너십",
    "멤버쉽": "멤버십",
    "인턴쉽": "인턴십",
    "스폰서쉽": "스폰서십",
    "프리젠테이션": "프레젠테이션",
    "벤쳐": "벤처",
    "바우쳐": "바우처",
    "컨설텅": "컨설팅",
    "마켓팅": "마케팅",
    "켐페인": "캠페인",
    "캠폐인": "캠페인",
    "인센티부": "인센티브",
    "메세지": "메시지",
    "싸이트": "사이트",
    "로얄티": "로열티",
    "앙케이트": "앙케트",
    "악세서리": "액세서리",
    "코디네이타": "코디네이터",
    "시뮬레이숀": "시뮬레이션",
    "클러스트화": "클러스터화",
    "원스탑": "원스톱",
    "포터존": "포토존",
    # Words of the language.
    "도적적인": "도전적인",
    "도적적으로": "도전적으로",
    "촛점": "초점",
    "댓가": "대가",
    "몇일": "며칠",
    "뒤쳐지": "뒤처지",
    "요컨데": "요컨대",
    "예컨데": "예컨대",
    "일일히": "일일이",
    "꾸준이": "꾸준히",
    "틈틈히": "틈틈이",
    "긴밀이": "긴밀히",
    "면밀이": "면밀히",
    "오랫만": "오랜만",
    "희안한": "희한한",
    "어의없": "어이없",
    "통채로": "통째로",
    "불구하구": "불구하고",
    "백분률": "백분율",
    "스스르": "스스로",
    "생상성": "생산성",
    "새벽녁": "새벽녘",
    "해질녁": "해질녘",
    "동틀녁": "동틀녘",
    "황금녁": "황금녘",
}
# These are wrong between such words only.
_BETWEEN = (
    (r"(?<=협약)채결|(?<=협약 )채결|(?<=계약)채결|(?<=계약 )채결|(?<=협정 )채결|채결(?=\s?(?:건수|실적|식))", "체결"),
    (r"(?<=재정[·‧․･,])세재|세재(?=\s?(?:지원|혜택|개편|감면|당국))", "세제"),
    (r"(?<=정부의 )제정(?=\s?(?:사업|지원|투자|여건|부담))|제정(?=\s?(?:건전성|투입|자립도|집행률|여건))", "재정"),
    (r"(?<=일본 )도교(?![가-힣])", "도쿄"),
    (r"(?<=\d)총(?=\s?(?:패키지|세트))", "종"),
    (r"(?<![가-힣])역활(?![동성])", "역할"),
    # `감시를 강화와 조정 확산을 통해`: a noun that `와` joins takes no object.
    (
        r"(?<=[가-힣]{2})[을를](?= (?:강화|확대|확산|개선|제고|촉진|구축|육성|발굴|도입|확보)[와과] (?!같|함께|더불어|달리|관련|동시))",
        "",
    ),
    (r"(?<=성과)가(?= 창출하)|(?<=효과)가(?= 창출하)|(?<=일자리)가(?= 창출하)|(?<=부가가치)가(?= 창출하)", "를"),
    (r"결제(?=를? ?(?:상신|올린|올려))", "결재"),
    (r"(?<=업무 )재휴|재휴(?=\s?(?:기관|협약))", "제휴"),
)
# `경제가 더욱 성장시키기 위한`: what is made to do something is an object, where no other stands before it.
_SUBJECT_MADE = pattern_of(
    r"(?<![가-힣])(?P<stem>[가-힣]{2,11}(?P<before>[가-힣]))(?P<particle>(?<![국평문추물단부증참작휴별])가|(?<![린높길깊넓])이)"
    r"(?= (?:(?:더욱|더|한층|보다|크게|빠르게|지속적으로|꾸준히) )?[가-힣]{2,4}시키(?:기 위|고자|려는))"
)
_OBJECT_BEFORE = pattern_of(r"[가-힣][을를] (?![^.,]*(?:고|며|여|서|면) )[^.,]{0,24}$")
# `100% 5%p보다 상향`: what is compared with stands without its particle, and the step with it.
_STEP_COMPARED = pattern_of(r"(?P<base>\d[\d,.]*%) (?P<step>\d+(?:\.\d+)?%p)보다(?=\s?(?:상향|하향|높|낮|증가|감소))")
_WRONG = pattern_of("|".join(re.escape(word) for word in sorted(_ALWAYS, key=len, reverse=True)))
_CONTEXTS = tuple((pattern_of(pattern), right) for pattern, right in _BETWEEN)
# `률` stands behind a consonant, `율` behind a vowel and behind ㄴ. Words of two syllables, and 자율, 법률, 효율 in longer ones, follow it too.
_RATE = pattern_of(r"(?<![가-힣])[가-힣]{2,11}[율률](?=[^가-힣]|[을를은는이가의과와도만로]|인\s|에\s|$)")
_WORD = pattern_of(r"[가-힣]+")
# `를` and `와` stand behind a vowel; no word of offices ends in them otherwise.
_PARTICLE = pattern_of(r"(?<![가-힣])(?P<stem>[가-힣]{1,11}(?P<before>[가-힣]))(?P<particle>[를와])(?![가-힣])")
_BEHIND_CONSONANT = {"를": "을", "와": "과"}
# How a figure is read decides what stands behind it: 2, 4, 5 and 9 end in a vowel, 1, 7 and 8 in ㄹ. `3가`, `2과`, `3로` may be
# streets and divisions: of these particles only such are read as stand before what is done with a figure.
_DONE_WITH = (
    r"\s?(?:설정|상향|하향|조정|확대|축소|증가|감소|산출|나타|변경|책정|집계|추정|환산|목표|상승|하락|개선|늘|줄)"
)
_BEHIND_FIGURE = pattern_of(
    rf"(?<![\w.,‘’'`])(?P<figure>\d[\d,]*(?:\.\d+)?)(?:(?P<particle>[은는을를])(?=[\s,.)]|$)|(?P<by>으로|로)(?={_DONE_WITH}))"
)
_IN_VOWEL, _IN_L = "2459", "178"
_PAIRS = ({"은": "는", "을": "를"}, {"는": "은", "를": "을"})
_FINALS, _FIRST, _FINAL_N = 28, ord("가"), 4


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong word: where it begins in the text, the whole word around it, and how that should read."""

    start: int
    word: str
    right: str
    is_rate: bool = False


def known_slips(text: str) -> Iterator[Wrong]:
    """The wrong words of a text: `메뉴얼`, `협약 채결`, `성공율`."""
    for match in _WRONG.finditer(text):
        yield _around(text, match.start(), match.end(), _ALWAYS[match[0]])
    for pattern, right in _CONTEXTS:
        for match in pattern.finditer(text):
            yield _around(text, match.start(), match.end(), right)
    for match in _PARTICLE.finditer(text):
        if (ord(match["before"]) - _FIRST) % _FINALS:
            yield Wrong(match.start(), match[0], match["stem"] + _BEHIND_CONSONANT[match["particle"]])
    for match in _BEHIND_FIGURE.finditer(text):
        printed = match["particle"] or match["by"]
        right = particle_behind(match["figure"], printed)
        if right != printed:
            yield Wrong(match.start(), match[0], match["figure"] + right)
    for match in _SUBJECT_MADE.finditer(text):
        if not _OBJECT_BEFORE.search(text[max(0, match.start() - 28) : match.start()]):
            ends = (ord(match["before"]) - _FIRST) % _FINALS
            yield Wrong(match.start(), match[0], match["stem"] + ("을" if ends else "를"))
    for match in _STEP_COMPARED.finditer(text):
        yield Wrong(match.start(), match[0], f"{match['base']}보다 {match['step']}")
    for match in _RATE.finditer(text):
        due = rate_ending(match[0][-2])
        if match[0][-1] != due:
            yield Wrong(match.start(), match[0], match[0][:-1] + due, is_rate=True)


def particle_behind(figure: str, particle: str) -> str:
    """The particle as it stands behind a figure that is read aloud: `14.7로`, `3으로`, `92를`."""
    last = figure[-1]
    if particle in ("으로", "로"):
        return "로" if last in _IN_VOWEL + _IN_L else "으로"
    return _PAIRS[last not in _IN_VOWEL].get(particle, particle)


def rate_ending(before: str) -> str:
    """How a rate ends behind this syllable: `성공률`, `비율`, `환율`."""
    return "율" if (ord(before) - _FIRST) % _FINALS in (0, _FINAL_N) else "률"


def _around(text: str, start: int, end: int, right: str) -> Wrong:
    """The word in which a slip stands, and the same word with the right letters."""
    for word in _WORD.finditer(text, max(0, text.rfind(" ", 0, start))):
        if word.start() <= start < word.end():
            return Wrong(word.start(), word[0], text[word.start() : start] + right + text[end : word.end()])
    return Wrong(start, text[start:end], right)
