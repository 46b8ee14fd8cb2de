"""Parts that are added up, and a stock with what comes and goes.

`시행령 1건, 시행규칙 1건, 고시 1건 등 총 3건`, `인원의 합 (수도권 120, 중부권 95, …)`, `이월 13개소와 신규 45개소를 합쳐`;
`신규 120개소, 폐업 35개소를 전년 말 1,401개소에 더하고 빼어`, `기존 52,300명의 97%가 잔류하고 6,000명이 새로 들어온다고 가정`.
"""

from decimal import Decimal
from functools import lru_cache

from uigwe.formulas import Node
from uigwe.formulas.tree import Infix, Past, Suffix
from uigwe.reasons.build import infix, number
from uigwe.reasons.calculated.figures import NEAR, NEAREST, Told, figures_of, is_near, last_result
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.values import EXACT

_LONGEST = 260
_MOST = 8
_TOTAL = pattern_of(r"(?:총|합계|연간|모두|전체|합하여|합해|합쳐|합산하여|도합|계)(?:[가-힣]{0,4})?[:=]?$")
_ADDED = pattern_of(r"의합(?![의격동리계친])|합계|합산|더하|더한|더해|합쳐|합친|합하|합한|모두합|총합|총계")
_COMMON = (
    r"않|못|제외|다만|단,|경우|만약|또는|혹은|검토|당초|이내|이하|(?<!급)이상(?!기후)|미만|초과|절반|일부|나머지|추후|미정|협의|상한|하한"
    r"|한도|취소|보류|철회|가중|격차|아니|중복|고려|감안|참고|참작|대비|(?<!그)보다|타기관|업계|전국|밝혔|최대|최소|"
    r"평균|당(?=\d)|씩|각각\d|별도|치지|배로|목표(?:치)?대비|월평균|매월|분기"
)
_AGAINST_SUM = pattern_of(
    _COMMON
    + r"|(?:월|주|하루|매일|격월|격주)(?:약)?(?=\d)"
    + r"|어려|곤란|불가|보수적|빼|뺀|차감|공제|(?<![,(])중(?!부|앙|소)(?=[가-힣 ]*\d)|[×÷]|전년|작년|지난해|증가율"
)
_AGAINST_STOCK = pattern_of(
    _COMMON.replace("않|", "").replace("당(?=", "(?:개소|인|회)당(?=") + r"|[×÷]|증가율|상반기|하반기"
)


# What was not done in time comes on top.
_LEFT_OVER = pattern_of(r"(?:끝내|마치|완료하|마무리하|추진하|준공하|시행하)지못한|이와별도로|이와별개로")
_HEADED = pattern_of(r"(?:^|[.,]|[-o○ㅇ·◦▪])\(?[가-힣·]{2,10}(?::|\))")


_DATED = pattern_of(r"(’\d{2}|20\d{2})년(?:도|도에|에|에는)?(?=\d)")
_MANY = {"두": 2, "세": 3, "네": 4}
_SO_MANY = pattern_of(r"(?P<many>[두세네])(?:수|값|가지|건수|항목)")


@lru_cache(maxsize=512)
def in_sums(text: str, known: Known) -> Node | None:
    """What a reason comes to that adds its parts up."""
    text = _LEFT_OVER.sub("", text)
    if len(text) > _LONGEST or _AGAINST_SUM.search(text) or known.percent:
        return None
    figures = figures_of(text)
    figures = [one for one in figures if not (one.percent and _more(one, figures))]
    if not 2 <= len(figures) <= _MOST or len({one.unit for one in figures}) != 1:
        return None
    if figures[0].unit in ("%", "%p", "점", "년", "월", "배", "일"):
        return None
    totals = [one for one in figures if _TOTAL.search(one.before)]
    if not totals and len(figures) > 2 and sum(one.value for one in figures[:-1]) == figures[-1].value:
        totals = figures[-1:]
    parts = [one for one in figures if one not in totals]
    total = sum((one.value for one in parts), Decimal(0))
    if len(parts) < 2 or len(totals) > 1 or not (totals or _ADDED.search(text) or len(_HEADED.findall(text)) > 1):
        return None
    if (totals and totals[0].value != total) or len(set(_DATED.findall(text))) > 1:
        return None
    if (many := _SO_MANY.search(text)) and len(parts) != _MANY[many["many"]]:
        return None
    added = bool(_ADDED.search(text))
    if not is_near(total, known, bare=bool(totals) or added, within=NEAR if added else NEAREST):
        return None
    node: Node = number(parts[0].value)
    for one in parts[1:]:
        node = infix(node, "+", number(one.value))
    return node


