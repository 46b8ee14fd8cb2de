"""A step that the reason itself puts in the place of another: `5%가 아닌 3%`, `증가율 5%를 적용하되 증가율을 2%p 낮춤`,
`3% 상향은 최저기준이며 그 두 배의 상향률`.

Also shares and counts that are told of several and belong to one: `’23년 30%, ’24년 70%로 나누어`,
`수도권(120건)과 지방(85건) 모두 10% 늘려 합산`, `50명(휴직자 5명 포함) 가운데 휴직자를 뺀 인원`. Each is put as the one plain step,
or the one figure, that it comes to.
"""

from collections.abc import Callable
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import plain

_Change = tuple[int, int, str]
_F = r"(?<![\d.,’~])\d[\d,]*(?:\.\d+)?"
_UNIT = r"(?:%p|%|점|건|명|회|개소|개사|개교|개|곳|대|기|척|편|일|시간|분|억원|백만원|만원|천원|원|톤|ha|호|가구)"
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도|’\d{2}년(?:도)?)(?:의)?(?:실적|수준|결과|성과)?(?:치|값)?"
_MEAN = r"(?:최근|직전|과거|지난)\d(?:개)?년(?:간|도)?(?:의)?(?:실적)?(?:의)?평균(?:치|값)?"
_RESULT = rf"(?:{_LAST}|{_MEAN})"
_HUNDRED = Decimal(100)


def _worth(said: str) -> Decimal:
    return Decimal(said.replace(",", ""))


_NOT_BUT = pattern_of(
    rf"{_F}(?P<unit>{_UNIT})(?:만큼|씩)?(?:이|가)?(?:아닌|아니라|아니고|말고|대신(?:에)?),?(?=(?:{_F})(?:%p|%|(?P=unit)))"
)


def _not_but(laid: Laid, known: Known) -> list[_Change]:
    """`5%가 아닌 3%`: the second."""
    return [(*found.span(), "") for found in _NOT_BUT.finditer(laid.text)]


_RATE_NOUN = r"(?:상향률|상향폭|증가율|증가폭|인상률|가산율|상승률|가산폭|상향비율)"
_USING = pattern_of(
    rf"(?P<base>{_RESULT})(?:을|를)(?:쓰|사용하|적용하|활용하|기준으로하|기준으로삼|택하)(?:고|며|되),?{_RATE_NOUN}(?:은|는"
    rf"|을|를)(?P<step>{_F}%p?)(?:로|으로)?(?:한다|함|정함|하여설정함|적용함|적용|설정함|설정|둠|잡음|산정함)[.]?$"
)
_APPLIED = pattern_of(
    rf"(?:^|(?<=[.,])){_RATE_NOUN}(?:은|는|을|를)(?P<step>{_F}%p?)(?:로|으로)(?:하여|해|하되|잡아"
    rf"|정하여),?(?P<base>{_RESULT})에(?:적용|반영|가산)(?:함|하여설정함|하여설정|하였음)?[.]?$"
)


def _rate_told(laid: Laid, known: Known) -> list[_Change]:
    """`3년 평균을 쓰고, 상향률은 3%로 한다`: 3 % on the mean."""
    return [
        (*found.span(), f"{found['base']}대비{found['step']}상향하여설정함")
        for pattern in (_USING, _APPLIED)
        for found in pattern.finditer(laid.text)
    ][:1]


_RATE = r"(?:증가율|성장률|상승률|신장률|인상률)"
_OF_YEARS = r"(?:(?:’\d{2}년?~’\d{2}년?|최근\d개?년(?:간)?)(?:도)?(?:의)?(?:실적)?(?:의)?)?(?:연?평균)?"
_THEN = (
    rf"(?:적용|반영)하(?:되|나|며|고),?[^\d.]*?(?:{_RATE}|이율|그율|적용률|적용율)(?:을|를|은|는)(?P<by>{_F})%p(?:를|을)?(?:만큼)?"
    r"(?:추가로|다시|더)?(?P<way>낮[춤추춰게]|하향|차감|감|빼|뺌|뺀|내[림려]|높[임이여]|상향|가산|더[함해하]|올[림려])[가-힣]{0,8}[.]?$"
)
_LESSENED = (
    pattern_of(rf"{_OF_YEARS}{_RATE}(?:인|은|\()*(?P<of>{_F})%\)?(?:를|을)(?P<base>{_RESULT})에{_THEN}"),
    pattern_of(rf"(?P<base>{_RESULT})에{_OF_YEARS}{_RATE}(?:인|은|\()*(?P<of>{_F})%\)?(?:를|을){_THEN}"),
)
_DOWN = ("낮", "하향", "차감", "감", "빼", "뺌", "뺀", "내")


