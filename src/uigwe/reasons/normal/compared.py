"""What a rate or a target is only compared with: `전년도 증가율(0.4%)보다 높은 증가율(2.0%)을 적용`, `(전년 목표 8.5%)`.

The rate that is applied is the second one; the first says how high it is. Where no base is named and the first is what the table's last year grew by,
it is last year's result that grows. A note that holds the rate against another growth, or tells last year's target, takes no part.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import rounded

_Change = tuple[int, int, str]
_RATE = r"(?:증가율|성장률|상승률|신장률|증감률|향상률)"
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도?)"
_WHEN = rf"(?:{_LAST}|최근(?!\d)|(?:최근|과거|직전|지난)?\d{{1,2}}(?:개)?년(?:간|도)?)(?:의)?(?:실제|실적|연)?(?:평균)?(?:실제)?"
_ABOVE = (
    rf"(?:보다(?P<by>{GROUPED})%p(?:더)?(?:높은|높인|상향한|더한|큰)"
    rf"|보다(?={_RATE})|보다(?:약)?(?P<fold>\d+(?:\.\d+)?)배(?:이상|가량|정도|가까이)?(?:높은|큰)|보다(?:는)?(?:더|훨씬|크게|다소)?(?:높은|도전적인|큰|적극적인|상향된|상향한|높게|높여)"
    r"|(?:을|를)(?:크게|다소|훨씬)?(?:상회하는|웃도는|뛰어넘는|넘어서는|초과하는|상회하도록|웃돌도록|상회하여)"
    r"|(?:대비|에비해|에비하여)(?:더)?(?:높은|도전적인|상향된|적극적인|도전적으로)|의(?P<times>\d+(?:\.\d+)?)배(?:인|수준인|에해당하는|에달하는|수준인|수준의))"
)
_FORMERLY = (
    r"(?:에도불구하고|에그쳤으나|에그쳤지만|에불과하였으나|에불과했으나|였으나|이었으나|였지만|이었지만|이나|에머물렀으나|로낮았으나),?"
    r"(?:올해는|올해에는|금년은|금년에는|금년도에는|올해도)?"
)
_LESS = pattern_of(
    rf"(?P<when>{_WHEN}|같은해|동기간|(?:국내|우리나라)?(?:경제|물가|소비자물가|업계|시장|산업)(?=성장률|상승률|증가율))(?:(?:전년)?대비)?(?P<rate>{_RATE}|증가폭|상승폭)(?:인|은|이|:)?\(?(?:’\d{{2}}년?(?:도)?:?)?(?P<was>{GROUPED})%\)?(?:의{_RATE})?(?:{_ABOVE}|{_FORMERLY}),?"
)
_OWN = pattern_of(
    rf"(?P<rate>{_RATE})(?:인|을|:)?\(?(?:’\d{{2}}년?(?:도)?:?)?(?P<now>{GROUPED})%\)?|(?P<own>{GROUPED})%(?!p)(?:의)?(?:{_RATE})?(?:(?:를|을){_RATE}로(?=적용))?"
)
_APPLIED = pattern_of(r"(?:을|를)?(?:도전적으로|그대로|과감히)?(?:적용|반영)(?:하여|해|한|함|하였음)?")
_USED = pattern_of(r"(?:을|를)[^.,\d]{0,16}?에(?:적용|반영|곱)")
_BASE = pattern_of(
    rf"{_LAST}(?:의)?[가-힣]{{0,8}}?(?:실적|건수|인원|점수|수준)|{_LAST}(?:대비|보다)|(?:’\d{{2}}|20\d{{2}})년도?(?:의)?[가-힣]{{0,8}}?(?:실적|건수|인원|점수)|평균실적|실적(?:의)?평균"
)
# The result of last year, only to say that what is set is bold: `’22년 실적 14,250명 대비 도전적으로 설정`.
_BOLD = pattern_of(
    rf"(?:{_LAST}|(?:’\d{{2}}|20\d{{2}})년도?)(?:의)?실적(?:치|값)?\(?(?:{GROUPED}[가-힣%]{{0,3}}?)?\)?(?:대비|보다)(?=(?:매우|다소|더)?(?:도전적|적극적|공격적|의욕적)(?:인|으로))"
)
_FELT = r"(?:도전적|적극적|공격적|의욕적|높은|상회하는|웃도는|과감한|상향된|어려운)"
_NOTE = pattern_of(
    rf"(?:\((?:※|\*)?|[.※*])(?:※|\*)?(?=[^().]{{0,40}}?(?:{_RATE}|증가세|감소세|감소율|증감))[^()+×=]{{0,40}}?(?:\(?-?{GROUPED}%\)?)(?:임|이나|이며|인데|으로|을|를)?,?(?:에비해|대비|보다|감안하면|고려하면|감안할때|고려할때|비교하면|비교하여|에비하면)[^()+×=\d]{{0,24}}?{_FELT}[^()+×=\d]{{0,14}}(?:\)|[.]?$)"
)
_EXCEEDS = pattern_of(
    rf"(?:[,.]|(?:으|이)?(?P<joint>며),?)(?:이는)?(?:{_WHEN}|같은해|동기간)(?:의)?(?:경제|물가)?{_RATE}(?:인)?\(?(?P<was>\d+(?:\.\d+)?)%\)?(?:을|를|보다|대비)(?:크게|다소)?"
    r"(?:상회|웃도|웃돌|높|넘어서|뛰어넘)(?:하는|는|은|음|함|하였음)?(?:도전적인)?(?:수준|것|값|목표)?(?:임|이다)?[.]?$"
)
_TARGET = pattern_of(
    rf"\((?:{_LAST}|(?:’\d{{2}}|20\d{{2}})년도?)(?:의)?목표(?:치|값)?(?:은|는|인|:|였던)?{GROUPED}(?:%p?|[가-힣]{{1,3}}?)?(?:임|였음|이었음|에서(?:상향|하향|조정|상향조정)(?:됨|함|하였음)?|→[^()+×]{{0,16}})?\)"
)
_LIFTED = pattern_of(
    rf"{_RATE}(?:을|를)(?:{_WHEN})?\(?(?P<was>\d+(?:\.\d+)?)%\)?(?:에서|보다)(?P<now>\d+(?:\.\d+)?)%(?:로|으로)(?:높여|상향하여|상향해|올려|높인뒤|높이고|상향조정하여),?(?=[가-힣’\d]{{2,12}}에(?:적용|반영))"
)
# `3.0%의 증가율을 적용(’24년 증가율은 0.4%)`: what the growth was.
_GREW = pattern_of(
    rf"\((?:{_LAST}|(?:’\d{{2}}|20\d{{2}})년도?)(?:의)?(?:실제)?{_RATE}(?:은|는|이|:){GROUPED}%(?:임|였음|이었음|에불과|에그침)?\)"
)
_INSTEAD = pattern_of(
    r"(?:특정|단일|어느한|한)(?:연도|해|년도)(?:의)?(?:실적|수치|값|실적치)?(?:만)?(?:대신|이아닌|가아닌|이아니라|가아니라|만이아닌|를쓰지않고|을쓰지않고|보다는),?(?=(?:최근|직전|과거)?\d)"
)
# `증가율을 (’21) 1.0% → (’22 목표) 2.5%로 높여 설정`, `증가율을 전년 3%에서 1%p 높인 4%로 설정하여`: the rate that is applied.
_YEAR = r"\(?(?:’|20)\d{2}년?도?(?:실적|목표)?\)?:?"
_SET_RATE = pattern_of(
    rf"(?P<of>(?:(?:{_LAST}|전년)(?:대비|보다)?)?[가-힣]{{0,8}}?){_RATE}(?:을|를|은|는|이)?(?:{_LAST}|{_YEAR})?(?:의)?(?P<was>{GROUPED})%(?:에서|보다|→|에비해|대비)(?:{_YEAR})?"
    rf"(?:(?P<by>{GROUPED})%p(?:를|을)?(?:더)?(?:높인|높여|상향한|더한|올린|높은))?(?P<now>{GROUPED})%(?:로|으로)?"
    rf"(?:(?:높여|상향하여|상향해|올려|높이고|상향조정하여)?(?:설정|상향|상향조정|정함|적용|높임|올림)(?:하고|하여|해|함|하였음|했음|한다|하였다)?)(?P<behind>,)?"
)
_FROM_TARGET = pattern_of(r"목표(?:치|값)?(?:에서|보다|대비|에|의|를기준)(?!서)")


def without_compared(laid: Laid, known: Known) -> Laid:
    """The reason without what it only compares with."""
    for step in (_not_chosen, _targets, _notes, _exceeds, _bold, _lifted, _set_rate, _rates):
        if changes := sorted(step(laid, known)):
            laid = replaced(laid, changes)
    return laid


def _not_chosen(laid: Laid, known: Known) -> Iterator[_Change]:
    """`특정 연도 대신 5개년 평균을`: what was not taken."""
    for found in _INSTEAD.finditer(laid.text):
        yield (*found.span(), "")


def _targets(laid: Laid, known: Known) -> Iterator[_Change]:
    """`(전년 목표 8.5%)` beside a calculation that takes no target."""
    for found in _TARGET.finditer(laid.text):
        rest = laid.text[: found.start()] + laid.text[found.end() :]
        if re.search(r"실적|평균", rest) and not _FROM_TARGET.search(rest):
            yield (*found.span(), "")


def _notes(laid: Laid, known: Known) -> Iterator[_Change]:
    """`* 전년도 실제 증가율 1.2% 대비 도전적`, where a step of its own stands in front."""
    for grew in _GREW.finditer(laid.text):
        if _one_more(laid.text[: grew.start()]):
            yield (*grew.span(), "")
    found = _NOTE.search(laid.text)
    if found and re.search(rf"{GROUPED}(?:%|\))|×", laid.text[: found.start()]) and "목표" not in found[0][:-6]:
        yield (*found.span(), "")


def _exceeds(laid: Laid, known: Known) -> Iterator[_Change]:
    """`…, 이는 전년도 증가율(1.6%)을 상회함`: behind a rate of its own that is higher."""
    found = _EXCEEDS.search(laid.text)
    rates = re.findall(rf"(?<![\d.])({GROUPED})%(?!p)", laid.text[: found.start()]) if found else []
    if found and len(rates) == 1 and Decimal(rates[0].replace(",", "")) > Decimal(found["was"]):
        yield (*found.span(), "함" if found["joint"] == "며" else "")


def _bold(laid: Laid, known: Known) -> Iterator[_Change]:
    """The result that a level is only held against, where a rate or a step is there to be applied."""
    for found in _BOLD.finditer(laid.text):
        if re.search(rf"{GROUPED}%", laid.text[: found.start()]):
            yield (*found.span(), "")


def _rates(laid: Laid, known: Known) -> Iterator[_Change]:
    """The rate that was goes; what is applied keeps its name, and gets last year's result where the table proves whose rates they are."""
    found = _LESS.search(laid.text)
    if found is None:
        return
    own = _OWN.match(laid.text, found.end())
    if own is None:
        # `전년도 증가율(0.4%)을 상회하도록 전년 실적 대비 2.0% 증가`
        if _BASE.match(laid.text, found.end()) and _one_more(laid.text[found.end() :]):
            yield (*found.span(), "")
        return
    was, now = Decimal(found["was"].replace(",", "")), Decimal((own["now"] or own["own"]).replace(",", ""))
    if now <= was or (found["times"] and was * Decimal(found["times"]) != now):
        return
    rest = laid.text[: found.start()] + laid.text[own.end() :]
    applied = _APPLIED.match(laid.text, own.end())
    raised = re.match(r"(?:를|을)?(?:증가|상향|성장|높|늘)", laid.text[own.end() :]) and not own["now"]
    if found["by"] and was + Decimal(found["by"].replace(",", "")) != now:
        return
    if _BASE.search(rest):
        yield (
            found.start(),
            own.end(),
            f"증가율{now}%" if applied or _USED.match(laid.text, own.end()) else laid.text[found.end() : own.end()],
        )
    elif (
        applied
        and found["when"].startswith(("전년", "작년", "지난해", "직전"))
        and _last_grew(was, known, found["was"])
    ):
        yield (found.start(), own.end(), f"전년실적에증가율{now}%")
    elif (
        raised and found["when"].startswith(("전년", "작년", "지난해", "직전")) and _last_grew(was, known, found["was"])
    ):
        yield (found.start(), own.end(), f"전년실적대비{now}%")