def _more(rate: Told, figures: list[Told]) -> bool:
    """Whether a rate tells by how much one figure is more than another."""
    values = [one.value for one in figures if not one.percent]
    return any(EXACT.multiply(one, 100 + rate.value) == other * 100 for one in values for other in values)


# ── a stock ──

_STOCK = pattern_of(
    r"(?:기존|전년도?말?|작년말?|지난해말?|현재|보유|누적|누계|가입|등록)[가-힣()]{0,14}\(?(?:전년도?말|작년말|전년)?$"
)
_COMES = r"신규|새로|유입|들어|추가|가입(?!자)|편입|전입|입주|확충|도입|발굴|증설|지정"
_GOES = r"폐업|해지|탈퇴|이탈|퇴거|종료|졸업|말소|폐차|감소|퇴직|철거|폐지|취소|전출|만료|반납"
_STAYS = pattern_of(r"^(?:이|가|는|은)?(?:[가-힣]{0,6})?(?:잔류|유지|남|계속|재계약|갱신|이어|존속|재가입)")
_LEAVES = pattern_of(rf"^(?:이|가|는|은)?(?:[가-힣]{{0,6}})?(?:{_GOES})")
_COMES_SAID, _GOES_SAID = pattern_of(r"신규|새로|유입"), pattern_of(_GOES)
_IN, _OUT = (pattern_of(rf"(?:{one})[가-힣]{{0,10}}$") for one in (_COMES, _GOES))
_IN_BEHIND, _OUT_BEHIND = (pattern_of(rf"^(?:이|가|은|는|을|를)?[가-힣]{{0,4}}?(?:{one})") for one in (_COMES, _GOES))


@lru_cache(maxsize=512)
def in_stock(text: str, known: Known) -> Node | None:
    """What was there, with what comes and without what goes."""
    last = last_result(known)
    if (
        len(text) > _LONGEST
        or known.percent
        or not last
        or not known.has(known.year - 1)
        or _AGAINST_STOCK.search(text)
    ):
        return None
    figures = figures_of(text)
    stocks = [one for one in figures if one.value == last and _STOCK.search(one.before)]
    if len(stocks) != 1 or not 2 <= len(figures) <= _MOST:
        return None
    node: Node = Past(kind="last")
    rest = [one for one in figures if one is not stocks[0]]
    if len({one.unit for one in figures if not one.percent}) != 1:
        return None
    for one in sorted(rest, key=lambda one: not one.percent):
        changed = _changed(node, one)
        if changed is None or (one.percent and node != Past(kind="last")):
            return None
        node = changed
    if not _all_said(text, [one for one in rest if not one.percent]):
        return None
    return node if is_near(known.value(node), known) else None


def _all_said(text: str, moves: list[Told]) -> bool:
    """Whether what comes and what goes have their figures, if they are named."""
    kinds = {_changed(number(Decimal(0)), one) for one in moves}
    signs = {one.operator for one in kinds if isinstance(one, Infix)}
    told = (("+", _COMES_SAID), ("-", _GOES_SAID))
    return all(sign in signs or not pattern.search(text) for sign, pattern in told)


def _changed(node: Node, one: Told) -> Node | None:
    """A stock after one of what comes or goes; the words on both sides must agree."""
    if one.percent:
        if _STAYS.match(one.after):
            return infix(node, "*", number(one.value, Suffix.RATIO))
        if _LEAVES.match(one.after):
            return infix(node, "*", infix(number(Decimal(100), Suffix.RATIO), "-", number(one.value, Suffix.RATIO)))
        return None
    comes = bool(_IN.search(one.before)) or bool(_IN_BEHIND.match(one.after))
    goes = bool(_OUT.search(one.before)) or bool(_OUT_BEHIND.match(one.after))
    if _IN.search(one.before) or _OUT.search(one.before):
        comes, goes = bool(_IN.search(one.before)), bool(_OUT.search(one.before))
    if comes == goes:
        return None
    return infix(node, "+" if comes else "-", number(one.value))