def _rate_moved(laid: Laid, known: Known) -> list[_Change]:
    """`증가율 5%를 전년 실적에 적용하되 … 증가율을 2%p 낮춤`: 3 %."""
    found = next((found for one in _LESSENED if (found := one.search(laid.text))), None)
    if found is None:
        return []
    by = _worth(found["by"])
    rate = _worth(found["of"]) + (-by if found["way"].startswith(_DOWN) else by)
    return [(*found.span(), f"{found['base']}대비{plain(rate)}%상향하여설정함")] if rate > 0 else []


_TIMES = {"두": "2", "세": "3", "네": "4", "절반": "0.5", "반": "0.5"}
_LEAST = pattern_of(
    rf"^(?:(?:통상|일반적|공통|지침상|부처공통)(?:의|인|으로)?(?:상향률|기준|하한)?(?:은|는|이)?)?(?P<base>{_RESULT}(?:대비"
    rf"|보다|에서))(?P<rate>{_F})%(?P<points>p?)(?P<way>상향|인상|증가|하향|감축|감소)?(?:률)?(?:은|이|는|가)?"
    r"[^.\d]*?(?:기준|하한|하한선|최저선|최소|최저|통상|관행|일반)?[^.\d]{0,6}?(?:이며|이나|인데|이고|이지만|되"
    r"|나),?[^.\d%]*?(?:하한|기준|최저기준|그|이|이것|이율)?(?:의)?(?P<times>두배|세배|네배|\d(?:\.\d)?배|절반"
    r"|반)(?P<how>의(?:상향|증가|인상)?(?:률|율|폭)|를|을|로|만)(?:을|를|로)?(?:상향|적용|반영|인상|설정|증가|가산)[가-힣]{0,8}[.]?$"
)


def _so_many_times(laid: Laid, known: Known) -> list[_Change]:
    """`3% 상향은 최저기준이며, 본 지표에는 그 두 배의 상향률을 적용`: 6 %."""
    found = _LEAST.match(laid.text)
    if found is None:
        return []
    said = found["times"].removesuffix("배")
    rate = _worth(found["rate"]) * Decimal(_TIMES.get(found["times"], _TIMES.get(said, said)))
    step = f"{plain(rate)}%{found['points']}{found['way'] or '상향'}"
    return [(0, len(laid.text), f"{found['base']}{step}하여설정함")]


_BEFORE_IT = pattern_of(
    r"(?P<one>전년도?|작년도?|지난해|직전연?도|직전년도)(?P<what>(?:의)?(?:실적|결과|점수)?(?:치|값)?(?:\d+%)?)(?P<link>과"
    r"|와|및|,)그(?:직)?(?:전|이전)(?:년도?|해|연도)"
)


def _year_before_it(laid: Laid, known: Known) -> list[_Change]:
    """`직전년도 실적과 그 전년도 실적`: the year before that."""
    found = _BEFORE_IT.search(laid.text)
    if found is None:
        return []
    return [(*found.span(), f"{found['one']}{found['what']}{found['link']}전전년도")]


_BY_YEARS = pattern_of(
    rf"(?:총|전체|모두)?(?P<whole>{_F}{_UNIT})(?P<what>[^.,\d%]{{0,16}}?)(?P<list>(?:(?:’\d{{2}}"
    rf"|20\d{{2}})년(?:도)?(?:에)?{_F}%(?:,|와|과|및)?){{2,}})(?:의비율)?(?:로|씩|으로)?(?:각각)?(?:나누어|나눠|배분|분할"
    rf"|안분|처리|추진|시행|설치|공급|보급)[가-힣]{{0,10}}(?:\([^()\d]*\))?[.]?$"
)
_SHARE = pattern_of(rf"(?:’|20)(?P<year>\d{{2}})년(?:도)?(?:에)?(?P<share>{_F})%")


