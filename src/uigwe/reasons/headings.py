"""The name of the indicator at the head of a reason, and what stands at its wrong end: `평균 매출 증가율은 …`, `…으로 설정(’22~’24)`."""

import re

from uigwe.reasons.account import bent
from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import NUMERAL, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.reasons.words import OF_OTHERS, RATES
from uigwe.values import is_unit

_WINDOW = (
    r"(?:최근|직전|과거|지난|이전|앞선)(?:\d|한|두|세|네|다섯|몇)|전년|작년|지난해|직전연도|직전년도|"
    r"(?:’\d{2}|(?:19|20)\d{2})(?:년|~|부터|[,·])"
)
_HEAD = pattern_of(rf"^(?P<name>[^.,’()\d+×÷=→]{{2,44}}?)(?:(?:의)?목표(?:치|값)?)?(?:은|는|을|를|:)(?={_WINDOW})")
_RATE = pattern_of(rf"(?:{RATES}|성장|변화)(?:율|률|폭|분|액)|차이|격차|편차|가중|합계")
_DATED = pattern_of(
    r"전년|작년|지난해|최근|직전|대비|보다|기준|실적|목표|동안|까지|부터|상반기|하반기|분기|월별|누적|"
    r"(?:하여|하고|므로|으나|지만|위해|따라)"
)
_OTHERS = pattern_of(
    r"타기관|타부처|타지역|타시도|다른|민간|업계|업종|동종|유사|해외|선진국|전국|OECD|EU|협의|회의|조사$|방안"
)
_BARE_RATE = pattern_of(rf"^(?:연평균|평균|연도별|전년대비)*(?:{RATES}|성장)(?:율|률)$")


def without_name(laid: Laid, known: Known) -> Laid | None:
    """The reason without what the indicator is called, when that could be taken for a part of the calculation."""
    found = _HEAD.match(laid.text)
    if found is None:
        return None
    name = _EVERY_NAME.sub("", found["name"])
    if (
        _DATED.search(name)
        or _OTHERS.search(name)
        or bent(name)
        or any(word in name for word in OF_OTHERS)
        or _BARE_RATE.match(name)
    ):
        return None
    if _RATE.search(name) and not known.percent:
        return None
    return laid.part(found.end(), len(laid.text))


# `이행률(%)은`, `경쟁률(대 1)은`, `환자 수(인구 백만명당)를`: in what the indicator is counted, said behind its name.
_COUNTED = pattern_of(
    r"^[^.,’()\d+×÷=→]{2,40}(?P<bracket>\((?:단위:)?(?P<unit>%|[가-힣]{1,3}|대1|[a-zA-Z]{1,4}(?:/[a-zA-Z]{1,3})?|[가-힣]{0,4}\d*[십백천만억]*[가-힣]{1,2}당)\))"
    r"(?=은|는|을|를|이|가|의)"
)


def without_unit(laid: Laid) -> Laid | None:
    """The reason without the bracket that says in what its indicator is counted; `%` stays known as `unit_said`."""
    found = _COUNTED.match(laid.text)
    if found is None or (
        found["unit"] not in ("%", "대1") and not (is_unit(found["unit"]) or found["unit"].endswith("당"))
    ):
        return None
    return replaced(laid, [(found.start("bracket"), found.end("bracket"), "")])


def unit_said(laid: Laid) -> str:
    """`%` when a bracket behind the indicator's name says that it is counted so; empty otherwise."""
    found = _COUNTED.match(laid.text)
    return "%" if found and found["unit"] == "%" else ""


_EVERY_NAME = pattern_of(r"^(?:월|일|분기|주)평균(?=[가-힣]{2})")
_BEHIND = pattern_of(
    r"(?P<done>[가-힣])\((?P<years>(?:’\d{2}|(?:19|20)\d{2})년?~(?:’\d{2}|(?:19|20)\d{2})년?|(?:최근|과거|지난|직전)\d개?년)(?:도|간|실적|기준)*\)[.]?$"
)
_TAKEN = pattern_of(
    r"(?:과거|그간의?|그동안의?|기존|역대)?(?:실적(?:치|값)?(?:의|중|가운데)?)?(?=(?:단순|산술)?(?:최고|최대|최저|최소|평균|중앙값))"
)
_YEARS = pattern_of(r"’\d{2}|(?:19|20)\d{2}|전년|작년|지난해|직전|최근|\d(?:개)?년")


