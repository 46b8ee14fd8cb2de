"""How much it rose or fell in other words, put into the usual ones: `’22년까지 3년간 해마다 늘어난 건수의 평균이 45건, 이를 …`.

The change of one year is last year's; the mean change of several years is that of the years that the words name, or of those whose mean
change is what the reason prints. Figures of a list whose mean is named are replaced by their mean.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.values import plain

_F = r"\d{1,9}(?:\.\d{1,6})?"
_UNIT = r"(?:%p|%|건|점|명|개|일|회|억원|개소|품목|시간|가구|대)"
_UP = r"(?:늘어난|증가한|오른|높아진|상승한|향상된|개선된)"
_DOWN = r"(?:줄어든|감소한|단축된|낮아진|하락한|짧아진)"
_RISE = r"(?:증가|상승|순증|개선|향상)(?:분|폭|량|건수|인원|품목수|수)"
_FALL = r"(?:감소|하락|단축|감축)(?:분|폭|량|건수|인원)"
_SO_MUCH = r"(?:건수|폭|양|인원|점수|수치|물량|일수|시간)?(?:만큼)?(?:을|를)?"
_AGAIN = r"(?:(?:전년도?|작년|’?\d{2,4}년도?)(?:의)?실적(?:에서|에)|그대로|올해(?:에)?도|금년(?:에)?도|한번더|다시|더|추가로|동일하게|똑같이|같이)*"
_ADDED = r"(?:얹|더하|더한|더함|늘리|늘린|늘림|늘려|높이|높임|올리|올림|가산|상향|증가|유지|적용|반영|보태|보탬)"
_TAKEN = r"(?:줄이|줄임|줄여|단축|감축|낮추|낮춤|감소|차감|빼|뺀|뺌)"
_Y = r"’?(?P<{}>\d{{2,4}})년?(?:도)?"


def _year(name: str) -> str:
    return _Y.format(name)


_FROM = rf"(?:(?:전전년도?|재작년)(?:\({_year('a')}\))?|{_year('b')})(?:에|의)?(?:실적)?(?:(?P<was>{_F}){_UNIT})?(?:보다|대비|에서|에비해)"
_TO = rf"(?:(?:전년도?|작년)(?:\({_year('c')}\))?|{_year('d')})(?:에|도|의|에는)?(?:실적)?(?:(?P<then>{_F}){_UNIT}(?:로|으로))?"
_ONE_YEAR = pattern_of(
    rf"{_FROM}{_TO}(?:(?P<up>{_UP})|{_DOWN}){_SO_MUCH}{_AGAIN}(?:{_ADDED}|{_TAKEN})(?P<tail>[가-힣]*)(?=$|[.,)])"
)
_SAME_AGAIN = pattern_of(
    rf"(?:전년도?|작년|직전연도)(?:의)?(?:대비)?(?:실적)?(?:(?P<up>{_RISE})|{_FALL})(?:\({_year('b')}년?(?:→|~|-|대비){_year('d')}\))?(?:을|를|만큼)?"
    rf"(?:올해(?:에)?도|금년(?:에)?도|그대로|동일하게|똑같이)+(?:{_ADDED}|{_TAKEN})(?P<tail>[가-힣]*)(?=$|[.,)])"
)
_BETWEEN = pattern_of(
    rf"{_year('b')}(?:과|와|부터|~|→){_year('d')}(?:까지)?(?:사이|간|동안)?(?:의)?(?:총|전체)?(?:(?P<up>{_RISE})|{_FALL})을?"
    r"(?:연수)?\(?(?P<n>\d)(?:년)?\)?(?:으로|로)나눈값"
)
_MEAN_OF = pattern_of(
    rf"(?:(?:최근|직전)?\d년(?:간)?)?(?:매년|연|연간)?평균(?:(?P<up>{_RISE})|{_FALL})"
    rf"\(\({_year('d')}-{_year('b')}\)[÷/](?P<n>\d)\)"
)
_DIFFERENCE = pattern_of(
    rf"(?:(?:최근|직전)?\d년(?:간)?)?(?:연|연간|매년)?평균(?:(?P<up>{_RISE})|{_FALL})\({_year('b')}(?:과|와){_year('d')}(?:의|간의)?(?:차이|차)를(?P<n>\d)(?:으로|로)나눈값\)"
)
_OVER_ARROW = pattern_of(
    rf"(?:최근|직전)?(?P<n>\d)년(?:간)?(?:의)?(?:(?P<up>{_RISE})|{_FALL})\({_year('b')}→{_year('d')}\)의(?:연)?평균(?:치|값)?"
)
_EACH_YEAR = pattern_of(
    rf"{_year('b')}~{_year('d')}(?:의)?연도별(?:전년(?:도)?대비)?(?:(?P<up>{_RISE})|{_FALL})"
    r"\((?P<n>\d)(?:회|개)\)의평균(?:치|값)?"
)
# A growth of the last year, told without its figure, and taken up before a base.
_GOES_ON = pattern_of(
    rf"(?:(?:전년도?|작년|지난해)(?:의)?(?:전년(?:도)?대비)?|전년(?:도)?대비(?:실적)?)(?P<what>증가율|성장률|상승률|감소율)(?:\({_year('b')}년?(?:→|~|-|대비){_year('d')}\))?"
    r"(?:이|가|을|를|도|만큼)?[^,.()\d]{0,12}?(?:이어|유지|지속|계속|반복|재현|되풀이|가정|전제|보고|보아)[^,.()\d]{0,20}?,?"
    r"(?P<base>(?:전년도?|작년|지난해|’\d{2}년도?|20\d{2}년도?)(?:의)?(?:실적|누계|점수|건수|인원)?(?:치|값)?)(?:에|을)(?:도)?(?:동일한?|같은|이|그|해당)(?:증가율|성장률|상승률|감소율|비율)(?:을|를|만큼|로)?(?:그대로)?(?=적용|반영|곱|상향|증가|더|늘)"
)
# What each year brought: N years are N changes, the first of them on the year before.
_OF_EACH = pattern_of(
    rf"(?:최근|직전|과거|지난)?(?P<n>\d)(?:개)?년(?:도|간|동안)?(?:\({_year('b')}~{_year('d')}\))?(?:간|의|동안)*"
    rf"(?:연평균순증|평균순증|순증|(?:연도별|매년|해마다|각연도|매해)(?:의)?(?:전년(?:도)?대비)?(?:(?P<up>{_RISE}|{_UP}(?:폭|{_SO_MUCH}))|{_FALL}))"
    r"(?:분|량|수|건수|인원)?(?:의)?(?:(?:연)?평균)?(?:치|값)?(?=[을를만으로]|$)"
)
_PRINTED = pattern_of(
    rf"(?:’?\d{{2,4}}년까지)?(?:최근|직전)?(?P<n>\d)년(?:간|도)?(?:의)?(?:해마다|매년|연도별)?(?:평균)?(?:(?P<up>{_RISE}|{_UP}(?:건수|폭|양|인원|점수)?)|{_FALL}|{_DOWN}(?:건수|폭|양|인원|일수)?)"
    rf"(?:의)?(?:평균)?(?:치|값)?(?:인|이|은|\()?(?P<v>{_F}){_UNIT}(?:\)|,|이며|으로)?(?=을|를|이를|만큼|의|전년|’)"
)
_LIST = rf"(?P<list>(?:’?\d{{2,4}}년)?{_F}(?:{_UNIT})?(?:[,·] ?(?:’?\d{{2,4}}년)?{_F}(?:{_UNIT})?){{1,6}})"
_OF_LIST = pattern_of(
    rf"(?:최근|직전)?(?:\d년(?:간)?)?(?:의)?(?:연)?평균(?P<what>[가-힣]{{2,4}}(?:폭|율|률|분|량))\({_LIST}의?(?:산술|단순)?평균\)"
)
_SO_ITS_MEAN = pattern_of(
    rf"(?:전년(?:도)?대비)?(?P<what>[가-힣]{{2,4}}(?:폭|율|률|분|량))(?:이|은|는|가){_LIST}"
    r"(?:이므로|이며|이고|으로|인바|였으므로|이었으므로),?(?:그|이들의?|이)평균(?=을|를|만큼)"
)
MAX_PLACES = 6


def differences(laid: Laid, year: int, results: Mapping[int, Decimal]) -> Laid:
    """The reason with its changes in the usual words."""
    if not year or (
        "평균" not in laid.text and not re.search(r"(?:늘|줄|증가|감소|단축|오른|높아|낮아|상승|하락)", laid.text)
    ):
        return laid
    for pattern in (_ONE_YEAR, _SAME_AGAIN):
        found = pattern.search(laid.text)
        if found and _is_last_change(found, year, results):
            laid = replaced(laid, [(*found.span(), _again(found, laid.text))])
    laid = _put(laid, _GOES_ON, lambda found: _last_rate(found, year))
    for pattern in (_BETWEEN, _MEAN_OF, _DIFFERENCE, _OVER_ARROW, _EACH_YEAR):
        laid = _put(laid, pattern, _mean_change)
    laid = _put(laid, _OF_EACH, lambda found: _of_each(found, year, results))
    laid = _put(laid, _PRINTED, lambda found: _of_printed(found, year, results))
    laid = _put(laid, _OF_LIST, _mean_of_list)
    return _put(laid, _SO_ITS_MEAN, _mean_of_list)


def _put(laid: Laid, pattern: re.Pattern[str], word: Callable[[re.Match[str]], str]) -> Laid:
    changes = [(*found.span(), said) for found in pattern.finditer(laid.text) if (said := word(found))]
    return replaced(laid, changes) if changes else laid


def _full(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _is_last_change(found: re.Match[str], year: int, results: Mapping[int, Decimal]) -> bool:
    """Whether it is the change from the year before last to the last, and what is printed is so in the table."""
    said = found.groupdict()
    before = [_full(said[name]) for name in ("a", "b") if said.get(name)]
    after = [_full(said[name]) for name in ("c", "d") if said.get(name)]
    if any(one != year - 2 for one in before) or any(one != year - 1 for one in after):
        return False
    past, last = results.get(year - 2), results.get(year - 1)
    if past is None or last is None or (said.get("was") and Decimal(said["was"]) != past):
        return False
    if said.get("then") and Decimal(said["then"]) != last:
        return False
    return (last > past) == bool(said.get("up")) and last != past


def _again(found: re.Match[str], text: str) -> str:
    return "전년도증가폭을전년실적에더하여산정" if found["up"] else "전년도감소폭을전년실적에서차감하여산정"


def _mean_of(begin: int, end: int, found: re.Match[str]) -> str:
    """Behind a stop a year without its mark would be a fraction."""
    return f"’{begin % 100:02}~’{end % 100:02}년연평균{'증가분' if found['up'] else '감소분'}"


def _mean_change(found: re.Match[str]) -> str:
    begin, end = _full(found["b"]), _full(found["d"])
    return _mean_of(begin, end, found) if end - begin == int(found["n"]) else ""


def _last_rate(found: re.Match[str], year: int) -> str:
    """The growth of the last year, in the place of what takes it up."""
    if found["b"] and (_full(found["b"]), _full(found["d"])) != (year - 2, year - 1):
        return ""
    return f"{found['base']}에전년도{found['what']}을"


def _of_each(found: re.Match[str], year: int, results: Mapping[int, Decimal]) -> str:
    """The changes of N years when the table has the year before them, on the mean."""
    if "평균" not in found[0]:
        return ""
    begin, end = (_full(found["b"]), _full(found["d"])) if found["b"] else (year - int(found["n"]), year - 1)
    if end - begin + 1 != int(found["n"]) or end >= year or begin - 1 not in results or end not in results:
        return ""
    fewer = not ("순증" in found[0] or found["up"])
    return f"’{(begin - 1) % 100:02}~’{end % 100:02}년연평균{'감소분' if fewer else '증가분'}"


def _of_printed(found: re.Match[str], year: int, results: Mapping[int, Decimal]) -> str:
    """The years, n or n + 1 results, whose mean change is the one that is printed."""
    count, printed = int(found["n"]), Decimal(found["v"])
    last = results.get(year - 1)
    if last is None or not printed:
        return ""
    for steps in (count, count - 1):
        first = results.get(year - 1 - steps)
        if first is None or steps < 1:
            continue
        change = (last - first) / steps
        if (change > 0) == bool(found["up"]) and abs(change) == printed:
            return _mean_of(year - 1 - steps, year - 1, found)
    return ""


def _mean_of_list(found: re.Match[str]) -> str:
    """The mean of the figures as one figure, when it ends."""
    units = set(re.findall(_UNIT + r"(?=[,·]|$)", found["list"]))
    text = re.sub(r"’?\d{2,4}년", "", found["list"])
    figures = [Decimal(one) for one in re.findall(_F, text)]
    if len(units) != 1 or len(figures) < 2:
        return ""
    mean = sum(figures, Decimal(0)) / len(figures)
    if -int(mean.normalize().as_tuple().exponent) > MAX_PLACES:
        return ""
    what = found["what"] if found["what"].endswith(("율", "률")) else ""
    return f"{what}{plain(mean)}{units.pop()}"
