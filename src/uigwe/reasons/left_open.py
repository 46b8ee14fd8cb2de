"""Words anywhere in a reason that leave its target open, whichever way it was read.

A quantity that nobody names (`일정 비율`, `○%`), one that is settled later or by rules of which nobody says what they are
(`내부기준에 따름`, `추후 결정`), a condition (`예산이 확보되면`), a part of the year (`상반기에는 …`). Such words are none of the
calculation, but what they say is that it is not the whole of it: the value goes, wherever they stand.
"""

import re
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Past, walk
from uigwe.reasons.patterns import pattern_of


def _any(*patterns: str) -> re.Pattern[str]:
    return pattern_of("|".join(patterns))


# ── a quantity that nobody names ──

_CHANGE = (
    r"(?:증가|감소|상승|하락|성장|신장|인상|인하|향상|개선|단축|감축|절감|상향|하향|가산|차감|할증|할인|조정|보정|변동|확대|축소|적용)"
    r"(?:율|률|폭|분|량|치|점|액|계수|배율|배수|비율)"
)
_QUANTITY = rf"(?:{_CHANGE}|비율|배율|배수|비중|부분|물량|규모|금액|폭|수치|가중치|계수|인원|건수|점수|개수|량|퍼센트)"
# What follows a quantity that is used; a noun behind it would make another word of the two.
_USED = (
    r"(?=[을를만씩에의이가은는였로인와과선,.)(+×÷*/=-]|으로|까지|$|대비|보다|더|추가|가산|[상하]향|증가|감소|확대|축소|감축"
    r"|늘|줄|높|낮|올|내린|곱|반영|적용|차감|수준|정도|이상|많|적)"
)
_BY_OWN_RULES = (
    r"(?:내부|자체|별도|부처|기관)(?:의)?(?:기준|지침|규정|산식|모형)(?:에따른|에의한|상의?|으로정한|이정하는|이정한)"
)
_STEP = (
    r"(?:가산|추가|더[한하해함]|차감|상향|하향|증가|감소|확대|축소|감축|늘[리려린]|줄[이여인]|높[이여인]|낮[추춰춘])"
)
_UNNAMED = _any(
    rf"(?:일정(?:한)?|소정의?|(?<!누)적정(?:한)?|임의의?|합리적(?:인)?|정해진|{_BY_OWN_RULES})(?:의)?{_QUANTITY}{_USED}",
    r"일정[율률](?=[을를만씩에의로인(와과선-]|으로|수준|까지|나[은아]|커|작은|올|내[리려린]|늘[어리려]|줄|더|높|낮|많|적|[상하]향|증가|감소|가참|이상|$)|일정량(?=[을를만씩의+])|의수배(?=[를로의]|$)",
    r"(?:적정|일정|기준)(?:수준|비율)이상(?:을)?유지(?:를|을|하는것을)목표",
    r"(?<=의)(?:적정|적절한|일정)수준(?!이|에서|임)",
    rf"(?:적정|적절한|일정)수준(?:을|를|만큼|으로|에해당하는)?(?:처리|반영|향상|개선|(?:더|추가로)?{_STEP})",
    r"(?:조정|보정|가산|할증)(?:율|률|계수)(?:을|를)(?:곱|적용|반영)(?![^.]{0,6}\(\d)",
    r"(?:약간|소폭|다소|(?<!보)(?<!징)조금|상당폭|대폭|일부)(?:을|의|만큼|만)(?:물량)?(?:을)?(?:더|추가|가산|상향|하향|차감|반영|개소|\d)",
    r"약간추가|(?:실적|평균)(?:치|값)?에증가율[을를]?(?:적용|반영|곱)",
    r"(?:목표|기준|계획|예상|전망|해당)(?:증가율|상승률|성장률|상향률|비율|배율|배수)"
    r"(?=[을를만로인]|으로|수준|높|낮|상향|까지|이상|$)(?!(?:을|를|인|은|이|로)?\(?(?:약|연)?\d)"
    r"(?!(?:로|을|를)(?:설정|정함|정하였|정했|함|하였음|잡|삼음|삼았|제시))",
)
# A sign in the place of a figure: `○%`, `n%`, `OO건`, `+α`.
_BLANK = _any(
    r"(?<![A-Za-z0-9])(?:[○◯〇□◇_]{1,4}|[OoXx]{1,3}|[nNaαβγk])"
    r"(?:%|퍼센트|(?:건|명|점|배|회|개|개소|억원|일|시간)(?=[을를의에이가과와중씩,.)(+×÷-]|만큼|으로|이상|대비|더|추가|[상하]향|증가|감소|[늘줄높낮많적큰]|$))",
    r"[+±](?:α|알파)(?![가-힣A-Za-z0-9])",
    r"(?<![가-힣])몇(?:%|퍼센트|배|건|명|점|개)",
)