def _lifted(laid: Laid, known: Known) -> Iterator[_Change]:
    """`증가율을 전년도 0.4%에서 2.0%로 높여 전년 실적에 적용`."""
    for found in _LIFTED.finditer(laid.text):
        if Decimal(found["now"]) > Decimal(found["was"]):
            yield (*found.span(), f"증가율{found['now']}%를")


def _set_rate(laid: Laid, known: Known) -> Iterator[_Change]:
    """The rate that is set, from another one: of the base that is named, or of last year's result where the table proves whose rates they are."""
    found = _SET_RATE.search(laid.text)
    if found is None or len(_SET_RATE.findall(laid.text)) > 1:
        return
    was, now = Decimal(found["was"].replace(",", "")), Decimal(found["now"].replace(",", ""))
    if found["by"] and was + Decimal(found["by"].replace(",", "")) != now:
        return
    bracket = _IN_BRACKET.match(laid.text, found.end())
    behind = bracket.end() if bracket else found.end()
    rest = laid.text[behind:]
    if _USES.match(rest):
        yield (*found.span(), f"증가율{now}%를")
    elif bracket or _last_grew(was, known, found["was"]):
        yield (found.start(), behind, f"전년실적에증가율{now}%를적용하여설정함" + (rest and "."))


_IN_BRACKET = pattern_of(rf"\({_LAST}(?:의)?실적(?:치)?(?:을)?(?:기준|대비|에적용)(?:으로)?(?:함)?\)")
_USES = pattern_of(rf"{_LAST}(?:의)?(?:실적|건수|인원)(?:치|값)?(?:\({GROUPED}[가-힣%]{{0,3}}\))?에(?:적용|반영|곱)")


def _one_more(text: str) -> bool:
    """Whether one more rate is printed, and no other figure in per cent."""
    return len(re.findall(rf"(?<![\d.]){GROUPED}%", text)) == 1


def _last_grew(was: Decimal, known: Known, printed: str) -> bool:
    """Whether the last result is so much more than the one before it, as printed."""
    one, other = (known.actuals.get(known.year - back) for back in (2, 1))
    if one is None or other is None or not one.value or other.value is None:
        return False
    places = len(printed.partition(".")[2])
    return rounded((other.value - one.value) / one.value * 100, places) == was