def _share_of_a_year(laid: Laid, known: Known) -> list[_Change]:
    """`총 400기 물량을 ’23년 30%, ’24년 70%로 나누어`: what is this year's."""
    found = _BY_YEARS.search(laid.text)
    if found is None:
        return []
    shares = {2000 + int(one["year"]): _worth(one["share"]) for one in _SHARE.finditer(found["list"])}
    if sum(shares.values()) != _HUNDRED or known.year not in shares:
        return []
    return [(*found.span(), f"총{found['whole']}의{plain(shares[known.year])}%를목표로설정함")]


_OF_ALL = pattern_of(
    rf"(?P<all>{_F})(?P<unit>명|개소|개사|개|곳|대|척|기|개교|호|가구)\((?P<who>[가-힣]{{2,8}}?)(?P<some>{_F})(?P=unit)(?:을"
    rf"|를)?포함\)(?:중|가운데|중에서|가운데서|에서|에서는)?(?P<again>[가-힣]{{2,8}}?)(?:를|을|인원을|분을)(?:뺀|제외한|제한"
    rf"|차감한)(?:나머지)?(?:인원|인력|수|대수|시설|기관)?"
)


def _without_some(laid: Laid, known: Known) -> list[_Change]:
    """`50명(휴직자 5명 포함) 가운데 휴직자를 뺀 인원`: 45."""
    found = _OF_ALL.search(laid.text)
    if found is None or found["who"][:2] != found["again"][:2] or _worth(found["some"]) >= _worth(found["all"]):
        return []
    rest = _worth(found["all"]) - _worth(found["some"])
    return [(*found.span(), f"{plain(rest)}{found['unit']}")]


_PART = rf"[가-힣]{{0,10}}?\(?(?:전년|작년|지난해)?(?:도)?(?:실적)?(?:{_F})(?:{_UNIT})(?:\((?:[가-힣]{{1,10}})\)|\))?"
_EACH = pattern_of(
    rf"^(?P<parts>{_PART}(?:(?:과|와|,|및|,및){_PART}){{1,4}})(?:을|를|에서|에|이|가|은|는)?(?:모두|각각|모두각각|각기|공히"
    rf"|똑같이|일률적으로)+(?:전년대비)?(?P<rate>{_F})%(?:씩|을|를)?(?P<way>늘려|늘린|상향하여|상향한|증가시켜|증가시킨|높여"
    rf"|높인|올려|올린|증가분을반영하여|증가하여|가산하여|가산한|줄여|줄인|감축하여|감축한|하향하여)(?:뒤|후|값을"
    rf"|다음)?,?(?:이를|그값을|둘을|모두)?(?:합산|합한|합하여|더한|더하여|합계|더함|합함)[가-힣]{{0,10}}[.]?$"
)
_AMOUNT = pattern_of(rf"(?P<figure>{_F})(?P<unit>{_UNIT})")
_LESS = ("줄", "감축", "하향")


def _raised_each(laid: Laid, known: Known) -> list[_Change]:
    """`수도권(전년 120건)과 지방(전년 85건) 모두 10% 늘려 합산`: the whole is raised."""
    found = _EACH.match(laid.text)
    if found is None:
        return []
    amounts = [(one["figure"], one["unit"]) for one in _AMOUNT.finditer(found["parts"])]
    if len({unit for _, unit in amounts}) != 1:
        return []
    whole = sum((_worth(figure) for figure, _ in amounts), Decimal(0))
    way = "하향" if found["way"].startswith(_LESS) else "상향"
    return [(0, len(laid.text), f"{plain(whole)}{amounts[0][1]}에서{found['rate']}%{way}하여설정함")]


_STEPS: tuple[Callable[[Laid, Known], list[_Change]], ...] = (
    _not_but,
    _rate_told,
    _rate_moved,
    _so_many_times,
    _year_before_it,
    _share_of_a_year,
    _without_some,
    _raised_each,
)


def restepped(laid: Laid, known: Known) -> Laid:
    """The reason with the step that counts in the place of those that it takes the place of."""
    for step in _STEPS:
        if changes := step(laid, known):
            laid = replaced(laid, sorted(changes))
    return laid
