"""A base that is told first and then taken up or taken into account: `전년 실적 846건은 역대 최고치이나 이보다 5% 높은`, `전년 실적과
경제성장률(2.6%)을 고려하여 5% 상향`.

The base stands before its step, as if it were said at once: `전년 실적 846건보다 5% 높은`, `전년 실적 대비 5% 상향`. What it is taken into account
with is the growth of something else, or has no figure; another base beside it, or in the step, leaves the words as they are.
"""

from collections.abc import Iterator
from decimal import Decimal

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.patterns import GROUPED, pattern_of
from uigwe.reasons.setting import BENDS
from uigwe.reasons.spelling import replaced

_Change = tuple[int, int, str]
_UNIT = r"(?:%|[가-힣]{1,3}?)"
_YEAR = r"(?:’\d{2}|20\d{2})년(?:도)?(?:말)?"
_LAST = r"(?:전년도?|작년도?|지난해|직전연?도|직전년도)(?:말)?"
_RESULT = r"(?:[가-힣]{0,8}?(?:실적(?:치|값)?|건수|인원|점수|성과|결과|수준))"
_MEAN = r"(?:(?:최근|직전|과거|지난)?\d개?년(?:간)?(?:의)?(?:실적)?(?:의)?평균(?:치|값|실적)?)"
_AT = rf"(?:\((?:약)?{GROUPED}{_UNIT}\))?"
_BASE = rf"(?:(?:{_YEAR}|{_LAST})(?:\({_YEAR}\))?(?:의)?{_RESULT}|{_MEAN}){_AT}"
_RATE = r"(?:증가율|성장률|상승률|증감률|인상률|감소율|하락률|출산율|실업률|고용률|금리)"
_OTHER = (
    rf"(?:(?!전년|작년|지난해|직전|최근|평균|실적|목표)[가-힣·]{{0,14}}?(?:{_RATE}|증가세|둔화세|감소세|추세|여건|"
    rf"상황|동향|추이|환경|전망|특성))"
    r"(?:전망치?|추이|예측치)?(?:\([^()]{0,30}\))?"
)
_WITH_RATE = rf"(?:인)?(?:{GROUPED}%(?:p)?)?"
_AND = r"(?:와|과|및|,|·|그리고)"
_VIEW = r"(?:등)?(?:을|를|도)?(?:함께|모두|종합적으로|종합|충분히)?(?:감안|고려|참고|반영|참작|검토)(?:하여|해|하되|한|하면서|,)(?:서)?,?"
_STEP = (
    rf"(?:[^.,\d(]{{0,18}}?)(?:{GROUPED})(?:%p?|[가-힣]{{1,3}}?)(?:를|을|만큼)?(?:이상)?(?:더|추가로?|정도)?"
    r"(?:상향|하향|증가|감소|가산|추가|[높낮많적큰]|높[이인여]|낮[추춘춰]|늘|줄|올[려린리]|인상|확대|축소|향상|성장|상승|끌어올|감축|단축)"
)
_CONSIDERED = pattern_of(
    rf"(?:(?:{_OTHER}{_WITH_RATE}{_AND}){{0,2}}(?P<base>{_BASE})(?:{_AND}{_OTHER}{_WITH_RATE}){{0,2}}){_VIEW}(?P<step>{_STEP})"
)
_ANOTHER = pattern_of(rf"{_BASE}|전년|작년|지난해|직전|평균|대비|보다|실적|목표(?:치|값)?(?=에서|보다|대비|의\d)")
# `전년 실적 846건은 역대 최고치이나 이보다`: what is said of the base has no figure and does nothing.
_FIGURE = rf"(?:\(?(?:약)?{GROUPED}{_UNIT}\)?)?"
_IT = r"(?:(?:이|그)(?=보다|를|의\d|에\d|에서|대비)|(?:그|이)(?:값|수준|실적|수치)(?=보다|를|을|의|에|에서|대비))"
_TAKEN = pattern_of(
    rf"(?P<base>(?:(?:{_YEAR}|{_LAST})(?:\({_YEAR}\))?(?:의)?{_RESULT}|{_MEAN}){_FIGURE})(?:은|는|이|가|"
    rf"도)(?P<said>(?:[^.\d(]|\d{{1,2}}개?년){{2,44}}?(?P<again>\({GROUPED}{_UNIT}\))?)"
    rf"(?:이나|지만|임에도|였음에도|이었음에도|하나|으나|므로|인데|는데|이고|이며|하고|으며|라서|이라|어서|"
    rf"점을감안하여|점을고려하여|점에서|점을감안하되),?(?P<why>[가-힣]{{0,12}}?(?:여|해|고자|도록|위해),?)?{_IT}"
)
_UNTRUE = pattern_of(r"목표|제외|미달|집계되지|왜곡|불가|않|없|아니|중단|잠정|추정|전망|특이|일시적")
# `전년도에 산림 분야에서 5,064명의 일자리가 만들어진 점을 감안하여 올해는 그보다`: a result told with what it counts.
_HAPPENED = pattern_of(
    rf"(?:\((?P<in>{_YEAR})\)|(?P<at>{_YEAR}|{_LAST})(?:에는|에|도에|은|"
    rf"는)?)(?P<of>[^.,\d]{{0,24}}?)(?P<figure>{GROUPED})(?P<unit>%|[가-힣]{{1,3}}?)(?:의|을|를|이|"
    rf"가)?(?P<more>[^.,\d]{{0,24}}?)"
    rf"(?:(?:점|사실|실적|것)?(?:을|를)(?:감안|고려|참고)(?:하여|해|하되),?|,|이|고|하였으며,?|되었으며,?|했으며,?|하였으므로,?|한바,?|된바,?|→)"
    rf"(?P<now>(?:\({_YEAR}\)|올해는|금년은|금년도?(?:에)?는|당해연도는|올해|금년)?,?)(?P<it>이를(?:감안|"
    rf"고려)(?:하여|해),?|(?:이|그)보다(?:는)?|(?:전년|동|위)?실적을(?:감안|고려)(?:하여|해|"
    rf"하되),?)(?=[^.,\d(]{{0,14}}?\d)"
)


def told_otherwise(laid: Laid, known: Known) -> Laid:
    """The reason with the base that it tells before the step that is made of it."""
    for step in (_considered, _taken, _happened):
        if change := next(step(laid, known), None):
            laid = replaced(laid, [change])
    return laid


def _considered(laid: Laid, known: Known) -> Iterator[_Change]:
    for found in _CONSIDERED.finditer(laid.text):
        start, end = found.span()
        rest = laid.text[:start] + "|" + found["step"] + laid.text[end:]
        if _ANOTHER.search(rest) or laid.text[:start].endswith(("와", "과", "및", "·")):
            continue
        yield (start, found.start("step"), f"{found['base']}대비")


def _taken(laid: Laid, known: Known) -> Iterator[_Change]:
    for found in _TAKEN.finditer(laid.text):
        if not _UNTRUE.search(found["said"]) and not BENDS.search(found["said"]):
            yield (found.end("base"), found.end(), found["again"] or "")


def _happened(laid: Laid, known: Known) -> Iterator[_Change]:
    for found in _HAPPENED.finditer(laid.text):
        said = found["in"] or found["at"]
        year = known.year - 1 if not any(sign.isdigit() for sign in said) else 2000 + int(said.strip("’년도말")[-2:])
        cell = known.actuals.get(year)
        told = found["of"] + found["more"]
        if cell is None or cell.value != Decimal(found["figure"].replace(",", "")) or _UNTRUE.search(told):
            continue
        yield (found.start(), found.end(), f"{said}실적({found['figure']}{found['unit']})대비")
