"""Of what an amount is told: `회의를 5회 더 개최하여`, `과제 3개를 추가 발굴`: what is done so often is not what the indicator counts.

An amount belongs to the series when nothing else is said, or when its object is the indicator, its results or its target.
"""

import re
from decimal import Decimal

from uigwe.formulas.tree import Node, Number, Past, Years, walk
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.piece import Piece
from uigwe.reasons.tokens import Token

# What is counted one by one; money, points, time and shares are measured.
_COUNTED = frozenset(
    ["건", "회", "개", "명", "인", "개사", "개소", "곳", "개교", "개국", "개관", "기관", "가구", "대", "종", "편", "과제", "기업", "차례"]
)  # fmt: skip
# A noun that is the series itself, or a number of something.
_SERIES = pattern_of(
    r"(?:실적|목표|목표치|수치|지표|점수|건수|횟수|인원|인원수|개수|물량|규모|대상자|수준|값|실적치|[가-힣]수|신규|추가|총|약|평균|각|연|월|최소|최대|이상|누적|순)$"
)
_OBJECT = pattern_of(r"^([가-힣]{2,10}?)(?:을|를)?$")
_NO_OBJECT = pattern_of(
    r"(?:에서|에|로|으로|의|와|과|보다|대비|도|은|는|이|가|하여|해|및|중|한|된|인|할|될|하는|되는|따라|위해)$"
)
_MORE = r"(?:을|를|씩)?(?:더|추가로|추가|신규로|별도로|새로|새롭게|이상)*"
_ACT = (
    "개최|실시|진행|운영|추진|발굴|지원|투입|배치|채용|충원|증원|확보|설치|조성|건립|구축|개설|신설|편성|초청|방문|파견|제작|배포|게재|"
    "발송|구입|도입|선정|지정|체결|수행|시행|모집|양성|육성|점검|공급|유치"
)
# What is done, and that is all that is said: it is no target, but the way to it.
_DONE = pattern_of(
    rf"^{_MORE}(?:{_ACT})(?:(?:하여|해서|해|하고|하며|함으로써|함|하였음|할계획|할예정)|(?=[,.)(]|$|을?통해|으?로))"
)
_CHANGED = pattern_of(rf"^{_MORE}(?:늘려|늘리고|늘림|줄여|줄이고|줄임|확대하여|확대|증대하여|축소하여|증편하여)")
_AS_TARGET = pattern_of(r"^[^.,]*(?:설정|산정|산출|정함|정한|책정|잡|결정|반영|목표(?:로|치|값))")
_BEHIND = pattern_of(rf"^(?:의)?([가-힣]{{2,8}}?)(?:을|를)(?={_MORE}(?:{_ACT}))")


def of_another_object(text: str, tokens: list[Token], piece: Piece) -> str:
    """The noun of which a step is told, when it is not what is counted."""
    if piece.amount is None or piece.amount.unit not in _COUNTED:
        return ""
    before = next(
        (one for one in reversed(tokens) if one.end + len(one.tail) <= piece.start and one.kind != "blank"), None
    )
    rest = text[piece.end :]
    noun, said = _noun_before(before), rest
    if not noun and (found := _BEHIND.match(rest)):
        noun, said = found[1], rest[found.end() :]
    if not noun or _SERIES.search(noun) or _is_counted(text[: piece.start], noun):
        return ""
    acted = _DONE.match(said)
    if acted and not (
        _AS_TARGET.match(said[acted.end() :]) and not acted[0].endswith(("여", "해", "고", "며", "써", "서"))
    ):
        return noun
    changed = _CHANGED.match(said)
    return noun if changed and not _AS_TARGET.match(said[changed.end() :]) else ""


def _noun_before(before: Token | None) -> str:
    if before is None or before.kind != "other":
        return ""
    found = _OBJECT.match(before.text)
    return found[1] if found and not _NO_OBJECT.search(before.text) else ""