def without_window_behind(laid: Laid) -> Laid | None:
    """`실적 최고치와 최저치의 중간값으로 설정(’22~’24)`: the one window, which stands behind it all, where it belongs."""
    behind = _BEHIND.search(laid.text)
    if behind is None or _YEARS.search(laid.text[: behind.start()]):
        return None
    years = behind["years"].rstrip("년")
    away = (behind.start("done") + 1, behind.end(), "")
    taken = next((one for one in _TAKEN.finditer(laid.text, 0, behind.start()) if one.end() > one.start()), None)
    if first := re.match(r"(?:최고|최대|최저|최소)", laid.text):
        # `최고 실적과 최저 실적의 평균`, with nothing before it
        return replaced(laid, [(0, first.end(), f"{years}년실적의{first[0]}"), away])
    return replaced(laid, [(*taken.span(), f"{years}년실적의"), away]) if taken is not None else None


# `평균 81.7%(최근 3개년)를 목표로 함`: the window in a bracket behind its mean.
_MEAN_FIRST = pattern_of(
    rf"^(?P<mean>(?:산술|단순)?평균(?:값|치)?(?:인)?(?:약)?(?:{NUMERAL}[가-힣%]{{0,3}}?)?)"
    r"\((?P<years>(?:최근|과거|지난|직전)\d개?(?:년|연도)|(?:’\d{2}|(?:19|20)\d{2})년?~(?:’\d{2}|(?:19|20)\d{2})년?)(?:도|간|실적|기준)*\)"
)


def without_window_in_bracket(laid: Laid) -> Laid | None:
    """The reason with the window of its mean in front of it, where nothing else names a year."""
    found = _MEAN_FIRST.match(laid.text)
    if found is None or _YEARS.search(laid.text[found.end() :]):
        return None
    return replaced(laid, [(*found.span(), f"{found['years']}실적의{found['mean']}")])


# `3%p 상향(기준: 전년 실적 88.3%)`, `2% 상향: 최근 3년(’21~’23) 평균 355건 기준`: the base behind its step.
_STEP_FIRST = pattern_of(
    r"^(?P<step>(?:연평균|연간|연)?(?:약)?\d[\d,.]*(?:%p?|배|[가-힣]{1,2}?)(?:를|을|만큼)?(?:상향|증가|성장|확대|가산|추가|하향|감축|감소|축소|단축)(?:조정)?(?:함)?)"
    r"(?:\((?:기준(?:은|:|치는|값은)?)?|[:,](?:기준(?:은|:)?)?)(?P<base>(?:전년|작년|지난해|직전|최근\d|’\d{2}|(?:19|20)\d{2})[^:]*?(?:실적|평균|점수|수준|값|치)?[^:]*?)(?P<as>기준|대비)?\)?[.]?$"
)


def without_base_behind(laid: Laid) -> Laid | None:
    """The reason with its base before its step, when the base stands behind and says that it is one."""
    found = _STEP_FIRST.match(laid.text)
    if (
        found is None
        or bent(found["base"])
        or not (found["as"] or "기준" in laid.text[found.end("step") : found.start("base")])
    ):
        return None
    return replaced(laid, [(0, len(laid.text), f"{found['base']}대비{found['step']}")])


_CODE = pattern_of(
    r"(?<=과제|국정|전략|목표)(?:번호)?:?(?:\(\d{1,3}(?:-\d{1,2}){1,2}(?:번|호)?\)|\d{1,3}(?:-\d{1,2}){1,2}(?:번|호)?(?=[가-힣,(’\"])(?!점|건|명|회))"
    r"|(?<![\d.,])\d{2,3}대(?=(?:국정|핵심|중점|주요|추진)?(?:과제|전략|정책))|(?<=과제)(?:제)?\d{1,3}번(?=과제|의|에|으로|인|,)"
)


def without_codes(laid: Laid) -> Laid:
    """The reason without the numbers of an agenda: `국정과제(75-2)`."""
    found = [(*one.span(), "") for one in _CODE.finditer(laid.text)]
    return replaced(laid, found) if found else laid