# ── what is settled later, or by something else ──

_RULES = (
    r"(?:기준|지침|산식|규정|방침|내규|결과|협의|고시|공고|심의|의결|산정식|모형|방식|재량|판단|계획|여건|상황|수요|사정|편성|배정|추이|동향)"
    r"(?:등)?(?:에|을|를)(?:따라|의해|의하여|근거하여|근거로)"
)
_SETTLED = r"(?:결정|확정|조정|변경|정함|(?<![책산설지선])정하|정해|정할|가감|탄력|수정|차등)"
_THEN = r"(?:추후|차후|사후에?|나중에|향후|연말에?|연중|(?:심의|협의|공고|공모|편성|확정)(?:후|이후|뒤))"
_IS_TOLD = r"(?:결정|확정|정함|정할|정하기로|고시|통보|공지|안내)(?=함|하기로|하기|할|될|됨|예정|한다|된다|하도록|하되|$|[.),])"
_FACTOR = r"(?:비율|수치|배율|배수|[가-힣]폭|계수|산식|물량|규모|[가-힣](?:율|률)|값|적용[가-힣]{1,4})(?:은|는)"
_WHOSE = r"(?:내부|자체|별도|부처|기관|추후|해당|관련|소관|지침|공고|심의)"
_LATER = _any(
    rf"{_THEN}[가-힣(),]{{0,12}}?{_IS_TOLD}",
    rf"{_RULES}[가-힣]{{0,10}}?{_SETTLED}",
    rf"{_FACTOR}[가-힣]{{0,12}}?{_WHOSE}[가-힣]{{0,8}}(?:따름|따른다|의함|준함|정함|정한다|결정함|확정함|준용함)",
    rf"구체적(?:인)?(?:적용)?{_QUANTITY}[은는을를]",
    r"(?:내부|자체|별도)(?:의)?(?:산정)?(?:기준|산식|지침|모형|방식|규정|방법)(?:에|으로|을)"
    r"(?:따라|따름|따른|의하여|의해|의한|적용|산정|산출|정하|정한|정함)",
    r"(?:변경|조정|수정)(?:될|할)수있|(?:변경|조정|수정)(?:이)?가능(?!성)|(?:변경|조정)(?:의)?(?:될|할)?여지(?:가)?있",
    r"[은는이가]미정(?:임|이며|이나|이므로|$|[.),])|비공개(?:비율|가중치|산식|기준)",
)

# ── a condition ──

