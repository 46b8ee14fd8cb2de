"""A mean from which a year is left out, with that told apart from it: `최근 3년 평균 대비 5% 상향(’20년 제외)`, `… * ’20년은 이상치로 보아 제외`.

The window takes the years that are left, one by one. Where three years and another one left out could be meant as well, because the table reaches
further back, nothing is changed.
"""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced

_ONE = r"(?:’|20)\d{2}년?(?:도)?"
_YEARS = rf"(?:{_ONE}(?:와|과|,|·|및)?)+"
_WHY = r"(?:[^.,()\d※*]|코로나(?:바이러스감염증-?)?19){0,24}?"
_DONE = r"(?:하고산정|하여산정|처리)?(?:하고|하여|하였음|했음|함|하였다|한다|됨|되었음|하였으며)?"
_LEAVES = (
    rf"(?:(?:제외|배제|미포함|미반영|미산입|불포함){_DONE}"
    r"|(?:반영|사용|활용|포함|산입|적용|고려)(?:하지|되지)(?:않음|않았음|않고산정함|아니함|않았다)|빼고(?:계산|산정|산출)(?:함|하였음)|뺐음|뺌|빠짐|빠졌음)"
)
_SAID = rf"(?:(?:단|다만),?)?{_WHY}(?P<years>{_YEARS})(?:의)?(?:실적|수치|값|자료)?(?:치)?(?:은|는|을|를|도)?{_WHY}{_LEAVES}"
_BEHIND = pattern_of(
    rf"(?:(?P<inside>\()|[.,]|[※*]|하였으며,?|하였고,?|하되,?|하며,?)[※*]?{_SAID}(?(inside)\)|(?=[.]?$))"
)
_WINDOW = pattern_of(
    r"(?:최근|직전|과거|지난)?(?<!\d)(?P<many>\d)개?년(?:간|도)?(?:의)?(?:\((?:’|20)\d{2}년?[~-](?:’|20)?\d{2}년?도?\))?(?=(?:의)?(?:실적)?(?:의)?(?:산술|단순)?평균(?!증가|성장|상승|감소))"
)
_ANY_WINDOW = pattern_of(r"\d개?년|최근|’\d{2}년?도?[~-]")
_NAMED_REST = pattern_of(
    rf"(?<!최고)(?P<years>{_YEARS})(?:의)?(?:실적)?(?:을|를)(?:제외한|뺀|배제한)(?:나머지)?(?P<many>\d)개?년(?:간|도)?(?=(?:의)?(?:실적)?(?:의)?(?:산술|단순)?평균(?!증가|성장|상승|감소))"
)


def without_years_out(laid: Laid, known: Known) -> Laid:
    """The reason with the years of its mean one by one, where it says at another place which of them is left out."""
    if (rest := _NAMED_REST.search(laid.text)) and not _ANY_WINDOW.search(laid.text[: rest.start()]):
        return _rest_named(laid, rest, known)
    windows, said = list(_WINDOW.finditer(laid.text)), _BEHIND.search(laid.text)
    if (
        len(windows) != 1
        or said is None
        or said.start() < windows[0].end()
        or laid.text[: said.start()].endswith("평균")
    ):
        return laid
    [window] = windows
    years = range(known.year - int(window["many"]), known.year)
    out = _years(said["years"])
    left = [year for year in years if year not in out]
    if not out <= set(years) or len(left) < 2 or known.has(years.start - 1):
        return laid
    return replaced(laid, [(*window.span(), _listed(left)), (*said.span(), "")])


def _rest_named(laid: Laid, found: re.Match[str], known: Known) -> Laid:
    """`’20년을 제외한 4개년 평균`: of the five years up to the last."""
    out = _years(found["years"])
    years = range(known.year - int(found["many"]) - len(out), known.year)
    left = [year for year in years if year not in out]
    if not out <= set(years) or not all(known.has(year) for year in left):
        return laid
    return replaced(laid, [(*found.span(), _listed(left))])


def _years(said: str) -> set[int]:
    return {2000 + int(one) for one in re.findall(r"(?:’|20)(\d{2})", said)}


def _listed(years: list[int]) -> str:
    return ",".join(f"’{year % 100:02d}년" for year in years)
