"""So many times, so much of or so much above what is printed of somebody else: `전국 평균 가입률 38.0%의 1.1배`, `금융권 성공률 53.6%에 5%p를 가산`.

Two figures, and nothing of the table: the words before the first say whose it is, those behind it what is done with it.
"""

import re
from decimal import Decimal

from uigwe.formulas.tree import Node, Suffix
from uigwe.reasons.account import bent
from uigwe.reasons.build import grown, infix, number, signed
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.made import Made
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.tokens import Token

_F = r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT = r"%|점|건|명|회|개소|개사|개|일|시간|분|만원|억원|톤|천명|만명"
_WHOSE = (
    r"전국|OECD|EU|선진국|주요국|회원국|통계청|유사|동종|동일업종|업계|업종|타(?:기관|부처|시·?도|지자체|지역)|다른(?:기관|부처)|민간|금융권|은행권|법정|법령|국내|"
    r"세계|국제|공공기관|대기업|중소기업|일반기업|전체기업|전산업|광역|기초지자체"
)
_WHEN = pattern_of(r"\(’?\d{2,4}년?(?:[~-]’?\d{2,4}년?)?(?:누적|기준|말|평균)?\)|\d{1,2}년(?=생존율|유지율|고용)")
_FOUND = pattern_of(
    rf"^(?P<label>[^\d]*?(?:{_WHOSE})[^\d]*?)\(?(?P<base>{_F})(?P<unit>{_UNIT})\)?"
    rf"(?:의(?P<times>{_F})배|의(?P<share>{_F})%(?!p)|(?P<from>보다|대비|에|에서)(?P<by>{_F})(?P<step>%p|{_UNIT})(?:를|을|만큼)?(?P<verb>[가-힣]+?)(?=값|수준|점수|적극|도전|목표|설정|정|으로|함|하여|$))"
    r"(?P<tail>.*)$"
)
_MORE = pattern_of(r"^(?:더|가산|높|상향|올|추가|늘|많|증가|향상|웃도|상회)")
_LESS = pattern_of(r"^(?:빼|뺀|낮|하향|내|차감|줄|적|감소|밑도)")
_TAIL = pattern_of(
    r"^(?:에해당하는|에달하는|만큼의)?(?:수준|값|점수|치|인원|건수)?(?:을|를|으로|로|까지)?(?:하여|한값으로|하고)?(?:적극적으로|도전적으로|의욕적으로)?"
    r"(?:올해|신규|최초)?(?:목표(?:치|값|수준)?(?:를|로|을|으로)?)?(?:설정|정함|정하였음|함|하였음|산정|책정|제시|부여|끌어올림|높임|달성|잡음|삼음)?(?:함|하였음|한다|하고자함)?"
    r"(?:하되,?[^\d.]*(?:감안|고려)(?:함|하였음)?)?[.]?$"
)
_OWN = pattern_of(r"전년|작년|지난해|최근|직전|당해|우리|자체실적|목표|격차|차이|예산|인력")
_NEAR = (Decimal("0.4"), Decimal("2.5"))


def of_others(laid: Laid, tokens: list[Token], known: Known) -> Made | None:
    """The target that is so many times, so much of or so much above the figure of others."""
    found = _FOUND.match(_WHEN.sub("", laid.text))
    if (
        found is None
        or _OWN.search(found["label"])
        or bent(found["label"].replace("하한", ""))
        or not _TAIL.match(found["tail"])
    ):
        return None
    base = number(_value(found["base"]))
    node: Node | None
    if found["times"]:
        node = infix(base, "*", number(_value(found["times"])))
    elif found["share"]:
        node = infix(base, "*", number(_value(found["share"]), Suffix.RATIO))
    else:
        node = _stepped(found, base)
    value = known.value(node) if node is not None else None
    if node is None or value is None or not _plausible(value, found["unit"] == "%", known):
        return None
    return Made(node)


def _value(figure: str) -> Decimal:
    return Decimal(figure.replace(",", ""))


def _stepped(found: re.Match[str], base: Node) -> Node | None:
    """So much above or below it; a per cent of a per cent is left open."""
    sign = 1 if _MORE.match(found["verb"]) else -1 if _LESS.match(found["verb"]) else 0
    unit, step = found["unit"], found["step"]
    if not sign or ((unit == "%") != (step == "%p") and step != "%") or (unit == "%" and step == "%"):
        return None
    by = _value(found["by"])
    if step == "%":
        return grown(base, sign, number(by, Suffix.RATIO))
    return signed(base, sign, number(by)) if step in ("%p", unit) else None


def _plausible(value: Decimal, percent: bool, known: Known) -> bool:
    """Whether it can be the indicator's, as far as its results show."""
    past = [abs(cell.value) for cell in known.actuals.values() if cell.value]
    if percent and (value > 100 or (known.unit and not known.percent)):
        return False
    return not past or min(past) * _NEAR[0] <= value <= max(past) * _NEAR[1]
