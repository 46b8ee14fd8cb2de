"""Words that stand for a figure and have no part in a reading: `세 개 센터`, `격월`, `특별전형 별도`, `신규 물량 반영`.

A product is whole only with every number of things told in words and with how often each comes in a year; a sum only when every part of it
has its figure. A reading of such a reason that leaves them out is none.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, walk
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of

TELLING = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12,
    "열다섯": 15, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50,
}  # fmt: skip
_COUNTERS = "개|곳|군데|명|달|팀|(?<= )대|반|센터|기관|지역|학교|업체|과정|분기|지사|지부|권역"
TOLD = pattern_of(
    rf"(?<![가-힣])(?P<word>{'|'.join(sorted(TELLING, key=len, reverse=True))}) ?(?P<unit>{_COUNTERS})(?!년|도|비|상|책|응|별|지(?!역|사|부))"
)
# What is counted so that is no part of a product: years, values, things compared.
_NO_PARTS = pattern_of(
    r" ?(?:연도|년|해|회계연도|값|수치|지표|항목|요소|변수|실적|목표|사업연도|방식|방법|기준|자료|차례의|수의|평균|달(?= )|이상|중)"
)
_FIGURE = r"(?:[가-힣]{2,6} )?(?:약 )?\d[\d,.]*[십백천만억]*"
_HOW_OFTEN: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (pattern_of(rf"(?:격월(?:마다|로|에|간격으로)?|(?:두 ?달|(?<![\d.])2개월)(?:마다|에|간격으로)) {_FIGURE}"), (6, 2)),
    (pattern_of(rf"격주(?:마다|로|에|간격으로)? {_FIGURE}"), (26, 24, 25, 2)),
    (pattern_of(rf"(?:반기마다|매반기|반기별로|반기당) {_FIGURE}"), (2, 1)),
    (pattern_of(rf"(?:분기마다|매분기) {_FIGURE}"), (4, 1, 2, 3)),
    (pattern_of(rf"(?:달마다|월마다|다달이) {_FIGURE}"), (12, 6, 10, 11, 9, 8, 5, 4, 3)),
)
_PART = r"[가-힣·]{2,12}(?: [가-힣·]{1,8}){0,2}"
_OPEN_PART = pattern_of(
    rf"(?:[,·] ?|(?:와|과|및) ){_PART} (?:별도|미정|추후 ?(?:확정|결정|산정)|미확정|추가 ?예정)(?=(?:의|을|를)? ?(?:[),]|$|합|총))"
)
_WITHOUT_FIGURE = pattern_of(
    r"(?:^|[ ,])(?:신규|추가|이월|증원|증설|잔여|기타|별도)(?: ?[가-힣]{2,6}){0,2} ?(?<!순)"
    r"(?:물량|분|인원|건수|개소수|대수|인원수|회원수)(?:을|를|도|까지)? ?"
    r"(?:반영|가산|추가|더하|더한|더함|합산|합하|합한|합쳐|포함)"
)
# So often in a part of the year, which is not all of it.
_IN_PART = pattern_of(
    r"(?:(?P<half>[상하])반기|[1-4](?:[~-][1-4])?(?:/4)?분기)(?:에는|에)? ?(?:매월|월|매분기|분기당|분기별로?|분기마다) ?(?:[가-힣]{2,6} )?\d"
)
_WHOLE_YEAR = frozenset([Decimal(12), Decimal(4)])
# What is put on top with its figure: `신규 구매 100대 반영`.
_ON_TOP = pattern_of(
    rf"(?:신규|추가|이월)(?: ?[가-힣]{{2,6}}){{0,2}} ?(?P<figure>{NUMERAL})(?![천만억\d])[가-힣]{{0,3}}(?:을|를)? ?(?:반영|가산|더함|더하|합산)"
)
_TOLD_BEFORE = pattern_of(
    r"\d[\d,.]*[가-힣]{0,3}(?:\([^()]*\))?(?:(?:의|인|만큼의|등|을|를) ?|(?:을|를) ?[가-힣]{1,4}[한인친뺀된] ?)?$"
)


def uncounted(laid: Laid, node: Node) -> str:
    """The first word that stands for a figure which the reading does not have."""
    return next(_missing(laid.spaced(), node), "")


def _missing(text: str, node: Node) -> Iterator[str]:
    parts = list(walk(node))
    figures = [part.value for part in parts if isinstance(part, Number)]
    if not any(isinstance(part, Infix) for part in parts):
        return
    taken = set(figures)
    for found in TOLD.finditer(text):
        count = TELLING[found["word"]]
        named = _NO_PARTS.match(text, found.end())
        if count > 1 and not named and Decimal(count) not in taken and count not in (len(figures), len(figures) - 1):
            yield found[0]
    for word, often in _HOW_OFTEN:
        if (lead := word.search(text)) and not taken & {Decimal(one) for one in often}:
            yield lead[0]
    part = _IN_PART.search(text)
    if part and taken & _WHOLE_YEAR and not taken & {Decimal(3), Decimal(6), Decimal(2)}:
        yield part[0]
    for top in _ON_TOP.finditer(text):
        if not any(one in taken for one in _worths(top["figure"])):
            yield top[0]
    if part := _OPEN_PART.search(text):
        yield part[0]
    part = _WITHOUT_FIGURE.search(text)
    if part and not _TOLD_BEFORE.search(text[: part.start()]):
        yield part[0]


def _worths(printed: str) -> tuple[Decimal, ...]:
    value = Decimal(printed.replace(",", ""))
    return value, value * 1000, value * 10000, value / 1000, value / 10000
