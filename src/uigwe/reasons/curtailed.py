"""A condition behind the calculation: `3% 상향(올해는 10개월만 운영함)`: what is done in a part of the year is not what the figures say.

It tells why when the calculation lowers; when it raises or keeps, nobody says what the condition does to it.
"""

from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, Suffix, walk
from uigwe.reasons.patterns import pattern_of

_HUNDRED = Decimal(100)
_WHEN = r"(?:(?:1[0-2]|[1-9])월|[상하]반기|[1-4]분기|연말|중순)"
_RUN = "운영|시행|개시|추진|시작|집행|개관|개소|적용|실시|개방|가동|착수|참여|집계|영업|조사|모집"
_PART = pattern_of(
    rf"(?<!\d)(?P<months>\d{{1,2}})개월(?:간|동안)?만"
    rf"|(?:{_RUN}|사업)기간(?:은|이|을)?(?:약|총)?(?P<long>\d{{1,2}})개월(?:간|로|임|에불과|뿐|$|[.)])"
    rf"|{_WHEN}(?:말|초)?(?:부터|이후|까지)(?:만)?(?:본격)?(?:{_RUN})(?!분|실적)"
    rf"|(?:{_WHEN}|일부(?:만)?|절반|\d+(?:곳|개소|개월|개))만(?:{_RUN}|대상|반영|포함)"
    r"|휴관|휴업|휴장|휴원|(?:운영|가동|영업|조사|사업)(?:이|을)?(?:일시)?중단"
)
_BEHIND = pattern_of(r"(?:[.,(]|하되)(?:단|다만|올해는|금년은|금년도는|당해연도는|이는)?,?(?P<said>[^.,()]*)[.)]*$")
# A year that was: why it is not the one that is started from.
_PAST = pattern_of(r"’\d{2}|20\d{2}년|전년|작년|지난해|재작년")


def curtailed(text: str, node: Node) -> str:
    """The clause at the end that bounds what the target is of, unless the reading counts with it or lowers because of it."""
    behind = _BEHIND.search(text)
    found = _PART.search(behind["said"]) if behind else None
    if behind is None or found is None or _PAST.search(behind["said"]):
        return ""
    figures = [part for part in walk(node) if isinstance(part, Number)]
    months = found["months"] or found["long"]
    if months and any(part.value == Decimal(months) for part in figures):
        return ""
    less = any(part.value < (_HUNDRED if part.suffix is Suffix.RATIO else 1) for part in _factors(node))
    less = less or any(isinstance(part, Infix) and part.operator == "-" for part in walk(node))
    return "" if less else found[0]


def _factors(node: Node) -> list[Number]:
    """The figures that something is multiplied with."""
    products = [part for part in walk(node) if isinstance(part, Infix) and part.operator == "*"]
    return [side for part in products for side in (part.left, part.right) if isinstance(side, Number)]


# The figures are told of what is, and what sets the target has none and takes none of them up.
_AS_IT_IS = pattern_of(
    r"\d[^.]*?(?:하고|되고|보이고|이루고|기록하고|받고|나타내고)있(?:어|으나|으며|으므로|지만|는바|음에도|는상황|는점)(?P<behind>[^\d]*)$"
)
_SETS = pattern_of(r"설정|부여|산정|목표|노력|추진|결정")
_TAKES_UP = pattern_of(r"유지|그대로|동일|같은|이를|이수준|적용|동결|평균|최근|전년|작년|지난해|직전|배|절반|씩|반영")
# What is settled only later, or by something else than the calculation.
_LATER = pattern_of(
    r"(?:하되|이며|으며|하며|[.,])[^\d,.]*?(?:상황|여건|결과|수요|심사|모집)[가-힣]{0,3}(?:따라|후|뒤)[가-힣]{0,4}(?:조정|확정|변경|재설정)[가-힣]{0,6}$"
    r"|\d%(?:은|는)[^.]*나머지(?:은|는)[^.]*$"
    r"|별도(?:로)?(?:추가)?반영(?:할)?예정(?:임)?$"
)


def merely_told(text: str) -> str:
    """`센터 20개소에서 개소당 45건을 처리하고 있으나 … 보수적으로 설정`: the figures of what is set no target."""
    later = _LATER.search(text)
    if later:
        return later[0]
    found = _AS_IT_IS.search(text)
    if found is None or not _SETS.search(found["behind"]) or _TAKES_UP.search(found["behind"]):
        return ""
    return found["behind"]