def _is_counted(said: str, noun: str) -> bool:
    """`간담회 횟수는 …, 간담회를 5회 더`: the reason says that it is what the indicator counts."""
    return bool(re.search(rf"{re.escape(noun)}(?:[가-힣]{{0,6}}(?:수|횟수|건수|실적|인원|목표)|:)", said))


# Whose results, and results of what, are none of the indicator's.
_PAST = r"(?:전년도?|전전년도?|작년|지난해|직전|최근|과거|’\d{2}년|20\d{2}년)"
_FOREIGN = r"(?:예산|사업비|인건비|재원|인력|정원|현원|인구|물가|단가|채용)(?:액|안|규모|현액|수|값)?"
_OF_OTHERS = pattern_of(
    rf"(?:타(?=기관|부처|지역|시도|사업|지자체|국)|다른|경쟁|유사|동종|인근|해외|외국|선진|민간|비교|이웃|동급|업계|회원국|주요국|전국|OECD|EU)"
    rf"(?:(?:기관|부처|지역|시도|사업|지자체|국가?|기업|업체|업종|대상|단체|도시|주요국|선진국|회원국|평균)(?:들)?)*(?:의)?{_PAST}(?![^,.()]{{0,16}}(?:증가|성장|상승)률\d)"
)
_OTHER_BASE = pattern_of(
    rf"{_PAST}(?:\d{{1,2}}개?년(?:도|간)?)?(?:\([^()]*\))?(?:의|간)?{_FOREIGN}(?:실적)?(?:의|보다|대비|에서|에(?!도|따|맞|비해|의존)|과의?|와의?|증가율(?:을|를)?(?:적용|곱|그대로)|평균|기준|수준|[을를](?=\d|곱|더|섞|평균|다시)|간|[)]|\d)"
    rf"|{_PAST}(?:[상하]반기|\d/?4?분기)(?:실적|평균|누계)"
    rf"|{_PAST}(?:의)?(?:사업|실적|당초)?(?:계획|추정|예상|전망)(?:실적|치|값|량|물량)?(?:의\d|보다|대비|에서)"
    r"|(?<!1)(?:1[01]|[1-9])월(?:말|\d{1,2}일)?(?:까지|현재|말)(?:의)?(?:누적|누계|현재|집계)?(?:실적|건수|누계)(?:치|값)?(?:의\d|보다|대비|에서)"
    rf"|(?:{_FOREIGN}|사업량)에(?:도)?(?:동일한?|같은|이|그|위|해당)?(?:증가율|비율|상승률|성장률)(?:을|를)?(?:적용|반영|곱)"
)
_OTHER_STEP = pattern_of(
    rf"{_FOREIGN}(?:을|를)(?:전년(?:도)?(?:대비|보다))?(?P<figure>{NUMERAL})%p?(?:를|을|씩|만큼)?(?:더|추가로?)?(?:상향|하향|증가|감소|확대|축소|감축|증액|감액|증원|절감|늘|줄|높|낮|올)"
)


def of_another_step(text: str, node: Node) -> str:
    """`전년 대비 예산을 5% 증액`: by how much something else changes is taken for the step."""
    taken = {part.value for part in walk(node) if isinstance(part, Number)}
    for found in _OTHER_STEP.finditer(text):
        printed = len(re.findall(rf"(?<![\d.,]){re.escape(found['figure'])}(?![\d.])", text))
        if printed == 1 and Decimal(found["figure"].replace(",", "")) in taken:
            return found[0]
    return ""


def of_another_base(text: str, node: Node) -> str:
    """`타 기관의 전년 실적`, `전년 예산 대비`: the words by which what is taken from the table is a result of something else."""
    if not any(isinstance(part, Past | Years) for part in walk(node)):
        return ""
    found = _OF_OTHERS.search(text) or _OTHER_BASE.search(text)
    return found[0] if found else ""
