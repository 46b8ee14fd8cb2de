"""So much over several years, told with how it is shared out: `3년에 걸쳐 모두 9%p 끌어올리되, 해마다 같은 폭으로 나누어 반영`."""

import re
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.normal.described.saying import LAST, RESULT, YEAR, Saying, Told, says
from uigwe.reasons.patterns import NUMERAL
from uigwe.values import plain

_AMOUNT = rf"(?P<amount>{NUMERAL}(?:%p|점|건|명|개소|개사|개|회|곳|호|대|톤|억원|백만원))"
_RAISED = r"(?:끌어올[리려림린릴]|높[이여임인일]|올[리려림린릴]|늘[리려림린릴어]|(?:상향|향상|증가|개선|확대|제고|확충)(?:시키|시킴|시킨|시켜)?)"
_EVENLY = (
    r"(?:(?:해마다|매년|매해|연도별(?:로)?|연차별(?:로)?|각연도)(?:에)?)?(?:(?:같은|동일한|똑같은|"
    r"고른|균등한|일정한)(?:폭|크기|양|규모|몫)(?:으로|만큼|씩)*|균등(?:하게)?|균일하게|고르게|똑같이|"
    r"동일하게|(?:\d|세|네|다섯)등분하여)"
)
_YEARS = rf"(?:(?P<until>{YEAR})(?:까지|말까지)?)?(?:(?:향후|앞으로)?(?P<many>\d|두|세|네|다섯)(?:개년|년|해)(?:에걸쳐(?:서)?|간|동안|간에걸쳐))"
_IN_ALL = r"(?:모두|총|합계|전체|통틀어|합쳐서|도합)?"
_FEW = {"두": 2, "세": 3, "네": 4, "다섯": 5}


def _share(told: Told, known: Known) -> str | None:
    """One year's part of it; where it is said until when, the years must lead there from this one."""
    many = _FEW.get(told["many"]) or int(told["many"])
    until = int(told["until"].rstrip("년도")[-2:]) if told["until"] else None
    if many < 2 or (until is not None and (until - known.year) % 100 != many - 1):
        return None
    base = told.groupdict().get("base")
    if base and base[:1] in "’2" and int(base.split("년")[0].strip("’")[-2:]) != (known.year - 1) % 100:
        return None
    return f"전년실적에{told['amount']}의{many}분의1을더함"


def _of_a_plan(told: Told, known: Known) -> str | None:
    """An even part of all that a plan is to bring in its years, one of which is the target's."""
    first, last = (2000 + int(told[name].rstrip("년도")[-2:]) for name in ("since", "to"))
    many = last - first + 1
    if not first <= known.year <= last or (told["many"] and int(told["many"]) != many):
        return None
    return f"총{told['amount']}을{many}년간균등배분하여설정"


def _of_what_is_left(told: Told, known: Known) -> str | None:
    """All of a plan without what is done, shared out evenly over the years that are left."""
    first, last = (2000 + int(told[name].rstrip("년도")[-2:]) for name in ("since", "to"))
    total, done = (Decimal(told[name].replace(",", "")) for name in ("all", "done"))
    unit = told["unit"]
    if first != known.year or last <= first or total <= done:
        return None
    return f"{plain(total - done)}{unit}를{last - first + 1}년간균등배분"


def _each_year(told: Told, known: Known) -> str | None:
    """`3년 동안 9점을 높이기로 한 계획에 따라 매년 3점씩`: as often as it takes."""
    del known
    many = _FEW.get(told["many"]) or int(told["many"])
    amount, each = (Decimal(re.sub(r"[^\d.]", "", told[name])) for name in ("amount", "each"))
    return f"전년실적에{told['each']}을더함" if each * many == amount else None