_HAPPENS = (
    r"(?:확보|승인|편성|통과|배정|개정|의결|선정|체결|증원|증액|반영|지원|완료|제정|시행|충원|채택|도입|타결|재개|회복|허용|허가|종료"
    r"|종식|확정|발생|개최|달성|미달|초과|도달|개선|악화|감소|증가|하락|상승|인상|인하|삭감|축소|확대|지속|유지)"
)
_GOES_ON = "".join(f"(?<!{one}된다는)" for one in ("유지", "지속", "계속")) + "(?<!이어진다는)"
_PROVIDED = _any(
    rf"(?:^|[,.(]|하되|하며|으며)[^,.()\d]{{2,30}}{_GOES_ON}전제(?:로|하에|조건|임|함|이며|하여|하고)",
    rf"{_HAPPENS}(?:이|가)?(?:되|하|될|할|된|이루어지)?"
    r"(?:면(?![서적담허제])|(?:는|될|할|된|한)?경우(?!가|도(?:있|많|발생)|에도)|(?:될|할|하는|되는)?때에(?:만|한))",
    r"(?:확보|승인|편성|통과|배정|의결|충원|미달|초과|증액|증원)시(?:에는?)?(?=[에한만,.)]|추가|[상하]향|더|재?조정|\d+(?:\.\d+)?%|$)|경우에(?:한|만)|조건부로|조건하에|[을는]조건으로",
    r"(?<=[기관이에])한하여|(?:기관|지역|사업|과제|대상|경우|분야|기업|부처|연도)에(?:만|한해|한정|한함)",
    r"않으면(?!안|서)|없으면(?!안)|[못]하면(?!안)",
)
# A condition under which something else is expected to happen: `법이 시행되면 수요가 늘 것으로 예상됨`.
_EXPECTED = pattern_of(
    r"^[^.\d]*(?:예상|전망|우려|기대|가능성|경향|추세)(?:됨|함|되는상황임|되고있음|이있음|이큼|임|있음)?(?=[.)]|$)"
)
_AIMS = pattern_of(r"목표|설정|[상하]향|적용")

# ── a part of the year ──

_HALF = r"(?:상반기|하반기|(?<!\d)[1-4]/?4?분기)"
_IN_PART = _any(
    rf"^{_HALF}(?:목표|기준|:)|^{_HALF}(?:에는|에|중에?|동안|까지|의|내|말까지)(?![^.]*?(?:으나|지만|므로|감안|고려))",
    rf"(?:을|를)(?:[가-힣]{{1,12}}의)?(?:{_HALF}|잠정)(?:[가-힣]{{0,8}})목표(?:치|값)?(?:로|으로)",
    r"(?:분기|반기)(?:별)?평균(?:의\d|보다|대비|에서|을|를)",
    rf"{_HALF}(?:실적|물량|수요|분)?만(?:을)?(?:집계|반영|포함|적용|대상|인정|산정|운영|실시)|{_HALF}부터(?:적용|반영|산정|집계)",
    rf"\((?:{_HALF}(?:실적)?(?:기준|분|목표|만)?|(?:1[01]|[1-9])월말?(?:까지|현재)?(?:기준|실적|누계|까지)?|\d개월(?:분|기준))\)[.]?$",
)


def unnamed(text: str) -> str:
    """A quantity that nobody names, a blank, what is settled later, a part of the year; empty without any."""
    return next((found[0] for one in (_UNNAMED, _BLANK, _LATER, _IN_PART) if (found := one.search(text))), "")


def left_open(text: str) -> str:
    """The words that leave the target open, empty without any."""
    return unnamed(text) or next(
        (found[0] for found in _PROVIDED.finditer(text) if not _is_expected(text[found.end() :])), ""
    )


# What the whole of it hangs on, said in front or at the end, and a rate that only a bracket does not name.
_HANGS = (
    pattern_of(
        r"^[^.,()\d]{2,24}(?:(?:편성|확보|배정|승인|통과|개정|증액|교부|선정)[가-힣]{0,3}(?:을|를)전제로(?!서)|확보되면|통과되면|[될는]경우(?:에)?(?!가|의|도)|에한하여|에한해)"
    ),
    pattern_of(r"[.,(](?:단|다만),?[^.\d]*(?:시|경우|한하여|전제|확보|조정|협의|변경)[.)]?$"),
    pattern_of(r"\((?:단|다만),?[^()\d]*(?:시|시에|경우|한함|전제|전제로함)\)[.]?$"),
    pattern_of(r"^(?:[상하]반기|[1-4](?:/4)?분기)목표(?:치|값)?:"),
    pattern_of(
        rf"{_CHANGE}(?:은|는)(?!\d)[^.,\d]*?(?:심의|심사|협의|위원회|자문|의결|별도|추후|나중)[^.,\d]*?(?:결정|확정|정함|정하|정할|산정|통보)"
    ),
    pattern_of(r"\((?:일정|소정의?|적정)한?(?:률|율|비율|부분|물량|규모|배율|배수|수준)\)"),
)