# By how much something else changed, which is only taken into account: `예산이 35.2% 줄어든 점을 반영하여 목표치를 설정`.
_CHANGED = pattern_of(
    r"(?:이|가|은|는|도|의)(?:(?:전년|지난해|작년|’\d{2}년)(?:도)?(?:보다|대비|에비해|에비하여))?(?:약|대폭|크게)?(?P<rate>\d+(?:\.\d+)?)%(?:나|가량|정도|이상)?"
    r"(?:줄|감소|삭감|감액|축소|늘|증가|증액|확대|인상|인하|하락|상승|깎|빠|떨어)[가-힣]{0,5}(?:점|상황|사정|여건|현실|추세|실정|것|데)(?:등)?(?:을|를|에)?"
    r"(?:감안|고려|반영|참고|비추어|따라|맞추어|맞춰)(?:하여|해|한)?(?:’\d{2}년(?:도)?)?(?P<behind>[^\d]*)$"
)
_LIKEWISE = pattern_of(r"같은|동일|만큼|비율|그대로|똑같|동률|비례|실적|전년|작년|지난해|평균|적용|수준")


# Rates and figures that are taken into account, and nothing that is made of them: `연평균 증가율과 여건을 고려하여 목표치 설정`.
_IN_VIEW = pattern_of(
    r"(?:점|율|률|상황|여건|추세|위축|둔화|감소|영향|전망)(?:\([^()]*\))?(?:등)?(?:을|를|도)?(?:종합적으로|함께|모두|충분히|두루)*(?:감안|고려|참고)(?:하여|해),?"
    r"(?:’\d{2}년도?|올해|금년도?|당해연도)?(?:의)?목표(?:치|값|수준)?(?:를|을)?(?:적정|합리적|도전적|의욕적)?(?:하게|으로)?"
    r"(?:설정|제시|부여|수립|산정|책정)(?:함|하였음|했음|한것임)?[.]?$"
)
# How the indicator is counted, which sets nothing: `전년 말까지 체결된 건수에 당해 순증분을 합하여 집계함`.
_COUNTED_SO = pattern_of(
    r"(?:합하여|합산하여|더하여|더해|합쳐)(?:집계|측정|관리|산정)(?:함|하고있음|한다|됨|하는지표임)[.]?$"
)
_AIMED = pattern_of(r"목표|설정|[상하]향|\d[\d.,]*(?:%|[건명개점회])")


def only_in_view(text: str, node: Node) -> str:
    """What a reading calculates with, though the target is only set in view of it, or nobody sets one."""
    in_view = _IN_VIEW.search(text)
    if in_view and any(isinstance(part, Infix) for part in walk(node)):
        return in_view[0]
    if seen := _seen_each_month(text, node):
        return seen
    counted = _COUNTED_SO.search(text)
    return counted[0] if counted and not _AIMED.search(text) else ""


# So many in each month of each place, taken into account: nobody says how the target follows.
_SEEN = pattern_of(
    r"(?:건수|인원|실적|물량|규모|수준|추이|점|\d[가-힣]{1,3})(?:등)?(?:을|를)?(?:감안|고려|참작|참고|반영)(?:하여|해|한|하고)"
    r"[^\d]*(?:’\d{2}년도?)?[^\d]*$"
)
_TIMES_TOLD = pattern_of(r"(?<![\d.])12(?:개월|달)|[×*=]|곱|연간|(?<![’\d])1년|일년")
_MONTHS = Decimal(12)


def _seen_each_month(text: str, node: Node) -> str:
    """`8개 센터별 월 11건의 건수를 감안하여 목표 설정`."""
    parts = list(walk(node))
    products = all(isinstance(one, Number) or (isinstance(one, Infix) and one.operator == "*") for one in parts)
    yearly = any(isinstance(one, Number) and one.value == _MONTHS for one in parts)
    found = _SEEN.search(text) if products and yearly and not _TIMES_TOLD.search(text) else None
    return found[0] if found else ""


def merely_considered(text: str, node: Node) -> str:
    """The rate of something else that a reading calculates with, though it is only taken into account."""
    found = _CHANGED.search(text)
    if found is None or _LIKEWISE.search(found["behind"]):
        return ""
    rate = Decimal(found["rate"])
    return found[0] if any(isinstance(part, Number) and part.value == rate for part in walk(node)) else ""