SAYINGS: tuple[Saying, ...] = (
    says(
        rf"{_YEARS}{_IN_ALL}{_AMOUNT}(?:를|을)?{_RAISED}(?:기로|하기로)?(?:한|하는|할)?(?:계획|목표|방침)(?:에따라|에따른|하에|에의해|에근거하여),?(?:매년|해마다)(?P<each>{NUMERAL}(?:%p|점|건|명|개소|개|회|곳))씩{_RAISED}(?:함|하여설정|설정)?(?=$|[.,)])",
        _each_year,
    ),
    says(
        rf"{_YEARS}(?:(?P<base>{LAST}{RESULT})(?:보다|대비|에서|에비해|에))?{_IN_ALL}{_AMOUNT}(?:를|을)?(?:더|만큼)?{_RAISED}(?:하|기로하|는것을목표로하|기로)?(?:되|고|며|여|려|는계획을|는계획으로|는목표를|를목표로하고|을목표로하고)?,?(?:이를)?{_EVENLY}"
        rf"(?:나누어|나눠|배분하여|배분|분할하여|분배하여|반영|적용|상향|올림|높임)(?:반영|적용|상향|설정|함|하여|하여설정|배분)*(?=$|[.,)])",
        _share,
    ),
    says(
        rf"{_YEARS}(?:(?P<base>{LAST}{RESULT})(?:보다|대비|에서|에비해|에))?{_IN_ALL}{_AMOUNT}(?:를|을)?{_EVENLY}(?:더)?{_RAISED}(?:함|하여설정|하는것으로설정|는것으로설정|기로함|하기로함|도록설정|설정)?(?=$|[.,)])",
        _share,
    ),
    says(
        rf"{_YEARS}{_AMOUNT}(?:의)?(?:를|을)?{_RAISED}(?:할|하는|한다는)?(?:계획|목표)(?:을|를)(?:올해|금년)(?:한해|1년)?(?:으로|로|에)?(?:모두|전부)?(?:앞당겨|당겨|일괄),?",
        "",
    ),
    says(
        rf"{_YEARS}{_AMOUNT}(?:의)?(?:를|을)?(?:상승|{_RAISED})(?:할|하는|한다는)?(?:계획|목표)(?:의|중|가운데)(?:1/(?P<share>\d)|(?P<part>\d)분의1)(?:을|를|만)?(?:올해|금년)?(?:에|분으로)?(?:우선)?(?:반영)?(?:하여|해)?,?(?:전년도?실적에)?(?:가산|더하|더함|상향|반영)?(?:함|하여설정)?(?=$|[.,)])",
        lambda told, known: _share(told, known) if told["many"] == (told["share"] or told["part"]) else None,
    ),
    says(rf"{_AMOUNT}(?:의)?(?:전부|전체|모두|전량|전폭)(?:를|을)?(?=더|보태|얹|반영|가산|합산)", r"\g<amount>를"),
    says(
        rf"(?:(?P<many>\d)(?:개년|년))?(?:[가-힣]{{0,10}}계획)?\(?(?P<since>{YEAR})~(?P<to>{YEAR})\)?(?:간|동안)?(?:[가-힣]{{0,10}}계획)?(?:상(?:의)?|에따라|의|에서정한|에따른|에반영된)?,?(?:총|전체|모두){_AMOUNT}(?:의)?(?:[가-힣]{{0,8}}?(?:목표|계획|물량|사업량))?(?:을|를)"
        rf"{_EVENLY}(?:배분|나누|나눠|분할|배정|안분)(?:하여|어|한|함)?(?:설정|산정|산출|책정|정)?(?:함|한값)?(?=$|[.,)])",
        _of_a_plan,
    ),
    says(
        rf"(?:{YEAR}~{YEAR}(?:년)?)?(?:총|전체|모두)(?P<all>{NUMERAL})(?P<unit>[가-힣]{{1,3}}?)(?:[가-힣]{{0,8}}?(?:계획|목표|물량|사업량))?(?:에서|중)(?:{YEAR}까지)?(?:이미)?(?:[가-힣]{{0,6}})(?P<done>{NUMERAL})(?P=unit)(?:\([^()]*\))?(?:을|를)(?:뺀|제외한|차감한|제한)"
        rf"(?:(?:잔여|나머지|남은)(?:분|량|물량|사업량|[가-힣]{{1,3}})?|(?:\d[\d,]*(?P=unit)))?(?:을|를)(?P<since>{YEAR})~(?P<to>{YEAR})(?:까지|에|간|동안|에걸쳐)*{_EVENLY}(?:배분|나누|나눠|분할|안분)(?:함|하여|어|한)?",
        _of_what_is_left,
    ),
)