def hung(text: str) -> str:
    """The words on which the whole of a reason hangs. Asked of it as it is printed: a form that stands for the calculation has none of them."""
    return next((found[0] for one in _HANGS if (found := one.search(text))), "")


def _is_expected(behind: str) -> bool:
    said = _EXPECTED.match(behind)
    return said is not None and not _AIMS.search(said[0])


# ── a base that comes out as it is ──

# What makes something of a base, in words beside which no figure stands.
_RATED = pattern_of(
    rf"(?:{_CHANGE}|배율|배수|(?:증가|감소|상승|하락|성장)(?:추세|세|분)|(?<![가-힣])비율|계수|(?:신규|추가)(?:물량|수요|인원|건수)?)"
    r"(?:\([^()]*\))?(?:을|를|만큼|의)?(?:그대로|동일하게|똑같이|추가로|모두|올해(?:에)?도|금년(?:에)?도|한번더|한차례더|다시|재차|한번)*"
    r"(?:적용|반영|곱하|곱한|곱해|더하|더한|더해|가산|추가(?!상향|가산)|합산|유지|이어|차감|빼)"
)
_STEPS = (
    r"(?:가산|할증|할인|가감|조정|보정|상향|하향|증액|감액|추가|차감|공제|인상|인하|확대|축소|감축|단축|강화|더[하한해]|얹"
    r"|(?<!까지끌어)(?<!으로끌어)올[려린리]|높[여인이]|늘[려린리]|줄[여인이]|낮[춰춘추]|내린)"
)
_ACTS = pattern_of(
    rf"{_STEPS}(?:조정|반영|적용)?"
    r"(?:하여(?!도)|한(?!계|다는취지|다고)|함(?!에|으로)|하되|하고(?!자|있)|하는(?!것은|추세|여건)|하였음|하도록|하기로|$"
    r"|(?<=[려린여인춰춘해])|(?<=[리이추])(?:되|는것|기로|도록|고(?!자|있)))"
)


# `연평균증가율을 구하여, 그 걸음을 … 옮겨`: a rate that is worked out is used for something.
_WORKED_OUT = pattern_of(
    rf"{_CHANGE}(?:\([^()]*\))?(?:을|를)(?:각각|먼저)?(?:구하|구한|구해|계산하|산출하|산정하|따져|재어|뽑아)"
)


# In the way in which a result was reckoned, not that result: `’23년과 동일한 방식으로 산출`.
_LIKEWISE = pattern_of(r"(?:동일한|같은)(?:방식|방법|산식)(?:으로|에따라|을적용하여)(?:산출|산정|설정|계산)")


def unmade(text: str, node: Node) -> str:
    """The words that make something without a figure of a base which comes out as it is: `동일 증가율 적용`, `상향 조정`."""
    if isinstance(node, Number) or any(isinstance(part, Infix) for part in walk(node)):
        return ""
    found = (
        _RATED.search(text)
        or _ACTS.search(text)
        or _WORKED_OUT.search(text)
        or (_LIKEWISE.search(text) if isinstance(node, Past) else None)
    )
    return found[0] if found else ""


# Whom a programme chooses: `10% 넘게 늘어난 업체`.
_GROWN = r"(?:늘|증가|성장|상승|오|줄|감소)[가-힣]{0,3}(?:업체|기업|기관|곳|지역|사업|단체|농가)"
# `10%대로 상향`, `10% 남짓 늘려`: about so many, and not so many.
_ROUGHLY = pattern_of(
    rf"(?<![\d.])(?P<figure>\d+(?:\.\d+)?)(?:%|퍼센트)p?(?:대(?:로|의)?|남짓(?:으로|을|의)?|가까이|가까운|넘게(?!{_GROWN}))(?:더|추가로)?"
    rf"(?:높은수준|수준|{_STEP}|성장|향상|인상|증가|감소|늘|줄|높|낮|많|적|올)"
)


def roughly(text: str, node: Node) -> str:
    """A step of about so many per cent, where what comes out is not printed."""
    figures = () if isinstance(node, Number) else [part.value for part in walk(node) if isinstance(part, Number)]
    return next((found[0] for found in _ROUGHLY.finditer(text) if Decimal(found["figure"]) in figures), "")
