"""What has been so far, told before what is to be: `매년 3%씩 상향해 왔으나, 올해는 …`, `전년 대비 2.0%p 상승한 ’22년 실적을 유지`,
`타 기관의 증가율은 4.5% 수준이나, …`.

A clause that tells how it was raised before, or how others grow, goes when what follows names a base of its own; so does by how much a past result
went up or down, and a result that is got over.
"""

from collections.abc import Iterator

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.setting import BASE
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_OF_IT = r"(?:[^.,]|(?<=\d)[.,](?=\d))"  # a sign of the clause
_PAST = r"(?:(?:’\d{2}|20\d{2})년도?|전년도?|작년도?|지난해|직전연?도|직전년도)"
_WENT = (
    r"(?:상승|하락|증가|감소|향상|개선|악화|급증|급감|둔화)(?:한|했던|하였던|된)|"
    r"오른|올랐던|높아진|낮아진|떨어진|줄어든|늘어난|내려간|높았던|낮았던|뛴"
)
# By how much a past result went up: `전년 대비 2.0%p 상승한 ’22년 실적`.
_RELATIVE = pattern_of(
    rf"{_PAST}(?:의)?(?:실적|동기)?(?:대비|보다|에비해)(?:도|는)?(?:약|무려|크게|다소|소폭|대폭)?(?:{NUMERAL}(?:%p?|[가-힣]{{1,3}}?))?(?:나|가량|정도|만큼)?(?:크게|다소|소폭|대폭)?"
    rf"(?:{_WENT})(?={_PAST}(?:의|도|말)?[가-힣]{{0,6}}?실적)"
)
_YEAR = pattern_of(r"(?:’|20)(?P<year>\d{2})년")
# `’22년 실적을 딛고`: a result that is got over, before another that is taken.
_OVERCOME = pattern_of(
    rf"{_PAST}(?:의)?(?:실적|부진|하락|감소)(?:치|값|세)?(?:을|를)(?:딛고|극복하고|극복하여|만회하고|만회하여|만회하기위해|털고|떨치고|벗어나),?(?=[^.]*?{_PAST}[^.]*?실적)"
)
_LED = (
    r"(?:그동안|그간|지금까지|이제까지|지난해까지|작년까지|전년까지|"
    r"종전(?:에는|까지)?|기존에는|과거(?:에는)?|매년|해마다|매해|(?:최근|지난|과거)\d개?년(?:간|동안)?|예년에는)"
)
_SO_FAR = pattern_of(
    rf"^(?P<all>[^.,\d]{{0,12}}?{_LED}{_OF_IT}*?(?:매년|해마다|매해|{NUMERAL}(?:%p?|[가-힣]{{1,3}}?)(?:씩|수준|가량|내외|정도)){_OF_IT}*?"
    r"(?:(?:왔|하였|했|되었|됐|렸|였|갔)(?:으나|지만|는데|었으나)|오다가|다가|던것을|나),?)(?P<rest>.+)"
)
_GOES_ON = pattern_of(
    r"(?:동일|같은|이|그|동|해당)(?:한)?(?:비율|증가율|상승률|폭|수준의|만큼|방식)|이어|지속|절반|추세|그(?=\d|의)|\d분의|[반배](?:만|을|를|으로)"
)
_AGAIN = pattern_of(
    r"방식(?:으로)?(?:을)?(?:변경|전환|바꿈|바꾸|개선)(?:함|하였음|하여|어|었음|한다)?|(?:올해|금년|’\d{2}년)(?:도)?부터(?:는)?,?"
)
_BODY = (
    r"(?:(?:타|다른|유사|경쟁|동종|여타|관계|인근)(?:의)?[ ]?(?:기관|부처|사업|업계|업종|지자체|시도|"
    r"국가|기업|지역|단체|산업)|(?:해외|선진|주요)[가-힣]{0,4}국|민간|업계|시장|OECD)"
)
_OTHERS = pattern_of(
    rf"^(?P<all>[^.,\d]{{0,14}}?{_BODY}[^.,\d]*?(?:(?:최근|지난|과거)?\d개?년(?:간)?)?[^.,\d]*?"
    rf"(?:(?:증가|성장|상승|신장|향상)(?:율|률|세|폭)[^.,\d]{{0,10}}?{NUMERAL}%|{NUMERAL}%[^.,]{{0,8}}?(?:증가|성장|상승|늘|신장|향상)){_OF_IT}*?(?:이나|으나|지만|하나|는데|이르나|반면|되나|보이나),?)"
    r"(?P<rest>.+)"
)
_OWN_BASE = pattern_of(
    r"(?:전년|작년|지난해|최근\d|직전|과거\d|’\d{2}년)[^.]{0,16}?(?:실적|평균|대비|보다)|평균(?:값|치)?(?:에|대비|보다|의|을|수준)|전년|중앙값|최고치"
)
_TAKES_THEM = pattern_of(
    r"(?:그|이|동|해당|타|다른|유사)(?:[가-힣]{0,4})?(?:증가율|성장률|수준만큼|비율|절반|기관|부처)|격차|절반|수준까지|(?:^|,)(?:이|그)(?:보다|를|의|에)"
)


def so_far(laid: Laid, known: Known) -> Laid:
    """The reason without what has been so far."""
    for step in (_relative, _overcome, _clauses):
        if changes := sorted(step(laid, known)):
            laid = replaced(laid, changes)
    return laid


def _relative(laid: Laid, known: Known) -> Iterator[_Change]:
    for one in _RELATIVE.finditer(laid.text):
        told = _YEAR.match(laid.text, one.end())
        if told is None or 2000 + int(told["year"]) < known.year:
            yield (*one.span(), "")


def _overcome(laid: Laid, known: Known) -> Iterator[_Change]:
    del known
    for one in _OVERCOME.finditer(laid.text):
        yield (*one.span(), "")


def _clauses(laid: Laid, known: Known) -> Iterator[_Change]:
    del known
    for pattern, against in ((_SO_FAR, _GOES_ON), (_OTHERS, _TAKES_THEM)):
        found = pattern.match(laid.text)
        if found is None or against.search(found["rest"]) or not _OWN_BASE.search(found["rest"]):
            continue
        if pattern is _SO_FAR and BASE.search(found["all"].replace("전년대비", "")) and "평균" in found["all"]:
            continue
        yield (*found.span("all"), "")
        if pattern is _SO_FAR:
            yield from (
                (*one.span(), "설정함" if "방식" in one[0] else "")
                for one in _AGAIN.finditer(laid.text, found.end("all"))
            )
        return
